"""The words in which the API's schemas are written: JSON Schema, as OpenAPI 3.1 uses it."""

from typing import Any

Schema = dict[str, Any]

DATE: Schema = {"type": "string", "format": "date"}
TEXT: Schema = {"type": "string"}
TRUTH: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}


def code(names: tuple[str, ...]) -> Schema:
    """One of a list of codes."""
    return {"type": "string", "enum": list(names)}


def whole(most: int) -> Schema:
    """A whole number from 0 to `most`."""
    return {"type": "integer", "minimum": 0, "maximum": most}


def or_null(schema: Schema) -> Schema:
    """The value, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def value_of(schema: Schema) -> Schema:
    """The schema without the null that may stand in its place."""
    found: Schema = schema.get("anyOf", [schema])[0]
    return found


def items(item: Schema, most: int | None = None) -> Schema:
    """A list, of at most so many items where a number is given."""
    return {"type": "array", "items": item} | ({} if most is None else {"maxItems": most})


def part(name: str) -> Schema:
    """A schema that stands under its name among the components."""
    return {"$ref": f"#/components/schemas/{name}"}


def told(schema: Schema, description: str) -> Schema:
    """The schema with a sentence about it."""
    return schema | {"description": description}


def strict(required: tuple[str, ...] = (), **fields: Schema) -> Schema:
    """An object with these fields and no others: what is sent to us."""
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": fields}


def open_object(optional: tuple[str, ...] = (), **fields: Schema) -> Schema:
    """An object with these fields, all there but the optional; later versions may add more: what we send."""
    return {"type": "object", "required": [name for name in fields if name not in optional], "properties": fields}

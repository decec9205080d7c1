"""Where on the page a fact was typed: from the path that the law names to the field and its label."""

import re

from django.forms import BoundField

from teladan.faces.calculator.sheet import Filled, Sheet

# Facts whose name in the law is not the name of their field; what stands below a name is found with it.
FIELDS = {
    "from": "start",
    "term": "months",
    "fine.amount_rp": "fine_rp",
    "fine.paid_rp": "fine_paid_rp",
    "fine.substitute": "fine_months",
    "restitution.amount_rp": "restitution_rp",
    "restitution.paid_rp": "restitution_paid_rp",
    "restitution.substitute": "restitution_months",
}
LETTERS = {"illness": "illness_on", "pledge": "pledge_on", "cooperation": "cooperation_on", "merits": "merit_on"}
ITEM = re.compile(r"(\w+)\[(\d+)\]\.?(.*)")


def place(sheet: Sheet, path: str) -> tuple[str, str]:
    """Return the id and the label of the field of a fact; the first date of the page for what has none."""
    field, title = _found(sheet, path)
    label = f"{title}: {field.label}" if title else str(field.label)
    return field.id_for_label, label


def _found(sheet: Sheet, path: str) -> tuple[BoundField, str]:
    top = re.split(r"[.\[]", path, maxsplit=1)[0]
    if top in LETTERS:
        return sheet.letters[LETTERS[top]], ""
    each = next((each for each in sheet.lists if each.section.name == top), None)
    if each is not None:
        return _in_list(each, path), str(each.section.title)
    name = path.removeprefix("person.")
    return sheet.person[name if name in sheet.person.fields else "as_of"], ""


def _in_list(each: Filled, path: str) -> BoundField:
    item = ITEM.match(path)
    number, name = (int(item[2]), item[3]) if item else (0, "")
    written = [row for row in each.rows if row.filled] or each.rows
    row = written[min(number, len(written) - 1)]
    wanted = next((FIELDS[known] for known in FIELDS if name.startswith(known)), name)
    # A sentence begins with its years, a remission has none.
    if wanted == "months" and "years" in row.fields:
        wanted = "years"
    return row[wanted if wanted in row.fields else next(iter(row.fields))]

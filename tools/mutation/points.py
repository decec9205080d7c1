"""The mutants of a file: every place inside a function where a small change can be made, and the change."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

OTHER_OPERATOR: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.RShift: ast.LShift, ast.LShift: ast.RShift,
}  # fmt: skip
OTHER_NAME = {"maximum": "minimum", "minimum": "maximum", "max": "min", "min": "max", "any": "all", "all": "any"}
Change = Callable[[ast.AST], None]


@dataclass(frozen=True)
class Mutant:
    """One change: its name (`function:line:column what`) and the whole module with it."""

    name: str
    function: str
    tree: ast.Module


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file, one after another."""
    source = ast.parse(path.read_text(encoding="utf-8"))
    for function, node in _functions(source):
        for place, (where, what, change) in enumerate(_changes(node)):
            tree = deepcopy(source)
            copy = next(n for name, n in _functions(tree) if name == function)
            change(list(_inside(copy))[where])
            yield Mutant(f"{function}:{what} #{place}", function, ast.fix_missing_locations(tree))


def _functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    """The outermost functions and the methods, by their qualified names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{prefix}{node.name}.")


def _inside(function: ast.AST) -> Iterator[ast.AST]:
    """What is run when the function is called: not its decorators, annotations, defaults and docstring."""
    body = function.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) and len(body) > 1:
        body = body[1:]
    for statement in body:
        yield from _walk(statement)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"} or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child)


def _changes(function: ast.AST) -> Iterator[tuple[int, str, Change]]:
    for where, node in enumerate(_inside(function)):
        line = f"{getattr(node, 'lineno', 0)}:{getattr(node, 'col_offset', 0)}"
        for what, change in _of(node):
            yield where, f"{line} {what}", change


def _of(node: ast.AST) -> Iterator[tuple[str, Change]]:  # noqa: C901 - one line a kind of place
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            yield _swapped(operator), lambda n, i=place: n.ops.__setitem__(i, _other(n.ops[i]))
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in OTHER_OPERATOR:
        yield _swapped(node.op), lambda n: setattr(n, "op", _other(n.op))
    elif isinstance(node, ast.UnaryOp):
        yield f"without {type(node.op).__name__}", lambda n: setattr(n, "op", ast.UAdd() if _number(n) else _plain(n))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | str):
        yield f"another {node.value!r}", lambda n: setattr(n, "value", _another(n.value))
    elif isinstance(node, ast.Call) and (name := _called(node)) in OTHER_NAME:
        yield f"{name} -> {OTHER_NAME[name]}", lambda n: _rename(n.func)
    elif isinstance(node, ast.Call) and _called(node) == "where" and len(node.args) == 3:
        yield "where: the other way round", lambda n: n.args.__setitem__(slice(1, 3), [n.args[2], n.args[1]])
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield f"{type(node).__name__} never", lambda n: setattr(n, "test", ast.Constant(False))
        if not isinstance(node, ast.While):
            yield f"{type(node).__name__} always", lambda n: setattr(n, "test", ast.Constant(True))
    elif isinstance(node, ast.Continue):
        yield "no continue", lambda n: setattr(n, "__class__", ast.Pass)


def _swapped(operator: ast.AST) -> str:
    return f"{type(operator).__name__} -> {OTHER_OPERATOR[type(operator)].__name__}"


def _other(operator: ast.AST) -> ast.AST:
    return OTHER_OPERATOR[type(operator)]()


def _number(node: ast.UnaryOp) -> bool:
    return isinstance(node.op, ast.USub)


def _plain(node: ast.UnaryOp) -> ast.AST:
    """`not x` becomes `not not x` and `~x` becomes `~~x`: the value itself, of the type it had."""
    node.operand = ast.UnaryOp(op=node.op, operand=node.operand)
    return type(node.op)()


def _another(value: bool | int | str) -> bool | int | str:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}?"


def _called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _rename(function: ast.AST) -> None:
    place = "attr" if isinstance(function, ast.Attribute) else "id"
    setattr(function, place, OTHER_NAME[getattr(function, place)])

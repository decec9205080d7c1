"""Put a mutant in place of a function that runs: only its code is exchanged, so everybody who imported it has it."""

import ast
import functools
import gc
from collections import defaultdict
from collections.abc import Iterator
from types import CodeType, FunctionType


class Running:
    """Every function of the law, also behind a decorator, and every cache; looked up once, before any fork."""

    def __init__(self) -> None:
        self.functions: dict[tuple[str, str], list[FunctionType]] = defaultdict(list)
        self.caches = []
        for thing in gc.get_objects():
            if type(thing) is FunctionType and str(thing.__module__).startswith("teladan.law"):
                self.functions[thing.__module__, thing.__qualname__].append(thing)
            elif type(thing) is functools._lru_cache_wrapper and str(thing.__module__).startswith("teladan.law"):  # noqa: SLF001
                self.caches.append(thing)

    def put(self, module: str, tree: ast.Module, function: str) -> None:
        """Exchange the code of one function; what was remembered of earlier calls is forgotten."""
        found = self.functions.get((module, function))
        if not found:
            raise LookupError(f"{module} has no function {function}")
        codes = {code.co_qualname: code for code in _codes(compile(tree, found[0].__code__.co_filename, "exec"))}
        for one in found:
            one.__code__ = codes[function]
        for cache in self.caches:
            cache.cache_clear()


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)

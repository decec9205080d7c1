"""How far a long act has come, told to whoever asked. Telling may end the act: the transaction then undoes it."""

from collections.abc import Callable

Tell = Callable[[str], None]  # the code of the part that begins


def silent(_part: str) -> None:
    """Tell nobody."""

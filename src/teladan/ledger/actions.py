"""Which acts the ledger knows, each with a sentence for people. An act that nobody registered is an error."""

from dataclasses import dataclass

from django.utils.translation import get_language

_KNOWN: dict[str, "Action"] = {}


class UnknownActionError(LookupError):
    """An act that no service has registered."""


@dataclass(frozen=True, slots=True)
class Action:
    """An act: its dotted name and what it says, in Indonesian and English."""

    name: str
    id: str
    en: str

    @property
    def text(self) -> str:
        """The sentence in the reader's language."""
        return self.en if (get_language() or "id").startswith("en") else self.id


def register(name: str, *, id: str, en: str) -> str:  # noqa: A002 - the language's own code
    """Make `name` known, such as `rights.case.opened`; returns it. Registering it twice with another text fails."""
    action = Action(name, id, en)
    if _KNOWN.setdefault(name, action) != action:
        raise ValueError(f"{name} is registered already, with another text")
    return name


def known(name: str) -> Action:
    """Return the registered act; raises UnknownActionError."""
    try:
        return _KNOWN[name]
    except KeyError:
        raise UnknownActionError(f"{name} is not registered: call teladan.ledger.actions.register first") from None

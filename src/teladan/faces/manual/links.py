"""Where the pages of the manual are, in the face that shows them. Each face names its pages alike."""

from dataclasses import dataclass

from django.urls import reverse

from teladan.law.manual import Rule

FACES = ("desk",)  # the faces that show the manual


@dataclass(frozen=True)
class Links:
    """`face`: the namespace of its addresses; `day`: kept in every address when the reader has chosen one."""

    face: str
    day: str = ""

    def rule(self, rule: Rule) -> str:
        """Return the page of a rule."""
        if rule.kind == "right":
            return self._to("rule", {"code": rule.name})
        return self._to("rule_item", {"kind": rule.kind, "name": rule.name})

    def book(self, slug: str) -> str:
        """Return the page of a regulation."""
        return self._to("rules_book", {"slug": slug})

    def _to(self, page: str, path: dict[str, str]) -> str:
        query = f"?tanggal={self.day}" if self.day else ""
        return reverse(f"{self.face}:{page}", kwargs=path) + query

"""`python -m teladan.law.manual` writes `docs/rules.md` anew."""

from teladan.law.manual.page import PAGE, render

PAGE.write_text(render(), encoding="utf-8")

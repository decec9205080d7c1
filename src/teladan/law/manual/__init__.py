"""The manual: every rule applied, as data (`rules`), by regulation (`books`), and as a page (`docs/rules.md`)."""

from teladan.law.manual.books import Book, books
from teladan.law.manual.collect import KINDS, rules, versions
from teladan.law.manual.page import PAGE, render
from teladan.law.manual.rule import Rule, RuleVersion

__all__ = ["KINDS", "PAGE", "Book", "Rule", "RuleVersion", "books", "render", "rules", "versions"]

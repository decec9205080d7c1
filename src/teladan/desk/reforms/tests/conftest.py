"""The small prison of the desk's tests."""

from teladan.desk.tests.conftest import prison

__all__ = ["prison"]

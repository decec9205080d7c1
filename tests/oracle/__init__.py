"""A second reading of the law, written apart from the engine: plain dates, fractions and ifs.

It never imports `teladan.law`. Its numbers are its own, each beside its article, so that a wrong number in the
engine's regulation files cannot agree with itself.
"""

from tests.oracle.oracle import assess

__all__ = ["assess"]

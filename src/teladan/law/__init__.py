"""The law as code: facts of a person in, dates and rights out. Pure Python and NumPy, no Django, no clock."""

from teladan.law.regulations import law_version

LAW_VERSION = law_version()

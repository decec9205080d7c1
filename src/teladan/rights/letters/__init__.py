"""Letters as PDF, by Typst. Every letter says that it is free and where to complain about a levy.

Data goes to the templates as JSON: a name is text there, whatever signs are in it, and never markup.
"""

from teladan.rights.letters.case_letter import case_letter_pdf
from teladan.rights.letters.decree import decrees_pdf
from teladan.rights.letters.kept import decrees_file, keep_decrees
from teladan.rights.letters.worksheet import typed_worksheet_pdf, worksheet_pdf

__all__ = ["case_letter_pdf", "decrees_file", "decrees_pdf", "keep_decrees", "typed_worksheet_pdf", "worksheet_pdf"]

"""The steps of each right, read from the files in this folder when the program starts."""

from teladan.rights.steps.load import DOCUMENTS, FLOWS, KINDS, flow_of, results_of, spec_of
from teladan.rights.steps.spec import Document, StepSpec

__all__ = ["DOCUMENTS", "FLOWS", "KINDS", "Document", "StepSpec", "flow_of", "results_of", "spec_of"]

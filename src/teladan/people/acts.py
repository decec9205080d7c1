"""The acts of the register, as the ledger names them: `people.detention.changed`."""

from teladan.ledger import actions
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Document,
    IntakeProposal,
    Movement,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)
from teladan.people.models.base import Recorded

NOUNS: dict[type[Recorded], tuple[str, str]] = {
    Person: ("Identitas", "Identity"),
    Stay: ("Masa di dalam", "Stay"),
    Detention: ("Penahanan", "Detention"),
    Absence: ("Hari tidak dihitung", "Days that do not count"),
    Movement: ("Mutasi", "Movement"),
    Verdict: ("Putusan", "Verdict"),
    Sentence: ("Pidana", "Sentence"),
    Remission: ("Remisi", "Remission"),
    Certificate: ("Surat keterangan", "Certificate"),
    ConductReport: ("Rapor pembinaan", "Conduct report"),
    Discipline: ("Register F", "Discipline entry"),
    RiskAssessment: ("Asesmen risiko", "Risk assessment"),
    Programme: ("Program pembinaan", "Programme"),
    Document: ("Dokumen", "Document"),
    IntakeProposal: ("Usulan dari putusan", "Proposal from a verdict"),
}
VERBS = {
    "added": ("ditambahkan", "added"),
    "changed": ("diubah", "changed"),
    "removed": ("dihapus dari register", "removed from the register"),
}


def act_name(row: Recorded, verb: str) -> str:
    """Return the ledger's name of an act: `added`, `changed` or `removed`."""
    return f"people.{type(row)._meta.model_name}.{verb}"  # noqa: SLF001


for _model, (_id, _en) in NOUNS.items():
    for _verb, (_verb_id, _verb_en) in VERBS.items():
        actions.register(
            f"people.{_model._meta.model_name}.{_verb}",  # noqa: SLF001
            id=f"{_id} {_verb_id}",
            en=f"{_en} {_verb_en}",
        )

"""What the ledger says of verdict files."""

from teladan.ledger import actions

RECEIVED = actions.register(
    "people.intake.received",
    id="Berkas putusan diterima untuk diperiksa",
    en="Verdict files received for checking",
)
CONFIRMED = actions.register(
    "people.intake.confirmed",
    id="Usulan dari putusan diperiksa dan masuk register",
    en="Proposal from a verdict checked and entered in the register",
)
REJECTED = actions.register(
    "people.intake.rejected",
    id="Usulan dari putusan dibatalkan",
    en="Proposal from a verdict rejected",
)

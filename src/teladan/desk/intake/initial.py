"""What was read from the verdict, as the form shows it at first. What is not sure stays empty."""

from typing import Any

from teladan.desk.intake import orders, who
from teladan.desk.intake.form import NO_CUSTODY
from teladan.desk.register.fields import money_state
from teladan.people.intake_services import initial_values
from teladan.people.models import IntakeProposal


def initial_of(proposal: IntakeProposal, found: list[who.Candidate]) -> dict[str, Any]:
    """Return the first values of the form."""
    values = initial_values(proposal.proposal)
    verdict = values["verdict"]
    return {
        **verdict,
        "articles": "\n".join(verdict.get("articles", ())),
        **_sentence(values["sentence"]),
        **orders.initial_orders(values["detention"], proposal.proposal.get("detention_unsure", [])),
        **values["person"],
        **values["stay"],
        "who": who.first_choice(found, proposal),
    }


def _sentence(sentence: dict[str, Any] | None) -> dict[str, Any]:
    if sentence is None:
        return {"kind": NO_CUSTODY}
    given = {name: value for name, value in sentence.items() if value not in (None, 0)}
    for name in ("fine", "restitution"):
        if f"{name}_rp" in sentence:
            given[f"{name}_state"] = money_state(sentence[f"{name}_rp"], known=True)
    if sentence.get("substitute_kind") == "":
        given["substitute_kind"] = NO_CUSTODY
    return given

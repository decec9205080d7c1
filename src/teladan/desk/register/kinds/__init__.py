"""The kinds of rows that officers enter, by the name in their addresses."""

from teladan.desk.register.kinds.conduct import CONDUCT, DISCIPLINE, PROGRAMME, RISK
from teladan.desk.register.kinds.court import SENTENCE, VERDICT
from teladan.desk.register.kinds.custody import ABSENCE, DETENTION, MOVEMENT
from teladan.desk.register.kinds.grants import CERTIFICATE, REMISSION
from teladan.desk.register.kinds.identity import PERSON, STAY

KINDS = {
    kind.name: kind
    for kind in (
        PERSON,
        STAY,
        DETENTION,
        ABSENCE,
        MOVEMENT,
        VERDICT,
        SENTENCE,
        REMISSION,
        CERTIFICATE,
        CONDUCT,
        DISCIPLINE,
        RISK,
        PROGRAMME,
    )
}

__all__ = ["KINDS", "SENTENCE"]

"""Verdict files on their way into the register: received, proposed, then confirmed or rejected by an officer.

The readers in `people/intake` know no database; this is the other side. Nothing enters the register unconfirmed.
"""

from teladan.people.intake_services.confirming import confirm
from teladan.people.intake_services.initial import initial_values
from teladan.people.intake_services.receiving import receive
from teladan.people.intake_services.rejecting import reject

__all__ = ["confirm", "initial_values", "receive", "reject"]

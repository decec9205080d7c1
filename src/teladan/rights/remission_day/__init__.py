"""Remission day: everyone for 17 August or a feast in one screen, one action, one decree file."""

from teladan.rights.remission_day.deciding import Except, decide_occasion, differences
from teladan.rights.remission_day.following import Followed, follow_occasion
from teladan.rights.remission_day.occasion import open_occasion
from teladan.rights.remission_day.proposal import Candidate, Grant, Proposal, Reason, propose

__all__ = [
    "Candidate",
    "Except",
    "Followed",
    "Grant",
    "Proposal",
    "Reason",
    "decide_occasion",
    "differences",
    "follow_occasion",
    "open_occasion",
    "propose",
]

"""Who may do what: one table, role by permission. A view asks `may`; nothing else decides.

A role sees its work and no more. The auditor reads all and changes nothing. Health notes stay in the clinic, even for
the auditor: an audit of health care is done in the clinic.
"""

from typing import Any

import rules

from teladan.people.models import Facility, Officer, Role

READERS = (Role.REGISTRAR, Role.CASE_OFFICER, Role.HEARING_TEAM, Role.HEAD, Role.AUDITOR)
EVERYONE = tuple(Role)

READ: dict[str, tuple[Role, ...]] = {
    "home.read": EVERYONE,
    "rules.read": EVERYONE,
    "demo.read": EVERYONE,
    "calculator.use": EVERYONE,
    "people.read": (*READERS, Role.SECURITY, Role.CLINIC, Role.TRAINER),
    "identity.read": READERS,
    "dates.read": (*READERS, Role.SECURITY),
    "offence.read": (*READERS, Role.SECURITY),
    "verdicts.read": READERS,
    "conduct.read": (*READERS, Role.SECURITY, Role.TRAINER),
    "movements.read": (*READERS, Role.SECURITY, Role.CLINIC),
    "documents.read": READERS,
    "history.read": (Role.REGISTRAR, Role.HEAD, Role.AUDITOR),
    "health.read": (Role.CLINIC,),
    "detention.read": (Role.REGISTRAR, Role.HEAD, Role.SECURITY, Role.AUDITOR),
    "wards.read": (Role.CASE_OFFICER, Role.HEAD, Role.AUDITOR),
    "facts.read": READERS,
    "meals.read": (Role.KITCHEN, Role.HEAD, Role.AUDITOR),
    "intake.read": (Role.REGISTRAR, Role.HEAD, Role.AUDITOR),
    "cases.read": READERS,
    "hearings.read": READERS,
    "occasions.read": READERS,
    "letters.read": READERS,
    "reforms.read": (*READERS, Role.SECURITY, Role.KITCHEN, Role.LEGAL),
    "settings.read": (Role.HEAD, Role.AUDITOR),
    "officers.read": (Role.HEAD, Role.AUDITOR),
}
WORK: dict[str, tuple[Role, ...]] = {
    "intake.work": (Role.REGISTRAR,),
    "register.work": (Role.REGISTRAR,),
    "documents.work": (Role.REGISTRAR,),
    "movements.work": (Role.REGISTRAR, Role.SECURITY),
    "conduct.work": (Role.CASE_OFFICER,),
    "programme.work": (Role.CASE_OFFICER, Role.TRAINER),
    "discipline.work": (Role.SECURITY,),
    "risk.work": (Role.REGISTRAR, Role.CASE_OFFICER),
    "cases.work": (Role.REGISTRAR, Role.CASE_OFFICER, Role.HEARING_TEAM, Role.HEAD),
    "hearings.work": (Role.HEARING_TEAM,),
    "team.work": (Role.HEAD,),
    "occasions.work": (Role.REGISTRAR, Role.HEAD),
    "decisions.work": (Role.REGISTRAR, Role.HEAD),
    "leaves.work": (Role.REGISTRAR, Role.HEAD),
    "settings.work": (Role.HEAD,),
    "officers.work": (Role.HEAD,),
    "feasts.work": (Role.HEAD,),
    "reforms.work": (Role.REGISTRAR, Role.HEAD, Role.LEGAL),
    "rules.work": (Role.LEGAL,),
}
# A case officer writes about own wards only.
OWN_WARDS = ("conduct.work", "programme.work", "risk.work")


def may(officer: Any, permission: str, thing: Any = None) -> bool:
    """Return whether an officer may do this, to this thing if one is given.

    Raises KeyError for a permission that the table does not know: a slip in a view must not pass for a refusal.
    """
    if permission not in permissions:
        raise KeyError(permission)
    return permissions.test_rule(permission, officer, thing)


@rules.predicate
def works_here(officer: Any) -> bool:
    """Signed in, not closed, and belonging to a facility: without one there is nothing to see."""
    return isinstance(officer, Officer) and officer.is_active and officer.facility_id is not None


@rules.predicate
def same_facility(officer: Any, thing: Any) -> bool:
    """No thing, or a thing of the officer's own facility."""
    return thing is None or facility_of(thing) == officer.facility_id


@rules.predicate
def own_ward(officer: Any, thing: Any) -> bool:
    """For a case officer: no thing yet, or somebody in their care. Other roles are not bound to wards."""
    return officer.role != Role.CASE_OFFICER or thing is None or _stay_of(thing).case_officer_id == officer.pk


def facility_of(thing: Any) -> int:
    """Return the facility a row belongs to, through its stay, case or hearing where it has none itself."""
    if isinstance(thing, Facility):
        return thing.pk
    for step in ("facility_id", "stay", "case", "verdict", "hearing", "standing", "batch"):
        found = getattr(thing, step, None)  # a proposal has no stay until it is confirmed
        if found is not None:
            return found if step == "facility_id" else facility_of(found)
    raise TypeError(f"{type(thing).__name__} belongs to no facility")


def _stay_of(thing: Any) -> Any:
    return thing if hasattr(thing, "case_officer_id") else thing.stay


def _has_role(roles: tuple[Role, ...]) -> rules.Predicate:
    names = {str(role) for role in roles}
    return rules.predicate(lambda officer: officer.role in names, name=f"role in {sorted(names)}")


def _rule(permission: str, roles: tuple[Role, ...]) -> rules.Predicate:
    rule = works_here & _has_role(roles) & same_facility
    return rule & own_ward if permission in OWN_WARDS else rule


permissions = rules.RuleSet()
for _permission, _roles in (READ | WORK).items():
    permissions.add_rule(_permission, _rule(_permission, _roles))

"""The hearing team by decree of the head: who sits, since when, until when."""

import datetime as dt

from django.db import transaction
from django.db.models import Q

from teladan.ledger import services as ledger
from teladan.people.models import Facility, Officer
from teladan.rights import actions
from teladan.rights.errors import RightsError
from teladan.rights.models import TeamMember
from teladan.rights.services.hearing_rules import has_quorum
from teladan.rights.services.settings import keep_setting, setting_of, setting_to_change

TEAM_BY_DECREE = "Jumlah anggota TPP menurut keputusan Kepala"


def members_on(facility: Facility, day: dt.date) -> list[TeamMember]:
    """Return the members in office on a day, in the order they were appointed: one query."""
    in_office = Q(until=None) | Q(until__gt=day)
    members = TeamMember.objects.filter(in_office, facility=facility, from_day__lte=day)
    return list(members.select_related("officer"))


def team_size(facility: Facility) -> int | None:
    """Return how many members the decree names; None when nobody has said."""
    return setting_of(facility).hearing_team_size


def quorum_of(members: int) -> int:
    """Return how many of so many members must be there."""
    return next(present for present in range(members + 2) if has_quorum(present, members) or present > members)


@transaction.atomic
def appoint(  # noqa: PLR0913 - each stands in the decree
    facility: Facility,
    *,
    name: str,
    position: str,
    decree_number: str,
    from_day: dt.date,
    officer: Officer | None,
    actor: Officer,
) -> TeamMember:
    """Appoint a member and return them; `officer` is None for somebody without a sign-in (Bapas).

    Raises RightsError without a name or decree, or for somebody in office already. Pressed twice, it appoints once.
    """
    ledger.lock(facility)
    member = TeamMember(
        facility=facility,
        officer=officer,
        name=name.strip() or (officer.full_name if officer else ""),
        position=position.strip(),
        decree_number=decree_number.strip(),
        from_day=from_day,
    )
    _refuse_incomplete(member)
    if there := _in_office(member):
        return there
    member.save()
    data = {"member": member.pk, "from": from_day.isoformat()}
    ledger.append(facility=facility, actor=actor, action=actions.MEMBER_APPOINTED, subject="team", data=data)
    return member


@transaction.atomic
def end_membership(member: TeamMember, *, until: dt.date, actor: Officer) -> TeamMember:
    """End a membership; `until` is the first day no longer a member. Raises RightsError for a day before the first."""
    ledger.lock(member.facility)
    current = TeamMember.objects.select_for_update().get(pk=member.pk)
    if until < current.from_day:
        raise RightsError(
            None,
            "before_start",
            id="Tanggal berakhir lebih awal dari tanggal mulai. Periksa tanggalnya.",
            en="The end is before the start. Check the day.",
            field="until",
        )
    if current.until != until:
        current.until = until
        current.save(update_fields=["until"])
        data = {"member": current.pk, "until": until.isoformat()}
        ledger.append(facility=member.facility, actor=actor, action=actions.MEMBER_ENDED, subject="team", data=data)
    return current


@transaction.atomic
def set_team_size(facility: Facility, size: int, *, actor: Officer) -> None:
    """Keep how many members the decree names: the quorum counts at least so many."""
    ledger.lock(facility)
    setting = setting_to_change(facility)
    if setting.hearing_team_size != size:
        setting.hearing_team_size = size
        keep_setting(setting, actor, TEAM_BY_DECREE)
        ledger.append(facility=facility, actor=actor, action=actions.TEAM_SIZE_SET, subject="team", data={"size": size})


def _refuse_incomplete(member: TeamMember) -> None:
    missing = [name for name in ("name", "decree_number") if not getattr(member, name)]
    if missing:
        raise RightsError(
            None,
            "incomplete",
            id="Nama anggota dan nomor keputusan Kepala harus diisi.",
            en="The member's name and the number of the head's decree are needed.",
            field=missing[0],
        )


def _in_office(member: TeamMember) -> TeamMember | None:
    """Return the same appointment made before; raises RightsError when they are in office by another one."""
    same = Q(officer=member.officer) if member.officer else Q(officer=None, name__iexact=member.name)
    in_office = Q(until=None) | Q(until__gt=member.from_day)
    there = TeamMember.objects.filter(same, in_office, facility=member.facility).first()
    if there and (there.decree_number, there.from_day) != (member.decree_number, member.from_day):
        raise RightsError(
            None,
            "in_office",
            id="{name} sudah menjadi anggota menurut keputusan {decree}. Akhiri yang lama lebih dahulu.",
            en="{name} is a member already, by decree {decree}. End that membership first.",
            field="name",
            name=there.name,
            decree=there.decree_number,
        )
    return there

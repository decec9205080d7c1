"""What may not be done to officers, in words."""

from typing import Any

from teladan.people.errors import Invalid
from teladan.people.models import Officer, Role
from teladan.people.problems import problem


def refused(code: str, id: str, en: str, *, field: str = "", **values: Any) -> Invalid:  # noqa: A002
    """Return the refusal of an act on an officer."""
    return Invalid([problem(None, field, code, id, en, **values)])


def refuse_role(role: str) -> None:
    """Refuse a role that does not exist."""
    if role not in Role.values:
        names = ", ".join(Role.values)
        raise refused(
            "no_role", "Pilih salah satu peran: {names}.", "Choose a role: {names}.", field="role", names=names
        )


def refuse_taken_name(officer: Officer) -> None:
    """Refuse a username that somebody has, however it is written: two that differ by a capital are mistaken."""
    if Officer.objects.filter(username__iexact=officer.username).exists():
        raise refused(
            "username_taken",
            "Nama pengguna {name} sudah dipakai. Pilih yang lain.",
            "The username {name} is taken. Choose another.",
            field="username",
            name=officer.username,
        )


def refuse_oneself(officer: Officer, actor: Officer | None, field: str = "") -> None:
    """Refuse an act on oneself: what concerns one's own sign-in is on the own account's page."""
    if actor is not None and actor.pk == officer.pk:
        raise refused(
            "oneself",
            "Ini tidak dapat dilakukan atas akun sendiri. Minta kepala yang lain, atau buka halaman akun Anda.",
            "This cannot be done to your own account. Ask another head, or open your account's page.",
            field=field,
        )


def refuse_last_head(officer: Officer, role_before: str) -> None:
    """Refuse to leave a facility without an active head; `officer` is as it is to become."""
    if role_before != Role.HEAD or (officer.role == Role.HEAD and officer.is_active):
        return
    others = Officer.objects.filter(facility=officer.facility, role=Role.HEAD, is_active=True).exclude(pk=officer.pk)
    if not others.exists():
        raise refused(
            "last_head",
            "Ini kepala aktif yang terakhir. Tambahkan kepala yang baru lebih dahulu.",
            "This is the last active head. Add the new head first.",
        )


def refuse_state(officer: Officer, *, active: bool) -> None:
    """Refuse an act on an officer who is not, or is, active."""
    if officer.is_active == active:
        return
    if active:
        raise refused("closed", "Petugas ini sudah nonaktif.", "This officer is deactivated already.")
    raise refused("active", "Petugas ini sudah aktif.", "This officer is active already.")

"""The page that says who can sign in to the demo: readable by the owner of the folder only."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from teladan.exemplar.demo.officers import DESKS

NAME = "demo-sign-ins.txt"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def path() -> Path:
    """Return where the sign-ins are kept."""
    return Path(settings.VAR) / NAME


def new_password() -> str:
    """Return a password that says what it is for and cannot be guessed."""
    parts = ["".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(3)]
    return "-".join(["contoh", *parts])


def write(password: str) -> None:
    """Keep the sign-ins for the owner only."""
    with os.fdopen(os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as page:
        page.write("\n".join(lines(password)) + "\n")
    path().chmod(0o600)


def lines(password: str) -> list[str]:
    """Return what `make demo` prints: a line a role, then the password they share."""
    told = ["Demo sign-ins / akun contoh (made-up people only / hanya data karangan):"]
    for desk in DESKS:
        names = desk.usernames()
        shown = names[0] if len(names) == 1 else f"{names[0]} ... {names[-1]}"
        told.append(f"  {shown:<16} {desk.role.label}")
    return [*told, f"  password / kata sandi: {password}"]

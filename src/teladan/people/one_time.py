"""A password that somebody else makes: easy to read out and to type, replaced at the first sign-in."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
PARTS, LONG = 4, 4


def one_time_password() -> str:
    """Return such a password: 79 bits of chance."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LONG)) for _ in range(PARTS))

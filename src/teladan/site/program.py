"""The one program: `teladan assess`, `teladan intake`, and every Django command."""

import os
import sys

from teladan.site.troubles import stop_writing, told

INTERRUPTED, READER_GONE = 130, 141  # as a shell counts them: 128 and the number of the signal


def main() -> int:
    """Run the command named by the first argument; returns the exit status."""
    try:
        status = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        stop_writing()
        return READER_GONE
    except Exception as problem:
        words = None if os.environ.get("TELADAN_DEBUG") == "1" else told(problem)
        if words is None:
            raise
        sys.stderr.write(f"teladan: {words}\n")
        return 1
    return status


def run() -> int:
    """Hand over to the command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "teladan.site.settings")
    name, rest = (sys.argv[1] if len(sys.argv) > 1 else "help"), sys.argv[2:]
    past = any(each.split("=")[0] == "--as-known-on" for each in rest)
    # These two answer in milliseconds because they never load Django; a past answer needs the register.
    if name == "assess" and not past:
        from teladan.law.command import main as assess  # noqa: PLC0415

        return assess(rest, _confirmed()) if "--confirmed" in rest else assess(rest)
    if name == "intake":
        from teladan.people.intake.command import main as intake  # noqa: PLC0415

        return intake(rest)
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line([sys.argv[0], "assess-as-known", *rest] if name == "assess" else sys.argv)
    return 0


def _confirmed() -> frozenset[str]:
    """Ask the database which rules lawyers have confirmed."""
    import django  # noqa: PLC0415

    django.setup()
    from teladan.rights.confirmations import confirmed  # noqa: PLC0415 - models need Django to be set up

    return confirmed()


if __name__ == "__main__":
    sys.exit(main())

"""`make real`: the main job on the real verdicts in ../shared, and a page of docs/ with what came out."""

import os
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "real.md"


def main() -> int:
    """Run the job; 0 done, 1 without the data."""
    if not DATA.is_dir():
        sys.stderr.write(
            "make real needs the real verdicts in ../shared/data beside the project; there are none here.\n"
        )
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "teladan.site.settings")
    import django  # noqa: PLC0415

    django.setup()  # the register's checks look at its models; no database is opened
    PAGE.write_text(page(DATA), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
    return 0


def page(data: Path) -> str:
    """Return the page for the texts and the table in a folder."""
    from teladan.exemplar.real import law, page, register, table, texts  # noqa: PLC0415

    told = sys.stdout.write
    read = texts.run(data / "verdict_texts")
    told(f"{read.files} texts through the intake: {read.assessed} assessed\n")
    rows, start = list(table.rows(data / "verdicts.csv")), time.perf_counter()
    reasons = [register.refusal(row, law.ONE_DAY) for row in rows]
    times = {"checks": time.perf_counter() - start}
    passed = [row for row, reason in zip(rows, reasons, strict=True) if reason is None]
    told(f"{len(rows)} rows through the register's checks: {len(passed)} pass\n")
    people, refused, times["parse"] = law.read(passed, law.as_written)
    outcomes = {
        "once": law.all_at_once([facts for _, facts in people]),
        "in_time": law.each_in_its_time(people),
        "if_final": law.each_in_its_time(law.read(passed, law.if_final)[0]),
        "if_blameless": law.each_in_its_time(law.read(passed, law.if_blameless)[0]),
    }
    told(f"{outcomes['once'].people} people before the law in {outcomes['once'].seconds:.2f} s\n")
    contradictory = [row for row in rows if not row.consistent]
    caught = sum(bool(register.problems(row, law.ONE_DAY)) for row in contradictory)
    stopped = Counter(reason for reason in reasons if reason)
    return page.render(read, len(rows), stopped, refused, (len(contradictory), caught), times, outcomes)


if __name__ == "__main__":
    sys.exit(main())

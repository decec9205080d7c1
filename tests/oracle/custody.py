"""The first day that counts, the days credited, the days that do not count."""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def prison_blocks(detention: list[dict]) -> list[tuple[date, date]]:
    """Stays in rutan or lapas that touch or overlap are one; `date.max` while still held."""
    stays = sorted(
        (day(stay["start"]), day(stay.get("end")) or date.max) for stay in detention if stay["place"] == "prison"
    )
    blocks: list[tuple[date, date]] = []
    for start, end in stays:
        if blocks and (blocks[-1][1] == date.max or start <= blocks[-1][1] + ONE_DAY):
            blocks[-1] = (blocks[-1][0], max(end, blocks[-1][1]))
        else:
            blocks.append((start, end))
    return blocks


def first_day(detention: list[dict], first_final: date | None, as_of: date) -> date | None:
    """Old KUHP art 32(1): in custody when the judgment becomes final, the term runs on; otherwise from its execution.

    Unbroken custody is counted straight from its first day (practice; the same result as crediting it, art 33).
    """
    blocks = prison_blocks(detention)
    if not blocks:
        return first_final
    start, end = blocks[-1]
    if first_final is None or end == date.max or end >= first_final - ONE_DAY or end >= as_of:
        return start
    return first_final


def credit(detention: list[dict], start: date) -> int:
    """Custody before the first day: rutan whole, house 1/3, city 1/5 (KUHAP 8/1981 art 22(5); KUHP 2023 art 61).

    A day counts once, where custody was heaviest; the fraction is rounded down (U4).
    """
    taken: set[int] = set()
    total = 0
    for place, divisor in (("prison", 1), ("house", 3), ("city", 5)):
        held: set[int] = set()
        for stay in detention:
            if stay["place"] == place:
                last = min(day(stay.get("end")) or date.max, start - ONE_DAY)
                held.update(range(day(stay["start"]).toordinal(), last.toordinal() + 1))
        total += len(held - taken) // divisor
        taken |= held
    return total


def days_absent(absences: list[dict], start: date, until: date) -> int:
    """Old KUHP art 34, KUHP 2023 art 63: time outside does not count; the day of return does."""
    outside = sorted((max(day(a["from"]), start), min(day(a.get("until")) or until, until)) for a in absences)
    total, reached = 0, start
    for left, back in outside:
        left_after = max(left, reached)
        if back > left_after:
            total += (back - left_after).days
            reached = back
    return total

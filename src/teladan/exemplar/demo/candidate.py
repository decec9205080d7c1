"""One candidate for a place in the demo: arrested some day, judged, and perhaps still inside on the day asked for."""

from datetime import date, timedelta

from teladan.exemplar.demo import custody, inside, judgment, shape
from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.offences import Case
from teladan.exemplar.demo.record import Judgment, Record

AGE_BANDS = {18: 21, 22: 31, 32: 41, 42: 51, 52: 61, 62: 76}
SECOND_NUMBER = 60_000
LATEST_RETURN = 45  # days after the judgment is final, where custody was broken
MOST_AWAY = LATEST_RETURN + inside.LONGEST_ABSENCE


def draw(seed: int, slot: int, attempt: int, case: Case, as_of: date) -> Record | None:
    """Return a candidate who may be inside on `as_of`, or None when the days say otherwise without any law."""
    chance = Chance(seed, slot, attempt)
    drawn, category = judgment.draw(case, chance), case.category
    arrested = chance.day(as_of - timedelta(days=drawn.longest), as_of)
    course = custody.draw_course(arrested, shape.days_detained(category, chance), chance)
    record = _person(slot, category, course, chance)
    if course.verdict <= as_of:
        number = assumed("case_numbers") + slot
        record.judgments = [judgment.pronounce(category, drawn, course.verdict, number, chance)]
    if course.final <= as_of:
        if _surely_gone(course, drawn, as_of):
            return None
        _serve(record, course, drawn, as_of, chance)
    else:
        record.detention = custody.known_by(custody.orders(course), as_of)
    return record if record.admitted_on <= as_of else None


def _surely_gone(course: custody.Course, drawn: judgment.Drawn, as_of: date) -> bool:
    """Return whether the whole term, an absence, broken custody and every substitute are over: no law is needed."""
    if drawn.kind == "life" or drawn.several:
        return False
    free = course.final - course.to_court  # at most so long, if the custody was broken
    return course.arrested + free + timedelta(days=drawn.at_most + MOST_AWAY) <= as_of


def _person(slot: int, category: str, course: custody.Course, chance: Chance) -> Record:
    band = chance.pick(assumed("age"))
    born = course.arrested - timedelta(days=chance.whole(int(band) * 366, AGE_BANDS[int(band)] * 365))
    here_before = chance.happens(assumed("held_here_before_judgment"))
    return Record(
        slot=slot,
        arrested=course.arrested,
        birth_date=born,
        religion=chance.pick(assumed("faith")),
        nationality="TL" if chance.happens(assumed("foreigners")) else "ID",
        judgments=[],
        detention=[],
        admitted_on=course.to_prosecutor if here_before else course.final + timedelta(days=chance.whole(0, 21)),
        takes_leave=chance.happens(assumed("leave_taken")),
        leave_delay=chance.whole(0, assumed("leave_delay_days")),
        category=category,
    )


def _serve(record: Record, course: custody.Course, drawn: judgment.Drawn, as_of: date, chance: Chance) -> None:
    first = record.judgments[0]
    first.final_on = course.final
    record.detention = _detention(record, course, chance)
    if drawn.several and (more := _second(first, record.slot, as_of, chance)):
        record.judgments.append(more)
    if record.admitted_on <= as_of:
        inside.add(record, as_of, chance)


def _second(first: Judgment, slot: int, as_of: date, chance: Chance) -> Judgment | None:
    return judgment.second(first, as_of, SECOND_NUMBER + slot, chance)


def _detention(record: Record, course: custody.Course, chance: Chance) -> list[custody.Order]:
    made = custody.orders(course)
    draw, back = chance.share(), course.final + timedelta(days=chance.whole(0, LATEST_RETURN))
    place = chance.one_of(("house", "city"))
    if draw >= assumed("broken_detention") + assumed("house_or_city"):
        return custody.serving_from(made, course.final)
    record.admitted_on = back
    return custody.broken(made, course.to_court, back, None if draw < assumed("broken_detention") else place)

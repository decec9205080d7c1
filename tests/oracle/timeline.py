"""The dates of one person."""

from datetime import timedelta

from tests.oracle import lengths
from tests.oracle.custody import day
from tests.oracle.person import Person

AUTHORITIES = {
    "police": "A.I",
    "investigator": "A.I",
    "prosecutor": "A.II",
    "prosecutor_extension": "A.II",
    "court": "A.III",
    "court_extension": "A.III",
    "high_court": "A.IV",
    "high_court_extension": "A.IV",
    "supreme_court": "A.V",
}


def substitute_days(person: Person) -> int | None:
    """Served after the principal term; part payment shortens it in proportion: old KUHP arts 30 and 31."""
    if person.expiry is None:
        return None
    end = person.expiry
    for kind in ("fine", "restitution"):
        for sentence in person.sentences:
            penalty = sentence.get(kind)
            if penalty and penalty.get("substitute"):
                end += timedelta(days=left_to_serve(penalty, (lengths.add(end, penalty["substitute"]) - end).days))
    return (end - person.expiry).days


def left_to_serve(penalty: dict, full: int) -> int:
    amount, paid = penalty.get("amount_rp"), penalty.get("paid_rp") or 0
    if not amount:
        return full
    return full - full * min(paid, amount) // amount


def register(person: Person, unserved: int | None) -> str | None:
    """Kepdirjenpas PAS-170.PK.01.01.02/2015: by the length pronounced."""
    if not person.finals or person.finals[0] > person.as_of:
        return register_of_detainee(person)
    if person.fixed_term is False:
        return "B.I"
    return None if person.term is None else register_of_convict(person, unserved)


def register_of_convict(person: Person, unserved: int | None) -> str | None:
    """Kurungan, or the substitute after the principal term: B.III. Otherwise the length, if it is imprisonment."""
    if all(sentence.get("kind") == "confinement" for sentence in person.sentences):
        return "B.III"
    if person.expiry and unserved and person.expiry <= person.as_of < person.expiry + timedelta(days=unserved):
        return "B.III"
    if not all(sentence.get("kind") for sentence in person.sentences):
        return None
    if person.term > lengths.in_days({"years": 1}):
        return "B.I"
    return "B.IIa" if person.term > lengths.in_days({"months": 3}) else "B.IIb"


def register_of_detainee(person: Person) -> str | None:
    detention = person.facts.get("detention")
    if not detention:
        return None
    last = max(detention, key=lambda stay: day(stay["start"]))
    return AUTHORITIES.get(last.get("authority"))


def timeline(person: Person) -> dict:
    unserved = substitute_days(person)
    known = person.expiry_initial is not None
    return {
        "start": person.start,
        "term_days": (person.expiry_initial - person.start).days + person.credit - person.absent if known else None,
        "expiry_initial": person.expiry_initial,
        "remission_days": person.remission,
        "one_third": person.one_third,
        "half": person.half,
        "two_thirds": person.two_thirds,
        "expiry": person.expiry,
        "substitute_days": unserved,
        "release": person.expiry + timedelta(days=unserved) if known else None,
        "register": register(person, unserved),
    }

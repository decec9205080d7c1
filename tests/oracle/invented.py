"""Invented people whose facts lie on the law's edges, and the days on which to look at them."""

from datetime import date, timedelta
from random import Random

from tests.oracle import assess, in_force
from tests.oracle.days import CHANGES

LAW_CHANGES = [in_force.KEPPRES_174_1999, *CHANGES]
FIRST, LAST = in_force.KEPPRES_174_1999, date(2042, 12, 31)
LEAP_DAYS = [date(year, 2, 29) for year in range(1996, 2029, 4)]
EDGE_TERMS = [
    {"days": 1},
    {"months": 3},
    {"months": 3, "days": 1},
    {"months": 5, "days": 29},
    {"months": 6},
    {"months": 11, "days": 29},
    {"years": 1},
    {"months": 12},
    {"years": 1, "days": 1},
    {"months": 13, "days": 13},
    {"months": 13, "days": 14},
    {"months": 13, "days": 15},
    {"years": 1, "months": 3},
    {"years": 1, "months": 3, "days": 1},
    {"months": 18},
    {"years": 1, "months": 6, "days": 1},
    {"years": 4, "months": 11, "days": 29},
    {"years": 5},
    {"years": 20},
]
OFFENCES = [
    *("narcotics", "corruption", "terrorism", "state_security", "human_rights", "transnational", "sexual"),
    *("child_protection", "murder", "robbery", "theft", "fraud", "assault", "traffic", "other"),
]
ARTICLES = ["KUHP:338", "KUHP:340", "KUHP:365(2)", "KUHP:363(1) ke-4", "KUHP:289", "UU 35/2014:81(1)", "UU 35/2009:112"]
RELIGIONS = ["islam", "protestant", "catholic", "hindu", "buddhist", "confucian", "belief"]
GENERAL_AMOUNTS = [{"months": n} for n in (1, 2, 3, 4, 5, 6)]
RELIGIOUS_AMOUNTS = [{"days": 15}, {"months": 1}, {"months": 1, "days": 15}, {"months": 2}]
GRANTS = (
    ("general", 8, 17, GENERAL_AMOUNTS),
    ("religious", 12, 25, RELIGIOUS_AMOUNTS),
    ("child", 7, 23, GENERAL_AMOUNTS),
)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def chance(rng: Random, percent: int) -> bool:
    return rng.randrange(100) < percent


def near(rng: Random, day: date, spread: int = 2) -> date:
    return day + timedelta(days=rng.randint(-spread, spread))


def some_day(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, max((last - first).days, 0)))


def person(rng: Random) -> dict:
    """Facts without `as_of`; any of them may be missing."""
    start = first_day(rng)
    sentences = judgments(rng, start)
    facts = {
        "person": who(rng, start),
        "detention": custody(rng, start, sentences),
        "sentences": sentences,
        "absences": absences(rng, start),
        "remissions": remissions(rng, start),
        "conduct": conduct(rng, start),
        "discipline": discipline(rng, start),
        "risk": risk(rng, start),
        "programme": programme(rng, start),
        "illness": {"certified_on": iso(later(rng, start))} if chance(rng, 15) else None,
        "pledge": {"kind": "loyalty", "on": iso(later(rng, start))} if chance(rng, 40) else None,
        "cooperation": {"on": iso(later(rng, start))} if chance(rng, 30) else None,
        "merits": merits(rng, start),
        "on_leave": leave(rng, start),
    }
    if chance(rng, 60):
        facts.update(kept_well(rng, start))
    return {name: value for name, value in facts.items() if not chance(rng, 2)}


def kept_well(rng: Random, start: date) -> dict:
    """A person against whom little speaks, so that the dates decide."""
    told = {
        "absences": [],
        "conduct": [{"month": f"{year}-01", "rating": "good"} for year in range(start.year, start.year + 20)],
        "risk": [{"on": iso(start), "level": "medium"}, {"on": iso(start + timedelta(days=170)), "level": "low"}],
        "programme": [{"from": iso(start), "until": None}],
        "pledge": {"kind": "loyalty", "on": iso(start)},
        "cooperation": {"on": iso(start)},
        "on_leave": None,
        "discipline": discipline(rng, start) if chance(rng, 30) else [],
        "merits": [{"kind": "helper", "on": f"{year}-03-01"} for year in range(start.year, start.year + 5)],
    }
    return {name: value for name, value in told.items() if not chance(rng, 8)}


def first_day(rng: Random) -> date:
    sort = rng.randrange(10)
    if sort == 0:
        return rng.choice(LEAP_DAYS)
    if sort == 1:
        return date(rng.randint(1998, 2026), *rng.choice([(1, 31), (12, 31), (2, 28), (3, 1), (8, 17), (12, 25)]))
    if sort == 2:
        return near(rng, rng.choice(LAW_CHANGES))
    if sort == 3:
        return date(rng.randint(2000, 2026), 8, 17) - timedelta(days=rng.choice([179, 180, 181, 359, 360, 361]))
    return some_day(rng, date(1997, 1, 1), date(2026, 6, 1))


def later(rng: Random, start: date) -> date:
    return some_day(rng, start, start + timedelta(days=rng.choice([60, 400, 1500, 4000])))


def who(rng: Random, start: date) -> dict:
    birth = some_day(rng, date(1930, 1, 1), date(start.year - 14, 1, 1))
    if chance(rng, 10):
        birth = date(rng.randrange(1932, start.year - 14, 4), 2, 29)
    elif chance(rng, 25):
        birth = date(start.year - rng.choice([14, 15, 16, 17, 18, 68, 69, 70]), start.month, min(start.day, 28))
    told = {
        "birth_date": iso(birth),
        "sex": rng.choice(["male", "female"]),
        "religion": rng.choice(RELIGIONS),
        "nationality": rng.choice(["ID", "ID", "ID", "MY"]),
    }
    return {name: value for name, value in told.items() if not chance(rng, 4)}


# Judgments ---------------------------------------------------------------------------------------------------------


def judgments(rng: Random, start: date) -> list[dict]:
    count = rng.choice([1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 0 if chance(rng, 30) else 1])
    return [judgment(rng, start) for _ in range(count)]


def judgment(rng: Random, start: date) -> dict:
    kind = rng.choices(["prison", "confinement", "life", "death"], [92, 4, 3, 1])[0]
    told = {
        "final_on": final(rng, start),
        "kind": kind,
        "offence": rng.choice(OFFENCES),
        "articles": rng.sample(ARTICLES, rng.randint(0, 2)),
        "fine": penalty(rng),
        "restitution": penalty(rng),
    }
    told = {name: value for name, value in told.items() if name == "kind" or not chance(rng, 4)}
    if kind in ("prison", "confinement") and not chance(rng, 3):
        told["term"] = term(rng)
    if chance(rng, 3):
        del told["kind"]
    return told


def final(rng: Random, start: date) -> str | None:
    sort = rng.randrange(12)
    if sort == 0:
        return None
    if sort == 1 and start < in_force.PP_99_2012:
        return iso(max(near(rng, in_force.PP_99_2012), start))
    if sort == 2:
        august = date(start.year + 1, 8, 17)
        return iso(max(near(rng, august, 1), start))
    return iso(start + timedelta(days=rng.choice([0, 30, 90, 200, 400, 700]) + rng.randrange(30)))


def term(rng: Random) -> dict:
    if chance(rng, 45):
        return dict(rng.choice(EDGE_TERMS))
    years, months, days = (
        rng.choice([0, 0, 1, 2, 3, 5, 7, 12, 18]),
        rng.randrange(0, 15),
        rng.choice([0, 0, 0, 7, 10, 31]),
    )
    return {"years": years, "months": months, "days": days} if years + months + days else {"years": 4}


def penalty(rng: Random) -> dict | None:
    if chance(rng, 55):
        return None
    amount = rng.choice([3, 7, 1_000_000, 1_000_000_000])
    told = {
        "amount_rp": amount,
        "substitute": rng.choice([None, {"days": 7}, {"months": 1}, {"months": 3}, {"months": 6}, {"years": 1}]),
        "paid_rp": rng.choice([0, 0, 1, amount // 3, amount // 2, amount - 1, amount, amount * 2]),
    }
    return {name: value for name, value in told.items() if name != "paid_rp" or not chance(rng, 8)}


# Custody -----------------------------------------------------------------------------------------------------------


def custody(rng: Random, start: date, sentences: list[dict]) -> list[dict]:
    sort = rng.randrange(12)
    finals = sorted(s["final_on"] for s in sentences if s.get("final_on"))
    if sort == 0:
        return []
    if sort == 1:
        return [stay(start, start + timedelta(days=rng.randint(0, 60)), rng.choice(["house", "city"]))]
    if sort == 2 and finals:
        return [stay(start, max(near(rng, date.fromisoformat(finals[0])), start), "prison")]
    if sort in (3, 4, 5):
        return several_stays(rng, start)
    return [stay(start, None, "prison", rng.choice([None, None, "court", "high_court", "prosecutor"]))]


def stay(start: date, end: date | None, place: str, authority: str | None = None) -> dict:
    told = {"start": iso(start), "end": iso(end), "place": place}
    return {**told, "authority": authority} if authority else told


def several_stays(rng: Random, start: date) -> list[dict]:
    stays, day = [], start
    for _ in range(rng.randint(1, 3)):
        end = day + timedelta(days=rng.choice([0, 1, 9, 19, 20, 29, 30, 40, 59, 120]))
        stays.append(stay(day, end, rng.choice(["prison", "prison", "house", "city"])))
        day = end + timedelta(days=rng.choice([-5, 0, 1, 1, 1, 2, 3, 30, 200]))
        day = max(day, start)
    last = None if chance(rng, 75) else day + timedelta(days=rng.choice([0, 30, 90, 400]))
    stays.append(stay(day, last, "prison" if chance(rng, 85) else "house"))
    if chance(rng, 20):
        rng.shuffle(stays)
    return stays


def absences(rng: Random, start: date) -> list[dict]:
    if chance(rng, 60):
        return []
    rows = []
    for _ in range(rng.randint(1, 3)):
        left = later(rng, start) - timedelta(days=rng.choice([0, 0, 0, 10]))
        back = None if chance(rng, 10) else iso(left + timedelta(days=rng.choice([0, 1, 2, 5, 30, 180, 400])))
        reason = rng.choice(["escape", "hospital_suspension", "leave_revoked"])
        rows.append({"from": iso(left), "until": back, "reason": reason})
    return rows


# Time inside -------------------------------------------------------------------------------------------------------


def remissions(rng: Random, start: date) -> list[dict]:
    rows = []
    for kind, month, day, amounts in GRANTS[: 3 if chance(rng, 10) else 2]:
        until = min(start.year + rng.choice([0, 1, 2, 4, 8, 16]), 2027)
        rows += [
            {"kind": kind, "granted_on": iso(date(year, month, day)), "term": dict(rng.choice(amounts))}
            for year in range(start.year + 1, until)
            if chance(rng, 80)
        ]
    if chance(rng, 25):
        kind = rng.choice(["decade", "additional_half", "additional_third", "humanitarian", "late", "late"])
        row = {"kind": kind, "granted_on": iso(later(rng, start)), "term": {"days": rng.choice([10, 30, 90])}}
        rows.append({**row, "late_for": rng.choice(["general", "religious"])} if kind == "late" else row)
    if chance(rng, 20):
        rng.shuffle(rows)
    return rows


def conduct(rng: Random, start: date) -> list[dict]:
    ratings = ["good", "good", "very_good", "good", "good", "fair", "poor"]
    months = sorted({iso(later(rng, start))[:7] for _ in range(rng.randint(0, 6))})
    return [{"month": month, "rating": rng.choice(ratings)} for month in months]


def discipline(rng: Random, start: date) -> list[dict]:
    rows = []
    for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
        on = later(rng, start)
        if chance(rng, 40):
            on = max(date(on.year, 8, 17) - timedelta(days=rng.choice([0, 89, 90, 91, 179, 180, 181])), start)
        lost = iso(on + timedelta(days=rng.choice([30, 180, 400]))) if chance(rng, 25) else None
        rows.append({"on": iso(on), "level": rng.choice(["light", "medium", "heavy"]), "rights_lost_until": lost})
    return rows


def risk(rng: Random, start: date) -> list[dict]:
    days = sorted({later(rng, start) for _ in range(rng.randint(0, 4))})
    return [{"on": iso(day), "level": rng.choice(["low", "low", "medium", "high"])} for day in days]


def programme(rng: Random, start: date) -> list[dict]:
    if chance(rng, 10):
        return []
    begin = start + timedelta(days=rng.choice([0, 0, 30, 300]))
    until = None if chance(rng, 75) else iso(begin + timedelta(days=rng.choice([0, 100, 900])))
    return [{"from": iso(begin), "until": until}]


def merits(rng: Random, start: date) -> list[dict]:
    kinds = ["state_service", "humanity", "blood_donor", "justice_collaborator", "helper"]
    return [{"kind": rng.choice(kinds), "on": iso(later(rng, start))} for _ in range(rng.choice([0, 1, 2, 4]))]


def leave(rng: Random, start: date) -> dict | None:
    if chance(rng, 90):
        return None
    kind = rng.choice(["pre_release_leave", "parole", "conditional_leave"])
    return {"kind": kind, "from": iso(later(rng, start))}


# Days to look -------------------------------------------------------------------------------------------------------


def edges(facts: dict, middle: date) -> list[date]:
    """The days on which something changes for this person."""
    told = assess({**facts, "as_of": iso(middle)})
    found = [value for value in told["timeline"].values() if isinstance(value, date)]
    found += [right["date"] for right in told["rights"].values() if right["date"]]
    found += [right["ends"] for right in told["rights"].values() if right["ends"]]
    for name, dated in (("discipline", "on"), ("remissions", "granted_on"), ("risk", "on"), ("absences", "from")):
        found += [date.fromisoformat(row[dated]) for row in facts.get(name) or []]
    found += [
        date.fromisoformat(row["on"]) + timedelta(days=n)
        for row in facts.get("discipline") or []
        for n in (90, 180, 270)
    ]
    found += [date.fromisoformat(s["final_on"]) for s in facts.get("sentences") or [] if s.get("final_on")]
    return found


def month_end(rng: Random, day: date) -> date:
    first = date(day.year + rng.randint(0, 2), rng.randint(1, 12), 1)
    return first - timedelta(days=1)


def days_to_look(rng: Random, facts: dict, count: int) -> list[date]:
    """Mostly the day before, the day of and the day after an edge."""
    start = assess({**facts, "as_of": iso(LAST)})["timeline"]["start"] or date(2015, 1, 1)
    found = edges(facts, start + timedelta(days=rng.randint(100, 2000)))
    found += edges(facts, start + timedelta(days=3000))
    augusts = [
        date(start.year + n, month, day) for n in range(3) for month, day in ((8, 17), (12, 25), (7, 23), (5, 29))
    ]
    pools = (
        found,
        found,
        augusts,
        augusts,
        [law for law in LAW_CHANGES if law > start] or LAW_CHANGES,
        [month_end(rng, start)],
    )
    pools = [pool for pool in pools if pool]
    first = max(FIRST, min((date.fromisoformat(stay["start"]) for stay in facts.get("detention") or []), default=start))
    days = {min(max(near(rng, rng.choice(rng.choice(pools)), 1), first), LAST) for _ in range(count * 4)}
    return sorted(rng.sample(sorted(days), min(count, len(days))))


# Moved in time ------------------------------------------------------------------------------------------------------


def moved(facts, days: int):
    """The same life, so many days later: every date in the facts, the months of conduct too."""
    if isinstance(facts, dict):
        return {name: moved(value, days) for name, value in facts.items()}
    if isinstance(facts, list):
        return [moved(value, days) for value in facts]
    if not isinstance(facts, str) or not facts[:4].isdigit():
        return facts
    if len(facts) == len("2024-01"):
        return iso(date.fromisoformat(f"{facts}-15") + timedelta(days=days))[:7]
    return iso(date.fromisoformat(facts) + timedelta(days=days))


def moved_to_an_edge(rng: Random, facts: dict, own_edges: list[date], day: date) -> dict:
    """The same life, moved so that one of its edges falls on the day, the day before or the day after."""
    birth = date.fromisoformat(facts.get("person", {}).get("birth_date", "1950-01-01"))
    earliest = birth - date(1901, 1, 1)
    within = [edge for edge in own_edges if edge - day < earliest]
    if not within:
        return facts
    return moved(facts, (day - rng.choice(within)).days + rng.randint(-1, 1))


def with_edges(facts: dict, rng: Random) -> tuple[dict, list[date]]:
    """A person and the days on which something changes for it, looked at from a day of its life."""
    return facts, edges(facts, date(rng.randint(2000, 2030), rng.randint(1, 12), 1))

"""The filled-in forms as the facts of the law. What was left empty is left out: it is not known."""

from collections.abc import Callable
from datetime import date
from typing import Any

from teladan.faces.calculator.sheet import Filled, Sheet

Values = dict[str, Any]
UNITS = ("years", "months", "days")


def of_sheet(sheet: Sheet) -> Values:
    """Return the facts of a valid sheet as `teladan assess` reads them."""
    person = sheet.person.cleaned_data
    return {
        "as_of": person["as_of"].isoformat(),
        "person": _person(person),
        **{each.section.name: _list(each) for each in sheet.lists if each.values() or _none(each)},
        **_letters(sheet.letters.cleaned_data),
    }


def _none(each: Filled) -> bool:
    return bool(each.checked.cleaned_data["none"])


def _list(each: Filled) -> list[Values]:
    return [ROWS[each.section.name](row) for row in each.values()]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _known(**values: Any) -> Values:
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _person(values: Values) -> Values:
    return _known(
        birth_date=_iso(values["birth_date"]),
        religion=values["religion"],
        sex=values["sex"],
        nationality=values["nationality"],
    )


def _term(values: Values, prefix: str = "") -> Values:
    return {unit: values.get(f"{prefix}{unit}") or 0 for unit in UNITS}


def _sentence(values: Values) -> Values:
    fact = _known(kind=values["kind"], offence=values["offence"], articles=_articles(values["articles"]))
    if values["kind"] in ("prison", "confinement") and any(values[unit] is not None for unit in UNITS):
        fact["term"] = _term(values)
    if values["final"] == "no":
        fact["final_on"] = None
    elif values["final_on"]:
        fact["final_on"] = _iso(values["final_on"])
    for name in ("fine", "restitution"):
        if values[name] == "none":
            fact[name] = None
        elif values[f"{name}_rp"] is not None:
            fact[name] = _money(values, name)
    return fact


def _money(values: Values, name: str) -> Values:
    money: Values = {"amount_rp": values[f"{name}_rp"]} | _known(paid_rp=values[f"{name}_paid_rp"])
    term = _term(values, f"{name}_")
    return money | ({"substitute": term} if any(term.values()) else {})


def _articles(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _detention(values: Values) -> Values:
    return {"start": _iso(values["start"]), "end": _iso(values["end"]), "place": values["place"] or "prison"}


def _absence(values: Values) -> Values:
    return {"from": _iso(values["start"]), "until": _iso(values["until"]), "reason": values["reason"]}


def _remission(values: Values) -> Values:
    fact = {"kind": values["kind"], "granted_on": _iso(values["granted_on"]), "term": _term(values)}
    return fact | _known(late_for=values["late_for"])


def _report(values: Values) -> Values:
    return {"month": values["month"].isoformat()[:7], "rating": values["rating"]}


def _violation(values: Values) -> Values:
    return {"on": _iso(values["on"]), "level": values["level"], "rights_lost_until": _iso(values["rights_lost_until"])}


def _risk(values: Values) -> Values:
    return {"on": _iso(values["on"]), "level": values["level"]}


def _programme(values: Values) -> Values:
    return {"from": _iso(values["start"]), "until": _iso(values["until"])}


ROWS: dict[str, Callable[[Values], Values]] = {
    "detention": _detention,
    "sentences": _sentence,
    "remissions": _remission,
    "absences": _absence,
    "conduct": _report,
    "discipline": _violation,
    "risk": _risk,
    "programme": _programme,
}


def _letters(values: Values) -> Values:
    facts: Values = {}
    if values["illness"]:
        facts["illness"] = None if values["illness"] == "none" else {"certified_on": _iso(values["illness_on"])}
    if values["pledge"]:
        none = values["pledge"] == "none"
        facts["pledge"] = None if none else {"kind": values["pledge"], "on": _iso(values["pledge_on"])}
    if values["cooperation"]:
        facts["cooperation"] = None if values["cooperation"] == "none" else {"on": _iso(values["cooperation_on"])}
    if values["merit"]:
        none = values["merit"] == "none"
        facts["merits"] = [] if none else [{"kind": values["merit"], "on": _iso(values["merit_on"])}]
    return facts

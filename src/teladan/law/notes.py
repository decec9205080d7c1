"""Notes: what a person must look at by hand. Each is a code with its words and law (`regulations/notes.toml`)."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from teladan.law import regulations, words
from teladan.law.codes import LEAVES, OFFENCES, PLACES, SENTENCE_KINDS
from teladan.law.columns import LISTS
from teladan.law.criteria import REGISTRY
from teladan.law.feasts import next_on, yearly
from teladan.law.regulations import in_force
from teladan.law.rights import RIGHTS
from teladan.law.rights._others import rule_of
from teladan.law.rule_ids import NONE_CONFIRMED, Confirmed, rule_id
from teladan.law.sentence import old_track_dropped
from teladan.law.served import SIX_MONTHS
from teladan.law.situation import Situation
from teladan.law.terms import FAR, NONE, day_of

Rights = list[dict[str, Any]]
Found = tuple[str, dict[str, Any]]
CHILD = "child_reduction"
OF_A_CHILD = ("no_violation_within_3_months", "served_three_months")
LIFE, DEATH = SENTENCE_KINDS.index("life"), SENTENCE_KINDS.index("death")
NARCOTICS = OFFENCES.index("narcotics")
HOME_ARTICLES_FROM = REGISTRY["offence_allowed_home"].laws[-1].first  # Permenkumham 32/2020
EXCLUDING = ("under_eighteen", "not_special_offence")  # unconfirmed rules that exclude


def notes(
    s: Situation,
    row: int,
    rights: Rights,
    confirmed: Confirmed = NONE_CONFIRMED,
    law_on: Mapping[str, int] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """Every note that concerns one person, in the order of the file.

    `confirmed`: versions of rules that are not named as unsure; `law_on`: the day of the law by right, where it is not
    that of the situation.
    """
    found = [*_of_facts(s, row), *_of_arithmetic(s, row), *_of_rights(s, row, rights), *_of_special(s, row)]
    sure = _Sure(confirmed, s.law_on, law_on)
    found += [*_older_text(s, row, rights, confirmed), *_unconfirmed(rights, sure, child=bool(s.child[row]))]
    found += _conventions(s)
    return [_written(code, values, s.as_of) for code, values in found]


def _written(code: str, values: dict[str, Any], as_of: int) -> dict[str, Any]:
    entry = regulations.table("notes")[code]
    extra = values.pop("law", None)
    text = {language: entry["text"][language].format(**_in(values, language)) for language in words.LANGUAGES}
    return {"code": code, "text": text, "law": regulations.cites_on(extra or entry["law"], as_of), **_plain(values)}


def _in(values: dict[str, Any], language: str) -> dict[str, Any]:
    """Values that differ by language are given as {id, en}; a day as a number is written out."""
    told = {}
    for name, value in values.items():
        if name == "day":
            told[name] = words.long_date(int(value), language)
        else:
            told[name] = value[language] if isinstance(value, dict) else value
    return told


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in ("criterion", "right") if isinstance(values.get(name), str)}


def _of_facts(s: Situation, row: int) -> Iterator[Found]:
    later = [name for name in LISTS if name not in ("sentences", "detention") and _has_later(s, name, row)]
    if later:
        yield "future_facts", {"lists": _named(later)}
    yield from _of_custody(s, row)
    for name in ("remissions", "absences", "detention"):
        if not s.list(name).known[row]:
            yield f"{name}_unknown", {}
    if not s.birth_known[row]:
        yield "birth_unknown", {}
    if _paid_unknown(s, row):
        yield "paid_unknown", {}


def _of_custody(s: Situation, row: int) -> Iterator[Found]:
    if s.custody.known[row] and s.custody.start[row] > s.as_of:
        yield "future_custody", {"day": int(s.custody.start[row])}
    periods, grants = s.list("detention"), s.list("remissions")
    first = min((int(periods["start"][k][row]) for k in range(periods.depth)), default=FAR)
    if any(grants["on"][k][row] < min(first, s.as_of + 1) for k in range(grants.depth)) and first < FAR:
        yield "remission_before_custody", {"day": first}
    if s.custody.from_final[row]:
        yield "start_from_final", {}


def _has_later(s: Situation, name: str, row: int) -> bool:
    lists, key = s.list(name), next(iter(LISTS[name]))
    return any(s.as_of < lists[key][k][row] < FAR for k in range(lists.depth))


def _named(names: list[str]) -> dict[str, str]:
    return {language: ", ".join(words.fact(n, language) for n in names) for language in words.LANGUAGES}


def _paid_unknown(s: Situation, row: int) -> bool:
    lists = s.list("sentences")
    return any(
        lists[f"{money}_state"][k][row] > 0 and lists[f"{money}_paid"][k][row] < 0
        for k in range(lists.depth)
        for money in ("fine", "restitution")
    )


def _of_arithmetic(s: Situation, row: int) -> Iterator[Found]:
    if s.merged.long_months[row]:
        yield "twelve_months", {}
    if s.merged.has_term[row] and (s.merged.total[row] % 6):
        yield "fraction_rounded", {}
    per = regulations.table("arithmetic")["credit"]
    if any(days[row] % per[place] for days, place in zip(s.custody.credited, PLACES, strict=True)):
        yield "credit_rounded", {}
    if s.time.dated[row] and s.time.remission_lost_days[row]:
        yield "remission_lost", {"days": int(s.time.remission_lost_days[row])}
    for day in _days_to_watch(s, row):
        if s.custody.known[row] and int(s.served_on(s.constant(day))[row]) == SIX_MONTHS:
            yield "exactly_six_months", {"day": day}


def _days_to_watch(s: Situation, row: int) -> list[int]:
    today = s.constant(s.as_of)
    rule = rule_of("general_remission", s.law_on)
    general = int(next_on(yearly(rule["month"], rule["day"]), today[:1])[0])
    feast = int(s.feasts.next_on(s.single("religion"), today)[row])
    return sorted({s.as_of, general, feast} - {NONE})


def _of_rights(s: Situation, row: int, rights: Rights) -> Iterator[Found]:
    by_name = {right["right"]: right for right in rights}
    open_now = {name for name, right in by_name.items() if right["status"] not in ("closed", "excluded")}
    yield from _of_remissions(s, row, by_name, open_now)
    if not s.fractions_known:
        yield "fractions_before_2008", {}
    yield from _of_home(s, row, by_name["home_assimilation"]["status"])
    nine_months = REGISTRY["two_thirds_at_least_nine_months"].laws[-1].numbers["days"]
    long_enough = s.merged.has_term[row] and 2 * s.merged.total[row] >= 3 * nine_months
    if long_enough and {"parole", "conditional_leave"} <= open_now:
        yield "parole_or_conditional", {}
    if "pre_release_leave" in open_now and s.grants.last.several[row]:
        yield "last_remission_several", {}
    if (kind := int(s.single("leave_kind")[row])) >= 0 and s.single("leave_from")[row] <= s.as_of:
        yield "released", {"day": int(s.single("leave_from")[row]), "leave": dict(RIGHTS[LEAVES[kind]].title)}
    if s.escapes.again_from[row] > s.as_of:
        yield "revoked_within_a_year", {}
    for name in ("family_leave", "pre_release_leave", "conditional_leave", "child_reduction", "late_remission"):
        if s.law_on < RIGHTS[name].laws[0].first:
            yield "not_yet_a_scheme", {"day": RIGHTS[name].laws[0].first, "right": dict(RIGHTS[name].title)}


def _of_home(s: Situation, row: int, status: str) -> Iterator[Found]:
    """Permenkumham 32/2020 art 11, from 2021: what the facts do not tell, and the threshold that is not certain."""
    if status == "closed" or s.law_on < HOME_ARTICLES_FROM:
        return
    if status != "excluded":
        yield "recidivists", {}
    sentences = s.list("sentences")
    if any(sentences["offence"][k][row] == NARCOTICS for k in range(sentences.depth)):
        yield "home_narcotics", {}


def _of_remissions(s: Situation, row: int, by_name: dict[str, Any], open_now: set[str]) -> Iterator[Found]:
    religious = by_name["religious_remission"]
    if religious["date"]:
        day = np.array([day_of(words.date_from(religious["date"]))], np.int64)
        if s.feasts.is_estimated(s.single("religion")[row : row + 1], day)[0]:
            yield "estimated_feast", {"day": int(day[0])}
    feast_unknown = any(f["criterion"] == "feast_day_known" and f["met"] is None for f in religious["findings"])
    if feast_unknown and s.feasts.told_until(s.single("religion")[row : row + 1])[0] > -FAR:
        yield "feast_table_ends", {}
    if by_name["decade_remission"]["status"] in ("eligible", "upcoming"):
        yield "decade_sources", {}
    if "humanitarian_remission" not in open_now and s.law_on > RIGHTS["humanitarian_remission"].laws[0].last:
        if by_name["humanitarian_remission"]["status"] == "closed":
            yield "humanitarian_gap", {}
    elif by_name["humanitarian_remission"]["length"]:
        yield "humanitarian_amount", {}
    again = RIGHTS["humanitarian_remission"].laws[-1].first
    if "humanitarian_remission" in open_now and s.law_on >= again and s.special[row] > 0:
        yield "humanitarian_special", {}
    if "child_reduction" in open_now and s.child[row]:
        yield "child_table", {}


def _of_life_and_death(s: Situation, row: int) -> Iterator[Found]:
    """Both are without remission; how each may be changed is told, not computed."""
    sentences = s.list("sentences")
    kinds = {int(sentences["kind"][k][row]) for k in range(sentences.depth)}
    if LIFE in kinds:
        yield "life_conversion", {}
    if DEATH in kinds and regulations.cites_on(regulations.table("notes")["death_conversion"]["law"], s.as_of):
        yield "death_conversion", {}


def _of_special(s: Situation, row: int) -> Iterator[Found]:
    yield from _of_life_and_death(s, row)
    if s.law_on >= old_track_dropped():
        if s.merged.special_old[row] > 0:
            yield "old_track", {}
        if s.special[row] > 0 and s.merged.has_term[row]:
            yield "assimilation_half_dropped", {}
    new_code = day_of(regulations.table("arithmetic")["confinement"]["abolished_on"])
    if (
        s.as_of >= new_code
        and s.time.dated[row]
        and s.time.substitute_days[row]
        and s.merged.first_final[row] < new_code
    ):
        yield "old_confinement", {}


def _older_text(s: Situation, row: int, rights: Rights, confirmed: Confirmed) -> Iterator[Found]:
    """Rules of a day of which the text of the time was not read, by sentence, with the open rights they decide."""
    by_sentence: dict[str, tuple[Unread, list[str]]] = {}
    for right in rights:
        if right["status"] not in ("closed", "excluded"):
            for text in unread_of(right["right"], s.law_on):
                if text.version not in confirmed and (text.rule not in OF_A_CHILD or s.child[row]):
                    by_sentence.setdefault(text.sentence["id"], (text, []))[1].append(right["right"])
    for text, names in by_sentence.values():
        titles = {language: ", ".join(RIGHTS[n].title[language] for n in names) for language in words.LANGUAGES}
        yield "older_text", {"sentence": dict(text.sentence), "rights": titles, "law": text.law}


class Unread(NamedTuple):
    """A rule whose text of the time was not read: its name, the sentence that says so, what is cited as unconfirmed."""

    rule: str
    version: str
    sentence: Mapping[str, str]
    law: list[Mapping[str, str]]


@cache
def unread_of(right: str, law_on: int) -> tuple[Unread, ...]:
    """The rules of a right on a day, its own first, whose text was not read."""
    found = RIGHTS[right]
    asked = [("right", right, in_force(found.laws, law_on))]
    asked += [("criterion", name, in_force(REGISTRY[name].laws, law_on, found.scope)) for name in found.criteria]
    return tuple(
        Unread(name, rule_id(kind, name, law), law.unread, [cite for cite in law.law if cite["confidence"] == "C"])
        for kind, name, law in asked
        if law is not None and law.unread
    )


class _Sure(NamedTuple):
    """The versions of rules that lawyers confirmed, and the day of the law: of most rights, and of those named."""

    confirmed: Confirmed
    usual: int
    of_right: Mapping[str, int]

    def of(self, right: str, criterion: str) -> bool:
        """Whether the version that this right asked is confirmed."""
        if not self.confirmed:
            return False
        law = in_force(REGISTRY[criterion].laws, self.of_right.get(right, self.usual), RIGHTS[right].scope)
        return law is not None and rule_id("criterion", criterion, law) in self.confirmed


def _unconfirmed(rights: Rights, sure: _Sure, *, child: bool) -> Iterator[Found]:
    """A rule marked C that is not met, or not known, for a right that is otherwise open."""
    touched: dict[str, tuple[list[Any], list[str]]] = {}
    for right in rights:
        for finding in right["findings"]:
            unsure = [cite for cite in finding["law"] if cite["confidence"] == "C"]
            open_ = finding["met"] is not True and _decides(right, finding, child=child)
            if unsure and open_ and not sure.of(right["right"], finding["criterion"]):
                touched.setdefault(finding["criterion"], (unsure, []))[1].append(right["right"])
    for name, (law, names) in touched.items():
        titles = {language: ", ".join(RIGHTS[n].title[language] for n in names) for language in words.LANGUAGES}
        yield "unconfirmed", {"criterion": name, "title": dict(REGISTRY[name].title), "rights": titles, "law": law}


def _decides(right: dict[str, Any], finding: dict[str, Any], *, child: bool) -> bool:
    """Whether the outcome could be another without this answer."""
    return right["status"] != "excluded" or (finding["criterion"] in EXCLUDING and (child or right["right"] != CHILD))


def _conventions(s: Situation) -> Iterator[Found]:
    changed = s.conventions.changed()
    if changed:
        yield "convention_changed", {"switches": ", ".join(f"{n}={o}" for n, o in changed.items())}

"""One person's facts, read once; everything the rights ask about."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from tests.oracle import custody, in_force, lengths, offences
from tests.oracle.custody import day
from tests.oracle.three_valued import Answer, every, some

LONGER_THAN_ANY = 10**6


class Person:
    def __init__(self, facts: dict, switches: dict | None = None):
        self.facts = facts
        self.switches = switches or {}
        self.as_of = date.fromisoformat(facts["as_of"])
        self.who = facts.get("person") or {}
        self.sentences: list[dict] | None = facts.get("sentences")

    def known(self, name: str, dated: str) -> list[dict] | None:
        """A list of facts up to `as_of`, oldest first. Absent: not known."""
        rows = self.facts.get(name)
        if rows is None:
            return None
        return sorted((row for row in rows if day(row[dated]) <= self.as_of), key=lambda row: row[dated])

    # Sentences -----------------------------------------------------------------------------------------------------

    @cached_property
    def fixed_term(self) -> Answer:
        """UU 22/2022 art 10(4): not life, not death."""
        if not self.sentences:
            return None
        return every(offences.fixed(sentence) for sentence in self.sentences)

    @cached_property
    def term(self) -> int | None:
        """Several sentences are one for every measure: old KUHP art 15(1), KUHP 2023 art 72(2)."""
        told = self.fixed_term and all(s.get("term") for s in self.sentences)
        return sum(lengths.in_days(s["term"]) for s in self.sentences) if told else None

    def any_sentence(self, question) -> Answer:
        """Nothing pronounced is nothing special; sentences not told are not known."""
        return None if self.sentences is None else some(question(s) for s in self.sentences)

    def every_sentence(self, question) -> Answer:
        return None if self.sentences is None else every(question(s) for s in self.sentences)

    def term_is(self, question: Callable[[int], bool]) -> Answer:
        """A question to the length of the term; life is longer than any."""
        if self.fixed_term is False:
            return question(LONGER_THAN_ANY)
        return None if self.term is None else question(self.term)

    @cached_property
    def special(self) -> Answer:
        return self.any_sentence(lambda sentence: offences.special(sentence, self.as_of))

    @cached_property
    def finals(self) -> list[date]:
        return sorted(day(s["final_on"]) for s in self.sentences or [] if s.get("final_on"))

    def final_by(self, when: date) -> Answer:
        """Every judgment final: the last of them counts."""
        if self.sentences is None:
            return None
        if not self.sentences:
            return False

        def final(sentence: dict) -> Answer:
            if "final_on" not in sentence:
                return None
            return sentence["final_on"] is not None and day(sentence["final_on"]) <= when

        return every(map(final, self.sentences))

    # Custody -------------------------------------------------------------------------------------------------------

    @cached_property
    def start(self) -> date | None:
        first_final = self.finals[0] if self.finals else None
        return custody.first_day(self.facts.get("detention") or [], first_final, self.as_of)

    @cached_property
    def credit(self) -> int:
        return custody.credit(self.facts.get("detention") or [], self.start) if self.start else 0

    @cached_property
    def absent(self) -> int:
        return self.absent_before(self.as_of)

    def absent_before(self, when: date) -> int:
        if self.start is None:
            return 0
        return custody.days_absent(self.facts.get("absences") or [], self.start, min(when, self.as_of))

    def served(self, when: date) -> int | None:
        """Keppres 174/1999 art 7: from detention, after a break from the last detention only."""
        return None if self.start is None else (when - self.start).days - self.absent_before(when)

    # Dates ---------------------------------------------------------------------------------------------------------

    @cached_property
    def expiry_initial(self) -> date | None:
        """One sentence after the other, in the order given (U6)."""
        if self.term is None or self.start is None:
            return None
        end = self.start
        for sentence in self.sentences:
            end = lengths.add(end, sentence["term"])
        return self.moved(end)

    def moved(self, when: date) -> date:
        return when + timedelta(days=self.absent - self.credit)

    @cached_property
    def grants(self) -> list[dict] | None:
        return self.known("remissions", "granted_on")

    @cached_property
    def remission(self) -> int:
        """What took effect: a grant never brings the expiry before its own day, the rest is lost."""
        if self.expiry_initial is None:
            return sum(lengths.in_days(grant["term"]) for grant in self.grants or [])
        expiry = self.expiry_initial
        for grant in self.grants or []:
            room = max((expiry - day(grant["granted_on"])).days, 0)
            expiry -= timedelta(days=min(lengths.in_days(grant["term"]), room))
        return (self.expiry_initial - expiry).days

    @cached_property
    def expiry(self) -> date | None:
        return self.expiry_initial and self.expiry_initial - timedelta(days=self.remission)

    def fraction(self, part: Fraction) -> date | None:
        """Of the term imposed, then all remission off (H1); the other reading takes remission off first (H2)."""
        if self.expiry_initial is None:
            return None
        if self.switches.get("fraction_base") == "net":
            return self.moved(lengths.add(self.start, lengths.fraction(part, self.term - self.remission)))
        gross = lengths.add(self.start, lengths.fraction(part, self.term))
        return self.moved(gross) - timedelta(days=self.remission)

    @cached_property
    def one_third(self) -> date | None:
        return self.fraction(Fraction(1, 3))

    @cached_property
    def half(self) -> date | None:
        return self.fraction(Fraction(1, 2))

    @cached_property
    def two_thirds(self) -> date | None:
        return self.fraction(Fraction(2, 3))

    def reached(self, when: date | None) -> Answer:
        """Whether a counted day has come. What is not told may have brought it forward or put it off."""
        return self.by(when, self.as_of)

    def by(self, when: date | None, limit: date) -> Answer:
        if when is None:
            return None
        if when <= limit:
            return True if self.none_later else None
        return False if self.none_earlier else None

    def ends_after(self, when: date) -> Answer:
        """Whether the term still runs then; it may have ended earlier or later by what is not told."""
        if self.expiry is None:
            return None
        if when < self.expiry:
            return True if self.none_earlier else None
        return False if self.none_later else None

    def served_over(self, days: int, when: date) -> Answer:
        """Whether more than so many days are served; absences not told may have cost some of them."""
        if self.start is None:
            return None
        if self.served(when) <= days:
            return False if self.facts.get("detention") is not None else None
        return True if self.none_later else None

    @property
    def none_earlier(self) -> bool:
        """Remission and earlier custody, which bring the dates forward, are told."""
        return self.grants is not None and self.facts.get("detention") is not None

    @property
    def none_later(self) -> bool:
        """Absences, and the day of execution of somebody not held, which put the dates off, are told."""
        return self.facts.get("absences") is not None and self.facts.get("detention") is not None

    # Age -----------------------------------------------------------------------------------------------------------

    @cached_property
    def birth(self) -> date | None:
        return day(self.who.get("birth_date"))

    def birthday(self, age: int) -> date | None:
        return self.birth and lengths.same_day_years_later(self.birth, age)

    def child_on(self, when: date) -> Answer:
        """Under eighteen: UU 11/2012 art 1; UU 22/2022 art 1."""
        return None if self.birth is None else when < self.birthday(18)

    # What the law in force on `as_of` asks --------------------------------------------------------------------------

    @cached_property
    def on_pp_28_track(self) -> bool:
        return in_force.two_tracks(self.as_of)

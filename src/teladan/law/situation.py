"""Everything derived from the facts of some people on one day, worked out once and only when asked for."""

from functools import cached_property

import numpy as np

from teladan.law import behaviour, regulations, sentence
from teladan.law.codes import BLOCKED, MET, TIME, UNKNOWN
from teladan.law.columns import LISTS, People
from teladan.law.conventions import Conventions
from teladan.law.custody import Custody, absent_days, custody
from teladan.law.feasts import Feasts
from teladan.law.grants import Grants
from teladan.law.ragged import Padded
from teladan.law.sentence import Sentences, sentences
from teladan.law.terms import FAR, NONE, Codes, Days, Flags, add_years, date_of, day_of
from teladan.law.timeline import Timeline, timeline

I8_MET, I8_TIME, I8_BLOCKED = np.int8(MET), np.int8(TIME), np.int8(BLOCKED)


class Situation:
    """People on `as_of` under the law of `law_on`, both day numbers; every array has shape (n,)."""

    def __init__(self, people: People, as_of: int, law_on: int, conventions: Conventions, feasts: Feasts) -> None:
        self.people = people
        self.as_of = as_of
        self.law_on = law_on
        self.conventions = conventions
        self.feasts = feasts
        self.size = people.size
        self._lists: dict[str, Padded] = {}
        self._constants: dict[int, Days] = {}
        self.plans: dict[str, object] = {}  # what one right has planned and another builds on

    def list(self, name: str) -> Padded:
        """One list of facts, padded."""
        if name not in self._lists:
            self._lists[name] = Padded(self.people.lists[name], LISTS[name])
        return self._lists[name]

    def single(self, name: str) -> Days:
        """One single fact."""
        return self.people.singles[name]

    def constant(self, value: int) -> Days:
        """The same number for everybody; not to be written into."""
        if value not in self._constants:
            made = np.full(self.size, value, np.int64)
            made.setflags(write=False)
            self._constants[value] = made
        return self._constants[value]

    @cached_property
    def nobody(self) -> Flags:
        """False for everybody."""
        return np.zeros(self.size, np.bool_)

    @cached_property
    def merged(self) -> Sentences:
        """The sentences taken together."""
        return sentences(self.list("sentences"), self.law_on)

    @cached_property
    def custody(self) -> Custody:
        """Start, credit, absent days."""
        return custody(
            self.list("detention"),
            self.list("absences"),
            self.merged.first_final,
            self.as_of,
            self.conventions,
        )

    @cached_property
    def time(self) -> Timeline:
        """The dates."""
        return timeline(
            self.custody,
            self.merged,
            self.list("sentences"),
            self.list("remissions"),
            self.list("detention"),
            self.as_of,
            self.conventions,
        )

    @cached_property
    def grants(self) -> Grants:
        """Remissions already granted."""
        return Grants(self.list("remissions"), self.as_of)

    @cached_property
    def discipline(self) -> behaviour.Discipline:
        """Register F."""
        return behaviour.discipline(self.list("discipline"), self.as_of, self.conventions["discipline_levels"])

    @cached_property
    def report(self) -> behaviour.Report:
        """The latest monthly report."""
        return behaviour.latest_report(self.people.lists["conduct"], self.as_of)

    @cached_property
    def risk(self) -> behaviour.Risk:
        """Risk assessments."""
        return behaviour.risk(self.list("risk"), self.as_of)

    @cached_property
    def programme(self) -> behaviour.Programme:
        """Participation."""
        return behaviour.programme(self.list("programme"), self.as_of)

    @cached_property
    def escapes(self) -> behaviour.Escapes:
        """Escapes and revocations."""
        return behaviour.escapes(self.list("absences"), self.as_of, self.law_on)

    # --- age -------------------------------------------------------------------------------------------------

    @cached_property
    def birth_known(self) -> Flags:
        """Whether the birth date is known."""
        known: Flags = self.single("birth") != NONE
        return known

    def birthday(self, years: int) -> Days:
        """The day a person becomes so many years old; FAR in the past where the birth date is not known."""
        known = self.birth_known
        return np.where(known, add_years(np.where(known, self.single("birth"), 0), years), -FAR)

    @cached_property
    def eighteenth(self) -> Days:
        """The 18th birthday: until then a person is a child. Not known: treated as grown up."""
        return self.birthday(regulations.table("arithmetic")["numbers"]["adult_from_years"])

    @cached_property
    def child(self) -> Flags:
        """Under 18 on the day of the assessment."""
        return self.eighteenth > self.as_of

    # --- special offences ------------------------------------------------------------------------------------

    @cached_property
    def special(self) -> Codes:
        """1 special offence, 0 not, -1 not known; nobody before PP 28/2006."""
        if self.law_on < sentence.special_since():
            return np.zeros(self.size, np.int8)
        return self.merged.special

    # --- days served and dates reached -----------------------------------------------------------------------

    @cached_property
    def maybe_earlier(self) -> Flags:
        """A list is missing that could bring the dates of the sentence forward."""
        return ~(self.list("remissions").known & self.list("detention").known)

    @cached_property
    def maybe_later(self) -> Flags:
        """A list is missing that could put dates back."""
        return ~(self.list("absences").known & self.list("detention").known)

    @cached_property
    def settled(self) -> bool:
        """Nothing is missing that dates depend on, for anybody here: the usual case, and the short way."""
        lists = (self.list(name).known.all() for name in ("remissions", "detention", "absences"))
        return bool(self.time.dated.all()) and all(lists)

    def served_on(self, day: Days) -> Days:
        """Days served on a day from `as_of` on, for remission. Keppres 174/1999 art 7."""
        return day - self.custody.start - self.custody.absent

    def served_before(self, day: Days) -> Days:
        """Days served on a day that may lie in the past."""
        return day - self.custody.start - absent_days(self.list("absences"), self.custody.start, day)

    def reached(self, needs: Days, valid: Flags, earlier: Flags | None = None) -> Codes:
        """Whether a day has come; not known where a missing list could change the answer."""
        come = needs <= self.as_of
        if self.settled:
            return np.where(come, I8_MET, I8_TIME)
        earlier = self.maybe_earlier if earlier is None else earlier
        sure = np.where(come, ~self.maybe_later, ~earlier) & valid
        return np.where(sure, np.where(come, MET, TIME), UNKNOWN).astype(np.int8)

    def before_expiry(self, day: Days) -> Codes:
        """Whether the principal term is still being served on a day."""
        before = day < self.time.expiry
        if self.settled:
            return np.where(before, I8_MET, I8_BLOCKED)
        sure = np.where(before, ~self.maybe_earlier, ~self.maybe_later) & self.time.dated
        return np.where(sure, np.where(before, MET, BLOCKED), UNKNOWN).astype(np.int8)

    @cached_property
    def fractions_known(self) -> bool:
        """Whether the formula for fraction dates is known on the day (U13)."""
        if self.conventions["fractions_before_2008"] == "as_today":
            return True
        return self.law_on >= day_of(regulations.table("arithmetic")["leaves"]["fractions_known_from"])

    @cached_property
    def next_new_year(self) -> int:
        """1 January after `as_of`."""
        return day_of(date_of(self.as_of).replace(month=1, day=1).replace(year=date_of(self.as_of).year + 1))

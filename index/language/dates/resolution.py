"""From meanings to days: each expression resolved against the publication date or the date that the story has reached."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from index.language.dates import calendar, partial
from index.language.dates.calendar import Stretch
from index.language.dates.counting import (
    WEEKS_OF_A_YEAR,
    YEARS_IN,
    about_weeks_from,
    bounded,
    counted_from,
    day_counted_from,
    holding,
    hours_of,
    loosely,
    unknown_value,
)
from index.language.dates.rules.meanings import (
    Anchor,
    Century,
    Chosen,
    Counted,
    Dated,
    Decade,
    Length,
    Meaning,
    Repeated,
    Spoken,
    Vague,
    YearBefore,
)
from index.language.dates.story import FAR, Story
from index.language.dates.tense import Tense
from index.model import Basis

Type = Literal["DATE", "TIME", "DURATION", "SET"]

_MANY_YEARS = 100
"""Years from which a number of them is a round one."""
_NEARER_AHEAD = 4
"""Days back from which the same weekday ahead is nearer, and meant where no verb says a side: so in nine of ten in briefings."""
_TUESDAY, _SATURDAY, _SUNDAY = 1, 5, 6
"""Numbers of weekdays as ``date.weekday()`` has them: Monday is 0."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression comes to: its TIMEX3 type and value, the days it covers and how they are known.

    ``hours`` are those that it lies before (negative) or behind the moment of writing, where it counts them from there.
    """

    type: Type
    stretch: Stretch
    basis: Basis
    hours: float | None = None


class Resolver:
    """Resolves the expressions of one text from left to right.

    ``narrative`` is whether a date without a year is, at this place, of the year that the story has reached.
    """

    def __init__(self, published: date | None) -> None:
        self.published = published
        self.narrative = published is None
        self.story = Story()
        self._tense: Tense = "unknown"

    def begin_paragraph(self, *, narrative: bool) -> None:
        """Forget, outside of an account of the past, a date long past that an earlier paragraph spoke of."""
        year = self.story.year
        if self.published and year is not None and year <= self.published.year - FAR and not narrative:
            self.story.leave()

    def resolve(
        self, meaning: Meaning, tense: Tense, year_ahead: int | None = None, end: Dated | None = None
    ) -> Resolved:
        """Return what an expression comes to, and take note of the date it reached.

        ``year_ahead`` is the year that a range names only at its end; ``end`` the day on which a quarter ended, where the
        words behind it name that.
        """
        self._tense = tense
        match meaning:
            case Dated():
                return self._dated(meaning, tense, year_ahead)
            case Counted():
                return self._counted(meaning)
            case Chosen():
                return self._chosen(meaning)
            case Length():
                return self._length(meaning)
            case Spoken():
                return (
                    self._quarter_until(end, tense) if end and meaning.unit == "Q" else self._spoken(meaning)
                )
            case YearBefore():
                return self._year_before(meaning)
            case Vague():
                return self._vague(meaning)
            case Repeated():
                return Resolved("SET", _without_days(meaning.value), "explicit")
            case Decade():
                return _decade(meaning)
            case Century():
                return _century(meaning)

    @property
    def _is_of_late(self) -> bool:
        """Whether the text has reached a date near publication, from which plans are counted: "talks over the next week"."""
        return self.published is not None and abs(self.published.year - (self.story.year or 0)) <= 1

    def _anchor(self, wanted: Anchor, unit: str) -> tuple[date | None, Basis]:
        """Return the day to count a unit from and the basis that this gives; without one, nothing is resolved."""
        story = self.story
        if wanted == "told":
            wanted = "story"
        elif not self.narrative and (story.year is None or (self._tense == "future" and self._is_of_late)):
            wanted = "published"
        if wanted == "story":
            day = story.first_day(unit)
            return (day, "inherited") if day else (None, "unresolved")
        return (self.published, "relative") if self.published else (None, "unresolved")

    # Dates of the calendar

    def _dated(self, meaning: Dated, tense: Tense, year_ahead: int | None) -> Resolved:
        if meaning.before_christ and meaning.year is not None:
            return self._before_christ(meaning.year, meaning)
        if meaning.month or meaning.season or meaning.half or meaning.quarter or meaning.holiday:
            year, basis = self._year_for(meaning, tense, year_ahead)
            return self._in_year(meaning, year, basis)
        if meaning.year is not None:
            stretch = calendar.year_of(meaning.year)
            if not meaning.of_name:
                self.story.reach(stretch)
            return Resolved("DATE", stretch, "explicit")
        if meaning.weekday is not None:
            return self._weekday(meaning.weekday, meaning, tense)
        return self._time_alone(meaning)

    def _before_christ(self, year: int, meaning: Dated) -> Resolved:
        self.story.reach_before_christ(year, meaning.month)
        stretch = calendar.before_christ(year)
        return Resolved(
            "DATE", replace(stretch, value=partial.value_in_year(meaning, stretch.value)), "explicit"
        )

    def _year_for(self, meaning: Dated, tense: Tense, year_ahead: int | None) -> tuple[int | None, Basis]:
        """Return the year of a date that may not name one, and how it is known."""
        year = meaning.year or year_ahead
        if year is not None:
            return year, "explicit"
        reached = self.story.year
        if meaning.year_step is not None and (self.published or reached):
            counted = self.published.year if self.published else reached or 0
            return counted + meaning.year_step, "relative"
        around = reached if self.narrative and reached else self.published.year if self.published else None
        if meaning.weekday is not None and meaning.day is not None and around is not None:
            year = partial.year_of_weekday(meaning, around)
            if year is not None:
                return year, "explicit"
        if meaning.year_from_story and reached is not None:
            return reached + (meaning.step or 0), "inherited"
        if self.narrative and reached is not None and (meaning.step is None or not self.published):
            return partial.year_in_story(meaning, reached, self.story.month), "inherited"
        if self.published is None:
            return None, "unresolved"
        year = partial.year_in_news(meaning, self.published, tense)
        return year, "explicit" if meaning.step is None else "relative"

    def _in_year(self, meaning: Dated, year: int | None, basis: Basis) -> Resolved:
        if year is None:
            return Resolved("DATE", _without_days(partial.value_in_year(meaning, "XXXX")), "unresolved")
        if year < 0:
            return Resolved("DATE", _without_days(partial.value_in_year(meaning, f"BC{-year:04}")), basis)
        stretch = partial.stretch_in_year(meaning, year)
        if stretch is None:
            return Resolved("DATE", _without_days(f"{year:04}-{meaning.month or 0:02}"), "unresolved")
        if meaning.quarter and not self._is_ahead(stretch):
            # A forecast for a quarter that has not begun is not the quarter that results are told of.
            self.story.quarter = (year, meaning.quarter)
        self.story.reach(stretch)
        if stretch.granularity == "day":
            return _at_time(stretch, meaning, basis)
        return Resolved("DATE", stretch, basis)

    def _weekday(self, weekday: int, meaning: Dated, tense: Tense) -> Resolved:
        """A weekday in news is the most recent one, the day itself included, unless the words look ahead; it is the nearer
        one where they look nowhere.

        In an account of the past it may lie on either side of the date reached, and stays unresolved.
        """
        unresolved = Resolved("DATE", _without_days(f"XXXX-WXX-{weekday + 1}"), "unresolved")
        if self.published is None:
            return unresolved
        back = (self.published.weekday() - weekday) % 7
        if meaning.part == "WE" and meaning.step == 0:
            return self._this_weekend(tense)
        if meaning.step == -2:
            back = (back or 7) + 7
        elif meaning.step == -1:
            back = back or 7
        elif (
            meaning.step == 1
            or (back and self._looks_ahead(meaning, tense))
            or (tense == "unknown" and back >= _NEARER_AHEAD and meaning.part != "WE")
        ):
            back -= 7
        back -= 7 * meaning.weeks_on
        day = calendar.shifted(self.published, -back)
        if day is None:
            return unresolved
        if meaning.part == "WE":
            return Resolved("DATE", calendar.weekend_of(day), "relative")
        stretch = calendar.day_of(day)
        self.story.reach(stretch)
        return _at_time(stretch, meaning, "relative")

    def _this_weekend(self, tense: Tense) -> Resolved:
        """The weekend that goes on or, by the verbs, the one before or after; without any, it is the nearer one."""
        assert self.published is not None
        today = self.published.weekday()
        gone = today < _SATURDAY and (tense == "past" or (tense == "unknown" and today <= _TUESDAY))
        day = calendar.shifted(self.published, -7 if gone else 0)
        stretch = calendar.weekend_of(day or self.published)
        self.story.reach(stretch)
        return Resolved("DATE", stretch, "relative")

    def _looks_ahead(self, meaning: Dated, tense: Tense) -> bool:
        """Whether a weekday is the next one: after "will", or "this Friday" unless the verb is of the past."""
        return tense == "future" or (meaning.step == 0 and tense != "past")

    def _time_alone(self, meaning: Dated) -> Resolved:
        """A time of day is on the day spoken of last, else on the day of publication."""
        day: date | None = self.story.day
        basis: Basis = "inherited"
        if day is None and not self.narrative:
            day, basis = self.published, "relative"
        if day is None:
            return Resolved(
                "TIME", _without_days(f"XXXX-XX-XXT{meaning.clock or meaning.part}"), "unresolved"
            )
        return _at_time(calendar.day_of(day), meaning, basis)

    # Counted from another date

    def _counted(self, meaning: Counted) -> Resolved:
        if self.story.quarter and (meaning.unit, meaning.count, meaning.sign, meaning.bound) == (
            "Y",
            1,
            -1,
            None,
        ):
            return self._year_before(YearBefore())
        if self.story.before_christ and meaning.unit in ("Y", "DE") and meaning.count:
            return self._years_before_christ(
                meaning.count * (10 if meaning.unit == "DE" else 1) * meaning.sign
            )
        if meaning.anchor == "story" and meaning.sign < 0 and self._tense == "future" and self.published:
            # What will come earlier comes before a day that is still ahead.
            return Resolved("DATE", _without_days("FUTURE_REF"), "unresolved")
        if meaning.anchor == "story" and meaning.sign > 0 and self.story.year is None:
            # Nothing was told that it could be later than.
            return Resolved("DATE", _without_days("FUTURE_REF"), "unresolved")
        # What comes hours later comes later than what was told, whether that lies ahead or behind.
        is_told = meaning.anchor == "story" and hours_of(1, meaning.unit) is not None
        today = meaning.unit == "D" and meaning.count == 0
        anchor, basis = (
            (self.published, "relative")
            if today and self.published
            else self._anchor("told" if is_told else meaning.anchor, meaning.unit)
        )
        stretch = None
        if anchor is not None and meaning.count is not None:
            count = meaning.count * meaning.sign
            if meaning.fine:
                far = (
                    calendar.shifted(anchor, round(count * WEEKS_OF_A_YEAR * 7))
                    if (meaning.unit, meaning.fine) == ("Y", "W")
                    else day_counted_from(anchor, count, meaning.unit)
                )
                far = calendar.shifted(far, meaning.days_on) if far else None
                stretch = holding(far, 0, meaning.fine) if far else None
            elif meaning.unit == "W" and meaning.anchor == "published" and not meaning.bound:
                stretch = about_weeks_from(anchor, count)
            else:
                stretch = counted_from(anchor, count, meaning.unit)
                years = count * YEARS_IN.get(meaning.unit, 0)
                if stretch is not None and (meaning.unit in ("DE", "CE") or abs(years) >= _MANY_YEARS):
                    stretch = loosely(stretch, years)
        if anchor is None or stretch is None:
            value = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
            return Resolved(
                "DATE", _one_sided(value, anchor, meaning.sign), basis if anchor else "unresolved"
            )
        if meaning.anchor != "published" and self._is_told_of_what_is_ahead(stretch, now=meaning.unit == "Y"):
            return Resolved("DATE", _without_days("FUTURE_REF"), "unresolved")
        if meaning.bound and meaning.count:
            stretch = bounded(stretch, anchor, meaning.count * meaning.sign, meaning.unit, meaning.bound)
            return Resolved("DATE", stretch, basis)
        if not today and (meaning.sign > 0 or stretch.granularity in ("day", "week")):
            self.story.reach(stretch)
        if meaning.part:
            return _at_time(
                stretch, Dated(clock=meaning.part) if ":" in meaning.part else Dated(part=meaning.part), basis
            )
        hours = None
        if meaning.count is not None and basis == "relative":
            hours = hours_of(meaning.count * meaning.sign, meaning.unit)
        return Resolved("TIME" if stretch.granularity == "time" else "DATE", stretch, basis, hours)

    def _years_before_christ(self, years: float) -> Resolved:
        year = max(1, -(self.story.year or 0) - round(max(-10_000, min(10_000, years))))
        return self._before_christ(year, Dated(year=year, before_christ=True))

    def _chosen(self, meaning: Chosen) -> Resolved:
        if self.story.before_christ and meaning.anchor != "published" and meaning.unit == "Y":
            return self._years_before_christ(meaning.step)
        anchor, basis = self._anchor(meaning.anchor, meaning.unit)
        if anchor is None:
            return Resolved("DATE", _without_days(unknown_value(meaning.unit)), "unresolved")
        if meaning.unit in ("TH", "TM", "S"):
            return Resolved("DATE", Stretch("PRESENT_REF", anchor, anchor, "vague"), basis)
        step = meaning.step
        if meaning.unit == "W" and step == -1 and anchor.weekday() == _SUNDAY:
            step = 0  # on a Sunday, "last week" is the one that is ending
        stretch = holding(anchor, step, meaning.unit)
        if stretch is None:
            return Resolved("DATE", _without_days(unknown_value(meaning.unit)), "unresolved")
        if meaning.anchor != "published" and self._is_told_of_what_is_ahead(stretch):
            return Resolved("DATE", _without_days(unknown_value(meaning.unit)), "unresolved")
        if meaning.unit == "Q" and stretch.earliest:
            self.story.quarter = (stretch.earliest.year, (stretch.earliest.month + 2) // 3)
        self.story.reach(stretch)
        return _at_time(stretch, Dated(part=meaning.part), basis)

    def _is_told_of_what_is_ahead(self, stretch: Stretch, *, now: bool = False) -> bool:
        """Whether verbs of the past tell of days after publication: the date that they count from is another.

        ``now`` is whether those of the present do so too: "Two years later, he remains wrong".
        """
        return self._is_ahead(stretch) and (self._tense == "past" or (now and self._tense == "unknown"))

    def _is_ahead(self, stretch: Stretch) -> bool:
        return (
            self.published is not None and stretch.earliest is not None and stretch.earliest > self.published
        )

    def _spoken(self, meaning: Spoken) -> Resolved:
        if meaning.unit == "Q" and self.story.quarter:
            return Resolved("DATE", calendar.quarter_of(*self.story.quarter), "inherited")
        anchor: Anchor = "story" if self.narrative and self.story.year is not None else "published"
        return self._chosen(Chosen(meaning.unit, -1 if meaning.unit == "Q" else 0, anchor))

    def _quarter_until(self, end: Dated, tense: Tense) -> Resolved:
        """The quarter that most of the three months before a day are of: that of the month before its own."""
        year, basis = self._year_for(end, tense, None)
        if year is None or end.month is None:
            return self._spoken(Spoken("Q"))
        year, month = calendar.shifted_months(year, end.month, -1)
        stretch = calendar.quarter_of(year, (month + 2) // 3)
        self.story.quarter = (year, (month + 2) // 3)
        self.story.reach(stretch)
        return Resolved("DATE", stretch, basis)

    def _year_before(self, meaning: YearBefore) -> Resolved:
        quarter = self.story.quarter
        if meaning.quarter and self.published:
            quarter = (quarter[0] if quarter else self.published.year, meaning.quarter)
        if quarter and quarter[0] > 1:
            return Resolved("DATE", calendar.quarter_of(quarter[0] - 1, quarter[1]), "inherited")
        return self._chosen(Chosen("Y", -1, "published"))

    # What is no date

    def _length(self, meaning: Length) -> Resolved:
        if meaning.inside and self._tense == "future" and self.published:
            if meaning.count is not None:
                return self._counted(Counted(meaning.count, meaning.unit, 1, "published"))
            meaning = replace(meaning, side=1)
        value = calendar.duration_value(meaning.count, meaning.unit)
        if meaning.side == 0:
            return Resolved("DURATION", _without_days(value), "explicit")
        anchor, basis = self._anchor("published", meaning.unit)
        if anchor is None:
            return Resolved("DURATION", _without_days(value), "unresolved")
        other = None
        if meaning.count is not None:
            other = day_counted_from(anchor, meaning.count * meaning.side, meaning.unit)
        first, last = (other, anchor) if meaning.side < 0 else (anchor, other)
        return Resolved("DURATION", Stretch(value, first, last, "vague"), basis)

    def _vague(self, meaning: Vague) -> Resolved:
        if self.published is None:
            return Resolved("DATE", _without_days(meaning.value), "unresolved")
        if meaning.value == "PRESENT_REF":
            return Resolved(
                "DATE", Stretch(meaning.value, self.published, self.published, "vague"), "relative"
            )
        sign = -1 if meaning.value == "PAST_REF" else 1
        return Resolved("DATE", _one_sided(meaning.value, self.published, sign), "relative")


def _decade(meaning: Decade) -> Resolved:
    if meaning.before_christ:
        return Resolved("DATE", _without_days(f"BC{meaning.first // 10:03}"), "explicit")
    first = meaning.first
    if not meaning.century_known:
        first += 2000 if first < 30 else 1900
    return Resolved("DATE", calendar.decade_of(first), "explicit")


def _century(meaning: Century) -> Resolved:
    if meaning.before_christ:
        return Resolved("DATE", _without_days(f"BC{meaning.number - 1:02}"), "explicit")
    return Resolved("DATE", calendar.century_of(meaning.number), "explicit")


def _at_time(stretch: Stretch, meaning: Dated, basis: Basis) -> Resolved:
    """Return the stretch with the time or part of the day that the words give, if they give one."""
    if meaning.clock:
        timed = replace(stretch, value=f"{stretch.value}T{meaning.clock}", granularity="time")
        return Resolved("TIME", timed, basis)
    if meaning.part:
        return Resolved("TIME", replace(stretch, value=f"{stretch.value}T{meaning.part}"), basis)
    return Resolved("DATE", stretch, basis)


def _one_sided(value: str, anchor: date | None, sign: int) -> Stretch:
    """Return all days before the anchor, or all after it."""
    return Stretch(value, None if sign < 0 else anchor, anchor if sign < 0 else None, "vague")


def _without_days(value: str) -> Stretch:
    return Stretch(value, None, None, "vague")

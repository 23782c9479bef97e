"""The moments that a text names by weekday, month, day, year, season, hour: enough to tell that two are not the same."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from index.language.english.calendar_words import MONTH_NAMES, SHORT_MONTHS, WEEKDAY_NAMES
from index.language.patterns import late

_SEASONS = {
    "spring": {3, 4, 5, 6},
    "summer": {6, 7, 8, 9},
    "autumn": {9, 10, 11, 12},
    "fall": {9, 10, 11, 12},
    "winter": {12, 1, 2, 3},
}
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTH_NAMES)
_FOUND = late(
    # The letters that any of them begins with come first: most words are passed over at once.
    rf"\b(?=[\dadfjmnostw])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b"
    rf"|(?P<month2>{_MONTH})\b\.?(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,]*\d))?"
    rf"|(?P<weekday>{'|'.join(WEEKDAY_NAMES)})s?\b"
    r"|(?P<year>(?:1[5-9]|20)\d\d)\b(?!\s*(?:crowns|dollars|euros|people|tonnes|men|soldiers))"
    r"|(?P<season>spring|summer|autumn|winter)\b"
    r"|(?P<iso>20\d\d-\d\d-\d\d)\b)",
    re.IGNORECASE,
)
_TODAY = late(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
    signs=("today", "tonight", "this morning", "this afternoon", "this evening"),
)
_YEAR_BEFORE = late(
    r"\b(?:(?:last|past|previous) (?:year|spring|summer|autumn|fall|winter)|year(?: ago| earlier|-on-year)|a year"
    r"|twelve months|12 months)\b",
    re.IGNORECASE,
    signs=("last ", "past ", "previous ", "year", "twelve months", "12 months"),
)
_YEAR_AFTER = late(
    r"\b(?:(?:next|coming|following) (?:year|spring|summer|autumn|fall|winter)|a year from now)\b",
    re.IGNORECASE,
    signs=("next ", "coming ", "following ", "a year from now"),
)
_REPORTS_OF_THE_YEAR = 2
"""Months of a year in which documents still tell of the year before; chosen."""
_NO_MONTHS = frozenset({"may", "march", *SHORT_MONTHS})
_NEAR_DAYS = 10
"""Days between publication and a day of the year that is asked for within which a document is of it; chosen: news of the week
after."""

_TOLD_DAYS = 1
"""The same, where the sentence names another day: a document tells of the day before, or of its own."""


@dataclass(frozen=True, slots=True)
class Moments:
    """What a text names: numbers of weekdays (Monday is 0), of months, (month, day) pairs, years, names of seasons."""

    weekdays: frozenset[int]
    months: frozenset[int]
    days: frozenset[tuple[int, int]]
    years: frozenset[int]
    seasons: frozenset[str]
    today: bool = False
    """Whether it tells of the day on which it is told."""
    year_before: bool = False
    """Whether it tells of the year before the one in which it is told."""
    year_after: bool = False
    """Whether it tells of the year after."""

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.months or self.years or self.seasons)

    def within(self, other: "Moments") -> bool:
        """Tell whether ``other`` names all of these."""
        return (
            self.weekdays <= other.weekdays
            and self.months <= other.months
            and self.days <= other.days
            and self.years <= other.years
            and self.seasons <= other.seasons
        )


def find_moments(text: str) -> Moments:
    """Return the moments that ``text`` names."""
    weekdays, months, days, years, seasons = set(), set(), set(), set(), set()
    for match in _FOUND.finditer(text):
        if match["weekday"]:
            weekdays.add(WEEKDAY_NAMES.index(match["weekday"].lower()))
        elif match["year"]:
            years.add(int(match["year"]))
        elif match["season"]:
            seasons.add(match["season"].lower())
        elif match["iso"]:
            day = date_or_none(match["iso"])
            if day:
                months.add(day.month)
                days.add((day.month, day.day))
                years.add(day.year)
        else:
            name = match["month"] or match["month2"]
            number = match["day"] or match["day2"]
            if name.lower() in _NO_MONTHS and not (name[0].isupper() or number):
                continue
            month = next(n for n, known in enumerate(MONTH_NAMES, 1) if known.startswith(name[:3].lower()))
            months.add(month)
            if number:
                days.add((month, int(number)))
    return Moments(
        frozenset(weekdays),
        frozenset(months),
        frozenset(days),
        frozenset(years),
        frozenset(seasons),
        _TODAY.search(text) is not None,
        _YEAR_BEFORE.search(text) is not None,
        _YEAR_AFTER.search(text) is not None,
    )


def date_or_none(text: str) -> date | None:
    """Return the day written as 2025-03-20; None where there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def differs(asked: Moments, sentence: Moments, around: Moments, published: date | None) -> str | None:
    """Return the word for what of the ``asked`` moments is another in ``sentence`` and ``around`` it; None where nothing is.

    ``published`` is the document's day: a moment that it may stand for is not another.
    """
    found = (
        ("day", _another_weekday(asked, sentence, around, published)),
        ("day", _another_day(asked, sentence, around, published)),
        ("month", _another_month(asked, sentence, around, published)),
        ("season", _another_season(asked, sentence)),
        ("year", _another_year(asked, sentence, around, published)),
    )
    return next((word for word, differing in found if differing), None)


def _another_weekday(asked: Moments, sentence: Moments, around: Moments, published: date | None) -> bool:
    if not asked.weekdays or asked.weekdays & sentence.weekdays or _weekday_of(published, asked.weekdays):
        return False
    if sentence.weekdays:
        return True
    return not asked.weekdays & around.weekdays and bool(sentence.days or around.weekdays)


def _another_day(asked: Moments, sentence: Moments, around: Moments, published: date | None) -> bool:
    if not asked.days or asked.days & sentence.days:
        return False
    # A sentence that names a day itself is of the day of telling only where that is asked about.
    if _near(published, asked.days, _TOLD_DAYS if sentence.days else _NEAR_DAYS):
        return False
    return bool(sentence.days) or (not asked.days & around.days and bool(sentence.months or around.days))


def _another_month(asked: Moments, sentence: Moments, around: Moments, published: date | None) -> bool:
    if not asked.months or asked.days or asked.months & _months(sentence):
        return False
    if published and published.month in asked.months:
        return False
    if published and published.month % 12 + 1 in asked.months and not sentence.days:
        return False
    if sentence.months:
        return True
    if published and sentence.today and not sentence and not asked.months & _months(around):
        return True
    return not asked.months & _months(around) and bool(sentence or around.months or around.seasons)


def _another_season(asked: Moments, sentence: Moments) -> bool:
    if not asked.seasons or asked.seasons & sentence.seasons:
        return False
    wanted: set[int] = set().union(*(_SEASONS[name] for name in asked.seasons))
    if sentence.months:
        return not wanted & sentence.months
    return bool(sentence.seasons)


def _another_year(asked: Moments, sentence: Moments, around: Moments, published: date | None) -> bool:
    if not asked.years or asked.years & (sentence.years | around.years):
        return False
    if published and sentence.today and not sentence:
        return published.year not in asked.years
    if published is None:
        return bool(sentence.years or around.years)
    told = {published.year}
    if sentence.year_before or around.year_before or published.month <= _REPORTS_OF_THE_YEAR:
        told.add(published.year - 1)
    if sentence.year_after or around.year_after:
        told.add(published.year + 1)
    if asked.years & told:
        return False
    # What was written before the year tells of it only where it names it.
    return bool(sentence.years) or published.year < min(asked.years)


def _months(moments: Moments) -> frozenset[int]:
    if moments.months or not moments.seasons:
        return moments.months
    none: frozenset[int] = frozenset()
    return none.union(*(_SEASONS[name] for name in moments.seasons))


def _weekday_of(published: date | None, weekdays: Collection[int]) -> bool:
    return published is not None and (
        published.weekday() in weekdays or (published.weekday() - 1) % 7 in weekdays
    )


def _near(published: date | None, days: Collection[tuple[int, int]], most: int) -> bool:
    if published is None:
        return False
    return any(abs((published.month - month) * 30 + published.day - day) <= most for month, day in days)

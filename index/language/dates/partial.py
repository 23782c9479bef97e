"""Dates that name no year: which year they mean."""

from datetime import date

from index.language.dates import calendar
from index.language.dates.calendar import Stretch
from index.language.dates.rules.meanings import Dated
from index.language.dates.tense import Tense

_SIDE_WEIGHTS: dict[Tense, tuple[float, float]] = {
    "past": (120.0, 1.0),
    "unknown": (1.3, 1.0),
    "future": (1.0, 4.0),
}
"""How much farther a day counts that lies ahead of publication, and one that lies behind it, by the tense of the verbs."""
_QUARTER_WEIGHTS: dict[Tense, tuple[float, float]] = {
    "past": (50.0, 1.0),
    "unknown": (50.0, 1.0),
    "future": (2.0, 1.0),
}
"""Reports speak of quarters that have begun, whatever the verb: "expects to report third-quarter profit"."""
_JUST_ENDED = 10
"""Days since the end of a month in which it is "this month" still, and not "last February"; chosen."""


def stretch_in_year(meaning: Dated, year: int) -> Stretch | None:
    """Return what the date covers in a year, None when it does not exist then: 29 February, or no such year."""
    if not 1 <= year <= 9999:
        return None
    if meaning.holiday:
        feast = calendar.holiday(meaning.holiday, year)
        return calendar.day_of(feast) if feast else None
    if meaning.month is not None and meaning.nth is not None:
        nth = calendar.nth_of_month(year, meaning.month, meaning.weekday, meaning.nth)
        return calendar.day_of(nth) if nth else None
    if meaning.month is not None and meaning.day is not None:
        day = calendar.date_or_none(year, meaning.month, meaning.day)
        if day is None:
            return None
        if meaning.part == "WE":
            return calendar.weekend_of(day)
        return calendar.week_of(day) if meaning.part == "W" else calendar.day_of(day)
    if meaning.month is not None:
        return calendar.month_of(year, meaning.month)
    if meaning.season:
        return calendar.season_of(year, meaning.season)
    if meaning.quarter:
        return calendar.quarter_of(year, meaning.quarter)
    return calendar.half_of(year, meaning.half or 1)


def value_in_year(meaning: Dated, year: str) -> str:
    """Return the TIMEX3 value of a date in a year given as text: "XXXX" when it is not known."""
    if meaning.season:
        return f"{year}-{meaning.season}"
    if meaning.quarter:
        return f"{year}-Q{meaning.quarter}"
    if meaning.half:
        return f"{year}-H{meaning.half}"
    if meaning.month is None:
        return year
    return f"{year}-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")


def year_in_news(meaning: Dated, published: date, tense: Tense) -> int:
    """Return the year of a partial date in news.

    It is that of the occurrence nearest to publication, the side that the verbs speak against counted as farther away;
    "last", "this" and "next" choose the side themselves.
    """
    if meaning.step == 0:
        stretch = stretch_in_year(meaning, published.year) if tense == "past" else None
        ahead_of_it = stretch is not None and stretch.earliest is not None and stretch.earliest > published
        return published.year - ahead_of_it
    ahead, behind = (_QUARTER_WEIGHTS if meaning.quarter else _SIDE_WEIGHTS)[tense]
    best, least = published.year, float("inf")
    for year in (published.year - 1, published.year, published.year + 1):
        stretch = stretch_in_year(meaning, year)
        if stretch is None or stretch.earliest is None or stretch.latest is None:
            continue
        until, since = (stretch.earliest - published).days, (published - stretch.latest).days
        if (
            meaning.step == -1
            and (since <= 0 or _has_just_ended(meaning, since, this_year=year == published.year))
        ) or (meaning.step == 1 and until <= 0):
            continue
        distance = until * ahead if until > 0 else max(0, since) * behind
        if distance < least:
            best, least = year, distance
    return best


def _has_just_ended(meaning: Dated, since: int, *, this_year: bool) -> bool:
    """Whether a month of this year ended so lately that it is "this month" or "last month" still, and not "last February"."""
    return this_year and meaning.month is not None and meaning.day is None and since <= _JUST_ENDED


def year_of_weekday(meaning: Dated, around: int) -> int | None:
    """Return the year nearest to another in which the day of the month falls on the weekday named, if one does."""
    for year in (around, around - 1, around + 1):
        day = calendar.date_or_none(year, meaning.month or 0, meaning.day or 0)
        if day is not None and day.weekday() == meaning.weekday:
            return year
    return None


def year_in_story(meaning: Dated, year: int, month: int | None) -> int:
    """Return the year of a partial date in an account that has reached a year and perhaps a month of it."""
    if not meaning.step:
        return year
    return year + meaning.step if meaning.season or meaning.month == month else year

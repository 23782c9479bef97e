"""Stretches of the calendar: a TIMEX3 value, the days it covers, and how fine it is.

Dates outside the years 1 to 9999 have a value and no days: Python's calendar ends there.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.model import Granularity

_SEASON_MONTHS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (1, 2)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar. ``earliest`` and ``latest`` are inclusive; None is no bound that can be given."""

    value: str
    earliest: date | None
    latest: date | None
    granularity: Granularity


def shifted(day: date, days: int) -> date | None:
    """Return the day ``days`` later, or None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def date_or_none(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shifted_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month ``months`` later."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def day_of(day: date) -> Stretch:
    """One day."""
    return Stretch(day.isoformat(), day, day, "day")


def week_of(day: date) -> Stretch:
    """The ISO week, Monday to Sunday, that holds the day."""
    year, week, weekday = day.isocalendar()
    return Stretch(f"{year:04}-W{week:02}", shifted(day, 1 - weekday), shifted(day, 7 - weekday), "week")


def weekend_of(day: date) -> Stretch:
    """Saturday and Sunday of the ISO week that holds the day."""
    week = week_of(day)
    saturday = shifted(day, 6 - day.isoweekday())
    return Stretch(f"{week.value}-WE", saturday or week.earliest, week.latest, "week")


def month_of(year: int, month: int) -> Stretch:
    """One month of a year."""
    first = date_or_none(year, month, 1)
    last = first.replace(day=monthrange(year, month)[1]) if first else None
    return Stretch(f"{year:04}-{month:02}", first, last, "month")


def _months(value: str, year: int, first: int, last: int, granularity: Granularity) -> Stretch:
    return Stretch(value, month_of(year, first).earliest, month_of(year, last).latest, granularity)


def quarter_of(year: int, quarter: int) -> Stretch:
    """A quarter, 1 to 4, of a calendar year."""
    return _months(f"{year:04}-Q{quarter}", year, 3 * quarter - 2, 3 * quarter, "quarter")


def half_of(year: int, half: int) -> Stretch:
    """The first or the second half of a calendar year."""
    return _months(f"{year:04}-H{half}", year, 6 * half - 5, 6 * half, "season")


def season_of(year: int, season: str) -> Stretch:
    """A season of the northern year by its TIMEX3 letters.

    Usage differs on where a season begins, so the days are those that either the meteorological or the astronomical
    season covers; the winter of a year may be the one that it begins with or the one that it ends with.
    """
    first, last = _SEASON_MONTHS[season]
    stretch = _months(f"{year:04}-{season}", year, first, last, "season")
    if season == "WI":
        return replace(stretch, latest=month_of(year + 1, 3).latest or month_of(year, 12).latest)
    return stretch


def year_of(year: int) -> Stretch:
    """One calendar year."""
    return _months(f"{year:04}", year, 1, 12, "year")


def decade_of(year: int) -> Stretch:
    """The ten years that hold the year and begin with a round one; the value is their first three digits."""
    first = year - year % 10
    return Stretch(f"{first // 10:03}", year_of(max(first, 1)).earliest, year_of(first + 9).latest, "decade")


def century_of(number: int) -> Stretch:
    """A century by its number: the 20th is 1901 to 2000. TIMEX3 writes the hundreds of its years."""
    return Stretch(
        f"{number - 1:02}", year_of(100 * number - 99).earliest, year_of(100 * number).latest, "decade"
    )


def before_christ(year: int) -> Stretch:
    """A year before the Christian era, which has no days in Python's calendar."""
    return Stretch(f"BC{year:04}", None, None, "year")


def _nth_weekday(year: int, month: int, weekday: int, place: int) -> date | None:
    first = date_or_none(year, month, 1)
    return shifted(first, (weekday - first.weekday()) % 7 + 7 * (place - 1)) if first else None


def nth_of_month(year: int, month: int, weekday: int | None, place: int) -> date | None:
    """Return the weekday of a month, or with None the day, by its place; -1 is the last, and None where there is none such."""
    if place > 0:
        day = (
            date_or_none(year, month, place) if weekday is None else _nth_weekday(year, month, weekday, place)
        )
        return day if day is not None and day.month == month else None
    last = month_of(year, month).latest
    return shifted(last, 0 if weekday is None else -((last.weekday() - weekday) % 7)) if last else None


def easter(year: int) -> date | None:
    """Western Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date_or_none(year, month, day + 1)


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday that has one day in a year, None for a name that is not known."""
    fixed = _FIXED_HOLIDAYS.get(name)
    if fixed:
        return date_or_none(year, *fixed)
    floating = _FLOATING_HOLIDAYS.get(name)
    if floating:
        return _nth_weekday(year, *floating)
    if name in _EASTER_OFFSETS:
        sunday = easter(year)
        return shifted(sunday, _EASTER_OFFSETS[name]) if sunday else None
    if name == "memorial day":
        last = date_or_none(year, 5, 31)
        return shifted(last, -last.weekday()) if last else None
    if name == "election day":
        monday = _nth_weekday(year, 11, 0, 1)
        return shifted(monday, 1) if monday else None
    return None


_FIXED_HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "may day": (5, 1),
    "orthodox christmas": (1, 7),
    "all saints' day": (11, 1),
}
_FLOATING_HOLIDAYS = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "presidents day": (2, 0, 3),
    "martin luther king day": (1, 0, 3),
}
_EASTER_OFFSETS = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7}


def duration_value(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration; X stands for a count that the words do not give."""
    if unit in ("DE", "CE"):
        count, unit = (None if count is None else count * (10 if unit == "DE" else 100)), "Y"
    if unit == "WE":
        return "P1WE" if count == 1 else "PXWE" if count is None else f"P{count:g}WE"
    if unit == "FN":
        count, unit = (None if count is None else 2 * count), "W"
    if count is not None and count != int(count):
        if unit == "Y":
            return f"P{int(count)}Y{round(count % 1 * 12)}M" if count > 1 else f"P{round(count * 12)}M"
        if unit == "TH":
            return f"PT{int(count)}H{round(count % 1 * 60)}M" if count > 1 else f"PT{round(count * 60)}M"
        if unit == "D":
            return f"PT{round(count * 24)}H"
    amount = "X" if count is None else f"{count:g}" if count != int(count) else str(int(count))
    return f"PT{amount}{unit[-1]}" if unit in ("S", "TM", "TH") else f"P{amount}{unit}"

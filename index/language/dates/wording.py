"""Dates as a person reads them, no finer than they are known."""

from datetime import date, timedelta

from index.language.english.calendar_words import MONTH_NAMES
from index.model import Granularity

MONTHS = tuple(name.capitalize() for name in MONTH_NAMES)
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 1: "winter"}


def format_day(day: date) -> str:
    """Return "13 March 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_interval(earliest: date | None, latest: date | None, granularity: Granularity) -> str:
    """Return an interval of days in plain English at its true granularity.

    "13 March 2025", "week of 10 March 2025", "weekend of 8 March 2025", "about 3 March 2025" (a week that is none of the
    calendar's), "August 2024", "third quarter of 2024", "summer 2024", "2024", "1990s"; "before 14 March 2022" and "after 14
    March 2022" where one side is open; "undated" for none.

    Args:
        earliest: the first day, None when there is no bound.
        latest: the last day, inclusive, None when there is no bound.
        granularity: how fine the date is known. What the days do not fit is written out as a range of days.
    """
    if earliest is None or latest is None:
        if latest is not None:
            return f"before {format_day(latest)}"
        return f"after {format_day(earliest)}" if earliest is not None else "undated"
    if earliest == latest:
        return format_day(earliest)
    return _named(earliest, latest, granularity) or _range(earliest, latest)


def _named(earliest: date, latest: date, granularity: Granularity) -> str | None:
    """Return the name of the week, month, season or year that the days make up, if they make up one."""
    year = earliest.year
    days = (latest - earliest).days + 1
    if granularity == "week" and days == 7 and earliest.weekday():
        return f"about {format_day(earliest + timedelta(days=3))}"
    if granularity == "week" and days in (2, 7):
        return f"{'week' if days == 7 else 'weekend'} of {format_day(earliest)}"
    if granularity == "decade" and days > 36_000:
        return f"{year}–{latest.year}"
    if granularity == "decade" and year % 10 == 0:
        return f"{year}s"
    if earliest.day != 1 or not _ends_month(latest):
        return None
    months = (latest.year - year) * 12 + latest.month - earliest.month + 1
    if months == 1:
        return f"{MONTHS[earliest.month - 1]} {year}"
    if months == 12 and earliest.month == 1:
        return str(year)
    if granularity == "quarter" and months == 3:
        return f"{('first', 'second', 'third', 'fourth')[earliest.month // 3]} quarter of {year}"
    if granularity == "season" and months == 6:
        return f"{'first' if earliest.month == 1 else 'second'} half of {year}"
    if granularity == "season" and earliest.month in _SEASONS:
        return f"{_SEASONS[earliest.month]} {year}"
    return None


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _range(earliest: date, latest: date) -> str:
    """Return "16–17 May 2022", "30 April – 2 May 2022", or both dates in full."""
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}–{format_day(latest)}"
    if earliest.day == 1 and _ends_month(latest):
        first = MONTHS[earliest.month - 1]
        start = first if earliest.year == latest.year else f"{first} {earliest.year}"
        return f"{start} – {MONTHS[latest.month - 1]} {latest.year}"
    if earliest.year == latest.year:
        return f"{earliest.day} {MONTHS[earliest.month - 1]} – {format_day(latest)}"
    return f"{format_day(earliest)} – {format_day(latest)}"

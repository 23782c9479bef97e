"""Counting on the calendar: so many units from a day, and the side that "more than" leaves open."""

from dataclasses import replace
from datetime import date
from math import ceil
from typing import Literal

from index.language.dates import calendar
from index.language.dates.calendar import Stretch

_DAYS_IN = {"D": 1, "W": 7, "FN": 14, "WE": 7}
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
YEARS_IN = {"Y": 1, "DE": 10, "CE": 100}
_HOURS_IN = {"TH": 1.0, "TM": 1 / 60, "S": 1 / 3600}
_HALF_A_WEEK = 3
"""Days on either side of one that make a week with it."""
_FEW_WEEKS = 2
"""Weeks up to which "two weeks ago" names a day; chosen: more name a week."""
WEEKS_OF_A_YEAR = 52
"""Weeks that a year is counted as."""
_MOST = 1_000_000
"""More units than this lie beyond the calendar, whichever they are."""


def weekday_unit(weekday: int) -> str:
    """Return the unit of weeks counted to a weekday: "Tuesday of last week"."""
    return f"WD{weekday}"


def counted_from(anchor: date, count: float, unit: str) -> Stretch | None:
    """Return the unit that lies ``count`` units after the anchor, as fine as the unit itself.

    None beyond the ends of the calendar. Hours and minutes give the days that they can reach.
    """
    count = max(-_MOST, min(_MOST, count))
    if unit in _HOURS_IN:
        return _hours_from(anchor, count * _HOURS_IN[unit])
    if unit.startswith("WD"):
        day = calendar.shifted(anchor, 7 * int(count) - anchor.weekday() + int(unit[2:]))
        return calendar.day_of(day) if day else None
    if unit in _DAYS_IN:
        day = calendar.shifted(anchor, round(count * _DAYS_IN[unit]))
        if day is None:
            return None
        if unit == "D":
            return calendar.day_of(day)
        return calendar.weekend_of(day) if unit == "WE" else calendar.week_of(day)
    year, month = calendar.shifted_months(anchor.year, anchor.month, round(count * _MONTHS_IN[unit]))
    if not 1 <= year <= 9999:
        return None
    if unit == "M":
        return calendar.month_of(year, month)
    return calendar.quarter_of(year, (month + 2) // 3) if unit == "Q" else calendar.year_of(year)


def about_weeks_from(anchor: date, weeks: float) -> Stretch | None:
    """Return the day so many weeks away, and the days about it that people mean by it: half a week on either side."""
    day = day_counted_from(anchor, weeks, "W")
    if day is None:
        return None
    first, last = (calendar.shifted(day, side * _HALF_A_WEEK) for side in (-1, 1))
    value = day.isoformat() if abs(weeks) <= _FEW_WEEKS else calendar.week_of(day).value
    return Stretch(value, first or day, last or day, "week")


def loosely(stretch: Stretch, years: float) -> Stretch:
    """Return the year so many years away, and as many about it as a round number leaves open: a tenth of them."""
    slack = round(abs(years) / 10)
    if stretch.earliest is None or stretch.latest is None or not slack:
        return stretch
    first = calendar.date_or_none(stretch.earliest.year - slack, 1, 1)
    last = calendar.date_or_none(stretch.latest.year + slack, 12, 31)
    return replace(
        stretch, earliest=first or stretch.earliest, latest=last or stretch.latest, granularity="decade"
    )


def _hours_from(anchor: date, hours: float) -> Stretch | None:
    least, most = int(abs(hours) // 24), ceil(abs(hours) / 24)
    sign = 1 if hours > 0 else -1
    near, far = calendar.shifted(anchor, sign * least), calendar.shifted(anchor, sign * most)
    if near is None or far is None:
        return None
    return Stretch(f"{near.isoformat()}TXX", min(near, far), max(near, far), "time")


def hours_of(count: float, unit: str) -> float | None:
    """Return the hours that so many hours, minutes or seconds are; None for what is counted in days."""
    return count * _HOURS_IN[unit] if unit in _HOURS_IN else None


def holding(anchor: date, step: int, unit: str) -> Stretch | None:
    """Return the unit that holds the anchor, or the one ``step`` units beside it."""
    if unit == "DE":
        year = anchor.year + 10 * step
        return calendar.decade_of(year) if 1 <= year <= 9999 else None
    if unit == "CE":
        return calendar.century_of((anchor.year + 99) // 100 + step)
    return counted_from(anchor, step, unit)


def day_counted_from(anchor: date, count: float, unit: str) -> date | None:
    """Return the same day so many units away, or the last of a month that is too short for it; None beyond the calendar.

    Hours and minutes give the farthest day that they can reach.
    """
    count = max(-_MOST, min(_MOST, count))
    if unit in _HOURS_IN:
        days = ceil(abs(count) * _HOURS_IN[unit] / 24)
        return calendar.shifted(anchor, days if count > 0 else -days)
    if unit in _DAYS_IN:
        return calendar.shifted(anchor, round(count * _DAYS_IN[unit]))
    year, month = calendar.shifted_months(anchor.year, anchor.month, round(count * _MONTHS_IN.get(unit, 0)))
    for day in range(anchor.day, anchor.day - 4, -1):
        exact = calendar.date_or_none(year, month, day)
        if exact is not None:
            return exact
    return None


def bounded(
    stretch: Stretch, anchor: date, count: float, unit: str, bound: Literal["more", "less"]
) -> Stretch:
    """Return what "more than" or "less than" so many units leaves open.

    "More than three years ago" has only an end, "less than three years ago" lies between then and the anchor.
    """
    exact = day_counted_from(anchor, count, unit) or stretch.earliest
    if bound == "less":
        first, last = (anchor, exact) if count > 0 else (exact, anchor)
        return replace(stretch, earliest=first, latest=last, granularity="vague")
    if count > 0:
        return replace(stretch, earliest=exact, latest=None, granularity="vague")
    return replace(stretch, earliest=None, latest=exact, granularity="vague")


def unknown_value(unit: str) -> str:
    """Return the TIMEX3 value of a unit of the calendar that cannot be told."""
    values = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
    return values.get(unit, "XXXX")

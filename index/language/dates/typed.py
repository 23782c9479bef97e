"""Dates that a person types: "last month", "12 March", "2025-03", "yesterday"."""

import re
from datetime import date, datetime, time

from index.errors import QueryError
from index.language.dates.finder import find_time_expressions
from index.language.english.calendar_words import SHORT_MONTHS

_MONTH = re.compile(r"(\d{4})-(\d{1,2})\Z|(\d{1,2})/(\d{4})\Z")
_YEAR = re.compile(r"[12]\d{3}\Z")
_NUMBERS = re.compile(r"[\d\s./:-]*\Z")
_LOWER_CASE_MONTH = re.compile(rf"\b(?:may|march|{'|'.join(SHORT_MONTHS)})\b")
_LONGEST = 60
"""Characters of a date that is typed; chosen: no expression of one day is longer."""
_LANGUAGES = ["en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "zh"]
"""Those that are tried: each one more is loaded, and takes time, before a word can be called no date."""


def parse_typed_date(text: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of the date that a person typed.

    A date without a year is the one nearest before ``today``; "last month" is the whole of it.

    Args:
        text: what was typed.
        today: the day that "yesterday" and "last month" count from.

    Raises:
        QueryError: it is no date, or one that does not exist.
    """
    typed = " ".join(text.split())
    for read in (_year_or_month, _expression, _by_dateparser):
        if found := read(typed, today) if 0 < len(typed) <= _LONGEST else None:
            return found
    shown = typed if len(typed) <= _LONGEST else typed[: _LONGEST - 1] + "…"
    raise QueryError(
        f'"{shown}" is not a date that can be understood: type a day (12 March 2025 or 2025-03-12), a month (March 2025), '
        "a year (2025), or words such as yesterday, last week or last month."
    )


def _year_or_month(typed: str, _: date) -> tuple[date, date] | None:
    """Read the bare numbers that a sentence would not be trusted with."""
    if _YEAR.match(typed):
        return date(int(typed), 1, 1), date(int(typed), 12, 31)
    match = _MONTH.match(typed)
    if match is None:
        return None
    year, month = (match[1], match[2]) if match[1] else (match[4], match[3])
    return _month(int(year), int(month))


def _month(year: int, month: int) -> tuple[date, date] | None:
    if not (1 <= month <= 12 and year >= 1):
        return None
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else None
    last = date.fromordinal(following.toordinal() - 1) if following else date.max
    return date(year, month, 1), last


def _expression(typed: str, today: date) -> tuple[date, date] | None:
    """Read it as the grammar of documents does, when one expression takes up all that was typed."""
    capitalised = _LOWER_CASE_MONTH.sub(lambda month: month.group().capitalize(), typed)
    expressions = find_time_expressions(f"in {capitalised}", today)
    if len(expressions) != 1:
        return None
    found = expressions[0]
    if found.start > len("in ") or found.end < len("in ") + len(typed.rstrip(".")):
        return None
    if found.earliest is None or found.latest is None:
        return None
    return found.earliest, found.latest


def _by_dateparser(typed: str, today: date) -> tuple[date, date] | None:
    """Read the rest, other languages among it; to the month or year when no day is given.

    Bare numbers are left alone: what is no date in one order of day and month would be turned into one in another.
    """
    if _NUMBERS.match(typed):
        return None
    from dateparser.date import DateDataParser  # loaded where it is used: it takes longer than an answer

    parser = DateDataParser(
        languages=_LANGUAGES,
        settings={
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "PREFER_DATES_FROM": "past",
            "PREFER_DAY_OF_MONTH": "first",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    data = parser.get_date_data(typed)
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    if data.period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    if data.period == "month":
        return _month(day.year, day.month)
    return day, day

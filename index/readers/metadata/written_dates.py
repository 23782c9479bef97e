"""The day that a few words name, in any of the languages in which mails, feeds and pages write dates."""

import re
from datetime import date, timedelta
from functools import partial
from itertools import chain

from index.readers.metadata.fields import may_be_published

_LONGEST = 300
"""Characters in which a written date is looked for; chosen: a bound on the work."""
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATES = (
    re.compile(
        r"(?<!\d)(?:\d{4}[-./]\d\d?[-./]\d\d?(?!\d)|\d{1,2}-[^\W\d_]{3,9}-\d{4}(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日"
        rf"|\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+)?{_MONTH}(?:,?\s+(?:de\s+)?\d{{4}})?)",
        re.IGNORECASE,
    ),
    re.compile(rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s+\d{{4}})?", re.IGNORECASE),
)
"""Dates that begin with a number are looked for first: "mardi 18 mars" has two words that could be a month."""

_YEAR_FIRST = re.compile(r"(\d{4})[./](\d\d?)[./](\d\d?)")
_BETWEEN_NAMES = re.compile(r"(?<=\d)-(?=[^\W\d_])|(?<=[^\W\d_])-(?=\d)")
_EITHER = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_day(words: str, near: date | None = None) -> date | None:
    """Return the day that ``words`` begin with or hold: "Ср, 05 мар 2025 18:00", "Stand: 3.4.2024", "le 18 mars 2025".

    A day without a year is the last such day before ``near``, and none where that is not known. None for words without a day,
    for 03/04/2025, which is two days, and for days on which nothing can have been published.
    """
    words = words[:_LONGEST]
    for match in chain.from_iterable(form.finditer(words) for form in _DATES):
        either = _EITHER.fullmatch(match[0])
        if either and int(either[1]) <= 12 and int(either[2]) <= 12 and either[1] != either[2]:
            continue
        day = _parsed(match[0], near)
        if day is not None and may_be_published(day):
            return day
    return None


def _parsed(words: str, near: date | None) -> date | None:
    import dateparser  # loaded where it is used: it takes a while

    numbers = _YEAR_FIRST.fullmatch(words)
    if numbers:
        words = "-".join(numbers.groups())
    words = _BETWEEN_NAMES.sub(" ", words)
    parse = partial(dateparser.parse, settings={"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month"]})
    if _YEAR.search(words) or re.search(r"[./-]\d\d$", words):
        found = parse(words)
        return found.date() if found else None
    if near is None:
        return None
    found = parse(f"{words} {near.year}")
    if found is None:
        return None
    day = found.date()
    if day > near + timedelta(days=1):
        try:
            return day.replace(year=day.year - 1)
        except ValueError:
            return None
    return day

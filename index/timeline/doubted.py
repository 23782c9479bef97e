"""Dates that speak against one another, or against the day on which their page says that it was published."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.language.dates import TimeExpression
from index.language.english.calendar_words import WEEKDAY_NAMES

_BRACKET = re.compile(r"\s*\(\s*\Z")
"""Between a date and the same one told for another place: "on Tuesday (early Wednesday in Lomar)"."""
_BESIDE = re.compile(r"\s*(?:,|[—–(]|\s-)\s*\Z")
_DEICTIC = re.compile(r"(?:today|tomorrow|yesterday)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:(?:this|on|early|late)\s+)?(?P<name>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_ONE_DAY = timedelta(days=1)
_ENOUGH = 2
"""Dates that make a day of publication doubtful; chosen: one may be misread."""


def without_retold(text: str, found: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the dates without those that only tell the one beside them once more, for another place or by another count.

    "Tomorrow" beside a weekday that it is not was counted from another day than that of publication: the weekday stands.
    """
    kept: list[TimeExpression] = []
    for item in found:
        before = kept[-1] if kept else None
        if before is None or not _is_retold(text, before, item):
            kept.append(item)
        elif _is_better(text, item, before):
            kept[-1] = item
    return kept


def _is_retold(text: str, before: TimeExpression, item: TimeExpression) -> bool:
    gap = text[before.end : item.start]
    if before.earliest is None or item.earliest is None or before.earliest == item.earliest:
        return False
    day = before.earliest == before.latest and item.earliest == item.latest
    if day and _BRACKET.match(gap) and abs(item.earliest - before.earliest) <= 7 * _ONE_DAY:
        return ")" in text[item.end : item.end + 40]
    counted = (_is_counted(text, before), _is_counted(text, item))
    weekday = (_is_weekday(text, before), _is_weekday(text, item))
    return bool(_BESIDE.match(gap)) and (counted, weekday) in (
        ((True, False), (False, True)),
        ((False, True), (True, False)),
    )


def _is_better(text: str, item: TimeExpression, before: TimeExpression) -> bool:
    """Whether of two dates that tell one day the second is to be believed: a weekday, or the count that falls on it."""
    counted, named = (item, before) if _is_counted(text, item) else (before, item)
    word = _WEEKDAY.match(text, named.start)
    if word is None or not _is_counted(text, counted) or counted.earliest is None:
        return False
    agree = WEEKDAY_NAMES[counted.earliest.weekday()] == word["name"].lower()
    return agree == (counted is item)


def _is_counted(text: str, item: TimeExpression) -> bool:
    return _DEICTIC.match(text, item.start) is not None


def _is_weekday(text: str, item: TimeExpression) -> bool:
    return _WEEKDAY.match(text, item.start) is not None and item.granularity in ("day", "time")


def lies_ahead(item: TimeExpression, written: date | None) -> bool:
    """Whether the date lies behind the day on which the words were written: what is told as done on it cannot be."""
    return written is not None and item.earliest is not None and item.earliest > written + _ONE_DAY


def is_out_of_date(text: str, times: Sequence[TimeExpression], published: date | None) -> bool:
    """Whether the text tells as done what, with its year, lies behind the day that is given for its publication.

    A page that was rewritten keeps the day of its first version.
    """
    told = [
        item
        for item in times
        if item.tense == "past" and names_its_year(text, item) and lies_ahead(item, published)
    ]
    return len(told) >= _ENOUGH


def names_its_year(text: str, item: TimeExpression) -> bool:
    """Whether the words of the date hold its year, so that it is the page's own day that is in doubt."""
    return _YEAR.search(text, item.start, item.end) is not None

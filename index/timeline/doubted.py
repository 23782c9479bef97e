"""Dates that speak against one another, or against the day on which their page says that it was published."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.language.dates import TimeExpression
from index.language.english.calendar_words import WEEKDAY_NAMES

_BRACKET = re.compile(r"\s*\(\s*\Z")
"""Between a date and the same one told for another place: "on Tuesday (early Wednesday in Lomar)"."""
_BESIDE = re.compile(r"\s*(?:,|[—–(]|\s-)\s*\Z")
_BESIDE_ON = re.compile(r"\s*,\s*(?:on\s+)?\Z")
_NEXT_DAY = re.compile(
    r"(?:the\s+(?:very\s+)?(?:next|following|same)\s+day|(?:a|one)\s+day\s+later)\b", re.IGNORECASE
)
_LABEL_END = re.compile(r"\)\W{0,6}:\W{0,6}[“\"]")
_DEICTIC = re.compile(r"(?:today|tomorrow|yesterday)\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:(?:this|on|early|late)\s+)?(?P<name>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_LATE_YEARS = 2
"""Years before publication that a story may be of while a month that it names is of now; chosen."""
_ONE_DAY = timedelta(days=1)
_ENOUGH = 2
"""Dates that make a day of publication doubtful; chosen: one may be misread."""


def without_retold(text: str, found: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the dates without those that only tell the one beside them once more, for another place or by another count.

    "Tomorrow" beside a weekday that it is not was counted from another day than that of publication: the weekday stands.
    """
    kept: list[TimeExpression] = []
    labelled: TimeExpression | None = None
    for item in found:
        before = kept[-1] if kept else None
        if labelled is not None and item.basis == "relative":
            continue  # "yesterday" in words that were said on the day of their label
        if _is_a_label(text, item):
            labelled = item
        if before is not None and _is_the_next_day(text, before, item):
            if _NEXT_DAY.match(text, before.start):
                kept[-1] = item
        elif before is None or not _is_retold(text, before, item):
            kept.append(item)
        elif _is_better(text, item, before):
            kept[-1] = item
    return kept


def _is_a_label(text: str, item: TimeExpression) -> bool:
    """Whether the day is that of quoted words behind it: 'Minister Lind (March 3): "We ..."'."""
    return text[item.start - 1 : item.start] == "(" and _LABEL_END.match(text, item.end) is not None


def _is_the_next_day(text: str, before: TimeExpression, item: TimeExpression) -> bool:
    """Whether one of two dates side by side counts to the other from a day that is told elsewhere.

    "On the 8th of March, the next day" is the 8th, "the very next day, on Monday" is Monday.
    """
    if not _BESIDE_ON.match(text[before.end : item.start]) or before.earliest == item.earliest:
        return False
    counted = [_NEXT_DAY.match(text, one.start) is not None for one in (before, item)]
    return counted[0] != counted[1]


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
        if item.tense == "past"
        and item.granularity in ("time", "day", "month")
        and names_its_year(text, item)
        and lies_ahead(item, published)
    ]
    return len(told) >= _ENOUGH


def is_of_unsure_year(text: str, item: TimeExpression, written: date | None) -> bool:
    """Whether a month or day without a year is of the year of a story just over, or as well of that of publication."""
    if written is None or item.basis != "inherited" or item.earliest is None:
        return False
    if _MONTH.search(text, item.start, item.end) is None or names_its_year(text, item):
        return False
    years = written.year - item.earliest.year
    return 0 < years <= _LATE_YEARS and (item.earliest.month, item.earliest.day) <= (
        written.month,
        written.day,
    )


def names_its_year(text: str, item: TimeExpression) -> bool:
    """Whether the words of the date hold its year, so that it is the page's own day that is in doubt."""
    return _YEAR.search(text, item.start, item.end) is not None

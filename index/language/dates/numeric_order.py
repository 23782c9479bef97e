"""Whether a text writes the day or the month first in dates of digits alone: "08/03/2025"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from index.language.dates import calendar
from index.language.dates.rules.grammar import Tokens
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Dated
from index.language.dates.rules.runs import Found
from index.language.dates.tense import Tense

_MONTHS = 12
"""Of a year: a greater number of a date is its day."""
_ONE_DAY = timedelta(days=1)


class NumericOrder:
    """Reads dates of digits with slashes, which the grammar reads with the month first, as the text writes them.

    A number over 12 shows which of the two is the day; without one, a date that is told as done and would lie behind the
    day of publication has its day first.
    """

    def __init__(self, tokens: Tokens, found: Sequence[Found], published: date | None) -> None:
        self._tokens = tokens
        self._published = published
        numbers = [pair for item in found if (pair := self._numbers(item)) is not None]
        self._day_first = any(first > _MONTHS for first, _ in numbers)
        self._month_first = any(second > _MONTHS for _, second in numbers)

    def read(self, item: Found, tense: Tense) -> Found:
        """Return the expression, with day and month changed places where the text puts the day first."""
        numbers = self._numbers(item)
        meaning = item.meaning
        if numbers is None or max(numbers) > _MONTHS or not isinstance(meaning, Dated):
            return item
        swapped = replace(meaning, month=meaning.day, day=meaning.month)
        if self._day_first != self._month_first:
            return replace(item, meaning=swapped) if self._day_first else item
        return replace(item, meaning=swapped) if self._is_too_late(meaning, swapped, tense) else item

    def _numbers(self, item: Found) -> tuple[int, int] | None:
        if item.last - item.first != 1 or self._tokens.symbols[item.first] != SYMBOL["NUMDATE"]:
            return None
        pieces = self._tokens.word(item.first).split("/")
        if len(pieces) != len(("day", "month", "year")) or len(pieces[0]) > len("31"):
            return None
        return int(pieces[0]), int(pieces[1])

    def _is_too_late(self, meaning: Dated, swapped: Dated, tense: Tense) -> bool:
        days = [
            calendar.date_or_none(one.year or 0, one.month or 0, one.day or 0) for one in (meaning, swapped)
        ]
        written, month_first, day_first = self._published, *days
        if tense != "past" or written is None or month_first is None or day_first is None:
            return False
        return month_first > written + _ONE_DAY and day_first <= written

"""Days that are known by their month and day alone: those that the text names with their year, and a few that everybody knows."""

from collections.abc import Sequence
from datetime import date

from index.language.dates import calendar
from index.language.dates.rules.grammar import Tokens
from index.language.dates.rules.meanings import Dated
from index.language.dates.rules.runs import Found
from index.language.dates.tense import Tense
from index.language.english.calendar_words import DAY_WORDS, DAYS_KNOWN_BY_NAME

_NEAR = 60
"""Days from publication within which a day without a year is most likely the one of now; chosen: two months."""
_OF_LATE = 21
"""Days before publication in which a day is that of now even in an account of the past; chosen: three weeks."""
_UNTIL = frozenset("by until till".split())
"""Before a day that is set for something, which is no day known to all: "withdraw by September 11"."""
_NAMED_BEHIND = frozenset("since of after before".split())
"""What stands before a known day more often than before another: "since October 7"."""
_WORDS_BESIDE = 6
"""Words on either side of a day in which those stand that tell it as the known one: "the attacks of October 7th"; chosen."""


class KnownDays:
    """The days that a text means by a month and a day alone, where that is not the nearest one to publication."""

    def __init__(self, tokens: Tokens, found: Sequence[Found], published: date | None) -> None:
        self._tokens = tokens
        self._published = published
        self._named: dict[tuple[int, int], int | None] = {}
        for item in found:
            meaning = item.meaning
            if isinstance(meaning, Dated) and meaning.year and meaning.month and meaning.day:
                day = (meaning.month, meaning.day)
                self._named[day] = (
                    meaning.year if self._named.get(day, meaning.year) == meaning.year else None
                )

    def year(self, item: Found, tense: Tense) -> int | None:
        """Return the year of a day without one that the text names elsewhere or everybody knows; None for any other day."""
        meaning = item.meaning
        if not isinstance(meaning, Dated) or self._published is None or tense == "future":
            return None
        if meaning.month is None or meaning.day is None or meaning.year is not None:
            return None
        if meaning.step is not None or meaning.year_step is not None or meaning.weekday is not None:
            return None
        day = (meaning.month, meaning.day)
        known = DAYS_KNOWN_BY_NAME.get(day)
        year = self._named.get(day, known)
        if year is None or not self._is_past(year, day, self._published):
            return None
        if self._tokens.word(item.first - 1) in _UNTIL:
            return None
        told = year == known and self._is_told(item)
        if day not in self._named and tense != "past" and not told and not self._is_called_so(item):
            # "On October 7 the school opens"
            return None
        return year if told or not self._is_near(day, self._published) else None

    def year_of_late(self, item: Found, reached: int | None) -> int | None:
        """Return the year of publication for a day just before it, in an account that has reached the years about it."""
        meaning, published = item.meaning, self._published
        if not isinstance(meaning, Dated) or published is None or reached is None:
            return None
        if (
            meaning.month is None
            or meaning.day is None
            or meaning.year is not None
            or meaning.step is not None
        ):
            return None
        if not 0 <= published.year - reached <= 1:
            return None
        day = calendar.date_or_none(published.year, meaning.month, meaning.day)
        return published.year if day is not None and 0 <= (published - day).days <= _OF_LATE else None

    @staticmethod
    def _is_past(year: int, day: tuple[int, int], published: date) -> bool:
        exact = calendar.date_or_none(year, *day)
        return exact is not None and exact <= published

    @staticmethod
    def _is_near(day: tuple[int, int], published: date) -> bool:
        """Whether such a day lies near publication, of whichever year."""
        years = (published.year - 1, published.year, published.year + 1)
        days = [exact for year in years if (exact := calendar.date_or_none(year, *day))]
        return any(abs((exact - published).days) <= _NEAR for exact in days)

    def _is_called_so(self, item: Found) -> bool:
        """Whether a day is written as one that is known by its name: "January 6th", "since October 7"."""
        words = [self._tokens.word(place) for place in range(item.first, item.last)]
        return any(word.endswith("th") and word[0].isdigit() for word in words) or (
            self._tokens.word(item.first - 1) in _NAMED_BEHIND
        )

    def _is_told(self, item: Found) -> bool:
        beside = range(item.first - _WORDS_BESIDE, item.last + _WORDS_BESIDE)
        return any(self._tokens.word(place) in DAY_WORDS for place in beside)

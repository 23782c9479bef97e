"""The date that a text has reached, and whether it is one that tells of the past.

News counts from the day it was published; an account of the past counts from the date it reached last.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from index.language.dates import calendar
from index.language.dates.calendar import Stretch
from index.language.dates.meanings import Chosen, Counted, Dated
from index.language.dates.runs import Found

_FAR = 2
"""Years before publication from which a year belongs to the past that a history tells."""
_SOME_YEARS = 5
_ASIDE = 10
"""Years that a story moves within from one date to the next; a year farther off is an aside."""

_NEED_A_YEAR = ("Y", "DE", "CE")


def reads_as_history(found: Iterable[Found], published: date | None) -> bool:
    """Whether a text tells of past years rather than of the days around its publication.

    It does when several of the years it names lie well before publication and far outnumber what counts from it:
    weekdays, "yesterday", "last week". Without a publication date there is nothing else to count from.
    """
    if published is None:
        return True
    far = near = 0
    for item in found:
        meaning = item.meaning
        if isinstance(meaning, Dated):
            if meaning.before_christ or (meaning.year is not None and meaning.year <= published.year - _FAR):
                far += 1
            elif meaning.year is None and meaning.weekday is not None:
                near += 1
        elif isinstance(meaning, Counted | Chosen) and meaning.anchor == "published":
            near += 1
    return far >= _SOME_YEARS and far > 3 * near


@dataclass(slots=True)
class Story:
    """The date that a text has reached, kept while its expressions are resolved from left to right.

    ``year`` is negative before Christ. ``quarter`` is the quarter spoken of last, as year and number.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    quarter: tuple[int, int] | None = None
    _aside: int | None = None
    _before_aside: tuple[int, int | None] | None = field(default=None)

    @property
    def before_christ(self) -> bool:
        """Whether the text has reached a year before Christ."""
        return self.year is not None and self.year < 0

    def reach(self, stretch: Stretch) -> None:
        """Take note of the date that the text has reached; a vague one moves nothing."""
        if stretch.earliest is None or stretch.granularity in ("vague", "decade"):
            return
        year = stretch.earliest.year
        if stretch.granularity == "year" and self.year is not None and self.year > 0:
            self._step_aside(self.year, year)
        fine = stretch.granularity in ("time", "day")
        self.year = year
        self.month = stretch.earliest.month if fine or stretch.granularity in ("week", "month") else None
        self.day = stretch.earliest if fine else None

    def reach_before_christ(self, year: int, month: int | None) -> None:
        """Take note of a year before Christ."""
        self.year, self.month, self.day = -year, month, None

    def _step_aside(self, reached: int, year: int) -> None:
        """Keep the date reached when a sentence speaks of a year far from it, unless the one before did so too."""
        again = self._aside is not None and abs(year - self._aside) <= _ASIDE
        self._aside = None
        if abs(year - reached) > _ASIDE and not again:
            self._aside = year
            self._before_aside = (reached, self.month)

    def begin_sentence(self) -> None:
        """Come back from an aside, to the year and month before it: which day the next words count from is open."""
        if self._before_aside is not None:
            self.year, self.month = self._before_aside
            self.day = None
            self._before_aside = None

    def first_day(self, unit: str) -> date | None:
        """Return the day to count units from: the day reached, or the first of the month or year reached.

        None when the text has not reached a date as fine as the unit: from "in 1943", "the next day" leads nowhere.
        """
        if self.day is not None or self.year is None:
            return self.day
        known = unit in _NEED_A_YEAR or (unit == "M" and self.month is not None)
        return calendar.date_or_none(self.year, self.month or 1, 1) if known else None

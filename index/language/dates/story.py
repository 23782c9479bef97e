"""The date that a text has reached, and where in it the past is told.

News counts from the day it was published; an account of the past counts from the date it reached last, inside its own
paragraphs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from index.language.dates import calendar
from index.language.dates.calendar import Stretch
from index.language.dates.rules.meanings import Chosen, Counted, Dated
from index.language.dates.rules.runs import Found

FAR = 2
"""Years before publication from which a year belongs to the past that a history tells."""
_SOME_YEARS = 5
"""Dates years away that make a text history; chosen by hand."""
_FEW_YEARS = 2
"""Dates years away that make a paragraph one that looks back; chosen by hand."""
_LONGEST_PAUSE = 4
"""Paragraphs without any date after which an account of the past has ended."""
_ASIDE = 10
"""Years that a story moves within from one date to the next; a year farther off is an aside."""

Telling = Literal["news", "recalled", "account"]

_NEED_A_YEAR = ("Y", "DE", "CE")


@dataclass(slots=True)
class _Told:
    """How many of the dates of a paragraph are of a far past, and how many count from publication."""

    far: int = 0
    near: int = 0

    @property
    def of_the_past(self) -> bool:
        """Whether the paragraph tells of the past, as far as it says."""
        return self.far > 3 * self.near or not self.near


def tellings(found: Sequence[Found], paragraphs: Sequence[int], published: date | None) -> list[Telling]:
    """Return for each expression what the words around it tell: a date without a year is of the year that they have reached.

    An account of the past is made of paragraphs that name several years well before publication, and of those that follow
    them, as long as none has words that count from publication, such as weekdays, "yesterday" and "last week". News
    recalls the past in a paragraph that itself names such years and has no such words. Without a publication date there
    is nothing else to count from.

    Args:
        found: the expressions of a text, in their order.
        paragraphs: the number of the paragraph that each stands in.
        published: the day of publication, None when that is not known.
    """
    if published is None:
        return ["account"] * len(found)
    told: dict[int, _Told] = {}
    for item, number in zip(found, paragraphs, strict=True):
        counts = told.setdefault(number, _Told())
        counts.far += _is_far(item, published)
        counts.near += _is_near(item)
    far, near = sum(counts.far for counts in told.values()), sum(counts.near for counts in told.values())
    history = far >= _SOME_YEARS and far > 3 * near
    account = False
    reading: dict[int, Telling] = {}
    last = 0
    for number, counts in told.items():
        followed = account and number - last <= _LONGEST_PAUSE
        account = counts.of_the_past and (bool(counts.far) or followed)
        last = number
        if history:
            reading[number] = "account" if account else "news"
        else:
            reading[number] = "recalled" if counts.far >= _FEW_YEARS and not counts.near else "news"
    return [reading[number] for number in paragraphs]


def _is_far(item: Found, published: date) -> bool:
    meaning = item.meaning
    if not isinstance(meaning, Dated) or meaning.of_name:
        return False
    return meaning.before_christ or (meaning.year is not None and meaning.year <= published.year - FAR)


def _is_near(item: Found) -> bool:
    meaning = item.meaning
    if isinstance(meaning, Dated):
        return meaning.year is None and meaning.weekday is not None
    return (
        isinstance(meaning, Counted | Chosen)
        and meaning.anchor == "published"
        and meaning.unit not in _NEED_A_YEAR
    )


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

    def leave(self) -> None:
        """Forget the date reached."""
        self.year = self.month = self.day = None
        self._aside = self._before_aside = None

    def first_day(self, unit: str) -> date | None:
        """Return the day to count units from: the day reached, or the first of the month or year reached.

        None when the text has not reached a date as fine as the unit: from "in 1943", "the next day" leads nowhere.
        """
        if self.day is not None or self.year is None:
            return self.day
        known = unit in _NEED_A_YEAR or (unit == "M" and self.month is not None)
        return calendar.date_or_none(self.year, self.month or 1, 1) if known else None

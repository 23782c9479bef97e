"""What a time expression says before it is known which day it is counted from."""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["published", "story", "told"]
"""What an expression counts from: publication, the date that the story has reached, or only a date that was told."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date by its calendar parts, some of which may have to be filled in.

    ``step`` is -1, 0 or 1 for "last", "this" and "next"; ``part`` a TIMEX3 part of the day; ``clock`` a time of day as
    ``HH:MM`` with its zone. ``year_step`` is ``step`` of the year: "January of last year"; ``weeks_on`` the weeks that lie
    between a weekday and the next such day: "a week from Monday"; ``of_name`` whether a year only tells a named thing from
    others: "the 2014 Tarvo Accord"; ``nth`` which of its weekdays a month means, -1 the last: "the first Monday of April".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None
    part: str | None = None
    clock: str | None = None
    step: int | None = None
    before_christ: bool = False
    year_from_story: bool = False
    year_step: int | None = None
    weeks_on: int = 0
    bound: Literal["before", "after"] | None = None
    of_name: bool = False
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """The ten years from ``first``; ``century_known`` is false for "the '80s"."""

    first: int
    century_known: bool = True
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class Century:
    """A century by its number."""

    number: int
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units before (``sign`` -1) or after (1) the anchor: "three years ago", "two days later".

    ``count`` is None when the words give no number. ``bound`` is "more" for "more than three years ago" and "less" for
    the contrary. ``fine`` is the unit of the anchor's own that the words name: the week of "one year ago this week"; ``days_on``
    the days from it to the one that is meant: "two years ago tomorrow".
    """

    count: float | None
    unit: str
    sign: int
    anchor: Anchor
    bound: Literal["more", "less"] | None = None
    part: str | None = None
    fine: str | None = None
    days_on: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """The unit that holds the anchor (``step`` 0), the one before it or the one after it: "last week", "that year"."""

    unit: str
    step: int
    anchor: Anchor
    part: str | None = None
    bound: Literal["before", "after"] | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; ``side`` is -1 for one that ends at the anchor ("the past two weeks") and 1 for one that begins there.

    ``inside`` is whether "in" stands before it, which counts ahead where its verb does: "will return in two weeks".
    """

    count: float | None
    unit: str
    side: int = 0
    inside: bool = False


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The same period a year before the one spoken of: "the year-ago quarter"."""

    quarter: int | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """The period the text speaks of: "the quarter", "the latest quarter"."""

    unit: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """Something that recurs, by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


Meaning = Dated | Decade | Century | Counted | Chosen | Length | YearBefore | Spoken | Repeated | Vague

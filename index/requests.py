"""What is asked of an index: one shape each for a question, a timeline and quotations.

The door answers them, the shell and the bot make them, and what a button remembers is one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from index.errors import QueryError
from index.model import SHARED, Document


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``since`` to ``until``, both included; None is no bound. Raises QueryError when it ends before it begins."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            # Dates take as long to load as an answer, and a period is made without them.
            from index.language.dates.wording import format_day

            raise QueryError(
                f"The period ends ({format_day(self.until)}) before it begins ({format_day(self.since)}); swap the two dates."
            )

    @property
    def bounded(self) -> bool:
        """Whether there is a bound at all."""
        return self.since is not None or self.until is not None

    def admits(self, day: date | None) -> bool:
        """Tell whether ``day`` is of the period; one that is not known is outside every period that has a bound."""
        if not self.bounded:
            return True
        return day is not None and (self.since or day) <= day <= (self.until or day)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents may be looked at: published in a period, by a publisher, in collections."""

    published: Period = field(default_factory=Period)
    publisher: str | None = None
    collections: tuple[str, ...] = (SHARED,)

    def admit(self, document: Document) -> bool:
        """Tell whether a document, which is in one of the collections and of the publisher, is of the period."""
        return self.published.admits(document.published)


POINTS = 5
"""Excerpts that answer together at most, where nothing else is said; chosen: as many as one card of Discord holds."""


@dataclass(frozen=True, slots=True)
class AskRequest:
    """A question, and how many excerpts its answer has at most; ``previous`` are those before it, in the order asked.

    ``points`` is how many excerpts at most answer together: a list, a summary, two sides.
    """

    question: str
    filters: Filters = field(default_factory=Filters)
    limit: int = 3
    previous: tuple[str, ...] = ()
    points: int = POINTS


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """A timeline: of a topic, the days of the events, a name in them; ``limit`` is how many entries at most."""

    topic: str | None = None
    period: Period = field(default_factory=Period)
    actor: str | None = None
    filters: Filters = field(default_factory=Filters)
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class QuotesRequest:
    """Quotations: of one speaker, of several one after another, or of anybody; about a topic; the days of saying.

    ``limit`` is how many entries of each speaker at most. ``chronological`` is true for the order of time.
    """

    speakers: tuple[str, ...] = ()
    about: str | None = None
    period: Period = field(default_factory=Period)
    filters: Filters = field(default_factory=Filters)
    chronological: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """Two documents side by side, each named by its id or by words of its title; without ``after`` the earlier version of
    ``before`` and what it says now."""

    before: str
    after: str | None = None
    filters: Filters = field(default_factory=Filters)


Request = AskRequest | TimelineRequest | QuotesRequest | CompareRequest
R = TypeVar("R", AskRequest, TimelineRequest, QuotesRequest, CompareRequest)
L = TypeVar("L", AskRequest, TimelineRequest, QuotesRequest)


def within(request: L, collections: Sequence[str], limit: int) -> L:
    """Return ``request`` as it is asked of ``collections``, for at most ``limit`` entries."""
    return replace(request, filters=replace(request.filters, collections=tuple(collections)), limit=limit)

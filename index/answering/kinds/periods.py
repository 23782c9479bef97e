"""A question that bounds its own period is asked of the documents of that time."""

from dataclasses import dataclass, replace
from datetime import date

from index.errors import QueryError
from index.language.english.asking.follow_ups import content_words
from index.model import Answer
from index.requests import AskRequest, Filters, Period, TimelineRequest
from index.search.searcher import Searcher
from index.storage.documents import newest_date

_EVENTS = 20
"""How many events are looked at for the one that a period begins with."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A request of the documents of its period, and the period; empty where the question bounds none."""

    request: AskRequest
    period: Period


def narrowed(searcher: Searcher, request: AskRequest, today: date) -> Narrowed:
    """Return the request without the words of its period, of the documents published in it.

    Where nothing was published in a period that is counted from ``today``, it is counted from the newest document.
    """
    asked_period = searcher.analyzer.languages.asking(request.question).period
    found = asked_period(request.question, today)
    newest = newest_date(searcher.db, request.filters) if found else None
    if found is None or newest is None:
        return Narrowed(request, Period())
    if found.first is not None and newest < found.first:
        found = asked_period(request.question, newest) or found
    first = found.first or _day_of(searcher, found.event, request.filters)
    if first is None:
        return Narrowed(request, Period())
    period = Period(first, found.last)
    within = _both(request.filters.published, period)
    if within is None:
        return Narrowed(request, Period())
    # What is left of "what has happened since May?" names nothing.
    question = found.rest if content_words(found.rest) else request.question
    filters = replace(request.filters, published=within)
    return Narrowed(replace(request, question=question, filters=filters), period)


def of_period(answer: Answer, request: AskRequest, within: Narrowed) -> Answer:
    """Return the answer to what was narrowed as one to the request, with the days of the period that it bounds."""
    return replace(answer, question=request.question, since=within.period.since, until=within.period.until)


def _both(one: Period, other: Period) -> Period | None:
    """Return the days of both periods; None where there are none."""
    since = max(filter(None, (one.since, other.since)), default=None)
    until = min(filter(None, (one.until, other.until)), default=None)
    return None if since and until and since > until else Period(since, until)


def _day_of(searcher: Searcher, event: str, filters: Filters) -> date | None:
    """Return the last day on which what is called ``event`` took place; None where the documents do not date it."""
    wanted = frozenset(searcher.analyzer.terms(event))
    from index.timeline.selection import (
        select_events,  # few questions name an event, and no other waits for it
    )

    try:
        events = select_events(searcher, TimelineRequest(event, filters=filters, limit=_EVENTS))
    except QueryError:
        return None
    days = [
        one.latest
        for one in events
        if one.latest is not None
        and not one.planned
        and one.undone is None
        and wanted <= frozenset(searcher.analyzer.terms(one.document.slice(one.start, one.end)))
    ]
    return max(days, default=None) if wanted else None

"""The same event in several documents: one entry with all who tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from index.timeline.similarity import TermVectors
from index.timeline.storage import StoredEvent

SAME_DATE = 0.35
"""Likeness from which sentences of different documents with overlapping dates tell the same event."""
OTHER_DATE = 0.6
"""Likeness from which they do although they give different dates, at most ``NEAR`` apart."""
NEAR = timedelta(days=7)
_WINDOW = 60
"""Events on either side, in the order of their dates, that one is compared with."""


@dataclass(slots=True)
class Entry:
    """Places of events that are one event, and the place of the one that speaks for them."""

    places: list[int]
    speaker: int
    documents: set[int] = field(default_factory=set)


def group(events: Sequence[StoredEvent], vectors: TermVectors) -> list[Entry]:
    """Return the entries that the events make up, in the order of the first event of each.

    ``vectors`` are of the events' sentences, in the same order. Two events of one document are never one entry,
    unless they are the same sentence told of the same days; nor are two of which each has a number that the other lacks.
    """
    numbers = [_numbers(event, vectors.terms(place)) for place, event in enumerate(events)]
    order = sorted(range(len(events)), key=lambda place: _date_key(events[place]))
    entries: list[Entry] = []
    holder: dict[int, Entry] = {}
    for place, alike in zip(order, vectors.alike(order, _WINDOW, SAME_DATE), strict=True):
        entry = _entry_for(place, alike, events, holder, numbers)
        if entry is None:
            entry = Entry([], place)
            entries.append(entry)
        entry.places.append(place)
        entry.documents.add(events[place].document)
        holder[place] = entry
    for entry in entries:
        entry.speaker = vectors.nearest_to_centre(_finest(_told_as_done(entry.places, events), events))
    return entries


def _entry_for(
    place: int,
    alike: Sequence[tuple[int, float]],
    events: Sequence[StoredEvent],
    holder: dict[int, Entry],
    numbers: Sequence[frozenset[str]],
) -> Entry | None:
    best: Entry | None = None
    most = 0.0
    for other, likeness in alike:
        entry = holder[other]
        if likeness <= most or events[place].document in entry.documents:
            continue
        if any(_differ(numbers[place], numbers[told]) for told in entry.places):
            continue
        needed = _needed(events[place], events[other])
        if needed is not None and likeness >= needed:
            best, most = entry, likeness
    return best


def _numbers(event: StoredEvent, terms: Iterable[str]) -> frozenset[str]:
    """Return the numbers of a sentence but for those of the event's own days."""
    days = [day for day in (event.earliest, event.latest) if day]
    own = {str(number) for day in days for number in (day.day, day.year)}
    return frozenset(term for term in terms if term.isdecimal()) - own


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return not (one <= other or other <= one)


def _needed(one: StoredEvent, other: StoredEvent) -> float | None:
    """Return how alike two events must be to be one; None when their dates rule it out."""
    if one.undone != other.undone:
        return None
    if one.planned != other.planned and one.earliest != other.earliest:
        return None
    if not (one.dated and other.dated):
        return SAME_DATE if one.earliest == other.earliest and one.latest == other.latest else None
    assert one.earliest and one.latest and other.earliest and other.latest
    if one.earliest <= other.latest and other.earliest <= one.latest:
        return SAME_DATE if one.granularity == other.granularity else (SAME_DATE + OTHER_DATE) / 2
    gap = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    exact = one.granularity == other.granularity == "day"
    return OTHER_DATE if exact and gap <= NEAR else None


def _told_as_done(places: Sequence[int], events: Sequence[StoredEvent]) -> Sequence[int]:
    """Return the places of the events that were no plan, if any: what came of a plan speaks for it."""
    return [place for place in places if not events[place].planned] or places


def _finest(places: Sequence[int], events: Sequence[StoredEvent]) -> list[int]:
    """Return the places of the events with the shortest interval: they know the date best."""

    def days(place: int) -> int:
        event = events[place]
        return (event.latest - event.earliest).days if event.earliest and event.latest else 1_000_000

    least = min(days(place) for place in places)
    return [place for place in places if days(place) == least]


def _date_key(event: StoredEvent) -> tuple[int, int]:
    first, last = event.earliest or event.latest, event.latest or event.earliest
    return (first.toordinal(), last.toordinal()) if first and last else (0, 0)

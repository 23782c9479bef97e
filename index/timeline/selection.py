"""Events that fit what is asked for, in the order of their days.

With few, every one. With many, the dates that most documents speak of, and for each the sentence nearest to the centre of
those that tell it: of the plain methods for news timelines this one found most dates of the T17 collection (date F1 0.551,
0.480 by counting publications).
"""

import difflib
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from operator import itemgetter

from index.citations import cite
from index.errors import QueryError
from index.language.dates import format_day
from index.language.tokens import fold
from index.model import Event
from index.requests import Filters, TimelineRequest
from index.search.searcher import Searcher
from index.storage.documents import check_publisher, list_publishers, read_title_terms
from index.timeline.grouping import Entry, group
from index.timeline.similarity import TermVectors
from index.timeline.storage import (
    Days,
    SentenceTerms,
    StoredEvent,
    actors_within,
    count_by_days,
    every_actor,
    first_and_last_day,
    has_events,
    list_actors,
    read_events,
    read_few_of_each_date,
    read_first_sentence,
    read_headings,
    read_openings,
    read_terms,
)
from index.timeline.topics import Topic, read_topic

_PASSAGES = 3_000
"""Passages in which a topic is looked for; chosen: more than a timeline shows events."""
_FIT = 0.5
"""Share of the topic's idf that an event must have: see ``Topic.fit``."""
_OWN_FIT = 0.75
"""Fit from which an event itself speaks of the topic, where others only stand beside what does: those are half as often about
it; chosen: halfway between."""
_MOST = 400
"""Entries when no limit is given, so that a hundred thousand documents do not make a timeline of a hundred thousand lines."""
_COMPARED = 2_000
"""Events that are compared with one another at most; chosen: a bound on the work."""
_FEWEST_COMPARED = 300
"""Events that are compared even where few are asked for: what is told by several is found among many alone; chosen."""
_COUNTED = 15
"""Events of one date that count at most where dates are chosen; chosen: a day that is told a hundred times leaves room for
others."""
_MANY_OF_ONE = 12
"""Events of a document from which its title alone does not say what each of them is about; chosen: a story has fewer."""
_TELLING = 0.15
"""Share of those events that must themselves speak of a word of the title for it to stand for the others; chosen."""
_OF_ONE_DATE = 50
"""Events of one date that are compared; chosen: more tell the same."""
_NAMES_COMPARED = 2_000
"""Names that one which no event has is compared with; chosen: a bound on the work."""
_WORDS_COMPARED = 8
"""Words of what was typed that are compared with names: a name has no more."""


def select_events(searcher: Searcher, request: TimelineRequest) -> tuple[Event, ...]:
    """Return the events asked for, dated ones by their days, then those that no day can be given.

    Args:
        searcher: the moment in which it is asked.
        request: what is asked for.

    Raises:
        QueryError: an unknown publisher, an actor that no event names, a
            topic that no event speaks of, or no dated event at all. It says what to do.
    """
    filters = request.filters
    check_publisher(searcher.db, filters)
    actors = _matching_actors(searcher, request.actor, filters) if request.actor else ()
    topic = read_topic(searcher, request.topic, filters) if request.topic else None
    passages = _topic_passages(searcher, topic, filters) if topic else None
    events = _candidates(searcher, request, passages, actors)
    terms = read_terms(searcher.db, events)
    fits = _fits(searcher, topic, events, terms)
    kept = [place for place, fit in enumerate(fits) if fit >= _FIT]
    if not kept:
        raise QueryError(_nothing(searcher, request))
    if topic and len(kept) > _most(request):
        # Only now: of events that have nothing to do with the topic, however many, none takes the place of one that has.
        chosen = {event.id for event in _of_most_spoken([events[place] for place in kept], _most(request))}
        kept = [place for place in kept if events[place].id in chosen]
    events = [events[place] for place in kept]
    vectors = TermVectors([terms[place].own for place in kept])
    limit = request.limit or _MOST
    entries = _chosen(group(events, vectors), events, [fits[place] for place in kept], vectors, limit)
    return _as_events(searcher, entries, events)


def _matching_actors(searcher: Searcher, actor: str, filters: Filters) -> tuple[str, ...]:
    """Return the names that hold every word of ``actor``, in any spelling that documents are searched by, or abbreviated."""
    collections = filters.collections
    terms_of = searcher.analyzer.terms_of_name
    wanted = terms_of(actor)
    abbreviated = searcher.other_forms(searcher.analyzer.terms(actor), filters)

    def fits(terms: frozenset[str]) -> bool:
        return all(term in terms or abbreviated.are_in(term, terms) for term in wanted)

    fitting = [name for name in every_actor(searcher.db) if wanted and fits(terms_of(name))]
    found = actors_within(searcher.db, fitting, collections)
    if found:
        return found
    names = list_actors(searcher.db, collections)
    near = _nearest_names(actor, names[:_NAMES_COMPARED]) or names[:3]
    offered = f"; the nearest names are: {', '.join(near)}" if near else ""
    raise QueryError(f"No event names {actor[:60]!r}{offered}.")


def _nearest_names(actor: str, names: Sequence[str]) -> list[str]:
    """Return up to three names one of whose words is written much like one of the words of ``actor``."""
    holding: dict[str, str] = {}
    for name in names:
        for word in fold(name).split():
            holding.setdefault(word, name)
    near = [
        word
        for typed in fold(actor).split()[:_WORDS_COMPARED]
        for word in difflib.get_close_matches(typed, holding, n=3, cutoff=0.7)
    ]
    return list(dict.fromkeys(holding[word] for word in near))[:3]


def _topic_passages(searcher: Searcher, topic: Topic, filters: Filters) -> str:
    """Return the numbers of the passages that best match the topic, as a JSON array."""
    hits = searcher.search(topic.search_weights, _PASSAGES, filters)
    return json.dumps([hit.passage for hit in hits])


def _fits(
    searcher: Searcher, topic: Topic | None, events: Sequence[StoredEvent], terms: Sequence[SentenceTerms]
) -> list[float]:
    """Return how well each event fits the topic, from 0 to 1; 1 without a topic."""
    if topic is None:
        return [1.0] * len(events)
    titles = _telling_titles(
        topic, read_title_terms(searcher.db, {one.document for one in events}), events, terms
    )
    if topic.phrase and not _is_a_name(searcher, topic.phrase, events):
        topic = replace(topic, phrase=())
    above = _headings(searcher, events)
    told = [(titles[event.document], heading) for event, heading in zip(events, above, strict=True)]
    fits = [topic.fit(held, around) for held, around in zip(terms, told, strict=True)]
    for place in _stories_of_their_own(searcher, topic, events, terms, fits):
        actors = frozenset(chain.from_iterable(map(searcher.analyzer.terms_of_name, events[place].actors)))
        fits[place] = topic.fit(terms[place], told[place], actors)
    return fits


def _headings(searcher: Searcher, events: Sequence[StoredEvent]) -> list[Sequence[str]]:
    """Return the terms of the heading that each event stands under."""
    headings = read_headings(searcher.db, {event.document for event in events})
    terms = {
        row: [(start, searcher.analyzer.terms(words)) for start, words in found]
        for row, found in headings.items()
    }
    above: list[Sequence[str]] = []
    for event in events:
        found = terms.get(event.document, [])
        before = bisect_right(found, event.start, key=itemgetter(0))
        above.append(found[before - 1][1] if before else ())
    return above


def _stories_of_their_own(
    searcher: Searcher,
    topic: Topic,
    events: Sequence[StoredEvent],
    terms: Sequence[SentenceTerms],
    fits: Sequence[float],
) -> list[int]:
    """Return the places of the events that fit by what is beside them, though they name others and do not go on from it.

    A document most of whose events speak of the topic themselves is about it: there every event goes on.
    """
    speaking: defaultdict[int, list[bool]] = defaultdict(list)
    for event, held in zip(events, terms, strict=True):
        speaking[event.document].append(any(topic.has(term, held.own) for term in topic.weights))
    central = {row for row, told in speaking.items() if 2 * sum(told) > len(told)}
    apart = [
        place
        for place, (event, held) in enumerate(zip(events, terms, strict=True))
        if fits[place] >= _FIT
        and event.actors
        and event.document not in central
        and not all(topic.has(term, held.own) for term in topic.weights)
    ]
    openings = read_openings(searcher.db, [events[place] for place in apart])
    goes_on = searcher.analyzer.languages.goes_on
    return [place for place, words in zip(apart, openings, strict=True) if not goes_on(words)]


def _is_a_name(searcher: Searcher, phrase: Sequence[str], events: Sequence[StoredEvent]) -> bool:
    """Whether the words that were typed with capitals are one name in the events: "New START", and not "Lind Orsic"."""
    wanted = frozenset(phrase)
    names = {name for event in events for name in event.actors}
    return any(wanted <= searcher.analyzer.terms_of_name(name) for name in names)


def _telling_titles(
    topic: Topic,
    titles: Mapping[int, Sequence[str]],
    events: Sequence[StoredEvent],
    terms: Sequence[SentenceTerms],
) -> dict[int, Sequence[str]]:
    """Return the titles without the words of the topic that hardly an event of a long document speaks of.

    A briefing "en route to Atlanta, Georgia" is about everything else.
    """
    held: defaultdict[int, list[SentenceTerms]] = defaultdict(list)
    for event, around in zip(events, terms, strict=True):
        held[event.document].append(around)
    telling: dict[int, Sequence[str]] = {}
    for row, words in titles.items():
        arounds = held[row]
        if len(arounds) < _MANY_OF_ONE:
            telling[row] = words
            continue
        least = _TELLING * len(arounds)
        passing = {
            form
            for term in topic.weights
            if sum(topic.has(term, around.own | around.beside) for around in arounds) < least
            for form in topic.forms(term)
        }
        telling[row] = [word for word in words if word not in passing]
    return telling


def _candidates(
    searcher: Searcher, request: TimelineRequest, passages: str | None, actors: Sequence[str]
) -> list[StoredEvent]:
    """Return the events to choose from: all that stand near the topic; without one, of more than can be compared, those of the
    dates that most documents speak of."""
    db, filters, most = searcher.db, request.filters, _most(request)
    if passages is not None:
        return read_events(db, filters, request.period, passages, actors)
    counted = count_by_days(db, filters, request.period, actors)
    if sum(events for _, events, _ in counted) <= most:
        return read_events(db, filters, request.period, None, actors)
    days = _most_spoken(counted, most)
    if not actors:
        return read_few_of_each_date(db, filters, days, _OF_ONE_DATE)
    return _few_of_each_date(read_events(db, filters, request.period, None, actors, days))


def _most(request: TimelineRequest) -> int:
    """Return how many events are compared with one another."""
    return _COMPARED if request.limit is None else min(_COMPARED, max(_FEWEST_COMPARED, 20 * request.limit))


def _of_most_spoken(events: Sequence[StoredEvent], most: int) -> list[StoredEvent]:
    """Return the events of the dates that most documents speak of, about ``most`` of them."""
    documents: defaultdict[Days, set[int]] = defaultdict(set)
    for event in events:
        documents[event.days].add(event.document)
    counts = Counter(event.days for event in events)
    kept = _most_spoken([(days, counts[days], len(held)) for days, held in documents.items()], most)
    return _few_of_each_date([event for event in events if event.days in kept])


def _most_spoken(counted: Sequence[tuple[Days, int, int]], most: int) -> set[Days]:
    """Return the dates that most documents speak of, until they have ``most`` events, no date counted for too many."""
    ranked = sorted(counted, key=lambda item: (item[0][2], -item[2] * _fineness(item[0])))
    kept: set[Days] = set()
    for days, events, _ in ranked:
        kept.add(days)
        most -= min(events, _COUNTED)
        if most <= 0:
            break
    return kept


def _few_of_each_date(events: Sequence[StoredEvent]) -> list[StoredEvent]:
    """Return at most ``_OF_ONE_DATE`` events of a date, one of each document before the second of any."""
    earlier: Counter[tuple[Days, int]] = Counter()
    ranked: defaultdict[Days, list[tuple[int, StoredEvent]]] = defaultdict(list)
    for event in events:
        ranked[event.days].append((earlier[event.days, event.document], event))
        earlier[event.days, event.document] += 1
    kept = {
        event.id
        for found in ranked.values()
        for _, event in sorted(found, key=lambda item: (item[0], item[1].document, item[1].id))[:_OF_ONE_DATE]
    }
    return [event for event in events if event.id in kept]


def _fineness(days: Days) -> float:
    """Return how much a document counts that speaks of a date: one that names a year says little of when."""
    first, last, _ = days
    return 1 / (1 + (last - first).days) ** 0.5 if first and last else 0.0


def _chosen(
    entries: Sequence[Entry],
    events: Sequence[StoredEvent],
    fits: Sequence[float],
    vectors: TermVectors,
    limit: int,
) -> list[Entry]:
    """Return at most ``limit`` entries: those of the dates that most documents speak of, one for each date at first.

    What speaks of the topic itself comes before what stands beside it, what was held before what was forecast or called
    off, and of a date's entries that as many tell the one that is most like the others.
    """
    if len(entries) <= limit:
        return list(entries)
    documents: defaultdict[Days, set[int]] = defaultdict(set)
    speakers: defaultdict[Days, list[int]] = defaultdict(list)
    for entry in entries:
        documents[events[entry.speaker].days] |= entry.documents
        speakers[events[entry.speaker].days].append(entry.speaker)
    nearest = {vectors.nearest_to_centre(places[:_OF_ONE_DATE]) for places in speakers.values()}

    def weight(entry: Entry) -> tuple[bool, bool, bool, float, float, bool]:
        speaker = events[entry.speaker]
        spoken = len(documents[speaker.days])
        fit = fits[entry.speaker]
        held = speaker.undone is None and not speaker.planned
        told = len(entry.documents) * fit
        central = entry.speaker in nearest
        return speaker.dated, fit >= _OWN_FIT, held, spoken * fit * _fineness(speaker.days), told, central

    ranked = sorted(entries, key=weight, reverse=True)
    seen: set[Days] = set()
    first: list[Entry] = []
    rest: list[Entry] = []
    for entry in ranked:
        days = events[entry.speaker].days
        (rest if days in seen else first).append(entry)
        seen.add(days)
    return (first + rest)[:limit]


def _as_events(
    searcher: Searcher, entries: Sequence[Entry], events: Sequence[StoredEvent]
) -> tuple[Event, ...]:
    numbers: dict[str, int] = {}
    built = []
    for entry in sorted(entries, key=lambda item: _place_in_time(events[item.speaker])):
        others = [place for place in entry.places if place != entry.speaker]
        tellings = tuple(_event(searcher, events[place], numbers) for place in [entry.speaker, *others])
        citations = {item.citations[0].document_id: item.citations[0] for item in tellings}
        built.append(replace(tellings[0], citations=tuple(citations.values()), tellings=tellings[1:]))
    return tuple(built)


def _event(searcher: Searcher, stored: StoredEvent, numbers: dict[str, int]) -> Event:
    document = searcher.document(stored.document)
    number = numbers.setdefault(document.id, len(numbers) + 1)
    sentence = read_first_sentence(searcher.db, stored)
    return Event(
        document,
        stored.start,
        stored.end,
        stored.earliest,
        stored.latest,
        stored.granularity,
        stored.basis,
        stored.planned,
        stored.when,
        stored.actors,
        (cite(document, stored.start, stored.end, (sentence,), number),),
        clause=stored.clause,
        undone=stored.undone,
    )


def _place_in_time(event: StoredEvent) -> tuple[bool, date, date, int, int]:
    """Dated events first, by first day, longer spans before the days in them; then the rest by what is known."""
    first = event.earliest or event.latest or date.max
    last = event.latest or date.max
    return (
        not event.dated,
        first,
        date.fromordinal(date.max.toordinal() - last.toordinal() + 1),
        event.document,
        event.start,
    )


def _nothing(searcher: Searcher, request: TimelineRequest) -> str:
    """Say why there is no event, and what to do."""
    db, filters = searcher.db, request.filters
    if not has_events(db, filters):
        known = list_publishers(db, filters.collections)
        if filters.publisher and known:
            return f"No document by {filters.publisher[:60]!r} dates an event; leave the source out."
        return (
            "No document here dates an event; add documents that say in English when things happened with "
            "`parley index PATH`: in other languages no date is read."
        )
    if request.period.bounded:
        days = first_and_last_day(db, filters)
        if days:
            span = f"{format_day(days[0])} to {format_day(days[1])}"
            about = f" about {request.topic[:60]!r}" if request.topic else ""
            return f"No event{about} in that period; the documents date events from {span}."
    about = request.topic or request.actor or "that"
    return f"No event in the documents is about {about[:60]!r}; try another word for it, or leave it out."

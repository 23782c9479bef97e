"""Events in the database: written with their document, gone with it, read by date, actor and source."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from index.model import Basis, Granularity, ResolvedDate, Sentence, Span, Undone
from index.requests import Filters, Period
from index.storage.database import Database
from index.storage.documents import passing
from index.storage.structure import load

if TYPE_CHECKING:
    from index.timeline.finding import FoundEvent

_BETWEEN = "\n"
_BESIDE = 3
"""Sentences on either side of an event's, in its paragraph, that say what it is about."""
_OPENING = 60
"""Characters in which the first words of an event stand; chosen."""
_COLUMNS = (
    "events.id, events.document, sentence, start, end, when_start, when_end, earliest, latest, granularity, basis,"
    " planned, actors, clause_start, clause_end, undone"
)
_DAYS = "ifnull(earliest, '') || '/' || ifnull(latest, '')"

Days = tuple[date | None, date | None, bool]
"""First and last day, and whether it is only vague."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it is stored: the row of its document, the rest as in ``FoundEvent``."""

    id: int
    document: int
    sentence: int
    start: int
    end: int
    when: Span | None
    earliest: date | None
    latest: date | None
    granularity: Granularity
    basis: Basis
    planned: bool
    actors: tuple[str, ...]
    clause: Span | None = None
    undone: Undone | None = None

    @property
    def days(self) -> Days:
        """What the event is dated: equal for events of one date."""
        return self.earliest, self.latest, not self.dated

    @property
    def dated(self) -> bool:
        """Whether the words give a day, week, month or year, rather than something vague."""
        return self.earliest is not None and self.latest is not None and self.granularity != "vague"


def write_events(db: Database, document: int, events: "Iterable[FoundEvent]") -> None:
    """Store the events of the document with that row, in the caller's transaction."""
    for event in events:
        when = event.when or (None, None)
        cursor = db.execute(
            """INSERT INTO events (document, sentence, start, end, when_start, when_end, earliest, latest, granularity, basis,
                                   planned, actors, clause_start, clause_end, undone)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                document, event.sentence, event.start, event.end, *when, _iso(event.earliest), _iso(event.latest),
                event.granularity, event.basis, int(event.planned), _BETWEEN.join(event.actors),
                *(event.clause or (None, None)), event.undone,
            ],
        )  # fmt: skip
        db.conn.executemany(
            "INSERT INTO event_actors (actor, event) VALUES (?, ?)",
            [(actor, cursor.lastrowid) for actor in event.actors],
        )


def remove_events(db: Database, document: int) -> None:
    """Remove the events of the document with that row, in the caller's transaction."""
    db.execute("DELETE FROM events WHERE document = ?", [document])


def read_events(
    db: Database,
    filters: Filters,
    period: Period,
    passages: str | None = None,
    actors: Sequence[str] = (),
    days: Collection[Days] | None = None,
) -> list[StoredEvent]:
    """Return the events of the documents that pass the filters, in the order of their documents and texts.

    Args:
        db: the database.
        filters: which documents.
        period: events whose days overlap it; one that has neither first nor last day is outside every period.
        passages: a JSON array of passage numbers, one of which the event's sentence must be in.
        actors: exact names, one of which the event must have; none for any.
        days: what the events may be dated; None for anything.
    """
    condition, parameters = _condition(filters, period, passages, actors)
    if days is not None:
        condition += f" AND {_DAYS} IN (SELECT value FROM json_each(?))"
        parameters.append(json.dumps([f"{_iso(first) or ''}/{_iso(last) or ''}" for first, last, _ in days]))
    # SQLite would begin with the documents, of which there are many more than of events of a topic or a name.
    join = "JOIN" if passages is None and not actors else "CROSS JOIN"
    rows = db.execute(
        f"""SELECT {_COLUMNS}
            FROM events {join} documents ON documents.row = events.document
            WHERE {condition} ORDER BY events.document, events.id""",
        parameters,
    )
    return [_stored(row) for row in rows]


def read_few_of_each_date(
    db: Database, filters: Filters, days: Collection[Days], most: int
) -> list[StoredEvent]:
    """Return at most ``most`` events of each of ``days`` of the documents that pass the filters, in the order of their documents.

    They are one of each document before the second of any; vague events of the same days are counted apart.
    """
    condition, values = passing(filters)
    rows = db.execute(f"SELECT row FROM documents WHERE ({condition}) IS NOT TRUE", values)
    left_out = {row for (row,) in rows}
    chosen: list[int] = []
    for first, last, vague in days:
        if first is None or last is None:
            chosen += _few_of_date(db, left_out, first, last, "", most)
            continue
        chosen += _few_of_date(db, left_out, first, last, "AND granularity != 'vague'", most)
        if vague:
            chosen += _few_of_date(db, left_out, first, last, "AND granularity = 'vague'", most)
    rows = db.execute(
        f"""SELECT {_COLUMNS} FROM events WHERE id IN (SELECT value FROM json_each(?))
            ORDER BY events.document, events.id""",
        [json.dumps(chosen)],
    )
    return [_stored(row) for row in rows]


def _few_of_date(
    db: Database, left_out: set[int], first: date | None, last: date | None, kind: str, most: int
) -> list[int]:
    # Along the index alone, and no further than is needed.
    rows = db.execute(
        f"SELECT id, document FROM events WHERE earliest IS ? AND latest IS ? {kind} ORDER BY document",
        [_iso(first), _iso(last)],
    )
    held: dict[int, list[int]] = {}
    for event, document in rows:
        if document in left_out:
            continue
        if document not in held and len(held) == most:
            break
        held.setdefault(document, []).append(event)
    ranked = sorted(
        (rank, document, event)
        for document, events in held.items()
        for rank, event in enumerate(sorted(events))
    )
    return [event for _, _, event in ranked[:most]]


def read_dates(db: Database, document: int, span: Span) -> tuple[ResolvedDate, ...]:
    """Return the words between the bounds of ``span`` that say a date without its year, with the days they stand for."""
    rows = db.execute(
        """SELECT DISTINCT when_start, when_end, earliest, latest, granularity FROM events
           WHERE document = ? AND when_start >= ? AND when_end <= ? AND (earliest IS NOT NULL OR latest IS NOT NULL)
           ORDER BY when_start""",
        [document, *span],
    )
    text = db.execute("SELECT text FROM documents WHERE row = ?", [document]).fetchone()[0]
    return tuple(
        ResolvedDate(start, end, _date(earliest), _date(latest), granularity)
        for start, end, earliest, latest, granularity in rows
        if (earliest or latest)[:4] not in text[start:end]
    )


def count_by_days(
    db: Database, filters: Filters, period: Period, actors: Sequence[str] = ()
) -> list[tuple[Days, int, int]]:
    """Return what the events are dated, with how many events and how many documents are dated so."""
    passing, values = _passing(filters)
    parts, parameters = _parts(period, None, actors)
    condition = " AND ".join([passing, *parts])
    rows = db.execute(
        f"""SELECT earliest, latest, max(granularity = 'vague'), count(*), count(DISTINCT events.document)
            FROM events WHERE {condition} GROUP BY earliest, latest""",
        [*values, *parameters],
    )
    return [
        (
            (_date(earliest), _date(latest), bool(vague) or earliest is None or latest is None),
            events,
            documents,
        )
        for earliest, latest, vague, events, documents in rows
    ]


def _passing(filters: Filters) -> tuple[str, list[str]]:
    """Return a condition on many events at once, which are read along an index, beside a list of the documents left out.

    To look each document up would take most of the time.
    """
    condition, values = passing(filters)
    return f"events.document NOT IN (SELECT row FROM documents WHERE ({condition}) IS NOT TRUE)", values


def _condition(
    filters: Filters, period: Period, passages: str | None, actors: Sequence[str]
) -> tuple[str, list[str]]:
    condition, values = passing(filters)
    parts, parameters = _parts(period, passages, actors)
    return " AND ".join([condition, *parts]), [*values, *parameters]


def _parts(period: Period, passages: str | None, actors: Sequence[str]) -> tuple[list[str], list[str]]:
    parts: list[str] = []
    parameters: list[str] = []
    if period.since or period.until:
        parts.append("(events.earliest IS NOT NULL OR events.latest IS NOT NULL)")
    if period.since:
        parts.append("(events.latest IS NULL OR events.latest >= ?)")
        parameters.append(period.since.isoformat())
    if period.until:
        parts.append("(events.earliest IS NULL OR events.earliest <= ?)")
        parameters.append(period.until.isoformat())
    if passages is not None:
        parts.append(
            """events.id IN (SELECT events.id FROM json_each(?) AS wanted JOIN passages ON passages.id = wanted.value
               JOIN events ON events.document = passages.document AND events.sentence BETWEEN passages.first AND passages.last)"""
        )
        parameters.append(passages)
    if actors:
        marks = ",".join("?" * len(actors))
        parts.append(f"events.id IN (SELECT event FROM event_actors WHERE actor IN ({marks}))")
        parameters.extend(actors)
    return parts, parameters


def _stored(row: Sequence[Any]) -> StoredEvent:
    return StoredEvent(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        (row[5], row[6]) if row[5] is not None else None,
        _date(row[7]),
        _date(row[8]),
        row[9],
        row[10],
        bool(row[11]),
        tuple(row[12].split(_BETWEEN)) if row[12] else (),
        (row[13], row[14]) if row[13] is not None else None,
        row[15],
    )


@dataclass(frozen=True, slots=True)
class SentenceTerms:
    """The terms of a sentence, and those of the sentences beside it in its paragraph.

    ``ordered`` has the terms of each of them in their order, its own first.
    """

    own: frozenset[str]
    beside: frozenset[str]
    ordered: tuple[tuple[str, ...], ...]


def read_terms(db: Database, events: Sequence[StoredEvent]) -> list[SentenceTerms]:
    """Return the terms of each event's sentence and of those beside it."""
    keys = list(dict.fromkeys((event.document, event.sentence) for event in events))
    rows = db.execute(
        """SELECT wanted.key, sentences.ordinal, paragraph, terms FROM json_each(?) AS wanted
           CROSS JOIN sentences ON sentences.document = wanted.value ->> 0
               AND sentences.ordinal BETWEEN (wanted.value ->> 1) - ? AND (wanted.value ->> 1) + ?""",
        [json.dumps(keys), _BESIDE, _BESIDE],
    )
    around: list[list[tuple[int, int, str]]] = [[] for _ in keys]
    for place, ordinal, paragraph, terms in rows:
        around[place].append((ordinal, paragraph, terms))
    known = {key: _terms_around(key[1], held) for key, held in zip(keys, around, strict=True)}
    return [known[event.document, event.sentence] for event in events]


def _terms_around(ordinal: int, rows: Sequence[tuple[int, int, str]]) -> SentenceTerms:
    own = next((row for row in rows if row[0] == ordinal), (ordinal, None, ""))
    beside = [tuple(row[2].split()) for row in rows if row[1] == own[1] and row[0] != ordinal]
    ordered = (tuple(own[2].split()), *beside)
    return SentenceTerms(frozenset(ordered[0]), frozenset(chain.from_iterable(ordered)), ordered)


def read_headings(db: Database, rows: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    """Return where each heading of the documents with those rows starts and its words, by row; none of one without any."""
    found = db.execute(
        """SELECT row, structure, text FROM documents
           WHERE row IN (SELECT value FROM json_each(?)) AND instr(structure, '"heading"')""",
        [json.dumps(sorted(rows))],
    )
    return {
        row: [
            (part.start, text[part.start : part.end]) for part in load(structure) if part.label == "heading"
        ]
        for row, structure, text in found
    }


def read_openings(db: Database, events: Sequence[StoredEvent]) -> list[str]:
    """Return the first words of each event's text."""
    wanted = json.dumps([[event.document, event.start] for event in events])
    rows = db.execute(
        f"""SELECT substr(text, (wanted.value ->> 1) + 1, {_OPENING}) FROM json_each(?) AS wanted
            CROSS JOIN documents ON documents.row = wanted.value ->> 0 ORDER BY wanted.key""",
        [wanted],
    )
    return [words for (words,) in rows]


def read_first_sentence(db: Database, event: StoredEvent) -> Sentence:
    """Return the sentence that the event's words begin with."""
    row = db.execute(
        """SELECT start, end, paragraph FROM sentences WHERE document = ? AND ordinal <= ? AND start <= ?
           ORDER BY ordinal DESC LIMIT 1""",
        [event.document, event.sentence, event.start],
    ).fetchone()
    return Sentence(*row)


def list_actors(db: Database, collections: Sequence[str]) -> list[str]:
    """Return the names in the events of ``collections``, those in most documents first."""
    marks = ",".join("?" * len(collections))
    rows = db.execute(
        f"""SELECT actor FROM event_actors JOIN events ON events.id = event_actors.event
            JOIN documents ON documents.row = events.document WHERE documents.collection IN ({marks})
            GROUP BY actor ORDER BY count(DISTINCT events.document) DESC, count(*) DESC, actor""",
        list(collections),
    )
    return [row[0] for row in rows]


def first_and_last_day(db: Database, filters: Filters) -> tuple[date, date] | None:
    """Return the first and the last day of the events of the documents that pass the filters; None when none has a day."""
    condition, parameters = _passing(filters)
    first, last = db.execute(
        f"""SELECT min(ifnull(earliest, latest)), max(ifnull(latest, earliest)) FROM events WHERE {condition}""",
        parameters,
    ).fetchone()
    return (date.fromisoformat(first), date.fromisoformat(last)) if first else None


def has_events(db: Database, filters: Filters) -> bool:
    """Tell whether the documents that pass the filters have events at all."""
    condition, parameters = passing(filters)
    rows = db.execute(
        f"""SELECT 1 FROM events CROSS JOIN documents ON documents.row = events.document
            WHERE {condition} LIMIT 1""",
        parameters,
    )
    return rows.fetchone() is not None


def every_actor(db: Database) -> list[str]:
    """Return the names in the events of all collections, in the order of their letters."""
    # From each name straight to the next: many events have the same one.
    rows = db.execute(
        """WITH RECURSIVE names (actor) AS (
               SELECT min(actor) FROM event_actors
               UNION ALL SELECT (SELECT min(actor) FROM event_actors WHERE actor > names.actor) FROM names
               WHERE actor IS NOT NULL)
           SELECT actor FROM names WHERE actor IS NOT NULL"""
    )
    return [row[0] for row in rows]


def actors_within(db: Database, actors: Sequence[str], collections: Sequence[str]) -> tuple[str, ...]:
    """Return those of ``actors`` that an event of ``collections`` names."""
    marks = ",".join("?" * len(collections))
    statement = f"""SELECT 1 FROM event_actors CROSS JOIN events ON events.id = event_actors.event
                    CROSS JOIN documents ON documents.row = events.document
                    WHERE actor = ? AND documents.collection IN ({marks}) LIMIT 1"""
    return tuple(actor for actor in actors if db.execute(statement, [actor, *collections]).fetchone())


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@lru_cache(maxsize=20_000)
def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None

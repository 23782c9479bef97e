"""Quotations in the database: written with their document, gone with it, read by speaker, date and source."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.language.findings import FoundQuotation
from index.model import Basis, Sentence, Span, Stance
from index.requests import Filters, Period
from index.storage.database import Database
from index.storage.documents import passing

_LONGEST_ASKED = 8
"""Sentences before a reply in which its question is looked for; chosen: reporters ask in two or three."""

_WANTED = """WITH wanted AS MATERIALIZED (
    SELECT key AS place, value ->> 0 AS document, value ->> 1 AS first, value ->> 2 AS last FROM json_each(?))"""
"""The quotations of ``_places`` as a table, each once taken apart."""


@dataclass(frozen=True, slots=True)
class StoredQuotation:
    """A quotation as it is stored: the row of its document, its first and last sentence, the rest as found."""

    id: int
    document: int
    first: int
    last: int
    start: int
    end: int
    mention: Span
    cue: Span | None
    speaker: str
    speaker_key: str
    role: str | None
    direct: bool
    fragment: bool
    earliest: date | None
    latest: date | None
    when: Span | None
    basis: Basis
    stance: Stance
    condition: Span | None
    hearsay: bool
    question: Span | None


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """How often one spelling of a speaker, in one role, was found."""

    key: str
    name: str
    role: str | None
    quotations: int
    documents: int


def write_quotations(
    db: Database,
    document: int,
    quotations: Iterable[FoundQuotation],
    keys: Iterable[str],
    places: Iterable[Span],
) -> None:
    """Store the quotations of the document with that row, in the caller's transaction.

    ``keys`` has the key of each quotation's speaker, ``places`` its first and last sentence.
    """
    db.conn.executemany(
        """INSERT INTO quotations (document, first, last, start, end, mention_start, mention_end, cue_start, cue_end, speaker,
                                   speaker_key, role, listed, direct, fragment, earliest, latest, when_start, when_end, basis,
                                   stance, condition_start, condition_end, hearsay, question_start, question_end)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            (
                document, *place, item.start, item.end, *item.mention, *(item.cue or (None, None)), item.speaker, key,
                item.role, int(item.is_listed), int(item.direct), int(item.fragment), _iso(item.earliest),
                _iso(item.latest), *(item.when or (None, None)), item.basis, item.stance,
                *(item.condition or (None, None)), int(item.hearsay), *(item.question or (None, None)),
            )
            for item, key, place in zip(quotations, keys, places, strict=True)
        ),
    )  # fmt: skip


def remove_quotations(db: Database, document: int) -> None:
    """Remove the quotations of the document with that row, in the caller's transaction."""
    db.execute("DELETE FROM quotations WHERE document = ?", [document])


def read_quotations(
    db: Database,
    filters: Filters,
    period: Period,
    keys: Sequence[str] | None = None,
    limit: int | None = None,
) -> list[StoredQuotation]:
    """Return the quotations of the documents that pass the filters, those said last first.

    Args:
        db: the database.
        filters: which documents.
        period: quotations whose days of saying overlap it; one without a day is outside every period.
        keys: the keys of speakers, one of which must have spoken; None for anybody.
        limit: at most so many.
    """
    condition, values = passing(filters)
    parts, parameters = [condition], list(values)
    if period.since:
        parts.append("quotations.latest >= ?")
        parameters.append(period.since.isoformat())
    if period.until:
        parts.append("quotations.earliest <= ?")
        parameters.append(period.until.isoformat())
    if keys is None:
        # The questions of a transcript are shown with the answers that they got.
        parts.append("NOT (quotations.stance = 'asks' AND quotations.cue_start IS NULL)")
        # Thanks and greetings of a transcript say nothing of anything.
        parts.append("NOT (quotations.fragment AND quotations.cue_start IS NULL)")
    else:
        parts.append(f"quotations.speaker_key IN ({','.join('?' * len(keys))})")
        parameters.extend(keys)
    # In this order, which has those without a day last, quotations are read along an index, and no further than the limit.
    rows = db.execute(
        f"""SELECT quotations.id, quotations.document, first, last, start, end, mention_start, mention_end, cue_start, cue_end,
                   speaker, speaker_key, role, direct, fragment, earliest, latest, when_start, when_end, basis,
                   stance, condition_start, condition_end, hearsay, question_start, question_end
            FROM quotations CROSS JOIN documents ON documents.row = quotations.document
            WHERE {" AND ".join(parts)}
            ORDER BY latest DESC, quotations.document DESC, quotations.id LIMIT ?""",
        [*parameters, -1 if limit is None else limit],
    )
    return [
        StoredQuotation(
            id=row[0],
            document=row[1],
            first=row[2],
            last=row[3],
            start=row[4],
            end=row[5],
            mention=(row[6], row[7]),
            cue=_span(row[8], row[9]),
            speaker=row[10],
            speaker_key=row[11],
            role=row[12],
            direct=bool(row[13]),
            fragment=bool(row[14]),
            earliest=_date(row[15]),
            latest=_date(row[16]),
            when=_span(row[17], row[18]),
            basis=row[19],
            stance=row[20],
            condition=_span(row[21], row[22]),
            hearsay=bool(row[23]),
            question=_span(row[24], row[25]),
        )
        for row in rows
    ]


def count_speakers(db: Database, collections: Sequence[str]) -> list[SpeakerCount]:
    """Return who is quoted in ``collections``, by name, most quoted first; pronouns and unnamed people are left out."""
    marks = ",".join("?" * len(collections))
    rows = db.execute(
        f"""SELECT speaker_key, speaker, role, count(*), count(DISTINCT quotations.document)
            FROM quotations JOIN documents ON documents.row = quotations.document
            WHERE listed AND documents.collection IN ({marks})
            GROUP BY speaker_key, speaker, role ORDER BY count(*) DESC, speaker""",
        list(collections),
    )
    return [SpeakerCount(*row) for row in rows]


def passages_of(db: Database, quotations: Sequence[StoredQuotation]) -> dict[int, list[int]]:
    """Return the numbers of the passages that each quotation stands in, by the quotation's id."""
    rows = db.execute(
        """SELECT document, id, first, last FROM passages
           WHERE document IN (SELECT value FROM json_each(?)) ORDER BY document, id""",
        [json.dumps(list({item.document for item in quotations}))],
    )
    columns: list[tuple[int, ...]] = list(zip(*rows, strict=True)) or [(), (), (), ()]
    documents, numbers, firsts, lasts = columns
    found: dict[int, list[int]] = {}
    for item in quotations:
        # They are numbered in the order of the text, so that neither the first sentence nor the last goes back.
        within = bisect_left(documents, item.document), bisect_right(documents, item.document)
        start, end = bisect_left(lasts, item.first, *within), bisect_right(firsts, item.last, *within)
        found[item.id] = list(numbers[start:end])
    return found


def read_terms(
    db: Database, quotations: Sequence[StoredQuotation], wanted: frozenset[str]
) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
    """Return which of the terms ``wanted`` each quotation's sentences have, and those or the sentences beside them, by its id.

    What it replies to stands beside it.
    """
    rows = db.execute(
        f"""{_WANTED} SELECT place, ordinal, terms FROM wanted CROSS JOIN sentences
            ON sentences.document = wanted.document AND ordinal BETWEEN wanted.first - 1 AND wanted.last + 1""",
        [_places(quotations)],
    )
    own: list[frozenset[str]] = [frozenset()] * len(quotations)
    beside: list[frozenset[str]] = [frozenset()] * len(quotations)
    for place, terms in _terms_asked(db, quotations):
        beside[place] |= wanted.intersection(terms.split())
    for place, ordinal, terms in rows:
        held = wanted.intersection(terms.split())
        beside[place] |= held
        if quotations[place].first <= ordinal <= quotations[place].last:
            own[place] |= held
    return {item.id: (here, near) for item, here, near in zip(quotations, own, beside, strict=True)}


def _terms_asked(db: Database, quotations: Sequence[StoredQuotation]) -> list[tuple[int, str]]:
    """Return the terms of each sentence of what the quotations reply to, with the place of the quotation."""
    asked = [
        (place, item.document, item.first, *item.question)
        for place, item in enumerate(quotations)
        if item.question is not None
    ]
    return list(
        db.execute(
            """WITH asked AS MATERIALIZED (
                   SELECT value ->> 0 AS place, value ->> 1 AS document, value ->> 2 AS first, value ->> 3 AS begins,
                          value ->> 4 AS ends FROM json_each(?))
               SELECT place, terms FROM asked CROSS JOIN sentences
               ON sentences.document = asked.document AND ordinal BETWEEN asked.first - ? AND asked.first - 1
               WHERE sentences.end > begins AND sentences.start < ends""",
            [json.dumps(asked), _LONGEST_ASKED],
        )
    )


def read_words(db: Database, quotations: Sequence[StoredQuotation]) -> dict[int, str]:
    """Return the words of each quotation, by its id."""
    rows = db.execute(
        """SELECT wanted.key, substr(documents.text, (wanted.value ->> 1) + 1, (wanted.value ->> 2) - (wanted.value ->> 1))
           FROM json_each(?) AS wanted CROSS JOIN documents ON documents.row = wanted.value ->> 0""",
        [json.dumps([(item.document, item.start, item.end) for item in quotations])],
    )
    words = {quotations[place].id: found for place, found in rows}
    for item in quotations:
        if len(words[item.id]) != item.end - item.start:
            # For SQLite's functions a text ends at its first NUL.
            text = db.execute("SELECT text FROM documents WHERE row = ?", [item.document]).fetchone()[0]
            words[item.id] = text[item.start : item.end]
    return words


def read_sentences(db: Database, item: StoredQuotation) -> tuple[Sentence, ...]:
    """Return the sentences that a quotation stands in."""
    rows = db.execute(
        """SELECT start, end, paragraph FROM sentences WHERE document = ? AND ordinal BETWEEN ? AND ?
           ORDER BY ordinal""",
        [item.document, item.first, item.last],
    )
    return tuple(Sentence(*row) for row in rows)


def _places(quotations: Sequence[StoredQuotation]) -> str:
    return json.dumps([(item.document, item.first, item.last) for item in quotations])


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@lru_cache(maxsize=20_000)
def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words between quotation marks, of a turn or of a page that is one speaker's: ``start`` to ``end``, and whose they are.

    ``asked`` tells whether they are a question put to somebody.
    """

    start: int
    end: int
    speaker: str
    role: str | None
    asked: bool


def speakers_from(db: Database, document: int, start: int) -> list[Spoken]:
    """Return what is said in the document of that row from the character ``start`` on, in others' words as well, in order."""
    rows = db.execute(
        """SELECT start, end, speaker, role, stance = 'asks' AND cue_start IS NULL FROM quotations
           WHERE document = ? AND end > ? ORDER BY start""",
        [document, start],
    )
    return [Spoken(begins, end, speaker, role, bool(asked)) for begins, end, speaker, role, asked in rows]


def questions_in(db: Database, document: int) -> list[Span]:
    """Return where the questions stand that somebody puts in the document of that row, in order."""
    rows = db.execute(
        """SELECT start, end FROM quotations
           WHERE document = ? AND direct AND stance = 'asks' AND cue_start IS NULL ORDER BY start""",
        [document],
    )
    return list(rows)


def spoken_in(db: Database, document: int) -> list[Spoken]:
    """Return what is said in the document of that row in somebody's own words, in order."""
    rows = db.execute(
        """SELECT start, end, speaker, role, stance = 'asks' AND cue_start IS NULL FROM quotations
           WHERE document = ? AND direct ORDER BY start""",
        [document],
    )
    return [Spoken(start, end, speaker, role, bool(asked)) for start, end, speaker, role, asked in rows]

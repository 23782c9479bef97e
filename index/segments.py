"""The inverted index in the database: segments that are appended, searched together, and merged.

A segment holds the passages of one transaction. Passage numbers only grow, so the postings of a term over all segments are
in order when they are joined in the order of the segments. A removed passage is a tombstone until its segment is merged;
the number of passages that a term has is kept exact at once.

Counts and lengths are kept in halves, because a word of the title counts half (``UNITS`` to the whole).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

UNITS = 2
TEXT_UNITS = 2
TITLE_UNITS = 1
MERGE_FACTOR = 8
LARGEST_MERGED_AT_ONCE = 50_000
"""Segments of more passages than this are merged only by ``merge_all``, never while a document is added."""

_COUNT_TYPE = np.dtype("<u1")
_ID_TYPE = np.dtype("<u4")
_LENGTH_TYPE = np.dtype("<u2")

Ids = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.uint8]


@dataclass(slots=True)
class SegmentBuilder:
    """Gathers passages, then writes them as one segment."""

    first: int
    _lengths: list[int] = field(default_factory=list)
    _documents: list[int] = field(default_factory=list)
    _postings: defaultdict[str, tuple[list[int], list[int]]] = field(
        default_factory=lambda: defaultdict(lambda: ([], []))
    )

    @property
    def next_number(self) -> int:
        """The number that the next passage gets."""
        return self.first + len(self._lengths)

    def add(self, document: int, text_terms: Iterable[str], title_terms: Sequence[str]) -> int:
        """Add a passage of the document with row ``document``; return the passage's number."""
        passage = self.next_number
        units: Counter[str] = Counter()
        length = TITLE_UNITS * len(title_terms)
        for term, count in Counter(text_terms).items():
            units[term] = TEXT_UNITS * count
            length += TEXT_UNITS * count
        for term in title_terms:
            units[term] += TITLE_UNITS
        for term, count in units.items():
            passages, counts = self._postings[term]
            passages.append(passage)
            counts.append(min(count, 255))
        self._lengths.append(min(length, 65_535))
        self._documents.append(document)
        return passage

    def write(self, db: Database) -> None:
        """Append what was added as a segment, inside the caller's transaction; nothing when nothing was added."""
        if not self._lengths:
            return
        last = self.first + len(self._lengths) - 1
        lengths = np.array(self._lengths, dtype=_LENGTH_TYPE)
        segment = _insert_segment(db, self.first, last, lengths, np.array(self._documents, dtype=_ID_TYPE))
        rows = (
            (term, np.array(passages, dtype=_ID_TYPE), np.array(counts, dtype=_COUNT_TYPE))
            for term, (passages, counts) in sorted(self._postings.items())
        )
        _insert_postings(db, segment, self.first, lengths, rows)


@dataclass(frozen=True, slots=True)
class _Run:
    """The postings of one term in one segment."""

    passages: int
    highest: int
    shortest: int
    postings: int


class TermPostings:
    """The postings of one term over all segments, read when they are asked for."""

    def __init__(self, term: str, runs: Sequence[_Run]) -> None:
        self.term = term
        self.passages = sum(run.passages for run in runs)
        self.highest = max(run.highest for run in runs)
        self.shortest = min(run.shortest for run in runs)
        self._runs = runs
        self._loaded: tuple[Ids, Counts] | None = None

    def load(self, db: Database, segments: "Segments") -> tuple[Ids, Counts]:
        """Return passage numbers, ascending, and their counts in units; removed passages are left out."""
        if self._loaded is None:
            blobs = [
                db.execute("SELECT passages, counts FROM postings WHERE id = ?", [run.postings]).fetchone()
                for run in self._runs
            ]
            passages = np.frombuffer(b"".join(blob[0] for blob in blobs), dtype=_ID_TYPE)
            counts = np.frombuffer(b"".join(blob[1] for blob in blobs), dtype=_COUNT_TYPE)
            if segments.alive is not None:
                kept = segments.alive[passages]
                passages, counts = passages[kept], counts[kept]
            self._loaded = passages, counts
        return self._loaded


class Segments:
    """What is kept in memory of the inverted index at one generation: lengths, documents, and which passages are alive.

    ``size`` is one more than the highest passage number; ``passages`` counts those that are alive.
    """

    def __init__(self, db: Database, previous: "Segments | None" = None) -> None:
        """Read the state at the generation that ``db`` sees; arrays of ``previous`` are used again where they still hold."""
        self.generation = generation(db)
        self._parts = self._read_parts(db, previous)
        self.size = max((last + 1 for _, last, _, _ in self._parts.values()), default=0)
        self.lengths = np.zeros(self.size, dtype=_LENGTH_TYPE)
        self.documents = np.zeros(self.size, dtype=_ID_TYPE)
        alive = np.zeros(self.size, dtype=bool)
        for first, last, lengths, documents in self._parts.values():
            self.lengths[first : last + 1] = lengths
            self.documents[first : last + 1] = documents
            alive[first : last + 1] = True
        removed = [row[0] for row in db.execute("SELECT passage FROM tombstones")]
        alive[removed] = False
        self.passages = int(alive.sum())
        total = int(self.lengths[alive].sum(dtype=np.int64))
        self.average_length = max(total, 1) / UNITS / max(self.passages, 1)
        self.alive: npt.NDArray[np.bool_] | None = alive if removed else None

    def postings(self, db: Database, term: str) -> TermPostings | None:
        """Return the postings of ``term``; None when no passage holds it."""
        rows = db.execute(
            "SELECT passages, highest, shortest, postings FROM vocabulary WHERE term = ? AND passages > 0 ORDER BY segment",
            [term],
        ).fetchall()
        return TermPostings(term, [_Run(*row) for row in rows]) if rows else None

    @staticmethod
    def _read_parts(
        db: Database, previous: "Segments | None"
    ) -> dict[int, tuple[int, int, npt.NDArray[np.uint16], Ids]]:
        known = previous._parts if previous is not None else {}
        parts: dict[int, tuple[int, int, npt.NDArray[np.uint16], Ids]] = {}
        for segment, first, last in db.execute("SELECT id, first, last FROM segments ORDER BY id").fetchall():
            if segment in known:
                parts[segment] = known[segment]
                continue
            lengths, documents = db.execute(
                "SELECT lengths, documents FROM segments WHERE id = ?", [segment]
            ).fetchone()
            parts[segment] = (
                first,
                last,
                np.frombuffer(lengths, dtype=_LENGTH_TYPE),
                np.frombuffer(documents, dtype=_ID_TYPE),
            )
        return parts


def generation(db: Database) -> int:
    """Return the number that every write raises."""
    return int(db.execute("SELECT value FROM state WHERE name = 'generation'").fetchone()[0])


def next_passage(db: Database) -> int:
    """Return the number that the next passage gets; numbers are not used again."""
    return int(db.execute("SELECT value FROM state WHERE name = 'next_passage'").fetchone()[0])


def reserve_passages(db: Database, upto: int) -> None:
    """Note that numbers below ``upto`` are taken."""
    db.execute("UPDATE state SET value = ? WHERE name = 'next_passage'", [upto])


def remove_passages(db: Database, terms_of: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Remove passages, given as their number and the terms they hold (title's included), inside the caller's transaction."""
    decrements: Counter[tuple[str, int]] = Counter()
    for passage, terms in terms_of:
        segment = db.execute(
            "SELECT id FROM segments WHERE first <= ? AND last >= ?", [passage, passage]
        ).fetchone()[0]
        decrements.update((term, segment) for term in set(terms))
        db.execute("INSERT INTO tombstones (passage) VALUES (?)", [passage])
    db.conn.executemany(
        "UPDATE vocabulary SET passages = passages - ? WHERE term = ? AND segment = ?",
        [(count, term, segment) for (term, segment), count in decrements.items()],
    )


def merge_small(db: Database) -> None:
    """Merge the newest segments when ``MERGE_FACTOR`` of a like size have come together, so that few are left to search."""
    while True:
        sizes = db.execute("SELECT id, last - first + 1 FROM segments ORDER BY id DESC").fetchall()
        run = [segment for segment, size in sizes[:MERGE_FACTOR] if _tier(size) <= _tier(sizes[0][1])]
        total = sum(size for _, size in sizes[:MERGE_FACTOR])
        if len(run) < MERGE_FACTOR or total > LARGEST_MERGED_AT_ONCE:
            return
        _merge(db, sorted(run))


def merge_all(db: Database) -> None:
    """Merge every segment into one, which drops tombstones for good."""
    segments = [row[0] for row in db.execute("SELECT id FROM segments ORDER BY id")]
    tombstones = db.execute("SELECT count(*) FROM tombstones").fetchone()[0]
    if len(segments) > 1 or (segments and tombstones):
        _merge(db, segments)


def _tier(size: int) -> int:
    tier = 0
    while size >= MERGE_FACTOR * 4:
        size //= MERGE_FACTOR
        tier += 1
    return tier


def _merge(db: Database, segments: Sequence[int]) -> None:
    marks = ",".join("?" * len(segments))
    parts = db.execute(
        f"SELECT first, last, lengths, documents FROM segments WHERE id IN ({marks}) ORDER BY id", segments
    ).fetchall()
    first, last = parts[0][0], parts[-1][1]
    lengths = np.zeros(last - first + 1, dtype=_LENGTH_TYPE)
    documents = np.zeros(last - first + 1, dtype=_ID_TYPE)
    for start, stop, length_blob, document_blob in parts:
        lengths[start - first : stop - first + 1] = np.frombuffer(length_blob, dtype=_LENGTH_TYPE)
        documents[start - first : stop - first + 1] = np.frombuffer(document_blob, dtype=_ID_TYPE)
    gone = np.zeros(last - first + 1, dtype=bool)
    removed = [
        row[0]
        for row in db.execute("SELECT passage FROM tombstones WHERE passage BETWEEN ? AND ?", [first, last])
    ]
    gone[np.array(removed, dtype=np.int64) - first] = True
    rows = db.execute(
        f"""SELECT term, postings.passages, postings.counts FROM vocabulary JOIN postings ON postings.id = vocabulary.postings
            WHERE segment IN ({marks}) ORDER BY term, segment""",
        segments,
    ).fetchall()
    merged: dict[str, tuple[list[bytes], list[bytes]]] = {}
    for term, passage_blob, count_blob in rows:
        passages_of, counts_of = merged.setdefault(term, ([], []))
        passages_of.append(passage_blob)
        counts_of.append(count_blob)
    db.execute(
        f"DELETE FROM postings WHERE id IN (SELECT postings FROM vocabulary WHERE segment IN ({marks}))",
        segments,
    )
    db.execute(f"DELETE FROM vocabulary WHERE segment IN ({marks})", segments)
    db.execute(f"DELETE FROM segments WHERE id IN ({marks})", segments)
    segment = _insert_segment(db, first, last, lengths, documents)
    _insert_postings(db, segment, first, lengths, _without(merged, gone, first))


def _without(
    merged: dict[str, tuple[list[bytes], list[bytes]]], gone: npt.NDArray[np.bool_], first: int
) -> Iterable[tuple[str, Ids, Counts]]:
    any_gone = bool(gone.any())
    for term, (passage_blobs, count_blobs) in merged.items():
        passages = np.frombuffer(b"".join(passage_blobs), dtype=_ID_TYPE)
        counts = np.frombuffer(b"".join(count_blobs), dtype=_COUNT_TYPE)
        if any_gone:
            kept = ~gone[passages - first]
            passages, counts = passages[kept], counts[kept]
        if len(passages):
            yield term, passages, counts


def _insert_segment(
    db: Database, first: int, last: int, lengths: npt.NDArray[np.uint16], documents: Ids
) -> int:
    cursor = db.execute(
        "INSERT INTO segments (first, last, lengths, documents) VALUES (?, ?, ?, ?)",
        [first, last, lengths.tobytes(), documents.tobytes()],
    )
    assert cursor.lastrowid is not None
    return int(cursor.lastrowid)


def _insert_postings(
    db: Database,
    segment: int,
    first: int,
    lengths: npt.NDArray[np.uint16],
    rows: Iterable[tuple[str, Ids, Counts]],
) -> None:
    highest = int(db.execute("SELECT coalesce(max(id), 0) FROM postings").fetchone()[0])
    vocabulary, postings = [], []
    for number, (term, passages, counts) in enumerate(rows, highest + 1):
        shortest = int(lengths[passages - first].min())
        vocabulary.append((term, segment, len(passages), int(counts.max()), shortest, number))
        postings.append((number, passages.tobytes(), counts.tobytes()))
    db.conn.executemany("INSERT INTO postings VALUES (?, ?, ?)", postings)
    db.conn.executemany("INSERT INTO vocabulary VALUES (?, ?, ?, ?, ?, ?)", vocabulary)

"""The inverted index in the database: segments that are appended, searched together, and merged.

A segment holds the passages of one transaction, at most ``SEGMENT_SPAN`` consecutive numbers, so that its postings name
them in two bytes. Passage numbers only grow. What a segment holds is never written again: a removed passage is a tombstone
until the segment is merged with its neighbours.

Counts and lengths are kept in halves, because a word of the title counts half (``UNITS`` to the whole).
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from index.storage.database import Database
from index.storage.tables.seals import seal

UNITS = 2
"""What one whole count is kept as: in halves, as a word of the title counts half."""
TEXT_UNITS = 2
"""What a word of the text counts."""
TITLE_UNITS = 1
"""What a word of the title counts; chosen: it is in every passage of the document, and must not outweigh what these say."""
SEGMENT_SPAN = 65_536
"""The most passage numbers that a segment covers."""

MOST_KEPT = 3_000_000
"""How many postings an open index keeps in memory, at five to nine bytes each, before it lets go of all of them."""

# A term without postings takes memory too.
_LEAST_KEPT = 20

NUMBER_TYPE = np.dtype("<u2")
_COUNT_TYPE = np.dtype("<u1")
_HIGH_COUNT_TYPE = np.dtype("<u4")
DOCUMENT_TYPE = np.dtype("<u4")
LENGTH_TYPE = np.dtype("<u4")
_PASSAGE_TYPE = np.dtype(np.uint32)

PassageNumbers = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.intp]
Counts = npt.NDArray[np.uint8] | npt.NDArray[np.uint32]
Singles = npt.NDArray[np.float32]
Lengths = npt.NDArray[np.uint32]
Documents = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class BuiltSegment:
    """The postings of consecutive passages, numbered from 0, before they have a place in the database.

    ``terms`` ascend; ``starts`` says where the postings of each begin in ``numbers`` and ``counts``, and ends with their
    number. ``documents`` names each passage's document, 0 for a number without a passage.
    """

    terms: tuple[str, ...]
    starts: Numbers
    numbers: npt.NDArray[np.uint16]
    counts: npt.NDArray[np.uint32]
    lengths: Lengths
    documents: Documents

    def with_documents(self, rows: Sequence[int]) -> "BuiltSegment":
        """Return the segment with ``rows[n]`` for every document that was named ``n + 1`` when it was built."""
        named = np.array([0, *rows], dtype=DOCUMENT_TYPE)[self.documents]
        return BuiltSegment(self.terms, self.starts, self.numbers, self.counts, self.lengths, named)


class SegmentBuilder:
    """Gathers passages, then makes segments of them. Touches no database."""

    def __init__(self) -> None:
        self._terms: dict[str, int] = {}
        self._text, self._title = array("I"), array("I")
        self._text_lengths, self._title_lengths = array("I"), array("I")
        self._documents = array("I")

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, document: int, text_terms: Iterable[str], title_terms: Iterable[str]) -> None:
        """Add the next passage; it belongs to the document named ``document``, a number from 1."""
        for terms, flat, lengths in (
            (text_terms, self._text, self._text_lengths),
            (title_terms, self._title, self._title_lengths),
        ):
            before = len(flat)
            known = self._terms
            flat.extend([known.setdefault(term, len(known)) for term in terms])
            lengths.append(len(flat) - before)
        self._documents.append(document)

    def build(self) -> tuple[BuiltSegment, ...]:
        """Return what was added, cut into segments of at most ``SEGMENT_SPAN`` passages."""
        passages = np.arange(len(self))
        numbers = np.concatenate(
            [np.repeat(passages, self._text_lengths), np.repeat(passages, self._title_lengths)]
        )
        terms = np.concatenate([np.array(self._text, dtype=np.int64), np.array(self._title, dtype=np.int64)])
        units = np.full(len(terms), TITLE_UNITS, dtype=np.uint32)
        units[: len(self._text)] = TEXT_UNITS
        lengths = TEXT_UNITS * np.array(self._text_lengths, dtype=LENGTH_TYPE)
        lengths += TITLE_UNITS * np.array(self._title_lengths, dtype=LENGTH_TYPE)
        documents = np.array(self._documents, dtype=DOCUMENT_TYPE)
        names = list(self._terms)
        built = []
        for first in range(0, len(self), SEGMENT_SPAN):
            inside = (numbers >= first) & (numbers < first + SEGMENT_SPAN)
            stop = first + SEGMENT_SPAN
            built.append(
                build_segment(
                    names,
                    terms[inside],
                    numbers[inside] - first,
                    units[inside],
                    lengths[first:stop],
                    documents[first:stop],
                )
            )
        return tuple(built)


def build_segment(
    names: Sequence[str],
    terms: npt.NDArray[np.int64],
    numbers: npt.NDArray[np.int64],
    units: npt.NDArray[np.uint32],
    lengths: Lengths,
    documents: Documents,
) -> BuiltSegment:
    """Sort postings by term and passage, and add up those of the same term and passage."""
    held = sorted(set(terms.tolist()), key=names.__getitem__)
    rank = np.zeros(len(names), dtype=np.int64)
    rank[held] = np.arange(len(held))
    key = rank[terms] * SEGMENT_SPAN + numbers
    order = np.argsort(key, kind="stable")
    key = key[order]
    fresh = np.flatnonzero(np.diff(key, prepend=-1))
    counts = np.add.reduceat(units[order], fresh) if len(fresh) else units[:0]
    key = key[fresh]
    starts = np.searchsorted(key, np.arange(len(held) + 1) * SEGMENT_SPAN)
    return BuiltSegment(
        tuple(names[term] for term in held),
        starts.astype(np.intp),
        (key % SEGMENT_SPAN).astype(NUMBER_TYPE),
        counts.astype(np.uint32),
        lengths,
        documents,
    )


class TermPostings:
    """The postings of one term over all segments at one generation.

    ``numbers`` are the passages alive that hold it, ascending, ``counts`` how many units of it each holds. ``highest`` is at
    least the highest count; ``densest`` at most the fewest words that a passage has to each occurrence.
    """

    def __init__(
        self, term: str, numbers: PassageNumbers, counts: Counts, highest: int, densest: float
    ) -> None:
        self.term = term
        self.numbers = numbers
        self.counts = counts
        self.highest = highest
        self.densest = densest
        self._saturated: tuple[float, float, Singles] | None = None

    @property
    def passages(self) -> int:
        """How many passages hold the term."""
        return len(self.numbers)

    def counts_in(self, passages: PassageNumbers) -> Counts:
        """Return how many units of the term each of ``passages`` holds."""
        places = self.numbers.searchsorted(passages)
        held: npt.NDArray[np.bool_] = self.numbers.take(places, mode="clip") == passages
        found: Counts = self.counts.take(places, mode="clip")
        return found * held

    def contributions(self, relative_lengths: Singles, k1: float, b: float) -> tuple[Numbers, Singles]:
        """Return the passages that hold the term, and what BM25 makes of their counts (``saturated``)."""
        passages = self.numbers.astype(np.intp)
        if self._saturated is None or self._saturated[:2] != (k1, b):
            self._saturated = k1, b, saturated(self.counts, relative_lengths[passages], k1, b)
        return passages, self._saturated[2]


def saturated(counts: Counts, relative_lengths: Singles, k1: float, b: float) -> Singles:
    """Return what BM25 makes of counts, ``tf / (tf + k1 (1 - b + b length / average))``, in single precision.

    The array of the relative lengths is used up.
    """
    result = counts.astype(np.float32)
    relative_lengths *= np.float32(UNITS * k1 * b)
    relative_lengths += np.float32(UNITS * k1 * (1 - b))
    relative_lengths += result
    result /= relative_lengths
    return result


@dataclass(frozen=True, slots=True)
class StoredSegment:
    """A segment as it stands in the database; ``first`` and ``last`` are the passage numbers that it covers."""

    id: int
    first: int
    last: int
    lengths: Lengths
    documents: Documents

    def postings(self, db: Database) -> Iterator[tuple[str, int, Numbers, Counts]]:
        """Yield each term, how many passages it is said to have, their places in the segment, and the counts."""
        rows = db.execute("SELECT term, passages, numbers, counts FROM postings WHERE segment = ?", [self.id])
        for term, passages, numbers, counts in rows:
            places = np.frombuffer(numbers, dtype=NUMBER_TYPE).astype(np.intp)
            yield term, passages, places, joined_counts([counts], [len(places)])


class Segments:
    """What is kept in memory of the inverted index at one generation: lengths, documents, and which passages are alive.

    ``size`` is one more than the highest passage number; ``passages`` counts those that are alive; ``average_length`` is
    theirs, in words. ``documents`` gives each passage's document row, and 0 for a passage that is gone.
    """

    def __init__(self, db: Database, previous: "Segments | None" = None) -> None:
        """Read the state at the generation that ``db`` sees; what ``previous`` has read is not read again."""
        self.generation = generation(db)
        self.lineage = lineage(db)
        known = previous._parts if previous is not None and previous.lineage == self.lineage else {}
        parts = read_segments(db, known)
        self.size = max((part.last + 1 for part in parts), default=0)
        self.lengths = np.zeros(self.size, dtype=LENGTH_TYPE)
        self.documents = np.zeros(self.size, dtype=DOCUMENT_TYPE)
        self._parts: dict[int, StoredSegment] = {}
        for part in parts:
            place = slice(part.first, part.last + 1)
            self.lengths[place], self.documents[place] = part.lengths, part.documents
            self._parts[part.id] = replace(part, lengths=self.lengths[place], documents=self.documents[place])
        removed = [row[0] for row in db.execute("SELECT passage FROM tombstones")]
        self.documents[np.array(removed, dtype=np.intp)] = 0
        alive = self.documents != 0
        self.alive: npt.NDArray[np.bool_] | None = alive if removed else None
        self.passages = int(np.count_nonzero(alive))
        total = int(self.lengths.sum(where=alive, dtype=np.int64))
        self.average_length = max(total, 1) / UNITS / max(self.passages, 1)
        self.relative_lengths = self.lengths.astype(np.float32)
        self.relative_lengths /= np.float32(UNITS * self.average_length)
        self._boards: list[Singles] = []
        self._list = ",".join(map(str, self._parts))
        self._kept: dict[str, TermPostings | None] = {}
        self._kept_postings = 0

    @contextmanager
    def scores(self) -> Iterator[Singles]:
        """Give a score for each passage number, zero at first; the memory is used again afterwards."""
        # Fresh memory for every passage is slower to come by than all the rest of a question.
        board = self._boards.pop() if self._boards else np.zeros(self.size, dtype=np.float32)
        yield board
        board.fill(0.0)
        self._boards.append(board)

    def postings(self, db: Database, term: str) -> TermPostings | None:
        """Return the postings of ``term``; None when no passage holds it. Those asked for lately are kept in memory."""
        kept = self._kept
        if term in kept:
            return kept[term]
        found = self._read_postings(db, term)
        self._keep(term, found)
        return found

    def _keep(self, term: str, found: TermPostings | None) -> None:
        # Threads may lose count of one another's; the bound is no less a bound for being a little off.
        self._kept_postings += _LEAST_KEPT + (found.passages if found else 0)
        if self._kept_postings > MOST_KEPT:
            self._kept = {}
            self._kept_postings = 0
        self._kept[term] = found

    def _read_postings(self, db: Database, term: str) -> TermPostings | None:
        rows = db.conn.execute(
            f"""SELECT segment, highest, densest, numbers, counts FROM postings
                WHERE segment IN ({self._list}) AND term = ?""",
            [term],
        ).fetchall()
        if not rows:
            return None
        rows.sort(key=lambda row: self._parts[row[0]].first)
        segments, highest, densest, number_blobs, count_blobs = zip(*rows, strict=True)
        numbers = np.frombuffer(b"".join(number_blobs), dtype=NUMBER_TYPE).astype(_PASSAGE_TYPE)
        widths = [len(blob) // NUMBER_TYPE.itemsize for blob in number_blobs]
        stop = 0
        for segment, width in zip(segments, widths, strict=True):
            start, stop = stop, stop + width
            numbers[start:stop] += _PASSAGE_TYPE.type(self._parts[segment].first)
        counts = joined_counts(count_blobs, widths)
        if self.alive is not None:
            kept = self.alive[numbers]
            numbers, counts = numbers[kept], counts[kept]
        return TermPostings(term, numbers, counts, max(highest), min(densest)) if len(numbers) else None


def read_segments(db: Database, known: Mapping[int, StoredSegment] | None = None) -> list[StoredSegment]:
    """Read the segments, in the order of their passages; those in ``known`` are not read again."""
    found = []
    for number, first, last in db.execute("SELECT id, first, last FROM segments ORDER BY first").fetchall():
        segment = (known or {}).get(number)
        if segment is None:
            lengths, documents = db.execute(
                "SELECT lengths, documents FROM segments WHERE id = ?", [number]
            ).fetchone()
            segment = StoredSegment(
                number,
                first,
                last,
                np.frombuffer(lengths, dtype=LENGTH_TYPE),
                np.frombuffer(documents, dtype=DOCUMENT_TYPE),
            )
        found.append(segment)
    return found


def joined_counts(blobs: Sequence[bytes], widths: Sequence[int]) -> Counts:
    """Join counts; those of a segment are four bytes wide where one of them does not fit one byte."""
    if sum(map(len, blobs)) == sum(widths):
        return np.frombuffer(b"".join(blobs), dtype=_COUNT_TYPE)
    return np.concatenate(
        [
            np.frombuffer(blob, dtype=_COUNT_TYPE if len(blob) == width else _HIGH_COUNT_TYPE).astype(
                np.uint32
            )
            for blob, width in zip(blobs, widths, strict=True)
        ]
    )


def generation(db: Database) -> int:
    """Return the number that every write raises."""
    return int(db.execute("SELECT value FROM state WHERE name = 'generation'").fetchone()[0])


def lineage(db: Database) -> int:
    """Return the number that stands for a database and its copies until one of them is restored."""
    return int(db.execute("SELECT value FROM state WHERE name = 'lineage'").fetchone()[0])


def append(db: Database, segment: BuiltSegment) -> int:
    """Append ``segment``, its documents named by their rows, inside the caller's transaction.

    Return the number of its first passage; the others follow. Numbers are not used again.
    """
    first = int(db.execute("SELECT value FROM state WHERE name = 'next_passage'").fetchone()[0])
    db.execute("UPDATE state SET value = ? WHERE name = 'next_passage'", [first + len(segment.lengths)])
    insert(db, first, segment)
    return first


def remove_passages(db: Database, document: int) -> None:
    """Remove the passages of the document with that row, inside the caller's transaction."""
    db.execute("INSERT INTO tombstones (passage) SELECT id FROM passages WHERE document = ?", [document])


def insert(db: Database, first: int, segment: BuiltSegment) -> None:
    """Write ``segment`` with its first passage numbered ``first``, inside the caller's transaction."""
    number = db.execute(
        "INSERT INTO segments (first, last, lengths, documents) VALUES (?, ?, ?, ?)",
        [
            first,
            first + len(segment.lengths) - 1,
            segment.lengths.astype(LENGTH_TYPE).tobytes(),
            segment.documents.astype(DOCUMENT_TYPE).tobytes(),
        ],
    ).lastrowid
    assert number is not None
    db.conn.executemany("INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?, ?)", _posting_rows(number, segment))
    seal(db, "segments", number)


def _posting_rows(
    number: int, segment: BuiltSegment
) -> Iterator[tuple[int, str, int, int, float, bytes, bytes]]:
    if not segment.terms:
        return
    starts = segment.starts.tolist()
    highest = np.maximum.reduceat(segment.counts, segment.starts[:-1]).tolist()
    words = segment.lengths[segment.numbers] / segment.counts
    densest = np.minimum.reduceat(words, segment.starts[:-1]).tolist()
    numbers = segment.numbers.astype(NUMBER_TYPE).tobytes()
    narrow = segment.counts.astype(_COUNT_TYPE).tobytes()
    wide = segment.counts.astype(_HIGH_COUNT_TYPE).tobytes()
    for place, term in enumerate(segment.terms):
        start, stop = starts[place], starts[place + 1]
        counts = narrow[start:stop] if highest[place] <= 255 else wide[4 * start : 4 * stop]
        yield (
            number,
            term,
            stop - start,
            highest[place],
            densest[place],
            numbers[2 * start : 2 * stop],
            counts,
        )

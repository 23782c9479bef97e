"""One story that several outlets print: found before a document is written, and recorded with it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from index.adding.stories.likeness import NEWS_CYCLE, bands, shingles, signature
from index.model import Document
from index.storage.database import Database
from index.storage.documents import read_document

FEWEST_RUNS = 30
"""A text with fewer runs of words is too short to be told from another by its words."""

LONGEST_STORY = 500_000
"""Characters; what is longer is no story that outlets print, and is compared with nothing while it is written."""

MOST_CANDIDATES = 50
"""Documents whose text is compared with a new one; more share a band only where words are on every page of a site."""


MOST_AT_ONCE = 4_000_000
"""Characters of documents that are compared at once, or one pair where that is longer: as many as are prepared ahead."""

Pairs = Sequence[tuple[Document, Document]]
Compare = Callable[[Pairs], Sequence[bool]]
"""Tells of each pair of documents whether they are one story."""

Reprints = Mapping[str, Collection[str]]
"""For the id of a document, the ids of those before it that print its story."""


def story_bands(document: Document) -> tuple[int, ...]:
    """Return the bands by which reprints of ``document`` are found; none for a text that is too short or too long.
    Touches no database."""
    if len(document.text) > LONGEST_STORY:
        return ()
    runs = shingles(document.text)
    return bands(signature(runs)) if len(runs) >= FEWEST_RUNS else ()


def find(db: Database, documents: Iterable[tuple[Document, Sequence[int]]], compare: Compare) -> Reprints:
    """Return which documents of its collection, stored or before it among ``documents``, print the story of each of these,
    which are about to be written and come with their ``story_bands``."""
    found: dict[str, set[str]] = {}
    for pairs in _portions(_pairs(db, documents)):
        for (one, other), same in zip(pairs, compare(pairs), strict=True):
            if same:
                found.setdefault(one.id, set()).add(other.id)
    return found


def _pairs(
    db: Database, documents: Iterable[tuple[Document, Sequence[int]]]
) -> Iterator[tuple[Document, Document]]:
    before: dict[str, tuple[Document, Sequence[int]]] = {}
    by_band: dict[int, dict[str, None]] = {}
    for document, bands_of_it in documents:
        near = list(dict.fromkeys(name for band in bands_of_it for name in by_band.get(band, ())))
        others = [before[name][0] for name in near if before[name][0].collection == document.collection]
        stored = (read_document(db, row) for row, _ in _candidates(db, document, bands_of_it))
        others += [other for other in stored if other.id not in before]
        yield from ((document, other) for other in others[:MOST_CANDIDATES])
        before[document.id] = document, bands_of_it
        for band in bands_of_it:
            by_band.setdefault(band, {})[document.id] = None


def _portions(pairs: Iterable[tuple[Document, Document]]) -> Iterator[list[tuple[Document, Document]]]:
    portion: list[tuple[Document, Document]] = []
    characters = 0
    for one, other in pairs:
        length = len(one.text) + len(other.text)
        if portion and characters + length > MOST_AT_ONCE:
            yield portion
            portion, characters = [], 0
        portion.append((one, other))
        characters += length
    if portion:
        yield portion


def record(
    db: Database, row: int, document: Document, story_bands: Sequence[int], same: Collection[str]
) -> None:
    """Store the bands of the document with that row, and the documents of its collection that print the same story: those
    whose ids are in ``same``, where they are still there."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO story_bands (band, document) VALUES (?, ?)",
        [(band, row) for band in story_bands],
    )
    for other, name in _candidates(db, document, story_bands) if same else ():
        if name in same:
            db.conn.executemany(
                "INSERT OR IGNORE INTO reprints (document, reprint) VALUES (?, ?)",
                [(row, other), (other, row)],
            )


def _candidates(db: Database, document: Document, found: Sequence[int]) -> list[tuple[int, str]]:
    """Return the rows and ids of documents that share a band with ``document`` and could be another outlet's print of it."""
    if not found:
        return []
    published = document.published.isoformat() if document.published else None
    rows = db.execute(
        # A cross join keeps SQLite from going through all documents of the collection instead.
        f"""SELECT DISTINCT documents.row, documents.id FROM story_bands
            CROSS JOIN documents ON documents.row = story_bands.document
            WHERE story_bands.band IN ({",".join("?" * len(found))})
            AND documents.id <> ? AND documents.collection = ?
            AND (documents.publisher IS NULL OR ? IS NULL OR documents.publisher <> ? COLLATE NOCASE)
            AND (documents.published IS NULL OR ? IS NULL
                 OR abs(julianday(documents.published) - julianday(?)) <= ?)
            LIMIT ?""",
        [
            *found,
            document.id,
            document.collection,
            document.publisher,
            document.publisher,
            published,
            published,
            NEWS_CYCLE.days,
            MOST_CANDIDATES,
        ],
    )
    return [(row, name) for row, name in rows]

"""One story that several outlets print: found when a document is written."""

from collections.abc import Sequence

from index.adding.likeness import NEWS_CYCLE, bands, same_story, shingles, signature
from index.model import Document
from index.storage.database import Database
from index.storage.documents import read_document

FEWEST_RUNS = 30
"""A text with fewer runs of words is too short to be told from another by its words."""

LONGEST_STORY = 500_000
"""Characters; what is longer is no story that outlets print, and is compared with nothing while it is written."""

MOST_CANDIDATES = 50
"""Documents whose text is compared with a new one; more share a band only where words are on every page of a site."""


def story_bands(document: Document) -> tuple[int, ...]:
    """Return the bands by which reprints of ``document`` are found; none for a text that is too short or too long.
    Touches no database."""
    if len(document.text) > LONGEST_STORY:
        return ()
    runs = shingles(document.text)
    return bands(signature(runs)) if len(runs) >= FEWEST_RUNS else ()


def record(db: Database, row: int, document: Document, found: Sequence[int]) -> None:
    """Store the bands of the document with that row and the documents of its collection that print the same
    story."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO story_bands (band, document) VALUES (?, ?)", [(band, row) for band in found]
    )
    for other in _candidates(db, row, document, found):
        if same_story(document, read_document(db, other)):
            db.conn.executemany(
                "INSERT OR IGNORE INTO reprints (document, reprint) VALUES (?, ?)",
                [(row, other), (other, row)],
            )


def _candidates(db: Database, row: int, document: Document, found: Sequence[int]) -> list[int]:
    """Return the rows of documents that share a band with ``document`` and could be another outlet's print of it."""
    if not found:
        return []
    published = document.published.isoformat() if document.published else None
    rows = db.execute(
        # A cross join keeps SQLite from going through all documents of the collection instead.
        f"""SELECT DISTINCT documents.row FROM story_bands
            CROSS JOIN documents ON documents.row = story_bands.document
            WHERE story_bands.band IN ({",".join("?" * len(found))})
            AND documents.row <> ? AND documents.collection = ?
            AND (documents.publisher IS NULL OR ? IS NULL OR documents.publisher <> ? COLLATE NOCASE)
            AND (documents.published IS NULL OR ? IS NULL
                 OR abs(julianday(documents.published) - julianday(?)) <= ?)
            LIMIT ?""",
        [
            *found,
            row,
            document.collection,
            document.publisher,
            document.publisher,
            published,
            published,
            NEWS_CYCLE.days,
            MOST_CANDIDATES,
        ],
    )
    return [candidate for (candidate,) in rows]

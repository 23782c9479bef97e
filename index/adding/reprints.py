"""One story that several outlets print: found when a document is written, said when it is cited."""

from collections.abc import Sequence
from dataclasses import replace

from sqlite_utils import Database

from index.model import Answer, Document, Excerpt
from index.readers.identity import NEWS_CYCLE, bands, same_story, shingles, signature
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


def reprints(db: Database, document_id: str, collections: Sequence[str]) -> tuple[Document, ...]:
    """Return the documents in ``collections`` that print the story of the document with that id, earliest
    first."""
    marks = ",".join("?" * len(collections))
    rows = db.execute(
        f"""SELECT other.row FROM documents AS this
            JOIN reprints ON reprints.document = this.row
            JOIN documents AS other ON other.row = reprints.reprint
            WHERE this.id = ? AND other.collection IN ({marks})
            ORDER BY other.published IS NULL, other.published, other.row""",
        [document_id, *collections],
    ).fetchall()
    return tuple(read_document(db, row) for (row,) in rows)


def room(db: Database, limit: int) -> int:
    """Return how many excerpts to look for so that ``limit`` are left when reprints are taken out."""
    return 3 * limit if db.execute("SELECT 1 FROM reprints LIMIT 1").fetchone() else limit


def without_reprints(db: Database, answer: Answer, collections: Sequence[str], limit: int) -> Answer:
    """Return ``answer`` with one excerpt of each story told by several outlets, and the other outlets in its
    citation."""
    return replace(
        answer,
        excerpts=_one_of_each(db, answer.excerpts, collections, limit),
        nearest=_one_of_each(db, answer.nearest, collections, limit),
    )


def _one_of_each(
    db: Database, excerpts: Sequence[Excerpt], collections: Sequence[str], limit: int
) -> tuple[Excerpt, ...]:
    kept: list[Excerpt] = []
    told: set[str] = set()
    for excerpt in excerpts:
        if excerpt.document.id in told or len(kept) == limit:
            continue
        others = reprints(db, excerpt.document.id, collections)
        told |= {other.id for other in others}
        names = dict.fromkeys(other.publisher for other in others if other.publisher)
        citation = replace(excerpt.citation, number=len(kept) + 1, also_reported_by=tuple(names))
        kept.append(replace(excerpt, citation=citation))
    return tuple(kept)


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

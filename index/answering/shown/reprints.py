"""One story that several outlets print: cited once, with the other outlets in the citation."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.model import Answer, Citation, Document, Excerpt
from index.storage.database import Database
from index.storage.documents import read_document

_WORD = re.compile(r"\w+")


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


def with_others(db: Database, answer: Answer, collections: Sequence[str]) -> Answer:
    """Return ``answer``, whose excerpts are one answer together, with the outlets that print the same stories in the
    citations."""
    kept = {
        one.citation.number: replace(one, citation=_also_reported(db, one, collections))
        for one in answer.excerpts
    }
    return replace(
        answer,
        excerpts=tuple(kept.values()),
        sides=tuple(
            replace(side, excerpts=tuple(kept[one.citation.number] for one in side.excerpts))
            for side in answer.sides
        ),
    )


def _also_reported(db: Database, excerpt: Excerpt, collections: Sequence[str]) -> Citation:
    others = _printing(db, excerpt, collections)
    names = dict.fromkeys(other.publisher for other in others if other.publisher)
    return replace(excerpt.citation, also_reported_by=tuple(names))


def _printing(db: Database, excerpt: Excerpt, collections: Sequence[str]) -> list[Document]:
    """Return the documents that print the same story, and in it the words of ``excerpt``: where one has other words, as another
    number, it has not reported them."""
    words = _words(excerpt.text)
    return [other for other in reprints(db, excerpt.document.id, collections) if words in _words(other.text)]


def _words(text: str) -> str:
    """Return the words of a text between single spaces; case, punctuation and white space do not count."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _one_of_each(
    db: Database, excerpts: Sequence[Excerpt], collections: Sequence[str], limit: int
) -> tuple[Excerpt, ...]:
    kept: list[Excerpt] = []
    told: set[str] = set()
    for excerpt in excerpts:
        if excerpt.document.id in told or len(kept) == limit:
            continue
        others = _printing(db, excerpt, collections)
        told |= {other.id for other in others}
        names = dict.fromkeys(other.publisher for other in others if other.publisher)
        citation = replace(excerpt.citation, number=len(kept) + 1, also_reported_by=tuple(names))
        kept.append(replace(excerpt, citation=citation))
    return tuple(kept)

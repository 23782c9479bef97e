"""Former versions: what a document said before it was replaced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from index.model import Document
from index.storage.database import Database
from index.storage.tables.seals import seal

KEPT = 10
"""Former versions that are kept of one document; the oldest go first."""


@dataclass(frozen=True, slots=True)
class FormerVersion:
    """A document as it was between ``added_at`` and ``replaced_at``, both in UTC."""

    title: str
    published: date | None
    text: str
    added_at: datetime
    replaced_at: datetime


def keep(db: Database, document_id: str) -> None:
    """Keep the stored version of a document, about to be replaced, in the caller's transaction."""
    kept = db.execute(
        """INSERT INTO former_versions (document_id, title, published, text, added_at, replaced_at)
           SELECT id, title, published, text, added_at, ? FROM documents WHERE id = ?""",
        [datetime.now(UTC).isoformat(timespec="seconds"), document_id],
    )
    seal(db, "former_versions", kept.lastrowid)
    db.execute(
        """DELETE FROM former_versions WHERE document_id = ? AND id NOT IN
           (SELECT id FROM former_versions WHERE document_id = ? ORDER BY id DESC LIMIT ?)""",
        [document_id, document_id, KEPT],
    )


def forget(db: Database, document_id: str) -> None:
    """Forget every former version of a document, in the caller's transaction."""
    db.execute("DELETE FROM former_versions WHERE document_id = ?", [document_id])


def version_at(db: Database, document_id: str, moment: datetime) -> FormerVersion | None:
    """Return the version of a document that stood here at a ``moment``, with its time zone; None where that is the one that
    stands here now, or is not kept."""
    return next(
        (one for one in former_versions(db, document_id) if one.added_at <= moment < one.replaced_at), None
    )


def holding(
    db: Database, words: str, condition: str, values: Sequence[str], limit: int
) -> list[tuple[int, FormerVersion]]:
    """Return the former versions that hold ``words`` as they stand, the newest first, each with the row of its document.

    ``condition`` is one on the table ``documents``, with its ``values``.
    """
    rows = db.execute(
        f"""SELECT documents.row, former_versions.title, former_versions.published, former_versions.text,
                   former_versions.added_at, former_versions.replaced_at
            FROM former_versions JOIN documents ON documents.id = former_versions.document_id
            WHERE instr(former_versions.text, ?) > 0 AND {condition} ORDER BY former_versions.id DESC LIMIT ?""",
        [words, *values, limit],
    )
    return [(row, _version(*columns)) for row, *columns in rows]


def former_versions(db: Database, document_id: str) -> tuple[FormerVersion, ...]:
    """Return the former versions of a document, newest first."""
    rows = db.execute(
        """SELECT title, published, text, added_at, replaced_at FROM former_versions
           WHERE document_id = ? ORDER BY id DESC""",
        [document_id],
    )
    return tuple(_version(*columns) for columns in rows)


def _version(title: str, published: str | None, text: str, added_at: str, replaced_at: str) -> FormerVersion:
    return FormerVersion(
        title=title,
        published=date.fromisoformat(published) if published else None,
        text=text,
        added_at=datetime.fromisoformat(added_at),
        replaced_at=datetime.fromisoformat(replaced_at),
    )


def as_it_was(document: Document, seen: FormerVersion) -> Document:
    """Return ``document`` with what it said before it was replaced, without pages and parts, which are not kept."""
    return replace(
        document,
        title=seen.title,
        published=seen.published,
        text=seen.text,
        pages=(),
        structure=(),
        gone_on=None,
    )

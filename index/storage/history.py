"""Former versions: what a document said before it was replaced."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from index.storage.database import Database
from index.storage.seals import seal

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


def former_versions(db: Database, document_id: str) -> tuple[FormerVersion, ...]:
    """Return the former versions of a document, newest first."""
    rows = db.execute(
        """SELECT title, published, text, added_at, replaced_at FROM former_versions
           WHERE document_id = ? ORDER BY id DESC""",
        [document_id],
    )
    return tuple(
        FormerVersion(
            title=title,
            published=date.fromisoformat(published) if published else None,
            text=text,
            added_at=datetime.fromisoformat(added_at),
            replaced_at=datetime.fromisoformat(replaced_at),
        )
        for title, published, text, added_at, replaced_at in rows
    )

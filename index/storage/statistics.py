"""How much the database holds."""

from datetime import date

from index.model import Stats
from index.requests import Filters
from index.storage.database import Database
from index.storage.documents import passing


def read_stats(db: Database, filters: Filters) -> Stats:
    """Return how much there is of the documents that pass the filters."""
    condition, values = passing(filters)
    documents, oldest, newest = db.execute(
        f"SELECT count(*), min(published), max(published) FROM documents WHERE {condition}", values
    ).fetchone()
    passages, events, quotations = (
        db.execute(
            f"SELECT count(*) FROM {table} JOIN documents ON documents.row = {table}.document WHERE {condition}",
            values,
        ).fetchone()[0]
        for table in ("passages", "events", "quotations")
    )
    return Stats(documents, passages, events, quotations, _date(oldest), _date(newest))


def count_documents(db: Database, filters: Filters) -> int:
    """Return how many documents pass the filters."""
    condition, values = passing(filters)
    return int(db.execute(f"SELECT count(*) FROM documents WHERE {condition}", values).fetchone()[0])


def totals(db: Database) -> tuple[int, int]:
    """Return how many documents and how many passages there are, in all collections together."""
    documents, passages = db.execute(
        "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
    ).fetchone()
    return documents, passages


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None

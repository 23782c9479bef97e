"""Former versions of a document: which are kept, and which of them stood at a moment."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.adding.ingestion import prepare_batch, write
from index.language.tokens import Analyzer
from index.model import Document
from index.search.segment_engine import SegmentEngine
from index.storage import history
from index.storage.store import Store

TALKS = Document("a", "Talks", "Text a.", "Courier")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "parley.db")
    with store.writing() as db:
        write(db, SegmentEngine(store), prepare_batch([TALKS], Analyzer()))
    yield store
    store.close()


def keep_all(store: Store, titles: list[str]) -> None:
    for title in titles:
        with store.writing() as db:
            db.execute("UPDATE documents SET title = ?", [title])
            history.keep(db, TALKS.id)


def test_the_ten_newest_versions_are_kept_and_the_oldest_goes_first(store: Store) -> None:
    titles = [f"Version {number:02}" for number in range(12)]
    for kept, shown in ((titles[:10], titles[:10]), (titles[10:], titles[2:])):
        keep_all(store, kept)
        with store.reading() as db:
            assert sorted(one.title for one in history.former_versions(db, TALKS.id)) == shown


def test_a_version_stood_from_its_first_moment_until_before_its_last(store: Store) -> None:
    keep_all(store, ["First"])
    first, last = datetime(2024, 5, 1, 12, tzinfo=UTC), datetime(2024, 5, 3, 12, tzinfo=UTC)
    with store.writing() as db:
        db.execute(
            "UPDATE former_versions SET added_at = ?, replaced_at = ?", [first.isoformat(), last.isoformat()]
        )
    second = timedelta(seconds=1)
    with store.reading() as db:
        stood = {
            moment: history.version_at(db, TALKS.id, moment) is not None
            for moment in (first - second, first, last - second, last)
        }
    assert list(stood.values()) == [False, True, True, False]


def test_versions_that_hold_words_come_newest_first_and_no_more_than_are_asked_for(store: Store) -> None:
    keep_all(store, ["First", "Second", "Third"])
    with store.reading() as db:
        row = db.execute("SELECT row FROM documents").fetchone()[0]
        found = history.holding(db, "Text a", "documents.publisher = ?", ["Courier"], 2)
        assert [(one, version.title) for one, version in found] == [(row, "Third"), (row, "Second")]
        assert history.holding(db, "Text b", "documents.publisher = ?", ["Courier"], 2) == []
        assert history.holding(db, "Text a", "documents.publisher = ?", ["Herald"], 2) == []

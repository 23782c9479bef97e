"""Stores that follow one log hold the same rows, whichever of them wrote; what a file holds is a copy."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import StoreError, StoreUnavailable
from index.index import Index
from index.language.tokens import Analyzer
from index.model import Document
from index.readers.metadata.feed_items import FeedItem
from index.storage.database import Database
from index.storage.replication.owners import INDEX, NOT_SHARED, Owners, packed, unpacked
from index.storage.replication.store import ReplicatedStore
from index.storage.tables.schema import migrations
from tests.index.corpora import talks
from tests.index.search.memory_engine import MemoryEngine
from tests.index.storage.replication.memory_log import MemoryLog

ANALYZER = Analyzer()


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
def opened(log: MemoryLog, tmp_path: Path) -> Iterator[Callable[[str], Index]]:
    """Gives indices on copies of one log, with one engine."""
    engine = MemoryEngine()
    with ExitStack() as held:

        def open_copy(name: str) -> Index:
            store = ReplicatedStore(tmp_path / f"{name}.db", log)
            return held.enter_context(Index(store, ANALYZER, reader=False, engine=lambda _: engine))

        yield open_copy


def rows(path: Path) -> dict[str, list[object]]:
    """Every row that copies share."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [*(owned.table for owned in INDEX), "sqlite_sequence"]
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in tables
        }


def alike(folder: Path, *names: str) -> None:
    first, *others = (rows(folder / f"{name}.db") for name in names)
    for other in others:
        assert other == first


def test_every_table_is_shared_or_said_not_to_be() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection))
        made = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    shared = {owned.table for owned in INDEX}
    assert {name for name in made if not name.startswith(("sqlite_", "_"))} == shared | NOT_SHARED
    assert not shared & NOT_SHARED


def test_whatever_one_writes_the_others_have(opened: Callable[[str], Index], tmp_path: Path) -> None:
    one, two = opened("one"), opened("two")
    one.add_documents([talks(number) for number in range(4)])
    two.add_documents([talks(1, version=2), talks(9)])
    said = [
        f"On {day} May 2024 Sato met Brandt in Bern, and on grain they agreed as on day {day}."
        for day in range(1, 29)
    ]
    story = Document("story", "Grain", "\n\n".join(said), "Harbor Herald")
    two.add_documents([story])
    one.add_documents([replace(story, key="printed", publisher="The Outlet")])
    one.describe(talks(2).id, title="What was said of grain", aliases=["the grain paper"])
    two.record_gone(talks(1).url)
    feed = one.feeds.add("https://courier.example/feed", title="Courier")
    item = FeedItem("a", "https://courier.example/a", "A", "Grain.", None, None)
    two.feeds.record_item(feed, item, None)
    one.feeds.record_fetch(feed, etag='"1"')
    two.remove(talks(0).id)
    assert one.document(talks(1).id).text == talks(1, version=2).text
    assert one.document(talks(1).id).gone_on is not None
    assert [former.text for former in one.former_versions(talks(1).id)] == [talks(1).text]
    assert two.document(talks(2).id).title == "What was said of grain"
    assert one.feeds.unseen(feed, [item]) == ()
    opened("three").documents()
    one.documents()
    two.documents()
    alike(tmp_path, "one", "two", "three")
    held = rows(tmp_path / "three.db")
    assert [table for table, found in held.items() if not found] == ["parts", "abbreviations"]
    assert one.check() == two.check() == []


def test_a_copy_that_was_deleted_is_made_again(opened: Callable[[str], Index], tmp_path: Path) -> None:
    one = opened("one")
    for number in range(6):
        one.add_documents([talks(number)])
    one.remove(talks(2).id)
    told: list[tuple[int, int]] = []
    store = ReplicatedStore(tmp_path / "later.db", one._store._log, lambda *done: told.append(done))
    store.close()
    alike(tmp_path, "one", "later")
    assert told[-1][0] == told[-1][1] > 0


def test_no_row_is_given_twice_by_a_copy_that_never_had_it(opened: Callable[[str], Index]) -> None:
    one = opened("one")
    one.add_documents([talks(1)])
    one.remove(talks(1).id)
    mark, _ = one.added_after(None)
    two = opened("two")
    two.add_documents([talks(2)])
    assert two.added_after(None)[0] > mark
    assert one.document(talks(2).id) is not None


def test_what_is_removed_leaves_no_word_in_the_log(opened: Callable[[str], Index], log: MemoryLog) -> None:
    one = opened("one")
    one.add_documents([talks(1), talks(2)])
    one.add_documents([talks(1, version=2)])
    one.describe(talks(1).id, title="Of Lindqvist")
    one.remove(talks(1).id)
    left = [unpacked(content) for content in log.contents.values()]
    assert {row[0] for held in left for row in held.get("documents", ((), ()))[1]} == {2}
    assert not any("former_versions" in held or "descriptions" in held for held in left)


def test_what_raises_is_no_entry(opened: Callable[[str], Index], log: MemoryLog) -> None:
    one = opened("one")
    one.add_documents([talks(1)])
    before = log.place()
    with pytest.raises(StoreError, match="refused a statement"), one._store.writing() as db:
        db.execute("INSERT INTO documents (row) SELECT row FROM documents")
    assert log.place() == before
    assert one.document(talks(1).id) == talks(1)


def test_an_entry_whose_writer_did_not_live_to_commit_its_file_is_taken_over(
    opened: Callable[[str], Index], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = opened("one"), opened("two")
    one.add_documents([talks(1)])
    two.documents()

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(one._store._replica, "_note", dies)
        with pytest.raises(KeyboardInterrupt):
            one.feeds.add("https://courier.example/feed")
    assert [feed.url for feed in one.feeds.list()] == ["https://courier.example/feed"]
    two.documents()
    alike(tmp_path, "one", "two")


def test_lost_rows_are_said(opened: Callable[[str], Index], log: MemoryLog) -> None:
    one = opened("one")
    one.add_documents([talks(1)])
    one.add_documents([talks(2)])
    (key,) = (key for key in log.contents if key[0] == "documents:1")
    del log.contents[key]
    with pytest.raises(StoreUnavailable, match=r"lost what belongs to documents:1; restore a snapshot"):
        opened("two")


def test_a_log_that_was_put_back_is_followed_from_its_beginning(
    opened: Callable[[str], Index], log: MemoryLog, tmp_path: Path
) -> None:
    one, two = opened("one"), opened("two")
    one.add_documents([talks(1)])
    snapshot = list(log.written), dict(log.contents)
    one.add_documents([talks(2)])
    two.documents()
    log.written, log.contents = list(snapshot[0]), dict(snapshot[1])
    assert two.document(talks(2).id) is None
    two.add_documents([talks(3)])
    one.documents()
    alike(tmp_path, "one", "two")
    assert one.document(talks(2).id) is None and one.document(talks(3).id) is not None


def test_another_version_is_refused(opened: Callable[[str], Index], log: MemoryLog) -> None:
    opened("one").add_documents([talks(1)])
    log.written = [replace(entry, schema=entry.schema + 1) for entry in log.written]
    with pytest.raises(StoreUnavailable, match="another version of Parley"):
        opened("two")


def test_what_was_replaced_and_left_is_swept(
    opened: Callable[[str], Index], log: MemoryLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened("one")
    one.add_documents([talks(1)])

    def refuses(_: object) -> None:
        raise StoreError("not now")

    with monkeypatch.context() as patched:
        patched.setattr(log, "drop", refuses)
        one.add_documents([talks(1, version=2)])
    assert ("documents:1", 1) in log.contents
    one._store.sweep()
    assert ("documents:1", 1) not in log.contents
    opened("two").documents()


def test_writers_wait_for_one_another_and_each_document_is_there_once(
    opened: Callable[[str], Index], tmp_path: Path
) -> None:
    one, two = opened("one"), opened("two")
    for index in (one, two):
        index.add_documents([talks(1)])
    assert len(one.documents()) == len(two.documents()) == 1
    alike(tmp_path, "one", "two")


values = st.one_of(
    st.none(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.text(), st.binary()
)


@given(st.dictionaries(st.text(), st.lists(st.lists(values, min_size=2, max_size=2), min_size=1)))
def test_rows_come_back_as_they_were(held: dict[str, list[list[object]]]) -> None:
    rows = {table: (["a", "b"], found) for table, found in held.items()}
    assert unpacked(packed(rows)) == rows


def test_rows_of_a_strange_table_are_refused() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection)
        migrations.apply(db)
        with pytest.raises(ValueError, match="not shared"):
            Owners(INDEX).insert(db, {"sqlite_master": (["name"], [["x"]])})


def test_a_document_is_the_owner_of_all_that_was_found_in_it(opened: Callable[[str], Index]) -> None:
    one = opened("one")
    one.add_documents(
        [Document("accord", "Accord", 'Sato met Brandt on 3 May 2024. Sato said: "We signed it."')]
    )
    with one._store.reading() as db:
        held = Owners(INDEX).rows(db, "documents:1")
        assert list(Owners(INDEX).every(db)) == ["documents:1"]
    assert {"documents", "sentences", "passages", "events", "event_actors", "quotations"} <= set(held)

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from index.errors import ParleyError, StoreCorrupt, StoreError, StoreUnavailable
from index.search.segments import generation
from index.storage.store import Store, wal_is_safe
from index.storage.tables.schema import APPLICATION_ID, migrations
from tests.index.corpora import rows_of

AS_ROOT = pytest.mark.skipif(
    os.geteuid() == 0, reason="root may write everywhere, whatever the permissions say"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "parley.db"


def test_a_new_file_is_a_parley_database_with_every_table(path: Path) -> None:
    with closing(Store(path)) as store, store.reading() as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert migrations.pending(db) == ()
        assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert db.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_opening_again_changes_nothing(path: Path) -> None:
    Store(path).close()
    before = path.read_bytes()
    Store(path).close()
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    with closing(Store(path)) as store, store.reading() as db:
        assert generation(db) == 0


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"There is no folder .*nowhere; create it"):
        Store(tmp_path / "nowhere" / "parley.db")


def test_a_file_in_place_of_the_folder_is_named(path: Path) -> None:
    path.write_text("not a folder")
    with pytest.raises(StoreUnavailable, match="There is no folder"):
        Store(path / "parley.db")


def test_a_folder_in_place_of_the_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        Store(tmp_path)


def test_a_missing_database_is_not_made_when_it_should_be_there(path: Path) -> None:
    with pytest.raises(
        StoreUnavailable, match=r"There is no database at .*; make one with `parley index PATH`"
    ):
        Store(path, create=False)
    assert not path.exists()


@AS_ROOT
def test_a_folder_that_cannot_be_written_is_said_with_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnavailable, match="may write there"):
        Store(tmp_path / "parley.db")


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.write_text("Dear diary, the talks went on all night.\n" * 200)
    before = path.read_bytes()
    with pytest.raises(StoreCorrupt, match="is damaged or not a database"):
        Store(path)
    assert path.read_bytes() == before


def test_another_applications_database_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(
        StoreCorrupt, match="is not a Parley database; choose another file with PARLEY_DATABASE"
    ):
        Store(path)
    assert path.read_bytes() == before


def test_a_database_of_a_later_version_is_refused(path: Path) -> None:
    with closing(Store(path)) as store, store.writing() as db:
        db.execute(
            "INSERT INTO _sqlite_migrations VALUES (999, ?, 'create_telepathy', '2031-01-01')",
            [migrations.name],
        )
    with pytest.raises(StoreUnavailable, match="later version of Parley; install that version"):
        Store(path)


@pytest.mark.parametrize("keep", [50, 1_000, 4_096, 10_000])
def test_a_truncated_file_is_damaged(path: Path, keep: int) -> None:
    Store(path).close()
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(StoreCorrupt, match="`parley restore` puts it back"):
        Store(path)


def test_damage_met_while_reading_is_said(path: Path) -> None:
    Store(path).close()
    sound = path.stat().st_size
    with closing(Store(path)) as store, store.writing() as db:
        db.conn.executemany(
            "INSERT INTO former_versions (document_id, title, text, added_at, replaced_at) VALUES (?, '', ?, '', '')",
            [(str(number), "word " * 400) for number in range(200)],
        )
    content = bytearray(path.read_bytes())
    for start in range(sound, len(content), 4096):
        content[start : start + 100] = b"\xff" * 100
    path.write_bytes(content)
    with closing(Store(path)) as store, pytest.raises(StoreCorrupt), store.reading() as db:
        db.execute("SELECT count(text || title) FROM former_versions WHERE text LIKE '%x%'").fetchall()


@pytest.mark.parametrize("use", ["reading", "writing"])
def test_a_closed_store_says_so(path: Path, use: str) -> None:
    store = Store(path)
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable, match="is closed; open it again"), getattr(store, use)():
        pytest.fail("a closed store was used")


def test_a_read_in_progress_outlives_the_close(path: Path) -> None:
    store = Store(path)
    with store.reading() as db:
        threading.Thread(target=store.close).start()
        while not store._closed:
            pass
        assert generation(db) == 0
    with pytest.raises(sqlite3.ProgrammingError):
        db.execute("SELECT 1")


def _write_and_fail(store: Store) -> None:
    with store.writing() as db:
        db.execute("INSERT INTO tombstones VALUES (1)")
        raise ZeroDivisionError


def test_what_is_written_is_rolled_back_when_the_block_raises(path: Path) -> None:
    with closing(Store(path)) as store:
        with pytest.raises(ZeroDivisionError):
            _write_and_fail(store)
        with store.reading() as db:
            assert rows_of(db, "tombstones") == 0
            assert generation(db) == 0


def test_every_write_raises_the_generation(path: Path) -> None:
    with closing(Store(path)) as store:
        for expected in (1, 2, 3):
            with store.writing():
                pass
            with store.reading() as db:
                assert generation(db) == expected


def test_a_read_inside_a_read_is_of_the_same_moment(path: Path) -> None:
    with closing(Store(path)) as store, store.reading() as outer, store.reading() as inner:
        assert inner is outer


def test_a_write_inside_a_read_is_a_mistake_that_is_told_at_once(path: Path) -> None:
    with (
        closing(Store(path)) as store,
        store.reading(),
        pytest.raises(AssertionError, match="waits for itself"),
        store.writing(),
    ):
        pytest.fail("wrote")


def test_readers_of_threads_that_have_ended_are_used_again(path: Path) -> None:
    opened: set[Any] = set()

    def read() -> None:
        with store.reading() as db:
            opened.add(id(db))

    with closing(Store(path)) as store:
        for _ in range(20):
            thread = threading.Thread(target=read)
            thread.start()
            thread.join()
        assert len(store._idle) == 1
    assert len(opened) == 1


def test_an_unknown_refusal_is_a_store_error(path: Path) -> None:
    with (
        closing(Store(path)) as store,
        pytest.raises(StoreError, match="please report this"),
        store.reading() as db,
    ):
        db.execute("SELECT nothing FROM nowhere")


def test_a_lock_held_too_long_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.storage.store.BUSY_SECONDS", 0.0)
    with closing(Store(path)) as store, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="another process is writing to it"), store.writing():
            pytest.fail("wrote")


def _write_much(store: Store) -> None:
    with store.writing() as db:
        db.conn.executemany(
            "INSERT INTO segments (first, last, lengths, documents) VALUES (?, ?, ?, ?)",
            [(n, n, b"x" * 9_000, b"") for n in range(1_000)],
        )


def test_a_full_disk_is_said_and_tears_nothing(path: Path) -> None:
    with closing(Store(path)) as store:
        pages = store._writer.execute("PRAGMA page_count").fetchone()[0]
        store._writer.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreUnavailable, match="free some disk space"):
            _write_much(store)
        with store.reading() as db:
            assert rows_of(db, "segments") == 0
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_read_only_file_can_be_asked_and_not_written(path: Path) -> None:
    Store(path).close()
    with closing(Store(path)) as store:
        store._writer.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreUnavailable, match="make the file and its folder writable"), store.writing():
            pytest.fail("wrote")
        with store.reading() as db:
            assert generation(db) == 0


def test_processes_that_open_a_new_database_at_the_same_time_do_not_collide(path: Path) -> None:
    code = "import sys; from index.storage.store import Store; Store(sys.argv[1]).close()"
    running = [subprocess.Popen([sys.executable, "-c", code, path]) for _ in range(4)]
    assert [process.wait(300) for process in running] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 46, 1), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)
def test_write_ahead_logging_is_used_where_sqlite_has_the_fix(version: tuple[int, ...], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_the_journal_is_the_one_that_this_sqlite_is_safe_with(path: Path) -> None:
    with closing(Store(path)) as store, store.reading() as db:
        expected = "wal" if wal_is_safe(sqlite3.sqlite_version_info) else "delete"
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == expected


def test_errors_of_the_store_are_parleys_own() -> None:
    assert issubclass(StoreError, ParleyError)


def test_a_reader_can_end_while_a_write_waits_to_be_committed(path: Path) -> None:
    with closing(Store(path)) as store:
        reading, written = threading.Event(), threading.Event()

        def read() -> None:
            with store.reading() as db:
                generation(db)
                reading.set()
                written.wait(300)

        thread = threading.Thread(target=read)
        thread.start()
        reading.wait(300)
        with store.writing() as db:
            db.execute("INSERT INTO tombstones VALUES (1)")
            # The reader ends while the writer holds its lock, and lets the writer commit.
            written.set()
        thread.join()
        with store.reading() as db:
            assert rows_of(db, "tombstones") == 1

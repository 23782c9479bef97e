import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index import Index
from index.errors import StoreCorrupt, StoreUnavailable
from index.storage.in_use import staying
from tests.index.corpora import everything_told, talks


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database to be copied."""
    path = tmp_path_factory.mktemp("made") / "parley.db"
    with Index.open(path, reader=False) as index:
        index.add_documents([talks(number) for number in range(8)])
    return path


@pytest.fixture
def path(tmp_path: Path, made: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def test_a_backup_is_a_database_that_tells_the_same(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
        with Index.open(tmp_path / "copy.db", create=False, reader=False) as copy:
            assert everything_told(copy) == everything_told(index)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "parley.db", "parley.db.backups"]


def test_a_backup_replaces_the_one_before(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
        index.add_documents([talks(30)])
        (tmp_path / "copy.db.partial").write_text("left by a copy that was killed")
        index.backup(tmp_path / "copy.db")
    with Index.open(tmp_path / "copy.db", reader=False) as copy:
        assert copy.document(talks(30).id) is not None


def test_a_backup_needs_its_folder(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index, pytest.raises(StoreUnavailable, match="There is no folder"):
        index.backup(tmp_path / "nowhere" / "copy.db")


def test_a_backup_over_the_database_itself_is_refused(path: Path, tmp_path: Path) -> None:
    (tmp_path / "same.db").hardlink_to(path)
    with Index.open(path, reader=False) as index:
        for target in (path, tmp_path / "same.db"):
            with pytest.raises(StoreUnavailable, match="is the database itself"):
                index.backup(target)
        assert index.check() == []


def test_a_damaged_database_is_not_backed_up_over_a_good_backup(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
        with index._store._writer.atomic():
            index._store._writer.execute("UPDATE documents SET text = 'other'")
        with pytest.raises(StoreCorrupt, match=r"parley.db is damaged: .* Restore an earlier backup"):
            index.backup(tmp_path / "copy.db")
    with Index.open(tmp_path / "copy.db", reader=False) as copy:
        assert copy.check() == []


def test_restoring_gives_back_what_was_and_an_open_index_sees_it(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        before = everything_told(index)
        index.backup(tmp_path / "copy.db")
        # The same number of writes on either side, so that the generations would be equal.
        index.add_documents([talks(1, version=3), *(talks(n) for n in range(40, 50))])
        index.remove(talks(0).id)
        after = everything_told(index)
        assert after != before
        Index.restore(tmp_path / "copy.db", path)
        assert everything_told(index) == before
        assert index.check() == []
        index.add_documents([talks(1, version=3), *(talks(n) for n in range(40, 50))])
        index.remove(talks(0).id)
        assert everything_told(index) == after
        assert index.check() == []


def test_restoring_an_unrelated_database_is_seen_by_an_open_index(path: Path, tmp_path: Path) -> None:
    with Index.open(tmp_path / "other.db", reader=False) as other:
        other.add_documents([talks(number, version=2) for number in range(8)])
        expected = everything_told(other)
    with Index.open(path, reader=False) as index:
        everything_told(index)
        Index.restore(tmp_path / "other.db", path)
        assert everything_told(index) == expected


def test_restoring_makes_a_database_where_none_is(path: Path, tmp_path: Path) -> None:
    Index.restore(path, tmp_path / "new.db")
    with (
        Index.open(path, reader=False) as index,
        Index.open(tmp_path / "new.db", create=False, reader=False) as new,
    ):
        assert everything_told(new) == everything_told(index)


def test_restoring_over_a_damaged_file_keeps_that_beside(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
    path.write_bytes(b"not a database any more" * 1_000)
    Index.restore(tmp_path / "copy.db", path)
    with Index.open(path, reader=False) as index:
        assert index.check() == []
        assert index.stats().documents == 8
    assert (tmp_path / "parley.db.damaged").read_bytes().startswith(b"not a database")


def test_a_damaged_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
    (tmp_path / "text.db").write_text("no database " * 100)
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        copy.execute("UPDATE documents SET title = 'other'")
        copy.commit()
    before = path.read_bytes()
    for backup in ("copy.db", "text.db"):
        with pytest.raises(StoreCorrupt):
            Index.restore(tmp_path / backup, path)
    assert path.read_bytes() == before


def test_a_database_that_opens_and_cannot_be_read_is_replaced(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
    whole = path.read_bytes()
    for page in range(1, len(whole) // 4096):
        content = bytearray(whole)
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
        path.write_bytes(content)
        Index.restore(tmp_path / "copy.db", path)
        with Index.open(path, reader=False) as index:
            assert index.check() == [], page
            assert index.stats().documents == 8


def test_an_empty_file_is_no_backup_and_nothing_is_lost(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(StoreCorrupt, match="it is empty"):
        Index.restore(empty, path)
    assert path.read_bytes() == before


def test_a_backup_that_is_another_kind_of_database_is_named_and_not_restored(
    path: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE letters (body TEXT)")
        other.commit()
    with pytest.raises(StoreCorrupt, match=r"other\.db is not a Parley database"):
        Index.restore(tmp_path / "other.db", path)
    assert not list(tmp_path.glob("*.partial*"))


def test_a_backup_that_a_later_version_wrote_is_named_and_not_restored(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        copy.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('index', 'later', '2099')"
        )
        copy.commit()
    with pytest.raises(StoreUnavailable, match=r"copy\.db was written by a later version"):
        Index.restore(tmp_path / "copy.db", path)


def test_the_check_of_a_backup_says_how_far_it_is(path: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db", lambda *step: told.append(step))
    for what in ("documents", "texts"):
        assert [step for step in told if step[0] == what] == [(what, n, 8) for n in range(8)]
    Index.restore(tmp_path / "copy.db", path, lambda *step: told.append(step))
    assert len([step for step in told if step[0] == "documents"]) == 16


def test_a_damaged_database_is_not_taken_away_from_a_process_that_stays(path: Path, tmp_path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "copy.db")
    path.write_bytes(b"torn" * 1_000)
    with staying(path), pytest.raises(StoreUnavailable, match=r"A running bot has .* open; stop it"):
        Index.restore(tmp_path / "copy.db", path)
    assert path.read_bytes() == b"torn" * 1_000
    assert not list(tmp_path.glob("*.partial*"))
    Index.restore(tmp_path / "copy.db", path)
    with staying(path), Index.open(path, reader=False) as index:
        assert index.check() == []
        Index.restore(tmp_path / "copy.db", path)
        assert index.check() == []


def test_a_missing_backup_or_folder_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="There is no backup at"):
        Index.restore(tmp_path / "none.db", path)
    with pytest.raises(StoreUnavailable, match="There is no folder"):
        Index.restore(path, tmp_path / "nowhere" / "parley.db")


def test_a_backup_of_a_database_that_another_process_writes_is_of_one_moment(
    path: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from index import Index; from tests.index.corpora import talks\n"
        "with Index.open(sys.argv[1], reader=False) as index:\n"
        "    for n in range(20): index.add_documents([talks(100 + n)])"
    )
    writing = subprocess.Popen(
        [sys.executable, "-c", code, path], env={**os.environ, "PYTHONPATH": os.getcwd()}
    )
    with Index.open(path, reader=False) as index:
        while writing.poll() is None:
            index.backup(tmp_path / "copy.db")
            with Index.open(tmp_path / "copy.db", reader=False) as copy:
                assert copy.check() == []
    assert writing.returncode == 0


def test_what_is_no_regular_file_is_not_replaced_even_by_force(path: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder link").symlink_to(tmp_path / "folder")
    with Index.open(path, reader=False) as index:
        for name in ("pipe", "link", "folder", "folder link"):
            for force in (False, True):
                with pytest.raises(StoreUnavailable, match="is not a regular file; choose another name"):
                    index.backup(tmp_path / name, force=force)
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder").is_dir()
    assert not list(tmp_path.glob("*.partial*"))


def test_a_file_that_is_no_backup_is_replaced_by_force_alone(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("To the envoy. " * 20)
    with closing(sqlite3.connect(tmp_path / "other.db")) as other, other:
        other.execute("CREATE TABLE letters (body TEXT)")
    with Index.open(path, reader=False) as index:
        for file in (letter, tmp_path / "other.db"):
            before = file.read_bytes()
            with pytest.raises(StoreUnavailable, match=r"is no Parley backup; .* --force"):
                index.backup(file)
            assert file.read_bytes() == before
        index.backup(letter, force=True)
    with Index.open(letter, create=False, reader=False) as copy:
        assert copy.check() == []


def test_an_empty_file_and_the_end_of_a_link_are_written_to(path: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    (tmp_path / "latest").symlink_to("empty.db")
    with Index.open(path, reader=False) as index:
        index.backup(tmp_path / "latest")
    assert (tmp_path / "latest").is_symlink()
    with Index.open(tmp_path / "empty.db", create=False, reader=False) as copy:
        assert copy.check() == []

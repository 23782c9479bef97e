"""The backups of a database are known without it, and looked at before they are called good."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Index
from index.errors import StoreUnavailable
from index.keeping.known_backups import last_good, note, noted
from tests import kept_database
from tests.index.corpora import talks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "parley.db"
    with Index.open(path, reader=False) as index:
        index.add_documents([talks(number) for number in range(4)])
        index.backup(tmp_path / "first.db")
        index.backup(tmp_path / "second.db")
    return path


def made_on(path: Path, days: dict[str, str]) -> None:
    """Set the days on which the noted backups were made."""
    record = path.with_name("parley.db.backups")
    entries = [{"path": name, "made_at": f"{day}T12:00:00+00:00"} for name, day in days.items()]
    record.write_text(json.dumps(entries), encoding="utf-8")


def test_the_newest_backup_is_the_last_good_one(path: Path, tmp_path: Path) -> None:
    made_on(path, {"first.db": "2025-02-01", "second.db": "2025-03-01"})
    good = last_good(path)
    assert good is not None
    assert good.path == tmp_path / "second.db"
    assert f"{good.made_at:%Y-%m-%d %H:%M}" == "2025-03-01 12:00"


def test_one_that_is_gone_damaged_or_something_else_is_passed_over(path: Path, tmp_path: Path) -> None:
    for name in ("torn.db", "changed.db"):
        shutil.copy(tmp_path / "first.db", tmp_path / name)
    (tmp_path / "torn.db").write_bytes((tmp_path / "first.db").read_bytes()[:20_000])
    with closing(sqlite3.connect(tmp_path / "changed.db")) as changed:
        changed.execute("UPDATE documents SET title = 'other'")
        changed.commit()
    (tmp_path / "letter.db").write_text("Dear colleague,", encoding="utf-8")
    days = {
        "gone.db": "2025-06-01",
        "torn.db": "2025-05-01",
        "changed.db": "2025-04-01",
        "letter.db": "2025-03-02",
    }
    made_on(path, {**days, "first.db": "2025-03-01"})
    good = last_good(path)
    assert good is not None
    assert good.path == tmp_path / "first.db"


def test_a_backup_of_an_earlier_version_is_good_when_its_file_is_whole(path: Path, tmp_path: Path) -> None:
    (tmp_path / "second.db").unlink()
    kept_database.load("0.1.0.dev1", tmp_path / "second.db")
    made_on(path, {"second.db": "2025-03-01"})
    assert last_good(path) is not None
    Index.restore(tmp_path / "second.db", path)
    with Index.open(path, reader=False) as index:
        assert index.check() == []
        assert index.totals()[0] == 2


def test_looking_at_a_backup_changes_nothing_and_needs_no_place_to_write(path: Path, tmp_path: Path) -> None:
    before = (tmp_path / "second.db").read_bytes()
    files = sorted(tmp_path.iterdir())
    assert last_good(path) is not None
    assert (tmp_path / "second.db").read_bytes() == before
    assert sorted(tmp_path.iterdir()) == files


def test_a_folder_that_was_moved_still_has_its_backups(path: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("parley.db", "parley.db.backups", "first.db", "second.db"):
        shutil.move(tmp_path / name, moved / name)
    good = last_good(moved / "parley.db")
    assert good is not None
    assert good.path.parent == moved


def test_a_backup_elsewhere_is_known_by_its_whole_path(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    with Index.open(path, reader=False) as index:
        index.backup(elsewhere / "third.db")
    assert noted(path)[0].path == (elsewhere / "third.db").resolve()


def test_a_place_is_noted_once_and_not_more_than_fifty_are(path: Path, tmp_path: Path) -> None:
    for number in range(60):
        note(path, tmp_path / f"{number % 55}.db")
    known = [backup.path.name for backup in noted(path)]
    assert len(known) == len(set(known)) == 50


def test_without_a_note_no_backup_is_known(tmp_path: Path) -> None:
    assert last_good(tmp_path / "parley.db") is None


@given(
    st.binary(max_size=80)
    | st.recursive(st.none() | st.text(max_size=5) | st.integers(), st.lists, max_leaves=5).map(
        lambda value: json.dumps(value).encode()
    )
)
def test_a_note_with_anything_in_it_is_read_without_failing(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("noted") / "parley.db"
    path.with_name("parley.db.backups").write_bytes(content)
    assert noted(path) == []


def test_a_note_that_cannot_be_written_is_said_with_the_backup_left_whole(path: Path, tmp_path: Path) -> None:
    (tmp_path / "parley.db.backups.partial").mkdir()
    with (
        Index.open(path, reader=False) as index,
        pytest.raises(StoreUnavailable, match=r"third\.db is whole, but"),
    ):
        index.backup(tmp_path / "third.db")
    with Index.open(tmp_path / "third.db", reader=False) as copy:
        assert copy.check() == []

import random
import shutil
import sqlite3
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index import Document, Index
from index.errors import StoreCorrupt
from index.keeping.integrity import problems
from index.model import Part
from index.readers.metadata.feed_items import FeedItem
from index.storage.database import Database
from index.storage.tables import seals
from tests import kept_database
from tests.index.corpora import talks


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which nothing is damaged, to be copied."""
    path = tmp_path_factory.mktemp("whole") / "parley.db"
    with Index.open(path) as index:
        index.add_documents([talks(number) for number in range(12)])
        index.add_documents([talks(3, version=2), talks(20)])
        assert index.remove(talks(5).id)
    return path


@pytest.fixture
def path(tmp_path: Path, whole: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path))


def damage(path: Path, statement: str, *, sealed: bool = False) -> list[str]:
    with Index.open(path) as index:
        db = index._store._writer
        db.conn.execute("PRAGMA foreign_keys = OFF")
        with db.atomic():
            db.execute(statement)
            if sealed:
                seals.seal_all(db)
        return index.check()


def test_a_whole_database_has_no_problems_whatever_was_done_to_it(path: Path) -> None:
    with Index.open(path) as index:
        assert index.check() == []
        index.optimise()
        assert index.check() == []


def test_an_empty_database_has_no_problems(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        assert index.check() == []


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "UPDATE documents SET text = replace(text, 'truce', 'peace') WHERE key = 'talks-1'",
            "is not what was stored",
        ),
        ("UPDATE documents SET published = '2020-02-02' WHERE key = 'talks-1'", "is not what was stored"),
        ("UPDATE sentences SET end = 100000 WHERE ordinal = 1", "sentences outside its text"),
        ("UPDATE sentences SET end = start WHERE ordinal = 1", "sentences outside its text"),
        ("DELETE FROM sentences WHERE ordinal = 0", "Passages with sentences that are not there: "),
        ("DELETE FROM documents WHERE key = 'talks-1'", "belongs to a row of documents that is not there"),
        ("DELETE FROM passages WHERE id = 3", "not those of the inverted index"),
        ("INSERT INTO tombstones VALUES (9999)", "does not have"),
        ("INSERT INTO tombstones VALUES (0)", "not those of the inverted index"),
        ("DELETE FROM postings WHERE term = 'truce'", "do not add up to the lengths"),
        ("UPDATE postings SET passages = passages + 1 WHERE term = 'truce'", "broken postings of 'truce'"),
        ("UPDATE postings SET numbers = x'ffff', counts = x'02', passages = 1", "broken postings"),
        ("UPDATE segments SET lengths = x'00000000'", "a length and a document for each"),
        ("UPDATE segments SET first = first - 1 WHERE first > 0", "has passages of another"),
        ("UPDATE state SET value = 0 WHERE name = 'next_passage'", "number of the next passage is taken"),
        ("PRAGMA application_id = 7", "does not say that it is a Parley database"),
        ("UPDATE segments SET documents = x'010203'", "a length and a document|cannot be read"),
        ("UPDATE documents SET published = 'soon'", "cannot be read in full"),
    ],
)
def test_what_does_not_fit_together_is_found(path: Path, statement: str, problem: str) -> None:
    found = damage(path, statement, sealed=True)
    assert found and any(part in line for line in found for part in problem.split("|")), found


def test_an_overwritten_page_is_found(path: Path) -> None:
    size = path.stat().st_size
    whole = path.read_bytes()
    found = 0
    for page in range(2, size // 4096, 3):
        content = bytearray(whole)
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
        path.write_bytes(content)
        found += _is_found(path)
    assert found == len(range(2, size // 4096, 3))


def _is_found(path: Path) -> bool:
    try:
        with Index.open(path) as index:
            return index.check() != []
    except StoreCorrupt:
        return True


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with rows in every table."""
    path = tmp_path_factory.mktemp("full") / "parley.db"
    with Index.open(path) as index:
        documents = [talks(number) for number in range(12)]
        documents[8] = replace(documents[8], structure=(Part("article", 0, 20, "Article 1", "1"),))
        documents[10] = replace(documents[10], url="https://gull.example/talks")
        documents[9] = replace(documents[9], text=f"{documents[9].text} The Joint Border Office (JBO) opens.")
        index.add_documents([*documents, *kept_database.DOCUMENTS])
        index.add_documents([talks(3, version=2), *map(_reprinted, documents[:2])])
        index.describe(talks(4).id, title="Talks, the fourth")
        index.remove(talks(5).id)
        feed = index.feeds.add("https://courier.example/feed", title="Courier")
        index.feeds.record_item(
            feed, FeedItem("one", "https://courier.example/1", "One", "", None, None), talks(1).id
        )
        index.feeds.record_fetch(feed, etag="a")
        index.record_gone("https://gull.example/talks")
        # Leaves tombstones.
        index.add_documents([talks(7, version=2)])
    return path


def _reprinted(document: Document) -> Document:
    return Document(
        key=f"{document.key}-again", title=document.title, text=document.text, publisher="The Gull"
    )


COUNTERS = [("sqlite_sequence", "seq"), ("state", "value")]
"""They only have to be as high as they are needed."""


def _columns(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as db:
        tables = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '@_%' ESCAPE '@'"
        )
        return [
            (table, column)
            for (table,) in tables.fetchall()
            for _, column, *_ in db.execute(f"PRAGMA table_info({table})").fetchall()
        ]


def _other(value: Any) -> Any:
    match value:
        case None:
            return "x"
        case str():
            return chr(ord(value[0]) ^ 1) + value[1:] if value else "x"
        case bytes():
            return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
        case _:
            return value + 1_000_003


def test_a_changed_value_is_found_in_every_column_of_every_table(full: Path) -> None:
    unfound = []
    with closing(sqlite3.connect(full, isolation_level=None)) as connection:
        db = Database(connection)
        for table, column in _columns(full):
            db.execute("BEGIN")
            values = db.execute(f"SELECT {column} FROM {table}").fetchall()
            assert values, f"there is nothing in {table}"
            value = values[len(values) // 2][0]
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} IS ?", [_other(value), value])
            if problems(lambda: nullcontext(db)) == []:
                unfound.append((table, column))
            db.execute("ROLLBACK")
    assert unfound == COUNTERS


def _readable(path: Path) -> dict[str, list[Any]] | None:
    """All that a statement can read of a database; None where SQLite cannot read it."""
    try:
        with closing(sqlite3.connect(path)) as db:
            names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
            rows = {name: db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}
            rows["sqlite_master"] = db.execute(
                "SELECT type, name, tbl_name, sql FROM sqlite_master"
            ).fetchall()
            return rows
    except sqlite3.Error:
        return None


def test_a_flipped_bit_is_found_on_every_page(full: Path, tmp_path: Path) -> None:
    whole, before = full.read_bytes(), _readable(full)
    assert before is not None
    for name in ("state", "sqlite_sequence", "_sqlite_migrations"):
        before.pop(name)
    chosen = random.Random(12)
    path = tmp_path / "parley.db"
    unread = 0
    for page in range(0, len(whole), 4096):
        # What is not nought is mostly read by something.
        place = chosen.choice([n for n in range(max(page, 100), page + 4096) if whole[n]] or [page])
        bit = 1 << chosen.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        if not _is_found(path):
            unread += 1
            after = _readable(path)
            assert after is not None
            assert {name: after[name] for name in before} == before, (place, bit)
    assert unread < len(whole) // 4096 // 4


@pytest.mark.parametrize("size", [0, 1, 50, 99])
def test_a_file_that_was_cut_to_less_than_a_header_is_no_database(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(StoreCorrupt, match="damaged or not a database"):
        Index.open(path, create=False)
    assert path.stat().st_size == size


def test_the_search_for_problems_ends(path: Path) -> None:
    found = damage(path, "UPDATE documents SET digest = 'x'")
    assert 0 < len(found) <= 20


def test_checking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with Index.open(path) as index:
        index.check()
    assert path.read_bytes() == before

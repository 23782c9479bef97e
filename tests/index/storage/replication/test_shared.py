"""Tables that are written through a connection of their owner's own are shared like an index."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from index.storage.replication.owners import Owned, Owners
from index.storage.replication.shared import SharedTables
from tests.index.storage.replication.memory_log import MemoryLog

TABLES = Owners([Owned.by("id", "notes"), Owned.by("note", "marks", order="rowid")])


class Notes:
    """Notes in a file, with marks in the order in which they were made."""

    def __init__(self, path: Path, log: MemoryLog, held: ExitStack) -> None:
        self.connection = held.enter_context(closing(sqlite3.connect(path)))
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.executescript(
            """CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, words TEXT);
               CREATE TABLE IF NOT EXISTS marks (note INTEGER REFERENCES notes (id) ON DELETE CASCADE, mark TEXT,
                   PRIMARY KEY (note, mark));"""
        )
        self.shared = SharedTables(log, TABLES, path, self.connection, 1)
        held.callback(self.shared.close)

    def write(self, statement: str, *values: object) -> int:
        return self.shared.run(lambda: self.connection.execute(statement, values).rowcount)

    def read(self, statement: str) -> list[object]:
        return self.shared.run(lambda: self.connection.execute(statement).fetchall())


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
def opened(log: MemoryLog, tmp_path: Path) -> Iterator[Callable[[str], Notes]]:
    with ExitStack() as held:
        yield lambda name: Notes(tmp_path / f"{name}.db", log, held)


def test_what_one_writes_the_other_reads(opened: Callable[[str], Notes]) -> None:
    one, two = opened("one"), opened("two")
    assert one.write("INSERT INTO notes (words) VALUES ('grain')") == 1
    assert two.write("INSERT INTO notes (words) VALUES ('truce')") == 1
    assert one.read("SELECT * FROM notes ORDER BY id") == [(1, "grain"), (2, "truce")]
    assert opened("three").read("SELECT words FROM notes ORDER BY id") == [("grain",), ("truce",)]


def test_what_goes_with_a_row_goes_everywhere(opened: Callable[[str], Notes], log: MemoryLog) -> None:
    one, two = opened("one"), opened("two")
    one.write("INSERT INTO notes (words) VALUES ('grain')")
    for mark in "zab":
        one.write("INSERT INTO marks VALUES (1, ?)", mark)
    assert two.read("SELECT mark FROM marks WHERE note = 1 ORDER BY rowid") == [("z",), ("a",), ("b",)]
    two.write("DELETE FROM notes")
    assert one.read("SELECT * FROM marks") == one.read("SELECT * FROM notes") == []
    assert log.contents == {}


def test_who_only_reads_is_no_writer(opened: Callable[[str], Notes], log: MemoryLog) -> None:
    one = opened("one")
    with log.writing():
        assert one.read("SELECT * FROM notes") == []
    assert log.written == []


def test_who_was_too_late_writes_on_what_is_there_then(
    opened: Callable[[str], Notes], log: MemoryLog
) -> None:
    one, two = opened("one"), opened("two")
    calls = []

    def add() -> None:
        calls.append(one.connection.execute("SELECT count(*) FROM notes").fetchone()[0])
        if len(calls) == 1:
            two.write("INSERT INTO notes (words) VALUES ('first')")
        one.connection.execute("INSERT INTO notes (words) VALUES ('second')")

    one.shared.run(add)
    assert calls == [0, 1]
    assert two.read("SELECT words FROM notes ORDER BY id") == [("first",), ("second",)]
    assert len(log.written) == 2


def test_what_raises_is_written_nowhere(opened: Callable[[str], Notes], log: MemoryLog) -> None:
    one = opened("one")
    with pytest.raises(sqlite3.IntegrityError):
        one.write("INSERT INTO marks VALUES (7, 'a')")
    assert log.written == [] and one.read("SELECT * FROM marks") == []

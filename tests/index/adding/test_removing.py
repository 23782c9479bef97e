"""After a document is removed, no word of it is in the file."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import Document, Index
from index.errors import StoreBusy

LETTERS = "bcdfghjklmnprtvwz"


@pytest.fixture(params=[True, False], ids=["log", "journal"])
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A place for a database, in each way in which SQLite keeps what is not yet committed."""
    monkeypatch.setattr("index.storage.store.wal_is_safe", lambda _version: request.param)
    return tmp_path / "parley.db"


def own_words(number: int) -> list[str]:
    """Forty words that no other document has, and that are their own stems."""
    chosen = random.Random(number)
    return ["".join(chosen.choices(LETTERS, k=9)) for _ in range(40)]


def telling(number: int, version: int = 0) -> Document:
    words = own_words(1_000 * version + number)
    sentences = [
        f'{words[n].title()} of {words[n + 1].title()} met {words[n + 2]} on {n + 1} May 2024. "We saw {words[n + 3]}," he said.'
        for n in range(0, 36, 4)
    ]
    return Document(
        key=f"telling-{number}", title=words[36], publisher=words[37], url=f"https://{words[38]}.example/{words[39]}",
        text="\n\n".join(sentences),
    )  # fmt: skip


def left_of(words: list[str], path: Path) -> set[str]:
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    held = b"\0".join(file.read_bytes() for file in files).lower()
    return {word for word in words if word.encode() in held}


def test_no_word_of_a_removed_document_is_left(path: Path) -> None:
    numbers = list(range(60))
    random.Random(1).shuffle(numbers)
    gone, former = numbers[10:30], numbers[20:25]
    with Index.open(path, reader=False) as index:
        for start in range(0, 60, 4):
            index.add_documents([telling(number) for number in numbers[start : start + 4]])
        index.add_documents([telling(number, version=1) for number in former])
        index.describe(telling(gone[0]).id, title="Unheardof")
        assert left_of(own_words(gone[0]), path) == set(own_words(gone[0]))
        assert index.remove(telling(gone[0]).id)
        assert left_of([*own_words(gone[0]), "unheardof"], path) == set()
        assert len(index.remove_documents(telling(number).id for number in gone)) == len(gone) - 1
        words = [
            word for number in [*gone, *(1_000 + number for number in former)] for word in own_words(number)
        ]
        assert left_of(words, path) == set()
        assert index.check() == []
        stays = own_words(numbers[40])
        assert left_of(stays, path) == set(stays)
        assert index.ask(f"Who met {stays[2]}?").excerpts


def test_copies_that_sqlite_left_of_its_rows_go_too(path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.add_documents([telling(number) for number in range(4)])
        with closing(sqlite3.connect(path)) as connection, connection:
            # As where a page is split, and in files of versions that overwrote nothing.
            connection.execute("PRAGMA secure_delete = OFF")
            connection.execute("CREATE TABLE moved AS SELECT text FROM documents")
            connection.execute("DROP TABLE moved")
        index.remove(telling(1).id)
        assert left_of(own_words(1), path) == set()


def test_what_is_removed_again_or_was_never_there_costs_nothing(path: Path) -> None:
    with Index.open(path, reader=False) as index:
        index.add_documents([telling(1)])
        before = path.read_bytes()
        assert index.remove_documents(["0000000000000000"]) == ()
        assert path.read_bytes() == before


def test_words_that_could_not_be_overwritten_are_said_to_be_there_and_go_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storage.store.BUSY_SECONDS", 0.0)
    with Index.open(path, reader=False) as index:
        index.add_documents([telling(1), telling(2), telling(3)])
        with closing(sqlite3.connect(path)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM documents").fetchone()
            with pytest.raises(StoreBusy):
                index.remove(telling(1).id)
        index.optimise()
        if index.document(telling(1).id) is not None:
            # Without a log a reader keeps the removal itself from being committed.
            assert index.remove(telling(1).id)
        assert left_of(own_words(1), path) == set()

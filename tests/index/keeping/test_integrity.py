from pathlib import Path

import pytest

from index import Index
from tests.index.corpora import talks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "parley.db"
    with Index.open(path) as index:
        index.add_documents([talks(number) for number in range(12)])
        index.add_documents([talks(3, version=2), talks(20)])
        assert index.remove(talks(5).id)
    return path


def damage(path: Path, statement: str) -> list[str]:
    with Index.open(path) as index:
        index._store._writer.conn.execute("PRAGMA foreign_keys = OFF")
        index._store._writer.execute(statement)
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
    found = damage(path, statement)
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
    from index.errors import StoreCorrupt

    try:
        with Index.open(path) as index:
            return index.check() != []
    except StoreCorrupt:
        return True


def test_the_search_for_problems_ends(path: Path) -> None:
    found = damage(path, "UPDATE documents SET digest = 'x'")
    assert 0 < len(found) <= 20


def test_checking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with Index.open(path) as index:
        index.check()
    assert path.read_bytes() == before

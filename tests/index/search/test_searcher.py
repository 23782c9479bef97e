"""A request is answered in one moment of the index, whatever is written meanwhile."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from index import Document, Index
from index.requests import Filters
from index.search.kept import Kept

SAID = Document(
    key="said",
    title="Talks in Port Amity",
    text='Foreign minister Ilse Brandt said on 3 March 2024: "The river Anda will be open to every ship." '
    "The envoys left Port Amity.",
    publisher="The Delta Courier",
)
OTHER = Document(
    key="other",
    title="Grain",
    text="The grain talks went on in Lakeview. Nobody left the table.",
    publisher="Herald",
)
REQUESTS: dict[str, Callable[[Index], Any]] = {
    "a question": lambda index: index.ask("Who left Port Amity?"),
    "a question after somebody's words": lambda index: index.ask("What did Brandt say about the river Anda?"),
    "a question of one publisher's documents": lambda index: index.ask(
        "What did Brandt say about the river Anda?", publisher="The Delta Courier"
    ),
    "a timeline": lambda index: index.timeline("river", actor="Brandt"),
    "quotations": lambda index: index.quotes("Brandt", about="river"),
    "a trace": lambda index: index.trace("The river Anda will be open to every ship."),
    "speakers": lambda index: index.speakers(),
    "surroundings": lambda index: index.surroundings(SAID.id, 0, 10),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "parley.db"


@pytest.fixture
def index(path: Path) -> Iterator[Index]:
    with Index.open(path) as opened:
        opened.add_documents([SAID, OTHER])
        yield opened


@pytest.mark.parametrize("ask", REQUESTS.values(), ids=REQUESTS.keys())
def test_a_document_that_is_removed_meanwhile_is_there_until_the_request_is_answered(
    path: Path, index: Index, ask: Callable[[Index], Any]
) -> None:
    before = ask(index)
    with Index.open(path) as other:
        moments = 0

        def remove_between_moments(statement: str) -> None:
            nonlocal moments
            if statement == "BEGIN":
                moments += 1
                if moments == 2:
                    other.remove(SAID.id)

        (reader,) = index._store._idle
        reader.conn.set_trace_callback(remove_between_moments)
        told = ask(index)
        reader.conn.set_trace_callback(None)
    assert moments == 1
    assert told == before


def test_a_moment_inside_another_is_the_same(index: Index) -> None:
    with index.searching() as outer, index.searching() as inner:
        assert inner.db is outer.db
        assert inner.passages == outer.passages


def test_hidden_documents_are_not_found(index: Index) -> None:
    with index.searching() as searcher:
        (hit,) = searcher.search({"anda": 1.0}, 10, Filters())
        row = searcher.read_passages([hit.passage])[hit.passage].document
        assert searcher.document(row) == SAID
        assert searcher.search({"anda": 1.0}, 10, Filters(), hidden=[row]) == []
        assert searcher.search({"anda": 1.0}, 10, Filters(publisher="the delta courier")) == [hit]
        assert searcher.search({"anda": 1.0}, 10, Filters(publisher="the delta courier"), hidden=[row]) == []
        assert searcher.score({"anda": 1.0}, [hit.passage]) == {hit.passage: hit.score}


def test_what_is_kept_holds_until_the_next_write(index: Index) -> None:
    assert [speaker.name for speaker in index.speakers()] == ["Ilse Brandt"]
    index.remove(SAID.id)
    assert index.speakers() == ()
    index.add_documents([SAID])
    assert [speaker.name for speaker in index.speakers()] == ["Ilse Brandt"]


def test_the_value_asked_for_longest_ago_is_let_go_of() -> None:
    kept = Kept(2)
    made: list[str] = []

    def get(key: str) -> None:
        kept.get(key, lambda: made.append(key))

    for key in ("a", "b", "a", "c", "a", "b"):
        get(key)
    assert made == ["a", "b", "c", "b"]


def test_sixty_four_values_are_kept() -> None:
    kept = Kept()
    for key in range(64):
        kept.get(key, lambda key=key: key)  # type: ignore[misc]
    assert kept.get(0, lambda: -1) == 0
    kept.get(64, lambda: 64)
    assert kept.get(1, lambda: -1) == -1
    assert kept.get(0, lambda: -1) == 0

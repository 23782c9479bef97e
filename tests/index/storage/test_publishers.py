"""A source is known by its name, whole or in part; where several have what was typed, they are named."""

from collections.abc import Iterator

import pytest

from index import Document, Index
from index.errors import QueryError

NAMES = ("The Daily Courier", "Courier of Marenia", "Ministry of Marenia", "Port Amity Post")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("publishers") / "parley.db") as index:
        index.add_documents(
            Document(key=name, title=name, text=f"{name} says that the ferry sails.", publisher=name)
            for name in NAMES
        )
        yield index


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("The Daily Courier", "The Daily Courier"),
        ("the daily courier", "The Daily Courier"),
        ("daily", "The Daily Courier"),
        ("ministry", "Ministry of Marenia"),
        ("min mar", "Ministry of Marenia"),
        ("amity post", "Port Amity Post"),
    ],
)
def test_a_part_of_a_name_is_enough(papers: Index, typed: str, meant: str) -> None:
    answer = papers.ask("Does the ferry sail?", publisher=typed)
    shown = answer.excerpts or answer.nearest
    assert {one.document.publisher for one in shown} == {meant}


@pytest.mark.parametrize(
    ("typed", "named"), [("courier", "The Daily Courier"), ("marenia", "Ministry of Marenia")]
)
def test_several_that_have_it_are_named(papers: Index, typed: str, named: str) -> None:
    with pytest.raises(QueryError, match=named):
        papers.ask("Does the ferry sail?", publisher=typed)


@pytest.mark.parametrize("typed", ["Gazette", "ourier", "courier gazette"])
def test_nobody_is_meant_by_other_words(papers: Index, typed: str) -> None:
    with pytest.raises(QueryError, match="the sources are"):
        papers.ask("Does the ferry sail?", publisher=typed)

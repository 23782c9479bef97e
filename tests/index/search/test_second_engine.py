"""A second engine is a module, a word where the index is opened, and a line in the tests of the contract."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index import Document, Index
from index.search.engine import Engine
from tests.index.corpora import QUESTIONS, everything_told, talks
from tests.index.search.memory_engine import MemoryEngine


@pytest.fixture(params=["memory", pytest.param("cluster", marks=pytest.mark.cluster)])
def remembering(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    in_cluster = request.param == "cluster"
    engine: Engine = request.getfixturevalue("cluster_engine") if in_cluster else MemoryEngine()
    with Index.open(tmp_path / "remembering.db", engine=lambda store: engine, reader=False) as opened:
        yield opened


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "keeping.db", reader=False) as opened:
        yield opened


def signed(number: int, version: int = 1) -> Document:
    """A document about talks with an event that has a date."""
    document = talks(number, version)
    return replace(
        document, text=f"{document.text}\n\nThe accord was signed on {number + 1} May {2022 + version}."
    )


def told(index: Index) -> list[object]:
    return [everything_told(index), index.quotes(about="the accord"), index.timeline("the accord")]


def test_an_index_answers_with_the_engine_it_was_given_as_with_its_own(
    remembering: Index, keeping: Index
) -> None:
    documents = [signed(number) for number in range(12)]
    for index in (remembering, keeping):
        index.add_documents(documents)
    assert any(answer.answered for answer in map(remembering.ask, QUESTIONS))
    assert told(remembering) == told(keeping)


def test_what_is_replaced_or_removed_is_found_no_more(remembering: Index, keeping: Index) -> None:
    for index in (remembering, keeping):
        index.add_documents([signed(number) for number in range(6)])
        index.add_documents([signed(2, version=2), signed(7)])
        assert index.remove_documents([talks(1).id, talks(4).id]) == (talks(1).id, talks(4).id)
        index.optimise()
    assert told(remembering) == told(keeping)


def test_a_document_that_is_replaced_is_never_missing(tmp_path: Path) -> None:
    class Recording(MemoryEngine):
        def write(self, *given: Any, **options: Any) -> int:
            first = super().write(*given, **options)
            with self.moment() as moment:
                seen.append(moment.passages > 0)
            return first

    seen: list[bool] = []
    with Index.open(tmp_path / "recorded.db", engine=lambda store: Recording(), reader=False) as index:
        index.add_documents([talks(1)])
        index.add_documents([talks(1, version=2)])
        assert len(index.former_versions(talks(1).id)) == 1
    assert seen == [True, True]


def test_its_postings_are_its_own(remembering: Index, tmp_path: Path) -> None:
    remembering.add_documents(
        [Document("accord", "River accord", "The envoys signed the river accord in Lucerne.")]
    )
    assert remembering.ask("Where was the river accord signed?").answered
    remembering.close()
    with Index.open(tmp_path / "remembering.db", reader=False) as other:
        assert other.document(Document("accord", "", "").id) is not None
        assert not other.ask("Where was the river accord signed?").answered

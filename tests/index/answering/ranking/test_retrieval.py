"""Which of the sentences that were found are looked at in full: what each says, then what stands around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Document, Index
from index.answering.ranking.retrieval import SENTENCES
from index.requests import AskRequest

QUESTION = "Did envoys ratify the barley accord?"
FULL = "Envoys ratify the barley accord."
REST = "Rain fell. Nobody came."


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db", reader=False) as opened:
        yield opened


def looked_at(index: Index, *paragraphs: str) -> list[str]:
    """What is looked at of documents of one paragraph each."""
    index.add_documents(Document(str(number), "Note", text) for number, text in enumerate(paragraphs))
    with index.searching() as searcher:
        found = index.asker.rank(searcher, AskRequest(QUESTION)).candidates
    return [one.document.slice(one.sentence.span.start, one.sentence.span.end) for one in found]


def test_what_has_the_words_is_looked_at_before_what_stands_beside_them(index: Index) -> None:
    long = f"{FULL[:-1]} {' '.join(f'while ship {number} sailed' for number in range(60))}."
    found = looked_at(index, *[f"{FULL} {REST}"] * (SENTENCES // 2 + 1), long)
    assert len(found) == SENTENCES
    assert long in found


def test_what_stands_beside_all_of_the_words_is_looked_at_before_what_has_half_of_them(index: Index) -> None:
    half = (
        "Envoys of the eleven small towns on the northern coast ratify it.",
        "A barley and fishery treaty or accord of eleven small towns on the coast.",
    )
    beside = "Those who were there raised their glasses."
    found = looked_at(
        index,
        f"{FULL[:-1]}: envoys ratify the barley accord. {beside}",
        *[half[number % 2] for number in range(SENTENCES + 4)],
    )
    assert len(found) == SENTENCES
    assert beside in found


def test_what_has_half_of_the_words_is_looked_at_before_what_stands_beside_half_of_them(index: Index) -> None:
    half = "Envoys ratify it."
    found = looked_at(index, f"Sale: {half}", *[f"A barley accord. {REST}"] * (SENTENCES // 2 + 2))
    assert len(found) == SENTENCES
    assert f"Sale: {half}" in found

"""What is called by letters and a number is not answered by another of the same letters, in a table or in a sentence."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Document, Index
from tests.index.openings import Openings

TABLE = """\
| Date | Convoy | Trucks | Cargo |
| --- | --- | --- | --- |
| 12 January 2025 | UN-7 | 18 | flour |
| 19 January 2025 | UN-8 | 22 | fuel |
| 2 February 2025 | UN-9 | 12 | tents |
"""
REPORT = """\
Norland received six F-16 jets and two S-300 batteries on 3 March 2025.

The mission's convoy UN-7 reached Ostvale, and so did UN-8. Drivers of convoy UN-31 refused to cross the pass."""


@pytest.fixture(scope="module")
def convoys(shared_openings: Openings) -> Iterator[Index]:
    with shared_openings.open() as index:
        index.add_documents(
            [
                Document(key="table", title="Convoys of the winter", text=TABLE, published=date(2025, 2, 9)),
                Document(key="report", title="Jets for Norland", text=REPORT, published=date(2025, 3, 4)),
            ]
        )
        yield index


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was the cargo of convoy UN-9?", "tents"),
        ("How many F-16 jets did Norland receive?", "six F-16"),
        ("Which convoy reached Ostvale with UN-8?", "UN-7"),
        ("Who refused to cross the pass with UN-31?", "UN-31"),
    ],
)
def test_the_one_that_is_named_is_told_of(convoys: Index, question: str, words: str) -> None:
    assert words in convoys.ask(question).excerpts[0].text


@pytest.mark.parametrize(
    "question",
    [
        "How many trucks did convoy UN-12 have?",
        "What was the cargo of convoy UN-19?",
        "Where did convoy UN-18 go?",
        "How many F-35 jets did Norland receive?",
        "Who drove convoy UN-22?",
        "How many S-400 batteries did Norland receive?",
    ],
)
def test_another_one_is_no_answer(convoys: Index, question: str) -> None:
    assert not convoys.ask(question).answered

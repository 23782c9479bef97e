"""Places that people name by an outline, "I B 1", the one article of an act, and a number that the preamble has as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Index

FRAMEWORK = """FRAMEWORK FOR THE VALLEY OF ITHRA

I. SECURITY

A. Ceasefire

1. The guns fall silent on 3 May 2031.

2. Observers are sent to the line.

B. Withdrawal

1. The forces withdraw by 10 May 2031.

2. Mines are cleared by the engineers.

II. RETURN

A. Families

1. Families go back by June.

B. Houses

1. Houses are repaired by the fund.
"""
ACCORD = """# Accord of Hale

## Sole Article

The port of Hale is open to the ships of both sides. Dues are shared.

Done at Hale on 3 May 2031.
"""
RESOLUTION = """Resolution 77 on the strait

The Council,

1. Recalling its decision of May,

2. Noting the report of the envoy,

1. Decides to send a mission to Ilm;

2. Asks the chair to report within ten days.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index of the three."""
    folder: Path = tmp_path_factory.mktemp("outlines")
    for name, text in (("framework.txt", FRAMEWORK), ("accord.md", ACCORD), ("resolution.txt", RESOLUTION)):
        (folder / name).write_text(text, encoding="utf-8")
    with Index.open(folder / "parley.db", reader=False) as index:
        assert index.add([folder]).count("added") == 3
        yield index


@pytest.mark.parametrize(
    ("question", "place", "beginning"),
    [
        ("What does I B 1 of the framework say?", "Section I, section B(1)", "1. The forces withdraw"),
        ("What does paragraph II.B.1 of the framework say?", "Section II, section B(1)", "1. Houses"),
        ("What does section I.A of the framework say?", "Section I, section A", "A. Ceasefire"),
        ("What does I-A-2 of the framework for Ithra say?", "Section I, section A(2)", "2. Observers"),
        ("What does the sole article of the Accord of Hale say?", "Sole article", "Sole Article"),
        ("What does the single article of the accord say?", "Sole article", "Sole Article"),
        ("Who may use the port of Hale?", "Sole article", "The port of Hale is open"),
        ("What does paragraph 2 of Resolution 77 say?", "operative paragraph 2", "2. Asks the chair"),
        ("What does recital 2 of Resolution 77 say?", "recital 2", "2. Noting the report"),
        ("What does preamble paragraph 1 of Resolution 77 say?", "recital 1", "1. Recalling"),
    ],
)
def test_the_place_is_shown(index: Index, question: str, place: str, beginning: str) -> None:
    answer = index.ask(question)
    shown = next(iter(answer.excerpts), None)
    assert shown is not None and (shown.place, shown.text[: len(beginning)]) == (place, beginning)


@pytest.mark.parametrize("question", ["Did Charles I accept the terms?", "What did the class I A team say?"])
def test_a_king_and_a_team_are_no_outline(index: Index, question: str) -> None:
    assert not index.ask(question).answered

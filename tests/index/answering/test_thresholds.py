"""How sure an answer must be is the host's to say, and an answer that may not be strong never is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Index
from index.answering.thresholds import PARTIAL, STRONG, Thresholds
from index.model import Strength
from index.requests import AskRequest

TEXT = "Envoys of Norland and Sudland met in Port Alba on Monday. They shook hands. The bridge at Lomar was closed."
QUESTION = "Where did the envoys of Norland meet?"
ANOTHER = "Where did the envoys of Ostvale meet?"


def test_they_are_parleys_own_where_none_are_set() -> None:
    assert Thresholds() == Thresholds(PARTIAL, STRONG)


def test_the_same_confidence_is_more_or_less_by_the_thresholds(tmp_path: Path) -> None:
    found: list[tuple[float, Strength, bool]] = []
    for thresholds in (Thresholds(0.01, 0.02), Thresholds(0.01, 1.0), Thresholds(1.0, 1.0)):
        with Index.open(tmp_path / "parley.db", thresholds=thresholds) as index:
            index.add_documents([Document(key="a", title="Harbour talks", text=TEXT)])
            answer = index.ask(QUESTION)
            found.append((answer.confidence, answer.strength, answer.answered))
    assert len({confidence for confidence, _, _ in found}) == 1
    assert [strength for _, strength, _ in found] == ["strong", "partial", "weak"]
    assert [answered for *_, answered in found] == [True, True, False]


def test_what_speaks_of_another_stays_below_however_low_they_are(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db", thresholds=Thresholds(0.01, 0.01)) as index:
        index.add_documents([Document(key="a", title="Harbour talks", text=TEXT)])
        answer = index.ask(ANOTHER)
    assert (answer.answered, answer.confidence, answer.most) == (False, 0.0, "weak")


def test_why_not_names_the_thresholds_that_are_set(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db", thresholds=Thresholds(0.98, 0.99)) as index:
        index.add_documents([Document(key="a", title="Harbour talks", text=TEXT)])
        assert "an answer needs 98%" in index.explain(AskRequest(QUESTION)).failed


@pytest.mark.parametrize(("most", "below"), [("strong", 2.0), ("partial", 0.6), ("weak", 0.3)])
def test_it_stays_below_what_it_may_not_come_up_to(most: Strength, below: float) -> None:
    assert Thresholds(0.3, 0.6).held(0.97, most) < below
    assert Thresholds(0.3, 0.6).held(0.1, most) == 0.1


@given(
    st.floats(0, 1),
    st.floats(0.01, 1),
    st.floats(0.01, 1),
    st.sampled_from(["strong", "partial", "weak"]),
)
def test_a_strength_is_never_more_than_the_most(
    value: float, one: float, other: float, most: Strength
) -> None:
    thresholds = Thresholds(min(one, other), max(one, other))
    order = ("weak", "partial", "strong")
    held = thresholds.held(value, most)
    assert 0 <= held <= value
    assert order.index(thresholds.strength(held)) <= order.index(most)

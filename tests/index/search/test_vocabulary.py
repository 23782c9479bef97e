"""A slip of the keyboard finds the term that was meant."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Index
from index.search.vocabulary import edits, nearest_among


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("barley", "barley", 0),
        ("barley", "barly", 1),
        ("barley", "bareley", 1),
        ("barley", "balrey", 1),
        ("ab", "abcd", 2),
        ("barley", "brlaey", 2),
        ("barley", "yelrab", 3),
        ("a" * 5_000, "a" * 4_999 + "b", 1),
    ],
)
def test_edits(one: str, other: str, distance: int) -> None:
    assert edits(one, other, 2) == distance


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_edits_are_the_same_both_ways_and_stop_past_the_bound(one: str, other: str) -> None:
    assert edits(one, other, 9) == edits(other, one, 9)
    assert edits(one, other, 1) == min(edits(one, other, 9), 2)


@pytest.mark.parametrize("typed", ["Kestrlson", "Kestrelsson", "Kestrleson"])
def test_a_misspelt_name_is_answered(tmp_path: Path, typed: str) -> None:
    text = "The envoy Kestrelson arrived in Lomar. Rain fell on the harbour all week."
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Arrival", text=text)])
        answer = index.ask(f"Where did {typed} arrive?")
    assert answer.answered
    assert answer.excerpts[0].text.startswith("The envoy Kestrelson arrived in Lomar.")


COUNTED = [
    ("barley", 3),
    ("barrel", 2),
    ("barleys", 3),
    ("kestrelson", 1),
    ("kestrel", 9),
    ("ba", 1),
    ("oat", 1),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("barly", "barley"),
        ("barl", None),
        ("braley", None),
        ("barely", "barley"),
        ("batley", "barley"),
        ("bartel", "barrel"),
        ("barle", "barley"),
        ("barlyes", "barleys"),
        ("barlxyes", "barleys"),
        ("barlxes", None),
        ("bxrleys", None),
        ("barlees", "barleys"),
        ("barrlle", None),
        ("kestxlxon", None),
        ("kestrlsn", "kestrelson"),
        ("kestrls", None),
        ("kestrxlxson", "kestrelson"),
        ("kestr3lson", None),
        ("zestrelson", None),
    ],
)
def test_the_term_that_was_meant(typed: str, meant: str | None) -> None:
    assert nearest_among(typed, COUNTED) == meant


def test_of_terms_as_near_the_one_that_more_passages_hold_is_meant() -> None:
    assert nearest_among("barlex", [("barley", 1), ("barlen", 2), ("barlea", 2), ("barl", 9)]) == "barlea"

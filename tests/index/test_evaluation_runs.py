"""A change is held against what was before it: what it gains and loses, and whether that is chance."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Index
from index.errors import MalformedSource
from index.evaluation import LabelledQuestion, evaluate
from index.evaluation_runs import Marked, RunComparison, compare, outcome_lines, read_marked


def run(*right: bool, unanswerable: int = 0) -> dict[str, Marked]:
    return {str(n): Marked(f"question {n}", n >= unanswerable, value, value) for n, value in enumerate(right)}


def test_a_change_after_which_less_is_right_loses() -> None:
    found = compare(run(True, True, False), run(True, False, False))
    assert found.loses
    assert (found.gained, found.lost) == ((), ("question 1",))
    assert not compare(run(True, False), run(True, False)).loses
    assert not compare(run(True, False), run(True, True)).loses


def test_the_few_that_are_not_answerable_count_as_much_as_the_many_that_are() -> None:
    before = run(True, False, False, False, False, unanswerable=1)
    found = compare(before, run(False, True, True, False, False, unanswerable=1))
    assert found.balanced == (0.5, 0.25)
    assert found.loses


def test_chance_is_that_of_the_sign_test() -> None:
    def chance(gained: int, lost: int) -> float:
        return RunComparison(9, 9, (0, 0), (0, 0), (0, 0), ("",) * gained, ("",) * lost).chance

    assert chance(0, 0) == 1.0
    assert chance(5, 0) == pytest.approx(2 / 32)
    assert chance(6, 1) == pytest.approx(2 * 8 / 128)
    assert chance(3, 3) == 1.0


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.integers(0, 30))
def test_a_run_compared_with_itself_neither_gains_nor_loses(right: list[bool], unanswerable: int) -> None:
    found = compare(run(*right, unanswerable=unanswerable), run(*right, unanswerable=unanswerable))
    assert not found.loses
    assert (found.gained, found.lost, found.chance) == ((), (), 1.0)


def test_outcomes_are_read_as_they_were_written(tmp_path: Path) -> None:
    asked = [
        LabelledQuestion("1", "Who signed the barley accord?", {}, ("Anna Vale",), True, False),
        LabelledQuestion("2", "Who signed the herring accord in Helvetia?", {}, (), False, False),
    ]
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Report", text="Anna Vale signed the barley accord.")])
        outcomes = evaluate(index, asked, {})
    (tmp_path / "kept.jsonl").write_text("\n".join(outcome_lines(outcomes)), encoding="utf-8")
    first, second = read_marked(tmp_path / "kept.jsonl").values()
    assert first == Marked(asked[0].question, True, right=True, found=True)
    assert second == Marked(asked[1].question, False, right=True, found=False)


@pytest.mark.parametrize(
    "text",
    ["", "no json", "[]", json.dumps({"id": "1"}), json.dumps({"id": 1, "question": "x"}), "[" * 100_000],
)
def test_what_is_no_file_of_outcomes_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "kept.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(MalformedSource, match=r"kept\.jsonl.*--outcomes"):
        read_marked(tmp_path / "kept.jsonl")


def test_runs_of_two_sets_are_not_compared() -> None:
    with pytest.raises(MalformedSource, match="no question in common"):
        compare(run(True), {"other": Marked("other", True, True, True)})

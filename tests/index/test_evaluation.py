"""Question sets are asked, and the figures say what came back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Index
from index.errors import MalformedSource, SourceNotFound
from index.evaluation import (
    add_records,
    area_under_curve,
    evaluate,
    read_questions,
    record_ids,
    report_lines,
    scores,
)

RECORDS = [
    {
        "id": "harbour",
        "title": "Harbour talks",
        "text": "Envoys of Norland and Sudland met in Port Alba on Monday. They shook hands.",
    },
    {
        "id": "grain",
        "title": "Grain",
        "text": "Norland will export 300 tonnes of barley under the accord. Sudland pays in silver.",
    },
    {"id": "bridge", "title": "Bridge", "text": "The old bridge at Lomar was closed because the river rose."},
]
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "1",
        "question": "Where did the envoys of Norland and Sudland meet?",
        "passage_ids": ["harbour"],
        "answers": ["Port Alba"],
        "answerable": True,
    },
    {
        "id": "2",
        "question": "How many tonnes of barley will Norland export?",
        "grades": {"grain": 2, "harbour": 1},
        "answers": ["300"],
        "answerable": True,
    },
    {"id": "3", "question": "Who composed the opera about dolphins?", "answerable": False},
    {"id": "4", "question": "Nobody knows whether this can be answered", "answerable": None},
]


def write_lines(path: Path, records: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_set_is_asked_and_scored(tmp_path: Path) -> None:
    asked = read_questions(write_lines(tmp_path / "questions.jsonl", QUESTIONS))
    assert [question.id for question in asked] == ["1", "2", "3"]
    with Index.open(tmp_path / "parley.db") as index:
        ids = add_records(index, write_lines(tmp_path / "records.jsonl", RECORDS))
        assert set(ids) == {"harbour", "grain", "bridge"}
        told: list[str] = []
        outcomes = evaluate(index, asked, ids, lambda outcome: told.append(outcome.question.id))
        assert record_ids(index)["grain"] == ids["grain"]
    found = scores(outcomes)
    assert told == ["1", "2", "3"]
    assert (found.questions, found.answerable) == (3, 2)
    assert found.hit_1 == found.hit_3 == found.hit_10 == found.mrr_10 == 1.0
    assert found.answer_in_first == found.answer_in_shown == 1.0
    assert found.auroc == 1.0
    assert found.ndcg_10 is not None
    assert 0.8 < found.ndcg_10 <= 1.0
    assert found.abstained_of_unanswerable == 1.0


def test_the_report_sets_each_miss_beside_what_was_expected(tmp_path: Path) -> None:
    wrong = [
        {**QUESTIONS[0], "answers": ["Port Omega"]},
        {**QUESTIONS[0], "id": "5", "answerable": False, "answers": []},
    ]
    with Index.open(tmp_path / "parley.db") as index:
        ids = add_records(index, write_lines(tmp_path / "records.jsonl", RECORDS))
        outcomes = evaluate(index, read_questions(write_lines(tmp_path / "questions.jsonl", wrong)), ids)
    report = "\n".join(report_lines(outcomes))
    assert report.startswith("# 2 misses of 2 questions")
    assert "expected: Port Omega" in report
    assert "expected: no answer" in report
    assert "Port Alba" in report


def test_a_missing_set_is_named() -> None:
    with pytest.raises(SourceNotFound, match=r"nowhere\.jsonl"):
        read_questions(Path("nowhere.jsonl"))


@pytest.mark.parametrize("line", ["{", "[]", '{"answerable": true}', '{"question": 3, "answerable": true}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"question": "Who?", "answerable": false}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(MalformedSource, match="line 2"):
        read_questions(path)


def test_a_set_without_answerable_questions_has_no_shares(tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        found = scores(evaluate(index, read_questions(write_lines(tmp_path / "q.jsonl", QUESTIONS[2:])), {}))
    assert found.hit_1 is None
    assert found.auroc is None
    assert found.abstained_of_unanswerable == 1.0


def test_area_under_curve_counts_ties_half() -> None:
    assert area_under_curve([1.0, 1.0], [0.0]) == 1.0
    assert area_under_curve([0.5], [0.5]) == 0.5
    assert area_under_curve([], [0.5]) is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20), st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_area_under_curve_is_the_share_of_ordered_pairs(
    positives: list[float], negatives: list[float]
) -> None:
    pairs = [(p > n) + 0.5 * (p == n) for p in positives for n in negatives]
    assert area_under_curve(positives, negatives) == pytest.approx(sum(pairs) / len(pairs))


def test_a_follow_up_is_asked_with_the_questions_before_it(tmp_path: Path) -> None:
    follow_up: dict[str, object] = {
        "id": "5",
        "question": "and how does Sudland pay?",
        "previous": ["How many tonnes of barley will Norland export?"],
        "passage_ids": ["grain"],
        "answers": ["in silver"],
        "answerable": True,
    }
    with Index.open(tmp_path / "parley.db") as index:
        ids = add_records(index, write_lines(tmp_path / "records.jsonl", RECORDS))
        (outcome,) = evaluate(index, read_questions(write_lines(tmp_path / "q.jsonl", [follow_up])), ids)
    assert outcome.in_shown
    assert outcome.answer.understood is not None
    broken = write_lines(tmp_path / "broken.jsonl", [{**follow_up, "previous": "no list"}])
    with pytest.raises(MalformedSource, match="`previous` is not a list"):
        read_questions(broken)


def test_a_place_is_asked_for_as_by_the_bot(tmp_path: Path) -> None:
    treaty: dict[str, object] = {
        "id": "treaty",
        "title": "Treaty of Lomar",
        "text": "Article 1\nThe parties shall keep the peace.\n\nArticle 2\nThe bridge shall be open to both parties.\n",
    }
    question: dict[str, object] = {
        "id": "6",
        "question": "What does Article 2 of the Treaty of Lomar say?",
        "passage_ids": ["treaty"],
        "answers": ["open to both parties"],
        "answerable": True,
    }
    with Index.open(tmp_path / "parley.db") as index:
        ids = add_records(index, write_lines(tmp_path / "records.jsonl", [treaty]))
        (outcome,) = evaluate(index, read_questions(write_lines(tmp_path / "q.jsonl", [question])), ids)
        assert outcome.answer == index.ask(str(question["question"]))
    assert outcome.in_first
    assert outcome.answer.strength == "strong"

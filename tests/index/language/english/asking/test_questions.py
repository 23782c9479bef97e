"""What a question asks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.english.asking.answer_kinds import find_answer_kind
from index.language.english.asking.questions import RelatedWords, analyse_question
from index.language.tokens import Analyzer

ANALYZER = Analyzer()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who signed the accord?", "person"),
        ("When did the envoys arrive?", "date"),
        ("In what year did the siege begin?", "date"),
        ("Where were the talks held?", "place"),
        ("Which city hosted the summit?", "place"),
        ("How many ships left port?", "number"),
        ("What percentage of grain was lost?", "number"),
        ("How long will the truce last?", "duration"),
        ("Why did the talks fail?", "reason"),
        ("How was the line drawn?", "manner"),
        ("What did the minister say about grain?", "statement"),
        ("Which treaty ended the war?", "name"),
        ("What are the terms?", "other"),
    ],
)
def test_the_kind_of_thing_asked_for(question: str, kind: str) -> None:
    assert analyse_question(question, ANALYZER).kind == kind


def test_names_are_words_with_a_capital_but_not_the_first_word() -> None:
    assert analyse_question("Did Norland sign?", ANALYZER).names == {"norland"}
    assert analyse_question("Barley exports to Sudland", ANALYZER).names == {"sudland"}


def test_subject_and_verb_follow_the_auxiliary() -> None:
    asked = analyse_question("When did Anna Vale meet the envoys?", ANALYZER)
    assert asked.subject == {"anna", "vale"}
    assert asked.verb == "meet"
    assert analyse_question("when did vale meet the envoys", ANALYZER).verb == "meet"
    assert analyse_question("When did the harbour pilots lift the blockade?", ANALYZER).verb == "lift"
    assert analyse_question("Where did the talks of May 2021 take place?", ANALYZER).verb != "2021"
    assert analyse_question("barley prices", ANALYZER).verb is None


def test_words_that_only_ask_are_left_out_where_others_are_left() -> None:
    assert analyse_question("How long is the truce?", ANALYZER).terms == ("truce",)
    assert analyse_question("What happened in Lomar?", ANALYZER).terms == ("lomar",)
    assert analyse_question("What happened?", ANALYZER).terms == ("happen",)


def test_what_is_counted_stands_after_how_many() -> None:
    assert analyse_question("How many harbour pilots did Lomar hire?", ANALYZER).counted == {
        "harbour",
        "pilot",
    }
    assert analyse_question("How many were there?", ANALYZER).counted == frozenset()
    assert analyse_question("Who counted the ships?", ANALYZER).counted == frozenset()


def test_the_period_is_what_the_question_names_with_its_year() -> None:
    assert analyse_question("Who met in March 2025?", ANALYZER).period == (
        date(2025, 3, 1),
        date(2025, 3, 31),
    )
    assert analyse_question("Who met in March?", ANALYZER).period is None


def test_words_that_frame_the_question_are_its_focus() -> None:
    assert "year" in analyse_question("In what year did it end?", ANALYZER).focus
    assert "claim" in analyse_question("What does Vale claim about grain?", ANALYZER).focus


def test_related_words_hold_both_ways_and_a_host_can_add_some() -> None:
    related = RelatedWords.read(ANALYZER, "0.9 barley grain\n# a remark\n")
    assert related.of(ANALYZER.terms("truce")[0])[ANALYZER.terms("ceasefire")[0]] == 0.7
    assert related.of("grain")["barley"] == related.of("barley")["grain"] == 0.9
    assert related.of("unheard") == {}


def test_the_kind_asked_for_is_found_beside_the_question_s_own_words() -> None:
    text = "On 3 May, Anna Vale told 40 farmers that rain was due to fall."
    assert [text[start:end] for start, end, _ in find_answer_kind(text, "number", frozenset())] == ["3", "40"]
    assert "Vale" in [text[start:end] for start, end, _ in find_answer_kind(text, "person", {"anna"})]
    assert find_answer_kind(text, "other", frozenset()) == []


@given(st.text(max_size=300))
def test_any_text_is_a_question(text: str) -> None:
    asked = analyse_question(text, ANALYZER)
    assert asked.names <= set(asked.terms)
    assert asked.focus <= set(asked.terms)
    assert asked.subject <= set(asked.terms)
    assert asked.period is None or asked.period[0] <= asked.period[1]
    for start, end, sure in find_answer_kind(text, asked.kind, frozenset()):
        assert 0 <= start < end <= len(text)
        assert 0 < sure <= 1


@pytest.mark.parametrize(
    ("question", "undated"),
    [
        ("Where did Ann Vale meet Bo Sato in March 2024?", "Where did Ann Vale meet Bo Sato?"),
        ("Who signed the June 2026 memorandum?", "Who signed the memorandum?"),
        ("How many crews had left by the end of August 2023?", "How many crews had left?"),
        ("what was agreed in lomar on 4 june 2021", "what was agreed in lomar"),
        ("In October 2022, which ports were closed?", "which ports were closed?"),
        ("Who signed the accord?", "Who signed the accord?"),
    ],
)
def test_a_question_is_known_without_the_days_that_it_names(question: str, undated: str) -> None:
    assert analyse_question(question, ANALYZER).undated == undated

"""What decides whether a sentence and a date in it make an event, each rule at its bound."""

from dataclasses import replace
from datetime import date

import pytest

from index.language.dates import find_time_expressions
from index.language.english.events.judging import announces
from index.language.findings import PlacedName
from index.language.sentences import sentences
from index.timeline.dated_sentences import (
    _dates_something,
    _holds,
    by_sentence,
    dates_of,
    paragraphs_of_questions,
    says_something,
    without_participle,
)

FRIDAY = date(2025, 3, 14)
MAY_1, MAY_2, MAY_3, MAY_4 = (date(2024, 5, day) for day in range(1, 5))
(DAY,) = find_time_expressions("It rained on 2 May 2024.", FRIDAY)


@pytest.mark.parametrize(
    ("wide", "narrow", "holds"),
    [
        ((MAY_1, MAY_4), (MAY_2, MAY_3), True),
        ((MAY_1, MAY_4), (MAY_1, MAY_4), True),
        ((MAY_2, MAY_4), (MAY_1, MAY_3), False),
        ((MAY_1, MAY_3), (MAY_2, MAY_4), False),
        ((None, MAY_4), (None, MAY_4), True),
        ((None, MAY_4), (None, MAY_3), False),
        ((None, MAY_3), (None, MAY_4), False),
        ((None, MAY_4), (MAY_1, MAY_4), False),
        ((MAY_1, None), (MAY_1, None), True),
        ((MAY_1, None), (MAY_2, None), False),
        ((MAY_2, None), (MAY_1, None), False),
        ((MAY_1, MAY_4), (MAY_1, None), False),
        ((MAY_1, MAY_4), (None, MAY_4), False),
    ],
)
def test_a_date_holds_another_that_lies_in_it(
    wide: tuple[date | None, date | None], narrow: tuple[date | None, date | None], holds: bool
) -> None:
    one, other = (replace(DAY, earliest=first, latest=last) for first, last in (wide, narrow))
    assert _holds(one, other) is holds


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Envoys met in Lomar.", True),
        ("Envoys met there.", False),
        ("ENVOYS MET IN LOMAR.", False),
        ("Envoys met in Lomar", False),
        ("they met for long in Lomar,", True),
        ("they met long in Lomar,", False),
        ("Ada Bo Cy met in lomar;", True),
        ("Ada Bo Cy Dee met in;", False),
        ("Ada Bo 3 met in lomar:", True),
        ("they met for long in Lomar", False),
    ],
)
def test_what_says_something_is_a_sentence_or_an_item_of_a_list(text: str, says: bool) -> None:
    assert says_something(text) is says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The envoys met in Lomar", True),
        ("The envoys met in Lomar?", False),
        ("the envoys met in,", False),
        ("The envoys of old Lomar", False),
    ],
)
def test_where_a_message_ends_a_sentence_needs_no_stop(text: str, says: bool) -> None:
    assert says_something(text, ended=True) is says


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It rained on 2 May 2024.", True),
        ("It rained at 10:30.", False),
        ("It rained at 10:30 on 2 May 2024.", True),
        ("It rains every Monday.", False),
        ("It rained for three days.", False),
        ("It rained for the last three days.", True),
        ("It will rain in the future.", False),
    ],
)
def test_a_time_that_bounds_nothing_dates_nothing(text: str, dates: bool) -> None:
    assert any(_dates_something(text, one) for one in find_time_expressions(text, FRIDAY)) is dates


def test_dates_stand_in_the_sentences_that_hold_them() -> None:
    text = "It rained on 2 May 2024. Nobody came. On 3 May 2024 and 4 May 2024 it did not."
    spans = sentences(text)
    found = by_sentence(text, find_time_expressions(text, FRIDAY), spans)
    assert [[one.earliest for one in dates] for dates in found] == [[MAY_2], [], [MAY_3, MAY_4]]
    assert by_sentence(text, find_time_expressions(text, FRIDAY), spans[:1]) == found[:1]
    assert by_sentence(text, find_time_expressions(text, FRIDAY), spans[2:]) == found[2:]


def test_of_dates_that_hold_one_another_the_finest_stays() -> None:
    text = "In May 2024, on 2 May 2024, and in 2025 it rained."
    found = find_time_expressions(text, FRIDAY)
    clause_of = {one.start: (0, len(text)) for one in found}
    assert [(one.earliest, one.granularity) for one in dates_of(found, clause_of)] == [
        (MAY_2, "day"),
        (date(2025, 1, 1), "year"),
    ]


def test_a_paragraph_that_begins_with_a_reporters_question_is_his() -> None:
    text = "QUESTION: Why? And when?\n\nMS. LIND: On Monday.\n\nQ Where?\n\nIn Lomar."
    assert paragraphs_of_questions(text, sentences(text)) == {1, 3}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("They plan talks in Lomar.", True),
        ("If it rains, they plan talks.", False),
        ("They may plan talks.", False),
        ("They can only plan talks.", False),
        ("They can announce talks.", True),
        ("They deny reports of talks.", False),
        ("They deny nobody talks that they plan.", False),
        ("They dismiss a man and plan talks.", True),
        ("They plan no talks.", False),
        ("They never plan talks.", False),
        ("They plan not only talks.", True),
        ("They plan talks, whether or not it rains.", False),
        ("They plan talks in May.", True),
    ],
)
def test_a_plan_stands_where_no_word_takes_it_back(text: str, stands: bool) -> None:
    assert announces(text) is stands


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("US-brokered", "US"),
        ("US", "US"),
        ("Lomar-led", "Lomar"),
        ("-led", "-led"),
        ("Sudria-Norland", "Sudria-Norland"),
    ],
)
def test_a_participle_is_no_part_of_a_name(name: str, bare: str) -> None:
    assert without_participle(PlacedName(name, 7)) == PlacedName(bare, 7)

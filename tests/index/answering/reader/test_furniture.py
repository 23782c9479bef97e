"""What stands beside the text is no answer; what a table, a list or a sentence says may be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.reader.furniture import body
from tests.growth.measuring import too_steep
from tests.growth.shapes import Shape


@pytest.mark.parametrize(
    ("sentence", "dateline"),
    [
        ("LUCERNE, 26 May (Agency) - The two sides met.", "LUCERNE, 26 May (Agency) - "),
        ("GENEVA (AP) — The talks ended.", "GENEVA (AP) — "),
        ("MOSCOW, March 5 -- The envoy left.", "MOSCOW, March 5 -- "),
        ("Geneva (Reuters) - The talks ended.", "Geneva (Reuters) - "),
        ("UNITED NATIONS – The council met.", "UNITED NATIONS – "),
    ],
)
def test_an_answer_stands_past_the_dateline(sentence: str, dateline: str) -> None:
    assert body(sentence, alone=False) == (len(dateline), len(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "LUCERNE, 26 May (Agency) -",
        "By Ann Vale",
        "By Ann Vale and Bo Sato, The Daily Courier",
        "Reporting by Ann Vale; editing by Bo Sato",
        "https://example.org/talks/2025",
        "Read more: https://example.org/talks",
        "press@example.org",
        "Mail: <press@example.org>.",
        "(https://example.org/talks)",
    ],
)
def test_what_is_nothing_but_furniture_holds_no_answer(sentence: str) -> None:
    assert body(sentence, alone=False) is None


def test_a_heading_is_one_only_where_it_stands_alone() -> None:
    heading = "Envoys agree on a second round of talks"
    assert body(heading, alone=True) is None
    assert body(heading, alone=False) == (0, len(heading))


@pytest.mark.parametrize(
    "sentence",
    [
        "Deadline: 12 August",
        "Envoy | Ann Vale | Marenia",
        "Second round, 14 May 2025, Geneva",
        "By Friday the sides had agreed on a text.",
        "By Christmas the envoy, who had led every round of the talks since they began in spring, was back in Oslo",
        "Vale — who led the talks — left on Friday.",
        "The minister said so on https://example.org in the evening.",
        "Ask @ann.",
        "It is ann@home.",
        "The talks ended.",
    ],
)
def test_what_may_answer_is_read_whole(sentence: str) -> None:
    assert body(sentence, alone=True) == (0, len(sentence))


@given(st.text(max_size=300), st.booleans())
def test_a_body_lies_in_its_sentence(sentence: str, alone: bool) -> None:
    inside = body(sentence, alone)
    assert inside is None or 0 <= inside[0] < inside[1] == len(sentence)


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("unit", [",", '"', "\u00ad", "a@", "@.", "a", "www"])
def test_a_run_of_marks_takes_no_longer_than_its_length(unit: str, alone: bool) -> None:
    assert too_steep(lambda text: lambda: body(text, alone), Shape(unit), shortest=2**12) is None

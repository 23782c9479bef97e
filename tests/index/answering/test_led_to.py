"""What a heading of several sentences, or a line that ends with a colon, is shown with."""

import pytest

from index.answering import answers
from index.answering.ranking.judging import Judgement
from index.language.english.going_on import refers_back
from index.language.sentences import sentences
from index.model import Part
from tests.index.answering.candidates import candidates_of, matcher_of

MATCHER = matcher_of("Who met whom?")


def shown(text: str, number: int = 0, structure: tuple[Part, ...] = ()) -> str:
    candidate = candidates_of(text, MATCHER, structure=structure)[number].judged(Judgement(10.0))
    return text[slice(*answers.excerpt_span(candidate, dict(enumerate(sentences(text))), {}, refers_back))]


HEADED = "Port Amity. Late at night. Vale met Sato. Rain fell."


@pytest.mark.parametrize(
    ("heading", "end", "expected"),
    [
        (26, len(HEADED), "Vale met Sato."),
        (11, len(HEADED), "Late at night."),
        (27, len(HEADED), "Vale met Sato."),
        (28, len(HEADED), "Rain fell."),
    ],
)
def test_for_a_heading_what_stands_under_all_of_it_is_shown(heading: int, end: int, expected: str) -> None:
    assert shown(HEADED, 0, (Part("entry", 0, end, "10:30"), Part("heading", 0, heading))) == expected


def items(*lengths: int) -> str:
    return "\n\n".join(f"- {'a' * (length - 1)}." for length in lengths)


@pytest.mark.parametrize(
    ("lengths", "count"),
    [((20,), 1), ((20, 20), 2), ((340, 20), 2), ((360, 20), 0), ((20, 360, 20), 1), ((300, 300, 300), 2)],
)
def test_a_line_that_ends_with_a_colon_leads_to_the_items_behind_it(
    lengths: tuple[int, ...], count: int
) -> None:
    text = f"The sides agreed:\n\n{items(*lengths)}"
    assert shown(text).count("\n\n") == count


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Boats leave.\n\nThey also agreed:\n\nNets stay.", "The sides agreed:\n\nBoats leave."),
        ("They also agreed:\n\nNets stay.", "The sides agreed:"),
        ("***\n\nNets stay.", "The sides agreed:"),
    ],
)
def test_it_leads_no_further_than_the_next_such_line(behind: str, expected: str) -> None:
    assert shown(f"The sides agreed:\n\n{behind}") == expected

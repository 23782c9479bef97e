"""Words that the text says are not those of whom it names beside them are given to nobody."""

import pytest

from index.quotations.finding import find_quotations

NOBODYS = (
    "Brook was misquoted as saying that the school is closed.",
    "Brook was quoted out of context as saying that the school is closed.",
    "Brook denied ever telling Marsh that the port is closed.",
    "Brook would not be drawn into saying that the port is closed.",
    "Brook all but said that the port is closed.",
    "Brook repeated Marsh's lie that the port is closed.",
    '"The army fled the city" was never said by Brook.',
    '"The army fled the city," Brook did not say.',
    '"The truce is dead and buried," Lind quoted Marsh as saying.',
    "A man impersonating Owen Marsh said that the bank is bust.",
    'The actor playing Anna Lind said: "The mill is sold to nobody."',
    "Unlike Brook, who says the port is closed, Marsh is calm.",
    'President Lind was asked by **Owen Marsh**: "Is the truce dead or alive?"',
    '**Owen Marsh on President Lind:** "She sold the mill to nobody."',
    '**Owen Marsh** to President Lind: "You sold the mill to nobody."',
    'What President Lind never said\n\n- "The truce is dead and buried."',
    'Fake quotes of President Lind:\n\n- "The truce is dead and buried."',
)
SOMEBODYS = (
    ('**Special Envoy Ida Brook:** "We will not leave the bridge."', "Ida Brook"),
    ('Ambassador to Norland Ida Brook: "We will not leave the bridge."', "Ida Brook"),
    ('Brook did not say when the port opens. "It is not ready for anybody," she said.', "Brook"),
    ("Brook, unlike Lind, said the port is closed to all ships.", "Brook"),
    ('"The port is closed to all ships," Brook said, and did not say why.', "Brook"),
    ("Brook was asked about the port and said that it is closed to all ships.", "Brook"),
)


@pytest.mark.parametrize("text", NOBODYS)
def test_words_that_are_not_his_are_nobodys(text: str) -> None:
    assert [item.speaker for item in find_quotations(text) if item.stance == "says"] == []


@pytest.mark.parametrize(("text", "speaker"), SOMEBODYS)
def test_words_beside_which_something_else_is_said_are_his(text: str, speaker: str) -> None:
    assert speaker in [item.speaker for item in find_quotations(text) if item.stance == "says"]

"""What is said to be polite answers nothing; the words of thanks that tell something are kept."""

import pytest

from index.language.english.speech.courtesies import asks_for_courtesy, is_courtesy
from index.language.furniture import is_signature


@pytest.mark.parametrize(
    "sentence",
    [
        "PRIME MINISTER ARDEN: Thank you so much, Madam Vice President.",
        "PRESIDENT FALK: Mr. President, it’s good to see you again.",
        "Q Thanks, Karin.",
        "Thank you for making the effort to come over.",
        "Thank you for the question.",
        "Well, good morning, folks.",
        "It’s an honor to be here.",
        "Welcome back, everyone.",
        "You’re welcome.",
        "SENIOR OFFICIAL: Thanks for joining us.",
        "Please.",
        "Thank you, that is all for today.",
        "That’s it. Thank you very much.",
        "With that, questions.",
        "I’ll take your questions.",
        "Yes, in the back.",
        "Go ahead, please.",
    ],
)
def test_what_only_greets_or_thanks_is_a_courtesy(sentence: str) -> None:
    assert is_courtesy(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you for opening the harbour to the grain ships.",
        "I want to thank the mayor for the shelters.",
        "I welcome the announcement of a truce in Tolva.",
        "Norland thanked Sudria for the ferry.",
        "Thanks to the mediators, the truce held.",
        "Thank you, and we will sign the treaty on Monday because winter comes.",
        "It was good to see progress on the tolls.",
        "Good offices were given by Norland.",
        "That is all we know about the source.",
        "Yes, in the back room they signed it.",
        "Next question of the treaty is the toll.",
        "Let me take your questions to the minister, who signed it.",
        "Please sign the treaty.",
        "THE PRESIDENT: We have a deal.",
        "Thank you for what you did about the quay, which took " + "a very long time and " * 5 + "more.",
    ],
)
def test_what_tells_something_is_none(sentence: str) -> None:
    assert not is_courtesy(sentence)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What did Falk thank Arden for?", True),
        ("who welcomed the envoys", True),
        ("What did Falk tell Arden?", False),
    ],
)
def test_who_thanked_whom_may_be_asked(question: str, asks: bool) -> None:
    assert asks_for_courtesy(question) is asks


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("THE WHITE HOUSE, December 22, 2023.", True),
        ("THE WHITE HOUSE,\n    April 6, 2022.", True),
        ("THE CHANCERY, 6 April 2022", True),
        ("The White House, April 6, 2022, signed it.", False),
        ("THE TREATY WAS SIGNED ON April 6, 2022.", False),
        ("DEADLINE: April 6, 2022.", False),
    ],
)
def test_an_institution_and_a_day_sign_a_paper(line: str, signs: bool) -> None:
    assert is_signature(line) is signs

"""What leans on the question before, what stands by itself, and as what a follow-up is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.english.asking.follow_ups import MOST_CARRIED, content_words, follow_up, leans

LED = "Who led the delegation of Marenia in the talks on the transit protocol?"
PROPOSED = "What did Ilse Brandt propose about the salt duties?"


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (PROPOSED, "why?", "why did Ilse Brandt propose about the salt duties?"),
        (PROPOSED, "what did she reply?", "what did Ilse Brandt reply about salt duties?"),
        (PROPOSED, "what was her demand?", "what was Ilse Brandt's demand about salt duties?"),
        (PROPOSED, "how high are they?", "how high are they about Ilse Brandt, salt duties?"),
        (
            "When did Marenia sign the transit protocol?",
            "what about Tolva?",
            "When did Tolva sign the transit protocol?",
        ),
        (
            "What was agreed in Marenia on the ferry?",
            "And in Lucerne?",
            "What was agreed in Lucerne on the ferry?",
        ),
        ("Which duties did Tolva lift?", "and when?", "when did Tolva lift duties?"),
        ("When did Lind meet Falk?", "where did they meet?", "where did Lind and Falk meet?"),
        ("What did Norland do about the quay?", "and the US?", "What did US do about the quay?"),
        (
            "What does the Norland memorandum direct the Treasury to do?",
            "and the Harbour Board?",
            "What does the Norland memorandum direct the Harbour Board to do?",
        ),
        (
            "What did the Norland delegation demand from Tolva?",
            "and Marenia?",
            "What did the Marenia delegation demand from Tolva?",
        ),
        (
            "What did Lind tell Falk?",
            "did he bring up Tamm?",
            "did he bring up Tamm about Lind, Falk?",
        ),
        (
            "What did Lind ask of Falk when she met Tamm?",
            "and of Brandt?",
            "What did Lind ask of Brandt when she met Tamm?",
        ),
        ("What did Lind say about the quay?", "and on the tolls?", "What did Lind say about the tolls?"),
        ("What did Lind say about the quay?", "and to Falk?", "What did Lind say about the quay to Falk?"),
        (
            "When did the truce in Marenia begin?",
            "and until when was it extended?",
            "until when was it extended about truce, Marenia?",
        ),
        (
            "How much do the loans to Tolva amount to?",
            "who pays them back?",
            "who pays them back about loans, Tolva?",
        ),
        ("How long was Lind held in Tolva?", "where?", "where was Lind held in Tolva?"),
        (
            "How far must Tolva withdraw its boats?",
            "And by when?",
            "by when must Tolva withdraw its boats?",
        ),
        ("How much shall Tolva pay?", "within how long?", "within how long shall Tolva pay?"),
        ("What did the millers offer?", "did they accept?", "did they accept about millers offer?"),
        ("What do the dockers want?", "did they get it?", "did they get it about dockers want?"),
        (
            "What did Lind say about the quay?",
            "and the other side?",
            "What did the other side say about the quay?",
        ),
        (
            "What did Lind say about the quay?",
            "what about the others",
            "What did the other side say about the quay?",
        ),
        ("Who is the envoy of Marenia?", "what did he say instead", "what did he say about envoy, Marenia?"),
        (
            "Did Tolva leave the treaty?",
            "how did Norland react?",
            "how did Norland react about Tolva, treaty?",
        ),
        (
            "When did the news of May 2025 arrive?",
            "did it reach Norland?",
            "did it reach Norland about news, May, 2025?",
        ),
        (
            LED,
            "how many ministers came?",
            "how many ministers came about delegation, Marenia, talks, transit protocol?",
        ),
        (
            LED,
            "But did Tolva accept?",
            "did Tolva accept about delegation, Marenia, talks, transit protocol?",
        ),
        (LED, "who signed?", "who signed about delegation, Marenia, talks, transit protocol?"),
    ],
)
def test_a_follow_up_is_understood_beside_the_question_before(
    before: str, question: str, understood: str
) -> None:
    found = follow_up(question, (before,))
    assert found is not None
    assert found.text == understood


@pytest.mark.parametrize(
    "question",
    [
        "When did Tolva lift the salt duties?",
        "What is a ceasefire?",
        "Is it true that the port of Amity was closed?",
        "Why did the mediators say they would leave?",
        "Who is Ilse Brandt?",
        "And what did Norway demand at the grain talks?",
        "What did the fishermen demand?",
        "Which proposal did the envoy say that the council refused?",
        "When will the corridor open?",
        "Why was the port closed?",
        "How long did the blockade last?",
        "when do schools reopen",
        "Where was the hospital built?",
        "latest on the transit protocol",
        "hello bot",
        "thanks",
        "are you human?",
    ],
)
def test_a_question_that_names_enough_stands_by_itself(question: str) -> None:
    assert not leans(question)
    assert follow_up(question, (LED,)) is None


@pytest.mark.parametrize(
    "question",
    [
        "Why did the talks?",
        "Why did the talks fail?",
        "how long did the meeting last?",
        "When will they meet again?",
        "When will it open?",
        "why was it closed?",
        "how many ministers came?",
        "when do the sides meet?",
        "Where were they?",
        "when will the corridor?",
    ],
)
def test_a_question_that_speaks_of_what_was_named_before_leans(question: str) -> None:
    assert leans(question)


def test_a_follow_up_to_nothing_stays_as_it_is() -> None:
    assert follow_up("and when?", ()) is None
    assert follow_up("and when?", ("why?",)) is None


def test_only_so_many_words_are_carried_over() -> None:
    before = "What of " + " ".join(f"word{number}," for number in range(40))
    found = follow_up("and when?", (before,))
    assert found is not None
    assert len(found.about) == MOST_CARRIED


@given(st.text(max_size=200), st.lists(st.text(max_size=200), max_size=3))
def test_any_text_is_understood_or_left(question: str, previous: list[str]) -> None:
    found = follow_up(question, previous)
    if found is not None:
        assert leans(question)
        assert content_words(found.text)

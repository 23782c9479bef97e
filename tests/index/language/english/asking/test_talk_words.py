"""No small talk is passed over because its words are not known: what the patterns take is made up from them."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.language.english.asking.banter import OF_BANTER
from index.language.english.asking.chat import OF_TALK
from index.language.english.asking.talk_words import may_be_talk

PATTERNS = (*OF_BANTER, *OF_TALK)


@pytest.mark.parametrize("number", range(len(PATTERNS)))
def test_what_a_pattern_takes_may_be_talk(number: int) -> None:
    @settings(
        max_examples=150,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(st.from_regex(re.compile(PATTERNS[number][1])))
    def hold(said: str) -> None:
        assert may_be_talk(" ".join(said.split()))

    hold()


@pytest.mark.parametrize(
    "question",
    [
        "Who is the envoy that travelled to Lakeview?",
        "When did Sudria and Norland sign the truce?",
        "Which countries took part in the Amity talks?",
        "Why was the bridge closed in March?",
    ],
)
def test_a_question_of_the_documents_is_none(question: str) -> None:
    assert not may_be_talk(question)

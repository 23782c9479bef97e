"""The kind of thing asked for is that of the question word, not of every word that looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.english.asking.question_kinds import asked_kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Where was Anna Vale held when she won the prize?", "place"),
        ("When the talks began, who spoke first?", "person"),
        ("What programme did Lomar restart when Vale visited?", "other"),
        ("By when would the patrols be gone?", "date"),
        ("Since when has the port been closed?", "date"),
        ("During the siege, how many people left?", "number"),
        ("The accord was signed where?", "place"),
        ("The envoys were led by whom?", "person"),
        ("In which town did the delegates meet?", "place"),
        ("Did the man who led the talks resign?", "person"),
        ("where vale met sato", "place"),
        ("Who's the envoy?", "person"),
        ("grain prices", "other"),
        ("Did Norland sign?", "other"),
    ],
)
def test_the_question_word_tells_the_kind(question: str, kind: str) -> None:
    assert asked_kind(question) == kind


@given(st.text(max_size=200))
def test_any_text_has_a_kind(text: str) -> None:
    assert asked_kind(text)

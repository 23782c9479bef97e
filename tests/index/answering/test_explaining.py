"""Why an answer is as it is: what was read in the question, and what each sentence has and lacks."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Document, Index
from index.answering.explaining import CONSIDERED, IS_TALK, NOTHING_FOUND
from index.model import Explanation
from index.requests import AskRequest
from tests.index.openings import Openings

SAID = (
    "Ostvale recalled its ambassador from Marenia on Tuesday. The fifth round of talks ended in Brennholt on 14 October. "
    "Tarvia accepted the map. Mirela Voss, 61, led the southern delegation. Rain fell. Voss went home. The map is green."
)


@pytest.fixture(scope="module")
def index(shared_openings: Openings) -> Iterator[Index]:
    with shared_openings.open() as opened:
        opened.add_documents([Document(key="a", title="Report", text=SAID, published=date(2024, 10, 15))])
        yield opened


def explained(index: Index, question: str, *previous: str) -> Explanation:
    found = index.explain(AskRequest(question, previous=previous))
    assert found.answer == index.answer(AskRequest(question, previous=previous))
    return found


def test_the_roles_and_names_of_the_question_are_told(index: Index) -> None:
    found = explained(index, "Why did Ostvale recall its ambassador from Marenia?")
    assert (found.kind, found.agent, found.verb) == ("reason", "Ostvale", "recall")
    assert found.names == ("Ostvale", "Marenia")
    assert found.considered[0].text.startswith("Ostvale recalled")
    assert set(found.considered[0].has) >= {"Ostvale", "recall", "ambassador", "Marenia"}
    assert found.considered[0].lacks == ()


def test_what_was_done_the_other_way_round_is_said_to_be(index: Index) -> None:
    found = explained(index, "Why did Marenia recall its ambassador from Ostvale?")
    assert not found.answer.answered
    assert found.considered[0].failed == "another did it"
    assert found.failed == "another did it"


def test_the_words_that_no_sentence_has_are_told(index: Index) -> None:
    found = explained(index, "Where did the fifth round of talks end in Helvetia in October 2024?")
    assert found.answer.missing == ("Helvetia", "2024")
    assert found.period == (date(2024, 10, 1), date(2024, 10, 31))
    assert "Helvetia" in found.considered[0].lacks
    assert found.considered[0].failed == "nothing there names Helvetia"


def test_the_form_of_what_is_asked_for_is_told(index: Index) -> None:
    assert explained(index, "How old is Mirela Voss?").thing == "age"


def test_a_follow_up_is_told_as_it_was_asked(index: Index) -> None:
    found = explained(index, "and when?", "Where did the fifth round of talks end?")
    assert "talks" in found.asked_as


def test_whose_words_are_asked_for_is_told(index: Index) -> None:
    assert explained(index, "What did Voss say about the map?").speaker == "Voss"


def test_what_is_no_question_of_the_documents_is_said_to_be(index: Index) -> None:
    assert explained(index, "hello bot").failed == IS_TALK
    assert explained(index, "xylophone zebra?").failed == NOTHING_FOUND


def test_no_more_sentences_are_told_of_than_a_few_each_cited(index: Index) -> None:
    found = explained(
        index, "Who accepted the map of the delegation at the talks with Voss in the rain at home?"
    )
    assert len(found.considered) == CONSIDERED
    assert [one.citation.number for one in found.considered] == list(range(1, CONSIDERED + 1))
    for one in found.considered:
        assert one.text == one.document.text[one.start : one.end]
        assert not set(one.has) & {*one.beside, *one.lacks}

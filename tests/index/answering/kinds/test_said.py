"""Questions after somebody's words: held against who says it, of what, and whether he denies it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.answering.thresholds import PARTIAL
from index.language.asking import AskedWords
from index.language.english.asking.asked_words import words_asked

SAID = (
    'Envoy Karl Tamm denied that the army crossed the river. "The army stayed in its barracks all week," Tamm told reporters '
    "on Monday. Foreign minister Ilse Brandt said that Ostvale attacked the port of Fell. "
    '"Marenia has not accepted the grain memorandum," Brandt said. '
    '"We will return to the second round of talks in Geneva on 14 May," Brandt said on Tuesday. '
    "Tamm said that Norland recalled its envoy from Sudland. "
    '"The northern ferry will stay open," harbour chief Pavel Orsic said. '
    "Orsic declined to say whether the harbour was mined."
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("said") / "parley.db") as opened:
        opened.add_documents([Document(key="a", title="Report", text=SAID, published=date(2025, 5, 6))])
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Did Tamm say the army crossed?", "Tamm denied that the army crossed"),
        ("Did Tamm say that Norland recalled its envoy from Sudland?", "Tamm said that Norland recalled"),
        ("Did Brandt say that Ostvale attacked the port of Fell?", "Ostvale attacked the port of Fell"),
        ("Has Brandt said that Ostvale attacked Fell?", "Ostvale attacked the port of Fell"),
        ("Did Brandt say Marenia had accepted the grain memorandum?", "Marenia has not accepted"),
        ("Did Orsic say that the harbour was mined?", "Orsic declined to say whether the harbour was mined"),
        ("What did Brandt say about the second round of talks?", "second round of talks in Geneva"),
        ("What did Brandt say about the grain memorandum?", "Marenia has not accepted"),
        ("What did Orsic say about the northern ferry?", "northern ferry will stay open"),
        ("What did Tamm say about the army?", "denied that the army crossed"),
        ("What did Brandt say about the talks in Geneva?", "second round of talks in Geneva"),
    ],
)
def test_what_was_said_answers(index: Index, question: str, words: str) -> None:
    answer = index.ask(question)
    assert answer.answered, answer.confidence
    assert words in answer.excerpts[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Did Brandt say the army crossed?",
        "Did Tamm say that Sudland recalled its envoy from Norland?",
        "Did Brandt say that Fell attacked Ostvale?",
        "Did Brandt say that Drovnia attacked the port of Fell?",
        "Did Tamm say the army retreated?",
        "Did Orsic say that the northern ferry was sunk?",
        "What did Brandt say about the first round of talks?",
        "What did Brandt say about the talks in Vienna?",
        "What did Brandt say about the talks on 3 June?",
        "What did Orsic say about the southern ferry?",
        "What did Tamm say about the grain memorandum?",
        "What did Vale say about the army?",
    ],
)
def test_what_was_said_of_others_or_by_others_does_not(index: Index, question: str) -> None:
    assert index.ask(question).confidence < PARTIAL


def test_words_are_no_surer_than_that_they_are_the_speaker_s(tmp_path: Path) -> None:
    text = (
        'Anna Vale said that boats are due. "The barley accord stands as it was signed," Bo Sato said. '
        '"It stands," Cy Moor said.'
    )
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Report", text=text)])
        sure = [index.ask(f"What did {name} say?").confidence for name in ("Vale", "Sato", "Moor")]
    assert sure == [0.733, 0.925, 0.904]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Did Tamm say the army crossed?", AskedWords("Tamm", "the army crossed", True)),
        ("Has Ilse Brandt denied that it rained?", AskedWords("Ilse Brandt", "it rained", True)),
        ("Did Tamm say anything about the ferry?", None),
        ("Did Tamm cross the river?", None),
        ("What did Tamm say about the river?", AskedWords("Tamm", "river")),
    ],
)
def test_whose_words_are_asked_for(question: str, asked: AskedWords | None) -> None:
    assert words_asked(question) == asked


def test_the_topic_of_what_is_asked_is_a_question_of_its_own() -> None:
    assert AskedWords("Tamm", "the army crossed", True).topic == "Did the army crossed?"
    assert AskedWords("Tamm", "the ferry").topic == "the ferry?"
    assert AskedWords("Tamm", None).topic == ""

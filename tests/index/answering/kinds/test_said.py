"""Questions after somebody's words: held against who says it, of what, and whether he denies it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.answering.thresholds import PARTIAL
from index.language.asking import AskedWords
from index.language.english.asking.asked_words import words_asked
from tests.index.openings import Openings

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
def index(shared_openings: Openings) -> Iterator[Index]:
    with shared_openings.open() as opened:
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


def turn(speaker: str, *sentences: str) -> str:
    return f"{speaker}: {' '.join(sentences)}"


AROUND = (
    "Good afternoon, everybody, and thank you for waiting in the rain.",
    "Before the questions I have a long list of thanks to the harbour, to the crews, and to the people of Prade.",
    "They have worked through two nights, and none of them has asked for anything beyond a cup of tea and dry gloves.",
    "The mayor has promised them both, and the council has agreed to pay for the tea, which is more than it did last year.",
    "I will be here tomorrow at the same hour, and the day after that, for as long as there are questions left to answer.",
    "That is what this office is for, and it is what I said when I took it up in the spring of last year after the flood.",
)
BRIEFING = "\n\n".join(
    (
        turn(
            "MS. FALK",
            *AROUND,
            "The tolls on the Ister bridge will be cut by half in June.",
            "Nobody has to apply for it.",
        ),
        turn("Q", "And the envoy?"),
        turn("MS. FALK", "I have nothing on that."),
        turn("Q", "Will Norland join the grain pact?"),
        turn("MS. FALK", "They have been invited, and we will see."),
        turn("MR. ORSIC", "I would add that the Sudrian quay stays shut."),
    )
)


@pytest.fixture(scope="module")
def briefing(shared_openings: Openings) -> Iterator[Index]:
    with shared_openings.open("briefing") as opened:
        opened.add_documents(
            [Document(key="b", title="Press Briefing by Ida Falk", text=BRIEFING, published=date(2025, 5, 6))]
        )
        yield opened


@pytest.mark.parametrize(
    ("question", "words", "strength"),
    [
        ("What did Falk say about the Ister bridge?", "The tolls on the Ister bridge", "strong"),
        ("What did Falk tell reporters about the Ister bridge?", "The tolls on the Ister bridge", "strong"),
        ("What did Orsic say about the Sudrian quay?", "the Sudrian quay stays shut", "strong"),
        ("What did Falk say about the grain pact?", "They have been invited", None),
    ],
)
def test_of_a_turn_the_sentences_about_the_topic_are_shown(
    briefing: Index, question: str, words: str, strength: str | None
) -> None:
    answer = briefing.ask(question)
    assert words in answer.excerpts[0].text
    assert answer.answered and strength in (None, answer.strength)
    assert "Good afternoon" not in answer.excerpts[0].text


@pytest.mark.parametrize(
    "question",
    [
        "What did Orsic say about the Ister bridge?",
        "What did Falk say about the Sudrian quay?",
        "What did Lind say about the Ister bridge?",
    ],
)
def test_what_another_says_of_it_is_no_strong_answer(briefing: Index, question: str) -> None:
    assert briefing.ask(question).strength != "strong"

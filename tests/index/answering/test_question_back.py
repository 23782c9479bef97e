"""A question that names nothing is asked back with what it may be about; asked after one of these it is answered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index

REPORTS = (
    (
        "Sudria and Norland sign the ferry agreement",
        date(2025, 6, 11),
        "Sudria and Norland signed the ferry agreement on 10 June 2025. Ilse Brandt signed the ferry agreement for Norland. "
        "The ferry agreement was signed in Port Amity because the old line had closed.",
    ),
    (
        "The ferry agreement in force",
        date(2025, 7, 2),
        "The ferry agreement went into force on 1 July 2025. The salt duties of Tolva stay at 12 crowns a sack.",
    ),
    (
        "Salt duties and grain talks",
        date(2025, 7, 9),
        "The grain talks in Brook lasted nine hours. The salt duties cost Marenia 30 million crowns a year.",
    ),
)
NAMES_NOTHING = (
    "how much?",
    "when was it signed?",
    "who signed it?",
    "why?",
    "where was it signed?",
    "who took part?",
    "how long?",
    "When will they meet again?",
    "what did he say about it?",
    "is it true?",
    "and when was that?",
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("back") / "parley.db") as index:
        index.add_documents(
            Document(key=title, title=title, text=text, published=day) for title, day, text in REPORTS
        )
        index.add_documents(
            [Document(key="x", title="The quay treaty", text="The quay treaty ended.", collection="guild:1")]
        )
        yield index


@pytest.mark.parametrize(
    ("question", "words"), [("Who resigned?", "Minister Orsic resigned"), ("who left?", None)]
)
def test_who_did_a_thing_is_answered_where_one_document_tells_of_it(
    tmp_path: Path, question: str, words: str | None
) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents(
            Document(key=title, title=title, text=text, published=day) for title, day, text in REPORTS
        )
        index.add_documents(
            [Document(key="r", title="A minister", text="Minister Orsic resigned on Monday.")]
        )
        answer = index.ask(question)
        if words is None:
            assert answer.talk == "names nothing"
        else:
            assert words in answer.excerpts[0].text
        index.add_documents([Document(key="s", title="A mayor", text="Mayor Brandt resigned on Friday.")])
        assert index.ask(question).talk == "names nothing"


@pytest.mark.parametrize("question", NAMES_NOTHING)
def test_a_question_that_names_nothing_is_asked_back(reports: Index, question: str) -> None:
    answer = reports.ask(question)
    assert answer.talk == "names nothing"
    assert (answer.excerpts, answer.nearest) == ((), ())
    assert answer.topics[:2] == ("ferry agreement", "salt duties")
    assert "grain talks" in answer.topics


@pytest.mark.parametrize(
    "question",
    [
        "When was the ferry agreement signed?",
        "Who signed the ferry agreement?",
        "How much do the salt duties cost?",
        "Who is Ilse Brandt?",
        "How long did the grain talks last?",
        "What is a ferry?",
        "Did Norland sign it?",
        "grain",
        "hello",
        "thanks",
        "who are you?",
    ],
)
def test_any_other_question_is_not(reports: Index, question: str) -> None:
    answer = reports.ask(question)
    assert answer.talk != "names nothing"
    assert answer.topics == ()


@pytest.mark.parametrize(
    ("topic", "question", "words"),
    [
        ("ferry agreement", "when was it signed?", "10 June 2025"),
        ("ferry agreement", "who signed it?", "Ilse Brandt"),
        ("ferry agreement", "where was it signed?", "Port Amity"),
        ("ferry agreement", "why was it signed?", "old line"),
        ("ferry agreement", "when?", "2025"),
        ("salt duties", "how much?", "crowns"),
        ("salt duties", "how much do they cost?", "30 million"),
        ("grain talks", "how long?", "nine hours"),
        ("grain talks", "how long did they last?", "nine hours"),
        ("grain talks", "where?", "Brook"),
    ],
)
def test_asked_after_a_topic_it_is_answered(reports: Index, topic: str, question: str, words: str) -> None:
    answer = reports.ask(question, previous=(topic,))
    shown = " ".join(one.text for one in (*answer.excerpts, *answer.nearest))
    assert answer.talk is None
    assert answer.understood is not None
    assert words in shown


def test_topics_are_of_the_documents_that_may_be_seen(reports: Index) -> None:
    assert "quay treaty" not in reports.ask("how much?").topics
    assert reports.ask("how much?", collections=("guild:1",)).topics == ("quay treaty",)


def test_an_empty_index_offers_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Index.open(tmp_path_factory.mktemp("empty") / "parley.db") as index:
        answer = index.ask("how much?")
    assert (answer.talk, answer.topics) == ("names nothing", ())

"""What the card says of words that no document holds, of what was overruled, and of what is no question."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.on_discord.cards.answer import TALK, answer_card
from index import Document, Index
from index.model import Answer


def ask(folder: Path, question: str) -> Answer:
    with Index.open(folder / "parley.db") as index:
        index.add_documents(
            [
                Document(
                    key="a",
                    title="Talks on timber",
                    text="The deadline for the timber tariff is 12 August. Duties of 30 percent apply after it.",
                    published=date(2024, 3, 2),
                ),
                Document(
                    key="b",
                    title="More time for timber",
                    text="The deadline for the timber tariff was extended to 10 November. Both sides still differ.",
                    published=date(2024, 8, 9),
                ),
            ]
        )
        return index.ask(question)


def words(answer: Answer) -> str:
    return str(answer_card(answer).to_components())  # type: ignore[no-untyped-call]


def test_the_card_says_what_holds_and_what_no_longer_does(tmp_path: Path) -> None:
    told = words(ask(tmp_path, "What is the deadline for the timber tariff?"))
    assert told.index("As it stands, 9 August 2024") < told.index(
        "Before that, 2 March 2024, and no longer so"
    )


def test_an_abstention_names_the_word_that_no_document_holds(tmp_path: Path) -> None:
    answer = ask(tmp_path, "When will Zanthor ratify the tariff?")
    assert not answer.answered
    assert "Zanthor" in answer.missing
    assert "None of them holds the word “Zanthor”" in words(answer)


def test_a_word_of_the_question_is_escaped(tmp_path: Path) -> None:
    answer = replace(ask(tmp_path, "When will Zanthor ratify the tariff?"), missing=("@everyone", "**x**"))
    assert "**x**" not in words(answer)


@pytest.mark.parametrize(
    ("text", "talk"),
    [("hello bot", "greeting"), ("do you sleep", "about the bot"), ("how much", "names nothing")],
)
def test_small_talk_gets_a_friendly_line_and_no_excerpt(tmp_path: Path, text: str, talk: str) -> None:
    answer = ask(tmp_path, text)
    assert (answer.talk, answer.excerpts, answer.nearest) == (talk, (), ())
    assert TALK[answer.talk] in answer_text(answer)


def answer_text(answer: Answer) -> str:
    return words(answer).replace('\\"', '"').replace("\\'", "'")

"""A question that bounds its own period is asked of the documents of that time, and says which."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from index import Document, Index
from index.language.english.asking.asked_periods import asked_period

TODAY = date(2025, 6, 18)
TEXTS = {
    date(2022, 3, 4): "Norland promised the fishers new nets. The envoys spoke of the ferry.",
    date(2024, 5, 16): (
        "The Lomar round ended on 14 May 2024 without a text. Norland promised the fishers a harbour at the round."
    ),
    date(2025, 6, 11): "Norland promised the fishers lower tolls. The ferry was closed.",
    date(2025, 6, 16): "Norland promised the fishers a lighthouse. The ferry was opened.",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("periods") / "parley.db") as opened:
        opened.add_documents(
            [
                Document(key=str(day), title=f"Note {n}", text=text, published=day)
                for n, (day, text) in enumerate(TEXTS.items())
            ]
        )
        opened.asker = replace(opened.asker, today=lambda: TODAY)
        yield opened


@pytest.mark.parametrize(
    ("question", "since", "until", "words"),
    [
        (
            "What did Norland promise the fishers last week?",
            date(2025, 6, 9),
            date(2025, 6, 15),
            "lower tolls",
        ),
        (
            "What did Norland promise the fishers this week?",
            date(2025, 6, 16),
            date(2025, 6, 22),
            "lighthouse",
        ),
        ("What has Norland promised the fishers since 15 June 2025?", date(2025, 6, 15), None, "lighthouse"),
        ("Since 15 June 2025, what has Norland promised the fishers?", date(2025, 6, 15), None, "lighthouse"),
        (
            "What did Norland promise the fishers in the last 5 days?",
            date(2025, 6, 13),
            date(2025, 6, 18),
            "lighthouse",
        ),
        ("What happened to the ferry last week?", date(2025, 6, 9), date(2025, 6, 15), "closed"),
        ("What happened to the ferry this week?", date(2025, 6, 16), date(2025, 6, 22), "opened"),
    ],
)
def test_the_documents_of_the_period_answer(
    index: Index, question: str, since: date, until: date | None, words: str
) -> None:
    answer = index.ask(question)
    shown = answer.excerpts or answer.nearest
    assert words in shown[0].text
    assert (answer.since, answer.until) == (since, until)
    assert answer.question == question
    for excerpt in shown:
        assert excerpt.document.published is not None
        assert since <= excerpt.document.published <= (until or date.max)


def test_a_period_may_begin_with_what_happened(index: Index) -> None:
    answer = index.ask("What has Norland promised the fishers since the Lomar round?")
    assert answer.since == date(2024, 5, 14)
    assert all(one.document.published != date(2022, 3, 4) for one in answer.excerpts or answer.nearest)


def test_what_the_documents_do_not_date_bounds_nothing(index: Index) -> None:
    assert index.ask("What has Norland promised the fishers since the Sudland round?").since is None


def test_where_nothing_is_so_new_the_period_is_counted_from_the_newest_document(index: Index) -> None:
    was, index.asker = index.asker, replace(index.asker, today=lambda: date(2027, 1, 1))
    answer = index.ask("What did Norland promise the fishers last week?")
    index.asker = was
    assert (answer.since, answer.until) == (date(2025, 6, 9), date(2025, 6, 15))


def test_a_period_is_within_that_of_the_filters(index: Index) -> None:
    answer = index.ask("What did Norland promise the fishers last week?", since=date(2025, 6, 12))
    assert not answer.answered
    early = index.ask("What did Norland promise the fishers last week?", until=date(2024, 6, 1))
    assert (early.since, early.until, early.answered) == (date(2024, 5, 6), date(2024, 5, 12), False)
    contrary = index.ask("What has Norland promised since June 2025?", until=date(2024, 6, 1))
    assert contrary.since is None


@pytest.mark.parametrize(
    "question",
    [
        "What was agreed in March 2022?",
        "Since when is Voss envoy?",
        "Has it rained since he left?",
        "Who led the last round?",
        "How many people have left since 2014?",
        "How long has it been closed since May?",
        "What did he say today?",
        "Was the truce extended until 10 November?",
        "Who met before 2 June 2024?",
        "What is the ferry?",
    ],
)
def test_what_says_when_it_was_bounds_nothing(question: str) -> None:
    assert asked_period(question, TODAY) is None


def test_an_overlong_text_bounds_nothing() -> None:
    assert asked_period("last week " * 50, TODAY) is None

"""Of many pages what is common has its place somewhere: a noun that none of them holds is what they do not speak of."""

from collections.abc import Iterator

import pytest

from index import Document, Index
from index.answering.unheld import ENOUGH, is_about_something_else
from index.requests import AskRequest

TEXT = (
    "The Velmark tariff on ethanol now stands at 18 percent, the ministry said. Voters in Oskel approved the ferry treaty on "
    "Sunday, and the ministers will sign it in Halden."
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("unheld") / "parley.db", reader=False) as opened:
        opened.add_documents(
            [
                Document(key="tariff", title="Tariff", text=TEXT),
                Document(key="point", title="Weather", text="Water was boiling at every point."),
                Document(key="wheels", title="Traffic", text="All bicycles are painted green."),
            ]
        )
        yield opened


@pytest.mark.parametrize(
    ("question", "elsewhere"),
    [
        ("how many people voted for independence in bougainville", True),
        ("which astronaut opened the ferry treaty", True),
        ("boiling point of ethanol in a laboratory", True),
        ("tariff on ethanol", False),
        ("who approved the ferry treaty togther", False),
        ("how many ppl approved the ferry treaty", False),
        ("when did voters in oskel approve the treaty", False),
    ],
)
def test_it_is_told_by_nouns_that_nothing_holds(index: Index, question: str, elsewhere: bool) -> None:
    with index.searching() as searcher:
        ranking = index.asker.rank(searcher, AskRequest(question))
        assert is_about_something_else(searcher, ranking, enough=1) is elsewhere
        assert not is_about_something_else(searcher, ranking), "a few pages do not hold most words"
        assert searcher.passages < ENOUGH


@pytest.mark.parametrize(
    ("question", "thin"),
    [
        ("boiling of ethanol on bicycles", True),
        ("boiling of ethanol", False),
        ("boiling of ethanol with bicycles that are green", False),
    ],
)
def test_too_little_of_it_in_one_document_is_something_else(index: Index, question: str, thin: bool) -> None:
    with index.searching() as searcher:
        ranking = index.asker.rank(searcher, AskRequest(question))
        assert is_about_something_else(searcher, ranking, enough=1) is thin

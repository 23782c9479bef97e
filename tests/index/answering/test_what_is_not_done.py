"""A question of what was done is not surely answered by what is planned, wished, demanded, threatened or refused."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Document, Index

REPORTS = (
    "Norland and Sudria will exchange 120 prisoners at the Ister bridge on Friday. The exchange is to begin at noon.",
    "Velmark plans to lend Karst 40 million crowns for the port of Fell. The delegations are due to meet in Tolva on 12 June.",
    "Ostvale has promised to withdraw 800 soldiers from the Halm pass by July. "
    "Its army withdrew 200 soldiers from the valley in March.",
    "Parliament in Drovnia is to vote on the salt duties next week. The duties on grain were lifted in April.",
    "The Red Crescent hopes to deliver 300 tonnes of flour to Amity this month. Only 40 tonnes were delivered in April.",
    "The rebels threatened to kill the two hostages. "
    "Sudland asked Norland to reopen its consulate. Belmark offered to pay for 12 trucks.",
    "Engineers will rebuild the Klin bridge in two years. Envoy Ida Falk would have signed the protocol. "
    "Marenia was forced to pay 3 million crowns for the survey.",
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("reports") / "parley.db") as index:
        index.add_documents(
            Document(key=str(place), title=f"Report {place}", text=text, published=date(2025, 5, 2))
            for place, text in enumerate(REPORTS)
        )
        yield index


@pytest.mark.parametrize(
    "question",
    [
        "How many prisoners were exchanged?",
        "How many were exchanged?",
        "When did the exchange begin?",
        "How much did Velmark lend Karst?",
        "When did the delegations meet in Tolva?",
        "How many soldiers did Ostvale withdraw from the Halm pass?",
        "Has Ostvale withdrawn from the Halm pass?",
        "When did parliament vote on the salt duties?",
        "How much flour did the Red Crescent deliver this month?",
        "Who killed the hostages?",
        "Who paid for the 12 trucks?",
        "Who rebuilt the Klin bridge?",
        "Who signed the protocol?",
    ],
)
def test_a_plan_is_no_sure_answer_to_what_was_done(reports: Index, question: str) -> None:
    assert reports.ask(question).strength != "strong"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many prisoners will be exchanged?", "120 prisoners"),
        ("When will the exchange begin?", "at noon"),
        ("How much does Velmark plan to lend Karst?", "40 million"),
        ("When will the delegations meet in Tolva?", "12 June"),
        ("How many soldiers will Ostvale withdraw from the Halm pass?", "800 soldiers"),
        ("How many soldiers did Ostvale withdraw from the valley?", "200 soldiers"),
        ("When were the duties on grain lifted?", "April"),
        ("How much flour was delivered in April?", "40 tonnes"),
        ("Who offered to pay for trucks?", "Belmark"),
        ("Who threatened to kill the hostages?", "The rebels"),
        ("How much did Marenia pay for the survey?", "3 million"),
    ],
)
def test_what_was_done_and_what_is_planned_are_found_where_they_are_asked_for(
    reports: Index, question: str, words: str
) -> None:
    answer = reports.ask(question)
    assert answer.strength == "strong", (answer.confidence, answer.reason)
    assert words in answer.excerpts[0].text

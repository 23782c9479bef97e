"""A question of what is to come is not answered for sure by a sentence of what is past."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Document, Index

PLANS = """Sudria and Norland met in Port Amity on 18 May 2025 to discuss the ferry line.

The envoys of Marenia and Tolva will meet again in Lucerne on 3 July 2025. The salt corridor will open on 9 September 2025.
The ceasefire in Dunmore was signed on 2 April 2025. The Dunmore ceasefire ends on 30 August 2025.

Karst is to receive 40 buses by the end of October 2025. The bridge in Brook was closed on 6 May 2025.
The bridge in Brook will be repaired by March 2026. Tarvia has promised to release the fishermen on Friday.

Ilse Brandt visited Ostvale on 11 May 2025. The council of Norland plans to vote on the tariff law on 12 June 2025.
Drovnia withdrew its troops from the valley on 7 May 2025. Marenia paid 30 million crowns on 5 May 2025.
Observers expect that the grain talks will resume in October 2025."""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("plans") / "parley.db") as index:
        index.add_documents(
            [Document(key="a", title="Plans and deeds", text=PLANS, published=date(2025, 5, 20))]
        )
        yield index


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When will the envoys of Marenia and Tolva meet again?", "3 July 2025"),
        ("When will the salt corridor open?", "9 September 2025"),
        ("When will the ceasefire in Dunmore end?", "30 August 2025"),
        ("How many buses will Karst receive?", "40 buses"),
        ("When will the bridge in Brook be repaired?", "March 2026"),
        ("When will Tarvia release the fishermen?", "on Friday"),
        ("When will the council of Norland vote on the tariff law?", "12 June 2025"),
        ("When will the grain talks resume?", "October 2025"),
        ("When did Sudria and Norland meet?", "18 May 2025"),
        ("When did Ilse Brandt visit Ostvale?", "11 May 2025"),
        ("When was the bridge in Brook closed?", "6 May 2025"),
    ],
)
def test_what_is_said_of_the_time_asked_for_answers(plans: Index, question: str, words: str) -> None:
    answer = plans.ask(question)
    assert answer.answered
    assert words in answer.excerpts[0].text


@pytest.mark.parametrize(
    "question",
    [
        "When will Sudria and Norland meet again?",
        "When will Sudria and Norland meet?",
        "When will Ilse Brandt visit Ostvale again?",
        "When will Ilse Brandt visit Ostvale?",
        "Where will Sudria and Norland meet next?",
        "When will the ceasefire in Dunmore be signed?",
        "When will the bridge in Brook be closed?",
        "When will Drovnia withdraw its troops from the valley?",
        "When will Marenia pay 30 million crowns?",
        "How much will Marenia pay?",
    ],
)
def test_what_is_past_is_no_sure_answer(plans: Index, question: str) -> None:
    assert plans.ask(question).strength != "strong"


@pytest.mark.parametrize(
    "question", ["When will Sudria and Norland meet again?", "When will Ilse Brandt visit Ostvale again?"]
)
def test_what_was_once_does_not_answer_when_it_will_be_again(plans: Index, question: str) -> None:
    answer = plans.ask(question)
    assert not answer.answered
    assert answer.nearest
    assert "past" in answer.reason

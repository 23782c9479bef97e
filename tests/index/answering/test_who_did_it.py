"""Who did what to whom where it is told in other words: what another did, promised or gave is no answer."""

from collections.abc import Iterator

import pytest

from index import Index
from tests.index.answering.reports import reports

TEXTS = {
    "The quarry": (
        "The town of Hollin and the Brask Company signed an accord on the quarry on 4 May 2023. The company will plant "
        "900 trees, and Hollin guarantees access to the road until 2031. The mayor, Tilda Roe, promised them a school. "
        "A fence around the pit, paid for by the county, was built in June."
    ),
    "A swap at the ford": (
        "The government of Vell will free 60 soldiers; the rebels of Ostra will hand over nine drivers. Corporal Hale said that "
        "Ostra would add two lorries. The militia of Dorn attacked a convoy of the guards near Vell on Friday."
    ),
    "Phones": (
        "Minister Pavel Orsic stepped down after the court found that he had tapped the phone of Dana Quill. The envoy of "
        "Karst put pressure on the Government of Velmark to pay 40 crowns."
    ),
    "Ferries": (
        "Tessin leases two ferries to Morva for 11 years. Minister Ada Quist spoke with her Turkish counterpart, Emre Kaya, on "
        "Monday. The harbour fined three captains, which could mean 15 years for smugglers."
    ),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with reports(tmp_path_factory.mktemp("roles"), TEXTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What guarantee did Hollin give until 2031?", "access to the road"),
        ("How many trees will the company plant?", "900 trees"),
        ("What did the mayor promise them?", "a school"),
        ("Who signed the accord on the quarry?", "Hollin and the Brask Company"),
        ("Which fence did the county pay for?", "around the pit"),
        ("How many soldiers is the government to set free?", "60 soldiers"),
        ("How many drivers will the rebels hand over?", "nine drivers"),
        ("Who said that Ostra would add two lorries?", "Corporal Hale"),
        ("Whose convoy did the militia of Dorn attack?", "the guards"),
        ("How many ferries does Tessin lease to Morva?", "two ferries"),
        ("Which Turkish minister did Ada Quist speak with?", "Emre Kaya"),
        ("How many captains did the harbour fine?", "three captains"),
        ("Who tapped the phone of Quill?", "Pavel Orsic"),
        ("Who put pressure on Velmark?", "envoy of Karst"),
    ],
)
def test_what_was_done_is_shown_first(index: Index, question: str, words: str) -> None:
    answer = index.ask(question)
    assert answer.answered, answer.reason
    assert words in answer.excerpts[0].text


@pytest.mark.parametrize(
    "question",
    [
        "What guarantee did the Brask Company give until 2031?",
        "How many trees will Hollin plant?",
        "What did the company promise the mayor?",
        "Which fence did Hollin pay for?",
        "Who chaired the talks on the quarry?",
        "Who tapped the phone of Orsic?",
        "How many soldiers are the rebels to set free?",
        "How many drivers will the government hand over?",
        "Who said that Vell would add two lorries?",
        "Which militia's convoy did the guards attack?",
        "How many ferries does Morva lease to Tessin?",
        "Which Russian minister did Ada Quist speak with?",
        "How many smugglers did the harbour fine?",
        "How many ferries did Tessin lease to Morva in 2025?",
    ],
)
def test_what_another_did_is_no_answer(index: Index, question: str) -> None:
    answer = index.ask(question)
    assert not answer.answered, answer.excerpts[0].text

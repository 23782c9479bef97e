"""Who did what to whom where the question tells the deed from its other end, or a sentence tells it by a noun or a pronoun."""

from collections.abc import Iterator

import pytest

from index import Index
from tests.index.answering.reports import reports

TEXTS = {
    "Ferries for Morva": (
        "Tessin will sell three ferries to Morva under a contract signed in Brook on Tuesday. Morva is paying 40 million crowns, "
        "a tenth of it in advance. Both sides called the price fair."
    ),
    "A loan for Karst": (
        "The Harbour Bank has lent Karst 70 million dollars for its water works. The money is to be paid back within nine years. "
        "In return the parliament of Karst raised the price of water."
    ),
    "Commission on the frontier": (
        "The commission on the frontier of Velm is chaired by Judge Nora Falk. The member from Ostra handed Falk a "
        "chart of 1899. Ruben Thal, who had held the chair since 2019, was succeeded by Falk in March."
    ),
    "Dispute in Hollin": (
        "Mayor Tilda Roe blamed the quarry's director, Bram Oster, for breaking the promise to fence the pit. Oster offered the "
        "town two playgrounds, an offer that it rejected. The town has not decided whether to sue the company."
    ),
    "Sky over Vell": (
        "Vell let aircraft of Dorn pass again, a year after it had closed the sky to them. Vell will keep its ban on heavy "
        "lorries. The delegation of Dorn was led by Ida Sand, a former pilot."
    ),
    "Teachers of Pell": (
        "Governor Hugo Lamm threatened to dismiss the teachers. The union's president, Greta Moll, had demanded twelve percent. "
        "Rich districts promised 3 million crowns; poor districts had asked for 8 million."
    ),
    "Envoy to the isles": (
        "Anja Berg visited President Tomas Rask in Sund on Friday. Rask is to receive a copy of the treaty by the end of June. "
        "Wessen's biggest supplier, the Orlo Company, gave way on the price of salt."
    ),
    "Debts and a strike": (
        "Ondara's creditors agreed to forgive half of the 9 billion crowns that it owes them. Ane Holt has been named envoy of "
        "the Northern Union to the Salt Isles. No mutineer will be punished, the ministry of Ondara promised. Nurses called "
        "off the walkout that was to begin on Monday."
    ),
    "An ambassador": (
        "Lars Hauk, Norrland's ambassador to Bressk, was called home on 2 February. Norrland acted because Bressk had jailed two "
        "of its sailors."
    ),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with reports(tmp_path_factory.mktemp("ends"), TEXTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many ferries does Morva buy from Tessin?", "three ferries"),
        ("From whom does Morva buy ferries?", "Tessin will sell"),
        ("Who sells ferries to Morva?", "Tessin will sell"),
        ("Who buys the ferries of Tessin?", "to Morva"),
        ("How much did Karst borrow from the Harbour Bank?", "70 million"),
        ("From which bank did Karst borrow money?", "Harbour Bank"),
        ("Who preceded Falk as chair?", "Ruben Thal"),
        ("Who succeeded Thal?", "Falk"),
        ("What did Falk receive from the member of Ostra?", "a chart of 1899"),
        ("Which promise did Oster break?", "to fence the pit"),
        ("Who closed the sky to aircraft of Dorn?", "Vell let aircraft"),
        ("Who led the delegation of Dorn?", "Ida Sand"),
        ("Whom did Berg visit?", "Tomas Rask"),
        ("Who demanded twelve percent?", "Greta Moll"),
        ("Who is the envoy of the Northern Union to the Salt Isles?", "Ane Holt"),
        ("Which debt did Ondara's creditors forgive?", "half of the 9 billion"),
        ("When was Norrland's ambassador called home?", "2 February"),
    ],
)
def test_what_is_told_from_the_other_end_is_shown_first(index: Index, question: str, words: str) -> None:
    answer = index.ask(question)
    assert answer.answered, answer.reason
    assert words in answer.excerpts[0].text


@pytest.mark.parametrize(
    "question",
    [
        "How many ferries does Tessin buy from Morva?",
        "From whom does Tessin buy ferries?",
        "How much did the Harbour Bank borrow from Karst?",
        "Who lent money to the Harbour Bank?",
        "Who succeeded Falk?",
        "What did Falk give to the member from Ostra?",
        "Which promise did Roe break?",
        "What did Roe offer Oster?",
        "Why did the town sue the company?",
        "Why did Dorn close the sky?",
        "Why does Dorn ban heavy lorries?",
        "Who led the delegation of Vell?",
        "What did the teachers threaten the governor with?",
        "How much did poor districts promise the rich ones?",
        "How many percent did the governor demand?",
        "How much do the creditors owe Ondara?",
        "Who is the Salt Isles' envoy to the Northern Union?",
        "What did the mutineers promise the ministry?",
        "When did the nurses' walkout begin?",
        "When did Bressk call its ambassador home?",
        "What does Wessen supply to the Orlo Company?",
    ],
)
def test_what_is_told_the_other_way_round_is_no_answer(index: Index, question: str) -> None:
    answer = index.ask(question)
    assert not answer.answered, answer.excerpts[0].text

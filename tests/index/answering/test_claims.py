"""What is pasted instead of a question is looked for whole; where only a part is found, that is said."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Index
from index.language.english.asking.claims import claimed

REPORT = (
    "Sudria and Norland signed the ferry agreement on 10 June 2025. "
    "Under the ferry agreement, Norland will run two crossings a day. "
    "Norland signed the agreement because its islands depend on the line.\n\n"
    'Envoy Oren Falk said that "the quay is in a sorry state and nobody has paid for it". '
    "Sudria did not accept the demand for a second quay. Marenia sent two observers to the ferry talks. "
    "Tolva sued Marenia over the salt duties in a court in Lucerne.\n\n"
    "Twelve ministers came to Port Amity. The talks lasted nine hours and ended without a dinner."
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("claims") / "parley.db") as index:
        index.add_documents([Document(key="a", title="The ferry", text=REPORT, published=date(2025, 6, 11))])
        yield index


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("Sudria and Norland signed the ferry agreement on 10 June 2025.", "10 June 2025"),
        ("sudria and norland signed the ferry agreement on 10 June 2025.", "10 June 2025"),
        ('"Norland will run two crossings a day"', "two crossings"),
        ("“the quay is in a sorry state and nobody has paid for it”", "sorry state"),
        ("Norland signed the ferry agreement because its islands depend on the line.", "islands depend"),
        ("Sudria did not accept the demand for a second quay.", "second quay"),
        ("Tolva has sued Marenia over the salt duties in a court in Lucerne", "Tolva sued Marenia"),
        ("Twelve ministers came to Port Amity.", "Twelve ministers"),
        (
            "Marenia sent two observers to the ferry talks. Tolva sued Marenia over the salt duties in a court in Lucerne.",
            "two observers",
        ),
        ("The talks lasted nine hours, and ended without a dinner.", "nine hours"),
    ],
)
def test_what_is_said_is_found_whole(report: Index, pasted: str, words: str) -> None:
    answer = report.ask(pasted)
    assert answer.claim == "whole"
    assert answer.strength == "strong"
    assert words in answer.excerpts[0].text
    assert answer.question == " ".join(pasted.split())


@pytest.mark.parametrize(
    "pasted",
    [
        "Sudria and Norland signed the ferry agreement on 12 June 2025.",
        "Sudria and Norland signed the ferry agreement on 10 July 2025.",
        "Sudria and Karst signed the ferry agreement on 10 June 2025.",
        "Sudria and Norland did not sign the ferry agreement on 10 June 2025.",
        "Sudria accepted the demand for a second quay in May.",
        "Sudria and Norland will run the crossings.",
        "Sudria did not accept the demand for no second quay.",
        "Marenia sued Tolva over the salt duties in a court in Lucerne.",
        "Tolva sued Marenia over the salt duties in a court in Brook.",
        "Fourteen ministers came to Port Amity on a ship.",
        "Norland will run 3 crossings a day under the ferry agreement.",
        "Marenia sent two observers to the ferry talks, and Karst sent a brass band of forty men to the dinner afterwards.",
    ],
)
def test_what_is_said_in_part_or_otherwise_is_not_surely_said(report: Index, pasted: str) -> None:
    answer = report.ask(pasted)
    assert answer.claim != "whole"
    assert answer.strength != "strong"


@pytest.mark.parametrize(
    "pasted",
    [
        "The parliament of Karst voted for a new budget on Monday.",
        "Drovnia closed all of its schools because of the snow.",
        '"we will never give up our lighthouse keepers"',
    ],
)
def test_what_nobody_says_is_not_found(report: Index, pasted: str) -> None:
    answer = report.ask(pasted)
    assert answer.claim is None
    assert answer.strength != "strong"


@pytest.mark.parametrize(
    "typed",
    [
        "sudria accepted the demand for a second quay in may",
        "marenia sued tolva over the salt duties in a court in brook",
    ],
)
def test_a_part_of_what_is_typed_to_be_looked_for_is_no_claim(report: Index, typed: str) -> None:
    assert report.ask(typed).claim is None
    assert report.ask(f"{typed[0].upper()}{typed[1:]}.").claim == "part"


def test_the_words_that_are_found_are_marked(report: Index) -> None:
    first = report.ask("Tolva has sued Marenia over the salt duties in a court in Lucerne").excerpts[0]
    marked = " ".join(first.document.text[start:end] for start, end in first.highlights)
    assert "Marenia" in marked
    assert "Lucerne" in marked


def test_a_number_that_is_another_is_not_marked(report: Index) -> None:
    first = report.ask("Sudria and Norland signed the ferry agreement on 12 June 2025.").excerpts[0]
    marked = [first.document.text[start:end] for start, end in first.highlights]
    assert "10" not in " ".join(marked)
    assert any("signed the ferry agreement" in words for words in marked)


def test_what_is_pasted_leans_on_no_question_before_it(report: Index) -> None:
    answer = report.ask("It ended without a dinner after nine hours.", previous=("Who sued Marenia?",))
    assert answer.understood is None


@pytest.mark.parametrize(
    "text",
    [
        "Who signed the ferry agreement?",
        "who signed the ferry agreement and when did they sign it",
        "ferry agreement Norland Sudria",
        "Norland signed it?",
        "please list the demands that Norland made in the talks.",
        "Tell me what Norland demanded in the ferry talks.",
        "Is it true that Norland signed the ferry agreement?",
        "latest on the ferry talks in Port Amity and Brook.",
        '"ferry talks"',
        "Compare Norland and Sudria on the ferry talks in Brook.",
        "I want to know who signed the ferry agreement.",
        "the second round of the ferry talks",
        "in june 2024 what did the envoys agree on",
        "after the ferry talks in Brook who signed the agreement",
        "by when does norland want to be rid of the salt duties",
        "since when had marenia halted the ferry talks with norland",
        "lol what snacks did the envoys get at the ferry talks",
        "brook june 2024 how much did they pay for the quay",
        "whos going to chair the board on the ferry crossings",
        "ferry talks 2023, what do they say about using the quay",
        "second quays?? what are the envoys going to do about them",
        "by how much did fares go up after the talks, anyone got a number",
    ],
)
def test_what_asks_is_no_claim(text: str) -> None:
    assert claimed(text) is None


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    words = claimed(text)
    assert words is None or words in text


HELD = "boats carried grain past lomar harbour winter storms closed strait".split()
OTHER = "zebra quokka yacht ibis walrus okapi tapir lemur gecko newt".split()


@pytest.fixture(scope="module")
def shares(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("shares") / "parley.db", reader=False) as index:
        index.add_documents([Document("ten", "Report", f"In May {' '.join(HELD)}.")])
        yield index


@pytest.mark.parametrize(
    ("same", "claim", "confidence"),
    [
        (0, None, None),
        (4, None, None),
        (5, "part", 0.518),
        (6, "part", 0.59),
        (7, "part", 0.59),
        (8, "whole", 0.777),
        (9, "whole", 0.864),
        (10, "whole", 0.95),
    ],
)
def test_half_of_the_words_are_a_part_and_four_fifths_the_whole(
    shares: Index, same: int, claim: str | None, confidence: float | None
) -> None:
    answer = shares.ask(f"In May {' '.join(HELD[:same] + OTHER[same:])}.")
    assert answer.claim == claim
    if confidence is not None:
        assert answer.confidence == pytest.approx(confidence, abs=0.001)

"""Whose side a sentence is on: in a transcript the speaker is the subject of "I" and "we", and speaks for what he is of."""

from collections.abc import Iterator
from datetime import date

import pytest

from index import Document, Index

TRANSCRIPT = (
    "PRESIDENT LIND:  Thank you all for coming to Port Amity.  We support the quay toll of three crowns a ship.  "
    "I have opposed a ban on night landings since the spring.\n\n"
    "PRIME MINISTER FALK:  We reject the quay toll, which our fishermen cannot pay.  We want a ban on night landings.  "
    "We must have two more berths at the quay.\n\n"
    "Q    Is it true that Sudria wants the quay toll halved?  I have heard that Sudria wants the quay toll halved.\n\n"
    "PRIME MINISTER FALK:  Norland must lower the quay toll.\n\n"
    "PRESIDENT LIND:  The government will keep the quay toll until 2031.\n\n"
    "Q    And the berths?\n\n"
    "PRIME MINISTER FALK:  (As interpreted.)  We ask for an inspection of the quay by divers."
)
DOCUMENTS = (
    Document(
        key="joint",
        title="Remarks by President Lind of Norland and Prime Minister Oren Falk of Sudria in Joint Press Conference",
        text=TRANSCRIPT,
        published=date(2025, 5, 2),
        url="https://www.norland.example/remarks",
    ),
    Document(
        key="call",
        title="Marenia on the quay toll",
        text="Marenia says it wants a seat on the toll board. Marenia insists that the quay toll be published. "
        "The board must meet Marenia in June. Marenia must pay its arrears first. "
        "With regard to the quarrel with Marenia, we insist on a new survey of the harbour.",
        published=date(2025, 6, 1),
    ),
    Document(
        key="briefing",
        title="Press Briefing by Press Secretary Ida Brook",
        text="MS. BROOK:  We support the herring quota.  The President believes that the herring quota is fair.\n\n"
        "Q    Karst wants a larger herring quota.\n\n"
        "MS. BROOK:  Karst has broken the herring quota twice.\n\n"
        "Q    Will it leave?\n\nMS. BROOK:  We will see.",
        published=date(2025, 7, 1),
        url="https://www.whitehouse.gov/briefings/1",
    ),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("sides") / "parley.db", reader=False) as index:
        index.add_documents(DOCUMENTS)
        yield index


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        (
            "What is Norland's position on the quay toll?",
            ("We support the quay toll", "until 2031"),
            "reject",
        ),
        ("what is the position of Sudria on the quay toll", ("reject", "Norland must lower"), "until 2031"),
        ("Where does Lind stand on night landings?", ("I have opposed a ban",), "We want a ban"),
        ("Falk's view on night landings", ("We want a ban",), "I have opposed"),
        ("What is the US position on the herring quota?", ("We support", "The President believes"), "Karst"),
    ],
)
def test_a_position_is_told_in_the_turns_of_who_holds_it(
    index: Index, question: str, held: tuple[str, ...], not_held: str
) -> None:
    answer = index.ask(question)
    shown = " ".join(one.text for one in answer.excerpts)
    assert answer.answered
    assert [words for words in held if words not in shown] == []
    assert not_held not in shown
    assert answer.sides == ()
    assert answer.together == ("position" if len(answer.excerpts) > 1 else None)


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Compare Norland and Sudria on the quay toll", (("Norland", "support"), ("Sudria", "reject"))),
        ("Compare Falk and Lind on night landings", (("Falk", "We want a ban"), ("Lind", "I have opposed"))),
        (
            "What are the positions of Lind and Falk on night landings?",
            (("Lind", "opposed"), ("Falk", "We want")),
        ),
    ],
)
def test_each_speaker_has_his_side_of_a_comparison(
    index: Index, question: str, sides: tuple[tuple[str, str], ...]
) -> None:
    answer = index.ask(question)
    assert answer.together == "comparison"
    assert [side.name for side in answer.sides] == [name for name, _ in sides]
    for side, (_, held) in zip(answer.sides, sides, strict=True):
        assert held in " ".join(one.text for one in side.excerpts)
        assert "I have heard" not in " ".join(one.text for one in side.excerpts)


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("What does Sudria want?", ("night landings", "inspection"), "halved"),
        ("What are Falk's demands?", ("night landings", "inspection"), "halved"),
        ("What does Marenia insist on?", ("wants a seat", "be published"), "survey"),
    ],
)
def test_demands_are_those_of_who_speaks_and_of_the_subject_that_a_pronoun_stands_for(
    index: Index, question: str, held: tuple[str, ...], not_held: str
) -> None:
    answer = index.ask(question)
    shown = " ".join(one.text for one in answer.excerpts)
    assert answer.together == "demands"
    assert [words for words in held if words not in shown] == []
    assert not_held not in shown


def test_what_others_say_that_a_side_must_do_is_not_its_position(index: Index) -> None:
    shown = " ".join(one.text for one in index.ask("What is Marenia's position on the quay toll?").excerpts)
    assert "must pay" not in shown

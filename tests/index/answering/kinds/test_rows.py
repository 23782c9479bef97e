"""Rows of tables beside sentences that say the same of more."""

from pathlib import Path

import pytest

from index import Document, Index
from index.model import Part

SAID = "Status of the Orsk Convention\n\nThe Convention entered into force on 9 May 2008.\n\n"
ROWS = (
    "Participant: Alba · Entry into force: 9 May 2008",
    "Participant: Corvia · Ratification: 17 Aug 2011 · Entry into force: 15 Nov 2011",
)
AFTER = "Corvia declared that it does not accept Article 9."


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("When did the Orsk Convention enter into force for Corvia?", ROWS[1]),
        ("When did the Orsk Convention enter into force?", "The Convention entered"),
        ("What did Corvia declare of the Orsk Convention?", AFTER),
    ],
)
def test_the_row_of_a_name_stands_before_what_is_said_of_all(
    question: str, first: str, tmp_path: Path
) -> None:
    text = SAID + "\n\n".join((*ROWS, AFTER))
    places = [text.index(row) for row in ROWS]
    rows = [
        Part("row", start, start + len(row), f"table 1, row {number}", str(number))
        for number, (start, row) in enumerate(zip(places, ROWS, strict=True), 1)
    ]
    table = Part("table", places[0], places[1] + len(ROWS[1]), "table 1", "1")
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents([Document("a", "Status of the Orsk Convention", text, structure=(table, *rows))])
        answer = index.ask(question)
    assert (*answer.excerpts, *answer.nearest)[0].text.startswith(first)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("When did convoy V-11 arrive?", "Convoy: V-11"),
        ("What did convoy V-12 carry?", "Convoy: V-12"),
        ("What did the third convoy carry?", "Convoy: Third"),
    ],
)
def test_the_mark_of_a_row_tells_it_from_another_with_its_number(
    question: str, first: str, tmp_path: Path
) -> None:
    lines = (
        "Convoy: V-11 · Left: 4 January 2025 · Arrived: 6 January 2025 · Load: flour",
        "Convoy: V-12 · Left: 11 January 2025 · Arrived: 12 January 2025 · Load: tents",
        "Convoy: Second · Left: 20 January 2025 · Arrived: 21 January 2025 · Load: salt",
        "Convoy: Third · Left: 22 January 2025 · Arrived: 23 January 2025 · Load: oil",
    )
    text = "Convoys to the Varn valley\n\n" + "\n\n".join(lines)
    rows = [
        Part("row", text.index(line), text.index(line) + len(line), f"table 1, row {number}", str(number))
        for number, line in enumerate(lines, 1)
    ]
    table = Part("table", rows[0].start, rows[-1].end, "table 1", "1")
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents([Document("a", "Convoys to the Varn valley", text, structure=(table, *rows))])
        answer = index.ask(question)
    assert (*answer.excerpts, *answer.nearest)[0].text.startswith(first)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How many shots did the South fire on 2 May 2024?", "Day: 2024-05-02 · Side: South"),
        ("How many shots did the North fire on 1 May 2024?", "Day: 2024-05-01 · Side: North"),
    ],
)
def test_a_row_is_told_by_its_day_however_that_is_written(question: str, first: str, tmp_path: Path) -> None:
    rows = "2024-05-01;North;14\n2024-05-02;North;3\n2024-05-01;South;9\n2024-05-02;South;21\n"
    (tmp_path / "shots.csv").write_text(f"Day;Side;Shots fired\n{rows}")
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add([tmp_path / "shots.csv"])
        answer = index.ask(question)
    assert (*answer.excerpts, *answer.nearest)[0].text.startswith(first)

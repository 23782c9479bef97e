"""Rows of tables with a cell that is a date and no more: which row is meant, which date, and whether it is still to come."""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document, Part
from index.timeline.finding import find_events
from index.timeline.rows import DatedRows

WRITTEN = date(2024, 5, 8)


def rows_of(text: str) -> tuple[Part, ...]:
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        found.append(Part("row", start, start + len(line), f"row {number + 1}"))
        start += len(line) + 1
    return tuple(found)


def told(text: str, published: date | None = WRITTEN) -> list[str]:
    document = Document("table", "Table", text, published=published, structure=rows_of(text))
    return [
        f"{'planned ' * event.planned}{event.earliest}" for event in find_events(document, sentences(text))
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("3 May 2024 · Envoys met in Lomar", ["2024-05-03"]),
        ("8 May 2024 · Envoys met in Lomar", ["2024-05-08"]),
        ("9 May 2024 · Envoys meet in Lomar", ["planned 2024-05-09"]),
        ("Envoys met in Lomar · 3 May 2024", ["2024-05-03"]),
        ("Day: 3 May 2024 · What: envoys met", ["2024-05-03"]),
        ("Day: 3 May 2024 [a] · What: envoys met", ["2024-05-03"]),
        ("May 2024 · Envoys met in Lomar", ["2024-05-01"]),
        ("2024 · Envoys met in Lomar", []),
        ("on 3 May 2024 in Lomar · Envoys met", []),
        ("Envoys met on 3 May 2024 · Lomar", []),
        ("3 May 2024 · 4 May 2024 · Envoys met", ["2024-05-03"]),
        ("a visit on 2 May 2024 · 4 May 2024", ["2024-05-04"]),
    ],
)
def test_a_row_is_an_event_of_its_first_cell_that_is_a_date(row: str, found: list[str]) -> None:
    assert told(row) == found


def test_without_a_day_of_writing_nothing_is_still_to_come() -> None:
    assert told("9 May 2024 · Envoys meet in Lomar", None) == ["2024-05-09"]


def test_a_place_stands_in_the_row_around_it() -> None:
    text = "one two\nthree\nfour"
    rows = DatedRows(Document("table", "Table", text, structure=rows_of(text)[:2]))
    names = [part and part.name for part in map(rows.around, (0, 6, 7, 8, 12, 13, 14))]
    assert names == ["row 1", "row 1", None, "row 2", "row 2", None, None]
    assert DatedRows(Document("table", "Table", text)).around(3) is None

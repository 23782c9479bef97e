"""Tables of a PDF: drawn with lines, and written cell by cell."""

from collections.abc import Sequence

import pytest

from index.model import Document
from index.readers.metadata.origin import Origin
from index.readers.parts.tables import Cell, table_lines
from index.readers.pdf_pages import pdf as reader
from index.readers.pdf_pages.pdf_tables import CarriedHeads
from tests.index.readers.file_samples import pdf

Placed = tuple[int, int, str]
LEFTS, TOPS = (50, 150, 350, 450), (700, 680, 640, 620, 600)


def rows(placed: Sequence[Placed], drawn: str = "") -> list[str]:
    (document,) = reader.read(pdf([[]], placed=placed, drawn=drawn), Origin(name="a.pdf", key="a"))
    assert isinstance(document, Document)
    return [document.text[part.start : part.end] for part in document.structure if part.label == "row"]


def stroked(lines: Sequence[tuple[float, float, float, float]]) -> str:
    return " ".join(f"{x} {y} m {other_x} {other_y} l S" for x, y, other_x, other_y in lines)


def filled(lines: Sequence[tuple[float, float, float, float]]) -> str:
    """Lines as browsers and word processors draw them: thin rectangles."""
    return " ".join(
        f"{x} {y} {other_x - x or 0.5} {other_y - y or 0.5} re f" for x, y, other_x, other_y in lines
    )


def doubled(lines: Sequence[tuple[float, float, float, float]]) -> str:
    """Lines at twice the size, on a page that is drawn at half of it."""
    return f"q .5 0 0 .5 0 0 cm {stroked([(2 * x, 2 * y, 2 * z, 2 * w) for x, y, z, w in lines])} Q"


GRID = [
    *((LEFTS[0], top, LEFTS[-1], top) for top in (700, 680, 640, 600)),
    # The first column of the last two rows is one cell.
    (LEFTS[1], 620, LEFTS[-1], 620),
    *((left, 600, left, 700) for left in LEFTS),
]
WORDS: list[Placed] = [
    (55, 685, "Region"),
    (155, 685, "Task"),
    (355, 685, "Lorries"),
    (55, 665, "North"),
    (155, 665, "Rebuilding of the bridge,"),
    (155, 650, "and of two mills"),
    (355, 665, "31"),
    (55, 625, "South"),
    (155, 625, "Wells"),
    (355, 625, "18"),
    (155, 605, "Roads"),
    (355, 605, "7"),
]


@pytest.mark.parametrize("draw", [stroked, filled, doubled])
def test_lines_say_where_the_cells_are(draw: object) -> None:
    assert callable(draw)
    assert rows(WORDS, draw(GRID)) == [
        "Region: North · Task: Rebuilding of the bridge, and of two mills · Lorries: 31",
        "Region: South · Task: Wells · Lorries: 18",
        "Region: South · Task: Roads · Lorries: 7",
    ]


def test_a_cell_over_two_columns_is_the_head_of_both() -> None:
    lines = [
        *((50, top, 450, top) for top in (700, 660, 640, 620)),
        (150, 680, 450, 680),
        (50, 620, 50, 700),
        (150, 620, 150, 700),
        (350, 620, 350, 680),
        (450, 620, 450, 700),
    ]
    words = [
        (55, 675, "District"),
        (155, 685, "Dead"),
        (155, 665, "Soldiers"),
        (355, 665, "Civilians"),
        (55, 645, "Rill"),
        (155, 645, "212"),
        (355, 645, "31"),
        (55, 625, "Quern"),
        (155, 625, "17"),
        (355, 625, "55"),
    ]
    assert rows(words, stroked(lines)) == [
        "District: Rill · Dead Soldiers: 212 · Dead Civilians: 31",
        "District: Quern · Dead Soldiers: 17 · Dead Civilians: 55",
    ]


def test_a_frame_around_a_page_and_a_rule_are_no_table() -> None:
    prose = [(60, 690, "The talks were opened in Lucerne on Monday."), (60, 660, "They end on Friday.")]
    frame = [
        (40, 600, 500, 600),
        (40, 720, 500, 720),
        (40, 600, 40, 720),
        (500, 600, 500, 720),
        (60, 675, 480, 675),
    ]
    assert rows(prose, stroked(frame)) == []


def test_lines_that_are_cut_away_are_not_drawn() -> None:
    cut = " ".join(f"{x} {y} {z - x or 1} {w - y or 1} re W n" for x, y, z, w in GRID)
    assert rows(WORDS[:4], cut) == []


def test_cells_that_are_written_one_after_the_other_with_all_their_lines() -> None:
    words = [
        (50, 700, "Heirs of"),
        (110, 700, "Agreed sum in crowns"),
        (110, 686, "and form of payment"),
        (330, 700, "Paid"),
        (50, 660, "Anna"),
        (50, 646, "Maria"),
        (110, 660, "1,400,000, in four parts"),
        (330, 660, "1957"),
        (50, 620, "Thyra"),
        (110, 620, "210,000"),
        (330, 620, "1960"),
        (50, 600, "Vega"),
        (110, 600, "2,950,000, half of it"),
        (110, 586, "in bonds"),
        (330, 600, "1958"),
        (50, 500, "No claim is left open."),
        (20, 20, "page"),
        (500, 20, "1 of 1"),
    ]
    assert rows(words) == [
        "Heirs of: Anna Maria · Agreed sum in crowns and form of payment: 1,400,000, in four parts · Paid: 1957",
        "Heirs of: Thyra · Agreed sum in crowns and form of payment: 210,000 · Paid: 1960",
        "Heirs of: Vega · Agreed sum in crowns and form of payment: 2,950,000, half of it in bonds · Paid: 1958",
    ]


def test_columns_that_stand_close_together_are_told_by_where_they_begin() -> None:
    words = [
        (50, 700, "Port"),
        (92, 700, "Depth"),
        (130, 700, "Pilot"),
        (50, 680, "Skar"),
        (92, 680, "9 m"),
        (130, 680, "Nils Odd, who speaks four languages"),
        (50, 660, "Kell"),
        (92, 660, "6 m"),
        (130, 660, "none"),
    ]
    assert rows(words) == [
        "Port: Skar · Depth: 9 m · Pilot: Nils Odd, who speaks four languages",
        "Port: Kell · Depth: 6 m · Pilot: none",
    ]


WELLS = [
    ("Village", "Wells dug", "Builder"),
    ("Hamlet Ask", "120", "Tarn"),
    ("Hamlet Bsk", "157", "Ostby"),
    ("Hamlet Csk", "194", "Tarn"),
]


def in_one_go(gap: int) -> str:
    """Lines of cells that are placed one after the other in one block of text, as WeasyPrint writes them."""
    cells = " ".join(
        f"1 0 0 1 {65 + gap * column} {700 - 20 * line} Tm ({words}) Tj"
        for line, row in enumerate(WELLS)
        for column, words in enumerate(row)
    )
    return f"BT /F1 10 Tf {cells} ET"


def test_cells_of_a_line_that_is_written_in_one_block_are_told_by_where_each_begins() -> None:
    assert rows([(65, 500, "Every well has a pump.")], in_one_go(90)) == [
        "Village: Hamlet Ask · Wells dug: 120 · Builder: Tarn",
        "Village: Hamlet Bsk · Wells dug: 157 · Builder: Ostby",
        "Village: Hamlet Csk · Wells dug: 194 · Builder: Tarn",
    ]


def test_a_table_that_goes_on_on_the_next_page_has_the_heads_of_the_one_before() -> None:
    def cells(*lines: str) -> list[list[Cell]]:
        return [list(map(Cell, line.split("|"))) for line in lines]

    carried = CarriedHeads()
    carried.keep(cells("Village|Houses", "Ask|120", "Bsk|157"), ["", "3"])
    further = cells("Csk|194", "Dsk|231")
    assert table_lines(carried.on(further, ["Report"]))[0] == "Village: Csk · Houses: 194"
    assert carried.on(cells("Csk|194|x"), []) == cells("Csk|194|x")
    assert carried.on(further, ["One line.", "Another.", "A third."]) == further
    headed = cells("Town|Mills", "Csk|194")
    assert carried.on(headed, []) == headed
    carried.keep(further, ["One line.", "Another.", "A third."])
    assert carried.on(further, []) == further


def test_rows_at_the_edges_of_pages_are_kept_and_stand_apart() -> None:
    pages = [[f"Village: Ask {page} · Houses: {row}{page}" for row in range(4)] for page in range(3)]
    rows = frozenset(row for page in pages for row in page)
    assert reader._without_margins(pages, rows) == pages
    text, _ = reader._flow(pages, rows)
    assert text.split("\n\n") == [row for page in pages for row in page]

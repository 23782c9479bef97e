"""Tables and numbered lists of web pages and Word documents."""

import io

import docx as writer

from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from index.readers.parts.tables import Cell, table_lines
from tests.index.readers.file_samples import SENTENCES, article, page


def one(name: str, data: bytes) -> Document:
    (found,) = read_bytes(data, Origin(name=name, key=name))
    assert isinstance(found, Document)
    return found


def rows(document: Document) -> list[tuple[str, str]]:
    return [
        (part.name, document.text[part.start : part.end])
        for part in document.structure
        if part.label == "row"
    ]


TABLE = """<table><thead><tr><th rowspan="2">Date</th><th colspan="2">Released by</th></tr>
<tr><th>Velmar</th><th>Estra</th></tr></thead>
<tr><td rowspan="2">3 May 2024</td><td>41</td><td>38</td></tr><tr><td>12</td><td>9</td></tr></table>"""


def test_cells_over_several_rows_and_columns_have_their_heads() -> None:
    found = one("x.html", page(article(TABLE)))
    assert rows(found) == [
        ("table 1, row 1", "Date: 3 May 2024 · Released by Velmar: 41 · Released by Estra: 38"),
        ("table 1, row 2", "Date: 3 May 2024 · Released by Velmar: 12 · Released by Estra: 9"),
    ]


def test_a_table_that_lays_a_page_out_is_no_table() -> None:
    layout = f"<table><tr><td><p>{' '.join(SENTENCES * 3)}</p></td><td>Menu</td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert rows(one("x.html", page(article(layout)))) == []


def test_merged_cells_of_word_have_their_words() -> None:
    document = writer.Document()
    document.add_paragraph(SENTENCES[0])
    table = document.add_table(rows=3, cols=3)
    for row, words in zip(
        table.rows, (["Day", "Place", "Freed"], ["3 May", "Tarvo", "41"], ["", "Lunn", "12"]), strict=True
    ):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    out = io.BytesIO()
    document.save(out)
    assert rows(one("x.docx", out.getvalue())) == [
        ("table 1, row 1", "Day: 3 May · Place: Tarvo · Freed: 41"),
        ("table 1, row 2", "Day: 3 May · Place: Lunn · Freed: 12"),
    ]


def test_places_that_the_first_of_two_heads_leaves_empty_have_the_one_before() -> None:
    heads = [[Cell("Vote"), Cell("Members"), Cell("")], [Cell(""), Cell("For"), Cell("Against")]]
    assert table_lines([*heads, [Cell("First"), Cell("11"), Cell("2")]]) == [
        "Vote: First · Members For: 11 · Members Against: 2"
    ]
    # A row without a first cell is none of the heads.
    assert table_lines(
        [[Cell("Side"), Cell("Name")], [Cell(""), Cell("Brae")], [Cell("Coast"), Cell("Roth")]]
    ) == [
        "Name: Brae",
        "Side: Coast · Name: Roth",
    ]


def test_a_first_row_with_a_number_is_no_head() -> None:
    assert table_lines([[Cell("Tarvo"), Cell("41")], [Cell("Lunn"), Cell("12")]]) == [
        "Tarvo · 41",
        "Lunn · 12",
    ]


def test_numbers_that_a_browser_writes_are_written() -> None:
    items = "<ol start='3'><li>The bridge opens to lorries.<ol type='a'><li>Guns leave.</li></ol></li><li>Grain leaves.</li></ol>"
    text = one("x.html", page(article(items))).text
    for line in ("3. The bridge opens to lorries.", "(a) Guns leave.", "4. Grain leaves."):
        assert line in text.split("\n\n")


def test_numbers_that_a_word_processor_writes_are_written() -> None:
    document = writer.Document()
    for words in ("The bridge opens.", "Grain leaves."):
        document.add_paragraph(words, style="List Number")
    out = io.BytesIO()
    document.save(out)
    found = one("x.docx", out.getvalue())
    assert found.text == "1. The bridge opens.\n\n2. Grain leaves."
    assert [part.name for part in found.structure] == ["point 1", "point 2"]


def test_heads_of_two_rows_that_nobody_marks_are_heads() -> None:
    spread = [
        [Cell("Unit", rows=2), Cell("Killed", columns=2)],
        [Cell("Officers"), Cell("Men")],
        [Cell("4th Brigade"), Cell("12"), Cell("140")],
    ]
    assert table_lines(spread) == ["Unit: 4th Brigade · Killed Officers: 12 · Killed Men: 140"]


def test_a_cell_from_side_to_side_is_a_line_of_its_own() -> None:
    spread = [
        [Cell("Losses by unit", columns=2)],
        [Cell("Unit"), Cell("Men")],
        [Cell("Northern front", columns=2)],
        [Cell("4th Brigade"), Cell("140")],
    ]
    assert table_lines(spread) == ["Losses by unit", "Northern front", "Unit: 4th Brigade · Men: 140"]


def test_points_that_are_set_as_a_table_are_points() -> None:
    points = (
        "<p>2. The reserve may consist of:</p><table><tr><td>(a)</td><td><p>batteries;</p></td></tr></table>"
        "<table><tr><td>(b)</td><td><p>storage, of which:</p>"
        "<table><tr><td>(i)</td><td>water;</td></tr></table></td></tr></table>"
    )
    found = one("x.html", page(article(points)))
    assert "(a) batteries;\n\n(b) storage, of which:\n\n(i) water;" in found.text
    assert rows(found) == []


def test_marks_of_footnotes_and_buttons_behind_a_sentence_are_left_out() -> None:
    said = "<p>They met on 3 May.<sup>[1]</sup> 5 m<sup>2</sup> were cleared. <a href='/s'>Share</a></p>"
    assert "They met on 3 May. 5 m² were cleared.\n\n" in one("x.html", page(article(said))).text


def test_bars_that_are_escaped_are_words_of_their_cell() -> None:
    text = "| Party | Released \\| freed | Code |\n| --- | ---: | --- |\n| Norr\\|land | 112 | `a\\|b` |\n| Ostvale | 97 | x |\n"
    (document,) = read_bytes(f"# Counts\n\n{text}\nAn \\| alone.\n".encode(), Origin("a.md", "/a.md"))
    assert "Party: Norr|land · Released | freed: 112 · Code: a|b" in document.text
    assert document.text.rstrip().endswith("An | alone.")


def test_a_row_of_one_head_below_the_heads_is_a_group_and_no_second_line_of_them() -> None:
    grouped = [
        [Cell("State", head=True), Cell("Cod", head=True)],
        [Cell("Northern states", columns=2, head=True)],
        [Cell("Norvik", head=True), Cell("1,200")],
    ]
    assert table_lines(grouped) == ["Northern states", "State: Norvik · Cod: 1,200"]


def test_a_row_that_its_first_cell_names_has_no_other_head() -> None:
    contacts = [("Contact", "Captain Lena Holm"), ("Telephone", "+47 5550 117"), ("Depot", "Steig, hall 4")]
    assert table_lines([[Cell(name), Cell(said)] for name, said in contacts]) == [
        "Contact: Captain Lena Holm",
        "Telephone: +47 5550 117",
        "Depot: Steig, hall 4",
    ]
    assert table_lines([[Cell(name, head=True), Cell(said)] for name, said in contacts[:2]]) == [
        "Contact: Captain Lena Holm",
        "Telephone: +47 5550 117",
    ]
    leaders = [("Party", "Leader"), ("Union", "Ruta Silins"), ("League", "Jonas Weld")]
    assert table_lines([[Cell(party), Cell(leader)] for party, leader in leaders]) == [
        "Party: Union · Leader: Ruta Silins",
        "Party: League · Leader: Jonas Weld",
    ]
    paid = [("Donor", "Paid"), ("Oke", "12"), ("Tarn", "not known"), ("Selma", "40")]
    assert table_lines([[Cell(donor), Cell(sum_)] for donor, sum_ in paid])[0] == "Donor: Oke · Paid: 12"


def test_a_break_in_a_cell_of_markdown_is_a_space() -> None:
    found = one("a.md", b"Convoys.\n\nConvoy | Load\n--|--\n**V-11** | flour<br>and salt\nV-12 | tents\n")
    assert rows(found) == [
        ("table 1, row 1", "Convoy: V-11 · Load: flour and salt"),
        ("table 1, row 2", "Convoy: V-12 · Load: tents"),
    ]


def test_points_in_tables_without_paragraphs_are_read() -> None:
    points = "".join(
        f"<table><tr><td>({letter})</td><td>{words}</td></tr></table>"
        for letter, words in (
            ("a", "‘level’ means metres above the sea;"),
            ("b", "‘lake’ means a lake on the border."),
        )
    )
    found = one("x.html", page(article(f"<p>For the purposes of this Regulation:</p>{points}")))
    assert "(a) ‘level’ means metres above the sea;" in found.text
    assert "(b) ‘lake’ means a lake on the border." in found.text

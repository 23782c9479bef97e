"""Tables and numbered lists of web pages and Word documents."""

import io

import docx as writer

from index.model import Document
from index.readers import read_bytes
from index.readers.origin import Origin
from index.readers.tables import Cell, table_lines
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
        ("table 1, row 1", "Date: 3 May 2024 · Released by, Velmar: 41 · Released by, Estra: 38"),
        ("table 1, row 2", "Date: 3 May 2024 · Released by, Velmar: 12 · Released by, Estra: 9"),
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

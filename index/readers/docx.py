"""Word documents (.docx), read by python-docx: body text and tables as they stand after all changes are
accepted."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.oxml.ns import qn

from index.errors import MalformedSource
from index.model import Document
from index.readers.archive import check_declared_sizes
from index.readers.metadata.identity import key_of
from index.readers.metadata.origin import Origin
from index.readers.parts import paragraphs, tables
from index.readers.parts.docx_numbering import Numbering
from index.readers.refusal import refusing_damage

_ADVICE = "Open it in a word processor and save it again, or save its text as a .txt file."
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _STYLE = qn("w:t"), qn("w:pStyle")
_WHITE_SPACE = frozenset({qn("w:tab"), qn("w:br"), qn("w:cr")})
# Deleted text, the place a moved text came from, and the second copy of a drawing, kept for old programs.
_UNSEEN = frozenset(
    {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_TITLE_STYLES = ("Title", "Heading1")


def read(data: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the one document that a .docx file holds, its publication date left to the host.

    A row of a table is one paragraph, each of its cells behind the head of its column. Raises MalformedSource for a damaged
    file and for one without text, SourceTooLarge for one that declares more than the limits allow.
    """
    with refusing_damage(origin, "Word document", _ADVICE):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_declared_sizes(package.infolist(), origin)
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        numbering = Numbering(document)
        written: list[list[str]] = []
        text = paragraphs.join(_blocks(body, numbering, written))
        title = paragraphs.plain(document.core_properties.title or "") or _heading(body)
    if not text:
        raise MalformedSource(f"{origin.name}: the document has no text. {_ADVICE}")
    yield Document(
        key=key_of(origin.url, origin.key),
        title=origin.title or title or origin.name,
        text=text,
        publisher=origin.publisher,
        url=origin.url,
        published=origin.published,
        collection=origin.collection,
        structure=tables.table_parts(text, written),
    )


def _blocks(element: Any, numbering: Numbering, written: list[list[str]]) -> Iterator[str]:
    """Yield the text of each paragraph and of each table row inside ``element``, in the order of the
    document; the lines of each table are added to ``written``."""
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == _PARAGRAPH:
            yield numbering.before(child) + _words(child)
        elif child.tag == _TABLE:
            lines = _table(child, numbering)
            written.append(lines)
            yield from lines
        else:
            yield from _blocks(child, numbering, written)


def _table(table: Any, numbering: Numbering) -> list[str]:
    rows = [[_cell(cell, numbering) for cell in _cells(row)] for row in _rows(table)]
    return tables.table_lines(_spanned(rows))


def _rows(element: Any) -> Iterator[Any]:
    """Yield the rows of a table, and not those of a table that stands in one of its cells."""
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == _ROW:
            yield child
        else:
            yield from _rows(child)


def _cell(cell: Any, numbering: Numbering) -> tuple[tables.Cell, bool]:
    """Return a cell, and whether it goes on with the one above."""
    words = paragraphs.plain(" ".join(_blocks(cell, numbering, [])))
    properties = cell.find(qn("w:tcPr"))
    across = properties.find(qn("w:gridSpan")) if properties is not None else None
    merged = properties.find(qn("w:vMerge")) if properties is not None else None
    columns = across.get(qn("w:val"), "1") if across is not None else "1"
    goes_on = merged is not None and merged.get(qn("w:val"), "continue") != "restart"
    return tables.Cell(words, int(columns) if columns.isdecimal() and len(columns) < 4 else 1), goes_on


def _spanned(rows: list[list[tuple[tables.Cell, bool]]]) -> list[list[tables.Cell]]:
    """Return the cells, one that goes on with the one above having its words."""
    above: dict[int, tables.Cell] = {}
    spanned = []
    for row in rows:
        column, cells = 0, []
        for cell, goes_on in row:
            shown = replace(above[column], columns=cell.columns) if goes_on and column in above else cell
            above[column] = shown
            cells.append(shown)
            column += cell.columns
        spanned.append(cells)
    return spanned


def _cells(row: Any) -> Iterator[Any]:
    """Yield the cells of a table row, and not those of a table that stands in one of them."""
    for child in row:
        if child.tag == _CELL:
            yield child
        else:
            yield from _cells(child)


def _words(paragraph: Any) -> str:
    pending, words = [paragraph], []
    while pending:
        node = pending.pop()
        if node.tag in _UNSEEN:
            continue
        if node.tag == _TEXT:
            words.append(node.text or "")
        elif node.tag in _WHITE_SPACE:
            words.append(" ")
        else:
            pending.extend(reversed(node))
    return "".join(words)


def _heading(body: Any) -> str:
    for wanted in _TITLE_STYLES:
        for paragraph in body.iter(_PARAGRAPH):
            style = paragraph.find(f".//{_STYLE}")
            if style is not None and style.get(qn("w:val")) == wanted:
                return paragraphs.plain(_words(paragraph))
    return ""

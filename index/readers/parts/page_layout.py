"""Pages that are laid out by tables, as they were before style sheets: cells to blocks, and two breaks in a row to paragraphs."""

import re
from collections.abc import Sequence
from typing import Any

from lxml.html import Element

from index.readers.parts.tables import LONGEST_CELL

_FEWEST_PARAGRAPHS = 3
"""Paragraphs of a cell that is a story; chosen: a cell of a table has a note or two."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*$")
_BLOCKS = frozenset({"hr", "h1", "h2", "h3", "h4", "h5", "h6", "div", "ul", "ol", "table", "p", "center"})
_SHORTEST_LOOSE = 30
"""Characters of words that are a paragraph by themselves; chosen: fewer are a label."""
_PARTS = frozenset({"table", "tbody", "tr", "td", "th"})


def without_layout_tables(tree: Any) -> None:
    """Make blocks of those tables in ``tree``, an lxml element, that have a cell with more words than any of a table has, one of
    several paragraphs with breaks between them, or one row with a cell of several paragraphs."""
    for table in list(tree.iter("table")):
        cells = [cell for cell in table.iter("td", "th") if _table_of(cell) is table]
        rows = {cell.getparent() for cell in cells}
        told = len(rows) == 1 and any(len(cell.findall("p")) > 1 for cell in cells)
        if not told and not any(len(cell.text_content()) > LONGEST_CELL or _is_story(cell) for cell in cells):
            continue
        _drop_beside_story(cells)
        for cell in cells:
            _part_at_breaks(cell)
            _wrap_loose(cell)
        for part in [part for part in table.iter(*_PARTS) if part is table or _table_of(part) is table]:
            part.tag = "div"


def _is_story(cell: Any) -> bool:
    """Tell whether two breaks in a row part a cell into several paragraphs that end as sentences do."""
    ended = 0
    for one in cell.findall("br"):
        following = one.getnext()
        if following is not None and following.tag == "br" and not (one.tail or "").strip():
            ended += _SENTENCE_END.search(_before(one)) is not None
    return ended >= _FEWEST_PARAGRAPHS


def _drop_beside_story(cells: Sequence[Any]) -> None:
    """Take what stands behind the cell with the story out of a page: cells in which no sentence ends."""
    story = next((place for place, cell in enumerate(cells) if _is_story(cell)), None)
    for cell in cells[story + 1 :] if story is not None else ():
        if not any(_SENTENCE_END.search(words.strip()) for words in cell.itertext()):
            cell.drop_tree()


def _wrap_loose(cell: Any) -> None:
    """Make a paragraph of the words of a cell that stand by themselves behind a rule or a heading."""
    for child in list(cell):
        if child.tag in _BLOCKS and len((child.tail or "").strip()) >= _SHORTEST_LOOSE:
            paragraph = Element("p")
            paragraph.text, child.tail = child.tail, None
            child.addnext(paragraph)


def _before(element: Any) -> str:
    previous = element.getprevious()
    around = element.getparent()
    return str((previous.tail if previous is not None else around.text) or "").rstrip()


def _table_of(element: Any) -> Any:
    return next((around for around in element.iterancestors("table", "div") if around.tag == "table"), None)


def _part_at_breaks(cell: Any) -> None:
    """Make a paragraph of what stands between two breaks in a row and the next two, where there are no paragraphs yet."""
    children = list(cell)
    if next(cell.iter("p", "table"), None) is not None or not any(child.tag == "br" for child in children):
        return
    parts = [Element("p")]
    parts[0].text, cell.text = cell.text, None
    broken = False
    for child in children:
        cell.remove(child)
        again = broken and child.tag == "br"
        broken = child.tag == "br" and not (child.tail or "").strip()
        if again:
            parts.append(Element("p"))
            parts[-1].text = child.tail
        else:
            parts[-1].append(child)
    cell.extend(parts)

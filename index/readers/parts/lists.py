"""Numbered lists of web pages: the numbers that a browser writes are written into the text, as people cite them, and the points
that official journals set in tables of two columns, the number and the words, are read as points."""

import re
from typing import Any

_NUMBERED = re.compile(r"\s*(?:\d{1,3}[.)]|\(?[a-z]{1,4}\))\s")
_BULLET = re.compile(r"^\s*- (?=(?:\d{1,3}\.|\([a-z]{1,4}\))\s)")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_MARK = re.compile(r"\(?(?:\d{1,3}|[a-zа-яіїєґ]{1,5}|[A-Z]{1,4})[.)]|[–—•·-]", re.UNICODE)
_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_BLOCKS = ("p", "div", "table", "ul", "ol", "dl", "blockquote")
_STYLE = re.compile(rf"list-style(?:-type)?\s*:\s*({'|'.join(_STYLES)})")
_MOST = 999
"""The highest number that is put before an item; chosen: a list that begins beyond it is no list of this text."""


def write_numbers(items: Any) -> None:
    """Write before each item of an ``<ol>`` of lxml the number that a browser shows; items that begin with one stay."""
    number = _whole(items.get("start"), 1)
    for item in items:
        if item.tag != "li":
            continue
        number = _whole(item.get("value"), number)
        if not _NUMBERED.match(item.text_content()) and number <= _MOST:
            holder = item if (item.text or "").strip() or not len(item) else item[0]
            holder.text = f"{_shown(number, _kind(items))} {(holder.text or '').lstrip()}"
        number += 1


def _kind(items: Any) -> str:
    """Return how a list counts, as the attribute ``type`` says it: by that attribute, or by its style."""
    style = _STYLE.search(items.get("style", "").lower())
    return _STYLES[style[1]] if style else str(items.get("type", "1"))


def unset_marked(tree: Any) -> None:
    """Put the rows of each table whose first column holds nothing but the marks of points in place of the table, in ``tree`` of
    lxml; the innermost tables first."""
    for table in reversed(list(tree.iter("table"))):
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows_of(table)]
        rows = [[cell for cell in row if cell.text_content().strip()] for row in rows]
        rows = [row for row in rows if row]
        if table.getparent() is None or not rows or not all(_is_marked(row) for row in rows):
            continue
        block = table.makeelement("div")
        for mark, words in rows:
            words.tag = "p" if next(words.iter(*_BLOCKS), None) is None else "div"
            words.attrib.clear()
            _write_before(words, " ".join(mark.text_content().split()))
            block.append(words)
        block.tail = table.tail
        table.getparent().replace(table, block)


def _rows_of(table: Any) -> list[Any]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _is_marked(row: Any) -> bool:
    return len(row) == 2 and _MARK.fullmatch(" ".join(row[0].text_content().split())) is not None


def _write_before(element: Any, mark: str) -> None:
    """Write ``mark`` before the first words of ``element``, in the block that holds them."""
    holder = element
    while not (holder.text or "").strip() and len(holder) and isinstance(holder[0].tag, str):
        if holder[0].tag not in ("p", "div", "span"):
            break
        holder = holder[0]
    holder.text = f"{mark} {(holder.text or '').lstrip()}"


def without_bullet(line: str) -> str:
    """Return a line of a list without the dash before its number."""
    return _BULLET.sub("", line)


def _shown(number: int, kind: str) -> str:
    if kind in "aA" and number <= 26:
        return f"({chr(ord('a') + number - 1)})"
    if kind in "iI" and number < len(_ROMAN):
        return f"({_ROMAN[number]})"
    return f"{number}."


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 5 else otherwise

"""Numbered lists of web pages, whose numbers a browser writes: written into the text, as people cite them."""

import re
from typing import Any

_NUMBERED = re.compile(r"\s*(?:\d{1,3}[.)]|\(?[a-z]{1,4}\))\s")
_BULLET = re.compile(r"^\s*- (?=(?:\d{1,3}\.|\([a-z]{1,4}\))\s)")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
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
            holder.text = f"{_shown(number, items.get('type', '1'))} {(holder.text or '').lstrip()}"
        number += 1


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

"""The numbers that a word processor writes before the paragraphs of a numbered list.

They stand in no paragraph's text: ``numbering.xml`` says how each level of a list counts (ECMA-376, part 1, 17.9).
"""

import re
from typing import Any

from docx.oxml.ns import qn

_ROMAN = (
    ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
_MOST_LEVELS = 9
"""Levels of a list, as Word has them (ECMA-376: ``ilvl`` is 0 to 8)."""


class Numbering:
    """Counts the numbered paragraphs of one document, in their order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._styles: dict[str, Any] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {one.get(qn("w:abstractNumId")): one for one in root.findall(qn("w:abstractNum"))}
        for number in root.findall(qn("w:num")):
            refers = number.find(qn("w:abstractNumId"))
            levels = abstract.get(refers.get(qn("w:val"))) if refers is not None else None
            if levels is not None:
                self._levels[number.get(qn("w:numId"))] = dict(map(_level, levels.findall(qn("w:lvl"))))
        for style in document.styles.element.findall(qn("w:style")):
            properties = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is not None:
                self._styles[style.get(qn("w:styleId"))] = properties

    def before(self, paragraph: Any) -> str:
        """Return the number that stands before ``paragraph``, with a space behind it, "" where none does."""
        if not self._levels:
            return ""
        number, level = self._of(paragraph)
        levels = self._levels.get(number or "")
        if not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(number or "", [0] * _MOST_LEVELS)
        kind, pattern, start = levels[level]
        counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (_MOST_LEVELS - level - 1)
        if kind in ("bullet", "none"):
            # As in Markdown and on pages; the sign itself is drawn in a font of signs.
            return "- " if kind == "bullet" else ""
        shown = re.sub(r"%(\d)", lambda found: _shown(levels, counts, int(found[1]) - 1), pattern)
        return f"{shown} " if shown.strip() else ""

    def _of(self, paragraph: Any) -> tuple[str | None, int]:
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is None:
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            properties = self._styles.get(style.get(qn("w:val"))) if style is not None else None
        if properties is None:
            return None, 0
        number, level = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
        depth = level.get(qn("w:val"), "0") if level is not None else "0"
        return (
            number.get(qn("w:val")) if number is not None else None,
            min(int(depth), _MOST_LEVELS - 1) if depth.isdecimal() else 0,
        )


def _level(level: Any) -> tuple[int, tuple[str, str, int]]:
    """Return a level's number, how it counts, what is written for it and where it starts."""
    values = {
        name: found.get(qn("w:val"), "") if (found := level.find(qn(f"w:{name}"))) is not None else ""
        for name in ("numFmt", "lvlText", "start")
    }
    start = int(values["start"]) if values["start"].isdecimal() else 1
    depth = level.get(qn("w:ilvl"), "0")
    return int(depth) if depth.isdecimal() else 0, (values["numFmt"] or "decimal", values["lvlText"], start)


def _shown(levels: dict[int, tuple[str, str, int]], counts: list[int], level: int) -> str:
    kind = levels[level][0] if level in levels else "decimal"
    value = counts[level] or 1
    if kind.endswith("Letter") and value <= 26:
        letter = chr(ord("a") + value - 1)
        return letter.upper() if kind.startswith("upper") else letter
    if kind.endswith("Roman") and value < 40:
        roman = _roman(value)
        return roman.upper() if kind.startswith("upper") else roman
    return str(value)


def _roman(value: int) -> str:
    written = ""
    for letters, worth in _ROMAN:
        while value >= worth:
            written += letters
            value -= worth
    return written

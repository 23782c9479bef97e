"""What can be seen of a text, and how long it is where Discord counts.

What cannot be seen is taken out, because it can only mislead: control characters, characters that turn the
direction of writing, invisible ones, and combining marks piled higher than any writing piles them.
"""

import re
import unicodedata

MAX_MARKS = 4
"""Combining marks kept on one character: pointed Hebrew with cantillation, the tallest in print, has four."""

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WHITE_SPACE = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n{3,}")

_JOINERS = "\u200c\u200d"
_FILLERS = dict.fromkeys(map(ord, "\u115f\u1160\u2800\u3164\uffa0"), " ")
"""Letters by their category and blank to the eye."""


def length(text: str) -> int:
    """Return the length of ``text`` in UTF-16 code units."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def readable(text: str, *, lines: bool = False) -> str:
    """Return what can be seen of ``text``, white space folded.

    With ``lines``, line breaks are kept, two at most in a row.
    """
    shown = (_readable_line(line) for line in _LINE_BREAK.split(text))
    if lines:
        return _BLANK_LINES.sub("\n\n", "\n".join(shown)).strip("\n")
    return " ".join(line for line in shown if line)


def _readable_line(line: str) -> str:
    if line.isascii() and line.isprintable():
        return _WHITE_SPACE.sub(" ", line).strip(" ")
    kept: list[str] = []
    marks = 0
    for character in line.translate(_FILLERS):
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= MAX_MARKS and (character.isspace() or _is_seen(character, category, kept)):
            kept.append(character)
    return _WHITE_SPACE.sub(" ", "".join(kept)).strip(" " + _JOINERS)


def _is_seen(character: str, category: str, before: list[str]) -> bool:
    if character in _JOINERS:
        # Joins emoji, Persian and Indic letters; after an ASCII letter or another joiner it only hides.
        return bool(before) and not before[-1].isascii() and before[-1] not in _JOINERS
    return category not in ("Cc", "Cf", "Cs")

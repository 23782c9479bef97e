"""What stands on a page beside the text: datelines, bylines, bare links and headings. None of it answers a question."""

import re

from index.language.furniture import after_furniture, is_furniture
from index.model import Span

_BYLINE = re.compile(
    r"\s*(?:(?:words|story|photos?|text|written|reported|reporting|editing|edited|compiled)\s+)?by\s+[A-Z]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S")
_DOMAIN = re.compile(r"\.\w")
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.!?…:;|\"”’')\]]\s*$")
_LONGEST_BYLINE = 12
"""Words; a byline names a few people and perhaps their paper."""

_LONGEST_HEADING = 12
"""Words; headlines have seldom more."""

_FEWEST_BESIDE_A_LINK = 3
"""Words beside an address below which a line is a link and says nothing; chosen."""


def body(text: str, alone: bool) -> Span | None:
    """Return where, in a sentence, an answer may stand: past its dateline and the like; None where it is nothing but furniture.

    ``alone`` says whether it is all that there is of its paragraph, as a heading is.
    """
    if is_furniture(text) or _is_byline(text) or _is_link(text) or (alone and _is_heading(text)):
        return None
    start = after_furniture(text, (0, len(text)))
    return (start, len(text)) if _WORD.search(text, start) else None


def _is_byline(text: str) -> bool:
    return (
        _BYLINE.match(text) is not None
        and len(_WORD.findall(text[:400])) <= _LONGEST_BYLINE
        and not text.rstrip().endswith((".", "!", "?"))
    )


def _is_link(text: str) -> bool:
    beside = links = 0
    # Word by word: a pattern that looks for "@" behind any number of characters starts anew at each of them.
    for word in text.split():
        start = _link(word)
        links += start is not None
        beside += len(_WORD.findall(word if start is None else word[:start]))
        if beside >= _FEWEST_BESIDE_A_LINK:
            return False
    return links > 0


def _link(word: str) -> int | None:
    """Return where the link begins that ``word``, which has no space in it, ends with; None where there is none."""
    if match := _ADDRESS.search(word):
        return match.start()
    at = word.find("@", 1)
    return 0 if at > 0 and _DOMAIN.search(word, at + 2) else None


def _is_heading(text: str) -> bool:
    # A row of a table, a point of a list or "Deadline: 12 August" may well answer: those have a mark or a digit.
    return (
        not _ENDS.search(text)
        and not any(mark in text for mark in ":|\t")
        and not any(map(str.isdigit, text))
        and len(_WORD.findall(text[:400])) <= _LONGEST_HEADING
    )

"""A text with what is quoted in it, and what speaks for nobody, taken out of sight: clauses are looked for in the rest."""

import re
from collections.abc import Sequence

from index.language.english.grammar.word_classes import VEIL
from index.language.quotation_marks import QuotedSpan

_MARKUP = re.compile(
    r"\[(?P<shown>(?:[^\[\]\n]|\n(?!\n)){1,200})\]\((?:https?:|/|#)[^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?\)"
    r"|\b(?:https?://|www\.)\S{1,500}"
)


def veiled(text: str, quoted: Sequence[QuotedSpan]) -> str:
    """Return the text with a mark in place of each character of the quotations ``quoted``, and spaces where an address or
    laughter speaks for nobody; as long as ``text``."""
    parts, position = [], 0
    for span in quoted:
        parts.append(text[position : span.start])
        parts.append(VEIL * (span.end - span.start))
        position = span.end
    parts.append(text[position:])
    text = "".join(parts)
    if "](" in text or "://" in text or "www." in text:
        # Looked for first, because going through a text for all of them takes longer than for one.
        text = _MARKUP.sub(_blank, text)
    return _ASIDE.sub(_spaces, text) if "(Laugh" in text or "(Applause" in text else text


_ASIDE = re.compile(r"\((?:Laugh|Applause)[^()\n]{0,40}\)")


def _spaces(aside: re.Match[str]) -> str:
    return " " * len(aside[0])


def _blank(markup: re.Match[str]) -> str:
    """What a link shows stays where it stands; its address, and bare addresses, speak for nobody."""
    shown = markup["shown"]
    if shown is None:
        return " " * len(markup[0])
    return f" {shown}{' ' * (len(markup[0]) - len(shown) - 1)}"

"""Abbreviations that English has (``data/abbreviations.txt``), and those that a document defines: "the Joint Border Commission
(JBC)"."""

import re
from collections.abc import Iterator, Sequence

from index.language.abbreviations import LONGEST, Abbreviation
from index.language.patterns import late
from index.language.tokens import Analyzer, data_lines

_LOOKED_BACK = 160
"""Characters before an abbreviation in which the name that it stands for may stand."""

_DEFINED = late(
    r"""(?<=\s)\((?:the|hereinafter|hereafter|henceforth|referred|to|as|or|abbreviated|\s|,|["“”'‘’«»])*"""
    r"""(?P<short>[A-Z][A-Za-z&]{0,8}[A-Z])["“”'‘’«»]*[);,]"""
)
_FIRST = late(r"\b(?P<short>[A-Z]{2,10}) \((?P<name>[^\W\d_][\w’' -]{5,100})\)")
_PART = late(r"[^\W\d_][\w’']*")
_WORD = late(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset("of the and for in on to with a an de del la".split())


def known_abbreviations(analyzer: Analyzer) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return, by the term of each abbreviation that is known, the terms of the names that it stands for."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for short, *words in data_lines("abbreviations.txt"):
        term, name = analyzer.term(short), tuple(analyzer.terms(" ".join(words)))
        # Some names are one term already, as their abbreviation is ("United Kingdom"); some letters are a stop word.
        if term is not None and len(name) > 1:
            found.setdefault(term, []).append(name)
    return {term: tuple(dict.fromkeys(names)) for term, names in found.items()}


def defined_abbreviations(text: str, analyzer: Analyzer) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that ``text`` defines: a name, and in brackets behind it the letters that its words begin with."""
    found: dict[Abbreviation, None] = {}
    for short, name in _definitions(text):
        terms, named = analyzer.terms(short), tuple(analyzer.terms(name))
        if len(terms) == 1 and 1 < len(named) <= LONGEST:
            found[Abbreviation(terms[0], named)] = None
    return tuple(found)


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in _DEFINED.finditer(text):
        before = text[max(0, match.start() - _LOOKED_BACK) : match.start()].rsplit("\n\n", 1)[-1]
        name = _ending_spelt(before, match["short"])
        if name is not None:
            yield match["short"], name
    for match in _FIRST.finditer(text):
        name = _ending_spelt(match["name"], match["short"])
        if name is not None and len(name) == len(match["name"]):
            yield match["short"], name


def _ending_spelt(text: str, short: str) -> str | None:
    """Return the words at the end of ``text`` whose first letters are those of ``short``, small words left out or not.

    A word with a hyphen is one or two: "Non-Proliferation Treaty (NPT)", "Security and Co-operation in Europe (SCE)".
    """
    return _spelt_by(list(_PART.finditer(text)), text, short) or _spelt_by(
        list(_WORD.finditer(text)), text, short
    )


def _spelt_by(words: Sequence[re.Match[str]], text: str, short: str) -> str | None:
    letters = [letter for letter in short.lower() if letter.isalpha()]
    for place in range(len(words) - 1, -1, -1):
        word = words[place].group().lower()
        if word[0] == letters[-1] and (len(letters) > 1 or word not in _SMALL):
            letters.pop()
        elif word not in _SMALL:
            return None
        if not letters:
            return text[words[place].start() :].strip()
    return None

"""Abbreviations and the names that they stand for, in either direction: "EU" and "European Union", "S300" and "S-300".

Terms decide, so that spellings and endings do not matter. A few names are known (``data/abbreviations.txt``), a document
defines others ("the Joint Border Commission (JBC)"), and of a designation of letters and a number each form is known from
the other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.language.patterns import late
from index.language.tokens import Analyzer, data_lines

LONGEST = 8
"""Terms of a name that an abbreviation stands for, at most."""

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
_DESIGNATION = late(r"(?P<letters>[a-z]{1,4})(?P<number>\d\w{0,5})")
_LETTERS, _NUMBER = late(r"[a-z]{1,4}"), late(r"\d\w{0,5}")


class Abbreviation(NamedTuple):
    """An abbreviation's term and the terms of a name that it stands for."""

    short: str
    name: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherForms:
    """What stands for terms: ``wholes`` has, by a term of a name, the abbreviations of that name; ``parts`` has, by an
    abbreviation, the names whose terms stand for it when they stand together."""

    wholes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parts: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def terms_of(self, term: str) -> frozenset[str]:
        """Return every term that stands for ``term`` by itself or with others."""
        named = (part for name in self.parts.get(term, ()) for part in name)
        return self.wholes.get(term, frozenset()).union(named)

    def are_in(self, term: str, terms: frozenset[str]) -> bool:
        """Tell whether ``terms`` have what stands for ``term``."""
        wholes = self.wholes.get(term, frozenset())
        return not wholes.isdisjoint(terms) or any(map(terms.issuperset, self.parts.get(term, ())))


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


def names_in(terms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of ``terms`` that may be a name which an abbreviation stands for."""
    for start in range(len(terms)):
        for end in range(start + 2, min(start + LONGEST, len(terms)) + 1):
            yield tuple(terms[start:end])


def other_forms(
    terms: Sequence[str],
    known: Mapping[str, Sequence[tuple[str, ...]]],
    defined: Iterable[Abbreviation] = (),
) -> OtherForms:
    """Return what stands for the ``terms`` of a question or a topic, which are in order.

    ``known`` are the abbreviations that are always known, ``defined`` those that documents define, for these terms at least.
    """
    parts: dict[str, list[tuple[str, ...]]] = {}
    wholes: dict[str, set[str]] = {}
    by_name: dict[tuple[str, ...], set[str]] = {}
    for short, name in defined:
        by_name.setdefault(name, set()).add(short)
        parts.setdefault(short, []).append(name)
    for short in dict.fromkeys(terms):
        parts.setdefault(short, []).extend(known.get(short, ()))
        designation = _DESIGNATION.fullmatch(short)
        if designation:
            parts[short].append((designation["letters"], designation["number"]))
    runs = dict.fromkeys(names_in(terms))
    for short, names in known.items():
        for name in names:
            if name in runs:
                by_name.setdefault(name, set()).add(short)
    for run in runs:
        shorts = set(by_name.get(run, ()))
        if len(run) == 2 and _LETTERS.fullmatch(run[0]) and _NUMBER.fullmatch(run[1]):
            shorts.add("".join(run))
        for term in run if shorts else ():
            wholes.setdefault(term, set()).update(shorts)
    return OtherForms(
        {term: frozenset(shorts) for term, shorts in wholes.items()},
        {short: tuple(dict.fromkeys(parts[short])) for short in dict.fromkeys(terms) if parts.get(short)},
    )

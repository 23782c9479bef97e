"""Abbreviations and the names that they stand for, in either direction: "EU" and "European Union", "S300" and "S-300".

Terms decide, so that spellings and endings do not matter. A language knows a few names and finds those that a document defines;
of a designation of letters and a number each form is known from the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.language.patterns import late

LONGEST = 8
"""Terms of a name that an abbreviation stands for, at most."""

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

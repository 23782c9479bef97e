"""Whether a sentence speaks of two things, or of one by two names: "the government and the League", "Sulamar's creditors"."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection

from index.language.english.grammar.noun_phrases import Held
from index.language.english.grammar.roles import is_verb
from index.language.english.grammar.words import Words

_BETWEEN_TWO = frozenset("with against from versus between".split())
"""Prepositions that stand between one and another."""

_IS = frozenset("is are was were be been become becomes became named called known elected appointed".split())
"""Verbs behind which the same one is called by another name."""

_OF_ITS_OWN = frozenset(
    """government governments administration ministry minister president premier parliament army delegation team side leader
    leaders chief head director board management spokesman spokeswoman negotiator negotiators envoy envoys capital
    foreign prime""".split()
)
"""What acts for its owner: "Norland's government"."""

_FARTHEST = 30
"""Words of a sentence within which two things are told apart; chosen: two clauses."""


def apart(words: Words, one: Collection[str], other: Collection[str], held: Held) -> bool:
    """Tell whether ``words`` name a thing with the terms ``one`` and another with the terms ``other``; ``held`` tells whether a
    term is among others.

    They do where a verb stands between, "and" joins them, or one is the other's: not where a comma or "is" gives a name.
    """
    others = _places(words, other, held)
    return any(
        _are_two(words, min(first, second), max(first, second))
        for first in _places(words, one, held)
        for second in others[bisect_left(others, first - _FARTHEST) : bisect_right(others, first + _FARTHEST)]
        if first != second
    )


def _places(words: Words, terms: Collection[str], held: Held) -> list[int]:
    return [
        place
        for place, word in enumerate(words)
        if word.tag in "NTrn" and word.terms and any(held(term, word.terms) for term in terms)
    ]


def _are_two(words: Words, first: int, second: int) -> bool:
    between = words[first + 1 : second]
    if any(is_verb(words, place) for place in range(first + 1, second)):
        return not any(word.lower in _IS for word in between)
    if words[first].owner:
        return words[second].lower not in _OF_ITS_OWN and not any(
            word.lower in _OF_ITS_OWN for word in between
        )
    if any(word.lower in {"of", "for", "in", "at", "on"} for word in between):
        return False
    return any(word.tag == "c" or word.lower in _BETWEEN_TWO for word in between) and not _is_listed(between)


def _is_listed(between: Words) -> bool:
    """Tell whether a mark stands between: what it parts may be a name that is added, "Kotova, its chief, and"."""
    return any(word.text in ",()" for word in between)

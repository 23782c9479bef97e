"""Whose something is, and what somebody is to another: "Hostra's customs chief", "envoy of Norland to Sudria"."""

from dataclasses import dataclass

from index.language.english.grammar.noun_phrases import NounPhrase
from index.language.english.grammar.words import Words
from index.language.english.people.name_parts import PEOPLES

_ONES_OWN = frozenset("its his her their own".split())
"""Words before what the subject of the question has: "why did Norland recall its envoy"."""
_RELATIONS = frozenset(
    """envoy envoys ambassador ambassadors emissary representative delegate negotiator consul minister premier president
    chief director spokesman spokeswoman spokesperson secretary chancellor king queen leader head commander deputy capital
    governor mayor adviser advisor chair chairman chairwoman owner founder lawyer counterpart general""".split()
)
"""Nouns that say what somebody is to another: whose envoy, and the envoy to whom, are not the same."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Whose ``role`` is asked after, and towards whom."""

    role: str
    owner: tuple[str, ...]
    target: tuple[str, ...]


def read_relation(words: Words, agent: NounPhrase | None) -> Relation | None:
    """Return what somebody is to another, where the question asks for him or what he does: "Sudria's envoy"."""
    for place, word in enumerate(words):
        if word.lower not in _RELATIONS or not word.terms:
            continue
        owner = _names_of_owner(words, place)
        if not owner and agent is not None and place and words[place - 1].lower in _ONES_OWN:
            owner = agent.names
        target: tuple[str, ...] = ()
        after = [w for w in words[place + 1 : place + 5] if w.tag != "d"]
        if after and after[0].lower in {"to", "for"}:
            target = tuple(term for w in after[1:] if w.is_name for term in w.terms)
        if after and after[0].lower == "of" and not owner:
            owner = tuple(term for w in after[1:] if w.is_name for term in w.terms)
        if owner or target:
            return Relation(word.terms[-1], owner, target)
    return None


def _names_of_owner(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the name that owns the noun at ``place``: "Hostra's customs chief", "the Iranian foreign minister"."""
    for back in range(place - 1, max(-1, place - 5), -1):
        if words[back].owner:
            names: list[str] = []
            while back >= 0 and words[back].is_name:
                names[:0] = words[back].terms
                back -= 1
            return tuple(names)
        if words[back].lower in PEOPLES and words[back].terms:
            return _of_peoples(words, back)
        if words[back].tag not in "nreNT#":
            break
    return ()


def _of_peoples(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the peoples that are named one after another up to ``place``: "the Russian and Ukrainian"."""
    found = list(words[place].terms)
    while place > 1 and words[place - 1].lower in {"and", "or", ","} and words[place - 2].lower in PEOPLES:
        place -= 2
        found.extend(words[place].terms)
    return tuple(found)


def owner_behind(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the name behind "of" right after the noun at word ``place``: "envoy of Norland to Sudria"."""
    behind = [word for word in words[place + 1 : place + 7] if word.tag != "d"]
    if not behind or behind[0].lower != "of":
        return ()
    until = next((n for n, word in enumerate(behind) if n and not word.is_name), len(behind))
    return tuple(term for word in behind[1:until] for term in word.terms)


def owner_before(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the name that owns the noun at word ``place``; empty where none does."""
    return _names_of_owner(words, place)

"""Who or what a question speaks of, and whether the words of a sentence name the same."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from index.language.english.grammar.words import Word, Words

_OF_THE_SAME_NAME = 0.5
"""The share of a name's words that stands for it: the surname alone of a first name and a surname."""
Held = Callable[[str, Collection[str]], bool]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Who or what a question speaks of: the terms of its names, and of its other words; ``head`` is the main one.

    ``joined`` tells whether it is several, of whom each stands for it: "Jarn and Oskovia".
    """

    names: tuple[str, ...]
    others: tuple[str, ...]
    head: str
    joined: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        """All of its terms."""
        return (*self.names, *self.others)


def noun_phrase(words: Words) -> NounPhrase | None:
    """Return the phrase that ``words`` begin with, up to a preposition; None where no noun is among them."""
    core = list(words)
    for place, word in enumerate(words):
        if place and word.tag == "i" and word.lower != "of":
            core = list(words[:place])
            break
    nouns = [word for word in core if word.tag in "Nrne#" and word.terms]
    if not nouns:
        return None
    names = tuple(term for word in nouns if word.is_name for term in word.terms)
    others = tuple(term for word in nouns if not word.is_name for term in word.terms)
    before_of = [word for word in _until(core, "of") if word.tag in "Nrn" and word.terms]
    joined = any(word.tag == "c" for word in core)
    return NounPhrase(names, others, (before_of or nouns)[-1].terms[-1], joined)


def _until(words: Words, preposition: str) -> Words:
    return words[: next((n for n, word in enumerate(words) if word.lower == preposition), len(words))]


def _is_of(word: Word, phrase: NounPhrase, held: Held) -> bool:
    return any(held(term, word.terms) for term in (*phrase.names, *phrase.terms))


Match = Literal["same", "other", "unclear"]


def compare(phrase: NounPhrase, words: Words, held: Held, known: Collection[str]) -> Match:
    """Tell whether ``words`` of a sentence name ``phrase``, or somebody else; ``held`` tells whether a term is among others.

    ``known`` are the terms that stand around: a thing that is called by another noun than the one asked about is another one
    only where the one asked about is named as well.
    """
    terms = {term for word in words for term in word.terms}
    if phrase.joined and any(held(term, terms) for term in phrase.terms):
        return "same"
    if phrase.names:
        if held(phrase.names[-1], terms):
            return "same"
        nominal = [word for word in words if word.tag in "NTrnpo"]
        if nominal and nominal[-1].tag in "po":
            return "unclear"
        share = sum(held(term, terms) for term in phrase.names) / len(phrase.names)
        if any(word.is_name and not _is_of(word, phrase, held) for word in words if word.terms):
            return "other"
        return "same" if share >= _OF_THE_SAME_NAME else "unclear"
    if held(phrase.head, terms) or any(held(term, terms) for term in phrase.others):
        return "same"
    nouns = [word for word in words if word.tag in "Nrn" and word.terms]
    if not nouns or any(word.tag in "po" for word in words):
        return "unclear"
    if any(word.is_name for word in nouns) or not held(phrase.head, known):
        return "unclear"
    return "other"

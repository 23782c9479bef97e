"""The numbers of a question: how many of what, which one of several, the number of a thing."""

from dataclasses import dataclass
from itertools import pairwise

from index.language.english.grammar.words import Word, Words

RANKS = {
    word: rank
    for rank, words in enumerate(
        """first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th|eleventh 11th
        |twelfth 12th""".split("|"),
        1,
    )
    for word in words.split()
}
"""The words for a place in an order, with the place."""
_COUNTS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
}
_NUMBERED = frozenset(
    """article articles chapter section annex clause paragraph point points item hall phase stage round resolution protocol flight
    room session part page line lot gate pier unit block zone sector district table figure case vote motion amendment
    schedule rule principle track basket question step option""".split()
)
_RANKED_THINGS = 3
"""How many words after a rank its noun may stand: "second informal meeting"."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in an order, and the term of what is ordered: the second round."""

    rank: int
    noun: str


def read_rank(words: Words) -> list[Ranked]:
    """Return the places in an order that a question names, with what is ordered: "the second round"."""
    found = []
    for place, word in enumerate(words):
        rank = RANKS.get(word.lower)
        if rank is None:
            continue
        noun = _noun_after(words, place)
        if noun:
            found.append(Ranked(rank, noun))
    return found


def _noun_after(words: Words, place: int) -> str | None:
    """Return the term of the noun that the word at ``place`` ranks: the last of the run of nouns after it."""
    noun = None
    for word in words[place + 1 : place + 1 + _RANKED_THINGS]:
        may_be_verb = word.tag == "B" and noun is None and word.lower in _NUMBERED  # "the fifth point"
        if (word.tag not in "nreNT" and not may_be_verb) or not word.terms or (word.tag == "N" and noun):
            break
        noun = word.terms[-1]
    return noun


def numbered(words: Words) -> list[tuple[str, str]]:
    """Return the things with a number, such as ("articl", "9"), numbers in figures."""
    found = []
    for word, following in pairwise(words):
        if word.lower not in _NUMBERED or not word.terms:
            continue
        number = _COUNTS.get(following.lower, following.lower)
        if number[0].isdigit():
            found.append((word.terms[-1], number))
    return found


def is_count(word: Word) -> bool:
    """Tell whether a word is a number of things, and no year."""
    number = _in_digits(word).replace(".", "", 1)
    return number.isdigit() and not (len(number) == len("1999") and number[:2] in {"19", "20"})


def _in_digits(word: Word) -> str:
    """Return the word in small letters, where it is a number in digits and without what parts thousands."""
    return _COUNTS.get(word.lower, word.lower.replace(",", ""))


def counts(words: Words) -> list[tuple[str, str]]:
    """Return the numbers with the term of what there is so many of, such as ("2", "month"), but not in "which two states"."""
    found = []
    for place, (word, following) in enumerate(pairwise(words)):
        number = _in_digits(word)
        asked = place and words[place - 1].lower in {"what", "which", "the", "are", "were", "all", "of"}
        if number.isdigit() and following.terms and following.tag in "nr" and not asked:
            found.append((number, following.terms[-1]))
    return found

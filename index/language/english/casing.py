"""What in English may be a name that somebody typed small, and how a text writes it."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from index.language.english.calendar_words import MONTH_NAMES
from index.language.english.grammar.word_classes import word_class
from index.language.english.people.name_parts import PEOPLES
from index.language.english.people.names import COUNTRIES
from index.language.english.place_words import place_words

_SHORTEST = 3
"""Letters of a word that may be a name: shorter ones are letters with a number, or a slip."""

_BEFORE = re.compile(
    r"(?<![\w’'-])(?:[a-z][\w’'-]{0,40},?"
    r"|President|Chancellor|Minister|Secretary|Premier|Senator|General|Ambassador|Envoy|Mr\.|Ms\.|Mrs\.|Dr\.) \Z"
)
"""A word that begins small, right before, or a title, behind which a surname stands."""

_LONGEST_BEFORE = 44
"""Characters: what ``_BEFORE`` matches at most, and one that may not stand before it."""

_IN_SHORT = re.compile(r"\b(?:(?<=the )us(?= \w)|uk|eu|un|usa|uae)\b")
"""Lands and unions in short, typed small: "the us envoy" is that of the United States, and "tell us" is not."""
_NAME_BEHIND = re.compile(r" (?P<name>[A-Z][^\W\d_]{1,30})")
_WORD_GOES_ON = re.compile(r"\w")


def is_of_a_land(word: str) -> bool:
    """Tell whether the word names a land or its people, which no document need have: "kuwaiti" is Kuwaiti in any case."""
    return len(word) >= _SHORTEST and word.islower() and word in _lands()


@cache
def _lands() -> frozenset[str]:
    of_lands = frozenset(word for line in place_words().alike for word in line) | PEOPLES
    return of_lands | {word.lower() for word in COUNTRIES}


def may_be_a_name(word: str) -> bool:
    """Tell whether the word, typed small, may be a name: no word that English has besides, and no month."""
    plain = word.isalpha() and word.islower() and len(word) >= _SHORTEST
    return plain and word_class(word) in "nev" and word.capitalize() not in MONTH_NAMES


def written_inside(text: str, word: str, beside: Collection[str] = ()) -> Iterator[str]:
    """Yield how the first letter of ``word`` is written wherever it stands behind a word that begins small.

    Behind a capital it may be part of a longer name: "United Nations" says nothing of nations. So it may before one, where that
    is none of the words ``beside`` it in the question: "Upper Norland" says nothing of an upper limit.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        return  # a letter of another length in small: places of the one are not those of the other
    start = lowered.find(word)
    while start >= 0:
        end = start + len(word)
        if not _WORD_GOES_ON.match(text, end) and _BEFORE.search(
            text[max(0, start - _LONGEST_BEFORE) : start]
        ):
            behind = _NAME_BEHIND.match(text, end)
            longer = beside and text[start].isupper() and behind is not None
            if not longer or (behind is not None and behind["name"].lower() in beside):
                yield text[start]
        start = lowered.find(word, end)


def lands_in_short(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lands and unions stand that ``text`` names in short and in small letters: "uk"."""
    return (short.span() for short in _IN_SHORT.finditer(text))

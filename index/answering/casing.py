"""Names typed small get the capital that the documents give them: who said it, and where, can then be told.

"who chairs the syria mechanism" asks of Syria, as whoever types "who chairs the Syria mechanism" does. Truecasing by the corpus
itself, after Lita and others (tRuEcasIng, 2003).
"""

import re
from collections.abc import Iterator
from functools import cache

from index.language.english.calendar_words import MONTH_NAMES
from index.language.english.people.name_parts import PEOPLES
from index.language.english.people.names import COUNTRIES
from index.language.english.word_classes import word_class
from index.language.tokens import Token, data_lines
from index.requests import Filters
from index.search.searcher import Searcher

_PASSAGES = 10
"""Passages with a word that are looked at for how it is written; chosen: what is written both ways shows it soon."""

_MOST_WORDS = 24
"""Words of a question that are looked up; chosen: a question of names alone has fewer."""

_SHORTEST = 3
"""Letters of a word that may be a name: shorter ones are letters with a number, or a slip."""

_BEFORE = re.compile(
    r"(?<![\w’'-])(?:[a-z][\w’'-]{0,40},?"
    r"|President|Chancellor|Minister|Secretary|Premier|Senator|General|Ambassador|Envoy|Mr\.|Ms\.|Mrs\.|Dr\.) \Z"
)
"""A word that begins small, right before, or a title, behind which a surname stands."""

_LONGEST_BEFORE = 44
"""Characters: what ``_BEFORE`` matches at most, and one that may not stand before it."""

_POSSESSIVE = re.compile(r"['’]s?\Z")
_IN_SHORT = re.compile(r"\b(?:(?<=the )us(?= \w)|uk|eu|un|usa|uae)\b")
"""Lands and unions in short, typed small: "the us envoy" is that of the United States, and "tell us" is not."""
_CAPITAL = re.compile(r"\b[A-Z]")
_WORD_GOES_ON = re.compile(r"\w")
_FIRST_OR_I = re.compile(r"^\W*[A-Z]|\bI(?=\b|['’])")


def as_written(searcher: Searcher, text: str, filters: Filters) -> str:
    """Return the question with a capital for each word that the documents write with one; a question that has capitals is
    returned as it is, as whoever typed it knew what is a name."""
    if _CAPITAL.search(_FIRST_OR_I.sub("", text)):
        return text
    letters = list(text)
    for token in searcher.analyzer.tokens(text)[:_MOST_WORDS]:
        word = _POSSESSIVE.sub("", text[token.start : token.end])
        if _is_of_a_land(word) or (
            _may_be_a_name(word) and _is_written_large(searcher, token, word, filters)
        ):
            letters[token.start] = letters[token.start].upper()
    for short in _IN_SHORT.finditer(text):
        letters[short.start() : short.end()] = short.group().upper()
    return "".join(letters)


def _is_of_a_land(word: str) -> bool:
    """Tell whether the word names a land or its people, which no document need have: "kuwaiti" is Kuwaiti in any case."""
    return len(word) >= _SHORTEST and word.islower() and word in _lands()


@cache
def _lands() -> frozenset[str]:
    of_lands = frozenset(word for line in data_lines("places.txt") for word in line) | PEOPLES
    return of_lands | {word.lower() for word in COUNTRIES}


def _may_be_a_name(word: str) -> bool:
    plain = word.isalpha() and word.islower() and len(word) >= _SHORTEST
    return plain and word_class(word) in "nev" and word.capitalize() not in MONTH_NAMES


def _is_written_large(searcher: Searcher, token: Token, word: str, filters: Filters) -> bool:
    """Tell whether the passages that have the word most write it with a capital inside sentences, and never small."""
    hits = searcher.search({token.term: 1.0}, _PASSAGES, filters)
    passages = searcher.read_passages([hit.passage for hit in hits])
    large = 0
    for passage in passages.values():
        document = searcher.document(passage.document)
        first, last = passage.sentences[0].span.start, passage.sentences[-1].span.end
        for written in _written_inside(" ".join(document.text[first:last].split()), word):
            if written.islower():
                return False
            large += 1
    return large > 0


def _written_inside(text: str, word: str) -> Iterator[str]:
    """Yield how the first letter of ``word`` is written wherever it stands behind a word that begins small.

    Behind a capital it may be part of a longer name: "United Nations" says nothing of nations.
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
            yield text[start]
        start = lowered.find(word, end)

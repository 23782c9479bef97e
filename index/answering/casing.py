"""Names typed small get the capital that the documents give them: who said it, and where, can then be told.

"who chairs the syria mechanism" asks of Syria, as whoever types "who chairs the Syria mechanism" does. Truecasing by the corpus
itself, after Lita and others (tRuEcasIng, 2003).
"""

import re
from collections.abc import Collection

from index.language.english.casing import is_of_a_land, lands_in_short, may_be_a_name, written_inside
from index.language.tokens import Token
from index.requests import Filters
from index.search.searcher import Searcher

_PASSAGES = 10
"""Passages with a word that are looked at for how it is written; chosen: what is written both ways shows it soon."""

_MOST_WORDS = 24
"""Words of a question that are looked up; chosen: a question of names alone has fewer."""

_POSSESSIVE = re.compile(r"['’]s?\Z")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"\b[A-Z]")
_FIRST_OR_I = re.compile(r"^\W*[A-Z]|\bI(?=\b|['’])")


def as_written(searcher: Searcher, text: str, filters: Filters) -> str:
    """Return the question with a capital for each word that the documents write with one; a question that has capitals is
    returned as it is, as whoever typed it knew what is a name."""
    if _CAPITAL.search(_FIRST_OR_I.sub("", text)):
        return text
    letters = list(text)
    words = frozenset(_WORD.findall(text.lower()))
    for token in searcher.analyzer.tokens(text)[:_MOST_WORDS]:
        word = _POSSESSIVE.sub("", text[token.start : token.end])
        if is_of_a_land(word) or (
            may_be_a_name(word) and _is_written_large(searcher, token, word, words, filters)
        ):
            letters[token.start] = letters[token.start].upper()
    for start, end in lands_in_short(text):
        letters[start:end] = text[start:end].upper()
    return "".join(letters)


def _is_written_large(
    searcher: Searcher, token: Token, word: str, words: Collection[str], filters: Filters
) -> bool:
    """Tell whether the passages that have the word most write it with a capital inside sentences, and never small; ``words`` are
    all of the question's."""
    hits = searcher.search({token.term: 1.0}, _PASSAGES, filters)
    passages = searcher.read_passages([hit.passage for hit in hits])
    large = 0
    for passage in passages.values():
        document = searcher.document(passage.document)
        first, last = passage.sentences[0].span.start, passage.sentences[-1].span.end
        # What a heading ends with is no name with what the paragraph below begins with.
        for paragraph in document.text[first:last].split("\n\n"):
            for written in written_inside(" ".join(paragraph.split()), word, words):
                if written.islower():
                    return False
                large += 1
    return large > 0

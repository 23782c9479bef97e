"""Words of a question that no document holds, and that alone tell that it is about something else.

In a few pages most words of a question stand nowhere, as people ask in words of their own. Of many pages what is common has its
place somewhere: a noun that none of them holds is what they do not speak of.
"""

from difflib import get_close_matches
from functools import cache

from index.answering.ranking.retrieval import Ranking
from index.language.english.frame_words import ANYBODY
from index.language.english.grammar.word_classes import word_class
from index.language.tokens import data_lines
from index.search.searcher import Searcher

ENOUGH = 2_000
"""Passages from which on a word that none has tells what is not there; chosen: some fifty pages of a newspaper."""

_SHORTEST = 6
"""Letters of such a word: shorter ones are short for others, "ppl", "exec"; chosen on the natural questions."""

_MISSPELT = 0.8
"""How like a word of grammar one is that is it, misspelt: "togther"; as ``difflib`` tells it."""


_THIN = 0.4
"""The share of what the question's words tell, those that no document holds left out, below which a document has too little of
it; chosen on the questions over the White House statements: of the right ones one in a hundred lies below."""

_READ_SURELY = 4.0
"""The reader's margin from which on it may be said in other words; chosen on the same."""


def is_about_something_else(searcher: Searcher, ranking: Ranking, enough: int = ENOUGH) -> bool:
    """Tell whether no document holds a word that tells what the question is about, or the best one too few, where there are
    ``enough`` passages."""
    if searcher.passages < enough or not ranking.candidates:
        return False
    telling = (word for word in ranking.unknown if ANYBODY.isdisjoint(searcher.analyzer.terms(word)))
    return any(map(_tells, telling)) or _is_thin(searcher, ranking)


def _is_thin(searcher: Searcher, ranking: Ranking) -> bool:
    best, matcher = ranking.candidates[0], ranking.matcher
    if best.judgement.margin is not None and best.judgement.margin >= _READ_SURELY:
        return False
    unknown = {term for word in ranking.unknown for term in searcher.analyzer.terms(word)}
    known = sum(idf for term, idf in zip(matcher.terms, matcher.idf, strict=True) if term not in unknown)
    return best.evidence.document_coverage * matcher.total < _THIN * known


def _tells(word: str) -> bool:
    lowered = word.lower()
    return (
        len(word) >= _SHORTEST
        and word.isalpha()
        and word_class(lowered) in "ner"
        and not get_close_matches(lowered, _words_of_grammar(), 1, _MISSPELT)
    )


@cache
def _words_of_grammar() -> tuple[str, ...]:
    return tuple(word for line in data_lines("stop_words.txt") for word in line if len(word) >= _SHORTEST - 1)

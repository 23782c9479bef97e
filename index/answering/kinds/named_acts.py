"""Questions that call an agreement by a name that one document has: its own words answer before those of others about it."""

import re
from dataclasses import replace

from index.answering.kinds.places import ACTS
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.language.tokens import fold

_LOOKED_AT = 12
"""Candidates among which the agreement's own sentence is looked for, as many as are held against the question's frame."""

_FEWEST_WORDS = 2
"""Words of a name: one alone is a word that many texts have."""

_WORD = re.compile(r"\w+")


def with_named_act_first(ranking: Ranking) -> Ranking:
    """Return the ranking with a sentence of the agreement before all others, where the question calls it by its title or by an
    alias, the best sentence is another document's, and this one has every other word of the question and the form asked for."""
    if not ranking.candidates:
        return ranking
    asked = _words(ranking.question.text)
    if _is_named(ranking.candidates[0], asked):
        return ranking
    first = next(
        (
            one
            for one in ranking.candidates[:_LOOKED_AT]
            if _is_named(one, asked) and _has_the_rest(ranking, one) and not one.evidence.lacking
        ),
        None,
    )
    if first is None:
        return ranking
    return replace(ranking, candidates=(first, *(one for one in ranking.candidates if one is not first)))


def _is_named(candidate: Candidate, asked: str) -> bool:
    """Tell whether the words of the question, with a space around each, have a name of the candidate's document that an agreement
    may have."""
    document = candidate.document
    names = (*document.aliases, *([document.title] if _is_act(document.title) else []))
    written = map(_words, names)
    return any(len(name.split()) >= _FEWEST_WORDS and name in asked for name in written)


def _is_act(title: str) -> bool:
    words = _words(title).split()
    return bool(words) and (words[-1] in ACTS or words[0] in ACTS)


def _has_the_rest(ranking: Ranking, candidate: Candidate) -> bool:
    """Tell whether the candidate has those words of the question that are not of the name of its document."""
    names = candidate.document.names.lower()
    rest = [
        place
        for place, term in enumerate(ranking.matcher.terms)
        if term not in names and not candidate.title.best[place]
    ]
    return bool(rest) and all(candidate.matched.best[place] for place in rest)


def _words(text: str) -> str:
    return f" {' '.join(map(fold, _WORD.findall(text)))} "

"""Entries and messages with their time, as answers: one says its time beside its words, and not in them."""

from index.answering.kinds.rows import SURE
from index.answering.ranking.retrieval import Ranking
from index.language.english.asking.asked_things import asked_thing, holds

_OF_AN_HOUR = frozenset({"time", "hour", "clock"})
"""Terms of a question that ask for an hour, and stand in no entry."""


def entry_confidence(ranking: Ranking, confidence: float) -> float:
    """Return how sure it is that the best candidate answers, where an hour is asked of what it says in the question's own words,
    and its entry stands at one; else ``confidence``."""
    if not ranking.candidates or confidence >= SURE:
        return confidence
    best, matcher = ranking.candidates[0], ranking.matcher
    thing, span = asked_thing(ranking.question.text), best.sentence.span
    if thing is None or not holds(thing, best.document.told_at(span.start, span.end)):
        return confidence
    said = all(
        held == 1.0
        for term, held in zip(matcher.terms, best.matched.best, strict=True)
        if term not in _OF_AN_HOUR
    )
    return SURE if said else confidence

"""Questions for a thing with a form of its own: a sentence that has it and is about all that is asked answers at least nearly."""

from index.answering.ranking.retrieval import Ranking
from index.language.english.asking.asked_things import AskedThing, holds

_ALL = 0.95
"""The share of the question's words that the sentence has, with what stands beside it and the title; chosen: all of them, where
a word beside it counts as far as one in it."""


def has_form_asked_for(ranking: Ranking, thing: AskedThing | None) -> bool:
    """Tell whether the best sentence holds the ``thing`` asked for, is read to answer, and has every word of the question, or
    those right beside it do: "the war that he started more than three years ago" for how long it has been going on."""
    if thing is None or not thing.strict or not ranking.candidates:
        return False
    best, matcher = ranking.candidates[0], ranking.matcher
    margin, span = best.judgement.margin, best.sentence.span
    if margin is None or margin <= 0 or not holds(thing, best.document.text[span.start : span.end]):
        return False
    beside = [one.best for one in (*best.neighbours, best.title) if one is not None]
    around = [max(held) for held in zip(best.matched.best, *beside, strict=True)]
    return matcher.coverage(around) >= _ALL

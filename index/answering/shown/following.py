"""What answers a follow-up that has no word of its own: "and where was that?", "why?", "and by when?".

It is what stands soon behind what was shown, the place of the report's dateline, or what was shown itself.
"""

from dataclasses import replace

from index.answering.answers import excerpts
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.shown.before import is_read_to_answer
from index.answering.thresholds import Thresholds
from index.citations import cite
from index.language.english.asking.asked_things import asked_thing, holds
from index.language.furniture import place_of_dateline
from index.model import Answer, Excerpt
from index.search.searcher import Searcher

_TOLD_BY_PATTERNS = frozenset({"person", "date", "place", "number", "duration", "reason"})
"""The kinds of answer without which a sentence behind what was shown does not answer a follow-up that has no word of its own."""

_SOON_BEHIND = 1_500
"""Characters behind what was shown in which what goes on with it stands; chosen: two or three paragraphs."""

_OPENING_MARKS = '"“«„'


def what_follows(
    searcher: Searcher, ranking: Ranking, before: Answer, thresholds: Thresholds
) -> Answer | None:
    """Return the nearest sentence behind what was shown that holds the kind of thing asked for, for a follow-up that has no
    word of its own: "and where was that?". The closest, not a sure answer."""
    shown = before.excerpts[0]
    if ranking.question.kind == "place" and shown.document.text[: shown.start].count("\n") <= 1:
        # The lead of a report took place where that was written.
        from_dateline = _from_dateline(searcher, before, thresholds)
        if from_dateline is not None:
            return from_dateline
    asked = ranking.question.kind in _TOLD_BY_PATTERNS
    behind = [
        one
        for one in ranking.candidates
        if one.sentence.span.start >= shown.end
        and (not asked or one.evidence.kind == 1.0 or is_read_to_answer(one))
    ]
    nearest = min(behind, key=lambda one: one.sentence.span.start, default=None)
    if nearest is None and ranking.question.kind == "place":
        return _from_dateline(searcher, before, thresholds)
    if nearest is None and ranking.question.kind == "reason":
        # Whoever is quoted gives his reason in what he says next.
        nearest = next((one for one in ranking.candidates if _goes_on_in_quotation(one, shown)), None)
    if nearest is None or nearest.sentence.span.start > shown.end + _SOON_BEHIND:
        return None
    sure = thresholds.held(min(before.confidence, thresholds.answered), "partial")
    return replace(
        before,
        excerpts=excerpts(searcher, ranking, [nearest]),
        confidence=sure,
        strength=thresholds.strength(sure),
        together=None,
        sides=(),
    )


def _from_dateline(searcher: Searcher, before: Answer, thresholds: Thresholds) -> Answer | None:
    """Return the place that the dateline of the report which answered before names; None where it has none."""
    shown = before.excerpts[0]
    sentences = searcher.sentences_of(shown.document)
    place = place_of_dateline(shown.document.text, (sentences[0].start, sentences[0].end))
    if place is None:
        return None
    sure = thresholds.held(min(before.confidence, thresholds.answered), "partial")
    span = sentences[0].start, sentences[0].end
    excerpt = Excerpt(
        shown.document, *span, highlights=(place,), citation=cite(shown.document, *span, sentences, 1)
    )
    return replace(
        before,
        excerpts=(excerpt,),
        confidence=sure,
        strength=thresholds.strength(sure),
        together=None,
        sides=(),
    )


def shown_again(before: Answer, thresholds: Thresholds) -> Answer:
    """Return what answered before as the closest answer to what follows it."""
    sure = thresholds.held(min(before.confidence, thresholds.answered), "partial")
    return replace(before, excerpts=before.excerpts[:1], confidence=sure, strength=thresholds.strength(sure))


def holds_the_form(before: Answer, asked: str) -> bool:
    """Tell whether what answered before has the form which is asked for of the same now: "within ten days" beside how far they
    withdraw."""
    thing = asked_thing(asked)
    return thing is not None and any(holds(thing, one.text) for one in before.excerpts[:1])


def _goes_on_in_quotation(candidate: Candidate, shown: Excerpt) -> bool:
    """Tell whether the candidate's sentence stands right behind what was shown, in the same paragraph or the next, and quotes."""
    span = candidate.sentence.span
    between = shown.document.text[shown.end : span.start]
    return (
        candidate.document.id == shown.document.id
        and span.start >= shown.end
        and not between.strip()
        and candidate.document.text[span.start] in _OPENING_MARKS
    )

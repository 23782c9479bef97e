"""Questions after somebody's words: "What did Peskov say about the call?" is answered by what Peskov said about it.

"Did Tamm say that the army crossed?" is answered by what Tamm said of it as well, and before all by his denial.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from index.answering.confidence import confidence
from index.answering.framing import FrameCheck
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.ranking.weights import Weights
from index.answering.thresholds import Thresholds
from index.citations import cite
from index.language.asking import AskedWords
from index.language.sentences import sentence_at
from index.language.tokens import Analyzer
from index.model import Answer, Excerpt, Quotation, Sentence, Span, Stance
from index.search.searcher import Searcher

_DIRECT, _LONG_DIRECT, _INDIRECT = 0.904, 0.925, 0.733
"""How sure it is that words are the speaker's that they are filed under: the precisions in bench/README.md."""

_LONG = 5
"""Words from which on direct speech is long there."""

_DENIALS: Mapping[Stance, int] = {"denies": 0, "rejects": 0, "doubts": 0, "declines to say": 1}


class SpokenAnswers:
    """Tells how sure it is that quotations answer a question after somebody's words."""

    def __init__(self, asked: AskedWords, ranking: Ranking, weights: Weights, analyzer: Analyzer) -> None:
        self._asked, self._ranking, self._weights = asked, ranking, weights
        # What was said is held against a frame of its own: who says it is known from the quotation.
        self._check = FrameCheck(asked.topic, ranking.matcher, analyzer)

    def in_order(self, quotations: Sequence[Quotation]) -> list[Quotation]:
        """Return those that the frame of what is asked about admits, where it is asked whether he said it the denials first."""
        kept = [one for one in quotations if self._admits(one)]
        if self._asked.whether:
            kept.sort(key=lambda one: _DENIALS.get(one.stance, len(_DENIALS)))
        return kept

    def sureness(self, quotation: Quotation) -> float:
        """Return how sure it is that the quotation answers: no surer than that the words are the speaker's.

        About something: as if the best of its sentences had been ranked first; 0 where none was looked at for the question.
        """
        if self._asked.about is None:
            return attributed(quotation)
        best = self._sentence_of(quotation)
        if best is None:
            return 0.0
        others = tuple(one for one in self._ranking.candidates if one is not best)
        ranking = replace(self._ranking, candidates=(best, *others))
        return min(confidence(ranking, self._weights), attributed(quotation))

    def _admits(self, quotation: Quotation) -> bool:
        best = self._sentence_of(quotation)
        if best is None or self._asked.about is None:
            return not self._asked.whether
        verb = self._check.asked.frame.verb
        if self._asked.whether and verb and not self._check.asked.held(verb, best.sentence.terms):
            return False
        return not self._check.verdict(best).contradicts

    def _sentence_of(self, quotation: Quotation) -> Candidate | None:
        span = quotation.start, quotation.end
        return next(
            (
                one
                for one in self._ranking.candidates
                if one.document.id == quotation.document.id
                and _touch((one.sentence.span.start, one.sentence.span.end), span)
            ),
            None,
        )


def attributed(quotation: Quotation) -> float:
    """Return how sure it is that the words are the speaker's, by how they are reported."""
    if not quotation.direct:
        return _INDIRECT
    return _LONG_DIRECT if len(quotation.words.split()) >= _LONG else _DIRECT


def with_quotations(
    searcher: Searcher,
    answer: Answer,
    quotations: Sequence[Quotation],
    sure: Callable[[Quotation], float],
    thresholds: Thresholds,
    *,
    limit: int,
) -> Answer:
    """Return ``answer`` with the quotations, best first, before its own excerpts; at most ``limit`` in all.

    All were found in the same moment. ``sure`` tells how sure it is that a quotation answers. Without quotations the answer is
    returned as it is.
    """
    chosen: list[Excerpt] = []
    for quotation in quotations:
        sentences = searcher.sentences_of(quotation.document)
        span = _span_around(quotation, sentences)
        same = next(
            (
                e
                for e in chosen
                if e.citation.document_id == quotation.document.id and _touch((e.start, e.end), span)
            ),
            None,
        )
        if same is not None:
            marks = (
                *same.highlights,
                *(((quotation.start, quotation.end),) if span == (same.start, same.end) else ()),
            )
            chosen[chosen.index(same)] = replace(same, highlights=tuple(sorted(set(marks))))
        elif len(chosen) < limit:
            chosen.append(_excerpt(quotation, span, sentences))
    if not chosen:
        return answer
    spoken = max(map(sure, quotations[:limit]))
    value = max(answer.confidence, spoken)
    answered = value >= thresholds.answered
    for excerpt in answer.excerpts or answer.nearest:
        taken = any(
            e.citation.document_id == excerpt.citation.document_id
            and _touch((e.start, e.end), (excerpt.start, excerpt.end))
            for e in chosen
        )
        if len(chosen) < limit and not taken:
            chosen.append(excerpt)
    shown = tuple(
        replace(excerpt, citation=replace(excerpt.citation, number=number))
        for number, excerpt in enumerate(chosen, 1)
    )
    return replace(
        answer,
        answered=answered,
        confidence=value,
        strength=thresholds.strength(value),
        most="strong" if spoken >= answer.confidence else answer.most,
        excerpts=shown if answered else (),
        nearest=() if answered else shown,
    )


def _span_around(quotation: Quotation, sentences: Sequence[Sentence]) -> Span:
    """The sentences that hold the words and, where it is near, the speaker."""
    first, last = quotation.start, quotation.end
    if quotation.mention and abs(quotation.mention[0] - quotation.start) < 400:
        first, last = min(first, quotation.mention[0]), max(last, quotation.mention[1])
    start, end = sentence_at(sentences, first), sentence_at(sentences, last - 1)
    return (
        sentences[start].start if start is not None else quotation.start,
        sentences[end].end if end is not None else quotation.end,
    )


def _excerpt(quotation: Quotation, span: Span, sentences: Sequence[Sentence]) -> Excerpt:
    return Excerpt(
        document=quotation.document,
        start=span[0],
        end=span[1],
        highlights=((quotation.start, quotation.end),),
        citation=cite(quotation.document, span[0], span[1], sentences),
    )


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]

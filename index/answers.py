"""Ranked passages to an answer: the excerpts that answer, or an abstention that names the nearest passages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.citations import cite
from index.language.tokens import Analyzer
from index.model import Answer, Document, Excerpt, Sentence, Span, Strength
from index.retrieval import Query, RankedPassage, RankedSentence

STRONG = 0.75
ANSWERED = 0.5

ReadDocument = Callable[[int], Document]
ReadSentences = Callable[[int], Sequence[Sentence]]


@dataclass(frozen=True, slots=True)
class SentenceCandidate:
    """A sentence that may answer: the row of its document, and how much of the question it covers, in [0, 1]."""

    document: int
    sentence: RankedSentence
    coverage: float
    score: float


def answer(
    query: Query,
    ranked: Sequence[RankedPassage],
    analyzer: Analyzer,
    read_document: ReadDocument,
    read_sentences: ReadSentences,
    *,
    limit: int,
    as_of: date | None,
) -> Answer:
    """Return the answer to ``query`` from the passages ``ranked`` for it: at most ``limit`` excerpts."""
    candidates = _candidates(query, ranked)
    best = candidates[0].coverage if candidates else 0.0
    chosen = candidates[:limit]
    excerpts = tuple(
        _excerpt(
            number,
            candidate,
            query,
            analyzer,
            read_document(candidate.document),
            read_sentences(candidate.document),
        )
        for number, candidate in enumerate(chosen, 1)
    )
    answered = best >= ANSWERED
    return Answer(
        question=query.text,
        answered=answered,
        confidence=best,
        strength=strength_of(best),
        excerpts=excerpts if answered else (),
        nearest=() if answered else excerpts,
        as_of=as_of,
    )


def strength_of(confidence: float) -> Strength:
    """Return a confidence in words."""
    return "strong" if confidence >= STRONG else "partial" if confidence >= ANSWERED else "weak"


def _candidates(query: Query, ranked: Sequence[RankedPassage]) -> list[SentenceCandidate]:
    total = sum(query.idf.values())
    highest = max((passage.score for passage in ranked), default=1.0)
    found: dict[tuple[int, int], SentenceCandidate] = {}
    for passage in ranked:
        for sentence in passage.sentences:
            coverage = sum(query.idf[term] for term in set(sentence.terms) & query.idf.keys()) / total
            score = coverage + 0.3 * passage.score / highest
            key = passage.document, sentence.ordinal
            if coverage and (key not in found or found[key].score < score):
                found[key] = SentenceCandidate(passage.document, sentence, coverage, score)
    return sorted(found.values(), key=lambda candidate: -candidate.score)


def _excerpt(
    number: int,
    candidate: SentenceCandidate,
    query: Query,
    analyzer: Analyzer,
    document: Document,
    sentences: Sequence[Sentence],
) -> Excerpt:
    span = candidate.sentence.span
    return Excerpt(
        document=document,
        start=span.start,
        end=span.end,
        highlights=tuple(highlights(document, span.start, span.end, query.idf.keys(), analyzer)),
        citation=cite(document, span.start, span.end, sentences, number),
    )


def highlights(
    document: Document, start: int, end: int, terms: Iterable[str], analyzer: Analyzer
) -> Iterable[Span]:
    """Yield the spans, in the document, of the words between ``start`` and ``end`` whose term is among ``terms``."""
    wanted = set(terms)
    for token in analyzer.tokens(document.slice(start, end)):
        if token.term in wanted:
            yield start + token.start, start + token.end

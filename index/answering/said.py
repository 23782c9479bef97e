"""Questions after somebody's words: "What did Peskov say about the call?" is answered by what Peskov said about it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.answering.confidence import PARTIAL, confidence, strength_of
from index.answering.retrieval import Ranking
from index.answering.weights import Weights
from index.citations import cite
from index.language.sentences import sentence_at
from index.model import Answer, Excerpt, Quotation, Sentence, Span
from index.search.searcher import Searcher

ATTRIBUTED = 0.9
"""How sure it is that words are the speaker's that they are filed under: the precision in bench/README.md."""

_SAY = (
    "say|said|saying|tell|told|think|claim|argue|announce|declare|state|write|post|comment|promise|warn|explain|stress|demand|"
    "propose|suggest|respond|reply"
)
_TOPIC = "(?: the| a| an| his| her| their)? (?P<{}>.{{2,200}}?)"
_ASKED = re.compile(
    rf"^\W*what (?:did|does|do|has|have|had|was|is|were) (?P<who>.{{2,60}}?) (?:{_SAY})(?:ing|ed)?"
    r"(?: (?:to|in) [\w ]{2,30}?)??"
    rf"(?: (?:about|on|of|regarding|concerning|to|that){_TOPIC.format('about')})?\W*$"
    r"|^\W*how (?:did|does|has) (?P<describer>.{2,60}?) (?:describe|call|characteri[sz]e|react to|respond to|comment on)"
    rf"{_TOPIC.format('described')}\W*$"
    r"|^\W*what (?:was|were|is|are) (?P<owner>.{2,60}?)['’]s? (?:\w+ )?"
    r"(?:words|comments?|reaction|response|statement|view|position)"
    rf"(?: (?:about|on|to|of){_TOPIC.format('owned')})?\W*$",
    re.IGNORECASE,
)


def asked_of(question: str) -> tuple[str, str | None] | None:
    """Return whose words ``question`` asks for and about what; None for another question."""
    match = _ASKED.match(question)
    if match is None:
        return None
    who = match["who"] or match["describer"] or match["owner"]
    about = match["about"] or match["described"] or match["owned"]
    return who.strip(), about.strip() if about else None


def sureness(ranking: Ranking, quotation: Quotation, about: str | None, weights: Weights) -> float:
    """Return how sure it is that the quotation answers a question after somebody's words ``about`` something, or anything.

    About something: as if the best of its sentences had been ranked first; 0 where none was looked at for the question.
    """
    if about is None:
        return ATTRIBUTED
    best = next(
        (
            one
            for one in ranking.candidates
            if one.document.id == quotation.document.id
            and _touch((one.sentence.span.start, one.sentence.span.end), (quotation.start, quotation.end))
        ),
        None,
    )
    if best is None:
        return 0.0
    others = tuple(one for one in ranking.candidates if one is not best)
    return confidence(replace(ranking, candidates=(best, *others)), weights)


def with_quotations(
    searcher: Searcher,
    answer: Answer,
    quotations: Sequence[Quotation],
    sure: Callable[[Quotation], float],
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
    value = max(answer.confidence, *map(sure, quotations[:limit]))
    answered = value >= PARTIAL
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
        strength=strength_of(value),
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

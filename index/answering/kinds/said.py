"""Questions after somebody's words: "What did Peskov say about the call?" is answered by what Peskov said about it.

"Did Tamm say that the army crossed?" is answered by what Tamm said of it as well, and before all by his denial.
"""

from collections.abc import Mapping, Sequence
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

_LONGEST_SHOWN = 700
"""Characters of words that are shown whole; of a longer turn the sentences that speak of what is asked; as of any excerpt."""

_SENTENCES_SHOWN = 3
"""Sentences of a longer turn that are shown; chosen: what it says of a thing goes on for two or three."""

_OF_THE_TOPIC = 0.85
"""How sure it is that his words answer what he said about something, where one sentence of them has all words of that; chosen:
with it words that are surely his are a strong answer."""

_BESIDE_THE_TOPIC = 0.55
"""The same where the words stand in several of his sentences, or in what he was asked; chosen: the closest, no strong answer."""

_FAMILY = 7
"""Letters with which two words of one family begin; chosen: "optimism" and "optimistic", not "commission" and "commit"."""

_MOST_SENTENCES = 60
"""Sentences of a turn that are looked through; chosen: a bound on the work, some ten minutes of speech."""

_LONGEST_READ = 1_000
"""Characters of a sentence that are read; chosen: a bound on the work."""

_DENIALS: Mapping[Stance, int] = {"denies": 0, "rejects": 0, "doubts": 0, "declines to say": 1}


class SpokenAnswers:
    """Tells how sure it is that quotations answer a question after somebody's words."""

    def __init__(self, asked: AskedWords, ranking: Ranking, weights: Weights, analyzer: Analyzer) -> None:
        self._asked, self._ranking, self._weights = asked, ranking, weights
        # What was said is held against a frame of its own: who says it is known from the quotation.
        self._check = FrameCheck(asked.topic, ranking.matcher, analyzer)
        self._analyzer = analyzer
        self._topic = frozenset(analyzer.terms(asked.about or ""))

    def in_order(self, quotations: Sequence[Quotation]) -> list[Quotation]:
        """Return those that the frame of what is asked about admits, where it is asked whether he said it the denials first, else
        those that speak of it themselves."""
        kept = [one for one in quotations if self._admits(one)]
        if self._asked.whether:
            kept.sort(key=lambda one: _DENIALS.get(one.stance, len(_DENIALS)))
        else:
            # What stands beside it may be another's question, which he is asked next.
            kept.sort(key=lambda one: -self._speaks_of_it(one))
        return kept

    def sureness(self, quotation: Quotation) -> float:
        """Return how sure it is that the quotation answers: no surer than that the words are the speaker's.

        About something: as if the best of its sentences had been ranked first, or as it has the words of that; 0 where none was
        looked at for the question and none has them.
        """
        known = attributed(quotation)
        if self._asked.about is None:
            return known
        best = self._sentence_of(quotation)
        spoken_of = known * self._speaks_of_it(quotation)
        if best is None:
            return spoken_of
        others = tuple(one for one in self._ranking.candidates if one is not best)
        ranking = replace(self._ranking, candidates=(best, *others))
        return max(spoken_of, min(confidence(ranking, self._weights), known))

    def span(self, quotation: Quotation, sentences: Sequence[Sentence]) -> Span:
        """Return the sentences to show: those that hold the words and, where it is near, the speaker; of a long turn those that
        speak of what is asked about."""
        whole = _span_around(quotation, sentences)
        if whole[1] - whole[0] <= _LONGEST_SHOWN or not self._topic:
            return whole
        inside = [one for one in sentences if whole[0] <= one.start and one.end <= whole[1]]
        if not inside:
            return whole
        held = [len(self._held_in(quotation, one.start, one.end)) for one in inside]
        first = held.index(max(held))
        last = first
        while (
            last + 1 < min(len(inside), first + _SENTENCES_SHOWN)
            and inside[last + 1].end - inside[first].start <= _LONGEST_SHOWN
        ):
            last += 1
        return inside[first].start, inside[last].end

    def _speaks_of_it(self, quotation: Quotation) -> float:
        """Return how sure it is that the words speak of what is asked about, by where the words for that stand; 0 where not."""
        if self._asked.whether or not self._topic:
            return 0.0
        document = quotation.document
        spans = [
            (one.start, one.end)
            for one in self._analyzer.languages.sentences(document.slice(quotation.start, quotation.end))
        ]
        found = [
            self._held_in(quotation, quotation.start + start, quotation.start + end)
            for start, end in spans[:_MOST_SENTENCES]
        ]
        plain = len(self._topic) == 1 and not any(map(str.isupper, self._asked.about or ""))
        if not plain and any(one == self._topic for one in found):
            return _OF_THE_TOPIC
        if quotation.question is not None:
            found.append(self._held_in(quotation, *quotation.question))
        if frozenset[str]().union(*found) == self._topic:
            return _BESIDE_THE_TOPIC
        return _BESIDE_THE_TOPIC if self._is_of_one_family(quotation) else 0.0

    def _is_of_one_family(self, quotation: Quotation) -> bool:
        """Tell whether the words have a word of the family of each of the topic's: "optimism" for "optimistic"."""
        end = min(quotation.end, quotation.start + _LONGEST_READ)
        said = frozenset(self._analyzer.terms(quotation.document.text[quotation.start : end]))
        begun = {term[:_FAMILY] for term in said if len(term) >= _FAMILY}
        return all(
            self._check.asked.held(term, said) or (len(term) >= _FAMILY and term[:_FAMILY] in begun)
            for term in self._topic
        )

    def _held_in(self, quotation: Quotation, start: int, end: int) -> frozenset[str]:
        terms = frozenset(
            self._analyzer.terms(quotation.document.text[start : min(end, start + _LONGEST_READ)])
        )
        return frozenset(term for term in self._topic if self._check.asked.held(term, terms))

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
    spoken: SpokenAnswers,
    thresholds: Thresholds,
    *,
    limit: int,
) -> Answer:
    """Return ``answer`` with the quotations, best first, before its own excerpts; at most ``limit`` in all.

    All were found in the same moment. ``spoken`` tells how sure it is that a quotation answers, and what is shown of it. Without
    quotations the answer is returned as it is.
    """
    chosen: list[Excerpt] = []
    for quotation in quotations:
        sentences = searcher.sentences_of(quotation.document)
        span = spoken.span(quotation, sentences)
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
                *((_within(quotation, span),) if span == (same.start, same.end) else ()),
            )
            chosen[chosen.index(same)] = replace(same, highlights=tuple(sorted(set(marks))))
        elif len(chosen) < limit:
            chosen.append(_excerpt(quotation, span, sentences))
    if not chosen:
        return answer
    sure = max(map(spoken.sureness, quotations[:limit]))
    value = max(answer.confidence, sure)
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
        most="strong" if sure >= answer.confidence else answer.most,
        excerpts=shown if answered else (),
        nearest=() if answered else shown,
    )


def _span_around(quotation: Quotation, sentences: Sequence[Sentence]) -> Span:
    """The sentences that hold the words and, where it is near, the speaker, unless the heading of a message names him, which the
    citation has."""
    first, last = quotation.start, quotation.end
    near = quotation.mention is not None and abs(quotation.mention[0] - quotation.start) < 400
    around = quotation.document.parts_around(*quotation.mention) if quotation.mention and near else ()
    if quotation.mention and near and not any(part.label == "heading" for part in around):
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
        highlights=(_within(quotation, span),),
        citation=cite(quotation.document, span[0], span[1], sentences),
    )


def _within(quotation: Quotation, span: Span) -> Span:
    """Return the part of the words that lies in the span that is shown."""
    return max(quotation.start, span[0]), min(quotation.end, span[1])


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def is_quoted(searcher: Searcher, speaker: str, collections: tuple[str, ...]) -> bool:
    """Tell whether documents of ``collections`` quote somebody whom ``speaker`` names."""
    from index.quotations.speakers import SpeakerKeys, known_speakers, speakers_within

    groups = speakers_within(searcher, collections)
    return bool(known_speakers(groups, SpeakerKeys(searcher.analyzer), speaker))

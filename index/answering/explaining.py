"""Why an answer is as it is: how the question was read, what each sentence that came near has and lacks, where it failed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.answering.framing import Framed, Verdict, framed
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.thresholds import Thresholds
from index.citations import cite
from index.language.english.grammar.noun_phrases import NounPhrase
from index.model import Answer, Considered, Explanation
from index.search.searcher import Searcher

CONSIDERED = 5
"""How many of the sentences that were ranked are told of."""

NOTHING_FOUND = "no document holds a word of it"
IS_TALK = "it asks the documents nothing"
NOT_READ_OUT = "the reader finds no answer in it"


def explanation(searcher: Searcher, ranking: Ranking, answer: Answer, thresholds: Thresholds) -> Explanation:
    """Return why ``answer`` is what it is: ``ranking`` is that of the question with what was carried over."""
    held = framed(ranking, searcher.analyzer)
    asked_as = ranking.question.text
    typed = _typed(searcher, asked_as)
    words = searcher.analyzer.languages.asking(asked_as).words_asked(asked_as)
    frame, thing = held.check.asked.frame, held.check.asked.thing
    considered = ranking.candidates[:CONSIDERED]
    return Explanation(
        answer=answer,
        asked_as=asked_as,
        kind=ranking.question.kind,
        thing=thing.name if thing else "",
        names=tuple(" ".join(_words(name, typed)) for name in frame.names),
        period=ranking.question.period,
        agent=_phrase(frame.agent, typed),
        verb=" ".join(_words((frame.verb,), typed)) if frame.verb else "",
        patient=_phrase(frame.patient, typed),
        speaker=words.who if words else "",
        considered=tuple(
            _considered(searcher, number, one, ranking, held, typed)
            for number, one in enumerate(considered, 1)
        ),
        failed=_failed(answer, ranking, held, thresholds),
    )


def _considered(
    searcher: Searcher,
    number: int,
    candidate: Candidate,
    ranking: Ranking,
    held: Framed,
    typed: dict[str, str],
) -> Considered:
    document, span = candidate.document, candidate.sentence.span
    matcher = ranking.matcher
    around = matcher.with_context(candidate.matched, candidate.neighbours, candidate.title)
    verdict = held.verdicts.get((candidate.row, candidate.sentence.ordinal), Verdict())

    def those(chosen: Iterable[bool]) -> tuple[str, ...]:
        terms = (term for term, taken in zip(matcher.terms, chosen, strict=True) if taken)
        return tuple(typed.get(term, term) for term in terms)

    margin = candidate.judgement.margin
    unread = margin is not None and margin < 0
    return Considered(
        document=document,
        start=span.start,
        end=span.end,
        citation=replace(
            cite(document, span.start, span.end, searcher.sentences_of(document)), number=number
        ),
        has=those(bool(value) for value in candidate.matched.best),
        beside=those(
            bool(near) and not value for value, near in zip(candidate.matched.best, around, strict=True)
        ),
        lacks=those(not near for near in around),
        failed=verdict.reason or (NOT_READ_OUT if unread else ""),
    )


def _failed(answer: Answer, ranking: Ranking, held: Framed, thresholds: Thresholds) -> str:
    if answer.talk is not None:
        return IS_TALK
    if not ranking.candidates:
        return NOTHING_FOUND
    if answer.strength == "strong":
        return ""
    if held.reason:
        return held.reason
    kind, needed = (
        ("a strong answer", thresholds.strong) if answer.answered else ("an answer", thresholds.answered)
    )
    return f"the best sentence answers with a likelihood of {answer.confidence:.0%}, and {kind} needs {needed:.0%}"


def _typed(searcher: Searcher, text: str) -> dict[str, str]:
    """Return the words of ``text`` as they were typed, by their terms."""
    found: dict[str, str] = {}
    for token in searcher.analyzer.tokens(text):
        found.setdefault(token.term, text[token.start : token.end])
    return found


def _words(terms: Sequence[str], typed: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(typed.get(term, term) for term in terms))


def _phrase(phrase: NounPhrase | None, typed: dict[str, str]) -> str:
    if phrase is None:
        return ""
    order = {term: place for place, term in enumerate(typed)}
    return " ".join(_words(sorted(phrase.terms, key=lambda term: order.get(term, len(order))), typed))

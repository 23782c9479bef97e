"""What was shown before: a follow-up is not answered by it again where something else answers as well."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.language.english.asking.asked_things import asked_thing, holds
from index.language.english.asking.follow_ups import content_words
from index.model import Answer, Excerpt
from index.search.searcher import Searcher
from index.storage.documents import row_of

_SURELY = 2.0
"""The reader's margin from which what was shown surely answers another question too; chosen on fifty pairs of questions."""

_STANDS_FOR = 0.55
"""From this weight on, a word stands for one of a follow-up's own."""

_MORE = 0.25
"""The share of the question's words that what was shown has beyond what another sentence has, from which on it is what is asked
about; chosen: one word of four."""

_FEW_WORDS = 4
"""Words of content of a question that may be asked of what was shown before; chosen: with more it names what it is about."""


def meets(ranking: Ranking, own: Collection[str]) -> bool:
    """Tell whether the first sentence, or one beside it, has one of the terms ``own``, where there are any."""
    matcher = ranking.matcher
    places = [place for place, term in enumerate(matcher.terms) if term in own]
    if not places or not ranking.candidates:
        return True
    best = ranking.candidates[0]
    around = matcher.with_context(best.matched, best.neighbours, best.title)
    return any(around[place] for place in places)


def answers_as_well(ranking: Ranking, rest: Ranking, own: Collection[str], surer: bool) -> bool:
    """Tell whether the first sentence of ``rest`` may stand for the first of the ranking, which was shown: where it is the same,
    holds the kind of thing asked for where that does not, or holds it too and is surer, has more of the terms ``own``, or is
    read to answer where that is read not to."""
    first, other = ranking.candidates[0], rest.candidates[0]
    if first is other:
        return True
    if (
        _holds_the_form(ranking, first)
        and _own_coverage(ranking, first) > _own_coverage(ranking, other) + _MORE
    ):
        return False
    if is_read_to_answer(first) and not is_read_to_answer(other):
        return False
    lead = other.evidence.kind - first.evidence.kind
    if lead:
        return lead > 0
    here, there = (sum(has_term(ranking, one, term) for term in own) for one in (first, other))
    return surer or there > here or (is_read_to_answer(other) and not is_read_to_answer(first))


def _holds_the_form(ranking: Ranking, candidate: Candidate) -> bool:
    """Tell whether the candidate's sentence has what the question asks for, where that has a form of its own."""
    thing, span = asked_thing(ranking.question.text), candidate.sentence.span
    return thing is not None and holds(thing, candidate.document.text[span.start : span.end])


def _own_coverage(ranking: Ranking, candidate: Candidate) -> float:
    return ranking.matcher.coverage(candidate.matched.best)


def has_term(ranking: Ranking, candidate: Candidate, term: str) -> bool:
    """Tell whether the candidate's sentence has the question's ``term`` or a word that stands for it."""
    terms = ranking.matcher.terms
    return term in terms and candidate.matched.best[terms.index(term)] >= _STANDS_FOR


def has_every_term(ranking: Ranking, own: Collection[str]) -> bool:
    """Tell whether the first sentence has each of the terms ``own`` themselves, where there are any."""
    terms = ranking.matcher.terms
    if not own or not ranking.candidates:
        return False
    best = ranking.candidates[0].matched.best
    return all(term in terms and best[terms.index(term)] == 1.0 for term in own)


def is_read_to_answer(candidate: Candidate) -> bool:
    """Tell whether the reader holds that the candidate's sentence answers."""
    return candidate.judgement.margin is not None and candidate.judgement.margin > 0


def answers_surely(ranking: Ranking, own: Collection[str]) -> bool:
    """Tell whether the first sentence has each of the terms ``own`` and is read to answer; surely so where there are none."""
    first = ranking.candidates[0]
    margin = first.judgement.margin
    read = margin is not None and margin > (0 if own else _SURELY)
    return read and all(has_term(ranking, first, term) for term in own)


def with_others(answer: Answer, shown: tuple[Excerpt, ...]) -> Answer:
    """Return the answer with its first excerpt, and those of the others that were not shown."""
    places = {(one.document.id, one.start, one.end) for one in shown}
    first, *others = answer.excerpts
    kept = (first, *(one for one in others if (one.document.id, one.start, one.end) not in places))
    numbered = enumerate(kept, 1)
    return replace(
        answer,
        excerpts=tuple(
            replace(one, citation=replace(one.citation, number=number)) for number, one in numbered
        ),
    )


def joined(answer: Answer, beside: Answer, shown: tuple[Excerpt, ...], limit: int) -> Answer:
    """Return the answer with what the document that answered before says ``beside``: first where the answer is none, or is what
    was ``shown``, else behind its first excerpt; at most ``limit`` excerpts."""
    new = beside.excerpts[0]
    old = answer.excerpts[:1]
    again = bool(old) and any(overlaps(old[0], one) for one in shown)
    if any(overlaps(new, one) for one in old):
        return answer
    rest = [one for one in (answer.excerpts or answer.nearest) if not overlaps(new, one)]
    if not answer.answered or again:
        kept = (new, *(one for one in rest if not any(overlaps(one, past) for past in shown)))[:limit]
        answer = replace(beside, as_of=answer.as_of, since=answer.since, until=answer.until)
    else:
        kept = (rest[0], new, *rest[1:])[:limit]
    numbered = enumerate(kept, 1)
    return replace(
        answer,
        excerpts=tuple(
            replace(one, citation=replace(one.citation, number=number)) for number, one in numbered
        ),
    )


def overlaps(one: Excerpt, other: Excerpt) -> bool:
    """Tell whether two excerpts show some of the same words."""
    return one.document.id == other.document.id and one.start < other.end and other.start < one.end


def without_shown(ranking: Ranking, shown: tuple[Excerpt, ...]) -> Ranking:
    """Return the ranking without the sentences of the excerpts."""
    spans = [(one.document.id, one.start, one.end) for one in shown]
    left = tuple(
        one
        for one in ranking.candidates
        if not any(
            one.document.id == document and start <= one.sentence.span.start < end
            for document, start, end in spans
        )
    )
    return replace(ranking, candidates=left)


def own_terms(searcher: Searcher, question: str) -> frozenset[str]:
    """Return the terms of the words of content that a follow-up has itself."""
    return frozenset(searcher.analyzer.terms(" ".join(content_words(question))))


def row_of_first(searcher: Searcher, shown: Sequence[Excerpt]) -> int | None:
    """Return the row of the document whose excerpt was shown first; None where none was."""
    return row_of(searcher.db, shown[0].document.id) if shown else None


def may_lean(answer: Answer) -> bool:
    """Tell whether a question that stands by itself may have been asked of what was shown before: it is short, and no document
    surely answers it."""
    surely = answer.strength == "strong" or answer.together is not None or answer.claim is not None
    return answer.talk is None and not surely and len(content_words(answer.question)) <= _FEW_WORDS

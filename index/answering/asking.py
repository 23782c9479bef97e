"""A question, asked after others in one moment of the index: a follow-up is understood by what was asked and shown before it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Self

from index.answering.alone import Answerer
from index.answering.casing import as_written
from index.answering.kinds.periods import narrowed, of_period
from index.answering.kinds.places import answer_named, without_place
from index.answering.questions import LONGEST_QUESTION, checked
from index.answering.ranking.judging import Judge, LeaningEvidence
from index.answering.ranking.reading import ReadEvidence
from index.answering.ranking.retrieval import Ranking, RestOfDocument
from index.answering.shown.before import (
    answers_as_well,
    answers_surely,
    has_every_term,
    has_term,
    is_read_to_answer,
    is_told_of_both,
    joined,
    may_lean,
    meets,
    overlaps,
    own_terms,
    row_of_first,
    with_others,
    without_shown,
)
from index.answering.shown.following import holds_the_form, shown_again, what_follows
from index.answering.shown.speaking import with_speaker
from index.language.english.asking.asked_words import asked_of
from index.language.english.asking.claims import claimed
from index.language.english.asking.follow_ups import FollowUp, asks_for_others, asks_how_much, follow_up
from index.model import Answer, Excerpt, Explanation
from index.requests import AskRequest
from index.search.searcher import Searcher

MOST_PREVIOUS = 3
"""How many of the questions before are looked at."""

_HELD, _HELD_ALONE = 0.51, 0.75
"""The share of a follow-up's own words that what answers it has in the document that answered before, and of a question that
would stand by itself; chosen: more than half, and three of four."""

_LONGEST_TITLE = 80
"""Characters of a title that say what was understood."""

_WINDOWS_OF_A_DOCUMENT = 3
"""Windows that are read of the document that answered before, for a follow-up; chosen: most of them are short."""


@dataclass(frozen=True, slots=True)
class Asker(Answerer):
    """Answers questions, each as whoever asks understands it after the questions before."""

    def _leaning(self, own: frozenset[str], row: int | None) -> Self:
        """Return one that answers a follow-up with the terms ``own``, where the document with that ``row`` answered before."""
        judge = self.ranker.judge
        evidence = judge.evidence if isinstance(judge, ReadEvidence) else judge
        leaning: Judge = LeaningEvidence(evidence, own, row)
        if isinstance(judge, ReadEvidence):
            leaning = replace(judge, evidence=leaning)
        return replace(self, ranker=replace(self.ranker, judge=leaning))

    def answer(self, searcher: Searcher, request: AskRequest) -> Answer:
        """Return the excerpts that answer the question, or an abstention; a place that it names is shown alone, and somebody's
        words, where it asks for them, come first. A follow-up is asked together with what the questions before it name.

        Raises QueryError for an empty or overlong question, or a publisher that no document has.
        """
        return self._with_ranking(searcher, request)[1]

    def explain(self, searcher: Searcher, request: AskRequest) -> Explanation:
        """Return the answer to the question with how it came about. Raises QueryError like ``answer``."""
        from index.answering.explaining import explanation

        ranking, answer = self.examine(searcher, request)
        return explanation(searcher, ranking, answer, self.thresholds)

    def _with_ranking(self, searcher: Searcher, request: AskRequest) -> tuple[Ranking | None, Answer]:
        """Return the answer, and the ranking of all that was found for it.

        None where it rests on none: a place that is shown alone, small talk, a pasted claim, several excerpts together.
        """
        alone = replace(request, question=checked(request.question), previous=())
        before = map(checked, request.previous[-MOST_PREVIOUS:])
        # Who and what is named is told by capitals, which few type in a chat.
        previous = tuple(as_written(searcher, text, request.filters) for text in before)
        typed = as_written(searcher, alone.question, request.filters) if previous else alone.question
        understood = _understood(typed, previous)
        if understood is not None:
            return self._answer_to(searcher, alone, understood, previous)
        named = answer_named(searcher, alone)
        if named is not None:
            return None, named
        ranking, answer = self.examined(searcher, alone)
        answer = without_place(searcher, alone, answer)
        if previous and may_lean(answer):
            answer = self._of_what_was_shown(searcher, alone, answer, previous)
        return ranking, answer

    def _of_what_was_shown(
        self, searcher: Searcher, request: AskRequest, answer: Answer, previous: tuple[str, ...]
    ) -> Answer:
        """Return what the document that answered before says to a question that stands by itself and is not surely answered:
        "how much gas will Europe get?" may be asked of it. ``answer`` where it says no more."""
        before = self.reading(0)._before(searcher, request, previous)
        shown = before.excerpts[:1]
        row = row_of_first(searcher, shown)
        own = own_terms(searcher, request.question)
        if row is None or not own:
            return answer
        understood = FollowUp(request.question, (shown[0].document.title[:_LONGEST_TITLE],))
        whole = RestOfDocument(row)
        beside = self._from_document(searcher, request, understood, own, whole, before, _HELD_ALONE)
        if beside is None or (answer.answered and beside.confidence < answer.confidence):
            return answer
        if answer.answered and overlaps(answer.excerpts[0], beside.excerpts[0]):
            return answer
        found = joined(replace(answer, answered=False), beside, (), request.limit)
        about = f"about: {', '.join(understood.about)}"
        return replace(found, question=request.question, understood=about)

    def _before(self, searcher: Searcher, request: AskRequest, previous: tuple[str, ...]) -> Answer:
        """Return the answer to the last of the questions before, as it is understood after the others."""
        earlier = follow_up(previous[-1], previous[:-1])
        return self.answer(searcher, replace(request, question=earlier.text if earlier else previous[-1]))

    def _ranked(self, searcher: Searcher, request: AskRequest, answer: Answer) -> Ranking:
        """Return the ranking beside an answer that rests on none: of the question as it is understood, of the period that it
        names, and of a claim as it stands."""
        text = checked(request.question)
        if answer.claim is not None:
            return self.rank(searcher, replace(request, question=text, previous=()))
        understood = _understood(text, tuple(map(checked, request.previous[-MOST_PREVIOUS:])))
        asked = replace(request, question=understood.text if understood is not None else text, previous=())
        return self.rank(searcher, narrowed(searcher, asked, self.today()).request)

    def _answer_to(
        self, searcher: Searcher, request: AskRequest, understood: FollowUp, previous: tuple[str, ...]
    ) -> tuple[Ranking | None, Answer]:
        """Answer a follow-up as it is understood: what answered before is not shown again where another sentence answers as
        surely. Returns the ranking of all that was found beside it, like ``_with_ranking``."""
        together = replace(request, question=understood.text)
        own = own_terms(searcher, request.question)
        before = self._before(searcher, request, previous)
        near = (before.excerpts or before.nearest)[:1]
        spoken = with_speaker(searcher, request, near[0]) if near else None
        if spoken is not None:
            # It is known who is meant: the question stands by itself.
            named_speaker, speaker = spoken
            ranking, answer = self.examined(searcher, named_speaker, says_enough=True)
            return ranking, replace(answer, question=request.question, understood=f"about: {speaker}")
        ranking = None
        named = answer_named(searcher, together)
        if named is not None:
            answer = named
        else:
            shown = before.excerpts[:1]
            row = row_of_first(searcher, shown)
            leaning = self._leaning(own, row)
            found, examined = leaning.examined(searcher, together, says_enough=True)
            ranking = found if found is not None else leaning.rank(searcher, together)
            chosen, answer = self._not_shown_again(searcher, together, ranking, examined, shown, own)
            if asked_of(understood.text) is None and not meets(chosen, own):
                # It has the words carried over and none of its own: it is not shown as the answer.
                answer = self.at_most_partial(answer)
            # What was shown may answer the follow-up too: then nothing else is looked for.
            answers_both = bool(chosen.candidates) and answers_surely(chosen, own)
            if row is not None and answer.together is None and not (answer.answered and answers_both):
                rest = RestOfDocument(row, tuple((one.start, one.end) for one in shown))
                # What was shown and has all the words of the follow-up stays before what else the document says.
                before_it = () if has_every_term(chosen, own) else shown
                beside = self._from_document(searcher, request, understood, own, rest, before)
                answer = answer if beside is None else joined(answer, beside, before_it, request.limit)
            if own and own <= _terms_unknown(searcher, ranking) and not asks_how_much(request.question):
                # What it asks for itself stands nowhere: "on which street?".
                answer = self.abstained(answer)
            told_of_both = is_told_of_both(before, understood.about[0])
            if not answer.answered and (
                told_of_both or (not own and holds_the_form(before, understood.text))
            ):
                answer = shown_again(before, self.thresholds)
            if not own or asks_for_others(request.question):
                # Whether it is another than was shown is not told; of "why?" and "where was that?" no word can be met, and what
                # answers may be the nearest that there is.
                answer = self.at_most_partial(answer)
        about = f"about: {', '.join(understood.about)}"
        return ranking, replace(answer, question=request.question, understood=about)

    def _from_document(
        self,
        searcher: Searcher,
        request: AskRequest,
        understood: FollowUp,
        own: frozenset[str],
        rest: RestOfDocument,
        before: Answer,
        least: float = _HELD,
    ) -> Answer | None:
        """Return what the ``rest`` of the document that answered before says to the follow-up: it is about what was
        carried over, whether its sentences name that or not.

        ``least`` is the share of its ``own`` words that what answers has. As sure as the answer before at most; None where it
        says nothing.
        """
        asker = self.reading(_WINDOWS_OF_A_DOCUMENT)
        for asked in filter(None, (understood.alone, understood.text)):
            text = as_written(searcher, asked, request.filters)
            ranking = asker.ranker.rank(searcher, text, request.filters, within=rest)
            if ranking.candidates:
                break
        else:
            return None
        if not own:
            return what_follows(searcher, ranking, before, self.thresholds)
        answer = asker.answered(searcher, ranking, replace(request, question=text))
        first = next(iter(answer.excerpts or answer.nearest), None)
        if first is None or answer.most == "weak":
            return None
        said = [
            one
            for one in ranking.candidates
            if one.document.id == first.document.id and first.start <= one.sentence.span.start < first.end
        ]
        held = sum(any(has_term(ranking, one, term) for one in said) for term in own)
        if not answer.answered and held < len(own):
            return None
        if held < least * len(own) and not (held and any(map(is_read_to_answer, said))):
            return None
        sure = max(min(answer.confidence, before.confidence), self.thresholds.answered)
        found = replace(
            answer,
            answered=True,
            excerpts=answer.excerpts or answer.nearest,
            nearest=(),
            confidence=sure,
            strength=self.thresholds.strength(sure),
        )
        return found if answer.answered and held == len(own) else self.at_most_partial(found)

    def _not_shown_again(
        self,
        searcher: Searcher,
        request: AskRequest,
        ranking: Ranking,
        answer: Answer,
        shown: tuple[Excerpt, ...],
        own: Collection[str],
    ) -> tuple[Ranking, Answer]:
        """Return the ranking and the answer without the excerpts that were shown, where another sentence answers; ``own`` are
        the terms of the follow-up itself."""
        rest = without_shown(ranking, shown)
        if not answer.answered or len(rest.candidates) == len(ranking.candidates):
            return ranking, answer
        within = narrowed(searcher, request, self.today())
        other = of_period(self.answered(searcher, rest, within.request), request, within)
        if other.answered and answers_as_well(ranking, rest, own, other.confidence >= answer.confidence):
            return rest, other
        return ranking, with_others(answer, shown)

    def examine(self, searcher: Searcher, request: AskRequest) -> tuple[Ranking, Answer]:
        """Return the answer that ``answer`` gives, and the ranking beside it. Raises QueryError like ``answer``."""
        ranking, answer = self._with_ranking(searcher, request)
        return (ranking if ranking is not None else self._ranked(searcher, request, answer)), answer


def _terms_unknown(searcher: Searcher, ranking: Ranking) -> frozenset[str]:
    """Return the terms of the question's words that no document holds."""
    return frozenset(term for word in ranking.unknown for term in searcher.analyzer.terms(word))


def _understood(text: str, previous: tuple[str, ...]) -> FollowUp | None:
    """Return how a follow-up is understood; None for a question that stands by itself, or grew too long to be asked, and for
    what is pasted."""
    if claimed(text) is not None:
        return None
    understood = follow_up(text, previous)
    return understood if understood is not None and len(understood.text) <= LONGEST_QUESTION else None

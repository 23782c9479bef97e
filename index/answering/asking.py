"""A question, asked in one moment of the index: ranked, answered, and where it asks for somebody's words, answered with them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Self

from index.answering import answers
from index.answering.answers import excerpts
from index.answering.casing import as_written
from index.answering.claims import answer_claim
from index.answering.kinds.periods import narrowed, of_period
from index.answering.kinds.places import answer_named, without_place
from index.answering.questions import LONGEST_QUESTION, checked
from index.answering.ranking.judging import Candidate, Judge, LeaningEvidence, WeighedEvidence
from index.answering.ranking.reading import ReadEvidence
from index.answering.ranking.retrieval import Ranker, Ranking, RestOfDocument
from index.answering.ranking.weights import Weights
from index.answering.reader.loading import shelved
from index.answering.several.points import begins_with, speaks_of
from index.answering.several.together import FEWEST, answer_together
from index.answering.shown import reprints
from index.answering.shown.before import (
    answers_as_well,
    answers_surely,
    has_every_term,
    has_term,
    is_read_to_answer,
    joined,
    may_lean,
    meets,
    own_terms,
    row_of_first,
    with_others,
    without_shown,
)
from index.answering.shown.speaking import with_speaker
from index.answering.thresholds import Thresholds
from index.citations import cite
from index.errors import QueryError
from index.language.english.asking.asked_things import asked_thing, holds
from index.language.english.asking.asked_words import asked_of
from index.language.english.asking.chat import latest_about, small_talk, without_chat_words
from index.language.english.asking.claims import claimed
from index.language.english.asking.follow_ups import (
    FollowUp,
    asks_for_a_doer,
    asks_for_others,
    follow_up,
    names_nothing,
)
from index.language.english.asking.questions import RelatedWords
from index.language.english.asking.several import AskedTogether, asked_together
from index.language.english.opposites import Opposites
from index.language.furniture import place_of_dateline
from index.language.tokens import Analyzer
from index.model import Answer, Excerpt, Explanation
from index.requests import AskRequest, Filters, QuotesRequest
from index.search.searcher import Searcher
from index.storage.documents import check_publisher, newest_date, row_of

MOST_PREVIOUS = 3
"""How many of the questions before are looked at."""

_HELD, _HELD_ALONE = 0.51, 0.75
"""The share of a follow-up's own words that what answers it has in the document that answered before, and of a question that
would stand by itself; chosen: more than half, and three of four."""

_LONGEST_TITLE = 80
"""Characters of a title that say what was understood."""

_TOLD_BY_PATTERNS = frozenset({"person", "date", "place", "number", "duration", "reason"})
"""The kinds of answer without which a sentence behind what was shown does not answer a follow-up that has no word of its own."""

_SOON_BEHIND = 1_500
"""Characters behind what was shown in which what goes on with it stands; chosen: two or three paragraphs."""

_OPENING_MARKS = '"“«„'

_WINDOWS_OF_A_DOCUMENT = 3
"""Windows that are read of the document that answered before, for a follow-up; chosen: most of them are short."""


_ANALYZERS = 4
"""Whose word lists are kept read, which takes most of the time in which a database is opened; chosen: one index has one."""


@lru_cache(maxsize=_ANALYZERS)
def _word_lists(analyzer: Analyzer) -> tuple[RelatedWords, Opposites]:
    return RelatedWords.read(analyzer), Opposites.read(analyzer)


@dataclass(frozen=True, slots=True)
class Asker:
    """Answers questions: holds what ranks sentences, the weights of what makes an answer sure, how sure one must be, and what
    tells the day."""

    ranker: Ranker
    weights: Weights
    thresholds: Thresholds = field(default_factory=Thresholds)
    today: Callable[[], date] = date.today

    @classmethod
    def read(cls, analyzer: Analyzer, reader: bool = True, thresholds: Thresholds | None = None) -> Self:
        """Read the words and the weights that come with Parley; ``reader`` says whether the reader is to be used.

        The reader itself is loaded with the first question.
        """
        weights = Weights.read()
        judge = ReadEvidence(WeighedEvidence(weights.ranking), shelved(reader))
        ranker = Ranker(*_word_lists(analyzer), judge)
        return cls(ranker, weights, thresholds or Thresholds())

    def reading(self, windows: int) -> Self:
        """Return one that reads at most ``windows`` windows for a question; 0 for none."""
        judge = self.ranker.judge
        if not isinstance(judge, ReadEvidence):
            return self
        return replace(self, ranker=replace(self.ranker, judge=replace(judge, windows=windows)))

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
        previous = tuple(map(checked, request.previous[-MOST_PREVIOUS:]))
        alone = replace(request, question=checked(request.question), previous=())
        understood = _understood(alone.question, previous)
        if understood is not None:
            return self._answer_to(searcher, alone, understood, previous)
        named = answer_named(searcher, alone)
        if named is not None:
            return None, named
        ranking, answer = self._examined(searcher, alone)
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
            ranking, answer = self._examined(searcher, named_speaker, says_enough=True)
            return ranking, replace(answer, question=request.question, understood=f"about: {speaker}")
        ranking = None
        named = answer_named(searcher, together)
        if named is not None:
            answer = named
        else:
            shown = before.excerpts[:1]
            row = row_of_first(searcher, shown)
            leaning = self._leaning(own, row)
            found, examined = leaning._examined(searcher, together, says_enough=True)
            ranking = found if found is not None else leaning.rank(searcher, together)
            chosen, answer = self._not_shown_again(searcher, together, ranking, examined, shown, own)
            if asked_of(understood.text) is None and not meets(chosen, own):
                # It has the words carried over and none of its own: it is not shown as the answer.
                answer = self._at_most_partial(answer)
            # What was shown may answer the follow-up too: then nothing else is looked for.
            answers_both = bool(chosen.candidates) and answers_surely(chosen, own)
            if row is not None and answer.together is None and not (answer.answered and answers_both):
                rest = RestOfDocument(row, tuple((one.start, one.end) for one in shown))
                # What was shown and has all the words of the follow-up stays before what else the document says.
                before_it = () if has_every_term(chosen, own) else shown
                beside = self._from_document(searcher, request, understood, own, rest, before)
                answer = answer if beside is None else joined(answer, beside, before_it, request.limit)
            if own and own <= _terms_unknown(searcher, ranking):
                # What it asks for itself stands nowhere: "on which street?".
                answer = self._abstained(answer)
            if not own and not answer.answered:
                answer = self._shown_again(understood, before, answer)
            if not own or asks_for_others(request.question):
                # Whether it is another than was shown is not told; of "why?" and "where was that?" no word can be met, and what
                # answers may be the nearest that there is.
                answer = self._at_most_partial(answer)
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
            return self._what_follows(searcher, ranking, before)
        answer = asker._answered(searcher, ranking, replace(request, question=text))
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
        return found if answer.answered and held == len(own) else self._at_most_partial(found)

    def _what_follows(self, searcher: Searcher, ranking: Ranking, before: Answer) -> Answer | None:
        """Return the nearest sentence behind what was shown that holds the kind of thing asked for, for a follow-up that has no
        word of its own: "and where was that?". The closest, not a sure answer."""
        shown = before.excerpts[0]
        asked = ranking.question.kind in _TOLD_BY_PATTERNS
        behind = [
            one
            for one in ranking.candidates
            if one.sentence.span.start >= shown.end
            and (not asked or one.evidence.kind == 1.0 or is_read_to_answer(one))
        ]
        nearest = min(behind, key=lambda one: one.sentence.span.start, default=None)
        if nearest is None and ranking.question.kind == "place":
            return self._from_dateline(searcher, before)
        if nearest is None and ranking.question.kind == "reason":
            # Whoever is quoted gives his reason in what he says next.
            nearest = next((one for one in ranking.candidates if _goes_on_in_quotation(one, shown)), None)
        if nearest is None or nearest.sentence.span.start > shown.end + _SOON_BEHIND:
            return None
        sure = self.thresholds.held(min(before.confidence, self.thresholds.answered), "partial")
        return replace(
            before,
            excerpts=excerpts(searcher, ranking, [nearest]),
            confidence=sure,
            strength=self.thresholds.strength(sure),
            together=None,
            sides=(),
        )

    def _shown_again(self, understood: FollowUp, before: Answer, answer: Answer) -> Answer:
        """Return what answered before, where that holds the form which is asked for of the same now: "within ten days" beside
        how far they withdraw. ``answer``, which is none, where it does not."""
        thing = asked_thing(understood.text)
        shown = before.excerpts[:1]
        if thing is None or not shown or not holds(thing, shown[0].text):
            return answer
        sure = self.thresholds.held(min(before.confidence, self.thresholds.answered), "partial")
        return replace(before, excerpts=shown, confidence=sure, strength=self.thresholds.strength(sure))

    def _from_dateline(self, searcher: Searcher, before: Answer) -> Answer | None:
        """Return the place that the dateline of the report which answered before names; None where it has none."""
        shown = before.excerpts[0]
        sentences = searcher.sentences_of(shown.document)
        place = place_of_dateline(shown.document.text, (sentences[0].start, sentences[0].end))
        if place is None:
            return None
        sure = self.thresholds.held(min(before.confidence, self.thresholds.answered), "partial")
        span = sentences[0].start, sentences[0].end
        excerpt = Excerpt(
            shown.document, *span, highlights=(place,), citation=cite(shown.document, *span, sentences, 1)
        )
        return replace(
            before,
            excerpts=(excerpt,),
            confidence=sure,
            strength=self.thresholds.strength(sure),
            together=None,
            sides=(),
        )

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
        other = of_period(self._answered(searcher, rest, within.request), request, within)
        if other.answered and answers_as_well(ranking, rest, own, other.confidence >= answer.confidence):
            return rest, other
        return ranking, with_others(answer, shown)

    def examine(self, searcher: Searcher, request: AskRequest) -> tuple[Ranking, Answer]:
        """Return the answer that ``answer`` gives, and the ranking beside it. Raises QueryError like ``answer``."""
        ranking, answer = self._with_ranking(searcher, request)
        return (ranking if ranking is not None else self._ranked(searcher, request, answer)), answer

    def _examined(
        self, searcher: Searcher, request: AskRequest, *, says_enough: bool = False
    ) -> tuple[Ranking | None, Answer]:
        """Return the ranking and the answer; what is known to have more than a question needs ``says_enough``."""
        text = checked(request.question)
        check_publisher(searcher.db, request.filters)
        talk = None if says_enough else "names nothing" if names_nothing(text) else small_talk(text)
        if talk == "names nothing" and asks_for_a_doer(text) and self._of_one_document(searcher, request):
            talk = None
        if talk is not None:
            topics = _topics(searcher, request.filters) if talk == "names nothing" else ()
            return None, Answer(text, False, 0.0, "weak", talk=talk, topics=topics)
        claim = self._claim(searcher, replace(request, question=text))
        if claim is not None:
            return None, claim
        within = narrowed(searcher, replace(request, question=text), self.today())
        asked = self._asked_together(within.request)
        found = (
            self._points(searcher, within.request, asked) if asked is not None and not asked.ranked else None
        )
        if found is not None and (found.together is not None or not found.answered):
            return None, of_period(found, replace(request, question=text), within)
        ranking = self.rank(searcher, within.request)
        answer = self._answered(searcher, ranking, within.request)
        if asked is not None:
            answer = self._together(searcher, within.request, asked, found, answer)
        return ranking, of_period(answer, replace(request, question=text), within)

    def _of_one_document(self, searcher: Searcher, request: AskRequest) -> bool:
        """Tell whether one document alone has the words of the question, so that it is clear what is asked about."""
        # What is read orders the candidates and finds no others.
        return len({one.row for one in self.reading(0).rank(searcher, request).candidates}) == 1

    def _answered(self, searcher: Searcher, ranking: Ranking, request: AskRequest) -> Answer:
        filters, limit = request.filters, request.limit
        found = answers.answer(
            searcher,
            ranking,
            self.weights,
            self.thresholds,
            limit=reprints.room(searcher.db, limit),
            as_of=newest_date(searcher.db, filters),
        )
        found = replace(found, question=checked(request.question))
        answer = reprints.without_reprints(searcher.db, found, filters.collections, limit)
        answer = self._with_quotations(searcher, ranking, answer, request)
        return replace(answer, question=checked(request.question))

    def _claim(self, searcher: Searcher, request: AskRequest) -> Answer | None:
        """Return where what is pasted instead of a question is said; None for a question, and for what no document says."""
        found = answer_claim(
            searcher,
            request.question,
            request.filters,
            self.thresholds,
            limit=reprints.room(searcher.db, request.limit),
            as_of=newest_date(searcher.db, request.filters),
        )
        return found and reprints.without_reprints(
            searcher.db, found, request.filters.collections, request.limit
        )

    def _asked_together(self, request: AskRequest) -> AskedTogether | None:
        """Return what is asked for that several excerpts answer together; None where one does."""
        return asked_together(request.question) if request.points >= FEWEST else None

    def _points(self, searcher: Searcher, request: AskRequest, asked: AskedTogether) -> Answer | None:
        """Return the answer that several excerpts are together; None where no point is found."""
        # What reads for an answer to a question reads no list.
        asker = self if asked.ranked else self.reading(0)
        found = answer_together(
            searcher,
            lambda text: asker.rank(searcher, replace(request, question=text)),
            lambda text, row: asker.ranker.rank(
                searcher,
                as_written(searcher, text, request.filters),
                request.filters,
                within=RestOfDocument(row, whole=True),
            ),
            asked,
            self.thresholds,
            request.filters,
            limit=request.points,
            as_of=newest_date(searcher.db, request.filters),
        )
        return found and reprints.with_others(searcher.db, found, request.filters.collections)

    def _together(
        self,
        searcher: Searcher,
        request: AskRequest,
        asked: AskedTogether,
        found: Answer | None,
        alone: Answer,
    ) -> Answer:
        """Return the answer to a question for several things, of which no several were found: ``found`` at most, or ``alone``,
        which answers it as any. Where it is ``alone`` that others are added to, they are looked for here."""
        if asked.ranked:
            found = self._points(searcher, request, asked) if alone.answered else None
            if found is None:
                return alone
            with_more = found.together is not None and begins_with(alone, found)
            return replace(alone, excerpts=found.excerpts, together=found.together) if with_more else alone
        if found is None and asked.sides and not speaks_of(searcher, alone, asked.about):
            return self._abstained(alone)
        if found is None:
            return alone if asked.kind == "position" else self._at_most_partial(alone)
        return alone if begins_with(alone, found) else found

    def _abstained(self, answer: Answer) -> Answer:
        """Return the answer as an abstention, its excerpts as the nearest."""
        sure = self.thresholds.held(answer.confidence, "weak")
        nearest = answer.excerpts or answer.nearest
        return replace(
            answer,
            answered=False,
            excerpts=(),
            nearest=nearest,
            confidence=sure,
            strength="weak",
            most="weak",
        )

    def _at_most_partial(self, answer: Answer) -> Answer:
        """Return an answer as no surer than the closest: several things were asked for and none found, or a word of the question
        is met by none of its sentences."""
        sure = self.thresholds.held(answer.confidence, "partial")
        return replace(answer, confidence=sure, strength=self.thresholds.strength(sure))

    def rank(self, searcher: Searcher, request: AskRequest, without: Collection[str] = ()) -> Ranking:
        """Return every candidate sentence for the question, best first, as if the documents with the ids ``without`` were not
        there to be found. Raises QueryError like ``answer``.
        """
        text = without_chat_words(checked(request.question))
        check_publisher(searcher.db, request.filters)
        rows = [row_of(searcher.db, document_id) for document_id in without]
        hidden = [row for row in rows if row is not None]
        topic = latest_about(text)
        written = as_written(searcher, topic or text, request.filters)
        ranking = self.ranker.rank(searcher, written, request.filters, hidden)
        return replace(ranking, latest=topic is not None)

    def _with_quotations(
        self, searcher: Searcher, ranking: Ranking, answer: Answer, request: AskRequest
    ) -> Answer:
        """Put what somebody said first, where the question asks for it."""
        filters, limit = request.filters, request.limit
        asked = searcher.analyzer.languages.asking(answer.question).words_asked(answer.question)
        if asked is None:
            return answer
        from index.answering.kinds import said
        from index.quotations.selection import select_quotations

        if not said.is_quoted(searcher, asked.who, filters.collections):
            return answer
        anywhen = Filters(publisher=filters.publisher, collections=filters.collections)
        words = QuotesRequest((asked.who,), asked.about, filters=anywhen, limit=2 * limit)
        try:
            quoted = select_quotations(searcher, self.ranker.related.of, words)
        except QueryError:
            return answer
        spoken = said.SpokenAnswers(asked, ranking, self.weights, searcher.analyzer)
        within = spoken.in_order([item for item in quoted if filters.admit(item.document)])
        return said.with_quotations(searcher, answer, within, spoken, self.thresholds, limit=limit)


def _terms_unknown(searcher: Searcher, ranking: Ranking) -> frozenset[str]:
    """Return the terms of the question's words that no document holds."""
    return frozenset(term for word in ranking.unknown for term in searcher.analyzer.terms(word))


def _topics(searcher: Searcher, filters: Filters) -> tuple[str, ...]:
    from index.answering.topics import offered_topics

    return offered_topics(searcher, filters)


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


def _understood(text: str, previous: tuple[str, ...]) -> FollowUp | None:
    """Return how a follow-up is understood; None for a question that stands by itself, or grew too long to be asked, and for
    what is pasted."""
    if claimed(text) is not None:
        return None
    understood = follow_up(text, previous)
    return understood if understood is not None and len(understood.text) <= LONGEST_QUESTION else None

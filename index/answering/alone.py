"""A question that stands by itself, answered in one moment of the index: ranked, answered, and where it asks for somebody's
words, answered with them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Self

from index.answering import answers
from index.answering.casing import as_written
from index.answering.claims import answer_claim
from index.answering.kinds.periods import narrowed, of_period
from index.answering.questions import checked
from index.answering.ranking.judging import WeighedEvidence
from index.answering.ranking.reading import ReadEvidence
from index.answering.ranking.retrieval import Ranker, Ranking, RestOfDocument
from index.answering.ranking.weights import Weights
from index.answering.reader.loading import shelved
from index.answering.several.points import FEWEST, begins_with, speaks_of
from index.answering.shown import reprints
from index.answering.thresholds import Thresholds
from index.errors import QueryError
from index.language.english.asking.chat import latest_about, small_talk, without_chat_words
from index.language.english.asking.follow_ups import asks_for_a_doer, names_nothing
from index.language.english.asking.questions import RelatedWords
from index.language.english.asking.several import AskedTogether, asked_together
from index.language.english.opposites import Opposites
from index.language.tokens import Analyzer
from index.model import Answer
from index.requests import AskRequest, Filters, QuotesRequest
from index.search.searcher import Searcher
from index.storage.documents import check_publisher, newest_date, row_of

_ANALYZERS = 4
"""Whose word lists are kept read, which takes most of the time in which a database is opened; chosen: one index has one."""


@lru_cache(maxsize=_ANALYZERS)
def _word_lists(analyzer: Analyzer) -> tuple[RelatedWords, Opposites]:
    return RelatedWords.read(analyzer), Opposites.read(analyzer)


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions that stand by themselves: holds what ranks sentences, the weights of what makes an answer sure, how
    sure one must be, and what tells the day."""

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

    def examined(
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
        answer = self.answered(searcher, ranking, within.request)
        if asked is not None:
            answer = self._together(searcher, within.request, asked, found, answer)
        return ranking, of_period(answer, replace(request, question=text), within)

    def _of_one_document(self, searcher: Searcher, request: AskRequest) -> bool:
        """Tell whether one document alone has the words of the question, so that it is clear what is asked about."""
        # What is read orders the candidates and finds no others.
        return len({one.row for one in self.reading(0).rank(searcher, request).candidates}) == 1

    def answered(self, searcher: Searcher, ranking: Ranking, request: AskRequest) -> Answer:
        """Return what the ranking answers, with what somebody said first where that is asked for."""
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
        from index.answering.several.together import (
            answer_together,  # few questions need it and what it loads
        )

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
            return self.abstained(alone)
        if found is None:
            return alone if asked.kind == "position" else self.at_most_partial(alone)
        return alone if begins_with(alone, found) else found

    def abstained(self, answer: Answer) -> Answer:
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

    def at_most_partial(self, answer: Answer) -> Answer:
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


def _topics(searcher: Searcher, filters: Filters) -> tuple[str, ...]:
    from index.answering.topics import offered_topics

    return offered_topics(searcher, filters)

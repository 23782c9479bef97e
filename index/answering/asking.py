"""A question, asked in one moment of the index: ranked, answered, and where it asks for somebody's words, answered with them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Self

from index.answering import answers, reprints, said
from index.answering.judging import WeighedEvidence
from index.answering.places import answer_named
from index.answering.reader.loading import shelved
from index.answering.reading import ReadEvidence
from index.answering.retrieval import Ranker, Ranking
from index.answering.weights import Weights
from index.errors import QueryError
from index.language.english.chat import small_talk, without_chat_words
from index.language.english.opposites import Opposites
from index.language.english.questions import RelatedWords
from index.language.tokens import Analyzer
from index.model import Answer, Quotation
from index.quotations.selection import select_quotations
from index.quotations.speakers import SpeakerKeys, known_speakers, speakers_within
from index.requests import AskRequest, Filters, QuotesRequest
from index.search.searcher import Searcher
from index.storage.documents import check_publisher, newest_date, row_of

LONGEST_QUESTION = 2_000
"""Characters of a question; more is refused."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Answers questions: holds what ranks sentences, and the weights of what makes an answer sure."""

    ranker: Ranker
    weights: Weights

    @classmethod
    def read(cls, analyzer: Analyzer, reader: bool = True) -> Self:
        """Read the words and the weights that come with Parley; ``reader`` says whether the reader is to be used.

        The reader itself is loaded with the first question.
        """
        weights = Weights.read()
        judge = ReadEvidence(WeighedEvidence(weights.ranking), shelved(reader))
        return cls(Ranker(RelatedWords.read(analyzer), Opposites.read(analyzer), judge), weights)

    def reading(self, windows: int) -> Self:
        """Return one that reads at most ``windows`` windows for a question; 0 for none."""
        judge = self.ranker.judge
        if not isinstance(judge, ReadEvidence):
            return self
        return replace(self, ranker=replace(self.ranker, judge=replace(judge, windows=windows)))

    def answer(self, searcher: Searcher, request: AskRequest) -> Answer:
        """Return the excerpts that answer the question, or an abstention; a place that it names is shown alone, and somebody's
        words, where it asks for them, come first.

        Raises QueryError for an empty or overlong question, or a publisher that no document has.
        """
        text = _checked(request.question)
        return answer_named(searcher, replace(request, question=text)) or self.examine(searcher, request)[1]

    def examine(self, searcher: Searcher, request: AskRequest) -> tuple[Ranking, Answer]:
        """Return the ranking that an answer rests on, and the answer. Raises QueryError like ``answer``."""
        filters, limit = request.filters, request.limit
        ranking = self.rank(searcher, request)
        talk = small_talk(request.question)
        if talk is not None:
            return ranking, Answer(_checked(request.question), False, 0.0, "weak", talk=talk)
        found = answers.answer(
            searcher,
            ranking,
            self.weights,
            limit=reprints.room(searcher.db, limit),
            as_of=newest_date(searcher.db, filters),
        )
        found = replace(found, question=_checked(request.question))
        answer = reprints.without_reprints(searcher.db, found, filters.collections, limit)
        answer = self._with_quotations(searcher, ranking, answer, request)
        return ranking, replace(answer, question=_checked(request.question))

    def rank(self, searcher: Searcher, request: AskRequest, without: Collection[str] = ()) -> Ranking:
        """Return every candidate sentence for the question, best first, as if the documents with the ids ``without`` were not
        there to be found. Raises QueryError like ``answer``.
        """
        text = without_chat_words(_checked(request.question))
        check_publisher(searcher.db, request.filters)
        rows = [row_of(searcher.db, document_id) for document_id in without]
        hidden = [row for row in rows if row is not None]
        return self.ranker.rank(searcher, text, request.filters, hidden)

    def _with_quotations(
        self, searcher: Searcher, ranking: Ranking, answer: Answer, request: AskRequest
    ) -> Answer:
        """Put what somebody said first, where the question asks for it."""
        filters, limit = request.filters, request.limit
        asked = said.asked_of(answer.question)
        if asked is None or not _is_quoted(searcher, asked[0], filters.collections):
            return answer
        anywhen = Filters(publisher=filters.publisher, collections=filters.collections)
        words = QuotesRequest((asked[0],), asked[1], filters=anywhen, limit=2 * limit)
        try:
            quoted = select_quotations(searcher, self.ranker.related.of, words)
        except QueryError:
            return answer
        within = [item for item in quoted if filters.admit(item.document)]

        def sure(quotation: Quotation) -> float:
            return said.sureness(ranking, quotation, asked[1], self.weights)

        return said.with_quotations(searcher, answer, within, sure, limit=limit)


def _is_quoted(searcher: Searcher, speaker: str, collections: tuple[str, ...]) -> bool:
    groups = speakers_within(searcher, collections)
    return bool(known_speakers(groups, SpeakerKeys(searcher.analyzer), speaker))


def _checked(question: str) -> str:
    text = " ".join(question.split())
    if not text:
        raise QueryError("The question is empty; ask something, such as: Who met in Moscow?")
    if len(text) > LONGEST_QUESTION:
        raise QueryError(f"The question has {len(text):,} characters; ask in at most {LONGEST_QUESTION:,}.")
    return text.encode("utf-8", "replace").decode("utf-8")

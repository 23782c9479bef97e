"""Sentences as candidates for a question, without an index: each word of the question is equally rare."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from index.answering.ranking.arrangement import MatchedSentence
from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.features import FEATURES, Evidence
from index.answering.ranking.judging import Candidate, Judgement
from index.answering.ranking.retrieval import Ranking
from index.language.abbreviations import OtherForms
from index.language.english.asking.answer_kinds import find_answer_kind
from index.language.english.asking.questions import RelatedWords, analyse_question
from index.language.english.opposites import Opposites
from index.language.sentences import sentences
from index.language.tokens import Analyzer
from index.model import Document, Part
from index.storage.sentences import StoredSentence

ANALYZER = Analyzer()
RELATED = RelatedWords.read(ANALYZER)
OPPOSITES = Opposites.read(ANALYZER)
NOTHING = Evidence(*(0.0 for _ in FEATURES))


def matcher_of(question: str) -> QuestionMatcher:
    asked = analyse_question(question, ANALYZER)
    return QuestionMatcher(
        asked, dict.fromkeys(asked.terms, 1.0), RELATED, OPPOSITES, {}, OtherForms(), find_answer_kind
    )


def candidates_of(
    text: str,
    matcher: QuestionMatcher,
    row: int = 1,
    title: str = "Report",
    published: date | None = None,
    structure: Sequence[Part] = (),
) -> list[Candidate]:
    """Return every sentence of a text, in order; a later one scores one less."""
    document = Document(f"{row}", title, text, published=published, structure=tuple(structure))
    found = []
    for ordinal, span in enumerate(sentences(text)):
        tokens = ANALYZER.tokens(text[span.start : span.end])
        positions = np.array([token.position for token in tokens], dtype=np.uint16)
        found.append(StoredSentence(span, ordinal, tuple(token.term for token in tokens), positions))
    matched = [matcher.match(one.terms, one.positions.tolist()) for one in found]
    terms = ANALYZER.terms(title)
    held = matcher.match(terms, range(len(terms)))
    beside: list[tuple[MatchedSentence | None, MatchedSentence | None]] = [
        (before, after) for before, after in zip([None, *matched], [*matched[1:], None], strict=False)
    ]
    return [
        Candidate(
            row, document, one, tuple(found), NOTHING, matched[place], beside[place], held, Judgement(-place)
        )
        for place, one in enumerate(found)
    ]


def ranking_of(question: str, *texts: str) -> Ranking:
    """Return the sentences of texts, each a document of its own, as they stand."""
    matcher = matcher_of(question)
    found = [one for row, text in enumerate(texts, 1) for one in candidates_of(text, matcher, row)]
    return Ranking(matcher.question, matcher, tuple(found))

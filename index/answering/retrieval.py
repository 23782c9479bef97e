"""Question to ranked sentences: BM25 puts up passages, evidence orders their sentences.

Re-ranking the passages that BM25 puts up by a few weighed features, proximity among them, follows Metzler and Croft (A Markov
random field model for term dependencies, 2005) in spirit; the weights were fitted on question sets (``bench/training.py``).
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, mul

import numpy as np
import numpy.typing as npt
from sqlite_utils import Database

from index.answering.evidence import MatchedSentence, QuestionMatcher
from index.answering.features import FEATURES, Evidence
from index.language.english.opposites import Opposites
from index.language.english.questions import Question, RelatedWords, analyse_question
from index.language.tokens import Analyzer
from index.model import Document, Sentence
from index.search import bm25
from index.search.segments import Segments
from index.search.vocabulary import nearest_term
from index.storage.documents import read_document

PASSAGES = 40
"""How many passages BM25 puts up for re-ranking."""

SENTENCES = 36
"""How many of their sentences a full look is taken at."""

_FEW_PASSAGES = 60
"""In so many passages the idf of a word counts half, and half the mean of the question's words."""

_AROUND = 20
"""How many sentences before and after one are looked at for what must be shown with it."""

RELATED_WEIGHT = 0.3
"""How much a related word counts in BM25 beside the question's own, before its own weight."""

TITLE_SHARE = 0.4
"""How much of a match in the title counts for a passage of the document."""


_FEATURE_VALUES = attrgetter(*FEATURES)


@dataclass(frozen=True, slots=True)
class StoredSentence:
    """A sentence with its number in the document, its terms in order, and the place of each among the sentence's words."""

    span: Sentence
    ordinal: int
    terms: tuple[str, ...]
    positions: npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: the row of its document, what speaks for it, and that weighed and summed."""

    row: int
    document: Document
    sentence: StoredSentence
    evidence: Evidence
    score: float
    matched: MatchedSentence
    neighbours: tuple[MatchedSentence | None, MatchedSentence | None]
    title: MatchedSentence


@dataclass(frozen=True, slots=True)
class Ranking:
    """A question analysed, and the candidates for it, best first."""

    question: Question
    matcher: QuestionMatcher
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Ranks sentences for questions.

    It holds the analysis of words, the words that stand for one another or say the opposite, and the weights of the features.
    """

    analyzer: Analyzer
    related: RelatedWords
    opposites: Opposites
    weights: Mapping[str, float]

    def rank(
        self,
        db: Database,
        segments: Segments,
        text: str,
        allowed: npt.NDArray[np.bool_] | None = None,
        passages: int = PASSAGES,
    ) -> Ranking:
        """Return the ranking for the question ``text``; ``allowed`` tells, by number, which passages may be looked at."""
        question, idf, aliases = self._known_terms(db, segments, analyse_question(text, self.analyzer))
        matcher = QuestionMatcher(question, idf, self.related, self.opposites, aliases)
        hits = bm25.search(db, segments, self._query_weights(question, aliases), passages, allowed)
        retrieved = _retrieve(db, hits, matcher)
        candidates = sorted(self._candidates(db, matcher, retrieved), key=lambda one: -one.score)
        return Ranking(question, matcher, tuple(candidates))

    def _known_terms(
        self, db: Database, segments: Segments, question: Question
    ) -> tuple[Question, dict[str, float], dict[str, str]]:
        """Return the idf of the question's terms, and for those that no passage has the term that was probably meant."""
        idf, aliases = {}, {}
        for term in dict.fromkeys(question.terms):
            postings = segments.postings(db, term)
            if postings is None and (meant := nearest_term(db, term)) is not None:
                aliases[term] = meant
                postings = segments.postings(db, meant)
            # A word that no passage has is taken for as rare as one that a single passage has: in a small corpus the idf of
            # none at all would drown what the other words say.
            idf[term] = bm25.idf(
                segments.passages, postings.passages if postings else min(1, segments.passages)
            )
        return question, _smoothed(idf, segments.passages), aliases

    def _query_weights(self, question: Question, aliases: Mapping[str, str]) -> dict[str, float]:
        own = Counter(aliases.get(term, term) for term in question.terms)
        weights = {term: float(count) for term, count in own.items()}
        for term in own:
            for other, weight in self.related.of(term).items():
                if other not in own:
                    weights[other] = max(weights.get(other, 0.0), RELATED_WEIGHT * weight)
        return weights

    def _match_title(self, db: Database, row: int, matcher: QuestionMatcher) -> MatchedSentence:
        terms = db.execute("SELECT title_terms FROM documents WHERE row = ?", [row]).fetchone()[0].split()
        return matcher.match(terms, range(len(terms)))

    def _candidates(
        self, db: Database, matcher: QuestionMatcher, retrieved: Sequence["_Retrieved"]
    ) -> Iterator[Candidate]:
        """Yield the sentences that the quick look puts first, each with its evidence."""
        titles = {
            row: self._match_title(db, row, matcher)
            for row in dict.fromkeys(one.document for one in retrieved)
        }
        coverage = _Coverage(retrieved, titles)
        weights = tuple(self.weights[name] for name in FEATURES)
        best_score = max((found.score for found in retrieved), default=0.0)
        promising = _promising(retrieved, matcher, coverage, best_score)
        documents = {
            row: read_document(db, row) for row in dict.fromkeys(found.document for found, _ in promising)
        }
        for found, place in promising:
            document, sentence = documents[found.document], found.sentences[place]
            evidence = matcher.evidence(
                document.slice(sentence.span.start, sentence.span.end),
                sentence.terms,
                found.matched[place],
                found.neighbours(place),
                titles[found.document],
                coverage.of_passage(found),
                coverage.paragraphs[found.document, sentence.span.paragraph],
                coverage.documents[found.document],
                found.score,
                best_score,
                document.published,
            )
            yield Candidate(
                found.document,
                document,
                sentence,
                evidence,
                math.fsum(map(mul, weights, _FEATURE_VALUES(evidence))),
                found.matched[place],
                found.neighbours(place),
                titles[found.document],
            )


def _smoothed(idf: Mapping[str, float], passages: int) -> dict[str, float]:
    """Return the idf drawn to their mean, the more the fewer passages they were counted in.

    In a handful of passages the subject of all of them looks like a word that says nothing.
    """
    mean = sum(idf.values()) / max(len(idf), 1)
    share = passages / (passages + _FEW_PASSAGES)
    return {term: share * value + (1 - share) * mean for term, value in idf.items()}


def _promising(
    retrieved: Sequence["_Retrieved"], matcher: QuestionMatcher, coverage: "_Coverage", best_score: float
) -> list[tuple["_Retrieved", int]]:
    """Return the sentences, as their passage and place in it, that a quick look at the words puts first."""
    first_seen: dict[tuple[int, int], tuple[_Retrieved, int]] = {}
    for found in retrieved:
        for place, sentence in enumerate(found.sentences):
            if sentence.terms:
                first_seen.setdefault((found.document, sentence.ordinal), (found, place))

    def quick(item: tuple[_Retrieved, int]) -> float:
        found, place = item
        paragraph = coverage.paragraphs[found.document, found.sentences[place].span.paragraph]
        covered = 6 * matcher.coverage(found.matched[place].best) + 3 * matcher.coverage(paragraph)
        return covered + 4 * found.score / best_score

    return sorted(first_seen.values(), key=quick, reverse=True)[:SENTENCES]


@dataclass(frozen=True, slots=True)
class _Retrieved:
    """A passage that BM25 put up, its sentences, and which of the question's words each has."""

    document: int
    sentences: tuple[StoredSentence, ...]
    matched: tuple[MatchedSentence, ...]
    score: float

    def neighbours(self, place: int) -> tuple[MatchedSentence | None, MatchedSentence | None]:
        return (
            self.matched[place - 1] if place else None,
            self.matched[place + 1] if place + 1 < len(self.matched) else None,
        )


class _Coverage:
    """How well each of the question's words is matched at best in what was retrieved of a paragraph and of a document."""

    def __init__(self, retrieved: Sequence[_Retrieved], titles: Mapping[int, MatchedSentence]) -> None:
        self._titles = {
            row: tuple(TITLE_SHARE * held for held in title.best) for row, title in titles.items()
        }
        self.documents: dict[int, tuple[float, ...]] = {}
        self.paragraphs: dict[tuple[int, int], tuple[float, ...]] = {}
        for found in retrieved:
            title = self._titles[found.document]
            for sentence, matched in zip(found.sentences, found.matched, strict=True):
                key = found.document, sentence.span.paragraph
                self.paragraphs.setdefault(key, title)
                self.documents.setdefault(found.document, title)
                if matched.occurrences:
                    self.paragraphs[key] = _higher(self.paragraphs[key], matched.best)
                    self.documents[found.document] = _higher(self.documents[found.document], matched.best)

    def of_passage(self, found: _Retrieved) -> tuple[float, ...]:
        best = self._titles[found.document]
        for matched in found.matched:
            if matched.occurrences:
                best = _higher(best, matched.best)
        return best


def _higher(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(map(max, one, other))


def read_around(db: Database, document: int, ordinal: int) -> dict[int, Sentence]:
    """Return, by number, the sentence ``ordinal`` of the document with that row and those around it."""
    rows = db.execute(
        """SELECT ordinal, start, end, paragraph FROM sentences
           WHERE document = ? AND ordinal BETWEEN ? AND ? ORDER BY ordinal""",
        [document, ordinal - _AROUND, ordinal + _AROUND],
    )
    return {number: Sentence(start, end, paragraph) for number, start, end, paragraph in rows}


def allowed_passages(segments: Segments, documents: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Return a mask over passage numbers of the passages of the documents with those rows."""
    highest = int(segments.documents.max(initial=0))
    chosen = np.zeros(highest + 1, dtype=bool)
    chosen[[row for row in documents if row <= highest]] = True
    mask: npt.NDArray[np.bool_] = chosen[segments.documents]
    return mask


def _retrieve(db: Database, hits: Sequence[bm25.ScoredPassage], matcher: QuestionMatcher) -> list[_Retrieved]:
    """Read the passages that BM25 put up; a sentence that stands in two of them is matched once."""
    sentences = _read_sentences(db, hits)
    known: dict[tuple[int, int], MatchedSentence] = {}
    retrieved = []
    for hit in hits:
        document, found = sentences[hit.passage]
        for sentence in found:
            if (document, sentence.ordinal) not in known:
                known[document, sentence.ordinal] = matcher.match(sentence.terms, sentence.positions)
        matched = tuple(known[document, sentence.ordinal] for sentence in found)
        retrieved.append(_Retrieved(document, tuple(found), matched, hit.score))
    return retrieved


def _read_sentences(
    db: Database, hits: Sequence[bm25.ScoredPassage]
) -> dict[int, tuple[int, list[StoredSentence]]]:
    """Return, for each passage, the row of its document and its sentences."""
    rows = db.execute(
        f"""SELECT passages.id, passages.document, ordinal, start, end, paragraph, terms, positions
            FROM passages JOIN sentences
            ON sentences.document = passages.document AND ordinal BETWEEN first AND last
            WHERE passages.id IN ({",".join("?" * len(hits))}) ORDER BY passages.id, ordinal""",
        [hit.passage for hit in hits],
    )
    found: dict[int, tuple[int, list[StoredSentence]]] = {}
    for passage, document, ordinal, start, end, paragraph, terms, positions in rows:
        found.setdefault(passage, (document, []))[1].append(
            StoredSentence(
                Sentence(start, end, paragraph),
                ordinal,
                tuple(terms.split()),
                np.frombuffer(positions, dtype="<u2"),
            )
        )
    return found

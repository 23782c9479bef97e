"""What judges how well a sentence answers a question, whichever it is. The weighed evidence is the first."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import Protocol

from index.answering.ranking.arrangement import MatchedSentence
from index.answering.ranking.features import FEATURES, Evidence
from index.language.asking import Question
from index.model import Document, Span
from index.storage.sentences import StoredSentence

_UNMET = 2.0
"""How much lower a sentence is ranked that has none of a follow-up's own words; chosen on thirty pairs of questions."""

_ELSEWHERE = 1.0
"""How much lower one of another document than the one that answered before; chosen on the same."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How well a candidate answers, the higher the better, and the words that are the answer, where the judge finds them."""

    score: float
    answer: Span | None = None
    margin: float | None = None
    """Where it was read: by how much the reader holds its words likelier than no answer."""

    before: float | None = None
    """Where others were read: the score before, by which sentences that were not read are still compared."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, and what was found of it.

    ``row`` is that of its document, ``passage`` the sentences that were found together with it, itself among them. ``matched``,
    ``neighbours`` and ``title`` say which of the question's words it, the sentences beside it and the title have.
    ``judgement`` is what the judge makes of it, nothing yet while it judges.
    """

    row: int
    document: Document
    sentence: StoredSentence
    passage: tuple[StoredSentence, ...]
    evidence: Evidence
    matched: MatchedSentence
    neighbours: tuple[MatchedSentence | None, MatchedSentence | None]
    title: MatchedSentence
    judgement: Judgement = Judgement(0.0)

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.document.slice(self.sentence.span.start, self.sentence.span.end)

    @property
    def told_on(self) -> date | None:
        """The day of the message or entry that the sentence stands in, else that of its document; None where neither is known."""
        return self.document.told_on(self.sentence.span.start, self.sentence.span.end)

    @property
    def worth(self) -> float:
        """The score without what a reader adds, which reads but a few: by it a sentence is worth showing beside another."""
        return self.judgement.score if self.judgement.before is None else self.judgement.before

    def judged(self, judgement: Judgement) -> "Candidate":
        """Return the candidate with what the judge makes of it."""
        return Candidate(
            self.row,
            self.document,
            self.sentence,
            self.passage,
            self.evidence,
            self.matched,
            self.neighbours,
            self.title,
            judgement,
        )

    @property
    def score(self) -> float:
        """How well it answers."""
        return self.judgement.score


class Judge(Protocol):
    """Judges the candidates for a question. Safe to use from several threads."""

    def judge(self, question: Question, candidates: Sequence[Candidate]) -> Sequence[Judgement]:
        """Return a judgement of each candidate, in their order. An ``answer`` lies inside the candidate's sentence."""


@dataclass(frozen=True, slots=True)
class WeighedEvidence:
    """Weighs what speaks for a sentence and sums it: scores differ by a few units, and say nothing across questions."""

    weights: Mapping[str, float]
    """By feature; fitted by ``bench/training.py``."""

    def judge(self, question: Question, candidates: Sequence[Candidate]) -> Sequence[Judgement]:
        """Return a judgement of each candidate, in their order, without words that are the answer."""
        weights = tuple(self.weights[name] for name in FEATURES)
        return [Judgement(math.fsum(map(mul, weights, one.evidence))) for one in candidates]


@dataclass(frozen=True, slots=True)
class LeaningEvidence:
    """Weighs evidence for a question that leans on the one before: what was carried over only says where to look.

    ``own`` are the terms of the question itself; ``row`` is that of the document which answered before.
    """

    evidence: Judge
    own: frozenset[str]
    row: int | None

    def judge(self, question: Question, candidates: Sequence[Candidate]) -> Sequence[Judgement]:
        """Return a judgement of each candidate, in their order: lower where the question's own words are not met, or another
        document speaks."""
        places = [place for place, term in enumerate(dict.fromkeys(question.terms)) if term in self.own]
        return [
            Judgement(weighed.score - self._lacking(one, places), weighed.answer)
            for weighed, one in zip(self.evidence.judge(question, candidates), candidates, strict=True)
        ]

    def _lacking(self, candidate: Candidate, places: Sequence[int]) -> float:
        held = sum(candidate.matched.best[place] for place in places)
        unmet = _UNMET * (1 - held / len(places)) if places else 0.0
        return unmet + (_ELSEWHERE if self.row is not None and candidate.row != self.row else 0.0)

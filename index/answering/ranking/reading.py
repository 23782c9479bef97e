"""The evidence with the reader beside it: where the lead of the best sentence is small, the best few are read.

What is read is a window: the sentence with those that it was found with, three in all at most. The reader's margin is added to
the score of each sentence read; a sentence that was not read counts as if the reader had found no answer in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from index.answering.ranking.judging import Candidate, Judge, Judgement
from index.answering.reader.furniture import body
from index.answering.reader.loading import Shelved
from index.answering.reader.pointer import LONGEST_MARGIN, Pointing, Reader
from index.answering.reader.script import is_latin
from index.language.asking import Question
from index.language.sentences import sentences
from index.model import Document, Span
from index.storage.sentences import StoredSentence

WINDOWS = 5
"""How many windows are read for a question at most."""

MARGIN_WEIGHT = 0.3
"""How much a unit of margin counts beside a unit of evidence; chosen on SQuAD's development articles and the news questions."""

NO_SAY = -3.0
"""Where no margin comes up to this, the reader finds no answer anywhere and has no say in the order; chosen on the same."""

DECIDED = 2 * MARGIN_WEIGHT * LONGEST_MARGIN
"""No window is read that begins with a sentence so far behind the best one: here, what no margin makes up for."""

_LONGEST_WINDOW = 600
"""Characters, about 130 tokens: what takes 20 ms of a core at most. A sentence that is longer is read alone."""

_LONGEST_TITLE = 150
"""Characters of a title that are read, chosen: more would take the window's room."""
_LONGEST_QUESTION = 400
"""Characters; what is longer is cut."""

_LONGEST_READ = 2_000
"""Characters of a question that are looked through for what asks."""

_OF_ITS_TIME = 0.5
"""From this feature on a document was published in, or near, the period that the question names."""

_NOT_FOUND = -MARGIN_WEIGHT * LONGEST_MARGIN

Place = tuple[int, int]
"""The row of a document and the number of a sentence in it."""


@dataclass(frozen=True, slots=True)
class ReadEvidence:
    """Judges by evidence, then reads; by evidence alone where there is no reader, or nothing that it can read."""

    evidence: Judge
    reader: Shelved
    windows: int = WINDOWS
    """How many are read for a question at most."""

    def judge(self, question: Question, candidates: Sequence[Candidate]) -> Sequence[Judgement]:
        """Return a judgement of each candidate, in their order."""
        weighed = self.evidence.judge(question, candidates)
        if not candidates or self.windows <= 0 or not is_latin(question.text):
            return weighed
        reader = self.reader.get()
        if reader is None:
            return weighed
        found = _read(reader, _Asked.of(question), candidates, [one.score for one in weighed], self.windows)
        margins = [pointing.margin for pointing in found.values() if pointing is not None]
        if not margins:
            return weighed
        silent = max(margins) < NO_SAY
        return [
            _with(one, found.get(_place(candidate)), max(margins) if silent else None)
            for one, candidate in zip(weighed, candidates, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question as it is read: where a document was published in the time that it names, the ``undated`` one. The reader knows
    no day of a document, and finds no answer where the day does not stand."""

    text: str
    undated: str

    @classmethod
    def of(cls, question: Question) -> Self:
        """Return both forms of the question."""
        return cls(asked(question.text), asked(question.undated or question.text))

    def of_candidate(self, candidate: Candidate) -> str:
        """Return the form in which the window of a candidate is read."""
        return self.undated if candidate.evidence.period >= _OF_ITS_TIME else self.text


def asked(question: str) -> str:
    """Return of a question in several sentences those that ask, where any does: the reader was trained on such alone."""
    parts = [question[one.start : one.end] for one in sentences(question[:_LONGEST_READ])]
    asking = [part for part in parts if part.rstrip("\"'”’)").endswith("?")]
    return " ".join(asking) or question


def _with(weighed: Judgement, pointing: Pointing | None, for_all: float | None) -> Judgement:
    """Return the judgement of a sentence with what was found in it; ``for_all`` is the margin that counts for every one."""
    margin = -LONGEST_MARGIN if pointing is None else pointing.margin
    counted = margin if for_all is None else for_all
    score = weighed.score + MARGIN_WEIGHT * counted
    if pointing is None:
        return Judgement(score, weighed.answer, before=weighed.score)
    return Judgement(score, pointing.span if margin > 0 else weighed.answer, margin, weighed.score)


def _place(candidate: Candidate) -> Place:
    return candidate.row, candidate.sentence.ordinal


def _read(
    reader: Reader, question: _Asked, candidates: Sequence[Candidate], scores: Sequence[float], windows: int
) -> dict[Place, Pointing | None]:
    """Return what was found in each sentence that was read, best first; the spans are characters into the document."""
    known = {_place(one): score for one, score in zip(candidates, scores, strict=True)}
    found: dict[Place, Pointing | None] = {}
    best, read = -float("inf"), 0
    for candidate in sorted(candidates, key=lambda one: -known[_place(one)]):
        if read >= windows or best - (known[_place(candidate)] + _NOT_FOUND) > DECIDED:
            break
        if _place(candidate) in found:
            continue
        pointings = _point(reader, question.of_candidate(candidate), candidate)
        read += bool(pointings)
        found.setdefault(_place(candidate), None)
        for ordinal, pointing in pointings.items():
            place = candidate.row, ordinal
            if place not in found or found[place] is None:
                found[place] = pointing
                if pointing is not None and place in known:
                    best = max(best, known[place] + MARGIN_WEIGHT * pointing.margin)
    return found


def _point(reader: Reader, question: str, candidate: Candidate) -> dict[int, Pointing | None]:
    """Read the window of a candidate; return what was found, by the number of the sentence. Empty where it is not read."""
    document, window = candidate.document, _window(candidate)
    bodies = {one.ordinal: _body(document, one, candidate.passage) for one in window}
    start, end = window[0].span.start, window[-1].span.end
    text = document.slice(start, min(end, start + 2 * _LONGEST_WINDOW))
    if bodies[candidate.sentence.ordinal] is None or not is_latin(text):
        return {}
    spans = {
        number: (span[0] - start, span[1] - start) for number, span in bodies.items() if span is not None
    }
    pointings = reader.point(
        question[:_LONGEST_QUESTION], document.title[:_LONGEST_TITLE], text, list(spans.values())
    )
    return dict.fromkeys(bodies) | {
        number: None
        if pointing is None
        else Pointing(pointing.margin, (pointing.span[0] + start, pointing.span[1] + start))
        for number, pointing in zip(spans, pointings, strict=True)
    }


def _window(candidate: Candidate) -> Sequence[StoredSentence]:
    """Return the sentences to read with a candidate, itself among them: those found with it, where they are not too long."""
    window = candidate.passage
    while window[-1].span.end - window[0].span.start > _LONGEST_WINDOW and len(window) > 1:
        window = window[:-1] if window[0].ordinal == candidate.sentence.ordinal else window[1:]
    return window


def _body(document: Document, sentence: StoredSentence, passage: Sequence[StoredSentence]) -> Span | None:
    """Return where in the document the part of a sentence stands that may answer."""
    span = sentence.span
    beside = [one for one in passage if one.span.paragraph == span.paragraph]
    inside = body(document.slice(span.start, span.end), alone=len(beside) == 1)
    return None if inside is None else (span.start + inside[0], span.start + inside[1])

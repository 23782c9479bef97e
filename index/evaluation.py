"""How good the answers are, as numbers: a question set is asked, and what comes back is held against what was expected.

A question set is JSON Lines: ``id``, ``question``, ``passage_ids`` (the documents that answer, by the ids of their records),
``answers`` (strings that stand in them), ``answerable``, for a follow-up ``previous`` (the questions before it), and where
documents are graded ``grades`` (id to a number from 0).
Mean reciprocal rank and normalised discounted cumulative gain as in Manning, Raghavan and Schütze, Introduction to
Information Retrieval (2008), chapter 8; the area under the ROC curve as the Mann-Whitney statistic.
"""

import json
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import MalformedSource
from index.index import Index
from index.model import SHARED, Answer, Document
from index.readers import jsonl, longest_file, read_file
from index.readers.encoding import decode
from index.readers.files import read_regular
from index.requests import AskRequest

DEPTH = 10
"""Documents of a ranking that are looked at: nDCG@10, as BEIR and TREC report it."""
MOST_GRADE = 100
"""The highest grade of a document that a question set may give; chosen: ``2**grade`` stays a float."""


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question with what is known of its answer; ``grades`` gives for each right document, by record id, how right it is.

    ``previous`` are the questions before it, in the order they were asked, where it is a follow-up.
    """

    id: str
    question: str
    grades: Mapping[str, float]
    answers: tuple[str, ...]
    answerable: bool
    graded: bool
    previous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back for a question: ranks and matches are of its answerable kind only.

    ``rank`` is that of the first right document, from 1, None past ``DEPTH``; ``gain`` the nDCG, None where nothing is graded.
    ``placeable`` says whether a right document is there at all.
    """

    question: LabelledQuestion
    answer: Answer
    rank: int | None
    gain: float | None
    placeable: bool
    in_first: bool
    in_shown: bool
    words: int
    seconds: float

    @property
    def is_miss(self) -> bool:
        """Whether something went wrong: the answer is not in the first excerpt, or is kept back, or one was made up."""
        if not self.question.answerable:
            return self.answer.answered
        return not self.in_first or not self.answer.answered


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of a question set: shares from 0 to 1, None where the set has no question they are about."""

    questions: int
    answerable: int
    hit_1: float | None
    hit_3: float | None
    hit_10: float | None
    mrr_10: float | None
    ndcg_10: float | None
    answer_in_first: float | None
    answer_in_shown: float | None
    mean_words: float | None
    auroc: float | None
    answered_of_answerable: float | None
    abstained_of_unanswerable: float | None
    questions_per_second: float


def read_questions(path: Path) -> tuple[LabelledQuestion, ...]:
    """Read a question set; questions whose ``answerable`` is not given are passed over.

    Raises SourceNotFound when there is no file, MalformedSource, naming the line, when it is broken or asks nothing.
    """
    questions = []
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            question = _question(line, f"{path.name}, line {number}")
            if question is not None:
                questions.append(question)
    if not questions:
        raise MalformedSource(
            f"{path.name} holds no question whose `answerable` is true or false; write one on each line."
        )
    return tuple(questions)


def _lines(path: Path) -> list[str]:
    """Return the lines of a JSON Lines file, packed or not. Raises SourceError when it cannot be read."""
    data = read_regular(path, longest_file(path.name))
    if path.name.lower().endswith(".gz"):
        data = jsonl.unpacked(data, path.name)
    return decode(data, path.name)[0].split("\n")


def _question(line: str, place: str) -> LabelledQuestion | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedSource(f"{place} is not JSON; write one object a line.") from error
    if not isinstance(record, dict):
        raise MalformedSource(f"{place} is not an object; write one with a `question` and `answerable`.")
    answerable = record.get("answerable")
    if answerable is None:
        return None
    question, grades = record.get("question"), record.get("grades")
    ids, answers = record.get("passage_ids") or [], record.get("answers") or []
    previous = record.get("previous") or []
    for right, advice in (
        (isinstance(answerable, bool), "`answerable` is neither true nor false"),
        (isinstance(question, str) and question.strip(), "it has no `question`"),
        (isinstance(ids, list), "`passage_ids` is not a list"),
        (isinstance(answers, list), "`answers` is not a list"),
        (isinstance(previous, list), "`previous` is not a list"),
        (grades is None or _are_grades(grades), "`grades` does not give a number from 0 for each document"),
    ):
        if not right:
            raise MalformedSource(
                f"{place} is not a question: {advice}. docs/evaluation.md says what a line holds."
            )
    return LabelledQuestion(
        id=str(record.get("id", "")),
        question=str(question),
        grades={str(key): float(value) for key, value in grades.items()}
        if isinstance(grades, dict)
        else {str(key): 1.0 for key in ids},
        answers=tuple(map(str, answers)),
        answerable=answerable,
        graded=grades is not None,
        previous=tuple(map(str, previous)),
    )


def _are_grades(grades: object) -> bool:
    return isinstance(grades, dict) and all(
        isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= MOST_GRADE
        for value in grades.values()
    )


def add_records(index: Index, path: Path) -> dict[str, str]:
    """Add the records of a JSON Lines file to ``index``; return the document id of each record id.

    Raises MalformedSource for the first record that cannot be used: a question set needs all of its documents.
    """
    documents: list[Document] = []
    for item in read_file(path, SHARED):
        if not isinstance(item, Document):
            raise item
        documents.append(item)
    index.add_documents(documents)
    if not path.name.lower().endswith((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")):
        return _names(documents)
    names = [str(json.loads(line).get("id")) for line in _lines(path) if line.strip()]
    return {name: document.id for name, document in zip(names, documents, strict=True)}


def record_ids(index: Index) -> dict[str, str]:
    """Return the document id of everything that a question may name a document of ``index`` by: its id, its address, its
    record, and its file with or without the ending, where only one file is called so."""
    return _names(index.documents())


def _names(documents: Sequence[Document]) -> dict[str, str]:
    names: dict[str, str] = {}
    files: dict[str, set[str]] = {}
    for document in documents:
        for name in (document.id, document.key, document.key.rsplit("#", 1)[-1], document.url):
            if name:
                names[name] = document.id
        file = Path(document.key).name
        for name in {file, file.partition(".")[0]}:
            files.setdefault(name, set()).add(document.id)
    return {name: ids.pop() for name, ids in files.items() if len(ids) == 1} | names


def evaluate(
    index: Index,
    questions: Sequence[LabelledQuestion],
    ids: Mapping[str, str],
    progress: Callable[[Outcome], None] | None = None,
) -> tuple[Outcome, ...]:
    """Ask every question; ``ids`` gives the document id of the record ids that the questions name."""
    outcomes = []
    for question in questions:
        outcome = _ask(index, question, ids)
        outcomes.append(outcome)
        if progress is not None:
            progress(outcome)
    return tuple(outcomes)


def _ask(index: Index, question: LabelledQuestion, ids: Mapping[str, str]) -> Outcome:
    begin = time.perf_counter()
    with index.searching() as searcher:
        ranking, answer = index.asker.examine(
            searcher, AskRequest(question.question, previous=question.previous)
        )
    seconds = time.perf_counter() - begin
    grades = {ids[name]: grade for name, grade in question.grades.items() if name in ids}
    first = answer.excerpts or answer.nearest
    documents = [excerpt.document.id for excerpt in first] + [one.document.id for one in ranking.candidates]
    ranked = list(dict.fromkeys(documents))[:DEPTH]
    shown = [" ".join(excerpt.text.split()) for excerpt in first]
    wanted = [" ".join(text.split()) for text in question.answers]
    matches = [any(text in words for text in wanted) for words in shown]
    return Outcome(
        question=question,
        answer=answer,
        rank=next((place for place, found in enumerate(ranked, 1) if grades.get(found, 0) > 0), None),
        gain=_ndcg(ranked, grades) if question.graded else None,
        placeable=bool(grades),
        in_first=matches[:1] == [True],
        in_shown=any(matches),
        words=sum(len(words.split()) for words in shown) if answer.answered else 0,
        seconds=seconds,
    )


def _ndcg(ranked: Sequence[str], grades: Mapping[str, float]) -> float:
    def discounted(values: Sequence[float]) -> float:
        return sum((2**value - 1) / math.log2(place + 1) for place, value in enumerate(values, 1))

    ideal = discounted(sorted(grades.values(), reverse=True)[:DEPTH])
    return discounted([grades.get(found, 0.0) for found in ranked]) / ideal if ideal else 0.0


def scores(outcomes: Sequence[Outcome]) -> Scores:
    """Return the figures of the outcomes. Those about documents are None where no right document is there at all."""
    answerable = [one for one in outcomes if one.question.answerable]
    unanswerable = [one for one in outcomes if not one.question.answerable]
    placed = [one for one in answerable if one.question.grades]
    if not any(one.placeable for one in placed):
        placed = []
    with_strings = [one for one in answerable if one.question.answers]
    answered = [one for one in outcomes if one.answer.answered]
    gains = [one.gain for one in placed if one.gain is not None]
    return Scores(
        questions=len(outcomes),
        answerable=len(answerable),
        hit_1=_mean([one.rank == 1 for one in placed]),
        hit_3=_mean([one.rank is not None and one.rank <= 3 for one in placed]),
        hit_10=_mean([one.rank is not None for one in placed]),
        mrr_10=_mean([1 / one.rank if one.rank else 0.0 for one in placed]),
        ndcg_10=_mean(gains),
        answer_in_first=_mean([one.in_first for one in with_strings]),
        answer_in_shown=_mean([one.in_shown for one in with_strings]),
        mean_words=_mean([one.words for one in answered]),
        auroc=area_under_curve(
            [one.answer.confidence for one in answerable], [one.answer.confidence for one in unanswerable]
        ),
        answered_of_answerable=_mean([one.answer.answered for one in answerable]),
        abstained_of_unanswerable=_mean([not one.answer.answered for one in unanswerable]),
        questions_per_second=len(outcomes) / max(sum(one.seconds for one in outcomes), 1e-9),
    )


def area_under_curve(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """Return how often a value of ``positives`` is above one of ``negatives``, equal ones counting half; None without both."""
    if not positives or not negatives:
        return None
    ordered = sorted([(value, 0) for value in negatives] + [(value, 1) for value in positives])
    ranks, place = 0.0, 0
    while place < len(ordered):
        last = place
        while last + 1 < len(ordered) and ordered[last + 1][0] == ordered[place][0]:
            last += 1
        shared = (place + last) / 2 + 1
        ranks += shared * sum(kind for _, kind in ordered[place : last + 1])
        place = last + 1
    return (ranks - len(positives) * (len(positives) + 1) / 2) / (len(positives) * len(negatives))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def report_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a report in Markdown: every miss beside what was expected."""
    misses = [one for one in outcomes if one.is_miss]
    yield f"# {len(misses)} misses of {len(outcomes)} questions"
    for one in misses:
        expected = " / ".join(one.question.answers[:4]) if one.question.answerable else "no answer"
        yield ""
        yield f"## {one.question.question}"
        yield ""
        yield f"- expected: {expected or 'a document, no words given'}"
        yield (
            f"- right document: {f'number {one.rank}' if one.rank else 'not among the first ten'}"
            if one.question.answerable
            else ("- not answerable")
        )
        yield f"- {'answered' if one.answer.answered else 'abstained'}, confidence {one.answer.confidence:.2f}"
        for excerpt in one.answer.excerpts or one.answer.nearest:
            yield f"- [{excerpt.citation.number}] {' '.join(excerpt.text.split())} ({excerpt.citation.title})"

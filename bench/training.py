"""Fits the weights of index/answering/ranking/weights.json on question sets, and says what each feature is worth.

    PYTHONPATH=. python bench/training.py ../shared/data/squad2 ../shared/data/whitehouse/documents.jsonl.gz [--write]

Needs scipy. Ranking weights are fitted by a softmax over the candidate sentences of each question (ListNet's top-one loss, Cao
and others, 2007), the confidence by a weighted logistic regression. What a figure is printed of was not fitted on: the sets are
cut in two halves, by article and by question, and each half is scored with the weights of the other.

The negatives of the confidence are SQuAD's unanswerable questions, the answerable ones with the right paragraph or the whole
article hidden or with a name replaced by one of another question, and the unanswerable questions of
bench/questions/whitehouse.jsonl; part of them are asked of small databases of twelve paragraphs, because hosts begin with few
documents, and part with sentences around them, because people tell more than they ask (bench/wordiness.py).

The confidence is fitted twice: on rankings by evidence alone, and on those in which the reader had a say. The reader was trained
on the SQuAD articles up to "Immune system": of its scores, only those for the later articles and the news are used.
"""

import argparse
import hashlib
import json
import random
import re
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from bench.wordiness import wordy
from index import Document, Index
from index.answering.confidence import (
    AGAINST_ANSWERING,
    CONFIDENCE_FEATURES,
    READ_FEATURES,
    confidence_features,
)
from index.answering.framing import framed
from index.answering.ranking.features import AGAINST, FEATURES
from index.answering.ranking.reading import WINDOWS
from index.answering.ranking.retrieval import Ranking
from index.evaluation import LabelledQuestion, add_records, area_under_curve, read_questions
from index.language.tokens import Analyzer
from index.requests import AskRequest

Floats = npt.NDArray[np.float64]
HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "index" / "answering" / "ranking" / "weights.json"
NEWS = HERE / "questions" / "whitehouse.jsonl"
REWORDED = HERE / "questions" / "reworded.jsonl"
TALKS = HERE / "questions" / "talks.jsonl"
TALKS_DOCUMENTS = HERE / "questions" / "talks.documents.jsonl"
FITTED_TALKS = "talks-f"
"""How the ids of those of ``TALKS`` begin that are fitted on; the others are kept apart."""

SMALL = 12
NAME = re.compile(r"(?<=[\w,] )[A-Z][\w’-]+(?: [A-Z][\w’-]+)*")
NUMBER = re.compile(r"\b[1-9]\d{0,3}\b")
LAST_READ = "Immune system"
"""The last of the articles, by their titles, that the reader was trained on."""

NEWS_SHARE = 0.8
"""How much the news questions count together beside the SQuAD questions together."""

L2 = 3.0
NEAR_KEPT, READER_NEAR_KEPT = 120.0, 60.0
"""How strongly a weight of the confidence is held to the one that is kept now: what is fitted on is too little to find each anew.
Those of the reader's margin are held less, because questions in other words were not fitted on before. Chosen by half against
half."""

TO_ANSWER = 0.17
"""Added to the bias where the reader had a say: with it as many questions of frames.jsonl are answered as before the fit;
chosen on that set."""

WRONG = 0.5
"""How much an answerable question counts whose first sentence does not answer: it is no answer to be sure of."""

GROUP_WEIGHTS = {
    "reworded answerable": 2.5,
    "reworded without the paragraph": 1.0,
    "reworded unanswerable": 0.8,
    "talks answerable": 6.0,
    "talks unanswerable": 4.0,
    "squad answerable": 1.0,
    "squad without the paragraph": 0.5,
    "squad without the article": 0.4,
    "squad with another name": 0.25,
    "squad with names exchanged": 0.25,
    "squad with another number": 0.25,
    "squad unanswerable": 0.35,
    "news answerable": 10.0,
    "news without the documents": 7.5,
    "news with another name": 3.0,
    "news unanswerable, near": 12.0,
    "news unanswerable, off": 7.5,
    "small answerable": 1.0,
    "small of another part": 1.0,
    "small of another article": 0.7,
    "small unanswerable": 0.25,
    "long answerable": 1.0,
    "long of another article": 0.8,
    "long unanswerable": 0.3,
}


@dataclass(frozen=True)
class Judged:
    """The candidates of a question: their features, and how right each is (2 answers, 1 is of a right document)."""

    source: str
    half: int
    features: Floats
    right: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked: its half, the features of its ranking, and whether the first sentence answers it.

    No features where the question's frame refuses.
    """

    half: int
    features: Floats | None
    right: bool


Group = dict[str, list[Asked]]


def half_of(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def judge(
    ranking: Ranking, question: LabelledQuestion, right_ids: set[str], source: str, half: int
) -> Judged:
    right = []
    for one in ranking.candidates:
        words = " ".join(one.document.slice(one.sentence.span.start, one.sentence.span.end).split())
        holds = any(" ".join(answer.split()) in words for answer in question.answers)
        right.append((1 + holds) if one.document.id in right_ids else 0)
    features = [[getattr(one.evidence, name) for name in FEATURES] for one in ranking.candidates]
    return Judged(
        source, half, np.array(features, dtype=np.float64).reshape(-1, len(FEATURES)), np.array(right)
    )


class Sureness:
    """The features of the confidence, group by group: by evidence alone, and with the reader."""

    def __init__(self) -> None:
        self._analyzer = Analyzer()
        self.alone: Group = {name: [] for name in GROUP_WEIGHTS}
        self.read: Group = {name: [] for name in GROUP_WEIGHTS}

    def add(
        self,
        group: str,
        half: int,
        index: Index,
        question: str,
        without: Collection[str] = (),
        *,
        answers: Sequence[str] = (),
        read: bool,
    ) -> Ranking:
        """Ask ``question``, and once more with the reader where ``read``; return the ranking by evidence alone.

        ``answers`` are the words one of which the first sentence must have to be right.
        """
        alone = ranked(index, question, without, windows=0)
        self.alone[group].append(self._asked(half, alone, CONFIDENCE_FEATURES, answers))
        if read:
            both = ranked(index, question, without, windows=WINDOWS)
            if both.read:
                names = (*CONFIDENCE_FEATURES, *READ_FEATURES)
                self.read[group].append(self._asked(half, both, names, answers))
        return alone

    def _asked(self, half: int, ranking: Ranking, names: Sequence[str], answers: Sequence[str]) -> Asked:
        """Return the features of a ranking as an answer would rest on it."""
        held = framed(ranking, self._analyzer)
        if not ranking.candidates or held.most == "weak":
            return Asked(half, None, False)
        features = confidence_features(held.ranking)
        best = held.ranking.candidates[0]
        words = " ".join(best.document.slice(best.sentence.span.start, best.sentence.span.end).split())
        right = any(" ".join(answer.split()) in words for answer in answers)
        return Asked(half, np.array([*(features[name] for name in names), 1.0]), right)


def ranked(index: Index, question: str, without: Collection[str] = (), *, windows: int) -> Ranking:
    with index.searching() as searcher:
        return index.asker.reading(windows).rank(searcher, AskRequest(question), without)


def fit_ranking(judged: Sequence[Judged], columns: Sequence[int]) -> Floats:
    usable = [one for one in judged if (one.right == 2).any()]
    counts = [len(one.right) for one in usable]
    starts = np.cumsum([0, *counts[:-1]])
    owner = np.repeat(np.arange(len(usable)), counts)
    features = np.concatenate([one.features[:, columns] for one in usable])
    answers = np.concatenate([one.right == 2 for one in usable])
    of_news = np.array([one.source == "news" for one in usable])
    weights = np.where(of_news, NEWS_SHARE * (~of_news).sum() / max(of_news.sum(), 1), 1.0)

    def loss(w: Floats) -> tuple[float, Floats]:
        scores = features @ w
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        total = np.add.reduceat(powers, starts)
        of_answers = np.add.reduceat(np.where(answers, powers, 0.0), starts) + 1e-300
        slope = powers / total[owner] - np.where(answers, powers, 0.0) / of_answers[owner]
        value = -(weights * (np.log(of_answers) - np.log(total))).sum() + L2 * (w @ w)
        return float(value), features.T @ (slope * weights[owner]) + 2 * L2 * w

    bounds = [bounds_of(FEATURES[column] in AGAINST) for column in columns]
    fitted = np.zeros(len(FEATURES))
    fitted[list(columns)] = minimize(
        loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", bounds=bounds
    ).x
    return fitted


def bounds_of(against: bool) -> tuple[float | None, float | None]:
    """Return between what a weight may lie: a feature that speaks for a sentence never lowers its score."""
    return (None, 0.0) if against else (0.0, None)


def fit_confidence(groups: Group, chosen: Callable[[int], bool], kept: Mapping[str, float]) -> Floats:
    """Fit the weights near the ``kept`` ones, which are by name and in the order of the features."""
    rows, labels, weights = [], [], []
    for name, members in groups.items():
        for one in members:
            if chosen(one.half) and one.features is not None:
                wrong = name.endswith(" answerable") and not one.right
                rows.append(one.features)
                labels.append(float(one.right))
                weights.append(GROUP_WEIGHTS[name] * (WRONG if wrong else 1.0))
    x, y, s = np.array(rows), np.array(labels), np.array(weights)
    s *= len(s) / s.sum()
    before = np.array(list(kept.values()))
    near = np.array(
        [READER_NEAR_KEPT if name in READ_FEATURES else 0.0 if name == "bias" else NEAR_KEPT for name in kept]
    )

    def loss(w: Floats) -> tuple[float, Floats]:
        z, away = x @ w, w - before
        value = (s * (np.logaddexp(0.0, z) - y * z)).sum() + (near * away * away).sum()
        return float(value), x.T @ (s * (1 / (1 + np.exp(-z)) - y)) + 2 * near * away

    bounds = [bounds_of(True) if name in AGAINST_ANSWERING else (None, None) for name in kept]
    start = [min(value, 0.0) if name in AGAINST_ANSWERING else value for name, value in kept.items()]
    options = {"maxiter": 1500}
    return np.asarray(
        minimize(loss, np.array(start), jac=True, method="L-BFGS-B", bounds=bounds, options=options).x
    )


def crossed(judged: Sequence[Judged], columns: Sequence[int]) -> dict[str, Floats]:
    """Return, for SQuAD and news, the shares of right documents first, of answers in the first and the first three."""
    weights = [fit_ranking([one for one in judged if one.half == half], columns) for half in (0, 1)]
    found: dict[str, Floats] = {}
    for name in ("squad", "news"):
        marks = []
        for one in judged:
            if one.source == name:
                order = np.argsort(-(one.features @ weights[1 - one.half]), kind="stable")
                right = one.right[order]
                marks.append([right[:1].any(), (right[:1] == 2).any(), (right[:3] == 2).any()])
        found[name] = 100 * np.array(marks, dtype=float).mean(axis=0)
    return found


def with_another_name(question: str, others: Sequence[str], draw: random.Random) -> str | None:
    """Return the question with one of its names replaced by one that another question has; None when there is none."""
    own = list(NAME.finditer(question))
    known = set(question.lower().split())
    names = sorted(
        {name for other in others for name in NAME.findall(other) if known.isdisjoint(name.lower().split())}
    )
    if not own or not names:
        return None
    replaced: re.Match[str] = draw.choice(own)
    return question[: replaced.start()] + str(draw.choice(names)) + question[replaced.end() :]


def with_names_exchanged(question: str) -> str | None:
    """Return the question with its first two names exchanged, so that who did what to whom is turned round; None without two."""
    names = list(NAME.finditer(question))
    if len(names) < 2 or names[0][0] == names[1][0]:
        return None
    one, other = names[:2]
    middle = question[one.end() : other.start()]
    return question[: one.start()] + other[0] + middle + one[0] + question[other.end() :]


def with_another_number(question: str, draw: random.Random) -> str | None:
    """Return the question with one of its numbers replaced by one near it; None when there is none."""
    numbers = list(NUMBER.finditer(question))
    if not numbers:
        return None
    replaced = draw.choice(numbers)
    other = int(replaced[0]) + draw.choice([-7, -4, -3, -2, 2, 3, 5, 9])
    return question[: replaced.start()] + str(abs(other)) + question[replaced.end() :]


def squad(folder: Path, database: Path, judged: list[Judged], sure: Sureness, step: int) -> None:
    articles: dict[str, list[str]] = {}
    with Index.open(database) as index:
        ids = add_records(index, folder / "passages.jsonl")
        titles = {document.id: document.title for document in index.documents()}
        for id_, title in titles.items():
            articles.setdefault(title, []).append(id_)
        questions = read_questions(folder / "questions.jsonl")[::step]
        asked: dict[str, list[str]] = {}
        for question in questions:
            asked.setdefault(titles[ids[next(iter(question.grades))]], []).append(question.question)
        _reworded(folder, index, ids, titles, sure)
        draw = random.Random(2)
        for number, question in enumerate(questions):
            right = {ids[name] for name in question.grades}
            title = titles[next(iter(right))]
            half, text = half_of(title), question.question
            add = partial(sure.add, half=half, index=index, read=title > LAST_READ)
            longer = wordy(text, half, draw) if number % 2 else None
            if not question.answerable:
                add("squad unanswerable", question=text)
                if longer:
                    add("long unanswerable", question=longer)
                continue
            ranking = add("squad answerable", question=text, answers=question.answers)
            judged.append(judge(ranking, question, right, "squad", half))
            add("squad without the paragraph", question=text, without=right)
            add("squad without the article", question=text, without=articles[title])
            if longer:
                add("long answerable", question=longer, answers=question.answers)
                add("long of another article", question=longer, without=articles[title])
            for name, changed in (
                ("squad with another name", with_another_name(text, asked[title], draw)),
                ("squad with names exchanged", with_names_exchanged(text)),
                ("squad with another number", with_another_number(text, draw)),
            ):
                if changed is not None:
                    add(name, question=changed)


def _reworded(
    folder: Path, index: Index, ids: Mapping[str, str], titles: Mapping[str, str], sure: Sureness
) -> None:
    """Ask in other words what some of SQuAD's questions ask."""
    asked = {question.id: question for question in read_questions(folder / "questions.jsonl")}
    for record in map(json.loads, REWORDED.read_text(encoding="utf-8").splitlines()):
        question = asked[record["of"]]
        right = {ids[name] for name in question.grades}
        title = titles[next(iter(right))]
        add = partial(
            sure.add,
            half=half_of(title),
            index=index,
            question=record["question"],
            read=title > LAST_READ,
        )
        if question.answerable:
            add("reworded answerable", answers=question.answers)
            add("reworded without the paragraph", without=right)
        else:
            add("reworded unanswerable")


def talks(database: Path, sure: Sureness) -> None:
    """Ask of made reports in other words, and with the roles exchanged in other words."""
    with Index.open(database) as index:
        add_records(index, TALKS_DOCUMENTS)
        for question in read_questions(TALKS):
            if question.id.startswith(FITTED_TALKS):
                group = "talks answerable" if question.answerable else "talks unanswerable"
                half = half_of(question.id)
                sure.add(group, half, index, question.question, answers=question.answers, read=True)


def news(documents: Path, database: Path, judged: list[Judged], sure: Sureness) -> None:
    near = {
        record["id"]: record.get("near")
        for record in map(json.loads, NEWS.read_text(encoding="utf-8").splitlines())
    }
    with Index.open(database) as index:
        ids = add_records(index, documents)
        questions = read_questions(NEWS)
        asked = [question.question for question in questions]
        draw = random.Random(3)
        for question in questions:
            half, text = half_of(question.id), question.question
            add = partial(sure.add, half=half, index=index, read=True)
            if not question.answerable:
                add(f"news unanswerable, {'near' if near[question.id] else 'off'}", question=text)
                continue
            right = {ids[name] for name in question.grades if name in ids}
            ranking = add("news answerable", question=text, answers=question.answers)
            judged.append(judge(ranking, question, right, "news", half))
            add("news without the documents", question=text, without=right)
            renamed = with_another_name(text, asked, draw)
            if renamed is not None:
                add("news with another name", question=renamed)


def small(folder: Path, scratch: Path, sure: Sureness, step: int) -> None:
    """Ask databases of one document of twelve paragraphs, half of them without a title of their own."""
    draw = random.Random(1)
    records = [
        json.loads(line) for line in (folder / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    questions = read_questions(folder / "questions.jsonl")
    of_passage: dict[str, list[LabelledQuestion]] = {}
    for question in questions:
        of_passage.setdefault(next(iter(question.grades)), []).append(question)
    articles: dict[str, list[Mapping[str, str]]] = {}
    for record in records:
        articles.setdefault(record["title"], []).append(record)
    for number, (title, part) in list(enumerate(_parts(articles, of_passage)))[::step]:
        text = "\n".join(record["text"] for record in part)
        shown = " ".join(text.split()[:10]) + " …" if draw.random() < 0.5 else title
        inside = {record["id"] for record in part}
        with Index.open(scratch / f"small-{number}.db") as index:
            index.add_documents([Document(key="part", title=shown, text=text)])
            for name, question in _small_questions(
                draw, part, articles[title], of_passage, questions, inside
            ):
                answers = question.answers if name == "small answerable" else ()
                sure.add(
                    name, half_of(title), index, question.question, answers=answers, read=title > LAST_READ
                )


def _parts(
    articles: Mapping[str, list[Mapping[str, str]]], of_passage: Mapping[str, object]
) -> Iterator[tuple[str, list[Mapping[str, str]]]]:
    for title, records in articles.items():
        if any(record["id"] in of_passage for record in records):
            for start in range(0, len(records), SMALL):
                yield title, records[start : start + SMALL]


def _small_questions(
    draw: random.Random,
    part: Sequence[Mapping[str, str]],
    article: Sequence[Mapping[str, str]],
    of_passage: Mapping[str, list[LabelledQuestion]],
    questions: Sequence[LabelledQuestion],
    inside: set[str],
) -> Iterator[tuple[str, LabelledQuestion]]:
    for record in part:
        asked = of_passage.get(record["id"], [])
        for question in draw.sample(asked, min(4, len(asked))):
            yield ("small answerable" if question.answerable else "small unanswerable"), question
    others = [record for record in article if record["id"] not in inside]
    for record in draw.sample(others, min(10, len(others))):
        asked = [question for question in of_passage.get(record["id"], []) if question.answerable]
        if asked:
            yield "small of another part", draw.choice(asked)
    around = {record["id"] for record in article}
    for question in draw.sample(list(questions), 12):
        if next(iter(question.grades)) not in around:
            yield "small of another article", question


def print_ranking(judged: Sequence[Judged]) -> None:
    everything = list(range(len(FEATURES)))
    print("right document first, answer in the first sentence, in the first three (%):")
    rows = [("all features", everything)]
    rows += [
        (f"without {name}", [c for c in everything if c != column]) for column, name in enumerate(FEATURES)
    ]
    for name, columns in rows:
        found = crossed(judged, columns)
        cells = "   ".join(f"{kind} " + " ".join(f"{value:5.1f}" for value in found[kind]) for kind in found)
        print(f"  {name:28s} {cells}")


def print_confidence(groups: Group, what: str, kept: Mapping[str, float]) -> None:
    weights = [fit_confidence(groups, half.__eq__, kept) for half in (0, 1)]
    values = {
        name: [
            0.0 if one.features is None else float(1 / (1 + np.exp(-(one.features @ weights[1 - one.half]))))
            for one in members
        ]
        for name, members in groups.items()
    }
    print(f"AUROC of the confidence {what}, answerable against:")
    for name in groups:
        kind = name.split()[0]
        if not name.endswith(" answerable"):
            print(f"  {name:28s} {area_under_curve(values[f'{kind} answerable'], values[name]):.3f}")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("squad", type=Path, help="a folder with passages.jsonl and questions.jsonl")
    options.add_argument(
        "news", type=Path, help="the documents that bench/questions/whitehouse.jsonl asks about"
    )
    options.add_argument("--step", type=int, default=1, help="take every n-th SQuAD question (1)")
    options.add_argument(
        "--write", action="store_true", help="write the weights to index/answering/ranking/weights.json"
    )
    arguments = options.parse_args()
    for path in (arguments.squad / "passages.jsonl", arguments.news):
        if not path.exists():
            raise SystemExit(f"There is no {path}: give the folder of the question set, and the documents.")
    judged: list[Judged] = []
    sure = Sureness()
    with tempfile.TemporaryDirectory() as scratch:
        squad(arguments.squad, Path(scratch) / "squad.db", judged, sure, arguments.step)
        news(arguments.news, Path(scratch) / "news.db", judged, sure)
        small(arguments.squad, Path(scratch), sure, arguments.step)
        talks(Path(scratch) / "talks.db", sure)
    print_ranking(judged)
    print_confidence(sure.alone, "by evidence alone", kept_weights("confidence"))
    print_confidence(sure.read, "with the reader", kept_weights("read_confidence"))
    if arguments.write:
        write(judged, sure)


def kept_weights(name: str) -> Mapping[str, float]:
    """Return the weights of the confidence that are kept now, in the order of the features."""
    kept: Mapping[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))[name]
    features = (*CONFIDENCE_FEATURES, *(READ_FEATURES if name == "read_confidence" else ()), "bias")
    return {feature: kept.get(feature, 0.0) for feature in features}


def write(judged: Sequence[Judged], sure: Sureness) -> None:
    """Write the weights, fitted on both halves."""
    ranking = fit_ranking(judged, range(len(FEATURES)))
    alone = fit_confidence(sure.alone, lambda _: True, kept_weights("confidence"))
    read = fit_confidence(sure.read, lambda _: True, kept_weights("read_confidence"))
    read[-1] += TO_ANSWER
    fitted = {
        "ranking": dict(zip(FEATURES, ranking.round(3).tolist(), strict=True)),
        "confidence": dict(zip((*CONFIDENCE_FEATURES, "bias"), alone.round(3).tolist(), strict=True)),
        "read_confidence": dict(
            zip((*CONFIDENCE_FEATURES, *READ_FEATURES, "bias"), read.round(3).tolist(), strict=True)
        ),
    }
    WEIGHTS.write_text(json.dumps(fitted, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

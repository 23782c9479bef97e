"""The reader has a say where it can: in which order, what is marked, how sure it is; without it, everything is as it was."""

import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.answering.ranking.judging import Judgement
from index.answering.ranking.reading import MARGIN_WEIGHT, NO_SAY, WINDOWS, ReadEvidence
from index.answering.ranking.retrieval import Ranking
from index.answering.reader.loading import Shelved, shelved
from index.answering.reader.pointer import LONGEST_MARGIN, Pointing, Reader
from index.model import Answer, Span
from index.requests import AskRequest

TEXT = (
    "LUCERNE, 26 May (Agency) - The delegations of Marenia and Tolva met on Monday. Ann Vale led the delegation of Marenia. "
    "Bo Sato led the delegation of Tolva. They spoke about the transit protocol for five hours.\n\n"
    "The delegations agreed to meet again on 4 June in Oslo. Ann Vale said the delegation of Marenia would be smaller then. "
    "Neither delegation took questions.\n\n"
    "https://example.org/delegations-of-marenia-and-tolva"
)


class Counting:
    """A reader that keeps what was read."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.read: list[str] = []
        self.asked: list[str] = []

    def point(
        self, question: str, title: str, window: str, sentences: Sequence[Span]
    ) -> tuple[Pointing | None, ...]:
        self.read.append(window)
        self.asked.append(question)
        return self._reader.point(question, title, window, sentences)


class Kept(Shelved):
    """A shelf with the given reader on it."""

    def __init__(self, reader: Counting) -> None:
        super().__init__(wanted=True)
        self.counting = reader

    def get(self) -> Reader | None:
        return self.counting  # type: ignore[return-value]


@pytest.fixture(scope="module")
def reader() -> Reader:
    pytest.importorskip("onnxruntime")
    return Reader.read()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.open(tmp_path / "parley.db") as opened:
        opened.add_documents([Document(key="a", title="Transit talks", text=TEXT)])
        yield opened


@pytest.fixture
def counting(index: Index, reader: Reader) -> Counting:
    return with_counting(index, reader)


def with_counting(index: Index, reader: Reader) -> Counting:
    """Have the index ask a reader that keeps what was read."""
    counting = Counting(reader)
    judge = index.asker.ranker.judge
    assert isinstance(judge, ReadEvidence)
    index.asker = replace(
        index.asker, ranker=replace(index.asker.ranker, judge=replace(judge, reader=Kept(counting)))
    )
    return counting


def ranked(index: Index, question: str, windows: int = WINDOWS) -> Ranking:
    with index.searching() as searcher:
        return index.asker.reading(windows).rank(searcher, AskRequest(question))


def marked(answer: Answer) -> list[str]:
    excerpt = (answer.excerpts or answer.nearest)[0]
    return [excerpt.document.slice(*span) for span in excerpt.highlights]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who led the delegation of Tolva?", ["Bo Sato"]),
        ("Who led the delegation of Marenia?", ["Ann Vale"]),
        ("When will the delegations meet again?", ["4 June"]),
        ("For how long did they speak about the transit protocol?", ["five hours"]),
    ],
)
def test_what_it_points_at_comes_first_and_is_marked(index: Index, question: str, words: list[str]) -> None:
    assert marked(index.ask(question)) == words


def test_a_score_is_that_of_the_evidence_and_the_weighed_margin(index: Index, counting: Counting) -> None:
    question = "Who led the delegation of Tolva?"
    alone = {one.sentence.ordinal: one.score for one in ranked(index, question, 0).candidates}
    assert counting.read == []
    for one in ranked(index, question).candidates:
        margin = -LONGEST_MARGIN if one.judgement.margin is None else one.judgement.margin
        assert one.score == pytest.approx(alone[one.sentence.ordinal] + MARGIN_WEIGHT * margin)
        assert (one.judgement.answer is not None) == (margin > 0)
    assert MARGIN_WEIGHT == 0.3


def test_where_it_finds_no_answer_anywhere_it_has_no_say_in_the_order(index: Index) -> None:
    question = "What is the price of gold in Marenia and Tolva?"
    alone, read = ranked(index, question, 0).candidates, ranked(index, question).candidates
    margins = [one.judgement.margin for one in read if one.judgement.margin is not None]
    assert margins and max(margins) < NO_SAY
    assert [one.sentence.ordinal for one in read] == [one.sentence.ordinal for one in alone]
    for one, other in zip(read, alone, strict=True):
        assert one.score == pytest.approx(other.score + MARGIN_WEIGHT * max(margins))


def test_no_more_windows_are_read_than_may_be(index: Index, counting: Counting) -> None:
    documents = [
        Document(key=str(n), title="Talks", text=f"Envoy {n} spoke of copper and barley in round {n}.")
        for n in range(9)
    ]
    index.add_documents(documents)
    for windows in (0, 1, 2, WINDOWS):
        counting.read.clear()
        ranked(index, "In which port was copper sold for barley?", windows)
        assert len(counting.read) == windows
    assert WINDOWS == 5


def test_what_no_margin_could_put_first_is_not_read(index: Index, counting: Counting) -> None:
    index.add_documents(
        [Document(key="far", title="Weather", text="It will rain in Tolva. The harbour of Tolva is old.")]
    )
    ranking = ranked(index, "Who led the delegation of Tolva?")
    assert 0 < len(counting.read) < WINDOWS
    assert not any("rain" in window for window in counting.read)
    assert ranking.candidates[0].judgement.margin is not None


def test_a_dateline_and_a_link_are_no_answer(index: Index, counting: Counting) -> None:
    for question in (
        "Where is Lucerne?",
        "Which agency reported on 26 May?",
        "delegations of Marenia example.org",
    ):
        for one in ranked(index, question).candidates:
            text = one.document.slice(one.sentence.span.start, one.sentence.span.end)
            if one.judgement.answer is not None:
                assert one.judgement.answer[0] >= one.sentence.span.start + text.find("The delegations")
            if text.startswith("https://"):
                assert one.judgement.margin is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Кто возглавил делегацию Tolva?", TEXT),
        ("Who led the delegation of Tolva?", "Делегацию Tolva возглавил Bo Sato, сообщили в Осло."),
        ("???", TEXT),
    ],
)
def test_in_another_script_it_is_not_used(tmp_path: Path, reader: Reader, question: str, text: str) -> None:
    with Index.open(tmp_path / "other.db") as index:
        index.add_documents([Document(key="a", title="Talks", text=text)])
        assert not ranked(index, question).read
        alone = [one.judgement for one in ranked(index, question, 0).candidates]
        assert [one.judgement for one in ranked(index, question).candidates] == alone


def test_turned_off_everything_is_as_it_was(tmp_path: Path) -> None:
    question = AskRequest("Who led the delegation of Tolva?")
    with Index.open(tmp_path / "off.db", reader=False) as index:
        index.add_documents([Document(key="a", title="Transit talks", text=TEXT)])
        answer = index.answer(question)
        assert answer.answered
        assert answer == index.answer(question, windows=0)


def test_without_its_packages_everything_is_as_it_was(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    judge = index.asker.ranker.judge
    assert isinstance(judge, ReadEvidence)
    ranker = replace(index.asker.ranker, judge=replace(judge, reader=Shelved(wanted=True)))
    index.asker = replace(index.asker, ranker=ranker)
    question = AskRequest("Who led the delegation of Tolva?")
    assert index.answer(question) == index.answer(question, windows=0)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (False, "the reader is turned off; answers rest on the words met alone"),
        (
            True,
            "the reader is not used, because onnxruntime is not installed; `pip install parley[reader]` brings it",
        ),
    ],
)
def test_why_there_is_no_reader_is_said_once(
    wanted: bool, said: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="index.answering.reader.loading")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    shelf = Shelved(wanted)
    assert [shelf.get() for _ in range(3)] == [None] * 3
    assert [record.getMessage() for record in caplog.records] == [said]


def test_it_is_loaded_once(reader: Reader) -> None:
    assert shelved(True) is shelved(True)
    assert shelved(True).get() is shelved(True).get()


def test_a_judgement_without_reading_has_no_margin() -> None:
    assert Judgement(1.0).margin is None


@pytest.mark.parametrize(
    ("published", "asked"),
    [
        (date(2024, 5, 27), "Where did the delegations agree to meet?"),
        (None, "Where did the delegations agree to meet in May 2024?"),
    ],
)
def test_the_time_of_a_document_is_not_asked_of_its_sentences(
    tmp_path: Path, reader: Reader, published: date | None, asked: str
) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Transit talks", text=TEXT, published=published)])
        counting = with_counting(index, reader)
        ranked(index, "Where did the delegations agree to meet in May 2024?")
        assert set(counting.asked) == {asked}


def test_what_is_read_as_no_answer_is_not_shown_as_the_closest(tmp_path: Path, reader: Reader) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        text = (
            "On the ferry tariff there was no talk at all, the delegates of Lomar ran out of time. "
            "The delegates of Lomar go home today."
        )
        index.add_documents([Document(key="a", title="Ferries", text=text)])
        question = AskRequest("What did the delegates of Lomar propose on the ferry tariff?")
        assert not index.ask(question.question).answered

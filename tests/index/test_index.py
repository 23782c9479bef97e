import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Document, Index
from index.answering.questions import LONGEST_QUESTION
from index.errors import QueryError, StoreUnavailable
from index.searchers import Searchers
from tests.index.corpora import QUESTIONS, everything_told, talks, write_text
from tests.index.openings import Openings


@pytest.fixture
def index(openings: Openings) -> Iterator[Index]:
    with openings.open() as opened:
        yield opened


def test_every_word_of_an_answer_stands_in_its_document(index: Index) -> None:
    index.add_documents([talks(number) for number in range(10)])
    for question in QUESTIONS:
        answer = index.ask(question)
        for excerpt in (*answer.excerpts, *answer.nearest):
            stored = index.document(excerpt.document.id)
            assert stored is not None
            assert excerpt.text == stored.text[excerpt.start : excerpt.end]
            assert all(excerpt.start <= start < end <= excerpt.end for start, end in excerpt.highlights)
        assert len(answer.excerpts) <= 3
        assert bool(answer.excerpts) == answer.answered
        assert 0.0 <= answer.confidence <= 1.0


def test_an_empty_index_abstains(index: Index) -> None:
    answer = index.ask("Who signed the accord?")
    assert not answer.answered and answer.nearest == () and answer.as_of is None
    assert index.stats().documents == index.stats().passages == 0


def test_files_of_each_kind_are_added_and_added_again_change_nothing(index: Index, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    write_text(folder, talks(1))
    (folder / "plain.txt").write_text(talks(2).text)
    (folder / "lines.jsonl").write_text('{"text": "One envoy."}\n{"text": "Two envoys."}\nbroken\n')
    first = index.add([folder])
    assert (first.count("added"), first.count("refused")) == (4, 1)
    told = everything_told(index)
    second = index.add([folder])
    assert (second.count("unchanged"), second.count("refused")) == (4, 1)
    assert everything_told(index) == told


def test_an_edited_file_replaces_what_was_there(index: Index, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("The zeppelin landed in Port Amity.")
    index.add([path])
    path.write_text("The submarine surfaced in Lakeview.")
    assert [item.outcome for item in index.add([path])] == ["updated"]
    assert index.stats().documents == 1
    assert index.ask("submarine in Lakeview").answered
    assert not index.ask("zeppelin in Port Amity").answered
    assert index.check() == []


def test_a_missing_path_is_refused_and_the_rest_is_added(index: Index, tmp_path: Path) -> None:
    path = write_text(tmp_path, talks(1))
    report = index.add([tmp_path / "nowhere", path])
    assert [item.outcome for item in report] == ["refused", "added"]
    assert "nowhere" in (report.outcomes[0].reason or "")


def test_reopening_finds_everything(openings: Openings) -> None:
    with openings.open() as index:
        index.add_documents([talks(number) for number in range(20)])
        index.remove(talks(3).id)
        told = everything_told(index)
    with openings.open(create=False) as index:
        assert everything_told(index) == told


@settings(max_examples=15, deadline=None)
@given(
    kept=st.sets(st.integers(0, 12), max_size=8),
    removed=st.sets(st.integers(0, 12), max_size=8),
    optimise=st.booleans(),
)
def test_after_removal_all_is_as_if_the_document_had_never_been_there(
    tmp_path_factory: pytest.TempPathFactory, kept: set[int], removed: set[int], optimise: bool
) -> None:
    folder = tmp_path_factory.mktemp("removal")
    # Without the reader, which reads what is found and knows of no database: with it, the same is asked below.
    with (
        Index.open(folder / "one.db", reader=False) as one,
        Index.open(folder / "other.db", reader=False) as other,
    ):
        one.add_documents([talks(number) for number in sorted(kept | removed)])
        for number in removed - kept:
            assert one.remove(talks(number).id)
            assert not one.remove(talks(number).id)
        other.add_documents([talks(number) for number in sorted(kept)])
        if optimise:
            one.optimise()
        assert everything_told(one) == everything_told(other)
        assert one.check() == []


def test_optimising_changes_no_answer(index: Index) -> None:
    for number in range(12):
        index.add_documents([talks(number)])
    told = everything_told(index)
    index.optimise()
    assert everything_told(index) == told
    index.optimise()
    assert index.check() == []


def test_another_index_sees_new_documents_without_reopening(openings: Openings, index: Index) -> None:
    with openings.open() as other:
        assert not other.ask(QUESTIONS[0]).answered
        for number in range(4):
            index.add_documents([talks(number)])
            assert everything_told(other) == everything_told(index)
            other.add_documents([talks(100 + number)])
            assert everything_told(other) == everything_told(index)
        index.remove(talks(0).id)
        assert everything_told(other) == everything_told(index)


def test_another_process_adds_and_this_one_sees_it(openings: Openings, index: Index) -> None:
    index.add_documents([talks(1)])
    index.ask(QUESTIONS[0])
    code = (
        "import pickle, sys; from index import Index; from tests.index.corpora import talks\n"
        "cluster = pickle.loads(bytes.fromhex(sys.argv[2]))\n"
        "with Index.open(sys.argv[1], cluster=cluster) as index:\n"
        "    index.add_documents([talks(2), talks(1, version=2)])"
    )
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    where = pickle.dumps(openings.cluster()).hex()
    command = [sys.executable, "-c", code, str(openings.path()), where]
    subprocess.run(command, check=True, env=environment, timeout=300)
    assert index.document(talks(2).id) == talks(2)
    assert index.document(talks(1).id) == talks(1, version=2)
    assert index.check() == []


def test_threads_ask_while_another_adds_and_removes(index: Index) -> None:
    index.add_documents([talks(number) for number in range(5)])
    done = threading.Event()
    failures: list[Exception] = []

    def ask() -> None:
        try:
            while not done.is_set():
                for publisher in (None, "Harbor Herald"):
                    answer = index.ask(QUESTIONS[0], publisher=publisher)
                    for excerpt in (*answer.excerpts, *answer.nearest):
                        assert excerpt.text
                        assert publisher in (None, excerpt.document.publisher)
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for number in range(5, 15):
            index.add_documents([talks(number), talks(number - 4, version=2)])
            index.remove(talks(number - 3).id)
        index.optimise()
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert failures == []
    assert index.check() == []


def test_filters_keep_to_their_documents(index: Index) -> None:
    dated = [
        Document(
            str(day),
            "Talks",
            f"The envoy signed accord {day}.",
            f"Paper {day % 2}",
            published=date(2024, 5, day),
        )
        for day in range(1, 9)
    ]
    index.add_documents([*dated, Document("x", "Talks", "The envoy signed.", "Paper 0", collection="guild")])
    found = index.ask(
        "accord signed by envoy", since=date(2024, 5, 3), until=date(2024, 5, 5), publisher="paper 1"
    )
    shown = {excerpt.document.published for excerpt in (*found.excerpts, *found.nearest)}
    assert shown <= {date(2024, 5, 3), date(2024, 5, 5)} and shown
    assert index.document(Document("x", "", "", collection="guild").id, ["shared"]) is None
    assert [item.key for item in index.documents(["guild"])] == ["x"]


@pytest.mark.parametrize(
    ("question", "message"),
    [("", "is empty"), (" \n\t", "is empty"), ("x" * (LONGEST_QUESTION + 1), "ask in at most 2,000")],
)
def test_a_question_that_cannot_be_asked_is_said(index: Index, question: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        index.ask(question)


def test_a_period_that_ends_before_it_begins_and_an_unknown_publisher_are_said(index: Index) -> None:
    index.add_documents([talks(1)])
    with pytest.raises(QueryError, match="swap the two dates"):
        index.ask("Who?", since=date(2024, 2, 1), until=date(2024, 1, 1))
    with pytest.raises(QueryError, match="the sources are: The Delta Courier"):
        index.ask("Who?", publisher="Nobody's Paper")


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_question_is_answered_or_refused(tmp_path_factory: pytest.TempPathFactory, question: str) -> None:
    with Index.open(tmp_path_factory.getbasetemp() / "any.db") as index:
        index.add_documents([talks(1), talks(2)])
        try:
            index.ask(question)
        except QueryError:
            assert not question.split()


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=400), st.text(max_size=60))
def test_any_text_can_be_added_asked_and_removed(
    tmp_path_factory: pytest.TempPathFactory, text: str, title: str
) -> None:
    text, title = (value.encode("utf-8", "replace").decode() for value in (text, title))
    with Index.open(tmp_path_factory.getbasetemp() / "texts.db") as index:
        document = Document("any", title, text)
        index.add_documents([document])
        assert index.document(document.id) == document
        assert index.check() == []
        assert index.remove(document.id)
        assert index.check() == []


def test_a_searching_process_asks_wherever_the_index_is(openings: Openings, index: Index) -> None:
    index.add_documents([talks(number) for number in range(4)])
    searchers = Searchers(openings.path(), 1, cluster=openings.cluster())
    assert searchers.ask("ask", QUESTIONS[0]) == index.ask(QUESTIONS[0])
    index.add_documents([talks(9)])
    assert searchers.ask("document", talks(9).id) == talks(9)
    searchers.close()


def test_a_closed_index_says_so(openings: Openings) -> None:
    index = openings.open()
    index.close()
    with pytest.raises(StoreUnavailable, match="is closed"):
        index.ask("Who?")

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Index
from index.errors import QueryError
from index.searchers import SearcherLost, Searchers
from tests.index.corpora import QUESTIONS, talks


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("searched") / "parley.db"
    with Index.open(path) as index:
        index.add_documents([talks(number) for number in range(6)])
    return path


@pytest.fixture(scope="module")
def searchers(path: Path) -> Iterator[Searchers]:
    searchers = Searchers(path, 2)
    yield searchers
    searchers.close()


def test_a_searcher_answers_as_the_index_does(searchers: Searchers, path: Path) -> None:
    with Index.open(path) as index:
        for question in QUESTIONS:
            assert searchers.ask("ask", question, limit=2) == index.ask(question, limit=2)
        assert searchers.ask("timeline", "truce") == index.timeline("truce")


def test_what_is_added_later_is_found(searchers: Searchers, path: Path) -> None:
    searchers.ask("ask", QUESTIONS[0])
    with Index.open(path) as index:
        index.add_documents([talks(41)])
        assert searchers.ask("document", talks(41).id) == talks(41)
        assert searchers.ask("ask", QUESTIONS[0]) == index.ask(QUESTIONS[0])


def test_an_error_of_the_index_is_raised_here(searchers: Searchers) -> None:
    with pytest.raises(QueryError, match="The question is empty"):
        searchers.ask("ask", "  ")
    assert searchers.ask("ask", QUESTIONS[0]).question == QUESTIONS[0]


def test_more_threads_than_searchers_wait_for_one(searchers: Searchers) -> None:
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(searchers.ask("ask", QUESTIONS[0]))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 6 and all(answer == answers[0] for answer in answers)


def test_a_searcher_that_is_killed_is_said_and_replaced(searchers: Searchers) -> None:
    for _ in range(2):
        stats = searchers.ask("stats")
    process = searchers._idle.get()
    while process is None:
        searchers._idle.put(None)
        process = searchers._idle.get()
    os.kill(process.pid, signal.SIGKILL)
    process._process.wait()
    searchers._idle.put(process)
    lost = 0
    for _ in range(4):
        try:
            assert searchers.ask("stats") == stats
        except SearcherLost:
            lost += 1
    assert lost == 1


def test_a_fault_that_is_not_parleys_own_ends_the_searcher(searchers: Searchers) -> None:
    stats = searchers.ask("stats")
    with pytest.raises(SearcherLost):
        searchers.ask("ask", 7)
    assert searchers.ask("stats") == stats


def test_a_searcher_holds_no_secret(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "canary")
    searchers = Searchers(path, 1)
    searchers.ask("stats")
    process = searchers._idle.get()
    assert process is not None
    assert b"canary" not in Path(f"/proc/{process.pid}/environ").read_bytes()
    searchers._idle.put(process)
    searchers.close()


def test_nothing_is_started_before_it_is_needed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "index.processes.launching.subprocess.Popen", lambda *_: pytest.fail("started a process")
    )
    Searchers(path, 2).close()


def test_a_process_that_cannot_be_started_is_lost_and_closing_still_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Index.open(tmp_path / "parley.db"):
        searchers = Searchers(tmp_path / "parley.db", 1)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(SearcherLost):
        searchers.ask("ask", "Who met?")
    searchers.close()

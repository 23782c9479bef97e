"""A document that takes too much is refused with its name, and everything beside it is added."""

import gzip
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from index import Document, Index
from index.adding.preparation import Preparation, compare_in
from index.adding.workers import preparing_processes
from index.errors import SourceTooLarge
from index.processes.launching import Loans
from index.processes.limits import Limits
from tests.index.corpora import talks

TIGHT = Limits(seconds=0.8)
"""Enough for a page of text on a slow machine, and too little for a million words."""

LONG = Document(
    "/docs/long.txt", "The long one", "On 4 May 2024 Ada Varn met Pavel Orsic in Lakeview. " * 12_000
)
MEMORY_OF_THE_PROCESS = 300 * 2**20


def test_what_takes_too_much_processor_time_is_refused_and_what_came_with_it_is_added(tmp_path: Path) -> None:
    given = [talks(1), talks(2), LONG, talks(3)]
    with Index.open(tmp_path / "parley.db", limits=TIGHT) as index:
        report = index.add_documents(given)
        assert [item.outcome for item in report] == ["added", "added", "refused", "added"]
        refused = report.outcomes[2]
        assert (refused.source, refused.title) == (LONG.key, LONG.title)
        assert refused.reason == (
            "The long one: it takes more than 1.05 seconds of processor time to read; split it."
        )
        assert {document.id for document in index.documents()} == {talks(number).id for number in (1, 2, 3)}
        assert index.check() == []


def test_what_takes_too_much_memory_is_refused_and_what_came_with_it_is_added(tmp_path: Path) -> None:
    text = "a. " * 1_000_000
    with Index.open(tmp_path / "parley.db", limits=Limits(memory=288 * 2**20, seconds=600)) as index:
        report = index.add_documents([talks(1), Document("dots", "Dots", text), talks(2)])
        assert [item.outcome for item in report] == ["added", "refused", "added"]
        assert report.outcomes[1].reason.startswith(
            "Dots: it takes more than 0.28 GB of memory to read; split it"
        )
        assert index.check() == []


def test_what_is_refused_leaves_what_was_stored_of_it(tmp_path: Path) -> None:
    before = Document(LONG.key, LONG.title, "Ada Varn met Pavel Orsic.")
    with Index.open(tmp_path / "parley.db", limits=TIGHT) as index:
        index.add_documents([before])
        assert index.add_documents([LONG]).count("refused") == 1
        assert index.document(LONG.id) == before


def test_a_topic_is_looked_for_within_the_limits(tmp_path: Path) -> None:
    with (
        Index.open(tmp_path / "hurried.db", limits=Limits(seconds=0.05)) as index,
        pytest.raises(SourceTooLarge, match=r"The long one: it takes more than 0\.0656 seconds"),
    ):
        index.find_topic(LONG, "Lakeview")
    with Index.open(tmp_path / "parley.db", limits=TIGHT) as index:
        short = replace(LONG, text=LONG.text[:200])
        excerpt = index.find_topic(short, "Pavel Orsic in Lakeview")
        assert (excerpt.document, excerpt.text) == (short, LONG.text[:51])
        assert index.find_topic(short, "herring") is None


def test_prints_of_a_story_are_compared_within_the_limits(caplog: pytest.LogCaptureFixture) -> None:
    hasty = Limits(seconds=0.001)
    pairs = [(LONG, replace(LONG, key="/docs/other.txt")), (LONG, talks(1))]
    for limits, told in ((hasty, [False, False]), (Limits(), [True, False])):
        pool = preparing_processes(limits, count=1)
        assert compare_in(Loans(pool), limits, pairs) == told
        pool.trim()
    assert "not compared" in caplog.text


def test_a_process_that_others_end_twice_costs_one_document_its_place() -> None:
    pool = preparing_processes(Limits(), count=1)
    loans = Loans(pool)
    killed: list[int] = []

    def kill() -> None:
        while len(killed) < 2:
            with loans._lock:
                for child in loans._lent:
                    if child.pid not in killed:
                        killed.append(child.pid)
                        os.kill(child.pid, signal.SIGKILL)

    killing = threading.Thread(target=kill)
    killing.start()
    with Preparation[int](loans, Limits()) as preparation:
        ((_, prepared),) = preparation.run([(1, [talks(1), talks(2), talks(3)])])
    killing.join()
    pool.trim()
    (reason,) = prepared.refused.values()
    assert "the process that worked on it ended (-9)" in str(reason)
    assert len(prepared.documents) == 2


MEASURED = """
import re
import sys
from pathlib import Path
from index import Index
from index.processes.limits import Limits
with Index.open(sys.argv[1], limits=Limits(seconds=2)) as index:
    print([item.outcome for item in index.add([sys.argv[2]])].count("added"))
# What getrusage says begins with the process that this one was forked from.
print(int(re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1]) * 1024)
"""


@pytest.mark.slow
def test_a_small_file_that_unpacks_to_a_great_deal_takes_little_memory_here(tmp_path: Path) -> None:
    lines = [json.dumps({"id": 1, "text": "They met."}), json.dumps({"id": 2, "text": "truce " * 3_000_000})]
    lines += [json.dumps({"id": number, "text": " " * 30_000_000 + "x"}) for number in range(3, 6)]
    bomb = tmp_path / "bomb.jsonl.gz"
    bomb.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert bomb.stat().st_size < 500_000
    outcome = subprocess.run(
        [sys.executable, "-c", MEASURED, tmp_path / "parley.db", bomb],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        check=True,
    )
    added, most = map(int, outcome.stdout.split())
    assert added >= 1
    assert most < MEMORY_OF_THE_PROCESS

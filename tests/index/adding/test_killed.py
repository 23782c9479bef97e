"""What is left of a database whose process was killed with no warning, at any moment."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index import Index
from tests.index.adding.killing import kill_soon
from tests.index.corpora import talks

ADDING = """
import sys
from index import Index
from tests.index.corpora import talks
start = int(sys.argv[2])
with Index.open(sys.argv[1], reader=False) as index:
    number = start
    while True:
        documents = [talks(number), talks(number + 1), talks(number // 2, version=1 + number % 3)]
        for outcome in index.add_documents(documents):
            print(outcome.document_id, flush=True)
        if number % 7 == 0:
            index.remove(talks(number).id)
            print("-" + talks(number).id, flush=True)
        if number % 10 == 0:
            index.optimise()
        number += 2
"""


def kill_while_adding(path: Path, kills: int) -> None:
    chance = random.Random(kills)
    acknowledged: set[str] = set()
    start = 1
    for _ in range(kills):
        environment = {**os.environ, "PYTHONPATH": os.getcwd()}
        process = subprocess.Popen(
            [sys.executable, "-c", ADDING, path, str(start)],
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        assert process.stdout is not None
        said = []
        # Killed after so many words from it and a little work beyond, so that a write is under way more often than not.
        for line in process.stdout:
            said.append(line.strip())
            if len(said) >= chance.randint(1, 30):
                break
        for _ in range(chance.randrange(20_000)):
            pass
        process.send_signal(signal.SIGKILL)
        said += [line.strip() for line in process.stdout if line.endswith("\n")]
        process.wait()
        process.stdout.close()
        for line in said:
            if line.startswith("-"):
                acknowledged.discard(line[1:])
            else:
                acknowledged.add(line)
        start += 2 * len(said) + 2
        with Index.open(path, create=False, reader=False) as index:
            assert index.check() == []
            held = {document.id: document for document in index.documents()}
            # The last removal may have been done and not said.
            lost = acknowledged - held.keys()
            assert len(lost) <= 1
            acknowledged -= lost
            versions = {talks(n, v).id: n for n in range(start + 50) for v in (1,)}
            for document in held.values():
                number = versions[document.id]
                assert document in {talks(number, version) for version in (1, 2, 3)}
            index.ask("Who signed the accord?")


def test_no_acknowledged_document_is_lost_and_none_is_half_indexed(tmp_path: Path) -> None:
    kill_while_adding(tmp_path / "parley.db", 5)


@pytest.mark.slow
def test_five_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    kill_while_adding(tmp_path / "parley.db", 500)


BACKING_UP = """
import sys
from index import Index
with Index.open(sys.argv[1], reader=False) as index:
    while True:
        index.backup(sys.argv[2])
        print("done", flush=True)
"""


def kill_while_backing_up(folder: Path, kills: int) -> None:
    chance = random.Random(kills)
    path, backup = folder / "parley.db", folder / "backup.db"
    with Index.open(path, reader=False) as index:
        index.add_documents([talks(number) for number in range(10)])
    for _ in range(kills):
        kill_soon(chance, BACKING_UP, path, backup, most=300_000)
        for whole in (path, backup):
            with Index.open(whole, create=False, reader=False) as index:
                assert index.check() == []
                assert index.stats().documents == 10


def test_a_backup_that_was_killed_leaves_the_one_before(tmp_path: Path) -> None:
    kill_while_backing_up(tmp_path, 2)


@pytest.mark.slow
def test_fifty_killed_backups_leave_the_one_before(tmp_path: Path) -> None:
    kill_while_backing_up(tmp_path, 50)


OPENING = (
    "import sys; from index import Index; print(flush=True); Index.open(sys.argv[1], reader=False).close()"
)


def kill_while_migrating(folder: Path, kills: int) -> None:
    chance = random.Random(kills)
    for number in range(kills):
        path = folder / f"{number}.db"
        kill_soon(chance, OPENING, path, most=1_000_000)
        with Index.open(path, reader=False) as index:
            assert index.check() == []


def test_a_database_killed_while_its_tables_are_made_is_made_at_the_next_start(tmp_path: Path) -> None:
    kill_while_migrating(tmp_path, 3)


@pytest.mark.slow
def test_fifty_killed_migrations_are_made_at_the_next_start(tmp_path: Path) -> None:
    kill_while_migrating(tmp_path, 50)

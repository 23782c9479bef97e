"""What happens when the disk takes no more: a limit on the size of a file stands for it, which the system itself enforces."""

import json
import os
import subprocess
import sys
from pathlib import Path

from index import Index
from tests.index.corpora import everything_told, talks

ADDING = """
import json, resource, sys
from index import Index
from index.errors import StoreUnavailable
from tests.index.corpora import everything_told, talks
with Index.open(sys.argv[1], reader=False) as index:
    before = everything_told(index)
for room in map(int, sys.argv[2:]):
    with Index.open(sys.argv[1], reader=False) as index:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        try:
            index.add_documents([talks(number) for number in range(100, 220)])
            said = "added"
        except StoreUnavailable as error:
            said = str(error)
        question = index.ask("Who signed the accord?").question
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with Index.open(sys.argv[1], reader=False) as index:
        print(json.dumps([said, question, index.check(), everything_told(index) == before]))
"""


def test_a_disk_that_is_full_is_said_and_what_was_there_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Index.open(path, reader=False) as index:
        index.add_documents([talks(number) for number in range(20)])
        before = everything_told(index)
    size = path.stat().st_size
    rooms = (0, 100_000, size, size + 20_000)
    done = subprocess.run(
        [sys.executable, "-c", ADDING, path, *map(str, rooms)],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(outcomes) == len(rooms)
    for refusal, question, problems, is_as_before in outcomes:
        assert refusal.startswith(f"The database {path} cannot be used")
        assert "disk" in refusal
        assert question == "Who signed the accord?"
        assert problems == []
        assert is_as_before
    with Index.open(path, reader=False) as index:
        assert everything_told(index) == before

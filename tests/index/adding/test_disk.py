"""What happens when the disk takes no more: a limit on the size of a file stands for it, which the system itself enforces."""

import os
import subprocess
import sys
from pathlib import Path

from index import Index
from tests.index.corpora import everything_told, talks

ADDING = """
import resource, sys
from index import Index
from index.errors import StoreUnavailable
from tests.index.corpora import talks
with Index.open(sys.argv[1]) as index:
    room = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        index.add_documents([talks(number) for number in range(100, 400)])
        print("added")
    except StoreUnavailable as error:
        print(error)
    print(index.ask("Who signed the accord?").question)
"""


def test_a_disk_that_is_full_is_said_and_what_was_there_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with Index.open(path) as index:
        index.add_documents([talks(number) for number in range(20)])
        before = everything_told(index)
    for room in (0, 100_000, path.stat().st_size, path.stat().st_size + 20_000):
        done = subprocess.run(
            [sys.executable, "-c", ADDING, path, str(room)],
            env={**os.environ, "PYTHONPATH": os.getcwd()},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        refusal, question = done.stdout.splitlines()
        assert refusal.startswith(f"The database {path} cannot be used")
        assert "disk" in refusal
        assert question == "Who signed the accord?"
        with Index.open(path) as index:
            assert index.check() == []
            assert everything_told(index) == before

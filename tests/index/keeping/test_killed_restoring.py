"""A restore that was killed leaves the database that was there, or the one that was restored."""

import random
from pathlib import Path

import pytest

from index import Index
from tests.index.adding.killing import kill_soon
from tests.index.corpora import talks

RESTORING = """
import itertools, sys
from index import Index
for backup in itertools.cycle(sys.argv[2:]):
    Index.restore(backup, sys.argv[1])
    print(flush=True)
"""


def kill_while_restoring(folder: Path, kills: int) -> None:
    chance = random.Random(kills)
    path = folder / "parley.db"
    sizes = {"few.db": 3, "many.db": 12}
    for name, size in sizes.items():
        with Index.open(folder / name, reader=False) as index:
            index.add_documents([talks(number) for number in range(size)])
    Index.restore(folder / "few.db", path)
    for _ in range(kills):
        kill_soon(chance, RESTORING, path, *(folder / name for name in sizes), most=2_000_000)
        with Index.open(path, create=False, reader=False) as index:
            assert index.check() == []
            assert index.totals()[0] in sizes.values()


def test_a_killed_restore_leaves_one_database_or_the_other(tmp_path: Path) -> None:
    kill_while_restoring(tmp_path, 3)


@pytest.mark.slow
def test_fifty_killed_restores_leave_one_database_or_the_other(tmp_path: Path) -> None:
    kill_while_restoring(tmp_path, 50)

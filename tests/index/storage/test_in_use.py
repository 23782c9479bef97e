"""A lock that says that a process has a database open, and ends with the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import StoreUnavailable
from index.storage.in_use import alone, staying

STAYING = """
import sys
from pathlib import Path
from index.storage.in_use import staying
with staying(Path(sys.argv[1])):
    print(flush=True)
    sys.stdin.read()
"""


def test_several_may_stay_and_none_is_then_alone(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with staying(path), staying(path), pytest.raises(StoreUnavailable, match="stop it"), alone(path):
        pytest.fail("it was not alone")
    with alone(path):
        pass


def test_the_lock_of_another_process_ends_with_it_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    with subprocess.Popen(
        [sys.executable, "-c", STAYING, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(StoreUnavailable, match=r"parley\.db open"), alone(path):
            pytest.fail("it was not alone")
        process.kill()
        process.wait()
        with alone(path):
            pass


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    for holding in (staying, alone):
        with (
            pytest.raises(StoreUnavailable, match=r"nowhere.*create the folder"),
            holding(tmp_path / "nowhere" / "parley.db"),
        ):
            pytest.fail("it was held")

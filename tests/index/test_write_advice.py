"""A folder of somebody else's is given back with one command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index import Index
from index.errors import StoreUnavailable
from index.write_advice import write_advice

SOMEBODY = 12345
"""The user that a root process becomes, since root may write everywhere."""

OPENING = """
import os
import sys
from pathlib import Path
from index import Index
from index.errors import StoreUnavailable
from index.in_use import staying
path, user = sys.argv[1], int(sys.argv[2])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
for attempt in (lambda: Index.open(path), lambda: staying(Path(path)).__enter__()):
    try:
        attempt()
    except StoreUnavailable as error:
        print(error)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that may be read, in folders that may be entered."""
    for above in (tmp_path, *list(tmp_path.parents)[:2]):
        above.chmod(above.stat().st_mode | 0o055)
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o555)
    return folder


def test_a_folder_that_is_not_ours_comes_with_the_command_that_makes_it_ours(folder: Path) -> None:
    root = os.geteuid() == 0
    user, group = (SOMEBODY, SOMEBODY) if root else (os.geteuid(), os.getegid())
    told = subprocess.run(
        [sys.executable, "-c", OPENING, folder / "parley.db", str(user)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        text=True,
    ).stdout.splitlines()
    assert len(told) == 2
    for line in told:
        assert f"`sudo chown -R {user}:{group} {folder}`" in line


def test_a_folder_that_is_not_there_is_to_be_made(tmp_path: Path) -> None:
    assert write_advice(tmp_path / "nowhere" / "parley.db") == f"create the folder {tmp_path / 'nowhere'}"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert write_advice(tmp_path) == f"{tmp_path} is a folder; name a file in it"
    with pytest.raises(StoreUnavailable, match="is a folder; name a file in it"):
        Index.open(tmp_path)


def test_a_file_that_could_be_written_leaves_it_at_a_look(tmp_path: Path) -> None:
    assert "check that" in write_advice(tmp_path / "parley.db")

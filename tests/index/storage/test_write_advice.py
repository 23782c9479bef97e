"""What a person has to do where a file cannot be opened: never a command that would take more than was mounted."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Index
from index.errors import StoreUnavailable
from index.storage.write_advice import write_advice

SOMEBODY = 12345
"""The user that a root process becomes, since root may write everywhere."""

OPENING = """
import os
import sys
from pathlib import Path
from index import Index
from index.errors import StoreUnavailable
from index.storage.in_use import staying
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

ADVISING = """
import os
import sys
from pathlib import Path
from index.storage import write_advice
path, mark, user = sys.argv[1], sys.argv[2], int(sys.argv[3])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)
write_advice.CONTAINER_MARKS = (Path(mark),)
print(write_advice.write_advice(Path(path)))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that may be read, in folders that may be entered."""
    # Not among those of pytest: the one that holds them all is closed to others whenever a session of it begins.
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        folder = Path(above) / "data"
        folder.mkdir()
        folder.chmod(0o555)
        yield folder


def told(script: str, *arguments: object) -> list[str]:
    user = SOMEBODY if os.geteuid() == 0 else os.geteuid()
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments), str(user)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        text=True,
    ).stdout.splitlines()


def test_a_folder_that_is_not_ours_is_named_without_a_command(folder: Path) -> None:
    lines = told(OPENING, folder / "parley.db")
    assert len(lines) == 2
    for line in lines:
        assert f"{folder} is not writable for this user; change who it belongs to or its permissions." in line


def test_a_database_that_may_not_be_read_is_said_to_be_unreadable(folder: Path) -> None:
    folder.chmod(0o755)
    Index.open(folder / "parley.db").close()
    folder.chmod(0o777)
    (folder / "parley.db").chmod(0)
    assert f"{folder / 'parley.db'} is not readable for this user;" in told(OPENING, folder / "parley.db")[0]


@pytest.mark.skipif(
    not os.path.ismount("/dev") or os.access("/dev", os.W_OK) != (os.geteuid() == 0), reason="no such folder"
)
@pytest.mark.parametrize("inside", [True, False])
def test_a_folder_mounted_into_a_container_comes_with_the_command_that_makes_it_ours(
    inside: bool, tmp_path: Path
) -> None:
    (line,) = told(ADVISING, "/dev/parley.db", "/" if inside else "/nowhere")
    assert ("run `sudo chown -R " in line) == inside
    assert "/dev is not writable for this user" in line


def test_a_folder_that_is_not_there_is_to_be_made(tmp_path: Path) -> None:
    assert write_advice(tmp_path / "nowhere" / "parley.db") == f"create the folder {tmp_path / 'nowhere'}"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert write_advice(tmp_path) == f"{tmp_path} is a folder; name a file in it"
    with pytest.raises(StoreUnavailable, match="is a folder; name a file in it"):
        Index.open(tmp_path)


def test_a_file_that_could_be_written_leaves_it_at_a_look(tmp_path: Path) -> None:
    assert "check that" in write_advice(tmp_path / "parley.db")

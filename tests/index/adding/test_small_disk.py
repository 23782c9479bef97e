"""A disk that fills up, and one that may not be written: a real file system of its own, in a namespace of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MAY_MOUNT = (
    shutil.which("unshare") is not None
    and subprocess.run(
        ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
        capture_output=True,
        check=False,
    ).returncode
    == 0
)
pytestmark = pytest.mark.skipif(not MAY_MOUNT, reason="this machine lets nobody mount a file system")

FILLING = """
import sys
from index import Index
from index.errors import StoreUnavailable
from tests.index.corpora import QUESTIONS, talks
path, backup = sys.argv[1] + "/parley.db", sys.argv[1] + "/copy.db"
stored = set()
with Index.open(path, reader=False) as index:
    for first, number in ((0, 20), *((number, number + 1) for number in range(20, 2_000))):
        try:
            stored |= {outcome.document_id for outcome in index.add_documents(map(talks, range(first, number)))}
        except StoreUnavailable as error:
            print(error)
            break
    try:
        index.backup(backup)
    except StoreUnavailable as error:
        print(error)
    assert {document.id for document in index.documents()} == stored
    assert index.check() == []
with Index.open(path, reader=False) as index:
    assert index.check() == []
    answer = index.ask(QUESTIONS[0])
    assert answer.excerpts or answer.nearest
print(len(stored) > 10)
"""

READING = """
import sys
from pathlib import Path
from index import Index
from index.errors import StoreUnavailable
from index.storage.in_use import staying
from tests.index.corpora import QUESTIONS, talks
path = sys.argv[1] + "/parley.db"
with Index.open(path, reader=False) as index:
    assert index.check() == []
    answer = index.ask(QUESTIONS[0])
    assert answer.excerpts or answer.nearest
    for write in (
        lambda: index.add_documents([talks(3_000)]),
        lambda: index.backup(sys.argv[1] + "/copy.db"),
        lambda: staying(Path(path)).__enter__(),
    ):
        try:
            write()
        except StoreUnavailable as error:
            print(error)
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[str]]]:
    """A folder that a disk was mounted at, and what was printed there while that filled up, and when it was read-only."""
    disk = tmp_path_factory.mktemp("small") / "disk"
    disk.mkdir()
    return disk, printed_on(disk, ("rw", FILLING), ("ro", READING))


def printed_on(disk: Path, *scripts: tuple[str, str]) -> list[list[str]]:
    """Run scripts on one file system, each after it has been mounted with some options; return the lines of each."""
    steps = ["set -e", f"mount -t tmpfs -o size=800k tmpfs {disk}"]
    for number, (options, script) in enumerate(scripts):
        file = disk.parent / f"script-{number}.py"
        file.write_text(script, encoding="utf-8")
        steps += [f"mount -o remount,{options} {disk}", f"{sys.executable} {file} {disk}", "echo ---"]
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", "\n".join(steps)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return [part.split("\n") for part in done.stdout.strip().removesuffix("---").split("---\n")]


def test_a_disk_that_is_full_refuses_with_the_reason_and_tears_nothing(
    printed: tuple[Path, list[list[str]]],
) -> None:
    disk, (lines, _) = printed
    assert "free some disk space" in lines[0]
    assert f"{disk}/copy.db cannot be used" in lines[1]
    assert lines[2] == "True"


def test_a_disk_that_may_not_be_written_is_asked_and_says_why_it_takes_nothing(
    printed: tuple[Path, list[list[str]]],
) -> None:
    _, (_, lines) = printed
    assert len([line for line in lines if "mounted read-only; mount it for writing" in line]) == 3, lines

"""What is printed, or written to a file, cannot always be: a full disk, a reader that has left."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from bot.cli import main
from bot.cli.terminal.output import ExitCode
from tests.forking import fork

LONG = "The envoys of Norland met again. " * 20


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    for number in range(60):
        text = f'Envoy {number} met the press on {number % 28 + 1} May 2024. "{LONG}" said Ada Varn, the minister.'
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    assert main(["index", "--database", str(folder / "parley.db"), str(folder)]) == ExitCode.DONE
    return folder / "parley.db"


def parley(database: Path, *arguments: str, **streams: Any) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PARLEY_DATABASE": str(database), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main())", *arguments]
    process: subprocess.Popen[str] = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, cwd=database.parent, **streams
    )
    return process


COMMANDS = [
    ["quotes"],
    ["quotes", "--json"],
    ["timeline", "--csv"],
    ["sources"],
    ["ask", "Who met the press?"],
    ["--help"],
    ["--version"],
    ["timeline", "--help"],
]


@pytest.fixture
def complaint(tmp_path: Path) -> Iterator[IO[bytes]]:
    """The file that standard error is."""
    with (tmp_path / "complaint").open("w+b") as file:
        yield file


@pytest.fixture
def full() -> Iterator[IO[bytes]]:
    """A disk that is full."""
    with open("/dev/full", "wb") as file:
        yield file


async def outcome_of(
    database: Path, *arguments: str, stdout: IO[bytes] | int, stderr: IO[bytes]
) -> tuple[int, str]:
    """Return how a command ends whose output goes to ``stdout``, and what it says of that."""
    environment = {**os.environ, "PARLEY_DATABASE": str(database)}
    process = await fork(*arguments, cwd=database.parent, env=environment, stdout=stdout, stderr=stderr)
    code = await process.wait()
    stderr.seek(0)
    return code, stderr.read().decode()


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_full_disk_is_one_sentence(
    database: Path, command: list[str], full: IO[bytes], complaint: IO[bytes]
) -> None:
    said = "parley: standard output cannot be written (No space left on device).\n"
    outcome = await outcome_of(database, *command, stdout=full, stderr=complaint)
    assert outcome == (ExitCode.UNWRITTEN, said)


@pytest.mark.parametrize("command", [*COMMANDS[:4], *COMMANDS[5:]])
async def test_a_reader_that_leaves_ends_it_quietly(
    database: Path, command: list[str], complaint: IO[bytes]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outcome = await outcome_of(database, *command, stdout=writing, stderr=complaint)
    os.close(writing)
    assert outcome == (ExitCode.READER_GONE, "")


def test_a_reader_that_has_seen_enough_gets_what_it_read(database: Path) -> None:
    with parley(database, "quotes", stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert "Ada Varn" in process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == ExitCode.READER_GONE


def test_a_closed_output_is_no_fault(database: Path) -> None:
    process = parley(database, "quotes", stdout=None, preexec_fn=lambda: os.close(1))
    _, complaint = process.communicate(timeout=300)
    assert complaint == ""
    assert process.returncode == ExitCode.DONE


@pytest.mark.parametrize(
    "arguments",
    [
        ["timeline", "--csv", "--output", "/dev/full"],
        ["timeline", "--csv", "--output", "nowhere/t.csv"],
        ["timeline", "--style", "picture", "--output", "nowhere/t.png"],
    ],
)
def test_a_file_that_cannot_be_written_is_named_with_the_reason(
    database: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--database", str(database)]) == ExitCode.UNWRITTEN
    said = capsys.readouterr().err
    assert said.startswith(f"parley: {arguments[-1]} cannot be written (No s")
    assert len(said.splitlines()) == 1

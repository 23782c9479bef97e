"""What a command prints: exit codes, text made safe for a terminal, sentences, dates."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pydantic import BaseModel


class ExitCode(IntEnum):
    """What a command's exit code says; the docstring of each is its row in the documentation."""

    DONE = 0
    UNHEALTHY = 1
    USAGE = 2
    ABSTAINED = 3
    REFUSED = 65
    UNAVAILABLE = 69
    FAULT = 70
    UNWRITTEN = 74
    TEMPORARY = 75
    CONFIGURATION = 78
    INTERRUPTED = 130
    READER_GONE = 141


class OutputFailed(click.ClickException):
    """What a command prints, or a file that was asked for, could not be written."""

    exit_code = ExitCode.UNWRITTEN

    def show(self, file: object = None) -> None:
        """Print the sentence."""
        complain(self.message)


class ReaderGone(click.ClickException):
    """The reader of standard output has left, as ``head`` does when it has seen enough: nothing is wrong."""

    exit_code = ExitCode.READER_GONE

    def show(self, file: object = None) -> None:
        """Say nothing."""


OUTPUT_ERRORS = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT})


@contextmanager
def standard_output() -> Iterator[None]:
    """Turn what goes wrong with standard output inside into ReaderGone or OutputFailed, once all is written."""
    if sys.stdout is None:
        # It was closed before the program began: there is nobody to print for.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    try:
        try:
            yield
        except click.exceptions.Exit:
            sys.stdout.flush()
            raise
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None or error.errno not in {*OUTPUT_ERRORS, errno.EPIPE}:
            raise
        _drop_output()
        if error.errno == errno.EPIPE:
            raise ReaderGone("") from error
        raise OutputFailed(f"standard output cannot be written ({error.strerror}).") from error


def _drop_output() -> None:
    """Let what is still to be written go nowhere: the interpreter would try again at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def write_file(path: Path, data: bytes) -> None:
    """Write a file that was asked for. Raises OutputFailed, with the reason."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written ({error.strerror or error}).") from error


BIDIRECTIONAL = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0), *BIDIRECTIONAL, *range(0xD800, 0xE000))
    if chr(code) not in "\n\t"
}
"""Characters that would steer a terminal rather than be read on it, and halves of surrogate pairs, which none can show."""


def printable(text: str) -> str:
    """Return the text with what would steer a terminal replaced, one for one, so that offsets hold."""
    return text.translate(CONTROLS)


def on_one_line(text: str) -> str:
    """Return the text on one line, safe for a terminal: names of files may hold line breaks."""
    return printable(" ".join(text.split()))


def print_text(text: str) -> None:
    """Print lines as they are, and on a terminal without what would steer it."""
    if sys.stdout.isatty():
        text = printable(text.replace("\r\n", "\n"))
    sys.stdout.write(text)


def print_json(output: "BaseModel") -> None:
    """Print a JSON object, indented, to standard output."""
    print_text(output.model_dump_json(indent=2) + "\n")


def complain(sentence: str) -> None:
    """Print one sentence to standard error, after the program's name."""
    click.echo(f"parley: {on_one_line(sentence)}", err=True)


def print_removed(removed: Sequence[object]) -> None:
    """Print a line for each thing that was taken out, by its id or number."""
    click.echo("".join(f"removed {one}\n" for one in removed), nl=False)


def refused(complaints: Sequence[str]) -> ExitCode:
    """Say each complaint, and return the exit code of a command that did all the rest."""
    for complaint in complaints:
        complain(complaint)
    return ExitCode.REFUSED if complaints else ExitCode.DONE

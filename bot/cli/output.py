"""What a command prints: exit codes, text made safe for a terminal, quotations with their marks, dates."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import IntEnum
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from index.language.dates import format_interval
from index.model import Citation, Excerpt


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


UNBROKEN = 100_000
"""Columns for output that no person looks at: lines stay whole, for `grep` and the like."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        # Called while the error is handled; what comes of it is decided in one place.
        raise


def printable(text: str) -> str:
    """Return the text with what would steer a terminal replaced, one for one, so that offsets hold."""
    return text.translate(CONTROLS)


def on_one_line(text: str) -> str:
    """Return the text on one line, safe for a terminal: names of files may hold line breaks."""
    return printable(" ".join(text.split()))


def counted(number: int, noun: str) -> str:
    """Return a number and what is counted: ``1 event``, ``1,200 events``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def print_text(text: str) -> None:
    """Print lines as they are, and on a terminal without what would steer it."""
    if sys.stdout.isatty():
        text = printable(text.replace("\r\n", "\n"))
    sys.stdout.write(text)


def print_table(out: Console, table: Table) -> None:
    """Print a table; where no person looks at it, without spaces at the ends of lines."""
    if out.is_terminal:
        out.print(table)
        return
    with out.capture() as captured:
        out.print(table)
    out.file.write("\n".join(line.rstrip() for line in captured.get().split("\n")))


def console(*, error: bool = False) -> Console:
    """Return a console on standard output, or standard error, that takes the text it is given as it is."""
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else UNBROKEN
    return _Console(file=stream, markup=False, emoji=False, highlight=False, width=width)


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


def quotation(excerpt: Excerpt) -> Text:
    """Return an excerpt's words, the words that matched in bold."""
    text = Text(printable(excerpt.text))
    for start, end in excerpt.highlights:
        text.stylize("bold", start - excerpt.start, end - excerpt.start)
    return text


def citation_line(citation: Citation) -> str:
    """Return where the words stand: title, publisher, date, page where there are pages, paragraph."""
    place = citation.paragraphs
    if citation.page is not None:
        place = f"page {citation.page}, {place}"
    others = f"also reported by {', '.join(citation.also_reported_by)}" if citation.also_reported_by else ""
    parts = (citation.title, citation.publisher, day(citation.published), place, others)
    return printable(", ".join(part for part in parts if part))


def day(value: date | None) -> str:
    """Return a date as people write it, ``14 March 2025``; an unknown one says so."""
    return f"{value.day} {value:%B %Y}" if value else "date unknown"


def print_excerpts(out: Console, excerpts: Sequence[Excerpt]) -> None:
    """Print excerpts, each followed by its citation and its link."""
    for excerpt in excerpts:
        citation = excerpt.citation
        out.print(Text.assemble((f"[{citation.number}] ", "cyan"), quotation(excerpt)))
        for found in excerpt.dates:
            words = printable(excerpt.document.text[found.start : found.end])
            when = format_interval(found.earliest, found.latest, found.granularity)
            out.print(Text(f"    “{words}” is {when}", style="dim"))
        out.print(Text(f"    {citation_line(citation)}", style="dim"))
        if citation.url:
            out.print(Text(f"    {printable(citation.url)}", style="dim"), soft_wrap=True)
        out.print()

"""What a command prints with colours and columns where a person looks at it: tables, and quotations with their marks."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.text import Text

from bot.app.showing.citing import day_beside, last_seen, publisher_beside, recognition_of
from bot.cli.terminal.output import printable
from index import format_interval
from index.model import Citation, Excerpt

if TYPE_CHECKING:
    from rich.table import Table

UNBROKEN = 100_000
"""Columns for output that no person looks at: lines stay whole, for `grep` and the like."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        # Called while the error is handled; what comes of it is decided in one place.
        raise


def print_table(out: Console, table: "Table") -> None:
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


HEADINGS: Mapping[Literal["current", "former"] | None, str] = {
    "current": "As it stands:",
    "former": "No longer so:",
    None: "Also there:",
}
"""What stands above an excerpt that tells how things stand, one that it overrules, and what follows on these."""


def quotation(excerpt: Excerpt) -> Text:
    """Return an excerpt's words, the words that matched in bold."""
    text = Text(printable(excerpt.text))
    for start, end in excerpt.highlights:
        text.stylize("bold", start - excerpt.start, end - excerpt.start)
    return text


def print_excerpts(out: Console, excerpts: Sequence[Excerpt]) -> None:
    """Print excerpts, each followed by its citation and its link."""
    before: Literal["current", "former"] | None = None
    for excerpt in excerpts:
        citation = excerpt.citation
        if excerpt.state != before:
            out.print(Text(HEADINGS[excerpt.state], style="dim"))
        before = excerpt.state
        out.print(Text.assemble((f"[{citation.number}] ", "cyan"), quotation(excerpt)))
        for found in excerpt.dates:
            words = printable(excerpt.document.text[found.start : found.end])
            when = format_interval(found.earliest, found.latest, found.granularity)
            out.print(Text(f"    “{words}” is {when}", style="dim"))
        out.print(Text(f"    {citation_line(citation)}", style="dim"))
        if citation.url:
            out.print(Text(f"    {printable(citation.url)}", style="dim"), soft_wrap=True)
        out.print()


def document_line(citation: Citation) -> str:
    """Return what a document is called, who published it and when, in one line."""
    published = day_beside(citation, citation.title)
    parts = (
        citation.title,
        publisher_beside(citation),
        published,
        recognition_of(citation),
        last_seen(citation),
    )
    return printable(", ".join(part for part in parts if part))


def citation_line(citation: Citation) -> str:
    """Return where the words stand: title, publisher, date, page where there are pages, paragraph."""
    place = citation.place or citation.paragraphs
    if citation.page is not None:
        place = f"page {citation.page}, {place}"
    others = f"also reported by {', '.join(citation.also_reported_by)}" if citation.also_reported_by else ""
    published = day_beside(citation, citation.title, place)
    parts = (
        citation.title,
        publisher_beside(citation),
        published,
        place,
        recognition_of(citation),
        last_seen(citation),
        others,
    )
    return printable(", ".join(part for part in parts if part))

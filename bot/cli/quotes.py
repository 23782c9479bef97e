"""`parley quotes`: who said what, and when, in the shell."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.text import Text

from bot.app.schemas.quotations import QuotesOutput
from bot.app.showing.exports import quotes_to_csv, quotes_to_markdown
from bot.app.showing.quoting import (
    basis_in_words,
    heading,
    introduction,
    manner,
    marked,
    said_in_words,
    told,
)
from bot.app.showing.words import one_line, shortened
from bot.cli.terminal.columns import console, document_line
from bot.cli.terminal.options import database_option, form_options, open_inquiry, period, words
from bot.cli.terminal.output import ExitCode, print_json, print_text, printable
from index.model import Citation, Quotation
from index.requests import Filters, QuotesRequest


@click.command()
@click.argument("speaker", nargs=-1)
@click.option("--about", help="Only words about this topic, the best first.")
@click.option("--since", help="Only words said then or later: 2025-03-12, March 2025, last month.")
@click.option("--until", help="Only words said then or earlier: 2025-03-12, March 2025, last month.")
@click.option("--source", "publisher", help="Only documents of this publisher.")
@click.option("-n", "--limit", type=click.IntRange(1, 1000), help="Quotations at most.")
@form_options("quotation", "json", "csv", "markdown")
@database_option
def quotes(
    speaker: tuple[str, ...],
    about: str | None,
    since: str | None,
    until: str | None,
    publisher: str | None,
    limit: int | None,
    form: str | None,
    database: Path | None,
) -> ExitCode:
    """List what SPEAKER said, or everybody, word for word, with role, date and source.

    Words in quotation marks were said so; those without are reported speech.
    """
    days = period(since, until)
    who = words(speaker, "speaker")
    speakers = (who,) if who else ()
    request = QuotesRequest(speakers, about, days, Filters(publisher=publisher), limit=limit)
    with open_inquiry(database) as index:
        found = index.quotations(request)
    if form == "json":
        print_json(QuotesOutput.of(speaker=who, about=about, quotations=found))
    elif form == "csv":
        print_text(quotes_to_csv(found))
    elif form == "markdown":
        print_text(quotes_to_markdown(found, heading(who, about)))
    else:
        _print(found)
    return ExitCode.DONE


def _print(quotations: Sequence[Quotation]) -> None:
    out = console()
    sources: dict[int, Citation] = {}
    for item in quotations:
        for citation in item.citations:
            sources.setdefault(citation.number, citation)
        out.print(_head(item))
        numbers = "".join(f"[{citation.number}]" for citation in item.citations)
        if item.question:
            out.print(
                Text(
                    f"    asked: {printable(shortened(one_line(item.document.slice(*item.question))))}",
                    style="dim",
                )
            )
        said = told(
            printable(introduction(item)), marked(item, printable(" ".join(item.words.split()))), item
        )
        out.print(Text.assemble("    ", said, " ", (numbers, "cyan")))
    out.print()
    for number, citation in sorted(sources.items()):
        out.print(Text(f"[{number}] {document_line(citation)}", style="dim"))


def _head(item: Quotation) -> Text:
    how = basis_in_words(item)
    role = f", {printable(item.role)}" if item.role else ""
    indirect = f"{manner(item)}{'' if item.direct else ', reported'}"
    return Text.assemble(
        (printable(item.speaker), "bold"),
        f"{role}, {said_in_words(item)}{f' ({how})' if how else ''}{indirect}",
    )


COMMANDS = (quotes,)

"""`parley sources` and `parley remove`: what the database knows, and taking it out again."""

from pathlib import Path

import click
from rich.table import Table

from bot.cli.options import database_option, json_option, open_index
from bot.cli.output import ExitCode, complain, console, day, printable
from bot.cli.schema import SourcesOutput


@click.command()
@json_option
@database_option
def sources(as_json: bool, database: Path | None) -> ExitCode:
    """List the documents, newest first."""
    with open_index(database) as index:
        documents, stats = index.documents(), index.stats()
    if as_json:
        SourcesOutput.of(documents, stats).print()
        return ExitCode.DONE
    table = Table("published", "publisher", "title", "id", box=None, pad_edge=False, header_style="bold")
    for document in documents:
        table.add_row(
            document.published.isoformat() if document.published else "unknown",
            printable(document.publisher or "unknown"),
            printable(document.title),
            document.id,
        )
    out = console()
    out.print(table)
    out.print()
    span = f". Published: {day(stats.oldest)} to {day(stats.newest)}" if stats.newest else ""
    out.print(f"Documents: {stats.documents:,}. Passages: {stats.passages:,}{span}.")
    return ExitCode.DONE


@click.command()
@click.argument("document_ids", metavar="ID...", nargs=-1, required=True)
@database_option
def remove(document_ids: tuple[str, ...], database: Path | None) -> ExitCode:
    """Take documents out of the database, by the ids that `parley sources` shows.

    Exits with 65 when there is no document with one of the ids; the others are removed all the same.
    """
    outcome = ExitCode.DONE
    with open_index(database) as index:
        for identity in document_ids:
            if index.remove(identity):
                click.echo(f"removed {identity}")
            else:
                complain(f"there is no document {identity}. `parley sources` lists the ids.")
                outcome = ExitCode.REFUSED
    return outcome


COMMANDS = (sources, remove)

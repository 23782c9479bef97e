"""`parley sources` and `parley remove`: what the database knows, and taking it out again."""

from pathlib import Path

import click
from rich.table import Table

from bot.app.schemas.documents import DocumentOutput, RemovedOutput, SourceOutput, SourcesOutput
from bot.app.showing.words import day
from bot.cli.terminal.columns import console, print_table
from bot.cli.terminal.options import collection_option, database_option, json_option, one_day, open_index
from bot.cli.terminal.output import ExitCode, print_json, print_removed, printable, refused
from index import FormerVersion, Index
from index.errors import SourceNotFound
from index.model import SHARED, Document

LONGEST_BEGINNING = 400
"""Characters of a document that are shown with it; chosen: some lines of a terminal."""


@click.group(invoke_without_command=True)
@json_option
@database_option
@click.pass_context
def sources(context: click.Context, as_json: bool, database: Path | None) -> ExitCode:
    """List the documents, newest first; show one, or set what is known of it."""
    return _list(SHARED, as_json, database) if context.invoked_subcommand is None else ExitCode.DONE


@sources.command(name="list")
@collection_option
@json_option
@database_option
def list_sources(collection: str, as_json: bool, database: Path | None) -> ExitCode:
    """List the documents, newest first."""
    return _list(collection, as_json, database)


@sources.command()
@click.argument("document_id", metavar="ID")
@json_option
@database_option
def show(document_id: str, as_json: bool, database: Path | None) -> ExitCode:
    """Show one document: what is known of it, how it begins, who else prints it, what it was before."""
    with open_index(database) as index:
        document = _found(index, document_id)
        former = index.former_versions(document_id)
        reprints = index.reprints(document_id, (document.collection,))
    if as_json:
        output = SourceOutput.of(
            document=document, text=document.text, former_versions=former, also_reported_by=reprints
        )
        print_json(output)
    else:
        _print(document, former, reprints)
    return ExitCode.DONE


@sources.command(name="set")
@click.argument("document_id", metavar="ID")
@click.option("--title", help="Its title.")
@click.option("--publisher", help="Who published it.")
@click.option("--url", help="Where it stands on the web.")
@click.option(
    "--date", "--published", "published", help="The day it was published: 2025-03-14, 14 March 2025."
)
@click.option(
    "--alias",
    "aliases",
    multiple=True,
    help="A name that people know it by, such as Minsk II; may be repeated.",
)
@json_option
@database_option
def set_source(
    document_id: str,
    title: str | None,
    publisher: str | None,
    url: str | None,
    published: str | None,
    aliases: tuple[str, ...],
    as_json: bool,
    database: Path | None,
) -> ExitCode:
    """Say what a document is. It stays so when the document is read again, whatever is found in it."""
    day_published = one_day(published)
    with open_index(database, adds=True) as index:
        _found(index, document_id)
        document = index.describe(
            document_id,
            title=title,
            publisher=publisher,
            url=url,
            published=day_published,
            aliases=aliases or None,
        )
    assert document is not None
    if as_json:
        print_json(DocumentOutput.of(document))
    else:
        _print_about(document)
    return ExitCode.DONE


@click.command()
@click.argument("document_ids", metavar="ID...", nargs=-1, required=True)
@json_option
@database_option
def remove(document_ids: tuple[str, ...], as_json: bool, database: Path | None) -> ExitCode:
    """Take documents out of the database, by the ids that `parley sources` shows.

    Exits with 65 when there is no document with one of the ids; the others are removed all the same.
    """
    with open_index(database) as index:
        removed = list(index.remove_documents(document_ids))
    unknown = [identity for identity in document_ids if identity not in removed]
    if as_json:
        print_json(RemovedOutput(removed=removed, unknown=unknown))
    else:
        print_removed(removed)
    return refused(
        [f"There is no document {identity}. `parley sources` lists the ids." for identity in unknown]
    )


sources.add_command(remove)


def _list(collection: str, as_json: bool, database: Path | None) -> ExitCode:
    with open_index(database) as index:
        documents, stats = index.documents((collection,)), index.stats((collection,))
    if as_json:
        output = SourcesOutput.of(
            documents=documents, passages=stats.passages, oldest=stats.oldest, newest=stats.newest
        )
        print_json(output)
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
    print_table(out, table)
    out.print()
    span = f". Published: {day(stats.oldest)} to {day(stats.newest)}" if stats.newest else ""
    out.print(f"Documents: {stats.documents:,}. Passages: {stats.passages:,}{span}.")
    return ExitCode.DONE


def _found(index: Index, document_id: str) -> Document:
    document = index.document(document_id)
    if document is None:
        raise SourceNotFound(f"There is no document {document_id}. `parley sources` lists the ids.")
    return document


def _print(document: Document, former: tuple[FormerVersion, ...], reprints: tuple[Document, ...]) -> None:
    _print_about(document)
    out = console()
    for other in reprints:
        out.print(
            printable(f"also reported by: {other.publisher or other.title} ({other.id})"), soft_wrap=True
        )
    for version in former:
        out.print(
            printable(f"updated: {version.replaced_at:%Y-%m-%d %H:%M} UTC; before, {version.title}"),
            soft_wrap=True,
        )
    out.print()
    beginning = document.text[:LONGEST_BEGINNING]
    out.print(
        printable(beginning + (" ..." if len(document.text) > LONGEST_BEGINNING else "")), soft_wrap=True
    )


def _print_about(document: Document) -> None:
    table = Table.grid(padding=(0, 2))
    pages = len(document.pages)
    for name, value in (
        ("title", document.title),
        ("also called", "; ".join(document.aliases) or "nothing else"),
        ("publisher", document.publisher or "unknown"),
        ("published", day(document.published)),
        ("address", document.url or "none"),
        ("collection", document.collection),
        ("length", f"{len(document.text):,} characters" + (f", {pages:,} pages" if pages else "")),
        ("id", document.id),
    ):
        table.add_row(name, printable(value))
    print_table(console(), table)


COMMANDS = (sources, remove)

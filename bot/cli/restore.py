"""`parley restore`: a backup in the place of the database."""

from pathlib import Path

import click

from bot.app.schemas.hosting import RestoreOutput
from bot.app.settings import Settings
from bot.cli.terminal.checking import checking_bar
from bot.cli.terminal.options import FilePath, database_option, json_option, open_index
from bot.cli.terminal.output import ExitCode, print_json, printable
from index import Index
from index.errors import SettingsError


@click.command()
@click.argument("file", type=FilePath())
@json_option
@database_option
def restore(file: Path, as_json: bool, database: Path | None) -> ExitCode:
    """Make the database what the backup FILE is, once that has been found whole.

    What the database holds now is lost, what was added since the backup and feedback included. A bot that is running goes on
    with what was restored. A file that cannot be opened any more is kept beside the new one, and is not replaced while a bot
    has it open.
    """
    settings = Settings.load()
    if database is None and settings.cluster is not None:
        raise SettingsError(
            "The index is in a cluster: restore a snapshot there, or fill an empty one with `parley move --to ADDRESS`."
        )
    path = database or settings.database
    with checking_bar() as tell:
        kept = Index.restore(file, path, tell)
    with open_index(path) as index:
        documents, passages = index.totals()
    if as_json:
        print_json(
            RestoreOutput(
                database=str(path),
                file=str(file),
                documents=documents,
                passages=passages,
                kept=str(kept) if kept else None,
            )
        )
    else:
        click.echo(
            printable(f"{path} is now what {file} is. Documents: {documents:,}. Passages: {passages:,}.")
        )
        if kept:
            click.echo(printable(f"The damaged database is kept as {kept}; delete it when all is well."))
    return ExitCode.DONE


COMMANDS = (restore,)

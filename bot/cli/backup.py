"""`parley backup`: a verified copy of the database, while it is in use."""

from pathlib import Path

import click

from bot.app.schemas.hosting import BackupOutput
from bot.app.settings import Settings
from bot.cli.terminal.checking import checking_bar
from bot.cli.terminal.options import FilePath, database_option, json_option, open_index
from bot.cli.terminal.output import ExitCode, print_json, printable


@click.command()
@click.argument("file", type=FilePath())
@click.option("--force", is_flag=True, help="Replace a file at FILE also when it is no Parley backup.")
@json_option
@database_option
def backup(file: Path, force: bool, as_json: bool, database: Path | None) -> ExitCode:
    """Copy the database to FILE, and check the copy; a bot may be running.

    A backup at FILE is replaced once the copy is found whole, another file with --force alone, and a device or a pipe
    never. `parley check` names the backup when the database is damaged.
    """
    path = database or Settings.load().index_path
    with open_index(database) as index, checking_bar() as tell:
        index.backup(file, tell, force=force)
        documents, passages = index.totals()
    if as_json:
        print_json(
            BackupOutput(
                database=str(path),
                file=str(file),
                bytes=file.stat().st_size,
                documents=documents,
                passages=passages,
            )
        )
    else:
        click.echo(
            printable(
                f"{file} is a whole copy of {path}, {file.stat().st_size / 1e6:,.1f} MB. "
                f"Documents: {documents:,}. Passages: {passages:,}."
            )
        )
    return ExitCode.DONE


COMMANDS = (backup,)

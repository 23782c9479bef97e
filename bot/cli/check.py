"""`parley check`: is the database whole, and which backup is good?"""

from pathlib import Path

import click

from bot.app.schemas.hosting import CheckOutput, KnownBackupOutput
from bot.app.settings import Settings
from bot.app.showing.words import counted
from bot.cli.terminal.checking import checking_bar
from bot.cli.terminal.options import cluster_at_hand, database_option, json_option
from bot.cli.terminal.output import ExitCode, print_json, printable
from index import Cluster, Index, KnownBackup, last_good
from index.errors import StoreCorrupt
from index.keeping.integrity import Progress


@click.command()
@json_option
@database_option
def check(as_json: bool, database: Path | None) -> ExitCode:
    """Read the whole database and its newest backup, and say whether they are whole.

    Exits with 1 when the database is damaged. The last good backup is the newest that `parley backup` made, is still
    there, and is whole now. Changes nothing; a bot may be running.
    """
    settings = Settings.load()
    path, cluster = (database, None) if database else (settings.index_path, cluster_at_hand(settings))
    with checking_bar() as tell:
        problems, totals, older = _read(path, cluster, tell)
        backup = None if cluster else last_good(path, tell)
    if as_json:
        print_json(
            CheckOutput(
                database=str(path),
                whole=not problems,
                problems=problems,
                documents=totals and totals[0],
                passages=totals and totals[1],
                older_finders=older,
                last_good_backup=KnownBackupOutput.of(backup) if backup else None,
            )
        )
    else:
        for line in _report(path, problems, totals, older, backup, clustered=cluster is not None):
            click.echo(printable(line))
    return ExitCode.UNHEALTHY if problems else ExitCode.DONE


def _read(
    path: Path, cluster: Cluster | None, tell: Progress
) -> tuple[list[str], tuple[int, int] | None, int | None]:
    try:
        with Index.open(path, create=False, cluster=cluster) as index:
            if problems := index.check(tell):
                return problems, None, None
            return [], index.totals(), index.count_older()
    except StoreCorrupt as error:
        return [str(error)], None, None


def _report(
    path: Path,
    problems: list[str],
    totals: tuple[int, int] | None,
    older: int | None,
    backup: KnownBackup | None,
    *,
    clustered: bool,
) -> list[str]:
    lines = [f"{path} is damaged:", *(f"- {problem}" for problem in problems)]
    if totals is not None:
        lines = [f"{path} is whole. Documents: {totals[0]:,}. Passages: {totals[1]:,}."]
    if older:
        lines.append(
            f"Dates and quotations of {counted(older, 'document')} were found by an earlier version;"
            " `parley index --optimise` finds them anew."
        )
    if clustered:
        lines.append(
            "Backups are snapshots that the cluster makes; `parley move --to FILE` writes everything to a file."
        )
    elif backup is None:
        lines.append("No good backup is known; `parley backup FILE` makes one.")
    else:
        lines.append(f"Last good backup: {backup.path}, of {backup.made_at:%Y-%m-%d %H:%M} UTC.")
    if problems and backup is not None:
        lines.append(f"To put it back: parley restore {backup.path}")
    return lines


COMMANDS = (check,)

"""`parley move`: an index from a file into a cluster, and back."""

import asyncio
from pathlib import Path

import click

from bot.app.memory.moving import move_memory
from bot.app.memory.remembering import Memory
from bot.app.paths import OPENSEARCH, copy_of
from bot.app.schemas.hosting import MoveOutput
from bot.app.settings import Settings
from bot.app.showing.words import counted
from bot.cli.terminal.checking import checking_bar
from bot.cli.terminal.copying import copying_bar
from bot.cli.terminal.options import cluster_at_hand, database_option, json_option
from bot.cli.terminal.output import ExitCode, print_json, printable
from index import Cluster, Index
from index.errors import SettingsError, StoreCorrupt, StoreUnavailable


@click.command()
@click.option(
    "--to",
    "target",
    required=True,
    metavar="ADDRESS|FILE",
    help="The address of a cluster, which takes what the database has; or a new file, which takes what the cluster has.",
)
@json_option
@database_option
def move(target: str, as_json: bool, database: Path | None) -> ExitCode:
    """Write everything that is indexed and remembered into an empty cluster, or from the cluster into a new file.

    The user, the password, the authority and the prefix are those that are set, and so are the addresses of the cluster that is
    moved from. What is moved is checked before, counted, and checked again. Stop the bot first; nothing is taken away.
    """
    if not target.strip():
        raise click.UsageError("The target is empty; name an address or a file.")
    settings = Settings.load()
    if "://" in target:
        where = cluster_at_hand(Settings.load(engine=OPENSEARCH, opensearch_addresses=target))
        path = database or settings.database
        moved = asyncio.run(_move(path, None, copy_of(settings.database), where, settings))
    else:
        if not settings.opensearch_addresses:
            raise SettingsError("PARLEY_OPENSEARCH_ADDRESSES is not set: it names the cluster to move from.")
        file = Path(target)
        if file.exists():
            raise StoreUnavailable(f"There is a file {file} already; name one that is not there.")
        where = cluster_at_hand(Settings.load(engine=OPENSEARCH))
        moved = asyncio.run(_move(copy_of(settings.database), where, file, None, settings))
    documents, passages, remembered = moved
    if as_json:
        print_json(MoveOutput(to=target, documents=documents, passages=passages, remembered=remembered))
    else:
        click.echo(
            printable(
                f"{target} has all of it, and is whole. Documents: {documents:,}. Passages: {passages:,}. "
                f"{counted(remembered, 'row')} of what the bot remembers."
            )
        )
    return ExitCode.DONE


async def _move(
    path: Path, source: Cluster | None, target_path: Path, target: Cluster | None, settings: Settings
) -> tuple[int, int, int]:
    """Move, and return how many documents, passages, and rows of the memory there are."""
    with (
        copying_bar() as told,
        Index.open(path, create=False, cluster=source, progress=told, limits=settings.limits) as one,
        Index.open(target_path, cluster=target, progress=told, limits=settings.limits) as other,
    ):
        with checking_bar() as tell:
            _refuse_damage(str(path), one.check(tell))
        with copying_bar("moved, in documents") as tell_moved:
            one.move_to(other, tell_moved)
        with checking_bar() as tell:
            _refuse_damage(str(target_path), other.check(tell))
        documents, passages = other.totals()
    before = Memory(path if source is None else copy_of(settings.database, "memory"), cluster=source)
    after = Memory(target_path if target is None else copy_of(settings.database, "memory"), cluster=target)
    return documents, passages, await move_memory(before, after)


def _refuse_damage(name: str, problems: list[str]) -> None:
    if problems:
        raise StoreCorrupt(f"{name} is not whole: {problems[0]} Nothing more is moved.")


COMMANDS = (move,)

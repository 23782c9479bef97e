"""`parley feeds`: RSS and Atom feeds that are followed."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table

from bot.app.schemas.documents import ReportOutput
from bot.app.schemas.feeds import FeedsOutput, RemovedFeedsOutput
from bot.cli.index import is_address, print_report, progress_bar
from bot.cli.terminal.columns import console, print_table
from bot.cli.terminal.options import (
    collection_option,
    database_option,
    json_option,
    open_gatherer,
    open_index,
)
from bot.cli.terminal.output import ExitCode, print_json, print_removed, printable, refused
from index import FollowedFeed, Index, check_url
from index.errors import SourceError, SourceNotFound
from index.following.gathering import Refresh
from index.model import AddReport, SourceOutcome


@click.group()
def feeds() -> None:
    """Follow RSS and Atom feeds. While it runs, the bot fetches each by itself."""


@feeds.command()
@click.argument("url")
@click.option("--title", help="What the feed is called, instead of its own title.")
@click.option("--publisher", help="Who publishes its articles, instead of what they say.")
@collection_option
@json_option
@database_option
def add(
    url: str,
    title: str | None,
    publisher: str | None,
    collection: str,
    as_json: bool,
    database: Path | None,
) -> ExitCode:
    """Follow the feed at URL and add what is in it now. An address that holds no feed is not followed."""
    if not url.strip():
        raise click.UsageError("The address is empty; give the http or https address of a feed.")
    check_url(url)
    with open_index(database, create=True) as index:
        before = {feed.id for feed in index.feeds.list()}
        feed = index.feeds.add(url, collection=collection, title=title, publisher=publisher)
        outcome = _refresh(index, [feed], as_json=as_json)
        tried = index.feeds.get(feed.id)
        if tried is not None and tried.failure is not None and feed.id not in before:
            index.feeds.remove(feed.id)
        return outcome


@feeds.command(name="list")
@json_option
@database_option
def list_feeds(as_json: bool, database: Path | None) -> ExitCode:
    """List the feeds, and how each fares."""
    with open_index(database) as index:
        followed = index.feeds.list()
    if as_json:
        print_json(FeedsOutput.of(feeds=followed))
        return ExitCode.DONE
    table = Table("number", "feed", "collection", "last fetched", "state", box=None, pad_edge=False)
    for feed in followed:
        fetched = f"{feed.checked_at:%Y-%m-%d %H:%M} UTC" if feed.checked_at else "not yet"
        name = feed.name if feed.name == feed.url else f"{feed.name} ({feed.url})"
        table.add_row(
            str(feed.id), printable(name), printable(feed.collection), fetched, printable(state(feed))
        )
    print_table(console(), table)
    return ExitCode.DONE


@feeds.command()
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1, type=int)
@json_option
@database_option
def refresh(numbers: tuple[int, ...], as_json: bool, database: Path | None) -> ExitCode:
    """Fetch feeds now, all of them without a NUMBER, and add what is new."""
    with open_index(database, adds=True) as index:
        followed = [feed for feed in index.feeds.list() if not numbers or feed.id in numbers]
        unknown = set(numbers) - {feed.id for feed in followed}
        if unknown:
            raise SourceError(f"There is no feed {min(unknown)}. `parley feeds list` has the numbers.")
        return _refresh(index, followed, as_json=as_json)


@feeds.command()
@click.argument("feeds", metavar="NUMBER_OR_URL...", nargs=-1, required=True)
@json_option
@database_option
def remove(feeds: tuple[str, ...], as_json: bool, database: Path | None) -> ExitCode:
    """Follow feeds no longer. The documents that came from them stay."""
    removed: list[int] = []
    unknown: list[int] = []
    with open_index(database) as index:
        for number in _numbers(feeds, index.feeds.list()):
            (removed if index.feeds.remove(number) else unknown).append(number)
    if as_json:
        print_json(RemovedFeedsOutput(removed=removed, unknown=unknown))
    else:
        print_removed(removed)
    return refused([f"There is no feed {number}. `parley feeds list` has the numbers." for number in unknown])


def _numbers(typed: Sequence[str], followed: Sequence[FollowedFeed]) -> list[int]:
    """Return the numbers that were typed, and those of the feeds whose addresses were.

    Raises SourceNotFound for an address that is not followed, UsageError for what is neither.
    """
    numbers: list[int] = []
    for feed in typed:
        if feed.isdecimal():
            numbers.append(int(feed))
        elif is_address(feed):
            found = [one.id for one in followed if one.url == feed]
            if not found:
                raise SourceNotFound(f"There is no feed {feed}. `parley feeds list` has the addresses.")
            numbers += found
        else:
            raise click.UsageError(f'"{printable(feed)}" is neither the number of a feed nor its address.')
    return list(dict.fromkeys(numbers))


def state(feed: FollowedFeed) -> str:
    """Return in words how a feed fares."""
    if feed.failure is None:
        return "well" if feed.checked_at else "new"
    times = "once" if feed.failures == 1 else f"{feed.failures} times in a row"
    return f"{'failing' if feed.failing else 'failed'} {times}: {feed.failure}"


def _refresh(index: Index, followed: list[FollowedFeed], *, as_json: bool) -> ExitCode:
    gatherer = open_gatherer(index)

    async def refresh_all() -> list[Refresh]:
        return [await gatherer.refresh(feed, progress=bar) for feed in followed]

    with progress_bar() as bar:
        refreshed = asyncio.run(refresh_all())
    report = AddReport(tuple(outcome for result in refreshed for outcome in _outcomes(result)))
    if as_json:
        print_json(ReportOutput.of(report))
    else:
        print_report(report)
    return ExitCode.REFUSED if report.count("refused") else ExitCode.DONE


def _outcomes(result: Refresh) -> tuple[SourceOutcome, ...]:
    if result.failure is None:
        return result.outcomes
    return (SourceOutcome(result.feed.url, "refused", result.feed.title, reason=result.failure),)


COMMANDS = (feeds,)

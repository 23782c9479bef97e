"""`parley index`: documents in."""

import asyncio
import re
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NoReturn

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from bot.app.schemas.documents import ReportOutput
from bot.app.showing.words import counted
from bot.cli.terminal.columns import console, print_table
from bot.cli.terminal.options import (
    collection_option,
    database_option,
    json_option,
    open_gatherer,
    open_index,
)
from bot.cli.terminal.output import ExitCode, complain, on_one_line, print_json
from index import Index, Origin
from index.adding.batches import FOUND_ANEW, KEPT
from index.errors import SourceError, SourceNotFound, StoreBusy
from index.following.gathering import Gatherer
from index.following.watching import WatchedPaths
from index.model import AddReport, Document, Outcome, SourceOutcome

ROWS = 20
"""How many documents of one outcome the table lists; refused ones are all listed."""

ORDER: tuple[Outcome, ...] = ("added", "updated", "unchanged", "removed", "refused")
COUNTED: tuple[Outcome, ...] = ("added", "updated", "unchanged", "refused")

SECONDS_BETWEEN_LOOKS = 2.0
"""How often a watched folder is looked at."""

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Bar:
    """A bar on a terminal. It is called with each outcome."""

    def __init__(self, show: Callable[..., None]) -> None:
        self._show = show

    def __call__(self, outcome: SourceOutcome) -> None:
        """Count one more."""
        self._show(advance=1, description=on_one_line(outcome.title or outcome.source))

    def begun(self, document: Document) -> None:
        """Say what it is that takes long."""
        self._show(description=on_one_line(f"{document.title}: {len(document.text):,} characters ..."))


@click.command()
@click.argument("sources", metavar="PATH_OR_URL...", nargs=-1)
@collection_option
@click.option(
    "--watch",
    is_flag=True,
    help="Stay, and follow PATHS: add files as they come and change, take out what goes.",
)
@click.option(
    "--optimise",
    is_flag=True,
    help="Find dates and quotations anew where an earlier version found them, and make searching quicker; needs no source.",
)
@json_option
@database_option
def index(
    sources: tuple[str, ...],
    collection: str,
    watch: bool,
    optimise: bool,
    as_json: bool,
    database: Path | None,
) -> ExitCode:
    """Add documents to the database: files, folders, and pages or files on the web.

    What is added again changes nothing, or replaces what it was when it has been edited. Exits with 65 when
    something was refused; the rest is added all the same. `parley feeds` follows a feed.
    """
    if not sources and not optimise:
        raise click.UsageError("Nothing to add: name a file, a folder or an address, or give --optimise.")
    if not all(source.strip() for source in sources):
        raise click.UsageError("A source is empty; name a file, a folder or an address.")
    urls = [source for source in sources if is_address(source)]
    paths = [Path(source) for source in sources if not is_address(source)]
    if watch and not paths:
        raise click.UsageError("--watch follows files and folders: name one.")
    if watch and optimise:
        raise click.UsageError(
            "--watch does not end, so --optimise comes before it, in a command of its own."
        )
    if watch:
        _refuse_missing(paths)
    with open_index(database, create=bool(sources), adds=True) as opened:
        if watch:
            _follow(opened, paths, urls, collection, as_json=as_json)
        with progress_bar() as bar:
            outcomes = _add_files(opened, paths, collection, bar)
            outcomes += _add_from_web(opened, urls, collection, bar)
        if optimise:
            outcomes += _optimise(opened)
        report = AddReport(tuple(outcomes))
        _show(report, as_json=as_json)
    return ExitCode.REFUSED if report.count("refused") else ExitCode.DONE


def is_address(source: str) -> bool:
    """Return whether a source is an address, of whatever scheme, and not a path."""
    return ADDRESS.match(source) is not None


def _refuse_missing(paths: Sequence[Path]) -> None:
    """Raise SourceNotFound for a path that would be waited for and may never come: it may be mistyped."""
    for path in paths:
        if not path.exists():
            raise SourceNotFound(f"There is no file or folder {path}; check the path.")


@contextmanager
def progress_bar(unit: str = "documents", total: int | None = None) -> Iterator[Bar]:
    """Show a bar on a terminal; of ``total`` outcomes where that is known."""
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:>6,.0f} " + unit, markup=False),
        TimeElapsedColumn(),
        # The rest of the line, so that a long title is cut and the bar keeps its width.
        TextColumn(
            "{task.description}",
            markup=False,
            table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis"),
        ),
    )
    err = console(error=True)
    with Progress(
        *columns, console=err, transient=True, expand=True, disable=not err.is_terminal
    ) as progress:
        task = progress.add_task("", total=total)
        yield Bar(partial(progress.update, task))


def print_report(report: AddReport) -> None:
    """Print a table of what became of each document, and how many came to what."""
    out = console()
    table = Table("outcome", "document", "why", box=None, pad_edge=False, header_style="bold")
    for outcome in ORDER:
        items = [item for item in report if item.outcome == outcome]
        shown = items if outcome == "refused" else items[:ROWS]
        for item in shown:
            remark = "; ".join(filter(None, (item.reason, *item.notes)))
            table.add_row(outcome, on_one_line(item.title or item.source), on_one_line(remark))
        if len(items) > len(shown):
            table.add_row(outcome, f"... and {len(items) - len(shown):,} more", "")
    print_table(out, table)
    out.print()
    counted = (*COUNTED, *(["removed"] if report.count("removed") else []))
    out.print(
        ", ".join(f"{sum(item.outcome == outcome for item in report):,} {outcome}" for outcome in counted)
    )


def _optimise(opened: Index) -> Iterator[SourceOutcome]:
    def found(document: Document) -> SourceOutcome:
        return SourceOutcome(document.key, "updated", document.title, document.id, notes=(FOUND_ANEW,))

    def kept(document: Document, why: SourceError) -> SourceOutcome:
        return SourceOutcome(
            document.key, "unchanged", document.title, document.id, notes=(KEPT.format(why=why),)
        )

    older = opened.count_older()
    with progress_bar(f"of {counted(older, 'document')}", older) as bar:
        refused: list[SourceOutcome] = []
        anew = opened.find_anew(
            progress=lambda document: bar(found(document)),
            refused=lambda document, why: refused.append(kept(document, why)),
        )
    opened.optimise()
    return chain(map(found, anew), refused)


def _add_files(opened: Index, paths: Sequence[Path], collection: str, bar: Bar) -> list[SourceOutcome]:
    if not paths:
        return []
    return list(opened.add(paths, collection=collection, progress=bar, begun=bar.begun))


def _add_from_web(opened: Index, urls: Sequence[str], collection: str, bar: Bar) -> tuple[SourceOutcome, ...]:
    if not urls:
        return ()
    with closing(_found_on_web(open_gatherer(opened), urls, collection)) as found:
        return opened.add_documents(found, progress=bar, begun=bar.begun).outcomes


def _found_on_web(
    gatherer: Gatherer, urls: Sequence[str], collection: str
) -> Generator[Document | SourceOutcome, None, None]:
    for url in urls:
        try:
            source = asyncio.run(gatherer.fetch(url, Origin(name=url, key=url, collection=collection)))
        except SourceError as error:
            yield SourceOutcome(url, "refused", reason=str(error))
            continue
        for item in gatherer.read(source):
            yield item if isinstance(item, Document) else SourceOutcome(url, "refused", reason=str(item))


def _follow(
    opened: Index, paths: Sequence[Path], urls: Sequence[str], collection: str, *, as_json: bool
) -> NoReturn:
    watched = WatchedPaths(opened, paths, collection)
    with progress_bar() as bar:
        outcomes = [*watched.look(bar, bar.begun), *_add_from_web(opened, urls, collection, bar)]
    _show(AddReport(tuple(outcomes)), as_json=as_json)
    console(error=True).print(f"watching {', '.join(map(str, paths))}; Ctrl-C ends it", soft_wrap=True)
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        try:
            with progress_bar() as bar:
                report = watched.look(bar, bar.begun)
        except StoreBusy as error:
            complain(str(error))
            continue
        if report.outcomes:
            _show(report, as_json=as_json)


def _show(report: AddReport, *, as_json: bool) -> None:
    if as_json:
        print_json(ReportOutput.of(report))
    else:
        print_report(report)


COMMANDS = (index,)

"""`parley index`: documents in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.cli.options import database_option, json_option, open_index
from bot.cli.output import ExitCode, console, printable
from bot.cli.schema import ReportOutput
from index.model import AddReport, Outcome, SourceOutcome

ROWS = 20
"""How many documents of one outcome the table lists; refused ones are all listed."""

ORDER: tuple[Outcome, ...] = ("added", "updated", "unchanged", "refused")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
@database_option
def index(paths: tuple[Path, ...], as_json: bool, database: Path | None) -> ExitCode:
    """Add the documents in PATHS, files or folders, to the database.

    A file that is added again changes nothing, or replaces what it was when it has been edited. Exits with 65
    when something was refused; the rest is added all the same.
    """
    with open_index(database, create=True) as opened, _progress() as tell:
        report = opened.add(paths, progress=tell)
    if as_json:
        ReportOutput.of(report).print()
    else:
        _print(report)
    return ExitCode.REFUSED if report.count("refused") else ExitCode.DONE


@contextmanager
def _progress() -> Iterator[Callable[[SourceOutcome], None]]:
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:,.0f} documents", markup=False),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    err = console(error=True)
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def tell(outcome: SourceOutcome) -> None:
            progress.update(task, advance=1, description=printable(outcome.title or outcome.source)[:60])

        yield tell


def _print(report: AddReport) -> None:
    out = console()
    table = Table("outcome", "document", "why", box=None, pad_edge=False, header_style="bold")
    for outcome in ORDER:
        items = [item for item in report if item.outcome == outcome]
        shown = items if outcome == "refused" else items[:ROWS]
        for item in shown:
            remark = "; ".join(filter(None, (item.reason, *item.notes)))
            table.add_row(outcome, printable(item.title or item.source), printable(remark))
        if len(items) > len(shown):
            table.add_row(outcome, f"... and {len(items) - len(shown):,} more", "")
    out.print(table)
    out.print()
    out.print(", ".join(f"{report.count(outcome):,} {outcome}" for outcome in ORDER))


COMMANDS = (index,)

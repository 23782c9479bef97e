"""A bar on the terminal while a database is read in full."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.cli.terminal.columns import console
from index.keeping import integrity


@contextmanager
def checking_bar() -> Iterator[integrity.Progress]:
    """Show a bar on a terminal, and nothing elsewhere; what is yielded is told how far a check is."""
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
    )
    err = console(error=True)
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("copying", total=None)

        def tell(what: str, done: int, of: int) -> None:
            counted = f", {done:,} of {of:,}" if of else ""
            progress.update(task, completed=done, total=of or None, description=f"checking: {what}{counted}")

        yield tell

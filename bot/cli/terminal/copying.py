"""A bar on the terminal while the copy of an index takes over what the cluster has."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bot.cli.terminal.columns import console


@contextmanager
def copying_bar(what: str = "taken over from the cluster") -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal from the first time on that what is yielded is called: with how much is done, and of how much."""
    columns = (
        BarColumn(bar_width=24),
        TextColumn("{task.completed:>6,.0f} of {task.total:,.0f} changes " + what, markup=False),
        TimeElapsedColumn(),
    )
    err = console(error=True)
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        task = progress.add_task("", total=0, visible=False)

        def tell(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of, visible=True)

        yield tell

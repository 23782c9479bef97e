"""What several commands take: the database, the form of what is printed, dates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.app.paths import database_path, is_in_file, reader_wanted, thresholds_are_set
from index.errors import QueryError
from index.model import SHARED

if TYPE_CHECKING:
    from bot.app.settings import Settings
    from index import Cluster, Index, Inquiry, Thresholds
    from index.following.gathering import Gatherer
    from index.requests import Period

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

FORMS = {
    "json": "Print JSON; docs/json.md says what is in it.",
    "csv": "Print CSV, a line for each {item}.",
    "ics": "Print a calendar of the events whose exact day is known.",
    "markdown": "Print Markdown with numbered sources.",
}


TO_REACH = 3.0
"""Seconds for which a command tries to reach a cluster of which no node answers; chosen: somebody waits for it."""


class FilePath(click.Path):
    """The name of a file, given on as a Path; an empty one is refused, which would stand for the working directory."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the Path; raise BadParameter for an empty name and for a folder."""
        if not str(value).strip():
            self.fail("The name is empty; name a file.", param, ctx)
        return super().convert(value, param, ctx)


def form_options(item: str, *forms: str) -> Callable[[F], F]:
    """Add a flag for each of ``forms``, passed on as ``form: str | None``; two at a time are refused.

    ``item`` is what a line of CSV holds.
    """

    def with_options(function: F) -> F:
        @wraps(function)
        def called(**given: Any) -> Any:
            chosen = [form for form in forms if given.pop(f"as_{form}")]
            if len(chosen) > 1:
                raise click.UsageError(f"Choose one form: --{' or --'.join(chosen)}.")
            return function(form=chosen[0] if chosen else None, **given)

        wrapped: Any = called
        for form in reversed(forms):
            text = FORMS[form].format(item=item)
            wrapped = click.option(f"--{form}", f"as_{form}", is_flag=True, help=text)(wrapped)
        return wrapped  # type: ignore[no-any-return]

    return with_options


def period(since: str | None, until: str | None) -> "Period":
    """Return the days from the first of ``since`` to the last of ``until``, as a person typed them.

    Raises QueryError for what is no date, and for a period that ends before it begins.
    """
    from index.requests import Period

    if since is None and until is None:
        return Period()
    from index import parse_typed_date  # dateparser takes as long to load as an answer

    return Period(
        parse_typed_date(since, _today())[0] if since is not None else None,
        parse_typed_date(until, _today())[1] if until is not None else None,
    )


def words(typed: tuple[str, ...], what: str) -> str | None:
    """Return the words of an argument that may be left out, None where it was.

    Raises QueryError, naming ``what``, where only white space was given, as by a variable that is not set.
    """
    if not typed:
        return None
    joined = " ".join(typed)
    if not joined.strip():
        raise QueryError(f"The {what} is empty; name one, or leave it out.")
    return joined


def one_day(typed: str | None) -> date | None:
    """Return the day that a person typed. Raises QueryError for what is no date, or not one day."""
    if typed is None:
        return None
    from index import may_be_published, parse_typed_date

    first, last = parse_typed_date(typed, _today())
    if first != last:
        raise QueryError(f'"{typed}" is more than one day; give the day, such as 2025-03-14.')
    if not may_be_published(first):
        raise QueryError(f"Nothing can have been published on {first}; give the day, such as 2025-03-14.")
    return first


def _today() -> date:
    return datetime.now().astimezone().date()


def database_option(function: F) -> F:
    """Add ``--database``, passed on as ``database: Path | None``."""
    return click.option(
        "-d",
        "--database",
        type=FilePath(),
        help="The database file, instead of PARLEY_DATABASE and of any cluster.",
    )(function)


def json_option(function: F) -> F:
    """Add ``--json``, passed on as ``as_json: bool``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON; docs/json.md says what is in it."
    )(function)


def collection_option(function: F) -> F:
    """Add ``--collection``, passed on as ``collection: str``."""
    return click.option(
        "--collection",
        default=SHARED,
        show_default=True,
        help="The collection: the one seen everywhere, or `server:` and the id of one Discord server.",
    )(function)


def cluster_at_hand(settings: "Settings") -> "Cluster | None":
    """Return the cluster that the index is in, for who waits before a terminal; None where it is in the file."""
    return None if settings.cluster is None else replace(settings.cluster, to_reach=TO_REACH)


def open_gatherer(index: "Index") -> "Gatherer":
    """Return what fetches for ``index``, as the settings say.

    Raises:
        SettingsError: a setting cannot be used.
    """
    from bot.app.gathering import create_gatherer
    from bot.app.settings import Settings

    async def call(function: "Callable[[Index], T]") -> T:
        return function(index)

    return create_gatherer(Settings.load(), index.reading_process, call)


def open_inquiry(database: Path | None) -> "Inquiry":
    """Open what is in this file, or in the one that is set, to be asked; that waits for nothing that adds.

    Raises:
        StoreUnavailable: there is no such file, or it cannot be opened.
        StoreCorrupt: the file is damaged or no Parley database.
        SettingsError: the file ``.env`` cannot be read, or how sure an answer must be.
    """
    from index import Inquiry

    if not thresholds_are_set() and (database or is_in_file()):
        return Inquiry.open(database or database_path(), reader=reader_wanted())
    from bot.app.settings import Settings
    from bot.cli.terminal.copying import copying_bar

    settings = Settings.load()
    with copying_bar() as tell:
        return Inquiry.open(
            database or settings.index_path,
            reader=settings.reader,
            thresholds=settings.thresholds,
            cluster=None if database else cluster_at_hand(settings),
            progress=tell,
        )


def open_index(
    database: Path | None,
    *,
    create: bool = False,
    adds: bool = False,
    thresholds: "Thresholds | None" = None,
) -> "Index":
    """Open the index in this file, or in the one that is set; with the host's limits where it is made, or ``adds`` is true.

    ``thresholds`` stand for those that are set.

    Raises:
        StoreUnavailable: there is no such file and ``create`` is false, or it cannot be opened.
        StoreCorrupt: the file is damaged or no Parley database.
        SettingsError: the file ``.env`` cannot be read; where documents are added or thresholds set, a setting cannot be used.
    """
    from index import Index

    if not (create or adds or thresholds_are_set()) and (database or is_in_file()):
        # A question reads and prepares nothing, and does not wait for the settings to load.
        return Index.open(
            database or database_path(), create=False, reader=reader_wanted(), thresholds=thresholds
        )
    from bot.app.settings import Settings
    from bot.cli.terminal.copying import copying_bar

    settings = Settings.load()
    with copying_bar() as tell:
        return Index.open(
            database or settings.index_path,
            create=create,
            limits=settings.limits,
            reader=settings.reader,
            thresholds=thresholds or settings.thresholds,
            cluster=None if database else cluster_at_hand(settings),
            progress=tell,
        )

"""What several commands take: the database, JSON instead of text, dates."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from bot.gathering import create_gatherer
from bot.settings import Settings
from index import SHARED, Index
from index.gathering import Gatherer

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

DAY = click.DateTime(formats=["%Y-%m-%d"])


def database_option(function: F) -> F:
    """Add ``--database``, passed on as ``database: Path | None``."""
    return click.option(
        "-d",
        "--database",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The database file, instead of PARLEY_DATABASE.",
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


def open_gatherer(index: Index) -> Gatherer:
    """Return what fetches for ``index``, as the settings say.

    Raises:
        SettingsError: a setting cannot be used.
    """

    async def call(function: Callable[[Index], T]) -> T:
        return function(index)

    return create_gatherer(Settings.load(), index.reading_process, call)


def open_index(database: Path | None, *, create: bool = False) -> Index:
    """Open the index in this file, or in the one that the settings name.

    Raises:
        StoreUnavailable: there is no such file and ``create`` is false, or it cannot be opened.
        StoreCorrupt: the file is damaged or no Parley database.
        SettingsError: a setting cannot be used.
    """
    return Index.open(database or Settings.load().database, create=create)

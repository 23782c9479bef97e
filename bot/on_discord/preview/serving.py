"""The preview from start to stop."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from bot.app.settings import Settings
from bot.on_discord.preview.front import front
from bot.on_discord.preview.stage import stage
from bot.on_discord.service import told_to_stop

READY = """
Parley is ready: {url}
Open this address: a member, a moderator and a direct message, and what to try first. {database}
Stop with Ctrl-C."""


async def serve(settings: Settings, *, port: int = 0, announce: Callable[[str], object] = click.echo) -> None:
    """Serve the preview on the loopback interface until Ctrl-C or SIGTERM.

    ``port`` 0 is any free one. ``announce`` is given the text that says where to look. Without a database of
    the host's own, one is made in a temporary folder and goes with the preview.

    Raises:
        SettingsError: the port is taken.
        StoreUnavailable, StoreCorrupt: the database cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="parley-") as folder, told_to_stop() as told:
        chosen = _with_database(settings, Path(folder))
        database = _about_database(chosen, Path(folder))
        async with stage(chosen) as scene, front(scene, port=port, footnote=database) as url:
            announce(READY.format(url=url, database=database))
            await told.wait()


def _with_database(settings: Settings, folder: Path) -> Settings:
    if "database" in settings.model_fields_set or settings.database.exists():
        return settings
    return settings.model_copy(update={"database": folder / "parley.db"})


def _about_database(settings: Settings, folder: Path) -> str:
    if settings.database.parent == folder:
        return "What it learns here is forgotten when it stops."
    return f"It uses the database {settings.database}."

"""The Discord side of Parley: the client, its commands, its cards, and the command line.

Nothing here is imported until it is asked for, so that ``parley ask`` starts without loading discord.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.app.settings import Settings
    from bot.on_discord.client import Parley

__all__ = ["create_bot"]


def create_bot(settings: Settings | None = None, *, sync_always: bool = False) -> Parley:
    """Return the Discord client, ready for ``start()`` or for a test; nothing is opened or connected yet.

    Without ``settings`` they are read from the environment. ``bot.on_discord.client.create_bot`` explains
    ``sync_always``.

    Raises:
        SettingsError: a setting cannot be used.
    """
    from bot.app.settings import Settings
    from bot.on_discord.client import create_bot as create

    return create(settings or Settings.load(), sync_always=sync_always)

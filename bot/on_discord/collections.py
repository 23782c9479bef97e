"""Which collections are seen where: the host's everywhere, a server's on that server alone."""

import discord

from bot.on_discord.replies import Interaction
from index.model import SHARED

_SERVER = "server:"


def server_collection(guild_id: int) -> str:
    """Return the name of the collection that belongs to a Discord server."""
    return f"{_SERVER}{guild_id}"


def server_of(collection: str) -> int | None:
    """Return the id of the Discord server that a collection belongs to; None for the host's and any other."""
    number = collection.removeprefix(_SERVER)
    return int(number) if number != collection and number.isascii() and number.isdigit() else None


def visible_from(origin: Interaction | discord.Message) -> tuple[str, ...]:
    """Return the collections that may be shown where ``origin`` stands.

    In a direct message, and for somebody who brought the bot along to a server that has not invited it, that
    is the host's alone.
    """
    if isinstance(origin, discord.Message):
        guild_id = origin.guild.id if origin.guild else None
    else:
        guild_id = None if is_brought_along(origin) else origin.guild_id
    return (SHARED,) if guild_id is None else (SHARED, server_collection(guild_id))


def is_brought_along(interaction: Interaction) -> bool:
    """Return whether the bot is here by the installation of the person alone: the server has not invited it."""
    return interaction.is_user_integration() and not interaction.is_guild_integration()

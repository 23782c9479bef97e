"""Who may change what a server has added: Discord hides these commands from others, and the bot looks itself."""

from discord import app_commands

from bot.on_discord.collections import is_brought_along
from bot.on_discord.replies import Interaction


def may_run_server(interaction: Interaction) -> bool:
    """Return whether the person may manage the server, one that has invited the bot, where ``interaction`` stands."""
    permissions = interaction.permissions
    on_server = interaction.guild_id is not None and not is_brought_along(interaction)
    return on_server and (permissions.manage_guild or permissions.administrator)


def require_server_manager(interaction: Interaction) -> bool:
    """Return True for a person who may manage the server.

    Raises:
        NoPrivateMessage: there is no server, or none that has invited the bot.
        MissingPermissions: the person may not manage it.
    """
    if interaction.guild_id is None or is_brought_along(interaction):
        raise app_commands.NoPrivateMessage
    if not may_run_server(interaction):
        raise app_commands.MissingPermissions(["manage_guild"])
    return True

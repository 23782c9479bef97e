"""`/privacy`: what is stored, and delete mine."""

import re
from typing import Any, Self

from discord import app_commands
from discord.ext import commands
from discord.ui import Item

from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.privacy import forgotten_sentence, privacy_card
from bot.on_discord.client import Parley
from bot.on_discord.periodic import Periodic
from bot.on_discord.replies import Interaction, acknowledge, deliver
from bot.on_discord.reporting import ReportingDynamicItem

SECONDS_BETWEEN_DELETIONS = 3_600.0
"""How often it is looked whether something is older than it may become."""


class Privacy(commands.Cog):
    """Says what is stored, and deletes what is old."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot
        self._deleting = Periodic(
            bot,
            "deleting what is old",
            SECONDS_BETWEEN_DELETIONS,
            bot.memory.drop_expired,
            duties=bot.duties,
        )

    async def cog_load(self) -> None:
        self._deleting.start()

    async def cog_unload(self) -> None:
        await self._deleting.stop()

    @app_commands.command(description="See what I store, and delete what is yours")
    @app_commands.describe(delete="Delete what is yours at once")
    async def privacy(self, interaction: Interaction, delete: bool = False) -> None:
        if await acknowledge(interaction, private=True):
            if delete:
                await _delete(interaction)
                return
            feedback = await self.bot.memory.feedback_of(interaction.user.id)
            card = privacy_card(feedback, keep_days=self.bot.settings.keep_days)
            await deliver(interaction, card)


class ForgetButton(ReportingDynamicItem[Item[Any]], template=buttons.FORGET):
    """Deletes what is stored about the person who presses."""

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item)

    async def pressed(self, interaction: Interaction) -> None:
        """Delete it and say how much it was."""
        if await acknowledge(interaction, private=True):
            await _delete(interaction)


async def _delete(interaction: Interaction) -> None:
    count = await interaction.client.memory.forget(interaction.user.id)
    keep_days = interaction.client.settings.keep_days
    await deliver(interaction, forgotten_sentence(count, keep_days=keep_days))


async def setup(bot: Parley) -> None:
    """Add the command and its button to the bot."""
    await bot.add_cog(Privacy(bot))
    bot.add_dynamic_items(ForgetButton)

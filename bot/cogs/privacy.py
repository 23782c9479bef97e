"""`/privacy`: what is stored, and delete mine."""

import re
from typing import Any, Self

from discord import app_commands
from discord.ext import commands
from discord.ui import Item

from bot.cards import buttons
from bot.cards.privacy import forgotten_sentence, privacy_card
from bot.client import Parley
from bot.replies import Interaction, acknowledge, deliver
from bot.reporting import ReportingDynamicItem


class Privacy(commands.Cog):
    """Says what is stored."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="See what I store, and delete what is yours")
    async def privacy(self, interaction: Interaction) -> None:
        """Answer the command."""
        if await acknowledge(interaction, private=True):
            feedback = await self.bot.memory.feedback_of(interaction.user.id)
            card = privacy_card(feedback, keep_days=self.bot.settings.keep_days)
            await deliver(interaction, card, private=True)


class ForgetButton(ReportingDynamicItem[Item[Any]], template=buttons.FORGET):
    """Deletes what is stored about the person who presses."""

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        """Wrap the button."""
        return cls(item)

    async def pressed(self, interaction: Interaction) -> None:
        """Delete it and say how much it was."""
        if await acknowledge(interaction, private=True):
            count = await interaction.client.memory.forget(interaction.user.id)
            await deliver(interaction, forgotten_sentence(count), private=True)


async def setup(bot: Parley) -> None:
    """Add the command and its button to the bot."""
    await bot.add_cog(Privacy(bot))
    bot.add_dynamic_items(ForgetButton)

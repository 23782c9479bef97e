"""`/help`: how to ask."""

from discord import app_commands
from discord.ext import commands

from bot.on_discord.cards.help import help_card
from bot.on_discord.client import Parley
from bot.on_discord.replies import Interaction, acknowledge, deliver


class Help(commands.Cog):
    """Explains the bot."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="See how to ask, and what to expect")
    async def help(self, interaction: Interaction) -> None:
        if await acknowledge(interaction, private=True):
            mention = self.bot.user.mention if self.bot.user else "me"
            await deliver(interaction, help_card(mention))


async def setup(bot: Parley) -> None:
    """Add the command to the bot."""
    await bot.add_cog(Help(bot))

"""The buttons that say whether an answer helped."""

import re
from typing import Any, Self

from discord.ui import Item

from bot.on_discord.cards.parts import buttons
from bot.on_discord.client import Parley
from bot.on_discord.replies import Interaction, acknowledge, deliver
from bot.on_discord.reporting import ReportingDynamicItem

THANKS = "Noted: {verdict}. Press the other button to change it; /privacy deletes it."
TOO_OLD = "This answer is too old to be rated. Ask the question again."


class FeedbackButton(ReportingDynamicItem[Item[Any]], template=buttons.FEEDBACK):
    """Stores what a person says of an answer; only that person is told."""

    def __init__(self, item: Item[Any], question_id: str, *, helpful: bool) -> None:
        super().__init__(item)
        self.question_id = question_id
        self.helpful = helpful

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, match["question"], helpful=match["helpful"] == "1")

    async def pressed(self, interaction: Interaction) -> None:
        """Store it and say so."""
        if await acknowledge(interaction, private=True):
            bot: Parley = interaction.client
            stored = await bot.memory.record_feedback(self.question_id, self.helpful, interaction.user.id)
            verdict = "helpful" if self.helpful else "not helpful"
            await deliver(interaction, THANKS.format(verdict=verdict) if stored else TOO_OLD)


async def setup(bot: Parley) -> None:
    """Add the buttons to the bot."""
    bot.add_dynamic_items(FeedbackButton)

"""The buttons that show more of what was found: further excerpts, an excerpt in its surroundings, and why it was found."""

import re
from typing import Any, Self

from discord.ui import Item

from bot.on_discord.answering import explain, more_excerpts
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.surroundings import surroundings_card
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.replies import Interaction, acknowledge, deliver
from bot.on_discord.reporting import QuestionButton, ReportingDynamicItem
from index.model import Span

NO_MORE = "There is no more to show: the documents have changed, or this question is too old. Ask it again."
TOO_OLD = "This question is too old to be explained. Ask it again."
DOCUMENT_GONE = "This document has been removed or has changed since. Ask your question again."


class MoreButton(ReportingDynamicItem[Item[Any]], template=buttons.MORE):
    """Shows the next excerpts, to the person who presses."""

    def __init__(self, item: Item[Any], question_id: str, skip: int) -> None:
        super().__init__(item)
        self.question_id = question_id
        self.skip = skip

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, match["question"], int(match["skip"]))

    async def pressed(self, interaction: Interaction) -> None:
        """Show the next excerpts."""
        if await acknowledge(interaction, private=True):
            bot: Parley = interaction.client
            card = await more_excerpts(
                bot.library, bot.memory, self.question_id, self.skip, visible_from(interaction)
            )
            await deliver(interaction, card or NO_MORE)


class WhyButton(QuestionButton, template=buttons.WHY):
    """Says why the answer is as it is, to the person who presses."""

    async def pressed(self, interaction: Interaction) -> None:
        """Ask again, and show how it went."""
        if await acknowledge(interaction, private=True):
            bot: Parley = interaction.client
            card = await explain(bot.library, bot.memory, self.question_id, visible_from(interaction))
            await deliver(interaction, card or TOO_OLD)


class SurroundingsButton(ReportingDynamicItem[Item[Any]], template=buttons.SURROUNDINGS):
    """Shows an excerpt with what stands around it, to the person who presses."""

    def __init__(self, item: Item[Any], document_id: str, span: Span) -> None:
        super().__init__(item)
        self.document_id = document_id
        self.span = span

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, match["document"], (int(match["start"]), int(match["end"])))

    async def pressed(self, interaction: Interaction) -> None:
        if await acknowledge(interaction, private=True):
            seen_at = interaction.message.created_at if interaction.message else None
            around = await interaction.client.library.surroundings(
                self.document_id, *self.span, visible_from(interaction), seen_at
            )
            content = DOCUMENT_GONE if around is None else surroundings_card(around)
            await deliver(interaction, content)


async def setup(bot: Parley) -> None:
    """Add the buttons to the bot."""
    bot.add_dynamic_items(MoreButton, WhyButton, SurroundingsButton)

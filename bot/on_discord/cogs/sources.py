"""`/sources`: what the bot knows."""

import re
from typing import Any, Self

from discord import app_commands
from discord.ext import commands
from discord.ui import Item

from bot.app.library import Library
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card
from bot.on_discord.cards.parts.pages import page_count
from bot.on_discord.cards.sources import PAGE, sources_card
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.replies import Interaction, acknowledge, acknowledge_update, deliver, deliver_update
from bot.on_discord.reporting import ReportingDynamicItem
from index import Document, Index


class Sources(commands.Cog):
    """Lists the documents."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="See which documents I know, and how recent they are")
    async def sources(self, interaction: Interaction) -> None:
        if await acknowledge(interaction, private=True):
            await deliver(interaction, await _page(self.bot.library, visible_from(interaction), 0))


class SourcesPageButton(ReportingDynamicItem[Item[Any]], template=buttons.SOURCES_PAGE):
    """Turns the list to another page."""

    def __init__(self, item: Item[Any], page: int) -> None:
        super().__init__(item)
        self.page = page

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, int(match["page"]))

    async def pressed(self, interaction: Interaction) -> None:
        if await acknowledge_update(interaction):
            await deliver_update(
                interaction, await _page(interaction.client.library, visible_from(interaction), self.page)
            )


async def _page(library: Library, collections: tuple[str, ...], page: int) -> Card:
    stats = await library.stats(collections)
    page = min(page, page_count(stats.documents, PAGE) - 1)
    documents, updated = await library.call(_documents, collections, page)
    return sources_card(documents, stats, page, updated)


def _documents(
    index: Index, collections: tuple[str, ...], page: int
) -> tuple[tuple[Document, ...], frozenset[str]]:
    """Return the documents on a page, and the ids of those that have replaced a former version."""
    documents = index.documents(collections, limit=PAGE, offset=page * PAGE)
    return documents, frozenset(item.id for item in documents if index.former_versions(item.id))


async def setup(bot: Parley) -> None:
    """Add the command and its buttons to the bot."""
    await bot.add_cog(Sources(bot))
    bot.add_dynamic_items(SourcesPageButton)

"""`/compare`: two documents, or two versions of one, side by side."""

from collections.abc import Sequence
from dataclasses import replace

from discord import app_commands
from discord.ext import commands

from bot.app.library import Library
from bot.app.schemas.documents import ComparisonOutput
from bot.app.showing.exports import comparison_to_markdown
from bot.on_discord.cards.compare import comparison_card
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.options import Choices, choices
from bot.on_discord.remembered import ExportButton, Listing, PageButton
from bot.on_discord.replies import Interaction, acknowledge, deliver
from index import Index
from index.errors import Busy
from index.model import Comparison
from index.requests import CompareRequest

MAX_NAME = 200
"""Characters of a name of a document that may be typed; chosen: more than titles have that people type."""

NOT_REMEMBERED = "This comparison is too old to be shown again. Ask for it again with /compare."
EXPORTED = "The whole comparison."

Named = app_commands.Range[str, 1, MAX_NAME]


class Comparing(commands.Cog):
    """Shows documents side by side."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="Two documents, or two versions of one, side by side")
    @app_commands.describe(
        before="The earlier one: words of its title",
        after="The later one; left out, what the first said earlier and says now",
    )
    async def compare(self, interaction: Interaction, before: Named, after: Named | None = None) -> None:
        if not await acknowledge(interaction, private=False):
            return
        request = CompareRequest(before, after)
        found = await _found(interaction, request)
        comparison_id = await COMPARISONS.remember(self.bot, request)
        await deliver(interaction, _card(found, request, 0, comparison_id))

    @compare.autocomplete("before")
    @compare.autocomplete("after")
    async def suggest_documents(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest the documents whose title holds what has been typed."""
        try:
            titled = await self.bot.library.call(Index.titles, visible_from(interaction))
        except Busy:
            return []
        wanted = typed.casefold()
        return choices((one.title, one.id) for one in titled if wanted in one.title.casefold())


async def _found(interaction: Interaction, request: CompareRequest) -> tuple[Comparison, ...]:
    library: Library = interaction.client.library
    filters = replace(request.filters, collections=visible_from(interaction))
    return (await library.call(Index.comparison, replace(request, filters=filters)),)


def _card(
    found: tuple[Comparison, ...], _request: CompareRequest, page: int, comparison_id: str | None
) -> Card:
    (comparison,) = found
    return comparison_card(comparison, page, comparison_id)


def _texts(found: tuple[Comparison, ...], _request: CompareRequest) -> dict[str, str | None]:
    (comparison,) = found
    return {
        "md": comparison_to_markdown(comparison),
        "json": ComparisonOutput.of(comparison).model_dump_json(indent=2),
    }


def _told(_comparisons: int, _files: Sequence[str]) -> str:
    return EXPORTED


COMPARISONS = Listing(
    CompareRequest, _found, _card, _texts, name="comparison", told=_told, forgotten=NOT_REMEMBERED
)


class ComparisonPageButton(PageButton, template=buttons.COMPARISON_PAGE):
    """Turns a comparison to another page."""

    listing = COMPARISONS


class ComparisonExportButton(ExportButton, template=buttons.COMPARISON_EXPORT):
    """Gives a comparison as files."""

    listing = COMPARISONS


async def setup(bot: Parley) -> None:
    """Add the command and its buttons to the bot."""
    await bot.add_cog(Comparing(bot))
    bot.add_dynamic_items(ComparisonPageButton, ComparisonExportButton)

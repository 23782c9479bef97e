"""`/quotes`, `/stance`, and "Find the source" on a message: who said what, and where words come from."""

from collections.abc import Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.app.library import Library
from bot.app.schemas.quotations import QuotesOutput
from bot.app.showing.exports import quotes_to_csv, quotes_to_markdown
from bot.app.showing.quoting import heading
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.quotes import quotes_card, sources_card
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.options import CHOICE_LENGTH, Choices, Name, TypedDate, choices, period, suggest
from bot.on_discord.remembered import ExportButton, Listing, PageButton
from bot.on_discord.replies import Interaction, acknowledge, deliver
from index import Index
from index.errors import Busy
from index.model import Quotation, Speaker
from index.requests import AskRequest, Filters, QuotesRequest, within

LIMIT = 60
"""Quotations that are looked through at most."""
MAX_TOPIC = 200
"""Characters of a topic that may be asked for; chosen: a topic is a few words."""
MAX_CLAIM = 300
"""Characters of a message that are asked about when no document has its words."""

NOT_REMEMBERED = "These quotations are too old to be shown again. Ask for them again with /quotes."
EXPORTED = "All of them. Quotations: {count}."
NO_WORDS = "This message has no words to look for."

Topic = app_commands.Range[str, 1, MAX_TOPIC]


class Quotes(commands.Cog):
    """Shows who said what."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="Who said what, word for word, with date and source")
    @app_commands.describe(
        speaker="Whose words; everybody's when left out",
        about="What they are about",
        since="Only words said then or later: 2025-03-14, March 2025, last month",
        until="Only words said then or earlier: 2025-03-14, March 2025, last month",
        source="Only from documents of this publisher",
    )
    async def quotes(
        self,
        interaction: Interaction,
        speaker: Name | None = None,
        about: Topic | None = None,
        since: TypedDate | None = None,
        until: TypedDate | None = None,
        source: Name | None = None,
    ) -> None:
        if not await acknowledge(interaction, private=False):
            return
        days = await period(interaction, since, until)
        who = (speaker,) if speaker else ()
        await self._show(interaction, QuotesRequest(who, about, days, Filters(publisher=source)))

    @app_commands.command(description="What somebody said on a topic, from first to last")
    @app_commands.describe(
        speaker="Whose words", topic="On what", other="Whose words to show beside them, by the same days"
    )
    async def stance(
        self, interaction: Interaction, speaker: Name, topic: Topic, other: Name | None = None
    ) -> None:
        if not await acknowledge(interaction, private=False):
            return
        speakers = (speaker, other) if other else (speaker,)
        await self._show(interaction, QuotesRequest(speakers, topic, chronological=True))

    @quotes.autocomplete("speaker")
    @stance.autocomplete("speaker")
    @stance.autocomplete("other")
    async def suggest_speakers(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest the speakers whose name or role holds what has been typed, most quoted first."""
        try:
            speakers = await self.bot.library.call(Index.speakers, visible_from(interaction))
        except Busy:
            return []
        wanted = typed.casefold()
        fitting = [
            speaker for speaker in speakers if wanted in f"{speaker.name} {speaker.role or ''}".casefold()
        ]
        return choices((_name(speaker), speaker.name[:CHOICE_LENGTH]) for speaker in fitting)

    @quotes.autocomplete("source")
    async def suggest_sources(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest publishers whose name holds what has been typed."""
        return await suggest(interaction, Index.publishers, typed)

    async def find_source(self, interaction: Interaction, message: discord.Message) -> None:
        """Show, to the person alone, which documents hold the words of ``message`` or speak of what it says."""
        if not await acknowledge(interaction, private=True):
            return
        text = message.content.strip()
        if not text:
            await deliver(interaction, NO_WORDS)
            return
        collections = visible_from(interaction)
        verbatim = await self.bot.library.call(Index.trace, text, collections=collections)
        excerpts = verbatim
        if not verbatim:
            answer = await self.bot.library.ask(AskRequest(_claim(text), Filters(collections=collections)))
            excerpts = answer.excerpts
        await deliver(interaction, sources_card(excerpts, verbatim=bool(verbatim)))

    async def _show(self, interaction: Interaction, request: QuotesRequest) -> None:
        found = await _quotations(interaction, request)
        quotes_id = await QUOTATIONS.remember(self.bot, request)
        await deliver(interaction, quotes_card(found, request, 0, quotes_id))


async def _quotations(interaction: Interaction, request: QuotesRequest) -> tuple[Quotation, ...]:
    library: Library = interaction.client.library
    return await library.quotations(within(request, visible_from(interaction), LIMIT))


def _texts(quotations: tuple[Quotation, ...], request: QuotesRequest) -> dict[str, str | None]:
    who = " and ".join(request.speakers) or None
    output = QuotesOutput.of(speaker=who, about=request.about, quotations=quotations)
    return {
        "csv": quotes_to_csv(quotations),
        "json": output.model_dump_json(indent=2),
        "md": quotes_to_markdown(quotations, heading(who, request.about)),
    }


def _told(quotations: int, _files: Sequence[str]) -> str:
    return EXPORTED.format(count=quotations)


QUOTATIONS = Listing(
    QuotesRequest, _quotations, quotes_card, _texts, name="quotations", told=_told, forgotten=NOT_REMEMBERED
)


class QuotesPageButton(PageButton, template=buttons.QUOTES_PAGE):
    """Turns quotations to another page."""

    listing = QUOTATIONS


class QuotesExportButton(ExportButton, template=buttons.QUOTES_EXPORT):
    """Gives quotations as files."""

    listing = QUOTATIONS


def _name(speaker: Speaker) -> str:
    return f"{speaker.name} ({', '.join(filter(None, (speaker.role, str(speaker.quotations))))})"


def _claim(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MAX_CLAIM else words[:MAX_CLAIM].rsplit(" ", 1)[0]


async def setup(bot: Parley) -> None:
    """Add the commands, the message's menu and the buttons to the bot."""
    cog = Quotes(bot)
    await bot.add_cog(cog)
    bot.tree.add_command(app_commands.ContextMenu(name="Find the source", callback=cog.find_source))
    bot.add_dynamic_items(QuotesPageButton, QuotesExportButton)

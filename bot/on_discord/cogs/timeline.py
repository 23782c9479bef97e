"""`/timeline`: what happened when, as a list, a picture or files."""

import asyncio
import io
from collections.abc import Sequence
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.app.library import Library
from bot.app.schemas.timelines import TimelineOutput
from bot.app.showing.exports import to_csv, to_ics, to_markdown
from bot.app.showing.timelines import MOST_ON_PICTURE, alt_text, heading
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.timeline import LIMIT, PICTURE_NAME, picture_card, timeline_card
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.options import Choices, Name, TypedDate, period, suggest
from bot.on_discord.remembered import ExportButton, Listing, PageButton, RememberedButton
from bot.on_discord.replies import Interaction, acknowledge, deliver
from index import Index
from index.model import Event
from index.requests import Filters, TimelineRequest, within

MAX_TOPIC = 200
"""Characters of a topic that may be asked for; chosen: a topic is a few words."""

NOT_REMEMBERED = "This timeline is too old to be shown again. Ask for it again with /timeline."
EXPORTED = "The whole timeline. Events: {count}. {calendar}"
IN_CALENDAR = "The calendar holds those whose exact day is known."
NO_CALENDAR = "No calendar: none of them has an exact day."

Style = Literal["list", "picture"]


class Timelines(commands.Cog):
    """Shows timelines."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="What happened when, in the words of the documents")
    @app_commands.describe(
        topic="What it is about; everything when left out",
        since="Only events then or later: 2025-03-14, March 2025, last month",
        until="Only events then or earlier: 2025-03-14, March 2025, last month",
        actor="Only events that name this person, place or organisation",
        source="Only from documents of this publisher",
        style="A list to read, or a picture to look at",
    )
    async def timeline(
        self,
        interaction: Interaction,
        topic: app_commands.Range[str, 1, MAX_TOPIC] | None = None,
        since: TypedDate | None = None,
        until: TypedDate | None = None,
        actor: Name | None = None,
        source: Name | None = None,
        style: Style = "list",
    ) -> None:
        if not await acknowledge(interaction, private=False):
            return
        days = await period(interaction, since, until)
        request = TimelineRequest(topic, days, actor, Filters(publisher=source))
        events = await _events(interaction, request)
        timeline_id = await TIMELINES.remember(self.bot, request)
        if style == "picture":
            await _deliver_picture(interaction, events, request, timeline_id)
        else:
            await deliver(interaction, timeline_card(events, request, 0, timeline_id))

    @timeline.autocomplete("actor")
    async def suggest_actors(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest names in the events that hold what has been typed."""
        return await suggest(interaction, Index.actors, typed)

    @timeline.autocomplete("source")
    async def suggest_sources(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest publishers whose name holds what has been typed."""
        return await suggest(interaction, Index.publishers, typed)


def _texts(events: tuple[Event, ...], request: TimelineRequest) -> dict[str, str | None]:
    """Return the timeline in every form; None for a calendar when no event has an exact day."""
    return {
        "csv": to_csv(events),
        "json": TimelineOutput.of(topic=request.topic, events=events).model_dump_json(indent=2),
        "md": to_markdown(events, heading(request.topic)),
        "ics": to_ics(events),
    }


def _told(events: int, files: Sequence[str]) -> str:
    has_calendar = any(name.endswith(".ics") for name in files)
    return EXPORTED.format(count=events, calendar=IN_CALENDAR if has_calendar else NO_CALENDAR)


async def _events(
    interaction: Interaction, request: TimelineRequest, limit: int = LIMIT
) -> tuple[Event, ...]:
    library: Library = interaction.client.library
    return await library.events(within(request, visible_from(interaction), limit))


TIMELINES = Listing(
    TimelineRequest, _events, timeline_card, _texts, name="timeline", told=_told, forgotten=NOT_REMEMBERED
)


class TimelinePageButton(PageButton, template=buttons.TIMELINE_PAGE):
    """Turns a timeline to another page."""

    listing = TIMELINES


class TimelineListButton(RememberedButton, template=buttons.TIMELINE_LIST):
    """Shows a timeline as a list."""

    listing = TIMELINES


class TimelinePictureButton(RememberedButton, template=buttons.TIMELINE_PICTURE):
    """Shows a timeline as a picture."""

    listing = TIMELINES

    async def show(
        self, interaction: Interaction, found: tuple[Event, ...], request: TimelineRequest
    ) -> None:
        await _deliver_picture(interaction, found, request, self.request_id)


class TimelineExportButton(ExportButton, template=buttons.TIMELINE_EXPORT):
    """Gives a timeline as files."""

    listing = TIMELINES


async def _deliver_picture(
    interaction: Interaction,
    events: tuple[Event, ...],
    request: TimelineRequest,
    timeline_id: str | None,
) -> None:
    above = heading(request.topic)
    shown = events
    if len(events) > MOST_ON_PICTURE:
        shown = await _events(interaction, request, MOST_ON_PICTURE)
    picture = await asyncio.to_thread(_drawn, shown, above)
    card = picture_card(len(events), shown, request, alt_text(shown, above), timeline_id)
    file = discord.File(io.BytesIO(picture), PICTURE_NAME)
    await deliver(interaction, card, files=[file])


def _drawn(events: Sequence[Event], above: str) -> bytes:
    from bot.app.showing.charts import (
        draw_timeline,
    )  # Matplotlib takes half a second to load, and most bots draw nothing

    return draw_timeline(events, above)


async def setup(bot: Parley) -> None:
    """Add the command and its buttons to the bot."""
    await bot.add_cog(Timelines(bot))
    bot.add_dynamic_items(TimelinePageButton, TimelineListButton, TimelinePictureButton, TimelineExportButton)

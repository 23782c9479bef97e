"""`/brief`: what is new since a date."""

from datetime import date, timedelta

from discord import app_commands
from discord.ext import commands

from bot.on_discord.cards.brief import Brief, brief_card
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.options import TypedDate, period
from bot.on_discord.replies import Interaction, acknowledge, deliver
from index import Index
from index.errors import QueryError
from index.model import Event, Quotation
from index.requests import Filters, Period

DEFAULT_PERIOD = timedelta(days=7)
"""How far back from the newest document a brief goes when no date is given."""

LOOKED_AT = 200
"""Events and quotations that the newest are chosen from."""


class Briefs(commands.Cog):
    """Shows what is new."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="See what is new: the newest events and quotations, cited")
    @app_commands.describe(
        since="Since when: 2025-03-14, March 2025, last week; else the last seven days I know"
    )
    async def brief(self, interaction: Interaction, since: TypedDate | None = None) -> None:
        if await acknowledge(interaction, private=False):
            start = await period(interaction, since, None)
            brief = await self.bot.library.call(_brief, start.since, visible_from(interaction))
            await deliver(interaction, brief_card(brief))


def _brief(index: Index, since: date | None, collections: tuple[str, ...]) -> Brief:
    with index.searching():
        newest = index.stats(collections).newest
        if since is None:
            since = (newest or date.today()) - DEFAULT_PERIOD
        count = index.count(Filters(Period(since), collections=collections))
        return Brief(
            since, newest, count, _events(index, since, collections), _quotations(index, since, collections)
        )


def _events(index: Index, since: date, collections: tuple[str, ...]) -> tuple[Event, ...]:
    try:
        found = index.timeline(since=since, collections=collections, limit=LOOKED_AT)
    except QueryError:
        # Nothing is dated since then: the brief says so.
        return ()
    new = [event for event in found if event.latest is not None and _is_new(event.document.published, since)]
    return tuple(sorted(new, key=_recency, reverse=True))


def _recency(event: Event) -> tuple[bool, date, date]:
    """Return what puts the newest first, and what is still to come last. A week is not newer than the document that
    speaks of it."""
    assert event.latest is not None
    last = min(event.latest, event.document.published or event.latest)
    return not event.planned, last, event.earliest or last


def _quotations(index: Index, since: date, collections: tuple[str, ...]) -> tuple[Quotation, ...]:
    try:
        found = index.quotes(since=since, collections=collections, limit=LOOKED_AT)
    except QueryError:
        # Nobody is quoted since then: the brief says so.
        return ()
    return tuple(quotation for quotation in found if _is_new(quotation.document.published, since))


def _is_new(published: date | None, since: date) -> bool:
    return published is not None and published >= since


async def setup(bot: Parley) -> None:
    """Add the command to the bot."""
    await bot.add_cog(Briefs(bot))

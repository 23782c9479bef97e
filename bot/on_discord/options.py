"""What several commands take from a person: a period, and names that are suggested while they are typed."""

import asyncio
from collections.abc import Callable, Iterable

from discord import app_commands

from bot.app.showing.readable import readable
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.replies import Interaction
from index import Index, parse_typed_date
from index.errors import Busy
from index.requests import Period

CHOICES = 25
"""Suggestions that Discord shows for an option."""

CHOICE_LENGTH = 100
"""Characters of a choice: Discord's limit (Developer docs, Application commands: choice ``name`` and ``value``)."""

Choices = list[app_commands.Choice[str]]
TypedDate = app_commands.Range[str, 1, 60]
Name = app_commands.Range[str, 1, CHOICE_LENGTH]

Names = Callable[[Index, tuple[str, ...]], Iterable[str]]


async def period(interaction: Interaction, since: str | None, until: str | None) -> Period:
    """Return the days from the first of ``since`` to the last of ``until``, as they were typed.

    Raises QueryError for what is no date, and for a period that ends before it begins.
    """
    # Off the event loop: words that are no date are looked up in many languages, which must first be loaded.
    today = interaction.created_at.date()
    first = await asyncio.to_thread(parse_typed_date, since, today) if since else None
    last = await asyncio.to_thread(parse_typed_date, until, today) if until else None
    return Period(first and first[0], last and last[1])


async def suggest(interaction: Interaction, names: Names, typed: str) -> Choices:
    """Return the names, of those that may be seen where this is typed, that hold it; none while too much is waiting."""
    bot: Parley = interaction.client
    try:
        found = await bot.library.call(names, visible_from(interaction))
    except Busy:
        return []
    wanted = typed.casefold()
    return choices((name, name) for name in found if wanted in name.casefold() and len(name) <= CHOICE_LENGTH)


def choices(named: Iterable[tuple[str, str]]) -> Choices:
    """Return as many suggestions as are shown, each of what is read and of the value behind it."""
    shown = [(readable(name)[:CHOICE_LENGTH] or "Unnamed", value) for name, value in named]
    return [app_commands.Choice(name=name, value=value) for name, value in shown[:CHOICES]]

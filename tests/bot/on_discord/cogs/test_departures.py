"""What belongs to a server that the bot has left is kept for a while, and then deleted."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app.memory.departures import KEPT
from bot.on_discord.cogs.departures import Departures
from bot.on_discord.cogs.source import Source
from bot.on_discord.collections import server_collection, server_of
from index.model import Document
from tests.conftest import Server

ELSEWHERE = 424_242


@pytest.fixture
def departures(server: Server) -> Departures:
    cog = server.bot.get_cog("Departures")
    assert isinstance(cog, Departures)
    return cog


async def fill(server: Server, guild_id: int) -> str:
    collection = server_collection(guild_id)
    document = Document(key="a", title="Talks", text="The talks ended.", collection=collection)
    await server.bot.library.write(lambda index: index.add_documents([document]))
    await server.bot.library.write(
        lambda index: index.feeds.add("https://a.example/feed", collection=collection)
    )
    return collection


async def held(server: Server, collection: str) -> tuple[int, int]:
    return await server.bot.library.call(
        lambda index: (index.stats((collection,)).documents, len(index.feeds.list([collection])))
    )


async def test_it_is_deleted_when_its_time_is_over_and_not_before(
    server: Server, departures: Departures
) -> None:
    theirs, ours = await fill(server, ELSEWHERE), await fill(server, server.guild.id)
    now = datetime.now(UTC)
    assert await departures.look(now) == ()
    assert await departures.look(now + KEPT - timedelta(minutes=1)) == ()
    assert await held(server, theirs) == (1, 1)
    assert await departures.look(now + KEPT) == (theirs,)
    assert await held(server, theirs) == (0, 0)
    assert await held(server, ours) == (1, 1)
    assert (await server.bot.library.stats()).documents == 2
    assert await departures.look(now + 2 * KEPT) == ()


async def test_a_server_that_the_bot_is_invited_back_to_keeps_all(
    server: Server, departures: Departures
) -> None:
    ours = await fill(server, server.guild.id)
    guild = server.bot.get_guild(server.guild.id)
    assert guild is not None
    await departures.on_guild_remove(guild)
    await departures.on_guild_join(guild)
    assert await departures.look(datetime.now(UTC) + 2 * KEPT) == ()
    assert await held(server, ours) == (1, 1)


async def test_it_is_remembered_over_a_restart(server: Server, departures: Departures) -> None:
    theirs = await fill(server, ELSEWHERE)
    now = datetime.now(UTC)
    await departures.look(now)
    await server.restart()
    again = server.bot.get_cog("Departures")
    assert isinstance(again, Departures)
    assert await again.look(now + KEPT) == (theirs,)


async def test_the_feeds_of_a_server_that_was_left_rest(server: Server) -> None:
    await fill(server, ELSEWHERE)
    source = server.bot.get_cog(Source.__cog_name__)
    assert isinstance(source, Source)
    assert await source.refresh_due() == ()


@pytest.mark.parametrize(
    ("collection", "guild_id"),
    [
        ("server:7", 7),
        ("shared", None),
        ("server:", None),
        ("server:x", None),
        ("7", None),
        ("server:७", None),
    ],
)
def test_a_collection_names_its_server(collection: str, guild_id: int | None) -> None:
    assert server_of(collection) == guild_id

"""`/alerts`: a channel is told when a new document speaks of a topic."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from bot.app.memory.alerts import Alert, alerts_of, put_waiting
from bot.app.settings import Settings
from bot.on_discord.client import create_bot
from bot.on_discord.cogs.alerts import MOST_AT_ONCE, MOST_FROM_OUTSIDE, SECONDS_BETWEEN_LOOKS, Alerts
from index import Index
from index.model import Document
from tests.conftest import Server
from tests.reading import response_of, text_of

STORY = Document(
    key="https://gazette.example/exchange",
    title="Prisoners to be exchanged",
    text="\n\n".join(
        (
            "Norland and Sudria will exchange forty prisoners at the bridge of Port Amity on Friday morning.",
            "The exchange was agreed after three days of talks in the customs house by the river Anda.",
            "Buses will bring the prisoners to the bridge, where doctors of both sides will see them.",
            "Minister Ilse Brandt said that further exchanges would follow before the end of the year.",
        )
    ),
    publisher="Gazette",
    url="https://gazette.example/exchange",
    published=date(2025, 3, 14),
)
NIGHT = datetime(2025, 3, 14, 23, 30, tzinfo=UTC)
MORNING = datetime(2025, 3, 15, 7, 0, tzinfo=UTC)


@pytest.fixture
def olga(server: Server) -> MemberActor:
    role = server.guild.create_role("Hosts", permissions=discord.Permissions(manage_guild=True))
    return server.guild.add_member(server.env.create_user("olga"), roles=[role])


@pytest.fixture
def alerts(server: Server) -> Alerts:
    cog = server.bot.get_cog("Alerts")
    assert isinstance(cog, Alerts)
    return cog


def told(shown: InteractionResult) -> str:
    messages = [*shown.followups, *([shown.response] if shown.response else [])]
    return " ".join(message.content or "" for message in messages)


async def bring(server: Server, alerts: Alerts, *documents: Document) -> None:
    report = await server.bot.library.write(lambda index: index.add_documents(documents))
    await alerts.on_documents_added(
        tuple(item.document_id for item in report if item.outcome == "added" and item.document_id)
    )


def messages(server: Server) -> list[str]:
    return in_channel(server.channel)


def in_channel(channel: ChannelHandle) -> list[str]:
    return [text_of(message) for message in channel.history() if "New on: " in text_of(message)]


async def test_the_channel_gets_the_words_and_the_citation(
    server: Server, olga: MemberActor, alerts: Alerts
) -> None:
    shown = await olga.slash(server.channel, "alerts add", topic="prisoner exchange", channel=server.channel)
    assert "prisoner exchange in <#" in told(shown)
    await bring(
        server, alerts, STORY, replace(STORY, key="b", title="Herring", text="The herring catch was small.")
    )
    (message,) = messages(server)
    assert "New on: prisoner exchange" in message
    assert "**exchange** forty **prisoners**" in message
    assert "Prisoners to be exchanged · Gazette · 14 March 2025 · paragraph 1" in message


async def test_one_story_is_told_once_whoever_prints_it_and_however_often(
    server: Server, olga: MemberActor, alerts: Alerts
) -> None:
    await olga.slash(server.channel, "alerts add", topic="prisoner exchange", channel=server.channel)
    await bring(server, alerts, STORY)
    await bring(server, alerts, replace(STORY, key="https://herald.example/1", publisher="Herald"))
    await bring(server, alerts, replace(STORY, text=STORY.text + " More."))
    await alerts.on_documents_added((STORY.id,))
    assert len(messages(server)) == 1


async def test_a_document_that_takes_too_long_to_look_through_keeps_no_other_waiting(
    server: Server, olga: MemberActor, alerts: Alerts, settings: Settings
) -> None:
    hasty = settings.model_copy(update={"document_seconds": 0.1})
    await server.bot.close()
    await server.env.restart_bot(create_bot(hasty))
    await olga.slash(server.channel, "alerts add", topic="prisoners", channel=server.channel)
    # Neither a name nor a date, which take longer to find when it is added than the topic to look for.
    long = replace(
        STORY,
        key="long",
        title="Long",
        text="The talks went on and on in the old house by the river. " * 24_000,
    )
    index_in_the_shell(server, long, STORY)
    again = server.bot.get_cog("Alerts")
    assert isinstance(again, Alerts)
    await put_waiting(server.bot.memory, [long.id, STORY.id])
    assert await again.tell(MORNING) == 1
    assert await again.tell(MORNING) == 0


async def test_in_quiet_hours_it_waits(server: Server, olga: MemberActor, alerts: Alerts) -> None:
    await olga.slash(
        server.channel, "alerts add", topic="prisoners", channel=server.channel, quiet_from=22, quiet_to=7
    )
    await server.bot.library.write(lambda index: index.add_documents([STORY]))
    assert len(await alerts_of(server.bot.memory)) == 1
    await put_waiting(server.bot.memory, [STORY.id])
    assert await alerts.tell(NIGHT) == 0
    assert messages(server) == []
    assert await alerts.tell(MORNING) == 1
    assert await alerts.tell(MORNING) == 0
    assert len(messages(server)) == 1


@pytest.mark.parametrize(
    ("start", "end", "quiet"),
    [(22, 7, {22, 23, 0, 6}), (0, 6, {0, 5}), (9, 9, set()), (None, None, set())],
)
def test_quiet_hours_may_go_over_midnight(start: int | None, end: int | None, quiet: set[int]) -> None:
    alert = Alert(1, 1, 1, "x", start, end)
    loud = {7, 12, 21} if start == 22 else {6, 9, 23}
    assert all(alert.is_quiet(datetime(2025, 3, 14, hour, 59, tzinfo=UTC)) for hour in quiet)
    assert not any(alert.is_quiet(datetime(2025, 3, 14, hour, 0, tzinfo=UTC)) for hour in loud)


async def test_many_at_once_are_told_a_few_at_a_time(
    server: Server, olga: MemberActor, alerts: Alerts
) -> None:
    await olga.slash(server.channel, "alerts add", topic="round", channel=server.channel)
    await bring(
        server,
        alerts,
        *(
            replace(STORY, key=str(number), text=f"Round {number} of the talks was held.")
            for number in range(MOST_AT_ONCE + 2)
        ),
    )
    assert len(messages(server)) == MOST_AT_ONCE
    assert await alerts.tell(MORNING) == 2


def index_in_the_shell(server: Server, *documents: Document) -> None:
    with Index.open(server.bot.settings.database, create=False) as index:
        index.add_documents(documents)


async def test_documents_that_another_program_adds_are_told(
    server: Server, olga: MemberActor, alerts: Alerts
) -> None:
    await olga.slash(server.channel, "alerts add", topic="prisoner exchange", channel=server.channel)
    await server.env.advance_time(1)
    await asyncio.to_thread(index_in_the_shell, server, STORY)
    await server.env.advance_time(SECONDS_BETWEEN_LOOKS + 1)
    assert len(messages(server)) == 1
    await asyncio.to_thread(index_in_the_shell, server, replace(STORY, text=STORY.text + " More."))
    await server.env.advance_time(SECONDS_BETWEEN_LOOKS + 1)
    assert len(messages(server)) == 1


async def test_what_was_there_and_what_was_only_edited_is_no_news(
    server: Server, olga: MemberActor, alerts: Alerts
) -> None:
    await server.bot.library.write(lambda index: index.add_documents([STORY]))
    await alerts.take_in_new()
    other = replace(STORY, key="b", title="Herring", text="The herring catch was small.")
    await asyncio.to_thread(index_in_the_shell, server, replace(STORY, text="The exchange is off."), other)
    assert await alerts.take_in_new() == (other.id,)
    assert await alerts.take_in_new() == ()


async def test_a_whole_collection_is_no_news(server: Server, olga: MemberActor, alerts: Alerts) -> None:
    await alerts.take_in_new()
    many = [
        replace(STORY, key=str(number), text=f"Round {number}.") for number in range(MOST_FROM_OUTSIDE + 1)
    ]
    await asyncio.to_thread(index_in_the_shell, server, *many)
    assert await alerts.take_in_new() == ()
    assert await alerts.take_in_new() == ()


async def test_alerts_are_listed_and_removed(server: Server, olga: MemberActor, alerts: Alerts) -> None:
    listed = await olga.slash(server.channel, "alerts list")
    assert "None yet" in text_of(response_of(listed))
    await olga.slash(
        server.channel,
        "alerts add",
        topic="*grain* corridor",
        channel=server.channel,
        quiet_from=0,
        quiet_to=6,
    )
    listed = await olga.slash(server.channel, "alerts list")
    assert "\\*grain\\* corridor in <#" in text_of(response_of(listed))
    assert "quiet from 00:00 to 06:00 UTC" in text_of(response_of(listed))
    (choice,) = await olga.autocomplete(server.channel, "alerts remove", "alert", "GRAIN")
    removed = await olga.slash(server.channel, "alerts remove", alert=choice["value"])
    assert "No longer: " in told(removed)
    await bring(server, alerts, replace(STORY, text="The grain corridor is open."))
    assert messages(server) == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"topic": "the of"}, "no word that could be looked for"),
        ({"topic": "grain", "quiet_from": 3}, "both their beginning and their end"),
    ],
)
async def test_an_alert_that_cannot_be_is_refused_in_a_sentence(
    server: Server, olga: MemberActor, alerts: Alerts, options: dict[str, object], sentence: str
) -> None:
    shown = await olga.slash(server.channel, "alerts add", channel=server.channel, **options)
    assert sentence in told(shown)
    assert server.env.errors


async def test_a_channel_where_the_bot_may_not_write_is_refused(
    server: Server, olga: MemberActor, alerts: Alerts
) -> None:
    closed = server.channel_where_the_bot(send_messages=False)
    shown = await olga.slash(server.channel, "alerts add", topic="grain", channel=closed)
    assert "I may not write in" in told(shown)
    assert server.env.errors


async def test_another_server_sees_and_is_told_nothing(
    server: Server, olga: MemberActor, alerts: Alerts
) -> None:
    guild = server.env.create_guild("Elsewhere")
    channel = guild.create_text_channel("questions")
    role = guild.create_role("Hosts", permissions=discord.Permissions(manage_guild=True))
    bob = guild.add_member(server.env.create_user("bob"), roles=[role])
    await bob.slash(channel, "alerts add", topic="prisoners", channel=channel)
    await olga.slash(server.channel, "alerts add", topic="prisoners", channel=server.channel)
    await bring(server, alerts, replace(STORY, collection=f"server:{server.guild.id}"))
    assert len(messages(server)) == 1
    assert in_channel(channel) == []
    assert await bob.autocomplete(channel, "alerts remove", "alert", "") != []
    (mine,) = await alerts_of(server.bot.memory, server.guild.id)
    shown = await bob.slash(channel, "alerts remove", alert=str(mine.id))
    assert "no such alert" in told(shown)
    assert len(await alerts_of(server.bot.memory)) == 2
    assert server.env.errors

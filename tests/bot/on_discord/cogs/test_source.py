"""`/source`: documents of a server's own, seen there and nowhere else."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from aiohttp import web
from simcord.actors import MemberActor
from simcord.builders import GuildHandle
from simcord.results import InteractionResult

from bot.app.memory.additions import PATIENCE, PendingAdditions, ReadDocuments
from bot.app.settings import Settings
from bot.on_discord.cogs.source import Source
from tests.conftest import Server
from tests.reading import custom_id, labels, response_of, text_of

HOST = "127.0.0.9"
ARTICLE = (
    "Norland and Sudria agreed to reopen the bridge at Port Amity. "
    "Farmers may cross it with grain from the first of June. "
    "Minister Ilse Brandt called it a first step."
)
QUESTION = "Who may cross the bridge with grain?"
WORDS = "with grain from the first of June"


class Site:
    """A site with pages and one feed."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.items: list[str] = []
        self.base = ""

    async def answer(self, request: web.Request) -> web.Response:
        if request.path == "/feed":
            body = (
                "<rss version='2.0'><channel><title>Delta Wire</title>"
                + "".join(self.items)
                + "</channel></rss>"
            )
            return web.Response(text=body, content_type="application/rss+xml")
        page = self.pages.get(request.path)
        return web.Response(text=page, content_type="text/html") if page else web.Response(status=404)

    def page(self, path: str, text: str, title: str = "Bridge to reopen") -> str:
        self.pages[path] = (
            f"<html><head><title>{title}</title></head><body><article><p>{text}</p></article></body></html>"
        )
        return self.base + path

    def item(self, name: str, text: str) -> None:
        self.items.append(
            f"<item><title>{name}</title><guid>{name}</guid><description>{text}</description></item>"
        )


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    application = web.Application()
    application.router.add_route("GET", "/{path:.*}", site.answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    site.base = f"http://{HOST}:{runner.addresses[0][1]}"
    yield site
    await runner.cleanup()


@pytest.fixture
def settings(tmp_path: Path, articles: Path, indexed_articles: Path) -> Settings:
    return Settings(
        _env_file=None,
        database=shutil.copy(indexed_articles, tmp_path / "parley.db"),
        seeds=(articles,),
        fetch_networks=f"{HOST}/32",
        server_documents=4,
        server_additions=6,
    )


@pytest.fixture
def source(server: Server) -> Source:
    cog = server.bot.get_cog("Source")
    assert isinstance(cog, Source)
    cog.gatherer._fetcher._seconds_between = 0.0
    return cog


def manager(server: Server, guild: GuildHandle, name: str) -> MemberActor:
    """A member who may run a server."""
    role = guild.create_role("Hosts", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(server.env.create_user(name), roles=[role])


@pytest.fixture
def olga(server: Server, source: Source) -> MemberActor:
    return manager(server, server.guild, "olga")


async def add(server: Server, person: MemberActor, kind: str, **options: Any) -> Any:
    shown = await person.slash(server.channel, f"source add {kind}", **options)
    return await person.click(response_of(shown), label="Follow" if kind == "feed" else "Add")


async def test_an_address_is_shown_and_added_when_it_is_confirmed(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    url = site.page("/bridge", ARTICLE)
    shown = await olga.slash(
        server.channel, "source add url", url=url, title="The bridge", date="2025-03-14", publisher="Gazette"
    )
    message = response_of(shown)
    assert message.ephemeral
    assert "Add this document?" in text_of(message)
    assert "**The bridge**\n-# Gazette · 14 March 2025" in text_of(message)
    assert "> Norland and Sudria agreed" in text_of(message)
    assert labels(message) == ["Add", "Cancel"]
    answer = await olga.slash(server.channel, "ask", question=QUESTION)
    assert WORDS not in text_of(response_of(answer)).replace("*", "")
    added = await olga.click(message, label="Add")
    # A long document takes a while, in which the card says so.
    assert "Adding it …" in str(server.env.http_requests)
    assert "The bridge: added" in text_of(response_of(added))
    assert "1 of 4 documents" in text_of(response_of(added))
    answer = await olga.slash(server.channel, "ask", question=QUESTION)
    assert WORDS in text_of(response_of(answer)).replace("*", "")


async def test_what_is_cancelled_is_not_added(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    shown = await olga.slash(server.channel, "source add url", url=site.page("/bridge", ARTICLE))
    dropped = await olga.click(response_of(shown), label="Cancel")
    assert text_of(response_of(dropped)) == "Nothing was added."
    assert await server.bot.library.documents([f"server:{server.guild.id}"]) == ()


async def test_a_file_is_read_and_added(server: Server, source: Source, olga: MemberActor) -> None:
    added = await add(server, olga, "file", file=("bridge.txt", ARTICLE.encode()))
    assert "added" in text_of(response_of(added))
    again = await add(server, olga, "file", file=("bridge.txt", ARTICLE.encode()))
    assert "unchanged" in text_of(response_of(again))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("film.mp4", b"\x00\x00\x00 ftyp", "of a kind Parley does not read"),
        ("treaty.pdf", b"%PDF-1.7 and no more", "not a readable PDF"),
        ("bomb.zip", b"PK\x03\x04", "not a readable ZIP archive"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_by_name(
    server: Server, source: Source, olga: MemberActor, name: str, data: bytes, reason: str
) -> None:
    shown = await olga.slash(server.channel, "source add file", file=(name, data))
    words = told(shown)
    assert reason in words.replace("\\", "")
    assert name in words.replace("\\", "")
    assert server.env.errors


async def test_an_address_inside_the_network_is_refused(
    server: Server, source: Source, olga: MemberActor
) -> None:
    shown = await olga.slash(server.channel, "source add url", url="http://169.254.169.254/latest/meta-data")
    words = told(shown)
    assert "not a public address" in words
    assert shown.response is None or "Reading it" not in text_of(shown.response)
    assert server.env.errors


async def test_a_feed_is_followed_and_brings_what_is_new_when_it_is_due(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    site.item("Bridge to reopen", ARTICLE)
    shown = await olga.slash(server.channel, "source add feed", url=f"{site.base}/feed")
    assert "Follow this feed?\nDelta Wire" in text_of(response_of(shown))
    followed = await olga.click(response_of(shown), label="Follow")
    assert "The feed is followed" in text_of(response_of(followed))
    assert "Bridge to reopen: added" in text_of(response_of(followed))
    site.item("Railway next", "The railway of Norland is next, said the minister.")
    assert await source.refresh_due() == ()
    await make_due(server)
    (result,) = await source.refresh_due()
    assert [outcome.title for outcome in result.outcomes] == ["Railway next"]
    listed = await olga.slash(server.channel, "source list")
    assert "- Feed Delta Wire" in text_of(response_of(listed))
    assert "Railway next" in text_of(response_of(listed))


async def test_a_feed_that_fails_is_shown_as_failing(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    site.item("Bridge to reopen", ARTICLE)
    await add(server, olga, "feed", url=f"{site.base}/feed")
    site.answer = None  # type: ignore[assignment]
    source.gatherer._fetcher._permitted = ()
    for _ in range(3):
        await make_due(server)
        await source.refresh_due()
    listed = await olga.slash(server.channel, "source list")
    assert "- Feed Delta Wire: failing, " in text_of(response_of(listed))


async def test_a_feed_is_not_fetched_twice_in_fifteen_minutes(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    site.item("Bridge to reopen", ARTICLE)
    await add(server, olga, "feed", url=f"{site.base}/feed")
    shown = await olga.slash(server.channel, "source refresh", source="feed:1")
    assert "may be fetched again in 15 minutes" in told(shown)
    assert server.env.errors


async def test_a_page_is_read_again_and_its_former_version_is_kept(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    url = site.page("/bridge", ARTICLE)
    await add(server, olga, "url", url=url)
    site.page("/bridge", ARTICLE.replace("June", "July"))
    (choice,) = await olga.autocomplete(server.channel, "source refresh", "source", "bridge")
    shown = await olga.slash(server.channel, "source refresh", source=choice["value"])
    assert "Bridge to reopen: updated" in text_of(response_of(shown))
    listed = await olga.slash(server.channel, "source list")
    assert "· updated ·" in text_of(response_of(listed))


async def test_what_was_said_of_a_page_stays_when_it_is_read_again(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    url = site.page("/bridge", ARTICLE)
    await add(server, olga, "url", url=url, title="The crossing", date="14 March 2025", publisher="Gazette")
    site.page("/bridge", ARTICLE.replace("June", "July"))
    shown = await olga.slash(server.channel, "source refresh", source="The crossing")
    assert "The crossing: updated" in text_of(response_of(shown))
    (document,) = await server.bot.library.documents([f"server:{server.guild.id}"])
    assert (document.title, document.publisher) == ("The crossing", "Gazette")
    assert document.published == date(2025, 3, 14)
    assert "first of July" in document.text


async def test_a_document_is_removed_by_what_is_suggested(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    await add(server, olga, "url", url=site.page("/bridge", ARTICLE))
    (choice,) = await olga.autocomplete(server.channel, "source remove", "source", "BRIDGE")
    shown = await olga.slash(server.channel, "source remove", source=choice["value"])
    assert "Bridge to reopen is removed" in text_of(response_of(shown))
    answer = await olga.slash(server.channel, "ask", question=QUESTION)
    assert WORDS not in text_of(response_of(answer)).replace("*", "")


async def test_more_than_a_server_may_have_is_refused_with_what_is_left(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    for number in range(4):
        await add(server, olga, "url", url=site.page(f"/{number}", f"{ARTICLE} Round {number}."))
    shown = await olga.slash(server.channel, "source add url", url=site.page("/more", ARTICLE))
    words = told(shown).replace("\\", "")
    assert "This server may have 4 documents and has 4: none may be added, not 1." in words
    for _ in range(2):
        listed = await olga.autocomplete(server.channel, "source remove", "source", "")
        await olga.slash(server.channel, "source remove", source=listed[0]["value"])
    assert server.env.errors


async def test_the_items_of_a_feed_count_and_have_their_turn_when_there_is_room(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    for number in range(6):
        site.item(f"Story {number}", f"{ARTICLE} Round {number}.")
    followed = await add(server, olga, "feed", url=f"{site.base}/feed")
    assert "4 of 4 documents" in text_of(response_of(followed))
    assert "This server may have 4 documents" in text_of(response_of(followed))
    (choice, *_) = [
        choice
        for choice in await olga.autocomplete(server.channel, "source remove", "source", "")
        if not choice["value"].startswith("feed:")
    ]
    await olga.slash(server.channel, "source remove", source=choice["value"])
    await make_due(server)
    (result,) = await source.refresh_due()
    assert [outcome.outcome for outcome in result.outcomes].count("added") == 1


async def test_a_preview_can_be_confirmed_by_its_person_on_its_server_only() -> None:
    pending = PendingAdditions()
    identity = pending.put(ReadDocuments(()), user_id=1, collection="server:1")
    assert pending.take(identity, user_id=2, collection="server:1") is None
    assert pending.take(identity, user_id=1, collection="server:2") is None
    assert pending.take(identity, user_id=1, collection="server:1") is not None
    assert pending.take(identity, user_id=1, collection="server:1") is None
    assert PATIENCE <= 900


async def test_a_preview_from_before_a_restart_has_expired(
    server: Server, source: Source, olga: MemberActor, site: Site
) -> None:
    shown = await olga.slash(server.channel, "source add url", url=site.page("/bridge", ARTICLE))
    await server.restart()
    pressed = await olga.click(response_of(shown), label="Add")
    assert "too old" in text_of(response_of(pressed))


async def test_the_commands_are_for_those_who_run_the_server(
    server: Server, source: Source, olga: MemberActor
) -> None:
    command = server.bot.tree.get_command("source")
    assert command is not None
    payload: dict[str, Any] = command.to_dict(server.bot.tree)
    assert payload["default_member_permissions"] == 1 << 5
    assert payload["contexts"] == [0]
    assert payload["integration_types"] == [0]


class TestIsolation:
    """What one server added, seen from that server, from another, and from a direct message."""

    @pytest.fixture
    async def elsewhere(self, server: Server, source: Source, olga: MemberActor, site: Site) -> Any:
        await add(server, olga, "url", url=site.page("/bridge", ARTICLE), publisher="Bridge Gazette")
        guild = server.env.create_guild("Elsewhere")
        channel = guild.create_text_channel("questions")
        bob = manager(server, guild, "bob")
        return bob, channel

    async def test_answers(self, server: Server, olga: MemberActor, elsewhere: Any) -> None:
        bob, channel = elsewhere
        here = await olga.slash(server.channel, "ask", question=QUESTION)
        there = await bob.slash(channel, "ask", question=QUESTION)
        assert WORDS in text_of(response_of(here)).replace("*", "")
        assert WORDS not in text_of(response_of(there)).replace("*", "")
        assert "As of 21 October 2024" in text_of(response_of(there))

    async def test_the_list_of_what_the_bot_knows(
        self, server: Server, olga: MemberActor, elsewhere: Any
    ) -> None:
        bob, channel = elsewhere
        here = await olga.slash(server.channel, "sources")
        there = await bob.slash(channel, "sources")
        assert "3 documents" in text_of(response_of(here))
        assert "Bridge to reopen" in text_of(response_of(here))
        assert "2 documents" in text_of(response_of(there))
        assert "Bridge to reopen" not in text_of(response_of(there))

    async def test_suggestions(self, server: Server, olga: MemberActor, elsewhere: Any) -> None:
        bob, channel = elsewhere
        here = await olga.autocomplete(server.channel, "ask", "source", "bridge", question=QUESTION)
        there = await bob.autocomplete(channel, "ask", "source", "bridge", question=QUESTION)
        assert [choice["value"] for choice in here] == ["Bridge Gazette"]
        assert there == []
        for command in ("source remove", "source refresh"):
            assert await olga.autocomplete(server.channel, command, "source", "bridge") != []
            assert await bob.autocomplete(channel, command, "source", "bridge") == []

    async def test_removing_and_refreshing_by_id(
        self, server: Server, olga: MemberActor, elsewhere: Any
    ) -> None:
        bob, channel = elsewhere
        (document,) = await server.bot.library.documents([f"server:{server.guild.id}"])
        for command in ("source remove", "source refresh"):
            shown = await bob.slash(channel, command, source=document.id)
            words = told(shown)
            assert "has added no such document" in words
        assert await server.bot.library.document(document.id) is not None
        assert server.env.errors

    async def test_a_button_of_an_answer_pressed_elsewhere(
        self, server: Server, olga: MemberActor, elsewhere: Any
    ) -> None:
        bob, channel = elsewhere
        here = await olga.slash(server.channel, "ask", question=QUESTION)
        context = custom_id(response_of(here), "In context")
        there = await bob.slash(channel, "ask", question="Where was the river accord signed?")
        button = next(iter(server.bot._connection._view_store._dynamic_items))
        assert button is not None
        around = await server.bot.library.surroundings(*place(context), ("shared",))
        assert around is None
        assert await server.bot.library.surroundings(*place(context), ("shared", f"server:{server.guild.id}"))
        assert text_of(response_of(there))

    async def test_the_list_of_the_server(self, server: Server, olga: MemberActor, elsewhere: Any) -> None:
        bob, channel = elsewhere
        there = await bob.slash(channel, "source list")
        assert "Nothing yet" in text_of(response_of(there))

    async def test_a_direct_message(self, server: Server, olga: MemberActor, elsewhere: Any) -> None:
        await olga.send_dm(QUESTION)
        await server.env.settle()
        answers = [
            text_of(message)
            for channel in server.env.backend.messages.values()
            for message in channel.values()
            if hasattr(message, "components")
        ]
        assert not any(WORDS in answer.replace("*", "") for answer in answers)


def told(shown: InteractionResult) -> str:
    """What was said in plain words."""
    messages = [*shown.followups, *([shown.response] if shown.response else [])]
    return " ".join(message.content or "" for message in messages)


def place(custom: str) -> tuple[str, int, int]:
    _, _, document, start, end, _row = custom.split(":")
    return document, int(start), int(end)


async def make_due(server: Server) -> None:
    past = (datetime.now(UTC) - timedelta(minutes=1)).isoformat(timespec="seconds")

    def change(index: Any) -> None:
        with index._store.writing() as db:
            db.execute("UPDATE feeds SET due_at = ?", [past])

    await server.bot.library.write(change)
    await asyncio.sleep(0)

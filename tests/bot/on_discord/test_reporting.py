"""Errors reach the person as one sentence and the log with a traceback, wherever they happen."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import discord
import pytest
import simcord
from discord import app_commands
from discord.ui import ActionRow, Button, Item, LayoutView
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult, ResponseMessage

from bot.app.settings import Settings
from bot.on_discord.client import Parley, create_bot
from bot.on_discord.reporting import ReportingDynamicItem, report_error
from index.errors import Busy, NotWhole, QueryError, StoreBusy, StoreCorrupt

FAULT = re.compile(r"error id `([0-9a-f]{6})`")


class FailingButton(ReportingDynamicItem[Item[Any]], template="test:fail"):
    @classmethod
    async def from_custom_id(cls, _interaction: Any, item: Item[Any], _match: Any, /) -> Self:
        return cls(item)

    async def pressed(self, interaction: discord.Interaction[Any]) -> None:
        raise ZeroDivisionError("pressed")


def bot_that_fails(settings: Settings, error: Exception, *, defer: bool = False) -> Parley:
    client = create_bot(settings)

    @client.tree.command(name="fail", description="Fails")
    async def fail(interaction: discord.Interaction[Parley]) -> None:
        if defer:
            await interaction.response.defer(thinking=True)
        raise error

    @client.tree.command(name="button", description="Shows a button")
    async def button(interaction: discord.Interaction[Parley]) -> None:
        view = LayoutView(timeout=None)
        view.add_item(ActionRow(Button[LayoutView](label="Fail", custom_id="test:fail")))
        await interaction.response.send_message(view=view)

    client.add_dynamic_items(FailingButton)
    return client


def response_of(result: InteractionResult) -> ResponseMessage:
    assert result.response is not None
    return result.response


@asynccontextmanager
async def ann_with(client: Parley) -> AsyncIterator[tuple[simcord.Env, ChannelHandle, MemberActor]]:
    async with simcord.run(client, check_errors=False) as env:
        guild = env.create_guild("Talks")
        yield env, guild.create_text_channel("questions"), guild.add_member(env.create_user("ann"))
        await client.close()


async def told_by_command(client: Parley) -> ResponseMessage:
    async with ann_with(client) as (_, channel, ann):
        return response_of(await ann.slash(channel, "fail"))


@pytest.mark.parametrize("defer", [False, True])
async def test_a_fault_of_a_command_has_the_id_that_the_log_has(
    settings: Settings, caplog: pytest.LogCaptureFixture, defer: bool
) -> None:
    shown = await told_by_command(bot_that_fails(settings, ZeroDivisionError("deep inside"), defer=defer))
    found = FAULT.search(shown.content)
    assert found
    assert f"error {found[1]} in interaction" in caplog.text
    assert "ZeroDivisionError: deep inside" in caplog.text
    assert "deep inside" not in shown.content
    assert shown.ephemeral or defer


@pytest.mark.parametrize(
    "error",
    [
        QueryError("Ask about *something*."),
        Busy("Try again in a moment."),
        NotWhole("The cluster is not whole: 2 of 3 parts of the index answered; try again in a moment."),
    ],
)
async def test_what_the_person_can_mend_is_said_as_it_is_and_escaped(
    settings: Settings, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    shown = await told_by_command(bot_that_fails(settings, error))
    assert shown.content.replace("\\", "") == str(error)
    assert "*something*" not in shown.content
    assert str(error) not in caplog.text


async def test_a_person_is_not_shown_the_paths_of_the_host(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    shown = await told_by_command(bot_that_fails(settings, StoreCorrupt("/srv/parley.db is damaged.")))
    assert FAULT.search(shown.content)
    assert "/srv" not in shown.content
    assert "/srv/parley.db is damaged." in caplog.text


async def test_of_what_may_work_in_a_minute_a_person_is_told_so_without_addresses(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    error = StoreBusy(
        "The cluster at https://node-1:9200 does not answer (no connection); try again in a moment."
    )
    shown = await told_by_command(bot_that_fails(settings, error))
    assert "cannot be reached. Ask again in a minute" in shown.content
    assert FAULT.search(shown.content)
    assert "node-1" not in shown.content
    assert str(error) in caplog.text


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (app_commands.MissingPermissions(["manage_guild"]), "needs the permission Manage Server"),
        (app_commands.NoPrivateMessage(), "only on a server that has invited me"),
        (app_commands.CheckFailure("no"), "cannot use this command here"),
        (app_commands.CommandNotFound("old", []), "has changed"),
    ],
)
async def test_discord_s_own_refusals_have_sentences(
    settings: Settings, error: app_commands.AppCommandError, words: str
) -> None:
    shown = await told_by_command(bot_that_fails(settings, error))
    assert words in shown.content


async def test_a_fault_behind_a_button_is_reported(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    async with ann_with(bot_that_fails(settings, ValueError())) as (_, channel, ann):
        shown = await ann.slash(channel, "button")
        pressed = response_of(await ann.click(response_of(shown), custom_id="test:fail"))
    found = FAULT.search(pressed.content)
    assert found
    assert f"error {found[1]} in interaction" in caplog.text
    assert "(test:fail)" in caplog.text
    assert pressed.ephemeral


async def test_a_fault_of_an_event_is_told_under_the_message_that_asked_and_under_no_other(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    client = bot_that_fails(settings, ValueError())

    async def fail(_message: discord.Message) -> None:
        raise ZeroDivisionError("heard")

    client.add_listener(fail, "on_message")
    async with ann_with(client) as (env, channel, ann):
        await ann.send(channel, "Good morning.")
        assert not [message for message in channel.history() if FAULT.search(message.content)]
        await ann.send(channel, f"<@{env.backend.bot_user.id}> Who signed the river accord?")
        told = [message for message in channel.history() if FAULT.search(message.content)]
    assert len(told) == 1
    assert told[0].reference is not None
    assert "ZeroDivisionError: heard" in caplog.text


async def test_a_person_whose_message_is_gone_is_told_in_the_channel(settings: Settings) -> None:
    async with ann_with(bot_that_fails(settings, ValueError())) as (env, channel, ann):
        message = await ann.send(channel, "Who signed?")
        await ann.delete(message)
        await report_error(QueryError("Ask again."), message)
        await env.settle()
        assert "Ask again" in channel.last_message.content


async def test_a_bot_that_may_not_write_says_so_to_the_log_alone(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    async with ann_with(bot_that_fails(settings, ValueError())) as (env, channel, ann):
        guild = channel.guild
        assert env.bot.user is not None
        silent = guild.create_text_channel(
            "silent", overwrites={env.bot.user: discord.PermissionOverwrite(send_messages=False)}
        )
        message = await ann.send(silent, "Who signed?")
        await report_error(QueryError("Ask again."), message)
        assert len(silent.history()) == 1
    assert "could not be told" in caplog.text


async def test_an_error_of_nobody_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    await report_error(ZeroDivisionError("alone"), None)
    assert "in an event" in caplog.text
    assert "ZeroDivisionError: alone" in caplog.text


async def test_a_dynamic_item_has_to_say_what_it_does() -> None:
    with pytest.raises(NotImplementedError):
        await ReportingDynamicItem.pressed(FailingButton(Button(custom_id="test:fail")), None)

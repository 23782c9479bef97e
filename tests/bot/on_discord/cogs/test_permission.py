"""`/source` and `/alerts` are for those who may manage the server, whatever Discord lets through."""

import discord
import pytest

from tests.reading import response_of
from tests.simulated_server import Server

MAY_NOT = "This needs the permission Manage Server, which you do not have here."
NOT_INVITED = "This works only on a server that has invited me."
COMMANDS = {
    "source list": {},
    "source add url": {"url": "https://x.example/a"},
    "source add feed": {"url": "https://x.example/a"},
    "source remove": {"source": "a"},
    "source refresh": {"source": "a"},
    "alerts list": {},
    "alerts add": {"topic": "fishing"},
    "alerts remove": {"alert": "fishing"},
}
BUTTONS = ("parley:source:add:0123456789ab", "parley:source:drop:0123456789ab", "parley:source:list:0")


async def let_through(server: Server, name: str) -> None:
    """Let ann use a command, as those who run a server can in its settings."""
    found = await server.bot.tree.fetch_commands()
    command = next(command for command in found if command.name == name.split()[0])
    server.guild.set_command_permissions(command, {server.ann: True})


def needed(server: Server, name: str) -> dict[str, object]:
    return {**COMMANDS[name], **({"channel": server.channel} if name == "alerts add" else {})}


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_member_whom_discord_lets_through_is_refused(server: Server, name: str) -> None:
    await let_through(server, name)
    shown = await server.ann.slash(server.channel, name, **needed(server, name))
    assert response_of(shown).content == MAY_NOT
    assert response_of(shown).ephemeral
    assert server.env.errors is not None


@pytest.mark.parametrize("custom_id", BUTTONS)
async def test_a_button_is_refused_too(server: Server, custom_id: str) -> None:
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.ActionRow(discord.ui.Button(label="Press", custom_id=custom_id)))
    channel = server.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    shown = await server.ann.click(await channel.send(view=view), custom_id=custom_id)
    assert response_of(shown).content == MAY_NOT


@pytest.mark.parametrize("name", ["source remove", "source refresh", "alerts remove"])
async def test_nothing_is_suggested_to_them(server: Server, name: str) -> None:
    role = server.guild.create_role("Hosts", permissions=discord.Permissions(manage_guild=True))
    olga = server.guild.add_member(server.env.create_user("olga"), roles=[role])
    await olga.slash(server.channel, "alerts add", topic="fishing", channel=server.channel)
    option = "alert" if name == "alerts remove" else "source"
    await let_through(server, name)
    assert await server.ann.autocomplete(server.channel, name, option, "fish") == []
    found = await olga.autocomplete(server.channel, name, option, "fish")
    assert [choice["name"] for choice in found] == (["fishing"] if name == "alerts remove" else [])


@pytest.mark.parametrize("name", ["source list", "alerts list"])
async def test_a_server_that_has_not_invited_the_bot_has_none_of_it(server: Server, name: str) -> None:
    role = server.guild.create_role("Hosts", permissions=discord.Permissions(manage_guild=True))
    olga = server.guild.add_member(server.env.create_user("olga"), roles=[role])
    server.bring_the_bot_along()
    shown = await olga.slash(server.channel, name)
    assert response_of(shown).content == NOT_INVITED
    assert server.env.errors is not None

"""What one server has added, from both sides: seen there, and neither on another server nor in a direct message.

Every command that shows documents, every suggestion, and every button, whose id is taken to the other server.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.results import InteractionResult

from index.model import Document
from tests.conftest import Server
from tests.reading import components, plain_text_of, response_of, text_of

PLACE = "Quorvale"
TEXT = "\n\n".join(
    [
        f"Envoys of Norland and Zembla met at {PLACE} Castle on Thursday for the talks about barley.",
        f'"{PLACE} is where it will end," Tessa Quorvale, the Zemblan envoy, said on Friday.',
        *(
            f"On {day} February 2025 the envoys met again at {PLACE} Castle about barley."
            for day in range(1, 13)
        ),
        *(
            f'"Round {day} at {PLACE} went well," Tessa Quorvale said on {day} February 2025.'
            for day in range(1, 13)
        ),
    ]
)
QUESTION = "Where did the envoys of Norland and Zembla meet for talks about barley?"
COMMANDS: dict[str, dict[str, Any]] = {
    "ask": {"question": QUESTION},
    "timeline": {"topic": "barley"},
    "timeline picture": {"topic": "barley", "style": "picture"},
    "quotes": {"speaker": "Tessa Quorvale"},
    "quotes about": {"about": "how it will end"},
    "stance": {"speaker": "Tessa Quorvale", "topic": "round"},
    "brief": {"since": "2025-03-01"},
    "sources": {},
    "source list": {},
}
SUGGESTIONS = [
    ("ask", "source"),
    ("timeline", "source"),
    ("timeline", "actor"),
    ("quotes", "source"),
    ("quotes", "speaker"),
    ("stance", "speaker"),
    ("stance", "other"),
    ("source remove", "source"),
    ("source refresh", "source"),
]
NEEDED = {"ask": {"question": QUESTION}, "stance": {"topic": "round"}}


PRESSED = {"ask": "In context", "timeline": "Export", "quotes": "Export"}


@dataclass
class Sides:
    """A member of the server that added the document, and one of another, each in their channel."""

    here: MemberActor
    home: ChannelHandle
    there: MemberActor
    elsewhere: ChannelHandle


@pytest.fixture
async def sides(server: Server) -> AsyncIterator[Sides]:
    def host(guild: Any, name: str) -> MemberActor:
        role = guild.create_role("Hosts", permissions=discord.Permissions(manage_guild=True))
        member: MemberActor = guild.add_member(server.env.create_user(name), roles=[role])
        return member

    document = Document(
        key="secret",
        title=f"Talks at {PLACE}",
        text=TEXT,
        publisher=f"{PLACE} Gazette",
        published=date(2025, 3, 14),
        collection=f"server:{server.guild.id}",
    )
    await server.bot.library.write(lambda index: index.add_documents([document]))
    guild = server.env.create_guild("Elsewhere")
    channel = guild.create_text_channel("questions")
    yield Sides(host(server.guild, "olga"), server.channel, host(guild, "bob"), channel)
    # That there is nothing to show is an error of the person who asked: it is looked at here, so that it may be.
    assert server.env.errors is not None


async def shown_by(result: InteractionResult) -> str:
    """Everything that came of an interaction: texts, and the files in them."""
    messages = [*result.followups, *([result.response] if result.response else [])]
    parts = [plain_text_of(message) for message in messages]
    files = [await file.read() for message in messages for file in message.attachments]
    parts += [data.decode("utf-8", "replace") for data in files]
    parts.append(str([item for message in messages for item in components(message)]))
    return "\n".join(parts)


async def run(person: MemberActor, channel: ChannelHandle, name: str) -> InteractionResult:
    command = name if name.startswith("source ") else name.split()[0]
    return await person.slash(channel, command, **COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_shows_it_at_home_alone(server: Server, sides: Sides, name: str) -> None:
    assert PLACE in await shown_by(await run(sides.here, sides.home, name))
    there = await shown_by(await run(sides.there, sides.elsewhere, name))
    asked = "".join(str(value) for value in COMMANDS[name].values())
    assert there.replace(asked, "").count(PLACE) <= asked.count(PLACE)
    assert f"{PLACE} Gazette" not in there
    assert f"{PLACE} Castle" not in there


async def test_a_direct_message_is_answered_with_none_of_it(server: Server, sides: Sides) -> None:
    await sides.here.send_dm(QUESTION)
    await server.env.settle()
    held = [
        text_of(shown)
        for messages in server.env.backend.messages.values()
        for shown in messages.values()
        if hasattr(shown, "components")
    ]
    assert held
    assert not any(PLACE in text for text in held)


@pytest.mark.parametrize(("command", "option"), SUGGESTIONS)
async def test_a_suggestion_is_made_at_home_alone(
    server: Server, sides: Sides, command: str, option: str
) -> None:
    needed = NEEDED.get(command, {})
    if option == "other":
        needed = {**needed, "speaker": "Ilse Brandt"}
    assert await sides.here.autocomplete(sides.home, command, option, PLACE, **needed) != []
    assert await sides.there.autocomplete(sides.elsewhere, command, option, PLACE, **needed) == []


async def test_the_words_of_a_message_are_found_at_home_alone(server: Server, sides: Sides) -> None:
    said = 'They wrote: "the envoys met again at the castle, and they spoke of barley at length there"'
    document = Document(
        key="barley",
        title=f"{PLACE} barley",
        text=f"In {PLACE} the envoys met again at the castle, and they spoke of barley at length there.",
        collection=f"server:{server.guild.id}",
    )
    await server.bot.library.write(lambda index: index.add_documents([document]))
    for person, channel, seen in ((sides.here, sides.home, True), (sides.there, sides.elsewhere, False)):
        message = await person.send(channel, said)
        found = await shown_by(await person.context_menu(channel, "Find the source", message))
        assert (PLACE in found) is seen


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_button_taken_elsewhere_shows_none_of_it(server: Server, sides: Sides, name: str) -> None:
    """The id of each button under what is shown at home is put under a message of another server, and pressed."""
    shown = response_of(await run(sides.here, sides.home, name))
    ids = [item["custom_id"] for item in components(shown) if item["type"] == 2 and item.get("custom_id")]
    assert ids or name in ("source list", "sources")
    channel = server.bot.get_channel(sides.elsewhere.id)
    assert isinstance(channel, discord.TextChannel)
    for custom_id in dict.fromkeys(ids):
        view = discord.ui.LayoutView()
        view.add_item(discord.ui.ActionRow(discord.ui.Button(label="Taken", custom_id=custom_id)))
        message = await channel.send(view=view)
        pressed = await sides.there.click(message, custom_id=custom_id)
        if pressed.modal is not None:
            assert PLACE not in str(pressed.modal)
            continue
        found = await shown_by(pressed)
        assert f"{PLACE} Castle" not in found, custom_id
        assert f"{PLACE} Gazette" not in found, custom_id
        again = [text_of(item) for item in sides.elsewhere.history() if item.id == message.id]
        assert not any(f"{PLACE} Castle" in text for text in again), custom_id


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_person_who_brought_the_bot_along_sees_none_of_it(
    server: Server, sides: Sides, name: str
) -> None:
    """On the very server that added it, where the bot is by the person's own installation."""
    before = response_of(await run(sides.here, sides.home, name))
    server.bring_the_bot_along()
    shown = await shown_by(await run(sides.here, sides.home, name))
    if name in PRESSED:
        shown += await shown_by(await sides.here.click(before, label=PRESSED[name]))
    assert f"{PLACE} Gazette" not in shown
    assert f"{PLACE} Castle" not in shown


@pytest.mark.parametrize(("command", "option"), SUGGESTIONS)
async def test_nothing_of_it_is_suggested_to_a_person_who_brought_the_bot_along(
    server: Server, sides: Sides, command: str, option: str
) -> None:
    server.bring_the_bot_along()
    needed = NEEDED.get(command, {})
    if option == "other":
        needed = {**needed, "speaker": "Ilse Brandt"}
    assert await sides.here.autocomplete(sides.home, command, option, PLACE, **needed) == []

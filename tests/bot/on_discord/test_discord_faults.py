"""The bot as a process, on a Discord that limits, fails, drops and refuses.

One bot meets all that a bot outlives; what ends a bot, or needs another server, has one of its own.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app.health import Heartbeat
from tests.bot.on_discord.bot_process import BotProcess, bot_process, connected
from tests.bot.on_discord.discord_stand_in import (
    APPLICATION,
    CHANNEL,
    DIRECT,
    INVALID_SESSION,
    RECONNECT,
    DiscordStandIn,
    discord_stand_in,
)
from tests.two_articles import write_articles

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "What did Sudria agree to withdraw?"
ANSWER = "gunboats"
MESSAGES = f"/channels/{CHANNEL}/messages"
CALLBACKS = "/interactions/*/callback"
ORIGINALS = f"/webhooks/{APPLICATION}/*/messages/@original"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[DiscordStandIn, BotProcess]]:
    """A bot for all the tests that it outlives, and its Discord: stopped in the end, it ends as a healthy one does."""
    folder = tmp_path_factory.mktemp("running")
    seeds = write_articles(folder / "documents")
    # Of one test alone the time is bounded, in what it waits for; and one person asks more here than people may in a minute.
    asked_often = {"PARLEY_PERSON_PER_MINUTE": "0"}
    async with connected(folder, seeds, seconds=None, variables=asked_often) as (discord, bot):
        yield discord, bot
        assert await bot.stop() == 0


@pytest.fixture
def discord(running: tuple[DiscordStandIn, BotProcess]) -> DiscordStandIn:
    """What the bot is connected to, with nothing sent yet."""
    discord, bot = running
    assert bot.process.returncode is None, bot.log()
    discord.forget()
    return discord


@pytest.fixture
def bot(running: tuple[DiscordStandIn, BotProcess]) -> BotProcess:
    """The bot, with nothing logged yet."""
    _, bot = running
    bot.forget()
    return bot


def answers(discord: DiscordStandIn) -> list[str]:
    """What the bot has written below mentions."""
    return [str(body) for body in discord.sent("POST", MESSAGES)]


async def ask_and_be_answered(discord: DiscordStandIn) -> None:
    """Mention the bot once more, and see that it answers."""
    before = len(answers(discord))
    await discord.mention(QUESTION)
    await discord.until(lambda: len(answers(discord)) > before)
    assert ANSWER in answers(discord)[-1]


async def test_a_limit_is_waited_for_and_the_answer_sent(discord: DiscordStandIn, bot: BotProcess) -> None:
    discord.limit_next("POST", MESSAGES, 0.2)
    await discord.mention(QUESTION)
    await discord.until(lambda: len(answers(discord)) == 2)
    discord.limit_next("POST", CALLBACKS, 0.2)
    discord.limit_next("PATCH", ORIGINALS, 0.2)
    await discord.ask(QUESTION)
    await discord.until(lambda: len(discord.sent("PATCH", ORIGINALS)) == 2)
    assert len(discord.sent("POST", CALLBACKS)) == 2
    assert ANSWER in str(discord.sent("PATCH", ORIGINALS)[-1])
    assert "Traceback" not in bot.log()


async def test_a_server_error_is_tried_again_and_the_answer_sent(
    discord: DiscordStandIn, bot: BotProcess
) -> None:
    discord.fail_next("POST", MESSAGES, 502)
    await discord.mention(QUESTION)
    await discord.until(lambda: len(answers(discord)) == 2)
    discord.fail_next("PATCH", ORIGINALS, 500)
    await discord.ask(QUESTION)
    await discord.until(lambda: len(discord.sent("PATCH", ORIGINALS)) == 2)
    assert "Traceback" not in bot.log()


async def test_a_ban_of_the_address_is_logged_and_the_next_question_answered(
    discord: DiscordStandIn, bot: BotProcess
) -> None:
    # Without the header that Discord's own limits have: what stands before Discord refuses the address.
    discord.fail_next("POST", MESSAGES, 429, times=2)
    await discord.mention(QUESTION)
    await discord.until(lambda: len(answers(discord)) == 2)
    await ask_and_be_answered(discord)
    await bot.until_logged("could not be told")


async def test_a_token_that_is_revoked_while_the_bot_runs_ends_it_with_what_to_do(known: Path) -> None:
    async with connected(known, None) as (discord, bot):
        used = discord.token
        discord.token = "another.token.now"
        await discord.mention(QUESTION)
        await discord.until(lambda: answers(discord))
        await discord.close(4004)
        assert await bot.process.wait() == 78
    assert bot.log().splitlines()[-1].startswith("parley: Discord does not accept the token")
    assert used not in bot.log()


async def test_intents_that_are_not_granted_end_the_bot_with_what_to_do(tmp_path: Path) -> None:
    async with discord_stand_in(refuses_with=4014) as discord, bot_process(discord, tmp_path) as bot:
        assert await bot.process.wait() == 78
    last = bot.log().splitlines()[-1]
    assert last.startswith("parley: Discord does not grant this application what Parley asks for")
    assert "Developer Portal" in last
    assert "Traceback" not in bot.log()


async def test_a_dropped_connection_is_resumed_and_the_missed_mention_answered(
    discord: DiscordStandIn,
) -> None:
    discord.drop()
    await discord.mention(QUESTION)
    await discord.until(lambda: answers(discord))
    assert ANSWER in answers(discord)[0]
    assert (discord.identified, discord.resumed) == (0, 1)
    await ask_and_be_answered(discord)


async def test_a_request_to_reconnect_is_followed_and_the_missed_mention_answered(
    discord: DiscordStandIn,
) -> None:
    await discord.tell(RECONNECT)
    await discord.mention(QUESTION)
    await discord.until(lambda: answers(discord))
    assert ANSWER in answers(discord)[0]
    assert (discord.identified, discord.resumed) == (0, 1)


@pytest.mark.parametrize(("may_resume", "identified"), [(True, 0), (False, 1)])
async def test_a_session_that_has_ended_is_begun_again(
    discord: DiscordStandIn, *, may_resume: bool, identified: int
) -> None:
    await discord.tell(INVALID_SESSION, may_resume)
    await discord.until(lambda: discord.identified + discord.resumed == 1)
    assert discord.identified == identified
    await ask_and_be_answered(discord)


async def test_an_interaction_that_has_expired_is_left_and_the_next_answered(
    discord: DiscordStandIn, bot: BotProcess
) -> None:
    discord.fail_next("POST", CALLBACKS, 404, 10062)
    await discord.ask(QUESTION)
    await discord.until(lambda: discord.sent("POST", CALLBACKS))
    await discord.ask(QUESTION)
    await discord.until(lambda: discord.sent("PATCH", ORIGINALS))
    assert len(discord.sent("PATCH", ORIGINALS)) == 1
    await bot.until_logged("acknowledged too late")
    assert "Traceback" not in bot.log()


async def test_an_answer_whose_interaction_has_ended_meanwhile_is_left(
    discord: DiscordStandIn, bot: BotProcess
) -> None:
    discord.fail_next("PATCH", ORIGINALS, 404, 10015)
    await discord.ask(QUESTION)
    await discord.until(lambda: discord.sent("PATCH", ORIGINALS))
    await ask_and_be_answered(discord)
    await bot.until_logged("could not be delivered")
    assert "Traceback" not in bot.log()


async def test_a_message_that_is_deleted_before_the_reply_is_answered_in_its_channel(
    discord: DiscordStandIn,
) -> None:
    asked = await discord.mention(QUESTION)
    await discord.until(lambda: answers(discord))
    (sent,) = discord.sent("POST", MESSAGES)
    assert sent["message_reference"]["message_id"] == int(asked)
    assert sent["message_reference"]["fail_if_not_exists"] is False


@pytest.mark.parametrize(("status", "code"), [(404, 10003), (403, 50013), (403, 50001)])
async def test_a_channel_that_is_gone_or_closed_is_logged_and_the_next_question_answered(
    discord: DiscordStandIn, bot: BotProcess, status: int, code: int
) -> None:
    discord.fail_next("POST", MESSAGES, status, code)
    await discord.mention(QUESTION)
    await discord.until(lambda: answers(discord))
    await ask_and_be_answered(discord)
    assert len(answers(discord)) == 2
    await bot.until_logged("could not be replied to")
    assert "Traceback" not in bot.log()


async def test_who_asks_where_the_bot_may_not_write_is_told_so_directly(known: Path) -> None:
    view_channel_alone = str(1 << 10)
    async with connected(known, None, permissions=view_channel_alone) as (discord, bot):
        await discord.mention(QUESTION)
        direct = f"/channels/{DIRECT}/messages"
        await discord.until(lambda: discord.sent("POST", direct))
        assert "where I may not write" in str(discord.sent("POST", direct))
        assert answers(discord) == []
        assert await bot.stop() == 0


async def test_who_asks_for_a_picture_where_none_may_be_attached_is_told_so(
    discord: DiscordStandIn, bot: BotProcess
) -> None:
    discord.fail_next("PATCH", ORIGINALS, 403, 50013)
    await discord.command("timeline", style="picture")
    await discord.until(lambda: len(discord.sent("PATCH", ORIGINALS)) == 2)
    assert "may not attach files here" in str(discord.sent("PATCH", ORIGINALS)[-1])
    assert "Traceback" not in bot.log()


async def test_a_bot_whose_gateway_is_silent_ends_to_be_started_again(tmp_path: Path) -> None:
    # Silent from the start, so that nothing goes by how quickly it starts.
    async with (
        discord_stand_in(acknowledges=False) as discord,
        bot_process(discord, tmp_path, PARLEY_GATEWAY_PATIENCE="1") as bot,
    ):
        assert await bot.process.wait() == 69
    assert bot.log().splitlines()[-1].startswith("parley: Discord has not answered for 1 seconds")
    assert Heartbeat(tmp_path / "parley.db.health").read().age is None

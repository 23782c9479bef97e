"""``parley run``: the bot from start to an orderly stop."""

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app.gateway_watch import POLL_SECONDS, watch
from bot.app.health import STANDBY_SECONDS, Heartbeat
from bot.app.settings import Settings
from bot.on_discord.client import SHUTDOWN_SECONDS, Parley, create_bot
from bot.on_discord.transport import send_again_when_lost
from index.errors import ServiceUnavailable, SettingsError, StoreBusy, StoreUnavailable, TurnTaken
from index.storage.in_use import takes

log = logging.getLogger(__name__)

SIGNALS = (signal.SIGTERM, signal.SIGINT)
AUTHENTICATION_FAILED = 4004
"""The gateway's close code for a token it does not accept."""

LEASES_SECONDS = 1.0
"""How often it is looked whether a lease was lost; chosen, an eighth of the time until another may have it."""

REFUSED = (
    "Discord does not accept the token in DISCORD_TOKEN. Reset it on the Bot page of your application in the "
    "Discord Developer Portal, put the new one in .env and start the bot again."
)

SHARDS_WANTED = 4011
"""The gateway's close code for a bot on more servers than one shard may have."""

SHARDS_WRONG = 4010
"""The gateway's close code for a shard that there is none of."""

TOO_MANY_SERVERS = (
    "Discord wants a bot on so many servers in shards. Set PARLEY_SHARDS=auto and start the bot again."
)

WRONG_SHARDS = "Discord knows no such shard. Set PARLEY_SHARDS to auto, or to the same number after the / for every process."

NOT_GRANTED = (
    "Discord does not grant this application what Parley asks for (close code 4014), though no privileged intent is among it. "
    "See on the Bot page of the application in the Discord Developer Portal what is said of its intents, then start again."
)

WRONG_SETTING = {AUTHENTICATION_FAILED: REFUSED, SHARDS_WRONG: WRONG_SHARDS, SHARDS_WANTED: TOO_MANY_SERVERS}
"""What is said where the gateway closes for good because of a setting."""


async def serve(settings: Settings) -> bool:
    """Run the bot until SIGTERM or SIGINT. Returns whether everything in flight was finished.

    While another bot answers with the same database, it stands by.

    Raises:
        SettingsError: the token is missing or wrong, or the heartbeat file cannot be written.
        StoreUnavailable, StoreCorrupt: the database cannot be used, or was taken away, or another bot has taken over.
        ServiceUnavailable: Discord cannot be reached, or was lost for longer than ``gateway_patience``.
    """
    token = settings.require_token()
    heartbeat = Heartbeat(settings.heartbeat_path)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nothing here speaks
    bot = create_bot(settings)
    send_again_when_lost(bot)
    if settings.discord_api:
        _use_other_discord(settings.discord_api)
    # Held until everything is closed: the next one begins when nothing of this one is left.
    with ExitStack() as turn, told_to_stop() as told:
        session = asyncio.create_task(_session(bot, token, heartbeat, turn))
        stopping = asyncio.create_task(told.wait())
        try:
            await asyncio.wait({session, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if session.done():
                session.result()
            else:
                log.info("stopping: answers in the making have %g seconds", SHUTDOWN_SECONDS)
        finally:
            stopping.cancel()
            finished = await bot.library.close(SHUTDOWN_SECONDS)
            bot.library.give_up()
            # discord.py, while it listens, answers its own closing with code 4000, which keeps the session
            session.cancel()
            await asyncio.gather(session, return_exceptions=True)
            await bot.close()
    log.info("stopped")
    return finished


async def _session(bot: Parley, token: str, heartbeat: Heartbeat, turn: ExitStack) -> None:
    await bot.claim()
    await _stand_by(bot, heartbeat, turn)
    heartbeat.clear()
    turn.callback(heartbeat.remove)
    await bot.open()
    connection = asyncio.create_task(_connection(bot, token))
    patience = bot.settings.gateway_patience
    poll = min(POLL_SECONDS, patience / 10)
    watcher = asyncio.create_task(watch(bot, heartbeat, patience, poll=poll))
    keeper = asyncio.create_task(_keep(bot, poll))
    tasks = (connection, watcher, keeper)
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _stand_by(bot: Parley, heartbeat: Heartbeat, turn: ExitStack) -> None:
    """Wait until no other bot answers with the database, or serves these shards; then this one does, until ``turn`` ends.

    Raises StoreUnavailable, or StoreBusy when the cluster does not say whether another does.
    """
    answering = partial(bot.turns.answering, bot.settings.own_shards)
    with suppress(TurnTaken):
        await asyncio.to_thread(lambda: turn.enter_context(answering()))
        return
    log.info(
        "standing by: another bot answers with %s; this one takes over when that ends",
        bot.settings.database if bot.settings.cluster is None else "the cluster",
    )
    try:
        while not await asyncio.to_thread(takes, turn, answering):
            await asyncio.to_thread(heartbeat.stand_by)
            await asyncio.sleep(STANDBY_SECONDS)
    finally:
        heartbeat.stand_by_no_longer()
    log.info("taking over: the other bot has ended")


async def _keep(bot: Parley, poll: float) -> None:
    """Look whether what this process holds is still its own; return never. Raises StoreUnavailable when it is not."""
    if bot.settings.cluster is None:
        await _watch_file(bot.settings.database, poll)
    # What is waited for is another machine.
    while not bot.turns.lost:  # noqa: ASYNC110
        await asyncio.sleep(min(poll, LEASES_SECONDS))
    raise StoreBusy(
        "The cluster could not be told in time that this bot is at work, and another may answer now; start it again."
    )


async def _watch_file(database: Path, poll: float) -> None:
    """Look every ``poll`` seconds whether the file of the database is still the one that was opened; return never.

    A bot that goes on with a file that was taken away leaves its journal beside the one that came in its place.

    Raises:
        StoreUnavailable: it was taken away, or another put in its place.
    """
    opened = await asyncio.to_thread(_identity, database)
    while True:
        await asyncio.sleep(poll)
        if await asyncio.to_thread(_identity, database) != opened:
            raise StoreUnavailable(
                f"The database {database} was taken away or replaced while the bot had it open. "
                "Put back what is wanted with `parley restore`, then start the bot again."
            )


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        about = file.stat()
    except FileNotFoundError:
        return None
    return about.st_dev, about.st_ino


async def _connection(bot: Parley, token: str) -> None:
    try:
        await bot.login(token)
        log.info("to invite the bot to a server, open %s", bot.invitation())
        await bot.connect()
    except discord.LoginFailure as error:
        raise SettingsError(REFUSED) from error
    except discord.ConnectionClosed as error:
        wrong = WRONG_SETTING.get(error.code)
        if wrong is not None:
            raise SettingsError(wrong) from error
        raise ServiceUnavailable(f"Discord closed the connection ({error}). Start the bot again.") from error
    except discord.PrivilegedIntentsRequired as error:
        raise SettingsError(NOT_GRANTED) from error
    except discord.app_commands.CommandSyncFailure:
        raise
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        reason = str(error) or type(error).__name__
        raise ServiceUnavailable(
            f"Discord cannot be reached ({reason}). Check the network and start the bot again."
        ) from error


@contextmanager
def told_to_stop() -> Iterator[asyncio.Event]:
    """An event that the first SIGTERM or SIGINT sets; a second signal does what it does without us."""
    loop = asyncio.get_running_loop()
    told = asyncio.Event()

    def stop() -> None:
        told.set()
        release()

    def release() -> None:
        for number in SIGNALS:
            loop.remove_signal_handler(number)

    for number in SIGNALS:
        loop.add_signal_handler(number, stop)
    try:
        yield told
    finally:
        release()


def _use_other_discord(api: str) -> None:
    """Lead discord.py to another API, and to the gateway at ``/gateway`` on the same host."""
    base = yarl.URL(api)
    Route.BASE = api.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = base.with_scheme("wss" if base.scheme == "https" else "ws").with_path(
        "/gateway"
    )

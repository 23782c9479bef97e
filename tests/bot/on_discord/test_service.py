"""The bot from start to stop, against a stand-in for Discord on the loopback interface."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.app.health import Heartbeat
from bot.app.settings import Settings
from bot.on_discord.service import serve
from index.errors import ServiceUnavailable, SettingsError, StoreBusy, StoreCorrupt, StoreUnavailable
from tests.bot.on_discord.discord_stand_in import APPLICATION, PATIENCE, discord_stand_in
from tests.cluster.nodes import free_ports

TOKEN = "right.token.here"


@pytest.fixture(autouse=True)
def real_discord_again() -> Iterator[None]:
    """Undo what leads discord.py to the stand-in."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@pytest.fixture
def settings(tmp_path: Path, documents: Path) -> Settings:
    return Settings(
        _env_file=None,
        discord_token=TOKEN,
        database=tmp_path / "parley.db",
        seeds=(documents,),
        gateway_patience=30,
    )


def towards(api: str, settings: Settings, **changes: Any) -> Settings:
    return settings.model_copy(update={"discord_api": api, **changes})


async def until(event: asyncio.Event, service: "asyncio.Task[Any]") -> None:
    """Wait for the event; a service that ends before it raises what ended it."""
    waiting = asyncio.create_task(event.wait())
    await asyncio.wait({waiting, service}, return_when=asyncio.FIRST_COMPLETED)
    if not waiting.done():
        waiting.cancel()
        pytest.fail(f"the service ended: {service.result()}")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_closes_the_gateway_and_ends_the_service(settings: Settings, number: int) -> None:
    async with discord_stand_in() as discord:
        service = asyncio.create_task(serve(towards(discord.api, settings)))
        async with asyncio.timeout(PATIENCE):
            await until(discord.ready, service)
            os.kill(os.getpid(), number)
            assert await service is True
    assert discord.close_code == 1000
    assert Heartbeat(settings.heartbeat_path).read().age is None


async def test_an_answer_in_the_making_is_sent_before_the_service_ends(settings: Settings) -> None:
    async with discord_stand_in() as discord:
        service = asyncio.create_task(serve(towards(discord.api, settings)))
        async with asyncio.timeout(PATIENCE):
            await until(discord.ready, service)
            discord.may_defer.clear()
            await discord.ask("What did Sudria agree to?")
            await until(discord.deferred, service)
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.sleep(0)
            discord.may_defer.set()
            assert await service is True
    assert discord.answered.is_set()
    sent = next(body for _, path, body in discord.requests if path.startswith(f"/webhooks/{APPLICATION}/"))
    assert "withdraw its gunboats" in str(sent).replace("\\", "")


async def test_a_mention_counts_from_its_arrival_before_typing_is_shown(settings: Settings) -> None:
    async with discord_stand_in() as discord:
        service = asyncio.create_task(serve(towards(discord.api, settings)))
        async with asyncio.timeout(PATIENCE):
            await until(discord.ready, service)
            discord.may_type.clear()
            await discord.mention("What did Sudria agree to?")
            await discord.until(lambda: discord.sent("POST", "*/typing"))
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.sleep(0)
            discord.may_type.set()
            assert await service is True
    (answer,) = discord.messages.values()
    assert "withdraw its gunboats" in str(answer).replace("\\", "")


async def test_the_commands_are_sent_once_and_not_again_at_the_next_start(settings: Settings) -> None:
    puts = []
    for _ in range(2):
        async with discord_stand_in() as discord:
            service = asyncio.create_task(serve(towards(discord.api, settings)))
            async with asyncio.timeout(PATIENCE):
                await until(discord.ready, service)
                os.kill(os.getpid(), signal.SIGTERM)
                await service
            puts.append([path for method, path, _ in discord.requests if method == "PUT"])
    assert puts == [[f"/applications/{APPLICATION}/commands"], []]


async def test_a_token_that_discord_refuses_is_a_setting_to_mend(settings: Settings) -> None:
    async with discord_stand_in(token="another") as discord:
        with pytest.raises(SettingsError, match="does not accept the token") as caught:
            await serve(towards(discord.api, settings))
    assert TOKEN not in str(caught.value)


async def test_a_token_that_the_gateway_refuses_is_a_setting_to_mend(settings: Settings) -> None:
    async with discord_stand_in(refuses_with=4004) as discord:
        with pytest.raises(SettingsError, match="does not accept the token"):
            await serve(towards(discord.api, settings))


async def test_a_gateway_that_closes_for_good_ends_the_service(settings: Settings) -> None:
    async with discord_stand_in(refuses_with=4013) as discord:
        with pytest.raises(ServiceUnavailable, match="closed the connection"):
            await serve(towards(discord.api, settings))


async def test_a_discord_that_is_not_there_cannot_be_reached(settings: Settings) -> None:
    with pytest.raises(ServiceUnavailable, match="cannot be reached"):
        await serve(towards("http://127.0.0.1:9/api", settings))


async def test_a_gateway_that_stays_silent_ends_the_service(settings: Settings) -> None:
    async with discord_stand_in(acknowledges=False) as discord:
        with pytest.raises(ServiceUnavailable, match=r"has not answered for 0\.5 seconds"):
            await serve(towards(discord.api, settings, gateway_patience=0.5))


async def test_without_a_token_nothing_is_opened(settings: Settings) -> None:
    with pytest.raises(SettingsError, match="No Discord token"):
        await serve(settings.model_copy(update={"discord_token": None}))
    assert not settings.database.exists()


async def test_a_damaged_database_ends_the_service_before_discord_is_asked(settings: Settings) -> None:
    settings.database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    async with discord_stand_in() as discord:
        with pytest.raises(StoreCorrupt):
            await serve(towards(discord.api, settings))
    assert discord.requests == []


async def test_a_missing_database_folder_is_named(settings: Settings, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "parley.db"
    health = tmp_path / "health"
    with pytest.raises(StoreUnavailable, match="nowhere"):
        await serve(settings.model_copy(update={"database": missing, "health_file": health}))


async def test_a_heartbeat_that_cannot_be_written_is_a_setting_to_mend(
    settings: Settings, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere" / "health"
    with pytest.raises(SettingsError, match="PARLEY_HEALTH_FILE"):
        await serve(settings.model_copy(update={"health_file": nowhere}))


async def run_parley(
    settings: Settings, **variables: str
) -> tuple[asyncio.subprocess.Process, dict[str, str]]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PARLEY_", "DISCORD_"))},
        "PARLEY_DATABASE": str(settings.database),
        "PARLEY_SEEDS": "none",
        **variables,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
    )
    return process, environment


async def test_the_command_stops_with_0_on_sigterm(settings: Settings) -> None:
    async with discord_stand_in() as discord, asyncio.timeout(PATIENCE):
        process, _ = await run_parley(settings, DISCORD_TOKEN=TOKEN, PARLEY_DISCORD_API=discord.api)
        communicating = asyncio.create_task(process.communicate())
        await until(discord.ready, communicating)
        process.send_signal(signal.SIGTERM)
        _, log = await communicating
    assert process.returncode == 0
    assert TOKEN not in log.decode()


async def test_an_answer_that_cannot_be_sent_does_not_keep_the_command_from_stopping(
    settings: Settings,
) -> None:
    async with discord_stand_in() as discord, asyncio.timeout(PATIENCE):
        process, _ = await run_parley(settings, DISCORD_TOKEN=TOKEN, PARLEY_DISCORD_API=discord.api)
        communicating = asyncio.create_task(process.communicate())
        await until(discord.ready, communicating)
        discord.may_defer.clear()
        await discord.ask("What did Sudria agree to?")
        await until(discord.deferred, communicating)
        process.send_signal(signal.SIGTERM)
        _, log = await communicating
        discord.may_defer.set()
    assert process.returncode == 0
    assert "some answers were not finished after 8 seconds" in log.decode()
    assert "Traceback" not in log.decode()


async def test_the_command_says_in_one_sentence_that_the_token_is_wrong(settings: Settings) -> None:
    async with discord_stand_in(token="another") as discord, asyncio.timeout(PATIENCE):
        process, _ = await run_parley(
            settings, DISCORD_TOKEN=TOKEN, PARLEY_DISCORD_API=discord.api, PARLEY_LOG_LEVEL="DEBUG"
        )
        _, log = await process.communicate()
    assert process.returncode == 78
    assert log.decode().splitlines()[-1].startswith("parley: Discord does not accept the token")
    assert "Traceback" not in log.decode()
    assert TOKEN not in log.decode()


async def test_a_cluster_that_does_not_answer_ends_the_service(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.search.opensearch.opening._RENEWABLE", 0.1)
    address = f"http://127.0.0.1:{free_ports(1)[0]}"
    changes = {"engine": "opensearch", "opensearch_addresses": (address,)}
    with pytest.raises(StoreBusy, match=rf"^The cluster at {address} does not answer"):
        await serve(settings.model_copy(update=changes))
    assert not Heartbeat(settings.heartbeat_path).read().standby

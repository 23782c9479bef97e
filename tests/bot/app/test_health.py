"""The heartbeat file and the watch over the gateway, on a clock that the tests turn."""

import json
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.gateway_watch import watch
from bot.app.health import ANOTHER_STANDS_BY, STALE_SECONDS, STANDING_BY, Heartbeat
from index.errors import ServiceUnavailable, SettingsError


class Gateway:
    """A gateway whose latencies follow a script; its clock goes on by ten seconds at each look."""

    def __init__(self, *latencies: Mapping[int, float], shards: int = 1) -> None:
        self._script = list(latencies)
        self.awaited_shards = range(shards)
        self.now = 0.0

    def latencies_by_shard(self) -> Mapping[int, float]:
        self.now += 10
        return self._script.pop(0) if len(self._script) > 1 else self._script[0]

    def clock(self) -> float:
        return self.now


@pytest.fixture
def heartbeat(tmp_path: Path) -> Heartbeat:
    return Heartbeat(tmp_path / "health")


def test_a_beat_is_healthy_and_says_when(heartbeat: Heartbeat) -> None:
    heartbeat.clear()
    heartbeat.beat({0: 0.042}, [0])
    health = heartbeat.read()
    assert health.healthy
    assert health.latency == 0.042
    assert "in 42 ms" in health.message


def test_without_a_beat_it_is_not_healthy(heartbeat: Heartbeat) -> None:
    assert not heartbeat.read().healthy
    heartbeat.beat({0: 0.1}, [0])
    heartbeat.remove()
    heartbeat.remove()
    assert not heartbeat.read().healthy


def test_an_old_beat_is_not_healthy(tmp_path: Path, heartbeat: Heartbeat) -> None:
    (tmp_path / "health").write_text('{"shards": [[0, 1000000000.0, 0.1]]}', encoding="utf-8")
    health = heartbeat.read()
    assert not health.healthy
    assert health.age is not None
    assert health.age > STALE_SECONDS


def test_a_bot_that_stands_by_is_told_of_beside_the_one_that_answers(heartbeat: Heartbeat) -> None:
    heartbeat.stand_by()
    alone = heartbeat.read()
    assert alone.healthy and alone.standby
    assert alone.message == STANDING_BY
    heartbeat.beat({0: 0.05}, [0])
    both = heartbeat.read()
    assert both.healthy and both.standby
    assert both.message.startswith("Discord answered") and both.message.endswith(ANOTHER_STANDS_BY)
    heartbeat.stand_by_no_longer()
    assert not heartbeat.read().standby


def test_a_bot_that_stood_by_long_ago_does_so_no_longer(tmp_path: Path, heartbeat: Heartbeat) -> None:
    (tmp_path / "health.standby").write_text('{"at": 1000000000.0}', encoding="utf-8")
    assert not heartbeat.read().healthy
    assert not heartbeat.read().standby


def test_what_an_earlier_run_left_is_cleared(heartbeat: Heartbeat) -> None:
    heartbeat.beat({0: 0.1}, [0])
    heartbeat.clear()
    assert heartbeat.read().age is None


@given(st.binary(max_size=60))
def test_a_file_with_anything_in_it_is_read_without_failing(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "health"
        for name in ("health", "health.standby"):
            path.with_name(name).write_bytes(content)
        assert not Heartbeat(path).read().healthy


def test_a_folder_that_is_not_there_is_a_setting_to_mend(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="PARLEY_HEALTH_FILE"):
        Heartbeat(tmp_path / "nowhere" / "health").clear()
    with pytest.raises(SettingsError, match="PARLEY_HEALTH_FILE"):
        Heartbeat(tmp_path / "nowhere" / "health").stand_by()


def test_a_folder_in_its_place_is_a_setting_to_mend_and_no_fault(tmp_path: Path) -> None:
    heartbeat = Heartbeat(tmp_path)
    with pytest.raises(SettingsError, match="PARLEY_HEALTH_FILE"):
        heartbeat.clear()
    heartbeat.remove()
    assert tmp_path.is_dir()


async def test_each_new_latency_is_a_beat_and_silence_ends_the_watch(heartbeat: Heartbeat) -> None:
    gateway = Gateway({}, {}, {0: 0.05}, {0: 0.05}, {0: 0.07})
    with pytest.raises(ServiceUnavailable, match="has not answered for 100 seconds"):
        await watch(gateway, heartbeat, 100, poll=0, clock=gateway.clock)
    assert heartbeat.read().latency == 0.07
    assert gateway.now == 50 + 110


async def test_a_gateway_that_never_answers_ends_the_watch_without_a_beat(heartbeat: Heartbeat) -> None:
    gateway = Gateway({})
    with pytest.raises(ServiceUnavailable):
        await watch(gateway, heartbeat, 60, poll=0, clock=gateway.clock)
    assert heartbeat.read().age is None


async def test_a_beat_that_cannot_be_written_is_logged_and_the_watch_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gateway = Gateway({0: 0.05}, {0: 0.06})
    with pytest.raises(ServiceUnavailable):
        await watch(gateway, Heartbeat(tmp_path / "nowhere" / "health"), 60, poll=0, clock=gateway.clock)
    assert "could not be written" in caplog.text


def test_a_folder_in_its_place_is_said_in_words(tmp_path: Path) -> None:
    health = Heartbeat(tmp_path).read()
    assert not health.healthy
    assert health.message == f"The heartbeat file {tmp_path} cannot be read (Is a directory)."


async def test_one_shard_that_falls_silent_ends_the_watch_of_all(heartbeat: Heartbeat) -> None:
    script = [{0: 0.01 * look, 1: 0.02} for look in range(1, 40)]
    gateway = Gateway(*script, shards=2)
    with pytest.raises(ServiceUnavailable, match="has not answered for 100 seconds"):
        await watch(gateway, heartbeat, 100, poll=0, clock=gateway.clock)
    assert gateway.now == 10 + 110


async def test_shards_that_come_one_by_one_are_waited_for(heartbeat: Heartbeat) -> None:
    there: list[Mapping[int, float]] = []
    for count in range(1, 9):
        there += [{shard: 0.01 * len(there) + 0.001 * look for shard in range(count)} for look in range(8)]
    gateway = Gateway(*there, shards=8)
    with pytest.raises(ServiceUnavailable):
        await watch(gateway, heartbeat, 100, poll=0, clock=gateway.clock)
    assert gateway.now >= 10 * len(there)


def test_several_shards_are_healthy_when_each_is(tmp_path: Path, heartbeat: Heartbeat) -> None:
    heartbeat.beat({0: 0.04, 3: 0.05}, [0, 3, 4])
    starting = heartbeat.read()
    assert not starting.healthy
    assert starting.message == "Discord has answered on 2 of 3 shards; the others are being started."
    assert [(shard.shard, shard.latency) for shard in starting.shards] == [(0, 0.04), (3, 0.05), (4, None)]
    heartbeat.beat({4: 0.06}, [0, 3, 4])
    assert heartbeat.read().healthy
    assert heartbeat.read().message.startswith("Discord answered on each of 3 shards in the last ")
    now = time.time()
    silent = [[0, now, 0.04], [3, now - STALE_SECONDS - 80, 0.05], [4, now, 0.06]]
    (tmp_path / "health").write_text(json.dumps({"shards": silent}), encoding="utf-8")
    dead = heartbeat.read()
    assert not dead.healthy
    assert dead.message == "Of 3 shards, Discord has not answered on 3 for 200 seconds."
    assert dead.latency == 0.05

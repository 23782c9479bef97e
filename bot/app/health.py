"""The heartbeat: a file that says when Discord's gateway last answered, and the check that reads it.

It follows the gateway's acknowledgements and not the process, so a bot that runs and has lost Discord is not
healthy.
"""

import json
import logging
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import SettingsError

log = logging.getLogger(__name__)

STALE_SECONDS = 120.0
"""Discord asks for a heartbeat about every 41 seconds: after two missed ones the bot is not healthy."""

STANDBY_SECONDS = 2.0
"""How often a bot that stands by looks whether the one before it has ended, and says that it is there."""

STANDBY_STALE_SECONDS = 30.0
"""After so long without a word nobody stands by any more."""

STANDING_BY = "Standing by: another bot answers with this database, and this one takes over when that ends."
ANOTHER_STANDS_BY = "Another bot stands by, to take over when this one ends."


@dataclass(frozen=True, slots=True)
class ShardHealth:
    """When one of Discord's shards last answered: ``age`` seconds ago, in ``latency`` seconds; None where it has not yet."""

    shard: int
    age: float | None
    latency: float | None

    @property
    def healthy(self) -> bool:
        """Whether it was heard of lately."""
        return self.age is not None and self.age <= STALE_SECONDS


@dataclass(frozen=True, slots=True)
class Health:
    """What the heartbeat file says. ``age`` is in seconds, None when there is no heartbeat; of several shards, the oldest one's.

    ``standby`` tells whether a bot waits to take over: this one, where there is no heartbeat. ``shards`` are those that the bot
    serves.
    """

    healthy: bool
    age: float | None
    latency: float | None
    message: str
    standby: bool = False
    shards: tuple[ShardHealth, ...] = ()


def _unhealthy(message: str) -> Health:
    return Health(healthy=False, age=None, latency=None, message=message)


class Heartbeat:
    """The file. Its time is the wall clock's, since another process reads it.

    A bot that stands by has a file of its own beside it, since both may be told of the same one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._standby = path.with_name(path.name + ".standby")
        self._answers: dict[int, tuple[float, float]] = {}

    def clear(self) -> None:
        """Remove what an earlier run left, and see that a heartbeat can be written.

        Raises:
            SettingsError: the file cannot be written where it is wanted.
        """
        try:
            self._path.touch()
            self._path.unlink()
        except OSError as error:
            raise self._unwritable(error) from error

    def remove(self) -> None:
        """Remove the file: the bot is not running any more. One that cannot be removed grows old by itself."""
        _remove(self._path)

    def beat(self, latencies: Mapping[int, float], awaited: Sequence[int]) -> None:
        """Write that these shards answered just now, after so many seconds; ``awaited`` are all that the bot serves."""
        now = time.time()
        self._answers |= {shard: (now, latency) for shard, latency in latencies.items()}
        shards = sorted({*awaited, *self._answers})
        _write(self._path, {"shards": [[shard, *self._answers.get(shard, (None, None))] for shard in shards]})

    def stand_by(self) -> None:
        """Write that this bot stands by just now.

        Raises:
            SettingsError: the file cannot be written where it is wanted.
        """
        try:
            _write(self._standby, {"at": time.time()})
        except OSError as error:
            raise self._unwritable(error) from error

    def stand_by_no_longer(self) -> None:
        """Remove what `stand_by` wrote."""
        _remove(self._standby)

    def read(self) -> Health:
        """Return what the files say now."""
        health = self._read_beat()
        if not self._is_stood_by():
            return health
        if health.age is None:
            return Health(True, None, None, STANDING_BY, standby=True)
        return replace(health, message=f"{health.message} {ANOTHER_STANDS_BY}", standby=True)

    def _is_stood_by(self) -> bool:
        try:
            at = float(json.loads(self._standby.read_text(encoding="utf-8"))["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return time.time() - at <= STANDBY_STALE_SECONDS

    def _unwritable(self, error: OSError) -> SettingsError:
        return SettingsError(
            f"The heartbeat file {self._path} cannot be written ({error.strerror}). Set PARLEY_HEALTH_FILE "
            "to a file in a folder that this user may write to."
        )

    def _read_beat(self) -> Health:
        try:
            now = time.time()
            beat = json.loads(self._path.read_text(encoding="utf-8"))
            shards = tuple(_shard(now, *row) for row in beat["shards"])
            if not shards:
                raise ValueError("no shard")
        except FileNotFoundError:
            return Health(
                False, None, None, "No heartbeat: the bot is not running, or has not reached Discord."
            )
        except OSError as error:
            return _unhealthy(f"The heartbeat file {self._path} cannot be read ({error.strerror}).")
        except (ValueError, KeyError, TypeError):
            return _unhealthy(f"The file {self._path} is no heartbeat; set PARLEY_HEALTH_FILE to another.")
        oldest = max((shard for shard in shards if shard.age is not None), key=_age, default=shards[0])
        healthy = all(shard.healthy for shard in shards)
        return Health(healthy, oldest.age, oldest.latency, _message(shards, oldest), shards=shards)


def _shard(now: float, shard: int, at: float | None, latency: float | None) -> ShardHealth:
    if at is None or latency is None:
        return ShardHealth(int(shard), None, None)
    return ShardHealth(int(shard), max(0.0, now - float(at)), float(latency))


def _age(shard: ShardHealth) -> float:
    return shard.age or 0.0


def _message(shards: Sequence[ShardHealth], oldest: ShardHealth) -> str:
    if len(shards) == 1 and oldest.latency is not None:
        return f"Discord answered {_age(oldest):.0f} seconds ago, in {oldest.latency * 1000:.0f} ms."
    silent = [shard for shard in shards if shard.age is not None and not shard.healthy]
    if silent:
        named = ", ".join(f"{shard.shard} for {_age(shard):.0f} seconds" for shard in silent)
        return f"Of {len(shards)} shards, Discord has not answered on {named}."
    there = sum(shard.age is not None for shard in shards)
    if there < len(shards):
        return f"Discord has answered on {there} of {len(shards)} shards; the others are being started."
    return f"Discord answered on each of {len(shards)} shards in the last {_age(oldest):.0f} seconds."


def _write(path: Path, said: Mapping[str, object]) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(said), encoding="utf-8")
    os.replace(fresh, path)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("the file %s could not be removed: %s", path, error)

"""The heartbeat: a file that says when Discord's gateway last answered, and the check that reads it.

It follows the gateway's acknowledgements and not the process, so a bot that runs and has lost Discord is not
healthy.
"""

import json
import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path

from index.errors import SettingsError

log = logging.getLogger(__name__)

STALE_SECONDS = 120.0
"""Discord asks for a heartbeat about every 41 seconds: after two missed ones the bot is not healthy."""


@dataclass(frozen=True, slots=True)
class Health:
    """What the heartbeat file says. ``age`` is in seconds, None when there is no heartbeat."""

    healthy: bool
    age: float | None
    latency: float | None
    message: str


def _unhealthy(message: str) -> Health:
    return Health(healthy=False, age=None, latency=None, message=message)


class Heartbeat:
    """The file. Its time is the wall clock's, since another process reads it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def clear(self) -> None:
        """Remove what an earlier run left, and see that a heartbeat can be written.

        Raises:
            SettingsError: the file cannot be written where it is wanted.
        """
        try:
            self._path.touch()
            self._path.unlink()
        except OSError as error:
            raise SettingsError(
                f"The heartbeat file {self._path} cannot be written ({error.strerror}). Set PARLEY_HEALTH_FILE "
                "to a file in a folder that this user may write to."
            ) from error

    def remove(self) -> None:
        """Remove the file: the bot is not running any more. One that cannot be removed grows old by itself."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the heartbeat file %s could not be removed: %s", self._path, error)

    def beat(self, latency: float) -> None:
        """Write that the gateway answered just now, after ``latency`` seconds."""
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_text(json.dumps({"at": time.time(), "latency": latency}), encoding="utf-8")
        os.replace(fresh, self._path)

    def read(self) -> Health:
        """Return what the file says now."""
        try:
            beat = json.loads(self._path.read_text(encoding="utf-8"))
            age, latency = max(0.0, time.time() - float(beat["at"])), float(beat["latency"])
        except FileNotFoundError:
            return Health(
                False, None, None, "No heartbeat: the bot is not running, or has not reached Discord."
            )
        except OSError as error:
            return _unhealthy(f"The heartbeat file {self._path} cannot be read ({error.strerror}).")
        except (ValueError, KeyError, TypeError):
            return _unhealthy(f"The file {self._path} is no heartbeat; set PARLEY_HEALTH_FILE to another.")
        message = f"Discord answered {age:.0f} seconds ago, in {latency * 1000:.0f} ms."
        return Health(age <= STALE_SECONDS, age, latency, message)

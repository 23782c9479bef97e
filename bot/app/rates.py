"""How often one person and one server may ask, so that nobody keeps the others waiting.

A bucket for each of them, which a minute fills (https://en.wikipedia.org/wiki/Token_bucket). Nothing is stored: a restart
forgets them.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.app.settings import Settings

MINUTE = 60.0
"""Seconds: limits are so many a minute."""

MOST_BUCKETS = 10_000
"""Past this many, those that have filled up again are forgotten."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a person is told; ``repeated`` when it has been said since they, or the server, were last let through."""

    sentence: str
    repeated: bool


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    refused: bool = False


class Rates:
    """Lets through ``per_person`` requests a minute from one person and ``per_server`` from one server; 0 is no limit."""

    def __init__(
        self, per_person: int, per_server: int, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_person = per_person
        self._per_server = per_server
        self._clock = clock
        self._buckets: dict[tuple[str, int], _Bucket] = {}

    @classmethod
    def of(cls, settings: Settings) -> "Rates":
        """Take the limits from the settings."""
        return cls(settings.person_per_minute, settings.server_per_minute)

    def refusal(self, person: int, server: int | None) -> Refusal | None:
        """Count a request of a person on a server, None for a direct message; return what keeps it from being let through.

        A request that is refused does not count, neither for the person nor for the server.
        """
        asked = [("person", person, self._per_person)]
        if server is not None:
            asked.append(("server", server, self._per_server))
        buckets = [(self._bucket(kind, identity, most), kind, most) for kind, identity, most in asked if most]
        for bucket, kind, most in buckets:
            if bucket.left < 1:
                repeated, bucket.refused = bucket.refused, True
                return Refusal(_sentence(kind, most, bucket.left), repeated)
        for bucket, _, _ in buckets:
            bucket.left -= 1
            bucket.refused = False
        return None

    def _bucket(self, kind: str, identity: int, most: int) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.get((kind, identity))
        if bucket is None:
            if len(self._buckets) >= MOST_BUCKETS:
                self._buckets = {key: old for key, old in self._buckets.items() if now - old.at < MINUTE}
            bucket = self._buckets[kind, identity] = _Bucket(most, now)
        bucket.left = min(float(most), bucket.left + (now - bucket.at) * most / MINUTE)
        bucket.at = now
        return bucket


def _sentence(kind: str, most: int, left: float) -> str:
    seconds = math.ceil((1 - left) * MINUTE / most)
    again = f"Try again in {seconds} second{'s' if seconds != 1 else ''}."
    if kind == "person":
        return f"I answer one person {_times(most)} a minute. {again}"
    return f"I answer {_times(most)} a minute on one server, and this one has asked more. {again}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"

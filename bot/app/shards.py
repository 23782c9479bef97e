"""Shards of Discord's gateway: which parts of the bot's servers one process serves.

A server belongs to the shard ``(its id >> 22) % count`` (Discord's developer documentation, Gateway, Sharding).
No setting library is loaded here: the check of a container's health reads which shards it asks about.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

MOST_SHARDS = 16_000
"""Of one bot; chosen: at the 1,000 servers a shard that Discord advises, far more than any bot has."""

_WRITTEN = re.compile(r"(\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?){0,99})/(\d{1,5})", re.ASCII)
_TIMESTAMP_BITS = 22
"""Bits of a snowflake below its time (Discord's developer documentation, Reference, Snowflakes)."""


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards ``ids``, of ``count`` in all, that this process serves."""

    ids: tuple[int, ...]
    count: int

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read "0-3/16" or "0,4-5/8": which ones, of how many.

        Raises ValueError, with what is wrong, where it is not written so.
        """
        found = _WRITTEN.fullmatch("".join(written.split()))
        if found is None:
            raise ValueError("it is not written as 0-3/16, the shards of this process and how many there are")
        count = int(found[2])
        if not 1 <= count <= MOST_SHARDS:
            raise ValueError(f"a bot has from 1 to {MOST_SHARDS} shards")
        ids: set[int] = set()
        for part in found[1].split(","):
            first, _, last = part.partition("-")
            if int(first) > int(last or first) or int(last or first) >= count:
                raise ValueError(f"shards of {count} are counted from 0 to {count - 1}, the lower one first")
            ids.update(range(int(first), int(last or first) + 1))
        return cls(tuple(sorted(ids)), count)

    def __str__(self) -> str:
        return f"{_as_runs(self.ids)}/{self.count}"

    def holds(self, guild_id: int) -> bool:
        """Tell whether a server is one of these shards'."""
        return (guild_id >> _TIMESTAMP_BITS) % self.count in self.ids


def _as_runs(ids: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for number in ids:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)

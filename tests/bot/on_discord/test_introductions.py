"""Shards introduce themselves to Discord in turn, those of other processes among them."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot.on_discord.duties import Duties
from bot.on_discord.introductions import Introductions
from bot.on_discord.turns import FileTurns


@dataclass
class Limits:
    """What Discord says of starts, and how often it was asked."""

    max_concurrency: int
    asked: int = 0

    async def __call__(self) -> "Limits":
        self.asked += 1
        return self


async def test_shards_of_one_bucket_wait_for_each_other_and_of_two_do_not(tmp_path: Path) -> None:
    turns, limits = FileTurns(tmp_path / "parley.db"), Limits(2)
    first, second = Introductions(turns, limits), Introductions(turns, limits)
    await first.turn_of(0)
    await second.turn_of(1)
    waiting = asyncio.create_task(second.turn_of(2))
    other = asyncio.create_task(first.turn_of(4))
    await asyncio.wait({waiting, other}, timeout=0.5)
    assert not waiting.done() and not other.done()
    other.cancel()
    await first.end()
    await waiting
    await second.end()
    assert limits.asked == 2


async def test_one_process_has_the_duties_and_the_next_gets_them(tmp_path: Path) -> None:
    turns = FileTurns(tmp_path / "parley.db")
    first, second = Duties(turns), Duties(turns)
    await first.begin()
    await second.begin()
    assert first.held and not second.held
    await first.end()
    await second.wait()
    assert second.held and not first.held
    await second.end()
    await first.begin()
    assert first.held
    await first.end()

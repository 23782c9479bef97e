"""How the bot holds out: many people asking at once while documents are added.

    python -m bench.load documents.jsonl.gz --people 50 --rounds 4 --passages 20000

The real bot runs as a process of its own, against a stand-in for Discord on the loopback interface, on a database of
sampled text. Everybody asks at the same moment, and again as soon as the answer is there; meanwhile `parley index` adds
documents beside the bot. Printed are how long people waited for Discord's "thinking" and for the answer, as the stand-in saw
it, and how late the bot's event loop was at most, which a task inside the bot measures every ten milliseconds.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aiohttp import web

from bench.speed import sampled
from bot.app.settings import Settings
from index import Document, Index
from tests.bot.on_discord.discord_stand_in import APPLICATION, PERSON, DiscordStandIn, discord_stand_in

TICK = 0.01
WORDS = "Where When Why Who What".split()


class Crowd(DiscordStandIn):
    """A stand-in whose every interaction is another person's, and that notes when each was asked, acknowledged and answered."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, float] = {}
        self.acknowledged: dict[str, float] = {}
        self.answered_at: dict[str, float] = {}
        self.said: dict[str, str] = {}

    async def ask_as(self, person: int, question: str) -> str:
        """Ask, wait for the answer, and return the interaction's id."""
        before = set(self.asked)
        self._person = {
            **PERSON,
            "id": str(2_000_000_000_000_000_000 + person),
            "username": f"person{person}",
        }
        await self.ask(question)
        (identity,) = set(self.asked) - before
        await self.until(lambda: identity in self.answered_at)
        return identity

    async def _dispatch(self, event: str, data: Any) -> None:
        if event == "INTERACTION_CREATE":
            self.asked[data["id"]] = time.monotonic()
            data = {**data, "user": self._person}
        await super()._dispatch(event, data)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Note when a request came, and answer it."""
        now, parts = time.monotonic(), request.path.removeprefix("/api/v10").split("/")
        response = await super().handle(request)
        if parts[1] == "interactions":
            self.acknowledged.setdefault(parts[2], now)
        elif parts[1:3] == ["webhooks", APPLICATION]:
            identity = parts[3].removeprefix("interaction-token-")
            self.answered_at.setdefault(identity, now)
            self.said[identity] = json.dumps(self.requests[-1][2])
            await self._announce()
        return response


async def watched_bot() -> None:
    """Run the bot as `parley run` does; print how late its event loop was, in milliseconds, when it ends."""
    from bot.on_discord.service import serve

    late: list[float] = []

    async def watch() -> None:
        while True:
            begun = time.monotonic()
            await asyncio.sleep(TICK)
            late.append((time.monotonic() - begun - TICK) * 1e3)

    loop = asyncio.get_running_loop()
    watching: list[asyncio.Task[None]] = []

    def begin() -> None:
        late.clear()
        if not watching:
            watching.append(loop.create_task(watch()))

    loop.add_signal_handler(signal.SIGUSR1, begin)
    await serve(Settings.load())
    print(json.dumps(late), flush=True)


def environment(folder: Path, discord: DiscordStandIn) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARLEY_", "DISCORD_"))}
    return {
        **kept,
        "DISCORD_TOKEN": discord.token,
        "PARLEY_DATABASE": str(folder / "parley.db"),
        "PARLEY_DISCORD_API": discord.api,
        "PARLEY_SEEDS": "none",
        "PARLEY_LOG_LEVEL": "WARNING",
        "PYTHONPATH": os.getcwd(),
    }


async def add_documents(
    folder: Path, texts: list[Document], environment: dict[str, str], stop: asyncio.Event
) -> int:
    """Run `parley index` on one new file after another until told to stop; return how many there were."""
    (folder / "added").mkdir()
    number = 0
    while not stop.is_set():
        path = folder / "added" / f"{number}.txt"
        halves = (texts[(number + more) % len(texts)].text for more in (0, 1))
        path.write_text("\n\n".join(text[: len(text) // 2] for text in halves), encoding="utf-8")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "index", path, env=environment, stdout=asyncio.subprocess.DEVNULL
        )
        assert await process.wait() == 0
        number += 1
    return number


async def one_person(discord: Crowd, person: int, questions: Iterable[str]) -> None:
    for question in questions:
        await discord.ask_as(person, question)


async def run(folder: Path, documents: Path, arguments: argparse.Namespace) -> None:
    """Build the database, start the bot, let everybody ask, and print what was seen."""
    with Index.open(folder / "parley.db") as index:
        texts = list(sampled(documents, arguments.passages))
        index.add_documents(texts)
        passages = index.totals()[1]
    chance = random.Random(5)

    def question() -> str:
        words = [word.strip(".,;:") for word in chance.choice(texts).text.split()]
        start = chance.randrange(len(words) - 8)
        return f"{chance.choice(WORDS)} {' '.join(words[start : start + chance.randint(4, 7)])}?"

    async with discord_stand_in(Crowd) as discord:
        assert isinstance(discord, Crowd)
        variables = environment(folder, discord)
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bench.load", "--bot", env=variables, stdout=asyncio.subprocess.PIPE
        )
        try:
            await asyncio.wait_for(discord.ready.wait(), 60)
            # Three at once, so that the processes that answer such questions are there.
            await asyncio.gather(*(discord.ask_as(person, question()) for person in range(3)))
            bot.send_signal(signal.SIGUSR1)
            discord.asked.clear()
            stop = asyncio.Event()
            adding = asyncio.create_task(add_documents(folder, texts, variables, stop))
            begun = time.monotonic()
            everybody = [
                one_person(discord, person, [question() for _ in range(arguments.rounds)])
                for person in range(arguments.people)
            ]
            await asyncio.wait_for(asyncio.gather(*everybody), 300)
            seconds = time.monotonic() - begun
            stop.set()
            added = await adding
            bot.send_signal(signal.SIGTERM)
            told = await bot.stdout.read() if bot.stdout else b"[]"
            await bot.wait()
        finally:
            if bot.returncode is None:
                bot.kill()
                await bot.wait()
    report(discord, arguments.people, json.loads(told), passages, added, seconds)


def report(discord: Crowd, people: int, late: list[float], passages: int, added: int, seconds: float) -> None:
    """Print what people saw, in milliseconds."""
    asked = discord.asked
    answers = [(discord.answered_at[i] - at) * 1e3 for i, at in asked.items()]
    thinking = [(discord.acknowledged[i] - at) * 1e3 for i, at in asked.items()]
    busy = sum("busy" in discord.said[identity] for identity in asked)
    print(f"{passages:,} passages, {people} people, {len(asked)} questions in {seconds:.1f} s,")
    print(f'{added} documents added meanwhile, {busy} questions answered with "busy"\n')
    print("| ms | p50 | p95 | most |\n| --- | --- | --- | --- |")
    for name, times in (("acknowledged", thinking), ("answered", answers), ("event loop late", late)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"| {name} | {statistics.median(times):.0f} | {p95:.0f} | {max(times):.0f} |")


def main() -> None:
    if sys.argv[1:] == ["--bot"]:
        asyncio.run(watched_bot())
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path, help="real text: JSON Lines, gzipped, with `text`")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=4, help="questions of each person, one after another")
    parser.add_argument("--passages", type=int, default=20_000)
    arguments = parser.parse_args()
    if not arguments.documents.is_file():
        parser.error(f"there is no file {arguments.documents}")
    with TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder), arguments.documents, arguments))


if __name__ == "__main__":
    main()

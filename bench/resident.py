"""How much memory a bot takes whose index is a file, and one whose index is in a cluster, in one run.

    python -m bench.resident documents.jsonl.gz --passages 20000 --questions 200

`parley run` is a process of its own each time, on a stand-in for Discord on the loopback interface, over the same documents:
first with a file, then with three nodes on this machine, to which that is moved. The questions of ``whitehouse.jsonl`` are asked
one after another. Printed is what is resident when the bot has started, and after so many questions: all of it, what no file is
behind, and the most that there was.
"""

import argparse
import asyncio
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.asking import QUESTIONS, fill
from bench.load import Crowd, environment
from index import Cluster, Index
from index.evaluation import read_questions
from tests.bot.on_discord.discord_stand_in import discord_stand_in
from tests.cluster.nodes import running

TO_START = 300.0
"""Seconds that a bot may take to start, with a copy to be made."""


async def run(
    name: str, folder: Path, questions: Sequence[str], steps: Sequence[int], variables: Mapping[str, str]
) -> None:
    """Start a bot whose database is in ``folder``, ask, and print a line after so many questions each."""
    async with discord_stand_in(Crowd) as discord:
        assert isinstance(discord, Crowd)
        environ = {**environment(folder, discord), **variables}
        bot = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environ)
        try:
            await asyncio.wait_for(discord.ready.wait(), TO_START)
            for number, question in enumerate(questions):
                if number in steps:
                    print(line(name, number, bot.pid), flush=True)
                await discord.ask_as(number % 50, question)
            print(line(name, len(questions), bot.pid), flush=True)
            bot.send_signal(signal.SIGTERM)
            await bot.wait()
        finally:
            if bot.returncode is None:
                bot.kill()
                await bot.wait()


def line(name: str, questions: int, process: int) -> str:
    """Return a row of the table: what is resident of a process after so many questions, in megabytes."""
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    sizes = {
        key: int(value.split()[0]) / 1e3
        for key, _, value in (row.partition(":") for row in told if "kB" in row)
    }
    return f"| {name} | {questions} | {sizes['VmRSS']:.0f} | {sizes['RssAnon']:.0f} | {sizes['VmHWM']:.0f} |"


def main() -> None:
    """Fill both, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--questions", type=int, default=200)
    given = parser.parse_args()
    asked = [question.question for question in read_questions(QUESTIONS)]
    questions = [asked[number % len(asked)] for number in range(given.questions)]
    steps = (0, 1, 10, 50, 100)
    with ExitStack() as held:
        folder = Path(held.enter_context(TemporaryDirectory()))
        path = folder / "parley.db"
        with Index.open(path) as index:
            fill(index, given.documents, given.passages)
            print(f"{index.totals()[1]:,} passages\n")
        print("| | questions | resident, MB | of no file | at most |\n| --- | --- | --- | --- | --- |")
        asyncio.run(run("file", folder, questions, steps, {}))
        nodes = held.enter_context(running(folder))
        where = Cluster(tuple(nodes.addresses), prefix="bench-resident")
        with (
            Index.open(path, create=False) as index,
            Index.open(folder / "moved.copy", cluster=where) as moved,
        ):
            index.move_to(moved)
        home = folder / "machine"
        home.mkdir()
        variables = {
            "PARLEY_ENGINE": "opensearch",
            "PARLEY_OPENSEARCH_ADDRESSES": ",".join(nodes.addresses),
            "PARLEY_OPENSEARCH_PREFIX": where.prefix,
        }
        # The first start makes the copy, the second finds it.
        for name in ("cluster, copy made", "cluster, copy there"):
            asyncio.run(run(name, home, questions, steps, variables))


if __name__ == "__main__":
    main()

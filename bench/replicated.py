"""The index in a cluster beside the one in a file, in one run: three nodes on this machine, which it starts and ends.

    python -m bench.replicated documents.jsonl.gz --passages 10000 100000
    python -m bench.replicated --database parley.db
    python -m bench.replicated --deaths 10
    python -m bench.replicated --restarts 1

The first adds documents to a file until it has so many passages, the second takes a file; it is moved into the cluster, a second
copy is made from there, and the questions are asked of both, without the reader, which reads what either finds. The third kills a
node in the middle of 200 questions to one copy and 200 additions to another, so many times. The last ends and starts each node,
one after the other, so many times, while questions and additions go on. The nodes share this machine with what asks.
"""

import argparse
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench.asking import QUESTIONS, fill, resident
from bench.cluster import PER_DEATH
from bench.speed import size_of
from index import Answer, Cluster, Document, Index
from index.evaluation import read_questions
from index.search.opensearch.opening import connect
from tests.cluster.nodes import NODES, running
from tests.cluster.nodes import Cluster as Nodes

T = TypeVar("T")


def main() -> None:
    """Start the nodes, and measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000])
    parser.add_argument("--database", type=Path)
    parser.add_argument("--step", type=int, default=1, help="ask every n-th question (1)")
    parser.add_argument("--deaths", type=int, default=0)
    parser.add_argument("--restarts", type=int, default=0)
    given = parser.parse_args()
    questions = [question.question for question in read_questions(QUESTIONS)][:: given.step]
    with ExitStack() as held:
        folder = Path(held.enter_context(TemporaryDirectory()))
        nodes = held.enter_context(running(folder))
        if given.database:
            with Index.open(given.database, create=False, reader=False) as index:
                beside(index, given.database, folder, nodes, questions)
        for number in given.passages if given.documents else ():
            path = folder / f"{number}.db"
            with Index.open(path, reader=False) as index:
                _, took = timed(partial(fill, index, given.documents, number))
                print(f"file filled in {took:.1f} s")
                beside(index, path, folder, nodes, questions)
        if given.deaths:
            die(nodes, folder, given.deaths)
        if given.restarts:
            restart(nodes, folder, given.restarts)


def beside(index: Index, path: Path, folder: Path, nodes: Nodes, questions: Sequence[str]) -> None:
    """Move an index into the cluster, ask both, and print what was measured."""
    passages = index.stats().passages
    where = Cluster(tuple(nodes.addresses), prefix=f"bench-{passages}")
    copy, second = folder / f"{passages}.copy", folder / f"{passages}.second.copy"
    with Index.open(copy, cluster=where, reader=False) as clustered:
        _, moving = timed(lambda: index.move_to(clustered))
        _, copying = timed(lambda: Index.open(second, cluster=where, reader=False).close())
        print(
            f"{passages:,} passages: moved at {passages / moving:,.0f} a second, copied at {passages / copying:,.0f}; "
            f"bytes a passage: file {1e6 * size_of(path) / passages:,.0f}, copy {1e6 * size_of(copy) / passages:,.0f}, "
            + ", ".join(f"{name} {size / passages:,.0f}" for name, size in sizes(where).items())
        )
        told: list[list[Answer]] = []
        for name, one in (("file", index), ("cluster", clustered)):
            before = resident()
            for question in questions[:10]:
                one.ask(question)
            answers, times = zip(
                *(timed(partial(one.ask, question)) for question in questions),
                strict=True,
            )
            told.append(list(answers))
            middle, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
            print(
                f"{name}: p50 {1e3 * middle:.1f} ms, p95 {1e3 * high:.1f} ms, "
                f"{before:.0f} MB resident before, {resident():.0f} after",
                flush=True,
            )
        pairs = list(zip(*told, strict=True))
        first = sum(excerpts(one)[:1] == excerpts(other)[:1] for one, other in pairs)
        rest = sum(excerpts(one) == excerpts(other) for one, other in pairs)
        listed = index.timeline() == clustered.timeline(), index.quotes() == clustered.quotes()
        print(
            f"{len(pairs)} questions: the first excerpt equal on {first}, all of them on {rest}; "
            f"timeline and quotations equal: {listed}",
            flush=True,
        )


def sizes(where: Cluster) -> dict[str, int]:
    """Return how many bytes one copy of each part of an index in the cluster takes, once nothing is left to merge."""
    connection = connect(where)
    found = {}
    for part in ("passages", "parcels", "entries"):
        name = f"{where.prefix}-{part}"
        connection.client.indices.flush(index=name)
        stats = connection.client.indices.stats(index=name, metric="store")
        found[part] = stats["_all"]["primaries"]["store"]["size_in_bytes"]
    connection.close()
    return found


def timed(do: Callable[[], T]) -> tuple[T, float]:
    """Return what ``do`` returns, and the seconds it took."""
    begun = time.perf_counter()
    returned = do()
    return returned, time.perf_counter() - begun


def excerpts(answer: Answer) -> list[tuple[str, int, int]]:
    """Return which spans of which documents an answer shows."""
    return [(excerpt.document.id, excerpt.start, excerpt.end) for excerpt in answer.excerpts]


class Traffic:
    """Additions to one copy of an index, and questions to another, each noted with what came of it."""

    def __init__(self, adds: Index, asks: Index) -> None:
        self._adds, self._asks = adds, asks
        self._tried = 0
        self.added = 0
        self.times: list[float] = []
        self.failed: list[str] = []

    def add(self, most: int | None = None, done: threading.Event | None = None) -> None:
        """Add one document after another, so many, or until told that it is done."""
        last = None if most is None else self._tried + most
        while self._tried != last and not (done and done.is_set()):
            self._tried += 1
            try:
                document = Document(f"{self._tried:06}", "Grain", "The grain talks went on in Bern.")
                self._adds.add_documents([document])
                self.added += 1
            except Exception as error:  # noqa: BLE001 - counted, and printed
                self.failed.append(repr(error))

    def ask(self) -> None:
        """Ask once; everything that was acknowledged before has to be found."""
        known = self.added
        try:
            answer, took = timed(lambda: self._asks.ask("Where did the grain talks go on?"))
            found = self._asks.totals()[0]
            if (not answer.excerpts and known) or found < known:
                self.failed.append(f"{known} were acknowledged, and {found} found")
            self.times.append(took)
        except Exception as error:  # noqa: BLE001 - counted, and printed
            self.failed.append(repr(error))

    def told(self) -> str:
        """Return what came of it so far."""
        lost = self.added - self._asks.totals()[0]
        high = statistics.quantiles(self.times, n=20)[-1]
        return (
            f"{len(self.times)} questions answered, {len(self.failed)} failed {self.failed[:3]}, "
            f"{self.added} of {self._tried} additions acknowledged, {lost} lost; "
            f"p50 {1e3 * statistics.median(self.times):.0f} ms, p95 {1e3 * high:.0f} ms, "
            f"longest {1e3 * max(self.times):.0f} ms"
        )


@contextmanager
def traffic(nodes: Nodes, folder: Path, name: str) -> Iterator[Traffic]:
    """Give traffic between two copies of a new index."""
    where = Cluster(tuple(nodes.addresses), prefix=f"bench-{name}")
    with (
        Index.open(folder / f"{name}.adds.copy", cluster=where, reader=False) as adds,
        Index.open(folder / f"{name}.asks.copy", cluster=where, reader=False) as asks,
    ):
        yield Traffic(adds, asks)


def die(nodes: Nodes, folder: Path, rounds: int) -> None:
    """Kill a node in the middle of questions and additions, and print what failed, was lost, and how long questions took."""
    with traffic(nodes, folder, "deaths") as flowing:
        for number in range(rounds):
            place = number % NODES
            adding = threading.Thread(target=flowing.add, args=(PER_DEATH,))
            adding.start()
            for question in range(PER_DEATH):
                if question == PER_DEATH // 3:
                    nodes.kill(place)
                flowing.ask()
            adding.join()
            nodes.start(place)
            print(f"{number + 1} deaths: {flowing.told()}", flush=True)


def restart(nodes: Nodes, folder: Path, rounds: int) -> None:
    """End and start each node, one after the other, while questions and additions go on; print the same as of deaths."""
    with traffic(nodes, folder, "restarts") as flowing:
        for number in range(rounds):
            done = threading.Event()

            def roll(done: threading.Event = done) -> None:
                try:
                    for place in range(NODES):
                        nodes.end(place)
                        nodes.start(place)
                finally:
                    done.set()

            threads = [
                threading.Thread(target=roll),
                threading.Thread(target=partial(flowing.add, done=done)),
            ]
            for thread in threads:
                thread.start()
            while not done.is_set():
                flowing.ask()
            for thread in threads:
                thread.join()
            print(f"{number + 1} rolling restarts: {flowing.told()}", flush=True)


if __name__ == "__main__":
    main()

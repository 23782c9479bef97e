"""The engine in a cluster beside the one in the file, in one run: three nodes on this machine, which it starts and ends.

    python -m bench.cluster documents.jsonl.gz --passages 10000 100000
    python -m bench.cluster --deaths 10

The first samples corpora like ``bench.speed`` does, gives both engines their passages (terms are made before, and not counted),
and asks both the same questions; each answer of the one is held against the other's. The second kills a node in the middle of 200
questions and 200 additions, so many times. The nodes share this machine with what asks them. ``bench.replicated`` measures the
whole index.
"""

import argparse
import json
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.speed import read_documents, size_of, write_corpus
from index import Document
from index.adding import ingestion
from index.adding.passages import passages
from index.language.tokens import Analyzer
from index.requests import Filters
from index.search.engine import DocumentPassages, Engine
from index.search.opensearch.connection import Connection
from index.search.opensearch.engine import ClusterEngine
from index.search.segment_engine import SegmentEngine
from index.storage.sentences import POSITION_TYPE
from index.storage.store import Store
from tests.cluster.nodes import NODES, Cluster, running

AT_ONCE = 64
"""Documents of one write."""
PER_DEATH = 200
"""Questions, and additions, during which one node dies."""


def main() -> None:
    """Start the nodes, and measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000])
    parser.add_argument("--deaths", type=int, default=0)
    given = parser.parse_args()
    with ExitStack() as held:
        folder = Path(held.enter_context(TemporaryDirectory()))
        cluster = held.enter_context(running(folder))
        connection = held.enter_context(closing(Connection(cluster.addresses)))
        if given.documents:
            print(
                f"{'passages':>9} {'engine':>8} {'a second':>9} {'MB':>7} {'p50 ms':>7} {'p95 ms':>7}  alike"
            )
            for number in given.passages:
                side_by_side(given.documents, number, folder, connection)
        if given.deaths:
            die(cluster, connection, given.deaths)


def side_by_side(documents: Path, number: int, folder: Path, connection: Connection) -> None:
    """Fill and ask both engines, and print a line for each."""
    write_corpus(documents, number, folder)
    questions = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
    prepared = dict(enumerate(map(prepare(), read_documents(folder)), 1))
    path = folder / f"{number}.db"
    with closing(Store(path)) as store:
        in_cluster = ClusterEngine(connection, f"bench-{number}")
        told = []
        for name, engine in (("file", SegmentEngine(store)), ("cluster", in_cluster)):
            count, seconds = fill(engine, prepared, store if name == "file" else None)
            if name == "file":
                engine.optimise()
                size = size_of(path)
            else:
                stats = connection.client.indices.stats(index=in_cluster.index_of_passages, metric="store")
                size = stats["_all"]["primaries"]["store"]["size_in_bytes"] / 1e6
            for question in questions[:20]:
                ask(engine, question)
            times, hits = zip(*(timed(engine, question) for question in questions), strict=True)
            told.append(hits)
            alike = "" if len(told) == 1 else sum(a == b for a, b in zip(*told, strict=True))
            middle, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
            print(
                f"{count:>9} {name:>8} {count / seconds:>9.0f} {size:>7.1f} {middle:>7.1f} {high:>7.1f}  {alike}",
                flush=True,
            )
        in_cluster.remove_everything()


def prepare() -> Callable[[Document], DocumentPassages]:
    """Return what makes the passages of a document, and looks for nothing else in it."""
    analyzer = Analyzer()

    def prepared(document: Document) -> DocumentPassages:
        found = analyzer.languages.sentences(document.text)
        tokens = [analyzer.tokens(document.slice(sentence.start, sentence.end)) for sentence in found]
        terms = [" ".join(token.term for token in held) for held in tokens]
        positions = [np.array([token.position for token in held], POSITION_TYPE).tobytes() for held in tokens]
        places = {sentence.start: place for place, sentence in enumerate(found)}
        spans = tuple(
            (places[passage.sentences[0].start], places[passage.sentences[-1].start])
            for passage in passages(found)
        )
        return DocumentPassages(
            document, found, terms, positions, spans, tuple(analyzer.terms(document.title))
        )

    return prepared


def fill(engine: Engine, prepared: dict[int, DocumentPassages], store: Store | None) -> tuple[int, float]:
    """Give an engine the passages of documents by their rows; return how many there are, and the seconds it took."""
    items = iter(prepared.items())
    begun = time.perf_counter()
    while several := dict(islice(items, AT_ONCE)):
        if store is None:
            engine.write(several, many=True)
            continue
        with store.writing() as db:
            db.conn.executemany(
                """INSERT INTO documents (row, id, collection, key, title, publisher, published, text, pages, digest,
                   title_terms, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', '', '', '')""",
                [
                    (
                        row, item.document.id, item.document.collection, item.document.key, item.document.title,
                        item.document.publisher, str(item.document.published), item.document.text,
                    )
                    for row, item in several.items()
                ],
            )  # fmt: skip
            ingestion.write_passages(db, engine, several, many=True)
    engine.settle()
    return sum(len(item.passages) for item in prepared.values()), time.perf_counter() - begun


def ask(engine: Engine, terms: Sequence[str]) -> list[tuple[int, float]]:
    """Return the ten best passages with their scores."""
    with engine.moment() as moment:
        hits = moment.search(dict.fromkeys(terms, 1.0), 10, Filters())
        return [(hit.passage, hit.score) for hit in hits]


def timed(engine: Engine, terms: Sequence[str]) -> tuple[float, list[tuple[int, float]]]:
    """Return how many milliseconds a question took, and its hits."""
    begun = time.perf_counter()
    hits = ask(engine, terms)
    return (time.perf_counter() - begun) * 1e3, hits


def die(cluster: Cluster, connection: Connection, rounds: int) -> None:
    """Kill a node in the middle of questions and additions, and print what failed, was lost, and how long questions took."""
    engine = ClusterEngine(connection, "bench-deaths")
    item = prepare()(Document("grain", "Grain", "The grain talks went on."))
    times: list[float] = []
    failed: list[str] = []
    added = 0

    def add(rows: range) -> None:
        nonlocal added
        for row in rows:
            engine.write({row: item})
            added += 1

    for number in range(rounds):
        start = number * PER_DEATH
        adding = threading.Thread(target=add, args=(range(start + 1, start + PER_DEATH + 1),))
        adding.start()
        place = number % NODES
        for question in range(PER_DEATH):
            if question == PER_DEATH // 3:
                cluster.kill(place)
            known = added
            try:
                took, _ = timed(engine, ["grain", "talk"])
                with engine.moment() as moment:
                    if moment.holding("grain") < known:
                        failed.append(f"{known - moment.holding('grain')} not found")
                times.append(took)
            except Exception as error:  # noqa: BLE001 - counted, and printed
                failed.append(repr(error))
        adding.join()
        cluster.start(place)
        with engine.moment() as moment:
            lost = added - moment.holding("grain")
        high = statistics.quantiles(times, n=20)[-1]
        print(
            f"{number + 1} deaths: {len(times)} questions answered, {len(failed)} failed {failed[:3]}, "
            f"{added} of {(number + 1) * PER_DEATH} additions acknowledged, {lost} lost; "
            f"p50 {statistics.median(times):.0f} ms, p95 {high:.0f} ms, longest {max(times):.0f} ms",
            flush=True,
        )
    engine.remove_everything()


if __name__ == "__main__":
    main()

"""How fast Parley indexes and searches, beside rank-bm25, bm25s, SQLite FTS5 and tantivy, in one run.

    python -m bench.speed documents.jsonl.gz --passages 1000 10000 100000

The corpora are sampled, sentence by sentence, from the documents given (JSON Lines with ``text``). Every engine indexes the
same passages and answers the same questions, as the terms of Parley's own analysis, and gives the ten best; Parley also
splits and analyses the text, finds its dates and quotations, and stores it, which the others are spared. Each engine has a
process of its own, so that its peak memory is its own; the processor time is that of its processes together. Engines that
are not installed are left out. Below the table stands what adding a document to Parley's database takes, removing one, and
asking for timelines and quotations.
"""

import argparse
import gzip
import importlib.util
import json
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from functools import partial
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from index import Document, Index
from index.adding.passages import passages
from index.errors import QueryError
from index.language.sentences import sentences
from index.language.tokens import Analyzer
from index.requests import Filters
from index.search.bm25 import K1, B

SENTENCES = 31
"""Sentences of a sampled document: fifteen passages."""

PUBLISHERS = ("The Delta Courier", "Harbor Herald", "Estuary Times")
FIRST_DAY, DAYS = date(2021, 1, 20), 1_900

QUESTIONS = 200
ADDITIONS = 25
TOPICS = (
    None, "ceasefire", "sanctions", "peace talks", "grain", "hostages in Gaza", "nuclear weapons", "tariffs on China",
    "military assistance to Ukraine", "the prime minister's visit", "president", "work of the American people",
)  # fmt: skip
LIMIT = 60
"""Entries of a timeline or of quotations, as many as a card with pages asks for."""

SECONDS = 20.0
"""An engine is asked until all questions are answered or this long, and 15 times at the least."""

Row = dict[str, float | None]
Ask = Callable[[list[str]], Any]


def sampled(documents: Path, number: int) -> Iterator[Document]:
    """Yield documents of sampled sentences that make ``number`` passages in all; the same ones every time."""
    chance = random.Random(number)
    pool = _pool(documents)
    for place in range(-(-number // (SENTENCES // 2))):
        parts: list[str] = []
        while len(parts) < SENTENCES:
            run = chance.choice(pool)
            start = chance.randrange(len(run))
            parts.extend(run[start : start + chance.randint(1, 3)])
        yield Document(
            key=f"sampled-{place}",
            title=" ".join(chance.choice(chance.choice(pool)).split()[:8]),
            text=" ".join(parts[:SENTENCES]),
            publisher=chance.choice(PUBLISHERS),
            published=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        )


def _pool(documents: Path) -> list[list[str]]:
    pool = []
    with gzip.open(documents, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            spans = sentences(text)
            run = [" ".join(text[s.start : s.end].split()) for s in spans if 60 < s.end - s.start < 300]
            if run:
                pool.append([part if part[-1] in ".!?" else part + "." for part in run])
    return pool


def write_corpus(documents: Path, number: int, folder: Path) -> None:
    """Write the documents, the terms of each passage, and questions: three to six terms of a random passage, in its order."""
    analyzer, chance = Analyzer(), random.Random(1)
    sample: list[list[str]] = []
    with (
        (folder / "documents.jsonl").open("w", encoding="utf-8") as texts,
        (folder / "terms.txt").open("w", encoding="utf-8") as out,
    ):
        for document in sampled(documents, number):
            day = document.published.isoformat() if document.published else ""
            fields = [document.key, document.title, document.text, document.publisher, day]
            texts.write(json.dumps(fields) + "\n")
            for passage in passages(sentences(document.text)):
                terms = " ".join(
                    term
                    for sentence in passage.sentences
                    for term in analyzer.terms(document.text[sentence.start : sentence.end])
                )
                out.write(terms + "\n")
                if chance.random() < 20 * QUESTIONS / number:
                    sample.append(terms.split())
    questions = []
    for words in chance.sample(sample, QUESTIONS):
        places = sorted(chance.sample(range(len(words)), min(len(words), chance.randint(3, 6))))
        questions.append(list(dict.fromkeys(words[place] for place in places)))
    (folder / "questions.json").write_text(json.dumps(questions), encoding="utf-8")


def read_documents(folder: Path) -> Iterator[Document]:
    with (folder / "documents.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            key, title, text, publisher, day = json.loads(line)
            yield Document(key, title, text, publisher, published=date.fromisoformat(day))


def read_terms(folder: Path) -> list[list[str]]:
    with (folder / "terms.txt").open(encoding="utf-8") as lines:
        return [line.split() for line in lines]


def size_of(path: Path) -> float:
    files = [path] if path.is_file() else list(path.rglob("*"))
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def memory(name: str) -> float:
    """Return a figure of this process's memory in MB: VmRSS, what is resident now, or VmHWM, the most that was."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(lines[name].split()[0]) / 1e3


class Parley:
    def build(self, folder: Path) -> None:
        (folder / "parley.db").unlink(missing_ok=True)
        with Index.open(folder / "parley.db") as index:
            index.add_documents(read_documents(folder))

    def open(self, folder: Path) -> Ask:
        self.index = Index.open(folder / "parley.db")
        return self._ask

    def _ask(self, terms: list[str]) -> Any:
        with self.index.searching() as searcher:
            return searcher.search(dict.fromkeys(terms, 1.0), 10, Filters())

    def size(self, folder: Path) -> float:
        return size_of(folder / "parley.db")

    def upkeep(self, folder: Path) -> dict[str, list[float]]:
        """Return how many milliseconds it took to add a document, and to remove it, each of several times."""
        times: dict[str, list[float]] = {"add": [], "remove": []}
        text = "\n\n".join(document.text for document in islice(read_documents(folder), 3))
        with Index.open(folder / "parley.db") as index:
            for number in range(ADDITIONS):
                document = Document(f"added-{number}", "An article that was added", text[: 4_000 + number])
                begun = time.perf_counter()
                index.add_documents([document])
                added = time.perf_counter()
                index.remove(document.id)
                times["add"].append((added - begun) * 1e3)
                times["remove"].append((time.perf_counter() - added) * 1e3)
        return times

    def lookups(self, folder: Path) -> dict[str, list[float]]:
        """Return how many milliseconds timelines and quotations took, asked for in every way that people can."""
        times: dict[str, list[float]] = {"timeline": [], "quotes": []}
        first = FIRST_DAY + timedelta(days=DAYS // 2)
        last = first + timedelta(days=60)
        with Index.open(folder / "parley.db") as index:
            actors = [None, *index.actors()[:40:8]]
            speakers = [None, *(speaker.name for speaker in index.speakers()[:40:8])]
            for topic, (since, until) in product(TOPICS, ((None, None), (first, last))):
                for who in actors:
                    ask = partial(index.timeline, topic, since=since, until=until, actor=who, limit=LIMIT)
                    times["timeline"].append(_milliseconds(ask))
                for who in speakers:
                    quote = partial(index.quotes, who, about=topic, since=since, until=until, limit=LIMIT)
                    times["quotes"].append(_milliseconds(quote))
        return times


def _milliseconds(ask: Callable[[], object]) -> float:
    begun = time.perf_counter()
    try:
        ask()
    except QueryError:
        # That nothing fits has to be found out as well.
        return (time.perf_counter() - begun) * 1e3
    return (time.perf_counter() - begun) * 1e3


class RankBM25:
    def build(self, folder: Path) -> None:
        from rank_bm25 import BM25Okapi

        self.terms = read_terms(folder)
        self.ranking = BM25Okapi(self.terms)

    def open(self, folder: Path) -> Ask:
        return lambda terms: self.ranking.get_top_n(terms, self.terms, 10)

    def size(self, folder: Path) -> float | None:
        return None


class BM25S:
    def build(self, folder: Path) -> None:
        import bm25s

        ranking = bm25s.BM25(k1=K1, b=B)
        ranking.index(read_terms(folder), show_progress=False)
        ranking.save(folder / "bm25s")

    def open(self, folder: Path) -> Ask:
        import bm25s

        ranking = bm25s.BM25.load(folder / "bm25s", mmap=True)
        return lambda terms: ranking.retrieve([terms], k=10, show_progress=False)

    def size(self, folder: Path) -> float:
        return size_of(folder / "bm25s")


class FTS5:
    def build(self, folder: Path) -> None:
        (folder / "fts5.db").unlink(missing_ok=True)
        db = sqlite3.connect(folder / "fts5.db")
        db.execute("CREATE VIRTUAL TABLE passages USING fts5 (terms, content='')")
        with db:
            rows = enumerate((folder / "terms.txt").open(encoding="utf-8"))
            db.executemany("INSERT INTO passages (rowid, terms) VALUES (?, ?)", rows)
        db.execute("INSERT INTO passages (passages) VALUES ('optimize')")
        db.commit()
        db.close()

    def open(self, folder: Path) -> Ask:
        db = sqlite3.connect(folder / "fts5.db")
        statement = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10"
        return lambda terms: db.execute(statement, [" OR ".join(f'"{t}"' for t in terms)]).fetchall()

    def size(self, folder: Path) -> float:
        return size_of(folder / "fts5.db")


class Tantivy:
    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        return builder.build()

    def build(self, folder: Path) -> None:
        import tantivy

        shutil.rmtree(folder / "tantivy", ignore_errors=True)
        (folder / "tantivy").mkdir()
        writer = tantivy.Index(self._schema(), path=str(folder / "tantivy")).writer(128_000_000)
        with (folder / "terms.txt").open(encoding="utf-8") as lines:
            for line in lines:
                writer.add_document(tantivy.Document(terms=line))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> Ask:
        import tantivy

        schema = self._schema()
        searcher = tantivy.Index(schema, path=str(folder / "tantivy"), reuse=True).searcher()

        def ask(terms: list[str]) -> Any:
            parts = [
                (tantivy.Occur.Should, tantivy.Query.term_query(schema, "terms", t, "freq")) for t in terms
            ]
            return searcher.search(tantivy.Query.boolean_query(parts), 10)

        return ask

    def size(self, folder: Path) -> float:
        return size_of(folder / "tantivy")


ENGINES: dict[str, tuple[Any, str]] = {
    "parley": (Parley, "index"),
    "rank-bm25": (RankBM25, "rank_bm25"),
    "bm25s": (BM25S, "bm25s"),
    "fts5": (FTS5, "sqlite3"),
    "tantivy": (Tantivy, "tantivy"),
}
COLUMNS = {
    "index": "s",
    "CPU": "s",
    "build MB": "MB",
    "file": "MB",
    "open": "ms",
    "first": "ms",
    "open MB": "MB",
    "asked MB": "MB",
    "p50": "ms",
    "p95": "ms",
}


WORK = {
    "add": "adding a document",
    "remove": "removing a document",
    "timeline": "a timeline",
    "quotes": "quotations",
}


def measure(name: str, step: str, folder: Path) -> Row:
    """Build, or open and ask, in this process; return the figures of the step."""
    engine = ENGINES[name][0]()
    row: Row = {}
    if step in ("upkeep", "lookups"):
        for what, times in getattr(engine, step)(folder).items():
            row |= {f"{what} p50": statistics.median(times), f"{what} p95": _p95(times)}
    if step == "build" or (step == "ask" and name == "rank-bm25"):
        spent, begun = processor_seconds(), time.perf_counter()
        engine.build(folder)
        row["index"] = time.perf_counter() - begun
        row["CPU"] = processor_seconds() - spent
        row["file"] = engine.size(folder)
        row["build MB"] = memory("VmHWM")
    if step == "ask":
        row |= _asked(engine, folder)
    if name == "rank-bm25":
        row["open"] = None
    return row


def processor_seconds() -> float:
    """Return the processor time of this process and of its children that have ended."""
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in usage)


def _asked(engine: Any, folder: Path) -> Row:
    questions = json.loads((folder / "questions.json").read_text(encoding="utf-8"))
    begun = time.perf_counter()
    ask = engine.open(folder)
    opened = time.perf_counter()
    ask(questions[0])
    first = time.perf_counter()
    held = memory("VmRSS")
    times = []
    for number, question in enumerate(questions):
        asked = time.perf_counter()
        ask(question)
        times.append((time.perf_counter() - asked) * 1e3)
        if number >= 15 and time.perf_counter() - first > SECONDS:
            break
    return {
        "open": (opened - begun) * 1e3,
        "first": (first - opened) * 1e3,
        "open MB": held,
        "asked MB": memory("VmRSS"),
        "p50": statistics.median(times),
        "p95": _p95(times),
    }


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def compare(documents: Path, passages: int, engines: list[str], kept: Path | None) -> dict[str, Row]:
    """Measure each engine in processes of its own; below ``kept`` the corpus is made once and stays."""
    with ExitStack() as held:
        folder = kept / str(passages) if kept else Path(held.enter_context(TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "questions.json").exists():
            write_corpus(documents, passages, folder)
        return {engine: _in_processes(engine, folder) for engine in engines}


def _in_processes(engine: str, folder: Path) -> Row:
    row: Row = {}
    steps = {"rank-bm25": ("ask",), "parley": ("build", "ask", "upkeep", "lookups")}.get(
        engine, ("build", "ask")
    )
    for step in steps:
        command = [sys.executable, "-m", "bench.speed", "--measure", engine, step, str(folder)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        row |= json.loads(done.stdout)
    return row


def show(passages: int, rows: dict[str, Row]) -> None:
    """Print a table in Markdown; beside each figure its ratio to Parley's."""
    print(f"\n{passages:,} passages\n", flush=True)
    print("| engine | " + " | ".join(f"{name}, {unit}" for name, unit in COLUMNS.items()) + " |")
    print("| --- |" + " --- |" * len(COLUMNS))
    own = rows.get("parley", {})
    for engine, row in rows.items():
        cells = [
            _cell(row.get(column), own.get(column) if engine != "parley" else None) for column in COLUMNS
        ]
        print(f"| {engine} | " + " | ".join(cells) + " |", flush=True)
    if own:
        print("\n| Parley, ms | p50 | p95 |\n| --- | --- | --- |")
        for name, what in WORK.items():
            print(
                f"| {what} | {_cell(own[f'{name} p50'], None)} | {_cell(own[f'{name} p95'], None)} |",
                flush=True,
            )


def _cell(value: float | None, own: float | None) -> str:
    if value is None:
        return "-"
    figure = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
    return f"{figure} ({value / own:,.2g}x)" if own else figure


def main() -> None:
    if sys.argv[1:2] == ["--measure"]:
        engine, step, folder = sys.argv[2:]
        print(json.dumps(measure(engine, step, Path(folder))))
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path, help="real text: JSON Lines, gzipped, with `text`")
    parser.add_argument("--passages", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the corpora and databases there")
    arguments = parser.parse_args()
    if not arguments.documents.is_file():
        parser.error(f"there is no file {arguments.documents}")
    engines = [name for name in arguments.engines if importlib.util.find_spec(ENGINES[name][1])]
    for number in arguments.passages:
        show(number, compare(arguments.documents, number, engines, arguments.keep))


if __name__ == "__main__":
    main()

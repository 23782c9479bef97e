"""How much processor time an answer takes, from the question to cited excerpts.

    python -m bench.asking documents.jsonl.gz [--passages 20000] [--step 1]

The first documents given that make so many passages are put into a database, and the questions of
``questions/whitehouse.jsonl`` are asked of it in this process, one after another, without the
reader and with it.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from index import Document, Index
from index.answering.ranking.reading import WINDOWS
from index.evaluation import read_questions
from index.readers import read_file
from index.requests import AskRequest

QUESTIONS = Path(__file__).parent / "questions" / "whitehouse.jsonl"


def fill(index: Index, documents: Path, passages: int) -> None:
    """Add documents to ``index`` until it has ``passages`` of them."""
    found: Iterator[Document] = (
        item for item in read_file(documents, "shared") if isinstance(item, Document)
    )
    while index.stats().passages < passages:
        batch = list(islice(found, 20))
        if not batch:
            return
        index.add_documents(batch)


def times(index: Index, questions: Sequence[str], windows: int) -> list[float]:
    """Return the milliseconds of processor time that each question takes while at most ``windows`` windows are read."""
    index.answer(AskRequest(questions[0]), windows)
    taken = []
    for question in questions:
        start = time.process_time()
        index.answer(AskRequest(question), windows)
        taken.append(1000 * (time.process_time() - start))
    return taken


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("documents", type=Path, help="documents, one a line, as JSON")
    options.add_argument("--passages", type=int, default=20_000)
    options.add_argument("--step", type=int, default=1, help="take every n-th question (1)")
    arguments = options.parse_args()
    questions = [question.question for question in read_questions(QUESTIONS)][:: arguments.step]
    with tempfile.TemporaryDirectory() as folder, Index.open(Path(folder) / "asking.db") as index:
        fill(index, arguments.documents, arguments.passages)
        print(f"{len(questions)} questions of {index.stats().passages:,} passages:")
        for what, windows in (("without the reader", 0), ("with the reader", WINDOWS)):
            before = resident()
            taken = times(index, questions, windows)
            p95 = statistics.quantiles(taken, n=20)[-1]
            print(
                f"{what}: p50 {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms; "
                f"{before:.0f} MB resident before, {resident():.0f} after"
            )


def resident() -> float:
    """Return the megabytes of memory that this process has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()

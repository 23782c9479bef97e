"""How much processor time an answer takes, from the question to cited excerpts.

    python -m bench.asking documents.jsonl.gz [--passages 20000]

The first documents given that make so many passages are put into a database, and the questions of
``questions/whitehouse.jsonl`` are asked of it in this process, one after another.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from index import Document, Index
from index.answering.evaluation import read_questions
from index.readers import read_file

QUESTIONS = Path(__file__).parent / "questions" / "whitehouse.jsonl"


def fill(index: Index, documents: Path, passages: int) -> None:
    """Add documents to ``index`` until it has ``passages`` of them."""
    found: Iterator[Document] = (
        item for item in read_file(documents, "shared") if isinstance(item, Document)
    )
    while index.stats().passages < passages:
        batch = [document for document, _ in zip(found, range(20), strict=False)]
        if not batch:
            return
        index.add_documents(batch)


def times(index: Index, questions: list[str]) -> list[float]:
    """Return the milliseconds of processor time that each question takes."""
    index.ask(questions[0])
    taken = []
    for question in questions:
        start = time.process_time()
        index.ask(question)
        taken.append(1000 * (time.process_time() - start))
    return taken


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("documents", type=Path, help="documents, one a line, as JSON")
    options.add_argument("--passages", type=int, default=20_000)
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, Index.open(Path(folder) / "asking.db") as index:
        fill(index, arguments.documents, arguments.passages)
        taken = times(index, [question.question for question in read_questions(QUESTIONS)])
        passages = index.stats().passages
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(
        f"{len(taken)} questions of {passages:,} passages: p50 {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms"
    )


if __name__ == "__main__":
    main()

"""Whether an index in the cluster says the same as one in a file: three nodes on this machine, which it starts and ends.

    python -m bench.alike documents.jsonl.gz [--every 1]

The documents that ``questions/sample.txt`` names are added to a file, which is moved into the cluster. Each question of
``questions/whitehouse.jsonl``, ``natural.jsonl`` and ``near.jsonl`` is asked of both, the reader included, with the question
before it where it has one; so is a timeline of what it is about, and what was said about it. Printed is on how many the first
excerpt is the same, all excerpts with everything else that a card shows, the timeline, and the quotations; and the questions on
which one is not.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.asking import QUESTIONS
from index import Answer, Cluster, Index
from index.errors import QueryError
from tests.cluster.nodes import running

SETS = ("whitehouse", "natural", "near")


def main() -> None:
    """Start the nodes, and print what is alike."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path)
    parser.add_argument("--every", type=int, default=1, help="ask every n-th question (1)")
    given = parser.parse_args()
    with ExitStack() as held:
        folder = Path(held.enter_context(TemporaryDirectory()))
        nodes = held.enter_context(running(folder))
        where = Cluster(tuple(nodes.addresses), prefix="bench-alike")
        file = held.enter_context(Index.open(folder / "file.db"))
        clustered = held.enter_context(Index.open(folder / "cluster.copy", cluster=where))
        file.add([sampled(given.documents, folder)])
        file.move_to(clustered)
        print(f"{file.stats().documents:,} documents, {file.stats().passages:,} passages", flush=True)
        compare(file, clustered, given.every)


def sampled(documents: Path, folder: Path) -> Path:
    """Write the documents that the sample names into a file of their own, and return it."""
    wanted = set(QUESTIONS.with_name("sample.txt").read_text(encoding="utf-8").split())
    path = folder / "sample.jsonl"
    with gzip.open(documents, "rt", encoding="utf-8") as lines, path.open("w", encoding="utf-8") as kept:
        kept.writelines(line for line in lines if json.loads(line)["id"] in wanted)
    return path


def compare(one: Index, other: Index, every: int) -> None:
    """Ask both, and print a line for each set of questions."""
    for name in SETS:
        lines = (QUESTIONS.with_name(f"{name}.jsonl")).read_text(encoding="utf-8").splitlines()
        alike: Counter[str] = Counter()
        asked = [json.loads(line) for line in lines][::every]
        for question in asked:
            for what, (left, right) in both(one, other, question):
                alike[what] += left == right
                if left != right:
                    print(f"{what} differs: {question['id']} {question['question']}", flush=True)
        print(f"{name}: {len(asked)} questions; alike {dict(alike)}", flush=True)


def both(one: Index, other: Index, question: dict[str, Any]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Yield what is asked, and what each index says."""
    words, before = question["question"], question.get("previous", ())
    previous = (before,) if isinstance(before, str) else tuple(before)
    answers = [index.ask(words, previous=previous) for index in (one, other)]
    yield "first", (shown(answers[0])[:1], shown(answers[1])[:1])
    yield "answer", (answers[0], answers[1])
    yield "timeline", (said(lambda: one.timeline(words)), said(lambda: other.timeline(words)))
    yield "quotations", (said(lambda: one.quotes(about=words)), said(lambda: other.quotes(about=words)))


def shown(answer: Answer) -> list[tuple[str, int, int]]:
    """Return which spans of which documents an answer shows, the nearest where nothing answers."""
    return [(part.document.id, part.start, part.end) for part in (*answer.excerpts, *answer.nearest)]


def said(ask: Callable[[], Any]) -> Any:
    """Return what was found, or the words of the refusal."""
    try:
        return ask()
    except QueryError as error:
        return (str(error),)


if __name__ == "__main__":
    main()

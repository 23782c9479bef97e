"""The documents and questions that the kept records are made of: the seed, and what was written for Parley."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from index import Document, Index
from index.model import SHARED
from index.readers import read_file
from tests.index.kept.more_documents import MORE_DOCUMENTS
from tests.two_articles import FISHING, TALKS

ROOT = Path(__file__).parents[3]
QUALITY = ROOT / "tests" / "index" / "answering" / "quality"
QUESTIONS = ROOT / "bench" / "questions"
SETS = {
    "frames": QUESTIONS / "frames.jsonl",
    "states": QUESTIONS / "states.jsonl",
    "seed": QUESTIONS / "seed.jsonl",
    "quality": QUALITY / "questions.jsonl",
}
EVERY = {"frames": 3, "states": 1, "seed": 2, "quality": 1}
"""Of the larger sets only each second or third question is asked: more would take longer and notice little more."""
FILES = (
    *sorted(Path(__file__).with_name("papers").glob("*.md")),
    *sorted((ROOT / "seeds").glob("*.txt")),
    QUESTIONS / "frames.documents.jsonl",
    QUESTIONS / "states.documents.jsonl",
    QUALITY / "documents.jsonl",
)
TODAY = date(2024, 5, 8)
"""The day on which the questions are asked."""


@cache
def documents() -> tuple[Document, ...]:
    """Return all documents."""
    read = (one for path in FILES for one in read_file(path, SHARED))
    signed, adjourned = date(2024, 5, 3), date(2024, 10, 21)
    articles = (
        Document(
            "accord",
            "Envoys sign the river accord",
            _body(TALKS),
            published=signed,
            publisher="The Delta Courier",
        ),
        Document(
            "fishing",
            "Fishing talks adjourned",
            _body(FISHING),
            published=adjourned,
            publisher="Estuary Times",
        ),
    )
    return (*articles, *MORE_DOCUMENTS, *(one for one in read if isinstance(one, Document)))


def _body(article: str) -> str:
    return article.split("---\n")[2].strip()


def opened(path: Path) -> Index:
    """Return an index of all documents, added in three steps, one of them replaced and one removed again."""
    index = Index.open(path, reader=False)
    index.asker = replace(index.asker, today=lambda: TODAY)
    every = documents()
    gone = Document(
        "gone", "Gone", "The ferry talks between Norland and Sudria failed in Lomar on 3 May 2024."
    )
    index.add_documents([*every[:9], gone, replace(every[9], text="An earlier draft of what follows here.")])
    index.add_documents(every[9:40])
    index.add_documents(every[40:])
    index.remove(gone.id)
    return index


def asked(name: str) -> Iterator[str]:
    """Yield the questions of a set that are asked."""
    lines = SETS[name].read_text(encoding="utf-8").splitlines()
    for line in lines[:: EVERY[name]]:
        yield json.loads(line)["question"]

"""Small documents about talks that never were, and a snapshot of all that a database tells."""

from pathlib import Path
from typing import Any

from index import Document, Index
from index.storage.database import Database

PLACES = ("Port Amity", "Lakeview", "Northgate", "Silver Bay", "Old Mill", "Highmoor")
NAMES = ("Brandt", "Okafor", "Lindqvist", "Marchetti", "Sato", "Novak")

QUESTIONS = (
    "Who signed the accord?",
    "What did Brandt say about grain?",
    "Where did Okafor and Sato meet?",
    "When does the truce end?",
    "Which bridge was closed in Lakeview?",
)


def talks(number: int, version: int = 1) -> Document:
    """A document of a dozen sentences; another version of the same number says other things."""
    name, place = NAMES[number % 6], PLACES[(number // 2 + version) % 6]
    other = NAMES[(number + version) % 6]
    lines = [
        f"{name} and {other} met in {place} on day {number}. They spoke about grain for {version + 2} hours.",
        f"The truce between the {number} towns ends in winter. {name} said the accord would hold.",
        f'"We signed it twice," {other} said. A bridge in {place} was closed.',
        f"Version {version} of the plan named {number + version} harbors. Nobody from {place} objected.",
    ]
    return Document(
        key=f"talks-{number}",
        title=f"Talks in {place}, round {number}",
        text="\n\n".join(lines),
        publisher="The Delta Courier" if number % 2 else "Harbor Herald",
        url=f"https://courier.example/{number}" if number % 3 else None,
    )


def everything_told(index: Index) -> dict[str, Any]:
    """What an index tells of its documents and answers, without when and in which row they were stored."""
    return {
        "documents": sorted(index.documents(), key=lambda document: document.id),
        "stats": index.stats(),
        "publishers": index.publishers(),
        "answers": [index.ask(question) for question in QUESTIONS],
    }


def write_text(folder: Path, document: Document) -> Path:
    """Write a document as a Markdown file with front matter."""
    path = folder / f"{document.key}.md"
    path.write_text(f"---\ntitle: '{document.title}'\n---\n{document.text}", encoding="utf-8")
    return path


def rows_of(db: Database, table: str) -> int:
    """How many rows a table has."""
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

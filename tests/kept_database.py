"""Databases as versions of Parley wrote them, kept as SQL, so that later versions are seen to open them.

Before a version is released: ``python -m tests.kept_database 1.2.0`` writes ``tests/databases/1.2.0.sql``.
"""

import asyncio
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from bot.app.memory.remembering import Memory
from index import Index
from index.model import Document
from index.requests import AskRequest

FOLDER = Path(__file__).parent / "databases"

PERSON = 1000000000000000002
QUESTION = "Who signed the ferry treaty?"
ANSWER = "Ministers Odile Ferrant and Tomas Brekke signed the ferry treaty in Port Amity on Monday."

DOCUMENTS = (
    Document(
        key="ferry",
        title="Ferry treaty signed",
        publisher="The Delta Courier",
        url="https://courier.example/ferry",
        text=f'{ANSWER}\n\nThe ferries will run from 1 June 2024. "The wait was long," Ferrant said.',
    ),
    Document(
        key="grain",
        title="Grain talks go on",
        publisher="Harbor Herald",
        text="The grain talks went into a third week in Lakeview.\n\nNobody has left the table, Brekke said on Friday.",
    ),
    Document(key="removed", title="A false report", text="This report was withdrawn on Tuesday."),
)


def written(version: str) -> Path:
    """The file that the database of a version is kept in."""
    return FOLDER / f"{version}.sql"


def load(version: str, path: Path) -> None:
    """Make the database that a version wrote, at ``path``."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(written(version).read_text(encoding="utf-8"))


def keep(version: str) -> None:
    """Write the database of this version: documents, one of them removed, a question and what somebody said of its answer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "parley.db"
        with Index.open(path) as index:
            index.add_documents(DOCUMENTS)
            index.remove(DOCUMENTS[-1].id)
        asyncio.run(_remember(path))
        with closing(sqlite3.connect(path)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            lines = [f"PRAGMA application_id = {application};", *connection.iterdump()]
    FOLDER.mkdir(exist_ok=True)
    written(version).write_text("\n".join(lines) + "\n", encoding="utf-8")


async def _remember(path: Path) -> None:
    memory = Memory(path)
    await memory.open()
    await memory.record_feedback(await memory.remember(AskRequest(QUESTION)), True, PERSON)
    await memory.close()


if __name__ == "__main__":
    keep(sys.argv[1])

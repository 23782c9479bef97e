"""What earlier versions wrote is opened, brought up to date, and loses nothing."""

import re
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.app.memory.remembering import Memory
from index import Index
from index.requests import AskRequest, Filters, Period, QuotesRequest, TimelineRequest
from tests.kept_database import ANSWER, DOCUMENTS, FOLDER, PERSON, QUESTION, load, written

KEPT = sorted(file.stem for file in FOLDER.glob("*.sql"))
EARLIER_REQUESTS = {
    "bot_timelines": '{"actor": "Brekke", "publisher": "Herald", "since": null, "topic": "ferries", "until": "2024-06-01"}',
    "bot_quotes": '{"about": null, "publisher": null, "since": null, "speakers": ["Odile Ferrant", "Brekke"],'
    ' "stance": true, "until": null}',
}
CHANGELOG = Path(__file__).parents[4] / "CHANGELOG.md"


@pytest.mark.parametrize("version", KEPT)
def test_a_database_of_an_earlier_version_is_whole_and_answers(tmp_path: Path, version: str) -> None:
    path = tmp_path / "parley.db"
    load(version, path)
    with Index.open(path, create=False) as index:
        assert index.check() == []
        assert {document.id: document.text for document in index.documents()} == {
            document.id: document.text for document in DOCUMENTS[:-1]
        }
        assert index.ask(QUESTION).excerpts[0].text.startswith(ANSWER)
        assert index.timeline("ferries")


@pytest.mark.parametrize("version", KEPT)
def test_a_database_of_an_earlier_version_takes_documents_and_gives_them_up(
    tmp_path: Path, version: str
) -> None:
    path = tmp_path / "parley.db"
    load(version, path)
    with Index.open(path) as index:
        report = index.add_documents(DOCUMENTS)
        # Unchanged, but dates and quotations are found anew.
        assert [outcome.outcome for outcome in report] == ["updated", "updated", "added"]
        again = index.add_documents(DOCUMENTS)
        assert [outcome.outcome for outcome in again] == ["unchanged"] * 3
        assert index.remove(DOCUMENTS[0].id)
        index.optimise()
        assert index.check() == []


@pytest.mark.parametrize("version", KEPT)
async def test_what_people_said_of_answers_is_still_known(tmp_path: Path, version: str) -> None:
    path = tmp_path / "parley.db"
    load(version, path)
    Index.open(path).close()
    memory = Memory(path, keep=timedelta(days=36_500))
    await memory.open()
    (feedback,) = await memory.feedback_of(PERSON)
    await memory.close()
    assert (feedback.question, feedback.helpful) == (QUESTION, True)


@pytest.mark.parametrize("version", KEPT)
async def test_buttons_of_an_earlier_version_still_work(tmp_path: Path, version: str) -> None:
    path = tmp_path / "parley.db"
    load(version, path)
    with closing(sqlite3.connect(path)) as database, database:
        (question,) = database.execute("SELECT id FROM bot_questions").fetchone()
        database.execute(
            "UPDATE bot_questions SET filters = ?",
            ['{"publisher": "Herald", "since": "2024-05-01", "until": null}'],
        )
        for table, request in EARLIER_REQUESTS.items():
            if database.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone():
                database.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", [f"{table:.12}", request, "2099"])
    memory = Memory(path, keep=timedelta(days=36_500))
    await memory.open()
    narrowed = Filters(Period(since=date(2024, 5, 1)), "Herald")
    assert await memory.recall(AskRequest, question) == AskRequest(QUESTION, narrowed)
    assert await memory.recall(TimelineRequest, "bot_timeline") == TimelineRequest(
        "ferries", Period(None, date(2024, 6, 1)), "Brekke", Filters(publisher="Herald")
    )
    quotes = await memory.recall(QuotesRequest, "bot_quotes")
    assert quotes == QuotesRequest(("Odile Ferrant", "Brekke"), chronological=True) or version < "0.1.0.dev2"
    tables = await memory.call(lambda database: set(database.table_names()))
    await memory.close()
    assert "bot_requests" in tables
    assert tables.isdisjoint({"bot_questions", *EARLIER_REQUESTS})


def test_the_database_of_every_released_version_is_kept() -> None:
    released = re.findall(r"^## \[?(\d+\.\d+\.\d+)", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    assert KEPT
    assert [version for version in released if not written(version).exists()] == []

"""What earlier versions wrote is opened, brought up to date, and loses nothing."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.memory import Memory
from index import Index
from tests.kept_database import ANSWER, DOCUMENTS, FOLDER, PERSON, QUESTION, load, written

KEPT = sorted(file.stem for file in FOLDER.glob("*.sql"))
CHANGELOG = Path(__file__).parents[3] / "CHANGELOG.md"


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
    assert (feedback.question.text, feedback.helpful) == (QUESTION, True)


def test_the_database_of_every_released_version_is_kept() -> None:
    released = re.findall(r"^## \[?(\d+\.\d+\.\d+)", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    assert KEPT
    assert [version for version in released if not written(version).exists()] == []

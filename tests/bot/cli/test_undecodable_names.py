"""Names and words whose bytes are no UTF-8, which Python gives as halves of surrogate pairs (PEP 383)."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.schemas.hosting import KnownBackupOutput
from bot.cli import main
from index import Index
from index.following.watching import WatchedPaths
from index.keeping.known_backups import KnownBackup

NAME = os.fsdecode(b"bad\xffname.txt")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two documents, one of which has a name of bytes."""
    monkeypatch.setenv("PARLEY_DATABASE", str(tmp_path / "parley.db"))
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / NAME).write_text("The envoys left.")
    (folder / "talks.txt").write_text("The talks ended.")
    return folder


def test_such_a_file_is_refused_by_name_and_the_rest_is_added(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", "--json", str(folder)]) == 65
    added, refused = sorted(
        json.loads(capsys.readouterr().out)["sources"], key=lambda source: source["outcome"]
    )
    assert added["outcome"] == "added"
    assert refused["source"] == rf"{folder}/bad\xffname.txt"
    assert refused["reason"] == rf"{folder}/bad\xffname.txt has a name that is not UTF-8; rename it."
    assert main(["index", str(folder)]) == 65
    assert r"bad\xffname.txt" in capsys.readouterr().out


def test_such_a_file_in_a_watched_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        report = WatchedPaths(index, [folder], "shared").look()
    assert sorted(item.outcome for item in report) == ["added", "refused"]
    assert all(item.source.isascii() for item in report)


@pytest.mark.parametrize(
    "arguments",
    [
        ["sources", "show", "\udcff"],
        ["remove", "\udcff"],
        ["feeds", "add", "http://example.org/\udcff"],
        ["index", "--collection", "\udcff", "documents"],
        ["index", NAME],
        ["backup", NAME],
        ["ask", "\udcff"],
    ],
)
def test_such_an_argument_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert "is not UTF-8 text" in said
    said.encode()


def test_a_backup_that_was_noted_with_such_a_name_is_shown() -> None:
    known = KnownBackup(Path(os.fsdecode(b"/backups/\xff.db")), datetime(2025, 3, 14, tzinfo=UTC))
    assert KnownBackupOutput.of(known).file == r"/backups/\xff.db"

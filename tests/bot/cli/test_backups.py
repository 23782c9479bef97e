"""`parley check`, `parley backup` and `parley restore` as a person types them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.cli import main
from index.storage.database import Database
from index.storage.in_use import staying
from index.storage.tables import seals

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"


@pytest.fixture(autouse=True)
def database(
    tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A database in the working directory, with two documents."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARLEY_DATABASE", "parley.db")
    assert main(["index", str(documents)]) == 0
    capsys.readouterr()
    return tmp_path / "parley.db"


def printed_json(command: str, capsys: pytest.CaptureFixture[str]) -> Any:
    printed = json.loads(capsys.readouterr().out)
    jsonschema.validate(printed, json.loads((SCHEMAS / f"{command}.json").read_text(encoding="utf-8")))
    return printed


def test_a_whole_database_is_said_to_be_and_that_it_has_no_backup(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("parley.db is whole. Documents: 2. Passages: ")
    assert "No good backup is known; `parley backup FILE` makes one." in captured.out
    assert captured.err == ""


def test_documents_that_an_earlier_version_read_are_counted_until_they_are_found_anew(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE documents SET finders = 0")
        seals.seal_all(Database(connection), ["documents"])
    assert main(["check"]) == 0
    said = "Dates and quotations of 2 documents were found by an earlier version; `parley index --optimise` finds them anew."
    assert said in capsys.readouterr().out
    assert main(["index", "--optimise"]) == 0
    out = capsys.readouterr().out
    assert out.count("found anew") == 2
    assert "0 added, 2 updated, 0 unchanged" in out
    assert main(["check", "--json"]) == 0
    assert printed_json("check", capsys)["older_finders"] == 0
    assert main(["index", "--optimise", "--json"]) == 0
    assert printed_json("index", capsys)["sources"] == []


def test_a_damaged_database_is_said_to_be_and_the_last_good_backup_named(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "copy.db"]) == 0
    assert "copy.db is a whole copy of parley.db" in capsys.readouterr().out
    content = bytearray(database.read_bytes())
    content[3 * 4096 : 4 * 4096] = b"\xa5" * 4096
    database.write_bytes(content)
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("parley.db is damaged:\n- ")
    assert f"Last good backup: {tmp_path / 'copy.db'}, of " in out
    assert out.rstrip().endswith(f"To put it back: parley restore {tmp_path / 'copy.db'}")
    assert main(["backup", "copy.db"]) == 78
    assert main(["restore", "copy.db"]) == 0
    assert "parley.db is now what copy.db is. Documents: 2." in capsys.readouterr().out
    assert main(["check"]) == 0


def test_a_file_that_is_no_database_any_more_is_kept_beside(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "copy.db"]) == 0
    database.write_bytes(b"torn" * 2_000)
    assert main(["check", "--json"]) == 1
    capsys.readouterr()
    with staying(database):
        assert main(["restore", "copy.db"]) == 78
    assert "stop it" in capsys.readouterr().err
    assert main(["restore", "copy.db"]) == 0
    assert "The damaged database is kept as parley.db.damaged" in capsys.readouterr().out


def test_each_prints_json(database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json"]) == 0
    assert printed_json("check", capsys)["last_good_backup"] is None
    assert main(["backup", "--json", "copy.db"]) == 0
    made = printed_json("backup", capsys)
    assert (made["documents"], made["bytes"]) == (2, (tmp_path / "copy.db").stat().st_size)
    database.write_bytes(b"torn" * 2_000)
    assert main(["check", "--json"]) == 1
    found = printed_json("check", capsys)
    assert not found["whole"] and found["problems"] and found["documents"] is None
    assert found["last_good_backup"]["file"] == str(tmp_path / "copy.db")
    assert main(["restore", "--json", "copy.db"]) == 0
    assert printed_json("restore", capsys) == {
        "database": "parley.db",
        "file": "copy.db",
        "documents": 2,
        "passages": made["passages"],
        "kept": "parley.db.damaged",
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--database", "nowhere.db"], "There is no database at nowhere.db"),
        (["backup", "nowhere/copy.db"], "There is no folder nowhere"),
        (["backup", "parley.db"], "is the database itself"),
        (["restore", "nowhere.db"], "There is no backup at nowhere.db"),
        (["restore", "parley.db"], "parley.db is the database itself; name a backup of it."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 78
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert len(captured.err.splitlines()) == 1


def test_a_file_that_is_no_backup_is_replaced_with_force_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("To the envoy.")
    assert main(["backup", "letter.txt"]) == 78
    assert "letter.txt is there and is no Parley backup" in capsys.readouterr().err
    assert (tmp_path / "letter.txt").read_text() == "To the envoy."
    assert main(["backup", "--force", "letter.txt"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["backup", ""],
        ["restore", ""],
        ["timeline", "--csv", "--output", ""],
        ["eval", "questions.jsonl", "--report", ""],
        ["eval", ""],
        ["sources", "--database", ""],
        ["feeds", "add", ""],
    ],
)
def test_an_empty_name_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "is empty; " in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("flip", [0xFF, 0x20, 0x01])
def test_flipped_bytes_anywhere_are_told_as_damage_and_a_backup_put_back(
    flip: int, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "copy.db"]) == 0
    whole = database.read_bytes()
    # Each time whole pages: the last few bytes of a file may be ones that nothing reads.
    for start in range(4_096, len(whole) - 20_000 + 1, 16_000):
        damaged = bytearray(whole)
        damaged[start : start + 20_000] = bytes(byte ^ flip for byte in whole[start : start + 20_000])
        for command in (["ask", "Who met the press?"], ["timeline"], ["quotes"], ["sources"]):
            database.write_bytes(damaged)
            capsys.readouterr()
            code = main(command)
            said = capsys.readouterr().err
            # What was hit may be nothing that this command reads.
            assert code in (0, 3, 78), (start, command, said)
            if code == 78:
                assert "parley.db is damaged" in said
                assert "`parley check` names the last good backup and `parley restore` puts it back" in said
        assert main(["check"]) == 1
        assert main(["restore", "copy.db"]) == 0, start
        assert main(["check"]) == 0
        for kept in tmp_path.glob("parley.db.damaged*"):
            kept.unlink()

"""`parley` as a person types it: what is printed, and the exit code."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.app.health import Heartbeat
from bot.cli import main
from bot.cli.terminal.output import ExitCode

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"


@pytest.fixture(autouse=True)
def working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("PARLEY_") or name == "DISCORD_TOKEN":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def indexed(documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(documents)]) == ExitCode.DONE
    capsys.readouterr()


def printed_json(command: str, capsys: pytest.CaptureFixture[str]) -> Any:
    printed = json.loads(capsys.readouterr().out)
    schema = json.loads((SCHEMAS / f"{command}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(printed, schema)
    return printed


def test_index_says_what_became_of_each_document(documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(documents)]) == 0
    out = capsys.readouterr().out
    assert "Envoys sign the river accord" in out
    assert "2 added, 0 updated, 0 unchanged, 0 refused" in out
    (documents / "fishing.md").write_text("The talks resumed in January.", encoding="utf-8")
    assert main(["index", str(documents)]) == 0
    assert "0 added, 1 updated, 1 unchanged, 0 refused" in capsys.readouterr().out


def test_ask_explains_how_the_question_was_read(indexed: None, capsys: pytest.CaptureFixture[str]) -> None:
    question = "Why did Sudria withdraw its gunboats from Bavaria?"
    assert main(["ask", "--explain", question]) == ExitCode.ABSTAINED
    out = capsys.readouterr().out
    for words in ("It asks for: a reason", "In no document: Bavaria", "lacks: Bavaria", "Not answered: weak"):
        assert words in out
    assert main(["ask", "--explain", "--json", question]) == ExitCode.ABSTAINED
    explanation = printed_json("ask", capsys)["explanation"]
    assert (explanation["kind"], explanation["agent"]) == ("reason", "Sudria")
    assert main(["ask", "--json", question]) == ExitCode.ABSTAINED
    assert printed_json("ask", capsys)["explanation"] is None


FERRY = """Norland demanded three crossings a day. Norland insisted that Sudria repair the quay.

Sudria demanded a share of the ticket income. Sudria called for a joint ticket office. The ferry talks lasted nine hours.
"""


@pytest.fixture
def ferry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ferry.md").write_text(FERRY, encoding="utf-8")
    assert main(["index", str(tmp_path / "ferry.md")]) == ExitCode.DONE
    capsys.readouterr()


def test_ask_prints_a_list_with_its_points(ferry: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "List the demands of Norland"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "The demands that were found" in out
    assert out.index("three crossings") < out.index("repair the quay")
    assert main(["ask", "--json", "List the demands of Norland"]) == ExitCode.DONE
    answer = printed_json("ask", capsys)
    assert (answer["together"], len(answer["excerpts"]), answer["sides"]) == ("demands", 2, [])


def test_ask_prints_a_comparison_in_two_columns(ferry: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "What do Norland and Sudria each demand?"]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    assert any("Norland" in line and "Sudria" in line and "demanded" not in line for line in lines)
    assert any("three crossings" in line and "ticket income" in line for line in lines)
    assert any(line.startswith("[1] ") for line in lines)
    assert main(["ask", "--json", "What do Norland and Sudria each demand?"]) == ExitCode.DONE
    answer = printed_json("ask", capsys)
    assert [side["name"] for side in answer["sides"]] == ["Norland", "Sudria"]


@pytest.mark.parametrize(
    ("said", "reply"),
    [("hello", "Hello!"), ("thanks", "You're welcome"), ("who made you?", "Parley quotes documents")],
)
def test_ask_replies_to_what_asks_the_documents_nothing(
    ferry: None, capsys: pytest.CaptureFixture[str], said: str, reply: str
) -> None:
    assert main(["ask", said]) == ExitCode.ABSTAINED
    out = capsys.readouterr().out
    assert reply in out
    assert "do not say" not in out


def test_ask_says_what_a_question_may_be_about(ferry: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "how long?"]) == ExitCode.ABSTAINED
    out = capsys.readouterr().out
    assert "About what?" in out
    assert "ferry talks" in out
    assert main(["ask", "--json", "how long?"]) == ExitCode.ABSTAINED
    assert "ferry talks" in printed_json("ask", capsys)["topics"]
    assert main(["ask", "how long?", "--after", "ferry talks"]) == ExitCode.DONE
    assert "nine hours" in capsys.readouterr().out


def test_index_refuses_with_a_reason_and_adds_the_rest(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nowhere.md"
    assert main(["index", str(missing), str(documents)]) == 65
    out = capsys.readouterr().out
    assert "nowhere.md" in out
    assert "2 added, 0 updated, 0 unchanged, 1 refused" in out


def test_index_lists_no_more_than_a_screenful(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "rounds"
    folder.mkdir()
    for number in range(25):
        (folder / f"{number}.txt").write_text(f"Round {number} of the talks ended.", encoding="utf-8")
    assert main(["index", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "... and 5 more" in out
    assert "25 added" in out


def test_index_prints_json(documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "--json", str(documents), str(tmp_path / "nowhere.md")]) == 65
    report = printed_json("index", capsys)
    assert (report["added"], report["refused"]) == (2, 1)
    assert sorted(source["outcome"] for source in report["sources"]) == ["added", "added", "refused"]


@pytest.mark.usefixtures("indexed")
def test_ask_prints_the_words_of_the_document_and_where_they_stand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["ask", "What", "did", "Sudria", "agree", "to?"]) == 0
    out = capsys.readouterr().out
    assert "[1] Sudria agreed to withdraw its gunboats from the estuary within thirty days." in out
    assert "Envoys sign the river accord, The Delta Courier, 3 May 2024, paragraph 4" in out
    assert "https://courier.example/accord#:~:text=" in out
    assert "As of " in out
    assert "\x1b" not in out


@pytest.mark.usefixtures("indexed")
def test_ask_abstains_with_its_own_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "How many satellites does Brazil operate?"]) == 3
    assert "The documents do not say" in capsys.readouterr().out


@pytest.mark.usefixtures("indexed")
def test_ask_prints_json_for_an_answer_and_for_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "What did Sudria agree to?"]) == 0
    answer = printed_json("ask", capsys)
    assert answer["answered"]
    assert answer["excerpts"][0]["citation"]["publisher"] == "The Delta Courier"
    assert main(["ask", "--json", "How many satellites does Brazil operate?"]) == 3
    assert not printed_json("ask", capsys)["answered"]


@pytest.mark.usefixtures("indexed")
def test_ask_can_be_narrowed(capsys: pytest.CaptureFixture[str]) -> None:
    question = "What did Sudria ask for or agree to?"
    narrowed = ["--since", "2024-10-01", "--until", "2024-10-31", "--source", "Estuary Times", "-n", "1"]
    assert main(["ask", "--json", question, *narrowed]) in (0, 3)
    answer = printed_json("ask", capsys)
    found = answer["excerpts"] + answer["nearest"]
    assert found
    assert {excerpt["citation"]["publisher"] for excerpt in found} == {"Estuary Times"}


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize(
    ("option", "typed", "publisher"),
    [
        ("--since", "October 2024", "Estuary Times"),
        ("--since", "1 June 2024", "Estuary Times"),
        ("--until", "May 2024", "The Delta Courier"),
        ("--until", "2024-05-03", "The Delta Courier"),
    ],
)
def test_ask_takes_the_dates_that_people_type(
    option: str, typed: str, publisher: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "--json", "What did Sudria ask for or agree to?", option, typed]) in (0, 3)
    answer = printed_json("ask", capsys)
    found = answer["excerpts"] + answer["nearest"]
    assert {excerpt["citation"]["publisher"] for excerpt in found} == {publisher}


@pytest.mark.usefixtures("indexed")
def test_a_database_that_another_process_writes_to_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("index.storage.store.BUSY_SECONDS", 0.0)
    (tmp_path / "new.txt").write_text("The talks ended.", encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "parley.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert main(["index", "new.txt"]) == ExitCode.TEMPORARY
    assert "try again in a moment" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["index", "a.txt"], ["ask", "Who?"], ["sources"]])
def test_a_database_in_memory_is_refused(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARLEY_DATABASE", ":memory:")
    assert main(command) == ExitCode.CONFIGURATION
    assert "name a file" in capsys.readouterr().err


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", " "],
        ["ask", "Who?", "--since", "soon"],
        ["ask", "Who?", "--source", "Nobody"],
        ["no"],
    ],
)
def test_what_cannot_be_asked_is_a_matter_of_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


@pytest.mark.usefixtures("indexed")
def test_sources_lists_newest_first_and_remove_takes_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources"]) == 0
    out = capsys.readouterr().out
    assert out.index("Fishing talks adjourned") < out.index("Envoys sign the river accord")
    assert "Documents: 2." in out
    assert main(["sources", "--json"]) == 0
    first, _ = printed_json("sources", capsys)["documents"]
    assert main(["remove", first["id"]]) == 0
    assert main(["remove", first["id"]]) == 65
    assert "There is no document" in capsys.readouterr().err
    assert main(["sources", "--json"]) == 0
    assert len(printed_json("sources", capsys)["documents"]) == 1


def test_a_database_that_is_not_there_is_not_made_by_asking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "Who signed?"]) == 78
    assert "parley index" in capsys.readouterr().err
    assert not (tmp_path / "parley.db").exists()


def test_a_damaged_database_is_named_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "torn.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    assert main(["ask", "--database", "torn.db", "Who signed?"]) == 78
    err = capsys.readouterr().err
    assert err.startswith("parley: torn.db")
    assert len(err.splitlines()) == 1


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str], documents: Path) -> None:
    assert main(["index", "--database", "nowhere/parley.db", str(documents)]) == 78
    assert "nowhere" in capsys.readouterr().err


def test_a_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PARLEY_WORKERS", "many")
    assert main(["run"]) == 78
    assert "PARLEY_WORKERS" in capsys.readouterr().err


def test_run_without_a_token_says_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 78
    assert "DISCORD_TOKEN" in capsys.readouterr().err


def test_health_follows_the_heartbeat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["health"]) == 1
    assert "No heartbeat" in capsys.readouterr().out
    Heartbeat(tmp_path / "parley.db.health").beat({0: 0.05}, [0])
    assert main(["health"]) == 0
    capsys.readouterr()
    assert main(["health", "--json"]) == 0
    assert printed_json("health", capsys)["healthy"]


@pytest.mark.parametrize(
    "command", [[], ["index"], ["ask"], ["sources"], ["remove"], ["preview"], ["run"], ["health"]]
)
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert "Usage: parley" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("parley ")


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("typed", ["2999-01-01", "0001-01-01"])
def test_a_day_on_which_nothing_can_have_been_published_is_not_set(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sources", "--json"]) == 0
    first = printed_json("sources", capsys)["documents"][0]
    assert main(["sources", "set", first["id"], "--date", typed]) == 2
    assert main(["sources", "--json"]) == 0
    assert printed_json("sources", capsys)["documents"][0] == first

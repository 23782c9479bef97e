"""`parley eval`: the figures of a question set, from the shell."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.output import ExitCode

RECORD = {
    "id": "a",
    "title": "Harbour",
    "text": "Envoys of Norland met in Port Alba on Monday.",
    "url": "https://a.example/x",
}
QUESTION = {
    "id": "1",
    "question": "Where did the envoys of Norland meet?",
    "passage_ids": ["a"],
    "answers": ["Port Alba"],
    "answerable": True,
}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.chdir(tmp_path)
    Path("records.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    Path("questions.jsonl").write_text(json.dumps(QUESTION) + "\n", encoding="utf-8")
    return "questions.jsonl", "records.jsonl"


def test_it_prints_a_table(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", files[0], "--passages", files[1]]) == ExitCode.DONE
    printed = capsys.readouterr().out
    assert "1, 1 answerable" in printed
    assert "answer inside the first excerpt" in printed
    assert "100.0 %" in printed


def test_it_prints_json(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", files[0], "--documents", files[1], "--json"]) == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    assert found["hit_1"] == 1.0
    assert found["auroc"] is None


def test_it_asks_a_database_by_record_and_names_what_is_not_there(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", files[1]]) == ExitCode.DONE
    unknown = {**QUESTION, "passage_ids": ["https://a.example/x", "nowhere"]}
    Path(files[0]).write_text(json.dumps(unknown) + "\n", encoding="utf-8")
    assert main(["eval", files[0], "--database", "parley.db", "--report", "misses.md"]) == ExitCode.DONE
    assert "nowhere" in capsys.readouterr().err
    assert Path("misses.md").read_text(encoding="utf-8").startswith("# 0 misses of 1 questions")


def test_two_sources_are_refused(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", files[0], "--passages", files[1], "--database", "parley.db"]) == ExitCode.USAGE
    assert "give one" in capsys.readouterr().err


def test_a_missing_set_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", str(tmp_path / "nowhere.jsonl"), "--passages", "x"]) == ExitCode.REFUSED
    assert "check the path" in capsys.readouterr().err

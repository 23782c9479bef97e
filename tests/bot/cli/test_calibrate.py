"""`parley calibrate`: the thresholds that suit a host's own questions, from the shell."""

import json
from pathlib import Path

import jsonschema
import pytest

from bot.app.settings import Settings
from bot.cli import main
from bot.cli.terminal.output import ExitCode
from index.calibration import FEWEST

SCHEMA = Path(__file__).parents[3] / "docs" / "schemas" / "calibrate.json"
TOWNS = [
    f"{first}{last}"
    for first in ("Al", "Bren", "Cor", "Del", "Esk")
    for last in ("dam", "holt", "mar", "ville")
]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two files: a question for each town, and one about a town that no document names; a document for each."""
    monkeypatch.chdir(tmp_path)
    assert len(TOWNS) == FEWEST
    records = [
        {
            "id": town,
            "title": town,
            "text": f"The ceasefire of {town} was signed by General {town[::-1].title()} in May.",
        }
        for town in TOWNS
    ]
    questions = [
        {
            "id": f"{town}-a",
            "question": f"Who signed the ceasefire of {town}?",
            "answers": [f"General {town[::-1].title()}"],
            "answerable": True,
        }
        for town in TOWNS
    ]
    questions += [
        {
            "id": f"{town}-u",
            "question": f"Which opera was sung at {town.lower()}ton fair?",
            "answerable": False,
        }
        for town in TOWNS
    ]
    for name, lines in (("records.jsonl", records), ("questions.jsonl", questions)):
        Path(name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return "questions.jsonl", "records.jsonl"


def test_it_prints_the_settings_to_use_and_the_error_they_allow(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["calibrate", files[0], "--passages", files[1]]) == ExitCode.DONE
    printed = capsys.readouterr().out
    assert "40 questions, 20 answerable" in printed
    assert "strong answers that are wrong" in printed
    lines = [line for line in printed.splitlines() if line.startswith("PARLEY_")]
    assert [line.partition("=")[0] for line in lines] == ["PARLEY_ANSWERED_FROM", "PARLEY_STRONG_FROM"]
    Path(".env").write_text("\n".join(lines), encoding="utf-8")
    thresholds = Settings.load().thresholds
    assert [f"{value:.2f}" for value in (thresholds.answered, thresholds.strong)] == [
        line.partition("=")[2] for line in lines
    ]


def test_it_prints_json(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calibrate", files[0], "--documents", files[1], "--json"]) == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    jsonschema.validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert found["errors"]["unanswerable_answered"]["total"] == 20
    assert 0 < found["thresholds"]["answered"] <= found["thresholds"]["strong"] <= 1


def test_too_few_questions_are_refused_in_one_sentence(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Path(files[0]).read_text(encoding="utf-8").splitlines()[1:]
    Path(files[0]).write_text("\n".join(lines), encoding="utf-8")
    assert main(["calibrate", files[0], "--passages", files[1]]) == ExitCode.REFUSED
    said = capsys.readouterr().err
    assert "19 questions that the documents answer and 20 that they do not" in " ".join(said.split())
    assert "at least 20 of each" in " ".join(said.split())


def test_two_sources_are_refused(files: tuple[str, str]) -> None:
    assert main(["calibrate", files[0], "--passages", files[1], "--database", "parley.db"]) == ExitCode.USAGE


def test_what_is_set_holds_for_what_is_asked(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["index", files[1]]) == ExitCode.DONE
    asked = ["ask", f"Who signed the ceasefire of {TOWNS[0]}?"]
    monkeypatch.setenv("PARLEY_ANSWERED_FROM", "0.01")
    assert main(asked) == ExitCode.DONE
    monkeypatch.setenv("PARLEY_ANSWERED_FROM", "1")
    monkeypatch.setenv("PARLEY_STRONG_FROM", "1")
    assert main(asked) == ExitCode.ABSTAINED
    monkeypatch.setenv("PARLEY_STRONG_FROM", "0.5")
    assert main(asked) == ExitCode.CONFIGURATION
    assert "PARLEY_STRONG_FROM cannot be used: it is below PARLEY_ANSWERED_FROM" in " ".join(
        capsys.readouterr().err.split()
    )

"""`parley quotes` as a person types it."""

import csv
import io
import json
import os
from pathlib import Path

import jsonschema
import pytest

from bot.app.showing.exports import QUOTATION_COLUMNS
from bot.cli import main
from bot.cli.terminal.output import ExitCode

SCHEMA = Path(__file__).parents[3] / "docs" / "schemas" / "quotes.json"


@pytest.fixture(autouse=True)
def indexed(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in list(os.environ):
        if name.startswith("PARLEY_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    assert main(["index", str(documents)]) == ExitCode.DONE
    capsys.readouterr()


def test_words_are_listed_with_speaker_role_date_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "Ilse", "Brandt"]) == 0
    out = capsys.readouterr().out
    assert "Ilse Brandt, Foreign minister, 3 May 2024 (date of publication)" in out
    assert "“a door that was shut for forty years” [1]" in out
    assert "[1] Envoys sign the river accord, The Delta Courier, 3 May 2024" in out


def test_reported_speech_is_said_to_be_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "Orsic"]) == 0
    out = capsys.readouterr().out
    assert "Pavel Orsic, Chief negotiator, 21 October 2024 (date of publication), reported" in out
    assert "“" not in out


def test_topic_period_and_source_narrow_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "--about", "accord", "--until", "May 2024", "--source", "The Delta Courier"]) == 0
    out = capsys.readouterr().out
    assert "Brandt" in out
    assert "Orsic" not in out


def test_json_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "Brandt", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.validate(printed, json.loads(SCHEMA.read_text(encoding="utf-8")))
    (item,) = printed["quotations"]
    assert (item["words"], item["kind"], item["verb"]) == (
        "a door that was shut for forty years",
        "direct",
        "called",
    )


def test_csv_and_markdown_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "--csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert tuple(rows[0]) == QUOTATION_COLUMNS
    assert [row[0] for row in rows[1:]] == ["Pavel Orsic", "Ilse Brandt", "Sudria"]
    assert main(["quotes", "Brandt", "--markdown"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# What Brandt said\n")
    assert "[^1]: Envoys sign the river accord" in out


def test_somebody_unknown_is_answered_with_the_nearest_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "Brant"]) == ExitCode.USAGE
    assert "the nearest names are: Ilse Brandt" in capsys.readouterr().err

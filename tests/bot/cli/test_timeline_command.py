"""`parley timeline` as a person types it."""

import csv
import io
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from bot.cli import main
from bot.cli.terminal.output import ExitCode
from bot.cli.timeline import words_of
from index.model import Document, Event

SCHEMA = Path(__file__).parents[3] / "docs" / "schemas" / "timeline.json"


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


def test_events_are_listed_by_day_with_their_words_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline"]) == 0
    out = capsys.readouterr().out
    assert out.index("2 May 2024  Envoys of Norland") < out.index("21 October 2024  The fishing talks")
    assert "[1] Envoys sign the river accord, The Delta Courier, 3 May 2024" in out


def test_topic_period_actor_and_source_narrow_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "fishing", "talks", "--since", "June 2024", "--source", "Estuary Times"]) == 0
    out = capsys.readouterr().out
    assert "21 October 2024" in out
    assert "2 May 2024" not in out
    assert main(["timeline", "--actor", "Port Amity"]) == 0
    assert "21 October" not in capsys.readouterr().out


def test_json_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "accord", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.validate(printed, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert printed["events"][0]["earliest"] == "2024-05-02"


def test_csv_markdown_and_a_calendar_are_printed_or_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timeline", "--csv"]) == 0
    assert len(list(csv.reader(io.StringIO(capsys.readouterr().out)))) >= 3
    assert main(["timeline", "--markdown"]) == 0
    assert capsys.readouterr().out.startswith("# Timeline\n")
    assert main(["timeline", "--output", "talks.ics"]) == 0
    assert (tmp_path / "talks.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_picture_is_written(tmp_path: Path) -> None:
    assert main(["timeline", "--style", "picture", "--output", "talks.png"]) == 0
    assert (tmp_path / "talks.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "31 February"], "type a day"),
        (["--since", "2025", "--until", "2024"], "swap the two dates"),
        (["--actor", "Nobody"], "No event names"),
        (["bananas"], "try another word"),
        (["--style", "picture"], "--output"),
        (["--style", "picture", "--csv"], "either"),
        (["--output", "talks.docx"], "Say what to write"),
        (["--csv", "--json"], "Choose one form: --json or --csv"),
        (["--style", "picture", "--output", "talks.txt"], "--output talks.png"),
        (["--since", ""], "is not a date"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timeline", *arguments]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert said in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("command", ["timeline", "quotes"])
def test_an_empty_topic_or_speaker_is_refused(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "   "]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.endswith(" is empty; name one, or leave it out.\n")


def test_a_picture_says_how_many_events_are_not_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = (
        f"On {day} May 2023 envoy {day} signed treaty {day * 7} in harbour {day}." for day in range(1, 21)
    )
    (tmp_path / "many.md").write_text("---\ndate: 2023-06-01\n---\n" + "\n\n".join(days))
    assert main(["index", "many.md"]) == ExitCode.DONE
    capsys.readouterr()
    for options, drawn in (([], 14), (["--limit", "50"], 14), (["--limit", "3"], 3)):
        assert main(["timeline", "--until", "2023", "--style", "picture", "-o", "t.png", *options]) == 0
        out = capsys.readouterr().out
        assert out == (
            f"t.png: {drawn} events; {20 - drawn} more are not on it, and `parley timeline` lists them\n"
        )
    assert main(["timeline", "--until", "1 May 2023", "--style", "picture", "-o", "t.png"]) == 0
    assert capsys.readouterr().out == "t.png: 1 event\n"


def test_the_clause_that_the_date_dates_is_bold() -> None:
    text = "Orsic said in 2023 that he would\nnever disarm, and his men  left\non Thursday."
    document = Document("note", "Note", text, published=date(2025, 3, 14))
    clause = (text.index("his"), len(text))
    event = Event(
        document,
        0,
        len(text),
        date(2025, 3, 13),
        date(2025, 3, 13),
        "day",
        "relative",
        False,
        None,
        (),
        (),
        clause=clause,
    )
    words = words_of(event)
    assert words.plain == "Orsic said in 2023 that he would never disarm, and his men left on Thursday."
    assert [words.plain[span.start : span.end] for span in words.spans] == ["his men left on Thursday."]
    assert words_of(replace(event, clause=None)).spans == []

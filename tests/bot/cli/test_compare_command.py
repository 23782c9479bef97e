"""`parley compare` as a person types it."""

import json
import os
from pathlib import Path

import jsonschema
import pytest

from bot.cli import main
from bot.cli.terminal.output import ExitCode
from tests.index.structure.agreements import HARROW

SCHEMA = Path(__file__).parents[3] / "docs" / "schemas" / "compare.json"


@pytest.fixture(autouse=True)
def indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in list(os.environ):
        if name.startswith("PARLEY_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    edited = HARROW.replace("eight members", "nine members").replace(
        "free passage in time of peace", "free passage"
    )
    for name, text in (("first", HARROW), ("second", edited)):
        (drafts / f"{name}.txt").write_text(text, encoding="utf-8")
        (drafts / f"{name}.txt.yaml").write_text(
            f"title: The {name} draft\npublished: 2024-05-01\n", encoding="utf-8"
        )
    assert main(["index", str(drafts)]) == ExitCode.DONE
    capsys.readouterr()


def test_what_changed_is_printed_with_both_wordings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "first", "second"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("- The first draft (1 May 2024)\n+ The second draft (1 May 2024)\n2 changed, ")
    assert "Article 3(1): changed\n  - 1. A Harbour Council of eight members" in out
    assert "  + 1. A Harbour Council of nine members is hereby established." in out
    assert "Submarines" not in out
    assert main(["compare", "first", "second", "--all"]) == 0
    assert "Article 2(3): unchanged\n  3. Submarines" in capsys.readouterr().out


def test_json_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "first", "second", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.validate(printed, json.loads(SCHEMA.read_text(encoding="utf-8")))
    changed = [change for change in printed["changes"] if change["kind"] == "changed"]
    assert [change["after"]["citation"]["place"] for change in changed] == ["Article 2(1)", "Article 3(1)"]


def test_a_file_gets_the_form_that_its_name_asks_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "first", "second", "--output", "drafts.md"]) == 0
    text = (tmp_path / "drafts.md").read_text(encoding="utf-8")
    assert "> 1. A Harbour Council of **eight** members is hereby established." in text
    assert "> 1. A Harbour Council of **nine** members is hereby established." in text
    assert main(["compare", "first", "second", "-o", "drafts.json"]) == 0
    assert json.loads((tmp_path / "drafts.json").read_text(encoding="utf-8"))["changes"]
    assert capsys.readouterr().out == ""


def test_a_name_that_fits_several_or_none_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "draft", "second"]) == ExitCode.USAGE
    assert "Several documents fit 'draft'" in capsys.readouterr().err
    assert main(["compare", "first"]) == ExitCode.USAGE
    assert "No earlier version of 'The first draft' is kept" in capsys.readouterr().err

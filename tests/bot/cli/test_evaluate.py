"""`parley eval`: the figures of a question set, from the shell."""

import json
import os
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.terminal.output import ExitCode

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


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\xff", "breaks at byte"),
        (b'{"question": "Who \xe9\x81?", "answerable": true', "is not JSON"),
        (b"\x00\x01\x02\x03" * 20, "is not text"),
        (b"[1]\n", "line 1 is not an object"),
        (b"1\n", "line 1 is not an object"),
        (b"\n{\n", "line 2 is not JSON"),
        (b"[" * 100_000, "line 1 is not JSON"),
        (b'{"answerable": true}\n', "it has no `question`"),
        (b'{"answerable": true, "question": 7}\n', "it has no `question`"),
        (b'{"answerable": "yes", "question": "Who?"}\n', "neither true nor false"),
        (b'{"answerable": true, "question": "Who?", "passage_ids": "a"}\n', "`passage_ids` is not a list"),
        (b'{"answerable": true, "question": "Who?", "answers": {}}\n', None),
        (b'{"answerable": true, "question": "Who?", "answers": {"a": 1}}\n', "`answers` is not a list"),
        (b'{"answerable": true, "question": "Who?", "grades": [1]}\n', "`grades`"),
        (b'{"answerable": true, "question": "Who?", "grades": {"a": 1e999}}\n', "`grades`"),
        (b'{"answerable": true, "question": "Who?", "grades": {"a": "b"}}\n', "`grades`"),
        (b"", "holds no question"),
        (b'{"question": "Who?"}\n', "holds no question"),
    ],
)
def test_a_broken_set_is_named_with_its_reason(
    files: tuple[str, str], data: bytes, said: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[0]).write_bytes(data)
    code = main(["eval", files[0], "--passages", files[1]])
    complaint = capsys.readouterr().err
    if said is None:
        assert code == ExitCode.DONE
        return
    assert code == ExitCode.REFUSED
    assert complaint.startswith("parley: questions.jsonl")
    assert said in complaint
    assert len(complaint.splitlines()) == 1


def test_a_pipe_is_no_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert main(["eval", str(tmp_path / "pipe.jsonl"), "--passages", "x"]) == ExitCode.REFUSED
    assert "not a regular file" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_named(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["eval", files[0], "--passages", files[1], "--report", "nowhere/misses.md"]
    assert main(arguments) == ExitCode.UNWRITTEN
    assert "nowhere/misses.md cannot be written" in capsys.readouterr().err


def test_the_set_of_the_seeds_finds_their_document_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parents[3]
    monkeypatch.chdir(tmp_path)
    # Which document is found does not hang on the reader, with which the same set is asked in tests/index/answering.
    monkeypatch.setenv("PARLEY_READER", "no")
    assert main(["index", str(root / "seeds")]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["eval", str(root / "bench" / "questions" / "seed.jsonl"), "--json"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert json.loads(captured.out)["hit_1"] == 1.0
    assert captured.err == ""


def test_without_any_of_the_named_documents_their_figures_are_not_known(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[0]).write_text(json.dumps({**QUESTION, "passage_ids": ["nowhere"]}) + "\n", encoding="utf-8")
    assert main(["eval", files[0], "--passages", files[1], "--json"]) == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    assert (found["hit_1"], found["mrr_10"], found["answer_in_first"]) == (None, None, 1.0)


def test_a_change_that_loses_is_refused(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("before", RECORD["text"]), ("after", "It rained in the harbour.")):
        Path(files[1]).write_text(json.dumps({**RECORD, "text": text}) + "\n", encoding="utf-8")
        assert main(["eval", files[0], "--passages", files[1], "--outcomes", name]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["eval", "--compare", "before", "after"]) == ExitCode.REFUSED
    printed = capsys.readouterr()
    assert "1 of 1  0 of 1" in " ".join(printed.out.split()).replace("of 1 0", "of 1  0")
    assert QUESTION["question"] in printed.out
    assert "it is refused" in printed.err
    assert main(["eval", "--compare", "after", "before"]) == ExitCode.DONE
    assert "Gained: 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["questions.jsonl", "--compare", "a", "b"], ["--compare", "a", "b", "--json"]]
)
def test_a_comparison_stands_alone(files: tuple[str, str], arguments: list[str]) -> None:
    assert main(["eval", *arguments]) == ExitCode.USAGE

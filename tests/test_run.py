"""`run.py` where it cannot do its work: one sentence, and what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import run
from tests.conftest import LONGEST, TESTS

RUN = Path(run.__file__)


def outcome_of(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(RUN), *arguments], capture_output=True, text=True, check=False, timeout=300
    )


def test_an_old_python_is_told_which_one_to_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(run.shutil, "which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(
        SystemExit, match=r"needs Python 3\.11 or newer and this is 3\.9: run it with python3\.12"
    ):
        run.check_python()
    monkeypatch.setattr(run.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="install a newer one"):
        run.check_python()


def test_a_python_without_virtual_environments_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        run.check_python()


def test_an_environment_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    outcome = outcome_of("--venv", str(tmp_path / "file"), "setup")
    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stderr
    assert "run.py: " in outcome.stderr


def test_an_unknown_command_is_a_matter_of_usage() -> None:
    outcome = outcome_of("dance")
    assert outcome.returncode == 2
    assert "preview" in outcome.stderr


def test_a_second_start_finds_what_the_first_has_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend_set_up(tmp_path)
    run.set_up(tmp_path, run.HERE, "test")
    assert capsys.readouterr().err == ""


def test_what_follows_bench_goes_to_the_measurements(tmp_path: Path) -> None:
    pretend_set_up(tmp_path)
    outcome = outcome_of("--venv", str(tmp_path), "bench")
    assert outcome.returncode == 2
    assert "python -m bench documents.jsonl.gz" in outcome.stdout


@pytest.mark.parametrize(
    ("asked", "spread"), [((), True), (("-k", "nothing"), True), (("tests/test_run.py",), False)]
)
def test_all_tests_run_on_every_core_and_a_named_file_in_one_process(
    asked: tuple[str, ...], spread: bool, tmp_path: Path
) -> None:
    pretend_set_up(tmp_path)
    (tmp_path / "bin" / "python").unlink()
    (tmp_path / "bin" / "python").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (tmp_path / "bin" / "python").chmod(0o755)
    outcome = outcome_of("--venv", str(tmp_path), "test", *asked)
    processes = f"--numprocesses {(os.cpu_count() or 1) + 1} --dist loadfile --no-loadscope-reorder"
    assert (processes in outcome.stdout) is spread
    assert outcome.stdout.endswith(" ".join(["", *asked]) + "\n") or not asked


def test_a_test_run_keeps_what_python_compiles_out_of_the_tree_where_none_may_be_kept_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_set_up(tmp_path)
    (tmp_path / "bin" / "python").unlink()
    script = '#!/bin/sh\necho "$PYTHONDONTWRITEBYTECODE:$PYTHONPYCACHEPREFIX"\n'
    (tmp_path / "bin" / "python").write_text(script, encoding="utf-8")
    (tmp_path / "bin" / "python").chmod(0o755)
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert outcome_of("--venv", str(tmp_path), "test").stdout == f":{tmp_path / 'bytecode'}\n"
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE")
    assert outcome_of("--venv", str(tmp_path), "test").stdout == ":\n"


def pretend_set_up(environment: Path) -> None:
    """Make a folder that ``run.py`` takes for an environment with everything in it."""
    stamps = "".join(f"{name} {stamp}\n" for name, stamp in run.stamps_of(run.HERE).items())
    (environment / "parley-is-set-up").write_text(stamps, encoding="utf-8")
    (environment / "bin").mkdir()
    (environment / "bin" / "python").symlink_to(sys.executable)


def test_what_the_tests_begin_with_is_there() -> None:
    assert [name for name in LONGEST if not (TESTS / name).is_file()] == []

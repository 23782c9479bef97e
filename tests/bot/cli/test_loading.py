"""What a command loads: `parley --help` and a check that is made every minute take no longer than they must."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot.cli import COMMANDS, cli, main

HEAVY = {
    "aiohttp",
    "charset_normalizer",
    "dateparser",
    "discord",
    "lxml",
    "markdown_it",
    "matplotlib",
    "numpy",
    "pydantic",
    "rich",
    "sqlite3",
    "sqlite_utils",
    "yaml",
}


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """The modules that are loaded once `parley` has run with these arguments in a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PARLEY_")}
    script = "import sys; from bot.cli import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        check=True,
        cwd=folder,
        env={**kept, "PYTHONPATH": os.getcwd()},
    )
    return set(done.stderr.decode().split())


def own(modules: set[str]) -> set[str]:
    return {name for name in modules if name.split(".")[0] in ("bot", "index")}


def test_help_loads_no_command(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "--help")
    assert own(loaded) == {
        "bot",
        "bot.cli",
        "bot.cli.terminal",
        "bot.cli.terminal.output",
        "index",
        "index.errors",
    }
    assert loaded & {*HEAVY, "asyncio"} == set()


@pytest.mark.parametrize("env_file", [False, True])
def test_a_check_of_health_loads_what_reads_one_file(tmp_path: Path, env_file: bool) -> None:
    if env_file:
        (tmp_path / ".env").write_text("PARLEY_DATABASE=other.db\n", encoding="utf-8")
    loaded = loaded_by(tmp_path, "health")
    assert {name for name in own(loaded) if name.startswith("index")} == {
        "index",
        "index.errors",
        "index.model",
        *(f"index.model.{name}" for name in ("additions", "comparisons", "documents", "found")),
    }
    assert loaded & {*HEAVY, "asyncio"} == set()


def test_a_question_loads_nothing_that_reads_or_adds_documents_or_settings(
    documents: Path, tmp_path: Path
) -> None:
    assert main(["index", "--database", str(tmp_path / "parley.db"), str(documents)]) == 0
    loaded = loaded_by(tmp_path, "ask", "What did Sudria agree to withdraw?")
    assert loaded & {*HEAVY, "numpy.ma"} == {"numpy", "rich", "sqlite3"}
    assert "index.inquiry" in loaded
    kept_out = ("adding", "comparing", "following", "keeping", "processes", "readers", "web")
    found = {f"index.{room}.finding" for room in ("quotations", "timeline")}
    # What lists quotations and events, and what only some questions ask for.
    found |= {
        f"index.{name}" for name in ("quotations.selection", "quotations.speakers", "quotations.tracing")
    }
    found |= {f"index.{name}" for name in ("timeline.selection", "answering.topics", "answering.explaining")}
    found |= {f"index.{name}" for name in ("timeline.storage", "answering.several.together")}
    assert {
        name for name in own(loaded) if name.startswith(tuple(f"index.{room}" for room in kept_out))
    } == set()
    assert loaded & {"index.index", *found} == set()


def test_help_says_of_each_command_what_the_command_says_of_itself() -> None:
    context = click.Context(cli)
    assert set(cli.list_commands(context)) == set(COMMANDS)
    for name, (_, said) in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command is not None and command.help is not None
        assert " ".join(command.help.split()).startswith(said)

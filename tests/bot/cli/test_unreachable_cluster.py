"""A cluster that does not answer is one sentence, soon, and the exit code for what may work in a moment."""

from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.terminal import options
from bot.cli.terminal.output import ExitCode
from index.search.opensearch.connection import WORTH_SAYING
from tests.cluster.nodes import free_ports


@pytest.mark.parametrize(
    "command",
    [
        ["ask", "Where was the river accord signed?"],
        ["timeline"],
        ["sources"],
        ["index", "paper.txt"],
        ["check"],
        ["move", "--to", "back.db"],
    ],
    ids=lambda command: command[0],
)
def test_a_command_says_so_and_ends(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert options.TO_REACH < WORTH_SAYING
    monkeypatch.setattr(options, "TO_REACH", 0.1)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.txt").write_text("The ferry sails again.", encoding="utf-8")
    address = f"http://127.0.0.1:{free_ports(1)[0]}"
    monkeypatch.setenv("PARLEY_ENGINE", "opensearch")
    monkeypatch.setenv("PARLEY_OPENSEARCH_ADDRESSES", address)
    assert main(command) == ExitCode.TEMPORARY
    said = f"The cluster at {address} does not answer (no connection); try again in a moment."
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1 and said in printed.err

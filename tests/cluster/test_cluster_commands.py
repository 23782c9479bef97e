"""`parley` with its index in a cluster, and moved there and back."""

import asyncio
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.app.memory.alerts import add_alert, alerts_of
from bot.app.memory.remembering import Memory
from bot.cli import main
from bot.cli.terminal.output import ExitCode
from index import Cluster

pytestmark = pytest.mark.cluster

QUESTION = "Where was the river accord signed?"


@pytest.fixture
def addresses(where: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Sets a prefix of its own, and gives the addresses."""
    for name in list(os.environ):
        if name.startswith("PARLEY_") or name == "DISCORD_TOKEN":
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARLEY_OPENSEARCH_PREFIX", where.prefix)
    return ",".join(where.addresses)


@pytest.fixture
def switch(addresses: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Switches to the cluster."""

    def switched() -> None:
        monkeypatch.setenv("PARLEY_ENGINE", "opensearch")
        monkeypatch.setenv("PARLEY_OPENSEARCH_ADDRESSES", addresses)

    return switched


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(list(arguments))
    return code, capsys.readouterr().out


def test_commands_use_the_cluster(
    switch: Callable[[], None], documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    switch()
    assert "2 added" in told(capsys, "index", str(documents))[1]
    code, answer = told(capsys, "ask", QUESTION)
    assert code == ExitCode.DONE
    (tmp_path / "parley.db.copy").unlink()
    assert told(capsys, "ask", QUESTION) == (code, answer)
    code, checked = told(capsys, "check")
    assert code == ExitCode.DONE and "Backups are snapshots that the cluster makes" in checked
    assert not (tmp_path / "parley.db").exists()
    for command in (["backup", "copy.db"], ["restore", "copy.db"]):
        assert main(command) == ExitCode.CONFIGURATION
        assert "in a cluster" in capsys.readouterr().err
    assert main(["ask", "--database", "parley.db.copy", QUESTION]) == ExitCode.CONFIGURATION
    assert "is a copy of an index in a cluster" in capsys.readouterr().err


async def remembered(memory: Memory, *, add: bool = False) -> int:
    await memory.open()
    if add:
        await add_alert(memory, 1, 2, "grain", None, None)
    found = len(await alerts_of(memory))
    await memory.close()
    return found


def test_what_is_moved_there_and_back_is_the_same(
    addresses: str, switch: Callable[[], None], documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "index", str(documents))
    (documents / "fishing.md").write_text("The talks resumed in January.", encoding="utf-8")
    told(capsys, "index", str(documents))
    asyncio.run(remembered(Memory(Path("parley.db")), add=True))
    asked = [["ask", "--json", QUESTION], ["timeline", "--json"], ["quotes", "--json"], ["sources", "--json"]]
    before = [told(capsys, *command) for command in asked]
    code, said = told(capsys, "move", "--to", addresses, "--json")
    assert code == ExitCode.DONE
    moved = json.loads(said)
    assert (moved["documents"], moved["remembered"]) == (2, 1)
    assert main(["move", "--to", addresses]) == ExitCode.CONFIGURATION
    assert "has rows of its own" in capsys.readouterr().err
    switch()
    assert [told(capsys, *command) for command in asked] == before
    assert "back.db has all of it" in told(capsys, "move", "--to", "back.db")[1]
    assert main(["move", "--to", "back.db"]) == ExitCode.CONFIGURATION
    assert [told(capsys, *command, "--database", "back.db") for command in asked] == before
    assert told(capsys, "check", "--database", "back.db")[0] == ExitCode.DONE
    assert asyncio.run(remembered(Memory(Path("back.db")))) == 1
    with closing(sqlite3.connect("parley.db")) as one, closing(sqlite3.connect("back.db")) as other:
        for table in ("former_versions", "events", "quotations", "sqlite_sequence WHERE name <> 'segments'"):
            rows = f"SELECT * FROM {table}"
            assert one.execute(rows).fetchall() == other.execute(rows).fetchall()

"""The walls between the rooms, and what a question in the shell does not wait for."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import index

ROOT = Path(__file__).parents[1]


def test_every_module_keeps_to_the_rooms_it_may_use() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    command = [lint, "--no-cache", "pyproject.toml"]
    outcome = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


ROOMS = sorted(path.parent for path in (ROOT / "index").glob("*/__init__.py"))
GROUND = {"model", "errors", "telemetry", "requests", "citations"}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_says_which_rooms_it_uses(room: Path) -> None:
    docstring = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    said = re.search(r"In: .+ Out: .+ (Uses [^.]+)\.$", docstring or "", re.DOTALL)
    assert said
    used = {name.split(".")[1] for path in room.rglob("*.py") for name in imported_by(path) if "." in name}
    assert used - GROUND - {room.name} == set(re.findall("``(\\w+)``", said[1]))


def imported_by(path: Path) -> set[str]:
    """The modules of the index that a module imports, anywhere in it."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    imports = (node for node in nodes if isinstance(node, ast.ImportFrom))
    names = {f"{node.module}.{alias.name}" for node in imports for alias in node.names}
    return {name for name in names if name.startswith("index.")}


@pytest.mark.parametrize("name", index.__all__)
def test_what_the_door_offers_is_there(name: str) -> None:
    assert getattr(index, name) is not None


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("index", ("bot", "discord")),
        ("bot.cli", ("discord", "simcord", "matplotlib")),
        ("bot.on_discord.cogs.timeline", ("matplotlib",)),
    ],
)
def test_importing_leaves_out(module: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*(name for name in {absent!r} if name in sys.modules))"
    outcome = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=300
    )
    assert outcome.stdout.strip() == ""

"""The walls between the rooms, and what a question in the shell does not wait for."""

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


@pytest.mark.parametrize("name", index.__all__)
def test_what_the_door_offers_is_there(name: str) -> None:
    assert getattr(index, name) is not None


@pytest.mark.parametrize(
    ("module", "absent"), [("index", ("bot", "discord")), ("bot.cli", ("discord", "simcord", "matplotlib"))]
)
def test_importing_leaves_out(module: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*(name for name in {absent!r} if name in sys.modules))"
    outcome = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=300
    )
    assert outcome.stdout.strip() == ""

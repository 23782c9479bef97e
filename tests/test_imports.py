"""The wall around `index/`, and what a question in the shell does not wait for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "index").rglob("*.py"))


def imported_by(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_index_imports_neither_the_bot_nor_discord(path: Path) -> None:
    assert not {name for name in imported_by(path) if name.split(".")[0] in ("bot", "discord")}


@pytest.mark.parametrize(
    ("module", "absent"), [("index", ("bot", "discord")), ("bot.cli", ("discord", "simcord", "matplotlib"))]
)
def test_importing_leaves_out(module: str, absent: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*(name for name in {absent!r} if name in sys.modules))"
    outcome = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=300
    )
    assert outcome.stdout.strip() == ""

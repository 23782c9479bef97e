"""Each number that stands at the top of a module says beside it what it is, and where it comes from."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("index", "bot") for path in (PROJECT / room).rglob("*.py"))


def is_number(value: ast.expr | None) -> bool:
    """Whether a value is a number, numbers, or a sum of them; not what is only built with some."""
    match value:
        case ast.Constant(value=held):
            return isinstance(held, int | float) and not isinstance(held, bool)
        case ast.UnaryOp(operand=operand):
            return is_number(operand)
        case ast.BinOp(left=left, right=right):
            return is_number(left) or is_number(right)
        case ast.Tuple(elts=elements):
            return bool(elements) and all(map(is_number, elements))
    return False


def without_a_word(source: str) -> Iterator[str]:
    """Yield the numbers of a module that have neither a text below them nor a comment above or behind."""
    lines, body = source.splitlines(), ast.parse(source).body
    for node, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or not is_number(node.value):
            continue
        told = (
            isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
            and isinstance(following.value.value, str)
        )
        above = lines[node.lineno - 2].lstrip() if node.lineno > 1 else ""
        if not told and not above.startswith("#") and "#" not in lines[node.lineno - 1]:
            yield lines[node.lineno - 1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_each_number_says_what_it_is(path: Path) -> None:
    assert list(without_a_word(path.read_text(encoding="utf-8"))) == []


def test_what_says_nothing_is_seen() -> None:
    source = '_A = 3\n_B, _C = 1, 2.5\n"""Told."""\n# Told.\n_D = 2 * _A\n_E = -4.0\n_F = "7"\n_G = 5  # told\n_H: int = 6'
    assert list(without_a_word(source)) == ["_A = 3", "_E = -4.0", "_H: int = 6"]

"""Sentences of news and briefings beside how each is read: who said what in what role, what the clause does to it, or nothing."""

from pathlib import Path

import pytest

from index.language.findings import FoundQuotation
from index.quotations import find_quotations

_TABLE = Path(__file__).with_name("readings.txt")


def _readings() -> list[tuple[str, tuple[str, ...]]]:
    blocks = _TABLE.read_text(encoding="utf-8").split("\n\n")
    read = []
    for block in blocks:
        sentence, *found = [line for line in block.splitlines() if line and not line.startswith("#")] or [""]
        if found:
            read.append((sentence.replace(" ¶ ", "\n\n"), tuple(line.strip() for line in found)))
    return read


def _written(text: str, item: FoundQuotation) -> str:
    stance = " ".join(
        filter(None, (item.stance, "if" if item.condition else "", "hearsay" if item.hearsay else ""))
    )
    words = text[item.start : item.end]
    return " | ".join((item.speaker, item.role or "-", stance, f"“{words}”" if item.direct else words))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=row[0][:60]) for row in _readings()])
def test_a_sentence_is_read_as_the_table_has_it(text: str, expected: tuple[str, ...]) -> None:
    found = tuple(_written(text, item) for item in find_quotations(text) if item.is_somebodys)
    assert found == (() if expected == ("none",) else expected)


def test_the_table_holds_what_it_should() -> None:
    assert len(_readings()) >= 350

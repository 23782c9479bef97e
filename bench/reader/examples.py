"""Examples on their way to training: {"q", "t" title, "c" passage, "sp" spans, "k" span|sent|null, "src"}, a line each."""

import gzip
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Example = dict[str, Any]


def key(text: str) -> str:
    """Return the letters and digits alone, by which two questions are the same."""
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def read_examples(path: Path | str) -> list[Example]:
    """Read a packed file of lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def write_examples(path: Path | str, examples: Iterable[Mapping[str, Any]]) -> None:
    """Write a packed file of lines."""
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in examples)

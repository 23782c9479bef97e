"""Time expressions against gold: extents, values and days, beside dateparser.

Usage: python bench/timex.py FOLDER

The folder holds one JSON object a line in ``*.jsonl``: ``text``, ``dct`` (the document's date, may be null) and
``timexes`` with ``start``, ``end``, ``type`` and ``value``. Scored as in TempEval-3 (UzZaman et al., SemEval 2013, task 1):
strict and relaxed (overlapping) extents, and values over the relaxed matches.
"""

import json
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from index.language.dates import find_time_expressions

Timex = tuple[int, int, str]
Finder = Callable[[str, date | None], list[Timex]]


@dataclass
class Score:
    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    values: int = 0
    gold_days: int = 0
    system_days: int = 0
    right_days: int = 0
    documents: int = 0
    seconds: float = 0.0

    def row(self, name: str) -> str:
        relaxed = f1(self.relaxed, self.system, self.gold)
        accuracy = self.values / self.relaxed if self.relaxed else 0.0
        figures = (
            f1(self.strict, self.system, self.gold),
            relaxed,
            accuracy,
            accuracy * relaxed,
            f1(self.right_days, self.system_days, self.gold_days),
        )
        cells = "".join(f"{figure:>10.3f}" for figure in figures)
        return f"{name:<14}{cells}{self.documents / max(self.seconds, 1e-9):>12.1f}"


def f1(right: int, system: int, gold: int) -> float:
    return 2 * right / (system + gold) if system + gold else 0.0


def is_day(value: str) -> bool:
    return len(value) >= 10 and value[:4].isdigit() and value[5:7].isdigit() and value[8:10].isdigit()


def matched(gold: list[Timex], system: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair each gold expression with the first system expression that overlaps it and is still free."""
    pairs, taken = [], set()
    for wanted in gold:
        for place, given in enumerate(system):
            if place not in taken and given[0] < wanted[1] and wanted[0] < given[1]:
                taken.add(place)
                pairs.append((wanted, given))
                break
    return pairs


def score(documents: list[dict[str, Any]], find: Finder) -> Score:
    total = Score(documents=len(documents))
    for document in documents:
        published = date.fromisoformat(document["dct"]) if document["dct"] else None
        gold = [(t["start"], t["end"], t["value"] or "") for t in document["timexes"]]
        began = time.process_time()
        system = find(document["text"], published)
        total.seconds += time.process_time() - began
        pairs = matched(gold, system)
        total.gold += len(gold)
        total.system += len(system)
        total.relaxed += len(pairs)
        total.strict += sum(wanted[:2] == given[:2] for wanted, given in pairs)
        total.values += sum(wanted[2] == given[2] for wanted, given in pairs)
        total.gold_days += sum(is_day(timex[2]) for timex in gold)
        total.system_days += sum(is_day(timex[2]) for timex in system)
        total.right_days += sum(is_day(w[2]) and is_day(g[2]) and w[2][:10] == g[2][:10] for w, g in pairs)
    return total


def parley(text: str, published: date | None) -> list[Timex]:
    return [(item.start, item.end, item.value) for item in find_time_expressions(text, published)]


def dateparser_search(text: str, published: date | None) -> list[Timex]:
    from datetime import datetime
    from datetime import time as clock

    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.combine(published, clock())} if published else {}
    found, position = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            found.append((start, position, moment.date().isoformat()))
    return found


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    files = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    if not files:
        print(f"No gold time expressions in {folder}: give a folder with *.jsonl files.")
        return 1
    warnings.simplefilter("ignore")
    for file in files:
        documents = [
            json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        print(f"\n{file.stem}: {len(documents)} documents")
        print(
            f"{'':<14}{'strict F1':>10}{'relaxed':>10}{'value acc':>10}{'value F1':>10}{'day F1':>10}{'docs/s':>12}"
        )
        for name, find in (("parley", parley), ("dateparser", dateparser_search)):
            print(score(documents, find).row(name), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Quotations and their speakers against gold, beside textacy.

Usage: python bench/quotations.py FOLDER

The folder holds one JSON object a line in ``*.jsonl``: ``text`` and ``attributions``, each with ``source``, ``cue`` and
``content`` as lists of ``[start, end]``, as PolNeAR annotates them (Newell et al., LREC 2018).

Direct: gold is every span in quotation marks of which four fifths stand in gold content with a source. Found is every
quoted span that was given a speaker. Right is a found span that overlaps a gold one by half of the longer or more, and
whose speaker mention overlaps the gold source. Indirect: the same for gold content without quotation marks; PolNeAR counts
beliefs, plans and wishes there as well as speech, so recall is bounded from above.
"""

import contextlib
import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.quotations import find_quotations

Span = tuple[int, int]
Spoken = tuple[Span, tuple[Span, ...]]
Finder = Callable[[str], tuple[list[Spoken], list[Spoken]]]

LONG = 5
WARMING = 10
PAIR = re.compile(
    "|".join(
        (
            "“((?:[^“”]|“[^“”]*”)*)[”“]",
            '“([^“”"]+)"',
            r"(?<!\S)”([^“”]+)”",
            '(?<!=)"([^"”]+)["”]',
            "''(.+?)''",
            r"(?<![\w'’])[‘'](?=\w)([^“”\"]+?)[’'](?![\w'’])",
        )
    )
)
OPENING = re.compile("''|[\"“]")
KINDS = ("direct", f"direct, {LONG} words or more", "indirect")


@dataclass
class Score:
    gold: int = 0
    found: int = 0
    right: int = 0

    def row(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0
        return f"{self.gold:>7}{self.found:>7}{precision:>8.3f}{recall:>8.3f}{f1:>8.3f}"


@dataclass
class Result:
    scores: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in KINDS})
    documents: int = 0
    failed: int = 0
    seconds: float = 0.0


def quoted(text: str) -> list[Span]:
    """Return the quoted spans of ``text`` without their marks: paired inside a line, or open to the end of the line where
    the next line opens with a mark again."""
    spans: list[Span] = []
    place = 0
    for line in text.splitlines(keepends=True):
        end = place + len(line.rstrip())
        taken = place
        for match in PAIR.finditer(text, place, end):
            spans.append(match.span(match.lastindex or 0))
            taken = match.end()
        opening = OPENING.search(text, taken, end)
        if opening and OPENING.match(text[end:].lstrip()):
            spans.append((opening.end(), end))
        place += len(line)
    return [span for span in spans if span[0] < span[1]]


def gold_of(document: dict[str, Any]) -> tuple[list[Spoken], list[Spoken]]:
    text = document["text"]
    spans = quoted(text)
    direct: dict[Span, tuple[int, tuple[Span, ...]]] = {}
    indirect: list[Spoken] = []
    for item in document["attributions"]:
        source = tuple((start, end) for start, end in item["source"])
        if not source:
            continue
        size = sum(end - start for start, end in item["content"])
        inside = [span for span in spans if _inside(span, item["content"])]
        for span in inside:
            if span not in direct or size < direct[span][0]:
                direct[span] = (size, source)
        if not inside and item["content"]:
            longest = max(item["content"], key=lambda piece: piece[1] - piece[0])
            indirect.append(((longest[0], longest[1]), source))
    return [(span, source) for span, (_, source) in direct.items()], indirect


def _inside(span: Span, content: list[list[int]]) -> bool:
    shared = sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in content)
    return 10 * shared >= 8 * (span[1] - span[0])


def count(score: Score, gold: list[Spoken], found: list[Spoken]) -> None:
    score.gold += len(gold)
    score.found += len(found)
    for span, sources in gold:
        score.right += any(_matches(span, other) and _touch(sources, mentions) for other, mentions in found)


def _matches(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= max(one[1] - one[0], other[1] - other[0]) and shared > 0


def _touch(ones: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in ones for b in others)


def measure(documents: list[dict[str, Any]], find: Finder) -> Result:
    result = Result(documents=len(documents))
    for document in documents[:WARMING]:
        # Patterns are made ready when they are first used, once a process.
        with contextlib.suppress(Exception):
            find(document["text"])
    for document in documents:
        text = document["text"]
        began = time.process_time()
        try:
            direct, indirect = find(text)
        except Exception:  # noqa: BLE001 - a peer's failure is counted, not fatal
            result.failed += 1
            direct, indirect = [], []
        result.seconds += time.process_time() - began
        gold_direct, gold_indirect = gold_of(document)
        for kind, gold, found in (
            (KINDS[0], gold_direct, direct),
            (KINDS[1], _long(text, gold_direct), _long(text, direct)),
            (KINDS[2], gold_indirect, indirect),
        ):
            count(result.scores[kind], gold, found)
    return result


def _long(text: str, spoken: list[Spoken]) -> list[Spoken]:
    return [item for item in spoken if len(text[item[0][0] : item[0][1]].split()) >= LONG]


def parley(text: str) -> tuple[list[Spoken], list[Spoken]]:
    found = find_quotations(text)
    spoken = [((item.start, item.end), (item.mention,), item.direct) for item in found]
    return [item[:2] for item in spoken if item[2]], [item[:2] for item in spoken if not item[2]]


def textacy_finder() -> Finder | None:
    try:
        import spacy
        from textacy.extract import direct_quotations

        pipeline = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return None

    def find(text: str) -> tuple[list[Spoken], list[Spoken]]:
        found: list[Spoken] = []
        for item in direct_quotations(pipeline(text)):
            speaker = item.speaker
            mention = (speaker[0].idx, speaker[-1].idx + len(speaker[-1])) if len(speaker) else (0, 0)
            found.append(((item.content.start_char, item.content.end_char), (mention,)))
        return found, []

    return find


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    files = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    if not files:
        print(f"No gold quotations in {folder}: give a folder with *.jsonl files.")
        return 1
    finders: list[tuple[str, Finder]] = [("parley", parley)]
    other = textacy_finder()
    if other is None:
        print("textacy or its model en_core_web_sm is not installed: parley alone is measured.")
    else:
        finders.append(("textacy", other))
    for file in files:
        documents = [
            json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        print(f"\n{file.stem}: {len(documents)} documents")
        for name, find in finders:
            result = measure(documents, find)
            speed = result.documents / max(result.seconds, 1e-9)
            failed = f", raised on {result.failed}" if result.failed else ""
            print(f"{name}: {speed:.1f} documents/s on one core{failed}")
            print(f"{'':<28}{'gold':>7}{'found':>7}{'P':>8}{'R':>8}{'F1':>8}")
            for kind, score in result.scores.items():
                print(f"  {kind:<26}{score.row()}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

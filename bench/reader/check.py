"""How well the reader that ships tells answerable from unanswerable questions about short texts.

    python -m bench.reader.check --questions texts.jsonl

A line is {"text", "answerable": [{"question", "answer"}], "unanswerable": [{"question", "differs"}]}; ``differs`` says in what
the question differs from an answerable one, and an unanswerable question with ``refuted_by_text`` is left out.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from index.answering.reader.pointer import LONGEST_MARGIN, Pointing, Reader
from index.evaluation import area_under_curve
from index.language.sentences import sentences


def best(reader: Reader, question: str, text: str) -> Pointing:
    """Return where the text answers best; the margin is as low as can be where it was not read."""
    spans = [(one.start, one.end) for one in sentences(text)]
    found = [one for one in reader.point(question, "", text, spans) if one is not None]
    return max(found, key=lambda one: one.margin, default=Pointing(-LONGEST_MARGIN, (0, 0)))


def right(pointing: Pointing, text: str, answer: str) -> bool:
    """Tell whether the sentence that is pointed at holds the answer."""
    spans = [(one.start, one.end) for one in sentences(text)]
    holder = next((span for span in spans if span[0] <= pointing.span[0] < span[1]), (0, 0))
    return answer.lower() in text[slice(*holder)].lower()


def share_above_0(margins: Sequence[float]) -> float:
    return sum(margin > 0 for margin in margins) / max(len(margins), 1)


def report(groups: Sequence[Mapping[str, Any]], reader: Reader) -> None:
    """Ask every question of every text and print the figures."""
    answerable: list[float] = []
    unanswerable: dict[str, list[float]] = defaultdict(list)
    in_order: list[bool] = []
    hits = 0
    for group in groups:
        text = group["text"]
        pointed = [(best(reader, one["question"], text), one["answer"]) for one in group["answerable"]]
        hits += sum(right(pointing, text, answer) for pointing, answer in pointed)
        margins = [pointing.margin for pointing, _ in pointed]
        answerable += margins
        for one in group["unanswerable"]:
            if not one.get("refuted_by_text"):
                margin = best(reader, one["question"], text).margin
                unanswerable[one.get("differs", "all")].append(margin)
                in_order += [other > margin for other in margins]
    every = [margin for margins in unanswerable.values() for margin in margins]
    print(f"{len(answerable)} answerable, {len(every)} unanswerable")
    print(f"AUROC {area_under_curve(answerable, every):.3f}; right sentence {hits / len(answerable):.3f}")
    print(f"pairs of one text in order {sum(in_order) / max(len(in_order), 1):.3f}")
    print(f"margin above 0: {share_above_0(answerable):.2f} and {share_above_0(every):.2f}")
    for kind, margins in sorted(unanswerable.items()):
        print(f"  {kind}: {len(margins)}, AUROC {area_under_curve(answerable, margins):.3f}")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--questions", type=Path, required=True)
    arguments = options.parse_args()
    lines = arguments.questions.read_text(encoding="utf-8").splitlines()
    report([json.loads(line) for line in lines], Reader.read())


if __name__ == "__main__":
    main()

"""Two runs of one question set, before a change and after it: what the change gains, what it loses, and whether that is chance.

A question comes out right when its answer stands in the first excerpt and is given, or when the documents do not answer it and
nothing is said. What counts is the mean of the two shares, so that a set of mostly answerable questions does not praise what
answers everything. Chance is told by the sign test (Dixon and Mood, The statistical sign test, 1946).
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import MalformedSource
from index.evaluation import Outcome
from index.readers import longest_file
from index.readers.encoding import decode
from index.readers.files import read_regular


@dataclass(frozen=True, slots=True)
class Marked:
    """How one question came out: ``right`` as above, ``found`` when an excerpt that was shown holds its answer."""

    question: str
    answerable: bool
    right: bool
    found: bool


@dataclass(frozen=True, slots=True)
class RunComparison:
    """The questions of both runs: how many of each kind are right before and after, and which changed sides."""

    answerable: int
    unanswerable: int
    answered_right: tuple[int, int]
    refused_right: tuple[int, int]
    found: tuple[int, int]
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def balanced(self) -> tuple[float, float]:
        """The mean of the shares that are right of the answerable and of the unanswerable questions, before and after."""
        before, after = (
            [
                right[run] / total
                for right, total in (
                    (self.answered_right, self.answerable),
                    (self.refused_right, self.unanswerable),
                )
                if total
            ]
            for run in (0, 1)
        )
        return sum(before) / max(len(before), 1), sum(after) / max(len(after), 1)

    @property
    def loses(self) -> bool:
        """Whether less is right after the change than before it."""
        before, after = self.balanced
        return after < before - 1e-9

    @property
    def chance(self) -> float:
        """How likely so uneven a number of gains and losses is where the change makes no difference, from 0 to 1."""
        total, fewer = len(self.gained) + len(self.lost), min(len(self.gained), len(self.lost))
        tail: int = sum(math.comb(total, number) for number in range(fewer + 1))
        return min(2 * tail / 2.0**total, 1.0)


def outcome_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a line of JSON for each outcome, for ``read_marked``."""
    for one in outcomes:
        yield json.dumps(
            {
                "id": one.question.id,
                "question": one.question.question,
                "answerable": one.question.answerable,
                "answered": one.answer.answered,
                "in_first": one.in_first,
                "in_shown": one.in_shown,
                "rank": one.rank,
                "confidence": round(one.answer.confidence, 4),
            },
            ensure_ascii=False,
        )


def read_marked(path: Path) -> Mapping[str, Marked]:
    """Return the outcomes that a file of ``outcome_lines`` holds, by the question and its id.

    Raises SourceNotFound when there is no file, MalformedSource, naming the line, when it holds something else or nothing.
    """
    found: dict[str, Marked] = {}
    text = decode(read_regular(path, longest_file(path.name)), path.name)[0]
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            record = _record(line, f"{path.name}, line {number}")
            answered = record["answered"]
            right = answered and record["in_first"] if record["answerable"] else not answered
            shown = record["answerable"] and record["in_shown"]
            found[f"{record['id']} {record['question']}"] = Marked(
                record["question"], record["answerable"], right, shown
            )
    if not found:
        raise MalformedSource(f"{path.name} holds no outcome; write one with `parley eval --outcomes`.")
    return found


def _record(line: str, place: str) -> Mapping[str, Any]:
    fields = {
        "id": str,
        "question": str,
        "answerable": bool,
        "answered": bool,
        "in_first": bool,
        "in_shown": bool,
    }
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MalformedSource(
            f"{place} is not JSON; write the file with `parley eval --outcomes`."
        ) from error
    if not isinstance(record, dict) or not all(
        isinstance(record.get(name), kind) for name, kind in fields.items()
    ):
        raise MalformedSource(f"{place} is no outcome; write the file with `parley eval --outcomes`.")
    marked: Mapping[str, Any] = record
    return marked


def compare(before: Mapping[str, Marked], after: Mapping[str, Marked]) -> RunComparison:
    """Return how the questions that both runs asked came out. Raises MalformedSource where they asked none alike."""
    both = [(before[name], after[name]) for name in before if name in after]
    if not both:
        raise MalformedSource(
            "The two files have no question in common; compare two runs of one question set."
        )
    answerable = [pair for pair in both if pair[0].answerable]
    unanswerable = [pair for pair in both if not pair[0].answerable]

    def right(pairs: Sequence[tuple[Marked, Marked]]) -> tuple[int, int]:
        return sum(pair[0].right for pair in pairs), sum(pair[1].right for pair in pairs)

    return RunComparison(
        len(answerable),
        len(unanswerable),
        right(answerable),
        right(unanswerable),
        (sum(pair[0].found for pair in both), sum(pair[1].found for pair in both)),
        tuple(one.question for one, other in both if other.right and not one.right),
        tuple(one.question for one, other in both if one.right and not other.right),
    )

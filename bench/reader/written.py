"""Turn groups written by hand into training examples: windows as they are read for an answer, and cheap twins.

    python -m bench.reader.written --groups bench/reader/data/written.jsonl --times 3 --out written.jsonl.gz

A line of a group is {"text", "answerable": [{"question", "answer"}], "unanswerable": [{"question", "differs"}]}, as in
``check.py``. ``--documents``: public-domain texts {"title", "text"}, whose titles are given to the windows that are of them.
``--held`` are question sets of which nothing may be trained on.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.reader.examples import Example, key, read_examples, write_examples
from index.language.sentences import sentences
from index.model import Span

LONGEST_WINDOW = 600
"""Characters, as of the windows that are read for an answer."""

WINDOW = 3
"""Sentences of a window."""

FOREIGN, LESS, ELSEWHERE, UNMARKED, TITLED = 0.35, 0.5, 0.12, 0.2, 0.5
"""How often a question is asked again with a foreign name, of its text less the answer, of another text; how often it loses its
question mark; how often a window has a title."""

NAME = re.compile(r"(?<=[\w,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
NO_NAME = re.compile(
    r"I|Q|President|Minister|The|A|In|On|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)


def find(text: str, answer: str) -> list[int] | None:
    """Return where the answer stands as whole words, or else at all."""
    match = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text) or re.search(
        re.escape(answer), text, re.IGNORECASE
    )
    return list(match.span()) if match and answer.strip() else None


def names(text: str) -> list[str]:
    """Return the names inside the sentences of a text."""
    found = (re.sub(r"['’]s$", "", name) for name in NAME.findall(text))
    return sorted({name for name in found if len(name) > 2 and not NO_NAME.fullmatch(name)})


def windows(text: str, draw: random.Random, span: Sequence[int] | None = None) -> Span:
    """Return a window of up to three sentences, about ``span`` where there is one."""
    found = [(one.start, one.end) for one in sentences(text)]
    if span is None:
        first = last = draw.randrange(len(found))
    else:
        first = max((n for n, one in enumerate(found) if one[0] <= span[0]), default=0)
        last = max(first, min((n for n, one in enumerate(found) if one[1] >= span[1]), default=first))
    while last - first + 1 < WINDOW:
        more = [(first - 1, last)] * (first > 0) + [(first, last + 1)] * (last + 1 < len(found))
        more = [(a, b) for a, b in more if found[b][1] - found[a][0] <= LONGEST_WINDOW]
        if not more:
            break
        first, last = draw.choice(more)
    return found[first][0], found[last][1]


class Writing:
    """Makes the examples of the groups."""

    def __init__(
        self,
        groups: Sequence[Mapping[str, Any]],
        held: set[str],
        documents: Sequence[Mapping[str, str]],
        seed: int,
    ):
        self._groups, self._held, self._draw = groups, held, random.Random(seed)
        self._documents = [(one["title"], " ".join(one["text"].split())) for one in documents]
        self._names = sorted({name for group in groups for name in names(group["text"])})

    def examples(self) -> Iterator[Example]:
        """Yield each example once; those of whom a question is held are left out."""
        for group in self._groups:
            title = self._title(group["text"])
            for one in group["answerable"]:
                if key(one["question"]) not in self._held:
                    yield from self._answerable(group["text"], title, one["question"], one["answer"])
            for one in group["unanswerable"]:
                if key(one["question"]) not in self._held:
                    yield self._none(one["question"], title, self._window(group["text"]), "written")

    def _title(self, text: str) -> str:
        start = " ".join(text.split())[:120]
        of = next((title for title, whole in self._documents if start in whole), None)
        if of is not None:
            return of
        own = names(text)
        if not own:
            return ""
        one, other = self._draw.choice(own), self._draw.choice(own)
        forms = [f"Talks with {one}", f"{one} and {other}", f"News of {one}", one, f"Agreement on {one}"]
        return self._draw.choice(forms)

    def _window(self, text: str) -> str:
        first, last = windows(text, self._draw)
        return text[first:last]

    def _asked(self, question: str) -> str:
        return question.rstrip("?") if self._draw.random() < UNMARKED else question

    def _none(self, question: str, title: str, window: str, source: str) -> Example:
        kept = title if self._draw.random() < TITLED else ""
        return {
            "q": self._asked(question),
            "t": kept[:150],
            "c": window,
            "sp": [],
            "k": "null",
            "src": source,
        }

    def _answerable(self, text: str, title: str, question: str, answer: str) -> Iterator[Example]:
        span = find(text, answer)
        if span is None:
            return
        start, end = windows(text, self._draw, span)
        window, at = text[start:end], [span[0] - start, span[1] - start]
        yield self._none(question, title, window, "written") | {"sp": [at], "k": "span"}
        if self._draw.random() < FOREIGN:
            own = [name for name in names(question) if name in text]
            others = [name for name in self._names if name.split()[0] not in text]
            if own and others:
                other = self._draw.choice(others)
                yield self._none(
                    question.replace(self._draw.choice(own), other), title, window, "written-foreign"
                )
        if self._draw.random() < LESS:
            parts = [text[one.start : one.end].strip() for one in sentences(text)]
            left = " ".join(part for part in parts if answer.lower() not in part.lower())
            if len(left) > 80:
                yield self._none(question, title, self._window(left), "written-less")
        if self._draw.random() < ELSEWHERE:
            other = self._draw.choice(self._groups)["text"]
            if answer.lower() not in other.lower():
                yield self._none(question, "", self._window(other), "written-elsewhere")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--groups", type=Path, nargs="+", required=True)
    options.add_argument("--held", type=Path, nargs="*", default=[])
    options.add_argument("--documents")
    options.add_argument("--times", type=int, default=3, help="how often each group is drawn from")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--out", required=True)
    arguments = options.parse_args()

    def lines(paths: Sequence[Path]) -> list[dict[str, Any]]:
        return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]

    held = set()
    for one in lines(arguments.held):
        asked = [one, *one.get("answerable", []), *one.get("unanswerable", [])] if "text" in one else [one]
        held |= {key(question["question"]) for question in asked if "question" in question}
    documents = read_examples(arguments.documents) if arguments.documents else []
    groups = lines(arguments.groups)
    found = []
    for time in range(arguments.times):
        found += list(Writing(groups, held, documents, arguments.seed + time).examples())
    write_examples(arguments.out, found)
    spans = sum(one["k"] == "span" for one in found)
    print(f"{len(groups)} groups, {len(found)} examples, {spans} of them answerable")


if __name__ == "__main__":
    main()

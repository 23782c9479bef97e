"""Sentences with some of their words in quotation marks, and with more around them: who says what, how, on which day."""

from collections.abc import Iterator, Sequence
from datetime import date

from index.language.dates import find_time_expressions
from index.quotations import find_quotations

FRIDAY = date(2025, 3, 14)

_AROUND = (
    "“{}.” The tide rose. Pavel Orsic left on Monday.",
    "“{},” said Pavel Orsic, the chief of pilots, on Tuesday.",
    "Mara Lind said on Monday: “{}.”\n\n“We wait,” she added.",
    "Pavel Orsic met Mara Lind. “{},” he told the Courier last year.",
    "“We go,” Mara Lind said. “{}.” Nobody came.",
    "The report “{}” was written by Mara Lind.",
    "In 2019, the council called for a “{}” in Lomar, and Orsic denied it.",
    "“It rained,” the bank said in a statement on 3 March 2025, “and {}.”",
)
"""What is put around a sentence, one of these around each."""

_QUOTED = (1, 2, 3, 5, 8)
"""How many of the words of a sentence are quoted, in turn."""


def quoted(sentences: Sequence[str]) -> Iterator[str]:
    """Yield of each sentence without its own marks: with some words at its end in marks, some inside it, and with more around."""
    for number, sentence in enumerate(sentences):
        words = sentence.replace("“", "").replace("”", "").replace('"', "").rstrip(".?!").split()
        count = _QUOTED[number % len(_QUOTED)]
        first = max(1, len(words) // 2 - count // 2)
        for varied in (
            f"{' '.join(words[:-count])} “{' '.join(words[-count:])}.”",
            f"{' '.join(words[:first])} “{' '.join(words[first : first + count])}” {' '.join(words[first + count :])}.",
            _AROUND[number % len(_AROUND)].format(" ".join(words)),
        ):
            yield f"# {' '.join(varied.split())}"
            yield from _found(varied)


def _found(text: str) -> Iterator[str]:
    times = find_time_expressions(text, FRIDAY)
    for one in find_quotations(text, times=times, published=FRIDAY):
        marks = [
            name
            for name in ("direct", "fragment", "hearsay", "is_somebodys", "is_listed")
            if getattr(one, name)
        ]
        places = [
            f"{name} {' '.join(text[slice(*span)].split())}"
            for name in ("cue", "when", "condition")
            if (span := getattr(one, name))
        ]
        told = (
            f"{one.speaker} ({one.role or '-'})",
            one.stance,
            *marks,
            f"{one.earliest} {one.basis}",
            *places,
        )
        yield f"  {one.start}-{one.end} {', '.join(told)}"

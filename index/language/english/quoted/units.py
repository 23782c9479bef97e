"""The units in which quotations are looked at: a sentence, or the sentences that one quotation joins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.language.quotation_marks import QuotedSpan
from index.model import Sentence

_DASHED = re.compile(r"\s*[-–—―]{1,2}\s*[^\W\d_]")


@dataclass(slots=True)
class Unit:
    """A sentence, or the sentences that one quotation joins."""

    start: int
    end: int
    paragraph: int
    quoted: list[QuotedSpan]


def in_units(text: str, sentences: Sequence[Sentence], quoted: Sequence[QuotedSpan]) -> list[Unit]:
    """Return the sentences of ``text`` in order, those joined that one of the quotations ``quoted``, in order, joins."""
    joined: list[Unit] = []
    number = 0
    for sentence in _items(text, sentences):
        if joined and joined[-1].quoted and _goes_on(text, joined[-1], sentence):
            unit = joined[-1]
            unit.end = max(sentence.end, unit.end)
        else:
            unit = Unit(sentence.start, sentence.end, sentence.paragraph, [])
            joined.append(unit)
        while number < len(quoted) and quoted[number].start < unit.end:
            if quoted[number].end > unit.start:
                unit.quoted.append(quoted[number])
            number += 1
    return joined


def _items(text: str, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences, those that run into the items of a list parted before each item."""
    for sentence in sentences:
        start = sentence.start
        if "\n" in text[start : sentence.end]:
            for item in _ITEM.finditer(text, start + 1, sentence.end):
                yield replace(sentence, start=start, end=start + len(text[start : item.start()].rstrip()))
                start = item.end()
        yield sentence if start == sentence.start else replace(sentence, start=start)


_ITEM = re.compile(r"\n[ \t]*[-–•+][ \t]+(?=\[|\*\*|[A-Z])")
"""Where a list goes on with its next item."""


def _goes_on(text: str, unit: Unit, sentence: Sentence) -> bool:
    """Tell whether a sentence belongs to the unit before it: inside its quotation, or saying whose it was."""
    last = unit.quoted[-1]
    if last.end > sentence.start:
        return True
    if last.end < unit.end or sentence.paragraph != unit.paragraph:
        return False
    if _DASHED.match(text, sentence.start, sentence.start + 20):
        return True
    return (
        last.start == unit.start
        and text[last.inner[1] - 1] in "!?,—"
        and text[sentence.start] not in "\"“”'‘«„"
    )

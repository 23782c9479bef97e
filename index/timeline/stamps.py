"""The times that head the messages and entries of a document: some stand in the line that tells what happened."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from index.model import Document, Sentence, Span


def moments(document: Document, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The first sentence under the heading of each entry that has a time of the day."""
    ends = [sentence.end for sentence in sentences]
    headings = {part.start: part.end for part in document.structure if part.label == "heading"}
    return frozenset(
        # The time may stand in the line that it heads.
        bisect_right(ends, headings.get(part.start, part.start))
        for part in document.structure
        if part.label == "entry" and part.field("time")
    )


class Stamps:
    """The times that head the entries of a document, some in the line that tells what happened."""

    def __init__(self, document: Document) -> None:
        begin = {part.start for part in document.structure if part.label == "entry"}
        self._spans = [
            (part.start, part.end)
            for part in document.structure
            if part.label == "heading" and part.start in begin
        ]
        self._starts = [start for start, _ in self._spans]

    def hold(self, position: int) -> bool:
        """Tell whether ``position``, in characters, stands in one."""
        return position < self._end_before(position)

    def after(self, span: Span) -> Span:
        """Return ``span`` without the one that it begins with, the whole of it where it is no more."""
        end = self._end_before(span[0])
        return (end, span[1]) if span[0] < end < span[1] else span

    def behind(self, sentence: Sentence) -> Sentence:
        """Return the sentence without the one that it begins with."""
        start, end = self.after((sentence.start, sentence.end))
        return replace(sentence, start=start, end=end)

    def _end_before(self, position: int) -> int:
        place = bisect_right(self._starts, position) - 1
        return self._spans[place][1] if place >= 0 else 0


class ShortNews:
    """Tells what stands in a message or an entry."""

    def __init__(self, document: Document) -> None:
        parts = [part for part in document.structure if part.label in ("message", "entry")]
        self._starts = [part.start for part in parts]
        # One holds those that it forwards.
        self._ends = list(accumulate((part.end for part in parts), max))

    def holds(self, position: int) -> bool:
        """Tell whether the character at ``position`` stands in one."""
        before = bisect_right(self._starts, position)
        return before > 0 and position < self._ends[before - 1]

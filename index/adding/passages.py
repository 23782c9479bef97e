"""Sentences to passages: windows of a few neighbouring sentences, overlapping."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from index.model import Part, Passage, Sentence

WINDOW = 3
"""Sentences of a passage; chosen: what is said, with the sentence before and after, which a pronoun leans on."""
STRIDE = 2
"""Sentences from one passage to the next; chosen: passages overlap by one, so that two neighbours stand in one passage."""


BORDERS = frozenset({"part", "chapter", "section", "article", "annex", "preamble", "entry", "message"})
"""What no passage runs out of or into."""


def passages(
    sentences: Sequence[Sentence],
    structure: Sequence[Part] = (),
    *,
    window: int = WINDOW,
    stride: int = STRIDE,
) -> tuple[Passage, ...]:
    """Return windows of ``window`` sentences, each starting ``stride`` sentences after the one before.

    Every sentence is in a passage, no passage lies inside another or runs across the border of an article, an entry or a
    message of ``structure``, and none is shorter than ``window`` unless what it stands in is. Raises ValueError when ``stride``
    would skip sentences.
    """
    if not 1 <= stride <= window:
        raise ValueError(f"a stride of {stride} does not fit a window of {window}")
    return tuple(
        passage for group in _groups(sentences, structure) for passage in _windows(group, window, stride)
    )


def _groups(sentences: Sequence[Sentence], structure: Sequence[Part]) -> Iterator[Sequence[Sentence]]:
    edges = sorted({edge for part in structure if part.label in BORDERS for edge in (part.start, part.end)})
    first = 0
    for edge in edges:
        last = bisect_left(sentences, edge, lo=first, key=lambda sentence: sentence.start)
        if last > first:
            yield sentences[first:last]
            first = last
    if first < len(sentences):
        yield sentences[first:]


def _windows(sentences: Sequence[Sentence], window: int, stride: int) -> Iterator[Passage]:
    start, found = 0, False
    while sentences:
        part = tuple(sentences[start : start + window])
        if len(part) < window and found:
            part = tuple(sentences[-window:])
        yield Passage(part[0].start, part[-1].end, part)
        found = True
        if start + window >= len(sentences):
            return
        start += stride

"""Sentences to passages: windows of a few neighbouring sentences, overlapping."""

from collections.abc import Sequence

from index.model import Passage, Sentence

WINDOW = 3
STRIDE = 2


def passages(
    sentences: Sequence[Sentence], *, window: int = WINDOW, stride: int = STRIDE
) -> tuple[Passage, ...]:
    """Return windows of ``window`` sentences, each starting ``stride`` sentences after the one before.

    Every sentence is in a passage, no passage lies inside another, and none is shorter than ``window`` unless the document
    is. Raises ValueError when ``stride`` would skip sentences.
    """
    if not 1 <= stride <= window:
        raise ValueError(f"a stride of {stride} does not fit a window of {window}")
    found: list[Passage] = []
    start = 0
    while sentences:
        part = tuple(sentences[start : start + window])
        if len(part) < window and found:
            part = tuple(sentences[-window:])
        found.append(Passage(part[0].start, part[-1].end, part))
        if start + window >= len(sentences):
            break
        start += stride
    return tuple(found)

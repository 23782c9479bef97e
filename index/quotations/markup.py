"""White space and marks of Markdown around words that were said: they are none of the words."""

from index.model import Span


def without_marks(text: str, start: int, end: int, *, before: str = "*_", behind: str = "*_#") -> Span:
    """Return the span ``start`` to ``end`` of ``text`` without white space at its ends, nor the characters ``before`` at its
    beginning and ``behind`` at its end; empty where there is nothing else."""
    while start < end and (text[start].isspace() or text[start] in before):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in behind):
        end -= 1
    return start, end

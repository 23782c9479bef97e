"""The units of a document as they are shown: a paragraph, a point or a row whole, the head of an article never alone."""

from bisect import bisect_left

from index.model import Document, Part, Span

LONGEST = 6_000
"""Characters of a place that are shown; a longer one ends with a part of it."""

LONGEST_UNIT = 500
"""Characters of a paragraph, point or article that is shown whole where a sentence of it answers."""

LONGEST_ROW = 2_000
"""Characters of a row of a table that is shown whole."""

_WITH_HEADS = frozenset({"part", "chapter", "section", "article", "annex", "preamble"})


def whole_unit(document: Document, sentence: Span, span: Span) -> Span:
    """Return the span to show for ``sentence``, for which ``span`` was chosen: the paragraph, point, row or article that it
    stands in where that is short, and else no more than it; the head of an article never by itself."""
    around = [part for part in document.parts_around(*sentence) if part.name and part.label != "table"]
    if not around:
        return span
    inner = around[-1]
    longest = LONGEST_ROW if inner.label == "row" else LONGEST_UNIT
    if inner.end - inner.start <= longest and inner.label not in ("entry", "message", "turn"):
        return inner.start, inner.end
    first, last = _after_heading(document, max(span[0], inner.start), inner), min(span[1], inner.end)
    if inner.label in _WITH_HEADS and _is_head(document.text[sentence[0] : sentence[1]]):
        below = next(
            (part for part in document.structure if part.start > sentence[0] and part.end <= inner.end), None
        )
        if below is not None and below.end - first <= LONGEST_UNIT + LONGEST:
            return first, below.end
    return first, last


def _after_heading(document: Document, start: int, part: Part) -> int:
    """Return where words that begin at ``start`` go on behind the time that heads the entry ``part`` in the same line."""
    if part.label != "entry":
        return start
    begun = bisect_left(document.structure, part.start, key=lambda one: one.start)
    for one in document.structure[begun : begun + 3]:
        if one.label == "heading" and one.start <= start < one.end < part.end:
            rest = document.text[one.end : part.end]
            return one.end + len(rest) - len(rest.lstrip())
    return start


def is_head_alone(document: Document, span: Span) -> bool:
    """Tell whether ``span`` is no more than the head of an article or another part, or of a message or an entry."""
    parts = document.parts_around(*span)
    if any(part.label == "heading" and not part.name for part in parts):
        return True
    around = [part for part in parts if part.label in _WITH_HEADS]
    return bool(around) and _is_head(document.text[slice(*span)].rstrip())


def _is_head(words: str) -> bool:
    return words[-1] not in '.;:!?,”"'


def shown_end(document: Document, span: Span) -> int:
    """Return where what is shown of a place ends: where the place does, where it is short, else with a part of it or a word."""
    start, end = span
    if end - start <= LONGEST:
        return end
    most = start + LONGEST
    ends = [part.end for part in document.structure if start <= part.start and part.end <= most]
    paragraph, word = document.text.rfind("\n\n", start + 1, most), document.text.rfind(" ", start + 1, most)
    cut = max(ends, default=max(paragraph, word))
    return cut if cut > start else most

"""Quoted spans of a text: which quotation marks belong together.

Typography says how marks pair, and news does not always follow it: a straight mark is closed by a curly one, two
apostrophes stand for one double mark, a paragraph of a long quotation opens with a mark and does not close. The rules
here look at the neighbours of a mark, and never beyond the paragraph but for a quotation that is carried on, so an odd
mark costs at most its own paragraph. Time is linear in the length of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from index.model import Span

# It begins with a set of characters, which is what the engine finds quickly.
_MARK = re.compile(r"[\"“”„‟«»「」『』‘‚‛‹›`'’](?:(?<=')''?|(?<=’)’’?|(?<=`)`)?")
_SINGLE = frozenset("‘’‚‛‹›'`")
_OPENING = frozenset("“„‟«‘‚‛‹「『") | {"``"}
_CLOSING = frozenset("”»›」』")
_PARTNERS = {"«": "»", "»": "«", "「": "」", "『": "』"}
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|n|round|neath)\b|\d0s\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{<-–—―/:;,.…*_>|") | _OPENING | {'"', "'", ""}
_LONGEST_SINGLE = 1_000
"""Characters between single quotation marks; chosen: what is longer began with an apostrophe."""
_DEEPEST = 6
"""Quotations inside one another; chosen: more than three are a fault of the text."""
_MOST_CARRIED = 30
"""Paragraphs that one quotation goes on over, each opened anew; chosen: a whole speech is printed without marks."""


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """Words in quotation marks: ``start`` and ``end`` with the marks, ``inner`` without.

    ``carried`` is true where the paragraph ends without a closing mark and the next opens with one: the same quotation.
    ``carries`` is true for the paragraph that carries such a quotation on.
    """

    start: int
    end: int
    inner: Span
    carried: bool = False
    carries: bool = False


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner; ``inside`` holds what was paired since."""

    start: int
    inner: int
    mark: str
    single: bool
    inside: list[QuotedSpan] = field(default_factory=list)
    tentative: Span | None = None


def quoted_spans(text: str, paragraphs: Sequence[Span]) -> tuple[QuotedSpan, ...]:
    """Return the outermost quoted spans of ``text`` in order; ``paragraphs`` are the spans of its paragraphs.

    Quotes inside a quotation are part of it. Empty quotations are left out. Any text is accepted.
    """
    found: list[QuotedSpan] = []
    run = 0
    for place, (first, last) in enumerate(paragraphs):
        spans, unclosed = _pair(text, first, last)
        carried = (
            unclosed is not None
            and run < _MOST_CARRIED
            and place + 1 < len(paragraphs)
            and _carries_on(text, unclosed.mark, *paragraphs[place + 1])
        )
        if unclosed is not None:
            rest = QuotedSpan(unclosed.start, last, (unclosed.inner, last), carried=True)
            spans.extend([rest] if carried else unclosed.inside)
        if run and spans and spans[0].start == first:
            spans[0] = replace(spans[0], carries=True)
        run = run + 1 if carried else 0
        found.extend(span for span in spans if span.inner[0] < span.inner[1])
    return tuple(found)


def _carries_on(text: str, mark: str, first: int, last: int) -> bool:
    """Tell whether the next paragraph opens with the same kind of mark."""
    head = text[first : min(first + 2, last)]
    if mark in {'"', "“", "„", "‟", "''", "``"}:
        return head.startswith(('"', "“", "„", "‟", "''", "``"))
    return head[:1] == mark


def _pair(text: str, first: int, last: int) -> tuple[list[QuotedSpan], _Open | None]:
    """Pair the marks of one paragraph; return the outermost spans and the double mark that was left open, if any.

    The spans that stand inside an open mark are its ``inside``.
    """
    if not _MARK.search(text, first, last):
        return [], None
    pairing = _Pairing(text, first, last)
    for start, end, mark in _marks(text, first, last):
        pairing.take(start, end, mark)
    return pairing.finish()


def _marks(text: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    for match in _MARK.finditer(text, first, last):
        start, end = match.span()
        mark = match[0]
        if mark in {"'", "’"}:
            if first < start and end < last and text[start - 1].isalnum() and text[end].isalnum():
                continue
        elif len(mark) == 3:
            opening = end < last and text[end].isalnum()
            cut = start + 2 if opening else start + 1
            yield (start, cut, "''" if opening else mark[0])
            yield (cut, end, mark[0] if opening else "''")
            continue
        yield start, end, "''" if mark == "’’" else mark


class _Pairing:
    """The marks of one paragraph, taken in order."""

    def __init__(self, text: str, first: int, last: int) -> None:
        self._text, self._first, self._last = text, first, last
        self._stack: list[_Open] = []
        self._spans: list[QuotedSpan] = []

    def take(self, start: int, end: int, mark: str) -> None:
        before = self._text[start - 1] if start > self._first else ""
        after = self._text[end] if end < self._last else ""
        if mark in _SINGLE:
            self._take_single(start, end, mark, before, after)
        else:
            self._take_double(start, end, mark, before, after)

    def finish(self) -> tuple[list[QuotedSpan], _Open | None]:
        while self._stack and (self._stack[-1].single or len(self._stack) > 1):
            self._give_up()
        return self._spans, (self._stack[0] if self._stack else None)

    def _take_double(self, start: int, end: int, mark: str, before: str, after: str) -> None:
        place = next((n for n in range(len(self._stack) - 1, -1, -1) if not self._stack[n].single), None)
        if place is not None and _closes(self._stack[place].mark, mark, before, after):
            while len(self._stack) > place + 1:
                self._give_up()
            self._close(start, end)
        elif mark in _OPENING or _may_open(before, after) or (mark == "”" and before == ""):
            if len(self._stack) == _DEEPEST:
                self._give_up(0)
            self._stack.append(_Open(start, end, mark, False))

    def _take_single(self, start: int, end: int, mark: str, before: str, after: str) -> None:
        opened = self._stack[-1] if self._stack and self._stack[-1].single else None
        if opened is not None and opened.tentative is not None and mark in "‘‚‛":
            # One opens inside no other: what may have been a possessive was the end.
            self._close(*opened.tentative)
            opened = None
        if opened is not None and start - opened.inner > _LONGEST_SINGLE:
            self._give_up()
            opened = None
        if opened is not None:
            if mark not in "‘‚‛" and _may_close(before) and not after.isalnum():
                if before != "s" or not after.isspace():
                    self._close(start, end)
                elif opened.tentative is None:
                    opened.tentative = (start, end)
        elif (
            _may_open(before, after)
            and (mark != "’" or before == "")
            # "Harbour Corp.'s offer"
            and not (before == "." and self._text.startswith("s ", end))
            and not _ELISION.match(self._text, end, end + 8)
            and len(self._stack) < _DEEPEST
        ):
            self._stack.append(_Open(start, end, mark, True))

    def _close(self, start: int, end: int) -> None:
        opened = self._stack.pop()
        self._record(QuotedSpan(opened.start, end, (opened.inner, start)))

    def _give_up(self, place: int = -1) -> None:
        """Drop an open mark and keep what was paired inside it; a possessive may have been its closing mark after all."""
        opened = self._stack[place]
        if opened.tentative is not None and place == -1:
            self._close(*opened.tentative)
            return
        self._stack.pop(place)
        target = self._stack[place].inside if place == -1 and self._stack else self._spans
        target.extend(opened.inside)

    def _record(self, span: QuotedSpan) -> None:
        (self._stack[-1].inside if self._stack else self._spans).append(span)


def _may_open(before: str, after: str) -> bool:
    return (before.isspace() or before in _BEFORE_OPENING) and after != "" and not after.isspace()


def _may_close(before: str) -> bool:
    return before != "" and not before.isspace()


def _closes(opened: str, mark: str, before: str, after: str) -> bool:
    if opened in _PARTNERS:
        return mark in _PARTNERS[opened]
    if mark == "”":
        return not _may_open(before, after) or before in _BEFORE_OPENING
    if mark in _OPENING:
        closed_alike = mark == opened and _may_close(before) and not after.isalnum()
        return closed_alike or (opened == "„" and mark == "“")
    if mark in _CLOSING:
        return False
    return _may_close(before) or not after.isalnum()

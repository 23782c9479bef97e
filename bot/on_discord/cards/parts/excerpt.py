"""Quoted words as a block quote, the words that matched marked."""

from bot.app.showing.readable import length, readable
from bot.on_discord.cards.parts.escape import UNSEEN, escape, escape_part
from index import format_interval
from index.model import Excerpt, Span

OMISSION = "\\[…\\]"
"""Stands where words are left out."""


def block_quote(excerpt: Excerpt, *, limit: int, small: bool = False) -> str:
    """Return the excerpt as one block quote of at most ``limit`` UTF-16 code units; ``small`` as small print.

    Where the excerpt is longer, words are left out before the first marked ones or after, and it shows.
    """
    prefix = "> -# " if small else "> "
    return prefix + marked(excerpt, (excerpt.start, excerpt.end), limit=limit - len(prefix))


def date_lines(excerpt: Excerpt, *, most: int) -> list[str]:
    """Return a line of small print for the first ``most`` of the excerpt's words that say a date beside another: the days
    they stand for."""
    text = excerpt.document.text
    return [
        f"-# “{escape(text[found.start : found.end], limit=80)}” is "
        f"{format_interval(found.earliest, found.latest, found.granularity)}"
        for found in excerpt.dates[:most]
    ]


def marked(excerpt: Excerpt, span: Span, *, limit: int | None = None) -> str:
    """Return ``span`` of the excerpt's document on one line, escaped, the highlights in it in bold.

    ``limit`` is as for `block_quote`.
    """
    if limit is None:
        return _marked(excerpt, span)
    if span[1] - span[0] <= UNSEEN * limit:
        whole = _marked(excerpt, span)
        if length(whole) <= limit:
            return whole
    return _longest(excerpt, span, limit)


def _marked(excerpt: Excerpt, span: Span) -> str:
    text = excerpt.document.text
    start, end = span
    parts = []
    for first, last in _merged(excerpt.highlights, text, span):
        parts += [escape_part(text[start:first]), _bold(escape_part(text[first:last]))]
        start = last
    parts.append(escape_part(text[start:end]))
    return " ".join("".join(parts).split())


def _bold(markdown: str) -> str:
    words = markdown.strip()
    return markdown.replace(words, f"**{words}**", 1) if words else markdown


def _merged(highlights: tuple[Span, ...], text: str, bounds: Span) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(highlights):
        start, end = max(start, bounds[0]), min(end, bounds[1])
        if start >= end:
            continue
        if merged and not readable(text[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _longest(excerpt: Excerpt, span: Span, limit: int) -> str:
    low, high = 0, min(limit, span[1] - span[0])
    shortened = OMISSION
    while low < high:
        size = (low + high + 1) // 2
        candidate = _window(excerpt, span, size)
        if length(candidate) <= limit:
            low, shortened = size, candidate
        else:
            high = size - 1
    return shortened


def _window(excerpt: Excerpt, span: Span, size: int) -> str:
    """Return about ``size`` characters of the span: from its start, or around what is marked first."""
    text = excerpt.document.text
    first_mark = min((start for start, end in excerpt.highlights if end > span[0]), default=span[0])
    start, end = span[0], span[0] + size
    if first_mark > end - size // 4:
        start = max(span[0], min(first_mark - size // 4, span[1] - size))
        end = start + size
    start = _word_start(text, start, end) if start > span[0] else start
    end = _word_end(text, start, end) if end < span[1] else end
    before = f"{OMISSION} " if start > span[0] else ""
    after = f" {OMISSION}" if end < span[1] else ""
    return before + _marked(excerpt, (start, end)) + after


def _word_start(text: str, start: int, end: int) -> int:
    space = text.find(" ", start, end)
    return space + 1 if 0 <= space < start + (end - start) // 2 else start


def _word_end(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", start, end + 1)
    return space if space > start + (end - start) // 2 else end

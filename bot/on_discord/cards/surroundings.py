"""An excerpt where it stands: its paragraph and the ones around, the excerpt itself in bold."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from discord.ui import Container, Separator, TextDisplay

from bot.app.showing.readable import length
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import place_line
from bot.on_discord.cards.parts.excerpt import OMISSION, marked
from index.model import Excerpt, Span

TEXT_LIMITS = (3400, 2800, 2000, 1000)
"""Characters of the surroundings that are tried, the most first, until the card fits Discord's 4,000."""


def surroundings_card(around: Excerpt) -> Card:
    """Return the card that shows ``around``, whose highlight is the excerpt that was asked about.

    Paragraphs that do not fit are left out from the outside in, and it shows.
    """
    spans = list(_lines(around)) or [(around.start, around.end)]
    written = cache(lambda place: marked(around, spans[place]))
    return first_that_fits(
        Card(
            Container(
                TextDisplay("### In context"),
                TextDisplay(_paragraphs(around, spans, written, limit)),
                Separator(),
                TextDisplay(place_line(around.citation)),
            )
        )
        for limit in TEXT_LIMITS
    )


def _paragraphs(around: Excerpt, spans: Sequence[Span], written: Callable[[int], str], limit: int) -> str:
    middle = next((place for place, span in enumerate(spans) if _touches(span, around.highlights)), 0)
    first, last = middle, middle + 1
    shown = deque([marked(around, spans[middle], limit=limit - 2 * length(OMISSION))])
    size = _size(shown[0]) + 2 * _size(OMISSION)
    while True:
        if last < len(spans) and size + _size(written(last)) <= limit:
            shown.append(written(last))
            size, last = size + _size(written(last)), last + 1
        elif first > 0 and size + _size(written(first - 1)) <= limit:
            shown.appendleft(written(first - 1))
            size, first = size + _size(written(first - 1)), first - 1
        else:
            break
    if first > 0:
        shown.appendleft(OMISSION)
    if last < len(spans):
        shown.append(OMISSION)
    return "\n> \n".join(f"> {paragraph}" for paragraph in shown)


def _lines(around: Excerpt) -> Iterator[Span]:
    start = around.start
    for line in around.text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line)
        start += len(line)


def _touches(span: Span, highlights: tuple[Span, ...]) -> bool:
    return any(start < span[1] and end > span[0] for start, end in highlights)


def _size(paragraph: str) -> int:
    return length(paragraph) + length("\n> \n> ")

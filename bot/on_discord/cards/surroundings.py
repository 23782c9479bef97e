"""An excerpt where it stands: its paragraph and the ones around, the excerpt itself in bold."""

from collections.abc import Iterator

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
    return first_that_fits(
        Card(
            Container(
                TextDisplay("### In context"),
                TextDisplay(_paragraphs(around, limit)),
                Separator(),
                TextDisplay(place_line(around.citation)),
            )
        )
        for limit in TEXT_LIMITS
    )


def _paragraphs(around: Excerpt, limit: int) -> str:
    spans = list(_lines(around)) or [(around.start, around.end)]
    middle = next((place for place, span in enumerate(spans) if _touches(span, around.highlights)), 0)
    first, last = middle, middle + 1
    shown = [marked(around, spans[middle], limit=limit - 2 * length(OMISSION))]
    while True:
        before = first > 0 and [marked(around, spans[first - 1]), *shown]
        after = last < len(spans) and [*shown, marked(around, spans[last])]
        if after and _size(after) <= limit:
            shown, last = after, last + 1
        elif before and _size(before) <= limit:
            shown, first = before, first - 1
        else:
            break
    if first > 0:
        shown.insert(0, OMISSION)
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


def _size(paragraphs: list[str]) -> int:
    between = length("\n> \n> ")
    return sum(length(paragraph) + between for paragraph in paragraphs) + 2 * (length(OMISSION) + between)

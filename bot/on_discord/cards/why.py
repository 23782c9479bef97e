"""Why an answer is as it is: how the question was read, and the sentences that came nearest, with what they have and lack."""

from collections.abc import Iterator
from functools import partial

from discord.ui import Container, Item, LayoutView, Separator, TextDisplay

from bot.app.showing.explaining import considered_lines, outcome_line, reading_lines
from bot.app.showing.words import one_line, shortened
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import citation_line
from bot.on_discord.cards.parts.escape import escape
from index.model import Considered, Explanation

WORDS_LIMIT = 160
"""Code units of what one line says in words from the question or a document."""

SIZES = ((5, 200), (5, 120), (3, 120), (2, 80), (1, 80))
"""How many sentences are told of, and the characters that are shown of each, from the most generous."""

_escape = partial(escape, limit=WORDS_LIMIT)


def why_card(explained: Explanation) -> Card:
    """Return the card that says why the answer is as it is."""
    return first_that_fits(
        Card(Container(*_parts(explained, sentences, characters))) for sentences, characters in SIZES
    )


def _parts(explained: Explanation, sentences: int, characters: int) -> Iterator[Item[LayoutView]]:
    lines = (*reading_lines(explained, _escape), outcome_line(explained))
    yield TextDisplay("\n".join(("### Why this answer", *lines)))
    for considered in explained.considered[:sentences]:
        yield Separator(visible=False)
        yield TextDisplay(_sentence(considered, characters))


def _sentence(considered: Considered, characters: int) -> str:
    words = _escape(shortened(one_line(considered.text), characters))
    lines = (f"-# {line}" for line in considered_lines(considered, _escape))
    return "\n".join((f"> {words}", citation_line(considered.citation, link=False), *lines))

"""What is new since a date: the newest events and quotations, on one card."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from discord.ui import Container, Item, LayoutView, Section, Separator, TextDisplay

from bot.app.showing.quoting import introduction, manner, told
from bot.app.showing.timelines import date_in_words, marks, status_in_words
from bot.app.showing.words import day
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import citation_line
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.excerpt import block_quote, marked
from index.model import Event, Excerpt, Quotation

Part = Item[LayoutView]

SIZES = ((4, 3, 400), (3, 2, 350), (2, 2, 300), (2, 1, 250), (1, 1, 200))
"""Events, quotations, and code units of each, from the most generous."""

SPEAKER_LIMIT = 120
"""Characters of a name and of a role that are shown; chosen: more than any has that is one."""
CUE_LIMIT = 160
"""Characters of how something was said that are shown; chosen: a clause."""
NOTHING = "Nothing is new since then."


@dataclass(frozen=True, slots=True)
class Brief:
    """The events and quotations of documents published since a day, both newest first."""

    since: date
    newest: date | None
    documents: int
    events: tuple[Event, ...]
    quotations: tuple[Quotation, ...]


def brief_card(brief: Brief) -> Card:
    """Return the brief on one card, with as much of it as fits."""
    return first_that_fits(_cards(brief))


def _cards(brief: Brief) -> Iterator[Card]:
    for events, quotations, limit in SIZES:
        parts: list[Part] = [TextDisplay(_heading(brief))]
        numbers: dict[str, int] = {}
        told = brief.events[:events]
        for row, event in enumerate(told):
            words = Excerpt(event.document, event.start, event.end, marks(event), event.citations[0])
            status = status_in_words(event)
            head = f"**{date_in_words(event)}**{f' · {status}' if status else ''}"
            parts += _entry(head, block_quote(words, limit=limit), words, numbers, row)
        said = _beside(brief.quotations, told)[:quotations]
        for row, quotation in enumerate(said, start=len(told)):
            words = Excerpt(quotation.document, quotation.start, quotation.end, (), quotation.citations[0])
            parts += _entry(_speaker(quotation), _said(quotation, words, limit), words, numbers, row)
        yield Card(Container(*parts))


def _heading(brief: Brief) -> str:
    about = f"{brief.documents:,} document{'s' if brief.documents != 1 else ''} published since then"
    if brief.newest is not None:
        about += f", the newest of {day(brief.newest)}"
    lines = [f"### New since {day(brief.since)}", f"-# {about}"]
    if not brief.events and not brief.quotations:
        lines.append(NOTHING)
    return "\n".join(lines)


def _beside(quotations: Sequence[Quotation], events: Sequence[Event]) -> Sequence[Quotation]:
    """Return the quotations whose words do not stand in the events already."""
    told = [(event.document.id, event.start, event.end) for event in events]
    return [
        item
        for item in quotations
        if not any(item.document.id == held and first <= item.start < last for held, first, last in told)
    ]


def _said(quotation: Quotation, words: Excerpt, limit: int) -> str:
    said = marked(words, (quotation.start, quotation.end), limit=limit)
    how = escape(introduction(quotation), limit=CUE_LIMIT)
    return f"> {told(f'*{how}*' if how else '', f'“{said}”' if quotation.direct else said, quotation)}"


def _entry(head: str, quoted: str, words: Excerpt, numbers: dict[str, int], row: int) -> Sequence[Part]:
    """Return the entry on ``row``; ``numbers`` are those of the documents that were cited before it, and get its own."""
    repeated = words.document.id in numbers
    number = numbers.setdefault(words.document.id, len(numbers) + 1)
    citation = replace(words.citation, number=number)
    text = f"{head}\n{quoted}\n{citation_line(citation, repeated=repeated)}"
    button = buttons.surroundings(citation, (words.start, words.end), row)
    return (Separator(visible=False), Section(TextDisplay(text), accessory=button))


def _speaker(quotation: Quotation) -> str:
    name = escape(quotation.speaker, limit=SPEAKER_LIMIT) or "Unnamed"
    role = escape(quotation.role or "", limit=SPEAKER_LIMIT)
    said_on = day(quotation.said_on) if quotation.said_on else ""
    indirect = "" if quotation.direct else "reported, not word for word"
    stance = manner(quotation).removeprefix(", ").replace(", ", " · ")
    return " · ".join(filter(None, (f"**{name}**", role, said_on, stance, indirect)))

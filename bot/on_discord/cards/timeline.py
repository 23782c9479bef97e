"""What happened when: a page of a timeline as a list, or all of it as a picture."""

from collections.abc import Iterator, Sequence

import discord
from discord.ui import ActionRow, Container, Item, LayoutView, MediaGallery, Section, Separator, TextDisplay

from bot.app.showing import timelines
from bot.app.showing.timelines import (
    WITHOUT_A_DAY,
    date_in_words,
    is_dated,
    marks,
    other_tellings,
    status_in_words,
)
from bot.app.showing.words import counted, day
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import numbers, source_lines
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.excerpt import block_quote
from bot.on_discord.cards.parts.pages import page_count, paging
from index.model import Event, Excerpt
from index.requests import TimelineRequest

Part = Item[LayoutView]

PAGE = 5
"""Events on a page."""

LIMIT = 60
"""Events of a timeline: with more, those of the dates that most documents speak of."""

ACCENT = 0x5EC8F2
"""Blue: events; chosen beside the colours of other cards."""
PICTURE_NAME = "timeline.png"
OTHER_DATES = 3
"""Sources named with another date for one event, at most."""
SIZES = (
    *((limit, OTHER_DATES, link, False) for limit in (500, 380, 280, 200) for link in (True, False)),
    (120, 1, False, True),
)
"""Code units for the words of an event, other dates of it, whether there are links and whether sources are short; from the
most generous."""
TOPIC_LIMIT = 200
"""Characters of a topic that are shown: as many as may be asked for."""


def timeline_card(
    events: Sequence[Event], request: TimelineRequest, page: int, timeline_id: str | None
) -> Card:
    """Return the card that shows one page, counted from 0, of ``events``.

    ``timeline_id`` is the remembered request that the buttons carry: without one there are none but "In context".
    """
    return first_that_fits(_pages(events, request, min(page, page_count(len(events), PAGE) - 1), timeline_id))


def picture_card(
    events: int, shown: Sequence[Event], request: TimelineRequest, alt_text: str, timeline_id: str | None
) -> Card:
    """Return the card with the picture, to be sent with a file named ``PICTURE_NAME``: ``shown`` of so many ``events``."""
    return first_that_fits(_picture_cards(events, shown, request, alt_text, timeline_id))


def _picture_cards(
    events: int, shown: Sequence[Event], request: TimelineRequest, alt_text: str, timeline_id: str | None
) -> Iterator[Card]:
    gallery: MediaGallery[LayoutView] = MediaGallery(
        discord.MediaGalleryItem(f"attachment://{PICTURE_NAME}", description=alt_text)
    )
    scope = _scope(events, request)
    if len(shown) < events:
        scope += f" · {len(shown)} of them shown"
    row = (
        []
        if timeline_id is None
        else [ActionRow(buttons.timeline_list(timeline_id), buttons.timeline_export(timeline_id))]
    )
    for link in (True, False):
        yield Card(
            Container(
                TextDisplay(f"### {heading(request)}\n-# {scope}"),
                gallery,
                *_sources(shown, link=link, short=False),
                *row,
                accent_colour=ACCENT,
            )
        )


def heading(request: TimelineRequest) -> str:
    """Return the heading of a timeline, escaped."""
    return timelines.heading(request.topic and escape(request.topic, limit=TOPIC_LIMIT))


def _pages(
    events: Sequence[Event], request: TimelineRequest, page: int, timeline_id: str | None
) -> Iterator[Card]:
    shown = events[page * PAGE : (page + 1) * PAGE]
    before = events[page * PAGE - 1] if page else None
    for limit, others, link, short in SIZES:
        yield Card(
            Container(
                TextDisplay(f"### {heading(request)}\n-# {_scope(len(events), request)}"),
                *_entries(shown, before, limit, others),
                *_sources(shown, link=link, short=short),
                *_controls(len(events), page, timeline_id),
                accent_colour=ACCENT,
            )
        )


def _entries(events: Sequence[Event], before: Event | None, limit: int, others: int) -> Iterator[Part]:
    for row, event in enumerate(events):
        if not is_dated(event) and (before is None or is_dated(before)):
            yield TextDisplay(f"**{WITHOUT_A_DAY}**")
        before = event
        yield Section(
            TextDisplay(_entry(event, limit, others)),
            accessory=buttons.surroundings(event.citations[0], (event.start, event.end), row),
        )


def _entry(event: Event, limit: int, others: int) -> str:
    status = status_in_words(event)
    quote = block_quote(
        Excerpt(event.document, event.start, event.end, marks(event), event.citations[0]), limit=limit
    )
    lines = [
        f"**{date_in_words(event)}**{f' · {status}' if status else ''}",
        f"{quote} {numbers(event.citations)}",
    ]
    if len(event.citations) > 1:
        lines.append(f"-# Reported by {len(event.citations)} sources{_other_dates(event, others)}")
    return "\n".join(lines)


def _other_dates(event: Event, most: int) -> str:
    """Return which of the sources give another date, and which: ``most`` of them at most."""
    others = [
        f"{numbers(telling.citations)} says {date_in_words(telling)}" for telling in other_tellings(event)
    ]
    return "".join(f"; {other}" for other in others[:most])


def _sources(shown: Sequence[Event], *, link: bool, short: bool) -> Iterator[Part]:
    # Discord refuses text that is empty.
    if lines := source_lines((one.citations for one in shown), link=link, short=short):
        yield Separator()
        yield TextDisplay(lines)


def _controls(events: int, page: int, timeline_id: str | None) -> Iterator[Part]:
    if timeline_id is None:
        return
    yield from paging(
        page_count(events, PAGE),
        page,
        ("Earlier", "Later"),
        lambda label, other: buttons.timeline_page(label, timeline_id, other),
        buttons.timeline_picture(timeline_id),
        buttons.timeline_export(timeline_id),
    )


def _scope(events: int, request: TimelineRequest) -> str:
    number = counted(events, "event")
    parts = [
        f"The {number} most spoken of; name a topic or dates to see others" if events >= LIMIT else number
    ]
    if request.period.since:
        parts.append(f"since {day(request.period.since)}")
    if request.period.until:
        parts.append(f"until {day(request.period.until)}")
    if request.actor:
        parts.append(f"naming {escape(request.actor, limit=80)}")
    if request.filters.publisher:
        parts.append(f"from {escape(request.filters.publisher, limit=80)}")
    return " · ".join(parts)

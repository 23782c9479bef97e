"""Two documents side by side: a page of the clauses that are not the same in both."""

from collections.abc import Iterator, Sequence

from discord.ui import Container, Item, LayoutView, Section, Separator, TextDisplay

from bot.app.showing.citing import recognition_of
from bot.app.showing.comparing import SAME, place, shown, summary, what_became
from bot.app.showing.words import day
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.excerpt import block_quote
from bot.on_discord.cards.parts.pages import page_count, paging
from index.model import Change, Comparison, Document

Part = Item[LayoutView]

PAGE = 5
"""Clauses on a page."""

ACCENT = 0xE8B44C
"""Amber: what changed; chosen beside the colours of other cards."""
SIZES = (600, 450, 320, 220, 140)
"""Code units for the words of a clause in one document, from the most generous."""

PLACE_LIMIT, TITLE_LIMIT = 120, 120
"""Characters of a place and of a title that are shown; chosen: two lines of a phone."""


def comparison_card(found: Comparison, page: int, comparison_id: str | None) -> Card:
    """Return the card that shows one page, counted from 0, of ``found``.

    ``comparison_id`` is the remembered request that the buttons carry: without one there are none but "In context".
    """
    changes = shown(found)
    page = min(page, page_count(len(changes), PAGE) - 1)
    return first_that_fits(_cards(found, changes, page, comparison_id))


def _cards(
    found: Comparison, changes: Sequence[Change], page: int, comparison_id: str | None
) -> Iterator[Card]:
    for limit in SIZES:
        yield Card(
            Container(
                TextDisplay(_heading(found)),
                Separator(),
                *_entries(changes[page * PAGE : (page + 1) * PAGE], limit),
                *_controls(len(changes), page, comparison_id),
                accent_colour=ACCENT,
            )
        )


def _heading(found: Comparison) -> str:
    return (
        f"### Side by side\n**Before** {_title(found.before)}\n**After** {_title(found.after)}\n-# {summary(found)} · "
        "bold: words that only one has"
    )


def _title(document: Document) -> str:
    return f"{escape(document.title, limit=TITLE_LIMIT)} · {day(document.published)}"


def _entries(changes: Sequence[Change], limit: int) -> Iterator[Part]:
    if not changes:
        yield TextDisplay(SAME)
    for row, change in enumerate(changes):
        words = TextDisplay[LayoutView](_entry(change, limit))
        now = change.after
        if now is None:
            # Of a document's earlier version there are no surroundings to be seen.
            yield words
        else:
            yield Section(words, accessory=buttons.surroundings(now.citation, (now.start, now.end), row))


def _entry(change: Change, limit: int) -> str:
    lines = [f"**{escape(place(change), limit=PLACE_LIMIT)}** · {what_became(change)}"]
    for name, side in (("Before", change.before), ("After", change.after)):
        if side is not None:
            about = " · ".join(filter(None, (name, recognition_of(side.citation))))
            lines.append(f"> -# {about}\n{block_quote(side, limit=limit)}")
    return "\n".join(lines)


def _controls(changes: int, page: int, comparison_id: str | None) -> Iterator[Part]:
    if comparison_id is None:
        return
    yield from paging(
        page_count(changes, PAGE),
        page,
        ("Before these", "After these"),
        lambda label, other: buttons.comparison_page(label, comparison_id, other),
        buttons.comparison_export(comparison_id),
    )

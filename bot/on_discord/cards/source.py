"""Adding documents on a server: the preview, what became of it, and the list of what the server has added."""

from collections.abc import Iterable, Iterator, Sequence

from discord import ButtonStyle
from discord.ui import ActionRow, Button, Container, Item, LayoutView, TextDisplay

from bot.app.quotas import MEGABYTE, Quota
from bot.app.showing.words import day
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import PUBLISHER_LIMIT, UNTITLED
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.pages import page_count, paging
from bot.on_discord.cards.sources import document_line
from index import Feed, FollowedFeed, Usage
from index.model import Document, SourceOutcome

Part = Item[LayoutView]

ADD = r"parley:source:add:(?P<addition>[0-9a-f]{12})"
DROP = r"parley:source:drop:(?P<addition>[0-9a-f]{12})"
LIST_PAGE = r"parley:source:list:(?P<page>[0-9]{1,6})"

PAGE = 8
"""Sources of a page; chosen: a screen of a phone."""
BEGINNING_LIMITS = (600, 300, 120)
"""Code units of the beginning that a preview shows, from the most generous."""

SHOWN = 5
"""Documents, items and refusals of a kind that a card names; the others are counted."""

TITLE_LIMIT = 160
"""Characters of a title that are shown; chosen: three lines of a phone."""
REASON_LIMIT = 300
"""Characters of a reason that are shown; chosen: a few lines."""
LIST_SIZES = ((TITLE_LIMIT, REASON_LIMIT, True), (80, 150, True), (80, 150, False))
"""Code units of a title and of why a feed failed, and whether there are links in the list; from the most generous."""


def notice(text: str) -> Card:
    """Return a card with one paragraph of our own words, already escaped."""
    return Card(Container(TextDisplay(text)))


def preview_card(documents: Sequence[Document], refusals: Sequence[str], addition: str) -> Card:
    """Return what was read, with buttons to add it or leave it."""
    return first_that_fits(_preview_cards(documents, refusals, addition))


def feed_preview_card(feed: Feed, url: str, addition: str) -> Card:
    """Return what a feed holds now, with buttons to follow it or leave it."""
    title = escape(feed.title, limit=TITLE_LIMIT) or escape(url, limit=TITLE_LIMIT)
    head = f"### Follow this feed?\n{title}\n-# {_number(len(feed.items), 'item')} in it now"
    items = [
        f"- {escape(item.title, limit=TITLE_LIMIT) or UNTITLED} · {day(item.published)}"
        for item in feed.items[:SHOWN]
    ]
    return Card(
        Container(
            TextDisplay(head),
            TextDisplay("\n".join(items) or "It has no items yet."),
            _decision(addition, "Follow"),
        )
    )


def outcome_card(head: str, outcomes: Sequence[SourceOutcome], used: Usage, quota: Quota) -> Card:
    """Return what became of documents under the heading ``head``, and what is left to the server."""
    lines = [
        f"- {escape(item.title or item.source, limit=TITLE_LIMIT) or UNTITLED}: {item.outcome}"
        for item in outcomes
        if item.outcome != "refused"
    ]
    refused = [item.reason or item.source for item in outcomes if item.outcome == "refused"]
    parts = [f"### {head}", *_some(lines), *_refusals(refused)]
    return Card(Container(TextDisplay("\n".join(parts)), TextDisplay(f"-# {left_over(used, quota)}")))


def list_card(
    documents: Sequence[Document],
    feeds: Sequence[FollowedFeed],
    used: Usage,
    quota: Quota,
    page: int,
    updated: Iterable[str] = (),
) -> Card:
    """Return one page, counted from 0, of what a server has added, ``feeds`` on the first; ``updated`` are
    ids."""
    return first_that_fits(_list_cards(documents, feeds, used, quota, page, frozenset(updated)))


def left_over(used: Usage, quota: Quota) -> str:
    """Return how much of a server's quota is used."""
    return (
        f"{used.documents:,} of {_number(quota.documents, 'document')}, "
        f"{used.bytes / MEGABYTE:.1f} of {quota.bytes / MEGABYTE:g} MB of text, "
        f"{used.added:,} of {quota.additions:,} additions in 24 hours"
    )


def _preview_cards(documents: Sequence[Document], refusals: Sequence[str], addition: str) -> Iterator[Card]:
    first = documents[0]
    head = "### Add this document?" if len(documents) == 1 else f"### Add these {len(documents):,} documents?"
    others = [f"- {escape(document.title, limit=TITLE_LIMIT) or UNTITLED}" for document in documents[1:]]
    for limit in BEGINNING_LIMITS:
        beginning = "\n".join(
            f"> {line}" for line in escape(_body(first)[:2_000], limit=limit, lines=True).split("\n")
        )
        parts: list[Part] = [TextDisplay(f"{head}\n{_about(first)}"), TextDisplay(beginning)]
        if others:
            parts.append(TextDisplay("\n".join(_some(others))))
        if refusals:
            parts.append(TextDisplay("\n".join(_refusals(refusals))))
        yield Card(Container(*parts, _decision(addition, "Add")))


def _body(document: Document) -> str:
    """Return the text without a first line that repeats the title."""
    first, _, rest = document.text.lstrip().partition("\n")
    return rest.lstrip() if rest.strip() and first.strip() == document.title else document.text


def _about(document: Document) -> str:
    title = escape(document.title, limit=TITLE_LIMIT) or UNTITLED
    publisher = escape(document.publisher or "", limit=PUBLISHER_LIMIT) or "publisher unknown"
    length = f"{len(document.text):,} characters"
    if document.pages:
        length += f", {_number(len(document.pages), 'page')}"
    return f"**{title}**\n-# {publisher} · {day(document.published)} · {length}"


def _decision(addition: str, label: str) -> ActionRow[LayoutView]:
    return ActionRow(
        Button(label=label, style=ButtonStyle.primary, custom_id=f"parley:source:add:{addition}"),
        Button(label="Cancel", custom_id=f"parley:source:drop:{addition}"),
    )


def _list_cards(
    documents: Sequence[Document],
    feeds: Sequence[FollowedFeed],
    used: Usage,
    quota: Quota,
    page: int,
    updated: frozenset[str],
) -> Iterator[Card]:
    head = f"### Added on this server\n-# {left_over(used, quota)}"
    if not used.documents and not feeds:
        head += "\nNothing yet. /source add adds an address, a file or a feed, seen on this server alone."
    for limit, reason, link in LIST_SIZES:
        parts: list[Part] = [TextDisplay(head)]
        if page == 0 and feeds:
            parts.append(TextDisplay("\n".join(_some([_feed_line(feed, limit, reason) for feed in feeds]))))
        parts += [
            TextDisplay(document_line(document, limit, updated=document.id in updated, link=link))
            for document in documents
        ]
        yield Card(Container(*parts, *_paging(used.documents, page)))


def _feed_line(feed: FollowedFeed, limit: int, reason: int) -> str:
    state = ""
    if feed.failure is not None:
        word = "failing" if feed.failing else "failed"
        state = f": {word}, {escape(feed.failure, limit=reason)}"
    return f"- Feed {escape(feed.name, limit=limit)}{state}"


def _paging(documents: int, page: int) -> Iterator[Part]:
    return paging(page_count(documents, PAGE), page, ("Newer", "Older"), _list_page)


def _list_page(label: str, page: int) -> Button[LayoutView]:
    return Button(label=label, custom_id=f"parley:source:list:{page}")


def _refusals(reasons: Sequence[str]) -> list[str]:
    if not reasons:
        return []
    return ["Refused:", *_some([f"- {escape(reason, limit=REASON_LIMIT)}" for reason in reasons])]


def _some(lines: Sequence[str]) -> list[str]:
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], f"- and {more:,} more"] if more > 0 else list(lines)


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'s' if count != 1 else ''}"

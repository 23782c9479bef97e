"""What the bot knows: its documents, newest first, page by page."""

from collections.abc import Collection, Iterator, Sequence

from discord.ui import ActionRow, Container, Item, LayoutView, Separator, TextDisplay

from bot.app.words import day
from bot.on_discord.cards import buttons
from bot.on_discord.cards.budget import Card, first_that_fits
from bot.on_discord.cards.citation import PUBLISHER_LIMIT, UNTITLED, safe_link
from bot.on_discord.cards.escape import escape
from index.model import Document, Stats

Part = Item[LayoutView]

PAGE = 8
"""Documents on a page."""

NOTHING = "I have no documents yet. The host of this bot adds them with `parley index`, and I answer from nothing else."


def page_count(documents: int) -> int:
    """Return how many pages a list of so many documents has; an empty list has one."""
    return max(1, -(-documents // PAGE))


def sources_card(
    documents: Sequence[Document], stats: Stats, page: int, updated: Collection[str] = ()
) -> Card:
    """Return the card that lists ``documents``, those on ``page``, counted from 0, of all that ``stats`` counts.

    ``updated`` are the ids of those that have replaced a former version.
    """
    return first_that_fits(_cards(documents, stats, page, updated))


def _cards(
    documents: Sequence[Document], stats: Stats, page: int, updated: Collection[str]
) -> Iterator[Card]:
    for title_limit in (160, 90):
        for link in (True, False):
            entries: list[Part] = [
                TextDisplay(_entry(document, title_limit, link=link, updated=document.id in updated))
                for document in documents
            ]
            yield Card(Container(TextDisplay(_heading(stats)), *entries, *_paging(stats, page)))


def _heading(stats: Stats) -> str:
    if not stats.documents:
        return f"### What I know\n{NOTHING}"
    count = f"{stats.documents:,} document{'s' if stats.documents != 1 else ''}"
    if stats.oldest is None or stats.newest is None:
        dated = "none with a known date"
    elif stats.oldest == stats.newest:
        dated = f"dated {day(stats.newest)}"
    else:
        dated = f"dated {day(stats.oldest)} to {day(stats.newest)}"
    return f"### What I know\n-# {count}, {dated}. I answer from nothing else."


def _entry(document: Document, title_limit: int, *, link: bool, updated: bool) -> str:
    title = escape(document.title, limit=title_limit) or UNTITLED
    publisher = escape(document.publisher or "", limit=PUBLISHER_LIMIT)
    address = safe_link(document.url) if link else None
    about = (
        publisher,
        day(document.published),
        "updated" if updated else "",
        f"[read it]({address})" if address else "",
    )
    return f"{title}\n-# {' · '.join(filter(None, about))}"


def _paging(stats: Stats, page: int) -> Iterator[Part]:
    pages = page_count(stats.documents)
    if pages == 1:
        return
    yield Separator()
    yield TextDisplay(f"-# Page {page + 1} of {pages}")
    row = []
    if page > 0:
        row.append(buttons.sources_page("Newer", page - 1))
    if page + 1 < pages:
        row.append(buttons.sources_page("Older", page + 1))
    yield ActionRow(*row)

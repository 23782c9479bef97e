"""What the bot knows: its documents, newest first, page by page."""

from collections.abc import Collection, Iterator, Sequence

from discord.ui import Container, Item, LayoutView, Separator, TextDisplay

from bot.app.showing.words import counted, day
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import PUBLISHER_LIMIT, UNTITLED, safe_link
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.pages import page_count, paging
from index.model import Document, Stats

Part = Item[LayoutView]

PAGE = 8
"""Documents on a page."""

NOTHING = "I have no documents yet. The host of this bot adds them with `parley index`, and I answer from nothing else."


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
                TextDisplay(document_line(document, title_limit, link=link, updated=document.id in updated))
                for document in documents
            ]
            yield Card(Container(TextDisplay(_heading(stats)), *entries, *_paging(stats, page)))


def _heading(stats: Stats) -> str:
    if not stats.documents:
        return f"### What I know\n{NOTHING}"
    if stats.oldest is None or stats.newest is None:
        dated = "none with a known date"
    elif stats.oldest == stats.newest:
        dated = f"dated {day(stats.newest)}"
    else:
        dated = f"dated {day(stats.oldest)} to {day(stats.newest)}"
    return f"### What I know\n-# {counted(stats.documents, 'document')}, {dated}. I answer from nothing else."


def document_line(document: Document, title_limit: int, *, link: bool, updated: bool) -> str:
    """Return a document in a list: its title, and in small print what is known of it."""
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
    pages = page_count(stats.documents, PAGE)
    if pages > 1:
        yield Separator()
        yield from paging(pages, page, ("Newer", "Older"), buttons.sources_page)

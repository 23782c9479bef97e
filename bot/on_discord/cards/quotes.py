"""Who said what: a page of quotations, and the sources of a message's words."""

from collections.abc import Iterator, Sequence

from discord.ui import Container, Item, LayoutView, Section, Separator, TextDisplay

from bot.app.showing.quoting import basis_in_words, introduction, manner, said_in_words, told
from bot.app.showing.words import counted, day
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import citation_line, numbers, source_lines
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.excerpt import block_quote, marked
from bot.on_discord.cards.parts.pages import page_count, paging
from index.model import Excerpt, Quotation
from index.requests import QuotesRequest

Part = Item[LayoutView]

PAGE = 4
"""Quotations on a page."""

ACCENT = 0xEB6FA9
"""Pink: somebody's words; chosen beside the colours of other cards."""
SILENT = 0x80848E
"""Grey: nothing was found; chosen."""
PARTIES = ("🔵", "🟠")
"""Marks of the two whose statements stand side by side."""

QUOTE_LIMITS = (700, 500, 350, 220)
"""Code units for the words of a quotation, from the most generous."""
SIZES = (
    *((limit, link, False) for limit in QUOTE_LIMITS for link in (True, False)),
    (120, False, True),
)
"""The same for a page of quotations, with whether there are links and whether sources are short."""
NAME_LIMIT = 80
"""Characters of a name and of a role that are shown; chosen: two lines of a phone."""
CUE_LIMIT = 160
"""Characters of how something was said that are shown; chosen: a clause."""
QUESTION_LIMIT = 160
"""Characters of the question that was answered that are shown; chosen: three lines of a phone."""
TOPIC_LIMIT = 200
"""Characters of a topic that are shown: as many as may be asked for."""
NOTHING = "**Nothing in my documents speaks of this.**"
FOUND = "### Where these words stand"
SPEAKS_OF_IT = "### What my documents say of this\n-# None of them has these words; these come nearest."


def quotes_card(
    quotations: Sequence[Quotation], request: QuotesRequest, page: int, quotes_id: str | None
) -> Card:
    """Return the card that shows one page, counted from 0, of ``quotations``.

    ``quotes_id`` is the remembered request that the buttons carry: without one there are none but "In context".
    """
    return first_that_fits(
        _pages(quotations, request, min(page, page_count(len(quotations), PAGE) - 1), quotes_id)
    )


def sources_card(excerpts: Sequence[Excerpt], *, verbatim: bool) -> Card:
    """Return the card that shows where words stand; with ``verbatim`` false, what comes near them; none at all says so."""
    return first_that_fits(_source_cards(excerpts, verbatim))


def heading(request: QuotesRequest) -> str:
    """Return the heading of quotations, escaped."""
    who = " and ".join(escape(speaker, limit=NAME_LIMIT) for speaker in request.speakers)
    about = f" about {escape(request.about, limit=TOPIC_LIMIT)}" if request.about else ""
    if request.chronological:
        return f"{who}{about}, from first to last"
    return f"What {who or 'was'} said{about}"


def _pages(
    quotations: Sequence[Quotation], request: QuotesRequest, page: int, quotes_id: str | None
) -> Iterator[Card]:
    shown = quotations[page * PAGE : (page + 1) * PAGE]
    for limit, link, short in SIZES:
        yield Card(
            Container(
                TextDisplay(f"### {heading(request)}\n-# {_scope(len(quotations), request)}"),
                *_entries(shown, request, limit),
                *_sources(shown, link=link, short=short),
                *_controls(len(quotations), page, quotes_id),
                accent_colour=ACCENT,
            )
        )


def _entries(quotations: Sequence[Quotation], request: QuotesRequest, limit: int) -> Iterator[Part]:
    parties = tuple(dict.fromkeys(item.speaker for item in quotations)) if len(request.speakers) > 1 else ()
    for row, item in enumerate(quotations):
        mark = f"{PARTIES[_party(item, request, parties)]} " if parties else ""
        yield Section(
            TextDisplay(
                f"{mark}{_head(item)}\n{_words(item, limit)} {numbers(item.citations)}{_reports(item)}"
            ),
            accessory=buttons.surroundings(item.citations[0], (item.start, item.end), row),
        )


def _party(item: Quotation, request: QuotesRequest, parties: Sequence[str]) -> int:
    # What is asked for may be white space, which is no name.
    first = (request.speakers[0].casefold().split() or [""])[-1]
    return 0 if first in item.speaker.casefold() else 1 if len(parties) > 1 or request.speakers[1:] else 0


def _head(item: Quotation) -> str:
    role = f", {escape(item.role, limit=NAME_LIMIT)}" if item.role else ""
    how = basis_in_words(item)
    when = f"{said_in_words(item)}{f' ({how})' if how else ''}"
    stance = manner(item).replace(", ", " · ")
    return f"**{escape(item.speaker, limit=NAME_LIMIT)}**{role} · {when}{stance}"


def _words(item: Quotation, limit: int) -> str:
    excerpt = Excerpt(item.document, item.start, item.end, (), item.citations[0])
    words = marked(excerpt, (item.start, item.end), limit=limit)
    asked = _asked(item)
    how = escape(introduction(item), limit=CUE_LIMIT)
    said = told(f"*{how}*" if how else "", f"“{words}”" if item.direct else words, item)
    return f"{asked}> {said}" if item.direct else f"> {said}\n-# reported, not word for word"


def _asked(item: Quotation) -> str:
    """The question that the words answer, on a line before them."""
    if item.question is None:
        return ""
    excerpt = Excerpt(item.document, *item.question, (), item.citations[0])
    return f"-# Asked: {' '.join(marked(excerpt, item.question, limit=QUESTION_LIMIT).split())}\n"


def _reports(item: Quotation) -> str:
    return f"\n-# Reported by {len(item.citations)} sources" if len(item.citations) > 1 else ""


def _sources(shown: Sequence[Quotation], *, link: bool, short: bool) -> Iterator[Part]:
    # Discord refuses text that is empty.
    if lines := source_lines((one.citations for one in shown), link=link, short=short):
        yield Separator()
        yield TextDisplay(lines)


def _controls(quotations: int, page: int, quotes_id: str | None) -> Iterator[Part]:
    if quotes_id is None:
        return
    yield from paging(
        page_count(quotations, PAGE),
        page,
        ("Back", "More"),
        lambda label, other: buttons.quotes_page(label, quotes_id, other),
        buttons.quotes_export(quotes_id),
    )


def _scope(quotations: int, request: QuotesRequest) -> str:
    parts = [counted(quotations, "quotation")]
    if request.period.since:
        parts.append(f"since {day(request.period.since)}")
    if request.period.until:
        parts.append(f"until {day(request.period.until)}")
    if request.filters.publisher:
        parts.append(f"from {escape(request.filters.publisher, limit=80)}")
    return " · ".join(parts)


def _source_cards(excerpts: Sequence[Excerpt], verbatim: bool) -> Iterator[Card]:
    if not excerpts:
        yield Card(Container(TextDisplay(NOTHING), accent_colour=SILENT))
        return
    for limit in QUOTE_LIMITS:
        for link in (True, False):
            parts: list[Part] = [TextDisplay(FOUND if verbatim else SPEAKS_OF_IT)]
            # Words from two ends of a sentence have one excerpt, which is shown once.
            shown = {(item.document.id, item.start, item.end): item for item in excerpts}.values()
            for row, excerpt in enumerate(shown):
                parts.append(TextDisplay(block_quote(excerpt, limit=limit)))
                parts.append(
                    Section(
                        TextDisplay(citation_line(excerpt.citation, link=link)),
                        accessory=buttons.surroundings(excerpt.citation, (excerpt.start, excerpt.end), row),
                    )
                )
            yield Card(Container(*parts, accent_colour=ACCENT))

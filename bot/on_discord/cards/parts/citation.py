"""The line under quoted words that says where they stand."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from bot.app.showing.citing import day_beside, last_seen, publisher_beside, recognition_of
from bot.on_discord.cards.parts.escape import escape
from index.model import Citation

MAX_URL = 512
"""Characters of an address behind a button: Discord's limit (Developer docs, Components, Button: ``url``)."""

TITLE_LIMIT = 160
"""Characters of a title that are shown; chosen: three lines of a phone."""
REPEATED_TITLE_LIMIT = 40
"""Characters of a title that was shown before; chosen: one line of a phone."""
SOURCE_TITLE_LIMIT = 90
"""Characters of a title in a list of sources; chosen: two lines of a phone."""
SHORT_LIMIT = 40
"""Characters of a title and a publisher where there is little room; chosen: one line of a phone."""
PLACE_LIMIT = 80
"""Characters of a place that are shown; chosen: the name of an article with its point has fewer."""
PUBLISHER_LIMIT = 80
"""Characters of a publisher that are shown; chosen: more than any name has."""

NUMBERS, SOURCES = 8, 12
"""Numbers behind one entry of a page, and sources under it, at most."""

NAMED = 2
"""Other publishers of one story that are named; further ones are counted."""

UNTITLED = "Untitled"

_UNSAFE_IN_LINK = re.compile(r"[^!#$%&'*+,\-./0-9:;=?@A-Z_a-z~]")


def citation_line(citation: Citation, *, link: bool = True, repeated: bool = False) -> str:
    """Return one line of small print: number, title, publisher, date, place, and the link if there is one.

    ``link`` is false to leave the link out; ``repeated`` says that the document has just been cited in full, so
    that the beginning of a long title is enough.
    """
    place = _place(citation, link=link)
    document = _document(citation, title_limit=REPEATED_TITLE_LIMIT if repeated else TITLE_LIMIT, place=place)
    return "-# " + " · ".join([f"\\[{citation.number}\\] {document}", *place])


def place_line(citation: Citation) -> str:
    """Return the same line without the number."""
    place = _place(citation, link=True)
    return "-# " + " · ".join([_document(citation, title_limit=TITLE_LIMIT, place=place), *place])


def numbers(citations: Sequence[Citation]) -> str:
    """Return the numbers of citations as they stand behind quoted words, ``[1] [2]``."""
    return " ".join(f"\\[{citation.number}\\]" for citation in citations[:NUMBERS])


def source_lines(cited: Iterable[Sequence[Citation]], *, link: bool, short: bool = False) -> str:
    """Return a line of small print for each source that a page cites, in the order of their numbers.

    ``link`` is false to leave the links out; ``short`` shows the beginnings of long titles and publishers.
    """
    sources: dict[int, Citation] = {}
    for citations in cited:
        for citation in citations[:NUMBERS]:
            sources.setdefault(citation.number, citation)
    shown = sorted(sources.items())[:SOURCES]
    return "\n".join(_source_line(citation, link=link, short=short) for _, citation in shown)


def _source_line(citation: Citation, *, link: bool, short: bool) -> str:
    limits = (SHORT_LIMIT, SHORT_LIMIT) if short else (SOURCE_TITLE_LIMIT, PUBLISHER_LIMIT)
    document = _document(citation, title_limit=limits[0], publisher_limit=limits[1])
    parts = [f"\\[{citation.number}\\] {document}"]
    parts += filter(None, (recognition_of(citation), last_seen(citation)))
    address = safe_link(citation.url) if link else None
    if address:
        parts.append(f"[read it there]({address})")
    return "-# " + " · ".join(parts)


def _document(
    citation: Citation, *, title_limit: int, publisher_limit: int = PUBLISHER_LIMIT, place: Sequence[str] = ()
) -> str:
    title = escape(citation.title, limit=title_limit) or UNTITLED
    publisher = escape(publisher_beside(citation), limit=publisher_limit)
    return " · ".join(filter(None, (title, publisher, day_beside(citation, title, *place))))


def _place(citation: Citation, *, link: bool) -> list[str]:
    place = [f"page {citation.page}"] if citation.page is not None else []
    place.append(escape(citation.place or "", limit=PLACE_LIMIT) or citation.paragraphs)
    if recognised := recognition_of(citation):
        place.append(recognised)
    address = safe_link(citation.url) if link else None
    if address:
        place.append(f"[read it there]({address})")
    if seen := last_seen(citation):
        place.append(seen)
    if citation.also_reported_by:
        place.append(f"also reported by {_names(citation.also_reported_by)}")
    return place


def _names(publishers: tuple[str, ...]) -> str:
    shown = [escape(name, limit=REPEATED_TITLE_LIMIT) for name in publishers[:NAMED]]
    more = len(publishers) - NAMED
    return ", ".join([*shown, f"{more} more"] if more > 0 else shown)


def safe_link(url: str | None) -> str | None:
    """Return ``url`` fit for a masked link; None when there is none that may be followed.

    Followed are http and https, to a host, without a user name, which only misleads. An address that is too
    long loses its fragment, which tells where on the page the words stand.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    address = _UNSAFE_IN_LINK.sub(_percent_encoded, url.strip())
    if len(address) > MAX_URL:
        address = address.partition("#")[0]
    return address if len(address) <= MAX_URL else None


def _percent_encoded(match: re.Match[str]) -> str:
    return quote(match[0], safe="", errors="replace")

"""A document's fields as people write them in front matter, sidecar files and JSON records."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from index.errors import MalformedSource, SourceTooLarge
from index.model import Document
from index.readers.encoding import clean
from index.readers.metadata.identity import key_of
from index.readers.metadata.origin import Origin

LONGEST_TEXT = 32 * 2**20
"""Characters that one document may have, and bytes of a file that is one."""

MOST_ALIASES, LONGEST_ALIAS = 20, 200
"""Names beside its title that a document may have, and characters of one."""

_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "outlet"),
    "url": ("url", "link", "canonical_url"),
    "aliases": ("aliases", "alias", "also_known_as"),
    "published": ("published", "date", "published_at", "publication_date", "datePublished"),
}
EARLIEST = date(1000, 1, 1)

_LEADING_DATE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?:$|[T\s])")


def parse_published(value: object, name: str) -> date | None:
    """Return the date in ``value``: a date, or text that begins with one in ISO form; None for nothing.

    A time of day and its offset are dropped: the date is the one the publisher wrote. Raises MalformedSource otherwise, and
    for a day on which nothing can have been published.
    """
    if value is None or value == "":
        return None
    day = _day(value)
    if day is None:
        raise MalformedSource(
            f"{name} has the date {str(value)[:40]!r}; write it as 2025-03-14, or leave it out."
        )
    if not may_be_published(day):
        raise MalformedSource(
            f"{name} has the date {day}, on which nothing can have been published; correct it, or leave it out."
        )
    return day


def may_be_published(day: date) -> bool:
    """Tell whether ``day`` can be one of publication: not before the year 1000, nor more than a year from today."""
    return EARLIEST <= day <= date.today() + timedelta(days=366)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _LEADING_DATE.match(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def build_document(text: str, fields: Mapping[str, object], origin: Origin, fallback_title: str) -> Document:
    """Make a Document of ``text`` from a mapping of fields; what ``origin`` sets wins over them.

    Raises MalformedSource when there is no text, or a field cannot be used, SourceTooLarge when there is too much.
    """
    text = clean(text)
    if not text.strip():
        raise MalformedSource(f"{origin.name} has no text; nothing was added.")
    if len(text) > LONGEST_TEXT:
        raise SourceTooLarge(
            f"{origin.name} has a text of {len(text):,} characters, and at most {LONGEST_TEXT:,} are read; split it."
        )
    url = origin.url or _web_address(_text_field(fields, "url", origin.name), origin.name)
    return Document(
        key=key_of(url, origin.key),
        title=clean(origin.title or _text_field(fields, "title", origin.name) or fallback_title),
        text=text,
        publisher=origin.publisher or _text_field(fields, "publisher", origin.name),
        url=url,
        published=origin.published or parse_published(_first(fields, "published"), origin.name),
        collection=origin.collection,
        aliases=origin.aliases or parse_aliases(_first(fields, "aliases"), origin.name),
    )


def with_fields(origin: Origin, fields: Mapping[str, object]) -> Origin:
    """Return ``origin`` with what ``fields`` say where it says nothing itself.

    Raises MalformedSource when a field cannot be used.
    """
    return replace(
        origin,
        title=origin.title or _text_field(fields, "title", origin.name),
        publisher=origin.publisher or _text_field(fields, "publisher", origin.name),
        url=origin.url or _web_address(_text_field(fields, "url", origin.name), origin.name),
        published=origin.published or parse_published(_first(fields, "published"), origin.name),
        aliases=origin.aliases or parse_aliases(_first(fields, "aliases"), origin.name),
    )


def parse_aliases(value: object, name: str) -> tuple[str, ...]:
    """Return the names in ``value``: one as text, or a list of them; none for nothing. Raises MalformedSource otherwise."""
    if value is None:
        return ()
    given = value if isinstance(value, list | tuple) else [value]
    named = [one for one in given if isinstance(one, str)]
    if len(named) < len(given) or len(named) > MOST_ALIASES:
        raise MalformedSource(
            f"{name} has aliases that are no names; write a list of at most {MOST_ALIASES} texts."
        )
    found = (" ".join(clean(one).split())[:LONGEST_ALIAS] for one in named)
    return tuple(dict.fromkeys(filter(None, found)))


def _first(fields: Mapping[str, object], field: str) -> object:
    return next((fields[name] for name in _NAMES[field] if fields.get(name) not in (None, "")), None)


def _text_field(fields: Mapping[str, object], field: str, name: str) -> str | None:
    value = _first(fields, field)
    if value is None:
        return None
    if isinstance(value, (str, int, float, date)):
        return " ".join(clean(str(value)).split()) or None
    raise MalformedSource(f"{name} has a {field} that is not text; write it as one line.")


def _web_address(value: str | None, name: str) -> str | None:
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and len(value) <= 2048
    except ValueError:
        usable = False
    if not usable or any(char.isspace() or char in '<>"' for char in value):
        raise MalformedSource(
            f"{name} has the address {value[:60]!r}; write a full http or https address, or leave it out."
        )
    return value

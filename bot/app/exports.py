"""A timeline as a file: CSV, JSON, iCalendar, Markdown. The whole selection, each event with its citations."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEntry

from index.language.dates import format_interval
from index.model import Citation, Event, Span, Status

COLUMNS = (
    "earliest", "latest", "granularity", "date", "planned", "basis", "words", "actors", "title", "publisher", "published",
    "paragraph", "url", "sources", "status",
)  # fmt: skip

_CALENDAR_STATUS: dict[Status, str] = {
    "happened": "CONFIRMED", "planned": "TENTATIVE", "negated": "CANCELLED", "cancelled": "CANCELLED", "moved": "CANCELLED",
}  # fmt: skip
_FORMULA = re.compile(r"^[=+\-@\t\r]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~])")


def date_in_words(event: Event) -> str:
    """Return the event's date in plain English, no finer than it is known."""
    if event.planned and event.latest is None and event.when is None:
        return "planned, no date given"
    return format_interval(event.earliest, event.latest, event.granularity)


def status_in_words(event: Event) -> str | None:
    """Return what a reader must know beside the date: that it was planned, or did not take place; None where it happened.

    What was announced without a date says so in the date's own words.
    """
    if event.undone == "negated":
        published = event.document.published
        ahead = published is not None and event.latest is not None and event.latest > published
        return "will not take place" if ahead else "did not take place"
    if event.undone is not None:
        return event.undone
    return "planned" if event.planned and event.when else None


def marks(event: Event) -> tuple[Span, ...]:
    """Return what to mark in the event's words: the clause that its date belongs to, or else the words that say the date."""
    mark = event.clause or event.when
    return (mark,) if mark else ()


def to_csv(events: Sequence[Event]) -> str:
    """Return the events as CSV with a header, in the order given. No cell is read as a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for event in events:
        first = event.citations[0] if event.citations else None
        row = (
            event.earliest, event.latest, event.granularity, date_in_words(event), "yes" if event.planned else "no",
            event.basis,
            one_line(event.text), "; ".join(event.actors), event.document.title, event.document.publisher,
            event.document.published, first.paragraph if first else None, first.url if first else event.document.url,
            len(event.citations), event.status,
        )  # fmt: skip
        writer.writerow(["" if cell is None else inert(str(cell)) for cell in row])
    return out.getvalue()


def to_markdown(events: Sequence[Event], heading: str) -> str:
    """Return the events as Markdown: a list under ``heading``, then the sources by their numbers."""
    lines = [f"# {escaped(heading)}", ""]
    sources: dict[int, Citation] = {}
    for event in events:
        sources |= {
            citation.number: citation for citation in event.citations if citation.number not in sources
        }
        numbers = "".join(f"[^{citation.number}]" for citation in event.citations)
        status = status_in_words(event)
        about = f" *({status})*" if status else ""
        lines.append(f"- **{date_in_words(event)}**{about}: {escaped(one_line(event.text))} {numbers}")
    lines.append("")
    for number, citation in sorted(sources.items()):
        parts = [citation.title, citation.publisher, citation.published and str(citation.published)]
        about = ", ".join(escaped(part) for part in parts if part)
        lines.append(f"[^{number}]: {about}{f', <{citation.url}>' if citation.url else ''}")
    return "\n".join(lines) + "\n"


def to_ics(events: Sequence[Event]) -> str | None:
    """Return a calendar of the events whose exact day is known, as whole days; None when there is none.

    An event keeps its identity from one export to the next, so that a calendar read again does not hold it twice.
    """
    exact = [
        event for event in events if event.granularity in ("time", "day") and event.earliest and event.latest
    ]
    if not exact:
        return None
    calendar = Calendar()
    calendar.add("prodid", "-//Parley//Timeline//EN")
    calendar.add("version", "2.0")
    for event in exact:
        assert event.earliest and event.latest
        entry = CalendarEntry()
        entry.add("uid", f"{event.document.id}-{event.start}-{event.earliest:%Y%m%d}@parley")
        entry.add(
            "dtstamp", datetime.combine(event.document.published or event.earliest, datetime.min.time(), UTC)
        )
        entry.add("dtstart", event.earliest)
        if event.latest < event.latest.max:
            entry.add("dtend", event.latest + timedelta(days=1))
        entry.add("summary", shortened(one_line(event.text)))
        entry.add("description", f"{one_line(event.text)}\n\n{_about(event)}")
        entry.add("status", _CALENDAR_STATUS[event.status])
        entry.add("transp", "TRANSPARENT")
        if event.citations and event.citations[0].url:
            entry.add("url", event.citations[0].url)
        calendar.add_component(entry)
    return str(calendar.to_ical().decode("utf-8"))


def _about(event: Event) -> str:
    document = event.document
    return ", ".join(str(part) for part in (document.title, document.publisher, document.published) if part)


def one_line(text: str) -> str:
    """Return ``text`` with its white space folded."""
    return " ".join(text.split())


def shortened(text: str, limit: int = 120) -> str:
    """Return ``text`` cut at a word, with an ellipsis, where it has more than ``limit`` characters."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def inert(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet reads it as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def escaped(text: str) -> str:
    """Return Markdown that shows ``text`` as it is."""
    return _MARKDOWN.sub(r"\\\1", text)

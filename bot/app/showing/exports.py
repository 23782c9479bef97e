"""Timelines, quotations and comparisons as files: CSV, iCalendar, Markdown. The whole selection, each entry cited."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEntry

from bot.app.showing.citing import last_seen, recognition_of
from bot.app.showing.comparing import place, shown, summary, title, what_became
from bot.app.showing.quoting import (
    basis_in_words,
    condition_of,
    introduction,
    kind,
    manner,
    marked,
    said_in_words,
    told,
)
from bot.app.showing.timelines import date_in_words, status_in_words
from bot.app.showing.words import one_line, shortened
from index.model import Citation, Comparison, Event, Excerpt, Quotation, Status

EVENT_COLUMNS = (
    "earliest", "latest", "granularity", "date", "planned", "basis", "words", "actors", "title", "publisher", "published",
    "paragraph", "url", "sources", "status", "recognised",
)  # fmt: skip

QUOTATION_COLUMNS = (
    "speaker", "role", "said_on", "earliest", "latest", "date", "basis", "kind", "words", "verb", "title", "publisher",
    "published", "paragraph", "url", "sources", "stance", "condition", "hearsay", "recognised",
)  # fmt: skip

_CALENDAR_STATUS: dict[Status, str] = {
    "happened": "CONFIRMED", "planned": "TENTATIVE", "negated": "CANCELLED", "cancelled": "CANCELLED", "moved": "CANCELLED",
}  # fmt: skip
_FORMULA = re.compile(r"^[=+\-@\t\r]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~])")


def to_csv(events: Sequence[Event]) -> str:
    """Return the events as CSV with a header, in the order given. No cell is read as a formula by a spreadsheet.

    ``recognised`` is how sure text recognition was of the words, in percent, nothing where they are the file's own.
    """
    return _table(EVENT_COLUMNS, map(_event_row, events))


def quotes_to_csv(quotations: Sequence[Quotation]) -> str:
    """Return the quotations as CSV with a header, in the order given. No cell is read as a formula by a spreadsheet."""
    return _table(QUOTATION_COLUMNS, map(_quotation_row, quotations))


def to_markdown(events: Sequence[Event], heading: str) -> str:
    """Return the events as Markdown: a list under ``heading``, then the sources by their numbers."""
    return _list(heading, ((_event_line(event), event.citations) for event in events))


def quotes_to_markdown(quotations: Sequence[Quotation], heading: str) -> str:
    """Return the quotations as Markdown: a list under ``heading``, then the sources by their numbers."""
    return _list(heading, ((_quotation_line(item), item.citations) for item in quotations))


def comparison_to_markdown(comparison: Comparison) -> str:
    """Return the comparison as Markdown: each clause that is not the same in both documents, as each has it, with the words that
    only one of them has in bold."""
    about = summary(comparison)
    lines = [
        f"# {_escaped(title(comparison.before))} → {_escaped(title(comparison.after))}",
        "",
        f"{about[:1].upper()}{about[1:]}.",
    ]
    for change in shown(comparison):
        lines += ["", f"## {_escaped(place(change))}: {what_became(change)}"]
        for name, side in (("Before", change.before), ("After", change.after)):
            if side is not None:
                recognised = recognition_of(side.citation)
                lines += ["", f"{name}{f', {recognised}' if recognised else ''}:", "", f"> {_marked(side)}"]
    return "\n".join(lines) + "\n"


def _marked(excerpt: Excerpt) -> str:
    parts, start = [], excerpt.start
    for first, last in excerpt.highlights:
        parts += [
            _escaped(excerpt.document.text[start:first]),
            f"**{_escaped(excerpt.document.text[first:last])}**",
        ]
        start = last
    return one_line("".join([*parts, _escaped(excerpt.document.text[start : excerpt.end])]))


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
    recognised = recognition_of(event.citations[0]) if event.citations else ""
    parts = document.title, document.publisher, document.published, recognised
    return ", ".join(str(part) for part in parts if part)


def _event_row(event: Event) -> Sequence[object]:
    first = event.citations[0] if event.citations else None
    return (
        event.earliest, event.latest, event.granularity, date_in_words(event), "yes" if event.planned else "no", event.basis,
        one_line(event.text), "; ".join(event.actors), event.document.title, event.document.publisher,
        event.document.published, first.paragraph if first else None, first.url if first else event.document.url,
        len(event.citations), event.status, first.recognised if first else None,
    )  # fmt: skip


def _quotation_row(item: Quotation) -> Sequence[object]:
    first = item.citations[0]
    return (
        item.speaker, item.role, item.said_on, item.earliest, item.latest, said_in_words(item), item.basis, kind(item),
        one_line(item.words), item.cue, first.title, first.publisher, first.published, first.paragraph, first.url,
        len(item.citations), item.stance, condition_of(item), "yes" if item.hearsay else "", first.recognised,
    )  # fmt: skip


def _event_line(event: Event) -> str:
    status = status_in_words(event)
    about = f" *({status})*" if status else ""
    return f"**{date_in_words(event)}**{about}: {_escaped(one_line(event.text))}"


def _quotation_line(item: Quotation) -> str:
    who = ", ".join(_escaped(part) for part in (item.speaker, item.role) if part)
    how = basis_in_words(item)
    when = f"{said_in_words(item)}{f' ({how})' if how else ''}"
    said = told(_escaped(introduction(item)), marked(item, _escaped(one_line(item.words))), item)
    return f"**{who}**, {when}{manner(item)}: {said}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["" if cell is None else _inert(str(cell)) for cell in row])
    return out.getvalue()


def _list(heading: str, entries: Iterable[tuple[str, Sequence[Citation]]]) -> str:
    lines = [f"# {_escaped(heading)}", ""]
    sources: dict[int, Citation] = {}
    for line, citations in entries:
        for citation in citations:
            sources.setdefault(citation.number, citation)
        lines.append(f"- {line} {''.join(f'[^{citation.number}]' for citation in citations)}")
    lines.append("")
    for number, citation in sorted(sources.items()):
        parts = [
            citation.title,
            citation.publisher,
            citation.published and str(citation.published),
            recognition_of(citation),
            last_seen(citation),
        ]
        about = ", ".join(_escaped(part) for part in parts if part)
        lines.append(f"[^{number}]: {about}{f', <{citation.url}>' if citation.url else ''}")
    return "\n".join(lines) + "\n"


def _inert(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet reads it as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _escaped(text: str) -> str:
    """Return Markdown that shows ``text`` as it is."""
    return _MARKDOWN.sub(r"\\\1", text)

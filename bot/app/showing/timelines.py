"""Timelines and their events in words, and how many events a picture takes."""

from collections.abc import Iterator, Sequence

from bot.app.showing.citing import recognition_of
from bot.app.showing.readable import length, readable
from index import format_interval
from index.model import Event, Span

MOST_ON_PICTURE = 14
"""Events on one picture; more would be too small to read on a phone, or too tall to show."""

WITHOUT_A_DAY = "Without a day"
"""What stands before the events that are not dated."""


def heading(topic: str | None) -> str:
    """Return the heading of a timeline."""
    return f"Timeline: {topic}" if topic else "Timeline"


def is_dated(event: Event) -> bool:
    """Whether the event has a day, week, month or year, rather than something vague."""
    return event.earliest is not None and event.latest is not None and event.granularity != "vague"


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


def alt_text(events: Sequence[Event], heading: str, limit: int = 1000) -> str:
    """Return the picture of a timeline in words, for those who cannot see it: at most ``limit`` UTF-16 code units."""
    parts = [f"{readable(heading)}."]
    for event in events[:MOST_ON_PICTURE]:
        recognised = recognition_of(event.citations[0]) if event.citations else ""
        known = ", ".join(filter(None, (status_in_words(event), recognised)))
        parts.append(f"{date_in_words(event)}{f' ({known})' if known else ''}: {readable(event.text)}")
    text = " ".join(parts)
    if length(text) <= limit:
        return text
    return text.encode("utf-16-le")[: 2 * (limit - 1)].decode("utf-16-le", "ignore") + "…"


def marks(event: Event) -> tuple[Span, ...]:
    """Return what to mark in the event's words: the clause that its date belongs to, or else the words that say the date."""
    mark = event.clause or event.when
    return (mark,) if mark else ()


def other_tellings(event: Event) -> Iterator[Event]:
    """Yield the tellings of the event that give another date."""
    for telling in event.tellings:
        if (telling.earliest, telling.latest) != (event.earliest, event.latest):
            yield telling

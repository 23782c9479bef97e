"""What "tomorrow" is in a message or an entry: relative words of those are counted from the day on which they were written."""

from collections.abc import Sequence
from datetime import date

from index.language.languages import Languages
from index.model import Document, ResolvedDate, Span

_LONGEST = 4_000
"""Characters of a message that are read whole, so that what stands before a word counts; of a longer one its words alone are."""


def days_told(
    document: Document, span: Span, known: Sequence[ResolvedDate], languages: Languages
) -> tuple[ResolvedDate, ...]:
    """Return the words of ``span`` that say a day beside the one on which its message or entry was written, with the days that
    they stand for, and those that are ``known`` already; only those where it stands in none, or in one without a day.
    """
    around = document.parts_around(*span) if document.structure else ()
    part = next((part for part in reversed(around) if part.label in ("message", "entry")), None)
    day = part.field("day") if part is not None else None
    if part is None or day is None:
        return tuple(known)
    start, end = (part.start, part.end) if part.end - part.start <= _LONGEST else span
    found = [
        ResolvedDate(start + one.start, start + one.end, one.earliest, one.latest, one.granularity)
        for one in languages.find_times(document.text[start:end], date.fromisoformat(day))
        if one.hours is None and (one.earliest or one.latest) is not None
    ]
    told = [
        one
        for one in found
        if span[0] <= one.start
        and one.end <= span[1]
        and not _has_year(document.text[one.start : one.end], one)
        and not any(one.start < other.end and other.start < one.end for other in known)
    ]
    return tuple(sorted((*known, *told), key=lambda one: one.start))


def _has_year(words: str, found: ResolvedDate) -> bool:
    day = found.earliest or found.latest
    return day is not None and f"{day.year:04}" in words

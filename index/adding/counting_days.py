"""From which day the words of a document count: that of the message or entry that they stand in, else that of publication."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from index.language.dates import TimeExpression
from index.language.languages import Languages
from index.model import Document, Part

DATED = frozenset({"message", "entry"})
"""Labels of the parts that were written each on a day of its own."""


class CountingDays:
    """The days of one document, by places in its text."""

    def __init__(self, document: Document) -> None:
        """Read the days of the messages and entries of ``document``; one without a day counts from none."""
        self._text = document.text
        self._pieces = _pieces(document)
        self._starts = [start for start, _ in self._pieces]
        self._moments = _moments(document)

    def at(self, position: int) -> date | None:
        """Return the day that relative words at ``position``, in characters, count from; None when it is not known."""
        return self._pieces[bisect_right(self._starts, position) - 1][1]

    def find_times(self, languages: Languages) -> tuple[TimeExpression, ...]:
        """Return the time expressions of the text in order, those of ``languages``, each resolved from the day of its part."""
        if len(self._pieces) == 1 and not self._moments:
            return languages.find_times(self._text, self._pieces[0][1])
        return tuple(self._found(languages))

    def _found(self, languages: Languages) -> Iterator[TimeExpression]:
        ends = [*self._starts[1:], len(self._text)]
        for (start, day), end in zip(self._pieces, ends, strict=True):
            for found in languages.find_times(self._text[start:end], day):
                shifted = replace(found, start=found.start + start, end=found.end + start)
                moment = self._moments.get(start)
                yield shifted if moment is None or found.hours is None else _at(shifted, moment, found.hours)


def _pieces(document: Document) -> list[tuple[int, date | None]]:
    """Where each run of the text begins that counts from one day, and that day."""
    pieces: list[tuple[int, date | None]] = [(0, document.published)]
    around: list[tuple[int, date | None]] = []

    def begin(start: int, day: date | None) -> None:
        if pieces[-1][0] == start:
            pieces.pop()
        pieces.append((start, day))

    def close(until: int) -> None:
        while around and around[-1][0] <= until:
            end, _ = around.pop()
            begin(end, around[-1][1] if around else document.published)

    for part in document.structure:
        if part.label in DATED:
            close(part.start)
            day = _day(part)
            begin(part.start, day)
            around.append((part.end, day))
    close(len(document.text) - 1)
    return pieces


def _moments(document: Document) -> dict[int, datetime]:
    """The day and time of day at which each message and entry was written, by where it begins."""
    moments = {}
    for part in document.structure:
        day, clock = _day(part), part.field("time")
        if part.label in DATED and day is not None and clock:
            moments[part.start] = datetime.combine(day, time.fromisoformat(clock))
    return moments


def _at(found: TimeExpression, moment: datetime, hours: float) -> TimeExpression:
    """Return the expression at the moment that it counts from another: "an hour ago" in an entry of 18:15."""
    try:
        counted = moment + timedelta(hours=hours)
    except OverflowError:
        return found
    day = counted.date()
    return replace(found, value=f"{counted:%Y-%m-%dT%H:%M}", earliest=day, latest=day)


def _day(part: Part) -> date | None:
    day = part.field("day")
    return date.fromisoformat(day) if day else None

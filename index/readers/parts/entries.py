"""Entries of a live blog: each has its time, most have a headline, and its words count days from its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise

from index.language.sentences import paragraphs
from index.model import Document, Part, Span
from index.readers.metadata.written_dates import read_day
from index.readers.parts.messages import in_words
from index.readers.parts.paragraphs import BREAK
from index.readers.parts.tables import BETWEEN

FEWEST = 3
"""Entries of a live blog: two times may be those of a meeting."""

_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.h]|(?=\d\d\s?(?:GMT|UTC|hrs|hours)\b))(?P<minute>[0-5]\d)"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
)
"""A time of the day: "14:05", "14h05", "2.05 p.m.", "1405 GMT"."""
_NO_DATE = r"(?![./]\d\d)"
"""Behind what is a time and no date: "11.04.25"."""
CLOCK = re.compile(rf"(?<![\d.:]){_CLOCK}(?!:?\d){_NO_DATE}")
_STAMP = re.compile(
    rf"(?:[-*•]\s+|[-=~]{{2,10}}\s*)?[*_\[(]{{0,3}}{_CLOCK}(?!:?\d){_NO_DATE}\s?"
    r"(?:(?:GMT|UTC|BST|[CEMW]E?S?T|[ECMP][SD]T|ET|hrs|hours|Uhr|local time|noon)\b)?[*_\])]{0,3}"
    r"\s*(?:(?:[-=~]{2,10}|[|:–—-])\s*)?"
)
_CELL = re.compile(rf"(?:(?m:^)|(?<=· )|(?<=: )){_CLOCK}(?!:?\d)(?:\s(?:GMT|UTC|Uhr|local time))?(?=\s·)")
"""A cell that is a time of the day and no more: "Time: 08:30 · What happened: ..."."""
_NEXT_CELL = re.compile(r"\s·\s(?:[^·:\n]{1,40}:\s)?(?=\S)")
_LONGEST_DAY = 40
"""Characters of a line that is a day and no more; chosen: "Wednesday, 24 September 2025, Kyiv time"."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEGINNING = 1_000
"""Characters before the first entry in which its year may stand; chosen: a title and a lead."""
_FEWEST_WORDS = 4
"""Words from which an entry tells something; chosen."""
_DAY = 24 * 60
"""Minutes of a day."""
_MORNING, _EVENING = time(6), time(12)
"""Before the one a blog that began after the other goes on over midnight; chosen."""
_OUT_OF_ORDER = 3 * 60
"""Minutes by which an entry may stand before one that it should follow, on the same day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: ``stamp`` is its time as it is shown, ``written`` when it was written where it is shown."""

    stamp: str
    written: datetime
    headline: str
    paragraphs: Sequence[str]
    author: str = ""


def compose(introduction: Sequence[str], entries: Sequence[Entry]) -> tuple[str, tuple[Part, ...]]:
    """Return the text of a live blog, and its parts: of each entry the entry, and inside it its time with its headline."""
    pieces = list(introduction)
    length = len(BREAK.join(pieces))
    parts: list[Part] = []
    for entry in entries:
        start = length + (len(BREAK) if pieces else 0)
        head = BREAK.join(filter(None, (entry.stamp, entry.headline)))
        words = BREAK.join((head, *entry.paragraphs))
        length = start + len(words)
        pieces.append(words)
        known = {"author": entry.author, "headline": entry.headline}
        parts.append(part(start, length, entry.written.date(), entry.written.time(), known))
        parts.append(Part("heading", start, start + len(head)))
    return BREAK.join(pieces), tuple(parts)


def part(start: int, end: int, day: date | None, clock: time, known: dict[str, str]) -> Part:
    """Return the part of an entry, whose name is its day and time."""
    name = ", ".join(filter(None, (in_words(day) if day else None, f"{clock:%H:%M}")))
    fields = {"day": day.isoformat() if day else "", "time": f"{clock:%H:%M}", **known}
    return Part(
        "entry", start, end, name, fields=tuple((key, value) for key, value in fields.items() if value)
    )


def clock_of(match: re.Match[str]) -> time:
    """Return the time of the day that a match of ``CLOCK`` says."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(match["minute"]))


def begins_with_time(line: str) -> bool:
    """Tell whether a line begins with a time of the day, as an entry does."""
    return _STAMP.match(line.lstrip()) is not None


def shown_at(declared: datetime, clock: time) -> datetime:
    """Return the time that is shown as ``clock`` for the moment that is ``declared``, perhaps in another time zone."""
    near = (datetime.combine(declared.date() + timedelta(days=step), clock) for step in (-1, 0, 1))
    return min(near, key=lambda shown: abs(shown - declared.replace(tzinfo=None)))


def with_entries(document: Document) -> Document:
    """Return ``document`` with the entries that its text shows, where its reader made no parts."""
    if document.structure:
        return replace(document, structure=tuple(_with_rows(document)))
    entries = find_entries(document.text, document.published)
    if not entries:
        return document
    return replace(document, structure=(*_heads_above(document, entries[0].start), *entries))


def _heads_above(document: Document, end: int) -> Iterator[Part]:
    """Yield the lines before the first entry that are the title or a day and no more, those that follow each other as one."""
    heads: list[Span] = []
    for start, last in _lines(document.text[:end]):
        words = document.text[start:last]
        if words.strip(" *#_") != document.title and not _is_day(words, document.published):
            continue
        if heads and not document.text[heads[-1][1] : start].strip():
            start = heads.pop()[0]
        heads.append((start, last))
    yield from (Part("heading", *span) for span in heads)


def _with_rows(document: Document) -> Iterator[Part]:
    """The parts of ``document``, with an entry for each row of a table that tells what happened at which time of the day."""
    entries = {
        entry.start: entry
        for _, rows in groupby(
            (part for part in document.structure if part.label == "row"),
            key=lambda row: row.name.partition(",")[0],
        )
        for entry in _of_rows(document, list(rows))
    }
    for part in document.structure:
        entry = entries.get(part.start) if part.label == "row" else None
        yield entry or part
        clock = _clock_cell(document.text, entry) if entry is not None else None
        if clock is not None:
            told = _NEXT_CELL.match(document.text, clock.end(), part.end)
            yield Part("heading", part.start, told.end() if told else clock.end())


def _of_rows(document: Document, rows: Sequence[Part]) -> Iterator[Part]:
    text = document.text
    found = [((row.start, row.end), match) for row in rows if (match := _clock_cell(text, row)) is not None]
    if len(found) < FEWEST or not _are_entries(text, found):
        return
    clocks = [clock_of(match) for _, match in found]
    days = _days(text, found, clocks, document.published)
    for (span, match), clock, day in zip(found, clocks, days, strict=True):
        beside = f"{text[span[0] : match.start()]} · {text[match.end() : span[1]]}"
        own = next(filter(None, map(_day_of_cell, beside.split(BETWEEN))), None)
        yield part(*span, own or day, clock, {})


def _clock_cell(text: str, row: Part) -> re.Match[str] | None:
    """Return the cell of ``row`` that is a time of the day and no more."""
    return _CELL.search(text, row.start, row.end)


def _day_of_cell(cell: str) -> date | None:
    words = cell.rpartition(": ")[2].strip()
    return read_day(words) if len(words) <= _LONGEST_DAY else None


def find_entries(text: str, published: date | None) -> tuple[Part, ...]:
    """Return the entries of a text in which times of the day stand at the beginning of paragraphs; none for any other text.

    The newest may come first or last; where a time goes against the order another day begins, unless a line of its own says
    which. The first entry is of the day that is ``published``.
    """
    found = list(_stamped(text, paragraphs(text)))
    if len(found) < FEWEST:
        # Each entry may be a line of its own, with none empty between them.
        found = [(span, match) for span, match in _stamped(text, _lines(text)) if match.end() < span[1]]
    clocks = [clock_of(match) for _, match in found]
    if len(found) < FEWEST or not _are_entries(text, found):
        return ()
    days = _days(text, found, clocks, published)
    ends = [*(following[0] for following, _ in found[1:]), len(text)]
    parts: list[Part] = []
    for (span, match), clock, day, end in zip(found, clocks, days, ends, strict=True):
        last = _before_days(text, span[0], end, published)
        parts.append(part(span[0], last, day, clock, {}))
        if match.end() >= span[1] < last:
            parts.append(Part("heading", *span))
        elif match.end() < span[1]:
            parts.append(Part("heading", span[0], match.end()))
    return tuple(parts)


def _before_days(text: str, start: int, end: int, published: date | None) -> int:
    """Return where an entry ends: before the day of the next one, which stands on a line of its own."""
    last = start + len(text[start:end].rstrip())
    line = text.rfind("\n", start, last) + 1
    if line > start and _is_day(text[line:last], published):
        return start + len(text[start:line].rstrip())
    return last


def _stamped(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, re.Match[str]]]:
    for span in spans:
        match = _STAMP.match(text, *span)
        if match is not None:
            yield span, match


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = start + line.index(words)
            yield begin, begin + len(words)
        start += len(line) + 1


def _are_entries(text: str, found: Sequence[tuple[Span, re.Match[str]]]) -> bool:
    """Tell whether most of what follows the times are sentences, and no speaker is named where one begins to speak."""
    ends = [*(following[0] for following, _ in found[1:]), len(text)]
    told = 0
    for (_, match), end in zip(found, ends, strict=True):
        words = text[match.end() : min(end, match.end() + 2_000)].strip()
        told += len(words.split()) >= _FEWEST_WORDS and bool(re.search(r"[.!?…][\"'”’)]*(?:\s|$)", words))
    recorded = clock_of(found[0][1]) < time(0, 5)
    return 2 * told > len(found) and not recorded


def _days(
    text: str, found: Sequence[tuple[Span, re.Match[str]]], clocks: Sequence[time], published: date | None
) -> list[date | None]:
    latest = published or _end_of_year(text[: found[0][0][0]])
    befores = [0, *(span[1] for span, _ in found[:-1])]
    # The nearest line above: the first may be a title that names several days.
    told = [
        next(reversed(list(_told_days(text, before, span[0], latest))), None)
        for before, (span, _) in zip(befores, found, strict=True)
    ]
    return days_of(clocks, told, published)


def days_of(clocks: Sequence[time], told: Sequence[date | None], published: date | None) -> list[date | None]:
    """Return the day of each entry, by its time and by the day that stands above it where one does.

    The newest may come first or last. The first entry is of the day that is ``published``; where the newest comes first, and was
    written at night, the blog is of the day that had begun.
    """
    minutes = [clock.hour * 60 + clock.minute for clock in clocks]
    # Of the two orders it is the one in which less time goes by.
    rising, falling = (
        sum(step * (other - one) % _DAY for one, other in pairwise(minutes)) for step in (1, -1)
    )
    said = [day for day in told if day is not None]
    newest_first = said[0] > said[-1] if said and said[0] != said[-1] else falling < rising
    step = -1 if newest_first else 1
    days: list[date | None] = []
    day = published
    nightly = newest_first and clocks[0] < _MORNING and any(clock > _EVENING for clock in clocks)
    if day is not None and nightly and not said:
        day += timedelta(days=1)
    for place, shown in enumerate(told):
        if shown is not None:
            day = shown
        elif place and day is not None and step * (minutes[place] - minutes[place - 1]) < -_OUT_OF_ORDER:
            day += timedelta(days=step)
        days.append(day)
    return days


def _end_of_year(beginning: str) -> date | None:
    """Return the last day of the one year that stands before the first entry, None where none does or several do."""
    years = set(_YEAR.findall(beginning[:_BEGINNING]))
    return date(int(years.pop()), 12, 31) if len(years) == 1 else None


def _told_days(text: str, start: int, end: int, published: date | None) -> Iterator[date]:
    """The days that stand on lines of their own between two entries."""
    for line in text[start:end].split("\n"):
        day = _day_of(line, published)
        if day is not None:
            yield day


def _is_day(line: str, published: date | None) -> bool:
    return _day_of(line, published) is not None


def _day_of(line: str, published: date | None) -> date | None:
    """Return the day that a line says and nothing else."""
    words = line.strip(" *#_:")
    if 0 < len(words) <= _LONGEST_DAY and not words.endswith((".", "!", "?")):
        return read_day(words, published)
    return None

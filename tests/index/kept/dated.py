"""Sentences with dates, and the same with more around them: what of each is an event, on which days, told by which clause."""

from collections.abc import Iterator
from datetime import date

from index import Document
from index.language.english.events.clauses import clause_spans
from index.language.sentences import sentences
from index.timeline.finding import find_events
from tests.index.timeline.test_readings import HAPPENED, NONE, PLANNED, UNDONE

FRIDAY = date(2025, 3, 14)

_VARIATIONS = (
    "{}.",
    "If the tide turns, {}.",
    "Orsic said on Monday that {}.",
    "{}, and envoys met in Lomar on 3 May 2024.",
    "{}, which nobody in Lomar had expected in January.",
    "{} by 20 March 2025, 30 % less than in 2023.",
    "{}; ships that left in April 2024 are expected to come back.",
    "“{},” Mara Lind said on Tuesday.",
    "In 2030, {}.",
    "Nobody believes that {}.",
    "Since last year, {} because the dam fell on 2 May 2024.",
    "{}. After the meeting, they left.",
    "He will say that {}.",
)
"""What is put around sentences, three of them around each."""


def dated() -> Iterator[str]:
    """Yield each sentence as it is varied, with its events."""
    texts = [row if isinstance(row, str) else row[0] for row in (*HAPPENED, *PLANNED, *UNDONE, *NONE)]
    for number, text in enumerate(texts):
        body = text.rstrip(".")
        for step in (0, 1 + number % 6, 7 + number % 6):
            varied = text if not step else _VARIATIONS[step].format(body)
            yield f"# {' '.join(varied.split())}"
            yield from _events(varied)


def _events(text: str) -> Iterator[str]:
    found = sentences(text)
    for one in find_events(Document("dated", "Dated", text, published=FRIDAY), found):
        state = one.undone or ("planned" if one.planned else "happened")
        days = f"{one.earliest} to {one.latest} {one.granularity} {one.basis} {state}"
        told = "" if one.clause is None else " ".join(text[slice(*one.clause)].split())
        yield f"  {one.start}-{one.end} {days} {', '.join(one.actors)} | {told}".rstrip(" |")
    marks = [place for place, mark in enumerate(text) if mark.isdigit()][:6]
    if found and marks:
        whole = found[0].start, found[0].end
        inside = [(place, place + 1) for place in marks if place < whole[1]]
        yield f"  clauses {[f'{first}-{last}' for first, last in clause_spans(text, whole, inside)]}"

"""Events of a document: sentences that say something happened, was said, decided or is planned on a date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.language.dates import TimeExpression, find_time_expressions, joined_ranges
from index.language.english.names import names_in_sentences
from index.language.quotation_marks import QuotedSpan
from index.model import Basis, Document, Granularity, Sentence, Span
from index.timeline.wording import Wording

_FEWEST_WORDS = 4
_MOST_DATES = 100
"""Time expressions of a sentence that are looked at: one with more is a table."""
_SENTENCE_END = re.compile(r"[.!…。！][\"'”’»)\]]*\Z")
"""A table row, a heading or a dateline ends in none of these, and a question says of nothing that it happened."""
_PLAN = re.compile(
    r"\b(?:(?:intend|plan|aim|hope|agree|want|prepare)(?:s|d|ed)? to|scheduled (?:to|for)"
    r"|(?:is|are|was|were) (?:set|due|scheduled|expected|slated|poised|planned|to)"
    r"|will (?:then |also |soon )?(?:meet|hold|host|sign|travel|visit|speak|talk|begin|start|resume|convene|attend"
    r"|announce|discuss|send|withdraw|release))\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:talks?|meet(?:s|ing)?|summit|call|conversation|negotiations?|visit|conference|round|session|ceremony|signing|truce|ceasefire"
    r"|cease-fire|vote|election|hearing|delegation|agreement|treaty|accord|deal|withdraw(?:al)?|exchange)\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\W*(?:(?:after|following|during|at) (?:the|that|this|their|those|these) (?:\w+ )?"
    r"(?:meetings?|talks|calls?|summit|visit|session|negotiations|conversation|ceremony|conference|speech|vote|attack|strike)"
    r"|afterwards?|shortly after(?:wards)?|then|later)\b",
    re.IGNORECASE,
)
_FINEST: dict[Granularity, int] = {
    "time": 0, "day": 1, "week": 2, "month": 3, "season": 4, "quarter": 5, "year": 6, "decade": 7, "vague": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event as a document has it: ``sentence`` is the number of the sentence, the rest as in ``Event``."""

    sentence: int
    start: int
    end: int
    when: Span | None
    earliest: date | None
    latest: date | None
    granularity: Granularity
    basis: Basis
    planned: bool
    actors: tuple[str, ...]


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression] | None = None,
    quoted: Sequence[QuotedSpan] | None = None,
) -> tuple[FoundEvent, ...]:
    """Find the events of ``document``, whose sentences are ``sentences``, in the order of the text.

    ``times`` are its time expressions and ``quoted`` its quoted spans, found here when they are not given.

    A sentence that names several dates is an event of each. Durations, sets and mere "now" and "recently" date nothing. A
    sentence that goes on from the one before ("After the meeting, ...") has its date; one that announces a meeting without
    a date is planned for some day after publication. The words of a sentence that stands in a quotation are those of the
    whole quotation.
    """
    if times is None:
        times = find_time_expressions(document.text, document.published)
    expressions = joined_ranges(document.text, times)
    dated = _by_sentence(expressions, sentences)
    if not any(dated) and not _PLAN.search(document.text):
        return ()
    names = names_in_sentences(document.text, sentences)
    events: list[FoundEvent] = []
    for number, (sentence, found) in enumerate(zip(sentences, dated, strict=True)):
        text = document.text[sentence.start : sentence.end]
        if found and _says_something(text):
            dates = _dates_of(found[:_MOST_DATES])
            events += (_event(document, number, sentence, item, names[number]) for item in dates)
        elif not found and (event := _undated(document, number, sentences, events, names[number])):
            events.append(event)
    if not events:
        return ()
    wording = Wording(document.text, sentences, quoted)
    spans = {number: wording.span_of(number) for number in {event.sentence for event in events}}
    told = ((event, spans[event.sentence]) for event in events)
    return tuple(replace(event, start=span[0], end=span[1]) for event, span in told if span is not None)


def _by_sentence(
    expressions: Sequence[TimeExpression], sentences: Sequence[Sentence]
) -> list[list[TimeExpression]]:
    found: list[list[TimeExpression]] = [[] for _ in sentences]
    place = 0
    for expression in expressions:
        while place < len(sentences) and sentences[place].end <= expression.start:
            place += 1
        if place == len(sentences):
            break
        if sentences[place].start <= expression.start and _dates_something(expression):
            found[place].append(expression)
    return found


def _dates_something(expression: TimeExpression) -> bool:
    if expression.type == "SET" or expression.value.endswith("_REF"):
        return expression.granularity != "vague"
    if expression.type == "DURATION":
        return expression.earliest is not None or expression.latest is not None
    return True


def _says_something(text: str) -> bool:
    return text.count(" ") >= _FEWEST_WORDS - 1 and not text.isupper() and bool(_SENTENCE_END.search(text))


def _dates_of(found: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield an expression for each date that a sentence names: the first and finest where one holds another.

    Vague ones speak only where no other does.
    """
    kept: list[TimeExpression] = []
    for expression in sorted(found, key=lambda item: (_FINEST[item.granularity], item.start)):
        if kept and (expression.granularity == "vague" or any(_holds(expression, other) for other in kept)):
            continue
        kept.append(expression)
    yield from sorted(kept, key=lambda item: item.start)


def _holds(wide: TimeExpression, narrow: TimeExpression) -> bool:
    if wide.earliest is None or wide.latest is None or narrow.earliest is None or narrow.latest is None:
        return wide.earliest == narrow.earliest and wide.latest == narrow.latest
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


def _event(
    document: Document, number: int, sentence: Sentence, found: TimeExpression, names: tuple[str, ...]
) -> FoundEvent:
    return FoundEvent(
        number,
        sentence.start,
        sentence.end,
        (found.start, found.end),
        found.earliest,
        found.latest,
        found.granularity,
        found.basis,
        _is_planned(found, document.published),
        names,
    )


def _is_planned(found: TimeExpression, published: date | None) -> bool:
    """Whether the date was still to come: after publication, or not before it and spoken of with "will"."""
    if published is None:
        return found.tense == "future"
    if found.earliest is not None and found.earliest > published:
        return True
    return found.tense == "future" and (found.latest is None or found.latest >= published)


def _undated(
    document: Document,
    number: int,
    sentences: Sequence[Sentence],
    events: Sequence[FoundEvent],
    names: tuple[str, ...],
) -> FoundEvent | None:
    """Return the event of a sentence without a date of its own, if it goes on from the one before or announces a meeting."""
    sentence = sentences[number]
    text = document.text[sentence.start : sentence.end]
    before = events[-1] if events else None
    if (
        before is not None
        and before.sentence == number - 1
        and sentences[number - 1].paragraph == sentence.paragraph
        and before.granularity != "vague"
        and _AFTERWARDS.match(text)
    ):
        return FoundEvent(
            number, sentence.start, sentence.end, None, before.earliest, before.latest, before.granularity, "inherited",
            before.planned, names,
        )  # fmt: skip
    if names and _PLAN.search(text) and _MEETING.search(text):
        basis: Basis = "published" if document.published else "unresolved"
        return FoundEvent(
            number, sentence.start, sentence.end, None, document.published, None, "vague", basis, True, names
        )
    return None

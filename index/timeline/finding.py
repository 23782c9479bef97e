"""Events of a document: sentences that say something happened, was said, decided or is planned on a date."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.language.boilerplate import after_label, after_what_is_glued, is_boilerplate
from index.language.dates import TimeExpression, joined_ranges
from index.language.english.events.clauses import clause_spans
from index.language.english.events.cues import (
    AFTERWARDS,
    CONTRACTED,
    NAMED_PLAN,
    OF_THOSE_WHO_TALK,
    OF_US,
    OF_YOU,
    PLAN,
    RUMOUR,
)
from index.language.english.events.in_passing import is_in_passing
from index.language.english.events.in_person import is_only_of_those_who_talk, tells_nothing_new
from index.language.english.events.judging import announces, status_of
from index.language.english.events.narrowing import narrowed
from index.language.english.events.planning import is_goal, is_planned
from index.language.english.events.spoken_of import is_only_spoken_of
from index.language.english.events.talk import is_intention, is_talk
from index.language.english.events.told import MEETING, Told
from index.language.english.events.windows import tells_within
from index.language.english.people.names import names_of_clause
from index.language.english.speech.verb_pattern import SPEECH_CUES
from index.language.findings import PlacedName
from index.language.known import known_languages
from index.language.languages import Languages
from index.language.quotation_marks import QuotedSpan
from index.model import Basis, Document, Granularity, Part, Sentence, Span, Undone
from index.timeline.dated_sentences import (
    MOST_DATES,
    after_number,
    by_sentence,
    dates_of,
    is_of_a_date,
    out_of_older,
    paragraphs_of_questions,
    says_something,
    without_participle,
)
from index.timeline.doubted import (
    is_of_unsure_year,
    is_out_of_date,
    lies_ahead,
    names_its_year,
    without_retold,
)
from index.timeline.rows import DatedRows
from index.timeline.stamps import ShortNews, Stamps, moments
from index.timeline.wording import Wording

_REPORT = re.compile(rf"\b(?:{SPEECH_CUES})\b")
"""A clause that says who said it when: what was said is what the event is about."""
_WORD = re.compile(r"\w")
_NEAR = 80
"""Characters behind the words of a plan in which what is planned is named."""


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
    clause: Span | None = None
    undone: Undone | None = None


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression] | None = None,
    quoted: Sequence[QuotedSpan] | None = None,
    day_at: Callable[[int], date | None] | None = None,
    languages: Languages | None = None,
) -> tuple[FoundEvent, ...]:
    """Find the events of ``document``, whose sentences are ``sentences``, in the order of the text.

    ``times`` are its time expressions and ``quoted`` its quoted spans, found here when they are not given; ``day_at`` gives
    the day on which the words at a place were written, else it is that of publication; ``languages`` are those that are
    known, else those that come with Parley.

    A sentence that names several dates is an event of each, told by the clause that the date belongs to; a date of
    comparison, of a mere possibility or of what is denied is of none. What is no English prose and what a reporter asks are
    left alone. Durations, sets and mere "now" and "recently" date nothing. A sentence that goes on from the one before
    ("After the meeting, ...") has its date; one that announces a meeting without a date is planned for some day after
    publication. The words of a sentence that stands in a quotation are those of the whole quotation.
    What an entry of a live blog tells first is an event of the minute of that entry, where it names no other date. A row of
    a table is an event of the date that is one of its cells.
    """
    written = day_at if day_at is not None else lambda position: document.published
    headings = moments(document, sentences)
    languages = languages or known_languages()
    if times is None:
        times = languages.find_times(document.text, document.published)
    stamps = Stamps(document)
    expressions = [one for one in joined_ranges(document.text, times) if not stamps.hold(one.start)]
    dated = by_sentence(document.text, expressions, sentences)
    if not any(dated) and not headings and not PLAN.search(document.text):
        return ()
    known = languages.are_known(document.text, sentences)
    bare = [
        _bare(document.text, stamps.behind(sentence)) if found else stamps.behind(sentence)
        for sentence, found in zip(sentences, dated, strict=True)
    ]
    asked = paragraphs_of_questions(document.text, sentences)
    names = [
        tuple(
            without_participle(name)
            for name in placed
            if not CONTRACTED.match(name.name) and not is_of_a_date(name, times_of)
        )
        for placed, times_of in zip(languages.placed_names(document.text, bare), dated, strict=True)
    ]
    events: list[FoundEvent] = []
    rows = DatedRows(document)
    short_news = ShortNews(document)
    rewritten = is_out_of_date(document.text, expressions, document.published)
    ends = {part.end for part in document.structure if part.label == "message"}
    for number, (sentence, found) in enumerate(zip(sentences, dated, strict=True)):
        text = document.text[sentence.start : sentence.end]
        row = rows.around(sentence.start)
        if row is not None:
            date_cell = rows.date_of(row, found)
            if date_cell is not None:
                events.append(_of_the_row(number, row, date_cell, names[number], written(row.start)))
            continue
        if not known[number] or sentence.paragraph in asked:
            continue
        if (found or PLAN.search(text)) and is_boilerplate(text):
            continue
        ended = sentence.end in ends
        if found and says_something(document.text[bare[number].start : sentence.end], ended=ended):
            day = written(sentence.start)
            short = short_news.holds(sentence.start)
            events += _dated(
                document, number, bare[number], found[:MOST_DATES], names[number], day,
                is_short_news=short, is_rewritten=rewritten,
            )  # fmt: skip
        elif not found:
            day = written(sentence.start)
            event = _undated(document, number, sentences, events, names[number], day)
            if (
                event is None
                and number in headings
                and day is not None
                and says_something(text)
                and not RUMOUR.search(text)
            ):
                event = _of_the_minute(number, bare[number], names[number], day)
            if event is not None:
                events.append(event)
    if document.published is not None:
        # "That night": a text that has a day has told none that it could be.
        events = [event for event in events if event.earliest is not None or event.latest is not None]
    if not events:
        return ()
    wording = Wording(document.text, sentences, quoted)
    spans = {number: wording.span_of(number) for number in {event.sentence for event in events}}
    told = ((event, spans[event.sentence]) for event in events)
    return tuple(
        event if rows.around(event.start) else _worded(document.text, event, stamps.after(span))
        for event, span in told
        if span is not None
    )


def _bare(text: str, sentence: Sentence) -> Sentence:
    """Return the sentence without what is glued to its front and without the name of a transcript's speaker."""
    start = after_number(text, after_what_is_glued(text, (sentence.start, sentence.end)))
    return Sentence(after_label(text, (start, sentence.end)), sentence.end, sentence.paragraph)


def _worded(text: str, event: FoundEvent, span: Span) -> FoundEvent:
    """Return the event with the words that tell it, without a headline, credit or dateline that is glued to them."""
    start = after_number(text, after_what_is_glued(text, span))
    if event.when is not None:
        start = min(start, event.when[0])
    clause = event.clause
    rest = text[start : clause[0]] + text[clause[1] : span[1]] if clause else ""
    # Who said it when does not stand apart from words in quotation marks: both are one report.
    whole = (
        clause is None
        or not _WORD.search(rest)
        or (('"' in rest or "”" in rest) and _REPORT.search(text, *clause))
    )
    return replace(event, start=start, end=span[1], clause=None if whole else event.clause)


def _of_the_minute(number: int, sentence: Sentence, placed: Sequence[PlacedName], day: date) -> FoundEvent:
    names = tuple(dict.fromkeys(name.name for name in placed))
    return FoundEvent(number, sentence.start, sentence.end, None, day, day, "time", "published", False, names)


def _of_the_row(
    number: int, row: Part, found: TimeExpression, placed: Sequence[PlacedName], written: date | None
) -> FoundEvent:
    names = tuple(dict.fromkeys(name.name for name in placed))
    planned = written is not None and found.earliest is not None and found.earliest > written
    return FoundEvent(
        number, row.start, row.end, (found.start, found.end), found.earliest, found.latest, found.granularity, found.basis,
        planned, names,
    )  # fmt: skip


def _dated(
    document: Document,
    number: int,
    sentence: Sentence,
    found: Sequence[TimeExpression],
    names: Sequence[PlacedName],
    written: date | None,
    *,
    is_short_news: bool,
    is_rewritten: bool,
) -> Iterator[FoundEvent]:
    """Yield the events of a sentence with dates: one for each date that a clause of it is of, that of a dateline left out."""
    text, bounds = document.text, (sentence.start, sentence.end)
    found = without_retold(text, [item for item in found if item.start >= sentence.start])
    clauses = clause_spans(text, bounds, [(item.start, item.end) for item in found])
    clauses = out_of_older(text, bounds, found, clauses)
    clause_of = dict(zip((item.start for item in found), clauses, strict=True))
    kept = list(dates_of(found, clause_of))
    for item in kept:
        clause = clause_of[item.start]
        told = Told(text, bounds, clause, item, alone=len(kept) == 1)
        clause = narrowed(text, clause, item, written)
        told = replace(told, clause=clause)
        place = item.start - clause[0]
        actors = names_of_clause(text, names, bounds if _REPORT.search(text, *clause) else clause)
        # A message or an entry tells what is new in a line: it is talk only where somebody speaks of himself or to another.
        if not (is_short_news and not OF_THOSE_WHO_TALK.search(told.words)) and is_talk(
            told.words, place, item.end - item.start, names=bool(actors)
        ):
            continue
        if is_goal(item, written, told.words, place) or is_of_unsure_year(text, item, written):
            continue
        if tells_nothing_new(told.words, names=bool(actors)):
            continue
        if not actors and is_only_of_those_who_talk(told.words, place, item.end - item.start):
            continue
        planned = is_planned(item, written, told.words, place)
        if planned and item.tense == "past" and lies_ahead(item, written):
            if not names_its_year(text, item):
                continue
            planned = not is_rewritten
        if is_rewritten:
            if not names_its_year(text, item):
                continue  # whatever is counted from a day of publication that is not that of the words
            planned = planned and item.tense == "future"
        if (
            is_only_spoken_of(told)
            or is_in_passing(told, planned=planned)
            or (_is_a_window(item) and not tells_within(told, planned=planned))
        ):
            continue
        status = status_of(told, planned=planned)
        if status is None or (status == "planned" and is_intention(told.words, place)):
            continue
        yield FoundEvent(
            number,
            *bounds,
            (item.start, item.end),
            item.earliest,
            item.latest,
            item.granularity,
            item.basis,
            status == "planned",
            actors,
            clause,
            None if status == "planned" or status == "happened" else status,
        )


def _is_a_window(item: TimeExpression) -> bool:
    """Whether a date is a stretch about now, and not one that cannot be told."""
    return item.granularity == "vague" and item.basis != "unresolved"


def _plan_of(text: str) -> re.Match[str] | None:
    """Return the words that tell a plan, not those that name one: "the best plan to correct it"."""
    for plan in PLAN.finditer(text):
        if not NAMED_PLAN.search(text, max(0, plan.start() - _NEAR), plan.end()):
            return plan
    return None


def _undated(
    document: Document,
    number: int,
    sentences: Sequence[Sentence],
    events: Sequence[FoundEvent],
    placed: Sequence[PlacedName],
    written: date | None,
) -> FoundEvent | None:
    """Return the event of a sentence without a date of its own, if it goes on from the one before or announces a meeting."""
    sentence = sentences[number]
    text = document.text[sentence.start : sentence.end]
    names = tuple(dict.fromkeys(name.name for name in placed))
    before = events[-1] if events else None
    if (
        before is not None
        and before.sentence == number - 1
        and sentences[number - 1].paragraph == sentence.paragraph
        and before.granularity != "vague"
        and AFTERWARDS.match(text)
    ):
        return FoundEvent(
            number, sentence.start, sentence.end, None, before.earliest, before.latest, before.granularity, "inherited",
            before.planned, names,
        )  # fmt: skip
    plan = None if text.rstrip('"”’').endswith("?") else _plan_of(text)
    if (
        names
        and plan
        and MEETING.search(text)
        and announces(text)
        and not OF_US.search(text[: plan.start()])
        and not OF_YOU.search(text)
    ):
        basis: Basis = "published" if written else "unresolved"
        return FoundEvent(
            number, sentence.start, sentence.end, None, written, None, "vague", basis, True, names
        )
    return None

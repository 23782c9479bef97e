"""Time expressions of a text, with TIMEX3 types and values and the days that the words support."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from index.language.dates.expressions import find_expressions
from index.language.dates.known_days import KnownDays
from index.language.dates.neighbours import Before, Neighbours
from index.language.dates.numeric_order import NumericOrder
from index.language.dates.resolution import Resolved, Resolver, Type
from index.language.dates.rules.grammar import Tokens, tokenise
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Counted, Dated, Meaning
from index.language.dates.rules.runs import Found
from index.language.dates.story import tellings
from index.language.dates.tense import Tense, ends_a_span, sentence_begins, tense_of
from index.language.english.telling import english_paragraphs
from index.language.sentences import paragraphs
from index.model import Basis, Granularity, Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: ``text[start:end]``, with its TIMEX3 ``type`` and ``value``.

    ``earliest`` and ``latest`` are the first and last day that the words support, inclusive; None is a side on which they
    set no bound. Durations that hang on no date and sets have neither. ``tense`` is what the verbs around it say. ``hours``
    are those that it lies before (negative) or behind the moment of writing, where the words count them from there.
    """

    start: int
    end: int
    type: Type
    value: str
    earliest: date | None
    latest: date | None
    granularity: Granularity
    basis: Basis
    tense: Tense = "unknown"
    hours: float | None = None


def find_time_expressions(
    text: str, published: date | None, english: Callable[[Sequence[Span]], Sequence[bool]] | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text and resolve them.

    Args:
        text: any text, of any length; the time taken grows linearly with it.
        published: the day it was published, None when that is not known. Relative expressions then stay unresolved
            (``basis`` says so) unless the text itself gives a date to count from.
        english: tells which of the paragraphs at some spans are English, where that is known otherwise than from the text.

    Returns:
        The expressions of the paragraphs that are English, in the order of the text, none overlapping another. Never raises.
    """
    tokens = tokenise(text)
    spans = paragraphs(text)
    found = [item for item in find_expressions(tokens) if not _is_no_date(tokens, item)]
    found = [item for place, item in enumerate(found) if not _is_taken_back(tokens, found, place)]
    found = _in_english(tokens, found, spans, english or partial(english_paragraphs, text))
    paragraph_of = _paragraphs_of(tokens, found, spans)
    telling = tellings(found, paragraph_of, published)
    resolver = Resolver(published)
    beside = Neighbours(tokens, found, published)
    known = KnownDays(tokens, found, published)
    order = NumericOrder(tokens, found, published)
    before: Before | None = None
    expressions = []
    for place, item in enumerate(found):
        if place and sentence_begins(tokens, found[place - 1].last, item.first):
            resolver.story.begin_sentence()
        if place and paragraph_of[place] != paragraph_of[place - 1]:
            resolver.begin_paragraph(narrative=telling[place] != "news")
        tense = tense_of(tokens, item)
        item = found[place] = order.read(item, tense)
        ahead = tense == "future" and (telling[place] == "recalled" or not ends_a_span(tokens, item))
        resolver.narrative = published is None or (telling[place] != "news" and not ahead)
        tense = beside.tense(place, tense, before)
        meaning = beside.meaning(place, tense, before)
        account = telling[place] == "account" and resolver.story.year is not None
        since = resolver.story.year is not None and tokens.word(item.first - 1) == "since"
        reached = replace(resolver.story) if account or since else resolver.story
        year = beside.year(place) or (
            known.year_of_late(item, resolver.story.year) if resolver.narrative else known.year(item, tense)
        )
        resolved = resolver.resolve(meaning, tense, year, beside.end(place))
        # What was planned for a later day, or lasted until then, is not told yet.
        if since or (account and (tense == "future" or _is_ahead(resolved, published))):
            resolver.story = reached
        before = Before(resolved.stretch, tense)
        expressions.append(
            TimeExpression(
                tokens.starts[item.first],
                tokens.ends[item.last - 1],
                resolved.type,
                resolved.stretch.value,
                resolved.stretch.earliest,
                resolved.stretch.latest,
                resolved.stretch.granularity,
                resolved.basis,
                tense,
                resolved.hours,
            )
        )
    _give_clocks_their_day(tokens, found, expressions)
    return tuple(expressions)


def _is_ahead(resolved: Resolved, published: date | None) -> bool:
    earliest = resolved.stretch.earliest
    return published is not None and earliest is not None and earliest > published


def _give_clocks_their_day(tokens: Tokens, found: list[Found], expressions: list[TimeExpression]) -> None:
    """Give a bare time of day the day that follows it: "at 00:00 (Kyiv time) on 15 February 2025", "6 p.m. (1500 GMT) Friday"."""
    given: set[int] = set()
    for place in range(len(found) - 2, -1, -1):
        item, day = expressions[place], expressions[place + 1]
        if not _is_bare_clock(found[place].meaning) or day.earliest is None:
            continue
        gap = tokens.symbols[found[place].last : found[place + 1].first]
        in_brackets = tokens.symbol(found[place + 1].first - 1) == SYMBOL["OPEN"]
        if not (day.granularity == "day" or (place + 1 in given and in_brackets)):
            continue
        said = (
            in_brackets or tokens.symbol(found[place + 1].first - 1) == SYMBOL["ON"] or gap in _BESIDE_A_DAY
        )
        if (
            said
            and len(gap) <= _CLOCK_TO_DAY
            and not sentence_begins(tokens, found[place].last, found[place + 1].first)
        ):
            value = f"{day.value[:10]}T{item.value.partition('T')[2]}"
            expressions[place] = replace(
                item, value=value, earliest=day.earliest, latest=day.latest, basis=day.basis
            )
            given.add(place)


def _is_bare_clock(meaning: Meaning) -> bool:
    return (
        isinstance(meaning, Dated)
        and meaning.clock is not None
        and meaning.month is None
        and meaning.weekday is None
    )


_CORRECTION = 6
"""Tokens up to which words stand between a day and the one that corrects it."""
_CORRECTING = frozenset("pardon sorry excuse correction rather apologies".split())


def _is_marked(tokens: Tokens, item: Found) -> bool:
    return tokens.symbol(item.last) in (SYMBOL["DASH"], SYMBOL["COMMA"], SYMBOL["OPEN"])


def _is_taken_back(tokens: Tokens, found: Sequence[Found], place: int) -> bool:
    """Whether a speaker corrects a day at once.

    "today" of "came out today — yesterday, I should say", "October 6th" of "on October 6th — pardon me, October 7".
    """
    if place + 1 >= len(found):
        return False
    item, following = found[place], found[place + 1]
    gap = following.first - item.last
    if gap <= _CORRECTION and any(tokens.word(item.last + place) in _CORRECTING for place in range(1, gap)):
        return _is_marked(tokens, item) and type(item.meaning) is type(following.meaning)
    if tokens.symbols[item.last : following.first] != SYMBOL["DASH"]:
        return False
    days = [
        meaning.sign * (meaning.count or 0)
        for meaning in (item.meaning, following.meaning)
        if isinstance(meaning, Counted) and (meaning.unit, meaning.anchor) == ("D", "published")
    ]
    return len(days) == 2 and days[0] != days[1]


_ADDRESS = re.compile(r"(?:https?://|www\.)\S*\Z")
_IN_ADDRESS = frozenset("/-_=.%&#+,:~?")
"""What may stand before a number or word inside a web address: "%20March%2012"."""
_LONGEST_ADDRESS = 300
"""Characters of an address before a date that may be part of it; chosen: a bound on the work."""
_PAPER = re.compile(r"(?:Today|This Week|Tonight)\Z")
_CAPITAL_BEFORE = re.compile(r"[A-Z]\w*[a-zA-Z]\s\Z")
_NO_NAME_BEFORE = re.compile(
    r"\b(?:But|And|So|Earlier|Later|Early|Late|Also|Until|From|Since|By|On|In|As|Only|Just|Even)\s\Z"
)


def _is_no_date(tokens: Tokens, item: Found) -> bool:
    """Whether the words are a part of a longer word, of a web address or of the name of a paper.

    What is struck through was corrected. "1920px", "https://news.example/2025-02-14/talks", "USA Today".
    """
    text, start, end = tokens.text, tokens.starts[item.first], tokens.ends[item.last - 1]
    if text[start:end].isdecimal() and text[end : end + 1].isalpha():
        return True
    if text[end : end + 4] == "</s>":
        return True
    if text[start - 2 : start] == '="':
        return True
    if start and text[start - 1] in _IN_ADDRESS:
        return _ADDRESS.search(text[max(0, start - _LONGEST_ADDRESS) : start]) is not None
    if text[start:end] == "This Week" and text[start - 1 : start] in ('"', "“"):
        return True
    before = text[max(0, start - 20) : start]
    return bool(
        _PAPER.match(text[start:end])
        and _CAPITAL_BEFORE.search(before)
        and not _NO_NAME_BEFORE.search(before)
    )


def _in_english(
    tokens: Tokens,
    found: list[Found],
    spans: Sequence[Span],
    tell: Callable[[Sequence[Span]], Sequence[bool]],
) -> list[Found]:
    """Return the expressions that stand in English paragraphs: what others say is not understood."""
    if not found:
        return found
    paragraph_of = _paragraphs_of(tokens, found, spans)
    numbers = sorted(set(paragraph_of))
    told = tell([spans[number] for number in numbers])
    english = dict(zip(numbers, told, strict=True))
    return [item for item, number in zip(found, paragraph_of, strict=True) if english[number]]


def _paragraphs_of(tokens: Tokens, found: Sequence[Found], spans: Sequence[Span]) -> list[int]:
    """Return the number of the paragraph that each expression stands in."""
    ends = [end for _, end in spans]
    return [bisect_left(ends, tokens.ends[item.last - 1]) for item in found]


_BESIDE_A_DAY = frozenset(("", SYMBOL["COMMA"], SYMBOL["CLOSE"]))
"""What may stand between a time of day and its day without "on"."""
_CLOCK_TO_DAY = 8
"""Tokens between a time of day and the day that it is of: "(Kyiv time) on"."""

"""Which sentences of a document may tell an event, and which of their dates."""

import operator
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from index.language.boilerplate import is_question
from index.language.dates import TimeExpression
from index.language.dates.rules.lexicon import ZONES
from index.language.english.events.clauses import FINITE_VERB
from index.language.english.events.cues import CLOCK_ALONE, JOINED_PARTICIPLE
from index.language.findings import PlacedName
from index.model import Granularity, Sentence, Span

_START = operator.attrgetter("start")
_FEWEST_WORDS = 4
"""Words from which a sentence says something; chosen: three are a heading or a date alone."""
MOST_DATES = 100
"""Time expressions of a sentence that are looked at: one with more is a table."""
_SENTENCE_END = re.compile(r"[.!…。！][\"'”’»)\]]*\Z")
"""A table row, a heading or a dateline ends in none of these, and a question says of nothing that it happened."""
_ITEM_END = re.compile(r"[,;:]\Z")
"""What a clause of a resolution ends in, or the sentence before a list."""
_FEWEST_WORDS_OF_ITEM = 6
"""Words from which an item of a list does; chosen: a shorter one is a name or a place."""
_IN_AN_ADDRESS = re.compile(r"(?:https?://|www\.|%[0-9A-F]{2})[^\s()<>]*\Z")
"""What stands right before a number or month that is a part of a web address."""
_LONGEST_ADDRESS = 600
"""Characters of an address before what looks like a date in it; chosen: addresses that quote a page's text are long."""
_A_YEAR_FIRST = re.compile(r"\d{4}-")
"""What the value of a day of the calendar begins with."""
_NUMBERED = re.compile(
    r"(?:article|section|chapter|annex|part|rule|clause|paragraph)[ \t]+(?:\d{1,4}|[ivxlc]{1,7})[.:]?[ \t]*\n\s*(?=\S)",
    re.IGNORECASE,
)
"""The number of an article, in a line of its own before its words."""
_FINEST: dict[Granularity, int] = {
    "time": 0, "day": 1, "week": 2, "month": 3, "season": 4, "quarter": 5, "year": 6, "decade": 7, "vague": 8,
}  # fmt: skip


def after_number(text: str, start: int) -> int:
    """Return where the words begin behind the number of an article that stands in a line of its own: "Article 4"."""
    number = _NUMBERED.match(text, start)
    return number.end() if number else start


def paragraphs_of_questions(text: str, sentences: Sequence[Sentence]) -> set[int]:
    """Return the numbers of the paragraphs that a reporter says: what is asked is no report."""
    found: set[int] = set()
    number = 0
    for sentence in sentences:
        if sentence.paragraph != number and is_question(text[sentence.start : sentence.end]):
            found.add(sentence.paragraph)
        number = sentence.paragraph
    return found


def without_participle(name: PlacedName) -> PlacedName:
    """Return the name without a participle that is joined to it: "US" of "the US-brokered deal"."""
    bare = JOINED_PARTICIPLE.sub("", name.name)
    return replace(name, name=bare) if bare and bare != name.name else name


_NEAR_BY = frozenset(("week", "month"))
"""Dates of which another clause may tell something else than of the day in them."""


def is_of_a_date(name: PlacedName, times: Sequence[TimeExpression]) -> bool:
    """Whether what looks like a name is a word of a date, one of ``times`` in order: "Wednesday" of "Wednesday's ruling",
    "GMT"."""
    if name.name.lower() in ZONES:
        return True
    place = bisect_right(times, name.start, key=_START) - 1
    time = times[place] if place >= 0 else None
    return time is not None and name.start < time.end and len(name.name) <= time.end - time.start


def by_sentence(
    text: str, expressions: Sequence[TimeExpression], sentences: Sequence[Sentence]
) -> list[list[TimeExpression]]:
    """Return, for each sentence, the expressions in it that may date something, in their order."""
    found: list[list[TimeExpression]] = [[] for _ in sentences]
    place = 0
    for expression in expressions:
        while place < len(sentences) and sentences[place].end <= expression.start:
            place += 1
        if place == len(sentences):
            break
        if sentences[place].start <= expression.start and _dates_something(text, expression):
            found[place].append(expression)
    return found


def _dates_something(text: str, expression: TimeExpression) -> bool:
    glued = not text[expression.start - 1 : expression.start].isspace()
    if glued and _IN_AN_ADDRESS.search(text, max(0, expression.start - _LONGEST_ADDRESS), expression.start):
        return False
    if text[expression.start : expression.end].endswith("period"):
        return False
    if expression.granularity == "time" and expression.basis != "explicit":
        # A bare time of day would have to borrow its day from another sentence.
        return not CLOCK_ALONE.match(text[expression.start : expression.end])
    if expression.type == "SET" or expression.value.endswith("_REF"):
        return expression.granularity != "vague"
    if expression.earliest is None and expression.latest is None and _A_YEAR_FIRST.match(expression.value):
        return False  # a day that no calendar has: "Feb. 30"
    if expression.type == "DURATION":
        return expression.earliest is not None or expression.latest is not None
    return True


def says_something(text: str, *, ended: bool = False) -> bool:
    """Whether ``text`` is a sentence; ``ended`` is whether a message ends with it, which needs no stop."""
    words = text.count(" ") + 1
    if words < _FEWEST_WORDS or text.isupper():
        return False
    if _SENTENCE_END.search(text) or (ended and text[-1] not in "?:,;" and FINITE_VERB.search(text)):
        return True
    letters = [word for word in text.split() if word[0].isalpha()]
    lower = sum(word[0].islower() for word in letters)
    return words >= _FEWEST_WORDS_OF_ITEM and bool(_ITEM_END.search(text)) and 2 * lower >= len(letters)


def dates_of(found: Sequence[TimeExpression], clause_of: Mapping[int, Span]) -> Iterator[TimeExpression]:
    """Yield an expression for each date that a sentence names: the first and finest where one of its clause holds another.

    Vague ones speak only where their clause has no other. ``clause_of`` gives the clause of the expression that starts
    at a place.
    """
    kept: list[TimeExpression] = []
    for expression in sorted(found, key=lambda item: (_FINEST[item.granularity], item.start)):
        if any(
            _holds(expression, other)
            and (clause_of[expression.start] == clause_of[other.start] or _is_told_twice(expression, other))
            for other in kept
        ):
            continue
        clauses = {clause_of[other.start] for other in kept}
        if expression.granularity == "vague" and clause_of[expression.start] in clauses:
            continue
        kept.append(expression)
    yield from sorted(kept, key=lambda item: item.start)


def _is_told_twice(wide: TimeExpression, narrow: TimeExpression) -> bool:
    """Whether a date of another clause is the same one, or one so wide that it tells nothing beside the other."""
    return (wide.earliest, wide.latest) == (
        narrow.earliest,
        narrow.latest,
    ) or wide.granularity not in _NEAR_BY


def _holds(wide: TimeExpression, narrow: TimeExpression) -> bool:
    if wide.earliest is None or wide.latest is None or narrow.earliest is None or narrow.latest is None:
        return wide.earliest == narrow.earliest and wide.latest == narrow.latest
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest

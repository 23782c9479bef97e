"""The points of an answer of several excerpts: chosen one after another, and the documents that are told of as a whole."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.language.english.frame_words import OUTCOME
from index.language.patterns import late
from index.model import Answer, Together
from index.requests import Filters, Period
from index.search.searcher import Searcher
from index.storage.documents import rows_titled

NAMED = 0.75
"""The share of the thing's words that a sentence has itself, or the title of its document, where it is a point of it."""

OWN = 0.55
"""From this weight on, a word stands for one of the thing's words."""

TURN_REACH = 1_500
"""Characters before a sentence in which the label of its turn is looked for; chosen: reporters ask in two or three paragraphs."""

TURN_LABELS = late(
    r"(?:\A|\n)[ \t]*+[*_]{0,2}([A-Z][A-Z.'’-]{0,30}(?: [A-Z][A-Z.'’-]{0,30}){0,5})(?::|[*_]{1,2}|  )"
)
"""The label of a turn at the beginning of a line: "Q   ", "QUESTION:", "SENIOR ADMINISTRATION OFFICIAL:"."""

FEWEST = 2
"""Points that make an answer of several; chosen: one is an answer of its own."""

_RELEVANCE = 0.6
"""How much the worth of a sentence counts beside what it adds; chosen, as in most uses of MMR."""

_SAME = 0.5
"""Two sentences with this share of their words in common, the thing's own words aside, make one point; chosen."""

_NEW = 2
"""Words that a point says and none before it; chosen: a subject and what it does."""


_OF_AN_OUTCOME = 0.3
"""How much of its place a sentence keeps that tells what came out; chosen: the fifteenth is as the fifth."""

_TITLED = 3
"""Documents whose titles name the thing that are told of at most; chosen: two points of each fit one card."""

_WORDS_OF_A_TITLE = 2
"""Words of the thing asked about that a title must have for its document to be about it; chosen."""


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """A sentence that is a point; ``worth`` is how far it is below the best of its ranking."""

    candidate: Candidate
    worth: float
    covered: float
    terms: frozenset[str]
    names: frozenset[str]


def chosen_points(points: list[Point], kind: Together, limit: int) -> list[Point]:
    """Return at most ``limit`` points, each of which adds something to those before it, in the order chosen."""
    if not points:
        return []
    worths = [point.worth for point in points]
    lowest, breadth = min(worths), max(max(worths) - min(worths), 1e-9)
    chosen: list[Point] = []
    left = list(points)
    while left and len(chosen) < limit:
        said = frozenset[str]().union(*(point.terms for point in chosen))
        named = frozenset[str]().union(*(point.names for point in chosen))
        left = [
            one
            for one in left
            if _adds(one, kind, said, named) and not any(_same(one, two) for two in chosen)
        ]
        if not left:
            break
        best = max(
            left,
            key=lambda one: (
                _RELEVANCE * (one.worth - lowest) / breadth
                - (1 - _RELEVANCE) * max((_likeness(one, two) for two in chosen), default=0.0)
            ),
        )
        chosen.append(best)
        left.remove(best)
    return chosen


def _adds(point: Point, kind: Together, said: Collection[str], named: Collection[str]) -> bool:
    if kind == "participants" and point.names <= frozenset(named):
        return False
    return len(point.terms.difference(said)) >= _NEW


def _same(one: Point, other: Point) -> bool:
    if (
        one.candidate.row == other.candidate.row
        and one.candidate.sentence.ordinal == other.candidate.sentence.ordinal
    ):
        return True
    return len(one.terms & other.terms) > _SAME * min(len(one.terms), len(other.terms))


def _likeness(one: Point, other: Point) -> float:
    return len(one.terms & other.terms) / max(1, min(len(one.terms), len(other.terms)))


def when_told(point: Point) -> tuple[date, int, int]:
    """Return what points are put in the order of time by: the day of the document, and the place in it."""
    one = point.candidate
    return one.document.published or date.max, one.row, one.sentence.span.start


def place_of(point: Point) -> tuple[int, int]:
    """Return the document's row and the number of the sentence."""
    return point.candidate.row, point.candidate.sentence.ordinal


def first_told(points: list[Point]) -> list[Point]:
    """Return the points of one document with the first it tells worth most: a report says first what matters. What is spoken
    in turns begins with the rules of the call, and stays as it was ranked."""
    if not points or TURN_LABELS.search(points[0].candidate.document.text[:TURN_REACH]):
        return points
    return [replace(point, worth=-_place_told(point.candidate)) for point in points]


def _place_told(candidate: Candidate) -> float:
    """Return how late in its document a sentence stands; what came out counts as told earlier than it is."""
    span = candidate.sentence.span
    came_out = OUTCOME.search(candidate.document.text, span.start, span.end) is not None
    return candidate.sentence.ordinal * (_OF_AN_OUTCOME if came_out else 1.0)


def rows_about(searcher: Searcher, ranking: Ranking, filters: Filters) -> list[int]:
    """Return the rows of the documents whose titles name the thing asked about, the shortest titles first; of none where one
    word alone is asked about, which titles have by chance."""
    matcher, question = ranking.matcher, ranking.question
    # Its day is told by the document's own, and by no title.
    terms = [term for term in matcher.terms if term not in question.dated]
    if len(terms) < _WORDS_OF_A_TITLE:
        return []
    if question.period is not None and not filters.published.bounded:
        filters = replace(filters, published=Period(*question.period))
    exactly = rows_titled(searcher.db, terms, filters, _TITLED)
    if exactly:
        return exactly
    named = {
        one.row: (matcher.coverage([float(held >= OWN) for held in one.title.best]), -one.title.length)
        for one in reversed(ranking.candidates)
    }
    # Of documents that are named alike the one with the best sentence is first.
    best = max(reversed(named), key=lambda row: named[row], default=None)
    return [best] if best is not None and named[best][0] >= NAMED else []


def speaks_of(searcher: Searcher, answer: Answer, about: str) -> bool:
    """Tell whether the first excerpt, or its document's title, has a word of what sides are compared in, where it is said."""
    wanted = frozenset(searcher.analyzer.terms(about))
    if not wanted or not answer.answered:
        return True
    first = answer.excerpts[0]
    return not wanted.isdisjoint(searcher.analyzer.terms(f"{first.document.names} {first.text}"))


def begins_with(answer: Answer, other: Answer) -> bool:
    """Tell whether the answer's first excerpt shows the words of the first of ``other``."""
    if not answer.answered or not other.answered:
        return False
    first, point = answer.excerpts[0], other.excerpts[0]
    return first.document.id == point.document.id and first.start <= point.start and point.end <= first.end

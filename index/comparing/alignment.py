"""Which clause of one document is which of the other: the same words first, then the most alike.

What is alike is looked for by pairs of neighbouring words, the rare ones first, so that long documents are not compared clause
with clause.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.comparing.clauses import Clause
from index.language.tokens import Analyzer
from index.model import Span

ALIKE = 0.45
"""Share of their neighbouring words that two clauses must have in common to be versions of one another."""

ALIKE_AT_ONE_PLACE = 0.25
"""The same where both bear the same number or stand between the same clauses; there the share of their terms will do as well."""

DIVIDED = 0.7
"""Share of the neighbouring words of a clause that another must have lost for the one to be a piece of it; chosen: a piece that
is put elsewhere gets another beginning or end."""

_FEWEST_OF_PIECE = 4
"""Words of a piece of a divided clause; chosen: two or three stand in many clauses."""

SAME_NAME = 0.2
"""How much more alike two clauses are that bear the same number."""

_COMMON = 40
"""Clauses that a pair of words may stand in and still be looked for."""

_TRIED = 12
"""Clauses of the other document that one is compared with."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of one document and what it is in the other, by their places; none where it has none there, and several where it
    was divided or several were made one."""

    before: range
    after: range
    moved: bool = False


def align(before: Sequence[Clause], after: Sequence[Clause]) -> tuple[Pair, ...]:
    """Return the pairs in the order of ``after``, those that were removed where they stood."""
    partner = _same_words(before, after)
    _most_alike(before, after, partner)
    _at_one_place(before, after, partner)
    back = {other: place for place, other in partner.items()}
    pieces = _pieces(before, after, back)
    made_one = _pieces(
        after, before, {place: other for place, other in partner.items() if other not in pieces}
    )
    return _in_order(len(before), len(after), partner, pieces, made_one)


def _same_words(before: Sequence[Clause], after: Sequence[Clause]) -> dict[int, int]:
    """Pair the clauses with the same words, by place in ``after``: first those that each document has once, then of several
    the one that stands where the clause before would have it."""
    there: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, clause in enumerate(before):
        there[clause.said].append(place)
    repeated = Counter(clause.said for clause in after)
    partner = {
        place: there[clause.said].pop()
        for place, clause in enumerate(after)
        if repeated[clause.said] == 1 and len(there.get(clause.said, ())) == 1
    }
    expected = 0
    for place, clause in enumerate(after):
        held = there.get(clause.said)
        if place not in partner and held:
            near = bisect_left(held, expected)
            if near == len(held) or (near and expected - held[near - 1] < held[near] - expected):
                near -= 1
            partner[place] = held.pop(near)
        expected = partner.get(place, expected) + 1
    return partner


def _most_alike(before: Sequence[Clause], after: Sequence[Clause], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, clause in enumerate(before):
        if place not in taken:
            for pair in set(_pairs(clause)):
                holding[pair].append(place)
    found: list[tuple[float, int, int]] = []
    for place, clause in enumerate(after):
        if place in partner:
            continue
        shared: Counter[int] = Counter()
        for pair in set(_pairs(clause)):
            held = holding.get(pair, ())
            if len(held) <= _COMMON:
                shared.update(held)
        for other, _ in shared.most_common(_TRIED):
            score = likeness(before[other], clause)
            if score >= ALIKE:
                found.append((-score - SAME_NAME * (before[other].name == clause.name), place, other))
    for _, place, other in sorted(found):
        if place not in partner and other not in taken:
            partner[place] = other
            taken.add(other)


def _at_one_place(before: Sequence[Clause], after: Sequence[Clause], partner: dict[int, int]) -> None:
    """Pair what is left where it bears one number, or stands between the same clauses, and is a little alike; where both are so,
    and no other stands there, one term in common will do."""
    left = set(range(len(before))) - set(partner.values())
    named = {before[place].name: place for place in sorted(left, reverse=True) if before[place].name}
    terms = Analyzer()
    for place, (first, last) in _gaps(len(before), len(after), partner):
        clause = after[place]
        numbered = named.get(clause.name)
        between = [other for other in range(first, last) if other in left][:_TRIED]
        found: list[tuple[float, int]] = []
        for other in {*between, *((numbered,) if numbered in left else ())}:
            alike = likeness(before[other], clause)
            # Rows of a table have its heads in common, whatever they tell.
            shared = 0.0 if clause.is_row else terms_in_common(before[other], clause, terms)
            alone = other == numbered and between == [other]
            enough = ALIKE_AT_ONE_PLACE if other == numbered or len(between) == 1 else ALIKE
            if alike >= ALIKE_AT_ONE_PLACE or shared >= enough or (alone and shared):
                found.append((max(alike, shared) + (other == numbered), -other))
        if found:
            partner[place] = -max(found)[1]
            left.remove(partner[place])


def _gaps(before: int, after: int, partner: dict[int, int]) -> Sequence[tuple[int, Span]]:
    """Return the clauses of ``after`` without a partner, and for each the places between the partners of its neighbours."""
    following = [before] * (after + 1)
    for place in reversed(range(after)):
        following[place] = partner.get(place, following[place + 1])
    gaps: list[tuple[int, Span]] = []
    last = -1
    for place in range(after):
        if place not in partner:
            gaps.append((place, (last + 1, following[place])))
        last = partner.get(place, last)
    return gaps


def _pieces(one: Sequence[Clause], other: Sequence[Clause], partner: dict[int, int]) -> dict[int, range]:
    """Return the clauses of ``one`` that are several of ``other``, which follow each other: by place, the places of the pieces.

    ``partner`` has the clause of ``other`` that each is, which is one of the pieces.
    """
    taken = set(partner.values())
    found: dict[int, range] = {}
    for place, first in sorted(partner.items()):
        whole, piece = one[place], other[first]
        left = Counter(_pairs(whole))
        left.subtract(_pairs(piece))
        if len(whole.words) < len(piece.words) or not any(count > 0 for count in left.values()):
            continue
        start = end = first
        while end + 1 < len(other) and end + 1 not in taken and _is_piece(other[end + 1], left):
            end += 1
        while start and start - 1 not in taken and _is_piece(other[start - 1], left):
            start -= 1
        if end > start:
            found[place] = range(start, end + 1)
            taken.update(found[place])
    return found


def _is_piece(clause: Clause, left: Counter[tuple[str, str]]) -> bool:
    """Tell whether a clause says what is ``left`` of another one, and take it from there."""
    own = Counter(list(_pairs(clause))[1:-1])
    words = sum(own.values())
    if words < _FEWEST_OF_PIECE or sum((own & left).values()) < DIVIDED * words:
        return False
    left.subtract(own)
    return True


def terms_in_common(one: Clause, other: Clause, analyzer: Analyzer) -> float:
    """Return the share of their terms, in whatever order, that two clauses have in common, from 0 to 1."""
    first, second = (Counter(analyzer.terms(" ".join(clause.words))) for clause in (one, other))
    return 2 * sum((first & second).values()) / max(sum(first.values()) + sum(second.values()), 1)


def likeness(one: Clause, other: Clause) -> float:
    """Return the share of their neighbouring words that two clauses have in common, from 0 to 1."""
    first, second = Counter(_pairs(one)), Counter(_pairs(other))
    together = sum((first & second).values())
    return 2 * together / max(sum(first.values()) + sum(second.values()), 1)


def _pairs(clause: Clause) -> Iterator[tuple[str, str]]:
    own = clause.cells if clause.is_row else clause.words
    words = [word.casefold() for word in own if word.isalnum()]
    return zip(["", *words], [*words, ""], strict=True)


def _in_order(
    before: int, after: int, partner: dict[int, int], pieces: dict[int, range], made_one: dict[int, range]
) -> tuple[Pair, ...]:
    in_place = _longest_rising([(place, partner[place]) for place in sorted(partner)])
    divided = {piece: other for other, places in pieces.items() for piece in places}
    gone = (
        set(range(before)) - set(partner.values()) - {one for places in made_one.values() for one in places}
    )
    pairs: list[Pair] = []
    done = 0
    for place in range(after):
        if place in divided and partner.get(place) != divided[place]:
            continue
        other = partner.get(place)
        if other is not None and place in in_place:
            pairs += [Pair(range(one, one + 1), range(0)) for one in range(done, other) if one in gone]
            done = other
        olds = made_one.get(place, range(0) if other is None else range(other, other + 1))
        news = range(place, place + 1) if other is None else pieces.get(other, range(place, place + 1))
        pairs.append(Pair(olds, news, moved=other is not None and place not in in_place))
    pairs += [Pair(range(one, one + 1), range(0)) for one in range(done, before) if one in gone]
    return tuple(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the first of each of the most pairs whose seconds rise: those that stayed in their order."""
    lowest: list[int] = []
    ends: list[int] = []
    back: list[int | None] = []
    for number, (_, other) in enumerate(pairs):
        length = bisect_left(lowest, other)
        back.append(ends[length - 1] if length else None)
        lowest[length : length + 1], ends[length : length + 1] = [other], [number]
    chosen: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        chosen.append(pairs[last][0])
        last = back[last]
    return frozenset(chosen)

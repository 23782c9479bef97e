"""Which clause of one document is which of the other: the same words first, then the most alike.

What is alike is looked for by pairs of neighbouring words, the rare ones first, so that long documents are not compared clause
with clause.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.comparing.clauses import Clause

ALIKE = 0.45
"""Share of their neighbouring words that two clauses must have in common to be versions of one another."""

ALIKE_AT_ONE_PLACE = 0.25
"""The same where both bear the same number or stand between the same clauses."""

SAME_NAME = 0.2
"""How much more alike two clauses are that bear the same number."""

_COMMON = 40
"""Clauses that a pair of words may stand in and still be looked for."""

_TRIED = 12
"""Clauses of the other document that one is compared with."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of one document and what it is in the other, by their places; None where it has none there."""

    before: int | None
    after: int | None
    moved: bool = False


def align(before: Sequence[Clause], after: Sequence[Clause]) -> tuple[Pair, ...]:
    """Return the pairs in the order of ``after``, those that were removed where they stood."""
    partner = _same_words(before, after)
    _most_alike(before, after, partner)
    _at_one_place(before, after, partner)
    return _in_order(len(before), len(after), partner)


def _same_words(before: Sequence[Clause], after: Sequence[Clause]) -> dict[int, int]:
    """Pair the clauses with the same words, by place in ``after``: first those that each document has once, then of several
    the one that stands where the clause before would have it."""
    there: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, clause in enumerate(before):
        there[clause.words].append(place)
    repeated = Counter(clause.words for clause in after)
    partner = {
        place: there[clause.words].pop()
        for place, clause in enumerate(after)
        if repeated[clause.words] == 1 and len(there.get(clause.words, ())) == 1
    }
    expected = 0
    for place, clause in enumerate(after):
        held = there.get(clause.words)
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
    """Pair what is left where it bears one number, or stands alone between the same clauses, and is a little alike."""
    left = set(range(len(before))) - set(partner.values())
    named = {before[place].name: place for place in sorted(left, reverse=True) if before[place].name}
    for place, clause in enumerate(after):
        if place in partner:
            continue
        last = partner.get(place - 1) if place else -1
        following = partner.get(place + 1) if place + 1 < len(after) else len(before)
        between = (
            following - 1 if last is not None and following is not None and following == last + 2 else None
        )
        for other in (named.get(clause.name), between):
            if other in left and likeness(before[other], clause) >= ALIKE_AT_ONE_PLACE:
                partner[place] = other
                left.remove(other)
                break


def likeness(one: Clause, other: Clause) -> float:
    """Return the share of their neighbouring words that two clauses have in common, from 0 to 1."""
    first, second = Counter(_pairs(one)), Counter(_pairs(other))
    together = sum((first & second).values())
    return 2 * together / max(sum(first.values()) + sum(second.values()), 1)


def _pairs(clause: Clause) -> Iterator[tuple[str, str]]:
    words = [word.casefold() for word in clause.words if word.isalnum()]
    return zip(["", *words], [*words, ""], strict=True)


def _in_order(before: int, after: int, partner: dict[int, int]) -> tuple[Pair, ...]:
    in_place = _longest_rising([(place, partner[place]) for place in sorted(partner)])
    paired = set(partner.values())
    pairs: list[Pair] = []
    done = 0
    for place in range(after):
        other = partner.get(place)
        if other is not None and place in in_place:
            pairs += [Pair(gone, None) for gone in range(done, other) if gone not in paired]
            done = other
        pairs.append(Pair(other, place, moved=other is not None and place not in in_place))
    pairs += [Pair(gone, None) for gone in range(done, before) if gone not in paired]
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

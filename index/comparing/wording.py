"""Which words of a clause are others in its other version."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from index.comparing.clauses import Clause
from index.model import Span

MOST_PAIRS = 20_000
"""Pairs of the same word in two versions of a clause up to which they are compared word by word; with more of them, what stands
between what both begin and end with is marked whole."""


def says_other(before: Clause, after: Clause) -> bool:
    """Tell whether two clauses say something else: another stop at the end, or an "and" that another point of the list moved,
    is nothing else, and "or" in the place of "and" is."""
    turned = {before.joining, after.joining}
    return before.said != after.said or ("" not in turned and len(turned) > 1)


def changed_words(before: Clause, after: Clause) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of the words of ``before`` that ``after`` has not, and the other way round."""
    if not says_other(before, after):
        return (), ()
    head = _alike(before.words, after.words)
    tail = _alike(before.words[head:][::-1], after.words[head:][::-1])
    one, other = before.words[head : len(before.words) - tail], after.words[head : len(after.words) - tail]
    counted, others = Counter(one), Counter(other)
    if sum(count * others[word] for word, count in counted.items()) > MOST_PAIRS:
        return _spans(before, head, head + len(one)), _spans(after, head, head + len(other))
    gone: list[Span] = []
    new: list[Span] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += _spans(before, head + i, head + j)
            new += _spans(after, head + k, head + m)
    return tuple(gone), tuple(new)


def _spans(clause: Clause, first: int, last: int) -> tuple[Span, ...]:
    return ((clause.spans[first][0], clause.spans[last - 1][1]),) if first < last else ()


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words both begin with."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count

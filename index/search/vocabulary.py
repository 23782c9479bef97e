"""The term that was probably meant by one that no passage has: a slip of the keyboard, or another spelling of a name."""

from collections.abc import Iterable

from index.storage.database import Database

SHORTEST = 5
"""Letters of a term that may be misspelt; chosen: a shorter one is one letter from too many others."""
_LONG = 8
"""Letters from which two may be wrong, as Elasticsearch's fuzziness AUTO has it from 6; chosen."""
COMMON_START = 2
"""First letters that are taken to be right; chosen, as they bound what is looked through."""


def nearest_term(db: Database, term: str) -> str | None:
    """Return the term of the index nearest to ``term`` in edits, the more frequent among equals; None when none is near.

    One edit is near for a term of five letters or more, two for one of eight or more; the first two letters must be right, and
    digits are never guessed.
    """
    if not _may_be_guessed(term):
        return None
    start, most = term[:COMMON_START], _most_edits(term)
    rows = db.execute(
        """SELECT term, sum(passages) FROM segments CROSS JOIN postings ON postings.segment = segments.id
           WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ? GROUP BY term""",
        [start, start + "\U0010ffff", len(term) - most, len(term) + most],
    )
    return nearest_among(term, rows)


def nearest_among(term: str, counted: Iterable[tuple[str, int]]) -> str | None:
    """Return the nearest to ``term`` of terms that are given with how many passages hold each, as ``nearest_term`` does."""
    if not _may_be_guessed(term):
        return None
    start, most = term[:COMMON_START], _most_edits(term)
    near = [
        (distance, -count, other)
        for other, count in counted
        if other.startswith(start) and (distance := edits(term, other, most)) <= most
    ]
    return min(near)[2] if near else None


def _may_be_guessed(term: str) -> bool:
    return len(term) >= SHORTEST and term.isalpha()


def _most_edits(term: str) -> int:
    return 2 if len(term) >= _LONG else 1


def edits(one: str, other: str, most: int) -> int:
    """Return how many insertions, deletions, substitutions and swaps of neighbours lead from ``one`` to ``other``.

    The optimal string alignment distance; counting stops past ``most``, and ``most + 1`` is returned.
    """
    beyond = most + 1
    if abs(len(one) - len(other)) > most:
        return beyond
    # Each edit brings or takes one letter at most, so that most words are told apart by the letters that they have.
    held, others = set(one), set(other)
    if len(held - others) > most or len(others - held) > most:
        return beyond
    # A place more than ``most`` away from the diagonal costs more than that, so each row has the few around it only.
    before: dict[int, int] = {}
    row = {j: j for j in range(most + 1)}
    for i, char in enumerate(one, 1):
        current: dict[int, int] = {}
        for j in range(max(0, i - most), min(len(other), i + most) + 1):
            cost = min(row.get(j, beyond), current.get(j - 1, beyond)) + 1
            if j:
                cost = min(cost, row.get(j - 1, beyond) + (char != other[j - 1]))
                # Before the first letters there is no row and no column: nothing is swapped with what is not there.
                if char == other[j - 2] and one[i - 2] == other[j - 1]:
                    cost = min(cost, before.get(j - 2, beyond) + 1)
            current[j] = cost
        if min(current.values()) > most:
            return beyond
        before, row = row, current
    return min(row.get(len(other), beyond), beyond)

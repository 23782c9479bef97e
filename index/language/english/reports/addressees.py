"""Who is told a clause that no "that" opens: "told the committee he had raised concerns", "told Reuters the ships were late"."""

import re

from index.language.english.reports.boundaries import NEAR, is_clause
from index.language.english.speech.cues import SpeechClauses

_TOLD = re.compile(
    "(?:o|(?:d?[neNr#]{1,4}s)?d?[neNr#]{0,4}[NTrn#])(?:id?[neN]{0,2}[NTrnD#]){0,2}(?:i?[dn]?D{1,2})?"
)
"""Somebody who is told, where he is told, and the day: "a court in Oslo on Monday"."""
_CLAUSE = re.compile(
    "p[axyvVJeBn]|d{1,2}[sNTrn#e]{1,9}(?:[zi]a?[BLvn]?d?[NTrn]{1,3})?a?[xyvVJe]|ay|[NT]{1,4}a?[xyvVJe]|[nr]{1,2}a?[xy]"
)
"""A clause with its subject and verb."""
_NEW_CLAUSE = re.compile(
    "p|d|a(?=y)|(?<=[rn])[NT]{1,4}(?=a?[xy])|(?<=N)[nr]{1,2}(?=a?[xy])|(?<=D)[NTnr]{1,3}(?=a?[xyvV])"
)
"""What opens one behind somebody who is told: nothing that may still be a part of who he is."""


def told_clause(clauses: SpeechClauses, start: int, end: int) -> int | None:
    """Return the word at which the clause begins that is told to whoever stands at word ``start``; None where none does."""
    low = min(end, start + NEAR)
    whom = _TOLD.match(clauses.tags, start, low)
    if whom is None:
        return None
    for place in range(start + 1, whom.end() + 1):
        opening = _NEW_CLAUSE.match(clauses.tags, place, end)
        if opening is None or _CLAUSE.match(clauses.tags, place, end) is None:
            continue
        if clauses.tags[place] in "NT" and not clauses.words[place - 1].endswith("s"):
            # "told captain Lund" is told to him.
            continue
        if clauses.words[place].lower() in _NO_SUBJECTS or not is_clause(clauses, place, end):
            continue
        return place
    return None


_NO_SUBJECTS = frozenset("him them me us everything nothing something".split())

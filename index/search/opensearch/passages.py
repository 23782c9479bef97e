"""A passage as the cluster keeps it.

Its terms stand in one field with how often it has each, in halves as everywhere (``UNITS``), because a word of the title counts
half. Nothing analyses them there: they are Parley's own.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import numpy as np

from index.model import Sentence
from index.search.engine import DocumentPassages
from index.search.segments import TEXT_UNITS, TITLE_UNITS
from index.storage.sentences import POSITION_TYPE, StoredPassage, StoredSentence

BETWEEN = "|"
"""What stands between a term and its count: no term has it (``index.language.tokens``)."""

_LONGEST = 100
"""The most characters of a term that are kept as they are; Lucene cuts what has more than 255 in two."""

_SPLITTING = re.compile(rf"[\s{re.escape(BETWEEN)}]")


def encoded(term: str) -> str:
    """Return ``term`` as it is kept and looked for: one word, however long it was and whatever was in it."""
    kept = _SPLITTING.sub("_", term)
    if len(kept) <= _LONGEST:
        return kept
    return f"{kept[: _LONGEST // 2]}_{hashlib.sha256(term.encode('utf-8', 'surrogatepass')).hexdigest()}"


def bodies(
    row: int, item: DocumentPassages, first: int, born: int, *, whole: bool = True
) -> Iterator[dict[str, Any]]:
    """Yield the passages of the document with that row as they are kept: numbered from ``first``, to be seen from the generation
    ``born`` on; with their sentences where they are kept ``whole``."""
    document = item.document
    sentences, terms, positions = tuple(item.sentences), tuple(item.terms), tuple(item.positions)
    shared: dict[str, Any] = {"row": row, "born": born, "collection": document.collection}
    if document.publisher:
        shared["publisher"] = document.publisher.casefold()
    if document.published:
        shared["published"] = document.published.isoformat()
    for number, (start, end) in enumerate(item.passages, first):
        inside = slice(start, end + 1)
        counts = units_of(chain.from_iterable(held.split() for held in terms[inside]), item.title_terms)
        kept: dict[str, Any] = {
            **shared,
            "number": number,
            "length": counts.total(),
            "terms": " ".join(f"{term}{BETWEEN}{units}" for term, units in counts.items()),
        }
        if whole:
            kept["sentences"] = {
                "first": start,
                "spans": [[span.start, span.end, span.paragraph] for span in sentences[inside]],
                "terms": list(terms[inside]),
                "positions": [
                    np.frombuffer(held, dtype=POSITION_TYPE).tolist() for held in positions[inside]
                ],
            }
        yield kept


def units_of(text_terms: Iterable[str], title_terms: Iterable[str]) -> Counter[str]:
    """Return how many units of each term, as it is kept, a passage has with these terms and those of its title."""
    counts: Counter[str] = Counter()
    for terms, units in ((text_terms, TEXT_UNITS), (title_terms, TITLE_UNITS)):
        for term in terms:
            counts[encoded(term)] += units
    return counts


def counted(terms: str) -> dict[str, int]:
    """Return how many units of each term, as it is kept, the field ``terms`` of a passage holds."""
    pairs = (held.rpartition(BETWEEN) for held in terms.split(" ") if held)
    return {term: int(units) for term, _, units in pairs}


def stored(body: Mapping[str, Any]) -> StoredPassage:
    """Return the passage that is kept as ``body``."""
    held = body["sentences"]
    parts = zip(held["spans"], held["terms"], held["positions"], strict=True)
    sentences = tuple(
        StoredSentence(
            Sentence(*span), ordinal, tuple(terms.split()), np.array(positions, dtype=POSITION_TYPE)
        )
        for ordinal, (span, terms, positions) in enumerate(parts, held["first"])
    )
    return StoredPassage(body["number"], body["row"], sentences)

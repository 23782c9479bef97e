"""Which texts are one story, however many outlets print it.

A story's likeness is the Jaccard coefficient of the sets of word runs ("shingles") of two texts. Candidates
are found by MinHash signatures cut into bands (Broder 1997, "On the resemblance and containment of
documents"; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3rd edition, section 3.4), and what
is found is decided by the coefficient itself.
"""

import hashlib
import re
import unicodedata
from datetime import timedelta
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.model import Document

SAME_STORY = 0.8
"""The Jaccard coefficient from which two texts count as one story."""

NEWS_CYCLE = timedelta(days=3)
"""How far apart two outlets print one story; standing texts, such as a yearly notice, come back later almost
unchanged."""

Shingles = NDArray[np.uint64]
Signature = NDArray[np.uint32]

SIGNATURE_LENGTH = 64
"""Hashes of a signature; with ``_ROWS`` of them a band, chosen: 16 bands of 4 meet for half of what is 0.45 alike."""
_ROWS = 4
"""Hashes of a band: by Broder's estimate, two texts share a band with a chance of ``1 - (1 - likeness**4)**16``."""
_RUN = 3
"""Words of a shingle; chosen: two texts on one thing share pairs of words, and few triples."""
_CHUNK = 2048
"""Hashes that are multiplied at once; chosen: the table of them, 1 MB, stays in a core's cache."""
_WORD = re.compile(r"\w+")


def shingles(text: str) -> Shingles:
    """Return the runs of three words of ``text`` as ascending 64-bit numbers, each once; case and punctuation
    do not count."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    numbers = {word: crc32(word.encode("utf-8", "surrogatepass")) for word in set(words)}
    row = np.fromiter((numbers[word] for word in words), dtype=np.uint64, count=len(words))
    if len(row) < _RUN:
        return np.unique(row)
    # Odd multipliers make the order of the words count; the sum wraps at 64 bits, as it should.
    return np.unique(row[:-2] * _PLACES[0] + row[1:-1] * _PLACES[1] + row[2:] * _PLACES[2])


def jaccard(one: Shingles, other: Shingles) -> float:
    """Return how much two sets share, in [0, 1]: how many both have over how many either has."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    either = len(one) + len(other) - shared
    return shared / either if either else 0.0


def same_story(one: Document, other: Document) -> bool:
    """Whether two documents are one story from two outlets: alike from ``SAME_STORY`` on and printed within
    ``NEWS_CYCLE``.

    Two texts of one publisher are not: what one publisher prints twice almost alike, such as two decrees with
    one form, is two things. A date or publisher that is not known does not speak against it.
    """
    if one.publisher and other.publisher and one.publisher.casefold() == other.publisher.casefold():
        return False
    if one.published and other.published and abs(one.published - other.published) > NEWS_CYCLE:
        return False
    return jaccard(shingles(one.text), shingles(other.text)) >= SAME_STORY


def signature(runs: Shingles) -> Signature:
    """Return the MinHash signature of a set of shingles: the least value over the set for each of 64 hash
    functions.

    The share of equal places in two signatures estimates the Jaccard coefficient with a standard error of
    at most .0625. The hash functions are multiply-shift (Dietzfelbinger 1996, "Universal hashing and k-wise
    independent random variables").
    """
    least = np.full(SIGNATURE_LENGTH, np.iinfo(np.uint32).max, dtype=np.uint32)
    halves = runs >> np.uint64(32)
    for start in range(0, len(halves), _CHUNK):
        values = halves[start : start + _CHUNK, None] * _FACTORS + _TERMS
        least = np.minimum(least, (values >> np.uint64(32)).min(axis=0).astype(np.uint32))
    return least


def bands(signed: Signature) -> tuple[int, ...]:
    """Return 16 numbers of 63 bits, each of four places of a signature: two texts with a common number are
    candidates.

    Of pairs with a coefficient of .8 all but two in ten thousand have a number in common, of pairs at .3 one
    in eight.
    """
    return tuple(
        _hash(f"{start}:{signed[start : start + _ROWS].tobytes().hex()}") >> 1
        for start in range(0, SIGNATURE_LENGTH, _ROWS)
    )


def _hash(text: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def _constants(name: str, count: int) -> NDArray[np.uint64]:
    return np.array([_hash(f"{name} {place}") | 1 for place in range(count)], dtype=np.uint64)


_PLACES = _constants("place", _RUN)
_FACTORS = _constants("factor", SIGNATURE_LENGTH)
_TERMS = _constants("term", SIGNATURE_LENGTH)

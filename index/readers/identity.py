"""Which texts are the same: one address for one page, and one story however many outlets print it.

A story's likeness is the Jaccard coefficient of the sets of word runs ("shingles") of two texts. Candidates
are found by MinHash signatures cut into bands (Broder 1997, "On the resemblance and containment of
documents"; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3rd edition, section 3.4), and what
is found is decided by the coefficient itself.
"""

import hashlib
import re
import unicodedata
from datetime import timedelta
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit
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
_ROWS = 4
_RUN = 3
_CHUNK = 2048
_WORD = re.compile(r"\w+")

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs\w+|mkt_tok|cmpid|ref_src|ncid"
    r"|at_\w+|xtor|smid|smtyp|taid|ftag|guccounter|guce_referr\w+|__twitter_impression"
)
_DEFAULT_PORTS = (80, 443)
_UNRESERVED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_FRONTS = ("www.", "m.", "mobile.", "amp.")


def canonical_url(url: str) -> str:
    """Return the form of ``url`` by which a page is known: the same for spellings that lead to the same page.

    Host in lower case and ASCII, no default port, no fragment, no tracking parameters, percent-encoding
    normalised as in RFC 3986 section 6.2.2, no slash at the end, and https for http. It is an identity and
    not a link: links keep the address as it came.
    """
    parts = urlsplit(url.strip())
    host = _ascii_host(_hostname(url))
    port = _port(url)
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port not in _DEFAULT_PORTS:
        netloc += f":{port}"
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name.lower())
    )
    scheme = "https" if parts.scheme == "http" else parts.scheme
    return urlunsplit((scheme, netloc, _normal_path(parts.path), urlencode(kept), ""))


def key_of(url: str | None, otherwise: str) -> str:
    """Return what a document is known by: its canonical address, and ``otherwise`` where it has none."""
    return canonical_url(url) if url else otherwise


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host, or one host a subdomain of the other; www. and m.
    aside."""
    hosts = sorted((_bare_host(one), _bare_host(other)), key=len)
    return bool(hosts[0]) and (
        hosts[0] == hosts[1] or ("." in hosts[0] and hosts[1].endswith("." + hosts[0]))
    )


def content_hash(text: str) -> str:
    """Return 16 hexadecimal digits, the same for texts with the same words, however they are spaced."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


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


def _normal_path(path: str) -> str:
    def normal(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if character in _UNRESERVED else f"%{match[1].upper()}"

    return quote(_ESCAPE.sub(normal, path), safe="/%:@!$&'()*+,;=~", errors="replace").rstrip("/")


def _hostname(url: str) -> str:
    try:
        return urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""


def _port(url: str) -> int | None:
    try:
        return urlsplit(url.strip()).port
    except ValueError:
        return None


def _bare_host(url: str) -> str:
    host = _ascii_host(_hostname(url))
    for front in _FRONTS:
        if host.startswith(front) and host.count(".") > 1:
            return host.removeprefix(front)
    return host


def _ascii_host(host: str) -> str:
    host = host.rstrip(".").lower()
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return host

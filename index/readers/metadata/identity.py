"""By what a document is known: one address for one page, and the words themselves where it has none.

courlan, which trafilatura brings, cleans addresses for crawlers and not for identity: version 1.4 keeps a default escape, a host
in other letters, a full stop behind it and half of the tracking parameters apart, and makes one of addresses that differ.
"""

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs\w+|mkt_tok|cmpid|ref_src|ncid"
    r"|at_\w+|xtor|smid|smtyp|taid|ftag|guccounter|guce_referr\w+|__twitter_impression"
)
_DEFAULT_PORTS = (80, 443)
"""The ports of http and https (RFC 9110, 4.2), which an address need not name."""
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

"""Where the cluster is that keeps an index, and by what names."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "parley"
"""What the names of everything that is kept in a cluster begin with, where nothing else is set."""


TO_REACH = 30.0
"""Seconds for which it is tried to reach a node, where nobody sits before the terminal; chosen: one takes that to start."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Addresses of nodes (``https://host:port``), a user and password where they ask for them, a file with the certificates of
    who vouches for the nodes where that is nobody whom everybody knows, what the names of all that is kept begin with, and for
    how many seconds it is tried to reach a node while none has ever answered."""

    addresses: tuple[str, ...]
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    authority: Path | None = None
    prefix: str = PREFIX
    to_reach: float = TO_REACH


def is_address_of_node(text: str) -> bool:
    """Tell whether ``text`` is an address of a node and nothing more: what stands behind the port would be shown in messages."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    more = parts.path.strip("/") or parts.query or parts.fragment
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and port != 0
        and "@" not in text
        and not more
    )

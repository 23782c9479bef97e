"""Documents in, cited spans out. ``Index`` is the one door; nothing here knows of Discord.

What others than the rooms themselves may use stands here, in ``model``, ``errors`` and ``requests``, and above the door in
``following``, ``searchers`` and ``evaluation``. Names are loaded when they are first asked for, so that an error or a model costs
no more than its own module.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.adding.isolation import ReadingProcess
    from index.answering.ranking.reading import WINDOWS
    from index.answering.thresholds import Thresholds
    from index.index import Index
    from index.inquiry import Inquiry
    from index.keeping.known_backups import KnownBackup, last_good
    from index.language.dates import format_day, format_interval, parse_typed_date
    from index.language.english.asking.claims import LONGEST_CLAIM, claimed
    from index.language.tokens import Analyzer
    from index.model import (
        SHARED,
        AddReport,
        Answer,
        Citation,
        Document,
        Event,
        Excerpt,
        Quotation,
        SourceOutcome,
        Stats,
    )
    from index.processes.limits import Limits
    from index.readers.encoding import escaped
    from index.readers.metadata.feed_items import Feed
    from index.readers.metadata.fields import may_be_published
    from index.readers.metadata.origin import Origin
    from index.readers.sniffing import suffix_for
    from index.search.engines import open_leases, share
    from index.search.opensearch.address import Cluster
    from index.storage.documents import Usage
    from index.storage.history import FormerVersion
    from index.storage.replication.leases import Leases
    from index.storage.replication.owners import Owned, Owners
    from index.storage.replication.shared import SharedTables
    from index.storage.write_advice import write_advice
    from index.web.feeds import SHORTEST_INTERVAL, FollowedFeed
    from index.web.fetching import Fetcher, check_url

__all__ = [
    "LONGEST_CLAIM",
    "SHARED",
    "SHORTEST_INTERVAL",
    "WINDOWS",
    "AddReport",
    "Analyzer",
    "Answer",
    "Citation",
    "Cluster",
    "Document",
    "Event",
    "Excerpt",
    "Feed",
    "Fetcher",
    "FollowedFeed",
    "FormerVersion",
    "Index",
    "Inquiry",
    "KnownBackup",
    "Leases",
    "Limits",
    "Origin",
    "Owned",
    "Owners",
    "Quotation",
    "ReadingProcess",
    "SharedTables",
    "SourceOutcome",
    "Stats",
    "Thresholds",
    "Usage",
    "check_url",
    "claimed",
    "escaped",
    "format_day",
    "format_interval",
    "last_good",
    "may_be_published",
    "open_leases",
    "parse_typed_date",
    "share",
    "suffix_for",
    "write_advice",
]

_WHERE = {
    "index.adding.isolation": ("ReadingProcess",),
    "index.answering.ranking.reading": ("WINDOWS",),
    "index.answering.thresholds": ("Thresholds",),
    "index.index": ("Index",),
    "index.inquiry": ("Inquiry",),
    "index.keeping.known_backups": ("KnownBackup", "last_good"),
    "index.language.english.asking.claims": ("LONGEST_CLAIM", "claimed"),
    "index.language.dates": ("format_day", "format_interval", "parse_typed_date"),
    "index.language.tokens": ("Analyzer",),
    "index.model": (
        "SHARED",
        "AddReport",
        "Answer",
        "Citation",
        "Document",
        "Event",
        "Excerpt",
        "Quotation",
        "SourceOutcome",
        "Stats",
    ),
    "index.processes.limits": ("Limits",),
    "index.readers.encoding": ("escaped",),
    "index.readers.metadata.feed_items": ("Feed",),
    "index.readers.metadata.fields": ("may_be_published",),
    "index.readers.metadata.origin": ("Origin",),
    "index.readers.sniffing": ("suffix_for",),
    "index.search.engines": ("open_leases", "share"),
    "index.search.opensearch.address": ("Cluster",),
    "index.storage.documents": ("Usage",),
    "index.storage.history": ("FormerVersion",),
    "index.storage.replication.leases": ("Leases",),
    "index.storage.replication.owners": ("Owned", "Owners"),
    "index.storage.replication.shared": ("SharedTables",),
    "index.storage.write_advice": ("write_advice",),
    "index.web.feeds": ("FollowedFeed", "SHORTEST_INTERVAL"),
    "index.web.fetching": ("Fetcher", "check_url"),
}


def __getattr__(name: str) -> Any:
    for module, names in _WHERE.items():
        if name in names:
            return getattr(importlib.import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

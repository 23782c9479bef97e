"""What a cluster keeps for one index of Parley: the passages, the log with the rows of everything else, and one document that
says how much of all that may be seen."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from opensearchpy.exceptions import RequestError

from index.errors import StoreUnavailable
from index.search.bm25 import K1, B
from index.search.opensearch.connection import COPIES, Connection
from index.search.opensearch.passages import BETWEEN
from index.search.segments import UNITS

LAYOUT = 1
"""The version of what is written below."""

REFERENCE = 32
"""Words of the passage that the cluster takes for the average one; chosen: 31 is the average of 300 statements of a government.

The true average changes with every write; who ranks the candidates again knows how far the cluster can be off."""

REPLICAS = 2
"""Copies of each part beside the first: with three nodes, each has everything."""


class Indices:
    """The names of an index's parts in a cluster. They are aliases, so that what stands behind one can be exchanged while it is
    in use."""

    def __init__(self, connection: Connection, prefix: str, shards: int) -> None:
        self._connection = connection
        self.passages = f"{prefix}-passages"
        self.state = f"{prefix}-state"
        self.entries = f"{prefix}-entries"
        self.parcels = f"{prefix}-parcels"
        self.leases = f"{prefix}-leases"
        self._bodies = {
            self.passages: _passages(shards),
            self.state: _state(),
            self.entries: _entries(),
            self.parcels: _parcels(shards),
            self.leases: _leases(),
        }

    def create(self, *names: str) -> None:
        """Make those of these parts that are not there. Raises StoreUnavailable when a later version of Parley made what is."""
        for name in names:
            self._create(name, self._bodies[name])

    def remove(self) -> None:
        """Remove all of it."""
        for name in self._bodies:
            self._connection.patiently(partial(self._remove, f"{name}-{LAYOUT}"))

    def _remove(self, index: str) -> None:
        self._connection.client.indices.delete(index=index, params={"ignore_unavailable": "true"})

    def _create(self, name: str, body: dict[str, Any]) -> None:
        indices = self._connection.client.indices
        # Not asked as an alias: whose there are in all indices, the role for these alone may not see.
        if not self._connection.patiently(lambda: indices.exists(index=name)):
            self._connection.patiently(lambda: self._create_once(name, body))
        held = self._connection.patiently(lambda: indices.get_mapping(index=name))
        if any(one["mappings"].get("_meta", {}).get("layout", LAYOUT) > LAYOUT for one in held.values()):
            raise StoreUnavailable(
                f"The index {name} was written by a later version of Parley; install that version."
            )

    def _create_once(self, name: str, body: dict[str, Any]) -> None:
        try:
            self._connection.client.indices.create(
                index=f"{name}-{LAYOUT}",
                body={**body, "aliases": {name: {}}},
                params={"wait_for_active_shards": str(COPIES)},
            )
        except RequestError as error:
            # Another process has made it meanwhile.
            if error.error != "resource_already_exists_exception":
                raise


def _index(
    properties: Mapping[str, Any], shards: int = 1, *, strict: bool = True, **settings: Any
) -> dict[str, Any]:
    return {
        "settings": {"number_of_shards": shards, "number_of_replicas": REPLICAS, **settings},
        "mappings": {
            "dynamic": "strict" if strict else False,
            "_meta": {"layout": LAYOUT},
            **({"properties": properties} if properties else {}),
        },
    }


_WRITTEN_IN_BULK: Mapping[str, Any] = {"refresh_interval": "-1", "codec": "best_compression"}
"""What is written can be searched for when the writer says so, and not at some time."""


def _passages(shards: int) -> dict[str, Any]:
    # BM25 of a term without its idf, over counts and lengths in halves. The idf comes with the query, and the length is as Lucene
    # keeps it, at most the true one. A passage's score here is therefore never too low, but for the reference.
    saturation = f"f + {UNITS * K1 * (1 - B)!r} + doc.length * {K1 * B / REFERENCE!r}"
    return _index(
        {
            "number": {"type": "long"},
            "row": {"type": "long"},
            "born": {"type": "long"},
            "died": {"type": "long"},
            "collection": {"type": "keyword"},
            "publisher": {"type": "keyword"},
            "published": {"type": "date", "format": "strict_date"},
            "length": {"type": "long", "index": False},
            "terms": {
                "type": "text",
                "analyzer": "counted",
                "search_analyzer": "keyword",
                "similarity": "saturation",
                "index_options": "freqs",
            },
            "sentences": {"type": "object", "enabled": False},
        },
        shards,
        **_WRITTEN_IN_BULK,
        similarity={
            "saturation": {
                "type": "scripted",
                "script": {"source": f"double f = doc.freq; return query.boost * f / ({saturation});"},
            }
        },
        analysis={
            "filter": {"counts": {"type": "delimited_term_freq", "delimiter": BETWEEN}},
            "analyzer": {"counted": {"type": "custom", "tokenizer": "whitespace", "filter": ["counts"]}},
        },
    )


def _state() -> dict[str, Any]:
    numbers = ("generation", "ticket", "abandoned", "dropped", "next_passage", "passages", "units", "entry")
    return _index(
        {
            **{name: {"type": "long", "index": False} for name in numbers},
            "owner": {"type": "keyword", "index": False},
            "lineage": {"type": "keyword", "index": False},
            "until": {"type": "double", "index": False},
        }
    )


def _entries() -> dict[str, Any]:
    # They are read by their numbers, and never searched for.
    return _index({}, strict=False, **_WRITTEN_IN_BULK)


def _parcels(shards: int) -> dict[str, Any]:
    return _index(
        {
            "owner": {"type": "keyword"},
            "ticket": {"type": "long"},
            "part": {"type": "integer"},
            "content": {"type": "binary"},
        },
        shards,
        **_WRITTEN_IN_BULK,
    )


def _leases() -> dict[str, Any]:
    return _index({name: {"type": "keyword", "index": False} for name in ("owner", "renewal")})

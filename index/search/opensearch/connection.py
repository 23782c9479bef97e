"""The connection to a cluster: what is asked outlives the death of a node, and what is answered is whole or said not to be."""

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar

from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    AuthenticationException,
    AuthorizationException,
    ConflictError,
    OpenSearchException,
    SSLError,
    TransportError,
)
from opensearchpy.exceptions import (
    ConnectionError as Unconnected,
)
from opensearchpy.helpers import streaming_bulk
from urllib3 import Timeout

from index.errors import NotWhole, StoreBusy, StoreError, StoreUnavailable

log = logging.getLogger(__name__)

T = TypeVar("T")
Body = dict[str, Any]

COPIES = 2
"""How many copies must hold what is written before it counts as written: when the node of one dies, another has it."""

BULK_BYTES = 10 * 1024**2
"""The most bytes of one request that writes. One at a time is under way in a process."""

MOST_CHANGES = 2_000
"""The most changes of one request; chosen, about two megabytes of passages."""

AT_ONCE = 16
"""Connections to a node that are kept to be used again; chosen: more than the threads of a bot that ask."""

PATIENCE = 30.0
"""Seconds for which a request is repeated; chosen: a cluster that lost its leading node has another in a few."""

TIMEOUT = 10.0
"""Seconds that a node has for one answer; chosen, and OpenSearch's own default in its clients."""

TO_CONNECT = 3.0
"""Seconds that a node has to take a connection; chosen: a lost first packet is sent again after one (RFC 6298)."""

WORTH_SAYING = 5.0
"""Seconds for which a request may be repeated without a word on the log; chosen: for as long a person waits for an answer."""

TO_COPY = "5s"
"""How long a node waits for copies that are not there before it says so; chosen, half of what it has for its answer."""

TO_REWRITE = 600.0
"""Seconds that the nodes have to write their files anew; chosen."""

_TIMEOUT = Timeout(connect=TO_CONNECT, read=TIMEOUT)

# The client takes ``timeout`` for its own where ``request_timeout`` is not given.
DURABLY: dict[str, Any] = {
    "wait_for_active_shards": str(COPIES),
    "timeout": TO_COPY,
    "request_timeout": _TIMEOUT,
}
"""The options of a request that writes: it waits for copies that are not there."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 2.0
"""Seconds before the first and before the last repetitions, each pause twice the one before it; chosen."""

_SAID = 3
"""After how many tries in vain the log says that there will be more; chosen: after 0.15 s, when it is more than a hiccup."""

_MAY_PASS = frozenset({429, 502, 503, 504})
"""HTTP statuses that say "not now" (RFC 9110 and RFC 6585)."""

_AWAY = (
    "node_not_connected_exception",
    "node_disconnected_exception",
    "node_closed_exception",
    "connect_transport_exception",
    "receive_timeout_transport_exception",
    # A node that came back and does not know the indices yet asks for one to be made in an alias's name.
    "invalid_index_name_exception",
)
"""What a node says of another that it has lost and not yet missed, or while it has just come back: names of OpenSearch's own."""


class Incomplete(Exception):
    """A part of the index did not answer, or too few copies hold what was written: the same request may do better."""


class Connection:
    """Speaks to the nodes at some addresses. Safe to use from several threads."""

    def __init__(
        self,
        addresses: Sequence[str],
        *,
        user: str | None = None,
        password: str | None = None,
        authority: Path | None = None,
        patience: float = PATIENCE,
        to_reach: float = PATIENCE,
    ) -> None:
        """Take the nodes' addresses (``http://host:port``), and where they ask for them, a user and the password. ``authority``
        is a file with the certificates of who vouches for the nodes, instead of the authorities that everybody knows. A request
        is repeated for ``patience`` seconds, and for ``to_reach``, where that is less, while no node has ever been reached.
        Nothing is asked of the nodes yet."""
        self._addresses = tuple(addresses)
        self._patience = patience
        self._to_reach = min(patience, to_reach)
        self._reached = False
        self._said = False
        self._writing = threading.Lock()
        # What it has to say is said by what is raised; below that it would say what people ask.
        logging.getLogger("opensearch").setLevel(logging.CRITICAL)
        self.client = OpenSearch(
            list(addresses),
            http_auth=(user, password) if user is not None else None,
            timeout=_TIMEOUT,
            pool_maxsize=AT_ONCE,
            max_retries=len(self._addresses),
            retry_on_timeout=True,
            ca_certs=None if authority is None else str(authority),
        )

    def close(self) -> None:
        """Close what is open to the nodes."""
        self.client.close()

    def patiently(self, ask: Callable[[], T]) -> T:
        """Return what ``ask`` returns, which is called again while the cluster cannot answer.

        Raises StoreBusy when it still cannot after a while, NotWhole when a part of it cannot, StoreUnavailable when it lets
        nobody in with this user and password or cannot say who it is, StoreError when it refuses what was asked. A ConflictError
        is the caller's.
        """
        begun, pause, tries = monotonic(), _FIRST_PAUSE, 0
        while True:
            tries += 1
            try:
                answer = ask()
            except ConflictError:
                self._answers()
                raise
            except (AuthenticationException, AuthorizationException) as error:
                raise StoreUnavailable(
                    f"The cluster at {self._addresses[0]} refuses this user and password ({error.status_code}); check both."
                ) from error
            except SSLError as error:
                raise StoreUnavailable(
                    f"The cluster at {self._addresses[0]} has a certificate that nobody vouches for; check its name, and set "
                    "PARLEY_OPENSEARCH_AUTHORITY to the certificates of who does."
                ) from error
            except (Incomplete, OpenSearchException) as error:
                if not may_pass(error):
                    raise StoreError(
                        f"The cluster refused what was asked ({told(error)}); please report this."
                    ) from error
                self._reached = self._reached or not isinstance(error, Unconnected)
                patience = self._patience if self._reached else self._to_reach
                if monotonic() + pause > begun + patience:
                    missed = NotWhole if isinstance(error, Incomplete) else StoreBusy
                    raise missed(f"{self._fault(error)}; try again in a moment.") from error
                if tries == _SAID:
                    self._say(error, patience)
            else:
                self._answers()
                return answer
            sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def search(self, index: str, body: Mapping[str, Any]) -> Body:
        """Return the answer of every part of ``index``. Raises like ``patiently``."""
        return self.patiently(lambda: whole(self.client.search(index=index, body=body)))

    def search_several(self, index: str, bodies: Sequence[Mapping[str, Any]]) -> list[Body]:
        """Return the answers to several searches, each of every part of ``index``. Raises like ``patiently``."""
        if not bodies:
            return []
        lines = [line for body in bodies for line in ({}, body)]
        answers = self.patiently(
            lambda: [whole(one) for one in self.client.msearch(index=index, body=lines)["responses"]]
        )
        return list(answers)

    def read_several(self, index: str, ids: Sequence[str], fields: Sequence[str]) -> list[Body]:
        """Return those ``fields`` of the documents with those ids that are there, in their order. Raises like ``patiently``."""
        if not ids:
            return []
        return self.patiently(lambda: self._read_several(index, ids, fields))

    def _read_several(self, index: str, ids: Sequence[str], fields: Sequence[str]) -> list[Body]:
        found = self.client.mget(
            index=index, body={"ids": list(ids)}, params={"_source": ",".join(fields), "realtime": "false"}
        )["docs"]
        lost = sum("error" in one for one in found)
        if lost:
            raise Incomplete(f"{len(found) - lost} of {len(found)} passages could be read")
        return [one["_source"] for one in found if one.get("found")]

    def get_several(self, index: str, ids: Sequence[str]) -> list[Body | None]:
        """Return the documents with those ids as they were written last, in their order; None for one that is not there.

        Raises like ``patiently``.
        """
        if not ids:
            return []
        return self.patiently(lambda: self._get_several(index, ids))

    def _get_several(self, index: str, ids: Sequence[str]) -> list[Body | None]:
        found = self.client.mget(index=index, body={"ids": list(ids)})["docs"]
        lost = sum("error" in one for one in found)
        if lost:
            raise Incomplete(f"{len(found) - lost} of {len(found)} parts of the log could be read")
        return [one["_source"] if one.get("found") else None for one in found]

    def write(self, actions: Iterable[Mapping[str, Any]], *, to_be_found: bool = True) -> None:
        """Carry out ``actions``, as the client's ``bulk`` takes them, until ``COPIES`` copies hold each; searches find all of
        them then, if they are ``to_be_found``. An action must leave the same when it is carried out twice. Raises like
        ``patiently``."""
        remaining = list(actions)

        def carry_out() -> None:
            remaining[:] = self._carry_out(remaining, to_be_found=to_be_found)
            if remaining:
                raise Incomplete(
                    f"{len(remaining)} changes are held by fewer than {COPIES} copies of the index"
                )

        with self._writing:
            self.patiently(carry_out)

    def _carry_out(
        self, actions: Sequence[Mapping[str, Any]], *, to_be_found: bool
    ) -> list[Mapping[str, Any]]:
        """Return which of the actions have to be carried out again."""
        answers = streaming_bulk(
            self.client,
            [dict(action) for action in actions],
            chunk_size=MOST_CHANGES,
            max_chunk_bytes=BULK_BYTES,
            raise_on_error=False,
            refresh="true" if to_be_found else "false",
            **DURABLY,
        )
        again = []
        for action, (_, answer) in zip(actions, answers, strict=True):
            (item,) = answer.values()
            status, changed = item.get("status", 500), item.get("result")
            if changed == "noop":
                continue
            if status >= 400 and status not in _MAY_PASS and changed != "not_found":
                raise TransportError(status, str(item.get("error"))[:300], item)
            if changed is None or item["_shards"]["successful"] < COPIES:
                again.append(action)
        return again

    def merge(self, index: str) -> None:
        """Have the files of ``index`` written anew without what was deleted. Raises like ``patiently``."""
        options = {"only_expunge_deletes": "true", "request_timeout": TO_REWRITE}
        self.patiently(lambda: whole(self.client.indices.forcemerge(index=index, params=options)))

    def _say(self, error: Exception, patience: float) -> None:
        """Tell the log once, until the cluster answers again, what is waited for."""
        if patience > WORTH_SAYING and not self._said:
            self._said = True
            log.warning("%s; trying again for %.0f seconds", self._fault(error), patience)

    def _answers(self) -> None:
        self._reached = True
        if self._said:
            self._said = False
            log.info("the cluster answers again")

    def _fault(self, error: Exception) -> str:
        """Return what stands in the way of an answer, as the beginning of a sentence."""
        if isinstance(error, Incomplete):
            return f"The cluster is not whole: {error}"
        return f"The cluster at {', '.join(self._addresses)} does not answer ({told(error)})"


def whole(answer: Body) -> Body:
    """Return the answer to a search. Raises Incomplete when a part of the index has not answered."""
    if "error" in answer:
        raise TransportError(answer.get("status", 500), str(answer["error"])[:300], answer)
    shards = answer["_shards"]
    if shards["failed"] or shards["successful"] < shards["total"] or answer.get("timed_out"):
        raise Incomplete(f"{shards['successful']} of {shards['total']} parts of the index answered")
    return answer


def may_pass(error: Exception) -> bool:
    """Tell whether the same request may do better in a moment."""
    if isinstance(error, Incomplete | Unconnected):
        return True
    if not isinstance(error, TransportError):
        return False
    return error.status_code in _MAY_PASS or any(away in name for away in _AWAY for name in _causes(error))


def _causes(error: TransportError) -> list[str]:
    """Return what a node says that went wrong, its names and those of the causes that it gives, each once."""
    found, parts = [str(error.error)], [error.info]
    while parts:
        part = parts.pop(0)
        if isinstance(part, dict):
            found += [part["type"]] if isinstance(part.get("type"), str) else []
            parts += part.values()
        elif isinstance(part, list):
            parts += part
    return list(dict.fromkeys(found))


def told(error: Exception) -> str:
    """Return what an error of the client says, in one line."""
    if isinstance(error, Unconnected):
        return "no connection"
    if isinstance(error, TransportError):
        return " ".join(f"{error.status_code} {', '.join(_causes(error))}".split())[:300]
    return " ".join(str(error).split())[:300]

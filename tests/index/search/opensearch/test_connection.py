"""What a node says of another that is away is no refusal: the same request is made again."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from opensearchpy.exceptions import ConflictError, TransportError
from opensearchpy.exceptions import ConnectionError as Unconnected

from index.errors import NotWhole, StoreBusy, StoreError, StoreUnavailable
from index.search.opensearch.connection import (
    _LONGEST_PAUSE,
    PATIENCE,
    TIMEOUT,
    TO_CONNECT,
    WORTH_SAYING,
    Connection,
    Incomplete,
    may_pass,
    told,
    whole,
)
from tests.cluster.nodes import free_ports
from tests.index.search.opensearch.scripted_node import ScriptedNode, scripted_node


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (503, "unavailable_shards_exception"),
        (429, "rejected_execution_exception"),
        (500, "node_not_connected_exception"),
        (500, "{'type': 'node_disconnected_exception', 'reason': 'disconnected'}"),
        (500, "node_closed_exception"),
        (400, "invalid_index_name_exception"),
    ],
)
def test_what_passes_is_asked_again(status: int, said: str) -> None:
    assert may_pass(TransportError(status, said, {}))


@pytest.mark.parametrize(
    ("status", "said"), [(500, "null_pointer_exception"), (400, "mapper_parsing_exception")]
)
def test_what_does_not_pass_is_a_refusal(status: int, said: str) -> None:
    assert not may_pass(TransportError(status, said, {}))


BECAUSE = {
    "error": {
        "type": "search_phase_execution_exception",
        "reason": "all shards failed",
        "failed_shards": [{"shard": 0, "reason": {"type": "node_closed_exception", "reason": "closed"}}],
    },
    "status": 500,
}


def test_what_passes_may_stand_among_the_causes() -> None:
    error = TransportError(500, "search_phase_execution_exception", BECAUSE)
    assert may_pass(error)
    assert told(error) == "500 search_phase_execution_exception, node_closed_exception"
    elsewhere: list[Any] = [
        {},
        None,
        [],
        "node_closed_exception",
        {"error": {"reason": "node_closed_exception"}},
    ]
    for info in elsewhere:
        assert not may_pass(TransportError(500, "search_phase_execution_exception", info))


def test_what_is_not_whole_is_asked_again() -> None:
    assert may_pass(Incomplete("3 of 4 parts of the index answered"))


SHARDS = {"total": 2, "successful": 2, "failed": 0}


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"_shards": SHARDS}, None),
        ({"_shards": SHARDS, "timed_out": False}, None),
        ({"_shards": SHARDS, "timed_out": True}, "2 of 2 parts"),
        ({"_shards": {**SHARDS, "successful": 1}}, "1 of 2 parts"),
        ({"_shards": {**SHARDS, "failed": 1}}, "2 of 2 parts"),
    ],
)
def test_an_answer_is_whole_when_every_part_has_answered(answer: dict[str, Any], told: str | None) -> None:
    if told is None:
        assert whole(answer) is answer
    else:
        with pytest.raises(Incomplete, match=told):
            whole(answer)


def test_an_error_in_an_answer_is_told_with_its_status() -> None:
    with pytest.raises(TransportError) as raised:
        whole({"error": "x" * 400, "status": 404})
    assert (raised.value.status_code, raised.value.error) == (404, "x" * 300)
    with pytest.raises(TransportError) as raised:
        whole({"error": {"type": "gone"}})
    assert raised.value.status_code == 500


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Unconnected("N/A", "refused", Exception()), "no connection"),
        (TransportError(503, "not \n  now", {}), "503 not now"),
        (TransportError(503, "x" * 400, {}), f"503 {'x' * 296}"),
        (Incomplete("1 of  2"), "1 of 2"),
        (Incomplete("x" * 301), "x" * 300),
    ],
)
def test_an_error_is_told_in_one_line(error: Exception, words: str) -> None:
    assert told(error) == words


@pytest.fixture
def node() -> Iterator[ScriptedNode]:
    with scripted_node() as node:
        yield node


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses made, on a clock that they alone move."""
    pauses: list[float] = []
    monkeypatch.setattr("index.search.opensearch.connection.sleep", pauses.append)
    monkeypatch.setattr("index.search.opensearch.connection.monotonic", lambda: sum(pauses))
    return pauses


def connected(node: ScriptedNode, patience: float = 30.0) -> Connection:
    return Connection([node.address], patience=patience)


BUSY = (503, {"error": "not now", "status": 503})
FOUND = (200, {"_shards": SHARDS, "hits": {}})


def test_a_request_is_repeated_with_longer_and_longer_pauses(node: ScriptedNode, clock: list[float]) -> None:
    # The client asks each node once more by itself.
    node.script = [BUSY] * 16 + [FOUND]
    assert connected(node).search("parley", {"size": 1}) == FOUND[1]
    assert clock == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0]
    assert {path.partition("?")[0] for _, path, _ in node.asked} == {"/parley/_search"}
    assert json.loads(node.asked[-1][2]) == {"size": 1}


@pytest.mark.parametrize(("patience", "pauses"), [(0.0, 0), (0.04, 0), (0.05, 1), (0.14, 1), (0.16, 2)])
def test_it_is_repeated_as_long_as_the_patience_lasts(
    node: ScriptedNode, clock: list[float], patience: float, pauses: int
) -> None:
    node.script = [BUSY]
    with pytest.raises(StoreBusy, match=r"does not answer \(503"):
        connected(node, patience).search("parley", {})
    assert len(clock) == pauses


@pytest.fixture
def nobody() -> str:
    """An address at which nobody listens."""
    return f"http://127.0.0.1:{free_ports(1)[0]}"


@pytest.mark.parametrize(("to_reach", "pauses"), [(0.0, 0), (0.16, 2), (3.0, 5), (30.0, 19)])
def test_nodes_that_never_answered_are_tried_for_as_long_as_it_is_said(
    nobody: str, clock: list[float], to_reach: float, pauses: int
) -> None:
    with pytest.raises(StoreBusy, match=rf"^The cluster at {nobody} does not answer \(no connection\); try"):
        Connection([nobody], to_reach=to_reach).search("parley", {})
    assert len(clock) == pauses


def test_nodes_that_have_answered_are_waited_for(node: ScriptedNode, clock: list[float]) -> None:
    node.script = [BUSY]
    with pytest.raises(StoreBusy):
        Connection([node.address], to_reach=0.0).search("parley", {})
    assert sum(clock) > PATIENCE - _LONGEST_PAUSE


def test_a_node_has_less_time_to_take_a_connection_than_to_answer(node: ScriptedNode) -> None:
    pool = connected(node).client.transport.get_connection().pool
    assert (pool.timeout.connect_timeout, pool.timeout.read_timeout) == (TO_CONNECT, TIMEOUT)


def test_the_log_says_at_once_and_once_what_is_waited_for(
    node: ScriptedNode, clock: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "index")
    # The client asks each node once more by itself: two hiccups, then what lasts, then two requests that are answered.
    node.script = [BUSY] * 4 + [FOUND] + [BUSY] * 20 + [FOUND]
    connection = connected(node)
    connection.search("parley", {})
    assert caplog.messages == []
    connection.search("parley", {})
    connection.search("parley", {})
    said = f"The cluster at {node.address} does not answer (503 not now); trying again for 30 seconds"
    assert caplog.messages == [said, "the cluster answers again"]


@pytest.mark.parametrize(("patience", "lines"), [(WORTH_SAYING, 0), (WORTH_SAYING + 1, 1)])
def test_nothing_is_logged_where_the_refusal_comes_soon(
    nobody: str, clock: list[float], caplog: pytest.LogCaptureFixture, patience: float, lines: int
) -> None:
    with pytest.raises(StoreBusy):
        Connection([nobody], patience=patience).search("parley", {})
    assert len(caplog.messages) == lines


def test_what_is_not_whole_in_the_end_is_said(node: ScriptedNode, clock: list[float]) -> None:
    node.script = [(200, {"_shards": {**SHARDS, "successful": 1}})]
    with pytest.raises(NotWhole, match="is not whole: 1 of 2 parts"):
        connected(node, 0.0).search("parley", {})


@pytest.mark.parametrize(
    ("status", "raised"),
    [(401, StoreUnavailable), (403, StoreUnavailable), (400, StoreError), (409, ConflictError)],
)
def test_what_is_refused_is_not_asked_again(
    node: ScriptedNode, clock: list[float], status: int, raised: type[Exception]
) -> None:
    node.script = [(status, {"error": "no", "status": status})]
    with pytest.raises(raised):
        connected(node).search("parley", {})
    assert (len(node.asked), clock) == (1, [])


def test_nothing_is_asked_for_nothing(node: ScriptedNode) -> None:
    connection = connected(node)
    assert connection.search_several("parley", []) == []
    assert connection.read_several("parley", [], ["row"]) == []
    assert node.asked == []


def test_several_searches_are_one_request(node: ScriptedNode) -> None:
    node.script = [(200, {"responses": [{"_shards": SHARDS, "n": 1}, {"_shards": SHARDS, "n": 2}]})]
    found = connected(node).search_several("parley", [{"size": 1}, {"size": 2}])
    assert [one["n"] for one in found] == [1, 2]
    assert [json.loads(line) for line in node.asked[0][2].splitlines()] == [{}, {"size": 1}, {}, {"size": 2}]


def test_what_is_there_is_read_and_what_is_lost_is_said(node: ScriptedNode, clock: list[float]) -> None:
    docs = [{"found": True, "_source": {"row": 1}}, {"found": False}, {"found": True, "_source": {"row": 2}}]
    node.script = [(200, {"docs": docs})]
    assert connected(node).read_several("parley", ["a", "b", "c"], ["row"]) == [{"row": 1}, {"row": 2}]
    node.script = [(200, {"docs": [*docs, {"error": "away"}]})]
    with pytest.raises(StoreBusy, match="3 of 4 passages could be read"):
        connected(node, 0.0).read_several("parley", ["a", "b", "c", "d"], ["row"])


def item(status: int, result: str | None, copies: int = 2, error: str = "") -> dict[str, Any]:
    body: dict[str, Any] = {"status": status, "_shards": {"total": 2, "successful": copies, "failed": 0}}
    if result:
        body["result"] = result
    if error:
        body["error"] = error
    return {"index": body}


@pytest.mark.parametrize(
    ("answered", "again"),
    [
        (item(201, "created"), False),
        (item(201, "created", 3), False),
        (item(201, "created", 1), True),
        (item(200, "noop", 1), False),
        (item(404, "not_found"), False),
        (item(404, "not_found", 1), True),
        (item(429, None), True),
        (item(503, None), True),
    ],
)
def test_a_change_is_carried_out_until_two_copies_hold_it(
    node: ScriptedNode, clock: list[float], answered: dict[str, Any], again: bool
) -> None:
    done = item(201, "created")
    node.script = [(200, {"items": [done, answered]}), (200, {"items": [done]})]
    connected(node).write({"_index": "parley", "_id": name, "row": 1} for name in "ab")
    assert len(node.asked) == 1 + again
    assert [json.loads(line)["index"]["_id"] for line in node.asked[0][2].splitlines()[::2]] == ["a", "b"]
    if again:
        assert [json.loads(line)["index"]["_id"] for line in node.asked[1][2].splitlines()[::2]] == ["b"]


def test_a_change_that_too_few_copies_hold_is_said_and_one_that_is_refused_is_an_error(
    node: ScriptedNode, clock: list[float]
) -> None:
    action = {"_index": "parley", "_id": "a", "row": 1}
    node.script = [(200, {"items": [item(201, "created", 1)]})]
    with pytest.raises(StoreBusy, match="1 changes are held by fewer than 2 copies"):
        connected(node, 0.0).write([action])
    node.script = [(200, {"items": [item(400, None, error="bad")]})]
    with pytest.raises(StoreError, match="bad"):
        connected(node).write([action])

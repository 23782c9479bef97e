"""What a node says of another that is away is no refusal: the same request is made again."""

import pytest
from opensearchpy.exceptions import TransportError

from index.search.opensearch.connection import Incomplete, may_pass


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (503, "unavailable_shards_exception"),
        (429, "rejected_execution_exception"),
        (500, "node_not_connected_exception"),
        (500, "{'type': 'node_disconnected_exception', 'reason': 'disconnected'}"),
        (500, "node_closed_exception"),
    ],
)
def test_what_passes_is_asked_again(status: int, said: str) -> None:
    assert may_pass(TransportError(status, said, {}))


@pytest.mark.parametrize(
    ("status", "said"), [(500, "null_pointer_exception"), (400, "mapper_parsing_exception")]
)
def test_what_does_not_pass_is_a_refusal(status: int, said: str) -> None:
    assert not may_pass(TransportError(status, said, {}))


def test_what_is_not_whole_is_asked_again() -> None:
    assert may_pass(Incomplete("3 of 4 parts of the index answered"))

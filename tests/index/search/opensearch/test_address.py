"""What is an address of a node, and what stands behind one that nobody should see."""

import pytest

from index.search.opensearch.address import Cluster, is_address_of_node


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://node-1:9200", True),
        ("http://127.0.0.1:9200", True),
        ("https://node-1", True),
        ("https://node-1:9200/", True),
        ("https://node-1:65535", True),
        ("https://node-1:65536", False),
        ("https://node-1:0", False),
        ("https://node-1:port", False),
        ("ftp://node-1:9200", False),
        ("node-1:9200", False),
        ("https://:9200", False),
        ("https://user:secret@node-1:9200", False),
        ("https://node-1:9200/index", False),
        ("https://node-1:9200?pretty", False),
        ("https://node-1:9200#top", False),
    ],
)
def test_an_address_names_a_node_and_nothing_more(text: str, is_one: bool) -> None:
    assert is_address_of_node(text) is is_one


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(Cluster(("https://node-1:9200",), "parley", "secret"))

"""A passage as the cluster keeps it, and which of them may be seen at a generation."""

import pytest

from index.search.opensearch.generations import State
from index.search.opensearch.passages import counted, encoded


@pytest.mark.parametrize(
    ("term", "kept"),
    [
        ("truce", "truce"),
        ("a b|c", "a_b_c"),
        ("x" * 100, "x" * 100),
    ],
)
def test_a_term_is_kept_as_one_word(term: str, kept: str) -> None:
    assert encoded(term) == kept


def test_a_longer_term_is_kept_by_its_beginning_and_its_digest() -> None:
    one, other = encoded("x" * 101), encoded("x" * 102)
    assert one != other
    assert one[:51] == other[:51] == "x" * 50 + "_"
    assert len(one) == 51 + 64


def test_how_often_each_term_is_there_is_read_back() -> None:
    assert counted("truce|4 a_b|1  u.s|12") == {"truce": 4, "a_b": 1, "u.s": 12}
    assert counted("") == {}


@pytest.mark.parametrize(
    ("born", "died", "seen"),
    [
        (5, None, True),
        (6, None, False),
        (1, None, True),
        (3, None, False),
        (1, 5, False),
        (1, 6, True),
        (1, 3, True),
        (1, 4, False),
        (3, 6, False),
    ],
)
def test_what_was_born_up_to_the_generation_and_has_not_died_is_seen(
    born: int, died: int | None, seen: bool
) -> None:
    assert State(generation=5, ticket=6, abandoned=(3,)).sees(born, died) is seen


@pytest.mark.parametrize(
    ("ticket", "abandoned", "writing"), [(5, (), False), (6, (), True), (6, (6,), False), (7, (6,), True)]
)
def test_who_holds_the_last_ticket_writes(ticket: int, abandoned: tuple[int, ...], writing: bool) -> None:
    assert State(generation=5, ticket=ticket, abandoned=abandoned).writing is writing


def test_what_is_not_to_be_seen_is_asked_to_be_left_out() -> None:
    born, died = {"range": {"born": {"gt": 5}}}, {"range": {"died": {"lte": 5}}}
    assert State(generation=5).unseen() == [born, died]
    undone = State(generation=5, abandoned=(3,)).unseen()
    assert undone == [
        born,
        {"terms": {"born": [3]}},
        {"bool": {"filter": [died], "must_not": [{"terms": {"died": [3]}}]}},
    ]

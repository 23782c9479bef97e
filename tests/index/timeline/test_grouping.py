"""Which events are one: how alike they must be told, by how far apart their dates are."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from index.model import Granularity
from index.timeline.grouping import _date_key, _finest, group
from index.timeline.similarity import TermVectors
from index.timeline.storage import StoredEvent

MAY = date(2024, 5, 2)


def event(number: int, day: date, granularity: Granularity = "day", last: date | None = None) -> StoredEvent:
    return StoredEvent(
        number, number, 0, 0, 10, None, day, last or day, granularity, "explicit", False, ()
    )  # fmt: skip


def terms(shared: int, own: int) -> TermVectors:
    """Two sentences with so many terms in common, and so many each of its own."""
    common = {f"common {number}" for number in range(shared)}
    return TermVectors([frozenset(common | {f"{side} {number}" for number in range(own)}) for side in "ab"])


def are_one(vectors: TermVectors, one: StoredEvent, other: StoredEvent) -> bool:
    return len(group([one, other], vectors)) == 1


def likeness(vectors: TermVectors) -> float:
    ((), ((_, found),)) = vectors.alike([0, 1], 1, 0.01)
    return found


@pytest.mark.parametrize(("shared", "own", "alike", "one"), [(4, 3, 0.347, False), (7, 5, 0.358, True)])
def test_of_one_date_those_that_are_told_alike_by_a_third_are_one(
    shared: int, own: int, alike: float, one: bool
) -> None:
    vectors = terms(shared, own)
    assert likeness(vectors) == pytest.approx(alike, abs=0.001)
    assert are_one(vectors, event(1, MAY), event(2, MAY)) is one


@pytest.mark.parametrize(("shared", "own", "alike", "one"), [(15, 4, 0.599, False), (19, 5, 0.602, True)])
def test_of_days_apart_those_that_are_told_alike_by_more_are_one(
    shared: int, own: int, alike: float, one: bool
) -> None:
    vectors = terms(shared, own)
    assert likeness(vectors) == pytest.approx(alike, abs=0.001)
    assert are_one(vectors, event(1, MAY), event(2, MAY + timedelta(days=7))) is one


def test_of_days_more_than_a_week_apart_none_are_one() -> None:
    vectors = terms(9, 0)
    assert are_one(vectors, event(1, MAY), event(2, MAY + timedelta(days=7)))
    assert not are_one(vectors, event(1, MAY), event(2, MAY + timedelta(days=8)))


@pytest.mark.parametrize(("shared", "own", "alike", "one"), [(14, 6, 0.481, True), (9, 4, 0.472, False)])
def test_a_day_and_its_month_are_one_where_they_are_told_alike_by_half(
    shared: int, own: int, alike: float, one: bool
) -> None:
    vectors = terms(shared, own)
    assert likeness(vectors) == pytest.approx(alike, abs=0.001)
    month = event(2, date(2024, 5, 1), "month", date(2024, 5, 31))
    assert are_one(vectors, event(1, MAY), month) is one


def test_the_finest_date_speaks_for_an_entry() -> None:
    month = event(1, date(2024, 5, 1), "month", date(2024, 5, 31))
    (entry,) = group([month, event(2, MAY)], terms(9, 0))
    assert entry.speaker == 1


def grouped(vectors: TermVectors, *events: StoredEvent) -> list[list[int]]:
    return [entry.places for entry in group(events, vectors)]


@pytest.mark.parametrize(
    ("changes", "one"),
    [
        ({}, True),
        ({"planned": True}, True),
        ({"planned": True, "earliest": date(2024, 5, 1)}, False),
        ({"undone": "cancelled"}, False),
        ({"granularity": "vague"}, True),
        ({"granularity": "vague", "latest": date(2024, 5, 9)}, False),
        ({"granularity": "vague", "earliest": date(2024, 5, 1)}, False),
        ({"earliest": None, "latest": None}, False),
        ({"document": 1}, False),
        ({"earliest": date(2024, 4, 1)}, True),
        ({"earliest": date(2024, 4, 1), "latest": date(2024, 5, 1)}, True),
        ({"earliest": date(2024, 4, 20), "latest": date(2024, 4, 24), "granularity": "week"}, False),
        ({"earliest": date(2024, 5, 3), "latest": date(2024, 5, 9), "granularity": "week"}, False),
        ({"earliest": date(2024, 4, 25), "latest": date(2024, 4, 25)}, True),
        ({"earliest": date(2024, 4, 24), "latest": date(2024, 4, 24)}, False),
    ],
)
def test_what_rules_out_that_two_told_in_the_same_words_are_one(changes: dict[str, Any], one: bool) -> None:
    assert are_one(terms(9, 0), event(1, MAY), replace(event(2, MAY), **changes)) is one


def test_an_event_joins_the_entry_that_it_is_most_like() -> None:
    vectors = TermVectors([frozenset("abcdxy"), frozenset("efghuv"), frozenset("efghab")])
    assert grouped(vectors, *(event(number, MAY) for number in (1, 2, 3))) == [[0], [1, 2]]
    assert grouped(vectors, event(1, MAY), event(2, MAY), event(2, MAY)) == [[0], [1], [2]]


def test_those_with_the_shortest_time_speak() -> None:
    week = event(1, MAY, "week", date(2024, 5, 8))
    assert _finest([0, 1, 2], [week, event(2, MAY), event(3, MAY)]) == [1, 2]
    unknown = replace(week, earliest=None)
    assert _finest([0, 1], [unknown, week]) == [1]
    assert _finest([0], [unknown]) == [0]


def test_where_one_end_is_not_known_the_other_places_an_event() -> None:
    assert _date_key(event(1, MAY)) == (MAY.toordinal(), MAY.toordinal())
    assert _date_key(replace(event(1, MAY), earliest=None)) == (MAY.toordinal(), MAY.toordinal())
    assert _date_key(replace(event(1, MAY), latest=None)) == (MAY.toordinal(), MAY.toordinal())
    assert _date_key(replace(event(1, MAY), earliest=None, latest=None)) == (0, 0)


@pytest.mark.parametrize(("between", "one"), [(59, True), (60, False)])
def test_an_event_is_compared_with_the_sixty_before_it(between: int, one: bool) -> None:
    alike = frozenset("abcdefgh")
    others = [frozenset({f"{number}"}) for number in range(between)]
    events = [event(number, MAY) for number in range(between + 2)]
    assert (len(group(events, TermVectors([alike, *others, alike]))) == between + 1) is one


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"12"}, {"40"}, False),
        ({"12", "3"}, {"12", "4"}, False),
        ({"12"}, {"12", "30"}, True),
        ({"12"}, set(), True),
        # The event's own day and year are written in one and not in the other.
        ({"12", str(MAY.day)}, {"12", str(MAY.year)}, True),
    ],
)
def test_sentences_that_differ_in_a_number_are_not_one(one: set[str], other: set[str], alike: bool) -> None:
    common = frozenset(f"common {number}" for number in range(40))
    assert are_one(TermVectors([common | one, common | other]), event(1, MAY), event(2, MAY)) is alike


def test_what_was_done_speaks_for_what_was_planned() -> None:
    vectors = terms(7, 5)
    planned, done = replace(event(1, MAY), planned=True), event(2, MAY)
    for events in ([planned, done], [done, planned]):
        (entry,) = group(events, vectors)
        assert not events[entry.speaker].planned

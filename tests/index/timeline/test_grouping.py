"""Which events are one: how alike they must be told, by how far apart their dates are."""

from datetime import date, timedelta

import pytest

from index.model import Granularity
from index.timeline.grouping import group
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

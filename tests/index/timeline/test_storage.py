"""Events read date by date are those that reading all of them gives."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index import Document, Index
from index.requests import Filters, Period
from index.storage.store import Store
from index.timeline.selection import _few_of_each_date
from index.timeline.storage import (
    count_by_days,
    every_actor,
    first_and_last_day,
    read_events,
    read_few_of_each_date,
)

NAMES = ("Ada Varn", "Pavel Orsic", "Tilda Brandt")
PUBLISHERS = ("The Delta Courier", None, "Harbor Herald")
FILTERS = (
    Filters(),
    Filters(publisher="the delta courier"),
    Filters(collections=("server-7",)),
    Filters(collections=("shared", "server-7")),
)
PERIODS = (Period(), Period(since=date(2024, 3, 2)), Period(date(2024, 3, 1), date(2024, 3, 2)))


def article(number: int) -> Document:
    lines = [
        f"{NAMES[number % 3]} met the envoys of Norland on {1 + number % 3} March 2024.",
        f"The herring talks went on for {number} hours on {1 + number % 2} March 2024.",
        "In recent months, the gunboats have stayed away from the estuary.",
        "The delegation will visit Port Amity for talks soon.",
        f"In March 2024, {NAMES[number % 2]} counted {number} boats.",
    ]
    return Document(
        key=f"article-{number}",
        title=f"Article {number}",
        text="\n\n".join(lines[: 2 + number % 4]),
        publisher=PUBLISHERS[number % 3],
        published=date(2024, 3, 4) if number % 4 else None,
        collection="server-7" if number % 5 == 0 else "shared",
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("storage") / "parley.db"
    with Index.open(path) as index:
        index.add_documents([article(number) for number in range(180)])
        for number in range(0, 60, 7):
            index.remove(article(number).id)
    opened = Store(path)
    yield opened
    opened.close()


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("period", PERIODS)
def test_dates_are_counted_as_their_events_are(store: Store, filters: Filters, period: Period) -> None:
    with store.reading() as db:
        documents: defaultdict[object, set[int]] = defaultdict(set)
        counts: Counter[object] = Counter()
        for event in read_events(db, filters, period):
            documents[event.earliest, event.latest].add(event.document)
            counts[event.earliest, event.latest] += 1
        counted = count_by_days(db, filters, period)
    assert counts
    assert {days[:2]: (events, held) for days, events, held in counted} == {
        days: (counts[days], len(held)) for days, held in documents.items()
    }


@pytest.mark.parametrize("filters", FILTERS)
def test_a_few_of_each_date_are_those_chosen_from_all(store: Store, filters: Filters) -> None:
    with store.reading() as db:
        counted = count_by_days(db, filters, Period())
        assert (
            any(events > 50 for _, events, _ in counted) or filters.publisher or len(filters.collections) == 1
        )
        for chosen in ({days for days, _, _ in counted}, {days for days, _, _ in counted[1:3]}):
            every = read_events(db, filters, Period(), days=chosen)
            few = read_few_of_each_date(db, filters, chosen, 50)
            assert few == _few_of_each_date(every)
            assert few
        assert len(read_few_of_each_date(db, filters, {counted[-1][0]}, 1)) == 1


def test_the_first_and_the_last_day_are_those_of_the_events_that_pass(store: Store) -> None:
    with store.reading() as db:
        assert first_and_last_day(db, Filters()) == (date(2024, 3, 1), date(2024, 3, 31))
        assert first_and_last_day(db, Filters(publisher="Nobody")) is None


def test_every_name_stands_once(store: Store) -> None:
    with store.reading() as db:
        rows = db.execute("SELECT DISTINCT actor FROM event_actors ORDER BY actor").fetchall()
        assert every_actor(db) == [name for (name,) in rows]


def test_an_index_without_events_has_no_names(tmp_path: Path) -> None:
    Index.open(tmp_path / "empty.db").close()
    with Index.open(tmp_path / "empty.db") as index:
        assert index.actors() == ()
        store = Store(tmp_path / "empty.db")
        with store.reading() as db:
            assert every_actor(db) == []
        store.close()

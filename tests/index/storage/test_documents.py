from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.adding.ingestion import prepare_batch, write
from index.errors import QueryError
from index.language.tokens import Analyzer
from index.model import Document
from index.requests import Filters, Period
from index.search.segment_engine import SegmentEngine
from index.storage import documents
from index.storage.store import Store

MAY = [date(2024, 5, day) for day in range(1, 6)]
HELD = (
    Document("a", "B talks", "Text a.", "Courier", "https://courier.example/a", MAY[0], pages=(0, 5)),
    Document("b", "A talks", "Text b.", "Herald", None, MAY[2]),
    Document("c", "C talks", "Text c.", "Courier", None, MAY[2]),
    Document("d", "D talks", "Text d.", None, None, None),
    Document("e", "E talks", "Text e.", "Gazette", None, MAY[4], "guild"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "parley.db")
    with store.writing() as db:
        write(db, SegmentEngine(store), prepare_batch(HELD, Analyzer()))
    yield store
    store.close()


def keys(store: Store, filters: Filters, limit: int | None = None, offset: int = 0) -> str:
    with store.reading() as db:
        return "".join(item.key for item in documents.list_documents(db, filters, limit, offset))


@pytest.mark.parametrize("document", HELD)
def test_a_document_comes_back_as_it_was(store: Store, document: Document) -> None:
    with store.reading() as db:
        found = documents.find_document(db, document.id)
        assert found is not None and found[1] == document
        assert documents.read_document(db, found[0]) == document


def test_a_document_of_another_collection_is_not_found(store: Store) -> None:
    with store.reading() as db:
        assert documents.find_document(db, HELD[4].id, ["shared"]) is None
        assert documents.find_document(db, HELD[4].id, ["shared", "guild"]) is not None
        assert documents.find_document(db, "nobody") is None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), "bcad"),
        (Filters(Period(MAY[1])), "bc"),
        (Filters(Period(until=MAY[1])), "a"),
        (Filters(Period(MAY[2], MAY[2])), "bc"),
        (Filters(publisher="courier"), "ca"),
        (Filters(publisher="Nobody"), ""),
        (Filters(collections=("guild",)), "e"),
        (Filters(collections=("guild", "shared")), "ebcad"),
        (Filters(collections=()), ""),
    ],
)
def test_filters_let_through_what_they_name_newest_first(
    store: Store, filters: Filters, expected: str
) -> None:
    assert keys(store, filters) == expected
    with store.reading() as db:
        rows = documents.matching_rows(db, filters)
        if rows is None:
            assert len(expected) == len(HELD)
        else:
            assert {documents.read_document(db, row).key for row in rows} == set(expected)


def test_a_page_is_cut_out(store: Store) -> None:
    assert keys(store, Filters(), limit=2) == "bc"
    assert keys(store, Filters(), limit=2, offset=2) == "ad"
    assert keys(store, Filters(), offset=3) == "d"


def test_the_newest_date_is_of_what_passes(store: Store) -> None:
    with store.reading() as db:
        assert documents.newest_date(db, Filters()) == MAY[2]
        assert documents.newest_date(db, Filters(collections=("guild",))) == MAY[4]
        assert documents.newest_date(db, Filters(publisher="Nobody")) is None


def test_publishers_come_by_how_much_they_published(store: Store) -> None:
    with store.reading() as db:
        assert documents.list_publishers(db, ["shared"]) == ("Courier", "Herald")
        assert documents.list_publishers(db, ["guild"]) == ("Gazette",)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(QueryError, match="swap the two dates"):
        Period(MAY[1], MAY[0])

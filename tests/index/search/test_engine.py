"""The contract of a search engine: what holds for the one in the database holds for any."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.adding import ingestion
from index.language.tokens import Analyzer
from index.model import Document
from index.requests import Filters, Period
from index.search.engine import DocumentPassages, Engine, Moment
from index.search.segment_engine import SegmentEngine
from index.storage.store import Store
from tests.index.search.memory_engine import MemoryEngine
from tests.index.search.test_bm25 import document, filters, weights

ANALYZER = Analyzer()
EVERYTHING = Filters()
ACCORD = Document(
    "accord", "River accord", "The envoys signed. The truce holds. A truce needs an envoy. Nobody left."
)
GRAIN = Document(
    "grain", "Grain", "The grain talks went on.", "The Delta Courier", published=date(2024, 3, 1)
)
GUILD = Document("guild", "Truce", "The truce of the guild.", collection="server-7")


class Shelf:
    """An engine with the rows of its documents."""

    def __init__(self, engine: Engine, store: Store | None = None) -> None:
        self.engine = engine
        self._store = store
        self.rows: dict[str, int] = {}
        self._next = 1

    def write(self, added: list[Document], removed: list[str] = []) -> None:  # noqa: B006
        gone = [self.rows.pop(key) for key in removed]
        prepared = {self._next + place: indexed(item) for place, item in enumerate(added)}
        self.rows |= {item.key: self._next + place for place, item in enumerate(added)}
        self._next += len(added)
        if self._store is None:
            self.engine.write(prepared, gone)
            return
        with self._store.writing() as db:
            for row, item in prepared.items():
                held = item.document
                db.execute(
                    """INSERT INTO documents (row, id, collection, key, title, publisher, published, text, pages, digest,
                       title_terms, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '[]', '', '', '')""",
                    [
                        row, f"{row}", held.collection, held.key, held.title, held.publisher,
                        held.published.isoformat() if held.published else None, held.text,
                    ],
                )  # fmt: skip
            ingestion.write_passages(db, self.engine, prepared, gone)
            for row in gone:
                db.execute("DELETE FROM documents WHERE row = ?", [row])


def indexed(item: Document) -> DocumentPassages:
    found = ingestion.prepare(item, ANALYZER)
    return DocumentPassages(
        item, found.sentences, found.terms, found.positions, found.passages, found.title_terms
    )


def in_memory(_folder: Path) -> Iterator[Shelf]:
    yield Shelf(MemoryEngine())


def in_segments(folder: Path) -> Iterator[Shelf]:
    with closing(Store(folder / "parley.db")) as store:
        yield Shelf(SegmentEngine(store), store)


@pytest.fixture(
    params=[in_segments, in_memory, pytest.param(None, id="in_cluster", marks=pytest.mark.cluster)]
)
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shelf]:
    make: Callable[[Path], Iterator[Shelf]] | None = request.param
    yield from [Shelf(request.getfixturevalue("cluster_engine"))] if make is None else make(tmp_path)


def keys(shelf: Shelf, moment: Moment, only: Filters = EVERYTHING, hidden: tuple[str, ...] = ()) -> list[str]:
    """The documents of the passages that speak of a truce, grain or an envoy."""
    words = {"truce": 1.0, "grain": 1.0, "envoy": 1.0}
    hits = moment.search(words, 10, only, [shelf.rows[key] for key in hidden])
    passages = moment.read_passages([hit.passage for hit in hits])
    names = {row: key for key, row in shelf.rows.items()}
    return list(dict.fromkeys(names[passages[hit.passage].document] for hit in hits))


def test_an_empty_engine_holds_nothing(shelf: Shelf) -> None:
    with shelf.engine.moment() as moment:
        assert moment.passages == moment.holding("truce") == 0
        assert moment.search({"truce": 1.0}, 10, EVERYTHING) == []
        assert moment.score({"truce": 1.0}, []) == {}
        assert moment.read_passages([]) == {}
        assert moment.nearest_term("truces") is None


def test_the_statistics_are_those_of_the_passages(shelf: Shelf) -> None:
    shelf.write([ACCORD, GRAIN])
    with shelf.engine.moment() as moment:
        assert moment.passages == 3
        moment.expect({"truce", "grain", "absent"})
        assert [moment.holding(term) for term in ("truce", "grain", "envoy", "absent")] == [2, 1, 2, 0]


def test_what_is_added_and_removed_in_one_step_is_seen_together(shelf: Shelf) -> None:
    shelf.write([ACCORD])
    with shelf.engine.moment() as before:
        generation = before.generation
    shelf.write([GRAIN], removed=["accord"])
    with shelf.engine.moment() as moment:
        assert moment.generation != generation
        assert moment.passages == 1
        assert keys(shelf, moment) == ["grain"]


def test_a_moment_does_not_see_what_is_written_meanwhile(shelf: Shelf) -> None:
    shelf.write([ACCORD])
    writing = threading.Thread(target=shelf.write, args=([GRAIN],))
    with shelf.engine.moment() as moment:
        assert moment.passages == 2
        writing.start()
        with shelf.engine.moment() as inner:
            assert inner.generation == moment.generation
        assert moment.passages == 2
        assert moment.search({"grain": 1.0}, 10, EVERYTHING) == []
    writing.join()
    with shelf.engine.moment() as moment:
        assert moment.passages == 3


def test_filters_and_hidden_documents_are_kept_to(shelf: Shelf) -> None:
    shelf.write([ACCORD, GRAIN, GUILD])
    with shelf.engine.moment() as moment:
        assert set(keys(shelf, moment)) == {"accord", "grain"}
        assert keys(shelf, moment, Filters(publisher="the delta courier")) == ["grain"]
        assert keys(shelf, moment, Filters(Period(date(2024, 3, 1), date(2024, 3, 1)))) == ["grain"]
        assert keys(shelf, moment, Filters(Period(date(2024, 3, 2)))) == []
        assert keys(shelf, moment, Filters(collections=("server-7",))) == ["guild"]
        assert keys(shelf, moment, Filters(collections=())) == []
        assert keys(shelf, moment, hidden=("accord",)) == ["grain"]
        assert keys(shelf, moment, Filters(publisher="the delta courier"), hidden=("grain",)) == []


def test_passages_come_back_as_they_were(shelf: Shelf) -> None:
    shelf.write([ACCORD, GRAIN])
    with shelf.engine.moment() as moment:
        hits = moment.search({"envoy": 1.0}, 10, EVERYTHING)
        passages = moment.read_passages([*(hit.passage for hit in hits), 999])
        scores = moment.score({"envoy": 1.0}, [hits[0].passage])
    assert sorted(passages) == sorted(hit.passage for hit in hits)
    assert scores == {hits[0].passage: hits[0].score}
    for passage in passages.values():
        assert passage.document == shelf.rows["accord"]
        for sentence in passage.sentences:
            words = ACCORD.slice(sentence.span.start, sentence.span.end)
            tokens = ANALYZER.tokens(words)
            assert sentence.terms == tuple(token.term for token in tokens)
            assert sentence.positions.tolist() == [token.position for token in tokens]
        ordinals = [sentence.ordinal for sentence in passage.sentences]
        assert ordinals == list(range(ordinals[0], ordinals[0] + 3))


def test_a_misspelt_term_is_found_among_those_that_are_held(shelf: Shelf) -> None:
    shelf.write([ACCORD, GRAIN])
    with shelf.engine.moment() as moment:
        assert moment.nearest_term("truse") == "truce"
        assert moment.nearest_term("xruce") is None


def test_putting_in_order_changes_no_answer(shelf: Shelf) -> None:
    for item in (ACCORD, GRAIN, GUILD):
        shelf.write([item])
    shelf.write([], removed=["grain"])
    with shelf.engine.moment() as moment:
        before = moment.search({"truce": 1.0, "envoy": 2.0}, 10, EVERYTHING), moment.passages
    shelf.engine.optimise()
    with shelf.engine.moment() as moment:
        assert (moment.search({"truce": 1.0, "envoy": 2.0}, 10, EVERYTHING), moment.passages) == before


@settings(max_examples=25, deadline=None)
@given(
    first=st.lists(document, max_size=4, unique_by=lambda item: item.key),
    second=st.lists(document, max_size=3, unique_by=lambda item: item.key),
    query=weights,
    limit=st.sampled_from([0, 1, 10]),
    only=filters,
)
def test_engines_answer_alike(
    first: list[Document], second: list[Document], query: dict[str, float], limit: int, only: Filters
) -> None:
    terms = {ANALYZER.terms(word)[0]: weight for word, weight in query.items()}
    with TemporaryDirectory() as folder:
        told = []
        for shelf in chain(in_memory(Path(folder)), in_segments(Path(folder))):
            shelf.write(first)
            shelf.write(second, removed=[item.key for item in second if item.key in shelf.rows])
            with shelf.engine.moment() as moment:
                hits = moment.search(terms, limit, only)
                told.append((moment.passages, [moment.holding(term) for term in terms], hits))
    assert told[0] == told[1]

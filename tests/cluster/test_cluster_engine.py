"""What the engine in the cluster promises beyond the contract of every engine, on three real nodes."""

import threading
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import Cluster as Where
from index.errors import StoreBusy, StoreUnavailable
from index.model import Document
from index.requests import Filters
from index.search.opensearch.connection import Connection
from index.search.opensearch.engine import ClusterEngine
from index.search.opensearch.generations import Generations
from index.search.opensearch.passages import bodies, counted, encoded, stored
from tests.cluster.nodes import Cluster, free_ports
from tests.index.search.memory_engine import MemoryEngine
from tests.index.search.test_bm25 import document, filters, weights
from tests.index.search.test_engine import ACCORD, ANALYZER, EVERYTHING, GRAIN, GUILD, Shelf, indexed

pytestmark = pytest.mark.cluster

WORDS = ("truce", "envoy", "grain", "harbour", "border", "signed", "council", "bridge", "winter", "letter")


@pytest.fixture
def opened(where: Where, connection: Connection) -> Callable[[], ClusterEngine]:
    """Gives engines on the same passages, as processes beside one another open them."""
    return lambda: ClusterEngine(connection, where.prefix)


def generations(engine: ClusterEngine, connection: Connection) -> Generations:
    return Generations(connection, engine.index_of_state)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(document, max_size=4, unique_by=lambda item: item.key),
    second=st.lists(document, max_size=3, unique_by=lambda item: item.key),
    query=weights,
    limit=st.sampled_from([0, 1, 10]),
    only=filters,
)
def test_it_answers_as_one_in_memory_does(
    cluster_engine: ClusterEngine,
    first: list[Document],
    second: list[Document],
    query: dict[str, float],
    limit: int,
    only: Filters,
) -> None:
    terms = {ANALYZER.terms(word)[0]: weight for word, weight in query.items()}
    told = []
    for engine in (MemoryEngine(), cluster_engine):
        shelf = Shelf(engine)
        with engine.moment() as moment:
            before = moment.passages
        assert before == 0
        start = engine.write({})
        shelf.write(first)
        shelf.write(second, removed=[item.key for item in second if item.key in shelf.rows])
        with engine.moment() as moment:
            hits = moment.search(terms, limit, only)
            ranked = [hit.score for hit in hits]
            held = [
                stored.sentences for stored in moment.read_passages([hit.passage for hit in hits]).values()
            ]
            told.append((start, moment.passages, [moment.holding(term) for term in terms], ranked, len(held)))
        shelf.write([], removed=list(shelf.rows))
        engine.drop_removed()
    assert told[0] == told[1]


def long_and_short(number: int) -> Document:
    """A document of one long sentence, or a short one; the average passage is longer than the cluster takes it to be."""
    words = [
        WORDS[(number * step + place) % len(WORDS)] for place in range(8 + number % 97) for step in (1, 3)
    ]
    return Document(f"{number:03}", f"Paper {number}", f"{'Truce ' + ' '.join(words)}.")


def test_what_the_cluster_ranks_roughly_is_ranked_exactly(cluster_engine: ClusterEngine) -> None:
    documents = [long_and_short(number) for number in range(400)]
    told = []
    for engine in (MemoryEngine(), cluster_engine):
        Shelf(engine).write(documents)
        with engine.moment() as moment:
            told.append(
                [
                    moment.search({ANALYZER.terms(word)[0]: 1.0 for word in query}, limit, EVERYTHING)
                    for query in (WORDS[:1], WORDS[1:2], WORDS[:3], WORDS)
                    for limit in (1, 5, 60)
                ]
            )
    assert told[0] == told[1]


def test_what_was_removed_is_deleted_when_it_is_dropped(
    opened: Callable[[], ClusterEngine], connection: Connection
) -> None:
    engine = opened()
    shelf = Shelf(engine)
    shelf.write([ACCORD, GRAIN])

    def kept() -> int:
        body = {"size": 0, "query": {"term": {"terms": "truce"}}}
        count: int = connection.search(engine.index_of_passages, body)["hits"]["total"]["value"]
        return count

    def ask_meanwhile() -> None:
        with engine.moment() as before:
            shelf.write([], removed=["accord"])
            assert before.holding("truce") == kept() == 2
            engine.drop_removed()
            assert kept() == 0
            assert before.search({"truce": 1.0}, 10, EVERYTHING) == []

    with pytest.raises(StoreBusy, match="ask again"):
        ask_meanwhile()
    with engine.moment() as moment:
        assert (moment.passages, moment.holding("truce"), moment.holding("grain")) == (1, 0, 1)


def test_a_writer_that_died_has_written_nothing(
    opened: Callable[[], ClusterEngine], connection: Connection
) -> None:
    engine, other = opened(), opened()
    shelf = Shelf(engine)
    shelf.write([ACCORD])
    lost = generations(engine, connection).draw(1)
    late = next(bodies(99, indexed(GRAIN), lost.first, lost.number))
    action = {
        "_op_type": "index",
        "_index": engine.index_of_passages,
        "_id": str(lost.first),
        "_source": late,
    }
    connection.write([action])
    with other.moment() as moment:
        assert (moment.passages, moment.holding("grain")) == (2, 0)
    run_out(generations(engine, connection))
    shelf.write([GUILD])
    connection.write([action])
    with pytest.raises(StoreBusy, match="took over"):
        lost.finish(1, 10)
    with other.moment() as moment:
        assert (moment.passages, moment.holding("grain")) == (3, 0)
        assert moment.search({"grain": 1.0}, 10, EVERYTHING) == []
        assert moment.read_passages([lost.first]) == {}
    other.drop_removed()
    found = connection.search(engine.index_of_passages, {"query": {"term": {"terms": "grain"}}})
    assert found["hits"]["hits"] == []


def run_out(kept: Generations) -> None:
    """Let the time of the last ticket be over."""
    now = kept.read()
    assert kept.switch(now, replace(now.state, until=0.0)) is not None


def test_a_write_that_fails_gives_way_to_the_next(
    opened: Callable[[], ClusterEngine], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opened()
    shelf = Shelf(engine)
    shelf.write([ACCORD])

    def refuse(actions: object) -> None:
        raise StoreBusy("no room")

    with monkeypatch.context() as broken:
        broken.setattr(engine._connection, "write", refuse)
        with pytest.raises(StoreBusy, match="no room"):
            engine.write({7: indexed(GRAIN)}, [1])
    with engine.moment() as moment:
        assert (moment.passages, moment.holding("truce"), moment.holding("grain")) == (2, 2, 0)
    assert engine.write({8: indexed(GRAIN)}) > 2


def test_writers_beside_one_another_lose_nothing(opened: Callable[[], ClusterEngine]) -> None:
    engines = [opened() for _ in range(3)]

    def write(place: int) -> list[int]:
        return [
            engines[place].write(
                {10 * place + step + 1: indexed(GRAIN)}, [10 * place + step] if step % 2 else []
            )
            for step in range(4)
        ]

    with ThreadPoolExecutor(3) as threads:
        firsts = [first for found in threads.map(write, range(3)) for first in found]
    assert len(set(firsts)) == 12
    with opened().moment() as moment:
        assert moment.passages == moment.holding("grain") == 6


def test_a_part_that_does_not_answer_is_said(cluster: Cluster, opened: Callable[[], ClusterEngine]) -> None:
    engine = opened()
    Shelf(engine).write([ACCORD])
    hasty = Connection(cluster.addresses, patience=0.2)
    lost = f"{engine.index_of_passages}-lost"
    hasty.client.indices.create(
        index=lost,
        body={"settings": {"number_of_replicas": 0, "index.routing.allocation.require._name": "nobody"}},
        params={"wait_for_active_shards": "0"},
    )
    try:
        with pytest.raises(StoreBusy, match=r"not whole: 3 of 4 parts of the index answered; try again"):
            hasty.search(f"{engine.index_of_passages},{lost}", {"query": {"match_all": {}}})
    finally:
        hasty.client.indices.delete(index=lost)
        hasty.close()


def test_a_cluster_that_is_not_there_is_one_sentence() -> None:
    (port,) = free_ports(1)
    nobody = Connection([f"http://127.0.0.1:{port}"], patience=0.1)
    with pytest.raises(
        StoreBusy, match=rf"^The cluster at http://127.0.0.1:{port} does not answer \(no connection\); try"
    ):
        ClusterEngine(nobody, "test")
    nobody.close()


def test_who_is_not_let_in_is_told_so() -> None:
    seen: list[str | None] = []

    class Doorkeeper(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            seen.append(self.headers["Authorization"])
            self.send_response(401)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as http.server names it
            pass

    with HTTPServer(("127.0.0.1", 0), Doorkeeper) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stranger = Connection([f"http://127.0.0.1:{server.server_port}"], user="ann", password="wrong")
        with pytest.raises(StoreUnavailable, match=r"refuses this user and password \(401\); check both"):
            ClusterEngine(stranger, "test")
        stranger.close()
        server.shutdown()
    assert seen == ["Basic " + b64encode(b"ann:wrong").decode()]


@given(st.text(min_size=1))
def test_terms_stay_apart_however_they_are_written(term: str) -> None:
    kept = encoded(term)
    assert len(kept.split()) == 1 and len(kept) < 256
    assert counted(f"{kept}|3 other|2") == {kept: 3, "other": 2}


def test_a_passage_comes_back_as_it_was_given() -> None:
    for body, number in zip(bodies(4, indexed(ACCORD), 7, 1), (7, 8), strict=True):
        passage = stored(body)
        assert (passage.number, passage.document) == (number, 4)
        assert [sentence.span for sentence in passage.sentences] == list(
            indexed(ACCORD).sentences[body["sentences"]["first"] :][: len(passage.sentences)]
        )

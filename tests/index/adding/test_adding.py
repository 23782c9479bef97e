import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from index import Document, Index, SourceOutcome
from index.adding import batches as adding
from index.adding.preparation import Preparation
from index.adding.workers import preparing_processes
from index.errors import Busy
from index.model import AddReport
from index.processes.launching import Loans, Pool
from index.processes.limits import Limits
from index.search.segment_engine import SegmentEngine
from index.storage.store import Store
from tests.index.corpora import everything_told, talks

LIMITS = Limits()


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    pool = preparing_processes(LIMITS, count=2)
    yield pool
    pool.trim()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "parley.db")
    yield store
    store.close()


def add_documents(
    store: Store,
    pool: Pool,
    found: Iterable[Document | SourceOutcome],
    progress: adding.Progress | None = None,
) -> AddReport:
    return adding.add_documents(store, SegmentEngine(store), Loans(pool), LIMITS, found, progress)


def outcomes(store: Store, pool: Pool, found: list[Document | SourceOutcome]) -> list[str]:
    return [item.outcome for item in add_documents(store, pool, found)]


def test_the_report_is_in_the_order_of_what_was_given(store: Store, pool: Pool) -> None:
    refusal = SourceOutcome("torn.pdf", "refused", reason="torn")
    given = [talks(1), refusal, talks(2), talks(1), refusal]
    told: list[SourceOutcome] = []
    report = add_documents(store, pool, given, told.append)
    assert [item.outcome for item in report] == ["added", "refused", "added", "unchanged", "refused"]
    assert told == list(report)


def test_that_the_work_on_a_long_document_begins_is_said_before_its_outcome(store: Store, pool: Pool) -> None:
    sentence = "Ada Varn met Pavel Orsic in Lakeview. "
    long = Document("long", "The long one", sentence * (adding.LONG // len(sentence) + 1))
    told: list[str] = []

    def add() -> None:
        adding.add_documents(
            store,
            SegmentEngine(store),
            Loans(pool),
            LIMITS,
            [talks(1), long],
            lambda outcome: told.append(f"{outcome.title}: {outcome.outcome}"),
            lambda document: told.append(document.title),
        )

    add()
    assert told == ["The long one", f"{talks(1).title}: added", "The long one: added"]
    told.clear()
    add()
    assert told == [f"{talks(1).title}: unchanged", "The long one: unchanged"]


def test_many_batches_give_what_one_by_one_gives(tmp_path: Path, store: Store, pool: Pool) -> None:
    documents = [talks(number) for number in range(90)]
    assert outcomes(store, pool, list(documents)) == ["added"] * 90
    changed = [talks(number, version=2 if number % 15 == 0 else 1) for number in range(90)]
    assert outcomes(store, pool, list(changed)).count("updated") == 6
    with Index.open(tmp_path / "one.db", reader=False) as single:
        for document in documents:
            single.add_documents([document])
        single.add_documents(changed)
        with Index.open(store.path, reader=False) as many:
            assert everything_told(many) == everything_told(single)
            assert many.check() == single.check() == []


def test_the_last_of_several_versions_given_together_is_the_one_kept(store: Store, pool: Pool) -> None:
    filler = [talks(number) for number in range(100, 180)]
    given = [talks(1), *filler, talks(1, version=2), talks(1, version=2), *filler, talks(1)]
    found = outcomes(store, pool, list(given))
    assert [found[place] for place in (0, 81, 82, -1)] == ["added", "updated", "unchanged", "updated"]
    assert found.count("unchanged") == 81
    with Index.open(store.path, reader=False) as index:
        assert index.document(talks(1).id) == talks(1)
        assert index.check() == []


def test_nothing_to_add_writes_nothing(store: Store, pool: Pool) -> None:
    before = store.path.read_bytes()
    assert outcomes(store, pool, []) == []
    assert store.path.read_bytes() == before
    outcomes(store, pool, [talks(1)])
    before = store.path.read_bytes()
    assert outcomes(store, pool, [talks(1)]) == ["unchanged"]
    assert store.path.read_bytes() == before


def test_what_was_stored_before_an_error_is_kept(store: Store, pool: Pool) -> None:
    def torn() -> Iterator[Document]:
        yield from (talks(number) for number in range(200))
        raise ZeroDivisionError

    told: list[SourceOutcome] = []
    with pytest.raises(ZeroDivisionError):
        add_documents(store, pool, torn(), told.append)
    with Index.open(store.path, reader=False) as index:
        assert all(index.document(item.document_id or "") for item in told)
        assert index.check() == []


def batches(number: int) -> list[tuple[int, list[Document]]]:
    return [(place, [talks(10 * place + n) for n in range(3)]) for place in range(number)]


def test_batches_come_prepared_in_their_order(pool: Pool) -> None:
    with Preparation[int](Loans(pool), LIMITS) as preparation:
        found = list(preparation.run(batches(8)))
    assert [label for label, _ in found] == list(range(8))
    for (_, prepared), (_, documents) in zip(found, batches(8), strict=True):
        assert [item.document for item in prepared.documents] == documents
        assert not prepared.refused


def test_a_process_that_is_killed_loses_nothing(pool: Pool) -> None:
    with Preparation[int](Loans(pool), LIMITS) as preparation:
        found = []
        for label, prepared in preparation.run(batches(12)):
            found.append((label, len(prepared.documents)))
            if label in {3, 4}:
                with pool.child() as child:
                    os.kill(child.pid, signal.SIGKILL)
    assert found == [(label, 3) for label in range(12)]


def test_the_processes_know_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "canary")
    pool = preparing_processes(LIMITS, count=1)
    with pool.child() as child:
        child.ask(("find", talks(1), ()))
        assert b"canary" not in Path(f"/proc/{child.pid}/environ").read_bytes()
    pool.trim()


def test_what_is_stopped_is_said_to_whoever_waits_for_it(store: Store, pool: Pool) -> None:
    loans = Loans(pool)

    def stopped() -> Iterator[Document]:
        yield from (talks(number) for number in range(70))
        loans.stop()
        yield from (talks(number) for number in range(70, 200))

    told: list[SourceOutcome] = []
    with pytest.raises(Busy):
        adding.add_documents(store, SegmentEngine(store), loans, LIMITS, stopped(), told.append)
    with Index.open(store.path, reader=False) as index:
        assert all(index.document(item.document_id or "") for item in told)
        assert index.check() == []


def test_an_error_of_our_own_refuses_the_document_and_no_other(tmp_path: Path) -> None:
    documents = [talks(1), Document("torn", "Torn", "This one fails."), talks(2)]
    with Index.open(
        tmp_path / "parley.db", languages=["tests.index.language.broken_language"], reader=False
    ) as index:
        report = index.add_documents(documents)
    assert [item.outcome for item in report] == ["added", "refused", "added"]
    assert [item.reason for item in report if item.reason] == [
        "Torn: what is in it could not be found (ZeroDivisionError); please report this."
    ]

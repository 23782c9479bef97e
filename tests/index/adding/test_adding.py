import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Document, Index, SourceOutcome
from index.adding.batches import add_documents
from index.adding.preparation import Preparation
from index.language.tokens import Analyzer
from index.storage.store import Store
from tests.index.corpora import everything_told, talks

ANALYZER = Analyzer()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "parley.db")
    yield store
    store.close()


def outcomes(store: Store, found: list[Document | SourceOutcome], processes: int = 1) -> list[str]:
    return [item.outcome for item in add_documents(store, ANALYZER, found, processes=processes)]


def test_the_report_is_in_the_order_of_what_was_given(store: Store) -> None:
    refusal = SourceOutcome("torn.pdf", "refused", reason="torn")
    given = [talks(1), refusal, talks(2), talks(1), refusal]
    told: list[SourceOutcome] = []
    report = add_documents(store, ANALYZER, given, told.append)
    assert [item.outcome for item in report] == ["added", "refused", "added", "unchanged", "refused"]
    assert told == list(report)


@pytest.mark.parametrize("processes", [1, 2])
def test_many_batches_give_what_one_by_one_gives(tmp_path: Path, store: Store, processes: int) -> None:
    documents = [talks(number) for number in range(90)]
    assert outcomes(store, list(documents), processes) == ["added"] * 90
    changed = [talks(number, version=2 if number % 15 == 0 else 1) for number in range(90)]
    assert outcomes(store, list(changed), processes).count("updated") == 6
    with Index.open(tmp_path / "one.db") as single:
        for document in documents:
            single.add_documents([document])
        single.add_documents(changed)
        with Index.open(store.path) as many:
            assert everything_told(many) == everything_told(single)
            assert many.check() == single.check() == []


@pytest.mark.parametrize("processes", [1, 2])
def test_the_last_of_several_versions_given_together_is_the_one_kept(store: Store, processes: int) -> None:
    filler = [talks(number) for number in range(100, 180)]
    given = [talks(1), *filler, talks(1, version=2), talks(1, version=2), *filler, talks(1)]
    found = outcomes(store, list(given), processes)
    assert [found[place] for place in (0, 81, 82, -1)] == ["added", "updated", "unchanged", "updated"]
    assert found.count("unchanged") == 81
    with Index.open(store.path) as index:
        assert index.document(talks(1).id) == talks(1)
        assert index.check() == []


def test_nothing_to_add_writes_nothing(store: Store) -> None:
    before = store.path.read_bytes()
    assert outcomes(store, []) == []
    assert store.path.read_bytes() == before
    outcomes(store, [talks(1)])
    before = store.path.read_bytes()
    assert outcomes(store, [talks(1)]) == ["unchanged"]
    assert store.path.read_bytes() == before


def test_what_was_stored_before_an_error_is_kept(store: Store) -> None:
    def torn() -> Iterator[Document]:
        yield from (talks(number) for number in range(200))
        raise ZeroDivisionError

    told: list[SourceOutcome] = []
    with pytest.raises(ZeroDivisionError):
        add_documents(store, ANALYZER, torn(), told.append, processes=2)
    with Index.open(store.path) as index:
        assert all(index.document(item.document_id or "") for item in told)
        assert index.check() == []


def batches(number: int) -> list[tuple[int, list[Document]]]:
    return [(place, [talks(10 * place + n) for n in range(3)]) for place in range(number)]


def test_batches_come_prepared_in_their_order() -> None:
    with Preparation[int](ANALYZER, processes=3) as preparation:
        found = list(preparation.run(batches(8)))
    assert [label for label, _ in found] == list(range(8))
    for (_, prepared), (_, documents) in zip(found, batches(8), strict=True):
        assert [item.document for item in prepared.documents] == documents


def test_a_single_batch_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.adding.preparation.start", lambda _: pytest.fail("started a process"))
    with Preparation[int](ANALYZER, processes=4) as preparation:
        assert len(list(preparation.run(batches(1)))) == 1
    with Preparation[int](ANALYZER, processes=1) as preparation:
        assert len(list(preparation.run(batches(3)))) == 3


def test_a_process_that_is_killed_loses_nothing() -> None:
    with Preparation[int](ANALYZER, processes=2) as preparation:
        found = []
        for label, prepared in preparation.run(batches(12)):
            found.append((label, len(prepared.documents)))
            if label in {3, 4}:
                process = preparation._idle.get()
                if process is not None:
                    os.kill(process.pid, signal.SIGKILL)
                preparation._idle.put(process)
    assert found == [(label, 3) for label in range(12)]


def test_the_processes_know_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "canary")
    with Preparation[int](ANALYZER, processes=2) as preparation:
        running = preparation.run(batches(9))
        for _ in range(3):
            next(running)
        process = preparation._idle.get()
        assert process is not None
        assert b"canary" not in Path(f"/proc/{process.pid}/environ").read_bytes()
        preparation._idle.put(process)
        assert len(list(running)) == 6

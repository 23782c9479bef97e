"""The index, awaited: bounded, cancellable, and closed in order."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app.library import Library, windows_for
from index import Index
from index.answering.ranking.reading import WINDOWS
from index.errors import Busy, QueryError, StoreUnavailable
from index.model import SourceOutcome
from index.requests import AskRequest


@pytest.fixture
async def library(tmp_path: Path, documents: Path) -> AsyncIterator[Library]:
    library = Library(tmp_path / "parley.db", workers=1, queue=1)
    await library.open()
    await library.add([documents])
    yield library
    await library.close()


class Gate:
    """A read that goes on until it is let through."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.open = threading.Event()
        self.passed = 0

    def __call__(self, _index: Index) -> int:
        self.entered.set()
        assert self.open.wait(120)
        self.passed += 1
        return self.passed


@pytest.fixture
def gate() -> Gate:
    return Gate()


async def entered(gate: Gate) -> None:
    assert await asyncio.to_thread(gate.entered.wait, 120)


async def test_what_the_index_answers_can_be_awaited(library: Library) -> None:
    answer = await library.ask(AskRequest("What did Sudria agree to?"))
    assert answer.answered
    assert "withdraw its gunboats" in answer.excerpts[0].text
    assert set(await library.publishers()) == {"The Delta Courier", "Estuary Times"}
    assert (await library.stats()).documents == 2
    newest, oldest = await library.documents()
    assert await library.document(newest.id) == newest
    assert (await library.documents(limit=1, offset=1)) == (oldest,)
    excerpt = answer.excerpts[0]
    around = await library.surroundings(excerpt.document.id, excerpt.start, excerpt.end)
    assert around is not None
    assert excerpt.text in around.text


async def test_errors_of_the_index_reach_the_one_who_asked(library: Library) -> None:
    with pytest.raises(QueryError):
        await library.ask(AskRequest("   "))


async def test_documents_can_be_removed(library: Library) -> None:
    (document, *_) = await library.documents()
    assert await library.remove(document.id)
    assert not await library.remove(document.id)


async def test_past_the_bound_a_question_is_refused_and_later_taken(library: Library, gate: Gate) -> None:
    running = asyncio.create_task(library.call(gate))
    await entered(gate)
    waiting = asyncio.create_task(library.call(gate))
    await asyncio.sleep(0)
    with pytest.raises(Busy, match="Try again"):
        await library.ask(AskRequest("Who signed the accord?"))
    gate.open.set()
    assert sorted(await asyncio.gather(running, waiting)) == [1, 2]
    assert (await library.ask(AskRequest("Who signed the river accord?"))).answered


async def test_questions_that_come_together_are_answered_by_processes_as_one_alone_is(
    tmp_path: Path, documents: Path
) -> None:
    library = Library(tmp_path / "parley.db", workers=2, queue=8)
    await library.open()
    await library.add([documents])
    alone = await library.ask(AskRequest("What did Sudria agree to?"))
    assert library._searchers._idle.qsize() == 2 and library._searchers._idle.get() is None
    library._searchers._idle.put(None)
    together = await asyncio.gather(*(library.ask(AskRequest("What did Sudria agree to?")) for _ in range(6)))
    assert together == [alone] * 6
    processes = [library._searchers._idle.get() for _ in range(2)]
    assert any(processes)
    for process in processes:
        if process is not None:
            process.kill()
        library._searchers._idle.put(process)
    again = await asyncio.gather(*(library.ask(AskRequest("What did Sudria agree to?")) for _ in range(6)))
    assert again == [alone] * 6
    assert await library.close() is True


async def test_errors_of_the_index_reach_each_of_those_who_asked_together(library: Library) -> None:
    outcomes = await asyncio.gather(
        library.ask(AskRequest("   ")), library.ask(AskRequest("\t")), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [QueryError, QueryError]


async def test_a_cancelled_question_leaves_the_queue(library: Library, gate: Gate) -> None:
    running = asyncio.create_task(library.call(gate))
    await entered(gate)
    waiting = asyncio.create_task(library.call(gate))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    gate.open.set()
    await running
    await library.stats()
    assert gate.passed == 1


async def test_closing_waits_for_an_answer_and_for_what_its_task_does_with_it(
    library: Library, gate: Gate
) -> None:
    sent = []

    async def answer() -> None:
        sent.append(await library.call(gate))
        sent.append((await library.stats()).documents)
        await asyncio.sleep(0)
        sent.append("sent")

    task = asyncio.create_task(answer())
    await entered(gate)
    closing = asyncio.create_task(library.close())
    await asyncio.sleep(0)
    with pytest.raises(Busy, match="restarted"):
        await library.ask(AskRequest("Who signed the accord?"))
    gate.open.set()
    assert await closing is True
    assert sent == [1, 2, "sent"]
    await task


async def test_closing_gives_up_on_what_does_not_end(library: Library, gate: Gate) -> None:
    task = asyncio.create_task(library.call(gate))
    await entered(gate)
    assert await library.close(0.01) is False
    assert await library.close() is False
    gate.open.set()
    assert await task == 1


async def test_a_task_that_closes_does_not_wait_for_itself(library: Library) -> None:
    await library.stats()
    assert await library.close() is True


async def test_closing_stops_an_addition_after_the_document_at_hand(library: Library, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(f"Round {number} of the talks ended.", encoding="utf-8")
    begun, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    seen: list[SourceOutcome] = []

    def tell(outcome: SourceOutcome) -> None:
        seen.append(outcome)
        loop.call_soon_threadsafe(begun.set)
        assert go_on.wait(120)

    adding = asyncio.create_task(library.add([tmp_path], progress=tell))
    await begun.wait()
    closing = asyncio.create_task(library.close())
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(Busy):
        await adding
    assert await closing is True
    assert len(seen) < 200
    with pytest.raises(Busy):
        await library.add([tmp_path])


async def test_a_cancelled_addition_stops(library: Library, tmp_path: Path) -> None:
    (tmp_path / "round.txt").write_text("The first round of the talks ended.", encoding="utf-8")
    begun, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def tell(_outcome: SourceOutcome) -> None:
        loop.call_soon_threadsafe(begun.set)
        assert go_on.wait(120)

    adding = asyncio.create_task(library.add([tmp_path / "round.txt"], progress=tell))
    await begun.wait()
    adding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await adding
    go_on.set()
    assert (await library.stats()).documents == 3


async def test_a_library_that_is_not_open_says_so(tmp_path: Path) -> None:
    library = Library(tmp_path / "parley.db")
    with pytest.raises(StoreUnavailable, match="not open"):
        await library.ask(AskRequest("Who signed?"))
    assert await library.close() is True


def test_fewer_windows_are_read_the_more_people_ask_at_once() -> None:
    waiting = [windows_for(questions, workers=2) for questions in range(1, 67)]
    assert waiting == sorted(waiting, reverse=True)
    assert waiting[:16] == [WINDOWS] * 16
    assert waiting[16] == WINDOWS - 1
    assert waiting[40] == 1
    assert waiting[49] == 0
    assert windows_for(50, workers=8) == WINDOWS


async def test_without_the_reader_the_processes_have_none_either(tmp_path: Path, documents: Path) -> None:
    library = Library(tmp_path / "parley.db", workers=2, queue=8, reader=False)
    await library.open()
    await library.add([documents])
    request = AskRequest("What did Sudria agree to?")
    with Index.open(tmp_path / "parley.db") as index:
        alone = index.answer(request, windows=0)
        assert index.answer(request).confidence != alone.confidence
    assert await asyncio.gather(*(library.ask(request) for _ in range(4))) == [alone] * 4
    await library.close()

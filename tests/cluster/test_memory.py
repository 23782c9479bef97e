"""What the bot remembers on one machine it remembers on the others."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app.memory.alerts import add_alert, alerts_of, put_waiting, remove_alerts, settle, waiting_of
from bot.app.memory.remembering import Memory
from bot.app.memory.tables import SHARED
from index import Cluster
from index.requests import AskRequest
from index.search.opensearch.connection import Connection

pytestmark = pytest.mark.cluster

ANN, BEN = 1000000000000000001, 1000000000000000002


@pytest.fixture
async def two(where: Cluster, tmp_path: Path) -> AsyncIterator[tuple[Memory, Memory]]:
    async with AsyncExitStack() as held:
        memories = Memory(tmp_path / "one.db", cluster=where), Memory(tmp_path / "two.db", cluster=where)
        for memory in memories:
            await memory.open()
            held.push_async_callback(memory.close)
        yield memories


async def test_a_button_works_whichever_process_gets_it(two: tuple[Memory, Memory]) -> None:
    one, other = two
    question = await one.remember(AskRequest("Who signed?"))
    assert await other.recall(AskRequest, question) == AskRequest("Who signed?")
    assert await other.record_feedback(question, True, ANN)
    assert await one.record_feedback(question, False, BEN)
    assert [given.helpful for given in await one.feedback_of(ANN)] == [True]
    assert await one.forget(ANN) == 1
    assert await other.feedback_of(ANN) == ()
    assert [given.helpful for given in await other.feedback_of(BEN)] == [False]
    await one.store_command_hash(7, "abc")
    assert await other.command_hash(7) == "abc"


async def test_alerts_wait_in_their_order_for_whoever_has_the_duties(two: tuple[Memory, Memory]) -> None:
    one, other = two
    alert = await add_alert(one, 1, 2, "grain", None, None)
    later = await add_alert(other, 1, 2, "truce", None, None)
    await put_waiting(other, ["z", "a", "m"], mark=9)
    assert await alerts_of(one) == (alert, later)
    await settle(one, alert, "a", told=True)
    assert await waiting_of(other, alert) == ("z", "m")
    await remove_alerts(other, [alert.id])
    assert await alerts_of(one) == (later,)


async def test_every_table_of_the_memory_is_shared(two: tuple[Memory, Memory]) -> None:
    made = await two[0].call(lambda database: database.table_names())
    assert {name for name in made if name.startswith("bot_")} == {owned.table for owned in SHARED}


async def test_what_is_forgotten_is_in_no_parcel(
    where: Cluster, connection: Connection, two: tuple[Memory, Memory]
) -> None:
    one, other = two
    question = await one.remember(AskRequest("Who signed?"))
    await other.record_feedback(question, True, ANN)
    await one.forget(ANN)
    parcels = f"{where.prefix}-memory-parcels"
    connection.client.indices.refresh(index=parcels)
    assert connection.client.count(index=parcels)["count"] == 0

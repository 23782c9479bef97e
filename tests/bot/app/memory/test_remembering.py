"""What the bot remembers, in a real database file, across restarts."""

import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.memory.asked import as_json, from_json
from bot.app.memory.remembering import Memory
from index import Index
from index.errors import StoreCorrupt, StoreUnavailable
from index.requests import (
    AskRequest,
    Filters,
    Period,
    QuotesRequest,
    TimelineRequest,
    within,
)
from tests.index.openings import Openings

ANN, BEN = 1000000000000000001, 1000000000000000002

words = st.none() | st.text()
periods = st.tuples(st.none() | st.dates(), st.none() | st.dates()).map(
    lambda days: Period(*(sorted(days) if all(days) else days))  # type: ignore[type-var]
)
filters = st.builds(Filters, published=periods, publisher=words)
narrowed = st.builds(Filters, publisher=words)
requests = st.one_of(
    st.builds(AskRequest, question=st.text(), filters=filters),
    st.builds(TimelineRequest, topic=words, period=periods, actor=words, filters=narrowed),
    st.builds(
        QuotesRequest,
        speakers=st.lists(st.text(), max_size=2).map(tuple),
        about=words,
        period=periods,
        filters=narrowed,
        chronological=st.booleans(),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database that the index has made, as at every start of the bot."""
    path = tmp_path / "parley.db"
    Index.open(path).close()
    return path


@pytest.fixture
async def in_file(path: Path) -> AsyncIterator[Memory]:
    memory = Memory(path)
    await memory.open()
    yield memory
    await memory.close()


@pytest.fixture
def opens(openings: Openings) -> Callable[..., Memory]:
    """Gives memories of the same, in the file or in the cluster, that are not open yet."""
    if not openings.clustered:
        openings.open().close()
    return lambda **options: Memory(openings.path(), cluster=openings.cluster(), **options)


@pytest.fixture
async def memory(opens: Callable[..., Memory]) -> AsyncIterator[Memory]:
    memory = opens()
    await memory.open()
    yield memory
    await memory.close()


def files_with(folder: Path, words: bytes) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_file() and words in file.read_bytes()]


async def test_a_question_outlives_a_restart(opens: Callable[..., Memory], memory: Memory) -> None:
    asked = AskRequest(
        "and when?", Filters(Period(date(2025, 3, 1)), "The Example Gazette"), previous=("Who signed?",)
    )
    identity = await memory.remember(asked)
    await memory.close()
    again = opens()
    await again.open()
    assert await again.recall(AskRequest, identity) == asked
    await again.close()


async def test_equal_questions_have_one_id_and_others_another(memory: Memory) -> None:
    first = await memory.remember(AskRequest("Who signed?"))
    assert await memory.remember(AskRequest("Who signed?")) == first
    assert await memory.remember(AskRequest("Who signed?", Filters(publisher="A"))) != first
    assert len(first) == 12


async def test_a_question_that_utf_8_cannot_hold_is_kept_with_a_mark_in_its_place(memory: Memory) -> None:
    question = await memory.recall(AskRequest, await memory.remember(AskRequest("Who \ud800 signed?")))
    assert question is not None
    assert question.question == "Who ? signed?"


async def test_an_unknown_question_is_none(memory: Memory) -> None:
    assert await memory.recall(AskRequest, "0123456789ab") is None


async def test_a_second_press_replaces_the_first(memory: Memory) -> None:
    identity = await memory.remember(AskRequest("Who signed?"))
    assert await memory.record_feedback(identity, True, ANN)
    assert await memory.record_feedback(identity, False, ANN)
    assert await memory.record_feedback(identity, True, BEN)
    (feedback,) = await memory.feedback_of(ANN)
    assert (feedback.question, feedback.helpful) == ("Who signed?", False)


async def test_feedback_on_a_forgotten_question_is_not_stored(memory: Memory) -> None:
    assert not await memory.record_feedback("0123456789ab", True, ANN)
    assert await memory.feedback_of(ANN) == ()


async def test_forgetting_a_person_leaves_the_others(memory: Memory) -> None:
    for text in ("Who signed?", "Who spoke?"):
        identity = await memory.remember(AskRequest(text))
        await memory.record_feedback(identity, True, ANN)
        await memory.record_feedback(identity, True, BEN)
    assert await memory.forget(ANN) == 2
    assert await memory.forget(ANN) == 0
    assert await memory.feedback_of(ANN) == ()
    assert len(await memory.feedback_of(BEN)) == 2


async def test_what_is_older_than_is_kept_is_dropped(opens: Callable[..., Memory], memory: Memory) -> None:
    identity = await memory.remember(AskRequest("Who signed?"))
    await memory.record_feedback(identity, True, ANN)
    forgetful = opens(keep=timedelta(0))
    await forgetful.open()
    assert await forgetful.recall(AskRequest, identity) is None
    assert await forgetful.feedback_of(ANN) == ()
    await forgetful.close()


async def test_a_rating_is_dropped_in_its_time_though_the_question_is_asked_again(
    path: Path, in_file: Memory
) -> None:
    identity = await in_file.remember(AskRequest("Who signed?"))
    await in_file.record_feedback(identity, True, ANN)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("update bot_feedback set given_at = '2001-01-01T00:00:00.000000+00:00'")
    await in_file.drop_expired()
    assert await in_file.feedback_of(ANN) == ()
    assert await in_file.recall(AskRequest, identity) is not None


async def test_what_a_person_alone_has_rated_goes_with_the_person(memory: Memory) -> None:
    alone = await memory.remember(AskRequest("Who signed?"))
    both = await memory.remember(AskRequest("Who spoke?"))
    unrated = await memory.remember(AskRequest("Who met?"))
    await memory.record_feedback(alone, True, ANN)
    for person in (ANN, BEN):
        await memory.record_feedback(both, True, person)
    assert await memory.forget(ANN) == 2
    assert await memory.recall(AskRequest, alone) is None
    assert await memory.recall(AskRequest, both) is not None
    assert await memory.recall(AskRequest, unrated) is not None


async def test_what_was_deleted_is_no_longer_in_the_file(path: Path, in_file: Memory) -> None:
    identity = await in_file.remember(AskRequest("Who signed the paper about Quillonia?"))
    await in_file.record_feedback(identity, True, ANN)
    assert files_with(path.parent, b"Quillonia")
    await in_file.forget(ANN)
    await in_file.close()
    assert not files_with(path.parent, b"Quillonia")


async def test_of_many_questions_what_was_deleted_is_in_no_page(path: Path, in_file: Memory) -> None:
    mine: list[str] = []
    others: list[str] = []
    for number in range(300):
        word = hashlib.sha256(str(number).encode()).hexdigest()[:20]
        identity = await in_file.remember(AskRequest(f"Who signed {word * (1 + number % 7)}?"))
        await in_file.record_feedback(identity, True, BEN if number % 3 else ANN)
        (others if number % 3 else mine).append(word)
    assert await in_file.forget(ANN) == len(mine)
    # While it is open: what is beside the file counts, too.
    assert [word for word in mine if files_with(path.parent, word.encode())] == []
    assert [word for word in others if not files_with(path.parent, word.encode())] == []
    assert len(await in_file.feedback_of(BEN)) == len(others)


async def test_a_restored_database_without_the_tables_gets_them(
    path: Path, in_file: Memory, tmp_path: Path
) -> None:
    Index.open(tmp_path / "bare.db").close()
    await in_file.remember(AskRequest("Who signed?"))
    Index.restore(tmp_path / "bare.db", path)
    identity = await in_file.remember(AskRequest("Who spoke?"))
    assert await in_file.recall(AskRequest, identity) is not None


async def test_a_database_of_a_later_version_is_refused(path: Path, in_file: Memory) -> None:
    await in_file.close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('bot', 'later', '2099')"
        )
    again = Memory(path)
    with pytest.raises(StoreUnavailable, match="written by a later version"):
        await again.open()
    await again.close()


async def test_asking_again_keeps_a_question_alive(path: Path, in_file: Memory) -> None:
    identity = await in_file.remember(AskRequest("Who signed?"))
    with sqlite3.connect(path) as database:
        database.execute("update bot_requests set asked_at = '2001-01-01T00:00:00.000000+00:00'")
    database.close()
    assert await in_file.remember(AskRequest("Who signed?")) == identity
    await in_file.remember(AskRequest("Who spoke?"))
    assert await in_file.recall(AskRequest, identity) is not None


async def test_the_table_of_requests_has_no_column_for_a_person(path: Path, in_file: Memory) -> None:
    await in_file.remember(AskRequest("Who signed?"))
    database = sqlite3.connect(path)
    columns = [row[1] for row in database.execute("pragma table_info(bot_requests)")]
    database.close()
    assert columns == ["id", "kind", "request", "asked_at"]


async def test_each_application_has_its_own_command_hash(memory: Memory) -> None:
    await memory.store_command_hash(1, "first")
    await memory.store_command_hash(1, "second")
    assert await memory.command_hash(1) == "second"
    assert await memory.command_hash(2) is None


async def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "nowhere" / "parley.db")
    with pytest.raises(StoreUnavailable, match="nowhere"):
        await memory.open()
    await memory.close()


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes. " * 400, encoding="utf-8")
    memory = Memory(path)
    with pytest.raises(StoreCorrupt, match=r"notes\.txt"):
        await memory.open()
    await memory.close()


async def test_a_memory_that_is_not_open_says_so(path: Path) -> None:
    memory = Memory(path)
    with pytest.raises(StoreUnavailable, match="not open"):
        await memory.recall(AskRequest, "0123456789ab")
    await memory.close()
    await memory.close()


@given(requests)
def test_requests_come_back_as_they_were(request: Any) -> None:
    _, encoded = as_json(request)
    assert from_json(type(request), encoded) == request


@given(requests, st.lists(st.text(), max_size=2), st.integers(1, 60))
def test_neither_where_something_was_asked_nor_how_much_was_shown_is_remembered(
    request: Any, collections: list[str], limit: int
) -> None:
    assert as_json(within(request, collections, limit)) == as_json(request)


async def test_requests_of_every_kind_are_remembered_until_they_are_too_old(
    opens: Callable[..., Memory], memory: Memory
) -> None:
    timeline = TimelineRequest("talks", Period(date(2024, 1, 1)), "Ilse Brandt")
    quotes = QuotesRequest(("Ilse Brandt", "Pavel Orsic"), "herring", chronological=True)
    identity, other = await memory.remember(timeline), await memory.remember(quotes)
    assert await memory.recall(TimelineRequest, identity) == timeline
    assert await memory.recall(QuotesRequest, other) == quotes
    assert await memory.recall(QuotesRequest, identity) is None
    assert await memory.remember(timeline) == identity
    assert not await memory.record_feedback(identity, True, ANN)
    later = opens(keep=timedelta(0))
    await later.open()
    assert await later.recall(TimelineRequest, identity) is None
    await later.close()

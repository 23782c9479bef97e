import sqlite3
from contextlib import closing

import pytest

from bot.on_discord.cards.privacy import LEFT
from tests.reading import response_of, text_of
from tests.simulated_server import Server

SIGNED = "Where was the river accord signed?"
MET = "Who asked for a larger share of the herring catch?"
DELETED = (
    "Deleted: 1 rating, and the question if nobody else rated it. Your Discord id is stored no longer. "
    "Left, without your id, are questions that you asked and did not rate, and what you asked of timelines and quotations: "
    "each is deleted 90 days after it was last asked."
)


@pytest.mark.parametrize(("label", "helpful"), [("Helpful", True), ("Not helpful", False)])
async def test_a_rating_is_stored_and_acknowledged_privately(
    server: Server, label: str, *, helpful: bool
) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    result = await server.ann.click(response_of(answer), label=label)
    assert response_of(result).ephemeral
    assert f"Noted: {label.lower()}" in response_of(result).content
    stored = await server.bot.memory.feedback_of(server.ann.id)
    assert [(given.question, given.helpful) for given in stored] == [(SIGNED, helpful)]


async def test_the_last_press_counts_and_works_after_a_restart(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    await server.ann.click(response_of(answer), label="Helpful")
    await server.restart()
    await server.ann.click(response_of(answer), label="Not helpful")
    stored = await server.bot.memory.feedback_of(server.ann.id)
    assert [given.helpful for given in stored] == [False]


async def test_an_answer_that_is_too_old_is_said_to_be(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    with closing(sqlite3.connect(server.bot.settings.database)) as database, database:
        database.execute("DELETE FROM bot_requests")
    result = await server.ann.click(response_of(answer), label="Helpful")
    assert "too old to be rated" in response_of(result).content


async def test_what_is_stored_is_shown_and_deleted_on_demand(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    await server.ann.click(response_of(answer), label="Helpful")
    shown = await server.ann.slash(server.channel, "privacy")
    assert response_of(shown).ephemeral
    assert "**With your Discord id:** 1 rating." in text_of(response_of(shown))
    assert f"👍 {SIGNED}" in text_of(response_of(shown))
    await server.restart()
    deleted = await server.ann.click(response_of(shown), label="Delete mine")
    assert response_of(deleted).content == DELETED
    assert await server.bot.memory.feedback_of(server.ann.id) == ()
    again = await server.ann.click(response_of(shown), label="Delete mine")
    assert (
        response_of(again).content
        == f"There was nothing with your Discord id to delete. {LEFT.format(days=90)}"
    )


async def test_the_command_deletes_at_once_when_it_is_told_to(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=SIGNED)
    await server.ann.click(response_of(answer), label="Helpful")
    deleted = await server.ann.slash(server.channel, "privacy", delete=True)
    assert response_of(deleted).ephemeral
    assert response_of(deleted).content == DELETED
    assert await server.bot.memory.feedback_of(server.ann.id) == ()
    tables = sqlite3.connect(server.bot.settings.database)
    with closing(tables):
        assert tables.execute("select count(*) from bot_requests").fetchone() == (0,)


async def test_a_question_is_stored_without_anything_of_who_asked_it(server: Server) -> None:
    await server.ann.slash(server.channel, "ask", question=SIGNED)
    with closing(sqlite3.connect(server.bot.settings.database)) as database:
        names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        stored = [str(row) for name in names for row in database.execute(f"select * from [{name}]")]
    assert any(SIGNED in row for row in stored)
    for identity in (server.ann.id, server.channel.id, server.guild.id):
        assert not [row for row in stored if str(identity) in row]


async def test_who_rated_nothing_has_nothing_to_delete(server: Server) -> None:
    shown = await server.ann.slash(server.channel, "privacy")
    assert "**With your Discord id:** nothing." in text_of(response_of(shown))
    assert f"deleted after {server.bot.settings.keep_days} days" in text_of(response_of(shown))


async def test_what_is_left_after_a_deletion_is_what_the_sentence_says(server: Server) -> None:
    await server.ann.slash(server.channel, "ask", question=MET)
    await server.ann.slash(server.channel, "timeline", topic="accord")
    rated = await server.ann.slash(server.channel, "ask", question=SIGNED)
    await server.ann.click(response_of(rated), label="Helpful")
    deleted = await server.ann.slash(server.channel, "privacy", delete=True)
    assert response_of(deleted).content == DELETED
    with closing(sqlite3.connect(server.bot.settings.database)) as database:
        names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        stored = [str(row) for name in names for row in database.execute(f"select * from [{name}]")]
        asked = database.execute(
            "select kind, request ->> 'question', request ->> 'topic' from bot_requests order by kind"
        )
        assert asked.fetchall() == [("question", MET, None), ("timeline", None, "accord")]
    assert not [row for row in stored if str(server.ann.id) in row]

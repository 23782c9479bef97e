"""The button that says why an answer is as it is."""

import sqlite3
from contextlib import closing

from tests.reading import labels, plain_text_of, response_of
from tests.simulated_server import Server


async def test_a_press_says_how_the_question_was_read_to_the_person_alone(server: Server) -> None:
    asked = "Why did Sudria withdraw its gunboats from Bavaria?"
    answer = response_of(await server.ann.slash(server.channel, "ask", question=asked))
    shown = response_of(await server.ann.click(answer, label="Why"))
    assert shown.ephemeral
    text = plain_text_of(shown)
    assert "It asks for: a reason" in text
    assert "Names: Sudria, Bavaria" in text
    assert "who: Sudria; does: withdraw" in text
    assert "In no document: Bavaria" in text
    assert "Not answered: weak" in text
    assert "lacks: Bavaria" in text
    assert "The Delta Courier" in text


async def test_a_question_that_is_forgotten_is_not_explained(server: Server) -> None:
    answer = response_of(await server.ann.slash(server.channel, "ask", question="Who signed the accord?"))
    with closing(sqlite3.connect(server.bot.settings.database)) as database, database:
        database.execute("DELETE FROM bot_requests")
    shown = response_of(await server.ann.click(answer, label="Why"))
    assert "too old to be explained" in shown.content


async def test_small_talk_needs_no_explanation(server: Server) -> None:
    answer = response_of(await server.ann.slash(server.channel, "ask", question="hello bot"))
    assert "Why" not in labels(answer)

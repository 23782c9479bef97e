"""Answers of several excerpts, and a question back with buttons, as a person sees them on Discord."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.app.settings import Settings
from tests.reading import custom_id, labels, plain_text_of, response_of
from tests.simulated_server import Server

FERRY = """---
title: Ferry talks open
published: 2025-05-02
---

Envoys of Sudria and Norland opened the ferry talks in Port Amity. Ilse Brandt led the delegation of Norland to the ferry talks.

Norland demanded three crossings a day. Norland insisted that Sudria repair the quay.

Sudria demanded a share of the ticket income. Sudria called for a joint ticket office.

The ferry talks lasted nine hours.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "ferry.md").write_text(FERRY, encoding="utf-8")
    return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(folder,))


async def test_a_list_is_introduced_and_each_point_is_cited(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "ask", question="List the demands of Norland"))
    text = plain_text_of(shown)
    assert "The demands that were found" in text
    assert (
        text.index("three crossings") < text.index("[1]") < text.index("repair the quay") < text.index("[2]")
    )
    assert "More excerpts" not in labels(shown)
    assert labels(shown).count("In context") == 2


async def test_a_comparison_has_each_side_under_its_name(server: Server) -> None:
    asked = "What do Norland and Sudria each demand?"
    text = plain_text_of(response_of(await server.ann.slash(server.channel, "ask", question=asked)))
    lines = text.splitlines()
    norland, sudria = lines.index("Norland"), lines.index("Sudria")
    assert norland < sudria
    assert "three crossings" in " ".join(lines[norland:sudria])
    assert "ticket income" in " ".join(lines[sudria:])


async def test_a_question_back_is_pressed_and_asked_about_it(server: Server) -> None:
    asked = response_of(await server.ann.slash(server.channel, "ask", question="how long did they last?"))
    assert "About what?" in plain_text_of(asked)
    assert "ferry talks" in labels(asked)
    assert "In context" not in labels(asked)
    answer = response_of(await server.ann.click(asked, label="ferry talks"))
    text = plain_text_of(answer)
    assert "about: ferry talks" in text
    assert "nine hours" in text
    assert not answer.ephemeral


async def test_what_is_asked_next_leans_on_what_was_pressed(server: Server) -> None:
    asked = response_of(await server.ann.slash(server.channel, "ask", question="how long?"))
    await server.ann.click(asked, label="ferry talks")
    mention = f"<@{server.bot.user.id}> " if server.bot.user else ""
    await server.ann.send(server.channel, f"{mention}and where?")
    said = plain_text_of(server.channel.history()[-1])
    assert "ferry talks" in said


async def test_a_question_back_that_is_forgotten_is_not_asked(server: Server) -> None:
    asked = response_of(await server.ann.slash(server.channel, "ask", question="how long?"))
    with closing(sqlite3.connect(server.bot.settings.database)) as database, database:
        database.execute("DELETE FROM bot_requests")
    assert (
        "too old to be asked again" in response_of(await server.ann.click(asked, label="ferry talks")).content
    )


async def test_a_topic_fits_the_id_of_its_button(server: Server) -> None:
    asked = response_of(await server.ann.slash(server.channel, "ask", question="how long?"))
    assert len(custom_id(asked, "ferry talks")) <= 100

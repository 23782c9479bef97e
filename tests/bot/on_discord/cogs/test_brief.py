"""`/brief`: what is new since a date."""

from dataclasses import replace
from datetime import date

import discord

from bot.on_discord.cards.brief import Brief, brief_card
from index import Index
from index.model import Document
from tests.conftest import Server
from tests.discord_rules import faults_in_card
from tests.reading import labels, response_of, text_of


async def test_the_newest_events_and_quotations_are_shown_with_their_citations(server: Server) -> None:
    shown = text_of(response_of(await server.ann.slash(server.channel, "brief", since="2024-05-01")))
    assert "### New since 1 May 2024" in shown
    assert "2 documents published since then, the newest of 21 October 2024" in shown
    assert "**21 October 2024**" in shown
    assert "**Ilse Brandt** · Foreign minister · " in shown
    assert "a door that was shut for forty years" in shown
    assert "Envoys sign the river accord · The Delta Courier · 3 May 2024 · paragraph 3" in shown
    assert shown.index("**21 October 2024**") < shown.index("**2 May 2024**")


async def test_without_a_date_it_is_the_week_up_to_the_newest_document(server: Server) -> None:
    shown = await server.ann.slash(server.channel, "brief")
    text = text_of(response_of(shown))
    assert "### New since 14 October 2024" in text
    assert "1 document published since then" in text
    assert "river accord" not in text
    assert "In context" in labels(response_of(shown))


async def test_where_nothing_is_new_it_says_so(server: Server) -> None:
    shown = text_of(response_of(await server.ann.slash(server.channel, "brief", since="2025-01-01")))
    assert "0 documents published since then, the newest of 21 October 2024" in shown
    assert "Nothing is new since then." in shown


async def test_a_date_that_is_none_gets_one_sentence(server: Server) -> None:
    shown = await server.ann.slash(server.channel, "brief", since="when it rains")
    assert "is not a date that can be understood" in response_of(shown).content
    assert server.env.errors


async def test_what_another_server_added_is_not_in_it(server: Server) -> None:
    secret = Document(
        key="secret",
        title="Secret talks",
        text='The envoys met in secret on 20 October 2024. "We are close", said Minister Ilse Brandt on Sunday.',
        published=date(2024, 10, 21),
    )
    elsewhere = replace(secret, collection="server:1")
    here = replace(secret, key="open", title="Open talks", collection=f"server:{server.guild.id}")
    await server.bot.library.write(lambda index: index.add_documents([elsewhere, here]))
    shown = text_of(response_of(await server.ann.slash(server.channel, "brief", since="2024-10-15")))
    assert "Secret talks" not in shown
    assert "Open talks" in shown


async def test_words_that_were_said_stand_in_marks_and_only_once(server: Server) -> None:
    text = (
        '"The hour is not agreed yet. We will settle it soon," Minister Ilse Brandt said on Friday.\n\n'
        '"Nobody is in a hurry," she said on Friday.'
    )
    document = Document(key="a", title="The hour", text=text, published=date(2024, 11, 1))
    await server.bot.library.write(lambda index: index.add_documents([document]))
    shown = text_of(response_of(await server.ann.slash(server.channel, "brief", since="2024-10-30")))
    assert (
        '> "The hour is not agreed yet. We will settle it soon," Minister Ilse Brandt said on **Friday**.'
        in shown
    )
    assert shown.count("The hour is not agreed yet.") == 1
    assert "\\[1\\] The hour · 1 November 2024 · paragraph 1" in shown


def test_however_much_is_new_it_is_one_card(tmp_path: object) -> None:
    text = " ".join(
        f"On {day} March 2025 the envoys of Norland met those of Sudria in the customs house{' again' * 80}. "
        f'"The talks of day {day} went well{" indeed" * 60}", said Minister Ilse Brandt on {day} March 2025.'
        for day in range(1, 29)
    )
    document = Document(key="a", title="_" * 300, text=text, publisher="*" * 200, published=date(2025, 3, 30))
    with Index.open(f"{tmp_path}/parley.db") as index:
        index.add_documents([document])
        events = index.timeline(since=date(2025, 3, 1))
        quotations = index.quotes(since=date(2025, 3, 1))
    card = brief_card(Brief(date(2025, 3, 1), document.published, 1, events, quotations))
    assert isinstance(card, discord.ui.LayoutView)
    assert faults_in_card(card) == []

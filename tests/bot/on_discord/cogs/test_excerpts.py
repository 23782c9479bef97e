import logging
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.app.settings import Settings
from tests.reading import labels, plain_text_of, response_of, text_of
from tests.simulated_server import Server

MEETINGS = "Who met President Orsic?"

REPORTS = (
    "Ambassador Lund met President Orsic in Velmar to speak about grain.",
    "Judge Amara Kell met President Orsic aboard a ferry after the flood.",
    "The miners' leader Tovik met President Orsic at dawn over unpaid wages.",
    "Bishop Renaud met President Orsic and asked for mercy on the prisoners.",
    "Two widows from Castra met President Orsic during the parade.",
    "General Ilmar met President Orsic underground while shells fell.",
    "The painter Sofia Brandt met President Orsic for a portrait sitting.",
    "Trade secretary Okoro met President Orsic twice about tariffs on glass.",
    "Football captain Lenz met President Orsic with the winning trophy.",
    "Doctor Haim met President Orsic because vaccines had run out.",
    "Senator Pell met President Orsic in secret, a newspaper found.",
    "Astronaut Mirela Voss met President Orsic by video from orbit.",
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number, report in enumerate(REPORTS):
        (folder / f"{number}.md").write_text(
            f"---\ntitle: Report {number}\n---\n{report}\n", encoding="utf-8"
        )
    return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(folder,))


def quoted(markdown: str) -> list[str]:
    return [
        line.removeprefix("> ").removeprefix("-# ") for line in markdown.splitlines() if line.startswith("> ")
    ]


async def test_more_excerpts_go_on_where_the_first_card_ends(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=MEETINGS)
    seen = quoted(plain_text_of(response_of(answer)))
    message = response_of(answer)
    while "More excerpts" in labels(message):
        more = await server.ann.click(message, label="More excerpts")
        message = response_of(more)
        assert message.ephemeral
        seen += quoted(plain_text_of(message))
    assert len(seen) > 8
    assert len(set(seen)) == len(seen)
    assert set(seen) <= set(REPORTS)


async def test_more_excerpts_come_after_a_restart_too(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=MEETINGS)
    await server.restart()
    more = await server.ann.click(response_of(answer), label="More excerpts")
    assert len(quoted(plain_text_of(response_of(more)))) == 5


async def test_an_excerpt_is_shown_where_it_stands_after_a_restart_too(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=MEETINGS)
    await server.restart()
    button = next(item for item in response_of(answer).components[0]["components"] if item["type"] == 9)
    around = await server.ann.click(response_of(answer), custom_id=button["accessory"]["custom_id"])
    assert response_of(around).ephemeral
    assert any(f"**{report}**" in text_of(response_of(around)) for report in REPORTS)


async def test_a_card_that_was_sent_before_buttons_knew_their_row_is_answered(server: Server) -> None:
    document = (await server.bot.library.documents())[0]
    button: discord.ui.Button[Any] = discord.ui.Button(
        label="In context", custom_id=f"parley:around:{document.id}:0:10"
    )
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.ActionRow(button))
    channel = server.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    around = await server.ann.click(await channel.send(view=view), custom_id=button.custom_id)
    assert f"**{document.text[:10]}**" in text_of(response_of(around))


async def test_a_document_that_has_gone_is_said_to_be_gone(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=MEETINGS)
    for document in await server.bot.library.documents():
        await server.bot.library.remove(document.id)
    button = next(item for item in response_of(answer).components[0]["components"] if item["type"] == 9)
    around = await server.ann.click(response_of(answer), custom_id=button["accessory"]["custom_id"])
    assert "has been removed or has changed" in response_of(around).content
    more = await server.ann.click(response_of(answer), label="More excerpts")
    assert "There is no more to show" in response_of(more).content


async def test_a_press_that_comes_too_late_is_left(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=MEETINGS)
    server.let_time_pass_before_each_interaction(seconds=4)
    with caplog.at_level(logging.INFO, "bot"):
        result = await server.ann.click(response_of(answer), label="More excerpts")
    assert result.response is None
    assert "acknowledged too late" in caplog.text


async def test_a_press_that_fails_is_told_with_an_id(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await server.ann.slash(server.channel, "ask", question=MEETINGS)
    server.env.inject_error("PATCH", "/webhooks/*", status=500)
    result = await server.ann.click(response_of(answer), label="More excerpts")
    told = response_of(result).content
    assert "Something went wrong" in told
    assert told.split("`")[1] in caplog.text

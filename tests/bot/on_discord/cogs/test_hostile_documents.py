"""A document that tries everything, from the file to what a reader sees."""

import re
from pathlib import Path

import pytest

from bot.app.settings import Settings
from tests.reading import Message, components, response_of, text_of
from tests.simulated_server import Server

WORDS = (
    "The treaty @everyone <@1456074443980800010> <#1> </ask:1> <t:0:R> <:a:1> <id:guide> **bold** __under__ ||gone|| "
    "`code` [click](https://evil.example) https://evil.example discord.gg/abc <mailto:a@evil.example> :smile: "
    "\u202eturned\u202c z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo was signed."
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "documents"
    folder.mkdir()
    title = '"# [Treaty](https://evil.example) @here <@&1> **signed**"'
    text = f'---\ntitle: {title}\npublisher: "||The|| `Press` @everyone"\nurl: "https://x.example/a)b[c](d)"\n---\n{WORDS}\n'
    (folder / "hostile.md").write_text(text, encoding="utf-8")
    return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(folder,))


def assert_harmless(message: Message, *, links: int) -> None:
    text = text_of(message)
    for forbidden in (
        "<@",
        "<#",
        "</",
        "<t:",
        "<:",
        "<id:",
        "||",
        "`",
        "https://evil",
        "discord.gg",
        ":smile:",
        "\u202e",
    ):
        assert forbidden not in text.replace("\\" + forbidden, ""), forbidden
    assert len(re.findall(r"(?<!\\)\]\(https?://", text)) == links
    assert "\u0304" not in text


async def test_a_hostile_document_is_quoted_and_not_obeyed(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question="Which treaty was signed?")
    message = response_of(answer)
    assert_harmless(message, links=1)
    assert "](https://x.example/a%29b%5Bc%5D%28d%29" in text_of(message)
    stored = server.env.backend.get_message(message.channel_id, message.id)
    assert stored.ping_user_ids == []
    assert not stored.mention_everyone or stored.ping_role_ids == []


async def test_the_other_cards_are_harmless_too(server: Server) -> None:
    answer = await server.ann.slash(server.channel, "ask", question="Which treaty was signed?")
    around = await server.ann.click(response_of(answer), label="In context")
    assert_harmless(response_of(around), links=1)
    sources = await server.ann.slash(server.channel, "sources")
    assert_harmless(response_of(sources), links=1)
    assert components(response_of(sources))


async def test_a_suggested_source_is_plain(server: Server) -> None:
    offered = await server.ann.autocomplete(
        server.channel, "ask", "source", "press", question="Which treaty?"
    )
    assert [choice["name"] for choice in offered] == ["||The|| `Press` @everyone"]

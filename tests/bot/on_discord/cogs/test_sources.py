from pathlib import Path

import pytest
from discord.app_commands import Command, Group

from bot.app.settings import Settings
from bot.on_discord.cards.sources import PAGE
from tests.reading import labels, response_of, text_of
from tests.simulated_server import Server


async def test_the_documents_are_listed_newest_first_with_their_dates(server: Server) -> None:
    shown = await server.ann.slash(server.channel, "sources")
    text = text_of(response_of(shown))
    assert response_of(shown).ephemeral
    assert "2 documents, dated 3 May 2024 to 21 October 2024" in text
    assert text.index("Fishing talks adjourned") < text.index("Envoys sign the river accord")
    assert "The Delta Courier · 3 May 2024 · [read it](https://courier.example/accord)" in text
    assert labels(response_of(shown)) == []


async def test_help_says_how_to_ask(server: Server) -> None:
    shown = await server.ann.slash(server.channel, "help")
    assert response_of(shown).ephemeral
    assert f"mention {server.mention}" in text_of(response_of(shown))


async def test_help_names_every_command_and_every_entry_in_a_menu(server: Server) -> None:
    text = text_of(response_of(await server.ann.slash(server.channel, "help")))
    offered = server.bot.tree.get_commands()
    names = [f"/{each.name}" if isinstance(each, Command | Group) else each.name for each in offered]
    assert names
    assert [name for name in names if f"**{name}**" not in text] == []


class TestManyDocuments:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        folder = tmp_path / "documents"
        folder.mkdir()
        for number in range(2 * PAGE + 1):
            day = f"2024-03-{number + 1:02}"
            text = f"---\ntitle: Report {number:02}\ndate: {day}\n---\nThe talks went on for day {number}.\n"
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(folder,))

    async def test_the_list_is_paged_in_place_after_a_restart_too(self, server: Server) -> None:
        shown = await server.ann.slash(server.channel, "sources")
        message = response_of(shown)
        assert "Page 1 of 3" in text_of(message)
        assert labels(message) == ["Older"]
        await server.restart()
        turned = await server.ann.click(message, label="Older")
        assert response_of(turned).id == message.id
        assert "Page 2 of 3" in text_of(response_of(turned))
        assert labels(response_of(turned)) == ["Newer", "Older"]
        last = await server.ann.click(response_of(turned), label="Older")
        assert "Page 3 of 3" in text_of(response_of(last))
        assert "Report 00" in text_of(response_of(last))
        assert labels(response_of(last)) == ["Newer"]

    async def test_a_page_that_is_no_longer_there_is_the_last_one(self, server: Server) -> None:
        shown = await server.ann.slash(server.channel, "sources")
        for document in (await server.bot.library.documents())[1:]:
            await server.bot.library.remove(document.id)
        turned = await server.ann.click(response_of(shown), label="Older")
        assert "1 document, dated" in text_of(response_of(turned))

    async def test_a_page_turned_too_late_is_left(self, server: Server) -> None:
        shown = await server.ann.slash(server.channel, "sources")
        server.let_time_pass_before_each_interaction(seconds=4)
        turned = await server.ann.click(response_of(shown), label="Older")
        assert not turned.acknowledged


class TestNoDocuments:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=())

    async def test_a_bot_without_documents_says_so(self, server: Server) -> None:
        shown = await server.ann.slash(server.channel, "sources")
        assert "I have no documents yet" in text_of(response_of(shown))
        answer = await server.ann.slash(server.channel, "ask", question="Who met in Moscow?")
        assert "My documents do not say" in text_of(response_of(answer))

"""`/timeline` on a simulated Discord: list, pages, picture, files, and what cannot be shown."""

from datetime import date
from pathlib import Path

import pytest

from bot.app.settings import Settings
from bot.on_discord.cards.timeline import PAGE
from bot.on_discord.cogs.timeline import NOT_REMEMBERED
from index.model import Document
from tests.reading import components, labels, plain_text_of, response_of, text_of
from tests.simulated_server import Server


async def test_events_are_shown_by_day_with_words_and_numbered_sources(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "timeline"))
    text = plain_text_of(shown)
    assert not shown.ephemeral
    assert text.index("2 May 2024") < text.index("21 October 2024")
    assert "Envoys of Norland and Sudria signed the river accord in Port Amity on Thursday. [1]" in text
    assert "[1] Envoys sign the river accord · The Delta Courier · 3 May 2024" in text
    assert "Show as picture" in labels(shown)
    assert "Export" in labels(shown)


async def test_a_topic_a_period_an_actor_and_a_source_narrow_it(server: Server) -> None:
    shown = await server.ann.slash(
        server.channel, "timeline", topic="fishing talks", since="June 2024", source="Estuary Times"
    )
    text = plain_text_of(response_of(shown))
    assert "Timeline: fishing talks" in text
    assert "since 1 June 2024 · from Estuary Times" in text
    assert "2 May 2024" not in text
    by_actor = plain_text_of(
        response_of(await server.ann.slash(server.channel, "timeline", actor="Port Amity"))
    )
    assert "21 October 2024" not in by_actor


async def test_names_and_sources_are_suggested(server: Server) -> None:
    actors = await server.ann.autocomplete(server.channel, "timeline", "actor", "sud")
    assert [choice["value"] for choice in actors] == ["Sudria"]
    sources = await server.ann.autocomplete(server.channel, "timeline", "source", "est")
    assert [choice["value"] for choice in sources] == ["Estuary Times"]


async def test_the_picture_is_attached_with_its_words_for_those_who_cannot_see_it(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "timeline", style="picture"))
    assert [attachment.filename for attachment in shown.attachments] == ["timeline.png"]
    assert labels(shown) == ["Show as list", "Export"]
    as_list = await server.ann.click(shown, label="Show as list")
    assert "21 October 2024" in plain_text_of(response_of(as_list))


async def test_picture_and_files_are_given_after_a_restart_too(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "timeline", topic="accord"))
    await server.restart()
    picture = response_of(await server.ann.click(shown, label="Show as picture"))
    assert picture.ephemeral
    assert [attachment.filename for attachment in picture.attachments] == ["timeline.png"]
    exported = response_of(await server.ann.click(shown, label="Export"))
    assert [attachment.filename for attachment in exported.attachments] == [
        "timeline.csv",
        "timeline.json",
        "timeline.md",
        "timeline.ics",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"since": "31 February"}, "type a day"),
        ({"since": "2025", "until": "2024"}, "swap the two dates"),
        ({"actor": "Nobody"}, "No event names"),
        ({"topic": "bananas"}, "try another word"),
        ({"source": "Nobody"}, "the sources are"),
    ],
)
async def test_what_cannot_be_shown_is_one_sentence(
    server: Server, options: dict[str, str], said: str
) -> None:
    shown = response_of(await server.ann.slash(server.channel, "timeline", **options))
    assert said in plain_text_of(shown)
    assert "\n" not in plain_text_of(shown)
    assert server.env.errors


async def test_a_timeline_that_is_no_longer_remembered_says_so(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "timeline"))
    await server.bot.memory._run(lambda: server.bot.memory._open_database.execute("delete from bot_requests"))
    for label in ("Show as picture", "Export"):
        assert NOT_REMEMBERED in plain_text_of(response_of(await server.ann.click(shown, label=label)))


class TestManyEvents:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        folder = tmp_path / "documents"
        folder.mkdir()
        for number in range(1, 2 * PAGE + 2):
            words = f"Round {number} of the talks was held on {number} March 2024."
            text = f"---\ntitle: Report {number:02}\ndate: 2024-04-30\n---\n{words}\n"
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(folder,))

    async def test_pages_are_turned_in_place_after_a_restart_too(self, server: Server) -> None:
        shown = response_of(await server.ann.slash(server.channel, "timeline"))
        assert "Page 1 of 3" in plain_text_of(shown)
        await server.restart()
        turned = response_of(await server.ann.click(shown, label="Later"))
        assert turned.id == shown.id
        assert "Page 2 of 3" in plain_text_of(turned)
        last = response_of(await server.ann.click(turned, label="Later"))
        assert f"{2 * PAGE + 1} March 2024" in plain_text_of(last)
        assert labels(last)[-3:] == ["Earlier", "Show as picture", "Export"]


TWO_DATES = "On 20 May the two sides signed a seven-day ceasefire, which began on 22 May."


@pytest.mark.parametrize("command", ["timeline", "brief"])
async def test_a_sentence_with_two_dates_stands_twice_with_a_button_each(
    server: Server, command: str
) -> None:
    text = f"{TWO_DATES} The ferries sailed again in the week after the ceasefire was signed."
    document = Document(key="a", title="Ceasefire", text=text, published=date(2025, 5, 24))
    await server.bot.library.write(lambda index: index.add_documents([document]))
    shown = response_of(await server.ann.slash(server.channel, command, since="May 2025"))
    assert "**20 May 2025**" in text_of(shown)
    assert "**22 May 2025**" in text_of(shown)
    buttons = [item["custom_id"] for item in components(shown) if item.get("label") == "In context"]
    assert len(set(buttons)) == len(buttons) >= 2
    for custom_id in buttons:
        around = response_of(await server.ann.click(shown, custom_id=custom_id))
        assert "### In context" in text_of(around)

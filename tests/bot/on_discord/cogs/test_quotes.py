"""`/quotes`, `/stance` and "Find the source" on a simulated Discord."""

from pathlib import Path

import pytest

from bot.app.settings import Settings
from bot.on_discord.cards.quotes import NOTHING, PAGE
from bot.on_discord.cogs.quotes import NO_WORDS, NOT_REMEMBERED
from tests.reading import labels, plain_text_of, response_of
from tests.simulated_server import Server


async def test_words_are_shown_with_speaker_role_date_and_source(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "quotes", speaker="Brandt"))
    text = plain_text_of(shown)
    assert not shown.ephemeral
    assert "What Brandt said" in text
    assert "Ilse Brandt, Foreign minister · 3 May 2024 (date of publication)" in text
    assert "“a door that was shut for forty years” [1]" in text
    assert "[1] Envoys sign the river accord · The Delta Courier · 3 May 2024" in text
    assert "In context" in labels(shown)


async def test_reported_speech_has_no_quotation_marks(server: Server) -> None:
    text = plain_text_of(response_of(await server.ann.slash(server.channel, "quotes", speaker="Orsic")))
    assert "his side would return in January" in text
    assert "“his side" not in text
    assert "reported, not word for word" in text


async def test_a_topic_a_period_and_a_source_narrow_it(server: Server) -> None:
    shown = await server.ann.slash(
        server.channel,
        "quotes",
        about="accord",
        since="May 2024",
        until="May 2024",
        source="The Delta Courier",
    )
    text = plain_text_of(response_of(shown))
    assert "Ilse Brandt" in text
    assert "Orsic" not in text
    assert "since 1 May 2024 · until 31 May 2024 · from The Delta Courier" in text


async def test_speakers_are_suggested_with_role_and_count(server: Server) -> None:
    found = await server.ann.autocomplete(server.channel, "quotes", "speaker", "bra")
    assert found == [{"name": "Ilse Brandt (Foreign minister, 1)", "value": "Ilse Brandt"}]
    by_role = await server.ann.autocomplete(server.channel, "stance", "other", "negotiator")
    assert [choice["value"] for choice in by_role] == ["Pavel Orsic"]
    sources = await server.ann.autocomplete(server.channel, "quotes", "source", "est")
    assert [choice["value"] for choice in sources] == ["Estuary Times"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"speaker": "Brant"}, "the nearest names are: Ilse Brandt"),
        ({"about": "bananas"}, "try another word"),
        ({"speaker": "Brandt", "about": "fishing"}, "No quotation by Brandt"),
        ({"since": "2025", "until": "2024"}, "swap the two dates"),
        ({"source": "Nobody"}, "the sources are"),
    ],
)
async def test_what_cannot_be_shown_is_one_sentence(
    server: Server, options: dict[str, str], said: str
) -> None:
    text = plain_text_of(response_of(await server.ann.slash(server.channel, "quotes", **options)))
    assert said in text
    assert "\n" not in text
    assert server.env.errors


async def test_quotations_are_exported_after_a_restart_too(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "quotes", speaker="Brandt"))
    await server.restart()
    exported = response_of(await server.ann.click(shown, label="Export"))
    assert exported.ephemeral
    names = [attachment.filename for attachment in exported.attachments]
    assert names == ["quotations.csv", "quotations.json", "quotations.md"]


async def test_quotations_that_are_no_longer_remembered_say_so(server: Server) -> None:
    shown = response_of(await server.ann.slash(server.channel, "quotes"))
    await server.bot.memory._run(lambda: server.bot.memory._open_database.execute("delete from bot_requests"))
    assert NOT_REMEMBERED in plain_text_of(response_of(await server.ann.click(shown, label="Export")))


async def test_a_question_after_somebody_s_words_is_answered_with_them(server: Server) -> None:
    shown = await server.ann.slash(server.channel, "ask", question="What did Brandt say about the accord?")
    assert "a door that was shut for forty years" in plain_text_of(response_of(shown))


async def test_the_source_of_a_message_s_words_is_found_privately(server: Server) -> None:
    message = await server.ann.send(
        server.channel, 'Somebody wrote "a door that was shut for forty years" today'
    )
    shown = response_of(await server.ann.context_menu(server.channel, "Find the source", message))
    assert shown.ephemeral
    text = plain_text_of(shown)
    assert "Where these words stand" in text
    assert "Envoys sign the river accord" in text


async def test_a_claim_without_its_words_finds_what_comes_near(server: Server) -> None:
    message = await server.ann.send(server.channel, "Sudria agreed to withdraw gunboats")
    text = plain_text_of(
        response_of(await server.ann.context_menu(server.channel, "Find the source", message))
    )
    assert "withdraw its gunboats" in text


async def test_words_that_no_document_has_say_so(server: Server) -> None:
    message = await server.ann.send(server.channel, "Bananas are yellow and bent")
    text = plain_text_of(
        response_of(await server.ann.context_menu(server.channel, "Find the source", message))
    )
    assert NOTHING.strip("*") in text


async def test_a_message_without_words_says_so(server: Server) -> None:
    message = response_of(await server.ann.slash(server.channel, "quotes"))
    text = plain_text_of(
        response_of(await server.ann.context_menu(server.channel, "Find the source", message))
    )
    assert NO_WORDS in text


class TestManyQuotations:
    @pytest.fixture
    def settings(self, tmp_path: Path) -> Settings:
        folder = tmp_path / "documents"
        folder.mkdir()
        for number in range(1, 2 * PAGE + 2):
            name = "Mara Lind" if number % 2 else "Pavel Orsic"
            words = (
                f'"Round {number} of the talks about herring is over," {name} said on {number} March 2024.'
            )
            text = f"---\ntitle: Report {number:02}\ndate: 2024-04-30\n---\n{words}\n"
            (folder / f"{number}.md").write_text(text, encoding="utf-8")
        return Settings(_env_file=None, database=tmp_path / "parley.db", seeds=(folder,))

    async def test_pages_are_turned_in_place_after_a_restart_too(self, server: Server) -> None:
        shown = response_of(await server.ann.slash(server.channel, "quotes"))
        assert "Page 1 of 3" in plain_text_of(shown)
        assert f"Round {2 * PAGE + 1} of" in plain_text_of(shown)
        await server.restart()
        turned = response_of(await server.ann.click(shown, label="More"))
        assert turned.id == shown.id
        last = response_of(await server.ann.click(turned, label="More"))
        assert "Round 1 of" in plain_text_of(last)
        assert labels(last)[-2:] == ["Back", "Export"]

    async def test_a_stance_is_told_from_first_to_last(self, server: Server) -> None:
        shown = await server.ann.slash(server.channel, "stance", speaker="Lind", topic="herring talks")
        text = plain_text_of(response_of(shown))
        assert "Lind about herring talks, from first to last" in text
        assert text.index("Round 1 of") < text.index("Round 3 of")
        assert "Round 2 of" not in text

    async def test_two_stances_stand_beside_each_other(self, server: Server) -> None:
        shown = await server.ann.slash(
            server.channel, "stance", speaker="Lind", topic="herring", other="Orsic"
        )
        text = plain_text_of(response_of(shown))
        assert text.index("🔵 Mara Lind") < text.index("🟠 Pavel Orsic")
        assert text.index("Round 1 of") < text.index("Round 2 of") < text.index("Round 3 of")

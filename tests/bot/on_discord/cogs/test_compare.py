"""`/compare` on a simulated Discord: two documents, two versions of one, pages, files, and what cannot be shown."""

from bot.on_discord.cards.compare import PAGE
from bot.on_discord.cogs.compare import EXPORTED
from index import Document
from index.structure.articles import find_articles
from tests.index.structure.agreements import HARROW
from tests.reading import labels, plain_text_of, response_of, text_of
from tests.simulated_server import Server


def draft(key: str, title: str, text: str, collection: str = "shared") -> Document:
    return Document(key=key, title=title, text=text, structure=find_articles(text), collection=collection)


FIRST = draft("first", "Harrow agreement, first draft", HARROW)
EDITED = HARROW.replace("eight members", "nine members").replace(
    "3. Submarines shall pass on the surface.\n\n", ""
)


async def add(server: Server, *documents: Document) -> None:
    await server.bot.library.write(lambda index: index.add_documents(documents))


async def test_both_wordings_stand_under_their_place_with_the_other_words_in_bold(server: Server) -> None:
    await add(server, FIRST, draft("second", "Harrow agreement, second draft", EDITED))
    shown = response_of(
        await server.ann.slash(server.channel, "compare", before="harrow first", after="harrow second")
    )
    text = text_of(shown)
    assert not shown.ephemeral
    assert "**Before** Harrow agreement, first draft" in text
    assert "1 changed, 1 removed" in text
    assert "**Article 3(1)** · changed" in text
    assert "A Harbour Council of **eight** members" in text
    assert "A Harbour Council of **nine** members" in text
    assert "**Article 2(3)** · removed" in text
    assert labels(shown) == ["In context", "Export"]


async def test_one_document_is_compared_with_what_it_said_before(server: Server) -> None:
    await add(server, FIRST)
    shown = response_of(await server.ann.slash(server.channel, "compare", before="harrow"))
    assert "No earlier version" in plain_text_of(shown)
    assert server.env.errors
    await add(server, draft("first", "Harrow agreement, first draft", EDITED))
    shown = response_of(await server.ann.slash(server.channel, "compare", before="harrow"))
    assert "Article 3(1) · changed" in plain_text_of(shown)


async def test_pages_and_files_are_given_after_a_restart(server: Server) -> None:
    text = HARROW
    for word in (
        "shall enjoy",
        "shall give",
        "shall sit",
        "shall decide",
        "shall enter into",
        "shall keep the",
        "shall keep forty",
    ):
        text = text.replace(word, word.replace("shall", "will"))
    await add(server, FIRST, draft("second", "Harrow agreement, second draft", text))
    shown = response_of(
        await server.ann.slash(server.channel, "compare", before="harrow first", after="harrow second")
    )
    assert plain_text_of(shown).count("· changed") == PAGE
    await server.restart()
    second = response_of(await server.ann.click(shown, label="After these"))
    assert "Page 2 of 2" in plain_text_of(second)
    files = response_of(await server.ann.click(shown, label="Export"))
    assert EXPORTED in files.content
    assert [file.filename for file in files.attachments] == ["comparison.md", "comparison.json"]


async def test_documents_that_are_the_same_are_said_to_be(server: Server) -> None:
    await add(server, FIRST, draft("second", "Harrow agreement, second draft", HARROW))
    shown = await server.ann.slash(server.channel, "compare", before="harrow first", after="harrow second")
    assert "The two say the same." in plain_text_of(response_of(shown))


async def test_titles_are_suggested_and_those_of_another_server_are_not_seen(server: Server) -> None:
    await add(server, FIRST, draft("away", "Harrow agreement, secret", HARROW, "server:1"))
    suggested = await server.ann.autocomplete(server.channel, "compare", "before", "harrow")
    assert [choice["name"] for choice in suggested] == ["Harrow agreement, first draft"]
    shown = await server.ann.slash(server.channel, "compare", before="harrow first", after="secret")
    assert "No document is called" in plain_text_of(response_of(shown))
    assert server.env.errors

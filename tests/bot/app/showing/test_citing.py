import io
from dataclasses import replace
from datetime import date

from PIL import Image

from bot.app.schemas.citing import CitationOutput
from bot.app.showing.charts import draw_timeline
from bot.app.showing.citing import day_beside, last_seen, publisher_beside, recognition_of
from bot.app.showing.exports import to_csv, to_ics, to_markdown
from bot.app.showing.timelines import alt_text
from bot.cli.terminal import columns
from bot.on_discord.cards.compare import comparison_card
from bot.on_discord.cards.parts import citation as card
from index.model import Change, Citation, Comparison, Document, Event, Excerpt


def citation(title: str, publisher: str | None) -> Citation:
    return Citation(1, title, publisher, date(2025, 3, 14), 1, None, "0" * 16, place="14 March 2025, 10:05")


def test_what_stands_beside_already_is_not_said_again() -> None:
    chat = citation("Ostvale MFA, 14 March 2025", "Ostvale MFA")
    assert publisher_beside(chat) == ""
    assert day_beside(chat, chat.title) == ""
    blog = citation("Talks live", "The Gull")
    assert publisher_beside(blog) == "The Gull"
    assert day_beside(blog, blog.title) == "14 March 2025"
    assert day_beside(blog, blog.title, blog.place or "") == ""


def test_what_is_not_known_is_nothing() -> None:
    assert publisher_beside(citation("Talks", None)) == ""


def test_that_text_recognition_read_the_words_is_said() -> None:
    assert recognition_of(citation("Talks", None)) == ""
    assert (
        recognition_of(replace(citation("Talks", None), recognised=99))
        == "read by text recognition, 99 % sure"
    )


def test_each_face_says_that_text_recognition_read_the_words() -> None:
    held = replace(citation("Talks", None), recognised=99)
    words = "read by text recognition, 99 % sure"
    assert words in columns.citation_line(held) and words in columns.document_line(held)
    assert words in card.citation_line(held) and words in card.place_line(held)
    assert words in card.source_lines([[held]], link=False)
    assert CitationOutput.of(held).recognised == 99
    document = Document("talks", "Talks", "They met on 3 May 2024.")
    event = Event(
        document,
        0,
        23,
        date(2024, 5, 3),
        date(2024, 5, 3),
        "day",
        "explicit",
        planned=False,
        citations=(held,),
    )
    assert words in to_markdown([event], "Timeline") and words in alt_text([event], "Timeline")
    assert "read by text recognition" in (to_ics([event]) or "")
    assert to_csv([event]).splitlines()[0].endswith(",recognised") and to_csv([event]).splitlines()[
        1
    ].endswith(",99")
    change = Change("removed", Excerpt(document, 0, 23, (), held), None)
    compared = comparison_card(Comparison(document, document, (change,)), 0, None)
    assert words in str(compared.to_components())  # type: ignore[no-untyped-call]


def test_a_picture_has_a_line_for_that_text_recognition_read_the_words() -> None:
    document = Document("talks", "Talks", "They met on 3 May 2024.")
    day = date(2024, 5, 3)

    def height(held: Citation) -> int:
        event = Event(document, 0, 23, day, day, "day", "explicit", planned=False, citations=(held,))
        with Image.open(io.BytesIO(draw_timeline([event], "Timeline"))) as picture:
            return picture.height

    own = citation("Talks", None)
    assert height(replace(own, recognised=99)) > height(own)


def test_when_words_were_last_seen_is_said() -> None:
    held = replace(citation("Talks", None), as_of=date(2025, 3, 20))
    assert last_seen(citation("Talks", None)) == ""
    assert last_seen(held) == "as of 20 March 2025, changed since"
    gone = replace(held, gone=True)
    words = "as of 20 March 2025, the page is gone"
    assert last_seen(gone) == words
    assert words in columns.citation_line(gone) and words in columns.document_line(gone)
    assert words in card.citation_line(gone) and words in card.source_lines([[gone]], link=False)
    assert CitationOutput.of(gone).gone and CitationOutput.of(gone).as_of == date(2025, 3, 20)

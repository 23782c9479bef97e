from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.app.showing.readable import length
from bot.on_discord.cards.parts.excerpt import OMISSION, block_quote, date_lines, marked
from bot.on_discord.cards.surroundings import surroundings_card
from index.model import Citation, Document, Excerpt, ResolvedDate, Span
from tests.discord_rules import faults_in_card

WORDS = "one two three four five six seven eight nine ten eleven twelve"


def excerpt(text: str, *highlights: Span, span: Span | None = None) -> Excerpt:
    document = Document(key="a", title="A title", text=text)
    citation = Citation(1, document.title, None, None, 1, None, document.id)
    return Excerpt(document, *(span or (0, len(text))), highlights, citation)


def test_marked_words_are_bold_and_neighbours_are_marked_as_one() -> None:
    assert block_quote(excerpt(WORDS, (0, 3), (4, 7), (14, 18)), limit=100).startswith(
        "> **one two** three **four** "
    )


def test_marked_words_with_nothing_to_see_between_them_are_marked_as_one() -> None:
    assert block_quote(excerpt("one\u202c \u2066two", (0, 3), (6, 9)), limit=100) == "> **one two**"


def test_marks_that_overlap_lie_outside_or_hold_nothing_do_no_harm() -> None:
    whole = excerpt("one two three", (0, 5), (2, 7), (7, 8), (40, 50), span=(0, 8))
    assert block_quote(whole, limit=100) == "> **one two**"


def test_an_excerpt_of_several_lines_is_one_quote() -> None:
    assert block_quote(excerpt("one\ntwo\r\n\n three"), limit=100) == "> one two three"


def test_a_long_excerpt_keeps_its_start_and_shows_that_words_are_left_out() -> None:
    assert block_quote(excerpt(WORDS, (0, 3)), limit=40) == f"> **one** two three four five six {OMISSION}"


def test_a_long_excerpt_keeps_the_words_that_matched() -> None:
    start = WORDS.index("eleven")
    quote = block_quote(excerpt(WORDS, (start, start + 6)), limit=50)
    assert "**eleven**" in quote
    assert quote.startswith(f"> {OMISSION} ")


@given(
    st.text(max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=4),
    st.integers(20, 80),
)
def test_a_quote_never_exceeds_its_limit(text: str, spans: list[Span], limit: int) -> None:
    assert length(block_quote(excerpt(text + ".", *spans), limit=limit, small=True)) <= limit
    assert length(marked(excerpt(text + ".", *spans), (0, len(text)), limit=limit)) <= limit


PARAGRAPHS = "First paragraph.\n\nSecond one. With two sentences.\n\nThird paragraph."


def shown(around: Excerpt) -> str:
    return "\n".join(item["content"] for item in surroundings_card(around).components() if "content" in item)


def test_surroundings_are_quoted_by_paragraph_with_the_excerpt_in_bold() -> None:
    start = PARAGRAPHS.index("With")
    text = shown(excerpt(PARAGRAPHS, (start, start + len("With two sentences."))))
    assert "> First paragraph.\n> \n> Second one. **With two sentences.**\n> \n> Third paragraph." in text
    assert OMISSION not in text


def test_paragraphs_that_do_not_fit_are_left_out_from_the_outside_in() -> None:
    long = "word " * 400
    text = f"{long}A.\n\n{long}B.\n\nHere it is.\n\n{long}C.\n\n{long}D."
    start = text.index("Here")
    around = shown(excerpt(text, (start, start + len("Here it is."))))
    assert "**Here it is.**" in around
    assert around.count(f"> {OMISSION}") == 2


@given(
    st.text(min_size=1, max_size=3000),
    st.tuples(st.integers(0, 3000), st.integers(0, 3000)),
    st.sampled_from((1, 1, 30)),
)
def test_discord_takes_any_surroundings(text: str, span: Span, times: int) -> None:
    whole = text * times
    start, end = sorted((min(span[0], len(whole)), min(span[1], len(whole))))
    assert faults_in_card(surroundings_card(excerpt(whole, (start, end)))) == []


def test_words_that_say_a_date_beside_another_have_their_days_under_them() -> None:
    plain = excerpt("They met on *Thursday* in Lomar.")
    found = ResolvedDate(12, 22, date(2025, 3, 13), date(2025, 3, 13), "day")
    assert date_lines(replace(plain, dates=(found, found)), most=1) == [
        "-# “\\*Thursday\\*” is 13 March 2025"
    ]
    assert date_lines(plain, most=1) == []

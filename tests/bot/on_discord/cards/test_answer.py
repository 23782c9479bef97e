from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.on_discord.cards.answer import PARTIAL, SILENT, STRONG, answer_card, more_card
from bot.on_discord.cards.parts.budget import Card
from index.model import Answer, Citation, Document, Excerpt, Side, Span, Together
from index.requests import POINTS, Filters, Period
from tests.discord_rules import faults_in_card

QUESTION_ID = "0123456789ab"
TEXT = "The envoys met in Port Amity. They signed the accord on the river, and left by boat."
DOCUMENT = Document(key="a", title="Envoys meet", text=TEXT, publisher="Courier", published=date(2024, 5, 3))


def excerpt(words: str, *marked: str, number: int = 1, document: Document = DOCUMENT) -> Excerpt:
    start = document.text.index(words)
    spans = tuple((document.text.index(word), document.text.index(word) + len(word)) for word in marked)
    return cut(document, (start, start + len(words)), spans, number)


def cut(document: Document, span: Span, highlights: tuple[Span, ...], number: int = 1) -> Excerpt:
    citation = Citation(
        number, document.title, document.publisher, document.published, 1, document.url, document.id
    )
    return Excerpt(document, *span, highlights, citation)


ANSWER = Answer(
    question="Where did the envoys meet?",
    answered=True,
    confidence=0.9,
    strength="strong",
    excerpts=(
        excerpt("The envoys met in Port Amity.", "envoys", "met"),
        excerpt("They signed the accord on the river", number=2),
    ),
    as_of=date(2024, 5, 3),
)


def shown(card: Card) -> str:
    return "\n".join(item["content"] for item in card.components() if "content" in item)


def labels(card: Card) -> list[str]:
    return [item["label"] for item in card.components() if "label" in item]


def test_the_best_excerpt_is_large_and_the_others_are_small() -> None:
    lines = shown(answer_card(ANSWER, question_id=QUESTION_ID)).splitlines()
    assert lines[0] == "### Where did the envoys meet?"
    assert lines[1] == "> The **envoys met** in Port Amity."
    assert lines[3].startswith("> -# They signed")


def test_an_excerpt_is_cited_in_full() -> None:
    lines = shown(answer_card(ANSWER)).splitlines()
    assert lines[2] == "-# \\[1\\] Envoys meet · Courier · 3 May 2024 · paragraph 1"
    unknown = replace(DOCUMENT, publisher=None, published=None, title="\u202e", url="javascript:alert(1)")
    card = answer_card(replace(ANSWER, excerpts=(excerpt("The envoys met", document=unknown),)))
    assert "-# \\[1\\] Untitled · date unknown · paragraph 1\n" in shown(card)


def test_a_page_is_cited_where_there_are_pages() -> None:
    only = ANSWER.excerpts[0]
    paged = replace(only, citation=replace(only.citation, page=12))
    assert "· page 12 · paragraph 1" in shown(answer_card(replace(ANSWER, excerpts=(paged,))))


def test_the_colour_and_a_line_say_how_sure_the_answer_is() -> None:
    def colour(answer: Answer) -> int:
        return int(answer_card(answer).components()[0]["accent_color"])

    partial = replace(ANSWER, strength="partial")
    silent = replace(ANSWER, answered=False, excerpts=(), nearest=ANSWER.excerpts)
    assert [colour(ANSWER), colour(partial), colour(silent)] == [STRONG, PARTIAL, SILENT]
    assert "The closest I found" in shown(answer_card(partial))
    assert "The closest I found" not in shown(answer_card(ANSWER))


def test_an_abstention_names_the_nearest_and_does_not_pass_them_off_as_an_answer() -> None:
    silent = replace(
        ANSWER, answered=False, strength="weak", confidence=0.1, excerpts=(), nearest=ANSWER.excerpts
    )
    lines = shown(answer_card(silent, question_id=QUESTION_ID, more=True)).splitlines()
    assert lines[1:3] == [
        "**My documents do not say.**",
        "-# The nearest passages I have, which are not an answer:",
    ]
    assert all(line.startswith("> -# ") for line in lines if line.startswith("> "))
    assert "More excerpts" not in labels(answer_card(silent, question_id=QUESTION_ID, more=True))


def test_an_abstention_that_is_not_sure_says_so() -> None:
    unsure = replace(
        ANSWER, answered=False, strength="weak", confidence=0.2, excerpts=(), nearest=ANSWER.excerpts
    )
    text = shown(answer_card(unsure))
    assert "My documents do not clearly say" in text
    assert "one of them may hold the answer" in text


def test_an_abstention_with_nothing_near_says_what_to_try() -> None:
    silent = replace(ANSWER, answered=False, strength="weak", excerpts=(), as_of=None)
    assert "Nothing in them comes near" in shown(answer_card(silent))
    assert "dates" not in shown(answer_card(silent))


def test_the_filters_are_named() -> None:
    filters = Filters(Period(date(2024, 1, 1), date(2024, 12, 31)), "The *Courier*")
    last = shown(answer_card(ANSWER, filters=filters)).splitlines()[-1]
    assert "since 1 January 2024 · until 31 December 2024 · from The \\*Courier\\*" in last


def test_the_date_of_undated_documents_is_said_to_be_unknown() -> None:
    assert "not known" in shown(answer_card(replace(ANSWER, as_of=None)))


def test_more_is_offered_when_there_is_more() -> None:
    assert "More excerpts" in labels(answer_card(ANSWER, question_id=QUESTION_ID, more=True))
    assert "More excerpts" not in labels(answer_card(ANSWER, question_id=QUESTION_ID))
    more = more_card(ANSWER, skip=3, question_id=QUESTION_ID, more=True)
    button = next(item for item in more.components() if item.get("label") == "More excerpts")
    assert button["custom_id"] == f"parley:more:{QUESTION_ID}:5"
    assert "More excerpts" not in labels(more_card(ANSWER, skip=3, question_id=QUESTION_ID, more=False))


hostile_text = st.text(min_size=1, max_size=3000)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    excerpts = []
    for number in range(draw(st.integers(0, 5))):
        text = draw(hostile_text) * draw(st.sampled_from((1, 1, 40)))
        published = draw(st.none() | st.dates())
        url = draw(st.none() | st.text(max_size=20) | st.just("https://x.example/" + "a)" * 300 + "#b"))
        document = Document(
            str(number), draw(hostile_text), text, draw(st.none() | hostile_text), url, published
        )
        position = st.integers(0, len(text))
        spans = [tuple(sorted(pair)) for pair in draw(st.lists(st.tuples(position, position), max_size=5))]
        excerpts.append(cut(document, (0, len(text)), tuple(spans), number))
    answered = draw(st.booleans())
    strength = draw(st.sampled_from(("strong", "partial", "weak")))
    both = tuple(excerpts) if answered else (), () if answered else tuple(excerpts)
    together: Together | None = None
    sides: tuple[Side, ...] = ()
    if answered and 1 < len(excerpts) <= POINTS:
        together = draw(st.none() | st.sampled_from(get_args(Together)))
        middle = draw(st.integers(1, len(excerpts) - 1))
        if together == "comparison":
            halves = tuple(excerpts[:middle]), tuple(excerpts[middle:])
            sides = tuple(Side(draw(hostile_text), half) for half in halves)
    return Answer(
        draw(hostile_text),
        answered,
        0.5,
        strength,
        *both,
        draw(st.none() | st.dates()),
        together=together,
        sides=sides,
    )


@given(answers(), st.booleans())
def test_discord_takes_the_card_of_any_answer(answer: Answer, more: bool) -> None:
    assert faults_in_card(answer_card(answer, question_id=QUESTION_ID, more=more)) == []
    if answer.excerpts:
        assert faults_in_card(more_card(answer, skip=3, question_id=QUESTION_ID, more=more)) == []

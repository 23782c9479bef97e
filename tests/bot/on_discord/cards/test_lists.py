from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.app.memory.remembering import Feedback
from bot.on_discord.cards.help import help_card
from bot.on_discord.cards.parts.pages import page_count
from bot.on_discord.cards.privacy import privacy_card
from bot.on_discord.cards.sources import PAGE, sources_card
from index.model import Document, Stats
from tests.discord_rules import faults_in_card

ADDRESSES = st.none() | st.text(max_size=10) | st.just("https://example.org/" + "a(" * 200)


@given(
    st.lists(
        st.tuples(
            st.text(max_size=400), st.none() | st.text(max_size=200), ADDRESSES, st.none() | st.dates()
        ),
        max_size=PAGE,
    ),
    st.integers(0, 10_000),
    st.integers(0, 3),
)
def test_discord_takes_any_list_of_documents(rows: list[Any], count: int, page: int) -> None:
    documents = [
        Document("a", title, "text", publisher, url, published) for title, publisher, url, published in rows
    ]
    dates = sorted(document.published for document in documents if document.published)
    oldest, newest = (dates[0], dates[-1]) if dates else (None, None)
    stats = Stats(count, count, 0, 0, oldest, newest)
    assert faults_in_card(sources_card(documents, stats, min(page, page_count(count, PAGE) - 1))) == []


def test_pages_are_counted() -> None:
    assert [page_count(count, PAGE) for count in (0, 1, PAGE, PAGE + 1)] == [1, 1, 1, 2]


@given(st.lists(st.tuples(st.text(max_size=300), st.booleans()), max_size=12))
def test_discord_takes_any_list_of_ratings(rows: list[tuple[str, bool]]) -> None:
    feedback = [Feedback(text, helpful, datetime.now(UTC)) for text, helpful in rows]
    card = privacy_card(feedback, keep_days=90)
    assert faults_in_card(card) == []
    text = "\n".join(item["content"] for item in card.components() if "content" in item)
    assert ("older" in text) is (len(rows) > 5)


def test_discord_takes_the_help() -> None:
    assert faults_in_card(help_card("<@1>")) == []

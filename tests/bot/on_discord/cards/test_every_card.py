"""Every card, of whatever strangers write, is one that Discord takes."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simcord.types import HttpLogEntry

import bot.on_discord.cards
from bot.app.memory.alerts import MOST_ALERTS
from bot.app.quotas import Quota
from bot.app.showing.timelines import MOST_ON_PICTURE, alt_text
from bot.on_discord.answering import EXCERPTS, MORE_EXCERPTS
from bot.on_discord.cards import (
    alert,
    answer,
    brief,
    compare,
    privacy,
    quotes,
    source,
    sources,
    surroundings,
    timeline,
    why,
)
from bot.on_discord.cards import (
    help as help_cards,
)
from bot.on_discord.cards.parts import budget, buttons
from bot.on_discord.cards.parts.budget import Card
from index.answering.explaining import CONSIDERED
from index.model import Comparison, Stats
from index.storage.documents import Usage
from tests.bot.on_discord.cards.material import Material
from tests.discord_rules import COMPONENTS_V2, faults_in_card
from tests.discord_schema import DiscordSchema

EXAMPLES = 6
"""Of each card: half of them are as full as can be, and the suite stays quick."""

ID = "0123456789ab"
MANY = 99_999
QUOTA = Quota(MANY, MANY * 1_000_000, MANY)
USED = Usage(MANY, MANY * 1_000_000, MANY)

Build = Callable[[Material], Card]


def an_id(material: Material) -> str | None:
    return material.one_of(None, ID)


def an_answer(material: Material) -> Card:
    return answer.answer_card(
        material.answer(EXCERPTS),
        filters=material.filters(),
        question_id=an_id(material),
        more=material.one_of(False, True),
    )


def more_excerpts(material: Material) -> Card:
    found = material.answer(MORE_EXCERPTS)
    return answer.more_card(found, skip=EXCERPTS, question_id=ID, more=material.one_of(False, True))


def a_timeline(material: Material) -> Card:
    events = material.events(2 * timeline.PAGE + 1)
    page = material.one_of(2, 0, 1)
    return timeline.timeline_card(events, material.timeline_request(), page, an_id(material))


def a_picture(material: Material) -> Card:
    events, request = material.events(MOST_ON_PICTURE), material.timeline_request()
    words = alt_text(events, request.topic or "Timeline")
    return timeline.picture_card(material.one_of(len(events), MANY), events, request, words, an_id(material))


def said(material: Material) -> Card:
    request = material.quotes_request(stance=False)
    found = material.quotations(2 * quotes.PAGE + 1)
    return quotes.quotes_card(found, request, material.one_of(2, 0, 1), an_id(material))


def a_stance(material: Material) -> Card:
    request = material.quotes_request(stance=True)
    return quotes.quotes_card(material.quotations(quotes.PAGE), request, 0, an_id(material))


def a_brief(material: Material) -> Card:
    since = material.day() or date(2025, 9, 28)
    events, quotations = tuple(material.events(5)), tuple(material.quotations(5))
    return brief.brief_card(brief.Brief(since, material.day(), MANY, events, quotations))


def a_comparison(material: Material) -> Card:
    changes = tuple(material.change() for _ in range(material.count(0, 2 * compare.PAGE + 1)))
    found = Comparison(material.document("a"), material.document("b"), changes)
    return compare.comparison_card(found, material.one_of(2, 0, 1), an_id(material))


def known_sources(material: Material) -> Card:
    documents = material.documents(0, sources.PAGE)
    oldest, newest = material.days()
    stats = Stats(material.one_of(len(documents), MANY), 0, 0, 0, oldest, newest)
    updated = {document.id for document in documents[::2]}
    return sources.sources_card(documents, stats, material.one_of(0, 1), updated)


def a_list_of_sources(material: Material) -> Card:
    documents = material.documents(0, source.PAGE)
    updated = [document.id for document in documents[::2]]
    return source.list_card(documents, material.feeds(), USED, QUOTA, material.one_of(1, 0), updated)


def a_preview(material: Material) -> Card:
    refusals = [material.text() for _ in range(material.count(0, 7))]
    return source.preview_card(material.documents(1, 9), refusals, ID)


CARDS: dict[str, Build] = {
    "alert.alert_card": lambda material: alert.alert_card(
        material.text(100, fewest=1), material.excerpt(material.document())
    ),
    "alert.alerts_card": lambda material: alert.alerts_card(material.alerts(MOST_ALERTS)),
    "answer.answer_card": an_answer,
    "answer.more_card": more_excerpts,
    "brief.brief_card": a_brief,
    "compare.comparison_card": a_comparison,
    "help.help_card": lambda material: help_cards.help_card("<@1456074443980800010>"),
    "privacy.privacy_card": lambda material: privacy.privacy_card(material.ratings(), keep_days=MANY),
    "quotes.quotes_card": said,
    "quotes.quotes_card of a stance": a_stance,
    "quotes.sources_card": lambda material: quotes.sources_card(
        material.excerpts(5), verbatim=material.one_of(True, False)
    ),
    "source.feed_preview_card": lambda material: source.feed_preview_card(
        material.feed(), material.text(), ID
    ),
    "source.list_card": a_list_of_sources,
    "source.notice": lambda material: source.notice("Reading it …"),
    "source.outcome_card": lambda material: source.outcome_card(
        "The feed was fetched", material.outcomes(), USED, QUOTA
    ),
    "source.preview_card": a_preview,
    "sources.sources_card": known_sources,
    "surroundings.surroundings_card": lambda material: surroundings.surroundings_card(
        material.excerpt(material.document())
    ),
    "timeline.picture_card": a_picture,
    "timeline.timeline_card": a_timeline,
    "why.why_card": lambda material: why.why_card(material.explanation(CONSIDERED)),
}

TEMPLATES = [
    re.compile(value)
    for module in (buttons, source)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, str) and value.startswith("parley:")
]


def test_no_card_is_left_out() -> None:
    made = set()
    for found in pkgutil.iter_modules(bot.on_discord.cards.__path__):
        module = importlib.import_module(f"{bot.on_discord.cards.__name__}.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ != budget.__name__ and not name.startswith("_")
            if own and inspect.signature(function).return_annotation is Card:
                made.add(f"{found.name}.{name}")
    assert made == {name.split()[0] for name in CARDS}


@pytest.mark.parametrize("build", CARDS.values(), ids=CARDS)
@settings(max_examples=EXAMPLES)
@given(data=st.data(), full=st.booleans())
def test_discord_takes_it_and_its_buttons_are_answered(
    published_schema: DiscordSchema | None, build: Build, data: st.DataObject, full: bool
) -> None:
    card = build(Material(data.draw, full))
    files = {timeline.PICTURE_NAME}
    assert faults_in_card(card, files=files) == []
    if published_schema is not None:
        sent = {"flags": COMPONENTS_V2, "components": card.to_components()}  # type: ignore[no-untyped-call]
        assert (
            published_schema.faults_in([HttpLogEntry("POST", "/channels/1/messages", {}, sent, None)]) == []
        )
    for item in card.components():
        if custom_id := item.get("custom_id"):
            assert any(template.fullmatch(custom_id) for template in TEMPLATES), custom_id

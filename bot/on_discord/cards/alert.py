"""What a channel is told when a document speaks of its topic, and the list of topics."""

from collections.abc import Iterator, Sequence

from discord.ui import Container, TextDisplay

from bot.app.memory.alerts import Alert
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import place_line
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.excerpt import block_quote
from index.model import Excerpt

TOPIC_LIMIT = 100
"""Characters of a topic that are shown; chosen: two lines of a phone."""
QUOTE_LIMIT = 1_200
"""Characters of the words that are shown; chosen: three alerts fit Discord's 4,000 of a message."""
LISTED_LIMITS = (TOPIC_LIMIT, 60)
"""Code units of each topic in the list, from the most generous."""
NO_ALERTS = "None yet. /alerts add tells a channel when a new document speaks of a topic."


def alert_card(topic: str, excerpt: Excerpt) -> Card:
    """Return the words in which a new document speaks of ``topic``, and where they stand."""
    return Card(
        Container(
            TextDisplay(f"### New on: {escape(topic, limit=TOPIC_LIMIT)}"),
            TextDisplay(block_quote(excerpt, limit=QUOTE_LIMIT)),
            TextDisplay(place_line(excerpt.citation)),
        )
    )


def alerts_card(alerts: Sequence[Alert]) -> Card:
    """Return the list of a server's topics."""
    return first_that_fits(_list_cards(alerts))


def _list_cards(alerts: Sequence[Alert]) -> Iterator[Card]:
    for limit in LISTED_LIMITS:
        lines = [f"- {describe(alert, limit=limit)}" for alert in alerts]
        body = "\n".join(lines) or NO_ALERTS
        yield Card(Container(TextDisplay(f"### Alerts of this server\n{body}")))


def describe(alert: Alert, *, limit: int = TOPIC_LIMIT) -> str:
    """Return a topic of at most ``limit`` code units, its channel and its quiet hours in one line."""
    quiet = ""
    if alert.quiet_from is not None and alert.quiet_to is not None:
        quiet = f", quiet from {alert.quiet_from:02}:00 to {alert.quiet_to:02}:00 UTC"
    return f"{escape(alert.topic, limit=limit)} in <#{alert.channel_id}>{quiet}"

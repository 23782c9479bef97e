"""What a channel is told when a document speaks of its topic, and the list of topics."""

from collections.abc import Sequence

from discord.ui import Container, TextDisplay

from bot.app.alerts import Alert
from bot.on_discord.cards.budget import Card
from bot.on_discord.cards.citation import place_line
from bot.on_discord.cards.escape import escape
from bot.on_discord.cards.excerpt import block_quote
from index.model import Excerpt

TOPIC_LIMIT = 100
QUOTE_LIMIT = 1_200


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
    lines = [f"- {describe(alert)}" for alert in alerts]
    body = (
        "\n".join(lines)
        if lines
        else "None yet. /alerts add tells a channel when a new document speaks of a topic."
    )
    return Card(Container(TextDisplay(f"### Alerts of this server\n{body}")))


def describe(alert: Alert) -> str:
    """Return a topic, its channel and its quiet hours in one line."""
    quiet = ""
    if alert.quiet_from is not None and alert.quiet_to is not None:
        quiet = f", quiet from {alert.quiet_from:02}:00 to {alert.quiet_to:02}:00 UTC"
    return f"{escape(alert.topic, limit=TOPIC_LIMIT)} in <#{alert.channel_id}>{quiet}"

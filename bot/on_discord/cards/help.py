"""How to ask, and what to expect."""

from discord.ui import Container, Separator, TextDisplay

from bot.on_discord.cards.parts.budget import Card, checked

HOW = """### Ask me about negotiations
I answer from the documents that the host of this bot chose, in their words, and say where each stands. \
When they do not say, I say so.

**/ask** a question, between two dates or from one source if you like. \
Or mention {mention} with your question, or write to me directly."""

COMMANDS = """**/timeline** what happened when, as a list or a picture
**/quotes** who said what, **/stance** what somebody said on a topic from first to last
**Find the source**, in the menu of a message: the documents that hold its words
**/compare** two documents, or two versions of one, side by side
**/brief** what is new, **/sources** what I know and how recent it is
**/privacy** what I store, and how to delete what is yours
**/help** this

Whoever manages the server: **/source** adds documents and feeds for this server alone, \
**/alerts** tells a channel when a new document speaks of a topic"""

EXAMPLES = """-# Ask in whole sentences: *Who met in Moscow in March?*
-# Use the names and words that a document would use: I look for words, and I do not guess."""


def help_card(mention: str) -> Card:
    """Return the card; ``mention`` is how the bot is mentioned."""
    return checked(
        Card(
            Container(
                TextDisplay(HOW.format(mention=mention)),
                Separator(),
                TextDisplay(COMMANDS),
                Separator(),
                TextDisplay(EXAMPLES),
            )
        )
    )

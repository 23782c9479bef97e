"""What is stored, and how to delete it."""

from collections.abc import Sequence

from discord.ui import ActionRow, Container, Item, LayoutView, Separator, TextDisplay

from bot.app.memory.remembering import Feedback
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card, checked
from bot.on_discord.cards.parts.escape import escape

SHOWN = 5
"""Ratings that are listed one by one."""

STORED = """### What I store
- **Questions**, and what timelines and quotations were asked for, so that the buttons under an answer keep working. \
Not who asked, nor where.
- **Ratings**, when you press Helpful or Not helpful, with your Discord id, so that you can change or delete them.
- **What a server adds**: documents, feeds and alerts, without the person who added them, until they are removed there.

Questions and ratings are deleted after {days} days. Nothing else is stored, and nothing is passed on."""


LEFT = (
    "Left, without your id, are questions that you asked and did not rate, and what you asked of timelines and quotations: "
    "each is deleted {days} days after it was last asked."
)
"""What cannot be deleted for one person: it is not known who asked."""


def privacy_card(feedback: Sequence[Feedback], *, keep_days: int) -> Card:
    """Return the card that says what is stored, of everyone and of the person who gave ``feedback``."""
    parts: list[Item[LayoutView]] = [
        TextDisplay(STORED.format(days=keep_days)),
        Separator(),
        TextDisplay(_of_person(feedback)),
    ]
    if feedback:
        parts.append(ActionRow(buttons.forget()))
    return checked(Card(Container(*parts)))


def forgotten_sentence(count: int, *, keep_days: int) -> str:
    """Return what a person is told when ``count`` ratings of theirs were deleted, and what is left."""
    if count == 0:
        return f"There was nothing with your Discord id to delete. {LEFT.format(days=keep_days)}"
    questions = "the question" if count == 1 else "the questions"
    return (
        f"Deleted: {_ratings(count)}, and {questions} if nobody else rated {'it' if count == 1 else 'them'}. "
        + (f"Your Discord id is stored no longer. {LEFT.format(days=keep_days)}")
    )


def _of_person(feedback: Sequence[Feedback]) -> str:
    if not feedback:
        return "**With your Discord id:** nothing."
    lines = [f"**With your Discord id:** {_ratings(len(feedback))}."]
    lines += [
        f"-# {'👍' if given.helpful else '👎'} {escape(given.question, limit=150)}"
        for given in feedback[:SHOWN]
    ]
    if len(feedback) > SHOWN:
        lines.append(f"-# and {len(feedback) - SHOWN} older")
    return "\n".join(lines)


def _ratings(count: int) -> str:
    return f"{count} rating{'s' if count != 1 else ''}"

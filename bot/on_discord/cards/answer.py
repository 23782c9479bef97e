"""The answer to a question: the best excerpt first, then the others; in silence, the nearest passages."""

from collections.abc import Iterator, Sequence
from functools import partial

from discord.ui import ActionRow, Container, Item, LayoutView, Section, Separator, TextDisplay

from bot.app.showing.citing import unplaced_in
from bot.app.showing.words import day
from bot.app.together import CLAIMED, TOGETHER
from bot.on_discord.cards.parts import buttons
from bot.on_discord.cards.parts.budget import Card, first_that_fits
from bot.on_discord.cards.parts.citation import citation_line
from bot.on_discord.cards.parts.escape import escape
from bot.on_discord.cards.parts.excerpt import block_quote, date_lines
from index.model import Answer, Excerpt, Talk
from index.requests import Filters

Part = Item[LayoutView]

STRONG = 0x248046
"""Green: a strong answer; chosen."""
PARTIAL = 0xF0B232
"""Yellow: what answers in part; chosen."""
SILENT = 0x80848E
"""Grey: no answer; chosen."""

QUESTION_LIMIT = 300
"""Characters of a question that are shown; chosen: a question is some hundred, and the answer needs the room."""
UNDERSTOOD_LIMIT = 150
"""Characters of what was carried over that are shown; chosen: two lines of a phone."""

QUOTE_LIMITS = ((1500, 800), (1000, 500), (700, 350), (400, 200))
"""Code units for the best excerpt and for each of the others, from the most generous."""

POINT_LIMITS = (700, 500, 350, 200, 120)
"""Code units for each of several excerpts that answer together, from the most generous."""

SIDE_LIMIT = 80
"""Characters of the name of a side of a comparison that are shown; chosen: two lines of a phone."""

DATES = 3
"""Dates that are said of an excerpt at most."""

CLOSEST = "-# The closest I found:"
SILENCE = "**My documents do not say.**"
UNCLEAR = "**My documents do not clearly say.**"
NEAREST = "-# The nearest passages I have, which are not an answer:"
NEARLY = "-# The nearest passages I have; one of them may hold the answer:"
TALK: dict[Talk, str] = {
    "greeting": "Hello! Ask me what my documents say about a negotiation: who met, what was agreed, when, and who said what.",
    "thanks": "You're welcome. Ask on.",
    "about the bot": "I am a program that quotes documents, and no more. Ask me what they say; /help shows what I can do.",
    "names nothing": "About what? Name a person, a place, a deal or a day, such as: *Who signed the ceasefire, and when?*",
}
ABOUT_WHAT = "About what? Choose one, or ask again and name a person, a place, a deal or a day."
"""What is said above the buttons of the topics that a question may be about."""

MOST_MISSING = 3
"""Words that no document holds which are named at most."""

NOTHING_NEAR = "-# Nothing in them comes near this question. Try other words, or /sources to see what I know."


def answer_card(
    answer: Answer, *, filters: Filters | None = None, question_id: str | None = None, more: bool = False
) -> Card:
    """Return the card that shows ``answer``.

    ``question_id`` is the remembered question that the buttons carry: without one there are only those that
    need none. ``more`` says that there are excerpts after these.
    """
    if answer.together is not None:
        return first_that_fits(_together_cards(answer, filters or Filters(), question_id))
    return first_that_fits(_answer_cards(answer, filters or Filters(), question_id, more))


def more_card(answer: Answer, *, skip: int, question_id: str, more: bool) -> Card:
    """Return the card that shows the excerpts of ``answer``, which come after the first ``skip``."""
    return first_that_fits(_more_cards(answer, skip, question_id, more))


def _sizes() -> Iterator[tuple[tuple[int, int], int, bool]]:
    """Yield the code units of the best excerpt and of each other, the dates said of each, and whether links are shown."""
    for limits in QUOTE_LIMITS:
        for link in (True, False):
            yield limits, DATES, link
    yield QUOTE_LIMITS[-1], 0, False


def _together_cards(answer: Answer, filters: Filters, question_id: str | None) -> Iterator[Card]:
    """Yield cards with all excerpts of an answer that they are together, each as large as the others."""
    for limit, dates, link in (
        *((limit, DATES, True) for limit in POINT_LIMITS),
        (POINT_LIMITS[-1], 0, False),
    ):
        yield Card(
            Container(
                *_head(answer),
                *_points(answer, limit, dates, link=link),
                *_foot(answer, filters, question_id, more=False),
                accent_colour=_accent(answer),
            )
        )


def _points(answer: Answer, limit: int, dates: int, *, link: bool) -> Iterator[Part]:
    """Yield the excerpts of an answer that they are together; of a comparison those of each side under its name."""
    if not answer.sides:
        yield from _quotes(answer.excerpts, (limit, limit), dates, link=link)
        return
    first = 0
    for side in answer.sides:
        if first:
            yield Separator()
        yield TextDisplay(f"**{escape(side.name, limit=SIDE_LIMIT)}**")
        yield from _quotes(side.excerpts, (limit, limit), dates, link=link, first=first)
        first += len(side.excerpts)


def _answer_cards(answer: Answer, filters: Filters, question_id: str | None, more: bool) -> Iterator[Card]:
    excerpts = answer.excerpts if answer.answered else answer.nearest
    for (best, other), dates, link in _sizes():
        body = _quotes(excerpts, (best if answer.answered else other, other), dates, link=link)
        yield Card(
            Container(
                *_head(answer),
                *body,
                *_foot(answer, filters, question_id, more),
                accent_colour=_accent(answer),
            )
        )


def _more_cards(answer: Answer, skip: int, question_id: str, more: bool) -> Iterator[Card]:
    head: list[Part] = [TextDisplay(f"### More on: {escape(answer.question, limit=QUESTION_LIMIT)}")]
    row = [ActionRow(buttons.more(question_id, skip + len(answer.excerpts)))] if more else []
    for (_, other), dates, link in _sizes():
        body = _quotes(answer.excerpts, (other, other), dates, link=link)
        yield Card(Container(*head, *body, *row, accent_colour=_accent(answer)))


def _head(answer: Answer) -> Iterator[Part]:
    yield TextDisplay(f"### {escape(answer.question, limit=QUESTION_LIMIT) or 'Your question'}")
    if answer.understood:
        yield TextDisplay(f"-# {escape(answer.understood, limit=UNDERSTOOD_LIMIT)}")
    if not answer.answered:
        yield Separator(visible=False)
        yield TextDisplay(_silence(answer))
    elif answer.claim is not None:
        yield TextDisplay(f"-# {CLAIMED[answer.claim]}")
    elif answer.together is not None:
        yield TextDisplay(f"-# {TOGETHER[answer.together]}")
    elif answer.strength != "strong":
        yield TextDisplay(CLOSEST)


def _silence(answer: Answer) -> str:
    if answer.talk is not None:
        return ABOUT_WHAT if answer.topics else TALK[answer.talk]
    missing = _missing(answer)
    if not answer.nearest:
        return f"{SILENCE}{missing}\n{NOTHING_NEAR}"
    return f"{UNCLEAR}{missing}\n{NEARLY}" if answer.nearly else f"{SILENCE}{missing}\n{NEAREST}"


def _missing(answer: Answer) -> str:
    """Return the sentences that name the place and the words of the question that no document has; empty where they have all."""
    words = [f"“{escape(word, limit=40)}”" for word in answer.missing[:MOST_MISSING]]
    place = f"\n{unplaced_in(answer, partial(escape, limit=SIDE_LIMIT))}" if answer.unplaced else ""
    if not words:
        return place
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
    return f"{place}\nNone of them holds the word {listed}."


def _state(excerpt: Excerpt, before: Excerpt | None) -> list[str]:
    """Return the line above an excerpt that tells how things stand, or what was overruled, and above the first behind these."""
    if excerpt.state is None:
        return ["-# Also there:"] if before is not None and before.state is not None else []
    told = excerpt.document.told_on(excerpt.start, excerpt.end)
    when = f", {day(told)}" if told else ""
    if excerpt.state == "current":
        return [f"-# As it stands{when}:"]
    return [f"-# Before that{when}, and no longer so:"]


def _quotes(
    excerpts: Sequence[Excerpt], limits: tuple[int, int], dates: int, *, link: bool, first: int = 0
) -> Iterator[Part]:
    """Yield each excerpt with its citation; ``first`` is where on its card, counted from 0, the first of them stands."""
    cited = None
    before: Excerpt | None = None
    for place, excerpt in enumerate(excerpts, first):
        is_first = place == first
        if not is_first:
            yield Separator(visible=False)
        limit = limits[0] if is_first else limits[1]
        small = not is_first or limits[0] == limits[1]
        quote = block_quote(excerpt, limit=limit, small=small)
        yield TextDisplay("\n".join([*_state(excerpt, before), quote, *date_lines(excerpt, most=dates)]))
        before = excerpt
        repeated = excerpt.citation.document_id == cited
        cited = excerpt.citation.document_id
        yield Section(
            TextDisplay(citation_line(excerpt.citation, link=link, repeated=repeated)),
            accessory=buttons.surroundings(excerpt.citation, (excerpt.start, excerpt.end), place),
        )


def _foot(answer: Answer, filters: Filters, question_id: str | None, more: bool) -> Iterator[Part]:
    yield Separator()
    if scope := _scope(answer, filters):
        yield TextDisplay(f"-# {scope}")
    if question_id is None:
        return
    if answer.topics:
        yield ActionRow(*(buttons.about(question_id, topic) for topic in answer.topics))
    asking = [buttons.follow_up(question_id)]
    if more and answer.answered:
        asking.insert(0, buttons.more(question_id, len(answer.excerpts)))
    if answer.talk is None:
        asking.append(buttons.why(question_id))
    rating = [buttons.feedback(question_id, helpful=helpful) for helpful in (True, False)]
    yield ActionRow(*asking, *rating)


def _scope(answer: Answer, filters: Filters) -> str:
    parts = []
    if answer.as_of is None and (answer.excerpts or answer.nearest):
        parts.append("The dates of the documents searched are not known")
    elif answer.as_of:
        parts.append(f"As of {day(answer.as_of)}, the date of the newest document searched")
    if since := answer.since or filters.published.since:
        parts.append(f"since {day(since)}")
    if until := answer.until or filters.published.until:
        parts.append(f"until {day(until)}")
    if filters.publisher:
        parts.append(f"from {escape(filters.publisher, limit=80)}")
    return " · ".join(parts)


def _accent(answer: Answer) -> int:
    if not answer.answered:
        return SILENT
    return STRONG if answer.strength == "strong" else PARTIAL

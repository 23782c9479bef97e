"""From a question to the card that answers it."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.app.library import Library
from bot.app.memory import Filters, Memory
from bot.on_discord.cards.answer import answer_card, more_card
from bot.on_discord.cards.budget import Card
from index.errors import StoreError
from index.model import Answer

log = logging.getLogger(__name__)

EXCERPTS = 3
"""Excerpts on the first card."""

MORE_EXCERPTS = 5
"""Excerpts on each card that "More excerpts" brings."""

MAX_QUESTION = 300
"""Characters of a question."""


async def answer_question(
    library: Library, memory: Memory, question: str, filters: Filters, collections: Sequence[str]
) -> Card:
    """Ask the library and return the card with its answer, from the documents of ``collections`` alone.

    A question that cannot be remembered is answered all the same, without the buttons that need it.

    Raises:
        QueryError: the question cannot be asked.
        Busy: too many are being answered.
    """
    answer = await _ask(library, question, filters, collections, limit=EXCERPTS + 1)
    try:
        question_id = await memory.remember_question(question, filters)
    except StoreError as error:
        log.error("a question could not be remembered, so its answer has fewer buttons: %s", error)
        question_id = None
    shown = replace(answer, excerpts=answer.excerpts[:EXCERPTS], nearest=answer.nearest[:EXCERPTS])
    more = len(answer.excerpts) > EXCERPTS
    return answer_card(shown, filters=filters, question_id=question_id, more=more)


async def more_excerpts(
    library: Library, memory: Memory, question_id: str, skip: int, collections: Sequence[str]
) -> Card | None:
    """Return the card with the excerpts that come after the first ``skip``, from ``collections`` alone.

    None when the question is no longer remembered, or the documents hold no more.
    """
    question = await memory.question(question_id)
    if question is None:
        return None
    answer = await _ask(library, question.text, question.filters, collections, limit=skip + MORE_EXCERPTS + 1)
    excerpts = answer.excerpts[skip : skip + MORE_EXCERPTS]
    if not excerpts:
        return None
    more = len(answer.excerpts) > skip + MORE_EXCERPTS
    return more_card(replace(answer, excerpts=excerpts), skip=skip, question_id=question_id, more=more)


async def _ask(
    library: Library, question: str, filters: Filters, collections: Sequence[str], *, limit: int
) -> Answer:
    return await library.ask(
        question,
        since=filters.since,
        until=filters.until,
        publisher=filters.publisher,
        collections=collections,
        limit=limit,
    )

"""From a question to the card that answers it."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.app.library import Library
from bot.app.memory.remembering import Memory
from bot.on_discord.cards.answer import answer_card, more_card
from bot.on_discord.cards.parts.budget import Card
from bot.on_discord.cards.why import why_card
from index.errors import StoreError
from index.requests import AskRequest, within

log = logging.getLogger(__name__)

EXCERPTS = 3
"""Excerpts on the first card."""

MORE_EXCERPTS = 5
"""Excerpts on each card that "More excerpts" brings."""

MAX_QUESTION = 300
"""Characters of a question."""


async def answer_question(
    library: Library, memory: Memory, request: AskRequest, collections: Sequence[str]
) -> Card:
    """Ask the library and return the card with its answer, from the documents of ``collections`` alone.

    A question that cannot be remembered is answered all the same, without the buttons that need it.

    Raises:
        QueryError: the question cannot be asked.
        Busy: too many are being answered.
    """
    answer = await library.ask(within(request, collections, EXCERPTS + 1))
    if answer.understood is None:
        request = replace(request, previous=())  # what it does not lean on is not remembered with it
    try:
        question_id = await memory.remember(request)
    except StoreError as error:
        log.error("a question could not be remembered, so its answer has fewer buttons: %s", error)
        question_id = None
    if answer.together is not None:
        return answer_card(answer, filters=request.filters, question_id=question_id)
    shown = replace(answer, excerpts=answer.excerpts[:EXCERPTS], nearest=answer.nearest[:EXCERPTS])
    more = len(answer.excerpts) > EXCERPTS
    return answer_card(shown, filters=request.filters, question_id=question_id, more=more)


async def more_excerpts(
    library: Library, memory: Memory, question_id: str, skip: int, collections: Sequence[str]
) -> Card | None:
    """Return the card with the excerpts that come after the first ``skip``, from ``collections`` alone.

    None when the question is no longer remembered, or the documents hold no more.
    """
    request = await memory.recall(AskRequest, question_id)
    if request is None:
        return None
    answer = await library.ask(within(request, collections, skip + MORE_EXCERPTS + 1))
    excerpts = answer.excerpts[skip : skip + MORE_EXCERPTS]
    if not excerpts or answer.together is not None:
        return None
    more = len(answer.excerpts) > skip + MORE_EXCERPTS
    return more_card(replace(answer, excerpts=excerpts), skip=skip, question_id=question_id, more=more)


async def explain(
    library: Library, memory: Memory, question_id: str, collections: Sequence[str]
) -> Card | None:
    """Return the card that says why the answer to a remembered question is as it is; None when it is no longer remembered."""
    request = await memory.recall(AskRequest, question_id)
    if request is None:
        return None
    return why_card(await library.explain(within(request, collections, EXCERPTS + 1)))

"""How a card reaches a person: deferred at once, sent later, and no harm done when nobody is there any more.

Discord gives three seconds to acknowledge an interaction and fifteen minutes to answer it; a message, a channel
or a permission may be gone by then. None of that is an error of the bot: it is logged and left.

The answer is put in the place of what was deferred, by an edit and not by a follow-up: an edit may be sent twice.
"""

import logging
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import discord

from bot.on_discord.cards.parts.budget import Card
from bot.on_discord.transport import LOST

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

GONE = frozenset({10003, 10008, 10015, 10062, 50027})
"""Codes for an unknown channel, message, webhook and interaction, and for an expired token."""

TOO_LATE = GONE | {40060}
"""The same, and the code for an interaction that has been acknowledged."""

MAY_NOT_ATTACH = (
    "I may not attach files here. Ask someone who runs the server to give me the permission Attach Files in this channel, "
    "or write to me directly."
)


async def acknowledge(interaction: Interaction, *, private: bool) -> bool:
    """Tell Discord that an answer will follow, seen by the person alone if ``private``.

    Returns False when it is too late: then there is nobody to answer.
    """
    return await _in_time(interaction, interaction.response.defer(thinking=True, ephemeral=private))


async def acknowledge_update(interaction: Interaction) -> bool:
    """Tell Discord that the card whose button was pressed will change; as `acknowledge` otherwise."""
    return await _in_time(interaction, interaction.response.defer())


async def open_form(interaction: Interaction, form: discord.ui.Modal) -> bool:
    """Open a form; as `acknowledge` otherwise."""
    return await _in_time(interaction, interaction.response.send_modal(form))


async def deliver(
    interaction: Interaction, content: Card | str, *, files: Sequence[discord.File] = ()
) -> None:
    """Send what `acknowledge` promised, with files attached; or say that none may be attached here."""
    shown: dict[str, Any] = {"view": content} if isinstance(content, Card) else {"content": content}
    if files:
        shown["attachments"] = files
    try:
        await _if_there(interaction, interaction.edit_original_response(**shown))
    except discord.Forbidden as error:
        if not files:
            raise
        log.info("files could not be attached for interaction %s: %s", interaction.id, error)
        await _if_there(interaction, interaction.edit_original_response(content=MAY_NOT_ATTACH))


async def deliver_update(interaction: Interaction, card: Card) -> None:
    """Show ``card`` in place of the one whose button was pressed."""
    await _if_there(interaction, interaction.edit_original_response(view=card))


async def take_back(interaction: Interaction) -> None:
    """Delete what was shown so far: what follows stands for itself."""
    await _if_there(interaction, interaction.delete_original_response())


async def reply(message: discord.Message, content: Card | str) -> None:
    """Reply to ``message``, or write below it when it is gone or the history may not be read."""
    reference = message.to_reference(fail_if_not_exists=False) if _may_refer(message) else None
    options: dict[str, Any] = {"view": content} if isinstance(content, Card) else {"content": content}
    if reference is not None:
        options |= {"reference": reference, "mention_author": False}
    try:
        await message.channel.send(**options)
    except (discord.Forbidden, discord.NotFound) as error:
        log.info("message %s could not be replied to: %s", message.id, error)


@asynccontextmanager
async def typing(message: discord.Message) -> AsyncIterator[None]:
    """Show that the bot is typing; an answer is not lost when that fails."""
    shown = message.channel.typing()
    try:
        await shown.__aenter__()
    except (discord.HTTPException, *LOST) as error:
        log.info("typing could not be shown below message %s: %s", message.id, error)
        yield
        return
    try:
        yield
    finally:
        await shown.__aexit__(None, None, None)


def may_write(message: discord.Message) -> bool:
    """Return whether the bot may write where ``message`` stands."""
    permissions = _permissions(message)
    if permissions is None:
        return True
    writing = (
        permissions.send_messages_in_threads
        if isinstance(message.channel, discord.Thread)
        else permissions.send_messages
    )
    return permissions.view_channel and writing


async def _in_time(interaction: Interaction, acknowledgement: Awaitable[object]) -> bool:
    try:
        await acknowledgement
    except discord.HTTPException as error:
        if error.code not in TOO_LATE:
            raise
        log.info("interaction %s was acknowledged too late: %s", interaction.id, error)
        return False
    return True


async def _if_there(interaction: Interaction, delivery: Awaitable[object]) -> None:
    try:
        await delivery
    except discord.HTTPException as error:
        if error.code not in GONE:
            raise
        log.info("the answer to interaction %s could not be delivered: %s", interaction.id, error)


def _may_refer(message: discord.Message) -> bool:
    permissions = _permissions(message)
    return permissions is None or permissions.read_message_history


def _permissions(message: discord.Message) -> discord.Permissions | None:
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return None
    try:
        return message.channel.permissions_for(message.guild.me)
    except discord.ClientException:
        # The parent of a thread is not known: Discord itself will say.
        return None

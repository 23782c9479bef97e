"""One place for everything that goes wrong in Discord: a sentence for the person, a traceback for the log.

discord.py hands errors of commands and events to different hooks, and those of ``DynamicItem`` callbacks to
none. The classes here, and ``Parley.on_error``, lead all of them to ``report_error``.
"""

import logging
import re
import secrets
from typing import Any, Self, TypeVar

import discord
from discord import app_commands
from discord.ui import DynamicItem, Item

from bot.on_discord.cards.parts.escape import escape
from index.errors import Busy, NotWhole, QueryError, SourceError, StoreBusy

BaseT = TypeVar("BaseT", bound=Item[Any])
Origin = discord.Interaction[Any] | discord.Message

log = logging.getLogger(__name__)

EXPLAINED = (QueryError, SourceError, Busy, NotWhole)
"""Errors that the person can act on. The others of Parley's are the host's: a person is not shown paths or addresses."""

AWAY = "My documents cannot be reached. Ask again in a minute."


async def report_error(error: BaseException, origin: Origin | None) -> None:
    """Tell the person who caused ``origin`` what went wrong, and the log what happened.

    An error the person can act on is shown as its own sentence. Any other gets a short id, shown to the
    person and logged with the traceback; where asking again may do, that is said with it. Never raises: when
    the person cannot be told, because the message is gone or the bot may not write there, the log says so.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    sentence = _explanation(cause)
    if sentence is None:
        identity = secrets.token_hex(3)
        log.error("error %s in %s", identity, _place(origin), exc_info=cause)
        happened = AWAY if isinstance(cause, StoreBusy) else "Something went wrong."
        sentence = f"{happened} If it happens again, tell the host of this bot error id `{identity}`."
    if origin is None:
        return
    try:
        await _tell(origin, sentence)
    except Exception as failure:  # noqa: BLE001 - an error is being told of already
        log.warning("the person could not be told of an error in %s: %s", _place(origin), failure)


def _explanation(error: BaseException) -> str | None:
    if isinstance(error, EXPLAINED):
        return escape(str(error))
    if isinstance(error, app_commands.TransformerError) and isinstance(error.__cause__, EXPLAINED):
        return escape(str(error.__cause__))
    if isinstance(error, app_commands.MissingPermissions):
        return "This needs the permission Manage Server, which you do not have here."
    if isinstance(error, app_commands.NoPrivateMessage):
        return "This works only on a server that has invited me."
    if isinstance(error, app_commands.CheckFailure):
        return "You cannot use this command here."
    if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return "This command has changed. Reload Discord with Ctrl+R, or restart the app, and try again."
    return None


async def _tell(origin: Origin, sentence: str) -> None:
    if isinstance(origin, discord.Message):
        await _tell_in_channel(origin, sentence)
    elif origin.type is discord.InteractionType.autocomplete:
        return
    elif origin.response.is_done():
        await origin.followup.send(sentence, ephemeral=True)
    else:
        await origin.response.send_message(sentence, ephemeral=True)


async def _tell_in_channel(message: discord.Message, sentence: str) -> None:
    reference = message.to_reference(fail_if_not_exists=False)
    await message.channel.send(sentence, reference=reference, mention_author=False)


def _place(origin: Origin | None) -> str:
    if origin is None:
        return "an event"
    if isinstance(origin, discord.Message):
        return f"message {origin.id}"
    data: Any = origin.data or {}
    return f"interaction {origin.id} ({data.get('name') or data.get('custom_id') or 'unnamed'})"


async def is_let_through(interaction: discord.Interaction[Any]) -> bool:
    """Count what a person does; when it is too much for a minute, tell them so and return False."""
    refusal = interaction.client.rates.refusal(interaction.user.id, interaction.guild_id)
    if refusal is not None:
        await report_error(Busy(refusal.sentence), interaction)
    return refusal is None


class ReportingTree(app_commands.CommandTree[Any]):
    """A command tree that reports errors of commands and checks."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let a command run, as an answer that is waited for when the bot stops, unless too many have been asked for."""
        interaction.client.library.expect_answer()
        # What is suggested while somebody types was not asked for.
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        return await is_let_through(interaction)

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        await report_error(error, interaction)


class ReportingDynamicItem(DynamicItem[BaseT], template=r"(?!)"):
    """A dynamic item that reports errors: subclasses write ``pressed`` where they would write ``callback``.

    Keep ``from_custom_id`` to taking the match apart, and leave ``interaction_check`` alone: errors of both
    are lost.
    """

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Run ``pressed`` and report its errors."""
        interaction.client.library.expect_answer()
        try:
            if await is_let_through(interaction):
                await self.pressed(interaction)
        except Exception as error:  # noqa: BLE001 - the last place that sees it
            await report_error(error, interaction)

    async def pressed(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button is for."""
        raise NotImplementedError


class QuestionButton(ReportingDynamicItem[Item[Any]], template=r"(?!)"):
    """A button under an answer, whose template has a group ``question``: the id of the remembered question."""

    def __init__(self, item: Item[Any], question_id: str) -> None:
        super().__init__(item)
        self.question_id = question_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item, match["question"])

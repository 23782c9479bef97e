"""Questions: `/ask`, a mention, a direct message, and the form for a follow-up."""

import logging
import re
from typing import Any, Self

import discord
from discord import app_commands
from discord.ext import commands
from discord.ui import Item, Label, Modal, TextInput

from bot.on_discord.answering import MAX_QUESTION, answer_question
from bot.on_discord.cards.parts import buttons
from bot.on_discord.client import Parley
from bot.on_discord.collections import visible_from
from bot.on_discord.options import Choices, Name, TypedDate, period, suggest
from bot.on_discord.replies import Interaction, acknowledge, deliver, may_write, open_form, reply, typing
from bot.on_discord.reporting import QuestionButton, ReportingDynamicItem, is_let_through
from bot.on_discord.transport import LOST
from index import LONGEST_CLAIM, Index, claimed
from index.requests import AskRequest, Filters

log = logging.getLogger(__name__)

NO_QUESTION = "Ask me a question after the mention, such as: Who met in Moscow in March? Or try /help."
TOO_LONG = f"That is more than {MAX_QUESTION} characters. Ask a shorter question."
MAY_NOT_WRITE = (
    "You asked me something in {channel}, where I may not write. "
    "Ask someone who runs the server to give me the permission Send Messages there, or use /ask, or write to me here."
)

FORGOTTEN = "This question is too old to be asked again. Ask it anew."

QuestionText = app_commands.Range[str, 1, MAX_QUESTION]


class Asking(commands.Cog):
    """Answers questions."""

    def __init__(self, bot: Parley) -> None:
        self.bot = bot

    @app_commands.command(description="Ask a question, answered in the words of the documents")
    @app_commands.describe(
        question="What you want to know, in a whole sentence",
        since="Only from documents published then or later: 2025-03-14, March 2025, last month",
        until="Only from documents published then or earlier: 2025-03-14, March 2025, last month",
        source="Only from documents of this publisher",
    )
    async def ask(
        self,
        interaction: Interaction,
        question: QuestionText,
        since: TypedDate | None = None,
        until: TypedDate | None = None,
        source: Name | None = None,
    ) -> None:
        if not await acknowledge(interaction, private=False):
            return
        filters = Filters(await period(interaction, since, until), source)
        await self._answer(interaction, AskRequest(question, filters))

    @ask.autocomplete("source")
    async def suggest_sources(self, interaction: Interaction, typed: str) -> Choices:
        """Suggest publishers whose name holds what has been typed."""
        return await suggest(interaction, Index.publishers, typed)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that mentions the bot or was written to it directly."""
        question = self._question_in(message)
        if question is None:
            return
        self.bot.library.expect_answer()
        refusal = self.bot.rates.refusal(message.author.id, message.guild.id if message.guild else None)
        if refusal is not None:
            # Once: the channel is not filled with it.
            if not refusal.repeated and may_write(message):
                await reply(message, refusal.sentence)
            return
        if not may_write(message):
            await _say_so_privately(message)
            return
        if not question:
            await reply(message, NO_QUESTION)
        elif len(question) > (LONGEST_CLAIM if claimed(question) else MAX_QUESTION):
            await reply(message, TOO_LONG)
        else:
            await self._answer_message(message, question)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer a follow-up: its form is known by its custom id, so that one opened before a restart works too."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: Any = interaction.data or {}
        match = re.fullmatch(buttons.FOLLOW_UP_MODAL, data.get("custom_id", ""))
        if match is None:
            return
        self.bot.library.expect_answer()
        if await is_let_through(interaction) and await acknowledge(interaction, private=False):
            earlier = await self.bot.memory.recall(AskRequest, match["question"])
            filters = earlier.filters if earlier else Filters()
            previous = (*earlier.previous, earlier.question) if earlier else ()
            await self._answer(interaction, AskRequest(_typed(data), filters, previous=previous))

    async def _answer(self, interaction: Interaction, request: AskRequest) -> None:
        card = await answer_question(self.bot.library, self.bot.memory, request, visible_from(interaction))
        if interaction.channel_id is not None:
            self.bot.conversations.heard(interaction.user.id, interaction.channel_id, request.question)
        await deliver(interaction, card)

    async def _answer_message(self, message: discord.Message, question: str) -> None:
        conversations, person, channel = self.bot.conversations, message.author.id, message.channel.id
        request = AskRequest(question, previous=conversations.before(person, channel))
        async with typing(message):
            card = await answer_question(self.bot.library, self.bot.memory, request, visible_from(message))
        conversations.heard(person, channel, question)
        await reply(message, card)

    def _question_in(self, message: discord.Message) -> str | None:
        """Return what is asked of the bot, "" for a mention and nothing else; None when nothing is asked of it."""
        user = self.bot.user
        if user is None or message.author.bot or not _is_written_by_a_person(message):
            return None
        if message.guild is not None and user not in message.mentions:
            return None
        return re.sub(rf"<@!?{user.id}>", " ", message.content).strip()


class FollowUpForm(Modal):
    """A form for another question. Its submission comes to `Asking.on_interaction`."""

    def __init__(self, question_id: str) -> None:
        super().__init__(title="Ask a follow-up", custom_id=f"parley:question:{question_id}")
        question = TextInput[Self](
            custom_id="question", placeholder="And what happened then?", min_length=1, max_length=MAX_QUESTION
        )
        self.add_item(Label(text="Your question", component=question))

    def is_finished(self) -> bool:
        """Return True: discord.py has nothing to listen for."""
        return True


class FollowUpButton(QuestionButton, template=buttons.FOLLOW_UP):
    """Opens the form."""

    async def pressed(self, interaction: Interaction) -> None:
        await open_form(interaction, FollowUpForm(self.question_id))


class AboutButton(ReportingDynamicItem[Item[Any]], template=buttons.ABOUT):
    """Asks a question that named nothing about a topic."""

    def __init__(self, item: Item[Any], question_id: str, topic: str) -> None:
        super().__init__(item)
        self.question_id = question_id
        self.topic = topic

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        return cls(item, match["question"], match["topic"])

    async def pressed(self, interaction: Interaction) -> None:
        """Answer it, where it is remembered, as after a question about the topic."""
        if not await acknowledge(interaction, private=False):
            return
        bot: Parley = interaction.client
        earlier = await bot.memory.recall(AskRequest, self.question_id)
        if earlier is None:
            await deliver(interaction, FORGOTTEN)
            return
        request = AskRequest(earlier.question, earlier.filters, previous=(self.topic,))
        card = await answer_question(bot.library, bot.memory, request, visible_from(interaction))
        if interaction.channel_id is not None:
            for words in (self.topic, earlier.question):
                bot.conversations.heard(interaction.user.id, interaction.channel_id, words)
        await deliver(interaction, card)


def _typed(data: dict[str, Any]) -> str:
    inputs = (label["component"] for label in data.get("components", ()) if "component" in label)
    return next((str(field["value"]) for field in inputs if field.get("custom_id") == "question"), "")


def _is_written_by_a_person(message: discord.Message) -> bool:
    return message.type in (discord.MessageType.default, discord.MessageType.reply) and not message.webhook_id


async def _say_so_privately(message: discord.Message) -> None:
    channel = message.channel
    name = channel.mention if isinstance(channel, discord.abc.GuildChannel | discord.Thread) else "a channel"
    try:
        await message.author.send(MAY_NOT_WRITE.format(channel=name))
    except (discord.HTTPException, *LOST) as error:
        log.info("person asked where the bot may not write, and could not be told: %s", error)


async def setup(bot: Parley) -> None:
    """Add the questions to the bot."""
    await bot.add_cog(Asking(bot))
    bot.add_dynamic_items(FollowUpButton, AboutButton)

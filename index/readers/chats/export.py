"""Chats exported as JSON: which service a file is from is told by what it holds."""

import json
from collections.abc import Iterator, Mapping

from index.errors import MalformedSource
from index.model import Document
from index.readers.chats import discord_chat_exporter, slack, telegram
from index.readers.chats.channel import Channel, documents_of
from index.readers.encoding import decode
from index.readers.metadata.origin import Origin


def read(data: bytes, origin: Origin, fields: Mapping[str, object]) -> Iterator[Document | MalformedSource]:
    """Yield a document for each channel and day in an export of Telegram, of DiscordChatExporter or of Slack.

    ``fields`` may hold, under ``slack.USERS``, what Slack's list of users says. Raises MalformedSource for other JSON.
    """
    text, _ = decode(data, origin.name)
    try:
        export = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MalformedSource(f"{origin.name} is not JSON; export the chat again.") from error
    found = False
    for channel in _channels(export, origin, str(fields.get(slack.USERS) or "")):
        found = True
        yield from documents_of(channel, origin)
    if not found:
        raise MalformedSource(
            f"{origin.name} is JSON, but no chat of Telegram, DiscordChatExporter or Slack; write texts as JSON Lines (.jsonl)."
        )


def _channels(export: object, origin: Origin, users: str) -> Iterator[Channel]:
    yield from discord_chat_exporter.channels(export)
    yield from telegram.channels(export)
    # The folder that a day lies in is the channel, and the whole path is the key.
    yield from slack.channels(export, origin.key.replace("#", "/"), users)

"""DiscordChatExporter's JSON: a channel, with the server that it is of."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from index.readers.chats.channel import Channel, message
from index.readers.parts.inline_marks import without_marks
from index.readers.parts.messages import Message

_WRITTEN = frozenset({"Default", "Reply", "ThreadStarterMessage", "0", "19", "21"})
"""The kinds of messages that people write; the others tell of joins, pins and calls."""

_MENTION = re.compile(r"<(?:@[!&]?|#)(\d{1,25})>")
_EMOJI = re.compile(r"<a?:\w{1,40}:\d{1,25}>")
_QUOTED = re.compile(r"^>{1,3} .*\n?", re.MULTILINE)
"""A line that repeats what somebody else wrote, which is a message of its own."""


def channels(export: object) -> Iterator[Channel]:
    """Yield the channel of an export; none for JSON that is none."""
    if not isinstance(export, Mapping) or not isinstance(export.get("messages"), list):
        return
    guild, channel = export.get("guild"), export.get("channel")
    if isinstance(guild, Mapping) and isinstance(channel, Mapping):
        server = str(guild.get("name") or "Discord")
        yield Channel(f"#{channel.get('name') or 'channel'}", server, tuple(_messages(export["messages"])))


def _messages(records: list[Any]) -> Iterator[Message]:
    said: dict[object, str] = {}
    for record in records:
        if not isinstance(record, Mapping) or str(record.get("type", "Default")) not in _WRITTEN:
            continue
        author, sent = _author(record.get("author")), _time(record.get("timestamp"))
        said[record.get("id")] = f"{author}, {sent:%H:%M}" if sent else author
        reference = record.get("reference")
        answered = reference.get("messageId") if isinstance(reference, Mapping) else None
        found = message(Message(author, sent, "\n".join(_words(record)), said.get(answered)))
        if found is not None:
            yield found


def _author(author: object) -> str:
    if not isinstance(author, Mapping):
        return ""
    return str(author.get("nickname") or author.get("name") or "")


def _words(record: Mapping[str, Any]) -> Iterator[str]:
    people = {
        str(one.get("id")): str(one.get("nickname") or one.get("name") or "")
        for one in record.get("mentions") or ()
        if isinstance(one, Mapping)
    }
    yield without_marks(_named(str(record.get("content") or ""), people))
    for embed in record.get("embeds") or ():
        if isinstance(embed, Mapping):
            yield without_marks(str(embed.get("description") or ""))


def _named(content: str, people: Mapping[str, str]) -> str:
    """Return the words of a message as they are shown: who is mentioned by name, where that is known, no pictures of the server's
    own, and no mark before a line that repeats another's."""
    content = _MENTION.sub(lambda found: f"@{people[found[1]]}" if people.get(found[1]) else "", content)
    return _QUOTED.sub("", _EMOJI.sub("", content))


def _time(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None

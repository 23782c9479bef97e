"""Telegram's export as JSON, ``result.json``: of one chat, or of all of an account."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from index.readers.chats.channel import Channel, message
from index.readers.parts.messages import Message

_DELETED = "Deleted account"


def channels(export: object) -> Iterator[Channel]:
    """Yield the channels of an export; none for JSON that is none."""
    if not isinstance(export, Mapping):
        return
    listed = export.get("chats")
    chats = listed.get("list") if isinstance(listed, Mapping) else None
    for place, chat in enumerate(chats if isinstance(chats, list) else [export], 1):
        if isinstance(chat, Mapping) and isinstance(chat.get("messages"), list) and "guild" not in chat:
            name = str(chat.get("name") or "Telegram chat")
            number = str(chat.get("id") or place) if isinstance(chats, list) else ""
            yield Channel(name, name, tuple(_messages(chat["messages"], name)), number)


def _messages(records: list[Any], channel: str) -> Iterator[Message]:
    said: dict[object, str] = {}
    for record in records:
        if not isinstance(record, Mapping) or record.get("type") != "message":
            continue
        sent = _time(record.get("date"))
        author = str(record.get("from") or record.get("author") or _DELETED)
        said[record.get("id")] = f"{author}, {sent:%H:%M}" if sent else author
        forwarded = record.get("forwarded_from")
        found = message(
            Message(
                author=str(forwarded) if forwarded else author,
                sent=sent,
                words=_words(record.get("text")),
                reply_to=said.get(record.get("reply_to_message_id")),
                forwarded=bool(forwarded),
            )
        )
        if found is not None:
            yield found


def _words(text: object) -> str:
    """The text of a message: as it stands, or a list of runs of it, some of them with a style."""
    if isinstance(text, str):
        return text
    runs = text if isinstance(text, list) else []
    return "".join(
        run if isinstance(run, str) else str(run.get("text", ""))
        for run in runs
        if isinstance(run, (str, dict))
    )


def _time(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None

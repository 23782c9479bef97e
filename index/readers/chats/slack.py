"""Slack's export: a folder for each channel with a JSON file for each day, and beside the folders who its users are."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any, TypeVar

from index.readers.chats.channel import Channel, message
from index.readers.parts.messages import Message

USERS = "slack users"
"""The field under which a reader is given what ``users.json`` holds."""

BESIDE = frozenset(
    {
        "users.json",
        "channels.json",
        "groups.json",
        "dms.json",
        "mpims.json",
        "integration_logs.json",
        "org_users.json",
        "canvases.json",
        "lists.json",
        "file_conversations.json",
        "huddle_transcripts.json",
    }
)
"""Files of an export that hold no messages."""

_DAY_FILE = re.compile(r"\d{4}-\d\d-\d\d\.json")
_WRITTEN = frozenset({None, "bot_message", "thread_broadcast", "me_message", "file_share", "file_comment"})
_MENTION = re.compile(r"<@(?P<user>[A-Z0-9]+)(?:\|(?P<name>[^>|]*))?>")
_ADDRESS = re.compile(r"<(?P<target>[^<>|]+)(?:\|(?P<label>[^<>]*))?>")
_STYLED = re.compile(r"(?<![\w*_~])([*_~])(?=\S)([^*_~\n]+?)(?<=\S)\1(?![\w*_~])")

AnyPath = TypeVar("AnyPath", bound=PurePath)


def users_file(path: AnyPath) -> AnyPath | None:
    """Return where the users of the export are listed that ``path`` is a day of; None for any other file."""
    return path.parent.parent / "users.json" if _DAY_FILE.fullmatch(path.name) else None


def channels(export: object, name: str, users: str = "") -> Iterator[Channel]:
    """Yield the channel of which ``export`` is a day, read from a file called ``name``; none for other JSON.

    ``users`` is what ``users.json`` holds.
    """
    records = [record for record in export if isinstance(record, Mapping)] if isinstance(export, list) else []
    if any(record.get("type") == "message" and "ts" in record for record in records):
        folder = PurePath(name.replace(": ", "/")).parent.name
        yield Channel(
            f"#{folder}" if folder else "Slack channel", None, tuple(_messages(records, _names(users)))
        )


def _messages(records: list[Mapping[str, Any]], names: dict[str, str]) -> Iterator[Message]:
    said: dict[object, str] = {}
    for record in records:
        if record.get("type") != "message" or record.get("subtype") not in _WRITTEN:
            continue
        author, sent = _author(record, names), _time(record.get("ts"))
        said[record.get("ts")] = f"{author}, {sent:%H:%M}" if sent else author
        thread = record.get("thread_ts")
        answered = said.get(thread) if thread != record.get("ts") else None
        found = message(Message(author, sent, _words(str(record.get("text") or ""), names), answered))
        if found is not None:
            yield found


def _author(record: Mapping[str, Any], names: dict[str, str]) -> str:
    profile = record.get("user_profile") or record.get("bot_profile")
    told = _name(profile) if isinstance(profile, Mapping) else ""
    return str(
        names.get(str(record.get("user"))) or told or record.get("username") or record.get("user") or ""
    )


def _name(profile: Mapping[str, Any]) -> str:
    return str(profile.get("real_name") or profile.get("display_name") or profile.get("name") or "")


def _names(users: str) -> dict[str, str]:
    try:
        listed = json.loads(users) if users else []
    except (ValueError, RecursionError):
        return {}
    people = [user for user in listed if isinstance(user, Mapping)] if isinstance(listed, list) else []
    found = {}
    for user in people:
        profile = user.get("profile")
        told = _name(profile) if isinstance(profile, Mapping) else ""
        found[str(user.get("id"))] = told or _name(user)
    return found


def _words(text: str, names: dict[str, str]) -> str:
    """Slack's marks taken away: who is mentioned by name, the label of a link, words without their style."""
    text = _MENTION.sub(
        lambda found: "@" + (names.get(found["user"]) or found["name"] or found["user"]), text
    )
    text = _ADDRESS.sub(lambda found: found["label"] or found["target"].lstrip("!#"), text)
    return html.unescape(_STYLED.sub(r"\2", text))


def _time(value: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(str(value)), UTC)
    except (ValueError, OverflowError, OSError):
        return None

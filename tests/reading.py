"""What a person reads and can press on a message of the simulated Discord."""

import re
from typing import Any

import discord
from simcord.components import walk_components
from simcord.results import InteractionResult, ResponseMessage

Message = discord.Message | ResponseMessage

TEXT, BUTTON = 10, 2


def components(message: Message) -> list[dict[str, Any]]:
    """Every component of a message, in the order it is shown."""
    roots: Any = message.components
    if isinstance(message, discord.Message):
        roots = [component.to_dict() for component in message.components]
    return list(walk_components(roots))


def text_of(message: Message) -> str:
    """The text of a message, as Markdown."""
    shown = [item["content"] for item in components(message) if item["type"] == TEXT]
    return "\n".join([message.content, *shown] if message.content else shown)


def plain_text_of(message: Message) -> str:
    """The text of a message without bold and without backslashes."""
    return re.sub(r"\\(?=[^\w\s])|\*\*", "", text_of(message))


def labels(message: Message) -> list[str]:
    """The labels of the buttons."""
    return [item["label"] for item in components(message) if item["type"] == BUTTON]


def custom_id(message: Message, label: str, place: int = 0) -> str:
    """The custom id of the button with that label; ``place`` counts those with the same label."""
    found = [item for item in components(message) if item["type"] == BUTTON and item.get("label") == label]
    return str(found[place]["custom_id"])


def response_of(result: InteractionResult) -> ResponseMessage:
    """The message that answered an interaction."""
    assert result.response is not None, "there is no response"
    return result.response

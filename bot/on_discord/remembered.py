"""Buttons under something that was asked for: what they carry is the id under which the request is remembered."""

import io
import re
from collections.abc import Mapping
from typing import Any, Self

import discord
from discord.ui import Item

from bot.on_discord.replies import Interaction
from bot.on_discord.reporting import ReportingDynamicItem


class RememberedButton(ReportingDynamicItem[Item[Any]], template=r"(?!)"):
    """A button whose template has a group ``request``, and a group ``page`` where it turns a page, counted from 0."""

    def __init__(self, item: Item[Any], request_id: str, page: int = 0) -> None:
        super().__init__(item)
        self.request_id = request_id
        self.page = page

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        """Take the custom id apart."""
        found = match.groupdict()
        return cls(item, found["request"], int(found.get("page") or 0))


def files(name: str, texts: Mapping[str, str | None]) -> list[discord.File]:
    """Return a file called ``name`` for each text, whose ending is its key; none for a text that is None."""
    return [
        discord.File(io.BytesIO(text.encode("utf-8")), f"{name}.{ending}")
        for ending, text in texts.items()
        if text is not None
    ]

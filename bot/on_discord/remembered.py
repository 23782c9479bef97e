"""Lists that can be asked for again: their requests are remembered, and the buttons under them carry the id of one."""

import asyncio
import io
import logging
import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Self, TypeVar

import discord
from discord.ui import Item

from bot.on_discord.cards.parts.budget import Card
from bot.on_discord.client import Parley
from bot.on_discord.replies import Interaction, acknowledge, acknowledge_update, deliver, deliver_update
from bot.on_discord.reporting import ReportingDynamicItem
from index.errors import StoreError
from index.requests import CompareRequest, QuotesRequest, TimelineRequest

log = logging.getLogger(__name__)

R = TypeVar("R", TimelineRequest, QuotesRequest, CompareRequest)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing(Generic[R, T]):
    """One kind of list: its requests, how it is found, shown and exported, and what is said when it is forgotten.

    ``card`` takes what was found, the request, the page, counted from 0, and the id of the request, None where it is not
    remembered. ``told`` says how many were found and are in the files of these names.
    """

    kind: type[R]
    find: Callable[[Interaction, R], Coroutine[Any, Any, tuple[T, ...]]]
    card: Callable[[tuple[T, ...], R, int, str | None], Card]
    texts: Callable[[tuple[T, ...], R], Mapping[str, str | None]]
    name: str
    told: Callable[[int, Sequence[str]], str]
    forgotten: str

    async def remember(self, bot: Parley, request: R) -> str | None:
        """Return the id under which the request is remembered; None, which is logged, where that cannot be."""
        try:
            return await bot.memory.remember(request)
        except StoreError:
            log.exception("%s could not be remembered, so there are fewer buttons", self.name)
            return None

    async def again(self, interaction: Interaction, request_id: str) -> tuple[tuple[T, ...], R] | None:
        """Return what a remembered request finds now, and the request; None where it is not remembered."""
        bot: Parley = interaction.client
        request = await bot.memory.recall(self.kind, request_id)
        return None if request is None else (await self.find(interaction, request), request)

    def files(self, found: tuple[T, ...], request: R) -> list[discord.File]:
        """Return a file for each form that there is of what was found."""
        return [
            discord.File(io.BytesIO(text.encode("utf-8")), f"{self.name}.{ending}")
            for ending, text in self.texts(found, request).items()
            if text is not None
        ]


class RememberedButton(ReportingDynamicItem[Item[Any]], template=r"(?!)"):
    """A button whose template has a group ``request``, and a group ``page`` where it turns a page, counted from 0."""

    listing: ClassVar[Listing[Any, Any]]

    def __init__(self, item: Item[Any], request_id: str, page: int = 0) -> None:
        super().__init__(item)
        self.request_id = request_id
        self.page = page

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: Item[Any], match: re.Match[str], /) -> Self:
        found = match.groupdict()
        return cls(item, found["request"], int(found.get("page") or 0))

    async def pressed(self, interaction: Interaction) -> None:
        """Find again what was asked for and show it to the person who presses, or say that it is forgotten."""
        if not await acknowledge(interaction, private=True):
            return
        shown = await self.listing.again(interaction, self.request_id)
        if shown is None:
            await deliver(interaction, self.listing.forgotten)
        else:
            await self.show(interaction, *shown)

    async def show(self, interaction: Interaction, found: tuple[Any, ...], request: Any) -> None:
        """Show what was found, as a list from its first page."""
        await deliver(interaction, self.listing.card(found, request, 0, self.request_id))


class PageButton(RememberedButton, template=r"(?!)"):
    """Turns a list to another page, in place of the one that is shown."""

    async def pressed(self, interaction: Interaction) -> None:
        """Find again what was asked for and show the page, or say to the person alone that it is forgotten."""
        if not await acknowledge_update(interaction):
            return
        shown = await self.listing.again(interaction, self.request_id)
        if shown is None:
            await interaction.followup.send(self.listing.forgotten, ephemeral=True)
        else:
            await deliver_update(interaction, self.listing.card(*shown, self.page, self.request_id))


class ExportButton(RememberedButton, template=r"(?!)"):
    """Gives a list as files, to the person who presses."""

    async def show(self, interaction: Interaction, found: tuple[Any, ...], request: Any) -> None:
        attached = await asyncio.to_thread(self.listing.files, found, request)
        names = [file.filename for file in attached]
        await deliver(interaction, self.listing.told(len(found), names), files=attached)

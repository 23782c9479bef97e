"""Discord's bounds on one message, counted before it is sent.

Discord refuses a message with more than 4,000 characters of text or more than 40 components, nested ones
included, and discord.py sends it all the same. Which characters Discord counts it does not say: UTF-16 code
units are never fewer than code points, so what fits by them fits either way.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord

from bot.app.showing.readable import length

MAX_TEXT = 4000
"""Characters in all text displays of a message together."""

MAX_COMPONENTS = 40
"""Components in a message, at every depth."""


class CardTooLargeError(ValueError):
    """A card holds more text or more components than Discord takes."""


class Card(discord.ui.LayoutView):
    """A layout whose buttons are answered by their custom ids alone.

    discord.py would otherwise keep every card it sends in memory, waiting for a press that, after a restart,
    could not be answered in that way.
    """

    def __init__(self, *items: discord.ui.Item[Any]) -> None:
        super().__init__(timeout=None)
        for item in items:
            self.add_item(item)

    def is_dispatchable(self) -> bool:
        """Return False: discord.py has nothing to listen for."""
        return False

    def is_finished(self) -> bool:
        """Return True: discord.py has nothing to listen for."""
        return True

    def components(self) -> list[Mapping[str, Any]]:
        """Return every component in the order it is shown, nested ones included, as Discord is sent them."""
        return list(_walk(self.to_components()))  # type: ignore[no-untyped-call]  # without hints in discord.py

    def text_length(self) -> int:
        """Return the characters in all text displays, in UTF-16 code units."""
        return sum(length(item["content"]) for item in self.components() if "content" in item)

    def fits(self) -> bool:
        """Return whether Discord takes this card."""
        return self.text_length() <= MAX_TEXT and len(self.components()) <= MAX_COMPONENTS


def checked(card: Card) -> Card:
    """Return ``card``; raise `CardTooLargeError` when Discord would refuse it for its size."""
    if not card.fits():
        raise CardTooLargeError(
            f"a card of {card.text_length()} characters and {len(card.components())} components: "
            f"Discord takes {MAX_TEXT} and {MAX_COMPONENTS}"
        )
    return card


def first_that_fits(cards: Iterable[Card]) -> Card:
    """Return the first of ``cards`` that Discord takes, the fullest being given first.

    ``cards`` may be a generator: none after the chosen one is built.

    Raises:
        CardTooLargeError: none fits.
    """
    card = None
    for card in cards:
        if card.fits():
            return card
    if card is None:
        raise CardTooLargeError("no card was given")
    return checked(card)


def _walk(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", ()))
        if accessory := component.get("accessory"):
            yield from _walk((accessory,))

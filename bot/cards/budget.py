"""Discord's bounds on one message, counted before it is sent.

Discord refuses a message with more than 4,000 characters of text or more than 40 components, nested ones included, and
discord.py sends it all the same. Discord does not say which characters it counts: UTF-16 code units are never fewer than
code points, so what fits by them fits either way.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord

MAX_TEXT = 4000
"""Characters in all text displays of a message together."""

MAX_COMPONENTS = 40
"""Components in a message, at every depth."""

_TEXT_DISPLAY = discord.ComponentType.text_display.value


class CardTooLarge(ValueError):
    """A card holds more text or more components than Discord takes."""


def length(text: str) -> int:
    """Return the length of ``text`` in UTF-16 code units."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def text_length(card: discord.ui.LayoutView) -> int:
    """Return the characters in all text displays of ``card``, in UTF-16 code units."""
    components = walk(card.to_components())
    return sum(length(item["content"]) for item in components if item["type"] == _TEXT_DISPLAY)


def fits(card: discord.ui.LayoutView) -> bool:
    """Return whether Discord takes ``card``."""
    return text_length(card) <= MAX_TEXT and _component_count(card) <= MAX_COMPONENTS


def checked(card: discord.ui.LayoutView) -> discord.ui.LayoutView:
    """Return ``card``; raise `CardTooLarge` when Discord would refuse it for its size."""
    if not fits(card):
        raise CardTooLarge(
            f"a card of {text_length(card)} characters and {_component_count(card)} components: Discord takes "
            f"{MAX_TEXT} and {MAX_COMPONENTS}"
        )
    return card


def first_that_fits(cards: Iterable[discord.ui.LayoutView]) -> discord.ui.LayoutView:
    """Return the first of ``cards`` that Discord takes, the fullest being given first.

    Raises `CardTooLarge` when none fits. ``cards`` may be a generator, and no card after the chosen one is built.
    """
    card = None
    for card in cards:
        if fits(card):
            return card
    if card is None:
        raise CardTooLarge("no card was given")
    return checked(card)


def walk(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield every component of a message payload in the order it is shown, nested ones included."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        if accessory := component.get("accessory"):
            yield from walk((accessory,))


def _component_count(card: discord.ui.LayoutView) -> int:
    return sum(1 for _ in walk(card.to_components()))

from collections.abc import Iterator

import pytest
from discord.ui import ActionRow, Button, Container, Section, TextDisplay

from bot.app.showing.readable import length
from bot.on_discord.cards.parts.budget import MAX_TEXT, Card, CardTooLargeError, checked, first_that_fits


def test_everything_is_counted_at_every_depth() -> None:
    card = Card(
        Container(
            TextDisplay("abc"),
            Section(TextDisplay("de"), accessory=Button(label="not text", custom_id="a")),
            ActionRow(Button(label="b", custom_id="b")),
        )
    )
    assert card.text_length() == 5
    assert len(card.components()) == 7


def test_characters_are_utf_16_code_units() -> None:
    assert length("a😀é") == 4
    assert Card(TextDisplay("😀" * (MAX_TEXT // 2))).fits()
    assert not Card(TextDisplay("😀" * (MAX_TEXT // 2) + "a")).fits()


def test_a_card_that_is_too_large_is_refused_before_it_is_sent() -> None:
    with pytest.raises(CardTooLargeError, match="4001 characters"):
        checked(Card(TextDisplay("a" * 4001)))


def test_the_fullest_card_that_fits_is_chosen_and_no_further_one_is_built() -> None:
    built = []

    def cards() -> Iterator[Card]:
        for size in (5000, 4000, 3000):
            built.append(size)
            yield Card(TextDisplay("a" * size))

    assert first_that_fits(cards()).text_length() == 4000
    assert built == [5000, 4000]


def test_that_none_fits_is_an_error() -> None:
    with pytest.raises(CardTooLargeError):
        first_that_fits([Card(TextDisplay("a" * 5000))])
    with pytest.raises(CardTooLargeError):
        first_that_fits([])


async def test_discord_py_keeps_no_card() -> None:
    card = Card(ActionRow(Button(label="b", custom_id="b")))
    assert card.is_finished()
    assert not card.is_dispatchable()

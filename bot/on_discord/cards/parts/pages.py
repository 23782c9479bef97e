"""Pages of a list: how many there are, and the line and the buttons that turn them."""

from collections.abc import Callable, Iterator

from discord.ui import ActionRow, Item, LayoutView, TextDisplay

from bot.on_discord.cards.parts.buttons import PlainButton


def page_count(entries: int, on_a_page: int) -> int:
    """Return how many pages so many entries have; none at all have one."""
    return max(1, -(-entries // on_a_page))


def paging(
    pages: int,
    page: int,
    labels: tuple[str, str],
    turn: Callable[[str, int], PlainButton],
    *others: PlainButton,
) -> Iterator[Item[LayoutView]]:
    """Yield which of ``pages`` is shown, ``page`` being counted from 0, and a row of buttons where there are any.

    ``turn`` makes the button to the page before, with the first of ``labels``, and to the one after; ``others`` stand behind.
    """
    if pages > 1:
        yield TextDisplay(f"-# Page {page + 1} of {pages}")
    row = list(others)
    if page + 1 < pages:
        row.insert(0, turn(labels[1], page + 1))
    if page > 0:
        row.insert(0, turn(labels[0], page - 1))
    if row:
        yield ActionRow(*row)

"""The lines in which an event's words are drawn, in pieces: those that its date belongs to, and the others."""

from collections.abc import Sequence
from itertools import groupby

from bot.app.showing.readable import readable
from index.model import Event

Piece = tuple[str, bool]
"""Some words of a line, and whether the date belongs to them."""


def marked_lines(event: Event, lines: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of each line; where the date belongs to all the words, or nobody can tell, each line is one piece.

    Args:
        event: the event.
        lines: its words as they are wrapped, the last perhaps cut short.
    """
    text, clause = event.text, event.clause
    if clause is None:
        return tuple(((line, True),) for line in lines)
    start, end = (min(len(text), max(0, place - event.start)) for place in clause)
    first = _seen(text[:start])
    last = first + _seen(text[start:end])
    if last + _seen(text[end:]) != _seen(text):
        return tuple(((line, True),) for line in lines)
    marked, place = [], 0
    for line in lines:
        told: list[bool] = []
        for character in line:
            blank = character.isspace()
            told.append(told[-1] if blank and told else first <= place < last)
            place += not blank
        marked.append(_pieces(line, told))
    return tuple(marked)


def words_from_the_clause(event: Event) -> str:
    """Return what can be seen of an event's words from the clause on that its date belongs to."""
    start = event.clause[0] - event.start if event.clause else 0
    return readable(event.text[max(0, start) :])


def _seen(text: str) -> int:
    return sum(not character.isspace() for character in readable(text))


def _pieces(line: str, told: Sequence[bool]) -> tuple[Piece, ...]:
    runs = groupby(zip(line, told, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(character for character, _ in run), marked) for marked, run in runs)

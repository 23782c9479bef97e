"""The parts of a document as values that JSON can hold, and back."""

from collections.abc import Iterable
from typing import Any, get_args

from index.model import Part, PartLabel, Span

_LABELS = frozenset(get_args(PartLabel))


def to_values(parts: Iterable[Part]) -> list[list[Any]]:
    """Return a list for each part: label, start, end, name, number, fields, heads."""
    return [
        [part.label, part.start, part.end, part.name, part.number, list(part.fields), list(part.heads)]
        for part in parts
    ]


def from_values(values: Iterable[Iterable[Any]]) -> tuple[Part, ...]:
    """Return the parts that ``to_values`` was given."""
    return tuple(
        Part(
            label,
            start,
            end,
            name,
            number,
            tuple(map(tuple, fields)) if fields else (),
            tuple(map(_span, heads)) if heads else (),
        )
        for label, start, end, name, number, fields, heads in values
    )


def checked_values(values: Iterable[Iterable[Any]], length: int) -> tuple[Part, ...]:
    """Return the parts like ``from_values``, of a text of ``length`` characters, that somebody else gave.

    Raises ValueError or TypeError for what cannot be parts of it.
    """
    parts = []
    for label, start, end, name, number, fields, heads in values:
        spans = [(int(start), int(end)), *((int(first), int(last)) for first, last in heads)]
        if label not in _LABELS or not all(0 <= first < last <= length for first, last in spans):
            raise ValueError(f"no part of a text of {length} characters: {label!r} {spans}")
        known = tuple((str(key), str(value)) for key, value in fields)
        parts.append(Part(label, *spans[0], str(name), str(number), known, tuple(spans[1:])))
    return tuple(parts)


def _span(values: Any) -> Span:
    first, last = values
    return first, last

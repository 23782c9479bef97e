"""The English words of places."""

from functools import cache

from index.language.place_words import PlaceWords
from index.language.tokens import data_lines

_COMPASS = frozenset("south north east west southern northern eastern western new".split())


@cache
def place_words() -> PlaceWords:
    """Return the words of places, read once from ``data/places.txt``."""
    return PlaceWords(
        compass=_COMPASS,
        # "Equatorial Guinea", "Papua New Guinea", "Guinea-Bissau"
        before=_COMPASS | {"equatori", "papua"},
        behind=frozenset({"bissau"}),
        halved=frozenset("korea carolina dakota".split()),
        joining=frozenset("of for the on".split()),
        alike=tuple(map(tuple, data_lines("places.txt"))),
    )

"""Whose side somebody speaks for: the land beside his name, "Prime Minister Modi of India", or the government of a site."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from index.language.english.people.name_parts import PEOPLES
from index.language.english.people.names import COUNTRIES
from index.language.patterns import late
from index.language.tokens import data_lines

_BEGINNING = 20_000
"""Characters of a text that are read for what somebody is of: people are introduced early."""

_OFFICE = (
    r"(?:President|Premier|Chancellor|Minister|Secretary|Spokes(?:man|woman|person)|Ambassador|Envoy|King|Queen|Leader|Adviser"
    r"|Advisor|Commissioner|Negotiator|General|Chief)"
)
_LAND = r"(?P<land>[A-Z][\w-]+(?:[ \n](?:of[ \n](?:the[ \n])?)?[A-Z][\w-]+){0,3})"
_SHORTEST_ACRONYM = 3
"""Letters of a body in capitals, "NATO"; chosen: fewer are initials."""
_BEFORE_A_NAME = 200
"""Characters before a name in which its land and office stand; chosen: six long words."""
_MOST_LABELS = 6
"""Labels at the end of a host that are looked up; more than any that is known has."""
_HOST = late(r"(?:[a-z]+://)?(?P<host>[\w.-]+)", re.IGNORECASE)


def land_of(surname: str, text: str) -> str:
    """Return what land or body ``text`` says that the person of that surname is of; "" where it does not say."""
    name = re.escape(surname)
    # All of them hold the name: they are tried where it stands, which is quicker found than a pattern.
    places = list(_places_of(surname, text[:_BEGINNING]))
    text = text[:_BEGINNING] if places else ""
    behind = re.compile(rf"\b{name},?[ \n]of[ \n](?:the[ \n])?{_LAND}")
    apposed = re.compile(
        rf"\b{name}(?:[ \n][A-Z][\w-]*){{0,2}},[ \n](?:[\w-]+[ \n]){{0,2}}?(?i:{_OFFICE})[ \n]of[ \n](?:the[ \n])?{_LAND}"
    )
    for pattern in (behind, apposed):
        found = next(filter(None, (pattern.match(text, place) for place in places)), None)
        if found is not None:
            return found["land"]
    # What looks like a land may be a name before one, as in "Lind and NATO Secretary General Brook": each place is tried.
    before = re.compile(
        rf"(?=\b(?P<land>[A-Z][\w-]+)(?P<owns>['’]s)?[ \n](?:[\w-]+[ \n]){{0,2}}?(?i:{_OFFICE}),?[ \n]"
        rf"(?:[A-Z][\w.’-]*[ \n]){{0,2}}?{name}\b)"
    )
    return next(
        (
            match["land"]
            for place in places
            for match in before.finditer(text, max(0, place - _BEFORE_A_NAME), place + len(surname) + 1)
            if match["owns"] or _is_land(match["land"])
        ),
        "",
    )


def _places_of(name: str, text: str) -> Iterator[int]:
    place = text.find(name)
    while place >= 0:
        yield place
        place = text.find(name, place + 1)


def _is_land(word: str) -> bool:
    acronym = word.isupper() and len(word) >= _SHORTEST_ACRONYM
    return acronym or word in COUNTRIES or word.lower() in PEOPLES


def government_of(address: str) -> str:
    """Return the state or body whose site ``address`` is of, an address or a host; "" for any other."""
    match = _HOST.match(address)
    labels = match["host"].lower().rstrip(".").split(".") if match else []
    known = _governments()
    labels = labels[-_MOST_LABELS:]
    ends = (".".join(labels[start:]) for start in range(len(labels)))
    return next((known[end] for end in ends if end in known), "")


@cache
def _governments() -> Mapping[str, str]:
    return {host: " ".join(words) for host, *words in data_lines("governments.txt")}

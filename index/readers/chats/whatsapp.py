"""WhatsApp's export of a chat as text: a line for each message, as Android ("14/03/2025, 10:05 - Ilmar Tamm: ...") and
iOS ("[14.03.25, 10:05:33] Ilmar Tamm: ...") write it."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import zip_longest
from pathlib import PurePosixPath

from index.errors import MalformedSource
from index.model import Document, Part
from index.readers.chats.channel import Channel, documents_of, message
from index.readers.metadata.origin import Origin
from index.readers.parts.messages import Message, compose

_STAMP = (
    r"(?P<one>\d{1,4})[./-](?P<two>\d{1,2})[./-](?P<three>\d{2,4}),?[ \u202f\u00a0](?P<hour>\d{1,2})[:.](?P<minute>\d\d)"
    r"(?:[:.]\d\d)?(?:[ \u202f\u00a0]?(?P<half>[APap])\.?[ \u202f\u00a0]?[Mm]\.?)?"
)
_LINE = re.compile(
    rf"^[\u200e\u200f\u202a-\u202e]*(?:\[{_STAMP}\] ?|{_STAMP.replace('?P<', '?P<a_')} [-–] )", re.MULTILINE
)
_AUTHOR = re.compile(r"(?P<author>[^:\n]{1,80}):[ \n]")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OMITTED = re.compile(
    r"<[^<>\n]{3,40}(?:omitted|weggelassen|omis|omitido|пропущен\w*)>|(?:image|video|audio|sticker|document|GIF|Contact card)"
    r" omitted"
    r"|Messages and calls are end-to-end encrypted\.[^\n]*|Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt\.[^\n]*"
    r"|This message was deleted\.?|You deleted this message\.?|<This message was edited>|null"
)
_NAME = re.compile(r"WhatsApp[ _]Chat[ _](?:with|mit|avec|con|-)?[ _]*(?P<name>.+)\.txt$", re.IGNORECASE)
_LOOKED_AT = 4_000
"""Characters at the beginning that tell a chat; chosen: some twenty messages."""
_LINES_BEFORE, _LONGEST_NAME = 2, 120
"""Lines and characters before the first message; chosen: whoever keeps a chat writes its name above it, and a blank line."""
_FEWEST = 2
"""Messages that make a chat: one line alone that looks like one may be prose."""

Order = Callable[[int, int, int], tuple[int, int, int]]
"""Gives year, month and day from three numbers."""


def is_chat(text: str) -> bool:
    """Tell whether ``text`` is such an export: it begins with a message, or with a line that names it, and more follow."""
    beginning = text[:_LOOKED_AT].lstrip("\ufeff \n")
    first = _LINE.search(beginning)
    if first is None or len(beginning[: first.start()].split("\n")) > _LINES_BEFORE + 1:
        return False
    if len(beginning[: first.start()].strip()) > _LONGEST_NAME:
        return False
    return sum(bool(_AUTHOR.match(beginning, line.end())) for line in _LINE.finditer(beginning)) >= _FEWEST


def read(text: str, origin: Origin) -> Iterator[Document | MalformedSource]:
    """Yield a document for each day of the chat in ``text``."""
    return documents_of(Channel(_name(origin.name), None, tuple(_messages(text))), origin)


def composed(text: str) -> tuple[str, tuple[Part, ...]]:
    """Return the whole chat in ``text`` as one text, each message headed by its author, day and time, and its parts."""
    return compose(tuple(_messages(text)), with_day=True)


def _name(file: str) -> str:
    named = _NAME.search(file)
    if named:
        return named["name"]
    stem = PurePosixPath(file.rpartition(": ")[0] or file).stem
    return stem if stem.strip("_").lower() != "chat" else "WhatsApp chat"


def _messages(text: str) -> Iterator[Message]:
    lines = list(_LINE.finditer(text))
    order = _order([_numbers(line) for line in lines], lines)
    for line, following in zip_longest(lines, lines[1:]):
        end = following.start() if following else len(text)
        author = _AUTHOR.match(text, line.end(), end)
        if author is None:
            continue
        words = _OMITTED.sub("", _MARKS.sub("", text[author.end() - 1 : end]))
        found = message(
            Message(_MARKS.sub("", author["author"]).lstrip("~ \u202f"), _sent(line, order), words)
        )
        if found is not None:
            yield found


def _group(line: re.Match[str], name: str) -> str:
    return line[name] or line[f"a_{name}"] or ""


def _numbers(line: re.Match[str]) -> tuple[int, int, int]:
    one, two, three = (int(_group(line, name)) for name in ("one", "two", "three"))
    return one, two, three


def _order(dates: list[tuple[int, int, int]], lines: list[re.Match[str]]) -> Order:
    """Which number is which: as the numbers allow, else as the phones write it: 3/14/25 in America, 14/03/2025 elsewhere."""
    if any(one > 31 for one, _, _ in dates):
        return lambda one, two, three: (one, two, three)
    if any(one > 12 for one, _, _ in dates):
        return _day_first
    if any(two > 12 for _, two, _ in dates):
        return _month_first
    american = all(
        "/" in line[0] and len(_group(line, "three")) == 2 and not _group(line, "one").startswith("0")
        for line in lines
    )
    return _month_first if american else _day_first


def _day_first(one: int, two: int, three: int) -> tuple[int, int, int]:
    return _year(three), two, one


def _month_first(one: int, two: int, three: int) -> tuple[int, int, int]:
    return _year(three), one, two


def _year(number: int) -> int:
    return number + 2000 if number < 100 else number


def _sent(line: re.Match[str], order: Order) -> datetime | None:
    hour, half = int(_group(line, "hour")), _group(line, "half").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return datetime(*order(*_numbers(line)), hour, int(_group(line, "minute")))
    except ValueError:
        return None

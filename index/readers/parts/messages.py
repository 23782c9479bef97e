"""Messages into the text and the parts of a document: each has a line that says who wrote it and when, then its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from index.language.letters import words_of_letter
from index.model import Part
from index.readers.parts.paragraphs import BREAK

_LONGEST_ENDING = 60
"""Characters below a letter that are no more than a wish and a name; chosen."""
_TURNED = re.compile(
    r"(?P<family>(?:(?:van|von|de|da|di|der|den|ter|du|la|le|al) ){0,2}[^\W\d_][\w’'-]{0,40}), "
    r"(?P<given>[^\W\d_][\w.’'-]{0,40}(?: [^\W\d_][\w.’'-]{0,40})?)"
)
"""A name as directories sort it."""


@dataclass(frozen=True, slots=True)
class Message:
    """What one person wrote: ``words`` with a blank line between paragraphs.

    ``sent`` is the local time of its sending, or the day alone; None where it is not known. ``reply_to`` says what it
    answers ("Ilmar Tamm, 14:05"), ``forwarded`` is true where ``author`` is not who sent it here.
    """

    author: str
    sent: datetime | date | None
    words: str
    reply_to: str | None = None
    forwarded: bool = False


def compose(
    messages: Sequence[Message], *, with_day: bool = False, without_heading: Message | None = None
) -> tuple[str, tuple[Part, ...]]:
    """Return the text of ``messages``, and their parts: of each the message, and inside it its heading and, in letters, whom it
    greets and how it ends.

    The heading is a line that names author and time, ``with_day``, as letters have it, the day as well; a message that is
    ``without_heading`` has none.
    """
    pieces: list[str] = []
    length = 0
    parts: list[Part] = []
    for message in messages:
        start = length + (len(BREAK) if pieces else 0)
        head = heading(message, with_day=with_day) if message is not without_heading else ""
        words = BREAK.join(filter(None, (head, message.words)))
        length = start + len(words)
        pieces.append(words)
        parts.append(Part("message", start, length, heading(message, with_day=True), fields=_fields(message)))
        if head:
            parts.append(Part("heading", start, start + len(head)))
        if with_day:
            parts += _around_letter(message, length - len(message.words))
    return BREAK.join(pieces), tuple(parts)


def _around_letter(message: Message, start: int) -> Iterator[Part]:
    """Yield whom the letter of a message greets and with whose name it ends; a signature that tells more stays."""
    first, last = words_of_letter(message.words, 0, len(message.words), message.author)
    if first:
        yield Part("heading", start, start + first)
    ending = message.words[last:]
    if ending.strip() and len(ending) <= _LONGEST_ENDING and not any(map(str.isdigit, ending)):
        end = start + len(message.words)
        yield Part("heading", end - len(ending.lstrip()), end)


def heading(message: Message, *, with_day: bool) -> str:
    """Return who wrote a message and when: "Ilmar Tamm, 14 March 2025, 14:05"."""
    day = day_of(message.sent) if with_day else None
    if not message.author:
        return ""
    said = [message.author, in_words(day) if day else None, time_of(message.sent)]
    if message.forwarded:
        said.append("forwarded")
    if message.reply_to:
        said.append(f"in reply to {message.reply_to}")
    return ", ".join(filter(None, said))


def in_order(name: str) -> str:
    """Return a person's name with the given name first: "Anna Weber" for "Weber, Anna"."""
    turned = _TURNED.fullmatch(name)
    return f"{turned['given']} {turned['family']}" if turned else name


def day_of(sent: datetime | date | None) -> date | None:
    """Return the day of a time or day."""
    return sent.date() if isinstance(sent, datetime) else sent


def time_of(sent: datetime | date | None) -> str | None:
    """Return the time of the day as "14:05"; None for a day alone."""
    return f"{sent:%H:%M}" if isinstance(sent, datetime) else None


def in_words(day: date) -> str:
    """Return a day as "14 March 2025"."""
    return f"{day.day} {day:%B %Y}"


def _fields(message: Message) -> tuple[tuple[str, str], ...]:
    day = day_of(message.sent)
    known = {
        "author": message.author,
        "day": day.isoformat() if day else None,
        "time": time_of(message.sent),
        "reply to": message.reply_to,
        "forwarded": "yes" if message.forwarded else None,
    }
    return tuple((name, value) for name, value in known.items() if value)


def by_day(messages: Iterable[Message]) -> dict[date | None, list[Message]]:
    """Return the messages of each day, in their order."""
    days: dict[date | None, list[Message]] = {}
    for message in messages:
        days.setdefault(day_of(message.sent), []).append(message)
    return days

"""A channel of a chat into documents: one for each day on which somebody wrote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.errors import MalformedSource
from index.model import Document
from index.readers.encoding import clean
from index.readers.metadata.fields import may_be_published
from index.readers.metadata.origin import Origin
from index.readers.parts.messages import Message, by_day, compose, in_words
from index.readers.parts.paragraphs import join, plain

_BROKEN = re.compile(r"(?<=[^\W\d_]|[,;–—-])[^\S\n]*\n(?=[^\W\d_])")
"""A line break inside a sentence, where what goes on begins with a small letter."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel: its name, the group or service that it belongs to, its ``number`` where a file holds several."""

    name: str
    publisher: str | None
    messages: Sequence[Message]
    number: str = ""


def documents_of(channel: Channel, origin: Origin) -> Iterator[Document | MalformedSource]:
    """Yield a document for each day of ``channel``, and an error for messages whose day is not known."""
    for day, messages in by_day(channel.messages).items():
        if day is None or not may_be_published(day):
            yield MalformedSource(
                f"{origin.name}: {len(messages):,} messages have no date that can be; export the chat again."
            )
            continue
        yield _document(channel, day, messages, origin)


def _document(channel: Channel, day: date, messages: Sequence[Message], origin: Origin) -> Document:
    text, parts = compose(messages)
    name = origin.title or channel.name
    return Document(
        key="#".join(filter(None, (origin.key, channel.number, day.isoformat()))),
        title=f"{name}, {in_words(day)}",
        text=text,
        publisher=origin.publisher or channel.publisher,
        published=day,
        collection=origin.collection,
        structure=parts,
    )


def message(written: Message) -> Message | None:
    """Return a message with its words made plain, paragraph for paragraph; None for one without words."""
    said = clean(written.words)
    said = _BROKEN.sub(lambda found: " " if said[found.end()].islower() else "\n", said)
    words = join(said.split("\n"))
    author = plain(clean(written.author)) or "Unknown"
    reply_to = plain(clean(written.reply_to)) if written.reply_to else None
    return replace(written, author=author, words=words, reply_to=reply_to) if words else None

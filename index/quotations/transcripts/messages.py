"""What is said in messages: each is a quotation of its author, on its own day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from index.language.letters import words_of_letter
from index.model import Part, Span


@dataclass(frozen=True, slots=True)
class Written:
    """The words of one message, who wrote it, where he is named, and the day; None where it is not known."""

    start: int
    end: int
    author: str
    mention: Span
    day: date | None
    asks: bool


def find_messages(text: str, structure: Sequence[Part]) -> tuple[Written, ...]:
    """Return what is said in the messages of a document, without the messages that are quoted in them."""
    return tuple(written for part in _messages(structure) if (written := _written(text, *part)) is not None)


def _messages(structure: Sequence[Part]) -> Iterator[tuple[Part, int, int]]:
    """Each message, with where its words begin after its heading, and where they end: at the first that it quotes."""
    headings = {part.start: part.end for part in structure if part.label == "heading"}
    messages = [part for part in structure if part.label == "message"]
    for part, after in zip_longest(messages, messages[1:]):
        end = part.end if after is None else min(part.end, after.start)
        yield part, headings.get(part.start, part.start), end


def _written(text: str, part: Part, start: int, end: int) -> Written | None:
    author = part.field("author")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end or not author:
        return None
    start, end = words_of_letter(text, start, end, author)
    if start == end:
        return None
    named = text.startswith(author, part.start)
    mention = (part.start, part.start + len(author)) if named else (start, end)
    day = part.field("day")
    words = text[start:end]
    asks = words.endswith("?") and not any(mark in words[:-1] for mark in ".!?\n")
    return Written(start, end, author, mention, date.fromisoformat(day) if day else None, asks)

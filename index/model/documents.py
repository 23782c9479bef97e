"""Documents: their text, its parts, sentences and passages.

Every span is ``(start, end)`` in characters into ``document.text``, end exclusive, and what is shown to a person is
``document.text[start:end]`` and nothing else.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Span = tuple[int, int]
"""``(start, end)`` in characters into a document's text, end exclusive."""

SHARED = "shared"
"""The collection of the host, seen everywhere."""

PartLabel = Literal[
    "part",
    "chapter",
    "section",
    "article",
    "paragraph",
    "point",
    "annex",
    "preamble",
    "heading",
    "turn",
    "entry",
    "message",
    "table",
    "row",
    "scan",
]
"""What a part of a document is."""


_NUMBERED: frozenset[PartLabel] = frozenset({"article", "section", "annex", "paragraph"})


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled span of a document that people cite by a name of its own: an article, an entry of a live blog, a row.

    ``name`` is what a person says for it: "Article 5(2)", "table 2, row 3", "20:41", "" where it is only a border. ``number``
    is its own number in plain form, "" where it has none: "5" for "Article V", "b" for "(b)". ``fields`` holds what is known
    of it, such as the author and time of a message. ``heads`` are spans outside of it whose words are read with it, such as
    the header of its table.
    """

    label: PartLabel
    start: int
    end: int
    name: str = ""
    number: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    heads: tuple[Span, ...] = ()

    def field(self, name: str) -> str | None:
        """Return what is known of it under ``name``, None when nothing is."""
        return dict(self.fields).get(name)


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known about it.

    ``key`` is its identity inside a collection: canonical URL, else path (and record), else content hash. ``id`` follows
    from collection and key, so that a text read again has the id it had. ``published`` is None when it is not known.
    ``pages`` holds, for a text that came in pages, where each of them starts, in characters into ``text``, ascending. Where
    text recognition read some of them, the first part is a "scan" of the whole text; its fields are their numbers and percents.
    ``structure`` holds its parts by where they start, of two that start together the longer one first; of any two, one lies
    inside the other or they do not touch. ``aliases`` are names beside the title by which people know it: "Minsk II".
    ``gone_on`` is the day on which the page that it was read from was found gone; None while it is there.
    """

    key: str
    title: str
    text: str = field(repr=False)
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    collection: str = SHARED
    pages: tuple[int, ...] = field(default=(), repr=False)
    structure: Sequence[Part] = field(default=(), repr=False)
    aliases: tuple[str, ...] = ()
    gone_on: date | None = None

    @property
    def is_numbered(self) -> bool:
        """Whether it has articles, numbered paragraphs or other parts that people cite, as agreements have."""
        return any(part.label in _NUMBERED for part in self.structure)

    @property
    def names(self) -> str:
        """The title and the aliases in one text."""
        return " \n".join((self.title, *self.aliases))

    @property
    def id(self) -> str:
        """16 hexadecimal digits, the same for the same collection and key."""
        return hashlib.sha256(f"{self.collection}\n{self.key}".encode()).hexdigest()[:16]

    def slice(self, start: int, end: int) -> str:
        """Return ``text[start:end]``; raise ValueError when the span is empty, reversed or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(
                f"span {start}:{end} is not inside document {self.id} of {len(self.text)} characters"
            )
        return self.text[start:end]

    def page_at(self, position: int) -> int | None:
        """Return the number, from 1, of the page that character ``position`` stands on; None for a text without pages."""
        return bisect_right(self.pages, position) or None

    def parts_around(self, start: int, end: int) -> tuple[Part, ...]:
        """Return the parts that hold all of ``start`` to ``end``, the outermost first."""
        before = bisect_right(self.structure, start, key=lambda part: part.start)
        return tuple(part for part in self.structure[:before] if part.end >= end)

    def told_at(self, start: int, end: int) -> str:
        """Return the day and time, in words, of the entry or message that holds all of ``start`` to ``end``; "" without one."""
        around = self.parts_around(start, end)
        return next((part.name for part in reversed(around) if part.label in ("entry", "message")), "")

    def told_on(self, start: int, end: int) -> date | None:
        """Return the day of the entry or message that holds all of ``start`` to ``end``, else that of publication; None where
        neither is known."""
        around = self.parts_around(start, end)
        told = next((part for part in reversed(around) if part.label in ("entry", "message")), None)
        day = told.field("day") if told is not None else None
        return date.fromisoformat(day) if day else self.published

    def recognised_at(self, start: int) -> int | None:
        """Return the percent of confidence with which text recognition read the page of character ``start``; None where its
        words are the file's own."""
        if not self.structure or self.structure[0].label != "scan":
            return None
        percent = self.structure[0].field(str(self.page_at(start)))
        return int(percent) if percent is not None else None

    def place_of(self, start: int, end: int) -> str | None:
        """Return the name of the innermost named part that holds all of ``start`` to ``end``; None without one."""
        return next((part.name for part in reversed(self.parts_around(start, end)) if part.name), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span and the number, from 1, of the paragraph it stands in."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A few neighbouring sentences: the unit that is retrieved."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]

"""A person of a document, and what a mention of one is shown as."""

from dataclasses import dataclass, field

from index.language.findings import Gender


@dataclass(slots=True)
class Person:
    """Somebody whom the document names in full, or by surname alone when that is all it gives."""

    name: str
    mentions: list[int] = field(default_factory=list)
    role: str | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention resolved: the name to show, the role where the document gives one, whether a name was found, and
    "he" or "she" where a courtesy title before a surname alone says so."""

    name: str
    role: str | None
    named: bool
    gender: Gender | None = None

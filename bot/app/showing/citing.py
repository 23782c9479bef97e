"""What a citation says of its document, each thing once: a chat's title has its channel and day already."""

from collections.abc import Callable

from bot.app.showing.words import day
from index.model import Answer, Citation


def publisher_beside(citation: Citation) -> str:
    """Return the publisher, "" where it is not known or the title or the place begins with it, as that of a mail's author."""
    publisher = citation.publisher or ""
    said = any(text.startswith(f"{publisher},") for text in (citation.title, citation.place or ""))
    return "" if publisher and said else publisher


def unplaced_in(answer: Answer, escape: Callable[[str], str]) -> str:
    """Return the sentence that no document has the place that was asked for, and which others have one; "" where it is there."""
    if not answer.unplaced:
        return ""
    place = escape(answer.unplaced)
    if not answer.placed_in:
        return f"No document has {place}."
    return f"None that the question may be about has {place}; there is one in {', '.join(map(escape, answer.placed_in))}."


def recognition_of(citation: Citation) -> str:
    """Return that text recognition read the words, and how sure of the page it was; "" where they are the file's own."""
    if citation.recognised is None:
        return ""
    return f"read by text recognition, {citation.recognised} % sure"


def last_seen(citation: Citation) -> str:
    """Return the last day on which the words were there, "" where they are."""
    if citation.as_of is None:
        return ""
    return f"as of {day(citation.as_of)}, {'the page is gone' if citation.gone else 'changed since'}"


def day_beside(citation: Citation, *shown: str) -> str:
    """Return the day of publication, "" where one of the texts that are ``shown`` beside it says it."""
    published = day(citation.published)
    return "" if any(published in text for text in shown) else published

"""Why an answer is as it is, in plain lines that both faces show."""

from collections.abc import Callable, Iterator, Sequence

from bot.app.showing.words import day
from index.model import Considered, Explanation

Escape = Callable[[str], str]
"""Makes text from documents and people fit to be shown."""

KINDS = {
    "person": "a person",
    "date": "a date",
    "place": "a place",
    "number": "a number",
    "duration": "how long",
    "reason": "a reason",
    "manner": "how",
    "statement": "what somebody said",
    "name": "which one",
    "other": "no one kind of thing",
}
"""The kinds of things that a question may ask for, in words."""


def reading_lines(explained: Explanation, escape: Escape) -> Iterator[str]:
    """Yield how the question was read, and which of its words no document holds."""
    if explained.asked_as != explained.answer.question:
        yield f"Asked as: {escape(explained.asked_as)}"
    thing = f", one that looks like this: {escape(explained.thing)}" if explained.thing else ""
    yield f"It asks for: {KINDS[explained.kind]}{thing}"
    if explained.names:
        yield f"Names: {_listed(explained.names, escape)}"
    if explained.speaker:
        yield f"Whose words: {escape(explained.speaker)}"
    if explained.period is not None:
        first, last = explained.period
        yield f"Period: {day(first)}" if first == last else f"Period: {day(first)} to {day(last)}"
    if roles := _roles(explained, escape):
        yield f"Roles: {roles}"
    if explained.answer.missing:
        yield f"In no document: {_listed(explained.answer.missing, escape)}"


def outcome_line(explained: Explanation) -> str:
    """Return how sure the answer is, and where it failed."""
    answer = explained.answer
    sure = f"{'Answered' if answer.answered else 'Not answered'}: {answer.strength}, {answer.confidence:.0%}"
    return f"{sure}; {explained.failed}" if explained.failed else sure


def considered_lines(considered: Considered, escape: Escape) -> Iterator[str]:
    """Yield what a sentence has of the question and what it lacks, and why it does not answer."""
    for name, words in (
        ("has", considered.has),
        ("beside it", considered.beside),
        ("lacks", considered.lacks),
    ):
        if words:
            yield f"{name}: {_listed(words, escape)}"
    if considered.failed:
        yield f"why not: {escape(considered.failed)}"


def _roles(explained: Explanation, escape: Escape) -> str:
    named = (("who", explained.agent), ("does", explained.verb), ("to whom or what", explained.patient))
    parts = [f"{name}: {escape(words)}" for name, words in named if words]
    return "; ".join(parts) if explained.verb else ""


def _listed(words: Sequence[str], escape: Escape) -> str:
    return escape(", ".join(words))

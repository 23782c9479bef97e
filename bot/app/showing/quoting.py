"""Quotations in words: the day and how it is known, how they were said, what stands around them."""

from bot.app.showing.words import DATE_UNKNOWN, one_line
from index import format_interval
from index.model import Basis, Granularity, Quotation

_LONGEST_INTRODUCTION = 160
"""Characters from a condition to the verb that are shown whole; a longer stretch is shown with an omission."""

_BASES: dict[Basis, str] = {
    "explicit": "",
    "relative": "",
    "inherited": "date from what stands before",
    "published": "date of publication",
    "unresolved": "",
}


def heading(speaker: str | None, about: str | None) -> str:
    """Return the heading of quotations."""
    said = f"What {speaker} said" if speaker else "What was said"
    return f"{said} about {about}" if about else said


def said_in_words(quotation: Quotation) -> str:
    """Return the day of saying in plain English, no finer than it is known."""
    if quotation.earliest is None and quotation.latest is None:
        return DATE_UNKNOWN
    return format_interval(quotation.earliest, quotation.latest, _granularity(quotation))


def basis_in_words(quotation: Quotation) -> str:
    """Return how the day is known where the words do not say it themselves; else an empty text."""
    return _BASES[quotation.basis]


def kind(quotation: Quotation) -> str:
    """Return what kind of quotation it is: direct, fragment or indirect."""
    if not quotation.direct:
        return "indirect"
    return "fragment" if quotation.fragment else "direct"


def marked(quotation: Quotation, words: str) -> str:
    """Return ``words`` in quotation marks where they were said so, and bare where they are reported."""
    return f"“{words}”" if quotation.direct else words


def condition_of(quotation: Quotation) -> str:
    """Return the words on which the saying or what is said depends, on one line; "" where there are none."""
    return one_line(quotation.document.slice(*quotation.condition)) if quotation.condition else ""


def manner(quotation: Quotation) -> str:
    """Return how the words are reported where they are not plainly said, to stand behind a name: ", denies, hearsay"."""
    parts: list[str] = [] if quotation.stance == "says" else [quotation.stance]
    if quotation.condition:
        parts.append("on a condition")
    if quotation.hearsay:
        parts.append("hearsay")
    return "".join(f", {part}" for part in parts)


def introduction(quotation: Quotation) -> str:
    """Return the words of the document that report the quotation, on one line: "denied that", "If it fails, Marsh warned".

    Empty where the document has none, as in a transcript.
    """
    cue, condition = quotation.cue_span, quotation.condition
    if cue is None or (not quotation.direct and quotation.start <= cue[0] < quotation.end):
        # "The museum, Tamm said, is full" has the words that say so inside.
        return ""
    if condition is None or cue[0] <= condition[0] < cue[1]:
        return one_line(quotation.document.slice(*cue))
    if condition[0] < cue[0] and cue[1] - condition[0] <= _LONGEST_INTRODUCTION:
        return one_line(quotation.document.slice(condition[0], cue[1]))
    return f"{condition_of(quotation)} … {one_line(quotation.document.slice(*cue))}"


def told(introduction: str, words: str, quotation: Quotation) -> str:
    """Return ``introduction`` and ``words`` as one piece: run on where the document does so, else parted by a colon."""
    if not introduction:
        return words
    cue = quotation.cue_span
    runs_on = (
        not quotation.direct
        and cue is not None
        and 0 <= quotation.start - cue[1] <= 1
        and quotation.stance != "says"
    )
    return f"{introduction} {words}" if runs_on else f"{introduction}: {words}"


def _granularity(quotation: Quotation) -> Granularity:
    first, last = quotation.earliest, quotation.latest
    if first is None or last is None or first == last:
        return "day"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return "year"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return "month"
    return "week"

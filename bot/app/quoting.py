"""Quotations in words and as files: the day and how it is known, CSV, Markdown."""

import csv
import io
from collections.abc import Sequence

from bot.app.exports import escaped, inert, one_line
from index.language.dates import format_interval
from index.model import Basis, Citation, Granularity, Quotation

COLUMNS = (
    "speaker", "role", "said_on", "earliest", "latest", "date", "basis", "kind", "words", "verb", "title", "publisher",
    "published", "paragraph", "url", "sources", "stance", "condition", "hearsay",
)  # fmt: skip

_LONGEST_INTRODUCTION = 160
"""Characters from a condition to the verb that are shown whole; a longer stretch is shown with an omission."""

_BASES: dict[Basis, str] = {
    "explicit": "",
    "relative": "",
    "inherited": "date from what stands before",
    "published": "date of publication",
    "unresolved": "",
}


def said_in_words(quotation: Quotation) -> str:
    """Return the day of saying in plain English, no finer than it is known."""
    if quotation.earliest is None and quotation.latest is None:
        return "date unknown"
    return format_interval(quotation.earliest, quotation.latest, _granularity(quotation))


def basis_in_words(quotation: Quotation) -> str:
    """Return how the day is known where the words do not say it themselves; else an empty text."""
    return _BASES[quotation.basis]


def quotes_to_csv(quotations: Sequence[Quotation]) -> str:
    """Return the quotations as CSV with a header, in the order given. No cell is read as a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for item in quotations:
        first = item.citations[0]
        row = (
            item.speaker, item.role, item.said_on, item.earliest, item.latest, said_in_words(item), item.basis, kind(item),
            one_line(item.words), item.cue, first.title, first.publisher, first.published, first.paragraph, first.url,
            len(item.citations), item.stance, condition_of(item), "yes" if item.hearsay else "",
        )  # fmt: skip
        writer.writerow(["" if cell is None else inert(str(cell)) for cell in row])
    return out.getvalue()


def quotes_to_markdown(quotations: Sequence[Quotation], heading: str) -> str:
    """Return the quotations as Markdown: a list under ``heading``, then the sources by their numbers."""
    lines = [f"# {escaped(heading)}", ""]
    sources: dict[int, Citation] = {}
    for item in quotations:
        sources |= {cited.number: cited for cited in item.citations if cited.number not in sources}
        numbers = "".join(f"[^{cited.number}]" for cited in item.citations)
        who = ", ".join(escaped(part) for part in (item.speaker, item.role) if part)
        how = basis_in_words(item)
        when = f"{said_in_words(item)}{f' ({how})' if how else ''}"
        said = told(escaped(introduction(item)), marked(item, escaped(one_line(item.words))), item)
        lines.append(f"- **{who}**, {when}{manner(item)}: {said} {numbers}")
    lines.append("")
    for number, citation in sorted(sources.items()):
        parts = [citation.title, citation.publisher, citation.published and str(citation.published)]
        about = ", ".join(escaped(part) for part in parts if part)
        lines.append(f"[^{number}]: {about}{f', <{citation.url}>' if citation.url else ''}")
    return "\n".join(lines) + "\n"


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
    if cue is None:
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

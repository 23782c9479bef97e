"""Who is named, and who says what: "«Λο πακο», Ταλα διξα.", and without quotation marks "Ταλα διξα λο πακο."."""

import re
from collections.abc import Iterator, Sequence

from index.language.findings import FoundQuotation, PlacedName, Prose
from index.model import Sentence, Span

NAME = re.compile(r"(?:[Α-Ω][α-ω]+ )?[Α-Ω][α-ω]+")
TITLE = re.compile(r"(?:Λο|Σρ\.?) ")
SAID = re.compile(r"«(?P<direct>[^«»]+)», (?P<who>[Α-Ω]\w+) διξα|(?P<whom>[Α-Ω]\w+) διξα (?P<indirect>[^.]+)")


def placed_names(text: str, sentences: Sequence[Sentence]) -> Sequence[Sequence[PlacedName]]:
    return [tuple(names(text, (one.start, one.end))) for one in sentences]


def names(text: str, span: Span) -> Iterator[PlacedName]:
    for match in NAME.finditer(text, *span):
        title = TITLE.match(text, *match.span())
        start = title.end() if title else match.start()
        if text[start : match.end()] not in {"Λο", "Σρ"}:
            yield PlacedName(text[start : match.end()], start)


def find_quotations(prose: Prose, own: Sequence[Sentence]) -> Sequence[FoundQuotation]:
    return [_found(prose, match) for one in own for match in SAID.finditer(prose.text, one.start, one.end)]


def _found(prose: Prose, match: re.Match[str]) -> FoundQuotation:
    direct = match["direct"] is not None
    who = "who" if direct else "whom"
    start, end = match.span("direct" if direct else "indirect")
    day = prose.day_at(start)
    verb = prose.text.index("διξα", match.end(who))
    return FoundQuotation(
        start, end, match.span(who), (verb, verb + len("διξα")), match[who], None, True, direct, False, day, day, None,
        "published" if day else "unresolved",
    )  # fmt: skip

"""Sections of a statute that have a number and a title and no word before them: "2 Boundary in a river", "12.—(1) The Board".

They count where what stands below them says that they are no items of a list: a "(1)", a "2.1", a number without a stop.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

_LONGEST_TITLE = 100
"""Characters of a line that is the number and title of a section; chosen: what is longer is a paragraph."""
_FEWEST = 2
"""Sections that a text must have: one alone is an accident."""
_LOOKED_BELOW = 3
"""Lines below a title among which its first paragraph stands; chosen: a subtitle and a lead."""

_TITLED = re.compile(
    r"(?P<number>\d{1,3})(?P<letters>[A-Z]{0,2})(?P<stop>\.?)[^\S\n]+(?P<title>[^\W\d_a-z][^\n]*[^\s.,;:!?])"
)
_DASHED = re.compile(r"(?P<number>\d{1,3})(?P<letters>[A-Z]{0,2})\.?\s?[—–-]+\s?(?=\(1\)\s)")
_STOPPED = re.compile(r"(?P<number>\d{1,3})(?P<letters>[A-Z]{0,2})(?P<stop>\.)[^\S\n]+(?=[^\W\d_a-z])")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_REFERRED = re.compile(
    r"\b(?P<below>sub)?(?P<word>section|clause|regulation|rule|article)s?\s\d{1,3}[A-Z]?(?:\(\w+\))*"
    r"(?!\w|\(| (?:of|to) (?:the|that)\b)"
    r"|\bthese (?P<own>regulation|rule)s\b",
    re.IGNORECASE,
)


class _Line(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def after_blank(self) -> bool: ...
    @property
    def before(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Titled:
    """The head of such a section: its number, and what it is called by the text itself; ``inner`` is where its first paragraph
    begins in the same line, 0 where none does. ``counted`` tells that the decimals below it have its number before them, so that
    it is cited by its number alone."""

    number: str
    said: str
    inner: int = 0
    counted: bool = False
    bare: bool = False


def titled_sections(lines: Sequence[_Line]) -> Mapping[int, Titled]:
    """Return the heads of the sections that begin ``lines``, by where each begins; none where they are items of a list."""
    found = [(place, match) for place, line in enumerate(lines) if (match := _begins(line)) is not None]
    if any(match.re is _DASHED for _, match in found):
        # Those that have one paragraph begin with it: "2. In these Regulations".
        found = [(place, match) for place, line in enumerate(lines) if (match := _stopped(line)) is not None]
    runs = max(_runs(lines, found), key=len, default=[])
    dashed = [one for one in runs if one[1].re is _DASHED]
    decimal = [one for one in runs if _has_below(lines, one, f"{one[1]['number']}.1")]
    braced = [one for one in runs if _has_below(lines, one, "(1)")]
    bare = [one for one in runs if one[1].re is _TITLED and not one[1]["stop"]]
    if len(runs) < _FEWEST or not (dashed or decimal or braced or len(bare) == len(runs)):
        return {}
    said = _called(lines)
    return {
        lines[place].start: Titled(
            (match["number"] + match["letters"]).lower(),
            f"{said} {match['number']}{match['letters']}",
            inner=match.end() if match.re is _DASHED else 0,
            counted=2 * len(decimal) >= len(runs),
            bare=len(bare) == len(runs),
        )
        for place, match in runs
    }


def _begins(line: _Line) -> re.Match[str] | None:
    if not line.after_blank and line.before[-1:].isalnum() and len(line.before) > _LONGEST_TITLE:
        return None
    dashed = _DASHED.match(line.text)
    if dashed:
        return dashed
    if len(line.text) > _LONGEST_TITLE:
        return None
    titled = _TITLED.fullmatch(line.text)
    return None if titled is None or _MONTH.match(titled["title"]) else titled


def _stopped(line: _Line) -> re.Match[str] | None:
    return _DASHED.match(line.text) or _STOPPED.match(line.text)


def _runs(
    lines: Sequence[_Line], found: Sequence[tuple[int, re.Match[str]]]
) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """Yield the runs of heads whose numbers follow each other: 4, 4A, 5; some are left out of an extract, 8, 12, where a first
    paragraph stands below what follows."""
    run: list[tuple[int, re.Match[str]]] = []
    for place, match in found:
        number, letters = int(match["number"]), match["letters"]
        last = int(run[-1][1]["number"]) if run else 0
        follows = (number == last + 1 and not letters) or (
            number > last and bool(run) and _has_below(lines, (place, match), "(1)")
        )
        if run and not follows and not (number == last and letters > run[-1][1]["letters"]):
            yield run
            run = []
        run.append((place, match))
    yield run


def _has_below(lines: Sequence[_Line], head: tuple[int, re.Match[str]], begin: str) -> bool:
    place, _ = head
    below = lines[place + 1 : place + 1 + _LOOKED_BELOW]
    return any(
        line.text.startswith(begin) and not line.text[len(begin)].isdigit()
        for line in below
        if len(line.text) > len(begin)
    )


def _called(lines: Sequence[_Line]) -> str:
    """Return what the text calls its own sections where it refers to them, "Section" where it does not."""
    said: Counter[str] = Counter()
    for line in lines:
        said.update(
            (found["word"] or found["own"]).lower()
            for found in _REFERRED.finditer(line.text)
            if not found["below"]
        )
    return max(said, key=lambda word: said[word], default="section").capitalize()

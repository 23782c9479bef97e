"""The points of lists that have bullets and no numbers: people count them, and name what stands above: "Decides, point 2"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.model import Part, Span
from index.structure.lines import Line, lines_of

_BULLET = re.compile(r"[-*•–·‣▪●○■][^\S\n]+(?=\S)")
_FEWEST = 2
"""Points of a list; one bullet alone is an accident."""
_FEWEST_OF_TEXT = 3
"""Points of the one list that a text has: two bullets are often a dash before a line."""
_LONGEST_LEAD = 60
"""Characters of the line above a list that names it; chosen: a longer one is a sentence that nobody names a list by."""


@dataclass(slots=True)
class _List:
    lead: str
    """The line above the first point."""
    points: list[Span] = field(default_factory=list)

    @property
    def name(self) -> str | None:
        """What people call the list by, None where nothing names it."""
        said = self.lead.rstrip(" :")
        return said if self.lead.endswith(":") and 0 < len(said) <= _LONGEST_LEAD else None


def bulleted_points(text: str, apart: Sequence[Span]) -> tuple[Part, ...]:
    """Return the points of the one list that ``text`` has; of several those whose lists are named by the lines above them."""
    lists = list(_lists(text, lines_of(text, apart)))
    if len(lists) == 1:
        return tuple(_points(lists[0], "")) if len(lists[0].points) >= _FEWEST_OF_TEXT else ()
    return named_points(text, apart)


def named_points(text: str, apart: Sequence[Span]) -> tuple[Part, ...]:
    """Return the points of the lists of ``text`` that the lines above them name; none where two have one name."""
    named = [
        one
        for one in _lists(text, lines_of(text, apart))
        if one.name is not None and len(one.points) >= _FEWEST
    ]
    if len({one.name for one in named}) < len(named):
        return ()
    return tuple(point for one in named for point in _points(one, f"{one.name}, "))


def points_below(text: str, part: Part, apart: Sequence[Span]) -> Iterator[Part]:
    """Yield the points of the one list in ``part``, none where it has several."""
    inside = [
        (start - part.start, end - part.start)
        for start, end in apart
        if start < part.end and part.start < end
    ]
    lists = list(_lists(text[part.start : part.end], lines_of(text[part.start : part.end], inside)))
    if len(lists) == 1 and len(lists[0].points) >= _FEWEST:
        moved = _List(
            lists[0].lead, [(start + part.start, end + part.start) for start, end in lists[0].points]
        )
        yield from _points(moved, f"{part.name}, ")


def _points(one: _List, before: str) -> Iterator[Part]:
    for number, (start, end) in enumerate(one.points, 1):
        yield Part("point", start, end, f"{before}point {number}", str(number))


def _lists(text: str, lines: Iterator[Line]) -> Iterator[_List]:
    """Yield the lists of bullets; an indented line below a point goes on with it."""
    found: _List | None = None
    for line in lines:
        bullet = _BULLET.match(line.text)
        end = line.start + len(line.text)
        if bullet:
            found = found or _List(line.before)
            found.points.append((line.start + bullet.end(), end))
        elif found is not None and not line.after_blank and text[max(line.start - 1, 0)] in " \t":
            found.points[-1] = (found.points[-1][0], end)
        elif found is not None:
            yield found
            found = None
    if found is not None:
        yield found

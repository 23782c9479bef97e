"""Articles, paragraphs, points, annexes and preambles of a text: where each begins and ends, and what a person says for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from index.model import Part, Span
from index.structure.bullets import bulleted_points, named_points, points_below
from index.structure.lines import (
    ARTICLE,
    CHAPTER,
    PARAGRAPH,
    PART,
    SECTION,
    SECTION_OF_ARTICLE,
    Mark,
    lines_of,
)
from index.structure.marks import marks_of
from index.structure.preambles import BODY, DECIDERS, PARLIAMENTARY, RECALLING

_FEWEST = 2
"""Heads, paragraphs or points that a text must have: one alone is an accident."""

_LONGEST_PREAMBLE = 20_000
"""Characters before the first article; chosen: what stands further on is no preamble."""

_LONGEST_HEADING = 100
"""Characters of a line that heads what follows; chosen: a longer one is a sentence."""

_NOTES = "*†‡"
"""What a note below a page begins with."""
_BLANK = re.compile(r"\n[^\S\n]*\n")
_HEADING = re.compile(r"[^\W_a-zа-яіїєґ][^\n]*[^\s.;:,!?…\"”’)\]]")


def find_articles(text: str, apart: Sequence[Span] = ()) -> tuple[Part, ...]:
    """Return the articles and all other units of ``text``, in the order of ``Document.structure``; none where it has none.

    ``apart`` are spans whose lines are something else, such as tables.
    """
    marks = marks_of(text, apart)
    heads = [mark for mark in marks if _is_head(mark)]
    counted = [mark for mark in marks if mark.label == "paragraph"]
    if len(heads) < _FEWEST and len(counted) < _FEWEST and not any(map(_is_only_article, heads)):
        return bulleted_points(text, apart)
    own = takewhile(lambda mark: mark.label != "annex", marks)
    labelled = any(_is_labelled(mark) for mark in marks)
    operative = labelled or (
        not any(_is_head(mark) and not mark.counted for mark in own)
        and bool(RECALLING.search(text) or PARLIAMENTARY.search(text))
    )
    before = named_points(text[: marks[0].start], apart)
    # What a list of points decides before the first unit is no reason for what follows.
    marks = marks if before else _with_preamble(text, marks, operative=operative)
    parts = _parts(text, marks, operative=operative)
    with_blocks = (*before, *_with_bullets(text, tuple(_with_blocks(text, tuple(parts))), apart))
    return tuple(sorted(with_blocks, key=lambda part: (part.start, -part.end)))


def _is_head(mark: Mark) -> bool:
    return mark.rank <= SECTION_OF_ARTICLE and mark.label not in ("heading", "preamble")


def _is_only_article(mark: Mark) -> bool:
    """Tell whether a head is that of an article which may be the one that an act has."""
    return mark.label == "article" and mark.number == "1"


def _is_labelled(mark: Mark) -> bool:
    """Tell whether a mark is the label of a paragraph of a draft resolution, "OP3" or "PP2", by which it is cited."""
    return mark.through and mark.label == "paragraph"


def _with_preamble(text: str, marks: list[Mark], *, operative: bool) -> list[Mark]:
    """Put a preamble before the first unit where what stands there says why an agreement is made.

    Numbered paragraphs behind it are part of it only where something else is decided.
    """
    rank = PARAGRAPH if operative else ARTICLE
    if any(mark.label == "preamble" for mark in marks):
        return [replace(mark, rank=rank) if mark.label == "preamble" else mark for mark in marks]
    first = marks[0].start
    if first > _LONGEST_PREAMBLE:
        return marks
    for line in lines_of(text[:first], ()):
        if any(begin.match(line.text) for begin in (RECALLING, DECIDERS, BODY)):
            return [Mark("preamble", rank, line.start, "", "preamble"), *marks]
    if _is_labelled(marks[0]) and marks[0].rank > PARAGRAPH:
        return [Mark("preamble", rank, first, "", "preamble"), *marks]
    return marks


def _parts(text: str, marks: Sequence[Mark], *, operative: bool) -> Iterator[Part]:
    held: list[tuple[Mark, str]] = []
    has_articles = any(mark.label == "article" for mark in marks)
    for mark, end in zip(marks, _ends(text, marks), strict=True):
        while held and held[-1][0].rank >= mark.rank:
            held.pop()
        name = _name(mark, held, operative=operative, has_articles=has_articles)
        yield Part(mark.label, mark.start, end, name, mark.number)
        held.append((mark, name))


def _ends(text: str, marks: Sequence[Mark]) -> list[int]:
    ends = [len(text)] * len(marks)
    held: list[int] = []
    for place, mark in enumerate(marks):
        while held and marks[held[-1]].rank >= mark.rank:
            ends[held.pop()] = mark.start
        held.append(place)
    between = [
        text[mark.start : end].rstrip() for mark, end in zip(marks, ends, strict=True) if end < len(text)
    ]
    # What stands behind the last of several points of a paragraph each is no part of it.
    if all(mark.rank >= PARAGRAPH for mark in marks) and not any(map(_BLANK.search, between)):
        blank = _BLANK.search(text, marks[-1].start)
        ends = [min(end, blank.start()) if blank else end for end in ends]
    return [_without_headings(text, mark.start, end) for mark, end in zip(marks, ends, strict=True)]


def _without_headings(text: str, start: int, end: int) -> int:
    """Return where a unit ends whose words go to ``end``: before a heading of what follows that has no number."""
    last = start + len(text[start:end].rstrip())
    if end == len(text):
        return last
    blocks = list(_blocks(text, start, last))
    headings = takewhile(lambda block: _is_heading(text[slice(*block)]), reversed(blocks))
    kept = len(blocks) - sum(1 for _ in headings)
    # A list may have no stops: then nothing tells a heading from its last item.
    if 0 < kept < len(blocks) and text[blocks[kept - 1][1] - 1] in '.;!?…”"':
        return blocks[kept - 1][1]
    return last


def _is_heading(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and _HEADING.fullmatch(words) is not None


def _with_blocks(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts and, for articles whose paragraphs have no numbers, each paragraph by its place; so for a preamble,
    whose paragraphs begin with what is recalled."""
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        yield part
        if part.label == "preamble" and (following is None or following.start >= part.end):
            recalled = [
                span for span in _blocks(text, part.start, part.end) if RECALLING.match(text, span[0])
            ]
            for number, (start, end) in enumerate(recalled, 1):
                if (start, end) != (part.start, part.end):
                    yield Part("paragraph", start, end, f"preamble, paragraph {number}", str(number))
        if part.label == "article" and (following is None or following.start >= part.end):
            blocks = [
                (start, end)
                for start, end in _blocks(text, part.start, part.end)
                if text[end - 1] in '.;:!?,”"' and text[start] not in _NOTES
            ]
            for number, (start, end) in enumerate(blocks, 1):
                name = part.name if len(blocks) == 1 else f"{part.name}, paragraph {number}"
                if start > part.start:
                    yield Part("paragraph", start, end, name, str(number))


def _with_bullets(text: str, parts: Sequence[Part], apart: Sequence[Span]) -> Iterator[Part]:
    """Yield the parts and, below each that holds no other, the points of the one list without numbers in it."""
    starts = [part.start for part in parts]
    apart = sorted(apart)
    for place, part in enumerate(parts):
        yield part
        holds = place + 1 < len(parts) and starts[place + 1] < part.end
        if not holds and part.label not in ("heading", "preamble"):
            yield from points_below(text, part, apart)


def _blocks(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs of the words from ``start`` to ``end``."""
    for blank in (*_BLANK.finditer(text, start, end), None):
        last = blank.start() if blank else end
        found = text[start:last]
        if found.strip():
            yield start + len(found) - len(found.lstrip()), start + len(found.rstrip())
        start = blank.end() if blank else last


def _name(mark: Mark, held: Sequence[tuple[Mark, str]], *, operative: bool, has_articles: bool) -> str:
    if mark.label == "preamble" or _is_labelled(mark):
        return mark.said
    above, around = held[-1] if held else (None, "")
    if mark.decimal and mark.said == mark.number:
        annex = next((name for one, name in held if one.label == "annex"), "")
        return f"{annex}, paragraph {mark.number}" if annex else f"paragraph {mark.number}"
    if mark.rank < PARAGRAPH and not (mark.label == "paragraph" and mark.rank == SECTION_OF_ARTICLE):
        return _name_of_head(mark, held)
    if above is not None and above.label == "preamble" and mark.label == "paragraph":
        return f"recital {mark.number}"
    if above is None or above.label == "heading":
        return f"operative paragraph {_shown(mark)}" if operative else f"point {_shown(mark)}"
    if above.rank < SECTION or (above.rank == SECTION and not _is_cited(above, held, has_articles)):
        return f"{around}, {'point' if mark.label == 'point' else 'paragraph'} {_shown(mark)}"
    return around + mark.said


def _shown(mark: Mark) -> str:
    """Return the number of a paragraph as it is written, where it is a letter."""
    said = mark.said.strip("()")
    return said if said.lower() == mark.number else mark.number


def _name_of_head(mark: Mark, held: Sequence[tuple[Mark, str]]) -> str:
    if mark.rank == SECTION_OF_ARTICLE:
        holds = [
            name for above, name in held if above.rank == ARTICLE or (mark.counted and above.rank == SECTION)
        ]
    else:
        holds = [
            name
            for above, name in held
            if above.label == "annex"
            or (
                mark.label != "article"
                and "." not in mark.number
                and not mark.through
                and above.rank in (PART, CHAPTER)
            )
        ]
    if not holds:
        return mark.said
    return f"{holds[-1]}, {mark.said if mark.label == 'article' else mark.said[0].lower() + mark.said[1:]}"


def _is_cited(section: Mark, held: Sequence[tuple[Mark, str]], has_articles: bool) -> bool:
    """Tell whether a section is what people cite with its paragraphs: Section 2.3(a), and Section 3(a) of a text that has no
    articles."""
    if "." in section.number:
        return True
    return not (has_articles or section.counted or any(above.label == "annex" for above, _ in held))

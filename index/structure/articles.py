"""Articles, paragraphs, points, annexes and preambles, found by how the lines of a text begin.

A line that begins with "Article 5" is the head of an article where nothing speaks for a sentence about one: the number ends
the line, or is followed by a stop, a dash or a title. Numbers of paragraphs and points count only in their order, so that
"12. June" is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.model import Part, PartLabel, Span
from index.structure.numbers import ROMAN, WORDS, plain_number
from index.structure.units import LABELS, PREAMBLES, SHORT

_RANKS: dict[PartLabel, int] = {
    "annex": 0, "preamble": 4, "heading": 0, "part": 1, "chapter": 2, "section": 3, "article": 4, "paragraph": 5, "point": 6,
}  # fmt: skip
_SUB_POINT = 7
"""The rank of "(i)" under "(a)": below every other."""
_LONGEST_HEAD = 160
"""Characters of a line that is a head without a text; a longer one is a sentence."""

_LONGEST_TITLE = 60
"""Characters of a line that is taken for the title of an article where the first paragraph follows."""

_LONGEST_TITLED_HEAD = 50
"""Characters of a head with its title that is a line of its own; chosen: a longer title goes on in the next line."""

_FEWEST = 2
"""Heads, paragraphs or points that a text must have: one alone is an accident."""

_LONGEST_PREAMBLE = 20_000
"""Characters before the first article; chosen: what stands further on is no preamble."""


def _spelt(words: Sequence[str]) -> str:
    return "|".join(re.escape(form) for word in words for form in (word.capitalize(), word.upper()))


_NUMBER = rf"\d{{1,4}}(?:\s?(?:bis|ter|quater)|[A-Za-z](?![A-Za-z]))?|{ROMAN}|[A-ZА-ЯІЇЄ]|(?:{_spelt(tuple(WORDS))})"
_HEAD = re.compile(
    rf"(?P<word>{_spelt((*LABELS, *SHORT))})(?:\.|\b)[^\S\n]*(?:№\s?)?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})+|{_NUMBER})(?![\w(])(?P<rest>.*)"
)
_HEAD_REST = re.compile(r"\s*(?:$|[.:–—-]|\([^\W\d_]{3}|[^\W\d_a-zа-яіїєґ])")
_ANNEX_ALONE = re.compile(rf"(?P<word>{_spelt(('annex', 'appendix', 'додаток', 'приложение'))})\s*$")
_ANNEX_TO = re.compile(r"\s+(?:to|of|до|к)\s[^.]{3,80}$")
_PREAMBLE = re.compile(rf"(?:{_spelt(PREAMBLES)})\s*[:.]?\s*$")
_WHEREAS = re.compile(r"(?:Whereas|WHEREAS|Considering that|In Erwägung nachstehender Gründe)\s*[:,]?\s*$")
_CLOSING = re.compile(r"(?:IN WITNESS WHEREOF|In witness whereof|DONE (?:at|in)|Done (?:at|in) )")
_CAPITAL = re.compile(rf"(?P<number>[A-HJ-Z]|{ROMAN})\.[^\S\n]+(?=[^\W\d_a-z])")
_DECIMAL = re.compile(r"(?P<head>\d{1,3})\.(?P<number>\d{1,3})(?P<more>(?:\.\d{1,3})*)\.?[^\S\n]+(?=\S)")
_COUNTED = re.compile(
    r"(?:(?P<number>\d{1,3})[.)]|\((?P<braced>\d{1,3})\)|(?P<unit>[Pp]oint|[Pp]aragraph|[Пп]ункт)\s(?P<said>\d{1,3})[.:])[^\S\n]+(?=\S)"
)
_LETTERED = re.compile(r"(?:\((?P<braced>[a-zа-яіїєґ]{1,5})\)|(?P<letter>[a-zа-яіїєґ]{1,2})\))[^\S\n]+(?=\S)")
_BULLET = re.compile(r"[-*•–·][^\S\n]+(?=\S)")
_RECALLING = re.compile(
    r"(?:Recalling|Reaffirming|Noting|Having|Welcoming|Recognizing|Recognising|Expressing|Bearing in mind|Convinced|Deeply|"
    r"Determined|Considering|Acting under|Guided by|Mindful|Emphasizing|Stressing|Gravely|Alarmed|Affirming|Condemning|"
    r"Desiring|Desirous|Wishing|Aware of|Anxious|Resolved)\b"
)
_DECIDERS = re.compile(
    r"The (?:Parties|High Contracting|Contracting|Security Council|General Assembly|Governments? of)\b"
)
_BODY = re.compile(r"The [A-Z]\w+(?: (?:of |the )*[A-Z]\w+){0,4},")
"""The line of a resolution that names who decides."""
_BLANK = re.compile(r"\n[^\S\n]*\n")
_FIRST = re.compile(r"\(?[1aа][.)]|\d{1,3}\.1\b")
_STOPPED = re.compile(r"[.;:!?]\s*$|\b(?:and|or|і|и)\s*$")
_ENDED = re.compile(r"[.;:!?,”\"]\s*$|\b(?:and|or|і|и)\s*$")


@dataclass(frozen=True, slots=True)
class _Mark:
    """The beginning of a unit: what it is, where it starts, its number, and what is said for it."""

    label: PartLabel
    rank: int
    start: int
    number: str
    said: str
    decimal: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    after_blank: bool
    before: str


def find_articles(text: str, apart: Sequence[Span] = ()) -> tuple[Part, ...]:
    """Return the articles and all other units of ``text``, in the order of ``Document.structure``; none where it has none.

    ``apart`` are spans whose lines are something else, such as tables.
    """
    marks = _marks(text, apart)
    heads = [
        mark for mark in marks if mark.rank <= _RANKS["article"] and mark.label not in ("heading", "preamble")
    ]
    counted = [mark for mark in marks if mark.label == "paragraph"]
    if len(heads) < _FEWEST and len(counted) < _FEWEST:
        return _bullets(text, apart)
    operative = all(mark.label == "annex" for mark in heads) and _RECALLING.search(text) is not None
    marks = _with_preamble(text, marks, operative=operative)
    parts = _parts(text, marks, operative=operative)
    return tuple(sorted(_with_blocks(text, tuple(parts)), key=lambda part: (part.start, -part.end)))


def begins_unit(line: str, before: str, headed: bool = False) -> bool:
    """Tell whether ``line`` is where a new paragraph begins behind the line ``before``: by the number that it begins with, or
    because ``before`` is the head of an article or annex, or its title, which ``headed`` says: a head stands before it."""
    if (
        is_head_alone(before)
        or (headed and _is_title(before) and line[:1].isupper())
        or (before.endswith(",") and _RECALLING.match(line))
        or _BODY.fullmatch(line)
        or _PREAMBLE.match(line)
        or _ANNEX_ALONE.match(line)
    ):
        return True
    head = _HEAD.match(line)
    if head and line.isupper() and is_head_alone(line):
        return True
    begins = head is not None and (_HEAD_REST.match(head["rest"]) or _ANNEX_TO.match(head["rest"]))
    if begins and (_ENDED.search(before) or before.isupper()):
        return True
    if line[:1].isupper() and _is_titled_head(before):
        return True
    counted = _COUNTED.match(line) or _DECIMAL.match(line) or _LETTERED.match(line)
    if counted is None:
        return False
    if _STOPPED.search(before):
        return True
    # The last recital of a resolution ends with a comma before its first operative paragraph.
    return (_is_title(before) or before.endswith(",")) and _FIRST.match(line) is not None


def _is_title(line: str) -> bool:
    return line[:1].isupper() and len(line) <= _LONGEST_TITLE and line[-1] not in ".,;:!?"


def _is_titled_head(line: str) -> bool:
    """Tell whether a line is the head of an article with its title: "Section 2.3 Works"."""
    head = _HEAD.match(line)
    if head is None or len(line) > _LONGEST_TITLED_HEAD or not _is_title(line):
        return False
    return "." in head["number"] and _HEAD_REST.match(head["rest"]) is not None


def is_head_alone(line: str) -> bool:
    """Tell whether a line is the head of an article or an annex and nothing else."""
    if _PREAMBLE.match(line) or _ANNEX_ALONE.match(line):
        return True
    head = _HEAD.match(line)
    return head is not None and not head["rest"].strip(" .:–—-") and len(line) < _LONGEST_HEAD


def _lines(text: str, apart: Sequence[Span]) -> Iterator[_Line]:
    start, blank, before = 0, True, ""
    taken = iter(sorted(apart))
    span = next(taken, None)
    for whole in text.split("\n"):
        line = whole.strip()
        at = start + len(whole) - len(whole.lstrip())
        while span is not None and span[1] <= at:
            span = next(taken, None)
        if not line:
            blank = True
        elif span is None or at < span[0]:
            yield _Line(at, line, blank, before)
            blank, before = False, line
        start += len(whole) + 1


def _marks(text: str, apart: Sequence[Span]) -> list[_Mark]:
    marks: list[_Mark] = []
    counting = _Counting()
    for line in _lines(text, apart):
        mark = _head(line, marks) or counting.mark(line, marks)
        if mark is not None:
            marks.append(mark)
            counting.saw(mark)
    return marks


def _head(line: _Line, marks: Sequence[_Mark]) -> _Mark | None:
    """Return the head of an article or of something that holds articles, None for any other line."""
    if not (line.after_blank or _ENDED.search(line.before) or len(line.before) < _LONGEST_HEAD // 2):
        return None
    if _PREAMBLE.match(line.text):
        return _Mark("preamble", _RANKS["preamble"], line.start, "", "preamble")
    if not marks and _WHEREAS.match(line.text):
        return _Mark("preamble", _RANKS["preamble"], line.start, "", "preamble")
    if marks and line.after_blank and _CLOSING.match(line.text):
        return _Mark("heading", 0, line.start, "", "closing formula")
    alone = _ANNEX_ALONE.match(line.text)
    if alone:
        return _Mark("annex", 0, line.start, "", alone["word"].capitalize())
    found = _HEAD.match(line.text)
    if found is None:
        return None
    word = found["word"].lower()
    label = LABELS[SHORT.get(word, word)]
    rest = found["rest"]
    if not (_HEAD_REST.match(rest) or (label == "annex" and _ANNEX_TO.match(rest))):
        return None
    if len(line.text) > _LONGEST_HEAD and not re.match(r"\s*[.:–—-]", rest):
        return None
    number = found["number"]
    rank = _RANKS[label]
    if (
        label == "annex"
        and word != "annex"
        and any(mark.label == "annex" and mark.rank == 0 for mark in marks)
    ):
        # An appendix to an annex stands in it.
        rank += _ANNEX_TO.match(rest) is not None and " annex" in rest.lower()
    said = SHORT.get(word, word).capitalize()
    shown = number.capitalize() if number.lower() in WORDS else number
    return _Mark(label, rank, line.start, plain_number(number), f"{said} {shown}")


class _Counting:
    """Tells numbers of paragraphs and points from others by their order."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}
        self._letter = ""
        self._lettered_rank = _RANKS["point"]

    def saw(self, mark: _Mark) -> None:
        """Begin anew below ``mark``."""
        for rank in [rank for rank in self._last if rank > mark.rank and mark.rank < 3]:
            del self._last[rank]
        if mark.rank < _RANKS["point"]:
            self._letter = ""

    def mark(self, line: _Line, marks: Sequence[_Mark]) -> _Mark | None:
        """Return the beginning of a paragraph, a point or a lettered section, None for any other line."""
        return (
            self._decimal(line, marks) or self._counted(line) or self._lettered(line) or self._capital(line)
        )

    def _counted(self, line: _Line) -> _Mark | None:
        found = _COUNTED.match(line.text)
        if found is None:
            return None
        number = int(found["number"] or found["braced"] or found["said"])
        last = self._last.get(5, 0)
        if number != 1 and number != last + 1:
            return None
        self._last[5] = number
        is_point = (found["unit"] or "paragraph").lower() != "paragraph"
        return _Mark("point" if is_point else "paragraph", 5, line.start, str(number), f"({number})")

    def _decimal(self, line: _Line, marks: Sequence[_Mark]) -> _Mark | None:
        found = _DECIMAL.match(line.text)
        if found is None:
            return None
        above = next((mark for mark in reversed(marks) if mark.rank <= 4 or not mark.decimal), None)
        number = found["number"] + found["more"]
        if above is not None and above.number.startswith(f"{found['head']}."):
            # Under "Section 2.3" stands "2.3.1".
            before = above.number.removeprefix(f"{found['head']}.") + "."
            if not number.startswith(before):
                return None
            number = number.removeprefix(before)
        elif above is None or above.number != found["head"]:
            return None
        rank = 5 if above.rank <= 4 else 6
        said = f".{number}" if above.said.endswith((found["head"], ")")) else f"({number})"
        return _Mark("paragraph" if rank == 5 else "point", rank, line.start, number, said, decimal=True)

    def _lettered(self, line: _Line) -> _Mark | None:
        found = _LETTERED.match(line.text)
        if found is None:
            return None
        letter = found["braced"] or found["letter"]
        sub = letter in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x") and not (
            len(letter) == 1 and self._letter and ord(letter) == ord(self._letter[-1]) + 1
        )
        if not sub:
            if len(letter) > 2 or (letter not in ("a", "а") and not self._letter):
                return None
            self._letter = letter
            return _Mark("point", _RANKS["point"], line.start, letter, f"({letter})")
        rank = _SUB_POINT if self._letter else _RANKS["point"]
        return _Mark("point", rank, line.start, letter, f"({letter})")

    def _capital(self, line: _Line) -> _Mark | None:
        found = _CAPITAL.match(line.text)
        if (
            found is None
            or len(line.text) > _LONGEST_HEAD
            or line.text.endswith((".", ",", ";"))
            or not line.after_blank
        ):
            return None
        written = found["number"]
        number = (
            int(plain_number(written)) if plain_number(written).isdigit() else ord(written) - ord("A") + 1
        )
        if (
            number != 1
            and number != self._last.get(3, 0) + 1
            and ord(written[0]) - ord("A") != self._last.get(3, 0)
        ):
            return None
        self._last[3] = number
        return _Mark("section", 3, line.start, plain_number(written), f"Section {written}")


def _with_preamble(text: str, marks: list[_Mark], *, operative: bool) -> list[_Mark]:
    """Put a preamble before the first unit where what stands there says why an agreement is made.

    Numbered paragraphs behind it are part of it only where something else is decided.
    """
    rank = _RANKS["paragraph"] if operative else _RANKS["preamble"]
    if any(mark.label == "preamble" for mark in marks):
        return [replace(mark, rank=rank) if mark.label == "preamble" else mark for mark in marks]
    first = marks[0].start
    if first > _LONGEST_PREAMBLE:
        return marks
    for line in _lines(text[:first], ()):
        if any(begin.match(line.text) for begin in (_RECALLING, _DECIDERS, _BODY)):
            return [_Mark("preamble", rank, line.start, "", "preamble"), *marks]
    return marks


def _parts(text: str, marks: Sequence[_Mark], *, operative: bool) -> Iterator[Part]:
    held: list[tuple[_Mark, str]] = []
    for mark, end in zip(marks, _ends(text, marks), strict=True):
        while held and held[-1][0].rank >= mark.rank:
            held.pop()
        name = _name(mark, held, operative=operative)
        yield Part(mark.label, mark.start, end, name, mark.number)
        held.append((mark, name))


def _ends(text: str, marks: Sequence[_Mark]) -> list[int]:
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
    if all(mark.rank >= _RANKS["paragraph"] for mark in marks) and not any(map(_BLANK.search, between)):
        blank = _BLANK.search(text, marks[-1].start)
        ends = [min(end, blank.start()) if blank else end for end in ends]
    return [mark.start + len(text[mark.start : end].rstrip()) for mark, end in zip(marks, ends, strict=True)]


def _with_blocks(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts and, for articles whose paragraphs have no numbers, each paragraph by its place; so for a preamble,
    whose paragraphs begin with what is recalled."""
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        yield part
        if part.label == "preamble" and (following is None or following.start >= part.end):
            recalled = [span for span in _blocks(text, part) if _RECALLING.match(text, span[0])]
            for number, (start, end) in enumerate(recalled, 1):
                if (start, end) != (part.start, part.end):
                    yield Part("paragraph", start, end, f"preamble, paragraph {number}", str(number))
        if part.label == "article" and (following is None or following.start >= part.end):
            blocks = [span for span in _blocks(text, part) if text[span[1] - 1] in '.;:!?,”"']
            for number, (start, end) in enumerate(blocks, 1):
                name = part.name if len(blocks) == 1 else f"{part.name}, paragraph {number}"
                if start > part.start:
                    yield Part("paragraph", start, end, name, str(number))


def _blocks(text: str, part: Part) -> Iterator[Span]:
    start = part.start
    for blank in (*_BLANK.finditer(text, part.start, part.end), None):
        end = blank.start() if blank else part.end
        found = text[start:end]
        if found.strip():
            yield start + len(found) - len(found.lstrip()), start + len(found.rstrip())
        start = blank.end() if blank else end


def _name(mark: _Mark, held: Sequence[tuple[_Mark, str]], *, operative: bool) -> str:
    if mark.label == "preamble":
        return mark.said
    if mark.rank <= 4:
        around = [
            name
            for above, name in held
            if above.label == "annex"
            or (mark.label != "article" and "." not in mark.number and above.rank in (1, 2))
        ]
        said = mark.said if not around or mark.label == "article" else mark.said[0].lower() + mark.said[1:]
        return f"{around[-1]}, {said}" if around else said
    above = held[-1] if held else None
    if above is not None and above[0].label == "preamble" and mark.label == "paragraph":
        return f"recital {mark.number}"
    if above is None or (above[0].rank < 4 and above[0].label == "heading"):
        return f"operative paragraph {mark.number}" if operative else f"point {mark.number}"
    if above[0].rank < 4 and "." not in above[0].number:
        return f"{above[1]}, {'point' if mark.label == 'point' else 'paragraph'} {mark.number}"
    return above[1] + mark.said


def _bullets(text: str, apart: Sequence[Span]) -> tuple[Part, ...]:
    """Return the points of the one list without numbers that a text has: people count them."""
    found: list[Span] = []
    groups = 0
    inside = False
    for line in _lines(text, apart):
        bullet = _BULLET.match(line.text)
        if bullet:
            groups += not inside
            found.append((line.start + bullet.end(), line.start + len(line.text)))
        inside = bullet is not None
    if groups != 1 or len(found) < _FEWEST + 1:
        return ()
    return tuple(
        Part("point", start, end, f"point {number}", str(number))
        for number, (start, end) in enumerate(found, 1)
    )

"""The lines of a text that begin an article, a paragraph, a point or another unit, told by how they begin.

A line that begins with "Article 5" is the head of an article where nothing speaks for a sentence about one: the number ends
the line, or is followed by a stop, a dash or a title. Numbers of paragraphs and points count only in their order, so that
"12. June" is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from index.model import PartLabel, Span
from index.structure.numbers import NAMED, ROMAN, WORDS, plain_number
from index.structure.titled import Titled, titled_sections
from index.structure.units import LABELS, PREAMBLES, SHORT

ANNEX, PART, CHAPTER, SECTION, ARTICLE, SECTION_OF_ARTICLE, PARAGRAPH, POINT = range(8)
"""Ranks of units: one holds those of the ranks below it. Points of points have the ranks that follow."""

RANKS: Mapping[PartLabel, int] = {
    "annex": ANNEX, "preamble": ARTICLE, "heading": ANNEX, "part": PART, "chapter": CHAPTER, "section": SECTION,
    "article": ARTICLE, "paragraph": PARAGRAPH, "point": POINT,
}  # fmt: skip
"""The rank of each label."""
LONGEST_HEAD = 160
"""Characters of a line that is a head without a text; a longer one is a sentence."""

_LONGEST_TITLE = 60
"""Characters of a line that is taken for the title of an article where the first paragraph follows."""

_LONGEST_TITLED_HEAD = 50
"""Characters of a head with its title that is a line of its own; chosen: a longer title goes on in the next line."""


def _spelt(words: Sequence[str]) -> str:
    return "|".join(re.escape(form) for word in words for form in (word.capitalize(), word.upper()))


_NUMBER = (
    rf"\d{{1,4}}(?:\s?(?:bis|ter|quater)|[A-Za-z](?![A-Za-z])|[ºª°])?|{ROMAN}|[A-ZА-ЯІЇЄ]"
    rf"|(?:{_spelt(tuple(WORDS))})|(?:{'|'.join((*NAMED, *map(str.upper, NAMED)))})"
)
_HEAD = re.compile(
    rf"(?P<word>{_spelt((*LABELS, *SHORT))}|§§?)(?:\.|\b|(?<=§))[^\S\n]*(?:№\s?)?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})+|{_NUMBER})(?![\w(])(?P<rest>.*)"
)
_HEAD_REST = re.compile(r"\s*(?:$|[.:–—-]|\([^\W\d_]{3}|[^\W\d_a-zа-яіїєґ])")
_ANNEX_ALONE = re.compile(
    rf"(?P<word>{_spelt(('annex', 'annexe', 'anhang', 'anlage', 'anexo', 'appendix', 'додаток', 'приложение'))})\s*$"
)
_ANNEX_TITLED = re.compile(
    r"(?P<word>Annex|ANNEX|Appendix|APPENDIX|Schedule|SCHEDULE)\s?[:–—-]\s+[^\W\d_a-z][^.;]{2,80}$"
)
"""The head of the one annex of a text, with its title: "Annex: Harbours"."""
_TITLED_PARAGRAPH = re.compile(r"[Pp]aragraph\s(?P<number>\d{1,3})\s?[:.–—-]\s+[^\W\d_a-z][^.;:!?]{2,80}$")
"""A paragraph that has a title and holds others: "Paragraph 2: Inspectors"."""
_ANNEX_OF = re.compile(
    r"(?P<word>SCHEDULE|ANNEX|APPENDIX)\s+(?:Regulation|Section|Article|Rule|Clause)s?\s\d[\w().]{0,10}$"
)
"""The head of the one schedule of an instrument, beside what it belongs to."""
_ANNEX_TO = re.compile(r"\s+(?:to|of|до|к)\s[^.]{3,80}$")
_PREAMBLE = re.compile(rf"(?:{_spelt(PREAMBLES)})\s*[:.]?\s*$")
_WHEREAS = re.compile(r"(?:Whereas|WHEREAS|Considering that|In Erwägung nachstehender Gründe)\s*[:,]?\s*$")
_CLOSING = re.compile(r"(?:IN WITNESS WHEREOF|In witness whereof|DONE (?:at|in)|Done (?:at|in) )")
_CAPITAL = re.compile(rf"(?P<number>[A-HJ-Z]|{ROMAN})\.[^\S\n]+(?=[^\W\d_a-z])")
_DECIMAL = re.compile(r"(?P<head>\d{1,3})\.(?P<number>\d{1,3})(?P<more>(?:\.\d{1,3})*)\.?[^\S\n]+(?=\S)")
_COUNTED = re.compile(
    r"(?:(?P<number>\d{1,3})[.)]|\((?P<braced>\d{1,3})\)|(?P<unit>[Pp]oint|[Pp]aragraph|[Пп]ункт)\s(?P<said>\d{1,3})[.:])[^\S\n]+(?=\S)"
)
_LETTERED = re.compile(
    r"(?:\((?P<braced>[a-zа-яіїєґ]{1,5})\)|(?P<letter>[a-zа-яіїєґ]{1,2})\)|(?P<dotted>[a-z])\.)[^\S\n]+(?=\S)"
)
_BARE = re.compile(r"(?P<number>\d{1,3})[^\S\n]+(?=[^\W\d_a-z])")
_SMALL_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
RECALLING = re.compile(
    r"(?:Acknowledging|Acting under|Affirming|Alarmed|Anxious|Appalled|Appreciating|Aware of|Bearing in mind|Believing|Commending"
    r"|Concerned|Condemning|Confident|Confirming|Conscious|Considering|Convinced|Deeply|Deploring|Desiring|Desirous|Determined"
    r"|Determining|Disturbed|Emphasi[sz]ing|Encouraged|Expressing|Fully|Gravely|Guided by|Having|Inspired|Mindful|Noting"
    r"|Observing|Paying tribute|Pursuant to|Reaffirming|Recalling|Recogni[sz]ing|Regretting|Reiterating|Resolved|Seeking"
    r"|Stressing|Taking (?:account|into|note)|Underlining|Underscoring|Welcoming|Wishing)\b"
)
"""How the paragraphs of a preamble begin, which say why an agreement is made."""
DECIDERS = re.compile(
    r"(?:The (?:Parties|Contracting|High Contracting|States Parties|Security Council|General Assembly|Governments? of)"
    r"|Die (?:Hohen )?Vertrag(?:s|schließenden )?[Pp]arteien|Les (?:Hautes )?Parties|Las (?:Altas )?Partes"
    r"|Сторони|Стороны|Високі Договірні|Высокие Договаривающиеся|Договаривающиеся)\b"
)
"""How the line begins that names who decides."""
BODY = re.compile(r"The [A-Z]\w+(?: (?:of |the )*[A-Z]\w+){0,4},")
"""The line of a resolution that names who decides."""
_FIRST = re.compile(r"\(?[1aа][.)]|\d{1,3}\.1\b")
_STOPPED = re.compile(r"[.;:!?—]\s*$|\b(?:and|or|і|и)\s*$")
_ENDED = re.compile(r"[.;:!?,”\"]\s*$|\b(?:and|or|і|и)\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of a unit: what it is, where it starts, its number, and what is said for it.

    ``counted`` tells that it has no word before its number, as "A. Cargoes"; ``decimal`` that its number has a stop in it;
    ``through`` that its number counts through the whole text, so that no part or chapter is named with it.
    """

    label: PartLabel
    rank: int
    start: int
    number: str
    said: str
    decimal: bool = False
    counted: bool = False
    through: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without the spaces around it, with the one before it that is not empty."""

    start: int
    text: str
    after_blank: bool
    before: str


def lines_of(text: str, apart: Sequence[Span]) -> Iterator[Line]:
    """Yield the lines of ``text`` that are not empty and do not begin in the spans ``apart``."""
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
            yield Line(at, line, blank, before)
            blank, before = False, line
        start += len(whole) + 1


def marks_of(text: str, apart: Sequence[Span]) -> list[Mark]:
    """Return the beginnings of the units of ``text``; what begins in the spans ``apart`` is none."""
    lines = list(lines_of(text, apart))
    marks = _marks(lines, {})
    own = list(takewhile(lambda mark: mark.label != "annex", marks))
    if not any(
        mark.rank in (SECTION, ARTICLE) and not mark.counted and mark.said != "preamble" for mark in own
    ):
        annex = next((mark.start for mark in marks if mark.label == "annex"), len(text))
        titled = titled_sections([line for line in lines if line.start < annex])
        marks = _marks(lines, titled) if titled else marks
    return _with_sections_of_articles(text, marks)


def _marks(lines: Sequence[Line], titled: Mapping[int, Titled]) -> list[Mark]:
    marks: list[Mark] = []
    counting = _Counting(titled)
    for line in lines:
        found = _titled(line, titled) or [_head(line, marks) or counting.mark(line, marks)]
        for mark in filter(None, found):
            marks.append(mark)
            counting.saw(mark)
    return marks


def _titled(line: Line, titled: Mapping[int, Titled]) -> Sequence[Mark | None]:
    """Return the head of a section that has a number and a title alone, and of the paragraph that begins in the same line."""
    head = titled.get(line.start)
    if head is None or head.counted:
        return []
    label = LABELS[head.said.split()[0].lower()]
    section = Mark(label, RANKS[label], line.start, head.number, head.said, through=True)
    if not head.inner:
        return [section]
    return [section, Mark("paragraph", PARAGRAPH, line.start + head.inner, "1", "(1)")]


def begins_unit(line: str, before: str, headed: bool = False) -> bool:
    """Tell whether ``line`` is where a new paragraph begins behind the line ``before``: by the number that it begins with, or
    because ``before`` is the head of an article or annex, or its title, which ``headed`` says: a head stands before it."""
    if (
        is_head_alone(before)
        or (headed and _is_title(before) and line[:1].isupper())
        or (before.endswith(",") and RECALLING.match(line))
        or BODY.fullmatch(line)
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
    if _STOPPED.search(before) or (line.isupper() and _is_title(before)) or _is_headed(before):
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


def _is_headed(line: str) -> bool:
    """Tell whether a line is the head of a part or a chapter with its title: "Part 2 – Proceedings"."""
    head = _HEAD.match(line)
    return head is not None and _is_title(line) and _HEAD_REST.match(head["rest"]) is not None


def is_head_alone(line: str) -> bool:
    """Tell whether a line is the head of an article or an annex and nothing else."""
    if _PREAMBLE.match(line) or _ANNEX_ALONE.match(line):
        return True
    head = _HEAD.match(line)
    return head is not None and not head["rest"].strip(" .:–—-") and len(line) < LONGEST_HEAD


def _head(line: Line, marks: Sequence[Mark]) -> Mark | None:
    """Return the head of an article or of something that holds articles, None for any other line."""
    if not (line.after_blank or _ENDED.search(line.before) or len(line.before) < LONGEST_HEAD // 2):
        return None
    if _PREAMBLE.match(line.text):
        return Mark("preamble", RANKS["preamble"], line.start, "", "preamble")
    if not marks and _WHEREAS.match(line.text):
        return Mark("preamble", RANKS["preamble"], line.start, "", "preamble")
    if marks and line.after_blank and _CLOSING.match(line.text):
        return Mark("heading", RANKS["heading"], line.start, "", "closing formula")
    titled = _TITLED_PARAGRAPH.match(line.text) if line.after_blank else None
    if titled:
        number = titled["number"]
        return Mark("paragraph", ARTICLE, line.start, number, f"Paragraph {number}")
    alone = (
        _ANNEX_ALONE.match(line.text)
        or _ANNEX_OF.match(line.text)
        or (_ANNEX_TITLED.match(line.text) if line.after_blank else None)
    )
    if alone:
        return Mark("annex", ANNEX, line.start, "", alone["word"].capitalize())
    found = _HEAD.match(line.text)
    if found is None:
        return None
    word = found["word"].lower().rstrip("§") or "section"
    label = LABELS[SHORT.get(word, word)]
    rest = found["rest"]
    if not (_HEAD_REST.match(rest) or (label == "annex" and _ANNEX_TO.match(rest))):
        return None
    if len(line.text) > LONGEST_HEAD and not re.match(r"\s*[.:–—-]", rest):
        return None
    number = found["number"]
    rank = RANKS[label]
    if (
        label == "annex"
        and word != "annex"
        and any(mark.rank == ANNEX and mark.label == label for mark in marks)
    ):
        # An appendix to an annex stands in it.
        rank += _ANNEX_TO.match(rest) is not None and " annex" in rest.lower()
    said = "§" if "§" in found["word"] else SHORT.get(word, word).capitalize()
    shown = number.capitalize() if number.lower() in WORDS else number.rstrip("ºª°")
    return Mark(label, rank, line.start, plain_number(number), f"{said} {shown}")


def _with_sections_of_articles(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks, sections below articles where articles are divided into them: where the first of them follow the heads of
    articles, and no article follows the head of a section."""
    sections = [
        place
        for place, mark in enumerate(marks)
        if mark.rank == SECTION and not mark.counted and mark.number == "1" and place
    ]
    inside = [
        place
        for place in sections
        if marks[place - 1].rank == ARTICLE and _is_short(text[marks[place - 1].start : marks[place].start])
    ]
    if not inside or 2 * len(inside) <= len(sections):
        return marks
    return [
        replace(mark, rank=SECTION_OF_ARTICLE) if mark.rank == SECTION and not mark.counted else mark
        for mark in marks
    ]


def _is_short(between: str) -> bool:
    return len(between.strip()) <= LONGEST_HEAD


def _follows(last: Sequence[int], number: Sequence[int]) -> bool:
    """Tell whether decimals are those that follow the ``last``: "1.2.1" and "1.3" follow "1.2"."""
    if not last:
        return False
    same = next(
        (place for place, (one, other) in enumerate(zip(last, number, strict=False)) if one != other), None
    )
    if same is None:
        return len(number) > len(last) and set(number[len(last) :]) == {1}
    return number[same] == last[same] + 1 and set(number[same + 1 :]) <= {1}


class _Counting:
    """Tells numbers of paragraphs and points from others by their order."""

    def __init__(self, titled: Mapping[int, Titled]) -> None:
        self._titled = titled
        self._bare = any(head.bare for head in titled.values())
        self._through = 0
        """The number of the last paragraph of an annex, whose parts go on counting."""
        self._last: dict[int, int] = {}
        self._in_roman, self._below_roman = False, 0
        """Whether sections have Roman numbers, and the last letter of those below one, counted from 1."""
        self._letter = ""
        self._point = POINT
        """The rank of a point with a letter: below the paragraphs or points around it."""
        self._under_letter = 0
        """The number of the last point below one with a letter, 0 where none is."""
        self._listed = 0
        """The number of the last point of a list below a paragraph that ends with a colon, 0 where none is."""
        self._above: Mark | None = None
        """The last head or paragraph, whose number those below it begin with."""
        self._decimals: tuple[int, ...] = ()
        """The decimals of the last paragraph that is cited by all of them."""
        self._held: set[tuple[int, str]] = set()
        """The decimals below each head, by where it begins: "8.2" holds "8.2.1"."""
        self._letters_first = False
        """Whether what stands below the last head are letters, which hold numbers."""

    def saw(self, mark: Mark) -> None:
        """Begin anew below ``mark``."""
        if mark.rank == ANNEX:
            self._through = 0
        if mark.rank == PARAGRAPH and mark.said == "(1)":
            self._last[PARAGRAPH] = 1
        for rank in [rank for rank in self._last if rank > mark.rank and mark.rank < SECTION]:
            del self._last[rank]
        if mark.rank < POINT or mark.decimal:
            self._letter, self._under_letter, self._listed = "", 0, 0
            self._point = max(POINT, mark.rank + 1)
        if mark.rank < PARAGRAPH:
            self._letters_first = False
        if mark.rank < PARAGRAPH or (mark.rank == PARAGRAPH and not mark.decimal):
            self._above = mark

    def mark(self, line: Line, marks: Sequence[Mark]) -> Mark | None:
        """Return the beginning of a paragraph, a point or a lettered section, None for any other line."""
        return (
            self._decimal(line) or self._counted(line) or self._lettered(line, marks) or self._capital(line)
        )

    def _counted(self, line: Line) -> Mark | None:
        found = _COUNTED.match(line.text)
        if found is None:
            return self._uncounted(line)
        number = int(found["number"] or found["braced"] or found["said"])
        if found["braced"] and self._letter and self._letters_first and number == self._under_letter + 1:
            self._under_letter = number
            return Mark("point", self._point + 1, line.start, str(number), f"({number})")
        last = self._last.get(PARAGRAPH, 0)
        if found["number"] and self._is_listed(line, number, last):
            self._listed = number
            return Mark("point", self._point, line.start, str(number), f"({number})")
        if number != 1 and number != last + 1 and line.start not in self._titled:
            return None
        self._last[PARAGRAPH] = self._through = number
        is_point = (found["unit"] or "paragraph").lower() != "paragraph"
        return Mark("point" if is_point else "paragraph", PARAGRAPH, line.start, str(number), f"({number})")

    def _is_listed(self, line: Line, number: int, last: int) -> bool:
        """Tell whether a number is one of a list below a paragraph: "4.1 The following roads:", "1. the road to Teln;"."""
        if number == 1:
            return line.before.endswith(":") and bool(last or self._decimals)
        goes_on = number == last + 1 and line.before.endswith(".")
        return self._listed > 0 and number == self._listed + 1 and not goes_on

    def _uncounted(self, line: Line) -> Mark | None:
        """Return the beginning of a paragraph whose number has no stop, as in schedules of an act whose sections have none."""
        found = _BARE.match(line.text)
        if found is None or not self._bare or not line.after_blank:
            return None
        number, last = int(found["number"]), self._last.get(PARAGRAPH, 0)
        if number not in (1, last + 1) and (last or number != self._through + 1):
            return None
        self._last[PARAGRAPH] = self._through = number
        return Mark("paragraph", PARAGRAPH, line.start, str(number), f"({number})")

    def _decimal(self, line: Line) -> Mark | None:
        found = _DECIMAL.match(line.text)
        if found is None:
            return None
        above = self._above
        number = found["number"] + found["more"]
        if above is None or above.rank < SECTION:
            return self._standing_alone(line, f"{found['head']}.{number}")
        if above.number.startswith(f"{found['head']}."):
            # Under "Section 2.3" stands "2.3.1".
            before = above.number.removeprefix(f"{found['head']}.") + "."
            if not number.startswith(before):
                return None
            number = number.removeprefix(before)
        elif above.number != found["head"]:
            return None
        rank = (PARAGRAPH if above.rank < PARAGRAPH else POINT) + number.count(".")
        holding, _, last = number.rpartition(".")
        inside = bool(holding) and (above.start, holding) in self._held
        self._held.add((above.start, number))
        if inside:
            return Mark("point", rank, line.start, last, f".{last}", decimal=True)
        said = f".{number}" if above.said.endswith((found["head"], ")")) else f"({number})"
        label: PartLabel = "paragraph" if rank == PARAGRAPH else "point"
        return Mark(label, rank, line.start, number, said, decimal=True)

    def _standing_alone(self, line: Line, number: str) -> Mark | None:
        """Return the beginning of a paragraph that people cite by all of its decimals: "1.4.3" of a chapter or a whole text."""
        own = tuple(map(int, number.split(".")))
        above = self._above.number if self._above is not None and self._above.label != "annex" else ""
        begins = set(own[1:]) == {1} and above in ("", str(own[0]))
        if not begins and not _follows(self._decimals, own):
            return None
        self._decimals = own
        return Mark("paragraph", PARAGRAPH + len(own) - 2, line.start, number, number, decimal=True)

    def _lettered(self, line: Line, marks: Sequence[Mark]) -> Mark | None:
        found = _LETTERED.match(line.text)
        if found is None:
            return None
        letter = found["braced"] or found["letter"] or found["dotted"]
        sub = letter in _SMALL_ROMAN and not (
            len(letter) == 1 and self._letter and ord(letter) == ord(self._letter[-1]) + 1
        )
        if sub:
            rank = self._point + 1 + bool(self._under_letter) if self._letter else self._point
            return Mark("point", rank, line.start, letter, f"({letter})")
        if len(letter) > 2 or (letter not in ("a", "а") and not self._letter):
            return None
        if not self._letter:
            self._letters_first = bool(marks) and marks[-1].rank < PARAGRAPH
        self._letter, self._under_letter = letter, 0
        return Mark("point", self._point, line.start, letter, f"({letter})")

    def _capital(self, line: Line) -> Mark | None:
        found = _CAPITAL.match(line.text)
        if (
            found is None
            or len(line.text) > LONGEST_HEAD
            or line.text.endswith((".", ",", ";"))
            or not line.after_blank
        ):
            return None
        written = found["number"]
        number = (
            int(plain_number(written)) if plain_number(written).isdigit() else ord(written) - ord("A") + 1
        )
        if self._in_roman and not plain_number(written).isdigit():
            # Letters below Roman numbers: "III. Property", "A. Houses".
            if number != 1 and number != self._below_roman + 1:
                return None
            self._below_roman = number
            return Mark(
                "section",
                SECTION_OF_ARTICLE,
                line.start,
                plain_number(written),
                f"Section {written}",
                counted=True,
            )
        if (
            number != 1
            and number != self._last.get(SECTION, 0) + 1
            and ord(written[0]) - ord("A") != self._last.get(SECTION, 0)
        ):
            return None
        self._last[SECTION], self._below_roman = number, 0
        self._in_roman = self._in_roman or written == "I"
        return Mark("section", SECTION, line.start, plain_number(written), f"Section {written}", counted=True)

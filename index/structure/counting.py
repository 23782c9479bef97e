"""The numbers of paragraphs and points, told from others by their order: "12. June" is none."""

import re
from collections.abc import Mapping, Sequence

from index.model import PartLabel
from index.structure.lines import (
    ANNEX,
    LONGEST_HEAD,
    PARAGRAPH,
    POINT,
    SECTION,
    SECTION_OF_ARTICLE,
    Line,
    Mark,
)
from index.structure.numbers import ROMAN, plain_number
from index.structure.titled import Titled

_CAPITAL = re.compile(rf"(?P<number>[A-HJ-Z]|{ROMAN})\.[^\S\n]+(?=[^\W\d_a-z])")
DECIMAL = re.compile(r"(?P<head>\d{1,3})\.(?P<number>\d{1,3})(?P<more>(?:\.\d{1,3})*)\.?[^\S\n]+(?=\S)")
COUNTED = re.compile(
    r"(?:(?P<number>\d{1,3})[.)]|\((?P<braced>\d{1,3})\)|(?P<unit>[Pp]oint|[Pp]aragraph|[Пп]ункт)\s(?P<said>\d{1,3})[.:])[^\S\n]+(?=\S)"
)
LETTERED = re.compile(
    r"(?:\((?P<braced>[a-zа-яіїєґ]{1,5})\)|(?P<letter>[a-zа-яіїєґ]{1,2})\)|(?P<dotted>[a-z])\.)[^\S\n]+(?=\S)"
)
_OPERATIVE = re.compile(
    r"\(?(?P<role>OP|PP)[^\S\n]?(?P<number>\d{1,3}(?:[^\S\n]?(?:bis|ter|quater))?)\)?[.:)]?[^\S\n]+(?=[^\W\d_a-z])"
)
_BARE = re.compile(r"(?P<number>\d{1,3})[^\S\n]+(?=[^\W\d_a-z])")
_SMALL_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


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


def _of_resolution(line: Line) -> Mark | None:
    """Return the beginning of a paragraph that a draft resolution labels: "OP3. Decides", "PP2 Recalling"."""
    found = _OPERATIVE.match(line.text)
    if found is None:
        return None
    number = plain_number(found["number"])
    if found["role"] == "PP":
        return Mark("paragraph", POINT, line.start, number, f"preamble, paragraph {number}", through=True)
    return Mark("paragraph", PARAGRAPH, line.start, number, f"operative paragraph {number}", through=True)


class Counting:
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
        self._braced: bool | None = None
        """Whether the last paragraph below a head has its number in brackets, so that a number with a stop below it is a point's;
        None where none is."""

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
            self._letters_first, self._braced = False, None
        if mark.rank < PARAGRAPH or (mark.rank == PARAGRAPH and not mark.decimal):
            self._above = mark

    def mark(self, line: Line, marks: Sequence[Mark]) -> Mark | None:
        """Return the beginning of a paragraph, a point or a lettered section, None for any other line."""
        return (
            _of_resolution(line)
            or self._decimal(line)
            or self._counted(line)
            or self._lettered(line, marks)
            or self._capital(line)
        )

    def _counted(self, line: Line) -> Mark | None:
        found = COUNTED.match(line.text)
        if found is None:
            return self._uncounted(line)
        number = int(found["number"] or found["braced"] or found["said"])
        if found["braced"] and self._letter and self._letters_first and number == self._under_letter + 1:
            self._under_letter = number
            return Mark("point", self._point + 1, line.start, str(number), f"({number})")
        last = self._last.get(PARAGRAPH, 0)
        if self._is_listed(line, number, last, braced=bool(found["braced"])):
            self._listed = number
            return Mark("point", self._point, line.start, str(number), f"({number})")
        if number != 1 and number != last + 1 and line.start not in self._titled:
            return None
        self._last[PARAGRAPH] = self._through = number
        self._braced = bool(found["braced"])
        is_point = (found["unit"] or "paragraph").lower() != "paragraph"
        return Mark("point" if is_point else "paragraph", PARAGRAPH, line.start, str(number), f"({number})")

    def _is_listed(self, line: Line, number: int, last: int, *, braced: bool) -> bool:
        """Tell whether a number is one of a list below a paragraph: "4.1 The following roads:", "1. the road to Teln;"."""
        if (
            self._braced is not None
            and braced != self._braced
            and last
            and number == (self._listed + 1 if self._listed else 1)
        ):
            return True
        if braced:
            return False
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
        found = DECIMAL.match(line.text)
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
        found = LETTERED.match(line.text)
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

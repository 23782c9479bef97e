"""Texts of any length that are one thing over and over: what patterns stumble on."""

import itertools
import string
from dataclasses import dataclass

COUNTER = "§"
"""In a unit it stands for a word with a capital that is another each time."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A text that is ``unit`` over and over, between a ``head`` and a ``tail``."""

    unit: str
    head: str = ""
    tail: str = ""

    def text(self, length: int) -> str:
        """Return the text with about ``length`` characters."""
        if COUNTER not in self.unit:
            return f"{self.head}{self.unit * max(1, length // len(self.unit))}{self.tail}"
        each = len(self.unit) + 4 * self.unit.count(COUNTER)
        parts = (self.unit.replace(COUNTER, _word(number)) for number in range(max(1, length // each)))
        return f"{self.head}{''.join(parts)}{self.tail}"

    def __str__(self) -> str:
        return " ".join(repr(part) for part in (self.head, f"{self.unit}", self.tail) if part)


def _word(number: int) -> str:
    """Return a word of five letters of its own for each number up to some millions."""
    letters = []
    for _ in range(4):
        number, place = divmod(number, 26)
        letters.append(string.ascii_lowercase[place])
    return string.ascii_uppercase[number % 26] + "".join(reversed(letters))


CHARACTERS = (
    " \t\n\r\v\f\x85\xa0\u2009\u2028\u3000\u200b\u00ad\x00"
    "aAzé1İж中ـ"
    ".,:;!?…-–—_'’\"“”«»‘()[]{}<>*`\\/|#&@%+=$~^"
    "\u0301\u0938\U0001f600"
)
RUNS = tuple(Shape(character) for character in CHARACTERS)
BETWEEN = tuple(
    Shape(character, head, tail)
    for character in CHARACTERS
    for head, tail in (("a", "a what did"), ("a.", ";"))
)
"""Runs that what looks ahead, or back, has to go through for nothing."""

PAIRS = tuple(Shape(one + other) for one, other in itertools.combinations(CHARACTERS, 2))

SHAPES = (
    Shape("a. "),
    Shape("A."),
    Shape("A. "),
    Shape('"a" '),
    Shape('"a. '),
    Shape("“a ”"),
    Shape("‘a"),
    Shape("''"),
    Shape("(a"),
    Shape("[a]("),
    Shape("[a](b) "),
    Shape("![["),
    Shape("*a _b"),
    Shape("`` ` "),
    Shape("<a "),
    Shape("<b>"),
    Shape("<!--"),
    Shape("&amp;"),
    Shape("1.1."),
    Shape("1,111"),
    Shape("1 "),
    Shape("12:"),
    Shape("2022-"),
    Shape("e\u0301"),
    Shape("a\u0301\u0301"),
    Shape("a-"),
    Shape("a--"),
    Shape(" - "),
    Shape(" \t\n"),
    Shape("\n \n"),
    Shape("\r\n"),
    Shape("\xa0 "),
    Shape("Mr. "),
    Shape("Mr. A. "),
    Shape("said "),
    Shape("said, "),
    Shape("he said "),
    Shape("Peskov said "),
    Shape('"x" said. '),
    Shape('"x," said Peskov, '),
    Shape('"It is," Orsic said '),
    Shape('Orsic said, telling: "x" '),
    Shape("According to Orsic, Tamm said, adding that "),
    Shape("He said that he said "),
    Shape("according to "),
    Shape("was "),
    Shape("also "),
    Shape("claims "),
    Shape("1 May "),
    Shape("May "),
    Shape("May 1, 2022, "),
    Shape("of the "),
    Shape(" and "),
    Shape("the "),
    Shape("New York "),
    Shape("Lee of "),
    Shape("USA "),
    Shape("U.S."),
    Shape("what "),
    Shape("who said "),
    Shape("how many "),
    Shape("is "),
    Shape("'s "),
    Shape("a's"),
    Shape("they "),
    Shape("who "),
    Shape("# a "),
    Shape("> "),
    Shape("- a\n"),
    Shape("1. a\n"),
    Shape("a | "),
    Shape("http://a.b/"),
    Shape("a@b.c "),
    Shape("...a"),
    Shape("? "),
    Shape("§ "),
    Shape("§. "),
    Shape("§ Lee. "),
    Shape("President § Lee said so. "),
    Shape('"It is so," said § Lee, the leader of §. '),
    Shape('"It is so," the leader said. '),
    Shape('"It is so," she said. '),
    Shape("§ said on 1 May that § was there. "),
    Shape("On 1 May § met § and they agreed to meet on 2 May. "),
    Shape("“§\n\n"),
    Shape("“a b. c d. "),
    Shape("§\n\n"),
    Shape(" ", head="a", tail="b"),
    Shape(" ", head="a.", tail="b"),
    Shape(" ", head="what", tail="what"),
    Shape(".", head="a", tail="a"),
    Shape("-", tail="what did"),
    Shape('"', tail="x"),
    Shape("a", tail="!"),
    Shape("1", tail="a"),
    Shape("\n", head="---\na: b", tail="x"),
    Shape("a ", head="What did ", tail="?!x"),
    Shape("#", head="# a", tail="b"),
    Shape(" ", head="# a", tail="b"),
    Shape("a ", head="“"),
    Shape("a. ", head="“"),
    Shape("a, ", head="He said "),
    Shape('"a" ', head="He said "),
    Shape("(", head="He said "),
)

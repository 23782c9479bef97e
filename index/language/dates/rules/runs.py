"""A run of tokens that a rule matched, and what can be read off it: numbers, months, units, "last" and "next"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from index.language.dates.rules import lexicon
from index.language.dates.rules.grammar import Tokens
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Anchor, Meaning


@dataclass(frozen=True, slots=True)
class Found:
    """A run of tokens, ``first`` to ``last`` exclusive, and what it says."""

    first: int
    last: int
    meaning: Meaning


def symbol_set(*names: str) -> frozenset[str]:
    """Return the symbols of the names."""
    return frozenset(SYMBOL[name] for name in names)


MONTHS = symbol_set("MONTH", "MAYMONTH", "MONTHABBR")
WEEKDAYS = symbol_set("WEEKDAY", "WEEKDAYABBR")
DAYS = symbol_set("DAYNUM", "ORDNUM")
YEARS = symbol_set("YEAR", "SHORTYEAR")
SEASONS = symbol_set("SEASON", "FALL")
PARTS = symbol_set("DAYPART", "NOON")
UNITS = symbol_set("UNIT", "UNITS", "SMALLUNIT", "SMALLUNITS", "QUARTER", "QUARTERS", "WEEKEND", "WEEKENDS")
COUNTS = symbol_set("CARDINAL", "MAGNITUDE", "DAYNUM", "NUMBER", "YEAR", "ARTICLE", "VAGUECOUNT", "COUPLE")
_NUMBER_PARTS = COUNTS | symbol_set("HYPHEN", "SLASH", "OF", "MORE", "AND", "HALF", "QUARTER")
ORDINALS = symbol_set("ORDNUM", "ORDINAL", "SECOND")


_LARGE = 1e9
"""Where a number stops to grow: what is counted beyond it reaches past every calendar."""
_LONGEST_YEAR = 9
"""Digits of a year; Python reads no number of more than 4,300."""


class Run:
    """A run of tokens that a rule matched, with the questions that the builders ask of it."""

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens = tokens
        self.first = first
        self.last = last
        self.symbols = tokens.symbols[first:last]

    @property
    def words(self) -> list[str]:
        """The words of the run, in lower case."""
        return [self.tokens.word(place) for place in range(self.first, self.last)]

    def place(self, wanted: frozenset[str], start: int | None = None) -> int:
        """Return the place of the first token with one of the symbols, or -1."""
        for place in range(self.first if start is None else start, self.last):
            if self.tokens.symbols[place] in wanted:
                return place
        return -1

    def word(self, wanted: frozenset[str]) -> str:
        """Return the first token with one of the symbols, in lower case, or nothing."""
        place = self.place(wanted)
        return self.tokens.word(place) if place >= 0 else ""

    def has(self, *names: str) -> bool:
        """Whether a token of the run has one of the symbols."""
        return any(SYMBOL[name] in self.symbols for name in names)

    def found(
        self, meaning: Meaning | None, first: int | None = None, last: int | None = None
    ) -> list[Found]:
        """Return the run, or a part of it, with its meaning; nothing when there is none."""
        if meaning is None:
            return []
        return [Found(self.first if first is None else first, self.last if last is None else last, meaning)]


def year_number(word: str) -> int | None:
    """Return the year that digits write; two of them are a year from 1940 to 2039."""
    digits = word.strip("'’")
    if not digits.isdecimal() or len(digits) > _LONGEST_YEAR:
        return None
    value = int(digits)
    if len(digits) == 2:
        return value + (2000 if value < 40 else 1900)
    return value


def year_of(run: Run) -> int | None:
    """Return the year that the run names."""
    return year_number(run.word(YEARS))


def month_of(run: Run) -> int | None:
    """Return the month that the run names, 1 to 12."""
    return lexicon.MONTHS.get(run.word(MONTHS))


def day_number(word: str) -> int | None:
    """Return the number that "12", "12th" or "twelfth" write, from 1 to 31."""
    digits = word.rstrip("stndrh")
    value = int(digits) if digits.isdecimal() else lexicon.ORDINALS.get(word)
    return value if value is not None and 1 <= value <= 31 else None


def part_of(run: Run) -> str | None:
    """Return the TIMEX3 part of the day that the run names."""
    word = run.word(PARTS)
    return lexicon.DAY_PARTS.get(word)


def step_of(run: Run) -> int | None:
    """Return -1, 0 or 1 for "last", "this" and "next", None without any of them."""
    if run.has("LAST", "PAST", "PREVIOUS"):
        return -1
    if run.has("NEXT", "COMING", "FOLLOWING"):
        return 1
    return 0 if run.has("THIS", "CURRENT", "THAT", "SAME") else None


def anchor_of(run: Run) -> Anchor:
    """Say whether the run counts from the story ("that year", "the next day") or from publication."""
    if run.has("THAT") and run.has("UNIT", "DAYPART") and "year" not in run.words:
        return "told"
    story = run.has("THAT", "SAME", "FOLLOWING", "PREVIOUS") or (
        run.has("THE") and run.has("NEXT") and not run.has("COMING")
    )
    return "story" if story else "published"


def _number(word: str) -> float:
    """Return the number that digits write, or a very large one when it is larger still."""
    return min(float(word.replace(",", "")), _LARGE)


_PARTS_OF_ONE = {SYMBOL["HALF"]: 0.5, SYMBOL["QUARTER"]: 0.25}


def count_of(run: Run, start: int, end: int) -> float | None:
    """Return the number that tokens ``start`` to ``end`` say, None for "several"."""
    total: float = 0
    seen = False
    place = start
    while place < end:
        symbol, word = run.tokens.symbols[place], run.tokens.word(place)
        if symbol == SYMBOL["VAGUECOUNT"]:
            return None
        if symbol == SYMBOL["COUPLE"]:
            return 2
        if symbol in (SYMBOL["DAYNUM"], SYMBOL["NUMBER"], SYMBOL["YEAR"]):
            if run.tokens.symbol(place + 1) == SYMBOL["SLASH"]:
                total += _number(word) / max(1.0, _number(run.tokens.word(place + 2)))
                place += 2
            else:
                total += _number(word)
            seen = True
        elif symbol == SYMBOL["CARDINAL"]:
            total += lexicon.CARDINALS[word]
            seen = True
        elif symbol == SYMBOL["MAGNITUDE"]:
            total = (total if seen and total else 1) * lexicon.MAGNITUDES[word]
            seen = True
        elif symbol in _PARTS_OF_ONE:
            return total + _PARTS_OF_ONE[symbol]
        elif symbol == SYMBOL["ARTICLE"] and place == end - 1:
            total, seen = 1, True
        place += 1
    return total if seen else None


_TWO_THOUSAND = ("two", "thousand")
_BEFORE_A_YEAR = frozenset("in since year until by of from early late to".split())


def spelled_year(run: Run, start: int) -> int | None:
    """Return the year that words write from a token on: "nineteen ninety-seven", "two thousand four"."""
    words = [w for w in (run.tokens.word(place) for place in range(start, run.last)) if w not in ("-", "and")]
    values = [lexicon.CARDINALS.get(word) for word in words]
    if words[:2] == ["two", "thousand"]:
        if len(words) == len(_TWO_THOUSAND) and run.tokens.word(start - 1) not in _BEFORE_A_YEAR:
            return None  # "two thousand people"
        return 2000 + sum(value or 0 for value in values[2:])
    if len(values) < 2 or None in values:
        return None
    century, *rest = (value or 0 for value in values)
    if century not in range(13, 21) or rest[0] < 10:
        return None
    return century * 100 + sum(rest)


def unit_of(run: Run) -> tuple[int, str]:
    """Return the place of the first unit of the run and its TIMEX3 letters."""
    places = [place for place in range(run.first, run.last) if run.tokens.symbols[place] in UNITS]
    if len(places) > 1 and run.tokens.symbols[places[0]] == SYMBOL["QUARTER"]:
        del places[0]  # "a quarter of a century"
    return places[0], lexicon.UNITS[run.tokens.word(places[0])]


def number_start(run: Run, end: int) -> int:
    """Return the place where the number that ends at a token begins."""
    place = end
    while place > run.first and run.tokens.symbols[place - 1] in _NUMBER_PARTS:
        place -= 1
    return place


def counted_units(run: Run) -> tuple[float | None, str]:
    """Return the number of units that the run says, with the half behind them ("a year and a half"), and their letters."""
    place, unit = unit_of(run)
    count = count_of(run, number_start(run, place), place)
    half = SYMBOL["HALF"] in run.tokens.symbols[place : run.last]
    return (count + 0.5 if half and count is not None else count), unit


def bound_of(run: Run) -> Literal["more", "less"] | None:
    """Say whether the run has "more than" or "less than"."""
    place = run.place(symbol_set("THAN"))
    word = run.tokens.word(place - 1) if place > run.first else ""
    if word == "more" or run.tokens.word(run.first) == "over" or run.has("LEAST"):
        return "more"
    if word in ("less", "fewer") or run.tokens.word(run.first) in ("under", "within"):
        return "less"
    return None


Builder = Callable[[Run], list[Found]]

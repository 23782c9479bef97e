"""What the rules for years, decades and centuries say."""

import re

from index.language.dates.rules import lexicon
from index.language.dates.rules.calendar_parts import is_capitalised, word_behind
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Century, Dated, Decade
from index.language.dates.rules.runs import (
    ORDINALS,
    UNITS,
    Builder,
    Found,
    Run,
    day_number,
    spelled_year,
    symbol_set,
    unit_of,
    year_number,
    year_of,
)

_COUNTED_THINGS = frozenset(
    "people men women children civilians hostages fighters rockets drones missiles troops soldiers dollars euros pounds rubles "
    "points miles kilometers kilometres metres meters km feet tons tonnes percent % /".split()
)
_DATING_A_YEAR = frozenset("in since during".split())
"""Before a number that is a year, whatever it may seem to count: "in 2024 people voted"."""
_BEFORE_NUMBERS = frozenset("$ £ € # / no".split())
_BEFORE_NAMES = frozenset("the a an s its their his her".split())
_YEAR_PREPOSITIONS = frozenset("in of since year until by".split())
_NUMBERED_BY_YEAR = frozenset("agenda vision project horizon expo nextgen resolution".split())
_BESIDE_YEARS = frozenset(("post", "pre"))
"""What makes a year one that a time comes before or after: "post-1959 politics"."""
_CALLED = frozenset("called named dubbed titled codenamed".split())
_MADE = frozenset(("made", "make"))
_BEFORE_COUNTS = frozenset("about some over nearly than with another least almost around up".split())
_NOT_COUNTED = frozenset("this was has its thus perhaps besides towards always does years".split())
_REFERENCE = re.compile(r"(?:U\.S\.C\.|Stat\.|\bSec(?:tion|s)?\.?|§|\bNo\.)\s*(?:\d+[-–—])?\Z")
"""What comes before the numbers of laws: "50 U.S.C. 1701", "50 U.S.C. 1701-1706"."""
_LONGEST_REFERENCE = 24
"""Characters before a number that are looked at for that."""
_ADDRESS = re.compile(
    r"(?: (?:[NSEW]\.?|North|South|East|West))?(?: [A-Z]\w*){1,3} "
    r"(?:St|Ave|Street|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr|Lane|Ln|Court|Plaza)\b"
)
"""Behind the number of a house: "of 1119 Eighth St."."""
_CONTEST = re.compile(r"(?: [A-Z]\w*){0,2} (?:Cup|Games|Championships?|Prize|Awards?|Edition|Model)\b")
"""What a year names for the part of it that is meant: "the 2022 World Cup"."""


def _decade(run: Run) -> list[Found]:
    word = run.word(symbol_set("ISODECADE"))
    if word and run.tokens.symbol(run.first - 1) == SYMBOL["HYPHEN"]:
        return []
    if word:
        digits = "".join(letter for letter in word if letter.isdecimal())
        if len(digits) == 1 or (
            len(digits) == 2 and run.tokens.word(run.first - 1) in ("", "his", "her", "their", "my")
        ):
            return []
        return run.found(Decade(int(digits), len(digits) > 2, run.has("ERA_BC")))
    if not run.has("THE", "EARLY", "LATE", "MID", "CARDINAL"):
        return []
    tens = lexicon.DECADES[run.word(symbol_set("DECADEWORD"))]
    cardinal = run.word(symbol_set("CARDINAL"))
    if cardinal:
        century = lexicon.CARDINALS[cardinal]
        return run.found(Decade(century * 100 + tens)) if 13 <= century <= 20 else []
    return run.found(Decade(tens, century_known=False))


def _century(run: Run) -> list[Found]:
    _, unit = unit_of(run)
    number = day_number(run.word(ORDINALS))
    if unit != "CE":
        return []
    return run.found(Century(number, run.has("ERA_BC"))) if number else []


def _spelled(run: Run) -> list[Found]:
    year = spelled_year(run, run.place(symbol_set("CARDINAL")))
    return run.found(Dated(year=year)) if year else []


def _era_year(run: Run) -> list[Found]:
    year = year_number(run.word(symbol_set("YEAR", "NUMBER", "DAYNUM")))
    return run.found(Dated(year=year, before_christ=run.has("ERA_BC"))) if year else []


def _old_year(run: Run) -> list[Found]:
    """A year of three digits, in a text that counts years before Christ."""
    word = run.tokens.word(run.last - 1)
    if not run.tokens.before_christ or len(word) != 3 or not word.isdecimal():
        return []
    first = run.first if run.has("EARLY", "LATE", "MID", "BEGINNING", "END") else run.last - 1
    return run.found(Dated(year=int(word), before_christ=True), first=first)


def _is_of_name(run: Run, place: int) -> bool:
    """Whether the number of a year is part of a word, a name or the number of a resolution.

    "post-1959 politics", "Agenda 2030", "resolution 2202 (2015)".
    """
    tokens = run.tokens
    if tokens.symbol(place - 1) == SYMBOL["HYPHEN"] and tokens.word(place - 2) in _BESIDE_YEARS:
        return True
    if tokens.symbol(place - 1) == SYMBOL["OPEN"] and tokens.symbol(place + 1) == SYMBOL["CLOSE"]:
        return tokens.symbol(place - 2) in (SYMBOL["YEAR"], SYMBOL["NUMBER"], SYMBOL["DAYNUM"])
    return tokens.word(place - 1) in _NUMBERED_BY_YEAR or _is_end_of_name(run, place)


def _is_end_of_name(run: Run, place: int) -> bool:
    """Whether the year ends a name that has no other sense: "Made in China 2025", "a venture called Orion 1980"."""
    tokens = run.tokens
    if place != run.first or tokens.symbol(place - 1) != SYMBOL["OTHER"]:
        return False
    start, end = tokens.starts[place - 1], tokens.ends[place - 1]
    if not tokens.text[start].isupper() or tokens.starts[place] != end + 1:
        return False
    return tokens.word(place - 2) in _CALLED or (
        tokens.symbol(place - 2) == SYMBOL["IN"] and tokens.word(place - 3) in _MADE
    )


def _is_count(run: Run, place: int) -> bool:
    """Whether a round number counts what follows it: "over 2000 prisoners"."""
    word = word_behind(run)
    counted = len(word) > 3 and word.islower() and word.endswith("s") and word not in _NOT_COUNTED
    return counted and (run.tokens.word(place - 1) in _BEFORE_COUNTS or run.has("APPROXIMATELY"))


def _bare_year(run: Run) -> list[Found]:
    tokens = run.tokens
    place = run.last - 1
    if _is_of_name(run, place) or _is_count(run, place):
        return []
    before, after = tokens.word(place - 1), tokens.word(run.last)
    counted = after in _COUNTED_THINGS and before not in _DATING_A_YEAR
    if before in _BEFORE_NUMBERS or counted or tokens.symbol(run.last) in UNITS:
        return []
    value = int(tokens.word(place))
    if not 1400 <= value <= 2100 and before not in _YEAR_PREPOSITIONS:
        return []
    if _REFERENCE.search(
        tokens.text, max(0, tokens.starts[run.first] - _LONGEST_REFERENCE), tokens.starts[run.first]
    ):
        return []
    if _CONTEST.match(tokens.text, tokens.ends[place]) or _ADDRESS.match(tokens.text, tokens.ends[place]):
        return []
    of_a_thing = run.symbols[-2:] == SYMBOL["THE"] + SYMBOL["YEAR"]  # "about the 2024 election"
    first = place if of_a_thing else run.first
    named = before in _BEFORE_NAMES and is_capitalised(run, run.last)
    law = before == "of" and tokens.word(place - 2) == "act"
    return run.found(Dated(year=value, of_name=named or law), first=first)


def _short_year(run: Run) -> list[Found]:
    before = run.tokens.word(run.first - 1)
    year = year_of(run)
    known = before in ("in", "of", "since", "until", "by", "from", "to", "during") or run.last - run.first > 1
    return run.found(Dated(year=year)) if known and year else []


YEAR_BUILDERS: dict[str, Builder] = {
    "decade": _decade,
    "century": _century,
    "spelled_year": _spelled,
    "era_year": _era_year,
    "year": _bare_year,
    "old_year": _old_year,
    "short_year": _short_year,
}
"""Builder by the name of the rule in the grammar."""

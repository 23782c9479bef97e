"""The time expressions of a text, with what each says before it is known which day it is counted from."""

import re
from collections.abc import Iterator

from index.language.dates.rules.calendar_rules import CALENDAR_BUILDERS
from index.language.dates.rules.counting_rules import COUNTING_BUILDERS
from index.language.dates.rules.grammar import CANDIDATE, MASTER, NAMING, Tokens
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Dated
from index.language.dates.rules.runs import DAYS, UNITS, Found, Run, day_number, year_number

_BUILDERS = CALENDAR_BUILDERS | COUNTING_BUILDERS


def find_expressions(tokens: Tokens) -> Iterator[Found]:
    """Yield the time expressions of a text from left to right, none overlapping another."""
    position = 0
    symbols = tokens.symbols
    if NAMING.search(symbols) is None:
        return
    while start := CANDIDATE.search(symbols, position):
        first = start.start()
        match = MASTER.match(symbols, first)
        if match is None:
            position = first + 1
            continue
        last = match.end()
        found = _BUILDERS[str(match.lastgroup)](Run(tokens, first, last))
        if not found:
            position = first + 1
            continue
        yield from found
        position = found[-1].last
        tail = _tail(tokens, found[-1])
        if tail:
            yield tail
            position = tail.last


_DAY_TAIL = re.compile(
    f"(?:[{SYMBOL['HYPHEN']}{SYMBOL['DASH']}]|{SYMBOL['TO']}|{SYMBOL['AND']}|{SYMBOL['OR']}){SYMBOL['THE']}?"
    f"(?P<day>[{''.join(DAYS)}])(?:{SYMBOL['COMMA']}?(?P<year>{SYMBOL['YEAR']}))?"
    f"(?=$|[{SYMBOL['COMMA']}{SYMBOL['DOT']}{SYMBOL['STOP']}{SYMBOL['BREAK']}{SYMBOL['CLOSE']}{SYMBOL['OTHER']}{SYMBOL['IN']}])"
)
_YEAR_TAIL = re.compile(
    f"[{SYMBOL['HYPHEN']}{SYMBOL['DASH']}][{SYMBOL['DAYNUM']}{SYMBOL['NUMBER']}](?![{''.join(UNITS)}])"
)


def _tail(tokens: Tokens, found: Found) -> Found | None:
    """Return the end of a range whose beginning was found: "17" of "May 16-17", "96" of "1995-96"."""
    meaning = found.meaning
    if not isinstance(meaning, Dated) or meaning.before_christ or meaning.clock or meaning.part:
        return None
    if meaning.day is not None and meaning.month is not None and meaning.year is None:
        match = _DAY_TAIL.match(tokens.symbols, found.last)
        if match is None:
            return None
        joined = tokens.symbols[found.last] in (SYMBOL["HYPHEN"], SYMBOL["DASH"])
        place = match.start("day")
        ordinal = _is_ordinal(tokens, place) and tokens.symbol(match.end()) == SYMBOL["IN"]
        goes_on = tokens.symbol(match.end()) in (SYMBOL["OTHER"], SYMBOL["IN"]) and not match["year"]
        if (goes_on and not joined and not ordinal) or (
            place > found.last + 1 and not _is_ordinal(tokens, place)
        ):
            return None
        day = day_number(tokens.word(place))
        if day is None or day <= meaning.day:
            return None
        year = year_number(tokens.word(match.start("year"))) if match["year"] else None
        return Found(place, match.end(), Dated(year=year, month=meaning.month, day=day))
    if meaning.year is not None and meaning.year > 1000:
        match = _YEAR_TAIL.match(tokens.symbols, found.last)
        word = tokens.word(found.last + 1)
        if match is None or len(word) != 2 or not word.isdecimal():
            return None
        year = meaning.year // 100 * 100 + int(word)
        return Found(found.last + 1, found.last + 2, Dated(year=year)) if year > meaning.year else None
    return None


def _is_ordinal(tokens: Tokens, place: int) -> bool:
    """Whether a day is written as one, and no other number: "the 14th"."""
    return tokens.symbols[place] == SYMBOL["ORDNUM"]

"""What the rules of the calendar share: the parts of a run that name a day, month or year, and the words beside it."""

from index.language.dates.rules import lexicon
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Dated
from index.language.dates.rules.runs import (
    DAYS,
    MONTHS,
    ORDINALS,
    PARTS,
    WEEKDAYS,
    Run,
    month_of,
    part_of,
    step_of,
    symbol_set,
    year_of,
)

_LONGEST_CLOCK = len("12:30:00")
CLOCKS = symbol_set("CLOCK", "DAYNUM", "NUMBER", "NOON", "YEAR")


def is_military(run: Run, place: int) -> bool:
    """Whether a number of four digits before a zone is a time of day: "2130 GMT"."""
    digits = run.tokens.word(place)
    zoned = run.tokens.symbol(place + 1) == SYMBOL["ZONE"]
    return zoned and len(digits) == len("2130") and digits.isdecimal()


def clock_of(run: Run) -> str | None:
    """Return the time of day that the run names, as TIMEX3 writes it."""
    place = run.place(CLOCKS)
    if place < 0:
        return None
    word = run.tokens.word(place)
    if is_military(run, place):
        word = f"{word[:2]}:{word[2:]}"
    if word in ("noon", "midday"):
        hour, minute = 12, 0
    elif word == "midnight":
        hour, minute = 24, 0
    elif len(word) > _LONGEST_CLOCK:
        return None
    else:
        pieces = word.replace(".", ":").split(":")
        hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
        mark = run.word(symbol_set("AMPM"))[:1]
        if run.tokens.symbol(place + 1) == SYMBOL["NOON"]:
            mark = "p" if run.tokens.word(place + 1) != "midnight" else "a"
        if run.has("DAYPART"):
            mark = mark or ("a" if run.word(PARTS) == "morning" else "p")
        if mark and not 1 <= hour <= 12:
            mark = ""
        if mark == "p" and hour < 12:
            hour += 12
        if mark == "a" and hour == 12:
            hour = 0
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}{lexicon.ZONES.get(run.word(symbol_set('ZONE')), '')}"


def calendar_parts(run: Run, **more: object) -> Dated:
    """Return the calendar parts that stand in the run."""
    weekday = lexicon.WEEKDAYS.get(run.word(WEEKDAYS))
    fields: dict[str, object] = {
        "year": year_of(run),
        "month": month_of(run),
        "weekday": weekday,
        "part": part_of(run),
        "before_christ": run.has("ERA_BC"),
    }
    return Dated(**(fields | more))  # type: ignore[arg-type]


def steps_of(run: Run) -> dict[str, object]:
    """Return what "last", "this", "next" and "that" step: the year where they stand before it, else the date itself."""
    step = step_of(run)
    if run.has("THAT", "SAME", "FOLLOWING", "PREVIOUS"):
        return {"year_from_story": True, "step": step}
    return {"year_step": step} if run.has("UNIT") else {"step": step}


def day_place(run: Run) -> int:
    """Return the place of the number that is the day: the one beside the month's name."""
    month = run.place(MONTHS)
    for place in (month + 1, month + 2, month + 3, month - 1, month - 2):
        if run.first <= place < run.last and run.tokens.symbols[place] in DAYS | ORDINALS:
            return place
    return -1


def word_behind(run: Run) -> str:
    """Return the word that stands behind the run and a space, as the text has it."""
    if run.last >= len(run.tokens.starts) or run.tokens.starts[run.last] != run.tokens.ends[run.last - 1] + 1:
        return ""
    return run.tokens.text[run.tokens.starts[run.last] : run.tokens.ends[run.last]]


def is_capitalised(run: Run, place: int) -> bool:
    """Whether the token is the first word of a name: "World" of "the 2022 World Cup"."""
    if place >= len(run.tokens.starts):
        return False
    start = run.tokens.starts[place]
    return run.tokens.text[start].isupper() and start == run.tokens.ends[place - 1] + 1

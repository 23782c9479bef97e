"""What the rules for times of the day say: "2130 GMT", "at 9 p.m. on Thursday"."""

from index.language.dates.rules import lexicon
from index.language.dates.rules.calendar_parts import CLOCKS, calendar_parts, clock_of, day_place, is_military
from index.language.dates.rules.meanings import Counted
from index.language.dates.rules.runs import (
    MONTHS,
    Builder,
    Found,
    Run,
    day_number,
    step_of,
    symbol_set,
    year_of,
)

_CLOCK_PREPOSITIONS = frozenset(
    "at by around about until till from since before after between to and or".split()
)


def _clock_time(run: Run) -> list[Found]:
    clock = clock_of(run)
    place = run.place(CLOCKS)
    marked = run.has("AMPM", "ZONE", "NOON", "DAYPART")
    before = run.tokens.word(run.first - 1)
    if before == "high" or (run.has("IN") and not run.has("AMPM", "CLOCK", "NOON") and before != "at"):
        return []
    if clock is None or not (marked or before in _CLOCK_PREPOSITIONS or run.has("APPROXIMATELY")):
        return []
    numeral = run.tokens.symbols[place] in symbol_set("NUMBER", "YEAR")
    if numeral and "." not in run.tokens.word(place) and not is_military(run, place):
        return []
    day = day_place(run) if run.place(MONTHS) >= 0 else -1
    shift = lexicon.DAY_OFFSETS.get(run.word(symbol_set("DEIXIS")))
    if shift is not None:
        return run.found(Counted(abs(shift), "D", 1 if shift > 0 else -1, "published", part=clock))
    number = day_number(run.tokens.word(day)) if day >= 0 else None
    # The year stands behind the time of day, which may itself be four digits.
    year = year_of(Run(run.tokens, place + 1, run.last))
    return run.found(calendar_parts(run, clock=clock, day=number, step=step_of(run), part=None, year=year))


CLOCK_BUILDERS: dict[str, Builder] = {
    "clock": _clock_time,
}
"""Builder by the name of the rule in the grammar."""

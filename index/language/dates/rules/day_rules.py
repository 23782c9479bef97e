"""What the rules for days say: days of a month, weekdays, weekends, holidays."""

import re

from index.language.dates.rules import lexicon
from index.language.dates.rules.calendar_parts import (
    calendar_parts,
    day_place,
    is_capitalised,
    steps_of,
    word_behind,
)
from index.language.dates.rules.meanings import Chosen, Dated, Repeated
from index.language.dates.rules.runs import (
    DAYS,
    MONTHS,
    ORDINALS,
    UNITS,
    WEEKDAYS,
    Builder,
    Found,
    Run,
    day_number,
    part_of,
    step_of,
    symbol_set,
)

_BEFORE_KINDS = frozenset(
    "first second weekly regular usual traditional bloody black ash maundy super palm".split()
)
"""What makes a weekday a kind of day or thing: "his first Sunday message", "Super Tuesday"."""
_NAMED_DAYS = {"friday": ("good",), "monday": ("cyber",), "saturday": ("holy",), "thursday": ("holy",)}
_PAPERS = frozenset("Times Telegraph Mirror Express Post Mail Herald Tribune Independent Group".split())
_HOLIDAY = re.compile(
    r"(?P<name>Christmas(?: Day| Eve)?|New Year(?:['’]s)?(?: Day| Eve)|Thanksgiving(?: Day)?|Good Friday"
    r"|Easter(?: Sunday| Monday)?|Labor Day|Memorial Day|Independence Day|Election Day|Halloween|Boxing Day"
    r"|Veterans Day|Armistice Day|Columbus Day|Valentine['’]s Day)\b"
    r"(?!\s(?:week|season|Offensive|Rising|Island|Agreement|Accords?|Massacre|Fund))"
    r"(?:,? (?P<year>[12]\d{3})\b)?",
    re.IGNORECASE,
)
_OF_A_FEAST = re.compile(
    r"\s(?:Bunny|Egg|Eggs|Tree|Market|Party|Parade|Turkey|Dinner|Reception|Card|Carol|Concert|Sermon|Mass)\b"
)
"""What has a feast in its name: "the Easter Bunny"."""
_PARTS_OF_DAYS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
"""Parts of a weekday that recurs: "on Sunday mornings"."""
_GREETINGS = frozenset(("merry", "happy"))
"""What makes a wish of a feast: "Merry Christmas to all"."""


def _iso(run: Run) -> list[Found]:
    word = run.tokens.word(run.first)
    year, month, day = (int(piece) for piece in word[:10].split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return []
    zone = word[16:].lstrip("0123456789:.,")
    clock = word[11:16] + zone.upper() if len(word) > 10 else None
    return run.found(Dated(year=year, month=month, day=day, clock=clock))


def _numeric(run: Run) -> list[Found]:
    word = run.tokens.word(run.first)
    first, second, third = (int(piece) for piece in word.replace(".", "/").split("/"))
    if first > 31:
        year, month, day = first, second, third
    elif "." in word or first > 12:
        year, month, day = third, second, first
    else:
        year, month, day = third, first, second
    if year < 100:
        year += 2000 if year < 40 else 1900
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    return run.found(Dated(year=year, month=month, day=day))


def _month_day(run: Run) -> list[Found]:
    place = day_place(run)
    day = day_number(run.tokens.word(place)) if place >= 0 else None
    if day is None:
        return []
    return run.found(calendar_parts(run, day=day, **steps_of(run)))


def _part_of_date(run: Run) -> list[Found]:
    if run.place(MONTHS) < 0 and run.place(WEEKDAYS) < 0:
        return []
    part = "MO" if run.has("SMALLUNITS") and run.has("EARLY") else part_of(run)
    day = None
    if run.place(MONTHS) >= 0:
        place = day_place(run)
        day = day_number(run.tokens.word(place)) if place >= 0 else None
        if day is None:
            return []
    return run.found(calendar_parts(run, day=day, part=part))


def _two_days(run: Run) -> list[Found]:
    end = run.place(MONTHS)
    places = [place for place in range(run.first, end) if run.tokens.symbols[place] in DAYS]
    days = [day_number(run.tokens.word(place)) for place in places]
    if None in days:
        return []
    found = []
    for place, day in zip(places, days, strict=True):
        last = run.last if place == places[-1] else place + 1
        found += run.found(calendar_parts(run, day=day), first=place, last=last)
    return found


def _nth_day(run: Run) -> list[Found]:
    """A weekday or day of a month by its place; of a week, the month alone can be told."""
    weekday = lexicon.WEEKDAYS.get(run.word(WEEKDAYS))
    month = run.place(MONTHS)
    nth = -1 if run.has("LAST") else day_number(run.word(ORDINALS))
    if weekday is None and run.word(UNITS) != "day":
        return run.found(calendar_parts(run, weekday=None), first=month)
    return run.found(calendar_parts(run, weekday=weekday, nth=nth)) if nth else []


def _is_in_name(run: Run) -> bool:
    """Whether a weekday is part of a name or says of which kind a thing is: "The Sunday Times", "his first Sunday message"."""
    before = run.tokens.word(run.first - 1)
    if before in _BEFORE_KINDS or before in _NAMED_DAYS.get(run.tokens.word(run.first), ()):
        return True
    following = word_behind(run)
    return following in _PAPERS or (before == "the" and is_capitalised(run, run.last))


def _weekday(run: Run) -> list[Found]:
    if run.last - run.first == 1 and _is_in_name(run):
        return []
    if run.tokens.word(run.last) in _PARTS_OF_DAYS:
        return run.found(
            Repeated(
                f"XXXX-WXX-{lexicon.WEEKDAYS[run.word(WEEKDAYS)] + 1}T{_PARTS_OF_DAYS[run.tokens.word(run.last)]}"
            ),
            last=run.last + 1,
        )
    return run.found(
        calendar_parts(run, step=None if run.has("THIS") and run.has("COMING") else step_of(run))
    )


def _before_last(run: Run) -> list[Found]:
    weekday = lexicon.WEEKDAYS[run.word(WEEKDAYS)]
    if not run.has("UNIT"):
        return run.found(Dated(weekday=weekday, step=-2))
    if run.word(UNITS) != "day":
        return []
    beside = (weekday + (1 if run.has("AFTER") else -1)) % 7
    return run.found(Dated(weekday=beside, step=step_of(run)))


def _week_of(run: Run) -> list[Found]:
    place = day_place(run)
    day = day_number(run.tokens.word(place)) if place >= 0 else None
    part = "WE" if run.has("WEEKEND") else "W"
    return run.found(calendar_parts(run, day=day, part=part)) if day else []


def _weekend(run: Run) -> list[Found]:
    first = run.first + 1 if run.tokens.word(run.first) == "over" else run.first
    if run.has("LAST", "NEXT"):
        return run.found(Chosen("WE", step_of(run) or 0, "published"), first=first)
    if run.has("THIS"):
        return run.found(Dated(weekday=5, part="WE", step=0), first=first)
    return run.found(Dated(weekday=5, part="WE"), first=first)


def _holiday(run: Run) -> list[Found]:
    tokens = run.tokens
    place = run.place(symbol_set("HOLIDAY", "HOLIDAYWORD"))
    match = _HOLIDAY.match(tokens.text, tokens.starts[place])
    if match is None or not match.group()[0].isupper() or tokens.word(run.first - 1) in _GREETINGS:
        return []
    if match["year"] is None and _OF_A_FEAST.match(tokens.text, match.end()):
        return []
    last = place
    while last < len(tokens.ends) and tokens.ends[last] <= match.end():
        last += 1
    name = match["name"].lower().replace("’", "'")
    year = int(match["year"]) if match["year"] else None
    return run.found(Dated(year=year, holiday=name, step=step_of(run)), last=last)


DAY_BUILDERS: dict[str, Builder] = {
    "iso": _iso,
    "numeric": _numeric,
    "part_of_date": _part_of_date,
    "nth_day": _nth_day,
    "two_days": _two_days,
    "month_day": _month_day,
    "week_of": _week_of,
    "before_last": _before_last,
    "weekday": _weekday,
    "weekend": _weekend,
    "holiday": _holiday,
}
"""Builder by the name of the rule in the grammar."""

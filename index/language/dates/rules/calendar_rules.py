"""What the rules for dates of the calendar say: days, months, seasons, quarters, years, clock times, holidays."""

import re

from index.language.dates.rules import lexicon
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Century, Chosen, Counted, Dated, Decade, Repeated
from index.language.dates.rules.runs import (
    DAYS,
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Builder,
    Found,
    Run,
    day_number,
    month_of,
    part_of,
    spelled_year,
    step_of,
    symbol_set,
    unit_of,
    year_number,
    year_of,
)

_CLOCK_PREPOSITIONS = frozenset(
    "at by around about until till from since before after between to and or".split()
)
_MONTH_PREPOSITIONS = frozenset(
    "in of since until till by from to during through for and or between before after this last next each".split()
)
_SEASON_PREPOSITIONS = frozenset("in during since until by of through for".split())
_COUNTED_THINGS = frozenset(
    "people men women children civilians hostages fighters rockets drones missiles troops soldiers dollars euros pounds rubles "
    "points miles kilometers kilometres metres meters km feet tons tonnes percent % /".split()
)
_DATING_A_YEAR = frozenset("in since during".split())
"""Before a number that is a year, whatever it may seem to count: "in 2024 people voted"."""
_BEFORE_NUMBERS = frozenset("$ £ € # / no".split())
_BEFORE_NAMES = frozenset("the a an s its their his her".split())
_LONGEST_CLOCK = len("12:30:00")
_YEAR_PREPOSITIONS = frozenset("in of since year until by".split())
_BEFORE_KINDS = frozenset(
    "first second weekly regular usual traditional bloody black ash maundy super palm".split()
)
"""What makes a weekday a kind of day or thing: "his first Sunday message", "Super Tuesday"."""
_NAMED_DAYS = {"friday": ("good",), "monday": ("cyber",), "saturday": ("holy",), "thursday": ("holy",)}
_PAPERS = frozenset("Times Telegraph Mirror Express Post Mail Herald Tribune Independent Group".split())
_NAMED_BY_MONTH = frozenset(
    "Agreement Agreements Accord Accords Revolution Declaration Memorandum Protocol Understanding Understandings Initiative "
    "Uprising Coup Pact Treaty Framework Movement Massacre Offensive".split()
)
"""What is named after a month and says of no day: "the July Agreement"."""
_FIRST_NAMES = frozenset("april may june august".split())
_INTERJECTIONS = frozenset(
    "so yes no look well thanks hi hello hey sure okay ok yeah yep ahead you right now please sorry morning afternoon".split()
)
"""What is said before the name of somebody who is spoken to: "Thank you, June."."""
_BEHIND_A_NAME = frozenset(SYMBOL[name] for name in ("COMMA", "DOT", "STOP", "BREAK", "DASH"))
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
_CONTEST = re.compile(r"(?: [A-Z]\w*){0,2} (?:Cup|Games|Championships?|Prize|Awards?|Edition|Model)\b")
"""What a year names for the part of it that is meant: "the 2022 World Cup"."""
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
_FALLS_WHERE = frozenset("under within into to short outside below from between behind".split())
"""Words behind a verb: "products that fall under the ban"."""
_PARTS_OF_DAYS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
"""Parts of a weekday that recurs: "on Sunday mornings"."""
_GREETINGS = frozenset(("merry", "happy"))
"""What makes a wish of a feast: "Merry Christmas to all"."""

_QUARTERS = 4
"""Quarters of a year."""
_HABITUALLY = frozenset("usually typically generally normally always traditionally often mostly".split())
_HABIT_BEFORE = 8
"""Words before a date in which one of those speaks of it; chosen."""
_CLOCKS = symbol_set("CLOCK", "DAYNUM", "NUMBER", "NOON", "YEAR")


def _is_military(run: Run, place: int) -> bool:
    """Whether a number of four digits before a zone is a time of day: "2130 GMT"."""
    digits = run.tokens.word(place)
    zoned = run.tokens.symbol(place + 1) == SYMBOL["ZONE"]
    return zoned and len(digits) == len("2130") and digits.isdecimal()


def _clock(run: Run) -> str | None:
    place = run.place(_CLOCKS)
    if place < 0:
        return None
    word = run.tokens.word(place)
    if _is_military(run, place):
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


def _calendar(run: Run, **more: object) -> Dated:
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


def _steps(run: Run) -> dict[str, object]:
    """Return what "last", "this", "next" and "that" step: the year where they stand before it, else the date itself."""
    step = step_of(run)
    if run.has("THAT", "SAME", "FOLLOWING", "PREVIOUS"):
        return {"year_from_story": True, "step": step}
    return {"year_step": step} if run.has("UNIT") else {"step": step}


def _day_place(run: Run) -> int:
    """Return the place of the number that is the day: the one beside the month's name."""
    month = run.place(MONTHS)
    for place in (month + 1, month + 2, month + 3, month - 1, month - 2):
        if run.first <= place < run.last and run.tokens.symbols[place] in DAYS | ORDINALS:
            return place
    return -1


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


def _clock_time(run: Run) -> list[Found]:
    clock = _clock(run)
    place = run.place(_CLOCKS)
    marked = run.has("AMPM", "ZONE", "NOON", "DAYPART")
    before = run.tokens.word(run.first - 1)
    if before == "high" or (run.has("IN") and not run.has("AMPM", "CLOCK", "NOON") and before != "at"):
        return []
    if clock is None or not (marked or before in _CLOCK_PREPOSITIONS or run.has("APPROXIMATELY")):
        return []
    numeral = run.tokens.symbols[place] in symbol_set("NUMBER", "YEAR")
    if numeral and "." not in run.tokens.word(place) and not _is_military(run, place):
        return []
    day = _day_place(run) if run.place(MONTHS) >= 0 else -1
    shift = lexicon.DAY_OFFSETS.get(run.word(symbol_set("DEIXIS")))
    if shift is not None:
        return run.found(Counted(abs(shift), "D", 1 if shift > 0 else -1, "published", part=clock))
    number = day_number(run.tokens.word(day)) if day >= 0 else None
    # The year stands behind the time of day, which may itself be four digits.
    year = year_of(Run(run.tokens, place + 1, run.last))
    return run.found(_calendar(run, clock=clock, day=number, step=step_of(run), part=None, year=year))


def _month_day(run: Run) -> list[Found]:
    place = _day_place(run)
    day = day_number(run.tokens.word(place)) if place >= 0 else None
    if day is None:
        return []
    return run.found(_calendar(run, day=day, **_steps(run)))


def _part_of_date(run: Run) -> list[Found]:
    if run.place(MONTHS) < 0 and run.place(WEEKDAYS) < 0:
        return []
    part = "MO" if run.has("SMALLUNITS") and run.has("EARLY") else part_of(run)
    day = None
    if run.place(MONTHS) >= 0:
        place = _day_place(run)
        day = day_number(run.tokens.word(place)) if place >= 0 else None
        if day is None:
            return []
    return run.found(_calendar(run, day=day, part=part))


def _two_days(run: Run) -> list[Found]:
    first, second = run.first, run.first + 2
    days = [day_number(run.tokens.word(place)) for place in (first, second)]
    if None in days:
        return []
    return [
        *run.found(_calendar(run, day=days[0]), last=first + 1),
        *run.found(_calendar(run, day=days[1]), first=second),
    ]


def _month_year(run: Run) -> list[Found]:
    year = year_of(run)
    if year is None and run.has("ERA_BC"):
        year = year_number(run.word(symbol_set("NUMBER")))
    if run.has("CARDINAL"):
        year = spelled_year(run, run.place(symbol_set("CARDINAL")))
        if year is None:
            return []
    return run.found(_calendar(run, year=year, **_steps(run)))


def _is_in_name(run: Run) -> bool:
    """Whether a weekday is part of a name or says of which kind a thing is: "The Sunday Times", "his first Sunday message"."""
    before = run.tokens.word(run.first - 1)
    if before in _BEFORE_KINDS or before in _NAMED_DAYS.get(run.tokens.word(run.first), ()):
        return True
    following = _following(run)
    return following in _PAPERS or (before == "the" and _is_capitalised(run, run.last))


def _following(run: Run) -> str:
    """Return the word that stands behind the run and a space, as the text has it."""
    if run.last >= len(run.tokens.starts) or run.tokens.starts[run.last] != run.tokens.ends[run.last - 1] + 1:
        return ""
    return run.tokens.text[run.tokens.starts[run.last] : run.tokens.ends[run.last]]


def _bare_month(run: Run) -> list[Found]:
    place = run.place(MONTHS)
    if _following(run) in _NAMED_BY_MONTH:
        return []
    bare = run.first == place
    before = run.tokens.word(run.first - 1)
    if bare and _is_addressed(run):
        return []
    symbol = run.tokens.symbols[place]
    if bare and symbol == SYMBOL["MONTHABBR"] and not (run.has("DOT") and before in _MONTH_PREPOSITIONS):
        return []
    if (
        bare
        and symbol == SYMBOL["MAYMONTH"]
        and before not in _MONTH_PREPOSITIONS
        and not _is_month_adjective(run)
    ):
        return []
    return run.found(_calendar(run, step=step_of(run)))


def _is_addressed(run: Run) -> bool:
    """Whether the month is somebody's first name, who is spoken to: "So, April, the council has met"."""
    tokens = run.tokens
    return (
        tokens.word(run.first) in _FIRST_NAMES
        and tokens.symbol(run.first - 1) == SYMBOL["COMMA"]
        and tokens.symbol(run.last) in _BEHIND_A_NAME
        and tokens.word(run.first - 2) in _INTERJECTIONS
    )


def _is_month_adjective(run: Run) -> bool:
    """Whether "March" stands between an article and a noun: "the March accession"."""
    after = run.tokens.ends[run.last - 1]
    following = run.tokens.text[after : after + 2]
    return run.tokens.word(run.first - 1) in ("the", "a", "its", "their") and following[1:].islower()


def _season_year(run: Run) -> list[Found]:
    year = year_of(run)
    if year is None and run.has("ERA_BC"):
        year = year_number(run.word(symbol_set("NUMBER")))
    season = lexicon.SEASONS[run.word(SEASONS)]
    return run.found(_calendar(run, year=year, season=season, **_steps(run)))


def _bare_season(run: Run) -> list[Found]:
    place = run.place(SEASONS)
    before = run.tokens.word(place - 1)
    word = run.tokens.word(place)
    picked = run.has(
        "THIS", "LAST", "NEXT", "PAST", "COMING", "PREVIOUS", "FOLLOWING", "THAT", "EARLY", "LATE", "MID"
    )
    season_noun = before in _SEASON_PREPOSITIONS or (before == "the" and word != "fall")
    if before == "the" and word == "fall" and run.tokens.word(place - 2) in _SEASON_PREPOSITIONS:
        season_noun = run.tokens.word(run.last) != "of"
    if not (picked or season_noun):
        return []
    if word == "fall" and run.has("THAT") and run.tokens.word(run.last) in _FALLS_WHERE:
        return []
    return run.found(Dated(season=lexicon.SEASONS[word], step=step_of(run)))


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
    return run.found(_calendar(run, step=None if run.has("THIS") and run.has("COMING") else step_of(run)))


def _before_last(run: Run) -> list[Found]:
    weekday = lexicon.WEEKDAYS[run.word(WEEKDAYS)]
    if not run.has("UNIT"):
        return run.found(Dated(weekday=weekday, step=-2))
    if run.word(UNITS) != "day":
        return []
    beside = (weekday + (1 if run.has("AFTER") else -1)) % 7
    return run.found(Dated(weekday=beside, step=step_of(run)))


def _week_of(run: Run) -> list[Found]:
    place = _day_place(run)
    day = day_number(run.tokens.word(place)) if place >= 0 else None
    part = "WE" if run.has("WEEKEND") else "W"
    return run.found(_calendar(run, day=day, part=part)) if day else []


def _quarter(run: Run) -> list[Found]:
    number = _numbered(run, "QWORD")
    if number is None or number > 4:
        return []
    adjective = run.tokens.symbols[run.first] == SYMBOL["THE"] and run.has("HYPHEN")
    first = run.first + 1 if adjective else run.first
    return run.found(Dated(year=year_of(run), quarter=number, step=step_of(run)), first=first)


def _two_quarters(run: Run) -> list[Found]:
    """Two quarters that share their word: "the first and second quarters"; those of any year where it tells a habit."""
    places = [place for place in range(run.first, run.last) if run.tokens.symbols[place] in ORDINALS]
    first, second = (day_number(run.tokens.word(place)) or _QUARTERS + 1 for place in places)
    if not first < second <= _QUARTERS:
        return []
    year = year_of(run)
    before = {run.tokens.word(place) for place in range(run.first - _HABIT_BEFORE, run.first)}
    if year is None and not before.isdisjoint(_HABITUALLY):
        return [
            *run.found(Repeated(f"XXXX-Q{first}"), last=places[0] + 1),
            *run.found(Repeated(f"XXXX-Q{second}"), first=places[1]),
        ]
    return [
        *run.found(Dated(year=year, quarter=first), last=places[0] + 1),
        *run.found(Dated(year=year, quarter=second), first=places[1]),
    ]


def _half(run: Run) -> list[Found]:
    number = 2 if run.has("LATTER") else _numbered(run, "HWORD")
    if number is None or number > 2:
        return []
    step = 0 if run.has("UNIT") and step_of(run) is None else step_of(run)
    return run.found(Dated(year=year_of(run), half=number, step=step))


def _numbered(run: Run, letter: str) -> int | None:
    """Return the number of a quarter or half: "third", or the digit that follows its letter, "Q3"."""
    place = run.place(symbol_set(letter))
    if place < 0:
        return day_number(run.word(ORDINALS))
    tokens = run.tokens
    joined = tokens.starts[place + 1] == tokens.ends[place] and tokens.text[tokens.starts[place]].isupper()
    return day_number(tokens.word(place + 1)) if joined else None


def _weekend(run: Run) -> list[Found]:
    first = run.first + 1 if run.tokens.word(run.first) == "over" else run.first
    if run.has("LAST", "NEXT"):
        return run.found(Chosen("WE", step_of(run) or 0, "published"), first=first)
    if run.has("THIS"):
        return run.found(Dated(weekday=5, part="WE", step=0), first=first)
    return run.found(Dated(weekday=5, part="WE"), first=first)


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
    word = _following(run)
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
    if _CONTEST.match(tokens.text, tokens.ends[place]):
        return []
    of_a_thing = run.symbols[-2:] == SYMBOL["THE"] + SYMBOL["YEAR"]  # "about the 2024 election"
    first = place if of_a_thing else run.first
    named = before in _BEFORE_NAMES and _is_capitalised(run, run.last)
    law = before == "of" and tokens.word(place - 2) == "act"
    return run.found(Dated(year=value, of_name=named or law), first=first)


def _is_capitalised(run: Run, place: int) -> bool:
    """Whether the token is the first word of a name: "World" of "the 2022 World Cup"."""
    if place >= len(run.tokens.starts):
        return False
    start = run.tokens.starts[place]
    return run.tokens.text[start].isupper() and start == run.tokens.ends[place - 1] + 1


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


def _short_year(run: Run) -> list[Found]:
    before = run.tokens.word(run.first - 1)
    year = year_of(run)
    known = before in ("in", "of", "since", "until", "by", "from", "to", "during") or run.last - run.first > 1
    return run.found(Dated(year=year)) if known and year else []


CALENDAR_BUILDERS: dict[str, Builder] = {
    "iso": _iso,
    "numeric": _numeric,
    "clock": _clock_time,
    "part_of_date": _part_of_date,
    "two_days": _two_days,
    "month_day": _month_day,
    "month_year": _month_year,
    "month": _bare_month,
    "season_year": _season_year,
    "season": _bare_season,
    "week_of": _week_of,
    "before_last": _before_last,
    "weekday": _weekday,
    "quarter_year": _quarter,
    "two_quarters": _two_quarters,
    "quarter": _quarter,
    "half_year": _half,
    "weekend": _weekend,
    "decade": _decade,
    "century": _century,
    "spelled_year": _spelled,
    "era_year": _era_year,
    "year": _bare_year,
    "old_year": _old_year,
    "holiday": _holiday,
    "short_year": _short_year,
}
"""Builder by the name of the rule in the grammar."""

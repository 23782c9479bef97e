"""What the rules that count say: so long ago, last week, for three days, every month, now."""

import re

from index.language.dates.calendar import duration_value
from index.language.dates.counting import weekday_unit
from index.language.dates.rules import lexicon
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import (
    Anchor,
    Chosen,
    Counted,
    Dated,
    Length,
    Repeated,
    Spoken,
    Vague,
    YearBefore,
)
from index.language.dates.rules.runs import (
    ORDINALS,
    PARTS,
    SEASONS,
    WEEKDAYS,
    Builder,
    Found,
    Run,
    anchor_of,
    bound_of,
    count_of,
    counted_units,
    day_number,
    month_of,
    number_start,
    part_of,
    step_of,
    symbol_set,
    unit_of,
    year_of,
)

_RATED = frozenset("twice once times million billion barrels cents dollars percent %".split())
_A_YEAR = re.compile(r"[12]\d{3}\Z")
_SHOWS = frozenset("programme program show newspaper".split())
_NAMED = frozenset("the s 4 bbc usa".split())
"""What stands before the name of a programme: "BBC Radio 4's Today programme"."""
_WINDOW_PREPOSITIONS = frozenset("over throughout".split())
_WINDOWS = frozenset("over in during within throughout for just only".split())
_SOME_DAY = frozenset("will would may might could can hope hopes hoped".split())
"""Before "one day", which is then a day to come: "It will one day be the second largest"."""
_QUARTERS = 4
"""Quarters of a year."""
_VAGUELY = frozenset("for of by".split())
_LONG_UNITS = frozenset("years decades centuries".split())
"""Units that say only "long": "for years", "hundreds of years"."""
_PLAIN_UNIT_PREPOSITIONS = frozenset("for in of within after by over many".split())


_AGED = frozenset(
    "war conflict truce ceasefire agreement accord pact deal treaty ban embargo blockade strike siege fighting law rule policy "
    "dispute feud standoff stalemate impasse rebellion insurgency uprising revolt campaign offensive occupation regime "
    "government coalition programme program project plan tradition practice slump crisis investigation".split()
)
"""What has lasted as long as it is old: "the 8-month-old truce"; a person's age is no stretch of time."""
_ADJECTIVES = 2
"""Words that may stand between an age and the thing: "the two-year-old civil war"."""
_ALWAYS = frozenset(
    tuple(words.split())
    for words in (
        "24 hours a day",
        "seven days a week",
        "7 days a week",
        "365 days a year",
        "52 weeks a year",
    )
)
_OF_AN_AGE = frozenset(
    "world youth society economy generation generations children kids people leaders jobs cars technology technologies "
    "industries challenges threats problems workforce standards workers families students economies markets age".split()
)
"""What the present or the coming age has, whatever the day: "in today's world"."""
_TIMES = frozenset("time times visit visits trip trips meeting meetings summit summits visitor".split())
"""What is counted within a stretch: "the second time in 12 months"."""
_S_MONEY = SYMBOL["APOSTROPHE"] + SYMBOL["OTHER"] + SYMBOL["MONEY"]
"""What compares a sum with that of the period a year before: "from last year's $1.5 billion"."""
_MORE_UNITS = frozenset("week month year decade hour".split())
"""Units that "another" adds to others; "another day" is some day."""
_OVER_UNITS = frozenset("over through throughout".split())
_BEFORE_WHAT = symbol_set("OTHER", "THE", "ARTICLE")
"""What follows "the day before" where that is no day before the one spoken of: "the day before the vote"."""
_COUNTED_AHEAD = frozenset(("D", "W", "M", "Y"))
"""Units in which what lies ahead is counted by "in": "will return in two weeks"."""
_EACH = frozenset("a per each every".split())
"""Behind a length, what says how often: "are in five days a week"."""
_FOLLOWED = frozenset("that which since following ahead".split())


_BEFORE_A_VERB = frozenset(
    "shall will would can could may might must should to did does do didn't won't cannot".split()
)
"""What stands before a verb, as "last" is one in "shall last 30 days"."""


def _weekday_of_week(run: Run) -> list[Found]:
    step = step_of(run) or 0
    weekday = lexicon.WEEKDAYS[run.word(WEEKDAYS)]
    return run.found(Counted(step, weekday_unit(weekday), 1, anchor_of(run)))


def _weekday_span(run: Run) -> list[Found]:
    """Two weekdays of one week, or from one to the first such day after it: "from Tuesday to Friday next week"."""
    second = run.place(WEEKDAYS, run.first + 1)
    days = [lexicon.WEEKDAYS[run.tokens.word(place)] for place in (run.first, second)]
    first: Counted | Dated
    if run.has("UNIT"):
        if run.tokens.word(run.last - 1) != "week":
            return []
        step = step_of(run) or 0
        first, last = (Counted(step, weekday_unit(day), 1, "published") for day in days)
    else:
        first, last = (
            Dated(weekday=days[0]),
            Counted(0 if days[1] > days[0] else 1, weekday_unit(days[1]), 1, "told"),
        )
    return [*run.found(first, last=run.first + 1), *run.found(last, first=second)]


def _deixis(run: Run) -> list[Found]:
    word = run.word(symbol_set("DEIXIS"))
    if run.last - run.first == 1 and _is_of_an_age(run):
        return []
    part = part_of(run) or ("NI" if word == "tonight" else None)
    shift = lexicon.DAY_OFFSETS[word]
    return run.found(Counted(abs(shift), "D", 1 if shift > 0 else -1, "published", part=part))


def _is_of_an_age(run: Run) -> bool:
    """Whether "today" is the present age, "today's youth", "the jobs of tomorrow", or a name, "the Today programme"."""
    tokens = run.tokens
    if tokens.word(run.last) in _SHOWS and tokens.word(run.first - 1) in _NAMED:
        return True
    if tokens.symbol(run.last) == SYMBOL["APOSTROPHE"]:
        return tokens.word(run.last + 2) in _OF_AN_AGE
    return tokens.word(run.first - 1) == "of" and tokens.word(run.first - 2) in _OF_AN_AGE


def _year_before(run: Run) -> list[Found]:
    if run.tokens.word(run.place(symbol_set("UNIT"))) != "year":
        return []
    if run.has("UNITS"):
        place = run.place(symbol_set("AGO", "EARLIER")) + 1
        unit = run.place(symbol_set("UNITS"))
        return run.found(Length(count_of(run, place, unit), lexicon.UNITS[run.tokens.word(unit)]))
    ordinal = run.word(ORDINALS)
    bare = (not run.has("QUARTER", "PERIOD") and run.has("THE")) or run.has("ARTICLE")
    first = run.first + 1 if bare else run.first
    return run.found(YearBefore(day_number(ordinal) if ordinal else None), first=first)


def _counted_this(run: Run) -> list[Found]:
    """So many years before this week, today or this month: as fine as what it is counted from."""
    place, unit = unit_of(run)
    count = count_of(run, number_start(run, place), place)
    if count is None or unit not in ("Y", "M", "W"):
        return _counted(run)
    fine = "D"
    if not run.has("DEIXIS", "DAYPART"):
        fine = lexicon.UNITS[run.tokens.word(run.last - 1)]
    days_on = lexicon.DAY_OFFSETS.get(run.word(symbol_set("DEIXIS")), 0)
    return run.found(Counted(count, unit, -1, "published", fine=fine, days_on=days_on))


def _counted(run: Run) -> list[Found]:
    if run.has("LATER", "EARLIER") and run.tokens.word(run.first - 1) == "not":
        return []
    count, unit = counted_units(run)
    if run.has("DEIXIS", "WEEKDAY"):
        return _counted_on(run, count, unit)
    later = run.has("LATER", "HENCE", "FROM", "AFTER")
    anchor: Anchor = "published" if run.has("AGO", "HENCE", "FROM") else "story"
    return run.found(Counted(count, unit, 1 if later else -1, anchor, bound_of(run)))


def _counted_on(run: Run, count: float | None, unit: str) -> list[Found]:
    """So many units from a day that is named: "a week from today", "two weeks from Monday"."""
    if count is None or unit not in ("D", "W"):
        return []
    days = int(count * (7 if unit == "W" else 1))
    if run.has("DEIXIS"):
        days += lexicon.DAY_OFFSETS[run.word(symbol_set("DEIXIS"))]
        return run.found(Counted(abs(days), "D", 1 if days >= 0 else -1, "published"))
    weekday = lexicon.WEEKDAYS[run.word(WEEKDAYS)]
    return run.found(Dated(weekday=weekday, step=1, weeks_on=days // 7)) if days % 7 == 0 else []


def _day_before(run: Run) -> list[Found]:
    _, unit = unit_of(run)
    if run.has("DEIXIS"):
        word = run.word(symbol_set("DEIXIS"))
        shift = lexicon.DAY_OFFSETS[word] + (1 if run.has("AFTER") else -1)
        return run.found(Counted(abs(shift), "D", 1 if shift > 0 else -1, "published"))
    if run.has("LAST", "NEXT"):
        return run.found(Counted(2, unit, -1 if run.has("LAST") else 1, "published"))
    if run.has("BEFORE") and run.tokens.symbol(run.last) in _BEFORE_WHAT:
        return []
    # "The week after the truce" counts from the truce, whose week is not that of the day told last.
    after_what = unit != "D" and run.has("AFTER") and run.tokens.symbol(run.last) in _BEFORE_WHAT
    count = None if after_what else 1
    return run.found(Counted(count, unit, -1 if run.has("BEFORE") else 1, "story"))


def _every(run: Run) -> list[Found]:
    if run.tokens.word(run.first) == "per" and not run.has("UNIT", "SMALLUNIT", "QUARTER"):
        return []
    weekday = run.word(WEEKDAYS)
    if weekday:
        return run.found(Repeated(f"XXXX-WXX-{lexicon.WEEKDAYS[weekday] + 1}"))
    month = month_of(run)
    if month:
        return run.found(Repeated(f"XXXX-{month:02}"))
    season = run.word(SEASONS)
    if season:
        return run.found(Repeated(f"XXXX-{lexicon.SEASONS[season]}"))
    part = part_of(run)
    if part or run.has("DAYPART"):
        return run.found(Repeated(f"XXXX-XX-XXT{part or 'NI'}"))
    place, unit = unit_of(run)
    count = 2 if run.has("OTHERWORD") else count_of(run, run.first + 1, place)
    ordinal = run.word(ORDINALS)
    if ordinal:
        count = day_number(ordinal)
    return run.found(Repeated(duration_value(count or 1, unit)))


def is_before_name(run: Run) -> bool:
    """Whether a capital stands right behind the run: "the party daily Granma"."""
    end = run.tokens.ends[run.last - 1]
    return run.tokens.text[end : end + 1] == " " and run.tokens.text[end + 1 : end + 2].isupper()


def _weekdays(run: Run) -> list[Found]:
    """A day that recurs: "they meet on Mondays"."""
    weekday = lexicon.WEEKDAYS[run.tokens.word(run.first).removesuffix("s")]
    capital = run.tokens.text[run.tokens.starts[run.first]].isupper()
    return run.found(Repeated(f"XXXX-WXX-{weekday + 1}")) if capital else []


def _setword(run: Run) -> list[Found]:
    if run.tokens.word(run.first) == "daily" and is_before_name(run):
        return []
    return run.found(Repeated(lexicon.SETS[run.tokens.word(run.first)]))


def _rate(run: Run) -> list[Found]:
    _, unit = unit_of(run)
    return run.found(Repeated(duration_value(1, unit)), first=run.first + 1)


def _window(run: Run) -> list[Found]:
    side = 1 if run.has("NEXT", "COMING", "FOLLOWING") else -1
    season = run.word(SEASONS)
    if season:
        return []
    place, unit = unit_of(run)
    count = count_of(run, number_start(run, place), place)
    if run.tokens.word(run.first) == "last" and _is_behind_a_modal(run):
        return run.found(Length(count, unit), first=run.first + 1)
    return run.found(Length(count, unit, side))


def _is_behind_a_modal(run: Run) -> bool:
    """Whether the run begins with the verb of "shall last 30 days", "will only last 30 days"."""
    before = run.tokens.word(run.first - 1)
    if before in ("only", "just", "not") or before.endswith("ly"):
        before = run.tokens.word(run.first - 2)
    return before in _BEFORE_A_VERB


def _first_units(run: Run) -> list[Found]:
    place, unit = unit_of(run)
    ordinal = day_number(run.word(ORDINALS))
    if unit == "Q" and ordinal and ordinal <= _QUARTERS and number_start(run, place) == place:
        return run.found(Repeated(f"XXXX-Q{ordinal}"))
    count = count_of(run, number_start(run, place), place)
    if unit == "Q" and count == _QUARTERS / 2 and ordinal == 1 and run.has("YEAR"):
        return run.found(Dated(year=year_of(run), half=1))
    return run.found(Length(count, unit))


def _chosen(run: Run) -> list[Found]:
    step = step_of(run)
    anchor = anchor_of(run)
    part = run.word(PARTS)
    if part:
        code = lexicon.DAY_PARTS.get(part)
        return run.found(Chosen("D", step or 0, anchor, part=code))
    if run.has("PERIOD"):
        return run.found(Spoken("Q"))
    _, unit = unit_of(run)
    if unit == "D" and run.has("THIS") and run.tokens.word(run.first - 1) == "to":
        return []
    if run.has("FISCAL") and unit == "Y" and run.tokens.word(run.last) in ("ended", "ending"):
        return run.found(Length(1, unit))
    if run.has("LATEST", "COMPARABLE", "FULL", "FISCAL"):
        return run.found(Spoken(unit))
    if unit in ("DE", "CE") and step == -1 and run.has("PAST", "LAST"):
        return run.found(Length(1, unit, -1))
    if unit == "Y" and step == -1 and run.tokens.symbols[run.last : run.last + 3] == _S_MONEY:
        return run.found(YearBefore())
    if unit in ("Y", "M", "W") and step == -1 and (_is_window(run) or run.has("THIS")):
        return run.found(Length(1, unit, -1))
    if unit == "WE" and not step and anchor == "published":
        return run.found(Dated(weekday=5, part="WE", step=0))
    if step == 1 and run.has("THE") and run.tokens.word(run.first - 1) in _WINDOW_PREPOSITIONS:
        return run.found(Length(1, unit, 1))
    return run.found(Chosen(unit, step or 0, anchor))


def _is_window(run: Run) -> bool:
    """Whether "the last year" is the twelve months up to now: "over the last year", "just the past month"."""
    before = run.tokens.word(run.first - 1)
    if not run.has("THE") or run.tokens.symbol(run.last) == SYMBOL["OF"]:
        return False
    return before in _WINDOWS or (before == "of" and run.tokens.word(run.first - 2) == "course")


def _in_the_unit(run: Run) -> list[Found]:
    if not run.has("UNIT", "QUARTER", "WEEKEND"):
        return []
    _, unit = unit_of(run)
    if run.tokens.word(run.last - 1) == "end":
        return run.found(Dated(month=12, day=31, step=0)) if unit == "Y" else []
    if run.tokens.symbols[run.last - 2] == SYMBOL["ARTICLE"] or unit == "D":
        return []
    return run.found(Chosen(unit, 0, "story"))


def _length(run: Run) -> list[Found]:
    place, unit = unit_of(run)
    start = number_start(run, place)
    count, _ = counted_units(run)
    if run.has("OLD"):
        if not (run.has("HYPHEN") and _is_aged(run)):
            return []
        several = run.has("UNITS") and run.tokens.symbols[start] == SYMBOL["ARTICLE"]
        return run.found(Length(None, unit), first=place) if several else run.found(Length(count, unit))
    if unit == "Q" and run.has("QUARTERS") and run.has("HYPHEN"):
        return []
    if unit == "S" and run.tokens.symbols[start] == SYMBOL["ARTICLE"]:
        return []
    if _is_always(run):
        return []
    if (unit, count) == ("D", 1) and run.tokens.word(start) == "one":
        before = {run.tokens.word(earlier) for earlier in range(run.first - 3, run.first)}
        if not before.isdisjoint(_SOME_DAY):
            return run.found(Vague("FUTURE_REF"))
    rate = run.tokens.symbols[place - 1] == SYMBOL["ARTICLE"] and place - 1 == run.first
    if rate and _is_rate(run):
        return run.found(Repeated(duration_value(1, unit)))
    inside = unit in _COUNTED_AHEAD and run.tokens.symbol(run.first - 1) == SYMBOL["IN"]
    often = run.tokens.word(run.last) in _EACH and run.tokens.symbol(run.last + 1) == SYMBOL["UNIT"]
    inside = inside and not often and run.tokens.word(run.first - 2) not in _TIMES
    return run.found(Length(count, unit, inside=inside))


def _is_always(run: Run) -> bool:
    """Whether the run is "24 hours" or "a day" of "24 hours a day", "seven days a week", which only say "always"."""
    words = [run.tokens.word(place) for place in range(run.first - 2, run.last + 2)]
    return any(tuple(words[place : place + 4]) in _ALWAYS for place in range(len(words) - 3))


def _is_aged(run: Run) -> bool:
    """Whether what is so old is something that lasts."""
    behind = {run.tokens.word(run.last + place) for place in range(_ADJECTIVES + 1)}
    return not behind.isdisjoint(_AGED)


def _is_rate(run: Run) -> bool:
    """Whether "a day" says how often: "$5 a day", "twice a week"."""
    before = run.tokens.word(run.first - 1)
    return before in _RATED


def _unit_long(run: Run) -> list[Found]:
    _, unit = unit_of(run)
    plural = run.has("UNITS", "SMALLUNITS", "QUARTERS")
    if run.has("OLD") and not (
        plural and _is_aged(run) and run.tokens.symbol(run.first - 1) != SYMBOL["HYPHEN"]
    ):
        return []
    return run.found(Length(None if plural else 1, unit))


def _added_unit(run: Run) -> list[Found]:
    """One more unit, or the whole of one: "another year", "an additional month", "the entire week"."""
    _, unit = unit_of(run)
    word = run.tokens.word(run.last - 2)
    if run.tokens.symbol(run.last) == SYMBOL["HYPHEN"] or (
        word == "another" and run.tokens.word(run.last - 1) not in _MORE_UNITS
    ):
        return []
    return run.found(Length(1, unit)) if run.has("ARTICLE", "THE") or word == "another" else []


def _spoken(run: Run) -> list[Found]:
    if run.has("PERIOD"):
        return []
    _, unit = unit_of(run)
    if (
        unit == "Y"
        and run.tokens.symbol(run.first - 1) == SYMBOL["COMMA"]
        and _A_YEAR.match(run.tokens.word(run.first - 2))
    ):
        # "since 2015, the year the accord was adopted"
        return []
    if unit == "Y" and run.tokens.word(run.last) == "ended":
        return run.found(Length(1, unit))
    return run.found(Spoken(unit)) if unit in ("Q", "Y") else []


def _plain_units(run: Run) -> list[Found]:
    before = run.tokens.word(run.first - 1)
    word = run.tokens.word(run.last - 1)
    if run.has("THE"):
        followed = before == "in" and run.tokens.word(run.last) in _FOLLOWED
        passed = before in _OVER_UNITS and run.tokens.word(run.last) != "of"
        return run.found(Length(None, lexicon.UNITS[word])) if followed or passed else []
    if before not in _PLAIN_UNIT_PREPOSITIONS or word in ("quarters", "seconds", "weekends"):
        return []
    if before in _VAGUELY and (word in _LONG_UNITS or run.tokens.word(run.first - 2) == "matter"):
        return []
    return run.found(Length(None, lexicon.UNITS[word]))


def _reference(run: Run) -> list[Found]:
    if run.symbols == SYMBOL["THE"] + SYMBOL["PAST"]:
        return run.found(Vague("PAST_REF")) if run.tokens.word(run.first - 1) in ("in", "of", "from") else []
    word = run.tokens.word(run.last - 1)
    return run.found(Vague(lexicon.REFERENCES[word]))


COUNTING_BUILDERS: dict[str, Builder] = {
    "weekday_span": _weekday_span,
    "weekday_of_week": _weekday_of_week,
    "deixis": _deixis,
    "year_before": _year_before,
    "counted_this": _counted_this,
    "counted": _counted,
    "day_before": _day_before,
    "weekdays": _weekdays,
    "every": _every,
    "setword": _setword,
    "money_rate": _rate,
    "window": _window,
    "first_units": _first_units,
    "chosen": _chosen,
    "in_the_unit": _in_the_unit,
    "length": _length,
    "unit_long": _unit_long,
    "added_unit": _added_unit,
    "spoken": _spoken,
    "plain_units": _plain_units,
    "reference": _reference,
}
"""Builder by the name of the rule in the grammar."""

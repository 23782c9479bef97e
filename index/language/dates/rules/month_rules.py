"""What the rules for months and longer parts of a year say: seasons, quarters, halves."""

from index.language.dates.rules import lexicon
from index.language.dates.rules.calendar_parts import calendar_parts, steps_of, word_behind
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Dated, Repeated
from index.language.dates.rules.runs import (
    MONTHS,
    ORDINALS,
    SEASONS,
    Builder,
    Found,
    Run,
    day_number,
    spelled_year,
    step_of,
    symbol_set,
    year_number,
    year_of,
)

_MONTH_PREPOSITIONS = frozenset(
    "in of since until till by from to during through for and or between before after this last next each".split()
)
_SEASON_PREPOSITIONS = frozenset("in during since until by of through for".split())
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
_FALLS_WHERE = frozenset("under within into to short outside below from between behind".split())
"""Words behind a verb: "products that fall under the ban"."""
_QUARTERS = 4
"""Quarters of a year."""
_HABITUALLY = frozenset("usually typically generally normally always traditionally often mostly".split())
_HABIT_BEFORE = 8
"""Words before a date in which one of those speaks of it; chosen."""


def _month_year(run: Run) -> list[Found]:
    year = year_of(run)
    if year is None and run.has("ERA_BC"):
        year = year_number(run.word(symbol_set("NUMBER")))
    if run.has("CARDINAL"):
        year = spelled_year(run, run.place(symbol_set("CARDINAL")))
        if year is None:
            return []
    return run.found(calendar_parts(run, year=year, **steps_of(run)))


def _bare_month(run: Run) -> list[Found]:
    place = run.place(MONTHS)
    if word_behind(run) in _NAMED_BY_MONTH:
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
    return run.found(calendar_parts(run, step=step_of(run)))


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
    return run.found(calendar_parts(run, year=year, season=season, **steps_of(run)))


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


MONTH_BUILDERS: dict[str, Builder] = {
    "month_year": _month_year,
    "month": _bare_month,
    "season_year": _season_year,
    "season": _bare_season,
    "quarter_year": _quarter,
    "two_quarters": _two_quarters,
    "quarter": _quarter,
    "half_year": _half,
}
"""Builder by the name of the rule in the grammar."""

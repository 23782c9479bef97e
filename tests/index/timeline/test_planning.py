"""Whether a date was still to come, whether it is a goal, and whether a clause is mere talk: the bounds of each rule."""

from datetime import date, timedelta
from typing import Any

import pytest

from index.language.dates import TimeExpression
from index.language.english.events.planning import is_goal, is_planned
from index.language.english.events.talk import is_talk
from index.model import Granularity

FRIDAY = date(2025, 3, 14)
DAY = timedelta(days=1)


def expression(
    first: date | None, last: date | None, granularity: Granularity = "day", **other: Any
) -> TimeExpression:
    return TimeExpression(0, 4, other.pop("type", "DATE"), "", first, last, granularity, "relative", **other)


@pytest.mark.parametrize(
    ("first", "last", "planned"),
    [
        (FRIDAY + DAY, FRIDAY + DAY, True),
        (FRIDAY + DAY, None, True),
        (FRIDAY - DAY, FRIDAY - DAY, False),
        (None, FRIDAY - DAY, False),
        (FRIDAY - DAY, FRIDAY, False),
        (None, FRIDAY, False),
        (FRIDAY, None, True),
        (FRIDAY, FRIDAY, False),
        (FRIDAY, FRIDAY + DAY, False),
        (FRIDAY - DAY, FRIDAY + DAY, False),
    ],
)
def test_where_nothing_else_is_said_the_day_tells(
    first: date | None, last: date | None, planned: bool
) -> None:
    assert is_planned(expression(first, last), FRIDAY, "Envoys 2025", 7) is planned


def test_a_stretch_that_begins_on_the_day_of_writing_is_still_to_come() -> None:
    for kind, planned in (("DURATION", True), ("DATE", False)):
        found = expression(FRIDAY, FRIDAY + 9 * DAY, type=kind)
        assert is_planned(found, FRIDAY, "Envoys week", 7) is planned


@pytest.mark.parametrize(("tense", "planned"), [("future", True), ("past", False), ("unknown", False)])
def test_without_a_day_of_writing_the_verb_tells(tense: Any, planned: bool) -> None:
    assert (
        is_planned(expression(FRIDAY, FRIDAY, tense=tense), None, "they will meet on Friday", 18) is planned
    )


@pytest.mark.parametrize(
    ("clause", "tense", "planned"),
    [
        ("they met | today", "unknown", False),
        ("they will meet | today", "unknown", True),
        ("they will meet | today", "past", False),
        ("they spoke | today", "future", True),
        ("they will meet and spoke | today", "unknown", False),
        ("they spoke and will meet | today", "unknown", True),
        ("| today they will meet", "unknown", True),
        ("| today they will meet where they spoke", "unknown", True),
        ("| today they spoke and will meet", "unknown", False),
        ("| today the talks", "unknown", False),
        ("they will have signed | today", "unknown", False),
        ("they signed a paper | today and will meet", "future", False),
        ("they signed a new paper | today", "future", False),
        ("they signed a very new paper | today", "future", True),
        ("they are signing a paper | today", "future", False),
        ("talks | later today", "unknown", True),
        ("talks | tomorrow", "unknown", True),
        ("talks | the coming days", "past", False),
        ("talks | earlier today will go on", "future", False),
    ],
)
def test_the_verb_that_is_nearest_tells_of_the_day_of_writing(clause: str, tense: Any, planned: bool) -> None:
    place = clause.index("|")
    found = expression(FRIDAY, FRIDAY, tense=tense)
    assert is_planned(found, FRIDAY, clause.replace("| ", ""), place) is planned


def test_what_is_done_by_being_said_is_done_on_the_day_of_writing_alone() -> None:
    clause = "we are signing a paper today"
    assert not is_planned(expression(FRIDAY, FRIDAY, tense="future"), FRIDAY, clause, 23)
    assert is_planned(expression(FRIDAY, FRIDAY + DAY, tense="future"), FRIDAY, clause, 23)


@pytest.mark.parametrize(
    ("last", "clause", "planned"),
    [
        (FRIDAY + DAY, "the port opens by | May", True),
        (FRIDAY + DAY, "the port opens until the | May", True),
        (FRIDAY + DAY, "the port opens in | May", False),
        (FRIDAY, "the port opens by | May", False),
        (None, "the port opens by | May", False),
    ],
)
def test_by_a_day_is_still_to_come_where_its_end_is(last: date | None, clause: str, planned: bool) -> None:
    place = clause.index("|")
    found = expression(FRIDAY - DAY, last, "month")
    assert is_planned(found, FRIDAY, clause.replace("| ", ""), place) is planned


@pytest.mark.parametrize("place", [-3, 0])
def test_a_date_that_stands_before_its_clause_is_read_by_what_follows(place: int) -> None:
    assert is_planned(expression(FRIDAY, FRIDAY), FRIDAY, "they will meet", place)
    assert not is_planned(expression(FRIDAY, FRIDAY), FRIDAY, "they met", place)


@pytest.mark.parametrize(
    ("year", "granularity", "clause", "goal"),
    [
        (2028, "year", "open the ports by | 2028", True),
        (2027, "year", "open the ports by | 2027", False),
        (2027, "year", "double the catch by | 2027", True),
        (2026, "year", "double the catch by | 2026", True),
        (2025, "year", "double the catch by | 2025", False),
        (2024, "year", "double the catch by | 2024", False),
        (2027, "year", "double the catch in | 2027", False),
        (2028, "year", "open the ports in | 2028", False),
        (2030, "decade", "open the ports by the end of | the 2030s", True),
        (2028, "month", "open the ports by | May 2028", False),
    ],
)
def test_a_goal_lies_three_years_ahead_or_says_how_much(
    year: int, granularity: Any, clause: str, goal: bool
) -> None:
    found = expression(date(year, 1, 1), date(year, 12, 31), granularity)
    assert is_goal(found, FRIDAY, clause.replace("| ", ""), clause.index("|")) is goal


def test_of_no_goal_is_known_without_both_days() -> None:
    clause, found = "open the ports by 2030", expression(date(2030, 1, 1), date(2030, 12, 31), "year")
    assert is_goal(found, FRIDAY, clause, 18)
    assert not is_goal(found, None, clause, 18)
    assert not is_goal(expression(None, date(2030, 12, 31), "year"), FRIDAY, clause, 18)
    assert not is_goal(found, FRIDAY, clause, -1)


@pytest.mark.parametrize(
    ("clause", "names", "talk"),
    [
        ("the envoys left | today", True, False),
        ("prices are high | today", True, True),
        ("prices are high | today", False, True),
        ("prices are high | on Monday", True, False),
        ("prices are high and rose | today", True, False),
        ("high prices | today", True, False),
        ("the gun costs a fortune | today", True, True),
        ("it's cold | today", True, True),
        ("you asked about the harbour | on Monday", True, True),
        ("I referenced the harbour | on Monday", False, True),
        ("I referenced the harbour | on Monday", True, False),
        ("He spoke about the old harbour there | on Monday", False, True),
        ("He spoke about the harbour and fish | on Monday again", False, False),
        ("He spoke about the harbour | on Monday", True, False),
        ("we must open the port | on Monday", True, True),
        ("we must open the port by | Monday", True, False),
        ("I am happy to be | on Monday", True, True),
        ("as you heard | on Monday the port will open", True, True),
        ("see what happened | on Monday in the port", True, True),
        ("Ada Varn said “prices are high” and left | today", True, False),
        ("Ada Varn said “prices are high | today” and left", True, True),
        ("“prices are high” | today “they rose”", True, False),
        ("“they rose” and prices are high | today", True, True),
        ("prices are high | today “they rose”", True, True),
    ],
)
def test_talk(clause: str, names: bool, talk: bool) -> None:
    place = clause.index("|")
    words = clause.replace("| ", "")
    length = max(
        (len(one) for one in ("today", "on Monday", "Monday") if words[place:].startswith(one)), default=0
    )
    assert is_talk(words, place, length, names=names) is talk


@pytest.mark.parametrize(("place", "talk"), [(-1, False), (0, True), (19, True), (20, False)])
def test_a_date_outside_of_its_clause_is_no_talk(place: int, talk: bool) -> None:
    assert is_talk("I am happy to be now", place, 3, names=True) is talk

"""What the expression before or behind another says of it: the year, the side of publication, the day that it ends on."""

import re
from dataclasses import dataclass, replace
from datetime import date

from index.language.dates.calendar import Stretch
from index.language.dates.counting import weekday_unit
from index.language.dates.partial import value_in_year
from index.language.dates.rules.grammar import Tokens
from index.language.dates.rules.lexicon import SYMBOL
from index.language.dates.rules.meanings import Chosen, Counted, Dated, Meaning, Repeated, YearBefore
from index.language.dates.rules.runs import Found
from index.language.dates.tense import Tense, sentence_begins

_AND_ON = 3
"""Tokens between two days that are joined: ", and on"."""
_FROM_MONTH_TO_MONTH = 6
"""Tokens between two months of one statement, up to: "June from $29.75 in March"; chosen."""
_BESIDE = frozenset(("", SYMBOL["COMMA"]))
_BESIDE_ON = frozenset(
    (SYMBOL["ON"], SYMBOL["IN"], SYMBOL["COMMA"] + SYMBOL["ON"], SYMBOL["COMMA"] + SYMBOL["IN"])
)
"""What may stand between a day or month and the years that are counted back from it."""
_MOST_JOINED = 3
"""Dates of one statement that share their "each year"; chosen."""
_OF_EACH = frozenset(("", SYMBOL["OF"], SYMBOL["COMMA"]))
_EACH_ON = frozenset(
    (
        "",
        SYMBOL["ON"],
        SYMBOL["IN"],
        SYMBOL["BY"],
        SYMBOL["COMMA"] + SYMBOL["ON"],
        SYMBOL["COMMA"] + SYMBOL["IN"],
    )
)
_JOINED = frozenset(
    joint + preposition
    for joint in (SYMBOL["AND"], SYMBOL["OR"], SYMBOL["COMMA"], SYMBOL["COMMA"] + SYMBOL["AND"])
    for preposition in ("", SYMBOL["IN"], SYMBOL["ON"])
)
"""What stands between a date and the "each year" behind it or before it, and between two such dates."""
_NUMBERS = SYMBOL["DAYNUM"] + SYMBOL["NUMBER"]
_COMMA, _AND = SYMBOL["COMMA"], SYMBOL["AND"]
_DAYS_OF_A_YEAR = re.compile(
    rf"(?:(?:{_COMMA}[{_NUMBERS}])+(?:{_COMMA}?{_AND}[{_NUMBERS}])?|{_COMMA}?{_AND}[{_NUMBERS}]){_COMMA}\Z"
)
"""Between the first of some days and their year: "Oct. 9, 11, 1981", "May 3, 4 and 5, 2024"."""
_LISTING = frozenset(SYMBOL[name] for name in ("HYPHEN", "DASH", "TO", "AND", "OR", "COMMA", "UNTIL", "ON"))
_LINKS = frozenset(SYMBOL[name] for name in ("HYPHEN", "DASH", "TO", "AND", "OR", "COMMA", "UNTIL"))


@dataclass(frozen=True, slots=True)
class Before:
    """What the expression before another came to: the days it covers, and what the verbs around it say."""

    stretch: Stretch
    tense: Tense


class Neighbours:
    """The expressions of a text in their order, and what each says of the one beside it."""

    def __init__(self, tokens: Tokens, found: list[Found], published: date | None) -> None:
        self._tokens = tokens
        self._found = found
        self._published = published

    def year(self, place: int) -> int | None:
        """Return the year that the expressions beside a date without one give it; None when they give none."""
        return (
            self._year_ahead(place)
            or self._years_ago(place)
            or self._year_before(place)
            or self._year_behind(place)
        )

    def tense(self, place: int, tense: Tense, before: Before | None) -> Tense:
        """Return the tense of an expression, by that before it where the verbs leave it open or speak of that one only."""
        if before is None or self._published is None:
            return tense
        if tense == "unknown" and self._follows_a_past_month(place, before, self._published):
            return "past"
        if tense == "unknown" and self._follows_a_month_to_come(place, before, self._published):
            return "future"
        if not self._follows_a_day_to_come(place, before, self._published):
            return tense
        return tense if "past" in (tense, before.tense) and not self._is_listed(place) else "future"

    def meaning(self, place: int, tense: Tense, before: Before | None) -> Meaning:
        """Return what an expression says, with what the one before it gives: the step to a weekday, the year to a quarter."""
        meaning = self._found[place].meaning
        if isinstance(meaning, Dated) and before is not None and self._names_the_one_before(place, meaning):
            earliest = before.stretch.earliest
            return replace(meaning, year=earliest.year) if earliest else meaning
        if isinstance(meaning, Dated) and self._is_of_that_week(place, meaning):
            week = self._found[place - 1].meaning
            step = week.step if isinstance(week, Chosen) else 0
            return Counted(
                step, weekday_unit(meaning.weekday or 0), 1, "published", part=meaning.clock or meaning.part
            )
        if isinstance(meaning, Dated) and self._recurs(place, meaning):
            return Repeated(value_in_year(meaning, "XXXX"))
        if not isinstance(meaning, Dated) or tense != "future" or before is None or self._published is None:
            return meaning
        another = self._comes_after_another(place, meaning, before, self._published)
        return replace(meaning, step=1) if another else meaning

    def end(self, place: int) -> Dated | None:
        """Return the day that the words right behind an expression give as its end: "the quarter ended Sept. 30"."""
        last = self._found[place].last
        if self._tokens.word(last) not in ("ended", "ending") or place + 1 == len(self._found):
            return None
        end = self._found[place + 1]
        return end.meaning if end.first == last + 1 and isinstance(end.meaning, Dated) else None

    def _gap(self, place: int) -> str:
        """Return the symbols between the expression before and this one."""
        return self._tokens.symbols[self._found[place - 1].last : self._found[place].first]

    def _names_the_one_before(self, place: int, meaning: Dated) -> bool:
        """Whether a quarter is the one before it by its number: "in the year-ago quarter, the second quarter ended Oct. 31"."""
        if meaning.quarter is None or meaning.year is not None or place == 0:
            return False
        return isinstance(self._found[place - 1].meaning, YearBefore) and self._gap(place) == SYMBOL["COMMA"]

    def _is_of_that_week(self, place: int, meaning: Dated) -> bool:
        """Whether a weekday is one of the week named right before it: "met last week, on Thursday"."""
        if place == 0 or meaning.weekday is None or meaning.month is not None or meaning.step is not None:
            return False
        week = self._found[place - 1].meaning
        if (
            not isinstance(week, Chosen)
            or (week.unit, week.anchor) != ("W", "published")
            or meaning.part == "WE"
        ):
            return False
        return self._gap(place) in _BESIDE_ON and abs(week.step) == 1

    def _recurs(self, place: int, meaning: Dated) -> bool:
        """Whether a date is of every year: "by 1 November each year", "each year on July 4", "in March and May of each year"."""
        if not _lacks_year(meaning) or meaning.step is not None:
            return False
        behind = place + 1
        while behind < len(self._found) and behind <= place + _MOST_JOINED:
            following = self._found[behind].meaning
            if _is_yearly(following):
                return self._gap(behind) in _OF_EACH
            if not _lacks_year(following) or self._gap(behind) not in _JOINED:
                break
            behind += 1
        before = place - 1
        while before >= 0 and before >= place - _MOST_JOINED:
            if _is_yearly(self._found[before].meaning):
                return self._gap(before + 1) in _EACH_ON
            if not _lacks_year(self._found[before].meaning) or self._gap(before + 1) not in _JOINED:
                break
            before -= 1
        return False

    def _is_in_one_sentence(self, place: int) -> bool:
        """Whether the expression before stands in the sentence of this one."""
        return not sentence_begins(self._tokens, self._found[place - 1].last, self._found[place].first)

    def _year_ahead(self, place: int) -> int | None:
        """Return the year that a range gives only at its end: "from March to June 2022"."""
        item = self._found[place]
        if (
            not isinstance(item.meaning, Dated)
            or item.meaning.year is not None
            or place + 1 == len(self._found)
        ):
            return None
        month, gap = item.meaning.month, self._gap(place + 1)
        if item.meaning.day is not None and _DAYS_OF_A_YEAR.match(gap):
            return _year_alone(self._found[place + 1].meaning)
        if month is None or len(gap) > 2 or not all(symbol in _LINKS for symbol in gap):
            return None
        named = _month_and_year(self._found[place + 1].meaning)
        if named is None:
            return None
        return named[1] if month <= named[0] else named[1] - 1

    def _year_before(self, place: int) -> int | None:
        """Return the year that stands right before a month: "the 2021 July unrest"."""
        if place == 0 or not _lacks_year(self._found[place].meaning) or self._gap(place):
            return None
        return _year_alone(self._found[place - 1].meaning)

    def _years_ago(self, place: int) -> int | None:
        """Return the year that the words beside a month count back to: "in February, two years ago", "a year ago on May 6"."""
        if self._published is None or not _lacks_year(self._found[place].meaning):
            return None
        for beside, gap_before, gaps in ((place + 1, place + 1, _BESIDE), (place - 1, place, _BESIDE_ON)):
            back = self._found[beside].meaning if 0 <= beside < len(self._found) else None
            if not isinstance(back, Counted) or (back.unit, back.sign, back.anchor) != ("Y", -1, "published"):
                continue
            if back.count is not None and not back.bound and self._gap(gap_before) in gaps:
                return max(1, self._published.year - int(back.count))
        return None

    def _year_behind(self, place: int) -> int | None:
        """Return the year that a sentence gives only once: "was signed on 3 March 2019 and took force on 1 May"."""
        item = self._found[place].meaning
        if place == 0 or not isinstance(item, Dated) or not _lacks_year(item):
            return None
        before = self._found[place - 1].meaning
        named = _month_and_year(before)
        if item.weekday is not None or item.step is not None or named is None:
            return None
        if not self._is_in_one_sentence(place):
            return None
        since = before.day if isinstance(before, Dated) else None
        return named[1] if (item.month or 0, item.day or 31) >= (named[0], since or 0) else None

    def _follows_a_past_month(self, place: int, before: Before, published: date) -> bool:
        """Whether the month before it in the sentence lies behind publication: "a high in June, from $29 in March"."""
        latest = before.stretch.latest
        if self._tokens.symbol(self._found[place].first - 1) == SYMBOL["ARTICLE"]:
            return False  # "the stage for a Dec. 8 strike"
        if not all(_lacks_year(item.meaning) for item in self._found[place - 1 : place + 1]):
            return False
        if latest is None or latest >= published or before.tense == "future":
            return False
        return len(self._gap(place)) <= _FROM_MONTH_TO_MONTH and self._is_in_one_sentence(place)

    def _follows_a_month_to_come(self, place: int, before: Before, published: date) -> bool:
        """Whether the day before it in the sentence is to come: "will play here on Sept. 12, with a last date on Oct. 10"."""
        earliest = before.stretch.earliest
        if earliest is None or earliest <= published or before.tense != "future":
            return False
        dates = [item.meaning for item in self._found[place - 1 : place + 1]]
        if not all(isinstance(one, Dated) and one.day is not None and _lacks_year(one) for one in dates):
            return False
        return self._is_in_one_sentence(place)

    def _follows_a_day_to_come(self, place: int, before: Before, published: date) -> bool:
        """Whether a weekday is joined to a day that lies ahead: "the talks run tomorrow and Thursday"."""
        meaning = self._found[place].meaning
        if not isinstance(meaning, Dated) or meaning.weekday is None or meaning.month is not None:
            return False
        if not _is_a_day_ahead(before.stretch, published):
            return False
        return self._is_listed(place) or self._is_named_again(place, meaning)

    def _is_listed(self, place: int) -> bool:
        """Whether nothing but "and", "or", a dash or a comma stands between the expression before and this one."""
        gap = self._gap(place)
        return bool(gap) and len(gap) <= _AND_ON and _LISTING.issuperset(gap)

    def _is_named_again(self, place: int, meaning: Dated) -> bool:
        """Whether the sentence has named the same weekday: "On Monday he will host the envoys, who arrive on Monday"."""
        before = self._found[place - 1].meaning
        return (
            isinstance(before, Dated)
            and (before.weekday, before.month) == (meaning.weekday, None)
            and meaning.step is None
            and self._is_in_one_sentence(place)
        )

    def _comes_after_another(self, place: int, meaning: Dated, before: Before, published: date) -> bool:
        """Whether the weekday of publication is that of a week later, behind another day to come in its sentence.

        "Next Monday the President will host one envoy, and on Thursday another", written on a Thursday.
        """
        if meaning.month is not None or meaning.step is not None or meaning.part == "WE":
            return False
        if meaning.weekday != published.weekday() or not _is_a_day_ahead(before.stretch, published):
            return False
        return self._is_in_one_sentence(place)


def _year_alone(meaning: Meaning) -> int | None:
    """Return the year that an expression is no more than."""
    if not isinstance(meaning, Dated) or meaning.before_christ or meaning.month is not None:
        return None
    return meaning.year


def _is_yearly(meaning: Meaning) -> bool:
    return isinstance(meaning, Repeated) and meaning.value == "P1Y"


def _lacks_year(meaning: Meaning) -> bool:
    return isinstance(meaning, Dated) and meaning.month is not None and meaning.year is None


def _month_and_year(meaning: Meaning) -> tuple[int, int] | None:
    if not isinstance(meaning, Dated) or meaning.before_christ:
        return None
    return (meaning.month, meaning.year) if meaning.month is not None and meaning.year is not None else None


def _is_a_day_ahead(stretch: Stretch, published: date) -> bool:
    return (
        stretch.earliest is not None
        and stretch.earliest > published
        and stretch.granularity in ("day", "time")
    )

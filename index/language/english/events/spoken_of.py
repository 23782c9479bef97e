"""Dates of which nothing is told: part of a name, spoken of, asked about, or only how things stand.

"The Spring Revolution", "as we move past Labor Day", "here we are in late August", "a tomorrow that we want for our children".
"""

import re

from index.language.english.events.told import Told
from index.language.patterns import late


def _words(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE | re.VERBOSE)


DEICTIC = _words(r"(?:today|tonight|tomorrow|yesterday|now|this\s+\w+|last\s+\w+|next\s+\w+)(?:\s+\w+)?\Z")
"""A date that is counted from the day of speaking."""
COMES_AGAIN = _words(r"""
    (?:(?:the|early|late|mid)[\s-]+)*(?:january|february|march|april|may|june|july|august|september|october|november|december|spring
    |summer|autumn|fall|winter|christmas|easter|thanksgiving|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+\w+)?)\Z""")
"""A date that comes again: with no year, and not "last" or "next"."""

# The date is a part of a thing.
_CUT_OFF = late(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\Z")
_DAY_BEHIND = late(r"\s*\d")
_NAMED = late(r"(?:(?:[Tt]he|[Tt]his)\s+)?(?:Spring|Summer|Autumn|Fall|Winter|Year)\Z")
_NAME_BEHIND = late(r"\s+(?:of\s+)?[A-Z]")
_NOUN = _words(r"\ban?\s+\Z")
"""Before a count of days that is a thing: "a tomorrow that we want for our children"."""
_OF_A_NATION = _words(
    r"(?:[’']s?|\b(?!(?:on|the|for|this|last|next|until|since|by|before|after|and|celebrate|mark)\b)[a-z]+)\s+\Z"
)
_NATIONAL_DAY = _words(r"independence\s+day\Z")
_JOINED = late(r"[/-]\Z")
_HYPHENED = late(r"\w-\w")
_SPAN_OF_DAYS = _words(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day-(?:mon|tues|wednes|thurs|fri|satur|sun)day\Z"
)
_SPAN_BEHIND = _words(r"-(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+[a-z]+s\b")
_LOWER_BEHIND = late(
    r"\s+(?!(?:and|or|but|in|on|at|to|of|by|for|from|with|that|when|as|after|before|was|were|is|are|has|had|will|said)\b)[a-z]+"
)

# Nothing is told of it.
_HERE_NOW = _words(r"""
    \b(?:here\s+(?:we|you|I)\s+are|(?:we|you|I)(?:[’']re|\s+are|[’']m|\s+am)(?:\s+(?:now|already|still))?),?\s+
    (?:[^,;:]{1,20},\s+[^,;:]{1,30}\s+)?(?:in|at)\s+\Z""")
"""How late it is: "here we are in late August"."""
_LOOKED_AT = _words(r"""
    \blook(?:s|ed|ing)?\s+back\s+(?:on|at|to)\s+\Z|\b(?:head|heading|get|getting|move|moving)\s+(?:into|past|towards?)\s+\Z
    |\bpost[\s-]+\Z|\bevents\s+of\s+(?:the\s+)?\Z""")
_BEGAN = _words(r"\b(?:began|begins?|started?|starts|ended|ends?|spent|spend)\s+\Z")
_UNIT_ALONE = _words(r"the\s+(?:year|month|week|day|quarter|season|decade)\Z")
_PAST_A_DAY = _words(r"past\b")
_ABOUT_IT = _words(r"about\b")
_TALKING = _words(r"\b(?:talk(?:ed|ing|s)?|speak(?:ing|s)?|spoke|ask(?:ed|ing)?)\s+\Z")
_THAT_TIME = _words(r"that\s+(?:same\s+)?(?:year|month|week|spring|summer|autumn|fall|winter)\Z")
"""A time that was named before."""
_IS = _words(r"\b(?:is|are)\s+\Z")
_IT_IS = _words(r"\W*(?:\w+,?\s+)?(?:it|that|this)(?:[’']s|\s+is|\s+was)\s+(?:(?!why\b)\w+\s+)?\Z")
_NOT_CLEFT = _words(r"\s*,?\s+(?:that|when|since|at|in|on)\b")
"""Behind a date that "it was" puts first: "it was in May that he fell"."""
_REFERENCE = late(r"\bet\s+al\b|\bdoi\.org|\bISBN\b|\barXiv\b")
_ASKED = late(r"[^.;!?”\"]{0,60}\?")
"""The rest of a question."""

# How things stand today.
_NOW = _words(r"(?:today|now)\Z")
_STILL = _words(r"\b(?:still|even|call|called|of|like|than)\s+\Z")
_STATE = _words(r"""
    \b(?:remains?|appears?|seems?|looks?(?!\s+forward)|feels?|stays?|lives?)\b(?:(?!\b(?:that|who|which|and)\b)[^,;:.]){0,90}\Z
    |\b(?:who|that|which)\s+(?:is|are)\s+(?:[\w-]+\s+){1,3}\Z|\b(?:way|far|long)\s+(?:behind|ahead)\s+\Z
    |\bis\s+(?:still\s+)?(?:one\s+of|an?\s|the\s)(?:[\w’'-]+\s+){1,12}\Z|\bin\s+an?\s+\w+\s+(?:position|place)\s+\Z""")
"""Behind which "today" tells how things are: "remains one of the most important issues today"."""
_STATE_BEHIND = _words(r"""
    ,?\s+(?:(?:the|this|that|our|my|his|her|he|she|it|they)\s+)(?:[a-z]+\s+){0,2}(?:appears?|seems?|looks?|feels?|remains?)\b
    |,?\s+(?:as\s+[^,]{1,20},\s+)?is\s+(?:your|my|our)\b""")


def is_only_spoken_of(told: Told) -> bool:
    """Tell whether nothing is told of a date: it is part of a name, asked about, or how things stand today."""
    date = " ".join(told.text[told.found.start : told.found.end].split())
    return _is_a_thing(told, date) or _is_how_things_are(told, date) or _is_mentioned(told, date)


def _is_a_thing(told: Told, date: str) -> bool:
    before, behind = told.before, told.behind
    if _CUT_OFF.search(date) and _DAY_BEHIND.match(behind):
        return True
    if _NAMED.match(date) and _NAME_BEHIND.match(behind):
        return True
    if DEICTIC.match(date) and _NOUN.search(before):
        return True
    if _NATIONAL_DAY.match(date) and _OF_A_NATION.search(before):
        return True
    if _SPAN_BEHIND.match(behind):
        return True
    if not _LOWER_BEHIND.match(behind):
        return False
    named = told.found.granularity == "season" and (_JOINED.search(before) or _HYPHENED.search(date))
    return bool(named) or _SPAN_OF_DAYS.match(date) is not None


def _is_how_things_are(told: Told, date: str) -> bool:
    if not _NOW.match(date):
        return False
    if _STILL.search(told.before):
        return True
    words = told.text[told.clause[0] : max(told.clause[0], told.found.start)]
    return bool(_STATE.search(words)) or (not words.strip() and _STATE_BEHIND.match(told.behind) is not None)


def _is_mentioned(told: Told, date: str) -> bool:
    before = told.before
    if _HERE_NOW.search(before) or _LOOKED_AT.search(before) or _ASKED.match(told.behind):
        return True
    if _PAST_A_DAY.match(date) and told.found.granularity == "day":
        return True
    if (_ABOUT_IT.match(date) and _TALKING.search(before)) or (
        _UNIT_ALONE.match(date) and _BEGAN.search(before)
    ):
        return True
    if _THAT_TIME.match(date) and told.found.basis != "inherited":
        return True
    if _IS.search(before) and COMES_AGAIN.match(date):
        return True
    opening = told.text[told.clause[0] : max(told.clause[0], told.found.start)]
    if _IT_IS.match(opening) and not _NOT_CLEFT.match(told.behind):
        return True
    return _REFERENCE.search(told.text, *told.sentence) is not None

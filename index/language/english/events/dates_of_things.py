"""Dates that only tell a thing from others of its kind: "under the 2015 deal", "the June 3 summit", "tomorrow's economy"."""

import re

from index.language.english.events.called_off import ONCE_PLANNED
from index.language.english.events.clauses import DONE
from index.language.english.events.told import MEETING, Told
from index.language.english.events.words import whole_words
from index.language.patterns import late

NEAR = 40
"""Characters between a meeting, its date and the verb that says it was called off."""
_HAPPENING = whole_words(
    r"\W{0,3}\w*\W?\s*(?:\w+\s+)?(?:announce|attack|decision|ruling|statement|speech|address|remarks|release|launch|bombing|killing)"
)
ATTRIBUTE = whole_words(
    r"\b(?:the|a|an|this|that|its|their|his|her|our|[a-z]+[’']s)\s+(?:(?:new|first|next|joint|old|current|original)\s+)?\Z"
)
_PREPOSITION = (
    r"\b(?:after|before|since|following|of|by|with|under|from|against|about|to|in|during|for|beyond|per|on|over|into|onto|amid|despite"
    r"|regarding|upon|behind|as)\s+"
)
_AFTER_PREPOSITION = whole_words(_PREPOSITION + r"\Z")
_ATTRIBUTE_AFTER_PREPOSITION = whole_words(
    _PREPOSITION + r"(?:the|a|an|this|that|its|their|his|her|our|[a-z]+[’']s)\s+\Z"
)
_ATTRIBUTE_WITH_ANOTHER = whole_words(
    _PREPOSITION
    + r"(?:the|a|an|this|that|its|their|his|her|our|[a-z]+[’']s)\s+(?!(?:and|or|of|in|on|at|to)\b)[a-z-]+\s+\Z"
)
_OF_A_MONTH = late(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_THING_BEHIND = late(
    r"\s+(?!(?:[a-z]+ing|that|after|before|when|which|who|in|on|at|of|by|for|with|and|but|as|to|from)\b)[a-z]+\b"
)
"""What a month names: "the mastermind behind the devastating Oct. 7 attack"."""
_NOUN_BEHIND = late(
    r"\s+(?!(?:and|or|but|to|in|on|at|by|for|from|with|as|that|when|after|before|was|were|is|are|has|had|will|would)\b)[A-Za-z]"
)
_AIM_BEHIND = whole_words(r"\s+(?:[a-z]+\s+)?(?:targets?|goals?|agenda|strategy|vision|roadmap|ambitions?)\b")
"""What a year ahead only names: "an ambitious 2030 emissions target"."""
_BODY_BEHIND = late(
    r"\s+(?:[A-Z][\w’'-]*\s+){0,3}(?:Committee|Commission|Panel|Declaration|Agreement|Accords?|Memorandum|Report|Movement|Coalition|Alliance)\b"
)
"""What is named by the day that it is about: "the January 6th Select Committee"."""
LOWER_NOUN_BEHIND = late(r"(?=.[a-z])(?:-|" + _NOUN_BEHIND.pattern + ")")
_IS_HELD_BEHIND = whole_words(
    r"\s+(?:[\w-]+\s+){1,4}(?:will\s+be|was|were|is\s+to\s+be)\s+(?:\w+ly\s+)?(?:held|hosted|attended|opened|signed|chaired|led|broadcast)\b"
)
"""A thing named by its day, of which it is told that it took place: "the June 3 summit will be hosted by Norland"."""
_POSSESSIVE = late(r"[’']s?\s")
_ENDS_BEFORE = whole_words(r"\b(?:before|prior\s+to|ahead\s+of|until)\s+(?:the\s+)?\Z")
_AT = whole_words(r"\b(?:at|during|in|on)\s+(?:the|a|an|this|that|its|their|his|her|our)\s+\Z")
"""What is said at a meeting is of the day of the meeting."""
OF = whole_words(r"\bof\s+(?:the\s+)?\Z")
_PAPER_OF = whole_words(r"(?:[’']s?|\b(?:the|his|her|its|their|our|my|your))\s+\Z")
_PAPER_BEHIND = whole_words(
    r",?\s+(?:(?:joint|final|first|initial|interim)\s+)?(?:reports?|memorand(?:um|a)|letter|proclamation|orders?|determinations?|directive"
    r"|notice|resolution|decree)\b"
)
"""What a day names by the day it is of: "in the Secretary's January 11, 2018, report"."""
_LIKE_IT = late(r"-(?:like|style|type)\b")
"""What is only like a day: "an October 7th-like attack"."""
_IN_BRACKETS = late(r"\b[A-Z][\w’'-]*[*_”\"]*\s+\(\Z")
"""The year of a paper behind its name: "Declaration on Rights at Work and its Follow-Up (1998)"."""
_THE_DAY = late(r"the\s+\d")
_YEAR_AND = late(r"(?:\b(?:19|20)\d\d(?:,\s+(?:and\s+)?|\s+and\s+))+\Z")
_HELD = whole_words(
    r"\b(?:held|hosted|attended|signed|announced|marked|celebrated|began|started|joined|opened|left|leave)\s+(?:[\w’'-]+\s+){0,2}\Z"
)
"""A verb that says of the thing it names that it took place: "hosted their March 3 meeting"."""
_TITLE_BEHIND = whole_words(
    r"\s+(?:[a-z]+\s+)?(?:winners?|champions?|nominees?|recipients?|finalists?|laureates?|graduates?|candidates?|model)\b"
)
"""Whom a year names by what he was in it: "Lind, 2015 winner of the prize"."""
_NO_NAMES = """
    In Since By On At Until Till During From After Before Around About Early Late Mid Through Throughout Of This That Last Next
    And Or For As But Back Fiscal Year Years FY Calendar Winter Spring Summer Autumn Fall Between To The With While When Not
    Ending Ended Compared Than January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"""
"""Words with a capital that are no name before a year."""
_NAME_BEFORE = late(
    rf"(?<![.!?] )(?<![.!?]  )(?<!\A)\b(?!(?:{'|'.join(_NO_NAMES.split())})\b)[A-Z][\w’'/-]+\s\Z"
)
"""A name that a year ends, without a comma: "the PACC 2030 partnership"."""
_CAPITAL_BEHIND = late(r"[*_”\"]*\s+[“\"*_]*[A-Z]")
_DATING = late(
    r"(?:\A|[.,;:(—–-]|\b(?:in|since|by|until|till|during|from|after|before|around|about|early|late|mid|through|throughout|of|this|that|last|next|and|or|on))"
    r"\W*\Z",
    re.IGNORECASE,
)
"""What comes before a year that dates; without it, a year before a capital is a name: "the 2030 Agenda"."""
_FOR = late(r"\bfor\s+(?:the\s+)?(?:fiscal\s+(?:year\s+)?)?(?:(?:19|20)\d\d\s+and\s+)?\Z", re.IGNORECASE)
"""What is for a year, such as a budget or a plan, did not happen in it."""
_OPENING, _CLOSING = frozenset('"“‘*_'), frozenset('"”’*_')
"""What a title may stand in."""
_CLOSED = late(r"\W{0,3}\]?(?:\([^()\s]*\))?\s*\)")
"""The end of brackets with a date in them, which may be a link: "([5/15/25](https://news.example/1))"."""


def is_of_a_thing(told: Told) -> bool:
    """Whether the date only tells a thing from others of its kind: "under the 2015 deal", "tomorrow's economy"."""
    before, behind, coarse = told.before, told.behind, told.found.granularity in ("year", "decade")
    if _THE_DAY.match(told.text, told.found.start):
        before += "the "
    if coarse and (_AIM_BEHIND.match(behind) or _TITLE_BEHIND.match(behind)):
        return True
    if _PAPER_BEHIND.match(behind) and _PAPER_OF.search(before):
        return True
    if _LIKE_IT.match(behind):
        return True
    if (
        told.found.granularity == "year"
        and told.text[told.found.start : told.found.end].isdecimal()
        and _NAME_BEFORE.search(before)
    ):
        return True
    if _is_a_title(told) or _is_of_what_stood_before(told):
        return True
    if told.found.granularity == "year" and _IN_BRACKETS.search(before) and behind.startswith(")"):
        return True
    if _BODY_BEHIND.match(behind) and (told.found.granularity == "day" or ATTRIBUTE.search(before)):
        return True
    if coarse and _CAPITAL_BEHIND.match(behind) and not _DATING.search(_YEAR_AND.sub("", before)):
        return True
    if (
        told.found.granularity in ("year", "season")
        and _FOR.search(before)
        and not ONCE_PLANNED.search(before)
    ):
        return True
    if _POSSESSIVE.match(behind):
        happening = MEETING.search(behind[:NEAR]) or _HAPPENING.match(behind)
        return not happening or bool(_AFTER_PREPOSITION.search(before))
    if ATTRIBUTE.search(before) and _NOUN_BEHIND.match(behind):
        if not coarse and not told.is_an_object and _IS_HELD_BEHIND.match(behind):
            return False
        if not coarse and _AT.search(before) and MEETING.search(behind[:NEAR]):
            return False
        return (
            coarse
            or not told.alone
            or bool(_ATTRIBUTE_AFTER_PREPOSITION.search(before))
            or (told.found.granularity != "quarter" and told.is_an_object and not _HELD.search(before))
        )
    if (
        _OF_A_MONTH.match(told.text, told.found.start)
        and _ATTRIBUTE_WITH_ANOTHER.search(before)
        and _THING_BEHIND.match(behind)
    ):
        return True
    if coarse and _ENDS_BEFORE.search(before):
        return True
    if OF.search(before) and not told.alone:
        return True
    if told.found.granularity != "decade":
        return False
    return bool(OF.search(before) or LOWER_NOUN_BEHIND.match(behind)) or not DONE.search(told.words)


def _is_of_what_stood_before(told: Told) -> bool:
    """Whether the date stands in brackets that open the sentence: it tells when the words before them were said."""
    opening = told.text[told.sentence[0] : told.found.start].strip()
    return (
        opening != ""
        and not opening.strip("([\\-*_ ")
        and "(" in opening
        and _CLOSED.match(told.behind) is not None
    )


def _is_a_title(told: Told) -> bool:
    """Whether the date is all of a title in quotation marks: the film "Summer 1993"."""
    start, end = told.found.start, told.found.end
    quoted = told.text[start - 1 : start] in _OPENING and told.text[end : end + 1] in _CLOSING
    coarse = told.found.granularity in ("month", "season", "year", "decade")
    return start > 0 and quoted and coarse and (told.text[start].isupper() or told.text[start].isdecimal())

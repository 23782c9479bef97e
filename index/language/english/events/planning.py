"""Whether the date of a clause was still to come when the clause was written."""

import re
from datetime import date

from index.language.dates import TimeExpression
from index.language.english.events.clauses import DONE

_AHEAD = re.compile(
    r"\b(?:will|shall|going\s+to|look(?:s|ing)?\s+forward\s+to|on\s+track\s+to|ready\s+to|upcoming|forthcoming|not\s+yet|aims?\s+to|hopes?\s+to"
    r"|intends?\s+to|plans?\s+to|expects?\s+to|(?:is|are)\s+(?:set|due|scheduled|expected|slated|poised|planned|likely|forecast|projected|estimated|to)\b"
    r"|projects?\s+that\b)|[’']ll\b",
    re.IGNORECASE,
)
"""Words of a clause that look ahead from the moment of writing."""
_LAYS_DOWN = re.compile(r"\bshall\b(?!\s+have\b)")
"""What an agreement lays down, whenever it is read: "shall release all prisoners by 15 July"."""
_COMING = re.compile(
    r"(?:the\s+)?(?:coming|next|rest\s+of|remainder\s+of|end\s+of|end|later|tomorrow)\b",
    re.IGNORECASE,
)
"""A date that itself lies ahead: "the coming days", "by the end of March"."""
_LATER = re.compile(
    r"later\s+(?:today|tonight|this\s+(?:morning|afternoon|evening|week|month|year|spring|summer|fall|autumn|winter))\b",
    re.IGNORECASE,
)
"""What is later than now, whatever the verbs of the clause say: "as shown by the meeting later today"."""
_EARLIER = re.compile(r"earlier\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|till|before)\s+(?:the\s+)?\Z", re.IGNORECASE)
_REACHED_BY = re.compile(
    r"\b(?:by|until|till|before|through|towards?)\s+(?:the\s+)?(?:(?:end|close|beginning|middle)\s+of\s+|early\s+|late\s+|mid-?)?\W*\Z",
    re.IGNORECASE,
)
_FAR_AHEAD = 3
"""Years ahead from which what is to be done by a year is a goal; chosen: few plans are made for so far a day."""
_GOAL = re.compile(
    r"%|\b(?:goals?|targets?|ambitions?|objectives?|aspirations?|visions?|percent|net[ -]zero|carbon|emissions"
    r"|halv(?:e|es|ing)|in half|double|tripl(?:e|es|ing)|million|billion|universal|all of)\b",
    re.IGNORECASE,
)
"""Words of a goal: how much of something is to be reached."""
_CLOSED = re.compile(
    r"(?<!\bbe )\b(?:announced|launched|signed|met|held|released|revealed|unveiled|published|issued)\s+(?:\w+\s+){0,3}\Z"
)
"""What was done on the date that follows, whatever it was about: "announced plans this week to give"."""

_DOING_NOW = re.compile(
    r"(?:\b(?:am|is|are)|[’'](?:m|s|re))\s+(?:\w+ly\s+|also\s+|now\s+|hereby\s+)?(?:announcing|launching|releasing|imposing|issuing|signing|designating|unveiling"
    r"|taking|sanctioning|committing|providing|adding|expanding)\b|\b(?:announces|imposes|unveils)\b"
)
"""What is done by being said: "today I am announcing that we will ..."."""


_MARKS = re.compile(r"^\w+\s+(?:\w+ly\s+|also\s+)?marks\b")
"""Behind a day, what is so on it without being done."""
_SHOWS = re.compile(
    r"\w+[’']s\s+(?:[\w.’'-]+\s+){1,12}?(?:(?:re)?affirms|confirms|means|shows|makes|sends|signals|proves|demonstrates|underscores"
    r"|underlines|ensures|reflects|represents|is\s+(?:an?|the)|was|says|follows|comes\s+(?:after|as))\b"
)
"""A day whose own news tells of something ahead: "today's ruling affirms that the agency will move forward"."""
_ANNOUNCED = re.compile(
    r"\b(?:announcements?|decisions?|rulings?|statements?|pledges?|promises?|commitments?|news|word|announced|declared|said|stated|pledged|promised"
    r"|decided|ruled|confirmed|agreed)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s+that\s")
"""Around the day of saying, where what is said lies ahead: "Norland's announcement today that it will join"."""
_NEXT = 20
"""Characters behind a date in which its verb stands."""


def is_planned(found: TimeExpression, written: date | None, clause: str, place: int) -> bool:
    """Tell whether a date was still to come: after the day of writing, or not before it and spoken of as ahead.

    Args:
        found: the date.
        written: the day on which the words were written, None when it is not known.
        clause: the words of its clause.
        place: where in the clause the date starts; it may lie outside of it.
    """
    if written is None:
        return found.tense == "future"
    if found.earliest is not None and found.earliest > written:
        return True
    if found.latest is not None and found.latest < written:
        # What an agreement lays down was not done for its day being past.
        return _LAYS_DOWN.search(clause[: max(0, place)]) is not None
    if found.latest == written and (found.earliest is None or found.earliest < written):
        return False  # a window up to the day of writing: "over the last few days"
    before, behind = clause[: max(0, place)], clause[max(0, place) :]
    if _LATER.match(behind):
        return True
    if found.latest == written and _MARKS.search(behind[: found.end - found.start + _NEXT]):
        return False  # "today marks three years since the siege"
    said_on = _ANNOUNCED.search(before) and _THAT.match(behind, found.end - found.start)
    if said_on or _EARLIER.match(behind) or (found.latest == written and _SHOWS.match(behind)):
        return False
    if _CLOSED.search(before) or (found.latest == written and _DOING_NOW.search(clause)):
        return False
    if found.earliest == written and (found.latest is None or found.type == "DURATION"):
        return True
    if found.tense == "future" or (
        found.latest is not None and found.latest > written and _BY.search(before)
    ):
        return True
    return found.tense != "past" and (bool(_COMING.match(behind)) or _looks_ahead(before, behind))


def is_goal(found: TimeExpression, written: date | None, clause: str, place: int) -> bool:
    """Tell whether a date is that by which something is to be reached: "half of its emissions by 2030".

    Args: as of ``is_planned``.
    """
    if written is None or found.earliest is None or found.granularity not in ("year", "decade"):
        return False
    years = found.earliest.year - written.year
    if years < 1 or not _REACHED_BY.search(clause[: max(0, place)]):
        return False
    return years >= _FAR_AHEAD or _GOAL.search(clause) is not None


def _looks_ahead(before: str, behind: str) -> bool:
    """Whether the verb nearest to the date looks ahead: the last one before it, else the first one behind."""
    told = [match.start() for match in DONE.finditer(before)]
    ahead = [match.start() for match in _AHEAD.finditer(before)]
    if told or ahead:
        return bool(ahead) and (not told or ahead[-1] > told[-1])
    following, past = _AHEAD.search(behind), DONE.search(behind)
    return following is not None and (past is None or following.start() < past.start())

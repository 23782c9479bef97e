"""Whether something is told to have happened, or to come, within a stretch of time that ends or begins now.

"In recent weeks the militia has fired rockets at three villages" is news; "the violence we have seen in recent days" only
says which violence is meant.
"""

import re

from index.language.english.events.told import Told
from index.language.english.grammar.tenses import IRREGULAR_PAST
from index.language.english.speech.verb_pattern import SPEECH_CUES
from index.language.patterns import late

_BEING = "was|were|been|had|did|became|become|began|begun|felt|meant|kept|made|got|gotten|grown|grew|come|came|seen|saw"
_PARTICIPLES = (
    "taken|given|spoken|written|driven|fallen|gone|done|shown|broken|stolen|thrown|flown|risen|chosen"
)
_UNCHANGED = "shut|hit|cut|put|set|split|quit|hurt|burst"
"""Verbs whose past is their present."""
_DEED = late(
    rf"(?<!\bbe )\b(?!(?:{_BEING})\b)(?:{'|'.join(IRREGULAR_PAST.split())}|{_UNCHANGED}|{_PARTICIPLES}|[a-z]{{2,}}ed)\b"
    r"(?<!\bneed)(?<!\bbased)(?<!\brelated)(?<!\bimproved)(?<!\bincreased)(?<!\bchanged)(?<!\bworked)(?<!\bhelped)(?<!\bremained)(?<!\bcontinued)"
    r"(?<!\btried)(?<!\bintensified)(?<!\baccelerated)(?<!\bexperienced)(?<!\bwitnessed)(?<!\bslowed)|\b(?:was|were|been)\s+made\b|\b(?:made|held)\s+(?:an?|the|his|her|its|their|\d|(?:\w+\s+)?(?:ground|gains|advances))"
)
"""A verb of something that was done, not of how things went."""
_OF_THOSE_WHO_TALK = late(r"\b(?:I|[Ww]e|you|You|us|me|[Mm]y|[Oo]ur|[Yy]our)\b")
_ONLY_SEEN = late(
    r"\b(?:see|saw|seen|seeing|witness\w*|experienc\w+|suffered|faced|endured|happened|happening|occurred|unfolded)\b[^,;:]{0,70}\Z"
    r"|\bwho\s+(?:have|has|had)\b[^,;:]{0,60}\Z|\b(?:(?<!course )of|following|after|despite|with|amid|like)\s+\Z",
    re.IGNORECASE,
)
"""What only tells which violence, changes or events are meant."""
_COUNTED_BACK = late(r"\b(?:ago|earlier|later|before|after)\b", re.IGNORECASE)
"""No stretch that ends now: "more than three years ago"."""
_RELATIVE = late(r"(?:who|whom|whose|which|where|what|while|as)\s")
_THAT = late(r"that\s")
_SAID = late(
    rf"(?:{SPEECH_CUES}|notes?|says?|believes?|knows?|shows?|finds?|found|means?|is|clear|aware)\s*\Z"
)
_NEAR = 40
"""Characters before "that" in which its verb stands."""
_CONTACT = late(r"\w\s+(?:it|he|she|they)\s+(?:has|have|had)\s+(?:\w+ly\s+)?\w+\s+[^,;:]{0,30}\Z")
"""A relative clause without its pronoun: "the coalition it has built over the last months"."""
_OF_A_LAW = late(r"\W{0,3}\(?(?:i{1,3}|iv|v|[a-z]|\d)\\?\)\s")
_AHEAD = late(
    r"\b(?:will|shall|going\s+to|to\s+be|(?:is|are)\s+(?:set|due|expected|scheduled|slated|planned)\s+to|plans?\s+to)\b|[’']ll\b"
)
_MERELY_AHEAD = late(
    r"\b(?:likely|probably|try|develop|continue|see|hear|need|remain|expect\s+to|hope\w*|ease|draw|going\s+to\s+(?:need|see|be)|this\s+will|that\s+will)\b",
    re.IGNORECASE,
)
"""What looks ahead at nothing in particular."""
_OPENED, _CLOSED = late(r"[“]|(?<!\w)[\"]"), late(r"[”]|(?<=[\w.,!?])[\"]")


def tells_within(told: Told, *, planned: bool) -> bool:
    """Tell whether a clause tells what happened, or is to happen, within the stretch that its date is.

    Args: ``told``, the date in its sentence, and ``planned``, whether it lies ahead.
    """
    words, before = told.words, told.before
    if _COUNTED_BACK.search(told.text, told.found.start, told.found.end):
        return True
    if _OF_A_LAW.match(told.text, *told.sentence):
        return False
    if planned:
        return bool(_AHEAD.search(words)) and not _MERELY_AHEAD.search(words)
    if _OF_THOSE_WHO_TALK.search(words) or _RELATIVE.match(words):
        return False
    if _is_relative(told) or _CONTACT.search(before):
        return False
    if _ONLY_SEEN.search(before) or _stands_in_quotation(told):
        return False
    return _DEED.search(_without_date(told)) is not None


def _is_relative(told: Told) -> bool:
    """Whether a clause with "that" tells which thing is meant, and not what was said."""
    start = told.clause[0]
    near = told.text[max(told.sentence[0], start - _NEAR) : start]
    return _THAT.match(told.text, start) is not None and not _SAID.search(near)


def _without_date(told: Told) -> str:
    start, end = told.clause
    if not start <= told.found.start < end:
        return told.words
    return f"{told.text[start : told.found.start]} {told.text[min(end, told.found.end) : end]}"


def _stands_in_quotation(told: Told) -> bool:
    before = told.text[told.sentence[0] : told.found.start]
    return len(_OPENED.findall(before)) > len(_CLOSED.findall(before))

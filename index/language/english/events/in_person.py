"""Clauses in the first or second person that name nobody: what a speaker did, and what he only says of himself.

"We released the report yesterday" is a deed; "you saw that on Tuesday", "we did come together a year ago" are talk.
"""

import re

from index.language.english.events.talk import between_marks
from index.language.english.events.told import MEETING
from index.language.patterns import late

_LABEL = late(r"\A\W*(?:[A-Z][A-Z.’'-]+\s+){0,4}[A-Z][A-Z.’'-]+:\s+")
"""Who speaks, in a transcript."""
_PERSON = late(r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|us|me)\b")
_SUBJECT = r"(?:I|[Ww]e)"
_DEED = (
    r"announc|sign(?:ed|ing)?\b|launch|impos|releas|issu|sent\b|send|deliver|sanction|designat|request|introduc|propos|authori[sz]|approv"
    r"|adopt|agree|renew|commit|met\b|meet\b|meeting\s+with|host|visit|travel|spoke\s+(?:to|with|by)|speak\s+with|talked\s+with|discuss|conven"
    r"|establish|creat|provid|shipp|open|clos|return|arriv|evacuat|reached|conclud|negotiat|withdr|deploy|attack|captur|destroy|struck"
    r"|lost\b|won\b|took\s+(?:the\s+oath|\w*\s*action|office)|tak(?:e|en|ing)\s+(?:\w+\s+){0,2}(?:action|step)|passed|cut\b|reduc|rais"
    r"|suspend|expel|expand|beg[ai]n|start|join|ratif|vot|elect|appoint|nominat|ended|cancel|postpon|extend|bann|call(?:ed|ing)?\s+on|hit\b"
    r"|hir|bring|brought|review|reach|had\s+an?\s+(?:\w+\s+){0,2}(?:discussion|meeting|conversation|call|summit)|decid|arrest|buil|bought|s[eo]ld\b|ran\s+for|underlin"
    r"|like\s+to\s+announce|have\s+an?\s+(?:\w+\s+)?(?:readout|meeting|summit|vote|ceremony|press\s+conference)\b|hold|held\b|hear|heard"
)
_BETWEEN = r"(?:\s+(?:have|are|am|will|shall|had|also|just|all|then|today|yesterday|\w+ly|did|can|going\s+to|be|been|now))"
_DOES = late(
    rf"\b{_SUBJECT}(?:[’'](?:ve|re|ll|m|d))?{_BETWEEN}{{0,5}}(?:,\s+[^,]{{1,40}},)?{_BETWEEN}{{0,3}}\s+(?:{_DEED})"
    rf"|\b{_SUBJECT}\s+(?:was|were)\s+[a-z]+ed\b"
)
_ASIDE = late(
    r"\b[Aa]s\s+(?:I|we|you)\s+(?:all\s+|may\s+|just\s+)?\w+,?|\b[Yy]ou\s+know,|\bI\s+(?:think|believe|mean|would\s+note|understand|know)\b(?:\s+that)?"
)
"""What a speaker puts in without telling it: "as you know"."""
_GOES_ON = late(r"(?<![\s,]),?\s+(?:and|but|so|because|as|—|–)\s+(?:I|we|you|they|there)\b")
"""Where another statement begins behind the date."""
_AMOUNT = late(
    r"[$€£]\s?\d|(?<![\d,.])\d[\d,.]*\s+(?:percent|per\s+cent|million|billion|people|troops|jobs)|\b\d{1,3},\d{3}\b"
)
_OTHERS = late(
    r"\b(?:the|a|an|our|his|her|their|its|these|those|this|that)\s+(?:[a-z-]+\s+){0,3}(?:president|minister|ministers|government|army|court|council|parliament|troops|forces"
    r"|police|leaders|allies|ministry|department|secretary|administration|senators|companies|countries)\b(?!\s+(?:and\s+)?I\b)",
    re.IGNORECASE,
)
"""Others of whom something is told, without a name."""


_YOU_SAW = late(
    r"(?<!\b[Aa]s )\b[Yy]ou(?:[’']ve|\s+all|\s+guys|\s+both)?\s+(?:(?:just|also|probably|already|have|may|might)\s+)*"
    r"(?:saw|seen|see|heard|hear|happened\s+to|noticed|read|remember|recall|witnessed)\b"
    r"(?!\s+(?:the\s+)?\w+(?:\s+\w+)?\s+(?:announce|sign|launch|impose|agree)\b)"
)
_IT_DID = late(
    r"\W*(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Bb]ecause|[Oo]bviously|[Ll]ook|[Ww]ell|[Nn]ow),?\s+)*(?:[Tt]hat|[Tt]his|[Ii]t|[Tt]hose|[Tt]hese)\s+(?:has\s+|had\s+|all\s+)*"
    r"(?:happen|stopp|chang|worked|occurr|borne|is\b(?!\s+why)|was\s+(?:an?|the|so|very|not|just|really|clear)\b)"
)
_BEING_DONE = late(
    r"\b(?:is|are|[’']s|[’']re|am|[’']m)\s+(?:\w+ly\s+|also\s+|still\s+)?continuing\b|\bcontinues?\s+to\b"
)


def tells_nothing_new(words: str, *, names: bool) -> bool:
    """Tell whether a clause only speaks of what the listeners saw, of "that" without a name, or of what goes on."""
    words = _LABEL.sub("", words)
    if _YOU_SAW.search(words) or (not names and _IT_DID.match(words)):
        return True
    return _BEING_DONE.search(words) is not None and not MEETING.search(words)


def is_only_of_those_who_talk(clause: str, place: int, length: int) -> bool:
    """Tell whether a clause that names nobody speaks only of the speaker or his listeners, and of no deed of theirs.

    Args:
        clause: the words of the clause.
        place: where in the clause the date starts; it may lie outside of it.
        length: the characters of the date.
    """
    if 0 <= place < len(clause):
        end = place + length
        goes_on = _GOES_ON.search(clause, end)
        clause = clause[: goes_on.start()] if goes_on else clause
        clause = between_marks(clause, place, end)
    words = _LABEL.sub("", _ASIDE.sub("", clause))
    if not _PERSON.search(words):
        return False
    return not (_DOES.search(words) or _AMOUNT.search(words) or _OTHERS.search(words))

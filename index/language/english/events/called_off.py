"""What the words around a date say of an event that was called off, or moved to or from its day."""

import re

from index.language.english.events.clauses import FINITE_VERB
from index.language.english.events.told import MEETING, WORDS_BEFORE, Told
from index.language.patterns import late
from index.model import Status

_NEAR = 40
"""Characters between a meeting, its date and the verb that says it was called off."""


def _words(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE | re.VERBOSE)


_CANCELLED = _words(
    r"\b(?:cancel(?:s|l?ed|ling|ing|lation)?|call(?:s|ed|ing)?\s+off|scrap(?:s|ped)?|abort(?:ed)?|abandon(?:ed)?)\b"
)
_MOVED = _words(r"""
    \b(?:postpon(?:e|es|ed|ing|ement)|delay(?:s|ed|ing)?|reschedul(?:e|es|ed|ing)|(?:moved|mov(?:es|ing))(?!\s+(?:forward|ahead|on\b|towards?|closer|in\b|into|through|beyond|past|quickly|fast|across|around|over|out|along|between|north|south|east|west
    |back\s+to|to\s+(?:other|another|new|safer|an?|the|safety)\b(?!\s+(?:later|earlier|date|day))))|push(?:ed)?\s+(?:back|to)|put\s+(?:off|back)|shifted
    |brought\s+forward|deferr?(?:ed|ing)?|adjourned)\b""")
_CALLED_OFF: tuple[tuple[re.Pattern[str], Status], ...] = ((_CANCELLED, "cancelled"), (_MOVED, "moved"))
_WISHED = _words(r"""
    \b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)?\s+(?:\w+\s+){0,3}?(?:on|for)|call(?:s|ed)?\s+to|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|propos(?:e|es|ed|ing)
    |suggest(?:s|ed|ing)?|want(?:s|ed|ing)?|wish(?:es|ed)?|consider(?:s|ed|ing)?|threaten(?:s|ed|ing)?|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|oppos(?:e|es|ed|ing)
    |declin(?:e|es|ed|ing)|plead(?:s|ed|ing)?|appeal(?:s|ed|ing)?|recommend(?:s|ed|ing)?|insist(?:s|ed|ing)?|sought|seek(?:s|ing)?|press(?:es|ed|ing)?|pressure[ds]?|petition(?:s|ed)?
    |led|forc(?:e|es|ed|ing)|allow(?:s|ed|ing)?|would|should|could|might|whether|rul(?:e|es|ed|ing)\s+out|den(?:y|ies|ied|ying)|not|never|without)\b|n[’']t\b""")
"""Words that make a wish, a refusal or a mere possibility of what is called off behind them."""
_ANOTHER = late(r"[;:]|,\s+(?:and|but|which|who)\s|\b(?:was|were|has|have|had)\b|\b(?:but|after|because)\b")
"""What stands between such words and a verb that they do not govern."""
_PASSIVE = late(
    r"\b(?:(?:was|were|been|be|is|are|being|got|has|had|have|will|may|might|could)\b(?!\s+to\b)\s*)+"
)
"""Auxiliaries before a participle."""
_NO_OBJECT = _words(
    r"\s*(?:[.,;:)]|\Z|(?:until|till|to|by|because|after|over|as|due|amid|for|indefinitely|without|when|in|following)\b)"
)
"""What stands behind a participle that has no object: "the vote on Monday cancelled over fog"."""
ONCE_PLANNED = _words(
    r"\b(?:scheduled|planned|due|set|slated|expected|supposed|meant|originally|initially|previously)\b[^,;:]{0,40}\Z"
)
_AT_FIRST = _words(
    r"\b(?:originally|initially|previously)\s+(?:been\s+)?(?:scheduled|planned|due|set|slated|expected|supposed|meant)\b[^,;:]{0,40}\Z"
)
"""What was planned for another day at first."""
_TO_BE = _words(
    r"\b(?:was|were|had\s+been)\s+to\s+(?:have\s+been\s+|be\s+)?\w+\s+(?:on|in|at)\s+(?:the\s+)?\Z"
)
_NOW_BEHIND = late(r"[^.]{0,60}?\bwill\s+(?:now|instead)\s|[^.]{0,60}?\bhas\s+now\s+been\s+(?:set|fixed)\b")
"""Behind the first day of a plan, where its new one is told: "set for 14 April will now take place on 21 April"."""
_OF_IT = late(r"\bof\s+(?:the\s+)?\Z")
_FOR_NOTHING_DONE = late(
    r"\b(?:in addition to|instead of|rather than|without|against|about|(?:idea|risk|threat|possibility|talk) of)\s+\Z"
)
"""Before "cancelling", where nobody is told to have done so."""
_OF_A_DEED = late(r"[^.;:]{1,120}?\b(?:would|could|might|may|will|requires?|means?|needs?|is|risks)\b")
_FIRST_WORDS = 8
"""Characters from the start of a sentence in which a verb in "-ing" is its subject: "Then cancelling it would ..."."""
_DOING_SO = late(r"[a-z]+ing\b|[A-Z][a-z]+ing\b")
_FROM = _words(r"\bfrom\s+(?:the\s+)?\Z")
_TO_A_DAY = _words(r"\b(?:to|until|till|for|after|beyond|by)\s+(?:the\s+)?\Z")
_TO = _words(r"\b(?:to|until|till|for)\s+(?:the\s+)?\Z")


def called_off(told: Told, *, planned: bool) -> Status | None:
    """Return that the event was called off or moved away from the date, or that it was moved to it; None where neither.

    Args: ``told``, the date in its sentence, and ``planned``, whether it was still to come.
    """
    for verbs, status in _CALLED_OFF:
        verb = next(
            (one for one in verbs.finditer(told.text, *told.sentence) if not _is_wished(told, one.start())),
            None,
        )
        if verb is None:
            continue
        planned_first = _is_planned_first(told, verb)
        if status == "moved" and _TO.search(told.before) and not planned_first:
            return "planned" if planned else None
        of_plan = planned_first or (status == "moved" and _FROM.search(told.before))
        within = told.clause[0] <= verb.start() < told.clause[1]
        of_plan = of_plan or (within and _is_what_was_called_off(told, verb))
        if of_plan or _is_of_the_meeting(told, verb) or (planned and within):
            return status
    was_planned = ONCE_PLANNED.search(told.before) or _TO_BE.search(told.before)
    if _AT_FIRST.search(told.before) or (was_planned and _NOW_BEHIND.match(told.behind)):
        return "moved"
    return None


def _is_what_was_called_off(told: Told, verb: re.Match[str]) -> bool:
    """Whether a meeting is named by the date and is the object of the verb: "cancelled the talks of 5 March"."""
    between = told.text[verb.end() : max(verb.end(), told.found.start)]
    if not _OF_IT.search(between) or FINITE_VERB.search(between):
        return False
    return len(between) < _NEAR and MEETING.search(between) is not None


def _is_planned_first(told: Told, verb: re.Match[str]) -> bool:
    """Whether the date is that of the first plan, and not the one to which the verb then moves it.

    "Was scheduled for 5 March but was delayed until 9 April".
    """
    plan = ONCE_PLANNED.search(told.before)
    if plan is None:
        return False
    place = told.found.start - len(told.before) + plan.start()
    return not (place < verb.start() < told.found.start and _TO.search(told.before))


def _is_wished(told: Told, verb: int) -> bool:
    """Whether it is only asked, proposed, refused or threatened that something be called off or moved."""
    start = max(told.sentence[0], verb - WORDS_BEFORE)
    if _DOING_SO.match(told.text, verb):
        is_subject = verb - told.sentence[0] <= _FIRST_WORDS and _OF_A_DEED.match(
            told.text, verb, told.sentence[1]
        )
        if is_subject or _FOR_NOTHING_DONE.search(told.text, start, verb):
            return True
    return any(
        not _ANOTHER.search(told.text, wish.end(), verb) for wish in _WISHED.finditer(told.text, start, verb)
    )


def is_wished_for(told: Told) -> bool:
    """Whether the date is one to which somebody only wishes to move something: "called for talks to be put off to July"."""
    if not _TO_A_DAY.search(told.before):
        return False
    start, end = told.sentence[0], told.found.start
    return any(
        _is_wished(told, verb.start()) and not FINITE_VERB.search(told.text, verb.end(), end)
        for verb in _MOVED.finditer(told.text, start, end)
    )


def _is_of_the_meeting(told: Told, verb: re.Match[str]) -> bool:
    """Whether a meeting on the date was called off: "the vote on Monday was delayed", not "the talks led both to delay"."""
    if verb.start() < told.found.end:
        return False
    between = told.text[told.found.end : verb.start()]
    if len(between) >= _NEAR or not MEETING.search(told.before[-_NEAR:] + between):
        return False
    passive = _PASSIVE.search(between)
    if passive is None:
        return not between.strip() and _NO_OBJECT.match(told.text, verb.end()) is not None
    start = max(told.clause[0], told.found.start - _NEAR)
    others = told.text[start : told.found.start], _PASSIVE.sub("", between)
    return not any(map(FINITE_VERB.search, others))

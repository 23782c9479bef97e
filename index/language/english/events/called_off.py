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
    |back\s+to|to\s+(?:other|another|new|safer|an?|the|safety)\b(?!\s+(?:later|earlier|date|day))))|push(?:ed)?\s+back|put\s+off
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
        if status == "moved" and _TO.search(told.before) and not ONCE_PLANNED.search(told.before):
            return "planned" if planned else None
        of_plan = ONCE_PLANNED.search(told.before) or (status == "moved" and _FROM.search(told.before))
        within = told.clause[0] <= verb.start() < told.clause[1]
        if of_plan or _is_of_the_meeting(told, verb) or (planned and within):
            return status
    return "moved" if _AT_FIRST.search(told.before) else None


def _is_wished(told: Told, verb: int) -> bool:
    """Whether it is only asked, proposed, refused or threatened that something be called off or moved."""
    start = max(told.sentence[0], verb - WORDS_BEFORE)
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

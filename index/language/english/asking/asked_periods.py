"""The period that a question bounds what it wants to hear by: "since March 2022", "last week", "since the Geneva round".

Only what bounds the telling is one: "in March 2022" says when something was, and is held against what the sentences say.
"""

import re
from datetime import date

from index.language.asking import AskedPeriod
from index.language.dates import find_time_expressions
from index.language.english.asking.question_kinds import asked_kind

_SINCE = re.compile(r"\b(?:ever )?since\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:(?:in|over|during|within|for|from)\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(?:the )?(?:last|past|previous|this)\s+(?:\w+\s+)?(?:days?|weeks?|weekend|fortnight|months?|quarter|years?)\Z|yesterday\Z",
    re.IGNORECASE,
)
_SINCE_AN_EVENT = re.compile(
    r"[\s,]*\b(?:ever )?since\s+(?P<event>(?:the\s+)?[^\W\d][^?.,;!]{2,60}?)\s*(?=[?.,;!]|$)", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\b(?:he|she|it|they|we|you|i|is|are|was|were|has|have|had|did|does|do|will|would|then|when|\w+ed)\b",
    re.IGNORECASE,
)
_LONGEST = 400
"""Characters of a question that is looked through for a period; chosen: what is longer tells a story."""
_COUNTED_FROM = frozenset({"number", "duration", "date"})
"""The kinds of things that "since 2014" is a part of: how many left since then, how long it has been."""


def asked_period(text: str, today: date) -> AskedPeriod | None:
    """Return the period that the question ``text`` bounds, counted from ``today``; None where it bounds none."""
    if len(text) > _LONGEST or asked_kind(text) in _COUNTED_FROM:
        return None
    for one in find_time_expressions(text, today):
        before, words = text[: one.start], text[one.start : one.end]
        since = _SINCE.search(before)
        if since is not None and one.earliest is not None:
            return AskedPeriod(_without(text, since.start(), one.end), one.earliest, None)
        if _RELATIVE.match(words) and one.earliest is not None:
            start = _BEFORE.search(before)
            return AskedPeriod(
                _without(text, start.start() if start else one.start, one.end), one.earliest, one.latest
            )
    event = _SINCE_AN_EVENT.search(text)
    if event is None or _CLAUSE.search(event["event"]):
        return None
    return AskedPeriod(_without(text, *event.span()), None, None, event["event"].strip())


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start].rstrip(' ,')} {text[end:].lstrip(' ,')}".split()).replace(" ?", "?")

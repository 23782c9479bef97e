"""Two dates that are the ends of one: "16–17 May", "from March to June 2022", "on 1 and 2 February"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from index.language.dates.finder import TimeExpression

_JOINT = re.compile(
    r"\s*(?:[-–—]|to|through|until|till)\s*(?:the\s+|FY\s*|fiscal\s+year\s+)?\Z", re.IGNORECASE
)
_AND = re.compile(r"\s+and\s+\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|postponed|rescheduled|delayed|deferred|pushed|brought|shifted|changed)\b[^.;:]*\bfrom\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What comes before two dates that are no span: "postponed from Sunday to Tuesday"."""
_VERB_BEFORE = 60
"""Characters before a date in which "moved" or "postponed" stands; chosen: the length of a clause."""
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)


def joined_ranges(text: str, expressions: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Return the expressions with the two ends of each range made one, from the first day of one to the last of the other.

    The value of a range is both values with a slash between them, as ISO 8601 writes an interval.
    """
    joined: list[TimeExpression] = []
    for expression in expressions:
        before = joined[-1] if joined else None
        if before is not None and _is_range(text, before, expression):
            joined[-1] = replace(
                before,
                end=expression.end,
                value=f"{before.value}/{expression.value}",
                latest=expression.latest,
            )
        else:
            joined.append(expression)
    return tuple(joined)


def _is_range(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    if not (first.type == second.type == "DATE" and first.granularity == second.granularity):
        return False
    if first.earliest is None or second.latest is None or "/" in first.value:
        return False
    if first.latest is None or second.earliest is None or first.latest >= second.earliest:
        return False
    gap = text[first.end : second.start]
    if _MOVED.search(text, max(0, first.start - _VERB_BEFORE), first.start):
        return False
    if _AND.match(gap) and first.latest + timedelta(days=1) == second.earliest == second.latest:
        return True
    if _JOINT.match(gap):
        return True
    return bool(_AND.match(gap) and _BETWEEN.search(text[max(0, first.start - 10) : first.start]))

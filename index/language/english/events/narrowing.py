"""Which words of a clause a date belongs to, where the clause tells more than what happened then.

"A key concern in light of the arrests last week" is of now, and the arrests are of last week; "the deal they signed on Monday
was praised" says of the signing alone that it was on Monday.
"""

import re
from datetime import date

from index.language.dates import TimeExpression
from index.language.english.events.clauses import DONE, FINITE_VERB
from index.language.english.events.cues import AFTER_WHAT, TO_COME
from index.language.english.grammar.tenses import IRREGULAR_PAST
from index.language.patterns import late
from index.model import Span

_FAR = 140
"""Characters before a date in which the thing stands that happened on it; chosen: a long noun with its attributes."""
_IN_VIEW_OF = late(
    r"\b(?:in\s+(?:the\s+)?(?:light|wake|aftermath)\s+of|in\s+response\s+to|because\s+of|based\s+on|building\s+on|since)\s+"
    r"(?P<what>(?:the|an?|his|her|its|their|our|this|that|[A-Z][\w’'-]*)\s+(?:[\w.’'-]+\s+){1,8})\Z",
    re.IGNORECASE,
)
"""What a clause is told in view of: "in light of the arrests last week"."""
_UNITS = r"(?:minutes|hours?|days?|weeks?|months?|years?)"
_BESIDE_WHAT = late(
    rf"\b(?:(?P<sure>before|ahead\s+of|on\s+the\s+eve\s+of|{_UNITS}\s+(?:after|before|since))|after|following)\s+"
    r"(?P<what>(?:the|an?|his|her|its|their|our|this|that)\s+(?:[\w.’'-]+\s+){1,8}?(?:of|on|in)\s+(?:the\s+)?)\Z",
    re.IGNORECASE,
)
"""What is told before or after something that has a day of its own: "ten days after the truce of 1 March, shells hit"."""
_BUT = late(r",\s+but,\s+")
"""What opens another statement: "did not appear but, in a letter on 28 February, rejected the questions"."""
_OF_IT = late(r"\bof\s+(?:the\s+)?\Z")
_AT_ALL = late(r"\b(?:which|who|that|when|and|but)\s+\Z")
_JOINING = (
    r"and|but|or|that|when|if|as|because|while|before|after|so|than|though|until|unless|whether|where|what|since|once|then"
    r"|said|says"
)
_CONTACT = late(
    rf"\b(?:[Tt]he|[Aa]n?|his|her|its|their|our|my|this|those|these|any|every|all)\s+(?:[\w’'-]+\s+){{0,4}}(?!(?:{_JOINING})\s)[\w’'-]+\s+"
    r"(?P<told>(?:he|she|they|it|we|I|you)\s+(?:had\s+|has\s+|have\s+|\w+ly\s+)?"
    rf"(?:[a-z]{{2,}}ed|{'|'.join(IRREGULAR_PAST.split())})\b[^,;:.“\"]{{0,50}})\Z"
)
"""A relative clause without its pronoun: "the leaders he had met on Monday"."""
_ITS_VERB = late(r"\s+(?:was|were|is|are|has|had|have|will|would|could|can|remains?|became|looks?|seems?)\b")


def narrowed(text: str, clause: Span, item: TimeExpression, written: date | None) -> Span:
    """Return the clause that a date belongs to, or the part of it that alone is of that date.

    Args:
        text: the whole text.
        clause: the span of the clause.
        item: the date.
        written: the day on which the words were written, None when it is not known.
    """
    if not clause[0] < item.start < clause[1]:
        return clause
    contact = _contact(text, clause, item)
    if contact is not None:
        return contact
    for but in _BUT.finditer(text, clause[0], item.start):
        clause = (but.end(), clause[1])
    beside = _beside_what(text, clause, item)
    if beside is not None:
        return beside
    if written is None or item.latest is None or item.latest >= written:
        return clause
    after = AFTER_WHAT.search(text, clause[0], item.start)
    if after is not None and TO_COME.search(text, clause[0], after.start()):
        return (after.start(), clause[1])
    return _in_view_of(text, clause, item) or clause


def _beside_what(text: str, clause: Span, item: TimeExpression) -> Span | None:
    """Return what alone is of the date, where the clause tells of what came before it, or so many days after it."""
    beside = _BESIDE_WHAT.search(text, max(clause[0], item.start - _FAR), item.start)
    if beside is None or DONE.search(beside["what"]):
        return None
    return (beside.start("what"), item.end) if beside["sure"] or _OF_IT.search(beside["what"]) else None


def _in_view_of(text: str, clause: Span, item: TimeExpression) -> Span | None:
    view = _IN_VIEW_OF.search(text, max(clause[0], item.start - _FAR), item.start)
    if view is None or DONE.search(view["what"]) or _AT_ALL.search(text, view.start("what"), item.start):
        return None
    told = FINITE_VERB.search(text, clause[0], view.start()) or FINITE_VERB.search(text, item.end, clause[1])
    return (view.start("what"), item.end) if told else None


def _contact(text: str, clause: Span, item: TimeExpression) -> Span | None:
    if not _ITS_VERB.match(text, item.end):
        return None
    relative = _CONTACT.search(text, max(clause[0], item.start - _FAR), item.start)
    return (relative.start("told"), item.end) if relative else None

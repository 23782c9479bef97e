"""The kind of thing that a question asks for, told from its question word and the noun that goes with it."""

import re

from index.language.asking import AnswerKind
from index.language.patterns import late

SAYING = (
    "say|said|says|tell|told|state|stated|claim|argue|comment|describe|call|respond|reply|announce|write|post"
)
AUXILIARY = r"(?:did|does|do|has|have|had|will|would|can|could|should|is|are|was|were)\b(?:n[o'’]t)?"

_COUNTED = "number|percentage|percent|proportion|share|amount|cost|price|total|rate|age"
_TIMES = "year|date|day|month|century|decade|time|era|week"
_PLACES = (
    "country|countries|city|cities|place|region|state|town|location|continent|area|island|district|county|province|nation"
    "|capital|river|village"
)
_PEOPLE = (
    "person|people|man|woman|king|queen|emperor|leader|president|minister|general|scientist|author|artist|official"
    "|spokesman|envoy|diplomat|actor|singer|player|ruler"
)
_PATTERNS: tuple[tuple[AnswerKind, str], ...] = (
    (
        "duration",
        r"how (?:long|old)\b|how many (?:years|months|weeks|days|hours)\b|what (?:length|duration)\b",
    ),
    (
        "number",
        r"how (?:many|much|far|large|big|tall|high|deep|fast|often)\b"
        rf"|(?:what|which) (?:\w+ )?(?:{_COUNTED})\b",
    ),
    (
        "statement",
        rf"what (?:did|does|do|has|had|have|was|were|is) .{{1,60}}?\b(?:{SAYING})\b"
        r"|what (?:were|was|are|is) .{1,40}?\b(?:words|comments?|reaction|response|statement)\b"
        r"|how did .{1,60}?\b(?:react|respond|describe)\b",
    ),
    ("date", rf"when\b|(?:what|which) (?:\w+ )?(?:{_TIMES})\b"),
    ("place", rf"where\b|(?:what|which) (?:\w+ )?(?:{_PLACES})\b"),
    ("person", rf"(?:who|whom|whose)\b|(?:what|which) (?:\w+ )?(?:{_PEOPLE})s?\b"),
    ("reason", r"why\b|what (?:caused|causes|led|reasons?|(?:was|is) the (?:reason|purpose))\b|how come\b"),
    ("manner", r"how\b"),
    ("name", r"(?:what|which)\b.{0,60}\b(?:names?|named|called|titled?|known as)\b|which\b"),
)
_KINDS = tuple((kind, late(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)

_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
_WORD = late(r"\w+")
_ASKS = late(rf"\w+(?:[’']s\b|\s+{AUXILIARY}|\s*\?|\s*$|\s+come\b)", re.IGNORECASE)
_DEGREE = late(r"how\s+(?:many|much|long|old|far|large|big|tall|high|deep|fast|often)\b", re.IGNORECASE)
_BEFORE_A_QUESTION_WORD = frozenset(
    """in on at by for from to of with since until after before under and or then about
    did does do is are was were has have had on into as called known named doing being""".split()
)


def asked_kind(text: str) -> AnswerKind:
    """Return the kind of thing that the question ``text`` asks for: that of its question word."""
    start = _question_word(text)
    if start is None:
        return "other"
    return next((kind for kind, pattern in _KINDS if pattern.match(text, start)), "other")


def _question_word(text: str) -> int | None:
    """Return where the question word stands, and not one that opens a clause: "where was she when she won"."""
    first: int | None = None
    before: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if word.group().lower() in _QUESTION_WORDS:
            if _is_asked(text, before, word):
                return word.start()
            first = word.start() if first is None else first
        before = word
    return first


def _is_asked(text: str, before: re.Match[str] | None, word: re.Match[str]) -> bool:
    """Tell whether a question begins with ``word``: first of all, after a mark, or after a word such as "in"."""
    if before is not None:
        between = text[before.end() : word.start()]
        if between.isspace() and before.group().lower() not in _BEFORE_A_QUESTION_WORD:
            return False
    if word.group().lower() in {"when", "where", "why", "how"}:
        start = word.start()
        return bool(_ASKS.match(text, start) or _DEGREE.match(text, start))
    return True

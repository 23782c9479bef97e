"""Whether a sentence holds the kind of thing that a question asks for: a person, a date, a place, a number, a reason."""

import re
from collections.abc import Collection, Mapping

from index.language.asking import AnswerKind
from index.language.english.calendar_words import MONTH_NAMES, SHORT_MONTHS
from index.language.english.speech.verb_pattern import SPEECH_CUES
from index.language.patterns import late
from index.language.tokens import fold

_MONTHS = rf"(?:{'|'.join(name for name in (*MONTH_NAMES, *SHORT_MONTHS) if name != 'may')})\b\.?"
_DATE = late(
    rf"\b(?:1\d{{3}}|20\d\d)s?\b|\b{_MONTHS}|\bMay\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:yesterday|today|tomorrow|tonight|ago|centur(?:y|ies)|decades?|BCE?|AD)\b"
    r"|\b(?:last|next|this|earlier|previous|early|late|mid)\s?-?(?:\s?this)?\s?(?:year|month|week|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?"
    r"|dozens?|half|third|quarter|twice|several|few|many|none)"
)
_NUMBER = late(rf"\d[\d,.]*|\b{_NUMBER_WORDS}\b", re.IGNORECASE)
_YEAR = late(r"(?:1\d|20)\d\d$")
_OF_A_YEAR = 0.2
"""How sure it is that a number that may be a year counts something."""

# A number that no unit follows is matched without one, so that it is not looked at again from each of its digits.
_DURATION = late(
    rf"(?:\d[\d,.]*+|\b(?:{_NUMBER_WORDS}|an?|few)(?=[\s-]))"
    r"(?P<unit>[\s-]+(?:\w+[\s-]+)?(?:second|minute|hour|day|week|month|year|decade|centur)\w*)?",
    re.IGNORECASE,
)
_REASON = late(
    r"\b(?:because|since|due to|owing to|so that|in order to|as a result|therefore|thus|reasons?|caused?|causing|leads? to"
    r"|led to"
    r"|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|concerns?|could|would"
    r"|to (?:avoid|prevent|help|protect|ensure|make|keep|gain|end|get)"
    r"|for fear|after|as)\b",
    re.IGNORECASE,
)
_STRONG_REASON = late(
    r"\b(?:because|due to|owing to|so that|in order to|as a result|reasons?|cause[sd]?|led to|concerns?|justif\w+"
    r"|in (?:retaliation|revenge|response|reaction|protest|return|view)|on the grounds?|out of fear|for fear|cit(?:es|ed|ing))\b",
    re.IGNORECASE,
)
_MANNER = late(r"\b(?:by|through|via|using|with|under|over)\b", re.IGNORECASE)
_STATEMENT = late(rf"[\"“”«»„]|\b(?:{SPEECH_CUES})\b")
# The letter comes first, so that most characters of a text are passed over without a look behind.
_CAPITALISED = late(r"[A-Z](?<!\w[A-Z])(?<![.!?]\s[A-Z])(?<!^[A-Z])(?<![\"“][A-Z])[\w’'-]+")
_LEADING_NAME = late(r"^\W*(?:[A-Z][\w’'-]+\s+)+(?:[A-Z][\w’'-]+)")
_PLACE = late(
    r"\b(?:in|at|near|from|to|across|outside|inside|throughout|around|into|of|on|off|between|north|south|east|west)\s+"
    r"(?:the\s+|southern\s+|northern\s+|eastern\s+|western\s+|central\s+)?(?P<name>[A-Z][\w’'-]+)"
)


def find_answer_kind(
    text: str, kind: AnswerKind, question_words: Collection[str]
) -> list[tuple[int, int, float]]:
    """Find, in ``text``, what a question of ``kind`` asks for, beside the question's own words.

    ``question_words`` are the folded words of the question. Returns the span of each and how sure it is, from 0 to 1; nothing
    for kinds that no pattern tells.
    """
    return [
        (
            match.start(group),
            match.end(group),
            _OF_A_YEAR if kind == "number" and _YEAR.match(match.group().rstrip(".,")) else strength,
        )
        for pattern, group, strength in _PATTERNS.get(kind, ())
        for match in pattern.finditer(text)
        if (pattern is not _DURATION or match["unit"])
        and fold(match.group(group)).strip(".,'’") not in question_words
    ]


_NAMES: tuple[tuple[re.Pattern[str], int | str, float], ...] = (
    (_CAPITALISED, 0, 1.0),
    (_LEADING_NAME, 0, 0.5),
)
_PATTERNS: Mapping[AnswerKind, tuple[tuple[re.Pattern[str], int | str, float], ...]] = {
    "person": _NAMES,
    "name": _NAMES,
    "place": ((_PLACE, "name", 1.0), (_CAPITALISED, 0, 0.3)),
    "date": ((_DATE, 0, 1.0),),
    "number": ((_NUMBER, 0, 1.0),),
    "duration": ((_DURATION, 0, 1.0),),
    "reason": ((_STRONG_REASON, 0, 1.0), (_REASON, 0, 0.4)),
    "manner": ((_MANNER, 0, 1.0),),
    "statement": ((_STATEMENT, 0, 1.0),),
}

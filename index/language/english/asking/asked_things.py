"""The thing that a question asks for beyond its kind: an age, pages, a sum, an hour, a hotel; and the words that are one.

What has a name of its own has a form of its own: a sentence without a sum does not say what something costs.
"""

import re
from dataclasses import dataclass

from index.language.english.calendar_words import MONTH_NAMES, SHORT_MONTHS
from index.language.english.grammar.word_classes import PERSON_NOUNS
from index.language.patterns import late

_NUMBER_WORD = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen|several|half|few)"
)
# The longest number that a person writes out has fewer digits; without a bound a run of digits is gone through from each.
_DIGITS = r"(?<!\d)\d[\d,.]{0,20}+"
_NUMBER = rf"(?:{_DIGITS}|\b{_NUMBER_WORD}\b)"
_SUM = late(
    r"[$€£¥₽₴]\s?\d|\b(?:USD|EUR|GBP|CHF)\s?\d"
    rf"|{_NUMBER}[\s-]+(?:(?:thousand|million|billion|trillion|bn|m)\b[\s-]*)?(?:[A-Z]\w+[\s-]+)?"
    r"(?:dollars?|euros?|pounds?|francs?|marks?|crowns?|roubles?|rubles?|hryvnias?|yen|yuan|dinars?|ducats?|florins?|pesos?|rupees?"
    r"|rials?|riyals?|liras?|shillings?|kroner|kronor|krone|krona|talers?|guilders?|shekels?|zlotys?|reais|real|rand|dirhams?"
    r"|guineas?|sovereigns?|cents?|won|baht|forints?|leva|lei|pence)\b"
    rf"|{_DIGITS}\s?(?:k|m|bn)\b"
    r"|\b(?:thousand|million|billion|trillion)s?\b|\bfree of charge\b|\bfor free\b|\bnothing\b",
    re.IGNORECASE,
)
_AGE = late(
    r"\b\d{1,3}[\s-]years?[\s-]old|\baged?\s+(?:of\s+)?\d{1,3}\b|,\s\d{1,3}(?=[,.;)])|\(\d{1,3}\)|\bborn\b|\b\d{1,3}\s+years?\s+of\s+age"
    r"|\bturn(?:s|ed)\s+\d{1,3}\b|\b\w+ty(?:-\w+)?[\s-]years?[\s-]old",
    re.IGNORECASE,
)
_HOUR = late(
    r"\b\d{1,2}[:.h]\d\d\b|\b(?:noon|midnight|midday|dawn|dusk|sunrise|sunset)\b|\b\d{1,2}\s?[ap]\.?m\b"
    rf"|\bo['’]clock\b|\b{_NUMBER_WORD}\s+in\s+the\s+(?:morning|afternoon|evening)|\bhalf past\b|\b\d{{4}}\s?(?:GMT|UTC|hours)\b",
    re.IGNORECASE,
)
_SHARE = late(
    r"\d\s?(?:%|percent|per cent)|\bper\s?cent\b"
    r"|\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|all|none)\b|\b\d+\s+(?:of|in|out)\b",
    re.IGNORECASE,
)
_SUM_OR_SHARE = late(
    r"\d|\bper\s?cent\b|\b(?:percent|percentage|dollars?|euros?|pounds?|half|third|quarter|fifth|tenth|zero|nil|none)\b",
    re.IGNORECASE,
)
_DISTANCE = late(
    rf"{_NUMBER}[\s-]+(?:\w+[\s-]+)?(?:(?:kilo|centi|milli)met\w+|km|[cm]m|miles?|met(?:re|er)s?|m|feet|foot|ft|inch(?:es)?|yards?"
    r"|fathoms?|nautical|leagues?)\b",
    re.IGNORECASE,
)
_DURATION = late(
    rf"{_NUMBER}[\s-]+(?:\w+[\s-]+)?(?:second|minute|hour|day|week|fortnight|month|year|decade|centur|night|season)\w*"
    r"|\b(?:since|until|till|indefinite(?:ly)?|permanent(?:ly)?|for good|overnight|half-year|decades|centuries|forever)\b",
    re.IGNORECASE,
)
_NEAR_UNITS = {
    "minutes": "seconds? minutes? hours?",
    "hours": "minutes? hours?",
    "days": "hours? days? weeks? fortnights? nights?",
    "weeks": "days? weeks? fortnights? months?",
    "months": "weeks? months? years?",
    "years": "months? years? decades? centur(?:y|ies)",
}
"""What is told where somebody asks how many of a unit: a number of it, or of the units beside it."""


def _lasting(units: str) -> re.Pattern[str]:
    return late(rf"{_NUMBER}[\s-]+(?:\w+[\s-]+)?(?:{'|'.join(units.split())})\b", re.IGNORECASE)


_OFTEN = late(
    rf"\b(?:once|twice|thrice|never|seldom|rarely|sometimes|always|again|repeatedly|several|daily|weekly|monthly|quarterly|yearly|annual\w*"
    rf"|biennial\w*|every|each|per|time|times|occasions?|rounds?)\b|{_NUMBER}[\s-]+(?:\w+[\s-]+)?times\b"
    r"|\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:nd|rd|th))\b|-fold\b|\b(?:doubled?|tripled?|double|triple)\b",
    re.IGNORECASE,
)
_LODGING = late(
    r"\b(?:hotel|inn|resort|palace|villa|hostel|lodge|residence|guest ?house"
    r"|ritz|hilton|marriott|sheraton|hyatt|intercontinental)s?\b",
    re.IGNORECASE,
)
_DAY = late(
    r"\b(?:1[0-9]\d\d|20\d\d)s?\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    rf"|\b(?:{'|'.join(MONTH_NAMES)})\b|\b(?:{'|'.join(SHORT_MONTHS)})\b\.?\s?\d"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    r"|\b(?:yesterday|today|tomorrow|tonight|ago|centur(?:y|ies)|noon|midnight|dawn|morning|evening|afternoon|weekend|christmas|easter"
    r"|ramadan|eid|holidays?|anniversary|day|days|hours?|weeks?|months?|years?|decades?|spring|summer|autumn|winter|immediately|now|soon"
    r"|after|before|once|when|until|since|during|upon|following|later|earlier|recently|date|deadline)\b|\d{1,2}:\d\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedThing:
    """What is asked for, by name, and the pattern of what is one; ``strict`` where nothing else can answer."""

    name: str
    pattern: re.Pattern[str]
    strict: bool = True


_MORE_PERSONS = frozenset(
    """pilot pilots sailor sailors hostage hostages prisoner prisoners passenger passengers driver drivers fisherman fishermen
    nurse nurses captain captains""".split()
)
_PERSONS = "|".join(sorted(PERSON_NOUNS | _MORE_PERSONS, key=len, reverse=True))
_PEOPLE = late(
    rf"{_NUMBER}\s+(?:\w+\s+){{0,2}}(?:people|persons?|inhabitants?|residents?|citizens?|villagers?|islanders?|civilians?|men|women|children"
    rf"|workers?|families|refugees?|souls|others|{_PERSONS})\b|\b(?:population|crowd|audience)\b"
    rf"|\b(?:killed|wounded|injured|dead|died|missing|arrested|displaced|employs?|homes?)\b",
    re.IGNORECASE,
)
_MONEY_NOUNS = "price|cost|costs|sum|fee|fees|salary|wage|wages|fine|ransom|budget|compensation|toll|rent|bonus|dowry|subsidy"
_OF_RATES = (
    r" (?:is|are|was|were|will|would|has|have|had|can|did|does)\b[^?.;]{0,80}\b"
    rf"(?:tariff|dut(?:y|ies)|tax(?:es)?|levy|levies|rates?|inflation|turnout|unemployment|interest|growth|debt|deficit|fines|{_MONEY_NOUNS})"
)
"""What is high without being a distance: "how high is the tariff"."""

_THINGS: tuple[tuple[str, re.Pattern[str], AskedThing], ...] = tuple(
    (name, late(asked, re.IGNORECASE, signs), AskedThing(name, pattern, strict))
    for name, signs, asked, pattern, strict in (
        (
            "age",
            ("how old", "what age", "age of"),
            rf"\bhow old (?:is|was|are|were) (?:(?!the\b|this\b|that\b|an?\b)"
            rf"|(?=(?:the|this|that) (?:\w+ ){{0,2}}(?:{_PERSONS})\b))"
            r"|\bwhat age\b|\bage of\b",
            _AGE,
            True,
        ),
        (
            "sum or share",
            ("how much", "how high", "how low"),
            rf"\bby how much\b|\bhow (?:high|low)\b(?={_OF_RATES})",
            _SUM_OR_SHARE,
            True,
        ),
        (
            "hour",
            ("what hour", "what time", "which hour"),
            r"\b(?:at )?what (?:hour|time)\b(?! of| frame| period)|\bwhich hour\b",
            _HOUR,
            True,
        ),
        (
            "sum",
            ("how much", "cost", *_MONEY_NOUNS.split("|")),
            rf"\bhow much (?:money|did\b.*\b(?:cost|pay|paid|earn|spend|lend|borrow|fetch|sell)"
            r"|do(?:es)?\b.*\b(?:cost|pay|earn|spend)"
            rf"|(?:is|was|were|are|will|would)\b.*\b(?:cost|pay|paid|earn|spend|insured|worth|sold|lent|ransom)|ransom)"
            rf"|\b(?:what|which) (?:\w+ )?(?:{_MONEY_NOUNS})\b|\bwhat (?:did|does|do|will|would)\b.*\bcost\b|\bfor how much\b",
            _SUM,
            True,
        ),
        (
            "share",
            ("share", "percent", "per cent", "proportion", "interest"),
            r"\bwhat (?:share|percentage|proportion|per ?cent)\b|\bhow many per ?cent\b|\b(?:what|which) interest\b",
            _SHARE,
            True,
        ),
        ("hotel", ("hotel",), r"\b(?:what|which) hotel\b", _LODGING, True),
        (
            "number of times",
            ("how many times", "how often", "how many occasions"),
            r"\bhow (?:many times|often)\b|\bon how many occasions\b",
            _OFTEN,
            True,
        ),
        (
            "number of people",
            ("how many",),
            r"\bhow many (?:people|persons|inhabitants|residents)\b",
            _PEOPLE,
            False,
        ),
        (
            "distance",
            ("how far", "how long is the", "how tall", "how deep", "how wide", "how high"),
            r"\bhow far\b|\bhow long is the (?:\w+ ){0,3}"
            r"(?:link|road|bridge|tunnel|line|border|wall|route|pipeline|canal|river|cable|fence)\b"
            rf"|\bhow (?:tall|deep|wide)\b|\bhow high\b(?!{_OF_RATES})",
            _DISTANCE,
            True,
        ),
        *(
            (f"number of {unit}", (f"how many {unit}",), rf"\bhow many {unit}\b", _lasting(others), True)
            for unit, others in _NEAR_UNITS.items()
        ),
        ("duration", ("how long",), r"\bhow long\b", _DURATION, True),
        (
            "day",
            ("when", "day", "date", "month", "year", "deadline"),
            r"^\W*(?:and |so |but )?(?:by |since |until |till )?when\b|\b(?:what|which) (?:day|date|month|year)\b"
            r"|\bdeadline\b.*\?",
            _DAY,
            True,
        ),
    )
)


def asked_thing(question: str) -> AskedThing | None:
    """Return the thing with a form of its own that ``question`` asks for; None for everything else."""
    return next((thing for _, asked, thing in _THINGS if asked.search(question)), None)


def holds(thing: AskedThing, text: str) -> bool:
    """Tell whether ``text`` holds something of the form."""
    return thing.pattern.search(text) is not None

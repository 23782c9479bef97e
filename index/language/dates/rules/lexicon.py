"""The words that dates are made of, each with the symbol it has in the grammar.

Symbols are single characters, so that a sentence becomes a string of symbols and a rule a regular expression over it.
"""

import re

from index.language.english import calendar_words

MONTHS = {name: number for number, names in enumerate(calendar_words.MONTHS, start=1) for name in names}

WEEKDAYS = {name: number for number, names in enumerate(calendar_words.WEEKDAYS) for name in names}
"""Monday is 0, as in ``date.weekday()``."""

SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

DAY_PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "night": "NI",
    "overnight": "NI",
    "tonight": "NI",
}

UNITS = {
    name: unit
    for unit, names in {
        "S": ("second", "seconds"),
        "TM": ("minute", "minutes"),
        "TH": ("hour", "hours", "hr", "hrs"),
        "D": ("day", "days"),
        "WE": ("weekend", "weekends"),
        "W": ("week", "weeks"),
        "FN": ("fortnight", "fortnights"),
        "M": ("month", "months"),
        "Q": ("quarter", "quarters"),
        "Y": ("year", "years", "yr", "yrs"),
        "DE": ("decade", "decades"),
        "CE": ("century", "centuries"),
    }.items()
    for name in names
}
"""Units by the letters TIMEX3 has for them; WE and FN (weekend, fortnight) are counted in days."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_ONES += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = {word: value for value, word in enumerate(_ONES.split())} | {
    word: 10 * (place + 2) for place, word in enumerate(_TENS.split())
}
MAGNITUDES = {"hundred": 100, "thousand": 1000, "dozen": 12}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
)
_ORDINALS += " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)} | {
    "thirtieth": 30,
    "twenty-first": 21,
}

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

SETS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "everyday": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "annually": "P1Y",
    "yearly": "P1Y",
}

REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "current": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recent": "PAST_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "future": "FUTURE_REF",
}

DAY_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

SYMBOL_NAMES = (
    "OTHER STOP BREAK COMMA DOT HYPHEN DASH SLASH APOSTROPHE QUOTE OPEN CLOSE "
    "ISO NUMDATE CLOCK ISODECADE ORDNUM DAYNUM YEAR NUMBER SHORTYEAR "
    "MONTH MAYMONTH MONTHABBR WEEKDAY WEEKDAYABBR WEEKDAYS SEASON FALL DAYPART NOON DEIXIS "
    "UNIT UNITS SECOND WEEKEND WEEKENDS QUARTER QUARTERS HALF PERIOD SMALLUNIT SMALLUNITS "
    "CARDINAL MAGNITUDE ARTICLE THE ORDINAL VAGUECOUNT COUPLE DECADEWORD "
    "SETWORD REFWORD EVERY PER "
    "THIS LAST NEXT COMING THAT SAME PREVIOUS FOLLOWING LATEST RECENT CURRENT COMPARABLE FISCAL FULL "
    "EARLY LATE MID EARLIER LATER BEGINNING END "
    "AGO BEFORE AFTER HENCE SINCE FROM TO AND OR OF IN ON AT FOR MORE LESS THAN LEAST UP "
    "APPROXIMATELY ONLY ERA_BC ERA_AD AMPM ZONE OLD LONG HOLIDAY HOLIDAYWORD EVE PAST MONEY PERCENT "
    "ADDED UNTIL DURING BY NO PARTWORD QWORD HWORD NEAR OTHERWORD TIMES LATTER SO VERY "
).split()
SYMBOL = {name: chr(0x100 + place) for place, name in enumerate(SYMBOL_NAMES)}

_WORDS: dict[str, str] = {
    **dict.fromkeys((word for word in MONTHS if len(word) > 4 or word in ("june", "july")), "MONTH"),
    **dict.fromkeys(("may", "march"), "MAYMONTH"),
    **dict.fromkeys(calendar_words.SHORT_MONTHS, "MONTHABBR"),
    **dict.fromkeys((word for word in WEEKDAYS if len(word) > 5), "WEEKDAY"),
    **dict.fromkeys((word for word in WEEKDAYS if len(word) <= 5), "WEEKDAYABBR"),
    **dict.fromkeys((f"{word}s" for word in WEEKDAYS if len(word) > 5), "WEEKDAYS"),
    **dict.fromkeys(SEASONS, "SEASON"),
    "fall": "FALL",
    **dict.fromkeys(("morning", "afternoon", "evening", "night", "dawn", "dusk", "daybreak"), "DAYPART"),
    **dict.fromkeys(("noon", "midnight", "midday"), "NOON"),
    **dict.fromkeys(DAY_OFFSETS, "DEIXIS"),
    **dict.fromkeys(("day", "week", "month", "year", "decade", "century", "fortnight"), "UNIT"),
    **dict.fromkeys(
        ("days", "weeks", "months", "years", "decades", "centuries", "fortnights", "yrs", "yr"), "UNITS"
    ),
    **dict.fromkeys(("minute", "hour", "hr"), "SMALLUNIT"),
    **dict.fromkeys(("minutes", "hours", "seconds", "hrs"), "SMALLUNITS"),
    "weekend": "WEEKEND",
    "weekends": "WEEKENDS",
    "quarter": "QUARTER",
    "quarters": "QUARTERS",
    "half": "HALF",
    "period": "PERIOD",
    **dict.fromkeys(CARDINALS, "CARDINAL"),
    **dict.fromkeys(MAGNITUDES, "MAGNITUDE"),
    "a": "ARTICLE",
    "an": "ARTICLE",
    "the": "THE",
    **dict.fromkeys(ORDINALS, "ORDINAL"),
    "second": "SECOND",
    **dict.fromkeys(("several", "few", "many", "some", "various"), "VAGUECOUNT"),
    "couple": "COUPLE",
    **dict.fromkeys(DECADES, "DECADEWORD"),
    **dict.fromkeys(SETS, "SETWORD"),
    **dict.fromkeys(("now", "currently", "nowadays", "presently", "recently", "lately", "future"), "REFWORD"),
    **dict.fromkeys(("each", "every"), "EVERY"),
    "per": "PER",
    "this": "THIS",
    "last": "LAST",
    "past": "PAST",
    "next": "NEXT",
    "coming": "COMING",
    "upcoming": "COMING",
    "that": "THAT",
    "same": "SAME",
    "previous": "PREVIOUS",
    "preceding": "PREVIOUS",
    "prior": "PREVIOUS",
    "following": "FOLLOWING",
    "subsequent": "FOLLOWING",
    "ensuing": "FOLLOWING",
    "latest": "LATEST",
    "recent": "RECENT",
    "current": "CURRENT",
    "comparable": "COMPARABLE",
    "corresponding": "COMPARABLE",
    "fiscal": "FISCAL",
    "full": "FULL",
    **dict.fromkeys(("additional", "another", "entire", "extra", "whole"), "ADDED"),
    "early": "EARLY",
    "late": "LATE",
    "mid": "MID",
    "middle": "MID",
    "earlier": "EARLIER",
    "previously": "EARLIER",
    "later": "LATER",
    **dict.fromkeys(("beginning", "start", "outset", "onset"), "BEGINNING"),
    **dict.fromkeys(("end", "close", "rest", "remainder"), "END"),
    "ago": "AGO",
    "before": "BEFORE",
    "after": "AFTER",
    "afterwards": "LATER",
    "hence": "HENCE",
    "since": "SINCE",
    "from": "FROM",
    "to": "TO",
    "through": "TO",
    "until": "UNTIL",
    "till": "UNTIL",
    "during": "DURING",
    "throughout": "DURING",
    "by": "BY",
    "no": "NO",
    "and": "AND",
    "or": "OR",
    "of": "OF",
    "in": "IN",
    "on": "ON",
    "at": "AT",
    "for": "FOR",
    "more": "MORE",
    "less": "LESS",
    "fewer": "LESS",
    "than": "THAN",
    "least": "LEAST",
    "up": "UP",
    **dict.fromkeys(
        ("about", "almost", "nearly", "roughly", "around", "approximately", "circa", "ca"),
        "APPROXIMATELY",
    ),
    **dict.fromkeys(("only", "just"), "ONLY"),
    "bc": "ERA_BC",
    "bce": "ERA_BC",
    "ad": "ERA_AD",
    "ce": "ERA_AD",
    "am": "AMPM",
    "pm": "AMPM",
    **dict.fromkeys(
        (
            "gmt",
            "utc",
            "est",
            "edt",
            "cst",
            "cdt",
            "mst",
            "mdt",
            "pst",
            "pdt",
            "cet",
            "cest",
            "eet",
            "eest",
            "bst",
            "msk",
            "et",
        ),
        "ZONE",
    ),
    "old": "OLD",
    "long": "LONG",
    **dict.fromkeys(("christmas", "thanksgiving", "easter", "halloween"), "HOLIDAY"),
    "eve": "EVE",
    "part": "PARTWORD",
    "q": "QWORD",
    "h": "HWORD",
    "near": "NEAR",
    "foreseeable": "NEAR",
    "other": "OTHERWORD",
    "latter": "LATTER",
    "so": "SO",
    "very": "VERY",
    "times": "TIMES",
    **dict.fromkeys(
        (
            "boxing",
            "labor",
            "memorial",
            "election",
            "independence",
            "veterans",
            "armistice",
            "columbus",
            "valentine",
            "new",
            "good",
            "presidents",
            "inauguration",
        ),
        "HOLIDAYWORD",
    ),
    "$": "MONEY",
    "£": "MONEY",
    "€": "MONEY",
    "%": "PERCENT",
    "percent": "PERCENT",
    ",": "COMMA",
    ".": "DOT",
    "!": "STOP",
    "?": "STOP",
    ";": "STOP",
    "–": "DASH",
    "—": "DASH",
    "-": "DASH",
    "/": "SLASH",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "(": "OPEN",
    ")": "CLOSE",
}
_CAPITALISED = frozenset(("MAYMONTH", "MONTHABBR", "WEEKDAYABBR", "ZONE", "ERA_BC", "ERA_AD"))
"""What a word is only when it is written with a capital: "may" is a verb, "May" a month."""
WORD_SYMBOLS = {
    written: SYMBOL[name]
    for word, name in _WORDS.items()
    for written in (word, word.capitalize(), word.upper())
    if name not in _CAPITALISED or not written.islower()
}
"""Symbols by the words as they are written."""

ZONES = {
    "gmt": "Z", "utc": "Z", "est": "-05", "edt": "-04", "et": "-05", "cst": "-06", "cdt": "-05", "mst": "-07", "mdt": "-06",
    "pst": "-08", "pdt": "-07", "cet": "+01", "cest": "+02", "eet": "+02", "eest": "+03", "bst": "+01", "msk": "+03",
}  # fmt: skip

TOKEN = re.compile(
    # White space that begins no break is passed over at once: all of it is tried otherwise.
    r"""
    (?=[\S\n])(?:(?P<WORD>(?![AaPp](?:\.\ ?)?[Mm]\b|[AB]\.[CD]\.)[^\W\d_]+)
    |(?P<HYPHEN>(?<=\w)-(?=\w))
    |(?P<ISO>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
    |(?P<NUMDATE>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![\d/]) | \d{4}/\d{1,2}/\d{1,2}(?![\d/]))
    |(?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?(?!\d))
    |(?P<ISODECADE>['’]?\d{0,3}0['’]?s\b)
    |(?P<ORDNUM>\d{1,6}(?:st|nd|rd|th)\b)
    |(?P<SHORTYEAR>['’]\d{2}\b)
    |(?P<NUMBER>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)
    |(?P<MARK>[^\w\s]|_)
    |(?P<ERA_BC>B\.C\.(?:E\.)?)
    |(?P<ERA_AD>A\.D\.)
    |(?P<AMPM>[AaPp](?:\.\ ?[Mm]\b\.?|[Mm]\b))
    |(?P<BREAK>\n[^\S\n]*\n\s*))[ ]*
    """,
    re.VERBOSE,
)
"""A token and the spaces after it: the group that is named for its kind is the token itself."""

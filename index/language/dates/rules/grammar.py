"""The grammar: which runs of words are time expressions, as regular expressions over symbols.

A text is cut into tokens, each token has one symbol of the lexicon, and every rule is a pattern over the string of
symbols, written with their names. All rules are one compiled alternation, tried once at each word that has a symbol, the
longest forms first; no rule has an unbounded repetition, so the time taken grows with the length of the text.
"""

import re
from dataclasses import dataclass

from index.language.dates.rules.lexicon import SYMBOL, TOKEN, WORD_SYMBOLS
from index.language.patterns import late

_OTHER = SYMBOL["OTHER"]
_WRITTEN = frozenset((TOKEN.groupindex["WORD"], TOKEN.groupindex["MARK"]))
_NUMBER = TOKEN.groupindex["NUMBER"]
"""Groups of what has the symbol of its letters, and of numbers."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where each starts and ends, and the string of their symbols.

    ``before_christ`` tells whether years before Christ are among them.
    """

    text: str
    starts: list[int]
    ends: list[int]
    symbols: str
    before_christ: bool

    def word(self, place: int) -> str:
        """Return the token's text in lower case; empty outside the text."""
        if 0 <= place < len(self.starts):
            return self.text[self.starts[place] : self.ends[place]].lower()
        return ""

    def symbol(self, place: int) -> str:
        """Return the token's symbol; empty outside the text."""
        return self.symbols[place] if 0 <= place < len(self.symbols) else ""


def _number_symbol(digits: str) -> str:
    if len(digits) == 4 and digits.isdecimal() and "1000" <= digits <= "2199":
        return SYMBOL["YEAR"]
    if len(digits) <= 2 and 1 <= int(digits) <= 31:
        return SYMBOL["DAYNUM"]
    return SYMBOL["NUMBER"]


def tokenise(text: str) -> Tokens:
    """Cut a text into tokens and give each its symbol."""
    starts: list[int] = []
    ends: list[int] = []
    symbols: list[str] = []
    word_symbol = WORD_SYMBOLS.get
    for match in TOKEN.finditer(text):
        group = match.lastindex or 0
        word = match[group]
        if group in _WRITTEN:
            symbol = word_symbol(word, _OTHER)
        elif group == _NUMBER:
            symbol = _number_symbol(word)
        else:
            symbol = SYMBOL[str(match.lastgroup)]
        start = match.start()
        starts.append(start)
        ends.append(start + len(word))
        symbols.append(symbol)
    joined = "".join(symbols)
    return Tokens(text, starts, ends, joined, SYMBOL["ERA_BC"] in joined)


_PIECES = {
    "M_": "(?:MONTH|MAYMONTH|MONTHABBR DOT?)",
    "WD_": "(?:WEEKDAY|WEEKDAYABBR DOT?)",
    "D_": "(?:DAYNUM|ORDNUM)",
    "OD_": "(?:ORDNUM|ORDINAL|SECOND)",
    "YR_": "(?:YEAR|SHORTYEAR)",
    "ERA_": "(?:ERA_BC|ERA_AD)",
    "U1_": "(?:UNIT|SMALLUNIT|QUARTER|WEEKEND)",
    "US_": "(?:UNITS|SMALLUNITS|QUARTERS|WEEKENDS)",
    "U_": "(?:U1_|US_)",
    "N_": (
        "(?:(?:CARDINAL|DAYNUM|NUMBER) AND ARTICLE HALF|HALF ARTICLE|ARTICLE? HALF|ARTICLE? QUARTER (?:OF ARTICLE)?|"
        "ARTICLE? VAGUECOUNT|ARTICLE? COUPLE OF?|(?:ARTICLE|DAYNUM|NUMBER|CARDINAL) MAGNITUDE|MAGNITUDE"
        "|CARDINAL (?:HYPHEN? CARDINAL)?|(?:DAYNUM|NUMBER|YEAR) (?:DAYNUM SLASH DAYNUM)?)"
    ),
    "SEAS_": "(?:SEASON|FALL)",
    "PART_": "(?:DAYPART|NOON)",
    "BACK_": "(?:LAST|PAST|PREVIOUS)",
    "AHEAD_": "(?:NEXT|COMING|FOLLOWING)",
    "APPROX_": "(?:AT LEAST|UP TO|NO? (?:MORE|LESS) THAN|APPROXIMATELY)",
    "EDGE_": (
        "(?:THE? VERY? (?:EARLY|LATE|MID|BEGINNING|END|LATTER|LATER|EARLIER) (?:HYPHEN|PARTWORD? OF|HALF OF|IN)? THE?"
        "|THE VERY? OD_ HALF OF THE?)"
    ),
    "TIME_": "(?:CLOCK AMPM? ZONE?|(?:YEAR|NUMBER) ZONE|(?:DAYNUM|NUMBER) (?:AMPM|NOON) ZONE?|NOON ZONE?)",
    "MONTHDAY_": (
        "(?:M_ (?:THE? D_|THE? ORDINAL)|(?:THE? D_|THE ORDINAL) OF? M_ (?!D_ COMMA YEAR)"
        "|THE? (?:ORDINAL|SECOND) OF M_)"
    ),
    "DAYYEAR_": "(?:COMMA? YEAR|IN YEAR|COMMA? SHORTYEAR)",
    "DATE_": "(?:(?:WD_ COMMA? THE?)? MONTHDAY_ (?:DAYYEAR_ ERA_?)?)",
    "THATYEAR_": "(?:OF? (?:THAT|THE SAME|THIS|LAST|NEXT|THE FOLLOWING|THE PREVIOUS) UNIT)",
}

RULES: dict[str, str] = {
    "iso": "ISO",
    "numeric": "NUMDATE",
    "clock": (
        "APPROX_? TIME_ (?:COMMA? ON? (?:DATE_|(?:THIS|LAST|NEXT)? WD_|DEIXIS) | (?:IN|ON) THE DAYPART)?"
        "|APPROX_? DAYNUM IN THE DAYPART"
    ),
    "part_of_date": (
        "THE? (?:EARLY|LATE)? DAYPART SMALLUNITS? OF (?:DATE_|WD_|D_ (?!OF|M_))"
        "|THE EARLY SMALLUNITS OF (?:DATE_|WD_) DAYPART?"
    ),
    "nth_day": "THE (?:OD_|LAST) (?:WEEKDAY|UNIT) (?:OF|IN) M_ (?:COMMA? OF? YEAR)?",
    "two_days": "(?:D_ COMMA){0,3} D_ COMMA? (?:HYPHEN|DASH|TO|AND|OR) D_ OF? M_ (?:DAYYEAR_ ERA_?)?",
    "month_day": (
        "(?:(?:EARLY|LATE) ON?|EARLIER|LATER|LAST|NEXT|THIS COMING?)? DATE_ (?:THATYEAR_)? (?:COMMA? DAYPART)?"
    ),
    "month_year": (
        "EDGE_? M_ (?:COMMA? OF? YR_ ERA_?|NUMBER ERA_BC|THATYEAR_|LAST UNIT|COMMA? CARDINAL CARDINAL "
        "(?:HYPHEN? CARDINAL)?)"
    ),
    "month": "(?:EDGE_|(?:EARLIER|LATER) (?:IN|THIS|LAST|NEXT)?|THIS COMING?|BACK_|AHEAD_)? M_",
    "season_year": (
        "EDGE_? THE? SEAS_ (?:OF|COMMA)? (?:YR_ ERA_?|NUMBER ERA_BC|(?:THE)? "
        "(?:NEXT|LAST|THIS|THAT|SAME|FOLLOWING|PREVIOUS) UNIT)"
    ),
    "season": "(?:EDGE_|(?:EARLIER|LATER)? (?:IN|THIS|LAST|NEXT|THAT)? THE?)? (?:BACK_|AHEAD_)? SEAS_",
    "weekday_span": (
        "WEEKDAY (?:TO|UNTIL|HYPHEN|DASH) WEEKDAY (?:OF? (?:LAST|NEXT|THIS) UNIT)?"
        "|WEEKDAY AND WEEKDAY OF? (?:LAST|NEXT|THIS) UNIT"
    ),
    "weekday_of_week": "WEEKDAY OF? (?:LAST|NEXT|THIS|THE FOLLOWING|THE PREVIOUS) UNIT",
    "week_of": "THE (?:UNIT|WEEKEND) (?:OF|BEGINNING) (?:D_ (?:HYPHEN|DASH|TO|AND))? DATE_",
    "before_last": "THE? WEEKDAY BEFORE LAST|(?:THE)? UNIT (?:BEFORE|AFTER) (?:LAST|NEXT)? WEEKDAY",
    "weekday": (
        "(?:EARLY|LATE|EARLIER|LATER)? (?:THIS (?:PAST|COMING)?|THE? (?:BACK_|AHEAD_)|THAT)? WEEKDAY "
        "(?:COMMA? DAYPART)?"
    ),
    "deixis": "(?:EARLY|LATE|EARLIER|LATER)? DEIXIS DAYPART?",
    "year_before": (
        "(?:THE|ARTICLE)? COMPARABLE? UNIT HYPHEN (?:AGO|EARLIER) (?:OD_ HYPHEN? "
        "QUARTER|QUARTER|PERIOD|N_ US_)?"
    ),
    "quarter_year": (
        "(?:THE|EDGE_)? FISCAL? (?:OD_ HYPHEN? QUARTER|QWORD DAYNUM) (?:COMMA|OF)? (?:THE)? FISCAL? YR_"
    ),
    "two_quarters": "(?:THE|EDGE_)? (?:ORDINAL|SECOND) (?:AND|OR) (?:ORDINAL|SECOND) (?:QUARTERS|QUARTER) (?:(?:OF|COMMA)? YR_)?",
    "quarter": (
        "(?:THE|EDGE_)? (?:FISCAL|THIS|LAST|NEXT){0,2} (?:UNIT APOSTROPHE OTHER)? OD_ HYPHEN? QUARTER "
        "(?:OF (?:THE|THIS|LAST|NEXT) UNIT)?|QWORD DAYNUM"
    ),
    "half_year": "HWORD DAYNUM YR_|THE? (?:OD_|LATTER) HALF (?:OF|COMMA)? (?:YR_|(?:THE|THIS|LAST|NEXT) UNIT)",
    "counted_this": "APPROX_? (?:N_|ARTICLE) U_ AGO (?:THIS (?:UNIT|DAYPART)|DEIXIS)",
    "counted": (
        "APPROX_{0,2} (?:N_|ARTICLE) MORE? HYPHEN? U_ (?:OR SO|AND ARTICLE HALF)? (?:AGO|EARLIER|LATER|HENCE|FROM "
        "(?:REFWORD|DEIXIS|WEEKDAY)|BEFORE (?=STOP|DOT|COMMA|BREAK|$)|AFTER (?=STOP|DOT|COMMA|BREAK|$))"
    ),
    "day_before": "THE UNIT (?:BEFORE (?:LAST|DEIXIS)?|AFTER (?:NEXT|DEIXIS)?|FOLLOWING)",
    "weekdays": "WEEKDAYS",
    "every": "(?:EVERY|PER) (?:OTHERWORD|N_|OD_)? (?:U_|WEEKDAY|M_|SEAS_|DAYPART)",
    "setword": "SETWORD",
    "money_rate": "TIMES ARTICLE U1_",
    "window": (
        "APPROX_{0,2} (?:EVERY OF)? THE? (?:BACK_|AHEAD_|RECENT|LATEST) (?:N_|ARTICLE)? (?:US_|SEAS_)"
    ),
    "first_units": "THE? (?:OD_|EARLY) N_? US_ (?:OF YEAR)?",
    "chosen": (
        "(?:EDGE_|(?:EARLY|LATE|EARLIER|LATER|MID) HYPHEN? IN? )? (?:THIS (?:PAST|COMING|VERY)?|THAT "
        "SAME?|THE? VERY? (?:BACK_|AHEAD_)|THE (?:SAME|CURRENT|LATEST|COMPARABLE|FULL|FISCAL)) "
        "(?:FULL|FISCAL)? (?:UNIT|QUARTER|WEEKEND|DAYPART|PERIOD) (?!YEAR) (?:OR SO)?"
    ),
    "in_the_unit": (
        "(?:(?:EARLIER|LATER|LATE|EARLY) IN|EDGE_ OF|THE (?:BEGINNING|END|MID) OF|UNIT HYPHEN "
        "(?=END)) (?:THE|ARTICLE|END) (?:UNIT|QUARTER|WEEKEND)?"
    ),
    "weekend": "(?:THE|THIS|LAST|NEXT) WEEKEND",
    "decade": "(?:THE|EDGE_)? (?:ISODECADE ERA_?|(?:CARDINAL HYPHEN?)? DECADEWORD)",
    "century": "(?:THE|EDGE_)? OD_ HYPHEN? UNIT ERA_?",
    "spelled_year": (
        "(?:THE UNIT)? (?:CARDINAL CARDINAL HYPHEN? CARDINAL?|CARDINAL MAGNITUDE (?:AND? CARDINAL "
        "(?:HYPHEN? CARDINAL)?)?)"
    ),
    "era_year": "APPROX_? EDGE_? (?:THE? UNIT)? (?:YEAR|NUMBER|DAYNUM) ERA_|EDGE_? ERA_AD (?:YEAR|NUMBER)",
    "year": "(?:ONLY|APPROXIMATELY|EDGE_)? THE? FISCAL? (?:UNIT|UNITS)? YEAR",
    "old_year": (
        "(?:EDGE_ NUMBER|(?:IN|SINCE|OF|UNTIL|BY|FROM|TO|AFTER|BEFORE) NUMBER|NUMBER (?=HYPHEN NUMBER "
        "ERA_BC|DASH NUMBER ERA_BC))"
    ),
    "length": (
        "(?:THE (?=N_ US_))? APPROX_{0,2} (?:N_|ARTICLE) MORE? FULL? HYPHEN? U_ (?:AND ARTICLE HALF|HYPHEN "
        "(?:LONG|OLD)|LONG|OLD|PERIOD)?"
    ),
    "unit_long": "U_ HYPHEN (?:LONG|OLD)",
    "added_unit": "THE? ARTICLE? ADDED U1_",
    "spoken": "THE (?:UNIT|QUARTER|PERIOD)",
    "plain_units": "THE? US_",
    "holiday": "(?:BACK_|THIS|AHEAD_|EARLY|LATE)? (?:HOLIDAY|HOLIDAYWORD)",
    "short_year": "EDGE_? SHORTYEAR",
    "reference": "THE? NEAR? REFWORD|CURRENT|RECENT|THE PAST",
}
"""Pattern by name, in the order in which they are tried."""


def _compiled(pattern: str) -> str:
    for _ in range(3):
        pattern = re.sub(
            r"\b[A-Z0-9]+_(?!\w)", lambda piece: _PIECES.get(piece.group(), piece.group()), pattern
        )
    pattern = re.sub(
        r"\b[A-Z][A-Z_]*[A-Z]\b|\b[A-Z]{2,}\b", lambda name: re.escape(SYMBOL[name.group()]), pattern
    )
    return pattern.replace(" ", "")


MASTER = late("|".join(f"(?P<{name}>{_compiled(pattern)})" for name, pattern in RULES.items()), re.DOTALL)

_NEVER_FIRST = (
    "OTHER STOP BREAK COMMA DOT HYPHEN DASH SLASH APOSTROPHE QUOTE OPEN CLOSE AND OR OF ON IN TO BY FOR FROM SINCE UNTIL DURING "
    "BEFORE AFTER AGO HENCE THAN ERA_BC AMPM ZONE OLD LONG EVE PARTWORD QUARTERS PERIOD SO VERY MONEY PERCENT"
).split()
_ARTICLES = "THE ARTICLE".split()
_first = "".join(SYMBOL[name] for name in SYMBOL if name not in _NEVER_FIRST + _ARTICLES)
CANDIDATE = re.compile(
    f"[{re.escape(_first)}]|[{''.join(SYMBOL[name] for name in _ARTICLES)}](?=[^{_OTHER}{SYMBOL['COMMA']}{SYMBOL['DOT']}])"
)
"""Where a rule can begin at all: a quick look that spares the alternation at most words."""

_NAMING = (
    "ISO NUMDATE CLOCK ISODECADE YEAR SHORTYEAR MONTH MAYMONTH MONTHABBR WEEKDAY WEEKDAYABBR WEEKDAYS SEASON "
    "FALL NOON DEIXIS UNIT UNITS WEEKEND WEEKENDS QUARTER QUARTERS SMALLUNIT SMALLUNITS DECADEWORD SETWORD "
    "REFWORD RECENT CURRENT HOLIDAY HOLIDAYWORD DAYPART PERIOD NUMBER MAGNITUDE ZONE AMPM ERA_BC ERA_AD QWORD "
    "HWORD EARLY LATE EARLIER LATER BEGINNING END MID LATTER HALF"
).split()
NAMING = re.compile(
    f"[{re.escape(''.join(SYMBOL[name] for name in _NAMING))}]|{SYMBOL['CARDINAL']}{{2}}|{SYMBOL['THE']}{SYMBOL['PAST']}"
)
"""What every time expression has in it, at least once: a text without it is done, and the rules need not be made ready for it,
which takes longer than a question. "Two", "the first" and "last" alone are none."""

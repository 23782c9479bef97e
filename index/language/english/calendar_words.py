"""The months and days of the week, in full and short: every expression over them is made of these."""

MONTHS = (
    ("january", "jan"),
    ("february", "feb", "febr"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
"""Each month's name and what it is shortened to, in their order."""

WEEKDAYS = (
    ("monday", "mon"),
    ("tuesday", "tue", "tues"),
    ("wednesday", "wed", "weds"),
    ("thursday", "thu", "thur", "thurs"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)
"""Each day's name and what it is shortened to, from Monday."""

MONTH_NAMES = tuple(names[0] for names in MONTHS)
WEEKDAY_NAMES = tuple(names[0] for names in WEEKDAYS)
SHORT_MONTHS = tuple(short for names in MONTHS for short in names[1:])
SHORT_WEEKDAYS = tuple(short for names in WEEKDAYS for short in names[1:])

DAYS_KNOWN_BY_NAME = {(1, 6): 2021, (9, 11): 2001, (10, 7): 2023}
"""Month and day of what is called by its day alone, and its year: storm on the Capitol, attacks on New York and on Israel."""
DAY_WORDS = frozenset(
    "attack attacks attacked attackers massacre terror terrorist terrorists insurrection insurrectionists riot rioters capitol "
    "mob mobs hamas hostages committee commission hearing hearings victims survivors anniversary tragedy atrocities aftermath "
    "memorial remembrance horrific horrors pogrom like democracy".split()
)
"""Words beside such a day that tell it as the known one."""

"""Words by which a frame is read: who speaks, what a subject stands for, what is counted, what may stand for America."""

import re

from index.language.patterns import late

SPEAKS = re.compile(r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)\b")
"""Who speaks without a name."""

GOES_ON = re.compile(r"\W*(?:He|She|They|It|His|Her|Their|Its)\b")
"""How a sentence begins that goes on with whom the one before it spoke of."""

THINGS = frozenset({"it", "itself"})
"""Pronouns of what is nobody."""

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me)\b")
"""Words of whoever speaks."""

ACCORDING_TO = late(
    r"\b(?:according to|as (?:put|told|described) by|in the words of) (?P<who>(?:[A-Z][\w’'-]+ ?){1,4})"
)
"""Who is said to have told it."""

STOP_VERBS = frozenset({"get", "go", "come", "make", "take", "keep", "put", "got", "give"})
"""Verbs that the stored terms of a sentence may leave out."""

AMERICA = frozenset({"u.s", "washington", "american", "america"})

AMERICAN = ("united states", "u.s.", "america", "washington", "white house")
"""What the United States are called, as terms and as written."""

ANYBODY = frozenset(
    "peopl person man men woman women child children individu other more hundr thousand million dozen".split()
)
"""Terms of those whom a number counts without saying what they are, and of what goes on with a number."""

ANY_NUMBER_OF = frozenset(
    "peopl person time countri state place year month week day hour minut thing way member side part".split()
)
"""Terms of what is counted without being named: "killed 14"."""

UNDERGONE = re.compile(
    r"^\W*(?:and )?(?:how (?:many|much)|what|which|who)\b(?: [\w’'-]+){0,4}? (?:was|were|been"
    r"|got) (?:\w+ly )?(?P<verb>\w+(?:ed|en|t|ld))\b",
    re.IGNORECASE,
)
"""A question after whom or what something was done to."""

UNITED_STATES = re.compile(r"\bunited states\b", re.IGNORECASE)
"""The name of which no word alone is one."""

AWAY_OR_TOWARDS = frozenset({"from", "to", "on", "against"})
"""Prepositions behind which nobody stands who does it himself."""

COUNTERPARTS = frozenset({"counterpart", "counterparts"})
"""Who has the office that is spoken of, elsewhere."""

OF_THE_SPEAKER = frozenset("i we our my us me ours".split())
"""Words of whoever speaks, in small letters."""

OF_A_GOVERNMENT = frozenset(
    "president administration government cabinet ministry country nation house white kremlin".split()
)
"""Words that, with nothing beside them, mean one's own government: "The President believes"."""

OBLIGED = frozenset("must should ought shall".split())
"""Verbs that say what a subject is to do."""

HAVING = frozenset("needs need has have had".split())
"""Verbs that do so with "to" behind them."""

HINDERED = re.compile(
    r"\b(?:prevent|block|stop|halt|bar|hinder|unable|short of|declin|reluctan)", re.IGNORECASE
)

OUTCOME = late(
    r"\b(?:ended|ends|concluded|agreed|agreement|adopted|decided|signed|failed|reached|committed|launched|announced"
    r"|finalized)\b",
    re.IGNORECASE,
)

ITSELF = frozenset("it they he she".split())

OF_HIMSELF = late(r"\bI\b(?! (?:demand|insist|propose|accept|reject))")
"""What whoever speaks says of himself: a point only where it is asked what he, or his side, holds."""

"""Dates that are named in passing: of what is done always, of a law, of a speaker's own words, or of a mere forecast.

"Prices are usually lowest in April", "on or after 12:01 a.m. on 3 March 2018", "we will have more details later today".
"""

import re

from index.language.english.events.clauses import DONE
from index.language.english.events.spoken_of import COMES_AGAIN, DEICTIC
from index.language.english.events.told import Told
from index.language.patterns import late


def _words(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE | re.VERBOSE)


# What is so every year.
_HABIT = _words(r"""
    \b(?:usually|typically|normally|generally|always|traditionally|annually|(?:every|each)\s+year|year\s+after\s+year|tends?\s+to
    |as\s+a\s+rule|most\s+years)\b""")
_BARE_SEASON = _words(r"(?:the\s+)?(?:spring|summer|autumn|winter|christmas|easter|thanksgiving|halloween)\Z")
_TO_COME = _words(r"\b(?:will|shall|going\s+to|starting|from|until|by|plans?|due|set)\b|[’']ll\b")
_OF_SOMEBODY = _words(r"\w[’']s?\s+\Z|\boutside\s+of\s+\Z|\b(?:for|like|every)\s+\Z")
_ANY_DAY = _words(r"\ban?\s+(?P<others>(?:\w+day(?:,?\s+or\s+|,\s+|\s+and\s+))*)\Z")
_OTHER_DAYS = _words(r"(?:,\s+\w+day)*,?\s+or\s+\w+day\b")
"""Behind one weekday of many: "on a Tuesday, Wednesday or Sunday"."""

# Laws, and the words of others.
_OF_A_LAW = _words(r"""
    \b(?:on\s+(?:or|and)\s+after|on\s+(?:or|and)\s+before)\s+(?:[\d:.]+\s*[ap]\.?m\.?[\w\s]{0,30}\bon\s+)?\Z
    |\b(?:duty|duties|goods|articles|entered|withdrawn|consumption|warehouse|subchapter)\b[^.;]{0,80}
    \b(?:until|through|from|on|before|after)\s+(?:[\d:.]+\s*[ap]\.?m\.?[\w\s]{0,30}\bon\s+)?\Z""")
_ENUMERATED = late(r"(?<![\w)])\((?:i{1,3}|iv|\d|[a-z])\)\s[^;]{0,400};|\b(?:HTSUS|subchapter|subheading)\b")
"""A sentence of a law that sets many dates."""
_AMENDED_BEHIND = _words(r"\s*,?\s*(?:as\s+(?:\w+\s+)?amended|\(?\d+\s+U\.?S\.?C)\b")
_QUOTED_FROM = late(
    r"\b(?:quote|quoting|read|reading)\s+(?:from\s+)?(?:[A-Z][\w.’'-]*\s+){1,4}from\s+(?:the\s+)?\Z"
)
_TOLD_SOMEBODY = _words(r"""
    \b(?:told|asked|texted|messaged|reminded|warned|assured|wrote\s+to|said\s+to)\s+(?:her|him|them|me|us)\b
    [^“"]{0,40}[“"][^”"]{0,600}\Z""")
"""Words of another day, whose "today" is that day: he told her: "We will have a special day today"."""
_INAUDIBLE = late(r"\((?:inaudible|crosstalk|laughter)\)", re.IGNORECASE)
_FEWEST_LETTERS = 12
"""Letters beside the date with which a fragment says something; chosen."""
_LETTER = late(r"[^\W\d_]")

_SPEAKER = late(
    r"(?<!\b[Aa]s )\bI\s+(?:just\s+|already\s+|also\s+|kind\s+of\s+|sort\s+of\s+)*"
    r"(?:mentioned|said|read|noted|addressed|laid\s+out|described|talked\s+about|spoke\s+about|alluded)\b"
    r"|\bnot\s+going\s+to\s+(?:get\s+into|speculate|comment|speak\s+to|go\s+into|preview)\b|\bI\s+apologi[sz]e\b"
    r"|\byour\s+(?:reaction|response|thoughts|comments?|question)\b|\b(?:going|want|like)\s+to\s+(?:quote|ask|follow\s+up)\b"
    r"|\b[Tt]hank(?:s|\s+you)\b(?![^.]{0,200}\b(?:will|shall)\b)[^.]{0,200}\bfor\s+(?:hosting|having|inviting|joining|being)\b"
    r"|\b(?:[Ww]e|I)\s+want\s+(?:\w+\s+)?(?:everybody|everyone|people|them|him|her|you|it|this|that)\s+to\b|\A\W*Happy\b|\bpray(?:ing|s)?\s+(?:for|that)\b|\b[Tt]o\s+(?:reiterate|recap|repeat)\b"
    r"|\bI\s+was\s+asked\b|\bBefore\s+(?:I|we)\s+(?:get|turn|go|move|begin|start|take)\b|\bput\s+out\s+(?:\w+\s+)?readouts?\b"
)
"""A speaker on his own words and on those who listen."""

# What is ahead and no plan.
_NEWS_TO_COME = _words(r"""
    \b(?:more|further|additional|other)\s+(?:details?|information|specifics|to\s+(?:share|say|announce))\b
    |\bwants?\s+to\s+(?:brief|give|walk|take|update|see)\b
    |\b(?:this|that|it)\s+(?:will|is\s+going\s+to|[’']ll)\s+(?:probably\s+|likely\s+)?(?:happen|develop|change|evolve|play\s+out|come|end)\b""")
"""What is ahead without being told: "we will have more details later today"."""
_LOOKED_FORWARD_TO = _words(
    r"\blook(?:s|ing)?\s+forward\s+to\s+(?:\w+ly\s+)?(?:working|continu\w+|further|building|deepening|strengthening|advancing)\b"
)
_AFTER_DOING = _words(r"\bafter\s+\w+ing\s[^,;:]{0,60}\Z")
"""What was done before what is ahead: "expected to return after having her son in August"."""
_FORECAST = _words(r"""
    \b(?:expect(?:s|ed|ing|ations?)?|forecasts?|forecasting|projected|projections?|projects\s+(?:that|an?|the|\w*\s?growth)\b|predict(?:s|ed|ions?)?|estimat(?:e|es|ed)|likely
    |chances?|risks?|odds|view|hop(?:e|es|ed|ing)|bets?|analys[ie]s)\b""")
_IS_FORECAST = _words(
    r"\b(?:is|are)\s+(?:\w+ly\s+|now\s+)?(?:expected|forecast|projected|predicted|estimated)\s+to\b"
)
"""A forecast that is the news itself."""
_AMOUNT = _words(r"""
    [$€£¥%]|\b(?:percent|per\s+cent|billion|million|trillion|inflation|growth|rates?|gdp|deficit|prices?|earnings|profits?|revenues?
    |emissions|higher|lower|ease|grow|rise|fall)\b""")
_OF_THIS = _words(r"(?:this|next|the\s+coming)\s")
_COARSE = ("season", "quarter", "year", "decade")


def is_in_passing(told: Told, *, planned: bool) -> bool:
    """Tell whether a date dates nothing that a reader would look for on it.

    Args: ``told``, the date in its sentence, and ``planned``, whether it lies ahead.
    """
    date = " ".join(told.text[told.found.start : told.found.end].split())
    before = told.before
    if _recurs(told, date) or _is_any_day(told):
        return True
    if _OF_A_LAW.search(before) and _ENUMERATED.search(told.text, *told.sentence):
        return True
    if _AMENDED_BEHIND.match(told.behind) or _QUOTED_FROM.search(before):
        return True
    if DEICTIC.match(date) and _TOLD_SOMEBODY.search(told.text, told.sentence[0], told.found.start):
        return True
    if _SPEAKER.search(told.words) or _says_too_little(told):
        return True
    if not planned:
        return _OF_THIS.match(date) is not None and _is_forecast(told)
    ahead = _NEWS_TO_COME.search(told.words) or _AFTER_DOING.search(before)
    return ahead is not None or _is_forecast(told)


def _recurs(told: Told, date: str) -> bool:
    """Whether what is told is so every year: "In the Alps, Easter is spent on the slopes"."""
    if COMES_AGAIN.match(date) and _HABIT.search(told.words):
        return True
    if not (_BARE_SEASON.match(date) or (date == "the weekend" and told.before.endswith("on "))):
        return False
    return bool(_OF_SOMEBODY.search(told.before) and told.found.tense != "future") or not (
        told.found.tense == "future" or DONE.search(told.words) or _TO_COME.search(told.words)
    )


def _is_any_day(told: Told) -> bool:
    """Whether a weekday is one of several of which none in particular is meant: "on a Tuesday, Wednesday or Sunday"."""
    one = _ANY_DAY.search(told.before)
    return one is not None and (bool(one["others"]) or _OTHER_DAYS.match(told.behind) is not None)


def _is_forecast(told: Told) -> bool:
    """Whether how much of something there will be is only foreseen: "we do expect inflation to ease next year"."""
    if told.found.granularity not in _COARSE or _IS_FORECAST.search(told.words):
        return False
    if _LOOKED_FORWARD_TO.search(told.words):
        return True
    forecast = _FORECAST.search(told.text, *told.sentence)
    words = told.words.replace(told.text[told.found.start : told.found.end], " ")
    return forecast is not None and _AMOUNT.search(words) is not None


def _says_too_little(told: Told) -> bool:
    """Whether next to nothing stands beside the date: "Before the end of this month (inaudible)"."""
    if not _INAUDIBLE.search(told.text, *told.sentence):
        return False
    rest = told.text[told.sentence[0] : told.found.start] + told.text[told.found.end : told.sentence[1]]
    return len(_LETTER.findall(_INAUDIBLE.sub("", rest))) < _FEWEST_LETTERS

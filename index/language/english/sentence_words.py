"""The words that tell a full stop of English news from the end of a sentence."""

from index.language.english.calendar_words import SHORT_MONTHS, SHORT_WEEKDAYS
from index.language.english.people.titles import SHORT_TITLES
from index.language.english.speech.verb_pattern import SPEECH_CUES
from index.language.patterns import late
from index.language.sentences import SentenceWords

_ATTRIBUTION = late(
    r"\s*(?:(?:[A-Z][\w.’'-]*|of|the|de|al|von|van|for|and|his|her|its)\s+){0,6}?"
    rf"(?:[A-Z][\w’'-]*|he|she|they|it|I|who)\s+(?:also\s+|later\s+|then\s+|has\s+|had\s+)?(?:{SPEECH_CUES})\b"
    rf"|\s*(?:{SPEECH_CUES})\s+(?:the\s+|a\s+|an\s+)?[A-Z]"
)
_TITLES = frozenset(
    """
    fr sr st mt cpt cpl pvt brig pres supt insp det no nos art arts sec secs para paras fig figs vol vols pp vs v cf ca
    approx est ed eds op
    """.split()
) | {title.lower() for title in SHORT_TITLES}
_ABBREVIATIONS = frozenset(
    """
    inc ltd co corp llc plc bros jr sr etc al dept univ assn bros ave blvd rd calif conn mass tenn wash pa va md fla
    ariz ala ill ind kan mich minn miss mo mont neb nev okla ore tex vt wis wyo a.m p.m am pm e.g i.e viz
    """.split()
) | {*SHORT_MONTHS, *SHORT_WEEKDAYS}
_STARTERS = frozenset(
    """
    the a an this that these those he she it they we i you his her its their our my in on at by for from
    with as but and or so yet if when while after before since because although though however meanwhile
    there here what who how why where which no not both all some many most several last earlier later then
    now still also even despite during under over according asked about
    """.split()
)

_GOES_ON = late(r"\s+Most\s+[A-Z][a-z]+\s+[A-Z]")
"""What is called "the U.S. Most Favored Nation rate"."""

SENTENCE_WORDS = SentenceWords(
    titles=_TITLES,
    abbreviations=_ABBREVIATIONS,
    starters=_STARTERS,
    attribution=_ATTRIBUTION,
    words=frozenset({"no"}),
    initials=frozenset({"I"}),
    goes_on=_GOES_ON,
)
"""How English sentences end."""

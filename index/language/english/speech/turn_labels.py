"""Who a label of a transcript is: "QUESTION:" is a reporter, "THE PRESIDENT:" an office, "MS. LIND:" a person by name."""

import re

from index.language.english.people.titles import COURTESY as COURTESY_TITLES
from index.language.english.people.titles import SHORT_TITLES

QUESTION_LABELS = frozenset(
    """q question questions reporter reporters journalist press participant audience member members media
    unidentified""".split()
)
"""Words of labels of those who ask, in small letters: "QUESTION", "AUDIENCE MEMBER", "REPORTER 2"."""

ASKER = "a reporter"
"""What a speaker is called whose label says only that he asks."""

_LISTENERS = {"audience": "the audience", "participant": "a participant"}
ASKERS = frozenset({ASKER, *_LISTENERS.values()})
"""All that is called so: reporters, and those who listen and call out."""

ANSWERER = "the interviewee"
"""What a speaker is called whose label says only that he answers."""

NO_LABELS = frozenset(
    """note update editor background summary location date time subject from to cc source sources photo video caption
    image images photos picture pictures credit credits graphic illustration map chart table figure video videos watch listen also
    copyright via read more related topics tags contact media release statement headline
    pictured recap breaking exclusive latest live
    revealed explained analysis opinion quiz poll gallery timeline quote""".split()
)
"""Words that stand before a colon at the beginning of a paragraph and name nobody."""

_TITLES = sorted({*COURTESY_TITLES, *SHORT_TITLES, "Dame"}, key=len, reverse=True)
_COURTESY = "|".join(form for title in _TITLES for form in (title.upper(), title))
COURTESY = re.compile(rf"(?:(?:{_COURTESY})\.?\s+){{1,2}}")
"""A courtesy title or rank before a name, or both parts of a rank: "Maj. Gen."."""

OFFICES = re.compile(
    r"(?:THE |The )?(?:VICE PRESIDENT|PRESIDENT|PRIME MINISTER|CHANCELLOR|FOREIGN MINISTER|DEFEN[CS]E MINISTER|MINISTER|"
    r"(?:UNDER |DEPUTY |ASSISTANT )?SECRETARY(?:[ -]GENERAL)?|GENERAL|ADMIRAL|AMBASSADOR|ADMINISTRATOR|SENATOR|GOVERNOR|"
    r"REPRESENTATIVE|CONGRESSMAN|CONGRESSWOMAN|MAYOR|"
    r"SPEAKER|KING|QUEEN|POPE|CHAIRMAN|CHAIRWOMAN|CHAIR|DIRECTOR|COMMISSIONER|SPOKESPERSON|FIRST LADY)\b\s*",
    re.IGNORECASE,
)
"""Words of office at the beginning of a label: what remains is a surname, or nothing."""


_OPENING_OCCASIONS = (
    "en route|aboard|before|following|marking|ahead|during|after|at|on|in|with|about|upon|under|until|regarding|previewing"
    "|concerning|hosted|as prepared|via"
)
_OPENING_PURVIEWS = "to|for"


def _behind_name(openings: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\s)\s*+(?:[|–—:(\[]|\b(?:{openings})\b|\b(?!king\b)(?-i:[A-Z])\w{{2,}}ing\b(?=\s)).*",
        re.IGNORECASE | re.DOTALL,
    )


_OCCASION = _behind_name(f"{_OPENING_OCCASIONS}|{_OPENING_PURVIEWS}")
_AFTER_PURVIEW = _behind_name(_OPENING_OCCASIONS)


def without_occasion(words: str) -> str:
    """Return a name without what follows it in a title: "Press Secretary Ida Brook" of "... Ida Brook En Route to Lucerne"."""
    return _OCCASION.sub("", words, count=1)


def with_purview(words: str) -> str:
    """Return the same, with what an office is for: "Advisor for Trade Ida Brook"."""
    return _AFTER_PURVIEW.sub("", words, count=1)


def apart(title: str) -> str:
    """Return ``title`` with a comma for each word that parts a name from an occasion, so that no name runs on."""
    return _PARTING.sub(", ", title)


_PARTING = re.compile(
    r"(?<!\s)\s++(?:[|–—]|(?:En Route|Aboard|Before|Following|Marking|Ahead|During|After|At|On|In|To|For|With|About|Upon"
    r"|Regarding|Previewing|Concerning|Hosted|By|From|Via|(?!King\b)[A-Z]\w{2,}ing(?=\s))\b)\s*"
)


def is_question_label(label: str) -> bool:
    """Whether ``label`` says only that somebody asks."""
    words = [word.strip(".:#0123456789") for word in label.lower().split()]
    return any(words) and all(word in QUESTION_LABELS or not word for word in words)


def asker_of(label: str) -> str:
    """Return what the speaker of a ``label`` that only asks is called: "the audience" of "AUDIENCE MEMBER"."""
    words = re.findall(r"[a-z]+", label.lower())
    return next((_LISTENERS[word] for word in words if word in _LISTENERS), ASKER)


_OF_THE_PRESS = frozenset(
    """host cohost co-host anchor correspondent interviewer journalist reporter columnist bbc reuters cnn ap afp upi npr nbc
    cbs abc cbc msnbc pbs fox sky bloomberg politico axios guardian times post journal news tribune herald gazette courier
    telegraph chronicle observer tv television radio broadcasting press interfax tass xinhua kyodo yonhap dpa ansa efe ukrinform
    newspaper magazine""".split()
)
"""Words behind the name of a label that say that who speaks is of the press, in small letters."""


def is_askers_place(more: str) -> bool:
    """Whether what a label has behind the name says that its speaker asks for a paper or a station: ", Reuters", "(BBC)"."""
    words = re.findall(r"[\w-]+", more.lower())
    return not _OF_THE_PRESS.isdisjoint(words) and _SPOKEN_FOR.isdisjoint(words)


_SPOKEN_FOR = frozenset(
    "secretary spokesperson spokesman spokeswoman minister adviser advisor officer office".split()
)
"""Words of offices that have "press" or "news" in them: "(press secretary)"."""

RECORDED = re.compile(
    r"^[ \t]*(?P<label>(?:(?:Mr|Mrs|Ms|Dr|Gen|Adm)\.|The|Senator|Secretary|Ambassador|General|Admiral|Chairman|Chairwoman"
    r"|Representative|Director|Governor|Judge|Justice|Professor)[ \u00a0](?:Vice[ \u00a0])?"
    r"[A-Z][A-Z'’-]{2,}(?:[ \u00a0][A-Z][A-Z'’-]{2,}){0,3})"
    r"(?:[ \u00a0]of[ \u00a0][A-Z][\w ]{2,20})?\.[ \t\u00a0]+(?=[\"“(]?[A-Z])",
    re.MULTILINE,
)
"""Labels of the record of a parliament: "Senator DUNN. Thank you"."""

CLAUSE_VERBS = re.compile(
    r"\b(?:can|will|would|is|are|was|were|do|does|said|says|has|have|had|told|tells|wrote|writes|warned|warns|added|adds)\b"
)
"""Verbs that no office behind a name has in it."""

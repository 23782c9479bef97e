"""Word classes of English, one letter for each word, told from the word alone.

A sentence becomes a string of letters that regular expressions read quickly. No tagger is needed for what it is used
for, to see where a noun phrase begins and where a verb of saying stands:

====  =====================================================================================
N     a name or another capitalised word        T  a title: Mr., Sen., President
r     a noun for a person, a body or a paper     n  any other word
d     a determiner or possessive                 #  a number
p     a personal pronoun, o an object            w  who, which        t  that
s     's after a noun                            i  a preposition     c  and, or, but
b     a word that opens a subordinate clause     a  an adverb         D  a day, month or other time
x     an auxiliary    y  a form of be    z  to   e  another word in -ed
V G B P  finite, gerund, base and participle of a verb that reports
J K L M  the same of a verb that judges
Q     a quotation     A  according               v  another common verb
====  =====================================================================================

Punctuation stands for itself, a dash of any length as ``-``.
"""

import re
from collections.abc import Sequence

from index.language.english.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from index.language.english.people.titles import OFFICES, SHORT_TITLES
from index.language.english.speech.verbs import JUDGING_VERBS, REPORTING_VERBS
from index.language.remembering import Remembered

VEIL = "\ue000"
"""Stands for each character of a quotation while its surroundings are read."""

_ABBREVIATIONS = f"{'|'.join(SHORT_TITLES)}|St|Jr|Sr|Atty|Pres|Supt|Det|Fr|Corp|Inc|Co|Ltd|Bros"
# The commonest come first, and white space fails at once: that halves the time.
WORD = re.compile(
    r"(?=\S)(?:"
    r"[A-Za-z][a-z]*(?=[ ,;:)\n])"
    rf"|{VEIL}+"
    r"|(?<=\w)‘s\b"
    r"|\.\.\.|[^\w\s'’–—―-]"
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|(?:{_ABBREVIATIONS})\."
    r"|[^\W\d_]\.(?=\s[A-Z])"  # an initial
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.(?=\s[0-9])"
    r"|[A-Z][^\W\d_]{0,8}\.(?=[,;)]|\s[a-z])"  # another abbreviation: Va., said
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\b|[0-9]+\.[0-9]+\b"  # 15,000 and 2.5
    r"|[^\W_]+(?:[-‑&][^\W_]+|\.(?=[^\W\d_][\w.])[^\W_]+\.?)*(?:['’](?![sS]\b)[^\W\d_]+)*"
    r"|['’][sS]\b|-{2,}|[^\w\s])"
)
"""Words and marks of a text in which each quotation was replaced by a run of VEIL."""

_PERSON_NOUNS = """spokesman spokeswoman spokesperson spokesmen spokespeople president leader leaders minister official
    officials chancellor premier senator senators congressman congresswoman lawmaker lawmakers governor mayor secretary
    adviser advisers advisor advisors aide aides ambassador envoy envoys negotiator negotiators diplomat diplomats general
    colonel commander chief chairman chairwoman chair director head professor analyst analysts expert experts economist
    economists critic critics supporter supporters source sources person people man woman men women voter voters candidate
    candidates nominee manager strategist consultant lawyer lawyers attorney attorneys judge justice prosecutor prosecutors
    officer officers sheriff detective reporter reporters journalist editor author writer columnist host anchor moderator
    correspondent historian scientist scientists researcher researchers doctor doctors student students teacher activist
    activists organizer owner founder executive ceo employee worker workers resident residents mother father son daughter
    wife husband brother sister friend family democrats republicans conservatives liberals democrat republican billionaire
    ministers governors mayors presidents chancellors ambassadors commanders envoys senators diplomats chiefs chairmen
    professors soldiers survivors relatives refugees prosecutors legislators deputies counterparts
    businessman businesswoman mogul magnate veteran protester protesters demonstrator participant member members
    representative representatives delegate pollster witness victim defendant plaintiff opponent opponents rival operative
    staffer surrogate donor politician politicians pope bishop pastor priest rabbi imam king queen prince actor actress
    singer star player coach neighbor allies ally mediator mediators counterpart rebels militants"""
_BODY_NOUNS = """police campaign administration government department agency committee court company group organization
    union party coalition council commission ministry embassy office bureau team firm institute center network newspaper
    magazine outlet paper website sides army navy militia delegation parliament cabinet bloc alliance secretariat tribunal"""
_PAPER_NOUNS = """report study poll survey statement letter memo email emails article story editorial document documents
    filing lawsuit complaint ruling release post tweet message opinion brief book speech"""
NOUNS_OF_BODIES = frozenset(_BODY_NOUNS.split()) - {"police"}
"""Nouns of bodies that are one thing and speak as one."""
PERSON_NOUNS = frozenset(_PERSON_NOUNS.split())
"""Nouns that say what somebody is."""

_CONTRACTED = " ".join(
    f"{pronoun}{mark}{ending}"
    for pronoun in ("i", "you", "he", "she", "it", "we", "they")
    for mark in "'’"
    for ending in ("ve", "ll", "d", "re", "m")
)
_CLOSED = {
    "d": """the a an this these those some any many several most few both all each every no another other his her
        its their our my your one two three four five six seven eight nine ten dozens hundreds thousands
        certain numerous various such""",
    "p": f"he she they i we you it everyone everybody someone somebody anyone nobody others {_CONTRACTED}",
    "o": "me him them us himself herself themselves itself myself ourselves",
    "w": "who which whom whose",
    "t": "that",
    "i": """in on at by for from with of about against between into through during without within under over
        above below toward towards upon among across behind beyond near via per like amid regarding concerning
        despite inside outside including along throughout off out up down around""",
    "c": "and or but nor yet plus",
    "b": """while as when after because if although though since before whereas unless until once where why how what
        whether than whenever wherever""",
    "a": """also later then recently now again still even just not never soon earlier meanwhile however instead ago
        once too very only often always sometimes further furthermore moreover nevertheless so perhaps simply
        there here first finally eventually quickly else rather indeed ever already almost aloud flatly yes
        worse herein hereby therein together alone well yeah okay ok thanks thank hello hey hi please sorry""",
    "D": f"""{" ".join(WEEKDAY_NAMES)} {" ".join(name for name in MONTH_NAMES if name != "may")}
        Jan. Feb. Aug. Sep. Sept. Oct. Nov. Dec. today yesterday tomorrow tonight week weekend month morning afternoon evening""",
    "x": """has have had do does did will would can cannot could may might must should shall hasn't haven't hadn't don't
        doesn't didn't won't wouldn't can't couldn't shouldn't hasn’t haven’t hadn’t don’t doesn’t didn’t won’t
        wouldn’t can’t couldn’t shouldn’t having""",
    "y": """is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t i'm i’m it's it’s
        he's he’s she's she’s""",
    "z": "to",
    "#": "$ £ € ¥",
    "N": "&",
    "A": "according",
    "v": """came comes come go went goes going put puts got gets get took takes take made makes make became becomes
        become left leaves
        ran runs run won wins lost loses met meets brought brings kept keeps stood stands began begins let lets paid
        pays fell falls rose rises drew draws led leads built builds grew grows spent spends sat sits faces sees
        used uses turns sent needs seems remains continues includes appears tries tends sounds looks wore drove flew
        broke chose beat won""",
    "n": "rally assembly supply monopoly anomaly bully homily panoply",
    "r": f"{_PERSON_NOUNS} {_BODY_NOUNS} {_PAPER_NOUNS}",
}
_FORMS = {
    "reporting": {"finite": "V", "gerund": "G", "base": "B", "participle": "P"},
    "judging": {"finite": "J", "gerund": "K", "base": "L", "participle": "M"},
}
_DASHES = frozenset("-–—―")


def _lexicon() -> dict[str, str]:
    classes: dict[str, str] = {}
    for tag, words in _CLOSED.items():
        for word in words.split():
            classes.setdefault(word, tag)
    for kind, verbs in (("reporting", REPORTING_VERBS), ("judging", JUDGING_VERBS)):
        for verb, form in verbs.items():
            classes.setdefault(verb, _FORMS[kind][form])
    return classes


_CLASSES = _lexicon()
# Words that keep their class with a capital letter: the others are names then.
_CLOSED_TAGS = frozenset("dpowticbaDxyzA")
_CAPITAL = (
    dict.fromkeys((*SHORT_TITLES, *OFFICES), "T")
    | dict.fromkeys((f"{title}." for title in (*SHORT_TITLES, *OFFICES)), "T")
    | {
        word.capitalize(): tag
        for word, tag in _CLASSES.items()
        if tag in _CLOSED_TAGS and word not in {"will", "may", "march", "one", "us", "can", "near", "under"}
    }
    | {word.capitalize(): "p" for word in _CONTRACTED.split() if word[:2] in {"i'", "i’"}}
    | {"I": "p", "May": "D", "March": "D", "US": "N", "United": "N", "Will": "N"}
)
_WORDS = _CLASSES | _CAPITAL


def word_class(word: str) -> str:
    """Return the letter for ``word`` or mark; a word that opens a sentence is judged as it is written."""
    return _TAGS[word]


def word_classes(words: Sequence[str]) -> list[str]:
    """Return the letter for each of ``words``."""
    return list(map(_TAGS.__getitem__, words))


def opening_class(word: str) -> str:
    """Return the letter for a ``word`` that opens a sentence, whose capital letter says nothing."""
    if word in _WORDS:
        return _WORDS[word]
    lowered = word.lower()
    tag = _CLASSES.get(lowered)
    if tag is not None:
        return tag
    if len(word) >= _ADVERB and lowered.endswith(_ADVERBIAL) and word[1:].islower():
        return "a"
    return "e" if lowered.endswith("ed") and lowered != word and len(word) > 4 else _guess(word)


_ADVERB = 7
"""Letters of an adverb that opens a sentence, at least: "Sally" is a name."""
_ADVERBIAL = ("ally", "ously", "ively", "ently", "antly", "ingly", "edly", "ately", "arly")


def _tag(word: str) -> str:
    return _WORDS.get(word) or _guess(word)


_TAGS = Remembered(_tag)


def _guess(word: str) -> str:
    if word.islower():
        if word.isalpha():
            return "a" if word.endswith("ly") else "e" if word.endswith("ed") else "n"
    elif word[0].isalpha():
        return "N"
    return _guess_unusual(word)


def _guess_unusual(word: str) -> str:
    first = word[0]
    if first == VEIL:
        return "Q"
    if first.isalpha():
        suffix = word.rpartition("-")[2] if "-" in word else word
        return "a" if word.endswith("ly") else "e" if word.endswith("ed") else _HYPHENATED.get(suffix, "n")
    if first.isdigit():
        return "#"
    if first in _DASHES:
        return "-"
    if first in "'’‘" and len(word) > 1:
        return "s"
    return first if len(word) == 1 else "." if word[-1] == "." else "n"


_HYPHENATED = {word: tag for word, tag in _CLASSES.items() if tag == "r"}

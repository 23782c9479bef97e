"""The parts of a personal name: which capitalised words are one, where it begins behind titles, and what it is known by."""

import re
from collections.abc import Sequence

from index.language.english.grammar.tagging import DOWNING_STREET, SUFFIXES
from index.language.english.grammar.word_classes import PERSON_NOUNS, word_class, word_classes
from index.language.english.people.callings import CALLED
from index.language.english.people.names import COUNTRIES
from index.language.english.people.titles import (
    AFTER_NAMES,
    CAPITAL_OFFICES,
    DEPARTMENTS,
    HEADS_IN_SHORT,
    SHORT_TITLES,
)

PARTICLES = frozenset(
    "abu af al av bar ben bin bint da dal das de del della den der di do dos du el ibn la las le los ter und van von y zu".split()
)
"""Words in small letters that belong to the surname behind them."""
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩЀ-Я"
_AFTER_TITLES = "|".join(rf"(?<=\b{title}\.)" for title in (*SHORT_TITLES, "Jr", "Sr", "St"))
_FULL_STOP = rf"(?:\.(?:(?<=\b[{_UPPER}]\.)|{_AFTER_TITLES}))?"
# Small letters of English first, all at once: nothing behind them gives one back, and the engine goes over them quickly.
_WORD = rf"[{_UPPER}][a-z]*+[^\W\d_]*(?:[-’'‑](?!s\b)[^\W\d_]+)*{_FULL_STOP}"
NAME = re.compile(rf"{_WORD}(?:(?:[ \xa0]+|[ \xa0]?\n)(?:{_PARTICLE}[ -]){{0,3}}{_WORD})*")
NOT_SURNAMES = frozenset(
    """House Department Ministry Council Committee Party Court University Institute Street News Times Post Journal
    War Wars Union States Nations Kingdom Office Agency Bureau Center Centre Foundation Association Assembly Parliament
    Congress Senate Army Force Forces Navy Corps Group Company Social Facebook Twitter Telegram Journal Herald
    Business Businesses Report Budget Act Plan Summit Agreement Order Proclamation Initiative Program Programme Partnership
    Alliance Federation League Week Day Board Academy Ocean Sea Island Islands City County Valley River Base Airport Hotel
    Church Museum Stadium Hospital School College Games Cup Championship Building Room Hall Centre Bridge Highway Station
    Border Region Province District Treaty Convention Charter Resolution Strategy Framework Declaration Emergency Index
    Services Government Governments Leaders Commitment
    Security Hall Economics Affairs Intelligence Policy Trade Development Defense Defence Cooperation Rights Energy Health
    Technology Democrats Republicans America Europe Africa Asia
    Police Hub Square Avenue Road Terrace Gardens
    Theatre Inn Minster
    Tribune Radio Television Press Service Bank Fund Organization Organisation Commission Campaign Administration""".split()
)
STATES = frozenset(
    """Florida Texas California Pennsylvania Ohio Michigan Illinois Wisconsin Minnesota Arizona Colorado Oregon Nevada Utah Alaska
    Hawaii Louisiana Mississippi Alabama Tennessee Kentucky Oklahoma Kansas Missouri Arkansas Iowa Nebraska Connecticut
    Massachusetts Maryland Jersey York Hampshire Vermont Maine Delaware Idaho Wyoming Indiana Ontario Quebec Alberta Manitoba
    Queensland Tasmania Bavaria Scotland Wales""".split()
)
"""States and provinces that are hardly ever surnames."""
NOT_GIVEN = frozenset(
    """Camp Ocean Project Operation Team Lake Mount Port Fort Cape Hurricane Storm Radio Club Hotel Planet Studio Casa Villa
    Visit Destination Inside Downtown Greater Upper Lower North South East West Central Northern Southern Eastern Western
    New""".split()
)
"""Words before a name that make a place, a body or a thing of it: "Camp Strava"."""
_EPITHETS = frozenset(
    """brave outspoken young legendary iconic disgraced embattled beloved heartbroken devastated furious defiant jailed convicted
    suspected alleged accused hapless popular famed famous acclaimed controversial late proud grieving disgruntled celebrated
    billionaire millionaire""".split()
)
"""What opens a sentence before a full name and is none of it."""
PEOPLES = frozenset(
    """russian ukrainian american u.s. us british french german turkish chinese iranian israeli polish saudi qatari
    egyptian palestinian japanese korean indian pakistani european syrian lebanese iraqi afghan italian spanish dutch
    finnish swedish hungarian canadian mexican australian belarusian serbian armenian azerbaijani georgian emirati
    jordanian yemeni sudanese ethiopian venezuelan cuban brazilian norwegian danish estonian latvian lithuanian""".split()
)
LONGEST_ACRONYM = 4
"""Letters of a word in capitals that may belong to a role, "FEMA"; longer ones shout: a headline stands before the role."""
_NOUNS_OF_PERSONS = (PERSON_NOUNS | CALLED) - frozenset(
    "baker farmer carpenter barber butcher gardener driver miner forward model fisherman king prince judge bishop pope".split()
)
"""Nouns that are hardly ever names themselves."""
_OFFICES_OF_MANY = CAPITAL_OFFICES | {"advisers", "advisors"}
"""Offices before a name, with those of a body: "the Council of Economic Advisers Ida Brook"."""
_BEFORE_A_FULL_NAME = _NOUNS_OF_PERSONS | _EPITHETS
_DOING = re.compile("[a-z]{4}ing$")
_LONGEST_NAME = 5
"""Words of a name, at the most; chosen: what is longer is a headline."""
_PAIR = 2
"""Words of a given name and a surname."""
_LAST_OFFICE = 24
"""Characters before a name in which an office and its "for" or "of" stand."""
_OFFICE_FOR = re.compile(
    r"\b(?:Advis[eo]r|Speaker|Governor|Mayor|Chair|Chairman|Chairwoman|Chancellor|Premier|Chief|Head|Secretary|Director|Envoy|Representative|Coordinator|Minister|Commissioner|Counselor|Ambassador|President"
    r"|Assistant|Administrator|Spokesperson)\s(?:for|of|to|on)\s(?:the\s)?$"
)
_INTRODUCED = re.compile("([^i]*[rT]N+)i[dN]")
_BEFORE_BODIES = frozenset({"the", "for", "of", "at", "in", "from", "with"})


def name_classes(words: Sequence[str]) -> list[str]:
    """The letters for ``words``, among which "May" is a surname behind a name."""
    tags = word_classes(words)
    if "May" in words:
        for place in range(1, len(words)):
            if words[place] == "May" and tags[place - 1] == "N":
                tags[place] = "N"
    return tags


def may_be_surname(word: str, words: str) -> bool:
    """Tell whether ``word``, the last of capitalised ``words``, may be a surname: no body, country, abbreviation or group."""
    acronym = len(word) > 1 and word.isupper() and not words.isupper()
    group = word.endswith("s") and word.lower() in PERSON_NOUNS
    office = word.lower() in CAPITAL_OFFICES
    return not (
        acronym
        or group
        or office
        or word == "One"
        or word in NOT_SURNAMES
        or word in COUNTRIES
        or word in STATES
        or word.lower() in PEOPLES
    )


def without_article(phrase: str) -> str:
    """Return ``phrase`` as it is listed: "the White House" without its article, "The two sides" with a small letter."""
    words = phrase.split(" ", 1)
    if len(words) == 2 and words[0].lower() == "the" and words[1][:1].isupper():
        return words[1]
    return phrase[0].lower() + phrase[1:] if word_class(words[0]) in "dp" and words[0] != "I" else phrase


def key_of_name(name: Sequence[str]) -> str:
    """Return the first and last word of a name in small letters, suffixes aside: one person has one."""
    words = [word for word in name if word not in SUFFIXES]
    return f"{words[0]} {words[-1]}".lower() if words else ""


def initials_between(name: Sequence[str]) -> str:
    """Return the first letters, in small letters, of what stands between given name and surname, "+" for a junior and "="
    for a senior: "hw" of George H. W. Bush, "+" of Sam Holt Jr."""
    if len(name) == _PAIR and SUFFIXES.isdisjoint(name) and "." not in name[0] and "." not in name[1]:
        return ""
    words = [part for word in name if word not in SUFFIXES for part in word.replace(".", ". ").split()]
    between = [word[0] for word in words[1:-1] if word.lower() not in PARTICLES and word[0].isupper()]
    suffixes = {word.rstrip(".") for word in name[1:]}
    return "".join(between).lower() + "+" * (not suffixes.isdisjoint(_JUNIORS)) + "=" * ("Sr" in suffixes)


def may_be_one(initials: str, others: str) -> bool:
    """Tell whether names with these initials in between may be one person's: one has none, or goes on where the other ends."""
    if ("+" in initials) != ("+" in others):
        return False
    initials, others = initials.rstrip("="), others.rstrip("=")
    return initials.startswith(others) or others.startswith(initials)


_JUNIORS = frozenset({"Jr", "II", "III"})


def start_of_name(text: str, start: int, words: Sequence[str], tags: Sequence[str]) -> int:
    """Return which of the capitalised ``words`` at ``start`` of ``text`` is the first of a personal name, behind its titles and
    offices: "Russian President Vladimir Putin"; as many as there are where none may be. ``tags`` are their letters."""
    first = 0
    while first < len(words) and (tags[first] not in "NT" or words[first] == "Q"):
        first += 1
    first += words[first : first + 1] != [] and words[first] in HEADS_IN_SHORT and first + 1 < len(words)
    for place in range(first, len(words)):
        office = words[place].lower() in _OFFICES_OF_MANY and place + 1 < len(words)
        if tags[place] == "T" or words[place] in DEPARTMENTS or office:
            first = place + 1
    if first + 2 < len(words) and words[first].lower() in _BEFORE_A_FULL_NAME:
        # "Economist Michael Braun" opens a sentence.
        first += 1
    if first + 2 < len(words) and word_class(words[first].lower()) in "BLGK":
        # "Hold Mara Lind to her word"
        first += 1
    if first + 1 < len(words) and _DOING.search(words[first]):
        # "Recognizing Japan"
        first += 1
    if first + 2 < len(words) and _COMMON_NOUN.search(words[first]):
        # "the Bureau of Investigation Ida Brook"
        first += 1
    shouted = words[first : first + 1]
    if len(words) - first > _PAIR and shouted[0].isupper() and len(shouted[0]) >= LONGEST_ACRONYM:
        # "APNSA Ida Brook"
        first += not words[-1].isupper()
    if len(words) - first > _PAIR and _OFFICE_FOR.search(text, max(0, start - _LAST_OFFICE), start):
        # "Deputy Advisor for International Economics Ida Brook"
        first = first + 1 if words[first] in COUNTRIES else len(words) - _PAIR
    return first


def start_behind_office(words: Sequence[str], tags: Sequence[str]) -> int | None:
    """Return which of ``words`` begins the name behind an office and what it is for: "Coordinator for Strategic Communications
    Ida Brook"; None where nobody is named there. ``tags`` are the letters of the words."""
    end = len(words)
    run = end
    while run and tags[run - 1] == "N":
        run -= 1
    joint = run - 1
    while joint > 0 and (words[joint] in _JOINING or tags[joint] in "Nd"):
        if words[joint] in _FOR and (words[joint - 1].lower() in _OFFICES_FOR or tags[joint - 1] == "T"):
            break
        joint -= 1
    else:
        return None
    department = run < end and words[run] in DEPARTMENTS
    run += department
    if (
        joint < 1
        or end - run < (1 if department else _PAIR + 1)
        or words[end - 1] in NOT_SURNAMES
        or _COMMON_NOUN.search(words[end - 1])
    ):
        return None
    if department and end - run <= _PAIR:
        return run
    first = run + 1 if words[run] in COUNTRIES and end - run <= _PAIR + 2 else end - _PAIR
    while first > run and len(words[first].rstrip(".")) == 1:
        first -= 1
    return first if end - first >= _PAIR and words[first] not in NOT_SURNAMES else None


_BODIES = NOT_SURNAMES | {"Panel", "Conference", "Subcommittee", "Taskforce"}
"""What a body is called that has its field behind "of" or "on": "Panel on Climate Change"."""
_OFFICES_FOR = CAPITAL_OFFICES | frozenset("head chair mayor speaker governor justice king emir".split())
"""Nouns of office that say what they are for before a name."""
_FOR = frozenset({"for", "of", "to", "on"})
_JOINING = _FOR | {"the", "and", "&"}
_COMMON_NOUN = re.compile("(?:tions?|ments?|ity|ism|ics|ices)$")
"""How a word ends that is hardly a surname: "Strategic Communications"."""


def name_in(words: Sequence[str], tags: Sequence[str]) -> list[str] | None:
    """The personal name at the end of a phrase such as "Kremlin spokesman Dmitry Peskov"; None when there is none."""
    if words and words[-1] == ")":
        words = words[: _opening(words)]
    introduced = _INTRODUCED.match("".join(tags))
    if introduced:
        # "Foreign minister Ilse Brandt of Norland"
        words, tags = words[: introduced.end(1)], tags[: introduced.end(1)]
    end = len(words)
    if words[-1:] and words[-1] in DOWNING_STREET and words[-2:-1] in (["Number"], ["No"]):
        return list(words[-2:])
    if end > 1 and tags[end - 1] == "n" and tags[end - 2] in "Nn" and "i" not in tags:
        # "DNA tests" and "Israeli authorities" are no DNA and no Israeli.
        return None
    while end and (tags[end - 1] not in "NTr" or (words[end - 1] in AFTER_NAMES and end > 1)):
        end -= 1
    first = end
    while first and tags[first - 1] == "N":
        first -= 1
    body = next(
        (place for place in range(end - 2) if words[place] in _BODIES and words[place + 1] in {"of", "on"}),
        None,
    )
    if body is not None:
        while body and tags[body - 1] == "N":
            body -= 1
        return list(words[body:end])
    while first < end - 1 and (words[first].lower() in CAPITAL_OFFICES or words[first] in HEADS_IN_SHORT):
        first += 1
    if first < end - _PAIR and words[first].lower() in _BEFORE_A_FULL_NAME:
        first += 1
    for place in range(end - 2, first, -1):
        if words[place].lower() in CAPITAL_OFFICES:
            first = place + 1
            break
    while first > 1 and words[first - 1] in PARTICLES and tags[first - 2] == "N":
        first -= 2
    while first and words[first - 1].lower() in PARTICLES and first < end:
        first -= 1
    name = list(words[first:end])
    if first and words[first - 1].lower() in _BEFORE_BODIES:
        name = name[1:] if len(name) > 2 and name[0] in DEPARTMENTS else []
    return name if may_be_name(name) and name[-1] not in NOT_SURNAMES else None


def may_be_name(words: Sequence[str]) -> bool:
    """Tell whether so many ``words`` are somebody's name, "bin" and the like not counted."""
    return 0 < sum(word not in PARTICLES for word in words) <= _LONGEST_NAME


def _opening(words: Sequence[str]) -> int:
    for place in range(len(words) - 1, -1, -1):
        if words[place] == "(":
            return place
    return 0

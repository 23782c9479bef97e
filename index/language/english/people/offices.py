"""The office that a text gives somebody beside the name, and whether a phrase such as "the Russian leader" names that office."""

import re
from collections.abc import Callable

from index.language.english.grammar.word_classes import PERSON_NOUNS, WORD, word_class
from index.language.english.people.callings import CALLED
from index.language.english.people.name_parts import LONGEST_ACRONYM, PEOPLES, name_classes
from index.language.english.people.titles import (
    CAPITAL_OFFICES,
    COURTESY,
    DEPARTMENTS,
    HEADS_IN_SHORT,
    SHORT_TITLES,
)

LONGEST_ROLE = 90
"""Characters before a name in which a role ends: a bound on the work, more than any role has."""
LAST_WORD = re.compile(r"([\w.-]+)[ \xa0]{1,5}$")
_NEAREST, _SPACES = 20, 5
"""Characters before a name in which the word before it stands, and spaces behind that."""
HEADS_OF_STATE = frozenset("president premier chancellor minister king queen emir leader prince".split())
_VAGUE = frozenset("rival opponent critic supporter man woman person friend donor voter star".split())
_BODIES = frozenset(
    """ministry department government council committee agency party court army navy military embassy parliament congress senate
    company firm group commission union bank fund office foundation delegation mission team police administration cabinet force
    front movement association institute university school club board bureau service""".split()
)
"""Nouns of bodies, which stand in the roles of those who speak for them."""
_KIN = re.compile(
    r"\b(?:wife|husband|spouse|partner|widow|widower|fiancée?|girlfriend|boyfriend|son|daughter|brother|sister|mother|father|cousin"
    r"|nephew|niece|uncle|aunt|neighbou?r)$",
    re.IGNORECASE,
)
"""How a role ends that is no office but says whose kin somebody is, who may be another of the same surname."""
_HEADS_IN_SHORT = frozenset(word.lower() for word in HEADS_IN_SHORT)
_PERSONS = (PERSON_NOUNS | CAPITAL_OFFICES | CALLED | _HEADS_IN_SHORT) - _VAGUE
"""Nouns of office or calling, in small letters."""
AMERICAN = frozenset({"u.s.", "us", "american", "united"})
_MODIFIERS = frozenset(
    """first former special chief deputy senior top acting retired interim prime vice foreign national security press
    presidential congressional royal""".split()
)
COURTESY_FORMS = frozenset(COURTESY) | {f"{title}." for title in COURTESY if title in SHORT_TITLES}
_WITH_A_FIELD = CAPITAL_OFFICES - {"lady", "democrat", "republican"}
_FOR = frozenset({"for", "to", "of", "on"})
_JOINING_WORD = r"(?:[A-Z][\w.’'&-]*|and|of|the|&)"
_OF_SOMETHING = re.compile(
    r"(?P<role>(?:[A-Z][\w.’'-]*[ \xa0\n]{1,3}){0,4}"
    rf"(?:{'|'.join(sorted(word.capitalize() for word in _WITH_A_FIELD))}|Speaker|Governor|Mayor|Head|Chair)"
    rf"[ \xa0\n](?:for|to|of|on)[ \xa0\n](?:{_JOINING_WORD}[ \xa0\n]{{1,3}}){{0,6}}"
    r"[A-Z][\w.’'&-]*[ \xa0\n]{1,3})$"
)
"""An office and what it is for, which end before a name."""
_APPOSITION = re.compile(
    r" {0,5}(?:\([^)\n]{1,30}\) {0,5})?, {1,5}(?P<role>(?:[^,.;:\n()“”\"]|\.(?=\w|(?<=\b[A-Z]\.) )){3,120})"
    r"(?:,|:|\.(?:\s|$)|;| who )"
)


def role_before(text: str, position: int) -> str | None:
    """Return the words of office before a name at ``position`` of ``text``: "Kremlin spokesman", "Secretary of State".

    None where there are none.
    """
    low = max(0, position - LONGEST_ROLE)
    before = text[low:position].split()
    if not before:
        return None
    role = _office(text, low, position) or None
    if role is None and "A" <= before[-1][0] <= "Z" and not _FOR.isdisjoint(before):
        role = _office_of_something(text, low, position)
    return None if role is None or _KIN.search(role) else role


def _office_of_something(text: str, low: int, position: int) -> str | None:
    """The office with whose or what it is, which stands before a name: "Coordinator for Strategic Communications"."""
    match = _OF_SOMETHING.search(text, low, position)
    return " ".join(match["role"].split()) if match else None


def _office(text: str, low: int, position: int) -> str | None:
    nearest = _nearest_word(text, position)
    if nearest is None or word_class(nearest) not in "rTN":
        return None
    matches = list(WORD.finditer(text, low, position))
    words = [match[0] for match in matches]
    tags = name_classes(words)
    first = len(words)
    titled = False
    capital = False
    while first:
        word, tag = words[first - 1], tags[first - 1]
        if len(word) > LONGEST_ACRONYM and word.isupper():
            break
        if tag == "T" or word in PERSON_NOUNS or word.lower() in _PERSONS:
            first_lady = word == "Lady" and words[first - 2 : first - 1] == ["First"]
            capital = capital or first_lady or (word[0].isupper() and word not in COURTESY_FORMS)
            titled = titled or capital or word in PERSON_NOUNS or word.lower() in _PERSONS
            first -= first_lady
        elif word == "of":
            if first < 2 or tags[first - 2] != "T" or words[first] not in DEPARTMENTS:
                break
        elif (not titled and word not in DEPARTMENTS) or (
            tag not in "Nr" and word not in _MODIFIERS and (capital or tag not in "ne")
        ):
            break
        first -= 1
        if first and "\n" in text[matches[first - 1].end() : matches[first].start()]:
            wrapped = words[first - 1].lower() in _MODIFIERS | {"united"} and words[first - 1][0].isupper()
            if not wrapped or "\n\n" in text[matches[first - 1].end() : matches[first].start()]:
                break
    while first < len(words) and (words[first] in COURTESY_FORMS or words[first] == "Q"):
        first += 1
    last = len(words)
    while last > first and words[last - 1] in COURTESY_FORMS and words[last - 2 : last - 1] != ["First"]:
        last -= 1
    if words[max(0, first - 2) : first] == ["to", "the"]:
        # "Advisor to the Vice President Ida Brook" is no Vice President.
        return None
    if not titled or first == last or (low and matches[first].start() == low):
        return None
    return " ".join(text[matches[first].start() : matches[last - 1].end()].split())


def _nearest_word(text: str, position: int) -> str | None:
    """The word before a name, and before no more than a few spaces."""
    before = text[max(0, position - _NEAREST) : position]
    bare = before.rstrip(" ")
    word = bare.rpartition(" ")[2]
    if 0 < len(before) - len(bare) <= _SPACES and word.isalpha():
        return word
    nearest = LAST_WORD.search(before)
    return nearest[1] if nearest else None


def role_after(text: str, position: int, name: str, is_another: Callable[[str], bool]) -> str | None:
    """Return the apposition after ``name`` at ``position`` of ``text``: "Mara Lind, the chief negotiator of Sudria, ...".

    None where there is none. ``is_another`` tells whether a word is somebody else's surname, so that a list of people follows.
    """
    last = name.split()[-1]
    place = text.find(last, position, position + 2 * len(name) + LONGEST_ROLE)
    if place < 0:
        return None
    match = _APPOSITION.match(text, place + len(last), place + len(last) + LONGEST_ROLE + 60)
    if match is None:
        return None
    role = re.split(r" (?:who|whom|whose|which|that)\b", match["role"])[0]
    words = WORD.findall(role)[:8]
    tags = "".join(name_classes(words))
    if (
        not re.match("[drNneT]", tags)
        or re.search("[VJvxypw]", tags)
        or not any(word in PERSON_NOUNS or word.lower() in _PERSONS for word in words)
    ):
        return None
    if is_another(words[-1]):
        # "Harris, Secretary of State Ida Brook, and" is a list.
        return None
    role = re.sub(r"^(?:the|a|an|his|her|its|their)\s+", "", " ".join(role.split()), flags=re.IGNORECASE)
    return role if len(role) <= LONGEST_ROLE and _KIN.search(role) is None else None


def fits(role: frozenset[str], head: str, modifiers: frozenset[str]) -> bool:
    """Tell whether somebody with the words of ``role`` may be called the ``head`` with ``modifiers``: "the Russian leader"."""
    if head in _BODIES:
        # "The ministry" is not its spokesperson.
        return False
    if head == "leader":
        if not role & HEADS_OF_STATE:
            return False
    elif head not in role:
        return False
    for modifier in modifiers:
        if modifier in role:
            continue
        if modifier in AMERICAN and not role & PEOPLES:
            continue
        return False
    if modifiers:
        return True
    return "former" not in role

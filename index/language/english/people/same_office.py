"""Whether the roles of two people may be one person's: by the office, its field, its land and its military rank.

"French foreign minister" and "Danish foreign minister" are two, and so are a minister of finance and one of defence, a general
and a colonel; "Chinese leader" and "president" may be one. What a role does not tell contradicts nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.language.english.grammar.word_classes import PERSON_NOUNS
from index.language.english.people.callings import CALLED
from index.language.english.people.name_parts import STATES
from index.language.english.people.office_words import RANKS, words_of_offices
from index.language.remembering import Remembered
from index.language.tokens import data_lines, fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")
_BEHIND = re.compile(r"\b(?:to|for|in|on|at)\b.*", re.DOTALL)
"""What an office is for: "US envoy to Norland" is of no Norland."""
_PEOPLE = re.compile(r"[A-Z][a-z]+(?:ish|ian|ese|ean)$")
"""A people that the list of lands does not have: "Norlandish"."""
_SEATS: Mapping[str, str] = {
    "kremlin": "russia", "u.s.": "us", "us": "us", "american": "us", "americans": "us", "america": "us", "u.k.": "britain",
    "un": "un", "u.n.": "un", "nato": "nato", "eu": "eu", "e.u.": "eu",
}  # fmt: skip
"""What stands for a land, or a body of lands, in a role and is not in the list of lands."""
_HALVES = frozenset({"korea", "sudan"})
"""Lands of which north and south are two."""
_UNSURE_LANDS = frozenset({"georgia", "european", "europe", "english", "scottish", "welsh", "jersey", "york"})
"""Words that may be of a land or of a part of one."""
_RANKS_OF_SOLDIERS = {
    "private": 1, "pte": 1, "pvt": 1, "corporal": 2, "cpl": 2, "sergeant": 3, "sgt": 3, "lieutenant": 4, "lt": 4, "captain": 5,
    "capt": 5, "major": 6, "maj": 6, "colonel": 7, "col": 7, "brigadier": 8, "brig": 8, "general": 9, "gen": 9, "admiral": 10,
    "adm": 10,
}  # fmt: skip
"""Ranks, in one number for the spellings of each; the last of several in a row is the rank: "Lt. Gen."."""
_GENERAL_OFFICES = frozenset(
    "attorney secretary director consul governor solicitor surgeon inspector".split()
)
"""What makes an office of the word "general"."""
_MINISTERS = frozenset({"minister", "secretary"})
_FIELDS = frozenset(
    """prime first foreign finance interior home defense health education justice energy transport trade agriculture labor
    treasury state commerce environment culture economy housing security press general cabinet""".split()
)
"""What a minister or secretary is of."""
_SPELLINGS = {"defence": "defense", "labour": "labor", "economic": "economy", "premier": "prime"}
_HEADS_OF_LANDS = frozenset("president minister king queen chancellor emir sultan leader".split())
_BODIES = frozenset({"un", "nato", "eu"})
_LAWMAKERS = frozenset("senator representative governor mp".split())
_ROYAL = frozenset("king queen pope prince princess emperor empress sultan emir".split())
"""Titles before a given name: "King Salman" is nobody whose surname that is."""
_LEARNED = frozenset("dr doctor prof professor".split())
_OF_ONE = frozenset("manager coach captain mayor bishop archbishop".split())
"""What somebody is of one club, town or see, whose name the role has: "Norhaven manager"."""
_MEANING: Sequence[tuple[frozenset[str], frozenset[str]]] = (
    (frozenset({"democrat", "republican", "conservative", "new"}), _LAWMAKERS),
    (frozenset({"diplomat", "top"}), _MINISTERS),
)
"""Words that say no more than that somebody has one of some offices."""


@dataclass(frozen=True, slots=True)
class Office:
    """What roles tell of somebody: words that say what he is, lands, states, fields, and the ranks of a soldier."""

    words: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    ranks: frozenset[int] = frozenset()

    @property
    def is_royal(self) -> bool:
        """Tell whether somebody is called by the given name behind the title."""
        return not self.words.isdisjoint(_ROYAL)

    @property
    def is_of_learning(self) -> bool:
        """Tell whether no more is told than a title of learning: "Dr. Ida Lund"."""
        return bool(self.words) and self.words <= _LEARNED

    def shares(self, other: "Office") -> bool:
        """Tell whether both are plainly of one office, and nothing contradicts it."""
        return not self.words.isdisjoint(other.words) and may_be_of_one(self, other)


def office_of(roles: Iterable[str]) -> Office:
    """Return what ``roles`` of one person tell together."""
    offices = [_OFFICES[role] for role in roles]
    if len(offices) == 1:
        return offices[0]
    return Office(
        frozenset().union(*(office.words for office in offices)),
        frozenset().union(*(office.lands for office in offices)),
        frozenset().union(*(office.states for office in offices)),
        frozenset().union(*(office.fields for office in offices)),
        frozenset().union(*(office.ranks for office in offices)),
    )


def may_be_of_one(one: Office, other: Office) -> bool:
    """Tell whether two offices may be one person's: no land, state, field or rank of one contradicts the other's, and one of them
    tells no office, or they share a word that does."""
    for first, second in ((one.lands, other.lands), (one.states, other.states), (one.ranks, other.ranks)):
        if first and second and first.isdisjoint(second):
            return False
    shared = one.words & other.words
    if (
        shared
        and shared <= _MINISTERS
        and one.fields
        and other.fields
        and one.fields.isdisjoint(other.fields)
    ):
        return False
    if shared and shared <= _OF_ONE and one.words - shared and other.words - shared:
        return False
    if shared or not one.words or not other.words:
        return True
    return one.words <= RANKS or other.words <= RANKS


def _office_of_role(role: str) -> Office:
    written = _WORD.findall(role)
    words = [_SPELLINGS.get(word, word) for word in map(fold, written)]
    lands = _lands(role)
    states = frozenset(fold(word) for word in written if word in STATES)
    of_land = {fold(word) for word in written if _land(word) or word in STATES}
    said = frozenset(_SPELLINGS.get(word, word) for word in words_of_offices([role])) - of_land
    if "white" in words and "house" in words:
        lands, said = lands or frozenset({"us"}), said - {"white", "house"}
    if lands and said <= {"leader"} and not {"leader", "chief", "head", "ruler"}.isdisjoint(words):
        said = _HEADS_OF_LANDS | ({"secretary"} if lands <= _BODIES else frozenset())
    for vague, meant in _MEANING:
        if said and said <= vague:
            said = said | meant
    fields = frozenset(words) & _FIELDS if not said.isdisjoint(_MINISTERS) else frozenset()
    return Office(said, lands, states, fields, _rank(words))


def _rank(words: Sequence[str]) -> frozenset[int]:
    if not _GENERAL_OFFICES.isdisjoint(words):
        return frozenset()
    ranks = [number for word in words if (number := _RANKS_OF_SOLDIERS.get(word))]
    return frozenset(ranks[-1:])


def _lands(role: str) -> frozenset[str]:
    words = _WORD.findall(_BEHIND.sub("", role))
    found = set()
    for place, word in enumerate(words):
        land = _land(word)
        if land in _HALVES and place:
            half = fold(words[place - 1])
            land = f"{half} {land}" if half in {"north", "south"} else land
        if land:
            found.add(land)
    return frozenset(found)


def _land(word: str) -> str:
    """The land that ``word`` of a role is of, "" where it is of none."""
    folded = fold(word)
    if folded in _UNSURE_LANDS or not word[0].isupper():
        return ""
    known = _SEATS.get(folded) or _lands_by_word().get(folded)
    if known is not None:
        return known
    noun = folded in PERSON_NOUNS or folded in CALLED
    return folded if not noun and _PEOPLE.match(word) else ""


@cache
def _lands_by_word() -> Mapping[str, str]:
    lands: dict[str, str] = {}
    for words in data_lines("places.txt"):
        own = words[: words.index("/")] if "/" in words else words
        lands.update(dict.fromkeys(map(fold, own), fold(own[0])))
    return lands


_OFFICES = Remembered(_office_of_role)

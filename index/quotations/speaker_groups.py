"""One person across documents and spellings, two people of one name two: which keys mean one speaker.

A key has the given name, what stands between it and the surname, a calling, and the surname: "joseph.r biden",
"john/sport kerr"; a surname alone has the pronoun of its courtesy title where it has one, "lind:she", and its office,
"olmsted@speaker". Nothing is joined over a
conflict of initials, calling or gender, and nothing but one full name over a conflict of roles: where forms may be one person or
two, they stay two.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from index.language.english.people.genders import gender_of_given_name
from index.language.english.people.name_parts import NOT_SURNAMES, PARTICLES, may_be_one
from index.language.english.people.same_office import Office, may_be_of_one, office_of
from index.language.tokens import fold
from index.model import Speaker
from index.quotations.storage import SpeakerCount

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class KeyParts:
    """What a key tells of somebody; ``given`` is empty where it is a surname alone."""

    given: str
    between: str
    calling: str
    surname: str
    gender: str

    @cached_property
    def pronoun(self) -> str | None:
        """The pronoun that stands for whom the key means: "he", "she", or None where that is not told."""
        return self.gender or gender_of_given_name(self.given)


def parts_of_key(key: str) -> KeyParts:
    """Return what ``key`` tells."""
    head, _, surname = key.rpartition(" ")
    head, _, calling = head.partition("/")
    given, _, between = head.partition(".")
    surname, _, gender = surname.partition("@")[0].partition(":")
    return KeyParts(given, between, calling, surname, gender)


def is_meant(wanted: str, key: str) -> bool:
    """Tell whether who is asked for by the key ``wanted`` may be the one of ``key``, of that given name and surname."""
    one, other = parts_of_key(wanted), parts_of_key(key)
    if not one.given or (one.given, one.surname) != (other.given, other.surname):
        return False
    return not one.between or may_be_one(one.between, other.between)


@dataclass(slots=True)
class SpeakerGroup:
    """One speaker of the index: the keys that mean this speaker, and how often each name and role was found."""

    keys: set[str]
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    documents: int = 0

    def take(self, count: SpeakerCount) -> None:
        """Add what was counted for one spelling."""
        self.keys.add(count.key)
        self.names[count.name] += count.quotations
        if count.role:
            self.roles[count.role] += count.quotations
        self.documents += count.documents

    def join(self, other: "SpeakerGroup") -> None:
        """Add all of another group."""
        self.keys |= other.keys
        self.names += other.names
        self.roles += other.roles
        self.documents += other.documents

    @property
    def office(self) -> Office:
        """What the roles tell of this speaker."""
        return office_of(self.roles)

    @property
    def quotations(self) -> int:
        """How many quotations are this speaker's."""
        return self.names.total()

    @property
    def speaker(self) -> Speaker:
        """The speaker under the fullest name, the commonest of those, in the commonest role."""
        name = max(self.names, key=lambda name: (len(name.split()) > 1, self.names[name]))
        role = self.roles.most_common(1)[0][0] if self.roles else None
        return Speaker(name, role, self.quotations, self.documents)


def group_speakers(counts: Iterable[SpeakerCount]) -> tuple[SpeakerGroup, ...]:
    """Return the speakers that the counts make up, most quoted first."""
    groups: dict[str, SpeakerGroup] = {}
    for count in counts:
        groups.setdefault(count.key, SpeakerGroup({count.key})).take(count)
    people = _People(groups)
    people.join_initials_between()
    people.join_spellings()
    people.join_near_spellings()
    people.join_initials()
    people.join_other_given_names()
    people.join_longer_names()
    people.join_turned_names()
    people.join_surnames()
    people.join_family_names_first()
    return tuple(sorted(groups.values(), key=lambda group: (-group.quotations, group.speaker.name)))


class _People:
    """The groups of speakers, by their keys, while more and more of them are known to be one."""

    def __init__(self, groups: dict[str, SpeakerGroup]) -> None:
        self._groups = groups
        self._parts = {key: parts_of_key(key) for key in groups}

    def _full(self) -> list[str]:
        return [key for key in self._groups if self._parts[key].given]

    def _by(self, tell: Callable[[str], str], keys: Iterable[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in keys:
            found.setdefault(tell(key), []).append(key)
        return found

    def _join(self, key: str, other: str) -> None:
        self._groups[key].join(self._groups.pop(other))

    def _agree(self, one: str, other: str) -> bool:
        """Tell whether two may be one by initials, calling, gender and role."""
        return self._are_compatible(one, other) and _roles_agree(self._groups[one], self._groups[other])

    def _are_compatible(self, one: str, other: str) -> bool:
        first, second = self._parts[one], self._parts[other]
        pronouns = {first.pronoun, second.pronoun} - {None}
        if len(pronouns) > 1 or not may_be_one(
            *(("", "") if not first.given or not second.given else (first.between, second.between))
        ):
            return False
        if first.calling == second.calling:
            return True
        without = other if first.calling else one
        return not (first.calling and second.calling) and not self._groups[without].roles

    def join_initials_between(self) -> None:
        """Join "Joseph R. Brandt" and "Joseph Brandt"; not George W. and George H. W., and no George to either of them."""
        for keys in self._by(
            lambda key: f"{self._plain(key)} {self._parts[key].between}", self._full()
        ).values():
            if len(keys) == _TWO and self._are_compatible(*keys):
                self._join(*keys)
        for keys in self._by(self._plain, self._full()).values():
            kept: list[str] = []
            for key in sorted(keys, key=lambda key: self._parts[key].between.rstrip("+=")):
                nearest = kept[-1] if kept else None
                if (
                    nearest is not None
                    and self._is_of_chain(nearest, key)
                    and self._may_be_junior(nearest, key)
                ):
                    kept[-1] = key
                    self._join(key, nearest)
                else:
                    kept.append(key)
            bare = [key for key in kept if not self._parts[key].between.rstrip("+=")]
            others = [key for key in kept if self._parts[key].between.rstrip("+=")]
            if len(bare) == 1 and len(others) == 1 and self._may_be_junior(others[0], bare[0]):
                self._join(others[0], bare[0])

    def _is_of_chain(self, shorter: str, longer: str) -> bool:
        first, second = self._parts[shorter].between.rstrip("+="), self._parts[longer].between.rstrip("+=")
        return bool(first) and second.startswith(first)

    def _may_be_junior(self, one: str, other: str) -> bool:
        """Tell whether somebody is called a junior in one place and not in another: only a role that both have says so."""
        first, second = self._parts[one], self._parts[other]
        if first.calling != second.calling and not self._are_compatible(one, other):
            return False
        if ("+" in first.between) == ("+" in second.between):
            return True
        if "=" in first.between + second.between:
            return False
        return self._share_office(one, other)

    def _share_office(self, one: str, other: str) -> bool:
        return self._groups[one].office.shares(self._groups[other].office)

    def _plain(self, key: str) -> str:
        parts = self._parts[key]
        return f"{parts.given} {parts.surname}"

    def join_spellings(self) -> None:
        """Join full names that are one in another transliteration, or with words written together."""
        for tell in (lambda key: sound_of(self._plain(key)), self._written_together):
            for first, *others in self._by(tell, self._full()).values():
                for key in others:
                    if self._plain(first) != self._plain(key) and self._agree(first, key):
                        self._join(first, key)

    def join_near_spellings(self) -> None:
        """Join full names whose vowels alone differ and that have one office: "Ismail Haniya" and "Ismail Haniyeh"."""
        for keys in self._by(self._consonants, self._full()).values():
            for place, first in enumerate(keys):
                for key in keys[place + 1 :][:_FIRST_NAMES]:
                    if self._are_spellings(first, key):
                        self._join(first, key)

    def _consonants(self, key: str) -> str:
        words = fold(max(self._groups[key].names, key=len)).split()
        last = [word for word in words if word.rstrip(".") not in _SUFFIXES][-1:]
        return _consonants_of(" ".join((self._parts[key].given, *last)))

    def _are_spellings(self, one: str, other: str) -> bool:
        """Tell whether full names of one office are long enough for it, and not two that are known: "Lena" and "Lina"."""
        if one not in self._groups or other not in self._groups or not self._share_office(one, other):
            return False
        given = self._parts[one].given, self._parts[other].given
        both_known = None not in map(gender_of_given_name, given)
        words = (*given, self._parts[one].surname, self._parts[other].surname)
        alike = (given[0] == given[1] or not both_known) and min(map(len, words)) >= _SPELLED
        return alike and self._are_compatible(one, other)

    def _written_together(self, key: str) -> str:
        """The letters of the fullest name: "Ban Ki-moon" and "Ban Ki Moon" have the same."""
        return "".join(_LETTERS.findall(fold(max(self._groups[key].names, key=len))))

    def join_initials(self) -> None:
        """Join "J. Brandt" to the only one whose given name begins so."""
        people = [key for key in self._full() if self._has_surname(key) and not self._is_of_land(key)]
        for keys in self._by(self._surname_sound, people).values():
            for same in self._by(lambda key: key[0], keys).values():
                full = [key for key in same if len(self._parts[key].given) > 1]
                for key in same:
                    if len(full) == 1 and key != full[0] and self._agree(full[0], key):
                        self._join(full[0], key)

    def _is_of_land(self, key: str) -> bool:
        """Tell whether letters before a name are a land's: "U.S. Steel" has no given name."""
        return any(name.startswith(_LANDS_IN_SHORT) for name in self._groups[key].names)

    def join_other_given_names(self) -> None:
        """Join "Tayyip Aydin" to the only one who has that as another given name: "Recep Tayyip Aydin"."""
        second: dict[str, list[str]] = {}
        for key in self._full():
            for name in self._groups[key].names:
                words = name.split()
                for before, word in pairwise(words[:-1]):
                    # "bin Hamad" says whose son somebody is.
                    known = second.setdefault(f"{fold(word)} {self._parts[key].surname}", [])
                    if before.lower() not in PARTICLES and key not in known:
                        known.append(key)
        for key in self._full():
            fitting = [
                other for other in second.get(self._plain(key), ()) if other != key and other in self._groups
            ]
            if len(fitting) == 1 and _roles_agree(self._groups[fitting[0]], self._groups[key]):
                self._join(fitting[0], key)

    def join_longer_names(self) -> None:
        """Join "Nicolas Marquez Soto" to "Nicolas Marquez", "Faisal bin Farhad Al Sur" to "Faisal bin Farhad": the same name goes
        on, and an office is shared."""
        by_name = {
            fold(name): key
            for key in self._full()
            if not self._parts[key].calling
            for name in self._groups[key].names
        }
        for key in self._full():
            names = [fold(name).split()[:_LONGEST_NAME] for name in self._groups[key].names]
            shorter = {" ".join(words[:end]) for words in names for end in range(_TWO, len(words))}
            for other in (by_name.get(name) for name in sorted(shorter)):
                if other is None or other == key or other not in self._groups or key not in self._groups:
                    continue
                if self._share_office(key, other):
                    self._join(other, key)

    def join_turned_names(self) -> None:
        """Join "Orban Viktor" to "Viktor Orban": family and given name changed places, and an office is shared."""
        by_name = {self._plain(key): key for key in self._full()}
        for key in self._full():
            other = by_name.get(f"{self._parts[key].surname} {self._parts[key].given}")
            if other is None or other == key or other not in self._groups or key not in self._groups:
                continue
            if self._share_office(key, other):
                self._join(*sorted((key, other), key=lambda one: -self._groups[one].quotations))

    def _surname_sound(self, key: str) -> str:
        return sound_of(self._parts[key].surname)

    def join_surnames(self) -> None:
        """Give a surname alone to the only one who has it and whose role agrees, else to the only one in its office."""
        alone = self._by(
            lambda key: self._parts[key].surname,
            [key for key in self._groups if not self._parts[key].given and self._has_surname(key)],
        )
        full = self._by(lambda key: self._parts[key].surname, filter(self._has_surname, self._full()))
        for surname, keys in alone.items():
            for key in keys:
                owner = self._owner(key, full.get(surname, []))
                if owner is not None:
                    self._join(owner, key)
            self._join_alone([key for key in keys if key in self._groups])

    def _has_surname(self, key: str) -> bool:
        """Tell whether a name ends with a surname: "the leaders" are not "Quad leaders", nor "the Council" any council."""
        last = [words[-1] for name in self._groups[key].names if (words := name.split())]
        return any(word[:1].isupper() and word not in NOT_SURNAMES for word in last)

    def _join_alone(self, keys: Sequence[str]) -> None:
        """Join those of one surname of whom only an office or a title is told, where they may be one and no other."""
        kept: list[str] = []
        for key in sorted(keys, key=lambda key: (not self._groups[key].roles, not self._parts[key].gender)):
            fitting = [other for other in kept if self._agree(other, key) and self._share_rank(other, key)]
            if len(fitting) == 1 or (fitting and self._groups[key].roles):
                self._join(fitting[0], key)
            else:
                kept.append(key)

    def _share_rank(self, one: str, other: str) -> bool:
        """Tell whether no more than a rank speaks for two of one surname: "General Park" and "Minister Park" may be two."""
        first, second = self._groups[one], self._groups[other]
        return (
            not first.roles
            or not second.roles
            or first.office.shares(second.office)
            or bool(first.roles & second.roles)
        )

    def _owner(self, alone: str, candidates: Sequence[str]) -> str | None:
        fitting = [key for key in candidates if self._are_compatible(key, alone)]
        if self._groups[alone].office.is_royal:
            # "King Salman" is called by his given name.
            fitting = [key for key in fitting if self._share_office(key, alone)]
        elif not self._groups[alone].office.is_of_learning:
            # A doctor of that surname is not whoever is chancellor.
            fitting = [
                key
                for key in fitting
                if not (self._groups[alone].roles and self._groups[key].office.is_of_learning)
            ]
        if len(fitting) == 1 and _roles_agree(self._groups[fitting[0]], self._groups[alone]):
            return fitting[0]
        if len(fitting) <= 1:
            return None
        roles = self._groups[alone].roles
        role = roles.most_common(1)[0][0] if roles else None
        office = [key for key in fitting if role and role in self._groups[key].roles]
        return office[0] if len(office) == 1 else None

    def join_family_names_first(self) -> None:
        """Join "Xi, Chinese president" to "Xi Jinping, president", "Lula" to "Luiz Lula da Silva": whom the first or a
        middle name alone names, where a shared role says so."""
        by_first: dict[str, list[str]] = {}
        for key in self._full():
            words = {fold(word) for name in self._groups[key].names for word in name.split()[1:-1]}
            for word in {self._parts[key].given, *words}:
                by_first.setdefault(word, []).append(key)
        for key in [key for key in self._groups if not self._parts[key].given]:
            fitting = [
                other
                for other in by_first.get(self._parts[key].surname, ())[:_FIRST_NAMES]
                if other in self._groups and self._share_office(other, key)
            ]
            if len(fitting) == 1:
                self._join(fitting[0], key)


_LANDS_IN_SHORT = ("U.S.", "U.N.", "U.K.", "E.U.")
_LONGEST_NAME = 8
"""Words of a name that are looked at."""
_SPELLED = 4
"""Letters of a name from which only its vowels may differ; chosen: what is shorter is too alike."""
_TWO = 2
"""Callings of one name of which one is no calling, but only untold."""
_FIRST_NAMES = 50
"""People of one first name that are looked at for whom it is the family name of; chosen: a bound on the work."""


_SOUNDS = (
    (re.compile(r"\b[ae]l-?(?=[^\W\d_]{3})"), ""),
    (re.compile("i[iy](?=a)"), "i"),
    (re.compile("kh"), "h"), (re.compile("gh"), "k"), (re.compile("dh"), "d"), (re.compile(r"\biu"), "yu"),
    (re.compile("zh|dj|dzh"), "j"), (re.compile("ph"), "f"),
    (re.compile("ck|q"), "k"), (re.compile("x"), "ks"), (re.compile("tch|tsch|cz"), "ch"), (re.compile("sch|sz"), "sh"),
    (re.compile("w"), "v"), (re.compile("ou|oo"), "u"), (re.compile("yo|io|jo"), "o"), (re.compile("ya|ia|ja"), "a"),
    (re.compile("(?:[iyj]+)(?= |$)"), "y"), (re.compile("e[iy]|a[iy]"), "ay"),
    (re.compile("o[iy]"), "oy"), (re.compile(r"\babd[aeiou]l"), "abdul"), (re.compile("[iyj]e"), "e"),
    (re.compile("(.)\\1+"), r"\1"),
    (re.compile("o"), "u"), (re.compile(r"enka\b"), "enku"),
)  # fmt: skip
"""How one name of another script is written in Latin letters, brought to one form: "Zelenskiy" and "Zelensky", "Yusuf" and
"Yousuf". After the systems of BGN/PCGN and of news agencies."""


def sound_of(name: str) -> str:
    """Return ``name`` with the letters that transliterations differ in brought to one form."""
    folded = fold(name)
    for pattern, form in _SOUNDS:
        folded = pattern.sub(form, folded)
    return folded


_VOWELS = re.compile("(?<=.)[aeiouy]+h?(?= |$)|(?<=[aeiouyb])h|[aeiouy]+")


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_RUN = re.compile(r"\*+")


def _consonants_of(name: str) -> str:
    """Return what is left of a name where any vowels may stand for any others, and "h" beside one for nothing."""
    return _RUN.sub("*", _VOWELS.sub("*", sound_of(name)))


def _roles_agree(one: SpeakerGroup, other: SpeakerGroup) -> bool:
    """Tell whether the roles of two speakers may be one person's: one has none, or they share a word that says what he is."""
    return may_be_of_one(one.office, other.office)

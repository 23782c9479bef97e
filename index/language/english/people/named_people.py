"""The people that a text names: read in one pass over its names, each with surname and role.

News introduces a person once, with first name and role ("Kremlin spokesman Dmitry Peskov"), and refers back by surname.
"""

import re
from collections.abc import Collection, Sequence
from functools import cached_property, partial

from index.language.english.grammar.tagging import SUFFIXES
from index.language.english.grammar.word_classes import word_class
from index.language.english.people.genders import gender_of_given_name
from index.language.english.people.name_parts import (
    NAME,
    NOT_GIVEN,
    NOT_SURNAMES,
    PARTICLES,
    initials_between,
    key_of_name,
    may_be_name,
    may_be_one,
    may_be_surname,
    name_classes,
    start_of_name,
)
from index.language.english.people.names import COUNTRIES
from index.language.english.people.offices import (
    AMERICAN,
    COURTESY_FORMS,
    HEADS_OF_STATE,
    fits,
    role_after,
    role_before,
)
from index.language.english.people.person import Person
from index.language.english.people.titles import AFTER_NAMES, DEPARTMENTS

_BEFORE_GIVEN_NAMES = frozenset("Sir Dame Lord Lady Prince Princess King Queen Pope".split())
_TWO_WORDS = 2
"""Words of most runs that are a name, a given one and a surname."""


def _is_verb_of_headline(word: str) -> bool:
    return word.endswith("s") and word[1:].islower() and word_class(word.lower()) in "VJ"


_IN_FULL = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "prof.": "professor",
}  # fmt: skip
_FAMILY_AND_GIVEN = 3
"""Words of a name that begins with the family's, at the most: "Kim Jong Un"."""


class NamedPeople:
    """The people that a text names, each with the places where it does and the role that it gives."""

    def __init__(
        self,
        text: str,
        speakers: Collection[str] = (),
    ) -> None:
        """Read the names of ``text``; ``speakers`` are words of it that speak, so that a single one of them is a person."""
        self._text = text
        self._speakers = [words for words in speakers if " " in words]
        self._people: dict[str, Person] = {}
        self._namesakes: dict[str, list[str]] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._loose: list[tuple[int, str]] = []
        self._read: dict[str, tuple[Person | None, int]] = {}
        self._titled: dict[str, str] = {}
        self._first_names: dict[str, list[Person]] = {}
        for match in NAME.finditer(text):
            words, start = match[0], match.start()
            if start and text[start - 1].isalnum():
                continue
            if " " in words or "\n" in words or "\xa0" in words:
                self._read_name(start, words)
            else:
                self._loose.append((start, words))
        # "Sir Ravi" is Ravi Desai.
        self._given = {
            word: self._first_names[word][0]
            for word, title in self._titled.items()
            if title in _BEFORE_GIVEN_NAMES and len(self._first_names.get(word, ())) == 1
        }
        self._alone: set[str] = set()
        alone = {word for word in speakers if word_class(word) == "N"} | self._titled.keys()
        self._read_surnames(alone - NOT_SURNAMES)
        self._by_role_word: dict[str, set[str]] | None = None
        self._places_of_role: dict[tuple[str, frozenset[str]], list[tuple[int, str]]] = {}
        self._folded: dict[str, list[Person]] | None = None

    @cached_property
    def _places_of(self) -> dict[str, list[int]]:
        """Where each single capitalised word stands."""
        places: dict[str, list[int]] = {}
        for place, word in self._loose:
            places.setdefault(word, []).append(place)
        return places

    def _read_surnames(self, speaking: set[str]) -> None:
        """Give each surname that stands alone to its owner, and make one up where nobody has it in full."""
        owners: dict[str, Person | None] = {}
        for position, surname in self._loose:
            if surname not in owners:
                owners[surname] = self._owner(surname, surname in speaking)
            owner = owners[surname]
            if owner is not None:
                self._alone.add(surname)
                owner.mentions.append(position)
        for surname, owner in owners.items():
            if owner is not None and owner not in self._by_surname.setdefault(surname, [owner]):
                self._by_surname[surname].insert(0, owner)

    def _owner(self, surname: str, speaks: bool) -> Person | None:
        """Return the person first named in full with ``surname``, in that office where it stands with one."""
        people = self._by_surname.get(surname, [])
        title = self._titled.get(surname)
        if title is None or title in COURTESY_FORMS:
            if people:
                return people[0]
        else:
            for person in people:
                if any(title in (role_before(self._text, place) or "") for place in person.mentions):
                    return person
        named_first = self._first_names.get(surname, []) if speaks else []
        if not people and len(named_first) == 1 and self._has_family_name_first(named_first[0]):
            return named_first[0]
        if not people or (title is not None and title not in COURTESY_FORMS):
            return self._people.setdefault(key_of_name([surname]), Person(surname)) if speaks else None
        return None

    def _has_family_name_first(self, person: Person) -> bool:
        """Tell whether somebody is known by the first of his names, which is no given name: "Lin" of "Lin Jian"."""
        names = person.name.split()
        known_by_last = any(word == names[-1] for _, word in self._loose)
        if len(names) > _FAMILY_AND_GIVEN or gender_of_given_name(names[0]) is not None or known_by_last:
            return False
        return self._role(person) is not None or any(person.name in words for words in self._speakers)

    def people_named(self, name: str) -> list[Person]:
        """Return the people of the text with that surname or full name, whatever the case of its letters."""
        wanted = name.casefold()
        words = wanted.split()
        if self._folded is None:
            self._folded = {}
            for surname, people in self._by_surname.items():
                self._folded.setdefault(surname.casefold(), []).extend(people)
        surnamed = self._folded.get(words[-1], [])
        full = [person for person in surnamed if person.name.casefold() == wanted]
        return full or [
            person
            for person in surnamed
            if len(words) == 1 or f" {person.name}".casefold().endswith(f" {wanted}")
        ]

    def _read_name(self, start: int, words: str) -> None:
        """Keep the personal name that ends a run of capitalised words, such as "Russian President Vladimir Putin"."""
        known = self._read.get(words)
        if known is not None:
            person, offset = known
            if person is not None:
                person.mentions.append(start + offset)
            return
        parts = words.split()
        tags = name_classes(parts)
        first = start_of_name(self._text, start, parts, tags)
        first += parts[first : first + 1] == ["Neither"]
        name = parts[first:]
        if not PARTICLES.isdisjoint(name):
            tags[first:] = [
                "N" if word in PARTICLES else tag for word, tag in zip(name, tags[first:], strict=True)
            ]
        # What stands before a run of two words changes nothing about it.
        alike = len(parts) == _TWO_WORDS
        if not may_be_name(name) or tags[first:].count("N") != len(name):
            if alike:
                self._read[words] = None, 0
            return
        # A headline: "Ida Lund Calls Mara Tamm"
        if len(name) > _TWO_WORDS:
            verb = next(
                (place for place in range(_TWO_WORDS, len(name)) if _is_verb_of_headline(name[place])), None
            )
            name = name[:verb]
        while len(name) > 1 and name[-1] in AFTER_NAMES:
            name.pop()
        offset = words.find(name[0], sum(map(len, parts[:first])))
        position = start + offset
        surname = name[-1] if len(name) == 1 or name[-1] not in SUFFIXES else name[-2]
        if len(name) == 1:
            self._loose.append((position, surname))
            if first and tags[first - 1] == "T":
                self._titled.setdefault(surname, parts[first - 1])
            elif first and parts[first - 1] in DEPARTMENTS:
                self._titled.setdefault(surname, "Secretary")
        elif (
            name[0] not in NOT_GIVEN
            and may_be_surname(surname, words)
            and not (len(name) > 2 and words.isupper())
        ):
            person = self._of_full_name(name)
            if person is None:
                key = key_of_name(name)
                if key in self._people:
                    # George W. is not George H. W.
                    key = " ".join(name)
                    self._namesakes.setdefault(key_of_name(name), []).append(key)
                person = self._people[key] = Person(" ".join(name))
                self._first_names.setdefault(name[0], []).append(person)
                self._by_surname.setdefault(surname, []).append(person)
            person.mentions.append(position)
            if alike:
                self._read[words] = person, offset
        elif alike:
            self._read[words] = None, 0

    def _called(self, name: str) -> Person | None:
        """The person whom the text names so, in full or by surname."""
        words = name.split()
        return self._of_full_name(words) or self._people.get(key_of_name(words))

    def _of_full_name(self, name: Sequence[str]) -> Person | None:
        """The person of that given name and surname whose initials in between are no others."""
        key = key_of_name(name)
        person = self._people.get(key)
        if person is None:
            return None
        initials = initials_between(name)
        for known in (person, *(self._people[other] for other in self._namesakes.get(key, ()))):
            if may_be_one(initials, initials_between(known.name.split())):
                return known
        return None

    def _person(self, name: Sequence[str]) -> Person | None:
        if len(name) > 1 and name[0].lower() in PARTICLES:
            # "von der Leyen" is who has that surname.
            owners = self._by_surname.get(name[-1], [])
            return owners[0] if owners else None
        if len(name) > 1 and name[1] in SUFFIXES:
            juniors = (
                person for person in self._by_surname.get(name[0], ()) if name[1] in person.name.split()
            )
            return next(juniors, None)
        if len(name) > 1:
            return self._of_full_name(name) or self._people.get(key_of_name(name))
        if name[0] in self._given:
            return self._given[name[0]]
        if name[0] in COUNTRIES:
            # "Environment Protection Australia" is not who Australia is.
            return None
        people = self._by_surname.get(name[0], [])
        return people[0] if people else None

    def _mentions_of_role(self, head: str, modifiers: frozenset[str]) -> list[tuple[int, str]]:
        """Where those stand who have the office that a phrase names, with their names, in the order of the text."""
        found = self._places_of_role.get((head, modifiers))
        if found is None:
            found = self._places_of_role[head, modifiers] = sorted(
                (place, person.name)
                for person in map(self._people.__getitem__, self._in_role(head, modifiers))
                if fits(person.words, head, modifiers)
                for place in person.mentions
            )
        return found

    def _in_role(self, head: str, modifiers: frozenset[str]) -> set[str]:
        """The keys of the people whose role has the rarest of the words: among them are all whose role has every one."""
        by_word = self._read_roles()
        return min((by_word.get(word, set()) for word in (head, *(modifiers - AMERICAN))), key=len)

    def _role(self, person: Person) -> str | None:
        if person.role is None:
            self._read_role(person)
        return person.role or None

    def _read_roles(self) -> dict[str, set[str]]:
        """Return the keys of the people by each word of their roles; a head of state is a leader as well."""
        if self._by_role_word is None:
            self._by_role_word = {}
            for key, person in self._people.items():
                if person.role is None:
                    self._read_role(person)
                heads_a_state = not person.words.isdisjoint(HEADS_OF_STATE)
                for word in person.words | ({"leader"} if heads_a_state else set()):
                    self._by_role_word.setdefault(word, set()).add(key)
        return self._by_role_word

    def _read_role(self, person: Person) -> None:
        person.role = ""
        for position in person.mentions[:6]:
            role = role_before(self._text, position) or role_after(
                self._text, position, person.name, partial(self._is_another, person.name)
            )
            if role:
                person.role = role
                words = re.findall(r"[\w.]+", role.lower())
                person.words = frozenset(words) | {_IN_FULL[word] for word in words if word in _IN_FULL}
                return

    def _is_another(self, name: str, surname: str) -> bool:
        """Tell whether somebody has that surname, and nobody of that name does."""
        others = self._by_surname.get(surname, [])
        return bool(others) and all(person.name != name for person in others)

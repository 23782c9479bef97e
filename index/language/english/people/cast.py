"""Who is meant: surnames, roles, pronouns and phrases such as "the Russian leader", resolved inside one document.

News introduces a person once, with first name and role ("Kremlin spokesman Dmitry Peskov"), and refers back by surname,
role or pronoun. What the text does not make plain is left as the text says it.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cached_property, partial

from index.language.english.clauses import SUFFIXES, Clauses
from index.language.english.people.antecedents import PERSON_PRONOUNS, Antecedents
from index.language.english.people.genders import gender_of_given_name, gender_of_noun
from index.language.english.people.name_parts import (
    NAME,
    NOT_GIVEN,
    NOT_SURNAMES,
    PARTICLES,
    PEOPLES,
    initials_between,
    key_of_name,
    may_be_name,
    may_be_one,
    may_be_surname,
    name_classes,
    name_in,
    start_behind_office,
    start_of_name,
    without_article,
)
from index.language.english.people.names import COUNTRIES
from index.language.english.people.namesakes import Namesakes, are_several
from index.language.english.people.offices import (
    AMERICAN,
    COURTESY_FORMS,
    HEADS_OF_STATE,
    LONGEST_ROLE,
    fits,
    role_after,
    role_before,
)
from index.language.english.people.person import Person, Resolved
from index.language.english.people.speaking import can_speak
from index.language.english.people.titles import AFTER_NAMES, DEPARTMENTS
from index.language.english.word_classes import WORD, word_class
from index.language.findings import Gender
from index.model import Sentence, Span

_APPOSED = re.compile(r"[ \xa0]{0,5},[ \xa0]{1,5}")
_RELATIVES = frozenset({"who", "which", "whom"})
_PLURAL_PRONOUNS = frozenset({"they", "their"})
_FIRST_OF_OFFICES = frozenset("Foreign Prime First Vice Deputy Chief Press Home State".split())
"""What opens an office that stands beside somebody else: "Norland and Foreign Minister Ida Lund"."""
_OFFICES_BEHIND = frozenset(
    "Secretary Minister Commissioner Chancellor Spokesperson Spokesman Spokeswoman".split()
)
_HEAD = re.compile("r(?:id?[nN]{1,3})?i$")
_SHORT_PHRASE = 7
"""Words between the noun that says who somebody is and the place where he is it, at the most."""
_BEFORE_GIVEN_NAMES = frozenset("Sir Dame Lord Lady Prince Princess King Queen Pope".split())
_FIRMS = frozenset("Inc Corp Ltd Co PLC LLC Cos".split())
_SEVERAL_OF = re.compile("d?[NTrn]+id?[NT]+(?:,d?[NT]+)*,?cd?[NT]+$")
_SUFFIX = re.compile(r",\s+(?:Jr|Sr)\.?,?$|\s+Sr\.?$|,$")


_TWO_WORDS = 2
"""Words of most runs that are a name, a given one and a surname."""


def _is_verb_of_headline(word: str) -> bool:
    return word.endswith("s") and word[1:].islower() and word_class(word.lower()) in "VJ"


def _is_placed(tags: Sequence[str]) -> bool:
    """Tell whether a phrase says whose or which somebody is and then where: "Lund's neighbour in both Sudria and Norland"."""
    return "r" in tags and "i" in tags[tags.index("r") :]


_CHILD = re.compile(r"\b(?:[1-9]|1[0-7])-year-old\b|\bthe (?:boy|girl|child|toddler)\b")
_OFTEN = 2
"""Times that a given name stands alone where somebody is called by it."""
_PARTIES = frozenset("republican democratic conservative labour liberal socialist".split())
"""What says of which party the one holder of an office is: "the Republican governor"."""
_IN_FULL = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "prof.": "professor",
}  # fmt: skip
_FAMILY_AND_GIVEN = 3
"""Words of a name that begins with the family's, at the most: "Kim Jong Un"."""
_LEAD = 600
"""Characters at the beginning of a text in which an office may stand before its holder is named; chosen: a first quotation."""


class Cast:
    """The people of one document: built in one pass over its names.

    Mentions are best resolved in the order of the text: who has spoken is who a later "she" may be.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        speakers: Collection[str] = (),
        quoted: Sequence[Span] = (),
    ) -> None:
        """Read the names of ``text``; ``speakers`` are words of it that speak, so that a single one of them is a person.

        Whom only the ``quoted`` words of a sentence name, in order, is nobody that "he" behind them stands for.
        """
        self._text = text
        self._sentences = sentences
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
        self._resolved: dict[str, Resolved] = {}
        self._folded: dict[str, list[Person]] | None = None
        self._before = Antecedents(
            text, sentences, quoted, self._people, self._called, self._alone, self._role
        )
        self._namesakes_of = Namesakes(text, self._role, self._own_gender, self._is_called_by_given_name)
        self._told_apart: dict[str, bool] = {}

    @cached_property
    def _places_of(self) -> dict[str, list[int]]:
        """Where each single capitalised word stands."""
        places: dict[str, list[int]] = {}
        for place, word in self._loose:
            places.setdefault(word, []).append(place)
        return places

    @cached_property
    def _openings(self) -> frozenset[int]:
        """Where sentences begin."""
        return frozenset(sentence.start for sentence in self._sentences)

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

    def resolve(self, start: int, end: int) -> Resolved:
        """Return who is meant by the words from ``start`` to ``end``."""
        mention = self._text[start:end]
        known = self._resolved.get(mention)
        if known is not None and not self._are_told_apart(known.name.rpartition(" ")[2]):
            if known.named:
                self._before.named(start, known.name)
            return known
        word = mention.lower()
        if word in _RELATIVES:
            return self._relative_antecedent(start) or Resolved(word, None, False)
        if word in PERSON_PRONOUNS:
            person = self._before.of_one(start, word)
            return Resolved(word, None, False) if person is None else self._shown(person)
        if word == "it":
            body = self._before.of_body(start)
            return Resolved(body or word, None, body is not None and body[0].isupper())
        if word in _PLURAL_PRONOUNS:
            return Resolved(self._before.of_several(start) or word, None, False)
        words = WORD.findall(mention if mention[-1] not in ".r," else _SUFFIX.sub("", mention) or mention)
        tags = name_classes(words)
        behind = start_behind_office(words, tags)
        if behind is not None:
            return self._holder(words, behind, start)
        if "z" in tags[1:]:
            # "Advisers to Mr. Lind"
            return Resolved(without_article(" ".join(mention.split())), None, False)
        owner = len(tags) - tags[::-1].index("s") if "s" in tags else 0
        together = self._together(words, tags)
        if (
            together is None
            and "c" in tags
            and _SEVERAL_OF.match("".join(tags))
            and words[tags.index("i") - 1].endswith("s")
        ):
            together = without_article(" ".join(mention.split()))
        if words[owner:] and words[-1].rstrip(".") in _FIRMS:
            return Resolved(" ".join(mention.split()).rstrip("."), None, True)
        name = name_in(words[owner:], tags[owner:])
        apposed = self._in_apposition(end) if name is None or _is_placed(tags) else None
        if together is None and (name is None or apposed is not None):
            if apposed is not None:
                self._before.named(start, apposed.name)
                roles = (without_article(" ".join(mention.split())), self._role(apposed))
                role = ", ".join(dict.fromkeys(filter(None, roles)))
                if not apposed.role:
                    apposed.role = role
                return Resolved(apposed.name, role, True)
            person = self._by_role(words, tags, start)
            if person is not None:
                return self._shown(person)
            resolved = Resolved(without_article(" ".join(mention.split())), None, False)
        else:
            person = None if together or name is None else self._person(name)
            if person is not None and name is not None and len(name) == 1 and self._are_told_apart(name[0]):
                place = self._text.rfind(name[0], start, end)
                person = self._namesakes_of.meant(name[0], place, self._by_surname[name[0]])
            elif person is not None:
                self._namesakes_of.named(person.name.rpartition(" ")[2], start, person)
            if together is not None:
                resolved = Resolved(together, None, True)
            elif person is not None:
                self._before.spoke(person)
                resolved = self._shown(person)
            else:
                assert name is not None
                place = self._text.find(name[0], start, end)
                office = role_before(self._text, place) if len(name) == 1 and place > start else None
                known_name = office is not None or len(name) > 1 or self._is_capitalised_inside(name[0])
                resolved = Resolved(" ".join(name), office, known_name)
        self._resolved[mention] = resolved
        if resolved.named:
            self._before.named(start, resolved.name)
        return resolved

    def _own_gender(self, person: Person) -> Gender | None:
        """The pronoun of somebody with namesakes, to whom not every title before the surname belongs."""
        if " " not in person.name:
            return self._before.gender(person)
        told = gender_of_given_name(person.name.split()[0])
        role = (self._role(person) or "").split()
        return told or (gender_of_noun(role[-1]) if role else None)

    def _is_called_by_given_name(self, person: Person) -> bool:
        """Tell whether somebody is a child whom the text calls by the given name, as the son of a namesake is."""
        given, _, surname = person.name.partition(" ")
        called = bool(surname) and len(self._places_of.get(given, ())) >= _OFTEN
        parent = f"{given}'s father", f"{given}'s mother", f"{given}’s father", f"{given}’s mother"
        return called and any(map(self._text.__contains__, parent)) and _CHILD.search(self._text) is not None

    def _are_told_apart(self, surname: str) -> bool:
        """Tell whether several may have ``surname``: several are named in full, or one word alone stands behind titles that one
        person has not."""
        known = self._told_apart.get(surname)
        if known is None:
            people = self._by_surname.get(surname, [])
            known = self._told_apart[surname] = surname not in self._given and (
                len(people) > 1 or any(are_several(self._text, person) for person in people)
            )
        return known

    def _holder(self, words: Sequence[str], first: int, start: int) -> Resolved:
        """Who is named from word ``first`` on, behind an office and what it is for."""
        person = self._person(words[first:])
        role = without_article(" ".join(words[:first]))
        if person is None:
            resolved = Resolved(" ".join(words[first:]), role, True)
        else:
            if not self._role(person):
                person.role = role
            resolved = self._shown(person)
        self._before.named(start, resolved.name)
        return resolved

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

    def everybody(self) -> list[Resolved]:
        """Return everybody whom the text names, each with the role that it gives."""
        return [self._shown(person) for person in self._people.values()]

    def shown(self, person: Person) -> Resolved:
        """Return the name and the role that a person is shown with."""
        return self._shown(person)

    def _shown(self, person: Person) -> Resolved:
        alone = " " not in person.name
        return Resolved(person.name, self._role(person), True, self._before.gender(person) if alone else None)

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
        tags[first:] = [
            "N" if word in PARTICLES else tag for word, tag in zip(name, tags[first:], strict=True)
        ]
        # What stands before a run of two words changes nothing about it.
        alike = len(parts) == _TWO_WORDS
        if not may_be_name(name) or any(tag != "N" for tag in tags[first:]):
            if alike:
                self._read[words] = None, 0
            return
        # A headline: "Ida Lund Calls Mara Tamm"
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

    def _is_capitalised_inside(self, word: str) -> bool:
        """Tell whether ``word`` has its capital letter inside a sentence too, where a capital says that it is a name."""
        places = self._places_of.get(word, ())
        return any(place not in self._openings for place in places)

    def _together(self, words: Sequence[str], tags: Sequence[str]) -> str | None:
        """Those who speak together, each with the full name that the text gives: "Canada and the United States"."""
        joints = [place for place, tag in enumerate(tags) if tag == "c" and words[place] in {"and", "nor"}]
        if len(joints) != 1 or self._is_of_office(words, tags, joints[0]):
            return None
        (joint,) = joints
        names: list[str] = []
        start = 0
        for place in (*(place for place, tag in enumerate(tags) if tag == "," or place == joint), len(words)):
            part, classes = words[start:place], tags[start:place]
            start = place + 1
            led = part and part[0].lower() in {"the", "both", "neither"}
            if led and (words[joint] != "nor" or set(classes[1:]) <= {"N"}):
                part, classes = part[1:], classes[1:]
            if not classes:
                continue
            if "i" in classes:
                behind = start_behind_office(part, classes)
                if behind is None:
                    return None
                part, classes = part[behind:], classes[behind:]
            name = name_in(part, classes) or (part if set(classes) <= {"N"} else None)
            neither = words[joint] == "nor" and classes[-1] in "rn"
            if name is None and (neither or (classes[0] == "#" and can_speak(" ".join(part)))):
                # "Neither the ministry nor the army", "30 countries and the Union"
                name = part
            elif name is None and classes[0] == "d" and classes[-1] == "r" and names:
                # "Ned Hart and his counterpart"
                name = part
            elif name is None or classes[-1] != "N":
                if start <= joint + 1 and "r" in classes and tags[place : place + 1] == [","]:
                    continue
                return None
            person = self._person(name)
            names.append(person.name if person is not None else " ".join(name))
        several = list(dict.fromkeys(names))
        return (
            " and ".join(filter(None, (", ".join(several[:-1]), several[-1]))) if len(several) > 1 else None
        )

    def _is_of_office(self, words: Sequence[str], tags: Sequence[str], joint: int) -> bool:
        """Tell whether "and" at word ``joint`` joins what one office is for: "Police and Crime Commissioner Mara Tamm"."""
        before = [word for word in words[:joint] if word.lower() != "the"]
        behind = list(words[joint + 1 :])
        office = next(
            (
                place
                for place, word in enumerate(behind)
                if word in _OFFICES_BEHIND and place < len(behind) - 1
            ),
            0,
        )
        plain = all(tag in "NdT" for tag in (*tags[:joint], *tags[joint + 1 :]))
        if not office or not plain or not 0 < len(before) <= _TWO_WORDS or behind[0] in _FIRST_OF_OFFICES:
            return False
        fields = (*before, *behind[:office])
        person = self._person(before)
        known = person is not None and " " in person.name
        return not known and not any(
            word in COUNTRIES or word.lower() in PEOPLES or word.isupper() for word in fields
        )

    def _in_apposition(self, end: int) -> Person | None:
        """The person whose name follows a phrase without one: "the chief mediator, Salim Battashi, told"."""
        comma = _APPOSED.match(self._text, end, end + 11)
        match = comma and NAME.match(self._text, comma.end())
        if not match or self._text[match.end() : match.end() + 1] not in {",", ")", "", "."}:
            return None
        words = WORD.findall(match[0])
        name = name_in(words, name_classes(words))
        return self._of_full_name(name) if name and len(name) > 1 else None

    def _relative_antecedent(self, start: int) -> Resolved | None:
        """Who is meant by "who" at ``start``: the noun phrase before it."""
        number = bisect_left(self._sentences, start + 1, key=lambda sentence: sentence.start) - 1
        if number < 0:
            return None
        clauses = Clauses(self._text, max(self._sentences[number].start, start - LONGEST_ROLE), start)
        end = len(clauses.tags.rstrip(",-("))
        phrase = clauses.phrase_before(end)
        thing = self._text.startswith("which", start)
        if phrase is not None and thing and clauses.tags[max(0, phrase[0] - 2) : phrase[0]] == "Ni":
            # "the River Group in Norland, which says"
            phrase = clauses.phrase_before(phrase[0] - 1)
        somebody = phrase is not None and "r" in clauses.tags[slice(*phrase)]
        head = (
            phrase
            and not (somebody or thing)
            and _HEAD.search(clauses.tags[max(0, phrase[0] - _SHORT_PHRASE) : phrase[0]])
        )
        if phrase is not None and head:
            # "a clerk at the State Office who told", "the head of management at the State Office, who told"
            phrase = clauses.phrase_before(phrase[0] - len(head[0]) + 1)
        return None if phrase is None else self.resolve(*clauses.span(phrase))

    def _by_role(self, words: Sequence[str], tags: Sequence[str], start: int) -> Person | None:
        if not words or words[0].lower() != "the" or "i" in tags or "s" in tags or len(words) > 5:
            return None
        head = words[-1].lower()
        if tags[-1] not in "rT" or head.endswith("s"):
            return None
        modifiers = frozenset(word.lower() for word in words[1:-1]) - _PARTIES
        mentions = self._mentions_of_role(head, modifiers)
        if not mentions or self._second(mentions) < start:
            return None
        if mentions[0][0] >= start and not (
            start < _LEAD and words[-1][0].isupper() and self._second(mentions) > len(self._text)
        ):
            return None
        return self._called(mentions[0][1])

    def _second(self, mentions: Sequence[tuple[int, str]]) -> int:
        """Where a second person of that office is named first: from there on the office says nobody."""
        first = mentions[0][1]
        return next((place for place, name in mentions if name != first), len(self._text) + 1)

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

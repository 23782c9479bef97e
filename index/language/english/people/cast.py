"""Who is meant: surnames, roles, pronouns and phrases such as "the Russian leader", resolved inside one document.

News introduces a person once, with first name and role ("Kremlin spokesman Dmitry Peskov"), and refers back by surname,
role or pronoun. What the text does not make plain is left as the text says it.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cached_property

from index.language.english.grammar.clauses import Clauses
from index.language.english.grammar.word_classes import WORD
from index.language.english.people.antecedents import PERSON_PRONOUNS, Antecedents
from index.language.english.people.genders import gender_of_given_name, gender_of_noun
from index.language.english.people.name_parts import (
    NAME,
    PEOPLES,
    name_classes,
    name_in,
    start_behind_office,
    without_article,
)
from index.language.english.people.named_people import NamedPeople
from index.language.english.people.names import COUNTRIES
from index.language.english.people.namesakes import Namesakes, are_several
from index.language.english.people.offices import LONGEST_ROLE, role_before
from index.language.english.people.person import Person, Resolved
from index.language.english.people.speaking import can_speak
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
_LONGEST_FIELD = 2
"""Words before "and" that say what an office is for: "Police and Crime Commissioner"; chosen."""
_HEAD = re.compile("r(?:id?[nN]{1,3})?i$")
_SHORT_PHRASE = 7
"""Words between the noun that says who somebody is and the place where he is it, at the most."""
_FIRMS = frozenset("Inc Corp Ltd Co PLC LLC Cos".split())
_SEVERAL_OF = re.compile("d?[NTrn]+id?[NT]+(?:,d?[NT]+)*,?cd?[NT]+$")
_SUFFIX = re.compile(r",\s+(?:Jr|Sr)\.?,?$|\s+Sr\.?$|,$")


def _is_placed(tags: Sequence[str]) -> bool:
    """Tell whether a phrase says whose or which somebody is and then where: "Lund's neighbour in both Sudria and Norland"."""
    return "r" in tags and "i" in tags[tags.index("r") :]


_CHILD = re.compile(r"\b(?:[1-9]|1[0-7])-year-old\b|\bthe (?:boy|girl|child|toddler)\b")
_OFTEN = 2
"""Times that a given name stands alone where somebody is called by it."""
_PARTIES = frozenset("republican democratic conservative labour liberal socialist".split())
"""What says of which party the one holder of an office is: "the Republican governor"."""
_LEAD = 600
"""Characters at the beginning of a text in which an office may stand before its holder is named; chosen: a first quotation."""


class Cast(NamedPeople):
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
        super().__init__(text, speakers)
        self._sentences = sentences
        self._resolved: dict[str, Resolved] = {}
        self._before = Antecedents(
            text, sentences, quoted, self._people, self._called, self._alone, self._role
        )
        self._namesakes_of = Namesakes(text, self._role, self._own_gender, self._is_called_by_given_name)
        self._told_apart: dict[str, bool] = {}

    @cached_property
    def _openings(self) -> frozenset[int]:
        """Where sentences begin."""
        return frozenset(sentence.start for sentence in self._sentences)

    def resolve(self, start: int, end: int) -> Resolved:
        """Return who is meant by the words from ``start`` to ``end``."""
        mention = self._text[start:end]
        known = self._resolved.get(mention)
        if known is not None and not self._are_told_apart(known.name.rpartition(" ")[2]):
            if known.named:
                self._before.named(start, known.name)
            return known
        word = mention.lower()
        if word in _RELATIVES and mention != "WHO":
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

    def everybody(self) -> list[Resolved]:
        """Return everybody whom the text names, each with the role that it gives."""
        return [self._shown(person) for person in self._people.values()]

    def shown(self, person: Person) -> Resolved:
        """Return the name and the role that a person is shown with."""
        return self._shown(person)

    def _shown(self, person: Person) -> Resolved:
        alone = " " not in person.name
        return Resolved(person.name, self._role(person), True, self._before.gender(person) if alone else None)

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
        if not office or not plain or not 0 < len(before) <= _LONGEST_FIELD or behind[0] in _FIRST_OF_OFFICES:
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

"""Whom a pronoun stands for: who spoke last, who is the subject since, the only person of the sentence before.

What the text does not make plain stands for nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from functools import cached_property

from index.language.english.grammar.clauses import Clauses
from index.language.english.grammar.word_classes import NOUNS_OF_BODIES, PERSON_NOUNS
from index.language.english.people.genders import gender_of_given_name, gender_of_noun
from index.language.english.people.name_parts import NAME, may_be_surname, without_article
from index.language.english.people.offices import LAST_WORD
from index.language.english.people.person import Person
from index.language.findings import Gender
from index.model import Sentence, Span

PERSON_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
_MALE = frozenset({"he", "him", "his"})
_MAN_SUBJECT = re.compile(r"\b[Hh]e\b")
_WOMAN_SUBJECT = re.compile(r"\b[Ss]he\b")
_ASKED = re.compile(
    r"(?:When |Also )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b(?:[ \w]{0,20})"
    r"\b(?:if|whether|about|why|how|what|when|who)\b"
)
"""What opens a sentence that first says what somebody was asked."""
_SUBORDINATE = re.compile(
    r"\b(?:after|before|when|as|while|although|though|if|since|once|despite|because|until)\b", re.IGNORECASE
)
"""Before a pronoun that stands for whom the sentence names only farther on: "Before he left, Lind said"."""
_SPEAKS_ON = 4
"""Sentences after which "he" is no longer taken for who spoke last."""
_FAR = 800
"""Characters before a pronoun that are read for what it stands for: more than the words that a subject is looked for in."""
_MOST_NAMED = 50
"""Names of a sentence of which one may be meant by a pronoun; one with more is a list."""
_OPENS_SENTENCE = re.compile(r"(?:[\w.’'-]+,? ){0,6}")
_WHERE = re.compile(" (?:of|for|at|in|to) ")
_OWNING = re.compile("['’]s [a-z]")


class Antecedents:
    """What is before each place of one document, and who has spoken so far.

    Pronouns are resolved in the order of the text: who has spoken is who a later "she" may be.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        quoted: Sequence[Span],
        people: Mapping[str, Person],
        person_of: Callable[[str], Person | None],
        alone: Set[str],
        role_of: Callable[[Person], str | None],
    ) -> None:
        """``people`` by the keys of their names, and ``person_of`` a full name; ``alone`` are the surnames that stand without a
        first name somewhere.

        Whom only the ``quoted`` words of a sentence name is nobody that "he" behind them stands for.
        """
        self._text = text
        self._sentences = sentences
        self._quoted = [span[0] for span in quoted]
        self._unquoted = [span[1] for span in quoted]
        self._people = people
        self._person_of = person_of
        self._alone = alone
        self._role_of = role_of
        self._spoke: set[str] = set()
        self._common: dict[str, bool] = {}
        self._genders: dict[str, Gender | None] = {}
        self._last: tuple[int, str] | None = None

    @cached_property
    def _order(self) -> list[tuple[int, str]]:
        """Where people are named, and who, in the order of the text."""
        return sorted((place, person.name) for person in self._people.values() for place in person.mentions)

    @cached_property
    def _places(self) -> list[int]:
        return [place for place, _ in self._order]

    def named(self, start: int, name: str) -> None:
        """Take note that who is called ``name`` is named as a speaker at ``start``."""
        self._last = (start, name)

    def spoke(self, person: Person) -> None:
        """Take note that somebody speaks, so that the name is a person's."""
        self._spoke.add(person.name)

    def of_one(self, start: int, pronoun: str) -> Person | None:
        """Return whom a ``pronoun`` of one person, in small letters, at ``start`` stands for; None if that is not plain."""
        barred = self._named_behind(start)
        person = self._spoke_last(start, pronoun)
        if person is not None:
            person = self._taken_over(start, pronoun, person)
        if person is None or person.name in barred:
            person = self._antecedent(start, pronoun, barred)
        opens = person is not None and self._text[start : start + 1].isupper()
        if person is not None and opens and " " in person.name and self.gender(person) is None:
            # Who is "he" once is no "she" farther on.
            self._genders[person.name] = "he" if pronoun in _MALE else "she"
        return person

    def _named_behind(self, start: int) -> frozenset[str]:
        """Whom the sentence names behind a pronoun at ``start``, and who is somebody else: "He said that Lind left"."""
        number = bisect_left(self._sentences, start + 1, key=lambda sentence: sentence.start) - 1
        if number < 0 or _SUBORDINATE.search(
            self._text, max(self._sentences[number].start, start - _FAR), start
        ):
            return frozenset()
        end = min(self._sentences[number].end, start + _FAR)
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return frozenset(
            name
            for position, name in self._order[first : min(last, first + _MOST_NAMED)]
            if not self._text.startswith(("the ", "The "), position - 4) and not self._is_quoted(position)
        )

    def of_several(self, start: int) -> str | None:
        """Return the words that "they" at ``start`` stands for: the subject of the same sentence or the one before."""
        number = bisect_left(self._sentences, start + 1, key=lambda sentence: sentence.start) - 1
        for sentence in reversed(self._sentences[max(0, number - 1) : number + 1]):
            end = min(sentence.end, start)
            clauses = Clauses(self._text, max(sentence.start, end - _FAR), end)
            subject = clauses.main_subject(len(clauses.tags))
            if subject is None or clauses.tags[subject[0]] in "pw":
                continue
            words = clauses.words[subject[0] : subject[1]]
            if words[-1].endswith("s") or "c" in clauses.tags[subject[0] : subject[1]]:
                first, last = clauses.span(subject)
                return without_article(" ".join(self._text[first:last].split()))
        return None

    def of_body(self, start: int) -> str | None:
        """Return the body that "it" at ``start`` stands for: the one subject of the same sentence and of the one before that can
        be a body and nobody by name; None where that is not plain."""
        number = bisect_left(self._sentences, start + 1, key=lambda sentence: sentence.start) - 1
        found: set[str] = set()
        for sentence in self._sentences[max(0, number - 1) : number + 1]:
            end = min(sentence.end, start)
            clauses = Clauses(self._text, max(sentence.start, end - _FAR), end)
            subject = clauses.main_subject(len(clauses.tags))
            if subject is None or clauses.tags[subject[0]] in "pw":
                continue
            if clauses.words[subject[1] - 1].lower() not in NOUNS_OF_BODIES:
                return None
            first, last = clauses.span(subject)
            found.add(without_article(" ".join(self._text[first:last].split())))
        return found.pop() if len(found) == 1 else None

    def _spoke_last(self, start: int, pronoun: str) -> Person | None:
        """Who spoke last, where that was no more than a few sentences before the pronoun at ``start``."""
        if self._last is None or self._last[0] >= start:
            return None
        place, name = self._last
        person = self._person_of(name)
        if person is None or not is_one_person(name) or not _agrees(pronoun, self.gender(person)):
            return None
        first = bisect_left(self._sentences, place + 1, key=lambda sentence: sentence.start)
        number = bisect_left(self._sentences, start + 1, key=lambda sentence: sentence.start)
        near = number - first <= _SPEAKS_ON
        apart = (
            self._sentences[number - 1].paragraph - self._sentences[first - 1].paragraph
            if first and number
            else 0
        )
        return person if near and apart <= 1 else None

    def _taken_over(self, start: int, pronoun: str, spoke: Person) -> Person:
        """Who spoke last, or somebody else who is the subject since: "said Lind. Brandt disagreed, and he said"."""
        place = bisect_left(self._places, start) - 1
        if place < 0 or self._order[place][1] == spoke.name:
            return spoke
        number = bisect_left(self._sentences, start + 1, key=lambda sentence: sentence.start) - 1
        for sentence in reversed(self._sentences[max(0, number - 1) : number + 1]):
            first = bisect_left(self._places, sentence.start)
            if first > place or self._places[first] >= min(sentence.end, start):
                continue
            if sentence.end > start and _ASKED.match(self._text, sentence.start, start):
                continue
            position, name = self._order[first]
            other = self._person_of(name)
            if other is None:
                return spoke
            opens = _OPENS_SENTENCE.fullmatch(self._text, sentence.start, position) is not None
            since = self._last is None or position > self._last[0]
            if other is spoke or not (opens and since and self._is_person(other) and is_one_person(name)):
                return spoke
            return other if _agrees(pronoun, self.gender(other)) else spoke
        return spoke

    def _antecedent(self, start: int, pronoun: str, barred: Set[str]) -> Person | None:
        """The person a pronoun at ``start`` stands for: the only one named in the nearest sentence before it that names one."""
        place = bisect_left(self._places, start)
        if not place:
            return None
        number = bisect_left(self._sentences, start + 1, key=lambda sentence: sentence.start) - 1
        if number > 0 and _ASKED.match(self._text, self._sentences[number].start, start):
            # "Asked whether he would meet Lind, he said": whom he is asked about is somebody else.
            place = bisect_left(self._places, self._sentences[number].start)
            number -= 1
        passed_over = False
        for sentence in reversed(self._sentences[max(0, number - 4) : number + 1]):
            first = bisect_left(self._places, sentence.start)
            if first < place and self._places[first] < sentence.end:
                named = dict.fromkeys(
                    name
                    for position, name in self._order[first : min(place, first + _MOST_NAMED)]
                    if not self._owns(position)
                    and name not in barred
                    and is_one_person(name)
                    and not self._is_quoted(position)
                    and not self._follows_pronoun(sentence.start, position, pronoun)
                    and not self._stands_beside(position, name, pronoun)
                )
                known = (self._person_of(name) for name in named)
                named_here = [person for person in known if person is not None]
                people = [person for person in named_here if self._is_person(person)]
                others = [person for person in named_here if person not in people]
                if all(_has_known_given_name(person) for person in others):
                    people = named_here
                fitting = [person for person in people if _agrees(pronoun, self.gender(person))]
                if passed_over:
                    # Farther off than people of the other gender stands only whom the text tells to be of this one.
                    fitting = [person for person in fitting if self.gender(person) is not None]
                passed_over = passed_over or bool(people)
                if fitting:
                    return fitting[0] if len(fitting) == 1 else None
        return None

    def _follows_pronoun(self, first: int, position: int, pronoun: str) -> bool:
        """Tell whether the same pronoun stands in the sentence before the name, and so for another: "She met Lind"."""
        subject = _MAN_SUBJECT if pronoun in _MALE else _WOMAN_SUBJECT
        return subject.search(self._text, max(first, position - _FAR), position) is not None

    def _owns(self, position: int) -> bool:
        """Tell whether the name at ``position`` only says whose somebody is: "Lind's father"."""
        name = NAME.match(self._text, position)
        return name is not None and _OWNING.match(self._text, name.end()) is not None

    def _is_person(self, person: Person) -> bool:
        if person.name in self._spoke or self._role_of(person) is not None:
            return True
        given, _, surname = person.name.partition(" ")
        return person.name.split()[-1] in self._alone and not (surname and self._is_common(given))

    def _stands_beside(self, position: int, name: str, pronoun: str) -> bool:
        """Tell whether the name at ``position`` is joined to the pronoun, and is somebody else: "President Lind and she"."""
        end = self._text.find(name.split()[-1], position) + len(name.split()[-1])
        return self._text.startswith((f" and {pronoun} ", f" and {pronoun},"), end)

    def _is_quoted(self, position: int) -> bool:
        number = bisect_left(self._quoted, position + 1) - 1
        return number >= 0 and position < self._unquoted[number]

    def _is_common(self, word: str) -> bool:
        """Tell whether the text has ``word`` in small letters too, so that its capital is no name's: "Speaks Norlandish"."""
        known = self._common.get(word)
        if known is None:
            known = self._common[word] = f" {word.lower()} " in self._text
        return known

    def gender(self, person: Person) -> Gender | None:
        """Return the pronoun that a title before the person's name, the role or the given name tells; None where none does."""
        name = person.name
        if " " not in name and person.mentions:
            # Mr. Lind and Ms. Lind are known by one name.
            name = f"{name} {person.mentions[0]}"
        if name not in self._genders:
            self._genders[name] = self._read_gender(person)
        return self._genders[name]

    def _read_gender(self, person: Person) -> Gender | None:
        for position in person.mentions[:6]:
            before = LAST_WORD.search(self._text, max(0, position - 20), position)
            told = gender_of_noun(before[1]) if before else None
            if told:
                return told
        role = self._role_of(person)
        told = gender_of_noun(_WHERE.split(role)[0].split()[-1]) if role else None
        return told or (gender_of_given_name(person.name.split()[0]) if " " in person.name else None)


def _has_known_given_name(person: Person) -> bool:
    given, _, surname = person.name.partition(" ")
    return bool(surname) and gender_of_given_name(given) is not None


def is_one_person(name: str) -> bool:
    """Tell whether a name may be one person's: no country, body, place or group that "he" cannot stand for."""
    words = name.split()
    last = words[-1].rpartition("-")[2]
    group = last.endswith("s") and last.lower() in PERSON_NOUNS
    initials = last.endswith("s") and last[:-1].isupper() and len(last) > 2
    body = last.lower() == "police" or (len(words) > 1 and last.lower() in NOUNS_OF_BODIES)
    place = _GOVERNED.search(words[0]) is not None or (len(words) == 1 and not may_be_surname(last, name))
    return not (group or initials or body or place)


_GOVERNED = re.compile("-[a-z]+ed$")
"""How the first word of a place ends: "Norland-administered Halm"."""


def _agrees(pronoun: str, gender: Gender | None) -> bool:
    return gender is None or (pronoun in _MALE) == (gender == "he")

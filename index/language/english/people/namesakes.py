"""Who of several people of one surname is meant where the surname stands: told by the office or the courtesy title before it.

"Rail union president Olmsted" and "Speaker Olmsted", of whom no first name is told, are two; so are "Mr. Boyd" and "Ms. Boyd".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.language.english.people.genders import gender_of_noun
from index.language.english.people.offices import LAST_WORD, role_before
from index.language.english.people.person import Person
from index.language.english.people.same_office import Office, may_be_of_one, office_of
from index.language.findings import Gender

_TITLE = 20
"""Characters before a surname in which a courtesy title stands; chosen: the longest with its spaces."""
_NEAR = 400
"""Characters in which a bare surname is that of who was last called by it; chosen: a paragraph of news."""


_MOST = 20
"""People of one surname that are told apart in a text; chosen: a bound on the work."""
_LOOKED_AT = 12
"""Mentions of a surname that are read for titles; chosen: a bound on the work."""


def are_several(text: str, person: Person) -> bool:
    """Tell whether ``person``, known by a surname alone, stands in ``text`` behind titles or offices that one person has not."""
    if " " in person.name:
        return False
    offices: list[Office] = []
    genders: set[Gender] = set()
    for place in person.mentions[:_LOOKED_AT]:
        title = LAST_WORD.search(text, max(0, place - _TITLE), place)
        if title is None:
            continue
        gender = gender_of_noun(title[1])
        genders |= {gender} if gender else set()
        offices.append(_offices(role_before(text, place)))
    return len(genders) > 1 or any(
        not may_be_of_one(one, other) for number, one in enumerate(offices) for other in offices[:number]
    )


def _offices(role: str | None) -> Office:
    """What an office tells of somebody; a former one contradicts none."""
    former = role is None or not _FORMER.isdisjoint(role.lower().split())
    return Office() if role is None or former else office_of([role])


_FORMER = frozenset({"former", "ex", "late", "onetime", "then"})


@dataclass(slots=True)
class _Said:
    place: int
    person: Person


class Namesakes:
    """The people of each surname of one document, as they are met one after another."""

    def __init__(
        self,
        text: str,
        role_of: Callable[[Person], str | None],
        gender_of: Callable[[Person], Gender | None],
        by_given_name: Callable[[Person], bool],
    ) -> None:
        """``role_of`` and ``gender_of`` tell what ``text`` tells of somebody, ``by_given_name`` whether that alone calls him."""
        self._text = text
        self._role_of = role_of
        self._gender_of = gender_of
        self._by_given_name = by_given_name
        self._others: dict[str, list[Person]] = {}
        self._last: dict[str, _Said] = {}

    def meant(self, surname: str, place: int, people: Sequence[Person]) -> Person:
        """Return who is meant by ``surname`` at ``place``, of ``people`` who have it, the first of them the likeliest, or
        somebody else whom only office or title tells from them."""
        everybody = [*people[:_MOST], *self._others.get(surname, ())]
        person = self._told(surname, place, everybody)
        self._last[surname] = _Said(place, person)
        return person

    def named(self, surname: str, place: int, person: Person) -> None:
        """Take note that somebody of that surname is named at ``place`` in full."""
        self._last[surname] = _Said(place, person)

    def _told(self, surname: str, place: int, everybody: Sequence[Person]) -> Person:
        role = role_before(self._text, place)
        title = LAST_WORD.search(self._text, max(0, place - _TITLE), place)
        gender = gender_of_noun(title[1]) if title else None
        if role is None and gender is None:
            return self._nearest(surname, place, everybody)
        fitting = [
            person
            for person in everybody
            if self._gender_of(person) in {None, gender or self._gender_of(person)}
            and may_be_of_one(_offices(role), _offices(self._role_of(person)))
        ]
        if role is not None:
            # Whose office it is comes before whose office is not told.
            fitting.sort(key=lambda person: self._role_of(person) is None)
            if len(fitting) > 1 and self._role_of(fitting[0]) is not None:
                return fitting[0]
        if len(fitting) == 1:
            return fitting[0]
        if fitting or len(everybody) > _MOST:
            known = [person for person in fitting if self._gender_of(person) == gender]
            return self._nearest(surname, place, known or fitting or everybody)
        other = Person(surname, [place], role)
        other.words = frozenset((role or "").lower().split())
        self._others.setdefault(surname, []).append(other)
        return other

    def _nearest(self, surname: str, place: int, people: Sequence[Person]) -> Person:
        last = self._last.get(surname)
        near = last is not None and any(last.person is person for person in people)
        near = near and last is not None and not self._by_given_name(last.person)
        if near and last is not None and (surname in self._others or self._is_near(last.place, place)):
            return last.person
        # A child is called by the given name, and the father by the surname.
        return next((person for person in people if not self._by_given_name(person)), people[0])

    def _is_near(self, first: int, place: int) -> bool:
        return 0 <= place - first <= _NEAR and "\n\n" not in self._text[first:place]

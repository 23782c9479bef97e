"""Who a label of a transcript is: the person whom the page names in full, with the role that it gives.

"MS. LIND" is Mara Lind, press secretary, where the title of the page or its text names her so; "THE PRESIDENT" is the one whom
the title names with that office, and nobody by name where it names none.
"""

import re

from index.language.english.people.cast import Cast
from index.language.english.people.person import Resolved
from index.language.english.speech.turn_labels import (
    ANSWERER,
    ASKER,
    COURTESY,
    OFFICES,
    apart,
    asker_of,
    is_question_label,
)
from index.language.english.speech.unnamed import DESCRIBING
from index.language.sentences import sentences

_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_SMALL = frozenset("of the and for in on to".split())
_CAPITAL_AFTER = re.compile(r"(?:^|(?<=[-'’ .]))[^\W\d_]")
_MIXED = re.compile(r"\b[A-Z](?:[\w-]|['’](?!s\b))*[a-z](?:[\w-]|['’](?!s\b))*")
_NUMBERED = re.compile(r"[^\W\d]+ \d{1,2}")
"""A label that only counts: "Speaker 2"."""
_BODYS_OFFICE = re.compile(
    rf"(?:(?!the )[^\W\d_][\w.-]* ){{1,3}}?{OFFICES.pattern}(?=[^\W\d_]+ [^\W\d_])", re.IGNORECASE
)
"""An office behind whose it is, before a full name: "NATO Secretary General Jens Holten"."""
_ACRONYM = re.compile("[B-DF-HJ-NP-TV-XZ]{3,5}")
"""Letters of which no name is made: "NSC"."""
_SCOTTISH = re.compile(r"\bMc[a-z]")


class Labels:
    """The labels of one transcript."""

    def __init__(self, text: str, title: str, cast: Cast) -> None:
        """Resolve labels by the people whom ``title`` names, then by those of ``cast``, the people of ``text``."""
        self._text = text
        self._cast = cast
        heading = apart(title)
        self._heading = Cast(heading, sentences(heading))
        self._known: dict[str, Resolved] = {}
        self._spellings: dict[str, str] | None = None

    def resolve(self, label: str) -> Resolved:
        """Return who ``label`` is, as the page has it, with what follows it up to the colon."""
        known = self._known.get(label)
        if known is None:
            known = self._known[label] = self._resolve(" ".join(label.split()).strip(" *_:.—–-"))
        return known

    def _resolve(self, label: str) -> Resolved:
        named, _, after = _PARENTHESIS.sub("", label).partition(",")
        named = named.strip(" .*_")
        if is_question_label(named):
            return Resolved(asker_of(named), None, False)
        if named.lower().rstrip("0123456789") == "a":
            return self._who_answers()
        titled = COURTESY.match(named)
        rest = named[titled.end() :] if titled else named
        if _NUMBERED.fullmatch(rest):
            return Resolved(_as_written(rest), None, False)
        office = OFFICES.match(rest) or _BODYS_OFFICE.match(rest)
        surname = rest[office.end() :].strip() if office else rest
        role = _as_written(office[0].strip().removeprefix("THE ").removeprefix("The ")) if office else None
        if after.strip():
            role = _as_written(after.strip())
        if not surname:
            return self._by_office(role or "")
        found = self._person(surname, role, alone=bool(titled or office) or " " not in surname)
        if found is not None:
            return Resolved(self._spelled(found.name), found.role or role, True)
        is_group = not titled and not office and _is_description(surname)
        return Resolved(self._spelled(surname), role, not is_group)

    def _who_answers(self) -> Resolved:
        """Whom an interview answers for, as its title names one person; nobody by name where it does not."""
        people = self._heading.everybody()
        return people[0] if len(people) == 1 else Resolved(ANSWERER, None, False)

    def in_full(self, speaker: Resolved) -> Resolved:
        """Return ``speaker`` with the full name and the role that the page gives, where it names one such person."""
        if speaker.role and " " in speaker.name:
            return speaker
        found = self._person(speaker.name, speaker.role, alone=True)
        return Resolved(found.name, speaker.role or found.role, True) if found else speaker

    def _person(self, surname: str, role: str | None, *, alone: bool) -> Resolved | None:
        for cast in (self._heading, self._cast):
            people = cast.people_named(surname)
            if len(people) == 1 or (people and alone and cast is self._heading):
                return cast.shown(people[0])
            fitting = [person for person in map(cast.shown, people) if role and role in (person.role or "")]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _by_office(self, office: str) -> Resolved:
        fitting = [person for person in self._heading.everybody() if _holds(person.role, office)]
        if len(fitting) == 1:
            return fitting[0]
        return Resolved(f"the {office}" if office else ASKER, None, False)

    def _spelled(self, name: str) -> str:
        """``name`` as the text writes it outside of labels, where the label is in capitals."""
        if not name.isupper() and not _SCOTTISH.search(name):
            return name
        if self._spellings is None:
            self._spellings = {}
            for match in _MIXED.finditer(self._text):
                self._spellings.setdefault(match[0].casefold(), match[0])
        return " ".join(self._spellings.get(word.casefold()) or _as_written(word) for word in name.split())


def _holds(role: str | None, office: str) -> bool:
    """Tell whether a role is that office: "U.S. President" is "President", "Vice President" is not."""
    if not role or not office:
        return False
    words, wanted = role.casefold().split(), office.casefold().split()
    ends = words[-len(wanted) :] == wanted
    return ends and words[-len(wanted) - 1 : -len(wanted)] != ["vice"]


def _is_description(words: str) -> bool:
    lowered = words.lower().split()
    return bool(DESCRIBING.intersection(lowered))


def _as_written(words: str) -> str:
    """Words in capitals with their initials alone in capitals."""
    if not words.isupper():
        return words
    lowered = words.lower()
    spelled = _CAPITAL_AFTER.sub(lambda match: match[0].upper(), lowered)
    return " ".join(
        written if _ACRONYM.fullmatch(written) else word.lower() if word.lower() in _SMALL else word
        for word, written in zip(spelled.split(), words.split(), strict=True)
    )

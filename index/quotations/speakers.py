"""Speakers: one person across documents and spellings, two people of one surname two.

A key is made of the terms of a name, so that "Zelenskyy" and "Zelensky" are one, with the given name brought to one form
("Joe" and "Joseph"). A surname alone is given to the one person who has it and, where several do, to the one in that office.
"""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from index.errors import QueryError
from index.language.english.grammar.tagging import SUFFIXES
from index.language.english.people.callings import calling_of
from index.language.english.people.name_parts import PARTICLES, initials_between
from index.language.english.people.office_words import words_of_offices
from index.language.english.people.titles import COURTESY, SHORT_TITLES
from index.language.findings import Gender
from index.language.tokens import Analyzer, data_lines, fold
from index.model import Speaker
from index.quotations.speaker_groups import SpeakerGroup, group_speakers, is_meant, sound_of
from index.quotations.storage import count_speakers
from index.search.searcher import Searcher

_NAMES_COMPARED = 3_000
"""Names that one which nobody has is compared with; chosen: a bound on the work."""
_WORDS_COMPARED = 8
"""Words of what was typed that are compared with names: a name has no more."""
_OFFERED = 3
"""Names that are offered where the one asked for is not there; chosen: what fits a line."""
_MUCH_ALIKE = 0.8
"""Likeness from which words of other first letters are near; chosen: "Khalid" and "Halid" are, "Epstein" and "Western" not."""
_LETTERS = re.compile(r"[^\W\d_]+")
_BEGINNING = 3
"""Letters from which the beginning of a name is enough."""
_SHORT_WORD = 2
"""Letters of a word that is too short to tell a name by: "de", "of"."""
_COURTESY = re.compile(
    rf"^\W*(?:(?:{'|'.join({*COURTESY, *SHORT_TITLES})})\.?\s+){{1,2}}(?=\w)", re.IGNORECASE
)
_JOINED = re.compile(r"&|\b(?:and|or)\b")
"""What stands between the names of several and in no name of one person: "Yoon and Joseph R. Biden" is not another Biden."""


class SpeakerKeys:
    """Makes the keys of speakers. Holds the forms of given names; safe to share between threads."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._given = _given_names()

    def key(self, name: str, *, person: bool, role: str | None = None, gender: Gender | None = None) -> str:
        """Return the key of ``name``; of a ``person`` given name and surname count, initials in between, and what ``role`` and
        a courtesy title tell of whose name it is."""
        words = [word for word in name.split() if word not in SUFFIXES] or name.split()
        if person and len(words) > 1 and words[0] in PARTICLES:
            # "von der Linden" is a surname and nothing before it.
            words = words[-1:]
        joined = _JOINED.search(name) is not None
        if not person or not words or joined:
            # Several together are nobody's fuller name: "France and Germany" is not Germany.
            together = "+" if joined or "," in name else " "
            return together.join(self._analyzer.terms(name)) or fold(name)
        # The parts of one word are one: "Geun-hye" and "Chung-hee" differ in the first.
        surname = "".join(self._analyzer.terms(words[-1])) or fold(words[-1])
        if len(words) == 1:
            office = "-".join(sorted(words_of_offices([role or ""])))
            return f"{surname}{f':{gender}' if gender else ''}{f'@{office}' if office else ''}"
        folded = fold(words[0])
        terms = self._analyzer.terms(words[0])
        # "Jens" is no plural.
        plain = terms[0] if terms and f"{terms[0]}s" != folded else folded
        given = self._given.get(folded, plain)
        between, calling = initials_between(name.split()), calling_of(role or "")
        return f"{given}{'.' * bool(between)}{between}{f'/{calling}' if calling else ''} {surname}"

    def terms(self, name: str) -> frozenset[str]:
        """Return the terms of ``name``."""
        return self._analyzer.terms_of_name(name)


@cache
def _given_names() -> Mapping[str, str]:
    return {fold(form): fold(forms[0]) for forms in data_lines("given_names.txt") for form in forms}


def speakers_within(searcher: Searcher, collections: tuple[str, ...]) -> tuple[SpeakerGroup, ...]:
    """Return the speakers whom the documents of ``collections`` quote, most quoted first."""
    return searcher.kept(
        ("speakers", collections), lambda: group_speakers(count_speakers(searcher.db, collections))
    )


def known_speakers(
    groups: Sequence[SpeakerGroup], keys: SpeakerKeys, wanted: str
) -> tuple[SpeakerGroup, ...]:
    """Return the speakers whose name holds every word of ``wanted``, or whose role and name together do; else those whose name
    is that in another transliteration, else those with a word that begins so. A courtesy title before it is no part of it."""
    wanted = _COURTESY.sub("", wanted)
    terms = keys.terms(wanted)
    exact = keys.key(wanted, person=True)
    found = [group for group in groups if any(is_meant(exact, key) for key in group.keys)]
    if not found and terms:
        found = [group for group in groups if any(terms <= keys.terms(name) for name in group.names)]
    if not found and terms:
        found = [group for group in groups if terms <= _described(group, keys)]
    if not found and terms:
        sounding = set(sound_of(wanted).split())
        found = [
            group for group in groups if any(sounding <= set(sound_of(name).split()) for name in group.names)
        ]
    typed = fold(wanted).strip()
    if not found and len(typed) >= _BEGINNING:
        found = [group for group in groups if any(f" {typed}" in f" {fold(name)}" for name in group.names)]
    return tuple(found)


def find_speakers(
    groups: Sequence[SpeakerGroup], keys: SpeakerKeys, wanted: str, is_named: Callable[[], bool] = bool
) -> tuple[SpeakerGroup, ...]:
    """Return the same speakers. Raises QueryError, with the names written most alike, when there is none.

    ``is_named`` tells whether the documents hold the name, whoever it is of.
    """
    found = known_speakers(groups, keys, wanted)
    if not found:
        near = nearest_names(wanted, [group.speaker.name for group in groups])
        most = [group.speaker.name for group in groups[:_OFFERED] if group.speaker.name[:1].isupper()]
        though = ", though the documents hold that name" if is_named() else ""
        ending = f"; the nearest names are: {', '.join(near)}" if near else ""
        if most and not near:
            ending = f"; quoted most are: {', '.join(most)}"
        raise QueryError(f"Nobody named {wanted[:60]!r} is quoted{though}{ending}.")
    return found


def nearest_names(wanted: str, names: Sequence[str]) -> list[str]:
    """Return up to three names one of whose words is written much like one of the words of ``wanted``: with its first letter, or
    nearly all of its letters."""
    holding: dict[str, str] = {}
    for name in names[:_NAMES_COMPARED]:
        for word in fold(name).split():
            holding.setdefault(word, name)
    typed_words = fold(wanted).split()[:_WORDS_COMPARED]
    long = [typed for typed in typed_words if len(typed) > _SHORT_WORD + 1] or typed_words
    near = (
        word
        for typed in long
        for word in difflib.get_close_matches(typed, holding, n=_OFFERED, cutoff=0.7)
        if word[0] == typed[0] or difflib.SequenceMatcher(None, typed, word).ratio() >= _MUCH_ALIKE
    )
    return list(dict.fromkeys(holding[word] for word in near))[:_OFFERED]


def _described(group: SpeakerGroup, keys: SpeakerKeys) -> set[str]:
    return {term for words in (*group.names, *group.roles) for term in keys.terms(words)}


def names_by_key(groups: Sequence[SpeakerGroup]) -> Mapping[str, Speaker]:
    """Return the speaker that each key means."""
    return {key: group.speaker for group in groups for key in group.keys}

"""Speakers: one person across documents and spellings, two people of one surname two.

A key is made of the terms of a name, so that "Zelenskyy" and "Zelensky" are one, with the given name brought to one form
("Joe" and "Joseph"). A surname alone is given to the one person who has it and, where several do, to the one in that office.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.errors import QueryError
from index.language.english.people.name_parts import PARTICLES
from index.language.tokens import Analyzer, data_lines, fold
from index.model import Speaker
from index.quotations.storage import SpeakerCount, count_speakers
from index.search.searcher import Searcher

_NAMES_COMPARED = 3_000
"""Names that one which nobody has is compared with; chosen: a bound on the work."""
_WORDS_COMPARED = 8
"""Words of what was typed that are compared with names: a name has no more."""
_OFFERED = 3
"""Names that are offered where the one asked for is not there; chosen: what fits a line."""
_LETTERS = re.compile(r"[^\W\d_]+")
_BEGINNING = 3
"""Letters from which the beginning of a name is enough."""
_SHORT_WORD = 2
"""Letters of a word that is too short to tell a name by: "de", "of"."""
_EVERYBODYS = frozenset("former deputy vice acting senior top chief the and for general national".split())
"""Words of roles that say nothing of whose role it is."""


class SpeakerKeys:
    """Makes the keys of speakers. Holds the forms of given names; safe to share between threads."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._given = _given_names()

    def key(self, name: str, *, person: bool) -> str:
        """Return the key of ``name``; of a ``person`` only given name and surname count."""
        words = name.split()
        if person and len(words) > 1 and words[0] in PARTICLES:
            # "von der Linden" is a surname and nothing before it.
            words = words[-1:]
        if person and words:
            # The parts of one word are one: "Geun-hye" and "Chung-hee" differ in the first.
            surname = "".join(self._analyzer.terms(words[-1])) or fold(words[-1])
            if len(words) == 1:
                return surname
            given = self._analyzer.terms(words[0])
            return f"{self._given.get(fold(words[0]), given[0] if given else fold(words[0]))} {surname}"
        return " ".join(self._analyzer.terms(name)) or fold(name)

    def terms(self, name: str) -> frozenset[str]:
        """Return the terms of ``name``."""
        return self._analyzer.terms_of_name(name)


@cache
def _given_names() -> Mapping[str, str]:
    return {fold(form): fold(forms[0]) for forms in data_lines("given_names.txt") for form in forms}


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
    _join_spellings(groups)
    _join_surnames(groups)
    return tuple(sorted(groups.values(), key=lambda group: (-group.quotations, group.speaker.name)))


def speakers_within(searcher: Searcher, collections: tuple[str, ...]) -> tuple[SpeakerGroup, ...]:
    """Return the speakers whom the documents of ``collections`` quote, most quoted first."""
    return searcher.kept(
        ("speakers", collections), lambda: group_speakers(count_speakers(searcher.db, collections))
    )


def known_speakers(
    groups: Sequence[SpeakerGroup], keys: SpeakerKeys, wanted: str
) -> tuple[SpeakerGroup, ...]:
    """Return the speakers whose name holds every word of ``wanted``, or whose role and name together do; else those whose name
    is that in another transliteration, else those with a word that begins so."""
    terms = keys.terms(wanted)
    exact = keys.key(wanted, person=True)
    found = [group for group in groups if exact in group.keys and " " in exact]
    if not found and terms:
        found = [group for group in groups if any(terms <= keys.terms(name) for name in group.names)]
    if not found and terms:
        found = [group for group in groups if terms <= _described(group, keys)]
    if not found and terms:
        sounding = set(_sounds(wanted).split())
        found = [
            group for group in groups if any(sounding <= set(_sounds(name).split()) for name in group.names)
        ]
    typed = fold(wanted).strip()
    if not found and len(typed) >= _BEGINNING:
        found = [group for group in groups if any(f" {typed}" in f" {fold(name)}" for name in group.names)]
    return tuple(found)


def find_speakers(groups: Sequence[SpeakerGroup], keys: SpeakerKeys, wanted: str) -> tuple[SpeakerGroup, ...]:
    """Return the same speakers. Raises QueryError, with the nearest names, when there is none."""
    found = known_speakers(groups, keys, wanted)
    if not found:
        near = nearest_names(wanted, [group.speaker.name for group in groups])
        offered = near or [group.speaker.name for group in groups[:_OFFERED]]
        ending = f"; the nearest names are: {', '.join(offered)}" if offered else ""
        raise QueryError(f"Nobody named {wanted[:60]!r} is quoted{ending}.")
    return found


def nearest_names(wanted: str, names: Sequence[str]) -> list[str]:
    """Return up to three names one of whose words is written much like one of the words of ``wanted``."""
    holding: dict[str, str] = {}
    for name in names[:_NAMES_COMPARED]:
        for word in fold(name).split():
            holding.setdefault(word, name)
    near = (
        word
        for typed in fold(wanted).split()[:_WORDS_COMPARED]
        for word in difflib.get_close_matches(typed, holding, n=_OFFERED, cutoff=0.7)
    )
    return list(dict.fromkeys(holding[word] for word in near))[:_OFFERED]


def _join_spellings(groups: dict[str, SpeakerGroup]) -> None:
    """Join full names that are one in another transliteration, or with an initial for the given name, where no role speaks
    against it."""
    spelled: dict[str, list[str]] = {}
    for key in groups:
        if " " in key:
            spelled.setdefault(_sounds(key), []).append(key)
    for first, *others in spelled.values():
        for key in others:
            if _agree(groups[first], groups[key]):
                groups[first].join(groups.pop(key))
    by_surname: dict[str, list[str]] = {}
    for key in groups:
        if " " in key:
            by_surname.setdefault(_sounds(key.rpartition(" ")[2]), []).append(key)
    for keys in by_surname.values():
        for key in [key for key in keys if len(key.partition(" ")[0]) == 1]:
            full = [
                other
                for other in keys
                if other != key
                and other in groups
                and other[0] == key[0]
                and len(other.partition(" ")[0]) > 1
            ]
            if len(full) == 1 and _agree(groups[full[0]], groups[key]):
                groups[full[0]].join(groups.pop(key))


_SOUNDS = (
    (re.compile("kh"), "h"), (re.compile("gh"), "k"), (re.compile(r"\biu"), "yu"),
    (re.compile("zh|dj|dzh"), "j"), (re.compile("ph"), "f"),
    (re.compile("ck|q"), "k"), (re.compile("x"), "ks"), (re.compile("tch|tsch|cz"), "ch"), (re.compile("sch|sz"), "sh"),
    (re.compile("w"), "v"), (re.compile("ou|oo"), "u"), (re.compile("yo|io|jo"), "o"), (re.compile("ya|ia|ja"), "a"),
    (re.compile("(?:[iyj]+)(?= |$)"), "y"), (re.compile("e[iy]|a[iy]"), "ay"), (re.compile("[iyj]e"), "e"),
    (re.compile("(.)\\1+"), r"\1"),
)  # fmt: skip
"""How one name of another script is written in Latin letters, brought to one form: "Zelenskiy" and "Zelensky", "Yusuf" and
"Yousuf". After the systems of BGN/PCGN and of news agencies."""


def _sounds(name: str) -> str:
    """Return ``name`` with the letters that transliterations differ in brought to one form."""
    folded = fold(name)
    for pattern, form in _SOUNDS:
        folded = pattern.sub(form, folded)
    return folded


def _agree(one: SpeakerGroup, other: SpeakerGroup) -> bool:
    """Tell whether the roles of two speakers may be one person's: one has none, or they share a word that says what he is."""
    first, second = _offices(one), _offices(other)
    return not first or not second or bool(first & second)


def _offices(group: SpeakerGroup) -> set[str]:
    return {
        word
        for role in group.roles
        for word in _LETTERS.findall(fold(role))
        if len(word) > _SHORT_WORD and word not in _EVERYBODYS
    }


def _join_surnames(groups: dict[str, SpeakerGroup]) -> None:
    full: dict[str, list[SpeakerGroup]] = {}
    for key, group in groups.items():
        if " " in key:
            full.setdefault(key.rpartition(" ")[2], []).append(group)
    for surname in [key for key in groups if key in full]:
        owner = _owner(groups[surname], full[surname])
        if owner is not None:
            owner.join(groups.pop(surname))


def _owner(alone: SpeakerGroup, candidates: Sequence[SpeakerGroup]) -> SpeakerGroup | None:
    """Return who a surname alone means: the only one who has it and whose roles agree, else the only one in its office."""
    if len(candidates) == 1:
        return candidates[0] if _agree(alone, candidates[0]) else None
    role = alone.roles.most_common(1)[0][0] if alone.roles else None
    office = [group for group in candidates if role and role in group.roles]
    return office[0] if len(office) == 1 else None


def _described(group: SpeakerGroup, keys: SpeakerKeys) -> set[str]:
    return {term for words in (*group.names, *group.roles) for term in keys.terms(words)}


def names_by_key(groups: Sequence[SpeakerGroup]) -> Mapping[str, Speaker]:
    """Return the speaker that each key means."""
    return {key: group.speaker for group in groups for key in group.keys}

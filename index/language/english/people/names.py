"""Names of people, places and organisations in news prose, told by their capitals.

A capital at the beginning of a sentence says nothing, so a word there is a name only when it is a country's, or when the same
text has it with a capital elsewhere. A surname stands for the full name that the text gives: "Putin" for "Vladimir Putin".
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from index.language.english.calendar_words import MONTH_NAMES, SHORT_MONTHS, WEEKDAY_NAMES
from index.language.english.people.titles import OFFICES, SHORT_TITLES
from index.language.findings import PlacedName
from index.language.tokens import data_lines
from index.model import Sentence, Span

_CAPITALISED = re.compile(r"(?<![\w’'-])(?:(?:[^\W\d_a-z]\.){2,}|[^\W\d_a-z][\w’'-]*)")
_LETTER = re.compile(r"\w")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_WIDEST_GAP = 9
"""Characters between two parts of one name: " of the " and one more."""
_JOINTS = frozenset("of de del da di du la le al el bin ibn von van der den ter ben abu".split())
_TITLES = frozenset(
    """Prime Foreign Defense Defence State Admiral Special Envoy Deputy Spokesman Spokeswoman Spokesperson Chairwoman Press
    Supreme National Security Adviser Advisor""".split()
) | {*SHORT_TITLES, *OFFICES}
_BODIES = frozenset(
    """States Republic Kingdom Ministry Department Committee Council House Board Bank University Union Court Academy
    Institute League Federation Emirates Organization Organisation Conference Congress Office Chamber""".split()
)
"""Words after which "of" goes on with a name: "Federal Republic of Germany", but not "Ilse Brandt of Norland"."""
_NO_NAMES = (
    frozenset(
        """I Christmas Easter Thanksgiving English Today Yesterday Tomorrow Tonight First God TV PM Well Okay Yeah Thanks Thank
        Look Yes Please Hello Mr Madam""".split()
    )
    | {word.capitalize() for word in (*MONTH_NAMES, *SHORT_MONTHS, *WEEKDAY_NAMES)}
    | {word.capitalize() for line in data_lines("stop_words.txt") for word in line if len(word) > 1}
    | {"A", "Us"}
)
COUNTRIES = frozenset(word for line in data_lines("countries.txt") for word in line)
"""The words of names of countries."""
_DEMONYM = re.compile(
    r"(?:[a-z]ian|[a-z]ean|[aeiou]can|ish|ese|raeli|Iraqi|Saudi|French|German|Dutch|Greek|Czech|Afghan|Thai|Arab)s?\Z"
)
_PAIR = re.compile(r"[^\W\d_]{4,}-[^\W\d_]{4,}\Z")
_SUBJECT_BEFORE = re.compile(
    r"\W*(?:(?:and|but|then|also|later|on|in|at|after|before)\s+)*(?:he|she|they|it|we|who|which|that|said|told|was|were|has|had"
    r"|have|will|would|(?:\w+\s+)?[a-z]+ed)\b",
    re.IGNORECASE,
)
_LONGEST = 60
"""Characters of a name; chosen: what is longer is a heading."""
_MOST = 8
"""Names kept of one sentence: a list of signatories is no event of each of them."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name as it stands; ``first_word`` when only the beginning of a sentence may have given it its capital.

    ``after_joint`` is what remains of it then: "Norland" of "Envoys of Norland".
    """

    name: str
    first_word: bool
    start: int
    after_joint: str | None = None


def names_in_sentences(text: str, sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], ...]:
    """Return the names in each sentence, in order, each once, in the fullest form that the text gives."""
    return tuple(
        tuple(dict.fromkeys(item.name for item in names))[:_MOST] for names in placed_names(text, sentences)
    )


def placed_names(text: str, sentences: Sequence[Sentence]) -> tuple[tuple[PlacedName, ...], ...]:
    """Return the names in each sentence, in order, in the fullest form that the text gives, and where they stand."""
    mentions = [tuple(_mentions(text, sentence)) for sentence in sentences]
    certain = {mention.name for found in mentions for mention in found if not mention.first_word}
    full = _full_names(certain)
    known = certain | full.keys() | COUNTRIES
    return tuple(
        tuple(
            PlacedName(full.get(name, name), mention.start)
            for mention in found
            if (name := _certain_name(mention, known)) is not None
        )
        for found in mentions
    )


def names_of_clause(text: str, names: Sequence[PlacedName], clause: Span) -> tuple[str, ...]:
    """Return the names that stand in a clause, each once.

    Those of its whole sentence where it has none and leaves its subject to the words before it: "they met on Thursday".
    """
    inside = [item.name for item in names if clause[0] <= item.start < clause[1]]
    if not inside and _SUBJECT_BEFORE.match(text, *clause):
        inside = [item.name for item in names]
    return tuple(dict.fromkeys(inside))[:_MOST]


def _certain_name(mention: _Mention, known: Set[str]) -> str | None:
    return mention.name if not mention.first_word or mention.name in known else mention.after_joint


def _mentions(text: str, sentence: Sentence) -> list[_Mention]:
    words = [
        word
        for word in _CAPITALISED.finditer(text, sentence.start, sentence.end)
        if word.group()[0].isupper()
    ]
    if not words or _shouts(words, sentence):
        return []
    begins = not _LETTER.search(text, sentence.start, words[0].start())
    mentions = []
    place = 0
    while place < len(words):
        last = _end_of_run(text, words, place)
        first = _skip_titles(words, place, last)
        name = _name(text, words[first:last]) if first < last else None
        if name is not None:
            doubtful = begins and first == 0 and (last == 1 or _gap(text, words[0], words[1]) in _JOINTS)
            rest = _name(text, words[1:last]) if doubtful and last > 1 else None
            mentions.append(_Mention(name, doubtful, words[first].start(), rest))
        place = last
    return mentions


def _skip_titles(words: Sequence[re.Match[str]], first: int, last: int) -> int:
    """Return the place of the first word of a run that is no title, nor a nationality before one: "Russian President"."""
    place = first
    while place < last:
        word = words[place].group().rstrip(".")
        titled = place + 1 < last and words[place + 1].group().rstrip(".") in _TITLES
        if not (word in _TITLES or word in _NO_NAMES or (titled and _DEMONYM.search(word))):
            break
        place += 1
    return place


def _is_no_name(word: str) -> bool:
    plain = word.replace("’", "'")
    return plain in _NO_NAMES or plain.startswith("I'")


def _end_of_run(text: str, words: Sequence[re.Match[str]], place: int) -> int:
    """Return the place behind a run of capitalised words, joined by a space or by a word such as "of"."""
    last = place + 1
    while last < len(words):
        before, word = words[last - 1].group(), words[last].group()
        gap = _gap(text, words[last - 1], words[last])
        if gap is None or _is_no_name(word) or _is_no_name(before) or before.endswith(_POSSESSIVES):
            break
        if gap == "of" and last - place > 1 and before not in _BODIES:
            break
        last += 1
    return last


def _gap(text: str, first: re.Match[str], second: re.Match[str]) -> str | None:
    """Return what joins two words of a name: nothing, or one of the joints; None when they do not touch."""
    if second.start() - first.end() > _WIDEST_GAP:
        return None
    gap = text[first.end() : second.start()]
    if gap == " " or (gap == ". " and first.group() in _TITLES):
        return ""
    joint = gap.strip(" ")
    return joint if set(joint.split(" ")) <= _JOINTS and gap == f" {joint} " else None


def _name(text: str, words: Sequence[re.Match[str]]) -> str | None:
    """Return the name that the words make up, None when they make up none."""
    name = _POSSESSIVE.sub("", " ".join(text[words[0].start() : words[-1].end()].split()))
    alone = len(words) == 1 and (bool(_DEMONYM.search(name)) or bool(_PAIR.match(name)))
    return None if alone or name in _TITLES or not 2 <= len(name) <= _LONGEST else name


def _full_names(certain: set[str]) -> dict[str, str]:
    """Return surname to full name, where the text has just one full name that ends in it."""
    candidates: dict[str, set[str]] = {}
    for name in certain:
        words = name.split()
        if 2 <= len(words) <= 4 and not _JOINTS & set(words):
            candidates.setdefault(words[-1], set()).add(name)
    return {surname: next(iter(names)) for surname, names in candidates.items() if len(names) == 1}


def _shouts(words: Sequence[re.Match[str]], sentence: Sentence) -> bool:
    """Whether a sentence is written in capitals for the most part, where they say nothing."""
    loud = sum(len(word.group()) + 1 for word in words if word.group().isupper())
    return loud > (sentence.end - sentence.start) / 2

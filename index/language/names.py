"""Names of people, places and organisations in news prose, told by their capitals.

A capital at the beginning of a sentence says nothing, so a word there is a name only when the same text has it with a
capital elsewhere. A surname stands for the full name that the text gives: "Putin" for "Vladimir Putin".
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from index.language.tokens import data_lines
from index.model import Sentence

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w’'-]*")
_JOINTS = frozenset("of de del da di du la le al el bin ibn von van der den ter ben abu".split())
_TITLES = frozenset(
    """President Vice Prime Minister Foreign Defense Defence Secretary State Senator Sen Representative Rep Congressman
    Congresswoman Governor Gov General Gen Colonel Col Admiral Captain Ambassador Special Envoy Chancellor King Queen
    Prince Princess Pope Mr Mrs Ms Dr Sir Professor Prof Chief Deputy Speaker Spokesman Spokeswoman Spokesperson Director
    Chairman Chairwoman Leader Press Judge Justice Chief Supreme National Security Adviser Advisor""".split()
)
_BODIES = frozenset(
    """States Republic Kingdom Ministry Department Committee Council House Board Bank University Union Court Academy
    Institute League Federation Emirates Organization Organisation Conference Congress Office Chamber""".split()
)
"""Words after which "of" goes on with a name: "Federal Republic of Germany", but not "Ilse Brandt of Norland"."""
_NO_NAMES = (
    frozenset(
        """I January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Thanksgiving English
    God I'm I'll I've TV PM""".split()
    )
    | {word.capitalize() for line in data_lines("stop_words.txt") for word in line if len(word) > 1}
    | {"A", "Us"}
)
_DEMONYM = re.compile(
    r"(?:[a-z]ian|[a-z]ean|[aeiou]can|ish|ese|raeli|Iraqi|Saudi|French|German|Dutch|Greek|Czech|Afghan|Thai|Arab)s?\Z"
)
_PAIR = re.compile(r"[^\W\d_]{4,}-[^\W\d_]{4,}\Z")
_LONGEST = 60
_MOST = 8
"""Names kept of one sentence: a list of signatories is no event of each of them."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name as it stands; ``first_word`` when only the beginning of a sentence may have given it its capital.

    ``after_joint`` is what remains of it then: "Norland" of "Envoys of Norland".
    """

    name: str
    first_word: bool
    after_joint: str | None = None


def names_in_sentences(text: str, sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], ...]:
    """Return the names in each sentence, in order, each once, in the fullest form that the text gives."""
    mentions = [tuple(_mentions(text, sentence)) for sentence in sentences]
    certain = {mention.name for found in mentions for mention in found if not mention.first_word}
    full = _full_names(certain)
    known = certain | full.keys()
    return tuple(
        tuple(
            dict.fromkeys(
                full.get(name, name)
                for mention in found
                if (name := _certain_name(mention, known)) is not None
            )
        )[:_MOST]
        for found in mentions
    )


def _certain_name(mention: _Mention, known: Set[str]) -> str | None:
    return mention.name if not mention.first_word or mention.name in known else mention.after_joint


def _mentions(text: str, sentence: Sentence) -> list[_Mention]:
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    if _shouts(words):
        return []
    mentions = []
    place = 0
    while place < len(words):
        if not _is_capitalised(words[place].group()):
            place += 1
            continue
        last = _end_of_run(text, words, place)
        first = _skip_titles(words, place, last)
        name = _name(text, words[first:last]) if first < last else None
        if name is not None:
            joint = next((n for n in range(first, last) if words[n].group() in _JOINTS), last)
            doubtful = first == 0 and joint == 1
            rest = _name(text, words[joint + 1 : last]) if doubtful and joint + 1 < last else None
            mentions.append(_Mention(name, doubtful, rest))
        place = last
    return mentions


def _skip_titles(words: Sequence[re.Match[str]], first: int, last: int) -> int:
    """Return the place of the first word of a run that is no title, nor a nationality before one: "Russian President"."""
    place = first
    while place < last:
        word = words[place].group().rstrip(".")
        titled = place + 1 < last and words[place + 1].group().rstrip(".") in _TITLES
        behind_title = place > first and word in _JOINTS
        if word in _TITLES or word in _NO_NAMES or behind_title or (titled and _DEMONYM.search(word)):
            place += 1
            continue
        break
    return place


def _end_of_run(text: str, words: Sequence[re.Match[str]], place: int) -> int:
    """Return the place behind a run of capitalised words, joints such as "of" between them included."""
    last = place + 1
    while last < len(words):
        if not _touches(text, words[last - 1], words[last]) or _ends_possessive(words[last - 1].group()):
            break
        if words[last].group() in _NO_NAMES or words[last - 1].group() in _NO_NAMES:
            break
        if _is_capitalised(words[last].group()):
            last += 1
            continue
        joined = (
            last + 1 < len(words)
            and words[last].group() in _JOINTS
            and _touches(text, words[last], words[last + 1])
        )
        if not (joined and _is_capitalised(words[last + 1].group())):
            break
        if words[last].group() == "of" and last - place > 1 and words[last - 1].group() not in _BODIES:
            break
        last += 2
    return last


def _name(text: str, words: Sequence[re.Match[str]]) -> str | None:
    """Return the name that the words make up, None when they make up none."""
    start, end = words[0].start(), words[-1].end()
    name = re.sub(r"['’]s?\Z", "", " ".join(text[start:end].split()))
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


def _is_capitalised(word: str) -> bool:
    return word[0].isupper()


def _ends_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def _touches(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    gap = text[first.end() : second.start()]
    return gap == " " or (gap == ". " and first.group() in _TITLES)


def _shouts(words: Sequence[re.Match[str]]) -> bool:
    """Whether a sentence is written in capitals throughout, where they say nothing."""
    return sum(word.group().isupper() and len(word.group()) > 1 for word in words) > len(words) / 2

"""The words of a sentence with their letters and terms."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.language.english.grammar.word_classes import word_class

_TOKEN = re.compile(
    r"[^\W_]+(?:[-‐‑.][^\W_]+)*(?:['’](?![sS]\b)[^\W\d_]+)*|['’][sS]?\b|['’](?=\s)|[^\w\s]"  # words, 's, marks
)
_LONGEST = 4_000
"""Characters of a sentence that are read."""
_STOP_VERB_CLASSES = frozenset("vJKLM")
_STOP_PARTICIPLES = {"given": "give", "made": "make", "got": "get"}
_APOSTROPHES = frozenset("'’")
_ENDS = frozenset(".?!;")
BEFORE_VERB = 4
"""Words before a verb in which the last of its subject stands, and letters of a name that no verb in -s has; chosen."""


class Word(NamedTuple):
    """A word or mark of a sentence: as written, its letter (see ``word_classes``), its terms, whether 's follows, where it starts
    in the text, and in small letters."""

    text: str
    tag: str
    terms: tuple[str, ...]
    owner: bool
    start: int
    lower: str

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name is; some scripts write no capitals."""
        return self.tag == "N" and self.text[0].isupper()


Words = Sequence[Word]
TermsOf = Callable[[str], tuple[str, ...]]


def read_words(text: str, terms_of: TermsOf) -> tuple[Word, ...]:
    """Return the words and marks of ``text``, of which the first 4,000 characters are read; ``terms_of`` gives a word's terms."""
    found: list[Word] = []
    matches = list(_TOKEN.finditer(text, 0, _LONGEST))
    opens = True
    for place, match in enumerate(matches):
        word = match.group()
        if word[0] in _APOSTROPHES:
            continue
        end = match.end()
        owner = text[end : end + 1] in _APOSTROPHES and place + 1 < len(matches)
        tag = _opening(word, matches, place) if opens else word_class(word)
        terms = terms_of(word) if word[0].isalnum() else ()
        if not terms and tag in _STOP_VERB_CLASSES:
            # "gets" and "give" are stop words, and verbs all the same.
            terms = (_STOP_PARTICIPLES.get(word.lower(), word.lower().removesuffix("s")),)
        found.append(Word(word, tag, terms, owner, match.start(), word.lower()))
        opens = word in _ENDS
    return tuple(found)


def _opening(word: str, matches: Sequence[re.Match[str]], place: int) -> str:
    """Return the letter of a word whose capital letter may only open the sentence: a plural or a known noun is no name."""
    small = word_class(word.lower())
    if small not in "n":
        return small
    if word[0].isupper() and not (word.endswith("s") and len(word) > BEFORE_VERB):
        return "N"
    return "N" if place + 1 < len(matches) and matches[place + 1].group()[0].isupper() else small

"""Words to terms: the same analysis for documents and for questions.

A term is a word with case and accents folded, spellings of one name made one, and its Snowball stem. Each word is
normalised by itself, so the spans stay those of the text as it was given. Where a script puts no space between words, each two
letters side by side are a term.

The stems are those of the language whose letters a word has; for words in Cyrillic, Snowball's Russian where no language that
is known is written so (https://snowballstem.org/algorithms/russian/stemmer.html).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import Stemmer

from index.language.patterns import late

if TYPE_CHECKING:
    from index.language.languages import Languages

_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that put no space between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer."""
_UNSPACED = late(rf"(?=[^\W_])[{_SPACELESS}]")
_WORD = re.compile(
    r"(?:[^\W\d_]\.)+(?:[^\W\d_](?![^\W_])|(?<=\.[^\W\d_]\.))(?:['’]s(?![^\W_]))?"  # an acronym with full stops
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)"  # 1,000.5
    r"|\d+(?:[.:]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])"
    # Each of these sets takes a millisecond or two to compile.
    rf"|[^\W_{_SPACELESS}][^\W{_SPACELESS}]*"
    rf"(?:(?:[\u0300-\u036f]+|['’ʼ‘`´][^\W\d_{_SPACELESS}])[^\W{_SPACELESS}]*)*"
    rf"|(?=[^\W_])[{_SPACELESS}]"
)
_POSSESSIVE = re.compile(r"['’ʼ‘`´]s?$")
_INNER_APOSTROPHE = re.compile(r"['’ʼ‘`´]")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|s)$")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_SLAVIC_ENDING = re.compile(r"(?<=[a-z]{2}[bcdfghjklmnpqrstvwxz])(?:iyi|yyi|iy|yi|yy|ij|yj|ii|i)$")
_SURNAME_STEM = re.compile(r"(?:sk|tsk|ck|ln|rn|[a-z]n)$")

# Letters that Unicode does not decompose; й is a letter of its own, not an accented и.
_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_CYRILLIC_SHORT_I = re.compile("и\u0306")

_DATA = Path(__file__).parent / "english" / "data"

_MOST_TERMS, _MOST_NAMES = 200_000, 50_000
"""Words whose terms are remembered, and names: chosen, more than a hundred thousand passages hold of either; about 30 MB."""


class Token(NamedTuple):
    """A word of a text and the term it stands for. ``position`` counts all words, those without a term included."""

    term: str
    start: int
    end: int
    position: int


def data_lines(name: str) -> Iterator[list[str]]:
    """Yield the words of each line of a data file of this package, comments and empty lines left out."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        words = line.split("#", 1)[0].split()
        if words:
            yield words


def fold(word: str) -> str:
    """Return ``word`` in NFKC, without case, accents and combining marks."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    plain = _CYRILLIC_SHORT_I.sub("й", decomposed)
    combining = {char for char in set(plain) if unicodedata.combining(char)}
    if combining:
        plain = "".join(char for char in plain if char not in combining)
    return plain.translate(_STROKED)


def word_starts(text: str) -> list[int]:
    """Return where each word of ``text`` starts: the place in this list is the ``position`` of a token."""
    return [match.start() for match in _WORD.finditer(text)]


@dataclass(frozen=True, slots=True)
class TermWords:
    """What a language says of its words as terms.

    ``spellings`` gives the word that another is written for, folded; two words with a hyphen are one that is written apart.
    ``forms`` gives the term of words that are told from others by their case, as they are written; ``after`` those that are
    such a word behind another, small letters both: the word before, and the form. ``capitalised`` are stop words that are
    another word with a capital. ``stem`` returns the stem of a folded word.
    """

    letters: str
    stop_words: frozenset[str]
    stem: Callable[[str], str]
    spellings: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    capitalised: frozenset[str] = frozenset()


class Analyzer:
    """Turns text into terms. Holds the words of the languages that are known; safe to share between threads."""

    def __init__(self, languages: "Languages | None" = None) -> None:
        """Take the languages that are known; without them, those that come with Parley."""
        if languages is None:
            # What is known rests on English, and that on this module.
            from index.language.known import known_languages

            languages = known_languages()
        self.languages = languages
        held = [language.terms for language in languages.known]
        self._stop_words = frozenset(
            _INNER_APOSTROPHE.sub("", fold(word)) for one in held for word in one.stop_words
        )
        self._spellings = {other: first for one in held for other, first in one.spellings.items()}
        self._openings = frozenset(form.split("-")[0] for form in self._spellings if "-" in form)
        self._forms = {form: term for one in held for form, term in one.forms.items()}
        self._formed = frozenset(self._forms.values())
        self._after = {word: before for one in held for word, before in one.after.items()}
        self._capitalised = frozenset(word for one in held for word in one.capitalised)
        self._stems = [(re.compile(f"[{one.letters}]"), one.stem) for one in held[1:]]
        self._stem_of_others = held[0].stem
        self._cached_terms = lru_cache(maxsize=_MOST_TERMS)(self._terms_of)
        self.terms_of_name = lru_cache(maxsize=_MOST_NAMES)(self._terms_of_name)

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of ``text`` in order, stop words left out.

        A hyphenated word gives its parts. Two words that the spellings write as one ("cease-fire", "cease fire") are one
        token.
        """
        found: list[Token] = []
        terms_of = self._cached_terms
        opening: re.Match[str] | None = None
        for position, match in enumerate(_WORD.finditer(text)):
            word = match.group()
            if opening is not None:
                compound = self._compound(text, opening, match)
                if compound is not None:
                    if found and found[-1].start == opening.start():
                        found.pop()
                    found.append(Token(compound, opening.start(), match.end(), position - 1))
                    opening = None
                    continue
            opening = match if word.lower() in self._openings else None
            if word in self._after:
                before, form = self._after[word]
                if text[max(0, match.start() - len(before) - 1) : match.start()].lower() == f"{before} ":
                    word = form
            if not word.isascii() and _UNSPACED.match(word):
                if (pair := _pair(text, match.start())) is not None:
                    found.append(Token(*pair, position))
                continue
            term = terms_of(word)
            if term is not None:
                start, end = match.span()
                found.append(Token(term, start, end, position))
        return found

    def terms(self, text: str) -> list[str]:
        """Return the terms of ``text`` in order, repeats included."""
        return [token.term for token in self.tokens(text)]

    def term(self, word: str) -> str | None:
        """Return the term of one ``word`` without a hyphen, remembered for the next time; None for a stop word."""
        return self._cached_terms(word)

    def _terms_of_name(self, name: str) -> frozenset[str]:
        """Return the terms of a name or another short text, remembered for the next time."""
        return frozenset(self.terms(name))

    def _compound(self, text: str, opening: re.Match[str], match: re.Match[str]) -> str | None:
        if match.start() - opening.end() != 1 or text[opening.end()] not in "-‐‑ ":
            return None
        target = self._spellings.get(f"{fold(opening.group())}-{fold(match.group())}")
        return None if target is None else self._stem(target)

    def _terms_of(self, word: str) -> str | None:
        if word.islower() and word.isascii() and word.isalpha():
            # So it is for most, and none of what is looked for below stands in it.
            return self._term_of_letters(word)
        form = self._forms.get(_POSSESSIVE.sub("", word))
        if form is not None:
            return form
        # An accent that stands alone is an apostrophe; decomposed, it would be a space.
        folded = fold(word.replace("´", "'"))
        if folded in self._capitalised and word[0].isupper() and not word.isupper():
            return folded
        bare = _INNER_APOSTROPHE.sub("", folded)
        if bare in self._stop_words or not bare:
            return None
        folded = _INNER_APOSTROPHE.sub("", _POSSESSIVE.sub("", folded)).replace(",", "")
        if folded in self._stop_words:
            return None
        ordinal = _ORDINAL.match(folded)
        if ordinal:
            return ordinal[1]
        if "." in folded and not folded[0].isdigit():
            folded = folded.replace(".", "")
        folded = self._spellings.get(folded, folded)
        return self._stem(_transliterated(folded))

    def _term_of_letters(self, word: str) -> str | None:
        """The term of a word of small letters from a to z alone."""
        form = self._forms.get(word)
        if form is not None:
            return form
        if word in self._stop_words:
            return None
        return self._stem(_transliterated(self._spellings.get(word, word)))

    def _stem(self, word: str) -> str:
        if word in self._formed:
            return word
        for letters, stem in self._stems:
            if letters.search(word):
                return stem(word)
        return russian_stem(word) if _CYRILLIC.search(word) else self._stem_of_others(word)


def russian_stem(word: str) -> str:
    """Return Snowball's stem of a Russian word."""
    # A Stemmer object is not safe between threads, and making one is cheap beside the cache of terms.
    return str(Stemmer.Stemmer("russian", 0).stemWord(word))


def _pair(text: str, place: int) -> tuple[str, int, int] | None:
    """Return the term of two letters side by side of a script without spaces, and the span that is its own.

    The last letter of a run is in the pair before it, and has a term alone where it has no letter beside it.
    """
    if _UNSPACED.match(text, place + 1) is None:
        alone = place == 0 or _UNSPACED.match(text, place - 1) is None
        return (fold(text[place]), place, place + 1) if alone else None
    last = _UNSPACED.match(text, place + 2) is None
    return fold(text[place : place + 2]), place, place + (2 if last else 1)


def _transliterated(word: str) -> str:
    """Fold the endings that transliterations of one Slavic surname differ in: Zelenskyy, Zelenskiy, Zelenskij -> zelensky."""
    if word[-1:] not in {"i", "y", "j"}:
        return word
    stem = _SLAVIC_ENDING.sub("", word)
    return stem + "y" if stem != word and _SURNAME_STEM.search(stem) else word

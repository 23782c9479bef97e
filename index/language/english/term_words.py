"""English words as terms: stop words, spellings of one word, names that are told by their case, stems."""

import Stemmer

from index.language.tokens import TermWords, data_lines, fold

# A term that no lower-case pronoun has, so that "US" and "us" differ.
_UNITED_STATES = "u.s"
_FORMS = dict.fromkeys(("US", "USA", "U.S", "U.S.", "U.S.A.", "U.S.A", "u.s.", "u.s", "usa"), _UNITED_STATES)


def english_stem(word: str) -> str:
    """Return Snowball's stem of a folded English word (Porter2, https://snowballstem.org/algorithms/english/stemmer.html)."""
    # A Stemmer object is not safe between threads, and making one is cheap beside the cache of terms.
    return str(Stemmer.Stemmer("english", 0).stemWord(word))


def english_terms() -> TermWords:
    """Read what English says of its words as terms."""
    lines = (*data_lines("inflections.txt"), *data_lines("spellings.txt"))
    return TermWords(
        letters="a-z",
        stop_words=frozenset(word for line in data_lines("stop_words.txt") for word in line),
        stem=english_stem,
        spellings={fold(other): fold(first) for first, *others in lines for other in others},
        forms=_FORMS,
        after={"us": ("the", "US")},
        capitalised=frozenset({"may", "will"}),
    )

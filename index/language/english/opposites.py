"""Words that say the opposite of one another, and whether a text denies what it speaks of."""

import re
from collections.abc import Mapping

from index.language.tokens import Analyzer, data_lines

_DENIAL = re.compile(
    r"\b(?:not|never|no|without|none|nor|neither|except|cannot|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ying)"
    r"|unable|lack(?:s|ed|ing)?)\b|n['’]t\b",
    re.IGNORECASE,
)
_PUT_RIGHT = re.compile(
    r"(?:\bnot|n['’]t)\b[^.;\n]{1,60}?\bbut (?:only )?(?:in|at|on|by|from|with|to|until|for)\b", re.IGNORECASE
)


def is_denied(text: str) -> bool:
    """Tell whether a word of ``text`` denies: "did not sign", "never signed", "refused to sign"."""
    return _DENIAL.search(text) is not None


def is_put_right(text: str) -> bool:
    """Tell whether ``text`` says of something that it is not so, but so: "not on 8 May but on 10 July"."""
    return _PUT_RIGHT.search(text) is not None


def denials(text: str) -> int:
    """Return how many words of ``text`` deny."""
    return sum(1 for _ in _DENIAL.finditer(text))


class Opposites:
    """Which terms say the opposite of which."""

    def __init__(self, terms: Mapping[str, frozenset[str]]) -> None:
        self._terms = terms

    @classmethod
    def read(cls, analyzer: Analyzer) -> "Opposites":
        """Read the pairs that come with Parley."""
        found: dict[str, frozenset[str]] = {}
        for words in data_lines("opposites.txt"):
            middle = words.index("|")
            one = frozenset(term for word in words[:middle] for term in analyzer.terms(word))
            other = frozenset(term for word in words[middle + 1 :] for term in analyzer.terms(word))
            for these, those in ((one, other), (other, one)):
                for term in these:
                    found[term] = found.get(term, frozenset()) | those
        return cls(found)

    def of(self, term: str) -> frozenset[str]:
        """Return the terms that say the opposite of ``term``."""
        return self._terms.get(term, frozenset())

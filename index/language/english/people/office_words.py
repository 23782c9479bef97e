"""The words of roles that say whose role it is."""

import re
from collections.abc import Iterable

from index.language.tokens import fold

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT_WORD = 2
"""Letters of a word that says nothing of what somebody is: "of", "to"."""
_EVERYBODYS = frozenset("former deputy vice acting senior top chief the and for general national".split())
"""Words of roles that say nothing of whose role it is."""
RANKS = frozenset("ambassador gen general dr doctor prof professor adm admiral sir dame".split())
"""What somebody is called beside another office, for life or long: it contradicts none."""
_IN_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "pres": "president", "sec": "secretary", "amb": "ambassador",
    "congressman": "representative", "congresswoman": "representative", "lawmaker": "representative", "premier": "minister",
    "advisor": "adviser", "spokesperson": "spokesman", "spokeswoman": "spokesman", "chairwoman": "chairman", "chair": "chairman",
    "chairperson": "chairman", "pm": "minister", "fm": "minister",
}  # fmt: skip
"""Words of office that say the same."""


def words_of_offices(roles: Iterable[str]) -> frozenset[str]:
    """Return the words of ``roles`` that say what somebody is, each in one form."""
    words = (_IN_FULL.get(word, word) for role in roles for word in _LETTERS.findall(fold(role)))
    return frozenset(word for word in words if len(word) > _SHORT_WORD and word not in _EVERYBODYS)

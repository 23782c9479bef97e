"""What documents are about, as people call it: "the ferry talks", "the Black Sea Grain Initiative", "the salt duties"."""

import re
from collections.abc import Iterator

from index.language.english.grammar.word_classes import word_class
from index.language.patterns import late

LONGEST = 60
"""Characters of what a topic is called at most; chosen: a button of Discord shows 80, and its id takes 100."""

_HEADS = (
    "agreement|accord|deal|treaty|pact|protocol|memorandum|initiative|convention|charter|ceasefire|truce|armistice|talks"
    "|negotiations|summit|conference|dialogue|sanctions|duties|tariffs|corridor|blockade|embargo|referendum|dispute"
    "|framework|coalition|partnership|alliance"
)
_TOPIC = late(
    rf"(?<![\w-])(?P<words>(?:[^\W\d_][\w’-]{{1,24}}(?: of the| of| for)? ){{1,4}}?)(?P<head>{_HEADS})(?![\w-])",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    """new latest recent first second third fourth fifth next last other same such any many own final future further possible
    current previous former initial historic important major joint potential early direct broad full good best better big
    bilateral multilateral bad great little long short high low ongoing renewed fresh several more most whole entire real fake
    fair successful failed key main general special particular different various additional existing end after during before
    between within since until about peace trade press news world global""".split()
)
_LINKING = frozenset("of the for".split())


def find_topics(text: str) -> Iterator[str]:
    """Yield what the text calls agreements, talks and the like, with the words before the noun that tell which one, as it has
    them."""
    for match in _TOPIC.finditer(text):
        words = match["words"].split()
        kept: list[str] = []
        if words[-1].lower() in _LINKING:
            continue
        for word in reversed(words):
            linking = word.lower() in _LINKING
            if not linking and (word_class(word) not in "Nnr" or word.lower() in _SAYS_NOTHING):
                break
            kept.insert(0, word)
        while kept and kept[0].lower() in _LINKING:
            kept.pop(0)
        name = " ".join((*kept, match["head"]))
        if kept and len(name) <= LONGEST:
            yield name

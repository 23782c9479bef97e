"""What is pasted instead of a question: a sentence or more that says something, or words in quotation marks."""

import re

from index.language.english.grammar.roles import is_verb
from index.language.english.grammar.words import read_words
from index.language.english.opposites import denials
from index.language.patterns import late

LONGEST_CLAIM = 2_000
"""Characters of what is pasted at most: those of a message on Discord (Developer docs, Create Message: ``content``)."""

FEWEST_WORDS = 6
"""Words of a sentence that is pasted; chosen: fewer are what somebody looks for."""

FEWEST_QUOTED = 4
"""Words in quotation marks that are pasted; chosen: fewer are a name."""

UNSTOPPED = 9
"""Words of a sentence without a full stop that is pasted; chosen: what is typed to be looked for is shorter."""

_LONGEST = 600
"""Characters that are read to tell whether something is said; chosen: a sentence or two."""

_QUOTED = late(r"^\s*[\"“„«‘'](?P<inner>.+)[\"”“»’'][.!]?\s*$", re.DOTALL)
_ASKS = late(
    r"^\W*(?:(?:hey|hi|hello|ok|okay|so|and|but|please|pls|well|um+|bot|parley)\b[\s,]*)*"
    r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|shall"
    r"|may|might|am|list|name|tell|show|give|find|summari[sz]e|sum|compare|contrast|explain|describe|search|look|latest|any|recap"
    r"|overview|summary|i|anyone|anybody|does|wats?|whats|tl;?dr|eli5|need|want|got|let|quote|news|status|update)\b",
    re.IGNORECASE,
)
_ASKS_BEHIND = late(
    r"^\W*(?:in|on|at|by|since|after|before|during|for|from|about|under|to|with|of|as|according to)\b[^?.!;:]{1,80}?[\s,]+"
    r"(?:who(?: \w+ed)?\b|(?:whom|whose|what|which|when|where|why|how)(?: \w+){0,3}?) "
    r"(?:the|a|an|it|them|did|does|do|is|are|was|were|has|have|had|will|would|can|could)\b",
    re.IGNORECASE,
)
"""What asks behind the words that say when or where: "in june 2024 what did the G7 agree on"."""
_ASKS_WITHIN = late(
    r"\?"
    r"|(?:^\W*|[,;:–—]\s*|\s-+\s*|\b(?:lol|lmao|haha|hm+|wait|btw|tl;?dr|q|question)\s+)(?:(?:and|but|so|or) )?"
    r"(?:(?:by|since|until|till|from|for|with|to|at|in|on|about|of|under) )?"
    r"(?:(?:who|whom|what|when|where|why|how)(?:['’]?s|['’]?re)?|whose|which|wich|wat|hows|wats) \w"
    r"|\bhow (?:many|much|long|old|often|far)\b"
    r"|\b(?:any ?one|any ?body|some ?one) (?:got|have|know|knows|remembers?|seen?)\b",
    re.IGNORECASE,
)
"""What asks behind other words where no full stop ends them: "paris june 2024 how much for the power grid", "since when had they
halted the talks"."""
_END = late(r"[.!…][\"”»’')\]]*\s*$")
_QUESTION = late(r"\?[\"”»’')\]]*\s*$")
_WORD = late(r"[^\W_]+(?:['’.-][^\W_]+)*")


def claimed(text: str) -> str | None:
    """Return the words of ``text`` that are claimed, without quotation marks around them; None where it is no claim but asks."""
    quoted = _QUOTED.match(text)
    words = quoted["inner"].strip() if quoted else text.strip()
    count = sum(1 for _ in _WORD.finditer(words[:_LONGEST]))
    if _QUESTION.search(words) or count < (FEWEST_QUOTED if quoted else FEWEST_WORDS):
        return None
    if quoted:
        return words
    if _ASKS.match(words) or _ASKS_BEHIND.match(words):
        return None
    if not _END.search(words) and (count < UNSTOPPED or _ASKS_WITHIN.search(words[:_LONGEST])):
        return None
    return words if _says(words[:_LONGEST]) else None


def is_typed(claim: str) -> bool:
    """Tell whether the words begin small and end without a stop: typed to be looked for as likely as pasted."""
    return claim[:1].islower() and not _END.search(claim)


def _says(text: str) -> bool:
    """Tell whether the words have a verb behind a subject."""
    words = read_words(text, lambda word: (word.lower(),))
    return any(
        place and (word.tag in "xy" or is_verb(words, place) or (word.tag == "n" and word.text.endswith("s")))
        for place, word in enumerate(words)
    )


def is_turned(claim: str, words: str) -> bool:
    """Tell whether one of the two denies what the other does not."""
    return denials(claim) != denials(words)

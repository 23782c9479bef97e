"""Questions after somebody's words: what did he say about it, and whether he said that it is so."""

import re

from index.language.asking import AskedWords
from index.language.patterns import late

_SAY = (
    "say|said|saying|tell|told|think|claim|argue|announce|declare|state|write|post|comment|promise|warn|explain|stress|demand|"
    "propose|suggest|respond|reply"
)
_TOPIC = "(?: the| a| an| his| her| their)? (?P<{}>.{{2,200}}?)"
_ASKED = late(
    rf"^\W*what (?:did|does|do|has|have|had|was|is|were) (?P<who>.{{2,60}}?) (?:{_SAY})(?:ing|ed)?"
    r"(?: (?:to|in) [\w ]{2,30}?| (?:the )?(?:reporters?|journalists?|press|media|parliament|congress|lawmakers))??"
    rf"(?: (?:about|on|of|regarding|concerning|to|that){_TOPIC.format('about')})?\W*$"
    r"|^\W*how (?:did|does|has) (?P<describer>.{2,60}?) (?:describe|call|characteri[sz]e|react to|respond to|comment on)"
    rf"{_TOPIC.format('described')}\W*$"
    r"|^\W*what (?:was|were|is|are) (?P<owner>.{2,60}?)['’]s? (?:\w+ )?"
    r"(?:words|comments?|reaction|response|statement|view|position)"
    rf"(?: (?:about|on|to|of){_TOPIC.format('owned')})?\W*$",
    re.IGNORECASE,
)


_ASSERT = "say|said|claim|claimed|state|stated|argue|argued|insist|insisted|deny|denied|confirm|confirmed|admit|admitted"
_WHETHER = late(
    rf"^\W*(?:did|does|has|have|had) (?P<who>.{{2,60}}?) (?:(?:ever|really|actually|also) )?(?:{_ASSERT})"
    r"(?: that\b)? (?!anything\b|something\b)(?P<what>.{2,200}?)\W*$",
    re.IGNORECASE,
)
_WHO_SAID = late(
    rf"^\W*(?:who|which [\w ]{{2,30}}?) (?:{_ASSERT}|warned|announced|declared|complained) that\b (?P<what>.{{2,200}}?)\W*$",
    re.IGNORECASE,
)
_AUXILIARIES = frozenset(
    "will would can could shall should must may might has have had is are was were".split()
)
_LONGEST_SUBJECT = 7
"""Words of a clause within which its auxiliary stands; chosen: behind a noun phrase of six."""


def words_asked(question: str) -> AskedWords | None:
    """Return whose words ``question`` asks for; None for another question."""
    asked = asked_of(question)
    if asked is not None:
        return AskedWords(*asked)
    match = _WHETHER.match(question)
    return AskedWords(match["who"].strip(), match["what"].strip(), whether=True) if match else None


def asked_of(question: str) -> tuple[str, str | None] | None:
    """Return whose words ``question`` asks for and about what; None for another question, and for one whether he said it."""
    match = _ASKED.match(question)
    if match is None:
        return None
    who = match["who"] or match["describer"] or match["owner"]
    about = match["about"] or match["described"] or match["owned"]
    return who.strip(), about.strip() if about else None


def clause_said(question: str) -> str | None:
    """Return as a question of its own the clause of which it is asked who said it: "would Velmark add tractors" of "who said that
    Velmark would add tractors?"; None for another question."""
    match = _WHO_SAID.match(question)
    if match is None:
        return None
    words = match["what"].split()
    place = next((n for n, word in enumerate(words[:_LONGEST_SUBJECT]) if word.lower() in _AUXILIARIES), None)
    if not place:
        return f"did {match['what']}"
    return " ".join((words[place], *words[:place], *words[place + 1 :]))

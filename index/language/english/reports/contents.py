"""What reported words do to what they speak of: "said he could not confirm that", "said reports that ... were false"."""

import re

from index.language.english.grammar.clauses import WordSpan
from index.language.english.reports.boundaries import SHORTEST
from index.language.english.reports.manner import CONDITIONS, NO_CONDITIONS
from index.language.english.speech import stances
from index.language.english.speech.cues import SpeechClauses
from index.model import Stance

_FALSE = re.compile(
    r"(?:it|this|that) (?:is|was|were)(?: not|n['’]t)?(?: \w+ly)?(?: not)? "
    r"(?:false|untrue|true|incorrect|wrong|the case|a lie|lies|nonsense|fiction)( that)?\b"
    r"|there (?:is|was) no (?:truth|basis|foundation) (?:to|in|for) (?:\w+ ){1,4}?(that)\b"
)
_TRUE = re.compile(r"(?:it|this|that) (?:is|was) (?:\w+ly )?(?:true|the case)\b")
_NOT = r"(?:(?:could|can|would|will|did|does|do) not(?: yet)?|cannot|(?:could|ca|would|wo|did|does|do)n['’]t)"
_UNABLE = r"(?:is|was|are|were) (?:unable|in no position|not (?:able|in a position|authorized|prepared|ready|going))"
_LEFT_UNSAID = (
    rf"{_NOT} (?:immediately |independently |currently )?"
    r"(?:confirm|verify|say|disclose|predict|guarantee|know|speculate)(?: (?:on|about))?",
    rf"{_UNABLE} to (?:confirm|verify|say|discuss|disclose|comment|speculate)(?: (?:on|about))?",
    r"(?:can|could) neither confirm nor deny",
    r"(?:is|was|are|were) (?:not aware|unaware)(?: of)?",
    r"(?:has|have|had) not (?:heard|seen|received)",
    r"(?:has|have|had) (?:no|seen no|received no) (?:information|knowledge|word|idea|comment|confirmation|indication)(?: yet)?"
    r"(?: (?:on|about|as to|of))?",
)
_DOUBTED = (
    r"doubts?|doubted|questions?|questioned|refused? to believe|(?:is|was|are|were) (?:not (?:convinced|sure|persuaded|certain)"
    r"|skeptical|sceptical|doubtful|dubious|unsure|unconvinced)|(?:did|does|do)(?: not|n['’]t) (?:believe|think|expect)"
)
_QUESTION = "(?:whether|if|how|when|why|what|who|where)"
_CLAUSE = rf"(?:(?:(?:any )?(?:reports?|claims?) )?that|{_QUESTION}|(?=(?:he|she|it|they|the|an?|any|his|her|its|there)\b))"
_WITHHELD = re.compile(
    rf"(?:that )?(?:he|she|it|they) (?:(?P<declines>{'|'.join(_LEFT_UNSAID)})|(?P<doubts>{_DOUBTED})"
    rf"|(?P<asks>wondered|wonders|want(?:ed|s) to know)) {_CLAUSE}"
    r"|(?:that )?(?:it|that) (?:is|was|remains|remained)"
    rf" (?P<unclear>too (?:early|soon) to (?:say|tell|know)|unclear|not clear|unknown|not known) {_QUESTION}"
)
_STANCES: dict[str, Stance] = {
    "declines": "declines to say", "unclear": "declines to say", "doubts": "doubts", "asks": "asks",
}  # fmt: skip
_UNTRUE = (
    "false|untrue|baseless|unfounded|groundless|wrong|incorrect|inaccurate|fabricated|fabrications?|fake|lies?|nonsense|rubbish"
    "|fiction|propaganda|invented|made up|without (?:any )?(?:basis|foundation|merit)|(?<=not )(?:true|correct|accurate)"
)
_REFUTED = re.compile(
    rf"((?:[\w'’-]+ ){{0,4}}?(?:{'|'.join(sorted(stances.CLAIMS))}) that) .{{3,}}?"
    r"( (?:is|are|was|were|have been|had been|has been)(?: all| both)?(?: not|n['’]t)?(?: \w+ly)?"
    rf"(?: an?| pure| total| complete){{0,2}} (?:{_UNTRUE})) ?[.,]?$",
    re.IGNORECASE,
)
_OPENING_WITHHELD = frozenset({"that", "he", "she", "it", "they"})
_OPENING_FALSE = frozenset({"it", "this", "that", "there"})
"""The words that each begins with: most contents begin with others, and are not joined for the patterns."""
_CLAIM_AND_THAT = 6
"""Words at the beginning of a refuted claim among which its "that" is: four, the claim, and that."""
_LONGEST_REFUTED = 60
"""Words of a claim that is called false; chosen: the length of a long sentence."""


def withheld_inside(clauses: SpeechClauses, content: WordSpan) -> tuple[Stance, int] | None:
    """Return what ``content`` says that its speaker does not say, or doubts, and the word where that begins: "said he could not
    confirm that ..."; None where it says nothing of the kind."""
    if clauses.word(content[0]) not in _OPENING_WITHHELD:
        return None
    match = _WITHHELD.match(" ".join(clauses.words[slice(*content)]))
    if match is None:
        return None
    place = content[0] + len(match[0].split())
    told = next(name for name, held in match.groupdict().items() if held)
    return (_STANCES[told], place) if content[1] - place >= SHORTEST else None


def refuted_claim(clauses: SpeechClauses, content: WordSpan) -> WordSpan | None:
    """Return the words of the claim that ``content`` calls false: "reports that the bridge was mined are untrue"; None where it
    calls none so."""
    if content[1] - content[0] > _LONGEST_REFUTED:
        return None
    opening = clauses.words[content[0] : content[0] + _CLAIM_AND_THAT]
    if not any(word.lower() == "that" for word in opening):
        return None
    match = _REFUTED.match(" ".join(clauses.words[slice(*content)]))
    if match is None:
        return None
    start = content[0] + match[1].count(" ") + 1
    end = content[1] - match[2].count(" ")
    return (start, end) if end - start >= SHORTEST else None


def opening_condition(clauses: SpeechClauses, content: WordSpan) -> WordSpan | None:
    """Return the word with which ``content`` opens a condition: "said that unless the guns fall silent, ..."; None where it
    opens none."""
    place = content[0]
    word, following = clauses.word(place), clauses.word(place + 1)
    opens = word.lower() in CONDITIONS and word != "whether"
    return (place, place + 1) if opens and following and following.lower() not in NO_CONDITIONS else None


def is_untrue_before(clauses: SpeechClauses, place: int) -> bool:
    """Tell whether the words before word ``place`` call untrue what follows: "It is not true, Tamm said, that ..."."""
    low = clauses.boundary(place)
    opening = " ".join(clauses.words[low:place]).lower().rstrip(" ,")
    return _FALSE.fullmatch(opening) is not None and _TRUE.match(opening) is None


def start_of_what_is_false(clauses: SpeechClauses, content: WordSpan) -> int | None:
    """Return the word where that begins which ``content`` calls false: "said it was not true that ..."; None where
    it calls nothing false."""
    if clauses.word(content[0]).lower() not in _OPENING_FALSE:
        return None
    opening = " ".join(clauses.words[slice(*content)]).lower()
    match = _FALSE.match(opening)
    if match is None or not (match[1] or match[2]) or _TRUE.match(opening):
        return None
    place = content[0] + match[0].count(" ") + 1
    return place if content[1] - place >= SHORTEST else None

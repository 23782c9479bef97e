"""What a sentence tells as meant, hoped or rumoured, and not as done: "was to be signed but was not"."""

import re
from typing import Literal

from index.language.english.events.clauses import FINITE_VERB
from index.language.english.grammar.tenses import IRREGULAR_PAST
from index.language.patterns import late
from index.model import Span, Undone

Unrealised = Undone | Literal["untold"]
"""That it did not come about, was called off, or that the words do not tell whether it did."""

_REACH = 200
"""Characters on either side of a date in which the words stand that take it back; chosen: a long clause."""
_GAP = 90
"""Characters between such words and the date that they speak of."""


def _words(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE | re.VERBOSE)


_HAD_FIRST = late(r"\W*(?:(?:And|But|So|For)\s+)?(?:Had|Were)\s+(?!it\s+not\b)[A-Z\w]")
"""A sentence with its verb before its subject is a condition: "Had Lind signed on 3 May, ...". A question is none."""
_HAD_BEHIND = late(r",\s+(?:had|were)\s+(?:he|she|it|they|we|the|an?|not|[A-Z]\w+)\s")
_THEN = late(r"\b(?:would|could|might|should)\b|[’']d\b")

_MEANT = _words(r"""
    \b(?:was|were|had\s+been)\s+(?:\w+ly\s+|once\s+|all\s+|also\s+|just\s+|first\s+)?(?:supposed|meant|due|set|scheduled|slated|expected|poised|planned|ready|about|going|intended)\s+
    (?:to|for|on|in|at)\b
    |\b(?:was|were)\s+(?:\w+ly\s+|once\s+)?to\s+(?:have\s+|be\s+|\w+)
    |\bhad\s+(?:\w+ly\s+|once\s+|also\s+)?(?:planned|hoped|intended|meant|wanted|agreed|promised|expected|offered|vowed|pledged|threatened)\s+to\b
    |\b(?:wanted|hoped|planned|intended|hoping|planning)\s+to\s+\w+|,\s+to\s+(?:be|begin|start|open|run|take)\b
    |\b(?:planned|scheduled|set|foreseen|agreed|envisaged|announced|promised|demanded|intended)\s+(?:for|to\s+(?:begin|start|take))\b""")
"""What was meant for the date that stands behind it."""
_ONLY_HOPED = _words(r"""
    \bhad\s+(?:\w+ly\s+|once\s+|also\s+)?(?:planned|hoped|intended|meant|wanted)\s+to\s+\w+
    |\b(?:was|were)\s+(?:\w+ly\s+|once\s+)?to\s+have\s+(?:been\s+)?\w+
    |\bthreaten(?:ed|ing|s)?\s+to\s+\w+""")
"""What is told of as hoped or threatened alone; the day behind it is that of the deed that was not told to follow."""
_ONCE_MEANT = _words(r"""
    \bhad\s+(?:\w+ly\s+|once\s+|also\s+)?been\s+(?:\w+ly\s+|once\s+)?(?:supposed|meant|due|set|scheduled|slated|expected|poised|planned|intended)\s+(?:to|for)\b
    |\b(?:was|were)\s+(?:\w+ly\s+)?(?:supposed|meant)\s+to\s+\w+""")
"""What was meant for a day before the words were written, which says that it did not come then: "had been due to resume"."""
_BUT = _words(
    r"[;—–]\s|\s--?\s|[,\s]\s*(?:and\s+)?\(?(?:but|yet|although|though|however|only\s+to|until|when|before|instead)\s"
)
_TURNED = late(r"[;—–]|\s--?\s")
_DID_NOT = _words(r"""
    \b(?:was|were|did|has|have|had|is|are)(?:\s+not\b|n[’']t\b|\s+never\b)|\bnever\s+(?:did|was|were|has|had|happened|took|came|went|began|met|signed|left|arrived|materiali[sz]ed)\b
    |\b(?:failed|refused|declined)\s+to\b|\bnot\s+(?:held|signed|met|kept|done)\b|\b(?:it|they|he|she)\s+never\b|\bno\s+(?:one|talks|deal|agreement|such)\b|\bcame\s+to\s+nothing\b""")
_TOOK_OVER = _words(r"""
    \b(?:instead|fell\s+(?:ill|through|apart|short)|stayed|balked|withdrew|refused|declined|lacked|missed|walked\s+(?:out|away)|backed\s+out|pulled\s+out
    |changed|stopped|turned\s+back|intervened|blocked|vetoed|barred|prevented|too\s+late|never|broke|collapsed|began|kept)\b""")
_CAME_TO_NOTHING = _words(r"""
    \b(?:(?:fell|fallen|falls)\s+(?:through|apart)|collapsed|lapsed|(?:was|were)\s+(?:annulled|shelved|dropped|vetoed|revoked|rescinded|nixed|axed)
    |broke\s+down|came\s+to\s+nothing)\b""")
_NEVER_WAS = _words(r"""
    \s*,?\s*(?:never\s+(?:took|happened|came|began|materiali[sz]ed|went|got)|did(?:\s+not|n[’']t)\s+(?:take|happen|come|begin|materiali[sz]e))\b""")
_PLAN_FOR_THE_DATE = _words(r"\b(?:plans?|hopes?|intentions?|offers?)\s+to\s+\w+")
"""A plan for the date that stands behind it: "plans to meet on 12 March fell through"."""
_FOR_THE_DATE = _words(
    r"\b(?:planned|scheduled|set|(?:agreed|announced)(?=\s+(?:for|to))|due|slated|foreseen|envisaged|promised|expected|intended|billed|pencilled\s+in|supposed\s+to\s+\w+|meant\s+to\s+\w+|to\s+(?:start|begin|take\s+place|be\s+held|open))\s*(?:for|to\s+(?:start|begin)|to\s+take\s+place|to\s+be\s+held)?\s*(?:on\s+|in\s+|at\s+|early\s+|late\s+|the\s+)*\Z"
)

_HEARSAY_NOUN = _words(r"""
    \b(?:reports?|claims?|rumou?rs?|allegations?|assertions?|suggestions?|accusations?|speculation|the\s+story|stories|news|word|the\s+idea|the\s+notion|the\s+charge|the\s+theory)
    \s+(?:\w+\s+){0,4}?(?:that|of|about|saying|by)\b""")
_PROVED_FALSE = _words(r"""
    \b(?:was|were|is|are|be|been)\s+(?:\w+ly\s+|later\s+|soon\s+|also\s+|promptly\s+|both\s+)*(?:denied|false|untrue|wrong|baseless|groundless|unfounded|fabricated|fake|incorrect|refuted|debunked
    |rejected|dismissed|disproved|disproven|inaccurate|an?\s+(?:lie|hoax|fabrication|invention|mistake)|lies|unconfirmed|mistaken|retracted|not\s+true|made\s+up|invented|exaggerated|premature|unproven|without\s+(?:basis|foundation))\b
    |\b(?:prov(?:e|ed|en|es)|turn(?:ed|s)?\s+out)\s+(?:to\s+be\s+|to\s+have\s+been\s+)?(?:\w+ly\s+)?(?:false|untrue|wrong|baseless|groundless|unfounded|fabricated|fake|incorrect|inaccurate|an?\s+(?:lie|hoax|fabrication|invention|mistake)|lies|mistaken|premature|empty)\b""")
_NOT_TRUE = _words(r"""
    \b(?:not\s+(?:true|the\s+case|correct|accurate)|false|untrue|wrong|a\s+(?:lie|myth|fabrication|hoax)|no\s+(?:truth|evidence|proof|sign|indication|confirmation|record)|no\s+basis)\b[^,;:.]{0,30}?\b(?:that|of|for)\b
    |\b(?:wrongly|falsely|mistakenly|incorrectly|erroneously|untruthfully)\s+(?:\w+\s+)?(?:reported|claimed|said|stated|announced|alleged|asserted|believed|told|accused|reporting|claiming|saying|alleging)\b
    |\bcontrary\s+to\b|\b(?:purportedly|supposedly|allegedly|ostensibly)\b
    |\bunconfirmed\s+(?:\w+\s+)?(?:reports?|rumou?rs?)\b|\b(?:so-called|alleged)\s+(?:\w+\s+)?(?:meeting|visit|attack|deal|agreement|plot|talks|call)\b""")
_SAID_TO_HAVE = _words(r"""
    \b(?:is|are|was|were)\s+(?:\w+ly\s+|also\s+)?(?:said|alleged|rumou?red|believed|thought|claimed|supposed|presumed|understood|feared|suspected|reported|reputed)
    \s+to\s+(?:have|be|being)\b|\b(?:pretend|purport)(?:ed|ing|s)?\s+to\b""")
_DENYING = _words(
    r"\b(?:den(?:y|ies|ied|ying)|(?:dismiss|refut)(?:es|ed|s|ing)?|reject(?:s|ed|ing)?(?=\s+(?:[\w’'-]+\s+){0,5}?(?:that|as|having|claims?|reports?|allegations?|assertions?|suggestions?|accusations?|rumou?rs?)\b)|disput(?:es|ed|ing)|contradict(?:s|ed|ing))\s+(?!(?:on|in|at|last|this|yesterday|today|the\s+(?:bail|motion|appeal|request))\b)"
)

_DOING = late(r"\w+ing\s")
"""What is denied without "that": "denied having paid"."""
_DONE_ALL_THE_SAME = (
    r"hundred|tired|(?:doubl|tripl|quadrupl|halv)(?:ed|ing)|finished|completed|concluded|reached|ended|closed"
)
"""Behind "nearly", what tells of something that happened: "nearly doubled"."""
_NEARLY = late(
    r"\b(?:almost|nearly|all but|very nearly|c[ao]m(?:e|ing) close to|came near to|on the (?:verge|brink|point|cusp|eve) of"
    r"|(?:stop|stopp|fall|fell)(?:ed|s)? (?:just )?short of|within an inch of|(?:was|were) about to)\s+"
    rf"(?!(?:{_DONE_ALL_THE_SAME})\b)(?:be(?:ing)?\s+|been\s+|have\s+|to\s+)?"
    rf"(?:{'|'.join(IRREGULAR_PAST.split())}|[a-z]{{3,}}(?:ed|ing)\b|(?<=about to )[a-z]+)"
)
"""What came close to being done."""
_INSTEAD = late(
    r"(?:\A|[,;:—–(]\s*|\b(?:and|but)\s)(?:[Ii]nstead of|[Ii]n place of|[Rr]ather than|[Ii]n lieu of|[Ff]ar from|[Ss]hort of)\s"
    r"|\b(?:instead of|rather than|short of)\s(?=\w+ing\b)"
    r"|\b(?:in place of|instead of|in lieu of)\s"
    r"(?=(?:the|a|an|its|their)\s[^,;]{2,60}\b(?:planned|scheduled|due|set|meant|promised|agreed)\b)"
    r"|\bwithout (?:ever )?having\s|\bwithout ever\s"
)
_SUBORDINATE = late(r"\b(?:as|when|while|who|which|that|because|after|before|where|if)\s")
_CLAUSE_STOP = late(r"[,;:—–)]|\b(?:and|but)\s+(?:\w+\s+)?(?:was|were|is|are|has|had|[a-z]+ed)\b")


_ANY_SIGN = late(
    r"\b(?:[Hh]ad|[Ww]ere|was|to|[Ii]nstead|place of|lieu|[Ff]ar from|[Rr]ather|[Ss]hort of|without|planned|scheduled|set|agreed"
    r"|due|report|claim|evidence|proof|truth|sign|record|lie\b|myth|rumou?r|alleg|suggest|not|false|wrong|den[iy]|dismiss|reject"
    r"|refut|contra|disput|almost|nearly|all but|close|verge|brink|about)"
)
"""Without any of these a sentence tells what it tells as done: a quick look before the others."""


def unrealised(text: str, sentence: Span, date: Span) -> Unrealised | None:
    """Tell whether what a date belongs to is told as meant, hoped, denied or rumoured; None where it is told as done.

    Args:
        text: the whole text, of which the rest are spans.
        sentence: the sentence.
        date: the words of the date.
    """
    if not _ANY_SIGN.search(text, *sentence):
        return None
    before = text[max(sentence[0], date[0] - _REACH) : date[0]]
    behind = text[date[1] : min(sentence[1], date[1] + _REACH)]
    if _is_instead(before) or _is_a_condition(text, sentence, date):
        return "untold"
    meant = _meant_for_the_date(before, behind)
    if meant is not None:
        return meant
    if _is_rumoured(before, behind):
        return "untold"
    return "untold" if _is_nearly(before, behind) else None


def _is_nearly(before: str, behind: str) -> bool:
    """Whether the verb of the date, with none between the two, is of what came close to being done."""
    if any(
        not FINITE_VERB.search(before, found.end())
        for found in _NEARLY.finditer(before, max(0, len(before) - _GAP))
    ):
        return True
    found_behind = _NEARLY.search(behind)
    if found_behind is None or FINITE_VERB.search(behind, 0, found_behind.start()):
        return False
    return not _SUBORDINATE.search(behind, 0, found_behind.start())


def _is_instead(before: str) -> bool:
    return any(not _CLAUSE_STOP.search(before, found.end()) for found in _INSTEAD.finditer(before))


def _is_a_condition(text: str, sentence: Span, date: Span) -> bool:
    """Whether the sentence tells what would have been: its verb stands first, or behind what would have followed."""
    if _HAD_FIRST.match(text, *sentence) and not text.endswith("?", *sentence):
        return _THEN.search(text, *sentence) is not None
    behind = _HAD_BEHIND.search(text, sentence[0], date[0])
    return behind is not None and _THEN.search(text, sentence[0], behind.start()) is not None


def _meant_for_the_date(before: str, behind: str) -> Unrealised | None:
    """Return what became of what was meant for the date, as the words behind it tell."""
    if _FOR_THE_DATE.search(before):
        if _NEVER_WAS.match(behind):
            return "negated"
        if _CAME_TO_NOTHING.search(behind[:_GAP]):
            return "cancelled"
    if _CAME_TO_NOTHING.match(behind.lstrip()) and _reaches(_PLAN_FOR_THE_DATE, before):
        return "cancelled"
    if _reaches(_ONLY_HOPED, before):
        return "untold"
    once_meant: Unrealised | None = "untold" if _reaches(_ONCE_MEANT, before) else None
    ends = [meant.end() for meant in _MEANT.finditer(before)]
    if not ends or _TURNED.search(before, ends[-1]):
        return once_meant
    but = _BUT.search(behind)
    if but is None:
        return once_meant
    rest = behind[but.start() :]
    if _DID_NOT.search(rest):
        return "negated"
    return "untold" if _TOOK_OVER.search(rest) else once_meant


def _is_rumoured(before: str, behind: str) -> bool:
    """Whether what is told of the date is only what was rumoured, claimed or denied."""
    if _HEARSAY_NOUN.search(before) and _PROVED_FALSE.search(behind):
        return True
    if _reaches(_NOT_TRUE, before, over_verbs=True) or _reaches(_SAID_TO_HAVE, before, over_verbs=True):
        return True
    for denial in _DENYING.finditer(before):
        gap = before[denial.end() :]
        if (FINITE_VERB.search(gap) or _DOING.match(gap)) and not _CLAUSE_STOP.search(gap):
            return True
    return False


def _reaches(pattern: re.Pattern[str], before: str, *, over_verbs: bool = False) -> bool:
    """Whether words stand before the date, in its clause: no comma between, and where asked no other verb."""
    for found in pattern.finditer(before):
        if _CLAUSE_STOP.search(before, found.end()):
            continue
        if over_verbs or not FINITE_VERB.search(before, found.end()):
            return True
    return False

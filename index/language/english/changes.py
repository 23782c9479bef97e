"""Words that say that something is no longer as it was: a deadline extended, talks called off, an envoy replaced.

And whether a question asks how things stand, rather than what happened once.
"""

import re

from index.language.patterns import late

_SURE = late(
    r"\b(?:extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|postpone[sd]?|delay(?:s|ed)?|put off|brought forward|reschedul\w+"
    r"|cancel\w*|call(?:s|ed)? off|scrap(?:s|ped)|abandon(?:s|ed)?|given up|gave up|withdr(?:ew|awn|aws)|revok\w+"
    r"|repeal\w*|annul\w*|overturn\w*|revers\w+|rescind\w*|replac(?:e[sd]?|ing)|succeed(?:s|ed)|takes? over|took over"
    r"|resign(?:s|ed)|step(?:s|ped) down|dismiss(?:es|ed)|sacked|collaps\w+|broke(?:n)? (?:down|off)|expired?|lapsed?"
    r"|(?:put|brought|taken) back"
    r"|no longer|after all|instead|moved? (?:\w+ ){0,3}?(?:from|to|up)|shifted"
    r"|relocat\w+|from now on|reopen\w*|resum\w+|suspend\w*|lift(?:s|ed)"
    r"|revis\w+|amend\w*|corrected|rather than|in place of|walk(?:s|ed)? (?:away|out)|pull(?:s|ed)? out"
    r"|(?:set|been|were|was) free(?:d)?|in (?:his|her|their|its) (?:place|stead)|took the place of|taken over|stood down"
    r"|(?:is|was|are|were) over|declared [^.;]{1,40}? (?:dead|over|void|ended|finished)"
    r"|(?:broke|breaks|broken|flared|erupted) (?:out|up)"
    r"|not [^.;,]{1,50} but (?:in|at|on|by|from|with|to)|(?:more|further|extra|additional) (?:\w+ )?(?:days|weeks|months|years)"
    r"|(?:days|weeks|months|years) more|(?:puts?|set) (?:their|its|his|her) (?:names?|signatures?) to|initial+ed"
    r"|changed (?:its|their|his|her) mind|backtrack\w*|overrul\w+|quash\w*|any ?more|any longer|successor|retaken|recaptured"
    r"|won back|the last (?:\w+ ){1,4}?(?:left|leave|freed)"
    r"|went home|(?:go|goes|gone) home|hand(?:s|ed)? [^.;]{1,80}? (?:over )?to|str(?:uck|icken|ikes?) [^.;]{1,60}? (?:off|from)"
    r"|there (?:will|would) be no|will not (?:take place|be held|happen|go ahead)|more time"
    r"|another (?:\w+ )?(?:day|week|fortnight|month|year)s?|(?:day|week|fortnight|month|year)s? later"
    r"|reinstat\w+|reimpos\w+|push(?:es|ed)? back|corrections?|corrigend\w+|erratum|(?:is|are|to) (?:be )?read as"
    r"|delet(?:e[sd]?|ing)|deletion|struck out|omit(?:s|ted)|renumbered|remov(?:e[sd]?|ing|al)|respite|reprieve|denounc(?:es|ed)"
    r"|topp(?:ed|ing) up|hand(?:s|ed) over|now stands? at|(?:is|are|was|were) (?:now )?off(?= ?[.,;:!]|$)"
    r"|(?:has|have|had) lapsed|back in (?:office|post|charge))\b",
    re.IGNORECASE,
)
_LIKELY = late(
    r"\b(?:end(?:s|ed)|halt(?:s|ed)|froze|frozen|rais(?:e[sd]?|ing)|rises?|rose|lower(?:s|ed)?|cuts?|reduc\w+"
    r"|increas\w+|doubl\w+|halv\w+|chang\w+|new|now|named|appointed|elected|chosen|finally|at last|eventually|already"
    r"|signed|ratif\w+|approv\w+|reached|agreed|adopted|clos(?:es|ed)|complet\w+|began|begun|started|took effect"
    r"|reject\w+|accept\w+|releas\w+|freed|restor\w+|renew\w*|died|left|leaves|quit|drop(?:s|ped)|fell|falls|grew"
    r"|grown|instal\w+|launch\w+|open(?:s|ed)|admitted|joined|updated|again|anew|vot(?:e[sd]?|ing)|in force|in effect"
    r"|pass(?:es|ed)|stopped|stops|return(?:s|ed)|back|shut(?:s)?|won|lost|clear(?:s|ed)|allow(?:s|ed)|once more|chose"
    r"|paid|went|bann?(?:s|ed)|forb(?:ids|ade|idden)|block(?:s|ed)|update|further|gone)\b",
    re.IGNORECASE,
)
_TO_ANOTHER = late(
    r"\b(?:rais|lower|cut|reduc|increas|rises?|rose|fell|falls|chang|doubl|halv"
    r"|(?:go|goes|went|gone|come|comes|came|brought|put) (?:up|down)\b)"
    r"\w*\b[^.;]{0,90}\bto\s+(?:[$€£]|\d|\w+(?:ty|een|dred)\b)",
    re.IGNORECASE,
)
_UNDONE = late(
    r"\b(?:cancel|call(?:s|ed)? off|scrap|abandon|given up|gave up|withdr|revok|repeal|annul|overturn|rescind|suspend|collaps"
    r"|postpone|put off|no longer|indefinite|broke|halt|never|not|dropped|froz|there (?:will|would) be no"
    r"|walk(?:s|ed)? (?:away|out)|pull(?:s|ed)? out|fell through|fall(?:s|en)? through)",
    re.IGNORECASE,
)
_CALLED_OFF = late(
    r"\b(?:cancel|call(?:s|ed)? off|scrap(?:s|ped)|abandon|revok|repeal|annul|overturn|rescind|suspend|collaps|postpone|put off"
    r"|no longer|indefinite|any (?:longer|more)\b|fell through|fall(?:s|en)? through|there (?:will|would) be no\b"
    r"|pull(?:s|ed)? out\b|lift(?:s|ed)\b|delet(?:ed|ion)\b|struck out\b"
    r"|(?:is|are|was|were|has been|have been) (?:now )?(?:off|over|dropped|ended|withdrawn|removed|reinstated|restored)\b)",
    re.IGNORECASE,
)
_ANEW = late(r"\b(?:now|again|anew|once more|new|further|since|by then|this time)\b", re.IGNORECASE)
_OF_WORDS = late(
    r"\b(?:said|says?|saying|told|tells?|replied|repl(?:y|ies)|claim(?:s|ed)?|promis(?:es|ed)|announced?|denied|den(?:y|ies))\b",
    re.IGNORECASE,
)
_INTO_OFFICE = late(
    r"\b(?:succeed(?:s|ed)|successor|replac(?:e[sd]?|ing)|appoint(?:s|ed)|names?|named|elect(?:s|ed)|chosen|chose|picked|promoted"
    r"|sworn in|takes? over|took over|taken over|has taken (?:it|this|the \w+) on|takes? up|took up|new|(?:is|was) now"
    r"|now (?:heads|leads|chairs)|(?:in|to) (?:his|her|their|its) (?:place|stead)|instead|in place of|took the place of"
    r"|pass(?:es|ed) (?:in)?to|falls? to|(?:heads?|leads?) .{0,60}\bagain|again (?:heads|leads|chairs)|leads it now"
    r"|return(?:s|ed) (?:to|as)|hand(?:s|ed)? [^.;]{1,60}? to|acting|interim|(?:will|is to) (?:head|lead|chair))\b",
    re.IGNORECASE,
)
_FROM_OFFICE = late(
    r"\b(?:resign\w*|step(?:s|ped)? (?:down|aside)|stood down|sacked|dismiss(?:es|ed)|fired|ousted|quits?|retir(?:es|ed)|gave up"
    r"|(?:has|have|had) (?:left|gone|died|quit)|recus\w+|recall(?:s|ed)|removed|no longer|lost the (?:post|office|vote)|died)\b",
    re.IGNORECASE,
)
_BEGINNING = 5
"""Letters by which two words of change are told to be of one family; chosen: "extend" and "extension"."""
_NOW = late(
    r"^\W*(?:and |so |but |ok |hey )?(?:(?:by|at|in|to|for|on|with|from|until|since) )?"
    r"(?:(?:who|whom|whose|what|which|when|where|how)(?:['’]s\b|\b[^?]{0,60}?\b(?:is|are|has|have|does|do|will|can|may|must|should)\b)"
    r"|(?:is|are|has|have|does|do|will|can|may|must|should)\b"
    r"|(?:who|which \w+|what) (?!was|has|is|ha[sd]|does)[a-z]+(?<!ss)s\b)"
    r"|\b(?:status|latest|currently|current|at present|nowadays|these days|still|yet|right now|as of now|newest)\b",
    re.IGNORECASE,
)
_WHETHER = late(r"^\W*(?:and |so |but |ok |hey )?(?:is|are|has|have|does|do|can|may)\b", re.IGNORECASE)
_DID = late(r"^\W*(?:and |so |but |ok |hey )?(?:did|has|have)\b", re.IGNORECASE)
_NOT_YET = late(
    r"\b(?:has|have|had)(?:n['’]t| not| yet to| still not)\b|\bnot yet\b|\bis yet to\b|\bare yet to\b|\bstill (?:not|un\w+)\b",
    re.IGNORECASE,
)
_ONCE = late(
    r"\b(?:did|was|were|had|originally|initially|at first|formerly|previously|in the past|used to|at the time|back then)\b",
    re.IGNORECASE,
)


def changes(text: str, question: str = "", *, sure: bool = False) -> bool:
    """Tell whether a word of ``text``, none of the ``question``'s own, says that something changed.

    With ``sure`` only words count that hardly say anything else.
    """
    own = question.lower()
    patterns = (_SURE, _TO_ANOTHER) if sure else (_SURE, _TO_ANOTHER, _LIKELY)
    return any(
        match.group().lower()[:_BEGINNING] not in own
        for pattern in patterns
        for match in pattern.finditer(text)
    )


def asks_of_words(question: str) -> bool:
    """Tell whether ``question`` asks what somebody said, or who said something."""
    return _OF_WORDS.search(question) is not None


def comes_into_office(text: str) -> bool:
    """Tell whether ``text`` says that somebody comes into an office, or leads in another's place."""
    return _INTO_OFFICE.search(text) is not None


def goes_from_office(text: str) -> bool:
    """Tell whether ``text`` says that somebody leaves an office."""
    return _FROM_OFFICE.search(text) is not None


def is_called_off(text: str) -> bool:
    """Tell whether ``text`` says of something that it will not be, or is no more, and not only that something is not so."""
    return _CALLED_OFF.search(text) is not None


def is_told_anew(text: str) -> bool:
    """Tell whether ``text`` says of something that it is so now, or again."""
    return _ANEW.search(text) is not None


def asks_whether_it_was_done(question: str) -> bool:
    """Tell whether ``question`` asks whether something has been done by now: "did they sign it?"."""
    return _DID.match(question) is not None


def is_not_yet(text: str) -> bool:
    """Tell whether ``text`` says that something had not been done then: "they have not signed it"."""
    return _NOT_YET.search(text) is not None


def asks_whether(question: str) -> bool:
    """Tell whether ``question`` asks whether something is so now: "Is the bridge blocked?"."""
    return _WHETHER.match(question) is not None


def is_undone(text: str) -> bool:
    """Tell whether ``text`` says that something will not be, or is no more, so that there is no new day or sum to it."""
    return _UNDONE.search(text) is not None


def asks_how_it_stands(question: str) -> bool:
    """Tell whether ``question`` asks how things stand now: "Who is the envoy?", not "Who was sent?"."""
    return _NOW.search(question) is not None and _ONCE.search(question) is None

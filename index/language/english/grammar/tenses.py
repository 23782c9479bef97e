"""Whether a question asks what is to come, and whether a sentence tells of nothing but what is past."""

import re

from index.language.english.grammar.roles import Deed
from index.language.english.grammar.words import Words
from index.language.patterns import late

IRREGULAR_PAST = """
    said told met took came went began won lost rose fell held got gave made saw left led sent spoke wrote became brought broke
    fought sought struck shot drove flew grew knew kept paid put ran sat stood swore thought threw understood withdrew caught
    chose hit laid meant read rode sank spent stole taught arose overthrew undertook heard felt built bought dealt drew fled
    swept sold tore shook hid hung lent slid sprang stuck upheld wept forgot forbade froze overtook bound fed"""
"""Verbs of the past that do not end in "ed"."""

_TO_COME = late(
    r"\b(?:will|shall|won['’]t|going to)\b|\bwhen(?:['’]s| is| are) (?:the |their )?(?:next|upcoming)\b"
    r"|\b(?:is|are) (?:[\w’'-]+ ){1,6}?(?:expected|due|scheduled|planned|set|supposed) (?:to|for|on)\b",
    re.IGNORECASE,
)
_ANOTHER_TIME = late(r"\b(?:again|next|another|once more|resume|further|new)\b", re.IGNORECASE)
_MARKS_TO_COME = late(
    r"\b(?:will|would|shall|should|may|might|can|could|must|won['’]t|plans?|planned|planning|expect\w*|scheduled?|due"
    r"|intend\w*|aims?|hopes?|hoped|promis\w+|pledg\w+|tomorrow|next|upcoming|future|forthcoming|coming|soon|later|until"
    r"|going to|ready to|(?:is|are|was|were) (?:set |about )?to|agreed to|proposed|invited|postponed|deadline)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_PRESENT = late(
    r"\b(?:is|are|has|have|does|do|am|begins?|starts?|opens?|ends?|meets?|comes?|goes|takes?|remains?)\b|['’](?:re|ve)\b",
    re.IGNORECASE,
)
_PAST = late(rf"\b(?:was|were|had|did|\w{{2,}}ed|{'|'.join(IRREGULAR_PAST.split())})\b", re.IGNORECASE)
_ASKS_WHAT_WAS_DONE = late(
    r"^\W*(?:(?:and|so|but|ok|then)\b\W*)*(?:(?:\w+ )?(?:who|whom|whose|what|which|when|where|why|how)\b(?: [\w’'-]+){0,4}? )?"
    rf"(?:did|was|were|has|have|had|{'|'.join(IRREGULAR_PAST.split())}|\w{{2,}}ed)\b",
    re.IGNORECASE,
)
_ASKS_OF_INTENT = late(
    r"\b(?:will|would|shall|should|may|might|can|could|must|to be|due|set|supposed|scheduled|plan\w*|want\w*|hop(?:e|ed"
    r"|ing)|intend\w*"
    r"|expect\w*|promis\w*|pledg\w*|offer\w*|propos\w*|ask\w*|demand\w*|urg(?:e|ed|ing)|call\w* (?:for|on)|threat\w*"
    r"|refus\w*|agree\w*"
    r"|need\w*|seek|sought|aim\w*|invit\w*|reject\w*|accept\w*|tr(?:y|ied)|attempt\w*|order\w*|decid\w*|announc\w*|sa(?:y"
    r"|id)|tell|told"
    r"|claim\w*|warn\w*|commit\w*|if|declin\w*|fail\w*|oppos\w*|discuss\w*|consider\w*)\b",
    re.IGNORECASE,
)
_NOT_DONE_YET = frozenset(
    """
    plan plans planned planning want wants wanted hope hopes hoped hoping intend intends intended expect expects expected
    promise promises promised pledge pledges pledged offer offers offered propose proposes proposed ask asks asked demand
    demands demanded urge urges urged urging call calls called threaten threatens threatened threatening refuse refuses
    refused fail fails failed decline declines declined due set about ready scheduled need needs seek seeks sought aim aims
    aimed invite invites invited agree agrees agreed yet supposed prepared preparing vow vows vowed proposal offer plan
    promise pledge demand request threat invitation undertake undertakes undertook is are was were
    """.split()
)
"""Words behind which "to" leads to what is not done yet: "asked Norland to reopen it", "is to begin"."""
_GOVERNING = 5
"""Words before "to" among which such a one stands; chosen: "asked the new Norland cabinet to reopen it"."""
_HELPING_TO_COME = frozenset("will would shall should may might can could must to won't won’t".split())
_HELPING_BEFORE = 4
"""Words before a verb that may help it: "will not soon be opened"; chosen."""


def asks_what_is_to_come(question: str) -> bool:
    """Tell whether the question asks of what will be: "When will the corridor open?"."""
    return _TO_COME.search(question) is not None


def asks_for_another_time(question: str) -> bool:
    """Tell whether what is asked of is to be once more, so that what was before is no answer: "When will they meet again?"."""
    return _ANOTHER_TIME.search(question) is not None


def asks_what_was_done(question: str) -> bool:
    """Tell whether the question takes something to have been done, and asks of no plan, wish or demand: "Who lifted it?"."""
    return _ASKS_WHAT_WAS_DONE.search(question) is not None and not (
        _TO_COME.search(question) or _ASKS_OF_INTENT.search(question)
    )


def tells_of_nothing_done(words: Words, deeds: list[Deed]) -> bool:
    """Tell whether of the question's verb, whose places ``deeds`` are in the sentence read as ``words``, nothing is done there:
    it will be, it is planned, demanded or threatened. False where the sentence does not have the verb."""
    return bool(deeds) and all(_is_not_done_yet(words, deed.place) for deed in deeds)


def _is_not_done_yet(words: Words, place: int) -> bool:
    """Tell whether a word before the verb at ``place`` helps it to what is to come, or leads to it with "to"."""
    for n in range(place - 1, max(-1, place - 1 - _HELPING_BEFORE), -1):
        word = words[n].lower
        if word == "would":
            # "announced that it would halt it" tells what was decided; "would have signed it" of what was not done.
            return words[n + 1].lower == "have"
        if word in _HELPING_TO_COME and word != "to":
            return True
        if word == "to":
            return _is_led_to(words, n)
        if words[n].text in ",;:" or words[n].tag in "nNT":
            return False
    return False


def _is_led_to(words: Words, to: int) -> bool:
    for n in range(to - 1, max(-1, to - 1 - _GOVERNING), -1):
        word = words[n]
        if word.text in ",;:":
            return False
        if word.lower in _NOT_DONE_YET:
            # "was able to", "were forced to": it was done.
            return word.lower not in {"is", "are", "was", "were"} or n == to - 1
    return False


def tells_the_past_alone(text: str, words: Words, deeds: list[Deed]) -> bool:
    """Tell whether the sentence ``text``, read as ``words``, says of the question's verb, whose places in it ``deeds`` are, that
    it is past; where it does not have the verb, whether all of it is."""
    if deeds:
        return all(_is_past(words, deed.place) for deed in deeds)
    return _PAST.search(text) is not None and not _MARKS_TO_COME.search(text) and not _PRESENT.search(text)


def _is_past(words: Words, place: int) -> bool:
    """Tell whether the verb at ``place`` is written as one of the past, and no word before it helps it to what is to come."""
    if _PAST.fullmatch(words[place].text) is None:
        return False
    before = words[max(0, place - _HELPING_BEFORE) : place]
    return not any(word.lower in _HELPING_TO_COME for word in before)

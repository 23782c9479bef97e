"""Whether a question asks what is to come, and whether a sentence tells of nothing but what is past."""

import re

from index.language.english.roles import Deed, Words
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
_HELPING_TO_COME = frozenset("will would shall should may might can could must to won't won’t".split())
_HELPING_BEFORE = 4
"""Words before a verb that may help it: "will not soon be opened"; chosen."""


def asks_what_is_to_come(question: str) -> bool:
    """Tell whether the question asks of what will be: "When will the corridor open?"."""
    return _TO_COME.search(question) is not None


def asks_for_another_time(question: str) -> bool:
    """Tell whether what is asked of is to be once more, so that what was before is no answer: "When will they meet again?"."""
    return _ANOTHER_TIME.search(question) is not None


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

"""What the words around a date make of the event: that it happened, is planned, was called off, or that it is none."""

from index.language.english.events.called_off import called_off, is_wished_for
from index.language.english.events.dates_of_none import dates_no_event
from index.language.english.events.dates_of_things import NEAR
from index.language.english.events.told import MEETING, Told
from index.language.english.events.unrealised import unrealised
from index.language.english.events.words import whole_words
from index.language.english.speech.verb_pattern import SPEECH_CUES
from index.language.patterns import late
from index.model import Status

_WORDS_BEHIND = 120
"""Characters behind a date in which its own verb stands: "may" in a list that follows far behind says nothing of it; chosen."""
# Whether the clause affirms what it tells.
_NEGATION = whole_words(r"""
    \b(?:not|never|no\s+longer|nobody|no\s+one|nothing|neither|nor|unable\s+to|yet\s+to)\b|n[’']t\b
    |\bthere\s+(?:is|are|was|were|will\s+be|would\s+be|has\s+been|have\s+been)\s+no\b
    |\b(?:hold|held|holds|have|has|had|see|saw|plans?|scheduled?|announced?|made|reported)\s+no\b
    |\bno\s+(?:\w+\s+)?(?:talks|meetings?|agreement|deal|visit|summit|vote|ceasefire|plans|contacts?)\b
    |\bfailed\s+to\b""")
_NO_NEGATION = whole_words(r"""
    \bnot\s+(?:only|just|merely|until|least|later|long|surprisingly|including|counting)\b|\bnot\s+a\s+day\b|\bnever\s+again\b
    |\bif\s+not\b|\bwhether\s+or\s+not\b|\bno\s+(?:later|matter)\b|\bwhy\s+not\b
    |\bnot\s+(?:on|in|at)\s+[^,;:.]{1,25}\bbut\b""")
_TO_NO_LONGER = late(r"\bto\s+(?:no\s+longer|not|never)\s[^,;:.]*")
"""Behind a date, what somebody decided or was blamed for: "came under fire on Tuesday over its decision to no longer pay"."""
_BUT = late(r"\bbut\b")
_REPORT = late(rf"\b(?:{SPEECH_CUES})\b")
_NOT_HELD = whole_words(r"""
    (?:\bnot|\bnever|n[’']t|\bfailed\s+to)\s+(?:yet\s+|be\s+|been\s+|even\s+)*(?:meet\b(?!\s+the\b)|met\b|hold|held|take|taking|place|happen|occur|attend
    |travel|visit|sign|talk|speak|resume|begin|start|join|participat|come|withdraw|release|agree|exchange|go\b|announce|vote|strike|extend)\w*
    |\bno\b(?!,)|\bneither\b|\bnobody\b|\bnot\s+going\s+to\s+be\s+an?\b""")
"""What did not come about; "it was not his first meeting" says that it did."""
_NOT_DONE = whole_words(
    r"(?:\b(?:did|will|would|does)\s+not|n[’']t|\bfailed\s+to)\s+(?:travel|attend|sign|visit|appear|show\s+up)\b"
)
_HYPOTHETICAL = whole_words(r"""
    \bif\s|\b(?:whether|unless|unlikely|in\s+case|suppose|supposing|imagine)\b|\bwould\s+(?:not\s+)?have\b|\Ahad\s+(?:he|she|they|it|we)\b""")
_UNLESS = late(r"\bunless\b")
_MODAL = late(
    r"\b(?:may(?!\s+have\s+(?:seen|heard|noticed|read))|might|could|should|ought\s+to)\b|\b(?:possibly|perhaps|maybe|Perhaps|Maybe)\b"
    r"|\bcan(?:not)?\b(?!\s+(?:also\s+)?(?:announce|confirm|report|say|tell))"
)
"""Not in capitals: May is a month."""
_AVERTED = whole_words(
    r"\bto\s+(?:deter|prevent|avert|avoid|mitigate|forestall|guard\s+against)\s+[^,;:]{1,80}\Z"
)
"""What is not to come about: "to deter more attacks over the coming weeks"."""
_EXEMPT = whole_words(
    r"\b(?:goods|articles|merchandise|products|cargo|vessels?|loaded|entered|consumption|transit|entry)\b[^.;]{0,80}\b(?:before|prior\s+to)\s+\Z"
)
"""What goods are exempt by the day they came: "loaded onto a vessel before 12:01 a.m. on October 5"."""
_AMENDED = whole_words(
    r"\b(?:(?:further\s+)?amended\s+(?:(?:in|by|at)\s+[^.;]{0,80}?)?(?:by\s+)?(?:deleting|inserting|striking|replacing|adding|revising)"
    r"|by\s+(?:deleting|inserting|striking|replacing)\s+[“\"‘])"
)
"""A law that is changed word by word: its old and new dates are words of it."""
_ANEW = late(r"\bbut\b|;|—|\bbecause\b")
"""Behind a denial, where another statement begins: "I don't think it's much, but the agency plans to ..."."""
_DENIED = whole_words(r"""
    \b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|doubt(?:s|ed)?|ruled?\s+out)
    \s+(?:[a-z’']+\s+){0,4}(?:that|reports|claims|allegations|rumou?rs|having)\b
    |\b(?:do|does|did)(?:n[’']t|\s+not)\s+(?:\w+ly\s+)?(?:anticipate|expect|think|believe|foresee|envision)\b""")
_BESIDE = whole_words(
    r"\b(?:before|after|prior\s+to|ahead\s+of|follow(?:ed|ing)|leading\s+up\s+to|(?:before|until|once|when)\s+(?:we|they|you|it)\s+(?:hits?|reach(?:es)?|gets?\s+to))"
    r"\s+(?:the\s+)?\Z"
)
"""What comes before a date on which nothing is told to have happened: "before the 7th of October they were talking"."""
_IF_FIRST = whole_words(r"\W*(?:(?:and|but|so|then|now|because|look|well)\W+)*(?:if|should|unless)\s")
_WOULD_THEN = whole_words(r"\b(?:will|would|shall|can|could|going\s+to|won[’']t)\b|[’'](?:ll|d)\b")


def status_of(told: Told, *, planned: bool) -> Status | None:
    """Return what became of the event that a date belongs to; None where the words tell of none on that date.

    Args:
        told: the date, its clause and its sentence.
        planned: whether the date was still to come, as the verbs and the day of publication say.
    """
    moved = called_off(told, planned=planned)
    if moved is not None:
        return moved
    if is_wished_for(told):
        return None
    came_of_it = unrealised(told.text, told.sentence, (told.found.start, told.found.end))
    if came_of_it is not None:
        return None if came_of_it == "untold" or planned else came_of_it
    if (
        dates_no_event(told)
        or _is_hypothetical(told)
        or (not planned and told.found.granularity != "time" and _BESIDE.search(told.before))
    ):
        return None
    if planned and (_AVERTED.search(told.before) or _EXEMPT.search(told.before)):
        return None
    if _AMENDED.search(told.text, told.sentence[0], told.found.start):
        return None
    if _NEGATION.search(_NO_NEGATION.sub(" ", _without_others(told, _without_what_was_said(told)))):
        deed = MEETING.search(told.words) and _NOT_HELD.search(told.words)
        return "negated" if deed or _NOT_DONE.search(told.words) else None
    return "planned" if planned else "happened"


def announces(text: str) -> bool:
    """Whether a sentence without a date that speaks of a plan says that it stands: no "if", no "may", no "not"."""
    if _HYPOTHETICAL.search(text) or _MODAL.search(text) or _DENIED.search(text):
        return False
    return not _NEGATION.search(_NO_NEGATION.sub(" ", text))


def _without_what_was_said(told: Told) -> str:
    """Return the clause up to the verb that says who said it when: that he said it is affirmed, whatever he denied."""
    report = _REPORT.search(told.text, *told.clause)
    if report is None or told.found.start > report.end() + NEAR:
        return told.words
    return told.text[told.clause[0] : max(report.end(), told.found.start)]


def _without_others(told: Told, words: str) -> str:
    """Return the words without what is denied of something else: before "but", or of a decision behind the date."""
    start, end = told.found.start - told.clause[0], told.found.end - told.clause[0]
    if not 0 <= start < len(words):
        return words
    buts = [but.end() for but in _BUT.finditer(words, 0, start)]
    return words[buts[-1] if buts else 0 : end] + _TO_NO_LONGER.sub(" ", words[end:])


def _is_hypothetical(told: Told) -> bool:
    words = _without_what_was_said(told)
    if told.clause[0] <= told.found.start:
        unless = _UNLESS.search(told.text, told.found.end, told.clause[1])
        if unless:  # what stands before it is told to come
            words = words[: max(0, unless.start() - told.clause[0])]
        words = words[: max(0, told.found.end - told.clause[0]) + _WORDS_BEHIND]
    if _HYPOTHETICAL.search(words) or _MODAL.search(words):
        return True
    start, end = told.sentence[0], told.clause[0]
    if start < end and _IF_FIRST.match(told.text, start) and _WOULD_THEN.search(told.text, *told.sentence):
        return True
    denial = _DENIED.search(told.text, told.sentence[0], told.found.start)
    if denial is None or told.clause[0] < denial.start():
        return False
    return not _ANEW.search(told.text, denial.end(), told.clause[0])

"""How far the words of a cue reach: whether a quotation behind it is still what it says, or what another clause does."""

import re
from collections.abc import Sequence

from index.language.english.grammar.clauses import FAR, WordSpan
from index.language.english.reports.boundaries import PREDICATE
from index.language.english.reports.manner import condition_of
from index.language.english.reports.subjects import end_of_head
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.stances import verb_of
from index.language.english.speech.verbs import (
    DIRECTING_VERBS,
    PAPERS,
    PLANNING_VERBS,
    SAYING_VERBS,
    WEAK_VERBS,
)

_PREDICATE = re.compile("[VJvxBPy]")


def is_modifier(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether ``inner``, a form in -ing, only says what those do whom ``outer`` is about."""
    joined = inner.tag in "GK" and clauses.tag(inner.first - 1) in {"n", "r", "N"}
    return joined and outer.last < inner.first - 1 and clauses.words[inner.first - 1].lower() not in PAPERS


def is_told_to(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether somebody else has whom ``cue`` is about say it: "directed the Secretary to declare"."""
    subject = cue.subject
    if subject is None or clauses.tag(cue.first) != "z" or subject[1] != cue.first or not subject[0]:
        return False
    place = subject[0] - 1
    place -= clauses.tags[place] == "d" and place > 0
    return clauses.words[place].lower() in DIRECTING_VERBS


def is_asked(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether it is only asked if anybody says it: "was asked whether she had said"."""
    condition = condition_of(clauses, cue)
    return condition is not None and clauses.words[condition[0]].lower() == "whether"


def is_thing_of(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether the subject of ``inner`` is a thing inside what ``outer`` reports."""
    assert inner.subject is not None
    within = outer.reporting and outer.last < inner.subject[0] < inner.first
    return within and clauses.tags[end_of_head(clauses, inner.subject) - 1] == "n"


def is_promised(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether ``inner`` is a deed that ``outer``, right before it, promises or threatens."""
    verb = verb_of(clauses.words[outer.last])
    adjacent = outer.last + 1 == inner.first and clauses.tags[inner.first] == "z"
    return (
        adjacent
        and inner.tag in "JLM"
        and verb in _PROMISING
        and verb_of(clauses.words[inner.last]) in _PROMISED
    )


_PROMISING = frozenset("pledge promise vow threaten swear".split())
_PROMISED = frozenset(
    "hold support defend give deliver sign seek fight push treat use issue share send support".split()
)


def goes_on_with_that(clauses: SpeechClauses, outer: Cue, inner: Cue, place: int) -> bool:
    """Tell whether a second "that" of ``outer`` stands between ``inner``, a verb of doing, and the quotation at ``place``."""
    return outer.reporting and not inner.reporting and "ct" in clauses.tags[inner.last + 1 : place]


def is_plan_of(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether ``inner`` says what somebody else does or plans inside what ``outer`` reports."""
    if inner.subject is None or clauses.words[outer.last] not in SAYING_VERBS or outer.inverted:
        return False
    if "z" in clauses.tags[inner.first : inner.last]:
        # "said that the union asked to see"
        return outer.last < inner.subject[0] and clauses.words[inner.last] not in SAYING_VERBS
    that = clauses.tags[outer.last + 1 : inner.subject[0]]
    return that[-1:] == "t" and verb_of(clauses.words[inner.last]) in PLANNING_VERBS


def reaches(clauses: SpeechClauses, cue: Cue, place: int) -> bool:
    """Tell whether what ``cue`` introduces can go on as far as word ``place``."""
    first = cue.last + 1
    if cue.inverted and cue.subject:
        first = max(first, cue.subject[1])
    tags = clauses.tags
    if _is_before_main_clause(clauses, cue, place):
        return False
    if verb_of(clauses.words[cue.last]) == "respond" and _ANSWERED.fullmatch(tags, cue.last + 1, place):
        # "responded to calls of “a gathering”"
        return False
    if cue.tag == "S" and clauses.tag(first) == "z" and PREDICATE.search(tags, first, place):
        # "his refusal to use the word was “made up”"
        return False
    opening = tags[first] if first < place else ""
    if cue.reporting and (
        clauses.words[cue.last] not in WEAK_VERBS or opening in {"", "t", ":", ",", "p", "Q"}
    ):
        return True
    last = max(first, tags.rfind("Q", first, place) + 1)
    if tags.find("t", last, place) >= 0:
        return True
    return all(
        match[0] == "y" and clauses.words[match.start()] in {"be", "been", "being"}
        for match in _PREDICATE.finditer(tags, last, place)
    )


def _is_before_main_clause(clauses: SpeechClauses, cue: Cue, place: int) -> bool:
    """Tell whether another clause begins between ``cue`` and word ``place``, to which that of ``cue`` only leads: "When the
    officer called, Tamm left with “a trap”", "That Tamm announced the plan is “a signal”"."""
    if cue.subject is None or cue.inverted or cue.tag in "ASR":
        return False
    tags, words = clauses.tags, clauses.words
    first = cue.first if cue.tag in "GK" else cue.subject[0]
    low = max(clauses.boundary(first), tags.rfind("Q", 0, first) + 1)
    while low < first and tags[low] in "ca,":
        low += 1
    opening = words[low].lower() if low < first else ""
    if cue.tag in "GK":
        led = first - low <= 1 and (first == low or tags[low] in "ib")
    else:
        led = opening in _LEADING and first - low <= FAR // 4 and "," not in tags[low:first]
    if led:
        comma = _MAIN_SUBJECT.search(tags, cue.last + 1, place)
        return comma is not None and (
            cue.tag not in "GK" or _FINITE_VERB.search(tags, comma.start(), place) is not None
        )
    if opening == "that" and tags[low] == "t" and low + 1 == first:
        return len(_FINITE_VERB.findall(tags, cue.first, place)) > 1
    return False


_ANSWERED = re.compile("z[dNTrne#]{1,6}id?")
_LEADING = frozenset("when after before while although though since once until if because".split())
"""What opens a clause that leads to another."""
_MAIN_SUBJECT = re.compile(",a*(?:p|d?[NTrn#]{1,6})a*[xyvVJe]")
_FINITE_VERB = re.compile("[yvVJ]|(?<!x)x|(?<=[nrN])e")


def outermost_subject(clauses: SpeechClauses, left: Sequence[Cue]) -> WordSpan:
    """From a pronoun inside indirect speech ("She said she hopes ...") go out to the subject it repeats."""
    subject = left[-1].subject
    assert subject is not None
    for outer in reversed(left[:-1]):
        assert outer.subject is not None
        if clauses.tags[subject[0]] not in "pw" or clauses.words[subject[0]].lower() in {"i", "we", "you"}:
            break
        between = clauses.tags[outer.last + 1 : min(subject[0], left[-1].first)]
        pronouns = {clauses.words[place[0]].lower() for place in (subject, outer.subject)}
        if pronouns == {"he", "she"}:
            # "She said he then announced: “...”"
            break
        what = clauses.word(subject[0] - 1) == "what"
        if outer.inverted or re.search("[Q;]" if what else "[Q;,c]", between):
            break
        subject = outer.subject
    return subject

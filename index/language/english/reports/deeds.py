"""What is done, or still to come, and so no report, though its verb is one of saying."""

import re

from index.language.english.grammar.clauses import WordSpan
from index.language.english.reports.boundaries import NEAR
from index.language.english.reports.subjects import is_evidence
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.verbs import PAPERS, SAYING_VERBS

DEEDS = frozenset(
    "defend welcome offer accept reject dismiss propose oppose find show hail embrace promise pledge".split()
)
"""Verbs that say what somebody does as often as what he says: "welcomed a new member into the league"."""
TO_COME = frozenset({"will", "shall"})
"""Words that put what a verb says into the future."""
WAYS = frozenset(
    "encouraging urging asking ordering instructing directing offering accepting rejecting opposing proposing requesting".split()
)
"""What is a way of doing something behind "by": "seek help by asking the court"."""


def shows_by_deed(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a thing of somebody's shows something: "the success of the Union shows", which is no survey."""
    assert cue.subject is not None
    verb = stances.verb_of(clauses.words[cue.last])
    if verb not in _SHOWN_BY_THINGS or is_evidence(clauses, cue):
        return False
    own = cue.tag not in "GK" and clauses.tag(cue.first - 1) not in {"t", "w"}
    if verb == "show" and own and _PAPERS.isdisjoint(map(str.lower, clauses.words[slice(*cue.subject)])):
        # "Tamm showed Lund the door", "Harbour City show the season is alive", "Norland has shown that it poses a threat"
        return True
    owned = clauses.tags.rfind("s", cue.subject[0], cue.subject[1])
    if owned >= 0 and clauses.tag(owned + 1) == "n":
        # "Tamm's support from the unions highlights"
        return True
    of = next((place for place in range(*cue.subject) if clauses.words[place] == "of"), None)
    return of is not None and clauses.tags[of - 1] == "n"


_PAPERS = frozenset(
    """letter letters memo memos email emails post posts tweet tweets message messages texts book filing filings article testimony
    images photographs photos pictures map maps log logs notes minutes archive archives evidence document report""".split()
)
"""What shows in words or pictures."""
_SHOWN_BY_THINGS = frozenset(
    "show suggest indicate signal confirm reveal highlight underscore underline reflect".split()
)


def waits(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a clause in the present only says when something will be done: "after the Minister finds that"."""
    assert cue.subject is not None
    place = min(cue.subject[0], cue.first)
    while place and clauses.tags[place - 1] == "d":
        place -= 1
    return place > 0 and clauses.words[place - 1].lower() in _WAITING


_WAITING = frozenset("after before when once until unless whenever".split())


def is_to_come(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a participle goes on with what will be done: "will host the summit, reaffirming the alliance"."""
    assert cue.subject is not None
    if any(other.subject == cue.subject for other in clauses.cues_before(cue.first)):
        return False
    return not TO_COME.isdisjoint(clauses.words[cue.subject[1] : cue.first])


def shares_modal(clauses: SpeechClauses, first: int, last: int) -> bool:
    """Tell whether a verb has its "could" or "will" before the one that it is joined to: "could change the rules or deny"."""
    tags = clauses.tags
    if clauses.tag(first - 1) != "c" or "x" in tags[first:last]:
        return False
    place = max(tags.rfind(letter, clauses.boundary(first), first) for letter in "xz")
    word = clauses.words[place].lower() if place >= 0 else ""
    return stances.is_modal(word) or word in TO_COME


def is_led(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a form in -ing follows a preposition, alone or joined to another: "without confirming or denying that"."""
    words, first = clauses.words, cue.first
    if words[first - 1] in PAPERS | {"paper", "deal"} and _TO_SIGN.search(
        clauses.tags[max(0, first - NEAR // 2) : first]
    ):
        # "until noon to sign a paper promising to leave"
        return True
    if clauses.tag(first - 1) == "c" and clauses.tag(first - 2) in {"G", "K"}:
        first -= 2
    return clauses.word(first - 1).lower() in _OF and clauses.word(first - 2) != "short"


_TO_SIGN = re.compile("z[nBLve]d?[nr]{1,3}$")
_OF = frozenset("of for against from without about to".split())
"""Before a form in -ing: somebody is blamed for saying it, or kept from it, and need not be whom the sentence names."""


def is_said(clauses: SpeechClauses, cue: Cue, verb: str, content: WordSpan) -> bool:
    """Tell whether one of DEEDS with ``content`` behind it, a thing, reports words: not in a participle that goes on with a deed,
    and not where somebody is let in."""
    if verb == "welcome" and not _INTO.isdisjoint(clauses.words[content[0] : content[1]]):
        return False
    if verb == "defend" and not _DEFENDED.isdisjoint(clauses.words[content[0] : content[1]]):
        return False
    if verb in {"oppose", "accept"} and not _is_talked_of(clauses, content):
        return False
    if cue.tag not in "GK" or "y" in clauses.tags[cue.first : cue.last]:
        return True
    if not PAPERS.isdisjoint(clauses.words[max(0, cue.first - NEAR // 2) : cue.first]):
        return True
    return any(
        other.subject == cue.subject and clauses.words[other.last] in SAYING_VERBS
        for other in clauses.cues_before(cue.first)
    )


def _is_talked_of(clauses: SpeechClauses, content: WordSpan) -> bool:
    """Tell whether what is opposed or accepted is no person and no gift: "opposed his father", "accepted twenty tickets"."""
    head = content[0]
    while head + 1 < content[1] and clauses.tags[head + 1] in "dNTrn#es":
        head += 1
    return clauses.tags[head] != "r" and not _GIFTS.intersection(clauses.words[content[0] : head + NEAR // 2])


_GIFTS = frozenset(
    """ticket tickets gift gifts donation donations money payment payments bribe bribes prize award awards job post posts role
    position donations refugees cash""".split()
)
"""What is taken, and not agreed to with words."""
_DEFENDED = frozenset(
    "clients client homeland country home homes sovereignty territory freedom borders land city village people democracy".split()
)
"""What is defended with arms."""
_INTO = frozenset("into as to aboard back".split())


def refuses_deed(clauses: SpeechClauses, cue: Cue, content: WordSpan) -> bool:
    """Tell whether what is refused, an infinitive, is a deed, or is refused by habit: "refused to leave"."""
    inner = clauses.words[content[0] + 1].lower() if content[1] - content[0] > 1 else ""
    usual = _USUALLY.intersection(clauses.words[cue.first : cue.last])
    return inner not in _TAKEN_UP or bool(usual)


_USUALLY = frozenset("historically routinely regularly typically often usually generally".split())
_TAKEN_UP = frozenset(
    """accept sign recognize recognise agree ratify negotiate withdraw compromise concede endorse support back approve join
    consider adopt implement apologize apologise hand release allow let permit meet attend grant cede disarm surrender lift halt
    stop extend comply cooperate participate talk discuss cancel resign pay testify""".split()
)
"""What is offered or demanded of somebody, so that to refuse it rejects it; to refuse other things, "to leave", is a deed."""

"""What a verb or noun of saying reports behind itself, and how: "denied that the army had crossed", "his refusal to leave"."""

import re

from index.language.english.grammar.clauses import WordSpan
from index.language.english.people.speaking import can_speak
from index.language.english.reports.boundaries import (
    FINITE,
    NEAR,
    PREDICATE,
    end_behind,
    end_of_report,
    is_clause,
    without_remark,
)
from index.language.english.reports.complements import complement_of, noun_before
from index.language.english.reports.contents import (
    is_untrue_before,
    opening_condition,
    refuted_claim,
    start_of_what_is_false,
    withheld_inside,
)
from index.language.english.reports.deeds import DEEDS, WAYS, is_said, refuses_deed, shares_modal
from index.language.english.reports.manner import (
    Manner,
    condition_of,
    governor_of,
    is_hearsay,
    is_negated,
    is_told_by_others,
    is_turned,
)
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.verbs import SAYING_VERBS


def report_after(clauses: SpeechClauses, number: int) -> tuple[Manner, WordSpan] | None:
    """What a cue reports after itself, and how."""
    cue = clauses.cues[number]
    tags, words = clauses.tags, clauses.words
    if cue.tag == "A":
        start = cue.subject[1] if cue.subject else cue.last + 1
        # The clause behind the comma is what is reported, and ends nothing.
        later = clauses.cues_behind(number)
        if (
            later
            and later[0].subject == clauses.phrase_at(start + 1)
            and not _reports_itself(clauses, later[0])
        ):
            later = later[1:]
        end = end_behind(clauses, cue, later)
        if clauses.tag(start) != "," or not is_clause(clauses, start + 1, end):
            return None
        return Manner("says", (cue.first, cue.last + 1)), (start + 1, end)
    if cue.inverted:
        return None
    end = end_of_report(clauses, number)
    if tags.startswith(",A", end) and tags[end - 1] in "yz":
        # "said that the change is, according to Lund, ..."
        return None
    if cue.tag == "S":
        return _named_by_noun(clauses, cue, end)
    if cue.tag == "R":
        start = cue.last + 2
        if tags[cue.last + 1 : start] != "t":
            return None
        stance = stances.stance_of_noun(words[cue.last])
        return Manner(stance, (cue.first, start), condition_of(clauses, cue)), (start, end)
    first, negative, unsure = cue.first, is_negated(clauses, cue), False
    if words[cue.last] == "pressing" or clauses.stands_at(cue.last - 1, "early", "warning"):
        return None
    if (
        cue.tag in "BL"
        and "z" not in tags[cue.first : cue.last]
        and shares_modal(clauses, cue.first, cue.last)
    ):
        return None
    if clauses.word(cue.first - 1) == "by" and words[cue.last] in WAYS:
        return None
    if (
        cue.subject is not None
        and cue.subject[0] == 1
        and words[0] in {"Say", "Suppose", "Imagine", "Assume"}
    ):
        return None
    if "z" in tags[cue.first : cue.last]:
        governor = governor_of(clauses, cue)
        if governor is None:
            return None
        first, withheld, unsure = governor
        if tags[cue.first - 1] in "BL" and shares_modal(clauses, first, cue.first):
            return None
        negative = negative or withheld
    elif clauses.stands_at(cue.first - 2, "no", "longer"):
        first -= 2
    elif clauses.word(cue.first - 1) == "nor":
        if clauses.word(cue.first - 2) in {"confirmed", "confirm"}:
            # One report of both verbs is made with the first.
            return None
        first = _start_of_neither(clauses, cue.first)
    elif is_turned(clauses, cue) and cue.subject is not None:
        first = cue.subject[0] - 2
        first -= 2 * (first > 1 and words[first - 1].lower() == "no")
    elif cue.tag in "GK" and cue.first and stances.verb_of(words[cue.first - 1]) in _AVOIDING:
        first, negative = cue.first - 1, True
    elif clauses.word(cue.first - 1) == "of" and clauses.word(cue.first - 2) == "short":
        first, negative = max(0, cue.first - 3), True
    if cue.subject is not None and cue.subject[1] <= first:
        # The negation is shown with the verb that it negates: "Neither Tamm nor Lund said".
        if "nor" in words[slice(*cue.subject)]:
            first = cue.subject[0]
            first -= clauses.word(first - 1) == "Neither"
        elif clauses.word(cue.subject[0] - 1) == "nor":
            first = cue.subject[0] - 1
    return _with_complement(clauses, cue, first, end, negative, unsure)


def _reports_itself(clauses: SpeechClauses, cue: Cue) -> bool:
    return clauses.words[cue.last] in SAYING_VERBS


def _named_by_noun(clauses: SpeechClauses, cue: Cue, end: int) -> tuple[Manner, WordSpan] | None:
    """What a noun with its owner reports: "Lund's denial that", "the rebels' threat to"."""
    tags, start = clauses.tags, cue.last + 2
    stance = stances.stance_of_noun(clauses.words[cue.last])
    if tags[cue.last + 1 : start] == "z":
        finite = PREDICATE.search(tags, start, end)
        content = (start - 1, finite.start() if finite else end)
        while tags[content[1] - 1] == "a":
            content = (content[0], content[1] - 1)
        return (Manner(stance, (cue.first, cue.last + 1)), content) if content[1] - content[0] > 1 else None
    if tags[cue.last + 1 : start] != "t" or not FINITE.search(tags, start, end):
        return None
    return Manner(stance, (cue.first, start)), (start, _end_of_clause(clauses, start, end))


def _end_of_clause(clauses: SpeechClauses, start: int, end: int) -> int:
    """Where the clause at word ``start`` ends inside a longer one: at a second predicate that nothing joins to the first, as in
    "her claim that the port was mined drew laughter"."""
    tags = clauses.tags
    first = _PREDICATE_WORDS.search(tags, start, end)
    if first is None:
        return end
    second = PREDICATE.search(tags, first.end(), end)
    if second is None or _JOINING.search(tags, first.end(), second.start()):
        return end
    stop = second.start()
    while stop > first.end() and tags[stop - 1] == "a":
        stop -= 1
    return stop if stop - start > 1 else end


_PREDICATE_WORDS = re.compile("[xy](?:a*[xy])*(?:a*[vVJePMBLGKn])?|[vVJe]")
_JOINING = re.compile("[cbwtz,p]")
_AVOIDING = frozenset("avoid avoided avoids avoiding resist resisted stop stopped stops quit ceased".split())
"""What leaves unsaid the form in -ing behind it: "avoided saying whether"."""


def _start_of_neither(clauses: SpeechClauses, first: int) -> int:
    """Where "have neither confirmed nor denied", whose last verb stands at word ``first``, begins."""
    place = first
    while place > max(0, first - NEAR) and clauses.words[place].lower() != "neither":
        place -= 1
    if clauses.words[place].lower() != "neither":
        return first
    while place and clauses.tags[place - 1] in "xy":
        place -= 1
    return place


def _with_complement(
    clauses: SpeechClauses, cue: Cue, first: int, end: int, negative: bool, unsure: bool
) -> tuple[Manner, WordSpan] | None:
    found = complement_of(clauses, cue, end, negative)
    if found is None:
        return None
    kind, cue_end, content, verb = found
    if kind in {"to", "thing"}:
        content = without_remark(clauses, content)
    stance = stances.complements_of(verb)[kind] if verb != "rule out" else "rejects"
    claim = noun_before(clauses, cue.last + 1, cue_end - 1)
    if stances.is_claim(clauses.words[claim]) and kind == "that" and claim > cue.last:
        stance = "denies" if stance in {"denies", "rejects"} else stance
    if negative and kind == "thing" and stance == "says":
        return None
    if negative:
        stance = stances.negated(stance, verb)
    refused = kind == "to" and stance == "rejects" and verb in {"refuse", "decline"}
    if refused and refuses_deed(clauses, cue, content):
        return None
    if kind == "to" and _UNNAMED.match(" ".join(clauses.words[content[0] : content[0] + NEAR])):
        return None
    if verb == "cite" and _cites_somebody(clauses, content):
        return None
    if kind == "to" and _is_no_demand(clauses, cue, verb, content):
        return None
    if kind == "thing" and verb in DEEDS and not is_said(clauses, cue, verb, content):
        return None
    hearsay = unsure or is_hearsay(clauses, cue) or is_told_by_others(clauses, cue)
    if stance == "says" and kind == "that" and clauses.tag(cue.last + 1) == ",":
        assert cue.subject is not None
        if is_untrue_before(clauses, cue.subject[0]):
            return Manner("denies", (clauses.boundary(cue.first), cue_end), None, hearsay), content
    if stance == "says" and kind == "that":
        false = start_of_what_is_false(clauses, content)
        if false is not None:
            stance, cue_end, content = "denies", false, (false, content[1])
        refuted = refuted_claim(clauses, content)
        if refuted is not None:
            return Manner("denies", (refuted[1], content[1]), condition_of(clauses, cue), hearsay), refuted
        inner = withheld_inside(clauses, content)
        if inner is not None:
            stance, cue_end, content = inner[0], inner[1], (inner[1], content[1])
    condition = condition_of(clauses, cue) or (
        opening_condition(clauses, content) if kind == "that" else None
    )
    if verb in _APOLOGISING and clauses.tags[content[0]] in "GK":
        # "apologised for saying that the bank was broke"
        stance = "rejects" if stance == "says" else stance
    if stance == "says":
        return Manner(stance, (first, cue.last + 1), condition, hearsay), content
    return Manner(stance, (first, max(cue_end, cue.last + 1)), condition, hearsay), content


def _is_no_demand(clauses: SpeechClauses, cue: Cue, verb: str, content: WordSpan) -> bool:
    """Tell whether what looks like a demand is none: "pleaded guilty to fraud", "wants nothing to do with it", or "Pilots urged
    to strike", where others urge them."""
    first = clauses.words[content[0]].lower()
    if verb == "plead" and first in {"guilty", "innocent", "not", "no"}:
        return True
    if first in {"nothing", "anything", "something"}:
        return True
    to = clauses.tags.find("z", content[0], content[0] + NEAR // 2)
    if to > content[0] and clauses.words[to - 1] in _HOW:
        # "told members how to prepare"
        return True
    bare = "xyz".find(clauses.tags[cue.first : cue.first + 1] or "-") < 0
    return (
        clauses.tags[content[0]] == "z"
        and verb in _WITH_ADDRESSEE
        and bare
        and clauses.words[cue.last].endswith(("ed", "told"))
    )


_HOW = frozenset("how what where when whether".split())
_APOLOGISING = frozenset({"apologise", "apologize"})
_WITH_ADDRESSEE = frozenset(
    "urge tell remind order instruct direct command encourage advise implore exhort pressure warn".split()
)
"""Verbs that have somebody behind them of whom something is demanded; without one they are passive."""


def _cites_somebody(clauses: SpeechClauses, content: WordSpan) -> bool:
    """Tell whether who told it is cited, and no words: "citing a senior official", "citing people in the room"."""
    whom = clauses.phrase_at(content[0])
    if whom is None:
        return False
    return "r" in clauses.tags[slice(*whom)] or can_speak(" ".join(clauses.words[slice(*whom)]))


_UNNAMED = re.compile(
    "to use (?:an?|the|his|her) (?:pseudonym|alias|nickname|first name)|to be (?:known|identified) (?:only )?(?:as|by)"
    "|not to be (?:[a-z]+ ){0,3}?(?:named|identified|quoted)|to remain anonymous|for anonymity"
)
"""What whoever speaks asks for himself: "asked not to be named"."""

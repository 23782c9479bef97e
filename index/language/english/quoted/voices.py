"""Who speaks a quotation: the clause behind it, before it, or at the end of its sentence, or a label."""

import re
from typing import NamedTuple

from index.language.english.grammar.clauses import FAR, WordSpan
from index.language.english.quoted.reach import (
    goes_on_with_that,
    is_modifier,
    is_plan_of,
    is_promised,
    is_thing_of,
    outermost_subject,
    reaches,
)
from index.language.english.reports.boundaries import SHORTEST, is_closed
from index.language.english.reports.contents import start_of_what_is_false, withheld_inside
from index.language.english.reports.manner import Manner, manner_of_quotation
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.verbs import SAYING_VERBS, WEAK_VERBS
from index.model import Span, Stance

HEADING = re.compile("[NT]{1,4}:")


class Voice(NamedTuple):
    """Who says it (``source``), the words that say so (``cue``), and what they do to it."""

    source: Span
    cue: Span | None
    stance: Stance = "says"
    condition: Span | None = None
    hearsay: bool = False


def _is_described(clauses: SpeechClauses, cue: Cue, after: int) -> bool:
    """Tell whether the words from ``after`` on say who somebody is, whose full name is the subject of ``cue``."""
    if cue.subject is None or clauses.words[cue.last] not in SAYING_VERBS:
        return False
    first, end = cue.subject
    named = end - first > 1 and set(clauses.tags[first:end]) == {"N"}
    return named and _DESCRIBED.fullmatch(clauses.tags, after, first) is not None


_DESCRIBED = re.compile("(?=[^,]*r)[dNTrsneicp]{2,14},")
"""What says who somebody is, between a quotation and the name of who said it: "Lund's neighbour in Halm, Mara Tamm, said"."""


def said_after(clauses: SpeechClauses, place: int) -> Voice | None:
    """The clause that follows the quotation at word ``place``."""
    after = place + 1
    while clauses.tag(after) in {",", "-", "a"} or clauses.word(after) == "as":
        after += 1
    for cue in clauses.cues_after(place):
        head = min(cue.subject[0], cue.first) if cue.subject and cue.tag != "S" else place
        if head == after and cue.tag in "VJBA":
            if clauses.tag(place - 1) == "d" and after == place + 1 and not is_closed(clauses, cue):
                # "After Lund endorsed the “right to repair,” the firm announced a plan"
                return None
            return voice_of(clauses, cue, place)
        if head > after:
            return voice_of(clauses, cue, place) if _is_described(clauses, cue, after) else None
    return None


def said_before(clauses: SpeechClauses, place: int) -> Voice | None:
    """The nearest clause before the quotation at word ``place`` whose words go on as far as that."""
    left = clauses.cues_before(place)
    while left and not reaches(clauses, left[-1], place):
        left.pop()
    while len(left) > 1 and clauses.tags[place - 1] == ":" and is_modifier(clauses, left[-2], left[-1]):
        # "Tamm rejected pilots guarding the port: ..."
        left.pop()
    while len(left) > 1 and left[-1].tag in "JLM" and is_thing_of(clauses, left[-2], left[-1]):
        # "Tamm said that the footage did not give ..."
        left.pop()
    while len(left) > 1 and is_promised(clauses, left[-2], left[-1]):
        # "pledged to hold the firms “accountable”"
        left.pop()
    while len(left) > 1 and goes_on_with_that(clauses, left[-2], left[-1], place):
        # "Lund said she had spoken to him once and that it lasted ..."
        left.pop()
    while len(left) > 1 and is_plan_of(clauses, left[-2], left[-1]):
        # "Lund said that the company planned to hire ..."
        left.pop()
    if not left:
        return None
    subject = outermost_subject(clauses, left)
    for outer in reversed(left[:-1]):
        opens = clauses.tags[outer.last + 1] in "tb"
        if opens and outer.subject == subject and subject != left[-1].subject:
            voice = voice_of(clauses, outer, place, subject)
            if voice.stance in _NOT_SAID:
                # "denied that she had called it “a trap”"
                return voice
    return voice_of(clauses, left[-1], place, subject)


_NOT_SAID = frozenset({"denies", "declines to say", "doubts", "asks"})


def said_at_end(clauses: SpeechClauses, place: int) -> Voice | None:
    """The clause that ends the sentence of the quotation at word ``place``."""
    cues = (
        cue
        for cue in clauses.cues_after(place)
        if cue.reporting
        and cue.tag != "S"
        and (clauses.words[cue.last] not in WEAK_VERBS or is_closed(clauses, cue))
    )
    cue = next(cues, None)
    if cue is None or cue.first - place > FAR:
        return None
    between = clauses.tags[place + 1 : cue.first]
    if not is_closed(clauses, cue) and clauses.words[cue.last] in SAYING_VERBS:
        # "Citing the “old law,” Tamm closed by urging the council to act."
        return None
    if ":" in between or "<" in between or "-d" in between or clauses.tag(cue.last + 1) == ":":
        # A caption, or an item of a list: the clause has words of its own.
        return None
    return voice_of(clauses, cue, place)


def voice_of(clauses: SpeechClauses, cue: Cue, place: int, subject: WordSpan | None = None) -> Voice:
    """Who speaks, with ``cue``, the quotation at word ``place``, and how."""
    source = subject or cue.subject
    assert source is not None
    manner = manner_of_quotation(clauses, cue, place)
    if manner.stance == "says" and cue.last < place and not cue.inverted:
        manner = _turned_inside(clauses, cue, place, manner)
    return Voice(
        clauses.span(source),
        clauses.span(manner.cue),
        manner.stance,
        clauses.span(manner.condition) if manner.condition else None,
        manner.hearsay,
    )


def _turned_inside(clauses: SpeechClauses, cue: Cue, place: int, manner: Manner) -> Manner:
    """What the words between a verb of saying and the quotation at word ``place`` do to it: "said it was untrue that it was “a
    trap”"."""
    content = (cue.last + 1, place + SHORTEST)
    false = start_of_what_is_false(clauses, content)
    if false is not None and false <= place and "," not in clauses.tags[false:place]:
        return manner._replace(stance="denies", cue=(cue.first, place))
    withheld = withheld_inside(clauses, content)
    if withheld is not None and withheld[1] <= place and "," not in clauses.tags[withheld[1] : place]:
        return manner._replace(stance=withheld[0], cue=(cue.first, place))
    return manner


def labelled(clauses: SpeechClauses, start: int, place: int) -> Voice | None:
    """Whose the quotation at word ``place`` is behind a label that ends at word ``start``: the label's, where nothing stands
    between; else that of a second label, or of whom a headline names behind the words: "Courier: ‘It is over’: mayor leaves"."""
    if clauses.tag(place + 1) == ":":
        named = clauses.phrase_at(place + 2)
        return Voice(clauses.span(named), None) if named else None
    second = HEADING.match(clauses.tags, start)
    if second is not None and second.end() <= place:
        return Voice(clauses.span((start, second.end() - 1)), None)
    between = clauses.tags[start:place]
    return Voice(clauses.span((0, start - 1)), None) if not between.strip("*[<>,d-") else None


def said_plainly(voice: Voice | None, *, always: bool = False) -> Voice | None:
    """Return who spoke before, without what that sentence alone did: who "denied" there only says the next words."""
    kept = voice is None or (voice.stance == "says" and not always)
    return voice if kept or voice is None else Voice(voice.source, None)

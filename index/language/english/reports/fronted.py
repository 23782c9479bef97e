"""What is reported before whoever says it: "That the ships had left, Tamm denied", "It was claimed by Tamm that ..."."""

import re

from index.language.english.grammar.clauses import FAR, WordSpan
from index.language.english.reports.boundaries import FINITE, SHORTEST, end_behind, end_of_report, is_closed
from index.language.english.reports.contents import is_untrue_before, refuted_claim, start_of_what_is_false
from index.language.english.reports.deeds import TO_COME, is_to_come, waits
from index.language.english.reports.manner import (
    QUESTION_WORDS,
    Manner,
    condition_of,
    governor_of,
    is_hearsay,
    is_negated,
    regretted,
)
from index.language.english.reports.report import Report
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import CONDITIONAL, Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.stances import Complement
from index.language.english.speech.verbs import SAYING_VERBS


def denied_before(clauses: SpeechClauses, cue: Cue) -> Report | None:
    """What stands before a denial in the passive: "Reports that the army had crossed were denied by Tamm"."""
    assert cue.subject is not None
    verb = stances.verb_of(clauses.words[cue.last])
    if not cue.inverted or verb not in _DENYING or "y" not in clauses.tags[cue.first : cue.last]:
        return None
    low = clauses.boundary(cue.first)
    that = clauses.tags.find("t", low, cue.first)
    if that < low or not (that == low or stances.is_claim(clauses.words[that - 1])):
        return None
    if cue.first - that <= SHORTEST or "Q" in clauses.tags[that : cue.first]:
        return None
    return Report((that + 1, cue.first), cue.subject, Manner("denies", (cue.first, cue.last + 1)))


def called_false(
    clauses: SpeechClauses, cue: Cue, manner: Manner, content: WordSpan
) -> tuple[Manner, WordSpan]:
    """What stands before a verb of saying, as a denial where it calls a claim false: "It is untrue that ..."."""
    false = start_of_what_is_false(clauses, content)
    if false is not None:
        return manner._replace(stance="denies", cue=(content[0], false)), (false, content[1])
    refuted = refuted_claim(clauses, content)
    if refuted is not None:
        return manner._replace(stance="denies", cue=(refuted[1], cue.last + 1)), refuted
    return manner, content


def split_report(clauses: SpeechClauses, number: int) -> Report | None:
    """A clause with its "that" parted by the words that say so: "There is no evidence, Tamm said, that the bridge is mined"."""
    cue = clauses.cues[number]
    assert cue.subject is not None
    tags, low = clauses.tags, clauses.boundary(cue.first)
    first, last = min(cue.subject[0], cue.first), max(cue.subject[1], cue.last + 1)
    if not tags.startswith(",t", last) or clauses.tag(first - 1) != "," or first - low > FAR:
        return None
    if clauses.words[cue.last] not in SAYING_VERBS or FINITE.search(tags, low, first) is None:
        return None
    opens = tags[low] == "p" or clauses.words[low].lower() == "there"
    if not opens or is_untrue_before(clauses, first) or is_negated(clauses, cue):
        return None
    manner = Manner("says", (cue.first, cue.last + 1), None, is_hearsay(clauses, cue))
    content = (low, end_of_report(clauses, number))
    report = checked_report(clauses, cue, manner, content)
    return None if report is None else report._replace(inserted=(first - 1, last + 1))


def fronted(clauses: SpeechClauses, cue: Cue) -> Report | None:
    """A clause that stands before who denies, doubts or withholds it: "That the ships had left, Tamm denied", "Why they had
    left, Lund declined to say"."""
    assert cue.subject is not None
    tags, words = clauses.tags, clauses.words
    comma = min(cue.subject[0], cue.first) - 1
    low = clauses.boundary(comma) if comma > SHORTEST else comma
    if clauses.tag(comma) != "," or cue.inverted or comma - low <= SHORTEST or not is_closed(clauses, cue):
        return None
    opening = words[low].lower()
    kind: Complement = "that" if opening == "that" else "whether"
    takes = stances.complements_of(stances.verb_of(words[cue.last]))
    if kind not in takes or (opening != "that" and opening not in QUESTION_WORDS - {"if"}):
        return None
    to_come = TO_COME.union({"would", "might"}).intersection(words[low:comma])
    if opening in {"when", "where", "who"} and not to_come:
        # "When the ships left, Tamm did not say"
        return None
    if tags[low + 1] in "xy" or FINITE.search(tags, low + 1, comma) is None:
        return None
    first, negative = cue.first, is_negated(clauses, cue)
    if "z" in tags[cue.first : cue.last]:
        governor = governor_of(clauses, cue)
        if governor is None:
            return None
        first, negative = governor[0], negative or governor[1]
    stance = stances.negated(takes[kind], stances.verb_of(words[cue.last])) if negative else takes[kind]
    if stance == "says":
        return None
    manner = Manner(stance, (first, cue.last + 1), None, is_hearsay(clauses, cue))
    return checked_report(clauses, cue, manner, (low + (opening in {"that", "whether"}), comma))


def told_by_agent(clauses: SpeechClauses, cue: Cue) -> tuple[Manner, WordSpan] | None:
    """What is told in the passive of "it": "It was claimed by Tamm that the bridge was mined"."""
    if not cue.inverted or cue.subject is None or "y" not in clauses.tags[cue.first : cue.last]:
        return None
    that = cue.subject[1]
    stance = stances.complements_of(stances.verb_of(clauses.words[cue.last])).get("that")
    it = clauses.word(cue.first - 1).lower() == "it"
    if not it or stance is None or clauses.tag(that) != "t" or is_negated(clauses, cue):
        return None
    end = end_behind(clauses, cue._replace(last=that), clauses.cues_from(that + 1))
    manner = Manner(stance, (cue.first, cue.last + 1), condition_of(clauses, cue), is_hearsay(clauses, cue))
    return (manner, (that + 1, end)) if end - that > SHORTEST else None


_DENYING = frozenset("deny reject dismiss dispute refute rebut contest".split())
DENIED_THINGS = frozenset(
    "wrongdoing involvement responsibility liability guilt charges allegations accusations claims rumours rumors".split()
)
"""What is denied in one word."""
_VERB_OF_SUBJECT = re.compile("[VJBP]|(?<=[nrNT])e")


def checked_report(clauses: SpeechClauses, cue: Cue, manner: Manner, content: WordSpan) -> Report | None:
    """Return the report that ``cue`` makes of ``content``; None where it has not been said, or is not words enough."""
    assert cue.subject is not None
    one = content[1] - content[0] == 1 and clauses.words[content[0]] in DENIED_THINGS
    if content[1] - content[0] <= 1 and not (one and manner.stance == "denies"):
        return None
    subject = cue.subject
    verb = _VERB_OF_SUBJECT.search(clauses.tags[slice(*subject)])
    if verb is not None and cue.tag == "G":
        subject = (subject[0], subject[0] + verb.start())
    elif verb is not None or (
        clauses.tags[content[0]] in "xyVJ"
        and clauses.words[content[0]] != "having"
        and clauses.words[content[0]] not in CONDITIONAL
    ):
        return None
    if subject[1] <= subject[0]:
        return None
    if not TO_COME.isdisjoint(clauses.words[cue.first : cue.last]) and not is_negated(clauses, cue):
        # What is still to be said has not been said.
        return None
    if cue.tag in "GK" and is_to_come(clauses, cue):
        return None
    if clauses.words[cue.last].endswith("s") and waits(clauses, cue):
        return None
    if manner.condition is not None and clauses.words[manner.condition[0]].lower() == "whether":
        # "We wonder whether the leaders praise the raid"
        return None
    manner = _in_earnest(clauses, cue, manner)
    if manner.condition is not None and _is_supposed(clauses, cue, manner.condition):
        return None
    if manner.stance == "says" and manner.condition is not None and cue.tag == "G":
        # "unless the minister publishes a notice stating that ..."
        return None
    depends = clauses.words[manner.condition[0]] if manner.condition is not None else ""
    if depends not in CONDITIONAL and stances.is_modal(depends):
        return None
    if (content[1] - content[0] < SHORTEST and manner.stance == "says") or content[1] <= content[0]:
        return None
    return Report(content, subject, manner)


def _in_earnest(clauses: SpeechClauses, cue: Cue, manner: Manner) -> Manner:
    """Return ``manner`` of words as rejected where the speaker takes them back, as hearsay where he only thinks them."""
    if manner.stance != "says":
        return manner
    sorry = regretted(clauses, cue) if cue.tag in "GK" else None
    if sorry is not None:
        return manner._replace(stance="rejects", cue=(sorry, cue.last + 1))
    only_thinks = cue.first == cue.last and clauses.tag(cue.last + 1) not in {",", "Q"}
    if clauses.words[cue.last] in _THOUGHT and only_thinks:
        # "Tamm thought we would be weak": who tells of it says so.
        return manner._replace(hearsay=True)
    return manner


_THOUGHT = frozenset("thought believed hoped feared felt knew".split())
"""Forms of what goes on in somebody's mind."""


def _is_supposed(clauses: SpeechClauses, cue: Cue, condition: WordSpan) -> bool:
    """Tell whether only the case is named in which somebody or other says it: "unless a foreign government confirms that"."""
    assert cue.subject is not None
    anybody = clauses.words[cue.subject[0]].lower() in _ANYBODY
    return anybody and condition[1] == cue.subject[0] and clauses.words[cue.last].endswith("s")


_ANYBODY = frozenset("a an any another either someone somebody anyone anybody".split())

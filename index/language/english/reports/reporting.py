"""Reported speech in a sentence: each clause that reports, what it reports, and what it does to it.

"Tamm denied that the army had crossed" denies; "Quint refused to say whether" declines to say; "asked the mediator to stay"
demands. A clause inside what another clause reports is that one's words and not listed for itself.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from index.language.english.clauses import FAR, WordSpan
from index.language.english.people.speaking import can_speak
from index.language.english.reports.boundaries import (
    FINITE,
    NEAR,
    PREDICATE,
    SHORTEST,
    TELLING,
    clause_around,
    clause_before,
    end_behind,
    end_of_report,
    is_clause,
    is_closed,
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
from index.language.english.reports.deeds import (
    DEEDS,
    TO_COME,
    WAYS,
    is_led,
    is_said,
    is_to_come,
    refuses_deed,
    shares_modal,
    shows_by_deed,
    waits,
)
from index.language.english.reports.manner import (
    QUESTION_WORDS,
    Manner,
    condition_of,
    governor_of,
    is_hearsay,
    is_negated,
    is_told_by_others,
    is_turned,
    is_unfounded,
    regretted,
)
from index.language.english.reports.phrases import manners_of_phrases
from index.language.english.reports.subjects import is_body, is_third_person
from index.language.english.speech import stances
from index.language.english.speech.cues import CONDITIONAL, Cue, SpeechClauses
from index.language.english.speech.stances import Complement
from index.language.english.speech.verbs import ASKED_FORMS, SAYING_VERBS

_MEDIA = frozenset("media reports outlets agencies newspapers agency news".split())


class Report(NamedTuple):
    """Words ``content`` that ``subject`` reports in the given manner, all as words of a sentence.

    ``inserted`` are the words inside them that say so, between commas: "The museum, Tamm said, is full".
    """

    content: WordSpan
    subject: WordSpan
    manner: Manner
    inserted: WordSpan | None = None

    @property
    def pieces(self) -> tuple[WordSpan, ...]:
        """What is reported, without the words that say so."""
        return without_inserted(self.content, self.inserted)


def without_inserted(content: WordSpan, inserted: WordSpan | None) -> tuple[WordSpan, ...]:
    """Return what is left of ``content``, a span of words or of characters, without one inside it."""
    if inserted is None:
        return (content,)
    return (content[0], inserted[0]), (inserted[1], content[1])


def find_reports(clauses: SpeechClauses) -> list[Report]:
    """Return the reported speech of a sentence, in order; what holds a quotation is left to the quotation."""
    if clauses.tags.endswith("?"):
        # "Has Tamm called for a truce?" reports nothing.
        return []
    found = [
        (cue, report)
        for number, cue in enumerate(clauses.cues)
        if (report := _report(clauses, number)) is not None
    ]
    unanswered = _not_answered(clauses)
    if unanswered is not None:
        return [unanswered]
    found = [*_without_phrases(found, phrased := list(_phrased(clauses))), *phrased]
    if not found:
        return []
    holding = _Contents(
        [
            *(piece for _, report in found if not _is_media(clauses, report) for piece in report.pieces),
            *_supposed(clauses),
        ]
    )
    kept = [(cue, report) for cue, report in found if not holding.hold(cue.first)]
    # "said he was sceptical that": both report the same, and the outer one says whose words they are.
    kept = list({item[1].content: item for item in sorted(kept, key=_place, reverse=True)}.values())
    places = sorted(cue.first for cue, _ in kept)
    quoted = [place for place, tag in enumerate(clauses.tags) if tag == "Q"]
    return sorted(
        (
            report
            for _, report in kept
            if not _any_within(quoted, report.content)
            and not (_is_media(clauses, report) and _any_within(places, report.content))
        ),
        key=lambda report: report.content,
    )


def _supposed(clauses: SpeechClauses) -> Iterator[WordSpan]:
    """What is only supposed to be said, and reported by nobody: "Tamm may say that he accepts the offer"."""
    for number, cue in enumerate(clauses.cues):
        if cue.subject is not None and any(map(stances.is_modal, clauses.words[cue.first : cue.last])):
            supposed = _after(clauses, number)
            if supposed is not None and supposed[0].condition is not None:
                yield supposed[1]


def _place(item: tuple[Cue, Report]) -> int:
    return item[1].manner.cue[0]


def _phrased(clauses: SpeechClauses) -> Iterator[tuple[Cue, Report]]:
    """What phrases report that are more than a verb of saying."""
    for cue, manner, content in manners_of_phrases(clauses):
        if is_third_person(clauses, cue.subject) or is_body(clauses, cue):
            assert cue.subject is not None
            yield cue, Report(content, cue.subject, manner)


def _without_phrases(
    found: Sequence[tuple[Cue, Report]], phrased: Sequence[tuple[Cue, Report]]
) -> list[tuple[Cue, Report]]:
    """What is found without the reports of verbs that a phrase has in it: "demanded to know why" asks, and demands nothing."""
    within = [(cue.first, cue.last) for cue, _ in phrased]
    return [item for item in found if not any(first <= item[0].last <= last for first, last in within)]


class _Contents:
    """What a sentence reports, asked whether a word stands in any of it."""

    def __init__(self, contents: Iterable[WordSpan]) -> None:
        ordered = sorted(contents)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, place: int) -> bool:
        number = bisect_right(self._starts, place)
        return number > 0 and place < self._ends[number - 1]


def _any_within(places: Sequence[int], content: WordSpan) -> bool:
    return bisect_left(places, content[0]) < bisect_left(places, content[1])


def _report(clauses: SpeechClauses, number: int) -> Report | None:
    cue = clauses.cues[number]
    if not (is_third_person(clauses, cue.subject) or is_body(clauses, cue)):
        return None
    if is_unfounded(clauses, cue):
        return None
    if cue.tag in "GK" and clauses.words[cue.first - 1 : cue.first] in (["said"], ["says"]):
        # "Tamm said warning people would not help": the form is what her sentence is about.
        return None
    if shows_by_deed(clauses, cue) or (cue.tag in "GK" and is_led(clauses, cue)):
        return None
    assert cue.subject is not None
    refuted = _denied_before(clauses, cue)
    if refuted is not None:
        return refuted
    split = _split(clauses, number) or _fronted(clauses, cue)
    if split is not None:
        return split
    after = _after(clauses, number) or _by_agent(clauses, cue)
    if after is not None:
        manner, content = after
        return _checked(clauses, cue, manner, content)
    if cue.tag == "A" or (clauses.words[cue.last] in SAYING_VERBS and is_closed(clauses, cue)):
        if clauses.words[cue.last] in TELLING and clauses.words[cue.last + 1 : cue.last + 2] in _TOLD_OF:
            # "travellers from Norland and Sudria told about the storm"
            return None
        if is_negated(clauses, cue):
            return None
        manner = Manner("says", (cue.first, cue.last + 1), None, is_hearsay(clauses, cue))
        around = clause_around(clauses, number)
        if around is not None:
            content, inserted = around
            report = _checked(clauses, cue, manner._replace(condition=condition_of(clauses, cue)), content)
            return None if report is None else report._replace(inserted=inserted)
        content_before = clause_before(clauses, number)
        if content_before is not None:
            manner, content_before = _called_false(clauses, cue, manner, content_before)
            return _checked(clauses, cue, manner, content_before)
    return None


def _denied_before(clauses: SpeechClauses, cue: Cue) -> Report | None:
    """What stands before a denial in the passive: "Reports that the army had crossed were denied by Tamm"."""
    assert cue.subject is not None
    verb = stances.verb_of(clauses.words[cue.last])
    if not cue.inverted or verb not in _DENIED or "y" not in clauses.tags[cue.first : cue.last]:
        return None
    low = clauses.boundary(cue.first)
    that = clauses.tags.find("t", low, cue.first)
    if that < low or not (that == low or stances.is_claim(clauses.words[that - 1])):
        return None
    if cue.first - that <= SHORTEST or "Q" in clauses.tags[that : cue.first]:
        return None
    return Report((that + 1, cue.first), cue.subject, Manner("denies", (cue.first, cue.last + 1)))


def _called_false(
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


def _split(clauses: SpeechClauses, number: int) -> Report | None:
    """A clause with its "that" parted by the words that say so: "There is no evidence, Tamm said, that the bridge is mined"."""
    cue = clauses.cues[number]
    assert cue.subject is not None
    tags, low = clauses.tags, clauses.boundary(cue.first)
    first, last = min(cue.subject[0], cue.first), max(cue.subject[1], cue.last + 1)
    if tags[last : last + 2] != ",t" or tags[first - 1 : first] != "," or first - low > FAR:
        return None
    if clauses.words[cue.last] not in SAYING_VERBS or FINITE.search(tags, low, first) is None:
        return None
    opens = tags[low] == "p" or clauses.words[low].lower() == "there"
    if not opens or is_untrue_before(clauses, first) or is_negated(clauses, cue):
        return None
    manner = Manner("says", (cue.first, cue.last + 1), None, is_hearsay(clauses, cue))
    content = (low, end_of_report(clauses, number))
    report = _checked(clauses, cue, manner, content)
    return None if report is None else report._replace(inserted=(first - 1, last + 1))


def _fronted(clauses: SpeechClauses, cue: Cue) -> Report | None:
    """A clause that stands before who denies, doubts or withholds it: "That the ships had left, Tamm denied", "Why they had
    left, Lund declined to say"."""
    assert cue.subject is not None
    tags, words = clauses.tags, clauses.words
    comma = min(cue.subject[0], cue.first) - 1
    low = clauses.boundary(comma) if comma > SHORTEST else comma
    if (
        tags[comma : comma + 1] != ","
        or cue.inverted
        or comma - low <= SHORTEST
        or not is_closed(clauses, cue)
    ):
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
    return _checked(clauses, cue, manner, (low + (opening in {"that", "whether"}), comma))


def _by_agent(clauses: SpeechClauses, cue: Cue) -> tuple[Manner, WordSpan] | None:
    """What is told in the passive of "it": "It was claimed by Tamm that the bridge was mined"."""
    if not cue.inverted or cue.subject is None or "y" not in clauses.tags[cue.first : cue.last]:
        return None
    that = cue.subject[1]
    stance = stances.complements_of(stances.verb_of(clauses.words[cue.last])).get("that")
    it = [word.lower() for word in clauses.words[cue.first - 1 : cue.first]] == ["it"]
    if not it or stance is None or clauses.tags[that : that + 1] != "t" or is_negated(clauses, cue):
        return None
    end = end_behind(
        clauses, cue._replace(last=that), [other for other in clauses.cues if other.first > that]
    )
    manner = Manner(stance, (cue.first, cue.last + 1), condition_of(clauses, cue), is_hearsay(clauses, cue))
    return (manner, (that + 1, end)) if end - that > SHORTEST else None


_TOLD_OF = (["about"], ["of"], ["to"])
_DENIED = frozenset("deny reject dismiss dispute refute rebut contest".split())


def _not_answered(clauses: SpeechClauses) -> Report | None:
    """What somebody was asked and said no to or left open: "Asked whether the port would reopen, Lund declined to answer"."""
    words, tags = clauses.words, clauses.tags
    if not words or words[0] not in ASKED_FORMS:
        return None
    place = 1 + (words[1:2] == ["about"])
    comma = tags.find(",", place, place + FAR)
    if words[place : place + 1] not in (["whether"], ["if"]) or comma - place <= SHORTEST:
        return None
    subject = clauses.phrase_at(comma + 1)
    if subject is None or not is_third_person(clauses, subject):
        return None
    behind = " ".join(words[subject[1] : subject[1] + NEAR])
    left, denied = _LEFT_OPEN.match(behind), _SAID_NO.match(behind)
    answer = denied or left
    if answer is None:
        return None
    return Report(
        (place + 1, comma),
        subject,
        Manner(
            "denies" if denied else "declines to say", (subject[1], subject[1] + 1 + answer[0].count(" "))
        ),
    )


_SAID_NO = re.compile(
    r"(?:said|says|answered|replied|responded)(?: (?:flatly|simply|only|firmly))? (?:no|not)(?= [.,;]|$)"
    r"|denied (?:it|this|that)(?= [.,;]|$)"
    r"|shook (?:his|her|their) heads?\b"
)
"""What says no to what somebody was asked."""
_LEFT_OPEN = re.compile(
    r"(?:(?:has |have |had )?(?:\w+ly )?(?:declined|refused|declines|refuses) to|(?:would|did|could|does|do|will|can) not|cannot"
    r"|(?:would|did|could|does|do|wo)n['’]t)"
    r"(?: (?:directly|immediately|say|answer|comment|elaborate|respond|reply|be drawn|specify|confirm|go into|give|offer))+"
    r"|(?:dodged|sidestepped|evaded|ignored|deflected|ducked) the question|changed the subject"
    r"|(?:gave|offered|made) no (?:answer|reply|comment)|said nothing"
)


_DENIED_THINGS = frozenset(
    "wrongdoing involvement responsibility liability guilt charges allegations accusations claims rumours rumors".split()
)
"""What is denied in one word."""


_VERB_OF_SUBJECT = re.compile("[VJBP]|(?<=[nrNT])e")


def _checked(clauses: SpeechClauses, cue: Cue, manner: Manner, content: WordSpan) -> Report | None:
    assert cue.subject is not None
    one = content[1] - content[0] == 1 and clauses.words[content[0]] in _DENIED_THINGS
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
    if manner.stance == "says" and cue.tag in "GK":
        sorry = regretted(clauses, cue)
        if sorry is not None:
            manner = manner._replace(stance="rejects", cue=(sorry, cue.last + 1))
    if manner.stance == "says" and clauses.words[cue.last] in _THOUGHT and _only_thinks(clauses, cue):
        manner = manner._replace(hearsay=True)
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


def _only_thinks(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether nobody says what is thought but who tells of it: "Tamm thought we would be weak"."""
    return cue.first == cue.last and clauses.tags[cue.last + 1 : cue.last + 2] not in {",", "Q"}


_THOUGHT = frozenset("thought believed hoped feared felt knew".split())
"""Forms of what goes on in somebody's mind."""


def _is_supposed(clauses: SpeechClauses, cue: Cue, condition: WordSpan) -> bool:
    """Tell whether only the case is named in which somebody or other says it: "unless a foreign government confirms that"."""
    assert cue.subject is not None
    anybody = clauses.words[cue.subject[0]].lower() in _ANYBODY
    return anybody and condition[1] == cue.subject[0] and clauses.words[cue.last].endswith("s")


_ANYBODY = frozenset("a an any another either someone somebody anyone anybody".split())


def _after(clauses: SpeechClauses, number: int) -> tuple[Manner, WordSpan] | None:
    """What a cue reports after itself, and how."""
    cue = clauses.cues[number]
    tags, words = clauses.tags, clauses.words
    if cue.tag == "A":
        start = cue.subject[1] if cue.subject else cue.last + 1
        # The clause behind the comma is what is reported, and ends nothing.
        later = clauses.cues[number + 1 :]
        if (
            later
            and later[0].subject == clauses.phrase_at(start + 1)
            and not _reports_itself(clauses, later[0])
        ):
            later = later[1:]
        end = end_behind(clauses, cue, later)
        if tags[start : start + 1] != "," or not is_clause(clauses, start + 1, end):
            return None
        return Manner("says", (cue.first, cue.last + 1)), (start + 1, end)
    if cue.inverted:
        return None
    end = end_of_report(clauses, number)
    if tags[end : end + 2] == ",A" and tags[end - 1] in "yz":
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
    first, negative = cue.first, is_negated(clauses, cue)
    hearsay = is_hearsay(clauses, cue) or is_told_by_others(clauses, cue)
    if words[cue.last] == "pressing" or words[cue.last - 1 : cue.last + 1] == ["early", "warning"]:
        return None
    if (
        cue.tag in "BL"
        and "z" not in tags[cue.first : cue.last]
        and shares_modal(clauses, cue.first, cue.last)
    ):
        return None
    if words[cue.first - 1 : cue.first] == ["by"] and words[cue.last] in WAYS:
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
        hearsay = hearsay or unsure
    elif words[cue.first - 2 : cue.first] == ["no", "longer"]:
        first -= 2
    elif words[cue.first - 1 : cue.first] == ["nor"]:
        if words[cue.first - 2 : cue.first - 1] in (["confirmed"], ["confirm"]):
            # One report of both verbs is made with the first.
            return None
        first = _start_of_neither(clauses, cue.first)
    elif is_turned(clauses, cue) and cue.subject is not None:
        first = cue.subject[0] - 2
        first -= 2 * (first > 1 and words[first - 1].lower() == "no")
    elif cue.tag in "GK" and cue.first and stances.verb_of(words[cue.first - 1]) in _AVOIDING:
        first, negative = cue.first - 1, True
    elif words[cue.first - 1 : cue.first] == ["of"] and words[cue.first - 2 : cue.first - 1] == ["short"]:
        first, negative = max(0, cue.first - 3), True
    if cue.subject is not None and cue.subject[1] <= first:
        # The negation is shown with the verb that it negates: "Neither Tamm nor Lund said".
        if "nor" in words[slice(*cue.subject)]:
            first = cue.subject[0]
            first -= words[first - 1 : first] == ["Neither"]
        elif words[cue.subject[0] - 1 : cue.subject[0]] == ["nor"]:
            first = cue.subject[0] - 1
    return _with_complement(clauses, cue, first, end, negative, hearsay)


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
    clauses: SpeechClauses, cue: Cue, first: int, end: int, negative: bool, hearsay: bool
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
    if stance == "says" and kind == "that" and clauses.tags[cue.last + 1 : cue.last + 2] == ",":
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


def _is_media(clauses: SpeechClauses, report: Report) -> bool:
    words = clauses.words[slice(*report.subject)]
    return report.manner.stance == "says" and bool(words) and words[-1].lower() in _MEDIA

"""Reported speech in a sentence: each clause that reports, what it reports, and what it does to it.

"Tamm denied that the army had crossed" denies; "Quint refused to say whether" declines to say; "asked the mediator to stay"
demands. A clause inside what another clause reports is that one's words and not listed for itself.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from index.language.english.grammar.clauses import FAR, WordSpan
from index.language.english.reports.after_cues import report_after
from index.language.english.reports.boundaries import (
    NEAR,
    SHORTEST,
    TELLING,
    clause_around,
    clause_before,
    is_closed,
)
from index.language.english.reports.deeds import is_led, shows_by_deed
from index.language.english.reports.fronted import (
    DENIED_THINGS,
    called_false,
    checked_report,
    denied_before,
    fronted,
    split_report,
    told_by_agent,
)
from index.language.english.reports.manner import Manner, condition_of, is_hearsay, is_negated, is_unfounded
from index.language.english.reports.phrases import manners_of_phrases
from index.language.english.reports.report import Report
from index.language.english.reports.subjects import is_body, is_third_person
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.phrases import TRIGGERS
from index.language.english.speech.verbs import ASKED_FORMS, SAYING_VERBS

_MEDIA = frozenset("media reports outlets agencies newspapers agency news".split())


def find_reports(clauses: SpeechClauses) -> list[Report]:
    """Return the reported speech of a sentence, in order; what holds a quotation is left to the quotation."""
    if clauses.tags.endswith("?"):
        # "Has Tamm called for a truce?" reports nothing.
        return []
    if "Q" in clauses.tags and _leaves_nothing(clauses):
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


def _leaves_nothing(clauses: SpeechClauses) -> bool:
    """Tell whether beside the quotations of a sentence and who speaks too few words stand to be reported, as most have it:
    "“...,” said Ida Lund on Monday"."""
    tags, words = clauses.tags, clauses.words
    if words[0] in ASKED_FORMS or not (TRIGGERS.isdisjoint(words) and DENIED_THINGS.isdisjoint(words)):
        return False
    for cue in clauses.cues:
        if cue.subject is None:
            continue
        start = tags.rfind("Q", 0, cue.first) + 1
        if min(cue.subject[0], cue.first) - start >= SHORTEST:
            return False
        spoken = cue.inverted and cue.tag != "A" and "y" not in tags[cue.first : cue.last]
        if not spoken and _WORDS.search(tags, cue.last + 1) is not None:
            return False
    return True


_WORDS = re.compile("[A-PR-Za-z#][^Q]*[A-PR-Za-z#]")
"""Two words without a quotation between, which are the fewest that are reported."""


def _supposed(clauses: SpeechClauses) -> Iterator[WordSpan]:
    """What is only supposed to be said, and reported by nobody: "Tamm may say that he accepts the offer"."""
    for number, cue in enumerate(clauses.cues):
        if cue.subject is not None and any(map(stances.is_modal, clauses.words[cue.first : cue.last])):
            supposed = report_after(clauses, number)
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
    report = _report_of(clauses, number)
    # Looked for last, as it is said of few: most cues report nothing.
    return None if report is None or is_unfounded(clauses, cue) else report


def _report_of(clauses: SpeechClauses, number: int) -> Report | None:
    """What a cue reports whose subject may speak."""
    cue = clauses.cues[number]
    if cue.tag in "GK" and clauses.word(cue.first - 1) in {"said", "says"}:
        # "Tamm said warning people would not help": the form is what her sentence is about.
        return None
    if shows_by_deed(clauses, cue) or (cue.tag in "GK" and is_led(clauses, cue)):
        return None
    assert cue.subject is not None
    refuted = denied_before(clauses, cue)
    if refuted is not None:
        return refuted
    split = split_report(clauses, number) or fronted(clauses, cue)
    if split is not None:
        return split
    after = report_after(clauses, number) or told_by_agent(clauses, cue)
    if after is not None:
        manner, content = after
        return checked_report(clauses, cue, manner, content)
    if cue.tag == "A" or (clauses.words[cue.last] in SAYING_VERBS and is_closed(clauses, cue)):
        if clauses.words[cue.last] in TELLING and clauses.word(cue.last + 1) in _TOLD_OF:
            # "travellers from Norland and Sudria told about the storm"
            return None
        if is_negated(clauses, cue) or _turns_against(clauses.words[cue.last]):
            return None
        manner = Manner("says", (cue.first, cue.last + 1), None, is_hearsay(clauses, cue))
        around = clause_around(clauses, number)
        if around is not None:
            content, inserted = around
            report = checked_report(
                clauses, cue, manner._replace(condition=condition_of(clauses, cue)), content
            )
            return None if report is None else report._replace(inserted=inserted)
        content_before = clause_before(clauses, number)
        if content_before is not None:
            manner, content_before = called_false(clauses, cue, manner, content_before)
            return checked_report(clauses, cue, manner, content_before)
    return None


def _turns_against(word: str) -> bool:
    """Tell whether a verb denies the clause that it reports, or doubts it: "That is so, Orsic denied"."""
    return stances.complements_of(stances.verb_of(word)).get("that") in {"denies", "rejects", "doubts"}


_TOLD_OF = frozenset({"about", "of", "to"})


def _not_answered(clauses: SpeechClauses) -> Report | None:
    """What somebody was asked and said no to or left open: "Asked whether the port would reopen, Lund declined to answer"."""
    words, tags = clauses.words, clauses.tags
    if not words or words[0] not in ASKED_FORMS:
        return None
    place = 1 + (clauses.word(1) == "about")
    comma = tags.find(",", place, place + FAR)
    if clauses.word(place) not in {"whether", "if"} or comma - place <= SHORTEST:
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


def _is_media(clauses: SpeechClauses, report: Report) -> bool:
    words = clauses.words[slice(*report.subject)]
    return report.manner.stance == "says" and bool(words) and words[-1].lower() in _MEDIA

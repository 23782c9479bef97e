"""Holds the sentences that were ranked against the question's frame: who did what to whom, which one, when, where, how much.

A sentence that says it of somebody else, of another round, day or place does not answer, however many of the question's words
it has: it is passed over. What cannot be told stays where the ranking put it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.answering.frames.asked import AskedFrame
from index.answering.frames.counting import (
    OF_ANOTHER_LABEL,
    another_count,
    another_label,
    another_number,
    another_rank,
    counts_what_is_asked,
    names_what_is_counted,
)
from index.answering.frames.doing import (
    ANOTHER_DID_IT,
    another_relation,
    another_role,
    does_it,
    fills,
    lacks_the_deed,
    lacks_the_doer,
    tells_of_no_deed,
)
from index.answering.frames.done_to import TURNED_ROUND, is_itself
from index.answering.frames.ends import way_of_the_deed
from index.answering.frames.naming import (
    NAMES_NOTHING,
    absent_name,
    age_of_another,
    another_sort,
    attached_to_another,
    by_another_speaker,
    names_nobody,
    of_another_owner,
    of_another_part,
    opposite_name,
)
from index.answering.frames.place import Place
from index.answering.frames.states import (
    IS_NOT_DONE,
    IS_PAST,
    OF_ANOTHER_STATE,
    denied,
    is_not_done,
    is_past,
    opposite,
)
from index.answering.kinds.rows import is_row
from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.language.english.asking.asked_things import holds
from index.language.english.asking.asked_words import clause_said
from index.language.english.frame_words import GOES_ON, SPEAKS
from index.language.english.grammar.roles import first_subject
from index.language.english.moments import differs, find_moments
from index.language.tokens import Analyzer
from index.model import Strength

LOOKED_AT = 12
"""How many of the ranked sentences are held against the frame."""

_NEARLY = 1.0
"""What is not this much above a sentence that was passed over answers only where it fills the frame by itself."""

_FAR_NEARLY = 4.0
"""The same, where another does it in what was passed over and the reader finds no answer in what is kept; chosen on the questions
that differ by a role."""

_READ_OUT_OF_NONE = -2.0
"""The reader's margin below which it finds none."""

_READ_FOR_NONE = -8.0
"""The reader's margin below which what is not sure to answer does not; chosen: of such right answers to the question sets 7 lie
below it, and of such wrong ones 15."""

_READ_FOR_LITTLE = -4.0
"""The same, where the deed that is asked about is told neither there nor beside it, or who does it is not; chosen: of the right
answers 1 lies below it so, of the wrong ones 5."""

_SENTENCES_BESIDE = 3
"""Sentences within which what is passed over and what is kept tell one thing; chosen: a passage."""

_FROM_ITS_END = 2.0
"""How much higher one is ranked that has the deed as the question has it, from whichever end; chosen: as much as the form of what
is asked for."""

_LACKS = 2.0
"""How much lower a sentence is ranked that has nothing of the form asked for."""

_IS_PLANNED = 1.0
"""How much lower one that tells of a plan, where it is asked what was done; chosen: it may tell of it before it was done."""

_READ_SURELY = 3.0
"""The reader's margin from which on its words answer who did something, in whichever words; chosen on the questions over the
White House statements: of the right ones that lack the verb two lie below, of the wrong ones all but two."""

_BESIDE = 160
"""Characters before and after a sentence that stand right around it."""

_OF_OTHERS = frozenset({ANOTHER_DID_IT, "it speaks of another place or party"})
"""Objections that hold of the next sentence too, where it goes on with "they" or "their"."""

_OF_OTHERS_OR_TURNED = _OF_OTHERS | {TURNED_ROUND}

NOBODY_DOES_IT = "nothing there says that it was done"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a sentence stands to the frame: it ``contradicts`` for a ``reason``, ``lacks`` the thing asked for, ``fills`` it.

    ``from_its_end`` tells that it has the deed as the question has it, from whichever end.
    """

    contradicts: bool = False
    lacks: bool = False
    fills: bool = False
    denial: bool = False
    reason: str = ""
    from_its_end: bool = False


@dataclass(frozen=True, slots=True)
class Framed:
    """A ranking held against the frame: ``most`` bounds the answer's strength, ``reason`` says why, in words; ``check`` held it.

    It is weak at most where the sentences that fit best are of another frame, partial where the thing asked for does not stand
    in the sentence.
    """

    ranking: Ranking
    most: Strength
    reason: str
    verdicts: Mapping[tuple[int, int], Verdict]
    check: "FrameCheck"

    def admits(self, candidate: Candidate) -> bool:
        """Tell whether the candidate may be shown as an answer."""
        verdict = self.verdicts.get((candidate.row, candidate.sentence.ordinal))
        return verdict is None or not verdict.contradicts

    def may_overrule(self, candidate: Candidate) -> bool:
        """Tell whether the candidate speaks of what the question names, if only to say that it is no longer so."""
        verdict = self.verdicts.get((candidate.row, candidate.sentence.ordinal))
        return verdict is None or not verdict.contradicts or verdict.reason in OF_ANOTHER_STATE

    def may_carry_on(self, candidate: Candidate) -> bool:
        """Tell whether the candidate may go on with what is asked about though it does not name it, or is of another state."""
        verdict = self.verdicts.get((candidate.row, candidate.sentence.ordinal))
        return (
            verdict is None
            or not verdict.contradicts
            or verdict.reason in OF_ANOTHER_STATE | {ANOTHER_DID_IT}
            or verdict.reason.startswith(NAMES_NOTHING)
        )

    def nouns(self, text: str) -> frozenset[str]:
        """Return the terms of the names and nouns in a text."""
        return frozenset(
            term for word in self.check.asked.read(text) if word.tag in "Nrn" for term in word.terms
        )

    def same_subject(self, one: Candidate, other: Candidate) -> bool:
        """Tell whether what is said in two sentences is said of the same: the nouns of the one's subject stand in the other's."""
        subjects = [
            {
                term
                for word in first_subject(self.check.asked.words_of(each))
                if word.tag in "Nrne"
                for term in word.terms
            }
            for each in (one, other)
        ]
        return bool(subjects[0] and subjects[1]) and (
            subjects[0] <= subjects[1] or subjects[1] <= subjects[0]
        )


_NOT_HELD = Verdict()
"""Of a sentence that has not been held against the frame, of which most are ranked too low for it."""


def framed(ranking: Ranking, analyzer: Analyzer) -> Framed:
    """Hold the first sentences of ``ranking`` against the question's frame: those that contradict it go behind all others."""
    check = FrameCheck(ranking.question.text, ranking.matcher, analyzer, ranking.unknown)
    if not ranking.candidates:
        return Framed(ranking, "strong", "", {}, check)
    hold = _holding(ranking, check, analyzer)
    verdicts: dict[tuple[int, int], Verdict] = {}

    def of(one: Candidate) -> Verdict:
        return verdicts.get(_place_of(one), _NOT_HELD)

    looked_at = 0
    while True:
        # What has not been looked at comes first only where all before it fits less: then it is looked at as well.
        near = ranking.candidates[looked_at : looked_at + LOOKED_AT]
        verdicts |= {_place_of(one): _of_row(one, hold(one)) for one in near}
        verdicts |= {
            _place_of(one): Verdict(contradicts=True, reason=objection)
            for one in near
            if (objection := check.carried_objection(one, verdicts))
        }
        looked_at += LOOKED_AT
        first = ranking.candidates[:looked_at]
        passed_over = [one for one in first if of(one).contradicts]
        kept = sorted(
            (one for one in ranking.candidates if not of(one).contradicts),
            key=lambda one: (
                -(one.score - _lowered(of(one)) + (_FROM_ITS_END if of(one).from_its_end else 0.0))
            ),
        )
        if not kept or _place_of(kept[0]) in verdicts:
            break
    most: Strength = "strong"
    reason = ""
    if not kept:
        most, reason = "weak", of(first[0]).reason
    else:
        if passed_over and not of(kept[0]).fills and _overshadows(passed_over, kept[0], of):
            most, reason = "weak", of(first[0]).reason
        elif of(kept[0]).lacks:
            reason = of(kept[0]).reason
            weak = check.asks_the_day if reason == IS_NOT_DONE else check.nothing_of_the_form(kept)
            most = "weak" if weak else "partial"
        elif any(
            of(one).reason == IS_NOT_DONE and one.score > kept[0].score and check.names_more(one, kept[0])
            for one in first
        ):
            most, reason = "partial", IS_NOT_DONE
    return Framed(replace(ranking, candidates=(*kept, *passed_over)), most, reason, verdicts, check)


def _of_row(candidate: Candidate, verdict: Verdict) -> Verdict:
    """Return the verdict on a candidate; in the row of a table nobody does anything to anybody, whatever its cells are."""
    free = verdict.contradicts and verdict.reason != OF_ANOTHER_LABEL
    return Verdict() if free and is_row(candidate) else verdict


def _lowered(verdict: Verdict) -> float:
    if not verdict.lacks:
        return 0.0
    return _IS_PLANNED if verdict.reason == IS_NOT_DONE else _LACKS


def _place_of(candidate: Candidate) -> tuple[int, int]:
    return candidate.row, candidate.sentence.ordinal


def _holding(ranking: Ranking, check: "FrameCheck", analyzer: Analyzer) -> Callable[[Candidate], Verdict]:
    """Return what holds a sentence against the frame, and against that of the clause that is said in the question."""
    text = ranking.question.text
    words = analyzer.languages.asking(text).words_asked(text)
    if words is not None and words.whether:
        # Whether he said that Norland recalled it: the roles of the clause are held as well as who says it.
        said = FrameCheck(words.topic, ranking.matcher, analyzer)
        who = words.who
        return lambda one: _of_words(one, who, check.verdict(one), said)
    clause = clause_said(text)
    if clause is None:
        return check.verdict
    said = FrameCheck(clause, ranking.matcher, analyzer)
    return lambda one: _of_clause(one, check.verdict(one), said)


def _of_clause(candidate: Candidate, verdict: Verdict, said: "FrameCheck") -> Verdict:
    """Return the verdict on a sentence where it is asked who said that something is done: no other may do it there."""
    if verdict.contradicts:
        return verdict
    reason = said.role_objection(candidate)
    return Verdict(contradicts=True, reason=reason) if reason else verdict


def _of_words(candidate: Candidate, who: str, verdict: Verdict, said: "FrameCheck") -> Verdict:
    """Return the verdict on a sentence where it is asked whether ``who`` said something: it must be said, and by no other."""
    if verdict.contradicts:
        return verdict
    text = candidate.text
    names = [word for word in who.split() if word[0].isupper()]
    # What stands in his own remarks is his, whether the sentence names him or not.
    told = f"{candidate.document.names} {text}".lower()
    if names and not any(name.lower() in told for name in names) and not SPEAKS.search(text):
        return Verdict(contradicts=True, reason="another says it")
    verb = said.asked.frame.verb
    if verb and not said.asked.held(verb, candidate.sentence.terms):
        return Verdict(contradicts=True, reason="it is said of something else")
    return said.verdict(candidate)


def _overshadows(
    passed_over: Sequence[Candidate], kept: Candidate, of: Callable[[Candidate], Verdict]
) -> bool:
    """Tell whether what is ``kept`` was ranked for the words of a sentence of another frame: a better one, or one beside it."""
    first = passed_over[0]
    if first.score > kept.score or (_is_beside(first, kept) and first.score > kept.score - _NEARLY):
        return True
    margin = kept.judgement.margin
    if margin is None or margin > _READ_OUT_OF_NONE:
        return False
    return any(
        of(one).reason in _OF_OTHERS_OR_TURNED
        and _is_beside(one, kept)
        and one.score > kept.score - _FAR_NEARLY
        for one in passed_over
    )


def _is_beside(one: Candidate, other: Candidate) -> bool:
    return one.row == other.row and abs(one.sentence.ordinal - other.sentence.ordinal) <= _SENTENCES_BESIDE


class FrameCheck:
    """Holds sentences against the frame of one question, which is ``asked``."""

    def __init__(
        self, question: str, matcher: QuestionMatcher, analyzer: Analyzer, unknown: Sequence[str] = ()
    ) -> None:
        self.asked = AskedFrame(question, matcher, analyzer)
        # What no document names is asked in other words.
        self._unknown = frozenset(term for word in unknown for term in self.asked.terms_of(word))
        self._heads_are_held = self.asked.heads_counted.isdisjoint(self._unknown)

    def verdict(self, candidate: Candidate) -> Verdict:
        """Return how the candidate's sentence, with what stands around it, stands to the frame."""
        document = candidate.document
        span = candidate.sentence.span
        place = self._place(candidate)
        text = place.text
        reason = next(filter(None, self._objections(place)), "")
        if reason:
            return Verdict(contradicts=True, reason=reason)
        counted = names_what_is_counted(place)
        nobody = names_nobody(place)
        past = is_past(place)
        lacks = (
            (
                self.asked.thing is not None
                and not holds(self.asked.thing, text)
                and not holds(self.asked.thing, document.told_at(span.start, span.end))
            )
            or not counted
            or nobody
            or self._lacks_the_deed(place)
        )
        if past and not lacks:
            return Verdict(lacks=True, reason=IS_PAST)
        denial = self.asked.frame.yes_or_no and any(deed.denied for deed in place.deeds)
        if not lacks and not denial and is_not_done(place):
            return Verdict(lacks=True, reason=IS_NOT_DONE)
        return Verdict(
            lacks=lacks and not denial,
            fills=not lacks and fills(place),
            denial=denial,
            reason=self._lacking(place, nobody) if lacks else "",
            from_its_end=way_of_the_deed(place) == "straight",
        )

    def is_read_as_none(self, candidate: Candidate) -> bool:
        """Tell whether the reader, asked a whole question, finds none of the candidate's words likely to answer it, and the rules
        do not read its own deed there."""
        margin, frame = candidate.judgement.margin, self.asked.frame
        if margin is None or margin >= _READ_FOR_LITTLE or is_row(candidate):
            return False
        if not frame.yes_or_no and not frame.asks:
            return False
        place = self._place(candidate)
        if margin >= _READ_FOR_NONE:
            given = not self.asked.giving.isdisjoint(place.terms)
            return (tells_of_no_deed(place) and not given) or (frame.yes_or_no and lacks_the_doer(place))
        return not does_it(place)

    @property
    def asks_the_day(self) -> bool:
        """Whether it is asked on which day something was done: of what is only planned there is none."""
        return self.asked.thing is not None and self.asked.thing.name == "day"

    def names_more(self, one: Candidate, other: Candidate) -> bool:
        """Tell whether the one sentence has more of the question's names than the other."""
        held = [
            sum(self.asked.holds_any(name, each.sentence.terms) for name in self.asked.frame.names)
            for each in (one, other)
        ]
        return held[0] > held[1]

    def carried_objection(self, candidate: Candidate, verdicts: Mapping[tuple[int, int], Verdict]) -> str:
        """Return the objection to the sentence before the candidate's, where that goes on with whom it speaks of and has none of
        the question's names; empty for none: "Farmers in Boyana protested. Their union wants money." """
        row, ordinal = _place_of(candidate)
        before, own = verdicts.get((row, ordinal - 1)), verdicts.get((row, ordinal))
        names = self.asked.frame.names
        if before is None or before.reason not in _OF_OTHERS or (own is not None and own.contradicts):
            return ""
        if not names or any(self.asked.holds_any(name, candidate.sentence.terms) for name in names):
            return ""
        return before.reason if GOES_ON.match(candidate.text) else ""

    def role_objection(self, candidate: Candidate) -> str:
        """Return the objection that the candidate's sentence has another do what is asked about; empty for none."""
        return another_role(self._place(candidate))

    def _lacks_the_deed(self, place: Place) -> bool:
        margin = place.candidate.judgement.margin
        return (margin is None or margin < _READ_SURELY) and lacks_the_deed(place)

    def _lacking(self, place: Place, nobody: bool) -> str:
        if nobody:
            return "nobody is named there"
        if self._lacks_the_deed(place):
            return NOBODY_DOES_IT
        return f"no {self.asked.thing.name if self.asked.thing else 'count of them'} stands there"

    def _place(self, candidate: Candidate) -> Place:
        return Place(self.asked, candidate, candidate.text)

    def nothing_of_the_form(self, candidates: Sequence[Candidate]) -> bool:
        """Tell whether neither the first of ``candidates`` nor what stands right around it has what only its form can answer."""
        first = candidates[0]
        place = self._place(first)
        if first.judgement.margin is not None and self._lacks_the_deed(place):
            return True
        span, text = first.sentence.span, first.document.text
        beside = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
        if not names_what_is_counted(place):
            if not self._heads_are_held and fills(place):
                return False
            return not any(counts_what_is_asked(self.asked, part) for part in beside)
        if self.asked.thing is None or not self.asked.thing.strict:
            return False
        if not self._unknown.isdisjoint(self.asked.frame.asked_of):
            return True  # no document speaks of an interest
        return not any(holds(self.asked.thing, part) for part in beside)

    def _objections(self, place: Place) -> Iterator[str]:
        frame = self.asked.frame
        # First, as the row of a table is held against nothing else.
        yield another_label(place)
        yield absent_name(place)
        for ranked in frame.ranked:
            yield another_rank(ranked, place)
        for noun, number in frame.numbered:
            yield another_number(noun, number, place)
        if self.asked.moments:
            told = find_moments(place.text)
            # What stands around is read only for what the sentence does not name itself.
            if not self.asked.moments.within(told):
                other = differs(self.asked.moments, told, find_moments(place.around), place.published)
                yield f"it speaks of another {other}" if other else ""
        if frame.relation is not None:
            yield another_relation(frame.relation, place)
        yield another_role(place)
        yield TURNED_ROUND if is_itself(place) else ""
        yield of_another_owner(place)
        for attachment in frame.attachments:
            yield attached_to_another(attachment, place)
        for pair in frame.modified:
            yield another_sort(pair, place)
        for count, noun in frame.counts:
            yield another_count(count, noun, place)
        for name in frame.names:
            yield opposite_name(name, place)
        yield of_another_part(place)
        yield by_another_speaker(place)
        yield denied(place)
        yield opposite(place)
        yield IS_PAST if self.asked.asks_for_another_time and is_past(place) else ""
        if self.asked.thing is not None and self.asked.thing.name == "age":
            yield age_of_another(place)

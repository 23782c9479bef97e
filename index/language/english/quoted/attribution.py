"""Which speaker each quotation belongs to, and what is reported without quotation marks.

In the order tried: the clause after the quotation ("...," said Peskov), the clause before it (Peskov said that "..."),
the clause that ends the sentence, a signature, a heading, and for a quotation that stands alone, who spoke last.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.language.english.clauses import FAR, WordSpan
from index.language.english.quoted.units import Unit, in_units
from index.language.english.quoted.unspoken import (
    LONG,
    MARKED,
    is_headline,
    is_name,
    is_nickname,
    is_scare,
    is_subheading,
    is_term,
    words_of,
)
from index.language.english.quoted.veiling import veiled
from index.language.english.reports.boundaries import PREDICATE, SHORTEST, is_closed
from index.language.english.reports.contents import start_of_what_is_false, withheld_inside
from index.language.english.reports.manner import Manner, condition_of, manner_of_quotation
from index.language.english.reports.reporting import find_reports, without_inserted
from index.language.english.reports.subjects import end_of_head
from index.language.english.speech.cues import Cue, SpeechClauses
from index.language.english.speech.phrases import TRIGGERS
from index.language.english.speech.stances import REPORTING_FORMS, verb_of
from index.language.english.speech.verbs import (
    ASKED_FORMS,
    DIRECTING_VERBS,
    JUDGING_VERBS,
    PAPERS,
    PLANNING_VERBS,
    RAISING_VERBS,
    REPORTING_VERBS,
    SAYING_VERBS,
    SPEECH_NOUNS,
    WEAK_VERBS,
)
from index.language.english.word_classes import word_class
from index.language.quotation_marks import QuotedSpan
from index.model import Sentence, Span, Stance

_TRANSCRIPT = re.compile(r"\s*([A-Z][A-Z.'’ -]{1,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s")
_LETTER = re.compile("[a-zA-Z#]")
_SIGNATURE = re.compile("-([NT]{1,5})[.,]?$")
_BOLD_LINE = re.compile(r"(?:\*\*|#{1,5} )[^*\n]{3,120}(?:\n[^*\n]{1,120})?:?\*{0,2}\s*")
"""A line in bold, which is a heading."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HEADING = re.compile("[NT]{1,4}:")
_ANIMATE = re.compile("[NTpr]")
_VERB = re.compile("[VJBve]")
_BY_NAME = re.compile("p|d?[NTrn]*[NT]|d[rn]*r")
"""The subject of a sentence behind which words stand alone that may be his: a name, a pronoun, "the minister"."""
_PASSIVE = re.compile("y[ax]*[VJeP]$")
_LONGEST_SOURCE = 300
"""Characters of the words that say who speaks; what is longer names nobody."""
_OPENERS = frozenset(
    verb + mark
    for verb in SAYING_VERBS | RAISING_VERBS | REPORTING_FORMS | SPEECH_NOUNS | TRIGGERS | {"Asked"}
    for mark in ("", ".", ",", ":")
)
_TELLING_FORMS = REPORTING_VERBS.keys() | JUDGING_VERBS.keys()


class Attribution(NamedTuple):
    """Words said (``content``), who says so (``source``) and the words that say so (``cue``): spans of the text."""

    content: Span
    source: Span
    cue: Span | None
    direct: bool
    stance: Stance = "says"
    condition: Span | None = None
    hearsay: bool = False
    inserted: Span | None = None

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The words said, without the words inside them that say so: "The museum, Tamm said, is full"."""
        return without_inserted(self.content, self.inserted)


class _Voice(NamedTuple):
    source: Span
    cue: Span | None
    stance: Stance = "says"
    condition: Span | None = None
    hearsay: bool = False


def attribute(
    text: str,
    plain: str,
    quoted: Sequence[QuotedSpan],
    sentences: Sequence[Sentence],
    *,
    indirect: bool = True,
) -> list[Attribution]:
    """Return an attribution for each quotation that has a speaker and, with ``indirect``, for indirect speech, in order.

    ``plain`` is ``text`` without the marks inside its sentences that are no words, and as long.
    """
    spoken = [span for span in quoted if not is_nickname(text, span) and not is_term(text, span)]
    found = _Reading(text, plain, spoken, indirect).attributions(in_units(text, sentences, spoken))
    return [item for item in found if item.source[1] - item.source[0] <= _LONGEST_SOURCE]


class _Reading:
    """One pass over a document, which remembers who spoke last."""

    def __init__(self, text: str, plain: str, quoted: Sequence[QuotedSpan], indirect: bool) -> None:
        self._text = text
        self._veiled = veiled(plain, quoted)
        self._indirect = indirect
        self._last: _Voice | None = None
        self._turn: _Voice | None = None
        self._heading: Unit | None = None

    def attributions(self, units: Sequence[Unit]) -> Iterator[Attribution]:
        previous: Unit | None = None
        for unit in units:
            if not unit.quoted:
                self._last = self._turn = None
                if _BOLD_LINE.fullmatch(self._text, unit.start, unit.end):
                    self._heading = unit
                if self._indirect and not _OPENERS.isdisjoint(self._veiled[unit.start : unit.end].split()):
                    yield from indirect_speech(SpeechClauses(self._veiled, unit.start, unit.end))
            else:
                headline = unit.paragraph == 1 and is_headline(self._text[unit.start : unit.end])
                clauses = SpeechClauses(self._veiled, unit.start, unit.end, headline=headline)
                if unit.paragraph != 1 and _is_shouted(self._text, unit):
                    # The headline of another page.
                    pass
                elif _LETTER.search(clauses.tags.replace("Q", "").replace("D", "")) is None:
                    yield from self._standing_alone(unit, previous)
                else:
                    yield from self._in_sentence(clauses, unit, previous, headline)
                    if self._indirect:
                        yield from indirect_speech(clauses)
            previous = unit

    def _standing_alone(self, unit: Unit, previous: Unit | None) -> Iterator[Attribution]:
        first = unit.quoted[0]
        turn = _TRANSCRIPT.match(self._text, first.inner[0], first.inner[0] + 60)
        if turn:
            self._turn = _Voice(turn.span(1), None)
        apart = previous is None or unit.paragraph - previous.paragraph > 1
        if self._turn:
            self._last = self._turn
        elif apart:
            self._last = None
        elif self._last is None and previous is not None:
            self._last = self._introduced_by(previous)
        if self._last is not None:
            for span in unit.quoted:
                if not is_subheading(self._text, span):
                    yield _spoken(span, self._last)

    def _in_sentence(
        self, clauses: SpeechClauses, unit: Unit, previous: Unit | None, headline: bool
    ) -> Iterator[Attribution]:
        self._turn = None
        before = self._last if previous is not None and previous.paragraph == unit.paragraph else None
        voice: _Voice | None = None
        self._last = None
        for span in unit.quoted:
            found = self._speaker(clauses, span, headline)
            goes_on = voice is not None or (span.start == unit.start and words_of(self._text, span) >= LONG)
            if found is None and goes_on and not (voice is not None and self._is_name(clauses, span)):
                found = voice or _plainly(before)
            if found is not None:
                voice = self._last = found
                if not is_scare(self._text, span, found.cue, headline=headline):
                    yield _spoken(span, found)

    def _is_name(self, clauses: SpeechClauses, span: QuotedSpan) -> bool:
        return is_name(self._text, clauses, clauses.index_at(span.start), span)

    def _introduced_by(self, previous: Unit) -> _Voice | None:
        """Who is spoken of in the sentence before a quotation that stands alone."""
        clauses = SpeechClauses(self._veiled, previous.start, previous.end)
        introduced = clauses.tags.endswith(":")
        for cue in reversed(clauses.cues) if introduced else clauses.cues:
            if cue.subject is not None and clauses.tags[cue.subject[0]] != "w":
                voice = _voice(clauses, cue, len(clauses.tags))
                told = introduced or clauses.words[cue.last] in SAYING_VERBS
                return voice if introduced else _plainly(voice, always=not told)
        subject = clauses.main_subject(len(clauses.tags))
        if subject is None or (not introduced and _BY_NAME.fullmatch(clauses.tags, *subject) is None):
            return None
        return _Voice(clauses.span(subject), None)

    def _speaker(self, clauses: SpeechClauses, span: QuotedSpan, headline: bool) -> _Voice | None:
        tags, place = clauses.tags, clauses.index_at(span.start)
        if not headline and is_name(self._text, clauses, place, span):
            return None
        signature = _SIGNATURE.match(tags, place + 1)
        if signature:
            return _Voice(clauses.span(signature.span(1)), None)
        before = clauses.cues_before(place)
        if tags[place - 1 : place] == ":" and _is_about_something(clauses, before):
            return self._headed()
        if not before and clauses.words[0] in ASKED_FORMS and clauses.tags[1:2] in {"b", "i"}:
            # "Asked if it was “a trap,” Tamm said no": these are the words of whoever asks.
            return None
        if before and (_is_told_to(clauses, before[-1]) or _is_asked(clauses, before[-1])):
            return None
        apart = _NEXT_ITEM.match(self._text, span.end) is not None
        voice = None if apart else _said_after(clauses, place)
        if voice is None and _NEW_SENTENCE.search(self._text, max(0, span.start - MARKED), span.start):
            # What the sentence before did to other words, it does not do to these.
            return _plainly(_said_before(clauses, place), always=True)
        voice = voice or _said_before(clauses, place) or (None if apart else _said_at_end(clauses, place))
        if voice is not None:
            return voice
        heading = _HEADING.match(tags)
        if heading:
            return _labelled(clauses, heading.end(), place)
        introduced = tags[place - 1 : place] == ":"
        subject = clauses.main_subject(place)
        if subject is None:
            return None
        words = tags[subject[0] : subject[1]]
        length = words_of(self._text, span)
        verb = self._verb(clauses, subject[1], place, span)
        telling = self._text[slice(*verb)].lower() if verb is not None else ""
        tells = telling in _TELLING_FORMS and verb_of(telling) not in _ENDING
        governed = length >= LONG + 1 or (length >= LONG - 1 and tags[place - 1] != "d")
        if introduced or (governed and tells and _ANIMATE.search(words)):
            return _Voice(clauses.span(subject), verb)
        return None

    def _headed(self) -> _Voice | None:
        """Whom the heading names under which words stand with what they are about: "On the war: ..." """
        if self._heading is None:
            return None
        clauses = SpeechClauses(self._veiled, self._heading.start, self._heading.end)
        first = re.search("[TN]", clauses.tags)
        end = len(clauses.tags.rstrip("*:.,"))
        for place in range(first.start(), end) if first else ():
            if clauses.tags[place] == "i" and clauses.words[place] not in {"of", "for"}:
                end = place
                break
        if first is None or first.start() >= end:
            return None
        return _Voice(clauses.span((first.start(), end)), None)

    def _verb(self, clauses: SpeechClauses, first: int, place: int, span: QuotedSpan) -> Span | None:
        """The last verb between a subject and its quotation, or the one that the quotation opens with."""
        verbs = list(_VERB.finditer(clauses.tags, first, place))
        if verbs:
            if _PASSIVE.search(clauses.tags[first : verbs[-1].end()]) and not clauses.words[
                verbs[-1].start()
            ].endswith("ing"):
                # "was asked: “...”": others say it.
                return None
            return clauses.span(verbs[-1].span())
        opening = _FIRST_WORD.match(self._text, span.inner[0], span.inner[1])
        return opening.span() if opening and _VERB.match(word_class(opening[0])) else None


def _is_shouted(text: str, unit: Unit) -> bool:
    """Tell whether a whole line is in capitals and has words beside those that it quotes."""
    outside = text[unit.start : unit.quoted[0].start] + text[unit.quoted[-1].end : unit.end]
    return len(outside.split()) >= LONG and text[unit.start : unit.end].isupper()


def indirect_speech(clauses: SpeechClauses) -> Iterator[Attribution]:
    """Yield what a sentence reports in its own words."""
    for report in find_reports(clauses):
        manner = report.manner
        if _only_introduces(clauses, report.content):
            continue
        yield Attribution(
            clauses.span(report.content),
            clauses.span(report.subject),
            clauses.span(manner.cue),
            False,
            manner.stance,
            clauses.span(manner.condition) if manner.condition else None,
            manner.hearsay,
            clauses.span(report.inserted) if report.inserted else None,
        )


def _only_introduces(clauses: SpeechClauses, content: WordSpan) -> bool:
    """Tell whether what is reported says no more than who speaks next: "Lund said Tamm told her: “...”"."""
    first, end = content
    return clauses.tags[end : end + 2] == ":Q" and any(
        first < cue.first < end and clauses.words[cue.last] in SAYING_VERBS for cue in clauses.cues
    )


_NEXT_ITEM = re.compile(r"[*_]{0,3}\s*\n\s*(?:[-–•*+]|<!--|\d{1,2}[.)])\s")
"""What parts a quotation from the next item of a list, whose verb is not its own."""
_NEW_SENTENCE = re.compile(r"[\w)\]][.!?][*_]{1,3}\s*$")
"""A sentence whose end is set off from the quotation behind it by marks alone: bold words that lead in."""
_PREDICATE = re.compile("[VJvxBPy]")


def _is_described(clauses: SpeechClauses, cue: Cue, after: int) -> bool:
    """Tell whether the words from ``after`` on say who somebody is, whose full name is the subject of ``cue``."""
    if cue.subject is None or clauses.words[cue.last] not in SAYING_VERBS:
        return False
    first, end = cue.subject
    named = end - first > 1 and set(clauses.tags[first:end]) == {"N"}
    return named and _DESCRIBED.fullmatch(clauses.tags, after, first) is not None


_DESCRIBED = re.compile("(?=[^,]*r)[dNTrsneicp]{2,14},")
"""What says who somebody is, between a quotation and the name of who said it: "Lund's neighbour in Halm, Mara Tamm, said"."""


def _spoken(span: QuotedSpan, voice: _Voice) -> Attribution:
    return Attribution(
        span.inner, voice.source, voice.cue, True, voice.stance, voice.condition, voice.hearsay
    )


def _said_after(clauses: SpeechClauses, place: int) -> _Voice | None:
    """The clause that follows the quotation at word ``place``."""
    tags = clauses.tags
    after = place + 1
    while tags[after : after + 1] in {",", "-", "a"} or clauses.words[after : after + 1] == ["as"]:
        after += 1
    for cue in clauses.cues_after(place):
        head = min(cue.subject[0], cue.first) if cue.subject and cue.tag != "S" else place
        if head == after and cue.tag in "VJBA":
            if tags[place - 1 : place] == "d" and after == place + 1 and not is_closed(clauses, cue):
                # "After Lund endorsed the “right to repair,” the firm announced a plan"
                return None
            return _voice(clauses, cue, place)
        if head > after:
            return _voice(clauses, cue, place) if _is_described(clauses, cue, after) else None
    return None


def _said_before(clauses: SpeechClauses, place: int) -> _Voice | None:
    """The nearest clause before the quotation at word ``place`` whose words go on as far as that."""
    left = clauses.cues_before(place)
    while left and not _reaches(clauses, left[-1], place):
        left.pop()
    while len(left) > 1 and clauses.tags[place - 1] == ":" and _is_modifier(clauses, left[-2], left[-1]):
        # "Tamm rejected pilots guarding the port: ..."
        left.pop()
    while len(left) > 1 and left[-1].tag in "JLM" and _is_thing_of(clauses, left[-2], left[-1]):
        # "Tamm said that the footage did not give ..."
        left.pop()
    while len(left) > 1 and _goes_on_with_that(clauses, left[-2], left[-1], place):
        # "Lund said she had spoken to him once and that it lasted ..."
        left.pop()
    while len(left) > 1 and _is_plan_of(clauses, left[-2], left[-1]):
        # "Lund said that the company planned to hire ..."
        left.pop()
    if not left:
        return None
    subject = _outermost_subject(clauses, left)
    for outer in reversed(left[:-1]):
        opens = clauses.tags[outer.last + 1] in "tb"
        if opens and outer.subject == subject and subject != left[-1].subject:
            voice = _voice(clauses, outer, place, subject)
            if voice.stance in _NOT_SAID:
                # "denied that she had called it “a trap”"
                return voice
    return _voice(clauses, left[-1], place, subject)


_NOT_SAID = frozenset({"denies", "declines to say", "doubts", "asks"})


def _is_modifier(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether ``inner``, a form in -ing, only says what those do whom ``outer`` is about."""
    joined = inner.tag in "GK" and clauses.tags[inner.first - 1 : inner.first] in {"n", "r", "N"}
    return joined and outer.last < inner.first - 1 and clauses.words[inner.first - 1].lower() not in PAPERS


def _is_told_to(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether somebody else has whom ``cue`` is about say it: "directed the Secretary to declare"."""
    subject = cue.subject
    if (
        subject is None
        or clauses.tags[cue.first : cue.first + 1] != "z"
        or subject[1] != cue.first
        or not subject[0]
    ):
        return False
    place = subject[0] - 1
    place -= clauses.tags[place] == "d" and place > 0
    return clauses.words[place].lower() in DIRECTING_VERBS


def _is_asked(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether it is only asked if anybody says it: "was asked whether she had said"."""
    condition = condition_of(clauses, cue)
    return condition is not None and clauses.words[condition[0]].lower() == "whether"


def _is_thing_of(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether the subject of ``inner`` is a thing inside what ``outer`` reports."""
    assert inner.subject is not None
    within = outer.reporting and outer.last < inner.subject[0] < inner.first
    return within and clauses.tags[end_of_head(clauses, inner.subject) - 1] == "n"


def _goes_on_with_that(clauses: SpeechClauses, outer: Cue, inner: Cue, place: int) -> bool:
    """Tell whether a second "that" of ``outer`` stands between ``inner``, a verb of doing, and the quotation at ``place``."""
    return outer.reporting and not inner.reporting and "ct" in clauses.tags[inner.last + 1 : place]


def _is_plan_of(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether ``inner`` says what somebody else does or plans inside what ``outer`` reports."""
    if inner.subject is None or clauses.words[outer.last] not in SAYING_VERBS or outer.inverted:
        return False
    if "z" in clauses.tags[inner.first : inner.last]:
        # "said that the union asked to see"
        return outer.last < inner.subject[0] and clauses.words[inner.last] not in SAYING_VERBS
    that = clauses.tags[outer.last + 1 : inner.subject[0]]
    return that[-1:] == "t" and verb_of(clauses.words[inner.last]) in PLANNING_VERBS


def _said_at_end(clauses: SpeechClauses, place: int) -> _Voice | None:
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
    if (
        ":" in between
        or "<" in between
        or "-d" in between
        or clauses.tags[cue.last + 1 : cue.last + 2] == ":"
    ):
        # A caption, or an item of a list: the clause has words of its own.
        return None
    return _voice(clauses, cue, place)


def _reaches(clauses: SpeechClauses, cue: Cue, place: int) -> bool:
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
    if cue.tag == "S" and tags[first : first + 1] == "z" and PREDICATE.search(tags, first, place):
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
_ENDING = frozenset("end start finish".split())
"""Verbs of telling that are deeds as often: "tries to end “the biggest crisis”"."""
_LEADING = frozenset("when after before while although though since once until if because".split())
"""What opens a clause that leads to another."""
_MAIN_SUBJECT = re.compile(",a*(?:p|d?[NTrn#]{1,6})a*[xyvVJe]")
_FINITE_VERB = re.compile("[yvVJ]|(?<!x)x|(?<=[nrN])e")


def _outermost_subject(clauses: SpeechClauses, left: Sequence[Cue]) -> WordSpan:
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
        what = clauses.words[subject[0] - 1 : subject[0]] == ["what"]
        if outer.inverted or re.search("[Q;]" if what else "[Q;,c]", between):
            break
        subject = outer.subject
    return subject


def _voice(clauses: SpeechClauses, cue: Cue, place: int, subject: WordSpan | None = None) -> _Voice:
    """Who speaks, with ``cue``, the quotation at word ``place``, and how."""
    source = subject or cue.subject
    assert source is not None
    manner = manner_of_quotation(clauses, cue, place)
    if manner.stance == "says" and cue.last < place and not cue.inverted:
        manner = _turned_inside(clauses, cue, place, manner)
    return _Voice(
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


def _labelled(clauses: SpeechClauses, start: int, place: int) -> _Voice | None:
    """Whose the quotation at word ``place`` is behind a label that ends at word ``start``: the label's, where nothing stands
    between; else that of a second label, or of whom a headline names behind the words: "Courier: ‘It is over’: mayor leaves"."""
    if clauses.tags[place + 1 : place + 2] == ":":
        named = clauses.phrase_at(place + 2)
        return _Voice(clauses.span(named), None) if named else None
    second = _HEADING.match(clauses.tags, start)
    if second is not None and second.end() <= place:
        return _Voice(clauses.span((start, second.end() - 1)), None)
    between = clauses.tags[start:place]
    return _Voice(clauses.span((0, start - 1)), None) if not between.strip("*[<>,d-") else None


def _is_about_something(clauses: SpeechClauses, before: Sequence[Cue]) -> bool:
    """Tell whether a sentence begins with what its quotation is about, "On the war:", and not with a day on which somebody said
    it: then a verb of saying follows, and not only a participle, "On the minister delivering results:"."""
    about = next(filter(str.isalpha, clauses.words), "") == "On"
    return about and all(clauses.words[cue.last].endswith("ing") for cue in before)


def _plainly(voice: _Voice | None, *, always: bool = False) -> _Voice | None:
    """Return who spoke before, without what that sentence alone did: who "denied" there only says the next words."""
    kept = voice is None or (voice.stance == "says" and not always)
    return voice if kept or voice is None else _Voice(voice.source, None)

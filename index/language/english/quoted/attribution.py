"""Which speaker each quotation belongs to, and what is reported without quotation marks.

In the order tried: the clause after the quotation ("...," said Peskov), the clause before it (Peskov said that "..."),
the clause that ends the sentence, a signature, a heading, and for a quotation that stands alone, who spoke last.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.language.english.grammar.clauses import WordSpan
from index.language.english.grammar.word_classes import word_class
from index.language.english.quoted.reach import is_asked, is_told_to
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
from index.language.english.quoted.voices import (
    HEADING,
    Voice,
    labelled,
    said_after,
    said_at_end,
    said_before,
    said_plainly,
    voice_of,
)
from index.language.english.reports.report import without_inserted
from index.language.english.reports.reporting import find_reports
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.phrases import TRIGGERS
from index.language.english.speech.stances import REPORTING_FORMS, verb_of
from index.language.english.speech.verbs import (
    ASKED_FORMS,
    JUDGING_VERBS,
    RAISING_VERBS,
    REPORTING_VERBS,
    SAYING_VERBS,
    SPEECH_NOUNS,
)
from index.language.quotation_marks import QuotedSpan
from index.model import Sentence, Span, Stance

_TRANSCRIPT = re.compile(r"\s*([A-Z][A-Z.'’ -]{1,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s")
_LETTER = re.compile("[a-zA-CE-PR-Z#]")
"""The letter of a word beside quotations and days."""
_SIGNATURE = re.compile("-([NT]{1,5})[.,]?$")
_BOLD_LINE = re.compile(r"(?:\*\*|#{1,5} )[^*\n]{3,120}(?:\n[^*\n]{1,120})?:?\*{0,2}\s*")
"""A line in bold, which is a heading."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
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
        self._last: Voice | None = None
        self._turn: Voice | None = None
        self._heading: Unit | None = None

    def attributions(self, units: Sequence[Unit]) -> Iterator[Attribution]:
        previous: Unit | None = None
        for unit in units:
            if not unit.quoted:
                self._last = self._turn = None
                if self._text[unit.start] in "*#" and _BOLD_LINE.fullmatch(self._text, unit.start, unit.end):
                    self._heading = unit
                if self._indirect and not _OPENERS.isdisjoint(self._veiled[unit.start : unit.end].split()):
                    yield from indirect_speech(SpeechClauses(self._veiled, unit.start, unit.end))
            else:
                headline = unit.paragraph == 1 and is_headline(self._text[unit.start : unit.end])
                clauses = SpeechClauses(self._veiled, unit.start, unit.end, headline=headline)
                if unit.paragraph != 1 and _is_shouted(self._text, unit):
                    # The headline of another page.
                    pass
                elif _LETTER.search(clauses.tags) is None:
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
            self._turn = Voice(turn.span(1), None)
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
        voice: Voice | None = None
        self._last = None
        for span in unit.quoted:
            found = self._speaker(clauses, span, headline)
            goes_on = voice is not None or (span.start == unit.start and words_of(self._text, span) >= LONG)
            if found is None and goes_on and not (voice is not None and self._is_name(clauses, span)):
                found = voice or said_plainly(before)
            if found is not None:
                voice = self._last = found
                if not self._is_withheld_behind(span, found) and not is_scare(
                    self._text, span, found.cue, headline=headline
                ):
                    yield _spoken(span, found)

    def _is_withheld_behind(self, span: QuotedSpan, voice: Voice) -> bool:
        """Tell whether what somebody refuses to say stands behind the words that say so, and the quotation before them is none of
        it: "The army “Falcon” refused to say who"."""
        cue = voice.cue
        withheld = voice.stance == "declines to say" and cue is not None and span.end <= cue[0]
        return withheld and "to" in self._text[slice(*(cue or span.inner))].split()

    def _is_name(self, clauses: SpeechClauses, span: QuotedSpan) -> bool:
        return is_name(self._text, clauses, clauses.index_at(span.start), span)

    def _introduced_by(self, previous: Unit) -> Voice | None:
        """Who is spoken of in the sentence before a quotation that stands alone."""
        clauses = SpeechClauses(self._veiled, previous.start, previous.end)
        introduced = clauses.tags.endswith(":")
        for cue in reversed(clauses.cues) if introduced else clauses.cues:
            if cue.subject is not None and clauses.tags[cue.subject[0]] != "w":
                voice = voice_of(clauses, cue, len(clauses.tags))
                told = introduced or clauses.words[cue.last] in SAYING_VERBS
                return voice if introduced else said_plainly(voice, always=not told)
        subject = clauses.main_subject(len(clauses.tags))
        if subject is None or (not introduced and _BY_NAME.fullmatch(clauses.tags, *subject) is None):
            return None
        return Voice(clauses.span(subject), None)

    def _speaker(self, clauses: SpeechClauses, span: QuotedSpan, headline: bool) -> Voice | None:
        tags, place = clauses.tags, clauses.index_at(span.start)
        if not headline and is_name(self._text, clauses, place, span):
            return None
        signature = _SIGNATURE.match(tags, place + 1)
        if signature:
            return Voice(clauses.span(signature.span(1)), None)
        before = clauses.cues_before(place)
        if clauses.tag(place - 1) == ":" and _is_about_something(clauses, before):
            return self._headed()
        if not before and clauses.words[0] in ASKED_FORMS and clauses.tag(1) in {"b", "i"}:
            # "Asked if it was “a trap,” Tamm said no": these are the words of whoever asks.
            return None
        if before and (is_told_to(clauses, before[-1]) or is_asked(clauses, before[-1])):
            return None
        apart = _NEXT_ITEM.match(self._text, span.end) is not None
        voice = None if apart else said_after(clauses, place)
        if voice is None and _NEW_SENTENCE.search(self._text, max(0, span.start - MARKED), span.start):
            # What the sentence before did to other words, it does not do to these.
            return said_plainly(said_before(clauses, place), always=True)
        voice = voice or said_before(clauses, place) or (None if apart else said_at_end(clauses, place))
        if voice is not None:
            return voice
        heading = HEADING.match(tags)
        if heading:
            return labelled(clauses, heading.end(), place)
        introduced = clauses.tag(place - 1) == ":"
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
            return Voice(clauses.span(subject), verb)
        return None

    def _headed(self) -> Voice | None:
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
        return Voice(clauses.span((first.start(), end)), None)

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
    if not text[unit.start : unit.end].isupper():
        return False
    outside = text[unit.start : unit.quoted[0].start] + text[unit.quoted[-1].end : unit.end]
    return len(outside.split()) >= LONG


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
    return clauses.tags.startswith(":Q", end) and any(
        cue.first < end and clauses.words[cue.last] in SAYING_VERBS for cue in clauses.cues_from(first + 1)
    )


_NEXT_ITEM = re.compile(r"[*_]{0,3}\s*\n\s*(?:[-–•*+]|<!--|\d{1,2}[.)])\s")
"""What parts a quotation from the next item of a list, whose verb is not its own."""
_NEW_SENTENCE = re.compile(r"[\w)\]][.!?][*_]{1,3}\s*$")
"""A sentence whose end is set off from the quotation behind it by marks alone: bold words that lead in."""


def _spoken(span: QuotedSpan, voice: Voice) -> Attribution:
    return Attribution(
        span.inner, voice.source, voice.cue, True, voice.stance, voice.condition, voice.hearsay
    )


_ENDING = frozenset("end start finish".split())
"""Verbs of telling that are deeds as often: "tries to end “the biggest crisis”"."""


def _is_about_something(clauses: SpeechClauses, before: Sequence[Cue]) -> bool:
    """Tell whether a sentence begins with what its quotation is about, "On the war:", and not with a day on which somebody said
    it: then a verb of saying follows, and not only a participle, "On the minister delivering results:"."""
    about = next(filter(str.isalpha, clauses.words), "") == "On"
    return about and all(clauses.words[cue.last].endswith("ing") for cue in before)

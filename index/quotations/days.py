"""When something was said: on the day that its own clause names, else on one that bears on it, else on that of publication.

A date stands in the clause of a verb of saying where no other verb stands between the two: "told lawmakers on Thursday that".
Dates inside what is said, dates of other clauses ("have run a pilot since 2002, and Vane told") and dates that bound a span
("since", "until") are never days of saying.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from index.language.dates import TimeExpression
from index.language.english.grammar.word_classes import WORD, word_classes
from index.language.english.quoted.attribution import Attribution
from index.language.english.speech.occasions import BOUNDING, OCCASION
from index.language.sentences import sentence_at
from index.model import Basis, Sentence, Span

_NEWS = timedelta(days=7)
"""A day that is not the clause's own counts when it lies no longer than this before publication: news quotes what is new."""
_FINE = frozenset({"time", "day", "week"})
_USABLE = _FINE | {"month", "year"}
_ANOTHER_CLAUSE = re.compile("[VJBPLMvxybwt;:Q]")
_WITHIN_A_PHRASE = re.compile("[VJBPLMvxyewbt;:Q]")
_BEFORE_CREDIT = 200
"""Characters between the bracket of a credit, as of a picture, and the date in it; chosen."""
_CREDIT = re.compile(rf"\([^()]{{0,{_BEFORE_CREDIT}}}$")
_LOOKED_BACK = 24
"""Characters before a date in which the preposition stands that ties it to the saying."""
_WITHIN_CUE = re.compile("[axy]*[VJBPGKLMve](?:z[VJBP])?[^VJBPLMvxybwt;:Q]*")
"""What stands before a date inside the words that show a stance: "denied on Monday that", "declined to say on Monday whether"."""
_ADDRESSEE = re.compile("[dnNTrso#]{1,8}i?[dn#]?")
"""Whom a demand is made of, before the day on which it is: "urged lawmakers on Wednesday to pass the bill"."""
_LONGEST_SENTENCE = 2_000
"""Characters of a sentence that are looked at for an occasion; it keeps the time linear in a text without sentence ends."""
_FARTHEST = 300
"""Characters between a verb and its date; no clause of news is longer."""


@dataclass(frozen=True, slots=True)
class Said:
    """The first and the last day that the words support, inclusive; the words themselves; and how they bear on it."""

    earliest: date | None
    latest: date | None
    when: Span | None
    basis: Basis


class Days:
    """The dates of one text, asked for one quotation after the other in the order of the text."""

    def __init__(
        self,
        text: str,
        times: Sequence[TimeExpression],
        sentences: Sequence[Sentence],
        written: Callable[[int], date | None],
        contents: Sequence[Span],
    ) -> None:
        """Keep the dates of ``text`` that stand outside of ``contents``, everything that is said in it, in order.

        ``written`` gives the day on which the words at a place were published.
        """
        starts = [start for start, _ in contents]

        def is_said(place: int) -> bool:
            number = bisect_right(starts, place) - 1
            return any(
                contents[n][0] <= place < contents[n][1] for n in range(max(0, number - 2), number + 1)
            )

        self._text = text
        self._past = [time for time in times if _dates_the_past(time, written(time.start))]
        self._starts_of_past = [time.start for time in self._past]
        self._times = [time for time in self._past if not is_said(time.start)]
        self._starts = [time.start for time in self._times]
        self._sentences = sentences
        self._written = written
        self._by_speaker: dict[str, Said] = {}

    def behind_date(self, mention: Span) -> Span:
        """Return ``mention`` without the end of a date that stands right before the name: "On 12 March 2025 Ada Varn said"."""
        number = bisect_left(self._starts, mention[0]) - 1
        if number < 0 or not mention[0] < self._times[number].end < mention[1]:
            return mention
        end = self._times[number].end
        name = self._text[end : mention[1]]
        return end + len(name) - len(name.lstrip()), mention[1]

    def of(self, item: Attribution, speaker: str) -> Said:
        """Return when ``speaker`` said the words of ``item``."""
        number = sentence_at(self._sentences, item.cue[0] if item.cue else item.source[0])
        written = self._written(item.content[0])
        own = None if number is None else self._own(self._sentences[number], item)
        if own is not None:
            said = Said(own.earliest, own.latest, (own.start, own.end), own.basis)
            self._by_speaker[speaker] = said
            return said
        earlier = self._by_speaker.get(speaker)
        if earlier is None and number is not None:
            earlier = self._of_paragraph(number, speaker)
        if earlier is not None and _is_news(earlier, written):
            self._by_speaker[speaker] = earlier
            return replace(earlier, basis="inherited")
        if written is not None:
            return Said(written, written, None, "published")
        return Said(None, None, None, "unresolved")

    def _own(self, sentence: Sentence, item: Attribution) -> TimeExpression | None:
        """The date in the clause of the verb: after it, after the words said, or before the speaker."""
        if not self._past:
            return None
        cue = item.cue or item.source
        near = [
            time
            for first, end in (
                *_stretches(sentence, *sorted((cue, item.source))),
                (item.content[1], min(sentence.end, item.content[1] + _FARTHEST)),
            )
            for time in self._times[bisect_left(self._starts, first) : bisect_right(self._starts, end)]
            if not self._bounds_a_span(time)
        ]
        for time in near:
            within = cue[0] < time.start and time.end <= cue[1]
            if within and _WITHIN_CUE.fullmatch(self._classes(cue[0], time.start)):
                return time
        head = max(cue[1], item.source[1]) if item.source[0] > cue[0] else cue[1]
        for time in near:
            if cue[1] <= time.start and self._joined(head if head <= time.start else cue[1], time.start):
                return time
        for time in near:
            if item.content[1] <= time.start and self._joined(item.content[1], time.start, _WITHIN_A_PHRASE):
                return time
        for time in reversed(near):
            if item.source[0] <= time.start and time.end <= item.source[1]:
                return time
            if time.end <= min(item.source[0], cue[0]) and self._leads_in(time, min(item.source[0], cue[0])):
                return time
            between_speaker_and_verb = item.source[1] <= time.start and time.end <= cue[0]
            if between_speaker_and_verb and self._joined(item.source[1], time.start, _WITHIN_A_PHRASE):
                return time
        return self._behind_addressee(item)

    def _behind_addressee(self, item: Attribution) -> TimeExpression | None:
        """The date between whom something is demanded of and what it is, where the words that are said begin with the former."""
        number = bisect_left(self._starts_of_past, item.content[0])
        if item.direct or item.stance != "demands" or number == len(self._past):
            return None
        time = self._past[number]
        if time.start - item.content[0] > _FARTHEST or not self._text.startswith(
            (" to ", " not to "), time.end
        ):
            return None
        addressed = _ADDRESSEE.fullmatch(self._classes(item.content[0], time.start))
        return time if addressed and not self._bounds_a_span(time) else None

    def _joined(self, start: int, end: int, closing: re.Pattern[str] = _ANOTHER_CLAUSE) -> bool:
        return start <= end and closing.search(self._classes(start, end)) is None

    def _leads_in(self, time: TimeExpression, end: int) -> bool:
        """Tell whether a date opens the clause: "On Thursday, speaking in Lucerne, Tamm said"."""
        classes = self._classes(time.end, end)
        return _WITHIN_A_PHRASE.search(classes) is None and "c" not in classes

    def _classes(self, start: int, end: int) -> str:
        return "".join(word_classes(WORD.findall(self._text, start, end)))

    def _bounds_a_span(self, time: TimeExpression) -> bool:
        before = self._text[max(0, time.start - _LOOKED_BACK) : time.start]
        return (
            BOUNDING.search(before) is not None
            or _CREDIT.search(self._text[max(0, time.start - _BEFORE_CREDIT) : time.start]) is not None
        )

    def _of_paragraph(self, number: int, speaker: str) -> Said | None:
        """The day last given before, in a sentence of the same paragraph that names the speaker or tells of something said."""
        if not self._times:
            return None
        surname = speaker.split()[-1]
        sentence = self._sentences[number]
        for earlier in reversed(self._sentences[max(0, number - 3) : number]):
            if earlier.paragraph != sentence.paragraph:
                return None
            first, last = bisect_left(self._starts, earlier.start), bisect_left(self._starts, earlier.end)
            words = self._text[max(earlier.start, earlier.end - _LONGEST_SENTENCE) : earlier.end]
            if first < last and (surname in words or OCCASION.search(words)):
                time = self._times[last - 1]
                return Said(time.earliest, time.latest, (time.start, time.end), "inherited")
        return None


def _stretches(sentence: Sentence, one: Span, other: Span) -> list[Span]:
    """The characters around a verb and its subject, ``one`` before the ``other``, in which a date may be theirs: those between as
    well, where the two are not far apart."""
    low = max(sentence.start, one[0] - _FARTHEST)
    end = min(sentence.end, max(one[1], other[1]) + _FARTHEST)
    if other[0] - one[1] <= 2 * _FARTHEST:
        return [(low, end)]
    return [(low, one[1] + _FARTHEST), (other[0] - _FARTHEST, end)]


def _is_news(said: Said, written: date | None) -> bool:
    """Tell whether a day is no wider than a week and, where the day of publication is known, in the week before it."""
    if said.earliest is None or said.latest is None or said.latest - said.earliest >= _NEWS:
        return False
    if written is None:
        return said.earliest == said.latest
    return written - _NEWS <= said.latest and said.earliest <= written


def _dates_the_past(time: TimeExpression, published: date | None) -> bool:
    """Tell whether something can have been said then: a date of some kind, not after the day of publication."""
    if time.type not in {"DATE", "TIME"} or time.granularity not in _USABLE or time.earliest is None:
        return False
    return published is None or time.earliest <= published

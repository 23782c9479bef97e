"""When something was said, from the dates that stand around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.language.dates import TimeExpression
from index.language.sentences import sentence_at
from index.model import Basis, Sentence, Span
from index.quotations.attribution import Attribution

_NEAR = 2
"""Paragraphs that a day goes on for where nobody gives another."""
_DAYS = frozenset({"time", "day"})
_USABLE = frozenset({"time", "day", "week", "month", "year"})


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
        self, times: Sequence[TimeExpression], sentences: Sequence[Sentence], published: date | None
    ) -> None:
        self._times = [time for time in times if _dates_the_past(time, published)]
        self._starts = [time.start for time in self._times]
        self._sentences = sentences
        self._published = published
        self._by_speaker: dict[str, Said] = {}

    def of(self, item: Attribution, speaker: str) -> Said:
        """Return when ``speaker`` said the words of ``item``."""
        number = sentence_at(self._sentences, item.cue[0] if item.cue else item.source[0])
        own = None if number is None else self._in_sentence(number, item.content)
        if own is not None:
            return self._remember(speaker, Said(own.earliest, own.latest, (own.start, own.end), own.basis))
        before = None if number is None else self._before(number, paragraphs=0)
        if before is not None:
            return self._remember(speaker, before)
        earlier = self._by_speaker.get(speaker)
        if earlier is None and number is not None:
            earlier = self._before(number, paragraphs=_NEAR)
        if earlier is not None:
            return replace(earlier, basis="inherited")
        if self._published is not None:
            return Said(self._published, self._published, None, "published")
        return Said(None, None, None, "unresolved")

    def _remember(self, speaker: str, said: Said) -> Said:
        """Keep the latest date of each speaker: what is quoted without a date belongs to the news."""
        known = self._by_speaker.get(speaker)
        if known is None or (said.latest or date.min) >= (known.latest or date.min):
            self._by_speaker[speaker] = said
        return said

    def _in_sentence(self, number: int, content: Span) -> TimeExpression | None:
        """The first date in the sentence that stands outside the words said."""
        sentence = self._sentences[number]
        place = bisect_left(self._starts, sentence.start)
        if place < len(self._starts) and content[0] <= self._starts[place] < content[1]:
            place = bisect_left(self._starts, content[1])
        return self._times[place] if place < bisect_right(self._starts, sentence.end) else None

    def _before(self, number: int, *, paragraphs: int) -> Said | None:
        """The date last given before the sentence, at most so many paragraphs back."""
        last = bisect_left(self._starts, self._sentences[number].start)
        place = sentence_at(self._sentences, self._starts[last - 1]) if last else None
        if place is None or self._sentences[number].paragraph - self._sentences[place].paragraph > paragraphs:
            return None
        time = self._times[last - 1]
        if (paragraphs and time.granularity not in _DAYS) or _glances_back(time):
            return None
        return Said(time.earliest, time.latest, (time.start, time.end), "inherited")


def _glances_back(time: TimeExpression) -> bool:
    """Tell whether a date is a year told from the day of publication, "last year": news goes on in the present after it."""
    return time.granularity == "year" and time.basis != "explicit"


def _dates_the_past(time: TimeExpression, published: date | None) -> bool:
    """Tell whether something can have been said then: a date of some kind, not after the day of publication."""
    if time.type not in {"DATE", "TIME"} or time.granularity not in _USABLE or time.earliest is None:
        return False
    return published is None or time.earliest <= published

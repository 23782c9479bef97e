"""Quotations of one text: what was said, by whom, in what role, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.language.dates import TimeExpression
from index.language.english.people import Cast
from index.language.quotation_marks import QuotedSpan, quoted_spans
from index.language.sentences import paragraphs_of
from index.language.sentences import sentences as split_sentences
from index.model import Basis, Sentence, Span
from index.quotations.attribution import Attribution, attribute
from index.quotations.days import Days, Said

_FRAGMENT_WORDS = 2


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """Words that a text attributes to somebody; spans are characters into the text.

    ``start`` and ``end`` bound the words without quotation marks. ``mention`` is where the speaker stands and ``cue`` the
    verb of saying, None where there is none (a headline, a transcript). ``speaker`` is the name that the document gives in
    full, or what the text says where it does not make plain who is meant; ``named`` tells the two apart. ``direct`` is
    false for indirect speech. ``fragment`` is true for quoted words too few to be a statement. ``earliest`` and ``latest``
    bound the day of saying, both inclusive, and ``when`` are the words that say it; ``basis`` is how it is known.
    """

    start: int
    end: int
    mention: Span
    cue: Span | None
    speaker: str
    role: str | None
    named: bool
    direct: bool
    fragment: bool
    earliest: date | None
    latest: date | None
    when: Span | None
    basis: Basis

    @property
    def said_on(self) -> date | None:
        """The day of saying; None where the text gives no single day."""
        return self.earliest if self.earliest == self.latest else None


def find_quotations(
    text: str,
    *,
    sentences: Sequence[Sentence] | None = None,
    times: Sequence[TimeExpression] = (),
    published: date | None = None,
    indirect: bool = True,
    quoted: Sequence[QuotedSpan] | None = None,
) -> tuple[FoundQuotation, ...]:
    """Return the quotations of ``text`` in order; with ``indirect``, indirect speech as well.

    ``sentences`` and ``quoted`` (its quoted spans) are those of ``text`` where they are known already, ``times`` its
    time expressions in order. A quotation was said when its own sentence says; else on the date given before it in its
    paragraph, or for an earlier quotation of the same speaker, or in the two paragraphs before (inherited); else on the
    day of publication. Any text is accepted; time is linear in its length.
    """
    spans = split_sentences(text) if sentences is None else sentences
    if quoted is None:
        quoted = quoted_spans(text, paragraphs_of(spans))
    found = sorted(attribute(text, quoted, spans, indirect=indirect), key=lambda item: item.content)
    if not found:
        return ()
    cast = Cast(text, spans, {text[start:end] for start, end in {item.source for item in found}})
    days = Days(times, spans, published)
    return tuple(_quotation(text, item, cast, days) for item in found)


def _quotation(text: str, item: Attribution, cast: Cast, days: Days) -> FoundQuotation:
    start, end = _trimmed(text, *item.content)
    speaker = cast.resolve(*item.source)
    said: Said = days.of(item, speaker.name)
    few = len(text[start:end].split()) <= _FRAGMENT_WORDS and text[end - 1] not in ".!?"
    return FoundQuotation(
        start=start,
        end=end,
        mention=item.source,
        cue=item.cue,
        speaker=speaker.name,
        role=speaker.role,
        named=speaker.named,
        direct=item.direct,
        fragment=item.direct and few,
        earliest=said.earliest,
        latest=said.latest,
        when=said.when,
        basis=said.basis,
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    first, last = start, end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return (first, last) if first < last else (start, end)

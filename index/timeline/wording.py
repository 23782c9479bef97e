"""The words that tell an event: its sentence, with the whole of a quotation that it stands in."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from index.language.quotation_marks import QuotedSpan, quoted_spans
from index.language.sentences import paragraphs_of
from index.model import Sentence, Span

LONGEST = 700
"""Characters up to which a quotation is taken whole, or from its opening mark to the end of the sentence."""


class Wording:
    """The sentences of one text, and what in it is quoted."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quoted: Sequence[QuotedSpan] | None = None
    ) -> None:
        """``quoted`` are the quoted spans of ``text``, found here when they are not given."""
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._quoted = quoted_spans(text, paragraphs_of(sentences)) if quoted is None else quoted
        self._ends = [span.end for span in self._quoted]

    def span_of(self, number: int) -> Span | None:
        """Return the words that tell what the sentence with that number tells: so that no quotation opens before them.

        None for a sentence deep inside a long one: by itself it would pass for the document's own words.
        """
        first = last = number
        while True:
            wider = self._widened(first, last)
            if wider == (first, last):
                return self._sentences[first].start, self._sentences[last].end
            start, end = self._sentences[wider[0]].start, self._sentences[wider[1]].end
            if end - start > LONGEST:
                opening = self._sentences[wider[0]].start
                own = self._sentences[number]
                if wider[0] == number or own.end - opening <= LONGEST:
                    return opening, own.end
                return None
            first, last = wider

    def _widened(self, first: int, last: int) -> tuple[int, int]:
        """Return the first and last of the sentences that the quotations in these reach into."""
        start, end = self._sentences[first].start, self._sentences[last].end
        for place in range(bisect_right(self._ends, start), len(self._quoted)):
            span = self._quoted[place]
            if span.start >= end:
                break
            first = min(first, self._sentence_at(span.start))
            last = max(last, bisect_left(self._starts, span.end) - 1)
        return first, last

    def _sentence_at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

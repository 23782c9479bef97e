"""A reporter's question is no answer: where a transcript puts one first, it is shown with what was replied to it.

So is what somebody asks in a chat, with the message of somebody else behind it.
"""

from collections.abc import Mapping

from index.answering.ranking.judging import Candidate
from index.language.english.speech.courtesies import is_courtesy
from index.model import Document, Sentence, Span
from index.quotations.storage import Spoken, questions_in, spoken_in
from index.search.searcher import Searcher

_LONGEST = 700
"""Characters of a question and its reply; chosen: as of any excerpt."""

_SENTENCES = 3
"""Sentences of a reply that are shown; chosen: it begins with "Well", "Look" or a name as often as with what it says."""

_SOON = 200
"""Characters between a question and its reply; chosen: a label, and a note on who is called up."""


class Replies:
    """Tells which sentences are questions that somebody put, and what was replied. Reads each document once; for one moment of
    the index."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._spoken: dict[int, list[Spoken]] = {}
        self._questions: dict[int, list[Span]] = {}

    def is_asked(self, candidate: Candidate) -> bool:
        """Tell whether the candidate's sentence stands in what a reporter asks."""
        questions = self._questions.get(candidate.row)
        if questions is None:
            questions = self._questions[candidate.row] = questions_in(self._searcher.db, candidate.row)
        ends = candidate.sentence.span.end
        return any(start < ends <= end for start, end in questions)

    def with_reply(self, candidate: Candidate, sentences: Mapping[int, Sentence]) -> Span | None:
        """Return the span of the candidate's sentence, which a reporter says, and of the reply to it, ``sentences`` being those
        around by number; None for any other sentence, and for a question that nobody replies to."""
        place = self._asking(candidate)
        span = candidate.sentence.span
        in_a_message = any(
            part.label == "message" for part in candidate.document.parts_around(span.start, span.end)
        )
        if place is None or in_a_message:
            return _with_message_behind(candidate, sentences)
        turns = self._spoken[candidate.row]
        asked = turns[place]
        reply = next((one for one in turns[place + 1 :] if not one.asked), None)
        if reply is None or reply.start - asked.end > _SOON:
            return None
        return _joined(candidate, asked, reply, sentences)

    def _asking(self, candidate: Candidate) -> int | None:
        if not self.is_asked(candidate):
            # All that is said there is read only where it is needed: a transcript has hundreds of turns.
            return None
        said = self._spoken.get(candidate.row)
        if said is None:
            said = self._spoken[candidate.row] = spoken_in(self._searcher.db, candidate.row)
        span = candidate.sentence.span
        return next(
            (place for place, one in enumerate(said) if one.asked and one.start < span.end <= one.end), None
        )


def _joined(
    candidate: Candidate, asked: Spoken, reply: Spoken, sentences: Mapping[int, Sentence]
) -> Span | None:
    own = candidate.sentence.span
    inside = [one for one in sentences.values() if one.start < reply.end and reply.start < one.end]
    kept = [one for one in inside if not only_polite(candidate.document, one)][:_SENTENCES]
    if not kept:
        return None
    start = own.start
    if kept[0].end - start > _LONGEST:
        # Of a long question its end is what is replied to.
        last = [one for one in sentences.values() if one.start < asked.end <= one.end]
        start = last[0].start if last else kept[0].start
    while len(kept) > 1 and kept[-1].end - start > _LONGEST:
        kept.pop()
    return start, kept[-1].end


def _with_message_behind(candidate: Candidate, sentences: Mapping[int, Sentence]) -> Span | None:
    """Return the span of a question in a message of a chat and of the next message, where somebody else wrote that."""
    document, span = candidate.document, candidate.sentence.span
    if not document.text[span.start : span.end].rstrip("\"'”’)* ").endswith("?"):
        return None
    messages = [part for part in document.structure if part.label == "message"]
    place = next((n for n, part in enumerate(messages) if part.start <= span.start < part.end), None)
    if place is None or place + 1 >= len(messages):
        return None
    asking, reply = messages[place], messages[place + 1]
    inside = [one for one in sentences.values() if reply.start < one.start and one.end <= reply.end]
    shown = [one for one in inside[:_SENTENCES] if one.end - span.start <= _LONGEST]
    if asking.field("author") == reply.field("author") or not shown:
        return None
    # What a mail quotes or forwards stands behind it, and was written before.
    written, replied = ((one.field("day"), one.field("time")) for one in (asking, reply))
    if all(written) and all(replied) and replied < written:
        return None
    return span.start, shown[-1].end


def only_polite(document: Document, sentence: Sentence) -> bool:
    """Tell whether the sentence only greets, thanks or calls up the next one."""
    return is_courtesy(document.text[sentence.start : sentence.end])

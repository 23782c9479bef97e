"""The preparing process: takes documents on standard input, and gives what is found in them on standard output.

Run as ``python -m index.adding.preparing MEMORY_BYTES SECONDS LANGUAGE...`` by ``index.adding.preparation``. It is given text,
and no code but Python's and our own works on that, so what it says is pickled.
"""

import os
import pickle
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from index.adding.fault import Fault
from index.adding.finders import Findings, find, quoted_sentences
from index.adding.ingestion import PreparedDocument, add_passages, prepare
from index.adding.packing import Packed
from index.adding.stories.likeness import same_story
from index.adding.stories.reprints import Pairs
from index.errors import SourceTooLarge
from index.language.known import known_languages
from index.language.tokens import Analyzer
from index.model import Document, Excerpt, Sentence
from index.processes.limits import (
    OUT_OF_MEMORY,
    Limits,
    hold_this_process_to,
    processor_time,
    too_much_memory,
)
from index.processes.messages import receive, send
from index.search.segments import SegmentBuilder
from index.search.topics import find_topic

T = TypeVar("T")

YIELDING = 5
"""How far the process stands back for others, a bot that answers among them (``nice``)."""

MOST_FOUND = 64 * 2**20
"""Bytes of what is found in one document: twice those of the longest English text, of 32 million characters. The process
that asks holds what is found in a few documents at a time."""

WITHOUT_TEXT = Document("", "", "")
"""Stands for the document in what is found in it: the process that asks has it already."""


def main() -> None:
    """Answer requests until standard input ends."""
    os.nice(YIELDING)
    limits = Limits(int(sys.argv[1]), float(sys.argv[2]))
    hold_this_process_to(limits.memory)
    analyzer = Analyzer(known_languages(tuple(sys.argv[3:])))
    try:
        while request := receive(sys.stdin.buffer):
            task, *given = pickle.loads(request)  # noqa: S301 - written by a module of ours, in the process that started this
            _TASKS[task](limits, analyzer, *given)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def _prepare(limits: Limits, analyzer: Analyzer, documents: Sequence[Document]) -> None:
    """Say what is found in each document, or why nothing is; then the postings of the passages of all of them."""
    builder = SegmentBuilder()
    name = 0
    for document in documents:
        with processor_time(limits.seconds_for(len(document.text))):
            work: Callable[[], PreparedDocument] = partial(prepare, document, analyzer)
            tried = _tried(limits, document, work, _in_little_room)
            found, message = tried
            if found is not None:
                name += 1
                add_passages(builder, name, found)
        send(sys.stdout.buffer, message)
    with processor_time(limits.seconds_for(sum(len(document.text) for document in documents))):
        segments = pickle.dumps(builder.build())
    send(sys.stdout.buffer, segments)


def _find(limits: Limits, analyzer: Analyzer, document: Document, sentences: Sequence[Sentence]) -> None:
    """Say the events and quotations of a document that was split into these sentences, and the sentences of each quotation."""

    def packed(findings: Findings) -> object:
        return findings.packed(), Packed(quoted_sentences(findings, sentences))

    with processor_time(limits.seconds_for(len(document.text))):
        _, message = _tried(limits, document, partial(find, document, sentences, analyzer), packed)
    send(sys.stdout.buffer, message)


def _find_topic(limits: Limits, analyzer: Analyzer, document: Document, topic: str) -> None:
    """Say where a document speaks of a topic, None where it does not."""

    def packed(found: Excerpt | None) -> object:
        return found and replace(found, document=WITHOUT_TEXT)

    with processor_time(limits.seconds_for(len(document.text))):
        _, message = _tried(limits, document, partial(find_topic, document, topic, analyzer), packed)
    send(sys.stdout.buffer, message)


def _compare(limits: Limits, analyzer: Analyzer, pairs: Pairs) -> None:
    """Say of each pair of documents whether they are one story."""

    def work() -> list[bool]:
        return [same_story(one, other) for one, other in pairs]

    with processor_time(limits.seconds_for(sum(len(one.text) + len(other.text) for one, other in pairs))):
        _, message = _tried(limits, pairs[0][0], work, list)
    send(sys.stdout.buffer, message)


_TASKS: Mapping[str, Callable[..., None]] = {
    "prepare": _prepare,
    "find": _find,
    "find topic": _find_topic,
    "compare": _compare,
}
"""What may be asked, by name; each is given the limits, what makes terms, and the rest of the request."""


def _in_little_room(prepared: PreparedDocument) -> PreparedDocument:
    return replace(prepared.packed(), document=WITHOUT_TEXT)


def _tried(
    limits: Limits, document: Document, work: Callable[[], T], packed: Callable[[T], object]
) -> tuple[T | None, bytes]:
    """Return what the work gives, and what is said of it; None where that is why it gives nothing."""
    refusal: SourceTooLarge | Fault
    try:
        found = work()
        message = pickle.dumps(packed(found))
        if len(message) <= MOST_FOUND:
            return found, message
        refusal = SourceTooLarge(
            f"{document.title}: it has more sentences, dates and quotations than are kept of one document; split it."
        )
    except MemoryError:
        refusal = too_much_memory(document.title, limits.memory, is_text=True)
    except Exception as error:  # noqa: BLE001 - it is said to the process that asks
        refusal = Fault(type(error).__name__, traceback.format_exc())
    return None, pickle.dumps(refusal)


if __name__ == "__main__":
    main()

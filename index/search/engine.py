"""What a search engine does: it takes the passages of documents in one step, and gives moments to search in.

Terms are made before an engine sees them, so that every engine gives the same answers. ``index.search.segment_engine`` is the
engine in the database; tests hold every engine to the same contract.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from index.model import Document, Sentence, Span
from index.requests import Filters
from index.search.segments import BuiltSegment
from index.storage.sentences import StoredPassage


@dataclass(frozen=True, slots=True)
class ScoredPassage:
    """A passage's number and its BM25 score."""

    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class DocumentPassages:
    """What an engine keeps of a document.

    ``terms`` and ``positions`` have an entry for each sentence: its terms, a space between them, and the place of each among
    the sentence's words, as ``POSITION_TYPE``. ``passages`` gives the first and last sentence of each passage. A term of the
    title counts half in each of them.
    """

    document: Document
    sentences: Collection[Sentence]
    terms: Collection[str]
    positions: Collection[bytes]
    passages: Collection[Span]
    title_terms: tuple[str, ...]


class Moment(Protocol):
    """One moment of an engine: what is written meanwhile is not seen."""

    @property
    def generation(self) -> int:
        """A number that every write changes."""

    @property
    def passages(self) -> int:
        """How many passages there are."""

    def expect(self, terms: Collection[str]) -> None:
        """Take notice that these terms are going to be asked for one by one: who has far to go looks all of them up at once."""

    def holding(self, term: str) -> int:
        """Return how many passages hold ``term``."""

    def nearest_term(self, term: str) -> str | None:
        """Return the term that was probably meant by one that no passage holds; None when none is near."""

    def search(
        self, weights: Mapping[str, float], limit: int, filters: Filters, hidden: Collection[int] = ()
    ) -> list[ScoredPassage]:
        """Return the ``limit`` passages of highest score, best first, equal scores by number, of documents that pass
        ``filters``.

        ``weights`` gives each term's weight; the documents with the rows ``hidden`` are as if they were not there, aside from
        the statistics. Passages without any of the terms are not returned.
        """

    def score(self, weights: Mapping[str, float], numbers: Collection[int]) -> dict[int, float]:
        """Return the scores of those of the passages with these numbers that hold one of the terms, by number."""

    def read_passages(self, numbers: Collection[int]) -> dict[int, StoredPassage]:
        """Return the passages with those numbers, by number; one that is gone is left out."""


class Engine(Protocol):
    """Finds passages. Safe to use from several threads.

    It is written to inside of the store's write transaction. The store keeps the documents, their sentences, and by which
    numbers the engine calls their passages.
    """

    def write(
        self,
        added: Mapping[int, DocumentPassages],
        removed: Collection[int] = (),
        *,
        built: Sequence[BuiltSegment] | None = None,
        many: bool = False,
    ) -> int:
        """Remove the passages of the documents with the rows ``removed`` and add those of ``added``, by row, in one step: a
        moment sees all of it or nothing. A row is never used again.

        Return the number of the first passage added; the others follow it, in their order. ``built`` are their postings as the
        process built them that prepared the documents, for an engine that has a use for them. ``many`` says that this is one of
        many writes, after which nobody waits for the single one.
        """

    def moment(self) -> AbstractContextManager[Moment]:
        """Give one moment; inside another of the same thread, the same."""

    def settle(self) -> None:
        """Put in order what many writes left, quickly."""

    def drop_removed(self) -> None:
        """Leave no word in what is kept of the passages that were removed."""

    def optimise(self) -> None:
        """Put what is kept in order, so that it is smaller and quicker to search; answers stay the same."""

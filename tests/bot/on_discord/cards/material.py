"""What cards are made of, drawn by Hypothesis: documents, excerpts, events, quotations, feeds, requests.

Half of what is drawn is as full as can be: each text of 4,000 characters, each list as long as it may be, each
span that of the whole text, so that rows repeat.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from hypothesis import strategies as st

from bot.app.memory.alerts import Alert
from bot.app.memory.remembering import Feedback
from index.model import (
    Answer,
    Change,
    ChangeKind,
    Citation,
    Considered,
    Document,
    Event,
    Excerpt,
    Explanation,
    Quotation,
    ResolvedDate,
    SourceOutcome,
    Span,
)
from index.readers.metadata.feed_items import Feed, FeedItem
from index.requests import Filters, Period, QuotesRequest, TimelineRequest
from index.web.feeds import FollowedFeed

T = TypeVar("T")

LONGEST = 4_000
"""Characters of a text that is as long as can be."""

LARGEST_ID = 2**63 - 1
"""An id of Discord's at its widest."""

PATTERNS = (
    "word ",
    "x",
    "**_~`|> ",
    "[a](https://evil.example) ",
    "@everyone <@1456074443980800010> <@&1> <#1> </ask:1> ",
    "# a\n- b\n1. c\n> d\n-# e\n\n",
    "\u202eשלום עולם \u202c",
    "مرحبا بالعالم ",
    "\U0001f600",
    "z\u0300\u0301\u0302\u0303\u0304\u0305",
    "\u200b \u3164",
    "\\",
)
"""What a text of strangers repeats: words, Markdown, mentions, lines, writing from the right, emoji, marks, nothing to see."""

MOMENT = datetime(2025, 3, 14, 12, 0, tzinfo=UTC)


@dataclass
class Material:
    """Draws what a card is made of; ``full`` as much of it as there may be."""

    drawn: Callable[[st.SearchStrategy[Any]], Any]
    full: bool
    _pattern: str = field(init=False)

    def __post_init__(self) -> None:
        self._pattern = self.drawn(st.sampled_from(PATTERNS))

    def one_of(self, *values: T) -> T:
        """One of these: when full, the last."""
        chosen: T = values[-1] if self.full else self.drawn(st.sampled_from(values))
        return chosen

    def count(self, fewest: int, most: int) -> int:
        """How many: when full, the most."""
        return most if self.full else int(self.drawn(st.integers(fewest, most)))

    def few(self, fewest: int, most: int) -> int:
        """How many of what each of many has: the fewest or one more, or when full the most."""
        return most if self.full else int(self.drawn(st.integers(fewest, fewest + 1)))

    def text(self, most: int = LONGEST, *, fewest: int = 0) -> str:
        """A text of ``fewest`` to ``most`` characters: anything, or a pattern over and over."""
        anything = st.sampled_from(PATTERNS) | st.text(min_size=1, max_size=20)
        pattern: str = self._pattern if self.full else self.drawn(anything)
        length = self.one_of(fewest, fewest + len(pattern), most)
        return (pattern * (length // len(pattern) + 1))[:length]

    def name(self, most: int = LONGEST) -> str | None:
        """A text, or none."""
        return self.one_of(None, self.text(most))

    def day(self) -> date | None:
        """A day, or none; when full, one with a long name."""
        return date(2025, 9, 28) if self.full else self.drawn(st.none() | st.dates())

    def days(self) -> tuple[date | None, date | None]:
        """Two days in order, either of which may be none."""
        first, last = self.day(), self.day()
        return (last, first) if first and last and last < first else (first, last)

    def period(self) -> Period:
        """A period, open on either side or on both."""
        return Period(*self.days())

    def address(self) -> str | None:
        """An address, as long as a link may be when full, or what is none."""
        return self.one_of(None, "javascript:alert(1)", self.text(40), "https://x.example/" + "a)" * 123)

    def document(self, key: str = "a") -> Document:
        """A document that is not empty."""
        text = self.text(fewest=1)
        pages = self.one_of((), (0,))
        return Document(key, self.text(), text, self.name(), self.address(), self.day(), pages=pages)

    def documents(self, fewest: int, most: int) -> list[Document]:
        """Documents, whose keys are different."""
        return [self.document(str(number)) for number in range(self.count(fewest, most))]

    def span(self, document: Document) -> Span:
        """A span that is not empty: from the start, to the end, or all of the text."""
        end = len(document.text)
        middle = self.count(0, end - 1)
        return self.one_of((0, middle + 1), (middle, end), (0, end))

    def citation(self, document: Document, number: int = 1) -> Citation:
        """Where words of ``document`` stand."""
        others = tuple(self.text(200) for _ in range(self.few(0, 3)))
        place = self.one_of((1, None), (99_998, 99_999))
        page = self.one_of(None, 99_999)
        return Citation(
            number, document.title, document.publisher, document.published, place[0], document.url, document.id,
            page, others, place[1],
        )  # fmt: skip

    def words(self) -> tuple[str, ...]:
        """Words of a question."""
        return tuple(self.text(300) for _ in range(self.few(0, 9)))

    def considered(self, number: int) -> Considered:
        """A sentence that was looked at for a question."""
        document = self.document(str(number))
        words = (self.words(), self.words(), self.words())
        return Considered(
            document, *self.span(document), self.citation(document, number), *words, self.text(300)
        )

    def explanation(self, most: int) -> Explanation:
        """Why an answer is as it is, with at most ``most`` sentences that were looked at."""
        day = self.day()
        return Explanation(
            self.answer(1), self.text(2_000), self.one_of("other", "date"), self.text(40), self.words(),
            None if day is None else (day, day), self.text(300), self.text(300), self.text(300), self.text(60),
            tuple(self.considered(number) for number in range(1, self.count(0, most) + 1)), self.text(300),
        )  # fmt: skip

    def excerpt(self, document: Document, number: int = 1) -> Excerpt:
        """Words of a document with marks, and with dates that they say."""
        highlights = tuple(self.span(document) for _ in range(self.few(0, 3)))
        dates = tuple(ResolvedDate(*self.span(document), *self.days(), "day") for _ in range(self.few(0, 9)))
        return Excerpt(document, *self.span(document), highlights, self.citation(document, number), dates)

    def change(self) -> Change:
        """A clause of two documents, changed, moved, divided, joined, added or removed."""
        before, after = self.excerpt(self.document("a")), self.excerpt(self.document("b"), 2)
        kind: ChangeKind = self.one_of("changed", "moved", "divided", "joined", "added", "removed")
        return Change(kind, None if kind == "added" else before, None if kind == "removed" else after)

    def excerpts(self, most: int) -> tuple[Excerpt, ...]:
        """Excerpts of one document and of several."""
        documents = self.documents(1, 3)
        chosen = range(self.count(0, most))
        return tuple(self.excerpt(documents[place % len(documents)], place + 1) for place in chosen)

    def answer(self, most: int) -> Answer:
        """An answer, or an abstention with what comes nearest."""
        found, answered = self.excerpts(most), self.drawn(st.booleans())
        strength = self.drawn(st.sampled_from(("strong", "partial", "weak")))
        confidence = self.drawn(st.sampled_from((0.1, 0.2, 0.9)))
        both = (found, ()) if answered else ((), found)
        return Answer(self.text(300), answered, confidence, strength, both[0], both[1], self.day())

    def filters(self) -> Filters:
        """What a question was narrowed to."""
        return Filters(self.period(), self.name(100))

    def events(self, most: int) -> list[Event]:
        """Events of one document and of several: one span may be told more than once."""
        documents = self.documents(1, 3)
        return [
            self._event(documents[place % len(documents)], place * 20) for place in range(self.count(0, most))
        ]

    def _event(self, document: Document, number: int) -> Event:
        granularity = self.drawn(st.sampled_from(("day", "week", "vague")))
        when = self.one_of(None, self.span(document))
        told = Event(
            document, *self.span(document), *self.days(), granularity, "explicit", self.drawn(st.booleans()), when,
            citations=self._citations(document, number),
        )  # fmt: skip
        tellings = (replace(told, earliest=date(2024, 9, 30), latest=date(2025, 9, 30)),) * self.few(0, 5)
        return replace(told, tellings=tellings)

    def quotations(self, most: int) -> list[Quotation]:
        """Quotations, as the events."""
        documents = self.documents(1, 3)
        return [
            self._quotation(documents[place % len(documents)], place * 20)
            for place in range(self.count(0, most))
        ]

    def _quotation(self, document: Document, number: int) -> Quotation:
        earliest, latest = self.days()
        said_on = earliest if earliest == latest else None
        basis = self.one_of("explicit", "unresolved", "published")
        return Quotation(
            document, *self.span(document), self.text(), self.name(), "said", said_on, basis,
            self.drawn(st.booleans()), citations=self._citations(document, number), earliest=earliest, latest=latest,
        )  # fmt: skip

    def _citations(self, document: Document, number: int) -> tuple[Citation, ...]:
        return tuple(self.citation(document, number + place) for place in range(1, 1 + self.few(1, 14)))

    def timeline_request(self) -> TimelineRequest:
        """What a timeline was asked for."""
        return TimelineRequest(
            self.name(200), self.period(), self.name(100), Filters(publisher=self.name(100))
        )

    def quotes_request(self, *, stance: bool) -> QuotesRequest:
        """What quotations were asked for."""
        speakers = tuple(self.text(100, fewest=1) for _ in range(self.count(int(stance), 1 + stance)))
        return QuotesRequest(
            speakers, self.name(200), self.period(), Filters(publisher=self.name(100)), stance
        )

    def alerts(self, most: int) -> list[Alert]:
        """Topics that channels are told of."""
        return [
            Alert(
                LARGEST_ID, LARGEST_ID, LARGEST_ID, self.text(100, fewest=1), *self.one_of((None, None), (22, 10))
            )
            for _ in range(self.count(0, most))
        ]  # fmt: skip

    def feed(self) -> Feed:
        """A feed as it was read."""
        items = [
            FeedItem(str(number), self.address(), self.text(), self.text(), self.day(), self.name())
            for number in range(self.count(0, 7))
        ]
        return Feed(self.text(), tuple(items))

    def feeds(self) -> list[FollowedFeed]:
        """Feeds that a server follows."""
        return [
            FollowedFeed(
                number, "https://x.example/feed", "server:1", self.name(), None, None, None, None, MOMENT, MOMENT,
                self.one_of(0, 9), self.name(),
            )
            for number in range(self.count(0, 7))
        ]  # fmt: skip

    def outcomes(self) -> list[SourceOutcome]:
        """What became of documents."""
        kinds: Sequence[Any] = ("added", "unchanged", "updated", "refused")
        return [
            SourceOutcome(self.text(), kinds[number % 4], self.name(), None, self.name())
            for number in range(self.count(0, 24))
        ]

    def ratings(self) -> list[Feedback]:
        """What one person said of answers."""
        return [Feedback(self.text(300), self.drawn(st.booleans()), MOMENT) for _ in range(self.count(0, 8))]

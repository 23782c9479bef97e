"""What is found in documents: excerpts with their citations, answers, events, quotations, speakers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.model.documents import Document, Span

Granularity = Literal["time", "day", "week", "month", "quarter", "season", "year", "decade", "vague"]
"""How fine a date the words support."""

Basis = Literal["explicit", "relative", "inherited", "published", "unresolved"]
"""How a date is known: written out, counted from another date, taken from an earlier sentence, or the publication date."""

Stance = Literal[
    "says",
    "denies",
    "declines to say",
    "asks",
    "doubts",
    "demands",
    "promises",
    "threatens",
    "proposes",
    "accepts",
    "rejects",
]
"""What the reporting clause does to the words that it reports."""

Undone = Literal["negated", "cancelled", "moved"]
"""Why an event is none of its date: it did not or will not take place, was called off, or was moved to another date."""

Status = Literal["happened", "planned"] | Undone
"""What a document makes of an event."""

Strength = Literal["strong", "partial", "weak"]
"""A confidence in words."""

Talk = Literal["greeting", "about the bot", "thanks", "names nothing"]
"""What is said to the bot and is no question that documents can answer."""

Claim = Literal["whole", "part"]
"""How much of what is pasted instead of a question is found."""

Together = Literal["list", "participants", "demands", "terms", "summary", "comparison", "position", "reasons"]
"""What several excerpts are together the answer to."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where quoted words stand. ``url`` lands on the words themselves where the document has an address.

    ``page`` is set, from 1, where the document came in pages, and ``last_paragraph`` where the words go on beyond
    ``paragraph``. ``as_of`` is the last day on which the document held the words, None where it holds them now.
    ``also_reported_by`` names the other publishers whose
    documents print the same story. ``place`` is the name of the part that the words stand in ("Article 5(2)"), None where the
    document has no such parts. ``recognised`` is the percent of confidence with which text recognition read the page, None where
    the words are the file's own. ``gone`` is true where the page is there no more; ``as_of`` is the day on which that was found.
    """

    number: int
    title: str
    publisher: str | None
    published: date | None
    paragraph: int
    url: str | None
    document_id: str
    page: int | None = None
    also_reported_by: tuple[str, ...] = ()
    last_paragraph: int | None = None
    place: str | None = None
    as_of: date | None = None
    recognised: int | None = None
    gone: bool = False

    @property
    def paragraphs(self) -> str:
        """The paragraphs in words: "paragraph 4" or "paragraphs 4–5"."""
        if self.last_paragraph is None:
            return f"paragraph {self.paragraph}"
        return f"paragraphs {self.paragraph}–{self.last_paragraph}"


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """Words of a document that say a date only beside another one ("Thursday"), and the days that they stand for."""

    start: int
    end: int
    earliest: date | None
    latest: date | None
    granularity: Granularity


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Quoted words: a span of a document, the spans inside it to be marked, and the citation.

    ``dates`` holds, for a question that asks when, and in a message or an entry for any, the words inside whose day is known
    from elsewhere. ``state`` says of an answer about how things stand whether these words hold now, or were overruled.
    ``heads`` are spans of the document outside of it whose words are read with it, such as the header of a table's row.
    """

    document: Document
    start: int
    end: int
    highlights: tuple[Span, ...]
    citation: Citation
    dates: tuple[ResolvedDate, ...] = ()
    state: Literal["current", "former"] | None = None
    heads: tuple[Span, ...] = ()

    @property
    def place(self) -> str | None:
        """The name of the part of the document that the words stand in; None where there is none."""
        return self.citation.place

    @property
    def text(self) -> str:
        """The words, taken from the document when asked for."""
        return self.document.slice(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: who or what it is, as the question has it, and its excerpts."""

    name: str
    excerpts: tuple[Excerpt, ...]


NEARLY = 0.15
"""Below this confidence the nearest passages are shown as no answer at all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Excerpts that answer, best first; or, when ``answered`` is false, the nearest passages and no answer.

    ``confidence`` is in [0, 1]; ``strength`` is the same in words. ``as_of`` is the date of the newest document searched.
    ``reason`` says why sentences that seemed near were passed over, and is empty where none was.
    ``missing`` are the question's words that no document holds; ``talk`` says of what is no question of the documents what it is.
    ``understood`` says of a follow-up what was carried over from the question before: "about: the transit protocol".
    ``since`` and ``until`` are the days of publication that the question itself bounded ("last week"), both included.
    ``together`` says what the excerpts are together, each a point of it, in the order of time; None where each answers by itself.
    Of a comparison ``sides`` has the same excerpts by the two that are compared.
    ``claim`` says of what is pasted instead of a question whether the excerpts say all of it, or a part.
    ``topics`` are what a question that names nothing may be about: asked after one of them, as the question before, it is.
    ``most`` is the strength that it could have at most, however sure: weak where what was found speaks of somebody or something
    else, partial where the thing asked for does not stand there.
    ``unplaced`` is the place that the question names and that no document has that it may be asked of, as it is written there
    ("Article 9"); ``placed_in`` are titles of other documents that have one.
    """

    question: str
    answered: bool
    confidence: float
    strength: Strength
    excerpts: tuple[Excerpt, ...] = ()
    nearest: tuple[Excerpt, ...] = ()
    as_of: date | None = None
    reason: str = ""
    missing: tuple[str, ...] = ()
    talk: Talk | None = None
    understood: str | None = None
    since: date | None = None
    until: date | None = None
    together: Together | None = None
    sides: tuple[Side, ...] = ()
    topics: tuple[str, ...] = ()
    claim: Claim | None = None
    most: Strength = "strong"
    unplaced: str = ""
    placed_in: tuple[str, ...] = ()

    @property
    def nearly(self) -> bool:
        """Whether one of the nearest passages may yet hold the answer: the documents do not clearly say."""
        return bool(self.nearest) and self.confidence >= NEARLY


@dataclass(frozen=True, slots=True)
class Considered:
    """A sentence that was looked at for a question: the question's words that it ``has``, those that only stand ``beside`` it, in
    the sentences around it or the title, and those that it ``lacks``; ``failed`` says why it does not answer, "" where it may.
    """

    document: Document
    start: int
    end: int
    citation: Citation
    has: tuple[str, ...]
    beside: tuple[str, ...]
    lacks: tuple[str, ...]
    failed: str

    @property
    def text(self) -> str:
        """The words, taken from the document when asked for."""
        return self.document.slice(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an answer is as it is.

    ``asked_as`` is the question with what was carried over from those before it. ``kind`` is the kind of thing it asks for, and
    ``thing`` what that must look like ("age", "sum"); ``agent`` does what ``verb`` says, ``patient`` has it done to, ``speaker``
    is whose words are asked for; each is "" where the question does not say it. ``period`` bounds the days that it names,
    both included. ``considered`` are the sentences that came nearest, best first; ``failed`` says where the answer failed, and
    is "" where it did not.
    """

    answer: Answer
    asked_as: str
    kind: str
    thing: str
    names: tuple[str, ...]
    period: tuple[date, date] | None
    agent: str
    verb: str
    patient: str
    speaker: str
    considered: tuple[Considered, ...]
    failed: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated: a span, and the interval of days the words support.

    ``earliest`` and ``latest`` are inclusive; None means that the words set no bound on that side. ``when`` is the span of
    the words that say the date, None where the date is inherited or the publication date. ``planned`` is true for what was
    still to come when the document was written, ``undone`` is set where it says that it did not or will not take place then.
    ``clause`` is the span of the words that the date belongs to, None where they are all. ``tellings`` are the same event in
    other documents, whose dates may differ; ``citations`` are of all that tell it, this one first.
    """

    document: Document
    start: int
    end: int
    earliest: date | None
    latest: date | None
    granularity: Granularity
    basis: Basis
    planned: bool
    when: Span | None = None
    actors: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    tellings: tuple["Event", ...] = ()
    clause: Span | None = None
    undone: Undone | None = None

    @property
    def status(self) -> Status:
        """What the document makes of it."""
        return self.undone or ("planned" if self.planned else "happened")

    @property
    def text(self) -> str:
        """The words, taken from the document when asked for."""
        return self.document.slice(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words attributed to a speaker.

    ``start`` and ``end`` bound the words said, without quotation marks; ``direct`` is false for indirect speech.
    ``stance`` is what the reporting clause does to them: only what somebody ``says`` is his assertion. ``cue`` are the words
    that show it, as the text has them ("denied that"), "" where there are none, and ``cue_span`` is where they stand.
    ``condition`` are the words on which the saying or the words depend ("if the truce collapses"); ``hearsay`` is true where
    the text vouches only that it was reported ("allegedly said"). ``question`` is what was asked before an answer in a
    transcript; a reporter's question is a quotation of its own, whose stance is ``asks``. ``said_on`` is the day of saying,
    known by ``basis``, and None where the text gives no single day; ``earliest`` and ``latest`` bound it, both inclusive, and
    ``when`` are the words that say it. ``mention`` is where the speaker stands.
    """

    document: Document
    start: int
    end: int
    speaker: str
    role: str | None
    cue: str
    said_on: date | None
    basis: Basis
    direct: bool
    fragment: bool = False
    citations: tuple[Citation, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    when: Span | None = None
    mention: Span | None = None
    stance: Stance = "says"
    cue_span: Span | None = None
    condition: Span | None = None
    hearsay: bool = False
    question: Span | None = None

    @property
    def conditional(self) -> bool:
        """Whether the saying, or what is said, depends on a condition that the text names."""
        return self.condition is not None

    @property
    def asserted(self) -> bool:
        """Whether the speaker plainly says the words: neither denies nor asks them, under no condition, and not by hearsay."""
        return self.stance == "says" and self.condition is None and not self.hearsay

    @property
    def words(self) -> str:
        """The words said, taken from the document when asked for."""
        return self.document.slice(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom documents quote: the fullest name, the commonest role, and how often in how many documents."""

    name: str
    role: str | None
    quotations: int
    documents: int

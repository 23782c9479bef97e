"""Questions that name a place in a document: "What does Article 5(2) say?" is answered by Article 5(2)."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from index.answering.kinds.named_places import ALIKE, Place, place_in, places_named
from index.answering.shown.units import shown_end
from index.citations import cite
from index.language.patterns import late
from index.language.tokens import Analyzer, fold
from index.model import Answer, Document, Excerpt, PartLabel, Sentence, Span
from index.requests import AskRequest, Filters
from index.search.searcher import Searcher
from index.storage.database import Database
from index.storage.documents import check_publisher, newest_date, passing, read_document

NAMED = 0.9
"""Confidence that the place that a question names answers it."""

HOLDING = 0.5
"""Confidence that what holds the place answers where no document is known to have the place itself; chosen: partial."""

MOST_PLACES = 2_000
"""Places of one number that are looked through: more documents than have an article of the same number."""

_MOST_HOLDERS = 3
"""Documents that are named where another has no such place; chosen: one line."""

_RECITALS = ("recital", "preamble")
"""How the names of what is recalled begin: who asks for paragraph 2 of a resolution means what it decides."""

_BEGINNING = 600
"""Characters of a text in which an agreement says what it is called."""

_NUMBERED = late(
    r"\b(?:resolution|regulation|directive|decision|law|act|decree|order|bill|protocol|convention|treaty|резолюці\w+|резолюци\w+"
    r"|закон\w*|указ\w*|постанов\w*)\s+(?:\(\w+\)\s+)?(?:no\.?\s*|№\s*)?(\d[\d/.-]*)",
    re.IGNORECASE,
)
"""The number by which an act is called."""
ACTS = frozenset(
    "accord accords act agreement amendment armistice bill charter code communique compact constitution convention covenant "
    "declaration decree directive exchange framework general joint law memorandum mou pact package plan principle principles "
    "protocol regulation resolution roadmap rules statute statement treaty understanding final "
    "abkommen vertrag gesetz accord traité convention угода договір закон договор соглашение".split()
)
"""What papers of many names are called: it tells none of them from another."""
_NO_NAMES = frozenset(
    "what which who when where how does do did is are was the a an of in under say says said provide text show give quote "
    "що хто де коли як який яка яке про у в что кто где когда как какой какая о".split()
)


def find_places(
    db: Database,
    place: Place,
    filters: Filters,
    analyzer: Analyzer,
    read: Callable[[int], Document],
    *,
    limit: int,
) -> tuple[list[tuple[int, Document, Span]], bool]:
    """Return the parts that ``place`` names, with the rows of their documents: of the documents whose titles have most of the
    question's other words; and whether they are the whole of it. Where no document has that, what holds it is looked for: Article
    5 for its ninth paragraph. None where the question names an agreement that no document is."""
    wholes = [one for one in (place, place.in_act) if one is not None]
    for one, length in [
        *((one, len(one.path)) for one in wholes),
        *((place, n) for n in range(len(place.path) - 1, 0, -1)),
    ]:
        paths = dict.fromkeys(path[:length] if len(path) >= len(one.path) else path for path in one.paths)
        found = _best_found(db, [replace(one, path=path) for path in paths if path], filters, analyzer, read)
        if found:
            return found[:limit], length == len(one.path)
    return [], False


def _best_found(
    db: Database,
    places: Sequence[Place],
    filters: Filters,
    analyzer: Analyzer,
    read: Callable[[int], Document],
) -> list[tuple[int, Document, Span]]:
    """Return what the first of ``places`` finds that finds anything; where the question has no word of those documents' titles, a
    later one that finds one of which it has some comes before: what the question calls a section may be a paragraph there."""
    first: list[tuple[int, Document, Span]] = []
    for place in places:
        called, found = _found(db, place, filters, analyzer, read)
        if found and (called or not _content(analyzer, place.rest)):
            return found
        first = first or found
    return first


def _found(
    db: Database, place: Place, filters: Filters, analyzer: Analyzer, read: Callable[[int], Document]
) -> tuple[bool, list[tuple[int, Document, Span]]]:
    """Return what ``place`` finds, and whether the question has a word of the titles beside those that any act is called by."""
    wanted = _content(analyzer, place.rest)
    named = _names(place.rest)
    found: list[tuple[tuple[int, int, int], int, Document, Span]] = []
    for row in _rows(db, place, filters):
        span = _lookup(db, row, place)
        if span is None:
            continue
        document = read(row)
        title = _content(analyzer, f"{document.names} {document.publisher or ''}")
        beginning = {
            fold(word) for word in re.findall(r"\w+", document.text[:_BEGINNING] + " " + document.names)
        }
        own = {fold(word) for word in re.findall(r"\w+", document.text[span[0] : span[1]])}
        met = _met(named, beginning | own)
        if named and not met:
            continue
        depth = _depth(db, row, span)
        found.append(((len(wanted & title), met, -depth), row, document, span))
    best = max((score for score, *_ in found), default=(0, 0, 0))
    return best[0] > 0, [(row, document, span) for score, row, document, span in found if score == best]


def _rows(db: Database, place: Place, filters: Filters) -> list[int]:
    labels, number = place.path[0]
    condition, values = passing(filters)
    marks = ",".join("?" * len(labels))
    rows = db.execute(
        f"""SELECT DISTINCT parts.document FROM parts JOIN documents ON documents.row = parts.document
            WHERE parts.label IN ({marks}) AND parts.number = ? AND {condition}
            ORDER BY documents.published DESC, parts.document LIMIT ?""",
        [*labels, number, *values, MOST_PLACES],
    )
    return [row for (row,) in rows]


def _lookup(db: Database, row: int, place: Place) -> Span | None:
    """Return the span of the outermost part with the number of the last step of ``place`` that lies in
    parts with those of the others."""
    spans = [_spans(db, row, labels, number) for labels, number in place.path]
    named = spans[-1]
    fitting = [span for span in named if _lies_in(span, spans[:-1])]
    so_called = [span for span in fitting if any(word in named[span].lower() for word in place.words)]
    fitting = _called(so_called or fitting, named, place.rest)
    # What is written "Point 7" is meant by that before what has the number alone.
    labels, number = place.path[-1]
    own = set(_spans(db, row, labels[:1], number)) if labels == ALIKE["point"] else set()
    in_preamble = any("preamble" in step for step, _ in place.path)
    return min(
        fitting,
        key=lambda span: (
            not in_preamble and named[span].startswith(_RECITALS),
            span not in own,
            _depth(db, row, span),
            span,
        ),
        default=None,
    )


def _called(fitting: list[Span], named: dict[Span, str], question: str) -> list[Span]:
    """Return those whose names have a word of the question, where some have: "the second point under Decides"."""
    said = {word.lower() for word in re.findall(r"\w{4,}", question)}
    called = [span for span in fitting if said & set(re.findall(r"\w{4,}", named[span].lower()))]
    return called or fitting


def _spans(db: Database, row: int, labels: Sequence[PartLabel], number: str) -> dict[Span, str]:
    """Return the spans of the parts with one of the labels and the number, and the name of each."""
    marks = ",".join("?" * len(labels))
    found = db.execute(
        f"SELECT start, end, name FROM parts WHERE label IN ({marks}) AND number = ? AND document = ?",
        [*labels, number, row],
    )
    return {(start, end): name for start, end, name in found}


def _lies_in(span: Span, outer: Sequence[Collection[Span]]) -> bool:
    """Tell whether ``span`` lies in one span of each of ``outer``, from the last, which is the innermost, out."""
    for spans in reversed(outer):
        around = [one for one in spans if one[0] <= span[0] and span[1] <= one[1] and one != span]
        if not around:
            return False
        span = min(around, key=lambda one: one[1] - one[0])
    return True


def _depth(db: Database, row: int, span: Span) -> int:
    found = db.execute(
        "SELECT count(*) FROM parts WHERE document = ? AND start <= ? AND end >= ?", [row, *span]
    ).fetchone()
    return int(found[0])


def _content(analyzer: Analyzer, text: str) -> frozenset[str]:
    return frozenset(analyzer.terms(text))


def _names(text: str) -> frozenset[str]:
    words = re.findall(r"\w[\w’'-]*", text)
    named = [word for word in words if word[0].isupper() and word.lower() not in _NO_NAMES and len(word) > 1]
    own = [word for word in named if word.lower() not in ACTS]
    numbered = [number for found in _NUMBERED.finditer(text) for number in re.findall(r"\w+", found[1])]
    return frozenset(map(fold, (*(own or named), *numbered)))


def _met(named: Iterable[str], words: Collection[str]) -> int:
    """Return how many of the names are among the words, in another case where they are declined."""
    return sum(
        name in words
        or (_DECLINED.match(name) is not None and any(word.startswith(_stem(name)) for word in words))
        for name in named
    )


def _stem(name: str) -> str:
    return name[: max(_SHORTEST_STEM, len(name) - 2)]


_DECLINED = late("[а-яіїєґ]{5}")
_SHORTEST_STEM = 4
"""Letters of a declined name that stay; chosen: its ending has one or two."""


def answer_named(searcher: Searcher, request: AskRequest) -> Answer | None:
    """Return the answer that shows whole the place that the question names; None where it names none that is there.

    Raises QueryError for a publisher that no document has.
    """
    place = place_in(request.question)
    if place is None:
        return None
    db = searcher.db
    check_publisher(db, request.filters)
    read = lru_cache(maxsize=64)(lambda row: read_document(db, row))
    found, whole = find_places(db, place, request.filters, searcher.analyzer, read, limit=request.limit)
    if not found:
        return None
    excerpts = tuple(_excerpt(db, number, *one) for number, one in enumerate(found, 1))
    question = " ".join(request.question.split())
    as_of = newest_date(db, request.filters)
    if not whole:
        # The article is shown, and that it is not known to have such a paragraph.
        return Answer(question, True, HOLDING, "partial", excerpts, as_of=as_of, most="partial")
    return Answer(question, True, NAMED, "strong", excerpts, as_of=as_of)


def without_place(searcher: Searcher, request: AskRequest, answer: Answer) -> Answer:
    """Return ``answer``, which found nothing, with the place that the question names and that no document has, and with other
    documents that have one."""
    named = places_named(request.question)
    place = place_in(request.question)
    if place is None or answer.answered or not any(found["number"] or found["ordinal"] for found in named):
        return answer
    db = searcher.db
    rows = [row for row in _rows(db, place, request.filters) if _lookup(db, row, place) is not None]
    said = re.sub(r"\s+", " ", " of ".join(found[0].strip() for found in named))
    words = {word.casefold() for word in re.findall(r"\w+", said)}
    return replace(
        answer,
        missing=tuple(word for word in answer.missing if word.casefold() not in words),
        unplaced=said[:1].upper() + said[1:],
        placed_in=tuple(read_document(db, row).title for row in rows[:_MOST_HOLDERS]),
    )


def _name_of(db: Database, row: int, span: Span) -> str | None:
    """Return the name of the part of the document with that row that has this span."""
    found = db.execute(
        "SELECT name FROM parts WHERE document = ? AND start = ? AND end = ? ORDER BY ordinal", [row, *span]
    ).fetchone()
    return found[0] if found else None


def _excerpt(db: Database, number: int, row: int, document: Document, span: Span) -> Excerpt:
    start, end = span[0], shown_end(document, span)
    sentences = _sentences_in(db, row, span)
    return Excerpt(
        document, start, end, (), cite(document, start, end, sentences, number, _name_of(db, row, span))
    )


def _sentences_in(db: Database, row: int, span: Span) -> tuple[Sentence, ...]:
    rows = db.execute(
        "SELECT start, end, paragraph FROM sentences WHERE document = ? AND start < ? AND end > ? ORDER BY ordinal",
        [row, span[1], span[0]],
    )
    return tuple(Sentence(*found) for found in rows)

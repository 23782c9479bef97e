"""Questions that name a place in a document: "What does Article 5(2) say?" is answered by Article 5(2)."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.citations import cite
from index.language.patterns import late
from index.language.tokens import Analyzer, fold
from index.model import Answer, Document, Excerpt, Part, PartLabel, Sentence, Span
from index.requests import AskRequest, Filters
from index.search.searcher import Searcher
from index.storage.database import Database
from index.storage.documents import check_publisher, newest_date, passing, read_document
from index.structure.numbers import NAMED as NAMED_NUMBERS
from index.structure.numbers import ROMAN, WORDS, plain_number
from index.structure.units import LABELS, PREAMBLES, SHORT

NAMED = 0.9
"""Confidence that the place that a question names answers it."""

MOST_PLACES = 2_000
"""Places of one number that are looked through: more documents than have an article of the same number."""

LONGEST = 6_000
"""Characters of a place that are shown; a longer one ends with a part of it."""

LONGEST_UNIT = 500
"""Characters of a paragraph, point or article that is shown whole where a sentence of it answers."""

LONGEST_ROW = 2_000
"""Characters of a row of a table that is shown whole."""

_MOST_HOLDERS = 3
"""Documents that are named where another has no such place; chosen: one line."""

_BEGINNING = 600
"""Characters of a text in which an agreement says what it is called."""

_SUBORDINATE = {
    "paragraph": "paragraph", "para": "paragraph", "paras": "paragraph", "par": "paragraph", "clause": "paragraph",
    "point": "point", "points": "point", "item": "point", "subparagraph": "point", "sub-paragraph": "point",
    "пункт": "point", "п": "point", "частина": "paragraph", "часть": "paragraph", "ч": "paragraph", "absatz": "paragraph",
    "abs": "paragraph", "op": "paragraph", "pp": "paragraph", "recital": "paragraph", "recitals": "paragraph",
    "paragraphe": "paragraph", "alinéa": "paragraph", "apartado": "paragraph", "párrafo": "paragraph", "comma": "paragraph",
    "subsection": "paragraph", "buchstabe": "point", "nummer": "point", "ziffer": "point", "lettre": "point", "lit": "point",
    "letter": "point", "punkt": "point", "підпункт": "point", "подпункт": "point", "абзац": "paragraph", "clauses": "paragraph",
}  # fmt: skip
_INFLECTED = {"статті": "стаття", "статтею": "стаття", "статье": "статья", "статьи": "статья", "статьей": "статья",
              "пункті": "пункт", "пункте": "пункт", "пункта": "пункт", "частині": "частина", "части": "часть",
              "підпункті": "підпункт", "подпункте": "подпункт", "додатка": "додаток", "додатку": "додаток",
              "приложении": "приложение", "преамбулі": "преамбула", "преамбуле": "преамбула"}  # fmt: skip
_WORDS = "|".join(
    sorted(map(re.escape, {*LABELS, *SHORT, *_SUBORDINATE, *_INFLECTED, *PREAMBLES}), key=len, reverse=True)
)
_ORDINALS = "|".join(word for word in WORDS if word.endswith(("th", "st", "nd", "rd")))
_CARDINALS = "|".join(word for word in WORDS if not word.endswith(("th", "st", "nd", "rd")))
_NUMBER = (
    rf"\d{{1,4}}(?:bis|ter)?(?:\.\d{{1,3}})*[a-z]?|{ROMAN}|[a-zа-яіїє]|{_CARDINALS}|{'|'.join(NAMED_NUMBERS)}"
)
_ARTICLE_OF_ONE = (
    r"article(?=\s+(?:of|in)\s[^.?!]{0,80}\b(?:treaty|agreement|convention|pact|accords?|protocol|charter|law|act|regulation"
    r"|constitution|statute|declaration)\b)"
)
"""An article that is counted, of something that has articles: the first article of a newspaper is none."""
_NAMED = late(
    rf"(?<!\w)(?:(?:(?P<role>operative|preamb(?:ular|le))|sub-?)\s+)?(?:(?P<ordinal>{_ORDINALS})\s+(?:(?P<kind>operative|preambular)\s+)?"
    rf"(?P<counted>amendment|{'|'.join(_SUBORDINATE)}|{_ARTICLE_OF_ONE})"
    rf"|(?:(?P<word>{_WORDS})(?:\b|(?=\d))|(?P<sign>§§?|(?<![.'’])ss?\.(?=\s?\d)))\.?\s*(?:(?:no\.?|№|number)\s*)?[«“\"']?(?P<number>\(?(?:{_NUMBER})\)?(?![\w’']|/\d)(?:\s?\(\w{{1,5}}\))*)"
    rf"|(?P<preamble>{'|'.join(PREAMBLES)}|преамбул[іеы]|the (?:annex|appendix|schedule)"
    r"|(?:annex|appendix|schedule)(?=\s+(?:to|of)\s|\s*(?:[,?]|$)))"
    rf"|(?P<decimals>\d{{1,2}}(?:\.\d{{1,2}}){{2,3}}(?!\.?\d)))(?!\w)",
    re.IGNORECASE,
)
_ANNEXED = late(r"(?:annex|appendix|schedule)$", re.IGNORECASE)
_NUMBERED = late(
    r"\b(?:resolution|regulation|directive|decision|law|act|decree|order|bill|protocol|convention|treaty|резолюці\w+|резолюци\w+"
    r"|закон\w*|указ\w*|постанов\w*)\s+(?:\(\w+\)\s+)?(?:no\.?\s*|№\s*)?(\d[\d/.-]*)",
    re.IGNORECASE,
)
"""The number by which an act is called."""
_INNER = late(r"\((\w{1,5})\)")
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

_ALSO_ACTS = frozenset({"protocol", "regulation", "addendum"})
"""Words for places that acts of their own are called by as well."""

_ALIKE: dict[str, tuple[PartLabel, ...]] = {
    "paragraph": ("paragraph", "point"),
    "point": ("point", "paragraph"),
}
_ALSO: dict[str, tuple[PartLabel, ...]] = {
    "частина": ("part",), "часть": ("part",), "clause": ("article", "section"),
}  # fmt: skip
"""What else words for paragraphs and points are said of."""

Path = tuple[tuple[tuple[PartLabel, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a document as a question names it: labels that it may have and its number, from the outermost in.

    ``undivided`` is the same where the numbers of the document have stops: Section 2.3 is no paragraph of a Section 2.
    """

    path: "Path"
    rest: str
    """The question without the words that name the place."""
    undivided: "Path" = ()
    words: tuple[str, ...] = ()
    """What the place is called: an amendment is an article, and is called otherwise."""
    in_act: "Place | None" = None
    """The place without the word that acts of their own are called by as well: Article 3 of what is called Protocol II."""

    @property
    def paths(self) -> "tuple[Path, ...]":
        """The ways in which the names may lie in each other, the likeliest first: sections hold articles, or lie in them."""
        swapped = tuple(
            sorted(self.path, key=lambda step: _DEPTH_OF_SECTIONS.get(step[0][0], _DEPTH[step[0][0]]))
        )
        exact = tuple(dict.fromkeys((self.undivided, self.path, swapped)))
        return (
            *exact,
            *(tuple((_LIKE.get(labels[0], labels), number) for labels, number in path) for path in exact),
        )


def place_in(question: str) -> Place | None:
    """Return the place that ``question`` names, None where it names none."""
    named = sorted(filter(_is_place, _NAMED.finditer(question)), key=_is_appendix)
    path = _ordered(_steps(found) for found in named)
    if not path:
        return None
    undivided = _ordered(_steps(found, divided=False) for found in named)
    words = tuple(word.lower() for found in named if (word := found["word"] or found["counted"]))
    place = Place(path, _without(question, named), () if undivided == path else undivided, words)
    inside = [found for found in named if (found["word"] or "").lower() not in _ALSO_ACTS]
    if not inside or len(inside) == len(named):
        return place
    in_act = _ordered(map(_steps, inside))
    return replace(place, in_act=Place(in_act, _without(question, inside)))


def _is_place(found: re.Match[str]) -> bool:
    """Tell whether what is found is a place: "the protocol a state signs" has a word behind it and no number."""
    return (found["word"] or "").lower() not in _ALSO_ACTS or not re.fullmatch(
        "[a-zа-яіїє]+", found["number"]
    )


def _without(question: str, named: Iterable[re.Match[str]]) -> str:
    left = question
    for start, end in sorted((found.span() for found in named), reverse=True):
        left = f"{left[:start]} {left[end:]}"
    return left


def _ordered(named: Iterable[Sequence[tuple[tuple[PartLabel, ...], str]]]) -> Path:
    """Return the steps of all that is named, from the outermost in; what is named twice counts once; Clause 2.2.2 has three."""
    steps: list[tuple[tuple[PartLabel, ...], str]] = []
    for one in named:
        known = Counter(steps)
        for step in one:
            if known[step]:
                known[step] -= 1
            else:
                steps.append(step)
    return tuple(sorted(steps, key=lambda step: _DEPTH[step[0][0]]))


def _is_appendix(found: re.Match[str]) -> bool:
    """Tell whether an appendix is named: an annex that is named with it holds it."""
    return (found["word"] or "").lower() == "appendix"


_AROUND: dict[str, PartLabel] = {"recital": "preamble", "recitals": "preamble", "pp": "preamble"}
"""What the unit of a name stands in, where its name says so."""

_DEPTH: dict[PartLabel, int] = {
    "annex": 0, "part": 1, "chapter": 2, "section": 3, "preamble": 4, "article": 4, "paragraph": 5, "point": 6,
}  # fmt: skip


_DEPTH_OF_SECTIONS: dict[PartLabel, float] = {"section": 4.5}
"""The depth of sections where articles hold them."""

_NUMBERED_ALIKE: tuple[PartLabel, ...] = ("section", "article", "paragraph", "point")
_GROUPED_ALIKE: tuple[PartLabel, ...] = ("part", "chapter", "section")
_LIKE: dict[PartLabel, tuple[PartLabel, ...]] = {
    "section": _NUMBERED_ALIKE,
    "article": _NUMBERED_ALIKE,
    "part": _GROUPED_ALIKE,
    "chapter": _GROUPED_ALIKE,
}
"""What a unit may be where no document has one of its name: contracts have clauses that some call sections."""


def _steps(found: re.Match[str], *, divided: bool = True) -> list[tuple[tuple[PartLabel, ...], str]]:
    if found["decimals"]:
        return [(_ALIKE["paragraph"], found["decimals"])]
    if found["preamble"]:
        label: PartLabel = "annex" if _ANNEXED.search(found["preamble"]) else "preamble"
        return [((label,), "")]
    word = "section" if found["sign"] else (found["word"] or found["counted"]).lower()
    word = _INFLECTED.get(word, word)
    if word in PREAMBLES:
        return [(("preamble",), "")]
    labels = _labels(word)
    role = (found["role"] or found["kind"] or "").lower()
    around = _AROUND.get(word) or ("preamble" if role and role != "operative" else None)
    if around is not None:
        return [((around,), ""), (labels, plain_number(found["number"] or found["ordinal"]))]
    if found["ordinal"]:
        return [(labels, plain_number(found["ordinal"]))]
    number, *inner = re.split(r"\s?(?=\()", found["number"].lstrip("("), maxsplit=1)
    first, *decimals = number.strip("()").split(".") if divided else [number.strip("()")]
    steps = [(labels, plain_number(first))]
    # What lies in a point is no less deep than it.
    within = _ALIKE["point" if labels[0] == "point" else "paragraph"]
    steps += [(within, plain_number(decimal)) for decimal in decimals]
    return steps + [(within, _inner_number(one)) for one in _INNER.findall(" ".join(inner))]


def _inner_number(written: str) -> str:
    # "(i)" stands between letters: a Roman number is kept as it is written.
    return plain_number(written) if written.isdigit() else written.lower()


def _labels(word: str) -> tuple[PartLabel, ...]:
    subordinate = _SUBORDINATE.get(word)
    if subordinate:
        return (*_ALIKE[subordinate], *_ALSO.get(word, ()))
    return (LABELS[SHORT.get(word, word)],)


def find_places(
    db: Database,
    place: Place,
    filters: Filters,
    analyzer: Analyzer,
    read: Callable[[int], Document],
    *,
    limit: int,
) -> list[tuple[int, Document, Span]]:
    """Return the parts that ``place`` names, with the rows of their documents: of the documents whose titles have most of the
    question's other words. Where no document has the whole of it, what holds it is looked for: Article 5 for its ninth paragraph.
    None where the question names an agreement that no document is."""
    wholes = [one for one in (place, place.in_act) if one is not None]
    for one, length in [
        *((one, len(one.path)) for one in wholes),
        *((place, n) for n in range(len(place.path) - 1, 0, -1)),
    ]:
        paths = dict.fromkeys(path[:length] if len(path) >= len(one.path) else path for path in one.paths)
        found = _best_found(db, [replace(one, path=path) for path in paths if path], filters, analyzer, read)
        if found:
            return found[:limit]
    return []


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
    fitting = so_called or fitting
    # What is written "Point 7" is meant by that before what has the number alone.
    labels, number = place.path[-1]
    own = set(_spans(db, row, labels[:1], number)) if labels == _ALIKE["point"] else set()
    return min(fitting, key=lambda span: (span not in own, _depth(db, row, span), span), default=None)


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


def whole_unit(document: Document, sentence: Span, span: Span) -> Span:
    """Return the span to show for ``sentence``, for which ``span`` was chosen: the paragraph, point, row or article that it
    stands in where that is short, and else no more than it; the head of an article never by itself."""
    around = [part for part in document.parts_around(*sentence) if part.name and part.label != "table"]
    if not around:
        return span
    inner = around[-1]
    longest = LONGEST_ROW if inner.label == "row" else LONGEST_UNIT
    if inner.end - inner.start <= longest and inner.label not in ("entry", "message", "turn"):
        return inner.start, inner.end
    first, last = _after_heading(document, max(span[0], inner.start), inner), min(span[1], inner.end)
    if inner.label in _WITH_HEADS and _is_head(document.text[sentence[0] : sentence[1]]):
        below = next(
            (part for part in document.structure if part.start > sentence[0] and part.end <= inner.end), None
        )
        if below is not None and below.end - first <= LONGEST_UNIT + LONGEST:
            return first, below.end
    return first, last


def _after_heading(document: Document, start: int, part: Part) -> int:
    """Return where words that begin at ``start`` go on behind the time that heads the entry ``part`` in the same line."""
    if part.label != "entry":
        return start
    begun = bisect_left(document.structure, part.start, key=lambda one: one.start)
    for one in document.structure[begun : begun + 3]:
        if one.label == "heading" and one.start <= start < one.end < part.end:
            rest = document.text[one.end : part.end]
            return one.end + len(rest) - len(rest.lstrip())
    return start


def is_head_alone(document: Document, span: Span) -> bool:
    """Tell whether ``span`` is no more than the head of an article or another part, or of a message or an entry."""
    parts = document.parts_around(*span)
    if any(part.label == "heading" and not part.name for part in parts):
        return True
    around = [part for part in parts if part.label in _WITH_HEADS]
    return bool(around) and _is_head(document.text[slice(*span)].rstrip())


_WITH_HEADS = frozenset({"part", "chapter", "section", "article", "annex", "preamble"})


def _is_head(words: str) -> bool:
    return words[-1] not in '.;:!?,”"'


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
    found = find_places(db, place, request.filters, searcher.analyzer, read, limit=request.limit)
    if not found:
        return None
    excerpts = tuple(_excerpt(db, number, *one) for number, one in enumerate(found, 1))
    question = " ".join(request.question.split())
    as_of = newest_date(db, request.filters)
    return Answer(question, True, NAMED, "strong", excerpts, as_of=as_of)


def without_place(searcher: Searcher, request: AskRequest, answer: Answer) -> Answer:
    """Return ``answer``, which found nothing, with the place that the question names and that no document has, and with other
    documents that have one."""
    named = list(filter(_is_place, _NAMED.finditer(request.question)))
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


def shown_end(document: Document, span: Span) -> int:
    """Return where what is shown of a place ends: where the place does, where it is short, else with a part of it or a word."""
    start, end = span
    if end - start <= LONGEST:
        return end
    most = start + LONGEST
    ends = [part.end for part in document.structure if start <= part.start and part.end <= most]
    paragraph, word = document.text.rfind("\n\n", start + 1, most), document.text.rfind(" ", start + 1, most)
    cut = max(ends, default=max(paragraph, word))
    return cut if cut > start else most

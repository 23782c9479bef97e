"""A claim that is pasted is looked for whole: the passage that says it, near-verbatim first; and told where only a part is found.

Words are compared by their terms and in their order, so that "the accord was signed" is found in "the accord, signed", and
"Norland sued Sudria" is not in "Sudria sued Norland".
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from index.answering.thresholds import Thresholds
from index.citations import cite
from index.language.english.asking.claims import claimed, is_turned, is_typed
from index.language.tokens import Analyzer
from index.model import Answer, Excerpt, Sentence, Span
from index.requests import Filters
from index.search.searcher import Searcher

_PASSAGES = 20
"""Passages in which the words are looked for; chosen: a bound on the work."""

_MOST_TERMS = 150
"""Terms of the claim, and of each sentence that it is compared with; chosen: a bound on the work."""

_MOST_SENTENCES = 12
"""Sentences of a claim around a passage that are looked at; chosen: a paste of a card's length."""

WHOLE = 0.8
"""The share of the claim's terms that a passage has, in their order, which says it; chosen: a word of five may be another."""

SPREAD = 2.0
"""How many terms, for each of the claim's, a passage that says it has from the first to the last of those in common; chosen: a
clause may stand between, and words that have nothing to do with each other lie further apart."""

PART = 0.5
"""The share from which on a part of it is found; chosen."""

_LESS = 0.15
"""How much less of it than the first another passage may have; chosen: a word of seven."""

_SURE = 0.95
"""The confidence where it is said word for word; chosen."""


@dataclass(frozen=True, slots=True)
class _Found:
    row: int
    span: Span
    share: float
    marked: tuple[Span, ...]
    whole: bool


def answer_claim(
    searcher: Searcher, text: str, filters: Filters, thresholds: Thresholds, *, limit: int, as_of: date | None
) -> Answer | None:
    """Return where ``text``, which is pasted, is said, whole or in part, in at most ``limit`` excerpts; None where it asks
    something, or where no document says as much as a part of it, or all of it where it may be typed to be looked for."""
    claim = claimed(text)
    if claim is None:
        return None
    found = sorted(
        _places(searcher, claim, filters), key=lambda one: (not one.whole, -one.share, one.row, one.span)
    )
    chosen: list[_Found] = []
    for one in found:
        if (
            len(chosen) < limit
            and one.share >= found[0].share - _LESS
            and one.whole == found[0].whole
            and not any(_overlap(one, other) for other in chosen)
        ):
            chosen.append(one)
    if not chosen or (is_typed(claim) and not chosen[0].whole):
        return None
    whole = chosen[0].whole
    value = thresholds.held(
        max(_SURE * chosen[0].share, thresholds.answered), "strong" if whole else "partial"
    )
    return Answer(
        question=text,
        answered=True,
        confidence=value,
        strength=thresholds.strength(value),
        excerpts=tuple(_excerpt(searcher, number, one) for number, one in enumerate(chosen, 1)),
        as_of=as_of,
        claim="whole" if whole else "part",
    )


def _places(searcher: Searcher, claim: str, filters: Filters) -> Iterator[_Found]:
    tokens = searcher.analyzer.tokens(claim)[:_MOST_TERMS]
    terms = [token.term for token in tokens]
    if not terms:
        return
    firm = frozenset(
        token.term
        for token in tokens
        if (claim[token.start].isupper() and token.start) or claim[token.start].isdigit()
    )
    sentences = min(_MOST_SENTENCES, len(searcher.analyzer.languages.sentences(claim)))
    hits = searcher.search(dict.fromkeys(terms, 1.0), _PASSAGES, filters)
    passages = searcher.read_passages([hit.passage for hit in hits])
    for hit in hits:
        passage = passages[hit.passage]
        # A claim of several sentences may go on beyond the passage.
        reach = len(passage.sentences) + sentences - 1
        around = searcher.around(passage.document, passage.sentences[0].ordinal, reach)
        yield from _compared(
            searcher, passage.document, tuple(around.values()), sentences, claim, terms, firm
        )


def _compared(
    searcher: Searcher,
    row: int,
    around: Sequence[Sentence],
    sentences: int,
    claim: str,
    terms: Sequence[str],
    firm: Set[str],
) -> Iterator[_Found]:
    """Yield the run of as many sentences as the claim has, or one more, that has most of its terms in their order."""
    text = searcher.document(row).text
    held = [searcher.analyzer.tokens(text[one.start : one.end])[:_MOST_TERMS] for one in around]
    wanted = frozenset(terms)
    best: tuple[float, int, Span, list[Span], frozenset[str], int] | None = None
    for length in (sentences, sentences + 1):
        for first in range(max(1, len(around) - length + 1)):
            run = [
                (token.term, around[n].start + token.start, around[n].start + token.end)
                for n in range(first, min(first + length, len(around)))
                for token in held[n]
            ]
            if len(wanted.intersection(term for term, _, _ in run)) < PART * len(wanted):
                continue
            matcher = SequenceMatcher(None, terms, [term for term, _, _ in run], autojunk=False)
            blocks = matcher.get_matching_blocks()
            matched = [run[block.b + step] for block in blocks for step in range(block.size)]
            found = len(matched) / len(terms), -length
            if matched and (best is None or found > best[:2]):
                touched = [one for one in around if one.start < matched[-1][2] and matched[0][1] < one.end]
                best = (
                    *found,
                    (touched[0].start, touched[-1].end),
                    [(start, end) for _, start, end in matched],
                    frozenset(term for term, _, _ in matched),
                    max(block.b + block.size for block in blocks if block.size) - blocks[0].b,
                )
    if best is None:
        return
    share, _, span, places, said, spread = best
    whole = (
        share >= WHOLE
        and firm <= said
        and spread <= SPREAD * len(terms)
        and not is_turned(claim, text[places[0][0] : places[-1][1]])
    )
    if whole or share >= PART:
        yield _Found(row, span, share, _joined(places, text, searcher.analyzer), whole)


def _joined(spans: Sequence[Span], text: str, analyzer: Analyzer) -> tuple[Span, ...]:
    """Join spans between which no word stands that says anything."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not analyzer.tokens(text[joined[-1][1] : start]):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)


def _overlap(one: _Found, other: _Found) -> bool:
    return one.row == other.row and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _excerpt(searcher: Searcher, number: int, found: _Found) -> Excerpt:
    document = searcher.document(found.row)
    citation = cite(document, *found.span, searcher.sentences(found.row), number)
    return Excerpt(document, *found.span, found.marked, citation)

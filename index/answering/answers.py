"""Ranked sentences to an answer: the excerpts that answer, or an abstention that names the nearest passages."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import log
from typing import Literal

from index.answering.confidence import confidence
from index.answering.framing import Framed, framed
from index.answering.kinds.entries import entry_confidence
from index.answering.kinds.forms import has_form_asked_for
from index.answering.kinds.named_acts import with_named_act_first
from index.answering.kinds.newest import is_about_it, newest_first
from index.answering.kinds.reasons import with_reason_first
from index.answering.kinds.rows import is_row, row_confidence, with_row_first
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.ranking.weights import Weights
from index.answering.shown.highlights import highlights
from index.answering.shown.replies import Replies, only_polite
from index.answering.shown.told_days import days_told
from index.answering.shown.units import is_head_alone, whole_unit
from index.answering.state import State, find_state, in_order
from index.answering.stories import Rarity, Wording
from index.answering.thresholds import Thresholds
from index.answering.unheld import is_about_something_else
from index.citations import cite
from index.language.furniture import after_furniture, after_lines, is_furniture
from index.model import Answer, Document, Excerpt, ResolvedDate, Sentence, Span
from index.search.searcher import Searcher

_AROUND = 20
"""How many sentences before and after one are looked at for what must be shown with it."""

_LONGEST_EXCERPT = 700
"""Characters that an excerpt grows to by the sentences of its quotation; chosen: three of them fit Discord's 4,000 of a
message."""
_LONGEST_NEIGHBOUR = 350
"""Characters of a sentence that is shown together with the one before it; chosen: half of an excerpt."""
_SOON_BEHIND = 3
"""Sentences behind one that is shown, of which one that is read to answer is shown with it; chosen: those of a passage."""
_OF_A_REPLY = 3
"""Sentences that are shown behind one that asks; chosen: a reply begins with "Well", "Look" or a name as often as with what it
says."""
_SAME = 0.7
"""Two sentences with this share of their words in common say the same."""

_NEARLY = 2.0
"""A neighbour whose score is at most this much below belongs to the answer."""

_BULLET = re.compile(r"[-*•–·][^\S\n]+(?=\w)")
"""The sign before an item of a list, which is no word of it."""

_HEADS_A_LIST = re.compile(r"[^\s.!?;][ \t*_]*+\n\s*+[-*•–·][^\S\n]+(?=\w)")
"""The end of a line without a full stop, and the sign before the first item right under it."""

_FAR_BELOW = 4.0
"""An excerpt whose score is this much below the first's adds nothing."""


def answer(
    searcher: Searcher,
    ranking: Ranking,
    weights: Weights,
    thresholds: Thresholds,
    *,
    limit: int,
    as_of: date | None,
) -> Answer:
    """Return the answer to the question that was ranked in this moment: at most ``limit`` excerpts.

    ``thresholds`` tell from which confidence on it is one; ``as_of`` is the newest document's date.
    """
    held = framed(ranking, searcher.analyzer)
    replies = Replies(searcher)
    elsewhere = is_about_something_else(searcher, held.ranking)
    mentioned = with_row_first(held.ranking)
    # A reason is no surer than that what it is for was done.
    reasoned = with_reason_first(mentioned, held.admits)
    held = replace(held, ranking=with_named_act_first(reasoned))
    if elsewhere:
        held = replace(held, most="weak")
    # What the agreement itself says is as sure as what others say of it.
    sure = confidence(mentioned, weights)
    if held.ranking is not reasoned:
        sure = max(sure, confidence(held.ranking, weights))
    sure = max(row_confidence(held.ranking, sure), entry_confidence(held.ranking, sure))
    if (
        sure < thresholds.strong
        and held.ranking.candidates
        and held.check.is_read_as_none(held.ranking.candidates[0])
    ):
        held = replace(held, most="weak")
    if (
        held.most == "strong"
        and held.ranking.candidates
        and _only_asks(searcher, replies, held.ranking.candidates[0])
    ):
        held = replace(held, most="partial")
    if has_form_asked_for(held.ranking, held.check.asked.thing):
        sure = max(sure, thresholds.answered)
    if ranking.latest and is_about_it(held.ranking, searcher.analyzer):
        sure = max(sure, thresholds.answered)
    value = thresholds.held(sure, held.most)
    answered = value >= thresholds.answered
    state = (
        find_state(
            held.ranking,
            held.may_overrule,
            held.same_subject,
            held.may_carry_on,
            Wording(held.nouns, _rarity(searcher)),
        )
        if answered and not ranking.latest
        else None
    )
    if state is not None and state.is_repeated:
        state = None
    shown = _in_order(held.ranking, state, searcher) if answered else with_row_first(ranking)
    excerpts = tuple(
        replace(
            _excerpt(searcher, number, candidate, span, ranking, answered=answered),
            state=_state_of(candidate, state),
        )
        for number, (candidate, span) in enumerate(
            _chosen(searcher, replies, shown, held if answered else None, state, limit), 1
        )
    )
    return Answer(
        question=ranking.question.text,
        answered=answered,
        confidence=value,
        strength=thresholds.strength(value),
        excerpts=excerpts if answered else (),
        nearest=() if answered else excerpts,
        as_of=as_of,
        reason="" if answered else held.reason,
        missing=ranking.unknown,
        most=held.most,
    )


def excerpts(
    searcher: Searcher,
    ranking: Ranking,
    candidates: Sequence[Candidate],
    *,
    first: int = 1,
    answered: bool = True,
) -> tuple[Excerpt, ...]:
    """Return an excerpt for each of ``candidates``, in their order, numbered from ``first`` on: its sentence with what must be
    shown with it. One whose words an excerpt before it shows has none. Unless ``answered`` the question's words alone are
    marked in them."""
    shown: list[tuple[Candidate, Span]] = []
    for candidate in candidates:
        own = candidate.sentence.span.start, candidate.sentence.span.end
        beside = [taken for other, taken in shown if other.row == candidate.row]
        if any(_overlap(own, taken) for taken in beside):
            continue
        span = excerpt_span(
            candidate, _around(searcher, candidate), {}, searcher.analyzer.languages.refers_back
        )
        if any(_overlap(span, taken) for taken in beside):
            span = own
        span = _without_furniture(candidate, span, ranking)
        if not is_head_alone(candidate.document, span):
            shown.append((candidate, span))
    return tuple(
        _excerpt(searcher, number, candidate, span, ranking, answered=answered)
        for number, (candidate, span) in enumerate(shown, first)
    )


def _in_order(ranking: Ranking, state: State | None, searcher: Searcher) -> Ranking:
    if ranking.latest:
        return replace(ranking, candidates=newest_first(ranking, searcher.analyzer))
    return replace(ranking, candidates=in_order(ranking.candidates, state))


def _only_asks(searcher: Searcher, replies: Replies, candidate: Candidate) -> bool:
    """Tell whether the sentence is a question, and no reply to it would be shown with it: it says nothing for sure."""
    asks = candidate.text.rstrip("\"'”’») \n").endswith("?")
    return asks and replies.with_reply(candidate, _around(searcher, candidate)) is None


def _rarity(searcher: Searcher) -> Rarity:
    most = log(searcher.passages + 1)
    return lambda term: 1.0 - log(max(searcher.holding(term), 1)) / most


def _state_of(candidate: Candidate, state: State | None) -> Literal["current", "former"] | None:
    if state is None or not state.is_sure:
        return None
    return "current" if candidate is state.current else "former" if candidate is state.former else None


def _chosen(
    searcher: Searcher,
    replies: Replies,
    ranking: Ranking,
    held: Framed | None,
    state: State | None,
    limit: int,
) -> Iterator[tuple[Candidate, Span]]:
    """Yield the candidates to show with the span to show of each: none that repeats or overlaps an earlier one, or that ``held``
    does not admit. What ``state`` tells of is shown in any case."""
    scores = {(one.row, one.sentence.ordinal): one.score for one in ranking.candidates}
    shown: list[tuple[Candidate, Span]] = []
    for candidate in ranking.candidates:
        if len(shown) >= limit:
            return
        if candidate.worth < ranking.candidates[0].worth - _FAR_BELOW:
            continue
        told = state is not None and (candidate is state.current or candidate is state.former)
        if not told and held is not None and not held.admits(candidate):
            continue
        if not told and any(_repeats(candidate, other, span) for other, span in shown):
            continue
        around = _around(searcher, candidate)
        replied = replies.with_reply(candidate, around)
        span = replied or excerpt_span(candidate, around, scores, searcher.analyzer.languages.refers_back)
        if any(other.row == candidate.row and _overlap(span, taken) for other, taken in shown):
            within = any(
                other.row == candidate.row and taken[0] <= candidate.sentence.span.start < taken[1]
                for other, taken in shown
            )
            if replied is not None or within:
                # It is shown already.
                continue
            span = candidate.sentence.span.start, candidate.sentence.span.end
        span = _without_furniture(candidate, span, ranking)
        if shown and is_head_alone(candidate.document, span):
            continue
        alone = not told and replied is None and not is_row(candidate)
        behind = read_behind(candidate, ranking, span) if alone else None
        if (
            behind is not None
            and (held is None or held.admits(behind))
            and not any(
                other.row == candidate.row and _overlap((span[0], behind.sentence.span.end), taken)
                for other, taken in shown
            )
        ):
            span = span[0], max(span[1], behind.sentence.span.end)
            candidate = candidate.judged(behind.judgement)
        shown.append((candidate, span))
        yield candidate, span


def read_behind(candidate: Candidate, ranking: Ranking, span: Span) -> Candidate | None:
    """Return the sentence soon behind the candidate that is read to answer, and surer than the candidate is; None without one.

    What another message or entry holds is behind none: it has its own writer and day.
    """
    own, document = _margin(candidate), candidate.document
    told = document.told_at(*span)
    soon = [
        one
        for one in ranking.candidates
        if one.row == candidate.row
        and 0 < one.sentence.ordinal - candidate.sentence.ordinal <= _SOON_BEHIND
        and one.sentence.span.paragraph - candidate.sentence.span.paragraph <= 1
        and one.sentence.span.end - span[0] <= _LONGEST_EXCERPT
        and _margin(one) > max(own, 0.0)
        and document.told_at(one.sentence.span.start, one.sentence.span.end) == told
    ]
    return max(soon, key=_margin, default=None)


def _margin(candidate: Candidate) -> float:
    margin = candidate.judgement.margin
    return -math.inf if margin is None else margin


def _without_furniture(candidate: Candidate, span: Span, ranking: Ranking) -> Span:
    # Where nothing else tells the day, a dateline does.
    if ranking.question.kind == "date" and candidate.document.published is None:
        return span
    if ranking.question.kind == "place":
        # It tells where the report was written, and often enough where what it tells took place.
        return after_lines(candidate.document.text, span), span[1]
    start, answer = after_furniture(candidate.document.text, span), candidate.judgement.answer
    return (min(start, answer[0]) if answer and answer[0] >= span[0] else start), span[1]


def _repeats(candidate: Candidate, other: Candidate, span: Span) -> bool:
    if candidate.row == other.row and _overlap(
        (candidate.sentence.span.start, candidate.sentence.span.end), span
    ):
        return True
    one, two = set(candidate.sentence.terms), set(other.sentence.terms)
    return len(one & two) > _SAME * min(len(one), len(two))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def excerpt_span(
    candidate: Candidate,
    sentences: Mapping[int, Sentence],
    scores: Mapping[tuple[int, int], float],
    refers_back: Callable[[str], bool],
) -> Span:
    """Return the span to show for a candidate: its sentence, with a neighbour where it needs one.

    A sentence inside a quotation is shown with the rest of the quotation, up to a length. One that asks, such as a reporter's, is
    shown with the reply behind it. One that ``refers_back`` is
    shown with the sentence before it. Else a sentence beside it in the same paragraph is shown with it when it was ranked
    nearly as high. One that ends with a colon is shown with the lines that it leads to. For the heading of a message or an
    entry its first sentence is shown. Where the document has parts it is shown with its part, see ``whole_unit``. ``scores`` are
    those of the ranking, by document row and number of the sentence. ``sentences`` are those around, by number.
    """
    ordinal = _under_heading(candidate.document, sentences, candidate.sentence.ordinal)
    first, last = _whole_quotation(candidate.document, sentences, ordinal)
    if first == last and ordinal == candidate.sentence.ordinal:
        if _asks(candidate.document, sentences[ordinal]):
            last = _end_of_reply(candidate.document, sentences, ordinal)
        elif _needs_the_one_before(candidate.document, sentences, ordinal, refers_back):
            first -= 1
        else:
            neighbour = _nearly_as_good(candidate, sentences, scores)
            first, last = min(first, neighbour), max(last, neighbour)
    last = _with_what_it_leads_to(candidate.document, sentences, last)
    start, end = sentences[first].start, sentences[last].end
    bullet = _BULLET.match(candidate.document.text, start, end)
    span = bullet.end() if bullet else start, end
    if not candidate.document.structure:
        return span
    own = (span[0] if ordinal == first else sentences[ordinal].start), sentences[ordinal].end
    return whole_unit(candidate.document, own, span)


def _with_what_it_leads_to(document: Document, sentences: Mapping[int, Sentence], last: int) -> int:
    """Return the number of the last line of the list that the sentence ``last`` leads to with a colon or as its heading, up to a
    length; its own where it leads to none."""
    sentence = sentences[last]
    heads = _HEADS_A_LIST.match(document.text, sentence.end - 1) is not None
    if not heads and not document.text[sentence.start : sentence.end].rstrip(" *_").endswith(":"):
        return last
    number = last
    while (following := sentences.get(number + 1)) is not None:
        length = following.end - following.start
        if length > _LONGEST_NEIGHBOUR or following.end - sentence.start > _LONGEST_EXCERPT:
            break
        if following.paragraph - sentences[number].paragraph > 1 or _tells_nothing(
            document.text[following.start : following.end]
        ):
            break
        if heads and _BULLET.match(document.text, following.start) is None:
            break
        number += 1
        if document.text[following.start : following.end].rstrip(" *_").endswith(":"):
            return number - 1
    return number


def _tells_nothing(line: str) -> bool:
    return is_furniture(line) or not any(map(str.isalnum, line))


def _under_heading(document: Document, sentences: Mapping[int, Sentence], ordinal: int) -> int:
    """Return the number of the first sentence under the heading of an entry or message; its own for any other sentence."""
    around = (
        document.parts_around(sentences[ordinal].start, sentences[ordinal].end) if document.structure else ()
    )
    heading = next((part for part in around if part.label == "heading"), None)
    headed = next((part for part in around if part.label in ("entry", "message")), None)
    if heading is None or headed is None:
        return ordinal
    number = ordinal + 1
    while number in sentences and (
        sentences[number].start < heading.end
        or (
            sentences[number].end < headed.end
            and (only_polite(document, sentences[number]) or _is_heading(document, sentences[number]))
        )
    ):
        number += 1
    return number if number in sentences and sentences[number].end <= headed.end else ordinal


def _is_heading(document: Document, sentence: Sentence) -> bool:
    return any(part.label == "heading" for part in document.parts_around(sentence.start, sentence.end))


def _asks(document: Document, sentence: Sentence) -> bool:
    words = document.text[sentence.start : sentence.end]
    # In capitals it is a headline: "DID THE PAUSE LEAD TO THE ADVANCE?".
    return words.rstrip("\"'”’)* ").endswith("?") and not words.isupper()


def _end_of_reply(document: Document, sentences: Mapping[int, Sentence], ordinal: int) -> int:
    """Return the number of the last sentence to show behind one that asks: what is asked is answered by what follows, unless that
    is another message or entry, which has its own writer and day."""
    last = ordinal
    told = document.told_at(sentences[ordinal].start, sentences[ordinal].end)
    while (
        last - ordinal < _OF_A_REPLY
        and last + 1 in sentences
        and sentences[last + 1].end - sentences[ordinal].start <= _LONGEST_EXCERPT
        and not (last > ordinal and _asks(document, sentences[last + 1]))
        and not only_polite(document, sentences[last + 1])
        and document.told_at(sentences[last + 1].start, sentences[last + 1].end) == told
    ):
        last += 1
    return last


def _needs_the_one_before(
    document: Document, sentences: Mapping[int, Sentence], ordinal: int, refers_back: Callable[[str], bool]
) -> bool:
    if ordinal - 1 not in sentences:
        return False
    before, sentence = sentences[ordinal - 1], sentences[ordinal]
    return (
        refers_back(document.text[sentence.start : sentence.end])
        and sentence.paragraph - before.paragraph <= 1
        and before.end - before.start <= _LONGEST_NEIGHBOUR
        and not is_furniture(document.text[before.start : before.end])
    )


def _nearly_as_good(
    candidate: Candidate, sentences: Mapping[int, Sentence], scores: Mapping[tuple[int, int], float]
) -> int:
    """Return the number of the better neighbour, where it is good enough to be shown, else of the sentence itself."""
    ordinal = candidate.sentence.ordinal
    beside = [
        number
        for number in (ordinal - 1, ordinal + 1)
        if number in sentences
        and sentences[number].paragraph == sentences[ordinal].paragraph
        and sentences[number].end - sentences[number].start <= _LONGEST_NEIGHBOUR
        and scores.get((candidate.row, number), -math.inf) >= candidate.score - _NEARLY
    ]
    return max(beside, key=lambda number: scores[candidate.row, number], default=ordinal)


def _whole_quotation(document: Document, sentences: Mapping[int, Sentence], ordinal: int) -> tuple[int, int]:
    """Return the first and last sentence of the quotation that the sentence stands in; the sentence alone when in none."""
    paragraph = sentences[ordinal].paragraph
    first = ordinal
    while first - 1 in sentences and sentences[first - 1].paragraph == paragraph:
        first -= 1
    run_start, inside, number = first, False, first - 1
    while (number := number + 1) in sentences and sentences[number].paragraph == paragraph:
        if not inside:
            run_start = number
        inside = _ends_inside_quotation(
            document.text[sentences[number].start : sentences[number].end], inside
        )
        if number >= ordinal and not inside:
            if sentences[number].end - sentences[run_start].start <= _LONGEST_EXCERPT:
                return run_start, number
            break
    return ordinal, ordinal


def _ends_inside_quotation(text: str, inside: bool) -> bool:
    for mark in re.findall(r"[\"“”«»„]", text):
        inside = mark in "“«„" or (mark == '"' and not inside)
    return inside


def _around(searcher: Searcher, candidate: Candidate) -> Mapping[int, Sentence]:
    return searcher.around(candidate.row, candidate.sentence.ordinal, _AROUND)


def _dates_in(searcher: Searcher, candidate: Candidate, span: Span) -> Sequence[ResolvedDate]:
    from index.timeline.storage import read_dates  # which only a question for a date needs

    return read_dates(searcher.db, candidate.row, span)


def _excerpt(
    searcher: Searcher,
    number: int,
    candidate: Candidate,
    span: Span,
    ranking: Ranking,
    *,
    answered: bool = True,
) -> Excerpt:
    document = candidate.document
    sentences = tuple(_around(searcher, candidate).values())
    answer = candidate.judgement.answer if answered else None
    asked = _dates_in(searcher, candidate, span) if ranking.question.kind == "date" else ()
    return Excerpt(
        document=document,
        start=span[0],
        end=span[1],
        highlights=(answer,)
        if answer
        else highlights(document, span, ranking.matcher, searcher.analyzer, answered=answered),
        citation=cite(document, span[0], span[1], sentences, number),
        dates=days_told(document, span, asked, searcher.analyzer.languages),
    )

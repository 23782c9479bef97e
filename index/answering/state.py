"""What holds now: a later document overrules an earlier one, and so does a later paragraph.

The deadline was 12 August until it was extended to 10 November; both are said, and only the second holds. Where a question asks
how things stand, the newest sentence that tells of a change comes first, and what it overrules comes after it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.stories import Wording, carried_on, counted
from index.language.english.asking.asked_things import asked_thing, holds
from index.language.english.changes import (
    asks_how_it_stands,
    asks_of_words,
    asks_whether,
    asks_whether_it_was_done,
    changes,
    comes_into_office,
    goes_from_office,
    is_not_yet,
    is_undone,
)

_SURE_CHANGE, _LIKELY_CHANGE, _NO_CHANGE = 0.6, 0.75, 0.95
"""The share of the question's words that the older sentence has which the newer one must have ("was cancelled" has fewer of them
than "will be held"): by whether it tells of a change surely, perhaps or nowise."""

_ITSELF = 0.7
"""The share of the question's words that both sentences must have themselves where none of a sure change is said; chosen: what
stands beside them may be of another envoy, or another sort of demand."""

_WHETHER = 0.5
"""The share of the question's words that the newer sentence must have where it is asked whether something is so; chosen: the
subject and the names, without what is said of them."""

_OF_THE_STATE = frozenset("still yet now current currently already anymore today".split())
"""Words of a question that ask how things stand, and say nothing of what."""

_WORDS = 2
"""Words of a question of what may change; chosen: of a name alone, "who is Falk", nothing is overruled."""

_LONG = 18
"""Terms of a sentence past which a word for change is often said of something else than what is asked: there it must be said of
the same subject; chosen: half as many again as usual."""

_AFTER_ALL = 0.4
"""The share of the question's words that the newer sentence must have where the older one denies; chosen."""

_PARTS = re.compile(r"[;:]")
"""What parts a sentence that lists what has changed."""

_OF_A_PART = 3
"""Words of the question that such a part has, to be about what is asked; chosen."""

_AGAIN = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
"""What stands before the title of a mail that answers or passes on another."""

_OF_ONE_TITLE = 0.4
"""The share of the question's words that the newer of two documents of one title must have; chosen: "it is postponed"."""

_OTHER_RANKS = re.compile(r"\b(?:[Ff]ormer|[Dd]eputy|[Vv]ice|[Aa]ssistant|ex)\b")
"""Words before an office that make it another: the deputy mayor is not mayor."""
_MEASURES = frozenset(
    "$ € £ ¥ % percent per million billion trillion crowns dollars euros pounds times".split()
)
"""What stands with a share, a sum or a multiple, and with no number of people or things."""
_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]{1,30} [A-Z][\w’'-]{1,30}")

_SOON = 2
"""Sentences behind one that tells who went, within which it is told who came; chosen."""

_AMONG = 8
"""Among how many of the first sentences the newer one is looked for."""

_SAME_STORY = 15
"""How many sentences after one another of the same document may speak of the same."""


@dataclass(frozen=True, slots=True)
class State:
    """The sentence that tells how things stand, and the one it overrules."""

    current: Candidate
    former: Candidate
    is_sure: bool = True
    """Whether the one overrules the other surely: else it comes first, and neither is said to hold or to be over."""

    @property
    def is_repeated(self) -> bool:
        """Whether both have the same words, as a clause that a later version of an agreement repeats: neither is over."""
        return self.current.text == self.former.text


def find_state(
    ranking: Ranking,
    may_overrule: Callable[[Candidate], bool],
    same_subject: Callable[[Candidate, Candidate], bool],
    may_carry_on: Callable[[Candidate], bool],
    wording: Wording,
) -> State | None:
    """Return how things stand where a newer sentence of the ranking overrules its first one; None where none does.

    ``may_overrule`` tells which sentences speak of what the question names, ``same_subject`` which two say something of the same,
    ``may_carry_on`` which may be of the same story in other words; ``wording`` says how their texts are looked at.
    """
    question, matcher = ranking.question, ranking.matcher
    if not ranking.candidates or len(matcher.terms) < _WORDS:
        return None
    first = ranking.candidates[0]
    if question.period is not None and not _is_to_come(first, question.period):
        return None
    if asks_of_words(question.text):
        # What somebody said remains said.
        return None
    waiting = asks_whether_it_was_done(question.text) and is_not_yet(first.text)
    if not waiting and not asks_how_it_stands(question.text):
        return None
    newer = [
        one
        for one in ranking.candidates[1:_AMONG]
        if (question.period is None or question.dated.issubset(one.sentence.terms))
        and (
            (
                _overrules(one, first, matcher)
                and (_is_told_shortly(one, first, matcher) or same_subject(one, first))
            )
            or (_is_of_the_same_title(one, first, matcher) and same_subject(one, first))
            or (_tells_whether(one, first, matcher) and same_subject(one, first))
            or _is_done_after_all(one, first, matcher)
        )
        and may_overrule(one)
        and _is_of_that(one, first, matcher)
    ]
    latest = max(newer, key=_when_then_score, default=first)
    carried = carried_on(
        ranking,
        latest,
        lambda one: (
            may_carry_on(one)
            and _is_of_that(one, latest, matcher)
            and (_is_told_shortly(one, latest, matcher) or same_subject(one, latest))
        ),
        wording,
    )
    if carried is not None:
        return State(_who_came(carried[0], ranking), first, carried[1])
    return State(_who_came(latest, ranking), first) if newer else None


def _who_came(current: Candidate, ranking: Ranking) -> Candidate:
    """Return the sentence behind that tells who came where it is asked who holds an office and ``current`` tells who went."""
    text = current.text
    if ranking.question.kind != "person" or not goes_from_office(text) or comes_into_office(text):
        return current
    behind = (
        one
        for one in ranking.candidates
        if one.row == current.row
        and 0 < one.sentence.ordinal - current.sentence.ordinal <= _SOON
        and comes_into_office(one.text)
    )
    return min(behind, key=lambda one: one.sentence.ordinal, default=current)


def _is_of_that(newer: Candidate, older: Candidate, matcher: QuestionMatcher) -> bool:
    """Tell whether the newer sentence may end what the older tells: of who holds an office another must come in or he must go,
    and a share or a sum is no number of people."""
    question, text, told = matcher.question, newer.text, older.text
    if question.kind == "person":
        if _OTHER_RANKS.search(text) and not _OTHER_RANKS.search(f"{question.text} {told}"):
            return False
        another = not set(_FULL_NAME.findall(text)) <= set(_FULL_NAME.findall(told))
        return goes_from_office(text) or (comes_into_office(text) and another)
    if question.kind == "number" and not is_undone(text):
        return not _MEASURES.isdisjoint(counted(told)) or _MEASURES.isdisjoint(counted(text))
    return True


def _is_to_come(first: Candidate, period: tuple[date, date]) -> bool:
    """Tell whether what is told of the period was told before it: the quota for 2024, fixed in 2023, may have changed since."""
    published = first.document.published
    return published is not None and published < period[0]


def _when_then_score(candidate: Candidate) -> tuple[date, int, float]:
    return candidate.told_on or date.min, -candidate.row, candidate.score


def _overrules(newer: Candidate, older: Candidate, matcher: QuestionMatcher) -> bool:
    held = _held(newer, matcher) / max(_held(older, matcher), 1e-9)
    text = newer.text
    asked = matcher.question.text
    sure = changes(text, asked, sure=True)
    thing = asked_thing(asked)
    if thing is not None and holds(thing, older.text) and not holds(thing, text) and not is_undone(text):
        return False
    if newer.row == older.row and newer.told_on == older.told_on:
        if matcher.question.kind == "number" and not newer.evidence.kind and not is_undone(text):
            # Beside what it has paid, "Oude has asked for more time" says nothing of how much.
            return False
        later = 0 < newer.sentence.ordinal - older.sentence.ordinal <= _SAME_STORY
        return later and sure and held >= _SURE_CHANGE
    one, other = newer.told_on, older.told_on
    if one is None or other is None or one <= other:
        return False
    likely = sure or changes(text, asked)
    if not sure and any(matcher.coverage(each.matched.best) < _ITSELF for each in (newer, older)):
        return False
    if not likely and thing is None and matcher.question.kind == "other":
        # Of things that may be several, one that is said later does not end the others.
        return False
    share = _SURE_CHANGE if sure else _LIKELY_CHANGE if likely else _NO_CHANGE
    of_the_kind = sure or newer.evidence.kind >= older.evidence.kind
    return held >= share and of_the_kind


def _is_told_shortly(newer: Candidate, older: Candidate, matcher: QuestionMatcher) -> bool:
    """Tell whether the newer sentence goes on with the same document, or is so short that what changes in it is what is asked, or
    a part of it is, that has words of the question: "Article 3 is new; Article 9, on mines, is deleted"."""
    if newer.row == older.row or len(newer.sentence.terms) <= _LONG:
        return True
    return any(
        changes(part, matcher.question.text, sure=True) and _has_words(part, matcher)
        for part in _PARTS.split(newer.text)
        if len(part.split()) <= _LONG
    )


def _has_words(part: str, matcher: QuestionMatcher) -> bool:
    lowered = part.lower()
    return sum(term in lowered for term in dict.fromkeys(matcher.terms)) >= _OF_A_PART


def _is_of_the_same_title(newer: Candidate, older: Candidate, matcher: QuestionMatcher) -> bool:
    """Tell whether a later document of the same title, as a mail in answer to another, surely tells of a change; the title is of
    what is asked."""
    one, other = newer.told_on, older.told_on
    if one is None or other is None or one <= other:
        return False
    titles = [_AGAIN.sub("", each.document.title).strip().lower() for each in (newer, older)]
    if titles[0] != titles[1] or not any(newer.title.best):
        return False  # of a title without a word of the question, such as "Report", there may be many
    asked = matcher.question.text
    thing = asked_thing(asked)
    if thing is not None and not holds(thing, newer.text) and not is_undone(newer.text):
        return False
    share = _held(newer, matcher) / max(_held(older, matcher), 1e-9)
    return share >= _OF_ONE_TITLE and changes(newer.text, asked, sure=True)


def _tells_whether(newer: Candidate, older: Candidate, matcher: QuestionMatcher) -> bool:
    """Tell whether a later document says something of what it is asked whether it is so: "are the nurses on strike?" is answered
    by their going back to work, in which there is no strike."""
    one, other = newer.told_on, older.told_on
    question = matcher.question.text
    if one is None or other is None or one <= other:
        return False
    if not asks_whether(question) and not asks_whether_it_was_done(question):
        return False
    return _share(newer.matched.best, matcher) >= _WHETHER and changes(newer.text, question)


def _is_done_after_all(newer: Candidate, older: Candidate, matcher: QuestionMatcher) -> bool:
    """Tell whether a later document tells of what the older sentence said would not be, or had failed: "have they reached an
    agreement?" is answered by the settlement that was signed after all."""
    one, other = newer.told_on, older.told_on
    asked, text = matcher.question.text, newer.text
    if one is None or other is None or one <= other or not asks_whether_it_was_done(asked):
        return False
    if not (is_not_yet(older.text) or is_undone(older.text)) or is_not_yet(text) or is_undone(text):
        return False
    return _share(newer.matched.best, matcher) >= _AFTER_ALL and changes(text, asked)


def _held(candidate: Candidate, matcher: QuestionMatcher) -> float:
    return _share(matcher.with_context(candidate.matched, candidate.neighbours, candidate.title), matcher)


def _share(best: Sequence[float], matcher: QuestionMatcher) -> float:
    """Return the share of the question's words that ``best`` covers, without those that only ask for the state: "still"."""
    if _OF_THE_STATE.isdisjoint(matcher.terms):
        return matcher.coverage(best)
    asked = [
        (idf, held)
        for term, idf, held in zip(matcher.terms, matcher.idf, best, strict=True)
        if term not in _OF_THE_STATE
    ]
    return sum(idf * held for idf, held in asked) / max(sum(idf for idf, _ in asked), 1e-9)


def in_order(candidates: Sequence[Candidate], state: State | None) -> tuple[Candidate, ...]:
    """Return the candidates with what holds now first, what it overrules second, and the rest as they were."""
    if state is None:
        return tuple(candidates)
    rest = (one for one in candidates if one is not state.current and one is not state.former)
    return state.current, state.former, *rest

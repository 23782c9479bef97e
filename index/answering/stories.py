"""The same story in a later document: what one tells is carried on, changed or ended there, often in other words.

"She is succeeded as envoy by Bo Lund" names neither the talks nor the river that the question names. That it goes on with what an
earlier document told is seen by the names that both have, or by the question's words, and that something changed by its words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.language.english.asking.asked_things import asked_thing, holds
from index.language.english.changes import changes, is_called_off, is_told_anew
from index.storage.sentences import StoredSentence

_ASKED = 2
"""Names and nouns of the question that the first sentence and those beside it have, from which on another passage is told to be
of its story; chosen, as what follows, on made sets of documents of which the later change what the earlier say."""

_HELD = 0.6
"""The share of the question's words that the first passage has, from which on it tells what others go on with."""

_OF_THE_STORY, _OF_THE_STORY_BY_ITS_WORDS, _SURELY = 0.6, 0.3, 0.75
"""The share of the question's words that the first passage has which a later one must have: where it has every name and noun of
them, where its other words tell that it is of the story, and where it is to be so surely."""

_COMMON, _COMMON_SHARE = 1.5, 0.2
"""Words that the first sentence has beside the question's own, of which so many, one of a single passage counted as one, and such
a share must be common to both for a later passage to be of the story by its words."""

_DAYS = 400
"""Days after which another document tells another story; chosen: what is decided anew each year is of one."""

_AS_NEAR = 0.6
"""A later passage counts for the story where it is at least so near to it as the nearest of them."""

_MOST_COUNTED = 5.0
"""Words in common up to which a passage is nearer for each."""

_LONGEST = 4
"""How many later documents are followed one after another; chosen."""

Rarity = Callable[[str], float]
"""Returns how rare a term is: 1 where one passage has it, 0 where all do."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How texts are looked at: the terms of the names and nouns in one, and how rare a term is."""

    nouns: Callable[[str], frozenset[str]]
    rarity: Rarity


def carried_on(
    ranking: Ranking, first: Candidate, admits: Callable[[Candidate], bool], wording: Wording
) -> tuple[Candidate, bool] | None:
    """Return the sentence of the latest document that carries on with what ``first`` tells, and whether that is sure.

    ``admits`` tells which sentences may be shown of it.
    """
    admitted = [one for one in ranking.candidates if admits(one)]
    last: tuple[Candidate, bool] | None = None
    for _ in range(_LONGEST):
        following = _following(ranking.matcher, admitted, first if last is None else last[0], wording)
        if following is None:
            break
        last = following[0], following[1] and (last is None or last[1])
    return last


def _following(
    matcher: QuestionMatcher, candidates: Sequence[Candidate], first: Candidate, wording: Wording
) -> tuple[Candidate, bool] | None:
    told = first.told_on
    if told is None:
        return None
    story = _Story(matcher, first, wording)
    if not story.is_told:
        return None
    until = told + timedelta(_DAYS)
    later = [one for one in candidates if (day := one.told_on) is not None and told < day <= until]
    found = [one for of_one in _by_document(later) if (one := story.told_in(of_one)) is not None]
    nearness = [story.nearness(one) for one in found]
    bound = _AS_NEAR * max(nearness, default=0.0)
    near = [one for one, how_near in zip(found, nearness, strict=True) if how_near >= bound]
    latest = max(near, key=_when_then_score, default=None)
    return None if latest is None else (latest, story.is_sure(latest))


def _by_document(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    ordered = sorted(candidates, key=lambda one: (one.row, one.sentence.ordinal))
    for _, of_one in groupby(ordered, key=lambda one: one.row):
        yield list(of_one)


def _when_then_score(candidate: Candidate) -> tuple[date, float]:
    return candidate.told_on or date.min, candidate.score


class _Story:
    """What the first sentence tells, to which later passages are held."""

    def __init__(self, matcher: QuestionMatcher, first: Candidate, wording: Wording) -> None:
        self._matcher = matcher
        self._question = matcher.question.text
        self._wording = wording
        self._thing = asked_thing(self._question)
        self._first = first
        self._held = self._passage_held(first)
        self._asked = wording.nouns(self._question) & wording.nouns(_around(first))
        self._told = frozenset(first.sentence.terms) - frozenset(matcher.terms)
        self._told_in_all = sum(map(wording.rarity, self._told))

    @property
    def is_told(self) -> bool:
        """Whether the first sentence tells enough of what the question asks about."""
        return len(self._asked) >= _ASKED and self._held >= _HELD

    def told_in(self, candidates: Sequence[Candidate]) -> Candidate | None:
        """Return the sentence of a later document that tells how it stands now; None where none does."""
        told = [one for one in candidates if self._goes_on(one) and self._tells_of_a_change(one)]
        return max(told, key=self._fitness, default=None)

    def is_sure(self, candidate: Candidate) -> bool:
        """Tell whether the later sentence is surely of the same and surely says that it changed."""
        return (
            self._has_all_asked(candidate)
            and self._share(candidate) >= _SURELY
            and changes(candidate.text, self._question, sure=True)
        )

    def nearness(self, candidate: Candidate) -> float:
        """How near the passage of a later sentence is to the story."""
        return self._share(candidate) + min(self._common(candidate), _MOST_COUNTED) / _MOST_COUNTED

    def _goes_on(self, candidate: Candidate) -> bool:
        share = self._share(candidate)
        if share >= _OF_THE_STORY and self._has_all_asked(candidate):
            return True
        common = self._common(candidate)
        return share >= _OF_THE_STORY_BY_ITS_WORDS and common >= max(
            _COMMON, _COMMON_SHARE * self._told_in_all
        )

    def _has_all_asked(self, candidate: Candidate) -> bool:
        return self._asked <= self._wording.nouns(_around(candidate))

    def _common(self, candidate: Candidate) -> float:
        """How much of the first sentence the later passage has in common beside the words of the question."""
        return sum(map(self._wording.rarity, self._told & _terms(candidate)))

    def _share(self, candidate: Candidate) -> float:
        return self._passage_held(candidate) / max(self._held, 1e-9)

    def _passage_held(self, candidate: Candidate) -> float:
        """The share of the question's words that a sentence, those beside it and its title have."""
        held = [candidate.matched, candidate.title, *filter(None, candidate.neighbours)]
        return self._matcher.coverage([max(each) for each in zip(*(one.best for one in held), strict=True)])

    def _tells_of_a_change(self, candidate: Candidate) -> bool:
        text = candidate.text
        if is_called_off(text):
            return True
        if not self._fits(candidate):
            return False
        beside = f"{candidate.document.title}. {_text_before(candidate)} {text}"
        if changes(beside, self._question, sure=True):
            return True
        return is_told_anew(text) and self._common(candidate) >= _COMMON and self._has_all_asked(candidate)

    def _fits(self, candidate: Candidate) -> bool:
        """Tell whether the sentence has the form that is asked for, where the first has it."""
        if self._thing is not None and holds(self._thing, self._first.text):
            return holds(self._thing, candidate.text)
        if candidate.evidence.kind < self._first.evidence.kind:
            return False
        before = counted(self._first.text) if self._asks_a_value else frozenset()
        return not before or not before.isdisjoint(counted(candidate.text))

    @property
    def _asks_a_value(self) -> bool:
        kind = self._matcher.question.kind
        return kind == "number" or (kind == "other" and _WHAT_IS.match(self._question) is not None)

    def _fitness(self, candidate: Candidate) -> tuple[bool, bool, float]:
        changed = changes(candidate.text, self._question)
        return self._fits(candidate), changed, self._matcher.coverage(candidate.matched.best)


_WHAT_IS = re.compile(r"\W{0,9}(?:and |so |but )?what(?:['’]s| is| are)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:([$€£¥₽₴]?)\d[\d,.]{0,20}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{1,10}t(?:een|y)|hundred)\b)"
    r"[\s-]?([A-Za-z%]{0,20})",
    re.IGNORECASE,
)


def counted(text: str) -> frozenset[str]:
    """Return what the numbers of a text count, as it stands behind them or is their mark: "crowns", "billion", "$"."""
    return frozenset(unit.lower() for found in _COUNTED.finditer(text) for unit in found.groups() if unit)


def _text_before(candidate: Candidate) -> str:
    before = [one for one in candidate.passage if one.ordinal == candidate.sentence.ordinal - 1]
    return candidate.document.slice(before[0].span.start, before[0].span.end) if before else ""


def _around(candidate: Candidate) -> str:
    """Return a sentence with those beside it and the title."""
    near = [one.span for one in _beside(candidate)]
    return f"{candidate.document.title}. {candidate.document.slice(near[0].start, near[-1].end)}"


def _terms(candidate: Candidate) -> frozenset[str]:
    """Return the terms of a sentence and of those beside it."""
    return frozenset(term for one in _beside(candidate) for term in one.terms)


def _beside(candidate: Candidate) -> list[StoredSentence]:
    place = candidate.sentence.ordinal
    near = {one.ordinal: one for one in candidate.passage if abs(one.ordinal - place) <= 1}
    return [one for _, one in sorted({**near, place: candidate.sentence}.items())]

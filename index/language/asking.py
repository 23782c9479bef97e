"""What is read of a question, in whatever language it is asked: the kind of answer, names and numbers, whose words, a period."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from index.language.tokens import Analyzer

AnswerKind = Literal[
    "person", "date", "place", "number", "duration", "reason", "manner", "statement", "name", "other"
]
"""The kind of thing that answers: who, when, where, how many, how long, why, how, what did X say, which X, anything else."""

FoundAnswer = tuple[int, int, float]
"""Where something of the kind that is asked for stands in a text, in characters, and how sure it is, from 0 to 1."""

FindAnswers = Callable[[str, AnswerKind, Collection[str]], Sequence[FoundAnswer]]
"""Finds in a text what answers a question of a kind, beside the question's own words, which are folded."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question analysed.

    ``terms`` are in order, repeats included. ``names`` are the terms of words written with a capital, ``numbers`` those with
    a digit. ``focus`` holds the terms that frame the question: what kind of thing is asked for, and that somebody says it.
    ``subject`` and ``verb`` are those of a question such as "When did Putin meet ...", empty and None of another. ``period``
    bounds the days that it names with their year, both included, in the words ``dated``, without which it is ``undated``.
    ``kind`` is what it asks for, and ``counted`` the terms of what it asks the number of. ``denied`` tells whether it speaks of
    what is not so.
    """

    text: str
    terms: tuple[str, ...]
    kind: AnswerKind
    names: frozenset[str]
    numbers: frozenset[str]
    focus: frozenset[str]
    subject: frozenset[str]
    verb: str | None
    period: tuple[date, date] | None
    dated: frozenset[str]
    counted: frozenset[str]
    denied: bool
    undated: str = ""


@dataclass(frozen=True, slots=True)
class AskedWords:
    """Whose words are asked for, ``about`` what, and ``whether`` it is asked if he said it."""

    who: str
    about: str | None
    whether: bool = False

    @property
    def topic(self) -> str:
        """What is asked about, as a question of its own; empty where it is anything."""
        if self.about is None:
            return ""
        return f"Did {self.about}?" if self.whether else f"{self.about}?"


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """The question without the words of the period, and its first and last day; or the ``event`` that it begins with."""

    rest: str
    first: date | None
    last: date | None
    event: str = ""


def plain_question(text: str, analyzer: "Analyzer", kind: AnswerKind = "other") -> Question:
    """Return what any language has of a question: its terms, those with a capital behind the first word, those with a digit."""
    tokens = analyzer.tokens(text)
    names = (token.term for token in tokens if token.position > 0 and text[token.start].isupper())
    return Question(
        text=text,
        terms=tuple(token.term for token in tokens),
        kind=kind,
        names=frozenset(names),
        numbers=frozenset(token.term for token in tokens if any(map(str.isdigit, token.term))),
        focus=frozenset(),
        subject=frozenset(),
        verb=None,
        period=None,
        dated=frozenset(),
        counted=frozenset(),
        denied=False,
    )


def _no_words(question: str) -> AskedWords | None:
    return None


def _no_period(question: str, today: date) -> AskedPeriod | None:
    return None


def _no_answers(text: str, kind: AnswerKind, question_words: Collection[str]) -> Sequence[FoundAnswer]:
    return ()


@dataclass(frozen=True, slots=True)
class Asking:
    """How a language asks and answers; what it does not give is read into no question of it.

    ``analyse`` returns the analysis of a question. ``words_asked`` returns whose words it asks for, None for another question;
    ``period`` what it bounds the telling by, counted from a day, None where it bounds none. ``find_answers`` finds in a text of
    the language what answers a question of a kind, beside the question's own words, which are folded.
    """

    analyse: Callable[[str, "Analyzer"], Question] = plain_question
    words_asked: Callable[[str], AskedWords | None] = _no_words
    period: Callable[[str, date], AskedPeriod | None] = _no_period
    find_answers: FindAnswers = _no_answers

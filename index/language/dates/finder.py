"""Time expressions of a text, with TIMEX3 types and values and the days that the words support."""

from dataclasses import dataclass
from datetime import date

from index.language.dates.expressions import find_expressions
from index.language.dates.grammar import Tokens, tokenise
from index.language.dates.lexicon import SYMBOL
from index.language.dates.meanings import Dated
from index.language.dates.resolution import Resolver, Type
from index.language.dates.runs import Found
from index.language.dates.story import reads_as_history
from index.language.dates.tense import Tense, sentence_begins, tense_of
from index.model import Basis, Granularity


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: ``text[start:end]``, with its TIMEX3 ``type`` and ``value``.

    ``earliest`` and ``latest`` are the first and last day that the words support, inclusive; None is a side on which they
    set no bound. Durations that hang on no date and sets have neither. ``tense`` is what the verbs around it say.
    """

    start: int
    end: int
    type: Type
    value: str
    earliest: date | None
    latest: date | None
    granularity: Granularity
    basis: Basis
    tense: Tense = "unknown"


def find_time_expressions(text: str, published: date | None) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text and resolve them.

    Args:
        text: any text, of any length; the time taken grows linearly with it.
        published: the day it was published, None when that is not known. Relative expressions then stay unresolved
            (``basis`` says so) unless the text itself gives a date to count from.

    Returns:
        The expressions in the order of the text, none overlapping another. Never raises.
    """
    tokens = tokenise(text)
    found = list(find_expressions(tokens))
    resolver = Resolver(published, reads_as_history(found, published))
    expressions = []
    for place, item in enumerate(found):
        if place and sentence_begins(tokens, found[place - 1].last, item.first):
            resolver.story.begin_sentence()
        tense = tense_of(tokens, item)
        resolved = resolver.resolve(item.meaning, tense, _year_ahead(tokens, found, place))
        expressions.append(
            TimeExpression(
                tokens.starts[item.first],
                tokens.ends[item.last - 1],
                resolved.type,
                resolved.stretch.value,
                resolved.stretch.earliest,
                resolved.stretch.latest,
                resolved.stretch.granularity,
                resolved.basis,
                tense,
            )
        )
    return tuple(expressions)


_LINKS = frozenset(SYMBOL[name] for name in ("HYPHEN", "DASH", "TO", "AND", "OR", "COMMA", "UNTIL"))


def _year_ahead(tokens: Tokens, found: list[Found], place: int) -> int | None:
    """Return the year that a range gives only at its end: "from March to June 2022"."""
    item = found[place]
    if not isinstance(item.meaning, Dated) or item.meaning.year is not None or place + 1 == len(found):
        return None
    month = item.meaning.month
    following = found[place + 1]
    gap = tokens.symbols[item.last : following.first]
    if month is None or len(gap) > 2 or not all(symbol in _LINKS for symbol in gap):
        return None
    meaning = following.meaning
    if (
        not isinstance(meaning, Dated)
        or meaning.year is None
        or meaning.month is None
        or meaning.before_christ
    ):
        return None
    return meaning.year if month <= meaning.month else meaning.year - 1

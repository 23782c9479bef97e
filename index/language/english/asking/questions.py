"""What a question asks for: the kind of answer, the names and numbers it holds, and the words that stand for its words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from index.language.asking import Question
from index.language.dates import find_time_expressions
from index.language.english.asking.question_kinds import AUXILIARY, asked_kind
from index.language.english.opposites import is_denied
from index.language.patterns import late
from index.language.tokens import Analyzer, Token, data_lines
from index.model import Span

_FRAMING = frozenset(
    "say says said think thinks believe believes claim claims tell told mean according".split()
)

# The noun that says what kind of thing is asked for: "what year", "which type of engine". The answer rarely repeats it.
_FOCUS = late(
    r"\b(?:what|which|whose|how many|how much)\s+(?:(?:other|two|three|four|main|kinds?|types?|sorts?|forms?)\s+)?(?:of\s+)?"
    r"(?P<noun>[^\W\d_]+)",
    re.IGNORECASE,
)
_COUNTED = late(r"\bhow many\s+(?P<words>[^?.,;]+)", re.IGNORECASE)
_COUNTED_WORDS = 3
"""Words after "how many" that name what is counted: "more fishing boats"; chosen."""
_ONLY_ASKS_IN_ENGLISH = (
    r"\bhow (?:long|often|old)\b|\bwhat(?:['’]s|(?:\s+\w+){1,3}?)?\s+(?:happen\w*|going on)\b|\bwhat (?:words|wording)\b"
    r"|\b(?:take|takes|took|taken|taking)\b(?=\s+(?:place|part|effect)\b)"
)
_ONLY_ASKS_PLAINLY = late(_ONLY_ASKS_IN_ENGLISH, re.IGNORECASE)
_ONLY_ASKS = late(
    # Chinese, where each letter is in a pair with the one before it.
    rf"{_ONLY_ASKS_IN_ENGLISH}|[\u4e00-\u9fff]?(?:什么时候|什么|为什么|何时|何地|何人|谁|哪里|哪儿|哪个|哪些|多少|怎么|怎样|如何|是否|[吗呢么])",
    re.IGNORECASE,
)
_ASKS_ONCE_MORE = late(
    r"\bhow long\b[^?.;]{0,200}\b(?P<how_long>last(?:s|ed|ing)?|tak(?:e|es|ing|en)|took|(?:go|goes|going|gone|went)\s+on)\b"
    r"|\bwhat (?:words|wording)\b[^?.;]{0,200}\b(?P<words>uses?|used|chose|choose)\b"
    r"|\bwhat(?:['’]s|\s+(?:is|was))\b[^?.;]{0,100}\b(?P<office>jobs?)\b",
    re.IGNORECASE,
)
"""A word at the end that only asks with the first: "how long did it last"."""

_AUXILIARY = late(rf"\b{AUXILIARY}", re.IGNORECASE)
_FUNCTION_WORD = late(
    r"\W*(?:$|[?.,;]|(?:the|a|an|his|her|its|their|this|that|these|those|him|them|it|me|us|to|in|on|at|by|for|from|with|into|against|"
    r"over|under|after|before|during|about|as|when|while|if|because|and|or|up|out|off|down|away|back)\b|[A-Z\d])"
)
_LEADS_TO_A_DATE = re.compile(
    r"\b(?:(?:at|by|since|until|from|in|near|towards|before|after) )?(?:the )?(?:beginning|start|middle|end|close) of (?:the )?\Z"
    r"|\b(?:in|on|at|by|since|until|till|from|during|of|for|around)(?: the)? \Z",
    re.IGNORECASE,
)
_LEADING = 40
"""Characters before a date that lead to it; chosen: "since the beginning of" is half as long."""

_FIRST_WORD = late(r"\W*(\w+)")


def analyse_question(text: str, analyzer: Analyzer) -> Question:
    """Return the analysis of a question as a person typed it."""
    tokens = _asking_tokens(text, analyzer.tokens(text))
    first = _FIRST_WORD.match(text)
    names = {
        token.term
        for token in tokens
        if text[token.start].isupper()
        and (first is None or token.start != first.start(1) or _is_name(text, token.end))
    }
    subject, verb = _subject_and_verb(text, tokens)
    period, dates = _period(text)
    return Question(
        text=text,
        terms=tuple(token.term for token in tokens),
        kind=asked_kind(text),
        names=frozenset(names),
        numbers=frozenset(token.term for token in tokens if any(map(str.isdigit, token.term))),
        focus=frozenset(
            token.term
            for match in _FOCUS.finditer(text)
            for token in _within(tokens, match.start() + 1, match.end("noun"))
            if text[token.start].islower()
        )
        | {token.term for token in tokens if text[token.start : token.end].lower() in _FRAMING},
        subject=subject,
        verb=verb,
        period=period,
        dated=frozenset(token.term for start, end in dates for token in _within(tokens, start, end)),
        counted=_counted(text, tokens),
        denied=is_denied(text),
        undated=_without(text, dates),
    )


def _asking_tokens(text: str, tokens: list[Token]) -> list[Token]:
    """Leave out the words that only ask, such as "long" and "last" in "how long did it last", where others are left."""
    asks = _ONLY_ASKS_PLAINLY if text.isascii() else _ONLY_ASKS
    asking = [match.span() for match in asks.finditer(text)]
    once_more = _ASKS_ONCE_MORE.search(text)
    if once_more is not None:
        asking.append(once_more.span(once_more.lastgroup or 0))
        asking.sort()
    starts = [start for start, _ in asking]
    kept = [
        token
        for token in tokens
        if not (place := bisect_right(starts, token.start)) or token.start >= asking[place - 1][1]
    ]
    return kept or tokens


def _within(tokens: Sequence[Token], start: int, end: int) -> Iterator[Token]:
    """Yield the tokens, which are in order, that begin at ``start`` or after it and end at ``end`` at the latest."""
    for place in range(bisect_left(tokens, start, key=lambda token: token.start), len(tokens)):
        if tokens[place].end > end:
            return
        yield tokens[place]


def _subject_and_verb(text: str, tokens: Sequence[Token]) -> tuple[frozenset[str], str | None]:
    """Return the terms of the subject, which follows the auxiliary, and of the verb, which follows the subject."""
    auxiliary = _AUXILIARY.search(text)
    if auxiliary is None:
        return frozenset(), None
    after = [token for token in tokens if token.start >= auxiliary.end()]
    length = next((n for n, token in enumerate(after) if not text[token.start].isupper()), len(after)) or 1
    if len(after) <= length:
        return frozenset(), None
    verb = next((n for n in range(length, len(after)) if _may_be_a_verb(text, after[n])), length)
    return frozenset(token.term for token in after[:verb]), after[verb].term


def _may_be_a_verb(text: str, token: Token) -> bool:
    """Tell whether a word after the subject is written small, and before a word that no noun phrase goes on with."""
    word = text[token.start : token.end]
    return word.isalpha() and word.islower() and _FUNCTION_WORD.match(text, token.end) is not None


def _counted(text: str, tokens: Sequence[Token]) -> frozenset[str]:
    """Return the terms right after "how many", up to a word that ends the noun phrase."""
    asked = _COUNTED.search(text)
    if asked is None:
        return frozenset()
    after = [token for token in tokens if token.start >= asked.start("words")][:_COUNTED_WORDS]
    auxiliary = _AUXILIARY.search(text, asked.start("words"))
    last = next((n for n, token in enumerate(after) if _may_be_a_verb(text, token)), len(after) - 1)
    return frozenset(
        token.term for token in after[: last + 1] if auxiliary is None or token.start < auxiliary.start()
    )


def _period(text: str) -> tuple[tuple[date, date] | None, list[Span]]:
    """Return the days that the question names with their year, and the spans of the words that do."""
    found = [
        (one.earliest, one.latest, (one.start, one.end))
        for one in find_time_expressions(text, None)
        if one.type in {"DATE", "TIME"} and one.earliest is not None and one.latest is not None
    ]
    if not found:
        return None, []
    return (min(first for first, _, _ in found), max(last for _, last, _ in found)), [
        span for _, _, span in found
    ]


def _without(text: str, dates: Sequence[Span]) -> str:
    """Return the question without the words at the spans ``dates``, and what leads to them; itself where it has none."""
    for start, end in sorted(dates, reverse=True):
        leading = _LEADS_TO_A_DATE.search(text, max(0, start - _LEADING), start)
        text = f"{text[: leading.start() if leading else start].rstrip(' ,')} {text[end:].lstrip(' ,')}"
    return text.replace(" ?", "?").strip()


def _is_name(text: str, end: int) -> bool:
    following = text[end : end + 2].lstrip("'’ ")
    return following[:1].isupper()


class RelatedWords:
    """Which terms stand for which, and how much a match by a related word counts beside one by the word itself."""

    def __init__(self, groups: Iterable[tuple[float, Sequence[str]]]) -> None:
        """Take groups of terms that stand for one another, each with the weight of one for another."""
        self._groups: dict[str, list[tuple[float, Sequence[str]]]] = {}
        for weight, terms in groups:
            for term in dict.fromkeys(terms):
                self._groups.setdefault(term, []).append((weight, terms))

    @classmethod
    def read(cls, analyzer: Analyzer, extra: str = "") -> "RelatedWords":
        """Read the groups that come with Parley, and ``extra`` ones in the same form: a weight, then the words of a group."""
        lines = [
            *data_lines("related_words.txt"),
            *(line.split("#", 1)[0].split() for line in extra.splitlines()),
        ]
        return cls(
            (float(weight), [term for word in words if (term := _first_term(analyzer, word)) is not None])
            for weight, *words in filter(None, lines)
        )

    def of(self, term: str) -> Mapping[str, float]:
        """Return the terms related to ``term`` with their weights, each below 1."""
        weights: dict[str, float] = {}
        for weight, terms in self._groups.get(term, ()):
            for other in terms:
                if other != term:
                    weights[other] = max(weights.get(other, 0.0), weight)
        return weights


def _first_term(analyzer: Analyzer, word: str) -> str | None:
    # Most are one word, which need not be looked for in the text.
    return analyzer.term(word) if word.isalpha() else next(iter(analyzer.terms(word)), None)

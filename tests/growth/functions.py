"""Every public function over text, found by walking the packages, with what it is given made from one text."""

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice
from types import ModuleType, UnionType

import bot
import index
from bot.app.quotas import Quota
from index.answering.ranking.evidence import QuestionMatcher
from index.citations import cite
from index.language.abbreviations import OtherForms
from index.language.dates import TimeExpression, find_time_expressions
from index.language.dates.rules.grammar import Tokens, tokenise
from index.language.english.asking.answer_kinds import find_answer_kind
from index.language.english.asking.questions import RelatedWords, analyse_question
from index.language.english.opposites import Opposites
from index.language.english.telling import TELLTALE
from index.language.quotation_marks import QuotedSpan, quoted_spans
from index.language.sentences import paragraphs, sentences
from index.language.telling import Telltale
from index.language.tokens import Analyzer
from index.model import (
    Answer,
    Citation,
    Document,
    Event,
    Excerpt,
    Quotation,
    Sentence,
    SourceOutcome,
    Span,
    Speaker,
    Stats,
)
from index.quotations import find_quotations
from index.readers.metadata.feed_items import Feed, FeedItem
from index.readers.metadata.origin import Origin
from index.requests import QuotesRequest, TimelineRequest
from index.storage.documents import Usage
from index.timeline.finding import find_events
from tests.growth.measuring import Prepare, Work

TODAY = date(2025, 3, 14)
URL = "https://example.org/a"
MARKED = 50
"""Words that are marked in an excerpt: more than any question has."""


class Made:
    """What functions are given, all of it made from one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def document(self) -> Document:
        return Document(
            "key", self.text[:300], self.text, publisher=self.text[:300], url=URL, published=TODAY
        )

    @property
    def citation(self) -> Citation:
        return cite(self.document, 0, len(self.text), sentences(self.text))

    @property
    def excerpt(self) -> Excerpt:
        words = tuple((token.start, token.end) for token in islice(Analyzer().tokens(self.text), MARKED))
        return Excerpt(self.document, 0, len(self.text), words, self.citation)

    @property
    def event(self) -> Event:
        cited = (self.citation,)
        return Event(
            self.document,
            0,
            len(self.text),
            TODAY,
            TODAY,
            "day",
            "explicit",
            False,
            None,
            (self.text,),
            cited,
        )

    @property
    def events(self) -> list[Event]:
        document, found = self.document, sentences(self.text)
        return [self.event] + [
            Event(
                document, item.start, item.end, item.earliest, item.latest, item.granularity, item.basis, item.planned,
                item.when, item.actors, (cite(document, item.start, item.end, found),),
            )
            for item in find_events(document, found)
        ]  # fmt: skip

    @property
    def quotation(self) -> Quotation:
        return Quotation(
            self.document,
            0,
            len(self.text),
            self.text,
            self.text,
            self.text,
            TODAY,
            "explicit",
            True,
            citations=(self.citation,),
        )

    @property
    def quotations(self) -> list[Quotation]:
        document, found = self.document, sentences(self.text)
        return [self.quotation] + [
            Quotation(
                document, item.start, item.end, item.speaker, item.role, "said", item.said_on, item.basis, item.direct,
                item.fragment, (cite(document, item.start, item.end, found),),
            )
            for item in find_quotations(self.text)
        ]  # fmt: skip

    @property
    def answer(self) -> Answer:
        return Answer(self.text, True, 1.0, "strong", (self.excerpt,), (self.excerpt,), TODAY)

    @property
    def item(self) -> FeedItem:
        return FeedItem("key", URL, self.text, self.text, TODAY, self.text)

    @property
    def matcher(self) -> QuestionMatcher:
        question = analyse_question(f"When did {self.text[:200]}", Analyzer())
        return QuestionMatcher(
            question, dict.fromkeys(question.terms, 1.0), *_word_lists(), {}, OtherForms(), find_answer_kind
        )


@cache
def _word_lists() -> tuple[RelatedWords, Opposites]:
    return RelatedWords.read(Analyzer()), Opposites.read(Analyzer())


def terms_by(analyzer: Analyzer) -> Callable[[str], tuple[str, ...]]:
    """Return what gives the terms of a word."""
    return lambda word: tuple(analyzer.terms(word))


_OF_TYPE: Mapping[object, Callable[[Made], object]] = {
    str: lambda made: made.text,
    bytes: lambda made: made.text.encode(),
    date: lambda made: TODAY,
    object: lambda made: made.text,
    Analyzer: lambda made: Analyzer(),
    Telltale: lambda made: TELLTALE,
    Origin: lambda made: Origin(name="a.txt", key="key"),
    Document: lambda made: made.document,
    Citation: lambda made: made.citation,
    Excerpt: lambda made: made.excerpt,
    Event: lambda made: made.event,
    Quotation: lambda made: made.quotation,
    Tokens: lambda made: tokenise(made.text),
    QuestionMatcher: lambda made: made.matcher,
    Answer: lambda made: made.answer,
    Feed: lambda made: Feed(made.text, (made.item,)),
    FeedItem: lambda made: made.item,
    Mapping[str, object]: lambda made: {"title": made.text, "publisher": made.text, "published": made.text},
    Quota: lambda made: Quota(9, 9, 9),
    QuotesRequest: lambda made: QuotesRequest((made.text,), made.text),
    Speaker: lambda made: Speaker(made.text, made.text, 1, 1),
    Stats: lambda made: Stats(1, 1, 1, 1, TODAY, TODAY),
    TimelineRequest: lambda made: TimelineRequest(topic=made.text, actor=made.text),
    Usage: lambda made: Usage(1, 1, 1),
    Span: lambda made: (0, len(made.text)),
    Sequence[str]: lambda made: made.text.split(),
    Iterable[str]: lambda made: made.text.split("\n"),
    Sequence[SourceOutcome]: lambda made: [SourceOutcome(made.text, "refused", made.text, reason=made.text)],
    Iterable[Sequence[Citation]]: lambda made: [[made.citation]],
    Sequence[Document]: lambda made: [made.document],
    Sequence[Citation]: lambda made: [made.citation],
    Sequence[Excerpt]: lambda made: [made.excerpt],
    Sequence[Event]: lambda made: made.events,
    Sequence[Quotation]: lambda made: made.quotations,
    Sequence[Span]: lambda made: paragraphs(made.text),
    Sequence[Sentence]: lambda made: sentences(made.text),
    Sequence[TimeExpression]: lambda made: find_time_expressions(made.text, TODAY),
    Sequence[QuotedSpan]: lambda made: quoted_spans(made.text, paragraphs(made.text)),
}
_OF_NAME: Mapping[str, Callable[[Made], object]] = {
    "alone": lambda made: True,
    "limit": lambda made: 1_000,
    "most": lambda made: 10,
    "link": lambda made: True,
    "more": lambda made: True,
    "name": lambda made: "a.txt",
    "page": lambda made: 0,
    "person": lambda made: True,
    "skip": lambda made: 0,
    "terms_of": lambda made: terms_by(Analyzer()),
    "title_limit": lambda made: 100,
    "updated": lambda made: True,
    "verbatim": lambda made: True,
    "start": lambda made: 0,
    "end": lambda made: len(made.text),
}
_TEXTUAL = {str, bytes, Document, Citation, Excerpt, Event, Quotation, Tokens, FeedItem}


def modules() -> Iterator[ModuleType]:
    """Yield every module of the project that can be imported without starting it."""
    for package in (index, bot):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def functions_over_text() -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield each public function, and each public method of a public class, that takes text or what holds text, by its name."""
    for module in modules():
        for name, held in sorted(vars(module).items()):
            if name.startswith("_") or getattr(held, "__module__", None) != module.__name__:
                continue
            if inspect.isclass(held):
                for method, function in _methods(held):
                    if _is_over_text(function):
                        yield f"{module.__name__}.{name}.{method}", function
            elif inspect.isfunction(held) and _is_over_text(held):
                yield f"{module.__name__}.{name}", held


def _methods(owner: type) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, held in vars(owner).items():
        function = held.__func__ if isinstance(held, classmethod | staticmethod) else held
        written = inspect.isfunction(function) and function.__code__.co_filename == inspect.getsourcefile(
            owner
        )
        if written and (name == "__init__" or not name.startswith("_")):
            yield name, function


def _is_over_text(function: Callable[..., object]) -> bool:
    return any(_holds_text(hint) for hint in _hints(function).values())


def _hints(function: Callable[..., object]) -> dict[str, object]:
    # What is only named in quotation marks, for a type checker, is none of the types that hold text.
    hints = inspect.get_annotations(inspect.unwrap(function))
    hints.pop("return", None)
    return hints


def _holds_text(hint: object) -> bool:
    if isinstance(hint, typing.Hashable) and hint in _TEXTUAL:  # type: ignore[redundant-expr]  # lists are not
        return True
    if typing.get_origin(hint) in (Callable, type, typing.Literal):
        return False
    return any(_holds_text(part) for part in typing.get_args(hint))


def prepared(function: Callable[..., object]) -> Prepare | None:
    """Return what makes the arguments that ``function`` requires from a text; None where it requires what is made of none."""
    hints = _hints(function)
    makers: dict[str, Callable[[Made], object]] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        hint = hints.get(name)
        if parameter.default is not parameter.empty and not (name in _OPTIONAL and hint is not None):
            continue
        if parameter.kind is parameter.VAR_POSITIONAL or parameter.kind is parameter.VAR_KEYWORD:
            return None
        maker = _OF_NAME.get(name) or _maker(hint)
        if maker is None:
            return None
        makers[name] = maker

    def prepare(text: str) -> Work:
        made = Made(text)
        given = {name: maker(made) for name, maker in makers.items()}
        return lambda: function(**given)

    return prepare


_OPTIONAL = frozenset({"sentences", "times", "quoted"})


def _maker(hint: object) -> Callable[[Made], object] | None:
    if typing.get_origin(hint) in (UnionType, typing.Union):
        found = (_OF_TYPE.get(part) for part in typing.get_args(hint))
        return next((maker for maker in found if maker is not None), None)
    return _OF_TYPE.get(hint)

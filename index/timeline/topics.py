"""What a timeline is about: the terms of a topic, what stands for them, and how well an event fits."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from index.errors import QueryError
from index.language.abbreviations import OtherForms
from index.language.place_words import PlaceWords
from index.language.tokens import Analyzer
from index.requests import Filters
from index.search import bm25
from index.search.searcher import Searcher
from index.timeline.storage import SentenceTerms

LONGEST_TOPIC = 500
"""Characters of a topic; more is refused."""
_OF_TWO = 2
"""Words of a topic that say together what it is; of more, some may be missing."""
_NAME = re.compile(r"[^\W\d_]")
_NO_PLACES = PlaceWords()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: the weight of each of its terms, what stands for each, and the terms that must not be missing.

    ``abbreviated`` has the abbreviations of its names, and the names that its abbreviations stand for. ``phrase`` has the terms
    of a name of several words in it, in their order; ``proper`` those that may be names: with a capital, or a place's. ``places``
    are the words of places.
    """

    weights: Mapping[str, float]
    standing_for: Mapping[str, frozenset[str]]
    names: frozenset[str]
    abbreviated: OtherForms
    phrase: tuple[str, ...] = ()
    proper: frozenset[str] = frozenset()
    places: PlaceWords = _NO_PLACES

    @property
    def search_weights(self) -> dict[str, float]:
        """The terms to look for in passages, with what stands for them."""
        return dict.fromkeys(
            [
                other
                for term, held in self.standing_for.items()
                for other in sorted(held | self.abbreviated.terms_of(term))
            ],
            1.0,
        )

    def has(self, term: str, terms: frozenset[str]) -> bool:
        """Tell whether ``terms`` have the topic's ``term`` or what stands for it."""
        return not self.standing_for[term].isdisjoint(terms) or self.abbreviated.are_in(term, terms)

    def forms(self, term: str) -> frozenset[str]:
        """Return the topic's ``term`` and all terms that stand for it."""
        return self.standing_for[term] | self.abbreviated.terms_of(term)

    def fit(
        self, sentence: SentenceTerms, titles: Sequence[Sequence[str]], actors: frozenset[str] = frozenset()
    ) -> float:
        """Return the share of the topic that an event has: what only its paragraph or a title has is counted half.

        A name of the topic that none of them has makes it 0, as does a name of several words that none of them has together, and
        either word of a topic of two that names nobody: "export controls" is about neither all exports nor all controls.

        Args:
            sentence: the terms of the event's sentence and of those beside it.
            titles: the terms, in their order, of the document's title and of the heading that the event stands under.
            actors: terms of the names in an event that is a story of its own: a sentence beside it speaks for it only where it
                has one of them. Empty for an event that goes on with what is beside it.
        """
        if self.phrase and not any(self._is_named_in(words) for words in (*sentence.ordered, *titles)):
            return 0.0
        words = sentence.ordered
        beside = words if not actors else _sharing(words, actors)
        around = sentence.beside if not actors else frozenset(chain.from_iterable(beside))
        held, missing = 0.0, 0
        for term, weight in self.weights.items():
            if self.has(term, sentence.own) and not self._is_of_another_place(term, words[:1]):
                held += weight
            elif (self.has(term, around) and not self._is_of_another_place(term, beside)) or any(
                self.has(term, frozenset(title)) and not self._is_of_another_place(term, (title,))
                for title in titles
            ):
                held += weight / 2
            elif term in self.names:
                return 0.0
            else:
                missing += 1
        if missing and len(self.weights) == _OF_TWO and not self.names:
            return 0.0
        return held / sum(self.weights.values())

    def _is_named_in(self, words: Sequence[str]) -> bool:
        """Whether words have the name of several words, or an abbreviation of it."""
        held = frozenset(words)
        return _runs_in(self.phrase, words) or all(
            self.abbreviated.are_in(term, held) for term in self.phrase
        )

    def _is_of_another_place(self, term: str, sentences: Sequence[Sequence[str]]) -> bool:
        """Whether words have a name only as a part of another one: "Sudan" of "South Sudan", "Guinea" of "New Guinea"."""
        if term not in self.proper or term in self.places.halved or self.weights.keys() & self.places.before:
            return False
        places = [(words, place) for words in sentences for place, word in enumerate(words) if word == term]
        if not places or any(self.standing_for[term] - {term} & set(words) for words in sentences):
            return False
        return all(_is_qualified(words, place, self.places) for words, place in places)


def _sharing(sentences: Sequence[Sequence[str]], actors: frozenset[str]) -> tuple[Sequence[str], ...]:
    """Return the first of the sentences, and those of the others that name one of the actors."""
    return (*sentences[:1], *(words for words in sentences[1:] if not actors.isdisjoint(words)))


def _is_qualified(words: Sequence[str], place: int, places: PlaceWords) -> bool:
    before = words[place - 1] if place else ""
    behind = words[place + 1] if place + 1 < len(words) else ""
    return before in places.before or behind in places.behind


def _runs_in(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Whether ``words`` have those of ``phrase`` one behind the other."""
    first, length = phrase[0], len(phrase)
    return any(
        word == first and tuple(words[place : place + length]) == tuple(phrase)
        for place, word in enumerate(words)
    )


def _phrase(
    analyzer: Analyzer, text: str, places: Mapping[str, frozenset[str]], joining: frozenset[str]
) -> tuple[str, ...]:
    """Return the terms of a name of several words that is the topic or stands in it: "New START", "Board of Peace"."""
    best: tuple[str, ...] = ()
    between = rf"(?:(?:{'|'.join(sorted(map(re.escape, joining)))})\s+)*" if joining else ""
    for run in re.findall(rf"\b[A-Z][\w’'-]*(?:\s+{between}[A-Z][\w’'-]*)+", text):
        terms = tuple(analyzer.terms(run))
        if len(terms) > max(1, len(best)) and not any(term in places for term in terms):
            best = terms
    return best


def read_topic(searcher: Searcher, text: str, filters: Filters) -> Topic:
    """Return the topic that somebody typed, with the idf of its terms that documents have; abbreviations are those that
    documents which pass the filters define.

    Raises:
        QueryError: it is too long, or no document has a word of it.
    """
    if len(text) > LONGEST_TOPIC:
        raise QueryError(f"The topic has {len(text):,} characters; name it in at most {LONGEST_TOPIC:,}.")
    analyzer = searcher.analyzer
    place_words = analyzer.languages.place_words()
    places = searcher.kept("places", lambda: _read_places(analyzer, place_words))
    weights: dict[str, float] = {}
    standing_for: dict[str, frozenset[str]] = {}
    terms = analyzer.terms(text)
    abbreviated = searcher.other_forms(terms, filters)
    for term in dict.fromkeys(terms):
        forms = places.get(term, frozenset()) | {term}
        holding = max(map(searcher.holding, forms)) or searcher.holding_forms(abbreviated, term)
        if holding:
            weights[term], standing_for[term] = bm25.idf(searcher.passages, holding), forms
    names = _names(analyzer, text, places, place_words.compass)
    unheard = [word for word in text.split() if (names & set(analyzer.terms(word))) - weights.keys()]
    if unheard and weights:
        raise QueryError(
            f"Nothing in the documents speaks of {unheard[0][:60]!r}; try another name for it, or leave it out."
        )
    if not weights:
        raise QueryError(
            f"Nothing in the documents speaks of {text[:60]!r}; try another word for it, or leave the topic out."
        )
    capitals = {term for word in text.split() if word[0].isupper() for term in analyzer.terms(word)}
    phrase = _phrase(analyzer, text, places, place_words.joining)
    named = names & weights.keys()
    return Topic(weights, standing_for, named, abbreviated, phrase, named | capitals, place_words)


def _names(
    analyzer: Analyzer, text: str, places: Mapping[str, frozenset[str]], compass_words: frozenset[str]
) -> frozenset[str]:
    """Return the terms of the topic that are names: written with a capital behind the first word, or a place's."""
    words = text.split()
    capitals = [word for word in words if _NAME.match(word) and word[0].isupper()]
    # In a title every word has a capital, and the first word of a phrase has one by rule.
    named = [] if words[:1] == capitals else capitals
    terms = {term for word in named for term in analyzer.terms(word)}
    places_named = {term for term in analyzer.terms(text) if term in places}
    compass = {term for term in analyzer.terms(text) if term in compass_words} if places_named else set()
    return frozenset(terms | places_named | compass)


def _read_places(analyzer: Analyzer, place_words: PlaceWords) -> dict[str, frozenset[str]]:
    """Return, by the terms of a place and of its people, the terms that stand for it in the news.

    Its capital stands for it, but it does not stand for its capital: "Iranian" is Iran and Tehran, "Tehran" is Tehran.
    """
    found: dict[str, frozenset[str]] = {}
    for words in place_words.alike:
        named = words[: words.index("/")] if "/" in words else words
        terms = frozenset(terms[0] for word in words if (terms := analyzer.terms(word)))
        for word in named:
            found.update(dict.fromkeys(analyzer.terms(word)[:1], terms))
    return found

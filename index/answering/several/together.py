"""Several excerpts that answer together: the points of a list, who took part, demands, terms, a summary, two sides, reasons.

What is shown is what is about the thing asked, passes the check of the frame and has the sign of a point; chosen greedily by
worth and by what it adds to those before it (maximal marginal relevance; Carbonell and Goldstein, The use of MMR, 1998), and
shown in the order of time. Where fewer than two points are found, there is none of this, and the question is answered as any.
"""

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.answering import answers
from index.answering.framing import Framed, framed
from index.answering.ranking.evidence import QuestionMatcher
from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.several.points import (
    FEWEST,
    NAMED,
    OWN,
    TURN_LABELS,
    TURN_REACH,
    Point,
    chosen_points,
    first_told,
    place_of,
    rows_about,
    when_told,
)
from index.answering.several.sides import Sides, is_first_person
from index.answering.thresholds import Thresholds
from index.language.english.asking.several import (
    DEMANDING,
    AskedTogether,
    in_other_words,
    shows,
    tells_who,
    whose_demands,
)
from index.language.english.frame_words import ITSELF, OF_HIMSELF
from index.language.english.grammar.roles import deeds, first_subject, is_verb
from index.language.english.grammar.words import Words
from index.language.english.opposites import is_denied
from index.language.english.speech.turn_labels import is_question_label
from index.language.furniture import is_furniture
from index.language.patterns import late
from index.language.tokens import Analyzer
from index.model import Answer, Excerpt, Side
from index.requests import Filters
from index.search.searcher import Searcher

Rank = Callable[[str], Ranking]
"""Ranks sentences for a text, of the documents that may be looked at."""

RankWithin = Callable[[str, int], Ranking]
"""Ranks the sentences of the document with a row for a text, those that have none of its words too."""

_ABOUT = 0.85
"""A sentence is about the thing asked with this share of the coverage that the best one has of its words."""

_COVERED = 0.6
"""The share of the thing's words that is met at least, a sentence's surroundings and title counted in part; chosen: two of
three."""

_COVERED_OF_A_SIDE = 0.35
"""The same of what a side says: whose words they are, and that they stand where the thing is spoken of, is held as well."""

_FAR_BELOW = 6.0
"""What is ranked this much below the best makes no point; chosen wider than beside a single answer."""

_NEAREST = 3
"""The nearest passages that are shown without an answer at most."""

_OF_A_SIDE = 2
"""Excerpts of each side of a comparison at most; chosen: four fit one card."""

_OF_A_DOCUMENT = frozenset({"summary", "terms", "participants"})
"""Kinds that a document tells as a whole."""

_OF_DOCUMENTS = 5
"""Points of documents about the thing at most; chosen: they fit one card."""

_PHRASE = 5
"""Words between those of the thing at most where they name it; chosen: "the round of talks on the ferry in Amity"."""

_SHORTEST = 4
"""Terms of a sentence that makes a point; chosen: who does what to whom, and one more."""

_LABEL = 40
"""Characters in which the label of a turn stands."""

_ASIDE = late(r"\s*(?:[A-Z][A-Z.'’ -]{1,60}:\s*)?[(\[][^()\[\]]*[)\]][.\s]*")
"""What the minutes put in of their own: "PRIME MINISTER LIND: (As interpreted.)"."""

_NAME = late(r"\b[A-Z][\w-]*(?: [A-Z0-9][\w-]*)+\b")
"""A name of several words in what sides are compared in, "New START": other words written small are no part of it."""

_BEFORE = 0.4
"""What a word counts for that the title has or the sentence before, and not the one behind: what is spoken of was named."""

_BESIDE = 400
"""Characters before and after a sentence in which such a name stands; chosen: a paragraph."""


_SPEAKS_OF_ITSELF = late(
    r"\bthank(?:s| you)\b|\b(?:don['’]t|do not|not going to) "
    r"(?:have|get|want to|be able)\b|^\W*(?:So|Well|Look|Okay|Yeah|And look)\b[,.]",
)
"""Talk that says nothing of the thing: "I'm not going to get into the details"."""

MOST = 0.9
"""The confidence at most: that these are all the points is not known."""

_SURE = 0.85
"""The coverage from which the points are surely of the thing asked."""


def answer_together(
    searcher: Searcher,
    rank: Rank,
    rank_within: RankWithin,
    asked: AskedTogether,
    thresholds: Thresholds,
    filters: Filters,
    *,
    limit: int,
    as_of: date | None,
) -> Answer | None:
    """Return the answer that several excerpts are together, at most ``limit``, or of the one point that is found.

    A document whose title names the thing is about it throughout: what happened, who took part and what the terms are it tells
    in sentences that need not name it.

    ``thresholds`` tell how sure is strong. None where no point is found; an abstention where no document has a word of the thing.
    """
    if asked.sides is not None:
        return _compared(searcher, rank, asked, asked.sides, thresholds, limit=limit, as_of=as_of)
    ranking = rank(asked.about)
    held = framed(ranking, searcher.analyzer)
    if ranking.unknown and not asked.ranked:
        return _nothing(searcher, ranking, limit, as_of)
    rankings = [held]
    if asked.sign == "demands" and whose_demands(asked.about):
        rankings.append(framed(rank(in_other_words(asked.about)), searcher.analyzer))
    speaking = Sides(searcher)
    found = [point for one in rankings for point in _points(one, asked, speaking, searcher.analyzer)]
    if asked.kind == "participants":
        found = _who_was_there(found)
    most = min(limit, _OF_DOCUMENTS)
    points = _of_documents(searcher, ranking, rank_within, asked, speaking, filters, found, most)
    points = points or chosen_points(found, asked.kind, limit)
    if not points:
        return None
    ordered = points if asked.ranked else sorted(points, key=when_told)
    excerpts = answers.excerpts(searcher, ranking, [point.candidate for point in ordered])
    return _answer(ranking, excerpts, points, asked, thresholds, as_of)


def _who_was_there(points: Sequence[Point]) -> list[Point]:
    """Return the points that say who was there, where any does, without those that only tell that something met."""
    spans = [(one, one.candidate.sentence.span) for one in points]
    telling = [one for one, span in spans if tells_who(one.candidate.document.slice(span.start, span.end))]
    return telling or list(points)


def _of_documents(
    searcher: Searcher,
    ranking: Ranking,
    rank_within: RankWithin,
    asked: AskedTogether,
    speaking: Sides,
    filters: Filters,
    found: Sequence[Point],
    most: int,
) -> list[Point]:
    """Return at most ``most`` points of the documents whose titles name the thing asked about; none where there are none, or they
    tell too little. Who took part others say as well, of which ``found`` are the points."""
    if asked.kind not in _OF_A_DOCUMENT or asked.ranked:
        return []
    rows = rows_about(searcher, ranking, filters)
    if asked.kind == "terms":
        # Rounds and meetings are told one after another, an agreement once.
        rows = rows[:1]
    told: list[Point] = []
    for row in rows:
        held = framed(rank_within(asked.about, row), searcher.analyzer)
        points = list(_points(held, asked, speaking, searcher.analyzer, titled=True))
        if asked.kind == "summary":
            points = first_told(points)
        if asked.kind != "participants":
            points = chosen_points(points, asked.kind, math.ceil(most / len(rows)))
        told += points
    if asked.kind == "participants":
        named = [replace(point, worth=float(len(point.names))) for point in _who_was_there([*told, *found])]
        return chosen_points(named, asked.kind, most) if told else []
    return told[:most] if len(told) >= FEWEST else []


def _compared(
    searcher: Searcher,
    rank: Rank,
    asked: AskedTogether,
    sides: tuple[str, ...],
    thresholds: Thresholds,
    *,
    limit: int,
    as_of: date | None,
) -> Answer | None:
    each = max(1, min(_OF_A_SIDE, limit // len(sides))) if len(sides) > 1 else limit
    found: list[Side] = []
    points: list[Point] = []
    number, taken = 1, set[tuple[int, int]]()
    speaking = Sides(searcher)
    topic = frozenset(searcher.analyzer.terms(asked.about)) - _verbs_of(searcher.analyzer)
    names = _NAME.findall(asked.about)
    spoken = framed(rank(asked.about), searcher.analyzer) if topic else None
    for place, name in enumerate(sides):
        ranking = rank(f"{name} {asked.about}".strip())
        other = frozenset(searcher.analyzer.terms(sides[1 - place])) if len(sides) > 1 else frozenset[str]()
        own = frozenset(searcher.analyzer.terms(name))
        held = framed(ranking, searcher.analyzer)
        # Whoever speaks does not name himself: what he says is found by what it is about.
        of_side = [
            point
            for one in filter(None, (held, spoken))
            for point in _points(one, asked, speaking, searcher.analyzer)
            if place_of(point) not in taken
            and _is_on(point, topic, names, one.ranking)
            and speaking.stands(
                point.candidate,
                one.check.asked.words_of(point.candidate),
                own,
                other,
                held.check.asked.held,
            )
        ]
        chosen = sorted(chosen_points(of_side, asked.kind, each), key=when_told)
        if not chosen:
            return _nothing(searcher, ranking, limit, as_of) if ranking.unknown else None
        excerpts = answers.excerpts(searcher, ranking, [point.candidate for point in chosen], first=number)
        number += len(excerpts)
        taken |= set(map(place_of, chosen))
        points += chosen
        found.append(Side(name, excerpts))
    together = tuple(one for side in found for one in side.excerpts)
    answer = _answer(ranking, together, points, asked, thresholds, as_of)
    return replace(answer, sides=tuple(found)) if len(found) > 1 else answer


def _nothing(searcher: Searcher, ranking: Ranking, limit: int, as_of: date | None) -> Answer:
    """Return an abstention: no document holds a word of the thing asked."""
    nearest = answers.excerpts(searcher, ranking, ranking.candidates[: min(limit, _NEAREST)], answered=False)
    return Answer(ranking.question.text, False, 0.0, "weak", (), nearest, as_of, missing=ranking.unknown)


def _answer(
    ranking: Ranking,
    excerpts: tuple[Excerpt, ...],
    points: Sequence[Point],
    asked: AskedTogether,
    thresholds: Thresholds,
    as_of: date | None,
) -> Answer:
    covered = sum(point.covered for point in points) / len(points)
    several = len(excerpts) >= FEWEST
    sure = max(thresholds.answered, min(covered, MOST))
    # Whose demands they are is held; of a list it is not sure that each point belongs to it.
    held = asked.sign == "demands" and covered >= _SURE and several
    value = thresholds.held(sure, "strong" if held else "partial")
    return Answer(
        question=ranking.question.text,
        answered=True,
        confidence=value,
        strength=thresholds.strength(value),
        excerpts=excerpts,
        as_of=as_of,
        together=asked.kind if several else None,
    )


def _points(
    held: Framed, asked: AskedTogether, speaking: Sides, analyzer: Analyzer, *, titled: bool = False
) -> Iterator[Point]:
    """Yield what may be a point of the answer, best first; ``titled`` tells that all of it is of a document about the thing."""
    ranking = held.ranking
    matcher = ranking.matcher
    # What a sign of a demand stands for need not be met in the question's own word.
    signs = _verbs_of(analyzer) if asked.sign == "demands" else frozenset[str]()
    holder = frozenset(_holder(asked, held, analyzer))
    # Nor need he name himself who says what he demands.
    around = {
        id(one): _covered(
            one,
            matcher,
            signs | holder if holder and speaking.is_said_by(one, holder, held.check.asked.held) else signs,
        )
        for one in ranking.candidates
    }
    least = _least(asked, bool(signs), max(around.values(), default=0.0))
    # Whose demands they are is held below: another word for them is no worse.
    top = max((one.worth for one in ranking.candidates), default=0.0)
    best = top if not signs else -math.inf
    for one in ranking.candidates:
        if not titled and (around[id(one)] < least or one.worth < best - _FAR_BELOW):
            continue
        words = held.check.asked.words_of(one)
        if not _tells(one, words, asked, speaking) or not _is_point(
            one, words, asked, held, speaking, analyzer, titled=titled
        ):
            continue
        key = one.row, one.sentence.ordinal
        verdict = held.verdicts[key] if key in held.verdicts else held.check.verdict(one)
        if verdict.contradicts or verdict.lacks:
            continue
        own = frozenset(matcher.terms)
        names = frozenset(term for word in words if word.is_name for term in word.terms)
        speaker = speaking.speaker(one)
        if speaker is not None:
            # The label of a turn is no more than who says it.
            own |= speaker.name | speaker.land
        terms = frozenset(one.sentence.terms) - own
        covered = max(around[id(one)], NAMED) if titled else around[id(one)]
        yield Point(one, one.worth - top, covered, terms, names - own)


def _least(asked: AskedTogether, signs: bool, best: float) -> float:
    """Return the share of the thing's words that a point of it must have with its surroundings, where the best has ``best``."""
    if asked.sides is not None:
        return _COVERED_OF_A_SIDE
    return _COVERED if signs or asked.ranked else max(_COVERED, _ABOUT * best)


def _tells(candidate: Candidate, words: Words, asked: AskedTogether, speaking: Sides) -> bool:
    """Tell whether the candidate is a whole sentence that says something, and no question, nor a word on what will be said."""
    span, text = candidate.sentence.span, candidate.document.text
    sentence = text[span.start : span.end]
    if (
        sentence.rstrip().endswith(("?", "—", "…"))
        or _SPEAKS_OF_ITSELF.search(sentence)
        or is_furniture(sentence)
    ):
        return False
    if asked.sides is None and asked.sign != "demands" and OF_HIMSELF.search(sentence):
        return False
    speaker = speaking.speaker(candidate)
    if speaker is not None and speaker.asks:
        return False
    labels = TURN_LABELS.findall(text, max(0, span.start - TURN_REACH), span.start + _LABEL)
    if labels and is_question_label(labels[-1]):
        return False
    if _ASIDE.fullmatch(sentence):
        return False
    if len(candidate.sentence.terms) < _SHORTEST:
        return False
    # Not every verb is known: a whole sentence that begins with no preposition and goes on with nothing has one.
    if sentence.rstrip('”"’) ').endswith(".") and words[0].tag not in "ic":
        return True
    return any(
        word.tag in "xy" or is_verb(words, place) or _is_of_the_present(words, place)
        for place, word in enumerate(words)
    )


def _is_of_the_present(words: Words, place: int) -> bool:
    """Tell whether a word behind a noun may be its verb: "the agreement provides"."""
    word = words[place]
    return place > 0 and word.tag == "n" and word.text.endswith("s") and words[place - 1].tag in "Nrnp"


def _is_point(
    candidate: Candidate,
    words: Words,
    asked: AskedTogether,
    held: Framed,
    speaking: Sides,
    analyzer: Analyzer,
    *,
    titled: bool,
) -> bool:
    """Tell whether the candidate has the signs of a point of what is asked, and has them of the thing asked."""
    span = candidate.sentence.span
    if not shows(asked.sign, candidate.document.text[span.start : span.end]):
        return False
    if asked.kind == "participants" and is_denied(candidate.document.text[span.start : span.end]):
        return False
    if asked.sign == "demands":
        holder = _holder(asked, held, analyzer)
        if holder:
            return _demands(candidate, words, holder[-1], held, speaking, analyzer)
    if titled or asked.ranked or asked.sides is not None:
        return True
    matcher = held.ranking.matcher
    if matcher.coverage(candidate.title.best) >= NAMED:
        return True
    return matcher.coverage(candidate.matched.best) >= NAMED and _is_close(candidate, len(matcher.terms))


def _holder(asked: AskedTogether, held: Framed, analyzer: Analyzer) -> Sequence[str]:
    """Return the terms of whoever's demands are asked for; none where nobody's are."""
    if asked.sign != "demands":
        return ()
    names = held.check.asked.frame.names
    return tuple(analyzer.terms(whose_demands(asked.about))) or (names[0] if names else ())


def _demands(
    candidate: Candidate, words: Words, holder: str, held: Framed, speaking: Sides, analyzer: Analyzer
) -> bool:
    """Tell whether the sentence says what ``holder`` demands, or says it in his own words."""
    stands_for = held.check.asked.held
    speaks = speaking.is_said_by(candidate, (holder,), stands_for)
    subject = {term for word in first_subject(words) for term in word.terms}

    def is_holder(doer: Words) -> bool:
        agent = _main_part(doer)
        if stands_for(holder, {term for word in agent for term in word.terms}):
            return True
        pronoun = agent[-1].lower if agent else ""
        # "Norland says it wants a quay"
        return (pronoun in ITSELF and stands_for(holder, subject)) or (speaks and is_first_person(agent))

    return any(not deed.denied and is_holder(deed.agent) for deed in deeds(words, _verbs_of(analyzer)))


def _main_part(agent: Words) -> Words:
    """Return who acts without what only stands beside him: "we" of "the war against Ukraine, we"."""
    last = max((place for place, word in enumerate(agent) if word.text == ","), default=-1)
    clause = agent[last + 1 :]
    beside = (place for place, word in enumerate(clause) if place and word.tag == "i" and word.lower != "of")
    return clause[: next(beside, len(clause))]


def _verbs_of(analyzer: Analyzer) -> frozenset[str]:
    """Return the terms of the verbs of demanding."""
    return frozenset(analyzer.terms(DEMANDING))


def _covered(candidate: Candidate, matcher: QuestionMatcher, signs: Collection[str]) -> float:
    """Return the share of the thing's words that the candidate has with its surroundings, those among ``signs`` in any case."""
    around = matcher.with_context(candidate.matched, candidate.neighbours, candidate.title)
    return matcher.coverage(
        [1.0 if term in signs else held for term, held in zip(matcher.terms, around, strict=True)]
    )


def _is_close(candidate: Candidate, terms: int) -> bool:
    """Tell whether the thing's words stand together in the sentence, each of them once, within a phrase's length."""
    places = [(place, index) for place, index, weight in candidate.matched.occurrences if weight >= OWN]
    wanted = len({index for _, index in places})
    reach = min(terms, wanted) + _PHRASE
    return any(
        len({index for place, index in places if start <= place <= start + reach}) == wanted
        for start, _ in places
    )


def _is_on(point: Point, topic: Collection[str], names: Sequence[str], ranking: Ranking) -> bool:
    """Tell whether the sentence, or what stands beside it, has most of what the sides are compared in, and its names."""
    matcher, one = ranking.matcher, point.candidate
    around = matcher.with_context(one.matched, one.neighbours, one.title)
    weights = [
        (idf, near >= _BEFORE)
        for term, idf, near in zip(matcher.terms, matcher.idf, around, strict=True)
        if term in topic
    ]
    if sum(idf for idf, near in weights if near) < _COVERED * sum(idf for idf, _ in weights):
        return False
    span, text = one.sentence.span, one.document.text
    beside = f"{one.document.names} {text[max(0, span.start - _BESIDE) : span.end + _BESIDE]}"
    return all(word in beside for name in names for word in name.split())

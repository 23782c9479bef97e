"""How sure it is that the documents answer a question: a logistic of what speaks for the best sentence.

What matters is whether the words that carry the question are met together in one place, and whether the kind of thing asked
for is there; absolute scores do not carry over from one corpus to another. The weights were fitted on mixtures of questions
that the documents answer, questions whose answering passage or document was taken away, and questions about something else
(``bench/training.py``).
"""

import math
from collections.abc import Mapping
from operator import mul

from index.answering.ranking.judging import Candidate
from index.answering.ranking.retrieval import Ranking
from index.answering.ranking.weights import Weights
from index.answering.reader.pointer import LONGEST_MARGIN

_OF_THE_BEST = (
    "coverage",
    "exact_coverage",
    "context_coverage",
    "passage_coverage",
    "paragraph_coverage",
    "title_coverage",
    "proximity",
    "bigrams",
    "names",
    "missing",
    "kind",
    "kind_nearby",
    "definition",
    "order",
    "agent",
    "paragraph_exact",
    "paragraph_names",
    "window",
    "document_coverage",
    "passage_score",
    "passage_rank",
    "sentence_score",
    "period",
    "brevity",
    "asks",
    "denial",
    "opposite",
    "absent_name",
)
_WITHOUT_A_NAME = 0.85
"""What is left of the confidence where a name of the question is missing: what was said of others is not sure to answer.
Chosen."""
_RIVALS = 8
"""The best of so many other paragraphs are what the best one leads; the weights were fitted with it
(``bench/training.py``)."""
_FOLLOWING, _FIRST = 3, 6
"""Candidates after the best, and first ones, that are looked at; the weights were fitted with them (``bench/training.py``)."""
_HELD = 0.4
"""How well a word must be matched to count as held: a related word is not; the weights were fitted with it."""
CONFIDENCE_FEATURES = (
    *_OF_THE_BEST,
    "together",
    "kind_among_first",
    "score",
    "margin",
    "spread",
    "rival_coverage",
    "held_words",
    "weakest",
    "unknown",
    "words",
    "numbers",
    "context_squared",
    "score_squared",
    "long",
    "long_coverage",
    "long_score",
    "long_unknown",
    "held_mass",
)
READ_FEATURES = ("read", "read_yes", "read_rival", "read_lead", "read_score", "read_long")
"""Features that a ranking has beside the others where the reader had a say in it."""

AGAINST_ANSWERING = frozenset({"asks", "denial", "opposite", "absent_name"})
"""Those of the evidence that never make it surer; a fit is bounded so. Whether the doer is missing or another stands in his
place, and whether the form asked for is there, is the frame's to tell (``framing``)."""

_LONG = 8
"""Words of a question past which it is long: most questions that the weights were fitted on have fewer."""

_MASS = 40.0
"""About the idf of eight words, summed."""


def confidence_features(ranking: Ranking) -> dict[str, float]:
    """Return the features of a ranking that has candidates, by name."""
    best = ranking.candidates[0]
    features = {name: float(getattr(best.evidence, name)) for name in _OF_THE_BEST}
    rivals = _rivals(ranking)
    matcher = ranking.matcher
    held = [max(one.matched.best[index] for one in ranking.candidates) for index in range(len(matcher.terms))]
    around = _around(ranking)
    numbers = [index for index, term in enumerate(matcher.terms) if term in ranking.question.numbers]
    following = ranking.candidates[1 : _FOLLOWING + 1]
    features["together"] = sum(_paragraph(one) == _paragraph(best) for one in following) / _FOLLOWING
    features["kind_among_first"] = max(one.evidence.kind_nearby for one in ranking.candidates[:_FIRST])
    features["score"] = best.score / 10
    features["margin"] = min((best.score - rivals[0].score) / 10, 1.0) if rivals else 1.0
    others = [one.score for one in rivals[:_RIVALS]]
    features["spread"] = min((best.score - sum(others) / len(others)) / 10, 1.0) if others else 1.0
    features["rival_coverage"] = max((one.evidence.context_coverage for one in rivals[:_RIVALS]), default=0.0)
    features["held_words"] = sum(value >= _HELD for value in around) / len(around)
    features["weakest"] = min(around)
    features["context_squared"] = best.evidence.context_coverage**2
    features["score_squared"] = (best.score / 10) ** 2
    features["unknown"] = 1.0 - matcher.coverage([min(value * 10, 1.0) for value in held])
    features["words"] = math.log(len(matcher.terms))
    features["numbers"] = min((best.matched.best[index] for index in numbers), default=1.0)
    # Of a long question much is told beside what is asked, and met nowhere; its confidence must not fall for that.
    features["long"] = max(0.0, math.log(len(matcher.terms) / _LONG))
    features["long_coverage"] = features["long"] * best.evidence.context_coverage
    features["long_score"] = features["long"] * features["score"]
    features["long_unknown"] = features["long"] * features["unknown"]
    features["held_mass"] = min(sum(map(mul, matcher.idf, around)) / _MASS, 1.0)
    if ranking.read:
        features |= _read_features(ranking, features)
    return features


def _read_features(ranking: Ranking, features: Mapping[str, float]) -> dict[str, float]:
    best = ranking.candidates[0]
    margin = _margin(best)
    rivals = [_margin(one) for one in ranking.candidates if _paragraph(one) != _paragraph(best)]
    rival = max(rivals, default=-1.0)
    return {
        "read": margin,
        "read_yes": max(margin, 0.0),
        "read_rival": rival,
        "read_lead": min(margin - rival, 1.0),
        "read_score": margin * features["score"],
        "read_long": margin * features["long"],
    }


def _margin(candidate: Candidate) -> float:
    """Return the reader's margin, from -1 to 1; -1 of what it did not read."""
    margin = candidate.judgement.margin
    return -1.0 if margin is None else margin / LONGEST_MARGIN


def _paragraph(candidate: Candidate) -> tuple[int, int]:
    """Return the document and the number of the paragraph that the candidate stands in."""
    return candidate.row, candidate.sentence.span.paragraph


def _around(ranking: Ranking) -> list[float]:
    """Return how well the best candidate, what stands beside it and the title hold each of the question's words."""
    best = ranking.candidates[0]
    return ranking.matcher.with_context(best.matched, best.neighbours, best.title)


def _rivals(ranking: Ranking) -> list[Candidate]:
    """Return the candidates of other paragraphs than the best one's, the first of each paragraph, best first."""
    firsts: dict[tuple[int, int], Candidate] = {}
    for one in ranking.candidates:
        firsts.setdefault(_paragraph(one), one)
    del firsts[_paragraph(ranking.candidates[0])]
    return list(firsts.values())


def confidence(ranking: Ranking, weights: Weights) -> float:
    """Return how sure it is, in [0, 1], that the best candidate answers; 0 where there is none."""
    if not ranking.candidates:
        return 0.0
    features = confidence_features(ranking)
    fitted = weights.read_confidence if ranking.read else weights.confidence
    total = fitted["bias"] + sum(fitted[name] * value for name, value in features.items())
    value = 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
    return value * _WITHOUT_A_NAME if _lacks_a_name(ranking) else value


def _lacks_a_name(ranking: Ranking) -> bool:
    """Tell whether a name of the question is met nowhere in the best sentence, beside it, or in the title."""
    around = _around(ranking)
    return any(not around[index] for index in ranking.matcher.names)

"""What speaks for a sentence as the answer to a question: a few features, each in a plain range, that are weighed and summed.

Every feature is relative (a share of what the question could have at most), so that weights carry over from one corpus to
another.
"""

from typing import NamedTuple


class Evidence(NamedTuple):
    """The features of one sentence: a tuple, as it is made for dozens of sentences a question."""

    coverage: float
    """Share of the question's idf whose words, or related ones, stand in the sentence."""
    exact_coverage: float
    """The same, by the words themselves only."""
    context_coverage: float
    """Coverage with the neighbouring sentences and the title counted in part."""
    passage_coverage: float
    """Coverage by the whole passage."""
    proximity: float
    """How near to one another the matched words stand."""
    bigrams: float
    """Share of the question's neighbouring words that stand near one another in the sentence, in order."""
    order: float
    """How near the question's neighbouring words stand in its order, related words included."""
    agent: float
    """Whether the question's subject stands before its verb, related words included."""
    rival: float
    """1 when another name stands right before the question's verb, and the question's subject does not."""
    names: float
    """Share of the idf of the question's names that the sentence and its context hold."""
    missing: float
    """Share of the question's idf held by its one weightiest word that neither sentence nor context has."""
    kind: float
    """Whether the kind of thing asked for is there."""
    kind_nearby: float
    """How near the kind of thing asked for stands to the question's words."""
    definition: float
    """Whether the sentence says what the thing or person is that the question asks about."""
    paragraph_coverage: float
    """Coverage by what was retrieved of the sentence's paragraph."""
    paragraph_exact: float
    """The same, by the words themselves only."""
    paragraph_names: float
    """Share of the idf of the question's names that stand, as they are, in the paragraph."""
    window: float
    """The most of the question's idf that stands within a few words."""
    document_coverage: float
    """Coverage by what was retrieved of the document."""
    title_coverage: float
    """Coverage by the title."""
    passage_score: float
    """BM25 score of the passage, as a share of the most that the question could have."""
    passage_rank: float
    """BM25 score of the passage, as a share of the best passage's."""
    sentence_score: float
    """BM25 score of the sentence by itself, as a share of the most that the question could have."""
    period: float
    """Whether the document was published in the period that the question names: 1 in it or soon after, 0.5 near it."""
    brevity: float
    """1 for a short sentence, falling with its length in words."""
    asks: float
    """1 when the sentence is itself a question."""
    denial: float
    """1 when the question speaks of what is not so, and no word of the sentence denies."""
    opposite: float
    """Share of the question's idf held by words whose opposite the sentence has, and not them."""
    absent_name: float
    """How badly the question's name that is matched worst is missing in the sentence."""
    absent_subject: float
    """How badly the question's subject is missing in the sentence, where it is a name."""
    lacking: float
    """1 when a date, a number or a definition is asked for, and the sentence has none."""


FEATURES = Evidence._fields

AGAINST = frozenset(
    {"rival", "missing", "asks", "denial", "opposite", "absent_name", "absent_subject", "lacking"}
)
"""The features that speak against a sentence; all others speak for it, and a fit is bounded so. Most weights kept now are of a
fit without bounds; "order" and "rival", whose weights said the opposite of their text, weigh nothing in a fit with them."""

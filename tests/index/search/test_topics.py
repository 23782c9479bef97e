"""Whether a document speaks of a topic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.tokens import Analyzer
from index.model import Document
from index.search.topics import find_topic

ANALYZER = Analyzer()
TEXT = (
    "The delegations met in Port Amity on Monday.\n\n"
    "They spoke about grain and about the railway.\n\n"
    "Forty prisoners will be exchanged at the bridge on Friday.\n\n"
    "The minister left early. He said nothing. Reporters waited outside. The weather was fair."
)
DOCUMENT = Document(key="a", title="Talks at the river", text=TEXT)


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        ("prisoner exchange", "Forty prisoners will be exchanged at the bridge on Friday."),
        ("the exchange of prisoners", "Forty prisoners will be exchanged at the bridge on Friday."),
        ("railway", "They spoke about grain and about the railway."),
        ("river railway", "They spoke about grain and about the railway."),
        ("grain prisoners", "They spoke about grain and about the railway."),
    ],
)
def test_the_sentence_with_most_of_the_words_is_found(topic: str, sentence: str) -> None:
    excerpt = find_topic(DOCUMENT, topic, ANALYZER)
    assert excerpt is not None
    assert excerpt.text == sentence
    assert excerpt.highlights


@pytest.mark.parametrize("topic", ["herring", "grain weather", "the of", "", "…"])
def test_words_that_are_not_near_each_other_are_no_topic(topic: str) -> None:
    assert find_topic(DOCUMENT, topic, ANALYZER) is None


@given(st.text(max_size=200), st.text(max_size=30))
def test_what_is_found_is_a_span_of_the_text(text: str, topic: str) -> None:
    document = Document(key="a", title="", text=text)
    excerpt = find_topic(document, topic, ANALYZER)
    if excerpt is not None:
        assert excerpt.text == text[excerpt.start : excerpt.end]
        assert all(excerpt.start <= start < end <= excerpt.end for start, end in excerpt.highlights)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Grain came. It rained. Prices rose.", "Grain came."),
        ("Grain came. It rained. It snowed. Prices rose.", None),
        (
            "It snowed. It rained. Grain came. Prices rose. Prices of grain fell. Grain prices held.",
            "Prices of grain fell.",
        ),
        ("It snowed. Prices rose. It rained. Grain came.", "Prices rose."),
        ("Prices of grain rose.", "Prices of grain rose."),
    ],
)
def test_the_words_of_a_topic_stand_within_three_sentences(text: str, found: str | None) -> None:
    excerpt = find_topic(Document(key="a", title="", text=text), "grain prices", ANALYZER)
    assert (excerpt and excerpt.text) == found

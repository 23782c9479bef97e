"""An event is told in whole quotations."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.language.quotation_marks import quoted_spans
from index.language.sentences import paragraphs_of, sentences
from index.model import Document
from index.timeline.finding import find_events
from index.timeline.wording import LONGEST, Wording

FRIDAY = date(2025, 3, 14)


def told(text: str) -> list[str]:
    document = Document(key="talks", title="Talks", text=text, published=FRIDAY)
    return [text[event.start : event.end] for event in find_events(document, sentences(text))]


def test_a_sentence_in_a_quotation_is_told_with_the_whole_of_it() -> None:
    quotation = (
        '"The hour is not agreed yet. We will settle it once the envoy is home," Ada Varn said on Friday.'
    )
    assert told(f"The talks went on. {quotation} Nobody else spoke.") == [quotation]


def test_the_sentences_that_follow_in_the_quotation_belong_to_it() -> None:
    text = (
        "Ada Varn said: “We met on Thursday. It was a good day for both of us. More will follow.” She left."
    )
    assert told(text) == [
        "Ada Varn said: “We met on Thursday. It was a good day for both of us. More will follow.”"
    ]


def test_a_sentence_outside_is_told_alone() -> None:
    text = '"It was long. It was good," Ada Varn said. The envoys met in Port Amity on Thursday.'
    assert told(text)[-1] == "The envoys met in Port Amity on Thursday."


def test_a_quotation_too_long_to_be_taken_whole_is_taken_from_its_opening_mark() -> None:
    begin = "“The envoys met in Port Amity on Thursday."
    text = begin + " They spoke for hours about barley." * 40 + "” Nobody else spoke."
    assert told(text) == [begin]


def test_a_sentence_deep_inside_a_long_quotation_is_not_told_as_the_words_of_the_document() -> None:
    talk = " They spoke for hours about barley." * 40
    text = (
        f"Ada Varn said: “It was good.{talk} The envoys met in Port Amity on Thursday.{talk}” Nobody spoke."
    )
    assert told(text) == []


@given(
    st.lists(
        st.sampled_from(['"', "“", "”", " ", ". ", "Ada met Bo on Friday", "x" * 300, "\n\n", "'"]),
        max_size=30,
    )
)
def test_no_words_begin_inside_a_quotation(parts: list[str]) -> None:
    text = "".join(parts)
    found = sentences(text)
    quoted = quoted_spans(text, paragraphs_of(found))
    wording = Wording(text, found)
    for number, sentence in enumerate(found):
        span = wording.span_of(number)
        if span is not None:
            assert span[0] <= sentence.start < sentence.end <= span[1]
            assert not any(quote.inner[0] <= span[0] < quote.inner[1] for quote in quoted)
            assert span[1] - span[0] <= max(LONGEST, sentence.end - sentence.start)

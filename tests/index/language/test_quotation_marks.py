import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.quotation_marks import quoted_spans
from index.language.sentences import paragraphs

MARKED = st.text(st.sampled_from("ab s.,:!\n“”\"'‘’«»„`"), max_size=80)


def quoted(text: str) -> list[str]:
    return [text[slice(*span.inner)] for span in quoted_spans(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She said: "The ferry is late."', ["The ferry is late."]),
        ("She said: “The ferry is late.”", ["The ferry is late."]),
        ('Mixed marks: "a cautious start.” Then silence.', ["a cautious start."]),
        ('Mixed the other way: “a cautious start" and so on.', ["a cautious start"]),
        ("Two apostrophes: ''the ferry is late,'' she said.", ["the ferry is late,"]),
        ("Guillemets: « le bac est en retard », dit-elle.", [" le bac est en retard "]),
        ("Low and high: „die Fähre kommt spät“, sagte sie.", ["die Fähre kommt spät"]),
        ("Turned: »die Fähre kommt spät«, sagte sie.", ["die Fähre kommt spät"]),
        ("Single: 'the ferry is late', she said.", ["the ferry is late"]),
        ("A wrong opening: \n\n”The ferry is late,” she said.", ["The ferry is late,"]),
        ("A wrong closing: “Mostly true.“ So they said.", ["Mostly true."]),
    ],
)
def test_pairs_the_marks_of_every_style(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    assert quoted("\"He told us, 'Wait for the tide,' and left,\" she said.") == [
        "He told us, 'Wait for the tide,' and left,"
    ]
    assert quoted("“I will not live in what he calls “the pit” again,” she said.") == [
        "I will not live in what he calls “the pit” again,"
    ]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quoted("It's the sailors' boat, and the crew's, since the '90s; don't touch 'em.") == []
    assert quoted("The sailors’ boat isn’t the crew’s.") == []


def test_a_possessive_inside_single_marks_does_not_end_them() -> None:
    assert quoted("He called it 'the sailors' own strike' today.") == ["the sailors' own strike"]


def test_inches_and_attributes_are_no_quotation_marks() -> None:
    assert quoted('A man of 6\'3" spoke. <img alt="harbour">') == []


def test_a_quotation_of_several_paragraphs_is_carried_on() -> None:
    text = "“The first thing.\n\n“The second thing.\n\n“The third,” he said."
    spans = quoted_spans(text, paragraphs(text))
    assert [text[slice(*span.inner)] for span in spans] == [
        "The first thing.",
        "The second thing.",
        "The third,",
    ]
    assert [span.carried for span in spans] == [True, True, False]
    assert [span.carries for span in spans] == [False, True, True]


def test_a_mark_left_open_costs_nothing_beyond_its_paragraph() -> None:
    text = 'He said "it is late and left.\n\nShe said "it is early."'
    assert quoted(text) == ["it is early."]


def test_a_mark_left_open_does_not_hide_later_quotations_of_its_paragraph() -> None:
    assert quoted("“It is late, he said. “It is early,” she said.") == ["It is early,"]


@given(st.one_of(MARKED, st.text(max_size=60)))
def test_any_text_gives_ordered_spans_that_stand_in_it(text: str) -> None:
    position = 0
    for span in quoted_spans(text, paragraphs(text)):
        first, last = span.inner
        assert position <= span.start < first < last <= span.end <= len(text)
        position = span.end

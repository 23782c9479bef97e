"""How much of a document with parts is shown for a sentence: a short part whole, of a long one what was chosen, no head alone."""

import pytest

from index.answering.kinds.places import _lies_in, _names
from index.answering.shown.units import _is_head, is_head_alone, whole_unit
from index.model import Document, Part, PartLabel, Span


def document(label: PartLabel, length: int, name: str = "Article 1") -> Document:
    """Return a text whose part from the tenth character on is so long; its first sentence has twenty characters."""
    text = f"Before it. {'a' * 19}. {'b' * (length - 22)}. Behind it."
    return Document("a", "A", text, structure=(Part(label, 11, 11 + length, name),))


SENTENCE = (11, 31)


@pytest.mark.parametrize(
    ("label", "length", "whole"),
    [
        ("article", 500, True),
        ("article", 501, False),
        ("paragraph", 500, True),
        ("row", 2_000, True),
        ("row", 2_001, False),
        ("entry", 100, False),
        ("message", 100, False),
        ("turn", 100, False),
        ("table", 100, False),
    ],
)
def test_a_short_part_is_shown_whole(label: PartLabel, length: int, whole: bool) -> None:
    shown = whole_unit(document(label, length), SENTENCE, SENTENCE)
    assert shown == ((11, 11 + length) if whole else SENTENCE)


def test_a_part_without_a_name_is_only_a_border() -> None:
    assert whole_unit(document("article", 100, ""), SENTENCE, SENTENCE) == SENTENCE


@pytest.mark.parametrize(
    ("span", "shown"), [((0, 31), (11, 31)), ((11, 900), (11, 611)), ((40, 90), (40, 90))]
)
def test_what_is_shown_of_a_long_part_stays_in_it(span: Span, shown: Span) -> None:
    assert whole_unit(document("article", 600), SENTENCE, span) == shown


@pytest.mark.parametrize(
    ("below", "shown"),
    [
        ((32, 600), (11, 600)),
        ((32, 611), (11, 611)),
        ((32, 612), (11, 31)),
        ((11, 600), (11, 31)),
        ((5, 600), (11, 31)),
    ],
)
def test_the_head_of_an_article_is_shown_with_the_first_part_below(below: Span, shown: Span) -> None:
    text = f"Before it. {'a' * 20} {'b' * 568}. Behind it. {'c' * 50}"
    parts = sorted(
        (Part("article", 11, 611, "Article 1"), Part("paragraph", *below, "")),
        key=lambda one: (one.start, -one.end),
    )
    assert whole_unit(Document("a", "A", text, structure=tuple(parts)), SENTENCE, SENTENCE) == shown


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Harbour Council", True),
        ("The council sits.", False),
        ("“Council”", False),
        ("(a) lights,", False),
        ("Costs (2)", True),
    ],
)
def test_a_head_has_no_mark_at_its_end(words: str, head: bool) -> None:
    assert _is_head(words) is head
    one = Document("a", "A", f"{words}  ", structure=(Part("article", 0, len(words) + 2, "Article 1"),))
    assert is_head_alone(one, (0, len(words) + 2)) is head


@pytest.mark.parametrize(
    ("span", "outer", "lies"),
    [
        ((5, 9), [], True),
        ((5, 9), [[(0, 20)]], True),
        ((5, 9), [[(5, 9)]], False),
        ((5, 9), [[(5, 10)]], True),
        ((5, 9), [[(4, 9)]], True),
        ((5, 9), [[(6, 20)]], False),
        ((5, 9), [[(0, 8)]], False),
        ((5, 9), [[(0, 20)], [(4, 10)]], True),
        ((5, 9), [[(4, 10)], [(0, 20)]], False),
        ((5, 9), [[(0, 12)], [(4, 10), (2, 15)]], True),
        ((5, 9), [[(12, 40)], [(4, 10)]], False),
    ],
)
def test_a_place_lies_in_those_around_it(span: Span, outer: list[list[Span]], lies: bool) -> None:
    assert _lies_in(span, outer) is lies


@pytest.mark.parametrize(
    ("rest", "names"),
    [
        ("What does the Harrow agreement say?", {"harrow"}),
        ("the Harrow-Lomar pact", {"harrow-lomar"}),
        ("what does resolution 77/2 say", {"77", "2"}),
        ("law No. 12 of Lomar", {"lomar", "no", "12"}),
        ("A B treaty", set()),
        ("what is it", set()),
    ],
)
def test_what_a_question_names_beside_the_place(rest: str, names: set[str]) -> None:
    assert _names(rest) == names

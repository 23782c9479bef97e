"""Columns of a PDF that are written line by line."""

from collections.abc import Sequence

import pytest

from index.errors import MalformedSource
from index.model import Document
from index.readers.metadata.origin import Origin
from index.readers.pdf_pages import pdf as reader
from tests.index.readers.file_samples import pdf

ORIGIN = Origin(name="terms.pdf", key="/docs/terms.pdf")
Placed = tuple[int, int, str]

LEFT = (
    "The delegations of both states met",
    "in Lucerne on 4 March. The chair",
    "proposed a truce of sixty days.",
)
RIGHT = (
    "The second working group dealt with",
    "the railway. It asked that the depot",
    "be reopened on the first of June.",
)


def read(placed: Sequence[Placed]) -> str:
    (document,) = reader.read(pdf([[]], placed=placed), ORIGIN)
    assert isinstance(document, Document)
    return document.text


def rows(*columns: Sequence[str], top: int = 780, at: Sequence[int] = (50, 310)) -> list[Placed]:
    return [
        (x, top - 14 * number, words)
        for number, row in enumerate(zip(*columns, strict=True))
        for x, words in zip(at, row, strict=True)
    ]


def test_columns_are_read_one_after_the_other() -> None:
    text = read(rows(LEFT, RIGHT))
    assert " ".join(LEFT) in text
    assert " ".join(RIGHT) in text


def test_columns_that_are_written_one_after_the_other_are_read_so() -> None:
    written = rows(LEFT, RIGHT)
    assert read([*written[::2], *written[1::2]]).split() == " ".join((*LEFT, *RIGHT)).split()


def test_what_stands_across_both_columns_stays_above_and_below_them() -> None:
    above = "The outcome of the second conference of Lucerne, as it was told to the press on Friday."
    text = read([(50, 800, above), *rows(LEFT, RIGHT), (50, 700, above.upper())])
    places = [text.index(words) for words in (above, " ".join(LEFT), " ".join(RIGHT), above.upper())]
    assert places == sorted(places)


def test_the_rows_of_a_table_are_kept() -> None:
    text = read(rows(("State", "Ostvale", "Marenia", "Norland"), ("Released", "97", "54", "12")))
    assert "State: Ostvale · Released: 97" in text


def test_a_justified_line_that_is_written_word_by_word_is_one() -> None:
    words = "The second working group dealt with the railway and asked for more time".split()
    written = [
        (50 + 38 * place, 780 - 14 * line, word) for line in range(4) for place, word in enumerate(words)
    ]
    assert " ".join(words) in read(written)


@pytest.mark.parametrize(("letters", "refused"), [("سحب المدفعية 30", True), ("سحب المدفعية", False)])
def test_numbers_among_words_from_right_to_left_are_refused(letters: str, refused: bool) -> None:
    assert reader._has_uncertain_order([[letters]]) is refused
    assert not reader._has_uncertain_order(
        [[f"The word {letters} stood on the wall of the hotel, and nobody could read it."]]
    )


MIDDLE = (
    "A third working group looked at",
    "the grain that waits in the port",
    "and found no ship to carry it.",
)


def test_three_columns_are_read_one_after_the_other() -> None:
    text = read(rows(LEFT, MIDDLE, RIGHT, at=(40, 220, 400)))
    places = [text.index(" ".join(column)) for column in (LEFT, MIDDLE, RIGHT)]
    assert places == sorted(places)


def uneven(top: int = 780) -> list[Placed]:
    """Two columns whose lines begin at other places each."""
    placed = []
    for number, (first, second) in enumerate(zip(LEFT, RIGHT, strict=True)):
        placed += [
            (50 + 17 * number, top - 14 * number, first),
            (290 + 23 * number, top - 14 * number, second),
        ]
    return placed


def test_a_page_whose_order_cannot_be_known_is_refused() -> None:
    with pytest.raises(MalformedSource, match=r"terms.pdf: page 1 has text side by side"):
        read(uneven())


def test_such_a_page_is_left_out_of_a_longer_file_and_named() -> None:
    data = pdf([["The talks were opened in Lucerne on Monday."], []], placed=uneven())
    document, left_out = reader.read(data, ORIGIN)
    assert isinstance(document, Document)
    assert "depot" not in document.text
    assert "page 2 has text side by side" in str(left_out)


def test_each_row_of_a_table_is_a_paragraph() -> None:
    cells = [("14 May 2022", "Tarvo bridge", "41"), ("3 September 2023", "Sella crossing", "112")]
    placed = [(50, 800, "The table lists every exchange.")]
    placed += [
        (x, 780 - 14 * n, words)
        for n, row in enumerate(cells)
        for x, words in zip((50, 140, 220), row, strict=True)
    ]
    placed += [(50, 740, "Nobody has confirmed another one.")]
    assert read(placed).split("\n\n") == [
        "The table lists every exchange.",
        "14 May 2022 Tarvo bridge 41",
        "3 September 2023 Sella crossing 112",
        "Nobody has confirmed another one.",
    ]


def test_words_in_a_line_that_are_written_apart_are_one_line() -> None:
    line = [(50, "The"), (75, "chair of the first group"), (180, "proposed a truce of sixty days")]
    placed = [(x + 5 * n, 780 - 14 * n, words) for n in range(4) for x, words in line]
    assert "\n\n" not in read(placed)


def test_a_hyphen_before_a_capital_stays_and_takes_no_space() -> None:
    assert "the Secretary-General of" in read(
        [
            (50, 780, "It was said at the request of the Secretary-"),
            (50, 766, "General of the union that met."),
        ]
    )


def structure(placed: Sequence[Placed]) -> list[str]:
    (document,) = reader.read(pdf([[]], placed=placed), ORIGIN)
    assert isinstance(document, Document)
    return [document.text[part.start : part.end] for part in document.structure if part.label == "row"]


ROWS = (
    ("State", "Ostvale", "Marenia", "Norland"),
    ("Released", "97", "54", "12"),
    ("Place", "Tarvo bridge", "Esk", "Wolm airfield"),
)


def test_the_rows_of_a_table_have_their_heads() -> None:
    assert structure(rows(*ROWS, at=(50, 200, 330))) == [
        "State: Ostvale · Released: 97 · Place: Tarvo bridge",
        "State: Marenia · Released: 54 · Place: Esk",
        "State: Norland · Released: 12 · Place: Wolm airfield",
    ]


def test_numbers_that_are_set_to_the_right_stand_in_their_column() -> None:
    placed = [
        (x + (210 - 6 * len(words) if x == 200 else 0) - (190 if x == 200 else 0), y, words)
        for x, y, words in rows(*ROWS, at=(50, 200, 330))
    ]
    assert structure(placed)[0] == "State: Ostvale · Released: 97 · Place: Tarvo bridge"


def test_a_cell_of_two_lines_is_one() -> None:
    placed = rows(*ROWS, at=(50, 200, 330))
    placed[6:6] = [(330, 758, "and the mill")]
    placed = [(x, y - 14 if number > 6 else y, words) for number, (x, y, words) in enumerate(placed)]
    assert structure(placed)[0] == "State: Ostvale · Released: 97 · Place: Tarvo bridge and the mill"


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    above, below = "11/27/26, 4:17 PM The terms of Rosk", "https://wire.example/terms 1/2"
    pages = [
        [above, "The talks went on", below],
        ["11/27/26, 4:17 PM Terms", "until Friday.", "file:///t.html 2/2"],
    ]
    (document,) = reader.read(pdf(pages), ORIGIN)
    assert document.text == "The talks went on until Friday."


def test_the_head_of_a_page_beside_its_number_is_left_out() -> None:
    pages = [
        ["Chamber S/RES/11 (2019)", "1. Demands that they"],
        ["S/RES/11 (2019) 2", "leave;", "2. Decides."],
    ]
    (document,) = reader.read(pdf(pages), ORIGIN)
    assert "1. Demands that they leave;" in document.text

"""Paragraphs and recitals with letters, and recitals with numbers: what they are called, and what is none."""

import pytest

from index.structure.articles import find_articles

RESOLVED = """Resolution on the strait of Ilm

The Parliament,

– having regard to the Charter of the Lakes,

– having regard to its resolution of 3 May 2031,

A. whereas the strait was closed on 4 June;

B. whereas forty ships wait before it;

1. Condemns the closing of the strait;

2. Calls on the riparian states to open it.
"""
NUMBERED = """Decision of the Council

The Council,

1. Recalling its decision of May,

2. Noting the report of the envoy,

1. Decides to send a mission;

2. Asks the chair to report.
"""
ANNEXED = """Article I
1. The war is over.
2. No force is used.

Article II
The steps of the Annex are followed.

Annex

A. The guns of the first line are withdrawn by the tenth day.

B. The guns of the second line are withdrawn by the thirtieth day.
"""
HOLDING = """Article 1
The fund has a board.

Article 2
The board works as follows.

A. The members are named for four years:

1. two by the towns;

2. two by the port.

B. The chair is one of them.
"""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            RESOLVED,
            {
                "recital A": "A. whereas the strait",
                "recital B": "B. whereas forty",
                "operative paragraph 2": "2. Calls on",
            },
        ),
        (NUMBERED, {"recital 2": "2. Noting", "operative paragraph 2": "2. Asks"}),
        (ANNEXED, {"Annex, paragraph A": "A. The guns of the first", "Annex, paragraph B": "B. The guns"}),
        (HOLDING, {"Article 2(A)": "A. The members", "Article 2(B)": "B. The chair"}),
        (
            "Sole Article\n\nThe port is open to the ships of both sides. Dues are shared.\n\nDone at Hale on 3 May.",
            {"Sole article": "Sole Article"},
        ),
        ("Accord\n\nArticle unique\n\nLe port est ouvert.", {"Article unique": "Article unique"}),
    ],
    ids=["parliament", "numbers twice", "annex", "holding numbers", "sole article", "French"],
)
def test_lettered_paragraphs_are_called_by_their_letters(text: str, places: dict[str, str]) -> None:
    found = {part.name: text[part.start : part.end] for part in reversed(find_articles(text))}
    assert {name: found.get(name, "")[: len(words)] for name, words in places.items()} == places


def test_roman_numbers_alone_in_their_line_are_sections() -> None:
    text = (
        "The General Assembly,\n\nRecalling its resolution of May,\n\nI\n\nTransit\n\n1. Calls upon transit States to keep "
        "their roads open;\n\nII\n\nReporting\n\n2. Requests a report."
    )
    found = {part.name: text[part.start : part.end] for part in find_articles(text)}
    assert found["Section I"].startswith("I\n\nTransit\n\n1. Calls") and found["Section II"].startswith(
        "II\n"
    )
    assert (
        found["preamble"].endswith("of May,") and found["Section II, paragraph 2"] == "2. Requests a report."
    )


def test_the_last_recital_ends_before_the_line_that_enacts_and_points_below_stops_are_points() -> None:
    text = (
        "The Council of the Lakes,\n\nWhereas:\n\n(1) The queue is long.\n\n(2) A lane would help.\n\nHAS ADOPTED THIS "
        "DECISION:\n\nArticle 1\n\n1. The lane is built.\n\n2. It is paid in two parts:\n\n(a) at the beginning;\n\n"
        "(b) at the end.\n\nArticle 2\n\nThis Decision is addressed to all."
    )
    found = {part.name: text[part.start : part.end] for part in find_articles(text)}
    assert found["recital 2"] == "(2) A lane would help." and found["Article 1(2)(b)"] == "(b) at the end."


@pytest.mark.parametrize(
    "text",
    [
        "A. Lind spoke first, for an hour.\n\nB. Jones spoke next, for two.",
        "Article 1\nThe list follows.\n\nArticle 2\nThey are named.\n\nA. Lind, for the port.\n\nC. Holt, for the town.",
        "A. Cargoes\n\nGrain and salt.\n\nB. Dues\n\nNine marks.",
        "The sole article of the day was on the port.\n\nNobody read it.",
    ],
    ids=["initials", "letters that do not follow", "heads", "of a newspaper"],
)
def test_initials_and_heads_are_no_lettered_paragraphs(text: str) -> None:
    assert not [
        part.name for part in find_articles(text) if part.label == "paragraph" and part.number in "abc"
    ]
    assert not [part.name for part in find_articles(text) if part.label == "article" and "ole" in part.name]

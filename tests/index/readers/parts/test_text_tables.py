"""Tables in plain text: what a program separates and what a person sets below each other; prose, lists and names are none."""

import pytest

from index import Document
from index.errors import MalformedSource
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from index.readers.parts.text_tables import read_text_tables

SHIPS = """\
Ships cleared at Pellan

Ship          Flag      Cargo     Tonnes
Aurora        Sael      wheat     22,400
Lady Brandis  Osland    maize     31,050
Mirrow Star             barley    12,700

The list was closed at noon.
"""
BOXED = """\
+---------+--------+
| Village | Killed |
+---------+--------+
| Lind    | 3      |
| Aspen   | 0      |
+---------+--------+
"""
RULED = """\
Office          Holder
--------------  ---------------
Envoy           Tove Marsk
Legal adviser   Ines Valk
"""


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (SHIPS, "Ship: Lady Brandis · Flag: Osland · Cargo: maize · Tonnes: 31,050"),
        (SHIPS, "Ship: Mirrow Star · Cargo: barley · Tonnes: 12,700"),
        (BOXED, "Village: Lind · Killed: 3"),
        (RULED, "Office: Legal adviser · Holder: Ines Valk"),
        ("day;party;shots\n1 May;North;14\n1 May;South;9\n", "day: 1 May · party: South · shots: 9"),
        ("Gate\tOpens\nLutz\t06:00\nGarde\t07:30\n", "Gate: Garde · Opens: 07:30"),
    ],
)
def test_a_row_has_its_heads(text: str, row: str) -> None:
    body, tables = read_text_tables(text)
    assert row in tables[0]
    assert f"\n\n{row}" in f"\n\n{body}"


@pytest.mark.parametrize(
    "text",
    [
        "The envoy came at nine; he left at ten; nobody spoke\nThe chair rose at one; she wept; all stood\n"
        "The door was shut; it stayed so; night fell",
        "  (a)  three surveyors;\n  (b)  two clerks;\n  (c)  a chairman",
        "TO:    The Director\nFROM:  The Envoy\nDATE:  3 May 2024",
        "08:15  Talks resume at 9\n09:20  Offer 2 is made\n10:30  Room 4 is empty",
        "Belgium   Estonia  Norway\nCanada    Finland  Poland\nDenmark   France   Romania",
        "Chapter 1 ........ 3\nChapter 2 ........ 17\nChapter 3 ........ 40",
        "On 3 May, Lind, Aspen, and Teln fell\nOn 4 May, Orm, Vesle, and Garde did\nOn 5 May, Lutz, Tuva, and Rell did",
    ],
)
def test_prose_lists_and_names_are_no_table(text: str) -> None:
    assert read_text_tables(text) == (text, [])


def read(name: str, data: bytes) -> Document:
    (document,) = read_bytes(data, Origin(name, name))
    assert isinstance(document, Document)
    return document


def test_a_file_of_rows_is_called_as_the_file_and_cited_by_its_rows() -> None:
    document = read(
        "ceasefire_violations.csv", b'day,party,said\n2024-05-01,North,"none, they say"\n2024-05-02,South,\n'
    )
    assert document.title == "ceasefire violations"
    assert [document.text[part.start : part.end] for part in document.structure if part.label == "row"] == [
        "day: 2024-05-01 · party: North · said: none, they say",
        "day: 2024-05-02 · party: South",
    ]


def test_what_stands_above_the_rows_of_a_file_is_its_title() -> None:
    document = read("a.tsv", b"Gates of May\n\nGate\tOpens\nLutz\t06:00\n")
    assert (document.title, document.text) == ("Gates of May", "Gates of May\n\nGate: Lutz · Opens: 06:00")


def test_a_file_without_rows_is_refused() -> None:
    with pytest.raises(MalformedSource, match="has no rows"):
        read("a.csv", b"one line\n")

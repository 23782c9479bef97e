"""Sections that have a number and a title and no word before them, as those of statutes, regulations and contracts."""

import pytest

from index.structure.articles import find_articles

ACT = """\
PART 1

GENERAL

1 Boundary in a lake

(1) A boundary in a lake follows the line of equal distance.

(2) Subsection (1) does not apply to Lake Oxen.

2 Boundary in a river

A boundary in a river follows the deepest channel.

2A Islands

An island belongs to the nearer bank.

SCHEDULE 2

Part 1 Appointment

1 The Surveyor is appointed for eight years.

Part 2 Powers

2 The Surveyor may enter land.
"""

INSTRUMENT = """\
The Moorings Regulations 2021

1. These Regulations come into force on 1st October 2021.

Places

2.—(1) A boat may be moored at a white post.

(2) Paragraph (1) does not apply to—

(a) a lifeboat.

3. The master must break the ice.

SCHEDULE Regulation 2

1. Long Reach.
"""

CONTRACT = """\
PART A – CONDITIONS

8. FEES

8.1 The fee is paid in two halves:

8.1.1 one in January;

8.1.2 one in July.

9. TERMINATION

9.1 Either party may end the contract.
"""

PLAN = """\
I. SECURITY

1. Both militias leave.

II. PROPERTY

A. Houses

1. Houses go back.

B. Shops

1. Shops stay.

III. GUARANTEES

The neighbours guarantee the plan.
"""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            ACT,
            {
                "Section 1(2)": "(2) Subsection",
                "Section 2": "2 Boundary in a river",
                "Section 2A": "2A Islands",
                "Schedule 2, part 2": "Part 2 Powers",
                "Schedule 2, part 2, paragraph 2": "2 The Surveyor may",
            },
        ),
        (
            INSTRUMENT,
            {
                "Regulation 1": "1. These",
                "Regulation 2(1)": "(1) A boat",
                "Regulation 2(2)(a)": "(a) a lifeboat",
                "Regulation 3": "3. The master",
                "Schedule, paragraph 1": "1. Long Reach.",
            },
        ),
        (
            CONTRACT,
            {
                "Part A, paragraph 8.1": "8.1 The fee",
                "Part A, paragraph 8.1.2": "8.1.2 one in July.",
                "Part A, paragraph 9.1": "9.1 Either",
            },
        ),
        (
            PLAN,
            {
                "Section II, section B": "B. Shops",
                "Section II, section B(1)": "1. Shops stay.",
                "Section III": "III. GUARANTEES",
            },
        ),
    ],
)
def test_sections_without_a_word_before_their_number(text: str, places: dict[str, str]) -> None:
    found = {part.name: text[part.start : part.end] for part in reversed(find_articles(text))}
    assert {name: found.get(name, "")[: len(words)] for name, words in places.items()} == places


def test_titled_items_of_a_list_are_no_sections() -> None:
    text = "The parties agree:\n\n1. Ceasefire\n\nAll firing stops.\n\n2. Exchange\n\nPrisoners go home.\n"
    assert [part.name for part in find_articles(text)] == ["point 1", "point 2"]


def test_an_extract_that_leaves_sections_out_has_those_that_are_left() -> None:
    text = (
        "Part 2 Licences\n\n7 Grant\n\n(1) The Board may grant a licence.\n\n8 Fees\n\nThe fee is nine marks.\n\n"
        "Part 3 Offences\n\n12 Overloading\n\n(1) A master who overloads a ferry commits an offence.\n\n(2) He is fined."
    )
    assert "Section 12(2)" in [part.name for part in find_articles(text)]

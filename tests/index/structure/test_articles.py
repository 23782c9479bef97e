"""What the units of an agreement are called, by how its lines begin."""

import pytest

from index.structure.articles import find_articles

SECTIONS_OF_ARTICLES = """\
ARTICLE I

Section 1. All power is vested in a Diet.

Section 2. The Diet meets in October.

ARTICLE II

Section 1. A Warden holds office for five years.

Section 2. He may grant pardons.

AMENDMENT I

The Warden may be chosen twice.
"""

STATUTE = """\
SECTION 1. SHORT TITLE.

This Act may be cited as the Grain Act.

SEC. 2. SANCTIONS.

(a) IN GENERAL. The Warden shall block all property.

(b) EXCEPTIONS. Subsection (a) does not apply to:

(1) medicine;

(2) the rescue of:

(i) seamen;

(ii) pilots.

(c) WAIVER. The Warden may waive this section.
"""

CLAUSES = """\
1. Interpretation

1.1 Words in the singular include the plural.

2. Volumes

2.1 The buyer shall take a thousand tonnes.

2.2 If the buyer takes less, it shall pay:

(a) half of the price;

(b) the whole price, except in case of:

(i) fire;

(ii) a strike.

2.3 The hub price is decisive.
"""

RESOLUTION = """\
The Council of Harbours,

Taking note of the letter of the Mayor,

Determining that the siege is a threat to peace,

1. Decides that the siege shall be lifted;

2. Authorizes the fleet to enter the harbour.

Annex I

A. Allowed cargoes

1. Flour.

2. Insulin.

B. Forbidden cargoes

3. Fuel.
"""

PHASES = """\
Phase I: Truce

1. Militias hand in their weapons.

2. Prisoners are set free.

Phase II: Transition

1. A council governs.

Principle 1

No tribe holds more than four seats.
"""

PARAGRAPHEN = """\
§ 1 Gegenstand

(1) Die Seilbahn verbindet zwei Orte.

(2) Sie dient dem Verkehr.

§ 2 Betrieb

Sie fährt täglich.
"""

LIST = """\
The chiefs of staff declared:

- Troops stay in their barracks at night.

- A telephone line is opened.

- Captured shepherds are sent home.
"""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (SECTIONS_OF_ARTICLES, {"Article II, section 2": "Section 2. He may", "Amendment I": "AMENDMENT I"}),
        (
            STATUTE,
            {
                "Section 2(b)": "(b) EXCEPTIONS.",
                "Section 2(b)(2)": "(2) the rescue of",
                "Section 2(b)(2)(ii)": "(ii) pilots.",
                "Section 2(c)": "(c) WAIVER.",
            },
        ),
        (
            CLAUSES,
            {
                "point 2.2": "2.2 If",
                "point 2.2(b)": "(b) the",
                "point 2.2(b)(ii)": "(ii)",
                "point 2.3": "2.3 The",
            },
        ),
        (
            RESOLUTION,
            {
                "operative paragraph 2": "2. Authorizes",
                "preamble, paragraph 2": "Determining",
                "Annex I, section B, paragraph 3": "3. Fuel.",
            },
        ),
        (
            PHASES,
            {"Phase I, paragraph 2": "2. Prisoners", "Phase II": "Phase II:", "Principle 1": "Principle 1"},
        ),
        (PARAGRAPHEN, {"§ 1(2)": "(2) Sie dient", "§ 2": "§ 2 Betrieb"}),
        (LIST, {"point 3": "Captured"}),
        (
            "Article premier\n\nLe port est libre.\n\nArticle 2\n\nLe quai est fermé.",
            {"Article premier": "Article"},
        ),
    ],
)
def test_units_are_called_as_people_call_them(text: str, places: dict[str, str]) -> None:
    found = {part.name: text[part.start : part.end] for part in reversed(find_articles(text))}
    assert {name: found[name][: len(words)] for name, words in places.items() if name in found} == places


def test_a_whole_clause_holds_its_points() -> None:
    (clause,) = (part for part in find_articles(CLAUSES) if part.name == "point 2.2")
    assert CLAUSES[clause.start : clause.end].endswith("(ii) a strike.")


@pytest.mark.parametrize(
    ("heading", "is_apart"),
    [
        ("Transit of goods", True),
        ("Транзит товарів", True),
        ("This stays open.", False),
        ("and the port of Osk", False),
        ("A" * 101, False),
    ],
)
def test_a_heading_without_a_number_belongs_to_what_follows(heading: str, is_apart: bool) -> None:
    text = f"Article 1\n\nThe road is open.\n\n{heading}\n\nArticle 2\n\nGoods pass freely."
    first = find_articles(text)[0]
    assert text[first.start : first.end].endswith("The road is open." if is_apart else heading)


def test_sections_that_hold_articles_are_no_part_of_one() -> None:
    text = (
        "CHAPTER I\n\nArticle 1\n\nThe road is open.\n\nCHAPTER II\n\nSection 1\n\nArticle 2\n\nGoods pass.\n\n"
        "Section 2\n\nArticle 3\n\nMail passes."
    )
    assert [part.name for part in find_articles(text) if part.label in ("section", "article")] == [
        "Article 1",
        "Chapter II, section 1",
        "Article 2",
        "Chapter II, section 2",
        "Article 3",
    ]

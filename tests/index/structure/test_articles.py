"""What the units of an agreement are called, by how its lines begin."""

import pytest

from index.structure.articles import find_articles
from index.structure.marks import begins_unit
from tests.index.structure.forms import (
    CLAUSES,
    DECIMALS,
    LIST,
    PARAGRAPHEN,
    PHASES,
    RESOLUTION,
    SECTIONS_OF_ARTICLES,
    SPANISH,
    STATUTE,
)


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
            DECIMALS,
            {
                "paragraph 1.1.2": "1.1.2. Its seat",
                "paragraph 1.2": "1.2. Mandate",
                "paragraph 1.2.1.2": "1.2.1.2. hold",
                "paragraph 2.1": "2.1. The parties",
                "Chapter II": "CHAPTER II",
            },
        ),
        (SPANISH, {"Artículo 2(2)": "2. Las Partes", "Artículo 2(2)(b)": "b. durante"}),
        (
            "Article premier\n\nLe port est libre.\n\nArticle 2\n\nLe quai est fermé.",
            {"Article premier": "Article"},
        ),
    ],
)
def test_units_are_called_as_people_call_them(text: str, places: dict[str, str]) -> None:
    found = {part.name: text[part.start : part.end] for part in reversed(find_articles(text))}
    assert {name: found[name][: len(words)] for name, words in places.items() if name in found} == places


def test_decimals_hold_those_below_them_and_numbers_of_people_are_none() -> None:
    found = {part.name: DECIMALS[part.start : part.end] for part in find_articles(DECIMALS)}
    assert found["paragraph 1.2.1"].endswith("1.2.1.2. hold a census.")
    assert "paragraph 1.1" in found and not found["paragraph 1.1"].startswith("1.1 million")


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


def test_a_list_below_a_paragraph_is_of_that_paragraph() -> None:
    text = (
        "Part One. Measures\n\n1. Detainees\n\n1.1 All shall be released.\n\n2. Roads\n\n2.1 These roads shall be opened:\n\n"
        "1. the road to Teln;\n\n2. the bridge road.\n\n3. Costs\n\n3.1 Each side bears its own."
    )
    names = [part.name for part in find_articles(text)]
    assert names[-5:] == [
        "Part One, paragraph 2.1",
        "Part One, paragraph 2.1(1)",
        "Part One, paragraph 2.1(2)",
        "Part One, paragraph 3",
        "Part One, paragraph 3.1",
    ]


def test_a_number_below_the_head_of_a_part_or_a_dash_begins_a_unit() -> None:
    assert begins_unit("3. Claims", "Part 2 – Proceedings")
    assert begins_unit("(a) the river concerned;", "(2) A claim must state—")
    assert not begins_unit("3. of the boats left.", "There were many claims")


def test_paragraphs_with_titles_hold_others_and_an_annex_may_have_a_title_alone() -> None:
    text = (
        "Memorandum\n\nParagraph 1: Ships\n\n1) Ships are inspected.\n2) No warship comes near.\n\nParagraph 2: Inspectors\n\n"
        "1) Each state names nine.\n2) They live on board.\n\nAnnex: Harbours\n\n- Selma, pier 4"
    )
    assert [part.name for part in find_articles(text)] == [
        "Paragraph 1",
        "Paragraph 1(1)",
        "Paragraph 1(2)",
        "Paragraph 2",
        "Paragraph 2(1)",
        "Paragraph 2(2)",
        "Annex",
    ]

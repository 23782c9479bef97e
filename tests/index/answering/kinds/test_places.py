"""Questions that name an article, a paragraph, a point or an annex, and those by content, which cite it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import Document, Index
from index.answering.kinds.named_places import place_in
from index.answering.shown.units import LONGEST, shown_end
from index.structure.articles import find_articles
from tests.index.structure.agreements import (
    AGREEMENTS,
    HARROW,
    as_markdown,
    as_page,
    as_pdf,
    as_word,
)

BY_PLACE = [
    ("What does Article 2(2) of the Harrow Strait agreement say?", "Article 2(2)", "2. Warships shall give notice"),
    ("Harrow agreement, art. 3 para 2", "Article 3(2)", "2. The Council shall sit in the town of Lunnport"),
    ("What does Article 3 of the Harrow agreement provide?", "Article 3", "Article 3\nHarbour Council"),
    ("Harrow Strait, Article 1(b)", "Article 1(b)", '(b) "pilot" means'),
    ("Article 2(2)(b) of the Harrow agreement", "Article 2(2)(b)", "(b) the displacement of each ship."),
    ("What is in Annex II, section B of the Harrow agreement?", "Annex II, section B", "Section B. Costs"),
    ("Annex 1 of the Harrow Strait agreement", "Annex I", "ANNEX I\nLights and buoys"),
    ("Paragraph 2 of Annex I to the Harrow agreement", "Annex I, paragraph 2", "2. Velmar shall keep forty buoys."),
    ("What does the preamble of the Harrow agreement say?", "preamble", "PREAMBLE"),
    ("second paragraph of article 4 of the Harrow agreement", "Article 4, paragraph 2", "The fee for a pilot"),
    ("What does Article 6 of the Harrow agreement say?", "Article 6", "Article 6\nEntry into force"),
    ("Article V of the Treaty of Orlane", "Article V", "ARTICLE V"),
    ("What does Article 3.2 of the Orlane treaty say?", "Article III(2)", "3.2 The payment shall be made"),
    ("What does article two of the Treaty of Orlane say?", "Article II", "ARTICLE II. The armies of Dorvany"),
    ("Treaty of Orlane chapter II", "Chapter II", "CHAPTER II\nPAYMENTS"),
    ("What does point 10 of the Miro delta plan say?", "point 10", "10. Elections are held in Askerd"),
    ("Miro plan, point 7", "point 7", "7. Grain leaves by the eastern canal."),
    ("What does operative paragraph 3 of resolution 77 say?", "operative paragraph 3", "3. Decides to send forty"),
    ("What does the preamble to Resolution 77 say?", "preamble", "The General Assembly,"),
    ("Що сказано в статті 2 закону про прикордонну зону?", "Стаття 2", "Стаття 2. В'їзд"),
    ("п. 2 ст. 1 закону про прикордонну зону", "Стаття 1(2)", "2. Режим зони встановлює рада."),
]  # fmt: skip
BY_CONTENT = [
    ("When must warships give notice before they enter the strait?", "Article 2(2)"),
    ("How many members has the Harbour Council?", "Article 3(1)"),
    ("In which town does the Council sit?", "Article 3(2)"),
    ("What may the fee for a pilot not exceed?", "Article 4, paragraph 2"),
    ("Who keeps the light on Cape Harrow?", "Annex I, paragraph 1"),
    ("Who shares the costs of experts?", "Annex II, section B, paragraph 2"),
    ("How many florins shall Halmark pay to Dorvany?", "Article III(1)"),
    ("When shall prisoners be sent home to Dorvany and Halmark?", "Article IV"),
    ("Who clears the mines from the delta?", "point 9"),
    ("How many observers are sent to the Sarne dam?", "operative paragraph 3"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index of the agreements, as plain text."""
    folder = tmp_path_factory.mktemp("agreements")
    for number, (title, text) in enumerate(AGREEMENTS.items()):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        (folder / f"{number}.txt.yaml").write_text(f'title: "{title}"\n', encoding="utf-8")
    with Index.open(folder / "parley.db") as index:
        assert index.add([folder]).count("added") == len(AGREEMENTS)
        yield index


@pytest.mark.parametrize(("question", "place", "beginning"), BY_PLACE)
def test_a_place_that_a_question_names_is_shown_whole_and_cited(
    index: Index, question: str, place: str, beginning: str
) -> None:
    answer = index.ask(question)
    assert answer.answered
    first = answer.excerpts[0]
    assert first.place == place
    assert first.text.startswith(beginning)
    assert len(answer.excerpts) == 1


@pytest.mark.parametrize(("question", "place"), BY_CONTENT)
def test_a_question_by_content_cites_the_place(index: Index, question: str, place: str) -> None:
    answer = index.ask(question)
    shown = answer.excerpts or answer.nearest
    assert shown[0].place == place


FORMATS: list[tuple[str, Callable[[str, str], bytes]]] = [
    ("md", as_markdown),
    ("html", as_page),
    ("docx", as_word),
    ("pdf", as_pdf),
]


OF_A_PDF = {"Article 1(b)", "Article 2(2)(b)", "Article 4, paragraph 2"}
"""What a PDF of ours does not have: round brackets, and paragraphs that neither a number nor an empty line begins."""


@pytest.mark.parametrize(("suffix", "write"), FORMATS)
def test_places_are_found_in_every_format(
    tmp_path: Path, suffix: str, write: Callable[[str, str], bytes]
) -> None:
    (tmp_path / f"harrow.{suffix}").write_bytes(write("Harrow Strait Agreement", HARROW))
    (tmp_path / f"plan.{suffix}").write_bytes(write("Miro delta plan", AGREEMENTS["Miro delta plan"]))
    with Index.open(tmp_path / "parley.db") as index:
        index.add([tmp_path])
        for question, place, beginning in BY_PLACE:
            if ("Harrow" not in question and "Miro" not in question) or (
                suffix == "pdf" and place in OF_A_PDF
            ):
                continue
            first = index.ask(question).excerpts[0]
            assert first.place == place
            assert " ".join(first.text.split()).startswith(" ".join(beginning.split()))


def test_what_holds_a_place_that_no_document_has_is_shown_for_no_more_than_that(index: Index) -> None:
    whole = index.ask("What does Article 3 of the Harrow agreement say?")
    assert whole.strength == "strong"
    holding = index.ask("What does Article 3(19) of the Harrow agreement say?")
    assert (holding.answered, holding.strength, holding.most) == (True, "partial", "partial")
    assert holding.excerpts[0].text == whole.excerpts[0].text


@pytest.mark.parametrize(
    "question",
    [
        "What is the point of the talks?",
        "Who took part in the talks?",
        "Did the rule change?",
        "Who wrote the first article on the war?",
        "How did the parties annex the island?",
        "",
    ],
)
def test_words_that_name_no_place_are_none(question: str) -> None:
    assert place_in(question) is None


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("Article II, Section 2 of the constitution", [("section", "2"), ("article", "2")]),
        ("What does the Second Amendment say?", [("article", "2")]),
        ("third preambular paragraph", [("preamble", ""), ("paragraph", "3")]),
        ("§ 5 Abs. 2", [("section", "5"), ("paragraph", "2")]),
        ("Artikel 2 Absatz 3 Buchstabe b", [("article", "2"), ("paragraph", "3"), ("point", "b")]),
        ("l'article 2, paragraphe 1", [("article", "2"), ("paragraph", "1")]),
        ("article premier", [("article", "1")]),
        ("the lake convention, annex, paragraph 2", [("annex", ""), ("paragraph", "2")]),
        ("Phase II point 3", [("part", "2"), ("point", "3")]),
        ("What does 1.2.1.2 of the agreement say?", [("paragraph", "1.2.1.2")]),
        ("clause 2.3(b)", [("paragraph", "2"), ("paragraph", "3"), ("paragraph", "b")]),
    ],
)
def test_places_as_people_write_them(question: str, path: list[tuple[str, str]]) -> None:
    place = place_in(question)
    assert place is not None
    assert [(labels[0], number) for labels, number in place.path] == path


def test_an_agreement_that_no_document_is_has_no_article(index: Index) -> None:
    answer = index.ask("What does Article 2 of the Covenant of Zubrin say?")
    assert all(excerpt.place != "Article 2" for excerpt in answer.excerpts)
    assert not answer.answered


def test_of_a_paragraph_that_is_not_there_the_article_is_shown(index: Index) -> None:
    assert index.ask("Article 3(9) of the Harrow agreement").excerpts[0].place == "Article 3"


def test_no_excerpt_is_the_head_of_an_article_alone(index: Index) -> None:
    for question in ("Harbour Council", "Passage", "Lights and buoys", "Payments chapter", "reparations"):
        answer = index.ask(question)
        for excerpt in (*answer.excerpts, *answer.nearest):
            assert excerpt.text.rstrip()[-1] in ".;:,", excerpt.text


def long_article(paragraphs: int) -> tuple[Document, str]:
    """An agreement whose only article has so many paragraphs of 600 characters and more, and the last of them."""
    words = (
        "The Council of the Strait shall hear the pilots of both shores before it sets the fee for a passage. "
        * 6
    )
    lines = [f"{number}. {words.strip()}" for number in range(1, paragraphs + 1)]
    text = "\n\n".join(["Agreement on the Pilots of Lunn", "Article 1\nFees", *lines])
    return Document("pilots", "Agreement on the Pilots of Lunn", text, structure=find_articles(text)), lines[
        -1
    ]


@pytest.mark.parametrize(("paragraphs", "whole"), [(9, True), (10, False), (14, False)])
def test_a_place_is_shown_whole_or_to_the_end_of_a_part_of_it(
    tmp_path: Path, paragraphs: int, whole: bool
) -> None:
    document, last = long_article(paragraphs)
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([document])
        (excerpt,) = index.ask("What does Article 1 of the Agreement on the Pilots of Lunn say?").excerpts
    assert len(excerpt.text) <= LONGEST
    assert excerpt.text.endswith(last) is whole
    assert excerpt.text.endswith("for a passage.")
    if not whole:
        assert len(excerpt.text) > LONGEST - 700


def test_a_place_without_parts_is_cut_behind_a_word() -> None:
    text = "Word " * 2_000
    assert shown_end(Document("a", "A", text), (0, 3_000)) == 3_000
    assert shown_end(Document("a", "A", text), (0, len(text))) == LONGEST - 1
    assert shown_end(Document("a", "A", "x" * 9_000), (0, 9_000)) == LONGEST


def test_a_place_that_no_document_has_is_named_with_others_that_have_one(index: Index) -> None:
    none = index.ask("What does Article 99 of the Harrow Strait agreement say?")
    assert (none.answered, none.unplaced, none.placed_in) == (False, "Article 99", ())
    assert "99" not in none.missing
    elsewhere = index.ask("What does Article 6 of the Treaty of Quill say?")
    assert elsewhere.unplaced == "Article 6" and len(elsewhere.placed_in) == 1


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("What does clause 2.2.2 say?", ["2", "2", "2"]),
        ("What does clause 2.1.2 say?", ["2", "1", "2"]),
        ("Article 6, that is article 6, paragraph 1", ["6", "1"]),
        ("What does regulation 3(3)(b) say?", ["3", "3", "b"]),
        ("What does the Appendix to the treaty say?", [""]),
    ],
)
def test_steps_of_one_number_stay_apart(question: str, path: list[str]) -> None:
    place = place_in(question)
    assert place is not None and [number for _, number in place.path] == path


@pytest.mark.parametrize(
    "question", ["What does regulation 2024/77 say?", "Who drafted the protocol a state signs?"]
)
def test_the_number_of_an_act_is_no_place(question: str) -> None:
    assert place_in(question) is None


def test_an_article_of_a_protocol_may_be_of_one_that_is_called_so() -> None:
    place = place_in("What does Article 3 of Protocol II say?")
    assert place is not None and place.in_act is not None
    assert [number for _, number in place.in_act.path] == ["3"] and "Protocol II" in place.in_act.rest


def test_an_agreement_answers_before_others_that_mention_its_alias(tmp_path: Path) -> None:
    treaty = Document(
        "/a.md",
        "Agreement on the Waters of the Upper Basin",
        "The weir stays open from May to September.\n\nThis agreement was signed in Osk on 4 May 2023.",
        aliases=("Lommar Treaty",),
    )
    pact = Document(
        "/b.md", "Ferry pact", "The ferry pact was signed on 9 June 2024, a year after the Lommar Treaty."
    )
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents([treaty, pact])
        answer = index.ask("When was the Lommar Treaty signed?")
    assert answer.answered and answer.excerpts[0].document.title == treaty.title


def test_a_place_that_a_title_tells_comes_before_one_of_the_same_word_in_another(tmp_path: Path) -> None:
    truce = "Part One. Measures\n\n1. Zone\n\n1.1 Guns leave.\n\n2. Monitors\n\n2.1 They are unarmed.\n\n2.2 They wear yellow."
    act = "Water Courts Act\n\n" + "".join(
        f"Section {number}. Courts\n\n(1) There is a court.\n\n(2) It has a seat.\n\n" for number in (1, 2)
    )
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        index.add_documents(
            [
                Document(key=title, title=title, text=text, structure=find_articles(text))
                for title, text in (("Framework for the truce", truce), ("Water Courts Act", act))
            ]
        )
        for question, words in (
            ("What does section 2.2 of the truce framework say?", "2.2 They wear yellow."),
            ("What does point 2.1 of the framework say?", "2.1 They are unarmed."),
            ("What does s. 2(2) of the Water Courts Act say?", "(2) It has a seat."),
        ):
            assert index.ask(question).excerpts[0].text == words

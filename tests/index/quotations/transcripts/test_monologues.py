"""Pages that are one speaker's words: who the title says it is, which paragraphs are his, and which pages are articles."""

import pytest

from index.quotations import find_quotations
from index.quotations.transcripts.monologues import speaker_of_title

REMARKS = "Remarks by President Ilse Brandt at the harbour"


def said(title: str, text: str) -> list[tuple[str, str]]:
    return [(item.speaker, text[item.start : item.end]) for item in find_quotations(text, title=title)]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        (REMARKS, ("Ilse Brandt", "President")),
        ("Statement from Spokesperson Ida Brook on the truce", ("Ida Brook", "Spokesperson")),
        ("Corrected: Opening remarks by Minister Anton Greve", ("Anton Greve", "Minister")),
        ("Address of the Prime Minister", ("the Prime Minister", None)),
        ("Remarks by Ida Brook, Envoy for the Lomar Valley Talks", ("Ida Brook", None)),
        ("Remarks by Mara Holt and Karel Dahl", None),
        ("Remarks by Mara Holt & Karel Dahl", None),
        ("Remarks by port workers", None),
        ("Remarks on the harbour", None),
        ("Brandt opens the harbour", None),
    ],
)
def test_the_title_names_who_speaks(title: str, speaker: tuple[str, str | None] | None) -> None:
    found = speaker_of_title(title)
    assert (None if found is None else (found.name, found.role)) == speaker


def test_the_paragraphs_are_the_speakers_and_headings_asides_and_what_follows_the_end_are_not() -> None:
    paragraphs = (
        "The way to peace.",
        "We will stand by them.",
        "I thank the envoys of both sides for coming.",
        "(Applause from the hall below.)",
        "Thank you all for being here. Good night.",
        "###",
        "We are the press office of the palace.",
    )
    assert said(REMARKS, "\n\n".join(paragraphs)) == [
        ("Ilse Brandt", paragraphs[place]) for place in (1, 2, 4)
    ]


@pytest.mark.parametrize(
    ("text", "is_spoken"),
    [
        ("We thank the envoys of both sides.", True),
        ('"I am glad," said the envoy. We thank the envoys of both sides.', True),
        ('We thank the envoys of both sides. "I am glad," said the envoy.', True),
        ('The harbour opened on Monday. "I am glad," she said. The envoys left at noon.', False),
        ('The harbour opened on Monday. "I am glad," she said. "We are all glad," the envoy said.', False),
        ("The harbour opened on Monday. The envoys left at noon.", False),
    ],
)
def test_a_page_that_says_we_and_i_in_quotation_marks_alone_is_an_article(text: str, is_spoken: bool) -> None:
    assert (("Ilse Brandt", text) in said(REMARKS, text)) is is_spoken


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "PRESIDENT BRANDT: The harbour is open to ships.\n\nThe envoys may sail in peace.",
            ["Ilse Brandt", "Ilse Brandt"],
        ),
        (
            "PRESIDENT BRANDT: We thank the envoys of both sides.\n\nMR. HOLT: We thank you for the harbour.",
            [],
        ),
        ("PORT AMITY: The harbour is open to all ships. We thank you all.", []),
    ],
)
def test_the_one_label_of_a_page_is_the_speakers(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(REMARKS, text)] == speakers


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Remarks by " + "Chief " * 10 + "Ida Brook", "Ida Brook"),
        ("Remarks by " + "Chief " * 11 + "Ida Brook", None),
        ("Remarks by the envoy Ida Brook", None),
        ("Remarks by Envoy Ida Brook, chief of pilots", "Ida Brook"),
        ("Remarks of Envoy Ida Brook", "Ida Brook"),
        ("My remarks by Envoy Ida Brook", None),
    ],
)
def test_the_name_in_a_title_is_no_longer_than_twelve_words(title: str, speaker: str | None) -> None:
    found = speaker_of_title(title)
    assert (found and found.name) == speaker


@pytest.mark.parametrize(
    ("paragraph", "is_said_so"),
    [
        ("We stand by them all.", True),
        ("We stand by them.", False),
        ("We stand by them all", False),
        ("We stand by them all:", True),
        ("We stand by them all …", True),
        ("We stand by them all (and more)", True),
        ("(We stand by them all.)", False),
        ("[We stand by them all]", False),
        ("We stand by them. Then a longer word", False),
    ],
)
def test_a_paragraph_is_said_that_is_no_heading_and_no_aside(paragraph: str, is_said_so: bool) -> None:
    text = f"I thank the envoys of both sides.\n\n{paragraph}\n\nI thank them all once again."
    assert (paragraph in [words for _, words in said(REMARKS, text)]) is is_said_so


def test_what_stands_before_the_label_and_behind_the_end_is_not_said() -> None:
    text = (
        "The palace, at noon on Monday.\n\nPRESIDENT BRANDT: The harbour is open to ships. They may sail.\n\n"
        "The envoys may sail in peace.\n\nEND\n\nThe press office wrote this down."
    )
    assert [words for _, words in said(REMARKS, text)] == [
        "The harbour is open to ships. They may sail.",
        "The envoys may sail in peace.",
    ]

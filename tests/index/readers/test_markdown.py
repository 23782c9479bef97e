from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import MalformedSource
from index.model import Document
from index.readers.markdown import read
from index.readers.origin import Origin

ORIGIN = Origin(name="talks.md", key="talks.md")


def one(text: str, **fields: object) -> Document:
    (found,) = read(text.encode(), ORIGIN, fields)
    return found


def test_front_matter_says_what_is_known_and_is_not_part_of_the_text() -> None:
    found = one(
        "---\ntitle: River talks\nsource: The Delta Courier\ndate: 2024-05-03\n---\n\nThe envoys met.\n"
    )
    assert found.text == "\nThe envoys met.\n"
    assert (found.title, found.publisher, found.published) == (
        "River talks",
        "The Delta Courier",
        date(2024, 5, 3),
    )


def test_emphasis_is_read_blocks_are_kept_and_the_first_heading_is_the_title() -> None:
    found = one("Some words.\n\n# River *talks* #\n\n## Later\n\nThe **envoys** met.")
    assert found.text == "Some words.\n\n# River talks #\n\n## Later\n\nThe envoys met."
    assert found.title == "River talks"


def test_without_heading_the_first_words_are_the_title() -> None:
    assert one("The envoys met.\nThey signed.").title == "The envoys met."


def test_a_sidecar_wins_over_front_matter() -> None:
    assert one("---\ntitle: Front\n---\nText.", title="Beside").title == "Beside"


@pytest.mark.parametrize(
    "text", ["---\nOne.\n\nTwo.", "Text.\n---\ntitle: no\n---\n", "--- \n", "----\na: b\n----\nText."]
)
def test_lines_that_are_no_front_matter_are_text(text: str) -> None:
    assert one(text).text == text


@pytest.mark.parametrize(
    "matter",
    [
        "title: [",
        "- a",
        "a: &a x\nb: *a",
        "date: yesterday",
        "date: 2024-13-40",
        "title:\n  a: b",
        "a: " + "[" * 99,
    ],
)
def test_front_matter_that_cannot_be_used_is_refused_with_the_file_named(matter: str) -> None:
    with pytest.raises(MalformedSource, match=r"talks\.md"):
        one(f"---\n{matter}\n---\nText.")


def test_empty_front_matter_is_none() -> None:
    assert one("---\n---\nText.").text == "Text."


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="*_[`\\&<") | st.just("\n"),
        min_size=1,
        max_size=200,
    )
)
def test_any_text_without_marks_behind_front_matter_is_kept_whole(body: str) -> None:
    if not body.strip():
        return
    assert one(f"---\ntitle: Talks\n---\n{body}").text == body
    # A mark elsewhere changes nothing in it.
    assert one(f"---\ntitle: Talks\n---\n{body}\n\n*").text == f"{body}\n\n*"


@pytest.mark.parametrize(
    ("heading", "title"), [("# A # ", "A #"), ("#  A ##", "A"), ("# A#B", "A#B"), ("# ##", "# ##")]
)
def test_marks_that_close_a_heading_are_not_part_of_the_title(heading: str, title: str) -> None:
    assert one(f"{heading}\n\nThe envoys met.").title == title

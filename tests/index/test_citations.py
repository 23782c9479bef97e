from datetime import date
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.citations import cite, link_to
from index.language.sentences import sentences
from index.model import Document

TEXT = "Brandt met Sato in Port Amity.\n\nThey spoke of grain, ships & a 30-day truce. Nobody else was there at all, they said."


def document(text: str = TEXT, url: str | None = "https://courier.example/talks") -> Document:
    return Document("key", "Talks", text, "The Delta Courier", url, date(2024, 5, 3), pages=(0, 32))


def test_a_citation_says_where_the_words_stand() -> None:
    start = TEXT.index("They spoke")
    found = cite(document(), start, start + 10, sentences(TEXT), 3)
    assert (found.number, found.title, found.publisher) == (3, "Talks", "The Delta Courier")
    assert (found.published, found.paragraph, found.page) == (date(2024, 5, 3), 2, 2)
    assert found.document_id == document().id
    assert found.url == "https://courier.example/talks#:~:text=They%20spoke"


def test_words_of_two_paragraphs_are_cited_by_both() -> None:
    found = cite(document(), 0, len(TEXT), sentences(TEXT))
    assert (found.paragraph, found.last_paragraph, found.paragraphs) == (1, 2, "paragraphs 1–2")
    assert cite(document(), 0, 10, sentences(TEXT)).paragraphs == "paragraph 1"


def test_a_document_without_address_has_no_link() -> None:
    assert link_to(document(url=None), 0, 10) is None


def test_a_short_span_is_linked_whole_and_a_long_one_by_its_ends() -> None:
    assert (
        link_to(document(), 0, 30)
        == "https://courier.example/talks#:~:text=Brandt%20met%20Sato%20in%20Port%20Amity."
    )
    start = TEXT.index("They")
    found = link_to(document(), start, len(TEXT))
    assert found is not None
    assert found.endswith("#:~:text=They%20spoke%20of%20grain%2C,at%20all%2C%20they%20said.")


def test_what_has_a_meaning_in_a_fragment_is_escaped() -> None:
    start = TEXT.index("grain,")
    assert (link_to(document(), start, start + 31) or "").endswith(
        "text=grain%2C%20ships%20%26%20a%2030%2Dday%20truce."
    )


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert link_to(document(url="https://courier.example/talks#top"), 0, 6) == (
        "https://courier.example/talks#top:~:text=Brandt"
    )


def test_a_link_keeps_to_the_first_paragraph_of_its_span() -> None:
    found = link_to(document(), 19, len(TEXT))
    assert found is not None and found.endswith("text=Port%20Amity.")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_a_link_names_words_of_the_text_whatever_they_are(text: str) -> None:
    found = link_to(document(text), 0, len(text))
    assert found is not None
    fragment = urlsplit(found).fragment.removeprefix(":~:text=")
    words = [word for part in fragment.split(",") for word in unquote(part).split()]
    assert set(words) <= set(text.split())
    assert not set(fragment) & set(' <>"#&-')


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (0, 10_000)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is not inside document"):
        link_to(document(), start, end)

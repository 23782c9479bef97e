"""One story that several outlets print, and what a document said before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from index import Index
from index.adding.stories.reprints import LONGEST_STORY, story_bands
from index.model import Document
from tests.index.openings import Openings

SENTENCES = (
    "Negotiators from Norland and Sudria agreed on Monday to reopen the bridge at Port Amity after two years.",
    "The agreement lets farmers cross with grain and livestock, and it sets up a joint office for customs.",
    "Minister Ilse Brandt called the reopening a first step and said that talks about the railway would follow.",
    "Engineers of both countries inspected the pillars last week and found them sound enough for heavy lorries.",
    "The joint office will open in June with forty officers, half of them from each side of the river.",
)
STORY = Document(
    key="https://gazette.example/bridge",
    title="Bridge to reopen",
    text="\n\n".join(SENTENCES),
    publisher="The Gazette",
    url="https://gazette.example/bridge",
    published=date(2025, 3, 14),
)
REPRINT = replace(
    STORY,
    key="https://herald.example/news/1",
    url="https://herald.example/news/1",
    title="Norland, Sudria to reopen bridge",
    publisher="The Herald",
    published=date(2025, 3, 15),
    text=STORY.text + "\n\nReporting by our own staff.",
)


@pytest.fixture
def index(openings: Openings) -> Iterator[Index]:
    with openings.open() as index:
        yield index


def test_a_reprint_is_kept_and_named_in_the_citation(index: Index) -> None:
    index.add_documents([STORY, REPRINT])
    answer = index.ask("When did negotiators agree to reopen the bridge at Port Amity?")
    assert answer.answered
    assert {excerpt.document.id for excerpt in answer.excerpts} in ({STORY.id}, {REPRINT.id})
    (named,) = answer.excerpts[0].citation.also_reported_by
    assert {named, answer.excerpts[0].document.publisher} == {"The Gazette", "The Herald"}
    assert [excerpt.citation.number for excerpt in answer.excerpts] == list(
        range(1, len(answer.excerpts) + 1)
    )
    assert index.stats().documents == 2


def test_reprints_are_found_across_batches_and_forgotten_with_the_document(index: Index) -> None:
    index.add_documents([STORY])
    index.add_documents([REPRINT])
    assert [document.id for document in index.reprints(STORY.id)] == [REPRINT.id]
    assert [document.id for document in index.reprints(REPRINT.id)] == [STORY.id]
    index.remove(REPRINT.id)
    assert index.reprints(STORY.id) == ()


def test_a_reprint_in_another_collection_is_not_named(index: Index) -> None:
    index.add_documents([STORY, replace(REPRINT, collection="server:1")])
    assert index.reprints(STORY.id, ("shared", "server:1")) == ()
    answer = index.ask("When did negotiators agree to reopen the bridge at Port Amity?")
    assert answer.excerpts[0].citation.also_reported_by == ()


def test_an_outlet_that_prints_another_number_has_not_reported_the_same(index: Index) -> None:
    long = STORY.text + "\n\nThe two sides will free 90 prisoners at the bridge by the end of May."
    index.add_documents([replace(STORY, text=long), replace(REPRINT, text=long.replace("90", "95"))])
    assert [document.id for document in index.reprints(STORY.id)] == [REPRINT.id]
    answer = index.ask("How many prisoners will the two sides free at the bridge?")
    told = {excerpt.document.id: excerpt for excerpt in answer.excerpts or answer.nearest}
    assert {one.citation.also_reported_by for one in told.values()} == {()}
    assert "90 prisoners" in told[STORY.id].text
    assert "95 prisoners" in told[REPRINT.id].text


def test_stories_that_only_share_a_subject_stay_apart(index: Index) -> None:
    other = replace(
        REPRINT,
        text="\n\n".join(sentence.upper().replace("BRIDGE", "RAILWAY LINE") for sentence in SENTENCES[2:]),
    )
    index.add_documents([STORY, other])
    assert index.reprints(STORY.id) == ()


def test_what_is_too_long_to_be_a_story_is_compared_with_nothing() -> None:
    words = " ".join(f"word{number}" for number in range(100_000))
    assert story_bands(Document("a", "Story", words[:LONGEST_STORY]))
    assert not story_bands(Document("a", "Story", words[: LONGEST_STORY + 1]))


def test_an_edited_document_replaces_its_text_and_keeps_the_former(index: Index) -> None:
    edited = replace(STORY, text=STORY.text.replace("forty officers", "fifty officers"))
    index.add_documents([STORY])
    (outcome,) = index.add_documents([edited])
    assert outcome.outcome == "updated"
    assert index.stats().documents == 1
    (former,) = index.former_versions(STORY.id)
    assert "forty officers" in former.text
    assert former.added_at <= former.replaced_at
    index.remove(STORY.id)
    assert index.former_versions(STORY.id) == ()


def test_an_unchanged_document_has_no_history(index: Index) -> None:
    index.add_documents([STORY])
    index.add_documents([STORY])
    assert index.former_versions(STORY.id) == ()


def test_the_ten_newest_former_versions_are_kept(index: Index) -> None:
    for number in range(13):
        index.add_documents([replace(STORY, text=f"{STORY.text} Version {number}.")])
    formers = index.former_versions(STORY.id)
    assert len(formers) == 10
    assert formers[0].text.endswith("Version 11.")


def test_the_word_of_the_host_stays_when_the_document_is_read_again(index: Index) -> None:
    index.add_documents([STORY])
    described = index.describe(STORY.id, title="The bridge", published=date(2025, 3, 13))
    assert described is not None
    assert (described.title, described.published, described.publisher) == (
        "The bridge",
        date(2025, 3, 13),
        "The Gazette",
    )
    index.add_documents([replace(STORY, text=STORY.text + " More.", publisher="Gazette")])
    again = index.document(STORY.id)
    assert again is not None
    assert (again.title, again.published, again.publisher) == ("The bridge", date(2025, 3, 13), "Gazette")
    assert index.describe("0" * 16, title="x") is None

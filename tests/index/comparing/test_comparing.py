"""Two drafts side by side: what changed is found, and nothing that did not."""

from collections.abc import Iterator
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Document, Index
from index.comparing.clauses import clauses_of
from index.comparing.comparison import compare
from index.comparing.wording import MOST_PAIRS
from index.errors import QueryError
from index.model import Change, Comparison, Excerpt
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from index.structure.articles import find_articles
from tests.index.comparing.drafts import DRAFTS, Drafts
from tests.index.comparing.formed_drafts import FORMED_DRAFTS
from tests.index.comparing.more_drafts import MORE_DRAFTS
from tests.index.comparing.written_drafts import WRITTEN_DRAFTS
from tests.index.openings import Openings
from tests.index.papers import more_treaties
from tests.index.structure.agreements import HARROW


def draft(key: str, text: str, title: str = "Draft") -> Document:
    return Document(key=key, title=title, text=text, structure=find_articles(text))


def words(change: Change) -> str:
    shown = change.after or change.before
    assert shown is not None
    return " ".join(shown.text.split())


@pytest.mark.parametrize("drafts", [*DRAFTS, *MORE_DRAFTS], ids=lambda drafts: drafts.name)
def test_each_change_is_found_and_none_invented(drafts: Drafts) -> None:
    found = compare(draft("a", drafts.text), draft("b", drafts.edited))
    changed = [(change.kind, words(change)) for change in found.changes if change.kind != "unchanged"]
    wanted = list(drafts.changes)
    assert [
        one for one in wanted if not any(one[0] == kind and one[1] in said for kind, said in changed)
    ] == []
    assert len(changed) == len(wanted)


@pytest.mark.parametrize("drafts", [*FORMED_DRAFTS, *WRITTEN_DRAFTS], ids=lambda drafts: drafts.name)
def test_each_change_of_a_file_is_found_and_none_invented(drafts: Drafts) -> None:
    before, after = (
        next(iter(read_bytes(text.encode(), Origin(name=f"{key}.{drafts.form}", key=key))))
        for key, text in (("before", drafts.text), ("after", drafts.edited))
    )
    assert isinstance(before, Document) and isinstance(after, Document)
    left = [
        (change.kind, " ".join(side.text for side in (change.before, change.after) if side))
        for change in compare(before, after).changes
        if change.kind != "unchanged"
    ]
    missed = []
    for kind, words in sorted(drafts.changes):
        found = next(
            (one for one in left if one[0] == kind and any(word in one[1] for word in words.split("|"))), None
        )
        if found:
            left.remove(found)
        else:
            missed.append((kind, words))
    assert (missed, left) == ([], [])


def test_and_between_the_last_points_is_no_change_and_or_in_its_place_is() -> None:
    before = "1. The pilots:\n\n(a) are named;\n\n(b) are paid; and\n\n(c) are heard.\n\n2. End."
    moved = before.replace("paid; and", "paid;").replace("heard.", "heard; and\n\n(d) are fed.")
    turned = before.replace("paid; and", "paid; or")
    for later, kinds in ((moved, ["added"]), (turned, ["changed"])):
        found = compare(draft("a", before), draft("b", later))
        assert [change.kind for change in found.changes if change.kind != "unchanged"] == kinds


def test_what_was_divided_names_both_places() -> None:
    (pair,) = (
        change
        for change in compare(
            draft(
                "a",
                "Article 1\n\nShips may pass by day. Boats may pass by night too.\n\nArticle 2\n\nEnd of it.",
            ),
            draft(
                "b",
                "Article 1\n\nShips may pass by day.\n\nArticle 2\n\nBoats may pass by night too.\n\nArticle 3\n\nEnd of it.",
            ),
        ).changes
        if change.kind != "unchanged"
    )
    assert (pair.kind, pair.place) == ("divided", "Article 1 and Article 2")
    assert pair.before is not None and pair.before.place == "Article 1"
    assert not pair.before.highlights


@pytest.mark.parametrize("text", [more_treaties.FACILITY, more_treaties.RESOLUTION])
def test_one_text_in_two_formats_is_the_same(text: str) -> None:
    documents = [
        next(iter(read_bytes(make(text)(), Origin(name=f"draft.{form}", key=form))))
        for form, make in more_treaties.FORMS.items()
    ]
    for one, other in permutations(documents, 2):
        assert isinstance(one, Document) and isinstance(other, Document)
        assert [words(change) for change in compare(one, other).changes if change.kind != "unchanged"] == []


def test_the_words_that_are_others_are_marked_on_both_sides() -> None:
    found = compare(
        draft("a", HARROW), draft("b", HARROW.replace("eight days before", "ten full days before"))
    )
    (change,) = (change for change in found.changes if change.kind == "changed")
    assert change.before is not None and change.after is not None
    assert marked(change.before) == ["eight"]
    assert marked(change.after) == ["ten full"]
    assert change.place == change.before.place == "Article 2(2)"


def marked(excerpt: Excerpt) -> list[str]:
    return [excerpt.document.text[start:end] for start, end in excerpt.highlights]


def test_a_clause_that_bears_another_number_is_not_changed_and_has_both_places() -> None:
    later = HARROW.replace("Article 6\nEntry", "Article 7\nEntry")
    found = compare(draft("a", HARROW), draft("b", later))
    (pair,) = (change for change in found.changes if "shall enter into force" in words(change))
    assert (pair.kind, pair.before and pair.before.place, pair.after and pair.after.place) == (
        "unchanged", "Article 6", "Article 7",
    )  # fmt: skip


def test_a_long_clause_of_few_words_is_marked_without_counting_each_pair() -> None:
    before, after = "of " * 400 + "boats", "of " * 390 + "the boats"
    assert MOST_PAIRS < 400 * 390
    (change,) = compare(draft("a", "Ships. " + before), draft("b", "Ships. " + after)).changes
    assert change.kind == "changed"
    assert change.after is not None and marked(change.after)


TEXTS = st.lists(
    st.sampled_from(
        [
            "Article 1",
            "Article 2",
            "1. Ships may pass.",
            "2. Boats.",
            "(a) x",
            "The end",
            "Ships may not pass.",
            "",
        ]
    ),
    max_size=12,
).map("\n\n".join)


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_every_clause_of_both_drafts_stands_in_the_comparison_once(before: str, after: str) -> None:
    found = compare(draft("a", before), draft("b", after))
    for document, sides in (
        (found.before, [change.before for change in found.changes]),
        (found.after, [change.after for change in found.changes]),
    ):
        spans = sorted((side.start, side.end) for side in sides if side is not None)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        clauses = clauses_of(document)
        assert {edge for span in spans for edge in span} <= {
            edge for clause in clauses for edge in (clause.start, clause.end)
        }
        assert all(
            any(start <= clause.start and clause.end <= end for start, end in spans) for clause in clauses
        )
    assert compare(found.before, found.before).count("unchanged") == len(
        compare(found.before, found.before).changes
    )


@pytest.fixture
def index(openings: Openings) -> Iterator[Index]:
    with openings.open(reader=False) as opened:
        opened.add_documents(
            [
                draft("first", HARROW, "Harrow Strait Agreement, first draft"),
                draft(
                    "second",
                    HARROW.replace("eight members", "nine members"),
                    "Harrow Strait Agreement, second draft",
                ),
                Document(key="away", title="Of another server", text="Nothing.", collection="guild"),
            ]
        )
        yield opened


def changed(found: Comparison) -> list[str | None]:
    return [change.place for change in found.changes if change.kind != "unchanged"]


def test_documents_are_named_by_words_of_their_titles_or_by_their_ids(index: Index) -> None:
    first, second = (document.id for document in sorted(index.documents(), key=lambda one: one.title))
    assert changed(index.compare("harrow first draft", "harrow second draft")) == ["Article 3(1)"]
    assert changed(index.compare(first, second)) == ["Article 3(1)"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Harrow", "Several documents fit"),
        ("of another server", "No document is called"),
        ("Orlane", "No document is called"),
        ("the", "No document is called"),
        ("x" * 400, "name a document in at most"),
    ],
)
def test_a_name_that_fits_none_or_several_is_told(index: Index, name: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        index.compare(name, "harrow first draft")


def test_a_document_is_compared_with_what_it_said_before(index: Index) -> None:
    with pytest.raises(QueryError, match="No earlier version"):
        index.compare("harrow first draft")
    later = HARROW.replace("forty buoys", "sixty buoys")
    index.add_documents([draft("first", later, "Harrow Strait Agreement, first draft")])
    found = index.compare("harrow first draft")
    assert [(change.kind, change.place) for change in found.changes if change.kind != "unchanged"] == [
        ("changed", "Annex I, paragraph 2")
    ]

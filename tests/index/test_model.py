from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import AddReport, Citation, Document, Event, Excerpt, Quotation, SourceOutcome

TEXT = "The envoys met. They signed."


def document(**fields: object) -> Document:
    return Document(**({"key": "a", "title": "Talks", "text": TEXT} | fields))


def test_a_document_read_again_has_the_id_it_had() -> None:
    assert document().id == document(title="Other", text="Other", published=date(2024, 1, 1)).id
    assert len({document().id, document(key="b").id, document(collection="other").id}) == 3
    assert len(document().id) == 16


@given(start=st.integers(-40, 40), end=st.integers(-40, 40))
def test_a_span_is_cut_out_exactly_or_refused(start: int, end: int) -> None:
    if 0 <= start < end <= len(TEXT):
        assert document().slice(start, end) == TEXT[start:end]
    else:
        with pytest.raises(ValueError, match="is not inside document"):
            document().slice(start, end)


def test_a_position_is_on_the_page_that_started_last() -> None:
    paged = document(pages=(0, 10, 20))
    assert [paged.page_at(position) for position in (0, 9, 10, 19, 20, 500)] == [1, 1, 2, 2, 3, 3]
    assert document().page_at(3) is None


def test_words_are_taken_from_the_document_when_they_are_asked_for() -> None:
    citation = Citation(1, "Talks", None, None, 1, None, document().id)
    assert Excerpt(document(), 4, 10, (), citation).text == "envoys"
    assert Event(document(), 0, 15, None, None, "day", "explicit", False).text == "The envoys met."
    assert (
        Quotation(document(), 16, 27, "Brandt", None, "said", None, "unresolved", True).words == "They signed"
    )
    with pytest.raises(ValueError, match="is not inside document"):
        _ = Excerpt(document(), 4, 400, (), citation).text


def test_a_report_counts_its_outcomes() -> None:
    report = AddReport((SourceOutcome("a", "added"), SourceOutcome("b", "refused", reason="torn")))
    assert (report.count("added"), report.count("refused"), report.count("updated")) == (1, 1, 0)
    assert [item.source for item in report] == ["a", "b"]

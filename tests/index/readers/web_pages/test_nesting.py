"""Pages whose blocks lie in one another deeper than the parser goes are read; the tags of the others stay."""

import pytest

from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from index.readers.web_pages.nesting import DEEPEST, without_deep_blocks

SAID = "The ferry will sail again on Friday, the two ministers said after the talks in Hale."


def page(around: str, within: str) -> str:
    return f"<html><head><title>Deep</title></head><body>{around}<p>{SAID}</p>{within}</body></html>"


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ("<div>", "</div>"),
        ("<div class='a'><span>", "</span></div>"),
        ("<font color=red>", ""),
        ("<b>", "</b>"),
    ],
    ids=["blocks", "spans in blocks", "never closed", "marks"],
)
@pytest.mark.parametrize("deep", [20, 260, 5_000])
def test_a_deep_page_is_read(opened: str, closed: str, deep: int) -> None:
    data = page(opened * deep, closed * deep).encode()
    (document,) = read_bytes(data, Origin(name="deep.html", key="deep"))
    assert isinstance(document, Document) and document.text == SAID


def test_what_is_not_deep_stays_as_it_is_and_what_follows_the_deep_as_well() -> None:
    flat = "<div><p>One</p></div>" * (2 * DEEPEST)
    assert without_deep_blocks(flat) == flat
    deep = "<div>" * (DEEPEST + 2) + "<p>One</p>" + "</div>" * (DEEPEST + 2)
    assert (
        without_deep_blocks(deep + flat)
        == deep.replace("<div>" * 2, "", 1).replace("</div>" * 2, "", 1) + flat
    )

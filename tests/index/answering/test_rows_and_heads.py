"""What is shown of tables and mails: the cell that is asked for is marked, and the head of a message is no excerpt."""

from pathlib import Path

import pytest

from index import Index
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import article, page

TABLE = """<p>The table lists every exchange of prisoners that both states have confirmed.</p><table>
<tr><th>Date</th><th>Place</th><th>Released by Velmar</th><th>Released by Estra</th></tr>
<tr><td>14 May 2022</td><td>Harrow bridge</td><td>41</td><td>38</td></tr>
<tr><td>3 September 2023</td><td>Lunnport</td><td>112</td><td>97</td></tr></table>"""
MAIL = b"""From: Desk <desk@ministry.example>
To: team@ministry.example
Subject: Fwd: Corridor
Date: Thu, 20 Mar 2025 09:12:00 +0100
Content-Type: text/plain

See below.

> On 17 March the envoy wrote:
> The corridor will open tomorrow.
"""


def index_of(path: Path, name: str, data: bytes) -> Index:
    index = Index.open(path / "parley.db", reader=False)
    index.add_documents(read_bytes(data, Origin(name, name)))
    return index


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("How many prisoners did Estra release in September 2023?", ["97"]),
        ("How many prisoners did Velmar release in September 2023?", ["112"]),
        ("How many prisoners did Velmar release at the Harrow bridge?", ["41"]),
    ],
)
def test_in_a_row_the_cell_that_is_asked_for_is_marked(
    tmp_path: Path, question: str, marked: list[str]
) -> None:
    with index_of(tmp_path, "exchanges.html", page(article(TABLE))) as index:
        excerpt = index.ask(question).excerpts[0]
    assert [excerpt.document.text[start:end] for start, end in excerpt.highlights] == marked


def test_the_head_of_a_message_is_no_excerpt(tmp_path: Path) -> None:
    with index_of(tmp_path, "corridor.eml", MAIL) as index:
        (document,) = index.documents()
        assert "the envoy, 17 March 2025" in document.text
        for question in (
            "When will the corridor open?",
            "When did the envoy write in March 2025?",
            "envoy March",
        ):
            answer = index.ask(question)
            shown = answer.excerpts or answer.nearest
            assert all(excerpt.text != "the envoy, 17 March 2025" for excerpt in shown[1:])

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import MalformedSource
from index.model import Document
from index.readers.markdown import read
from index.readers.metadata.origin import Origin

ORIGIN = Origin(name="talks.md", key="talks.md")


def one(text: str, **fields: object) -> Document:
    (found,) = read(text.encode(), ORIGIN, fields)
    assert isinstance(found, Document)
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


def test_emphasis_is_read_a_heading_is_a_paragraph_and_the_first_heading_is_the_title() -> None:
    found = one("Some words.\n\n# River *talks* #\n\n## Later\n\nThe **envoys** met.")
    assert found.text == "Some words.\n\nRiver talks\n\nLater\n\nThe envoys met."
    assert found.title == "River talks"


def test_without_heading_the_first_words_are_the_title() -> None:
    assert one("The envoys met.\nThey signed.").title == "The envoys met."


def test_a_sidecar_wins_over_front_matter() -> None:
    assert one("---\ntitle: Front\n---\nText.", title="Beside").title == "Beside"


@pytest.mark.parametrize(
    "text", ["---\nOne.\n\nTwo.", "Text.\n---\ntitle: no\n---\n", "----\na: b\n----\nText."]
)
def test_lines_that_are_no_front_matter_are_text_without_the_rules(text: str) -> None:
    assert one(text).text == re.sub(r"^-{3,}\s*?$", "", text, flags=re.MULTILINE)


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


@pytest.mark.parametrize(
    ("line", "title", "mended"),
    [
        ("title: Talks: the second day", "Talks: the second day", 'title: "Talks: the second day"'),
        ("title: @ the table", "@ the table", 'title: "@ the table"'),
        ('title: Say "no": a plan', 'Say "no": a plan', r'title: "Say \"no\": a plan"'),
    ],
)
def test_front_matter_that_is_no_yaml_names_the_line_and_loses_no_document(
    line: str, title: str, mended: str
) -> None:
    matter = f"---\npublisher: 'Gulf Wire'\n{line}\ndate: 2025-03-14\n---\nText."
    document, complaint = read(matter.encode(), ORIGIN)
    assert isinstance(document, Document)
    assert (document.title, document.publisher) == (title, "Gulf Wire")
    assert document.published == date(2025, 3, 14)
    assert str(complaint).startswith(
        f"{ORIGIN.name}, line 3, is not YAML: put the title in quotes, {mended}."
    )


def test_empty_front_matter_is_none() -> None:
    assert one("---\n---\nText.").text == "Text."


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="*_[`\\&<#>-=~|+") | st.just("\n"),
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


def test_marks_of_blocks_and_tags_are_not_shown() -> None:
    written = """## 4 | The *zone* ##
The <s>President</s> \\[Prime Minister\\] <b>spoke</b>.&nbsp;It holds[^1].
<center><img src="/a.jpg"></center>

<!--more-->

> [[Lucerne|Treaty of Lucerne]], and [[Tarvo]].

https://example.org/bare

***

[^1]: See the [map](https://example.org/map).
[2]: https://example.org/other

```
**code** stays
```
"""
    shown = [line for line in one(written, title="Zone").text.split("\n") if line.strip()]
    assert shown == [
        "4 – The zone",
        "The [Prime Minister] spoke. It holds.",
        "Treaty of Lucerne, and Tarvo.",
        "See the map.",
        "**code** stays",
    ]


def test_a_table_is_a_line_a_row_with_the_heads_of_its_cells() -> None:
    found = one(
        "Exchanges so far:\n| Date | Place | Freed |\n|:--|---|--:|\n| 3 May 2024 | [Tarvo](https://a.example) | 41 |\n"
        "| 9 June 2024 | | 38 |\nBoth confirmed.\n"
    )
    rows = ["Date: 3 May 2024 · Place: Tarvo · Freed: 41", "Date: 9 June 2024 · Freed: 38"]
    assert found.text == "\n\n".join(["Exchanges so far:", *rows, "Both confirmed.\n"])
    assert [(part.name, found.text[part.start : part.end]) for part in found.structure] == [
        ("table 1", "\n\n".join(rows)),
        ("table 1, row 1", rows[0]),
        ("table 1, row 2", rows[1]),
    ]


@given(st.text(st.sampled_from("ab |-:#>*[]^`<s>/\\\n1.")))
def test_any_table_and_any_marks_are_read(text: str) -> None:
    if text.strip():
        try:
            found = one(text, title="Any")
        except MalformedSource:
            return
        assert all(0 <= part.start < part.end <= len(found.text) for part in found.structure)


def test_front_matter_with_a_bracket_in_its_title_is_read_and_named() -> None:
    document, complaint = read(
        b"---\ntitle: [Update] talks: resume\ntags: [a, b]\nlinks:\n  - x\n---\nThey met.", ORIGIN
    )
    assert (document.title, document.text) == ("[Update] talks: resume", "They met.")
    assert "line 2" in str(complaint) and "[Update]" in str(complaint)


def test_what_to_put_in_quotes_is_printable() -> None:
    _, complaint = read(b"---\ntitle: Talk\x7f: a\n---\n" + b"They met. " * 50, ORIGIN)
    assert str(complaint).isprintable()


def test_front_matter_in_toml_is_read() -> None:
    found = one('+++\ntitle = "Talks: one"\ndate = 2025-03-14\n[params]\na = 1\n+++\nText.')
    assert (found.title, found.published, found.text) == ("Talks: one", date(2025, 3, 14), "Text.")


def test_broken_toml_is_refused_with_the_file_named() -> None:
    with pytest.raises(MalformedSource, match=r"^talks\.md has broken TOML"):
        one("+++\ntitle = Talks\n+++\nText.")


def test_a_line_that_is_no_field_is_left_out_and_named() -> None:
    document, complaint = read(b"---\ntitle: Talks\npublisher: Wire\n[a, b\n---\nThey met.", ORIGIN)
    assert isinstance(document, Document)
    assert (document.title, document.publisher, document.text) == ("Talks", "Wire", "They met.")
    assert "is not YAML: mend it" in str(complaint)

"""Emphasis, links and code in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.readers.parts.inline_marks import LONGEST, without_marks


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Ada Varn** said", "Ada Varn said"),
        ("__Ada__ and _Bea_ and *Cid*", "Ada and Bea and Cid"),
        ("the [accord](https://example.org/a_b_c) of May", "the accord of May"),
        (
            "the [accord][1] of May\n\n[1]: https://example.org/",
            "the accord of May\n\n[1]: https://example.org/",
        ),
        ("![The **signing**](signing.png)", "The signing"),
        ("`PARLEY_SEEDS` and <https://example.org/>", "PARLEY_SEEDS and https://example.org/"),
        ("Norland \\*and\\* Sudria &amp; others", "Norland *and* Sudria & others"),
        ("- *first*\n- second **one**\n\n> quoted _words_\n> over *two lines*", None),
        ("1. May was *early*", "1. May was early"),
        ("*over\ntwo lines* here", "over\ntwo lines here"),
        ("Title *of it*\n===", "Title of it\n==="),
        ("*a* tab\t\nbehind it", "a tab\t\nbehind it"),
    ],
)
def test_what_is_shown_is_kept(written: str, shown: str | None) -> None:
    if shown is None:
        shown = "- first\n- second one\n\n> quoted words\n> over two lines"
    assert without_marks(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2 is 30, and snake_case_names stay",
        "a ** that is not closed, and [brackets] too [^1]",
        "```\n**code** stays\n```",
        "    *indented code* stays",
        "Plain words, as they are.\n\n\n  With spaces  \nand lines.",
        "*" * 3 + "a " * (LONGEST // 2),
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_marks(text) == text


@given(st.text(st.sampled_from("ab *_[]()`\\<>&;!#-=\n\t1.\u2028é")))
def test_every_text_keeps_its_lines_and_its_letters(text: str) -> None:
    shown = without_marks(text)
    assert shown.count("\n") == text.count("\n")
    assert len(shown) <= len(text)


@given(st.text(st.sampled_from("ab é.,;\n"), max_size=60))
def test_a_text_without_marks_stays(text: str) -> None:
    assert without_marks(text) == text


@pytest.mark.parametrize("part", ["[", "*a ", "**a _b ", "`", "[a](", "<", "![", "\\", "&", "> ", "- *"])
def test_marks_without_end_do_not_hold_a_text_up(part: str) -> None:
    without_marks(part * 20_000)

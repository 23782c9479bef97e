import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from simcord.preview._markdown import markdown_tokens

from bot.app.showing.readable import MAX_MARKS, length, readable
from bot.on_discord.cards.parts.escape import escape, escape_part

CONTEXT = {
    "users": {"1": "ann"},
    "roles": {"1": "mods"},
    "channels": {"1": "general"},
    "commands": {"1": "ban"},
    "emojis": {"1": {"name": "blob", "animated": False}},
    "everyone": True,
}

MARKUP = [
    "# heading", "### heading", "-# small", "- item", "* item", "+ item", "1. item", "12) item", "> quote",
    ">>> quote", "**bold**", "*slanted*", "__under__", "_slanted_", "~~gone~~", "||hidden||", "`code`",
    "```py\ncode\n```", "~~~\ncode\n~~~", "[words](https://example.org)", "[words](<https://example.org>)",
    "[words][1]", "[1]: https://example.org", "https://example.org/a?b=c", "<https://example.org>",
    "http://example.org", "steam://run/1", "discord.gg/abcdef", "<@1>", "<@!1>", "<@&1>", "<#1>", "</ban:1>",
    "</ban now:1>", "<t:1>", "<t:1:R>", "<:blob:1>", "<a:blob:1>", "<id:guide>", "<id:customize>", "@everyone",
    "@here", ":smile:", "<someone@example.org>", "<+15551234567>", "<mailto:a@example.org>", "&amp;",
    "&#42;", "\\*", "\\", "title\n===", "title\n---", "---", "***", "| a | b |\n| - | - |\n| 1 | 2 |",
    "    code", "\tcode",
    "![picture](https://example.org/a.png)", "<b>bold</b>", "a  \nb", "$x$", "-", "1.", "#", "-#",
]  # fmt: skip


def shown(markdown: str) -> str:
    """The text a reader sees, or a failure when anything but text and line breaks is seen."""
    parts: list[str] = []

    def visit(tokens: list[dict[str, Any]]) -> None:
        for token in tokens:
            if token["type"] == "text":
                parts.append(token["content"])
            elif token["type"] == "break":
                parts.append("\n")
            elif token["type"] in ("inline", "paragraph"):
                visit(token["children"])
            elif token["type"] == "subtext" and "\\-\\# " in markdown:
                # The preview looks for the mark when the backslashes are gone; the clients look before.
                parts.append("-# ")
                visit(token["children"])
            else:
                raise AssertionError(f"{token['type']} is shown for {markdown!r}")

    visit(markdown_tokens(markdown, "text_display", context=CONTEXT))
    return "".join(parts)


hostile = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=8)), max_size=6).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\n", "\n\n"]).map(lambda joint: joint.join(pieces))
)


@given(hostile)
@example("1" * 12 + ". item")
@example("a\u202eb\u2066c")
def test_the_reader_sees_the_text_itself(text: str) -> None:
    assert shown(escape(text)) == readable(text)


@given(hostile)
def test_the_reader_sees_the_lines_themselves(text: str) -> None:
    expected = readable(text, lines=True)
    assert shown(escape(text, lines=True)).replace("\n", "") == expected.replace("\n", "")


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_and_not_obeyed(text: str) -> None:
    assert shown(escape(text)) == readable(text)
    assert shown("a " + escape(text)) == "a " + readable(text)


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("https://example.org", "https://"),
        ("steam://run", "steam://"),
        ("discord.gg/abc", "discord.gg/"),
        ("discord.com/invite/abc", "discord.com/"),
        ("<@123>", "<@"),
        ("<#123>", "<#"),
        ("</ban:1>", "</"),
        ("<t:1:R>", "<t:"),
        ("<id:guide>", "<id:"),
        (":smile:", ":smile:"),
        ("1. one", "1. "),
        ("-# small", "-#"),
    ],
)
def test_what_a_client_looks_for_is_not_there(text: str, forbidden: str) -> None:
    """The preview does not know every rule of the clients: the beginnings themselves must be broken."""
    escaped = escape(text)
    assert forbidden not in escaped.replace("\\" + forbidden, "")
    assert not escaped.startswith(forbidden)


@given(st.text())
def test_what_cannot_be_seen_is_taken_out(text: str) -> None:
    seen = readable(text)
    assert readable(seen) == seen
    categories = [unicodedata.category(character) for character in seen]
    assert not {"Cc", "Cs"} & set(categories)
    assert all(character in "\u200c\u200d" for character in seen if unicodedata.category(character) == "Cf")
    marks = 0
    for category in categories:
        marks = marks + 1 if category in ("Mn", "Me") else 0
        assert marks <= MAX_MARKS


def test_joiners_stay_where_a_script_needs_them() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert readable(family) == family
    assert readable(persian) == persian
    assert readable("a\u200db\u200b\u2060c\ufeff") == "abc"


def test_blank_letters_are_white_space() -> None:
    assert readable("\u3164a\u2800\u2800b\u115f") == "a b"


def test_text_of_nothing_to_see_is_empty() -> None:
    assert escape("\u202e\u200b\n\t\u3164") == ""


@given(hostile, st.integers(min_value=1, max_value=60))
def test_a_limit_holds_in_code_units_and_cuts_nothing_that_fits(text: str, limit: int) -> None:
    whole = escape(text)
    cut = escape(text, limit=limit)
    assert length(cut) <= limit
    if length(whole) <= limit:
        assert cut == whole
    else:
        assert cut.endswith("…")
        shown(cut)


def test_a_long_text_is_cut_between_words() -> None:
    assert escape("one two three four five", limit=15) == "one two three…"
    assert escape("x" * 50, limit=10) == "x" * 9 + "…"


@given(st.lists(hostile, max_size=4))
def test_parts_show_what_the_whole_shows(parts: list[str]) -> None:
    joined = "".join(escape_part(part) for part in parts)
    assert (
        shown("x " + joined + " x").split()
        == ("x " + "".join(f"{_folded(part)}" for part in parts) + " x").split()
    )


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (" a ", " a "),
        ("\u202c \u2066", " "),
        ("\u202c a\u200b ", " a "),
        ("\u200b", ""),
        ("", ""),
        ("\u3164a", " a"),
    ],
)
def test_a_part_keeps_the_space_beside_what_cannot_be_seen(part: str, expected: str) -> None:
    assert escape_part(part) == expected


def _folded(part: str) -> str:
    seen = readable(f"x{part}x")[1:-1]
    before = " " if seen.startswith(" ") else ""
    after = " " if seen.endswith(" ") else ""
    return f"{before}{readable(part)}{after}"

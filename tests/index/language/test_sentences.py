import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import paragraphs, sentence_at, sentences

NEWS = st.lists(
    st.sampled_from(
        [
            " ",
            "\n",
            "\n\n",
            ".",
            "...",
            "?",
            "!",
            '"',
            "“",
            "”",
            "’",
            ")",
            "Mr.",
            "U.S.",
            "Feb.",
            "12",
            "No.",
            "said",
            "He",
            "the",
            "Brandt",
            "CEASEFIRE",
            "и",
            "Ж",
            "。",
            "\u2029",
            "\u00a0",
            "\u200b",
            "e.g.",
            "3.5",
            "J.",
            "…",
        ]
    ),
    max_size=60,
).map("".join)


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Brandt met Gen. Sato at 9 a.m. in Port Amity.", "They signed."],
        ["The U.S. envoy left on Feb. 12.", "He came back on Mar. 3 with Dr. Novak."],
        ["Talks in the U.S. ended.", "The envoys went home."],
        ["He returned to the U.S.", "The talks went on."],
        ["It was No. 4 on the list.", "No.", "It was not."],
        ["Prices rose 3.5 percent to $4.20 a bushel.", "Nobody bought."],
        ["Is it over?", "Nobody knows!", "Wait…", "They do."],
        ['"We signed it twice," Okafor said.', "Nobody objected."],
        ['"We signed it."', "He left."],
        ['"Is it over?" Novak asked.', "It was."],
        ["“Stop!” the minister said.", "They stopped."],
        ["He said: “We will sign.", "We always do.”", "They did."],
        ["She agreed (though not at once).", "He agreed too."],
        ["J. K. Marchetti spoke first.", "Then Sato spoke."],
        ["The firm, Delta Corp., ships grain.", "Harbor Inc. does not."],
        ["Посол прибыл в порт.", "Переговоры начались."],
        ["会談は終わった。", "船が来た。"],
        ["They met... and left.", "Nobody saw them."],
    ],
)
def test_sentences_of_news_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_line_in_capitals_is_a_sentence_of_its_own() -> None:
    text = "Brandt signed the accord on Monday.\n\nMORE ON THE RIVER TALKS\n\nSato signed on Tuesday."
    assert split(text)[1] == "MORE ON THE RIVER TALKS"
    assert [s.paragraph for s in sentences(text)] == [1, 2, 3]


def test_a_hard_wrapped_text_keeps_its_sentences_across_lines() -> None:
    text = (
        "The envoys met in Port Amity on\nMonday and spoke of grain. They met\nagain on Tuesday.\n\n"
        "On Wednesday they signed\nthe accord."
    )
    assert split(text) == [
        "The envoys met in Port Amity on\nMonday and spoke of grain.",
        "They met\nagain on Tuesday.",
        "On Wednesday they signed\nthe accord.",
    ]
    assert [s.paragraph for s in sentences(text)] == [1, 1, 2]


def test_lines_of_an_unwrapped_text_are_paragraphs() -> None:
    long = "The envoys met in Port Amity and spoke of grain and ships. " * 4
    text = f"{long.strip()}\n{long.strip()}\nThey left."
    assert len(paragraphs(text)) == 3


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u2029\x0b\x0c", "\u00a0"])
def test_a_text_of_white_space_has_neither_paragraphs_nor_sentences(text: str) -> None:
    assert sentences(text) == () and paragraphs(text) == ()


@given(st.text(max_size=300) | NEWS)
def test_sentences_are_in_order_and_hold_all_that_is_not_white_space(text: str) -> None:
    found = sentences(text)
    covered = [False] * len(text)
    last = 0
    for sentence in found:
        assert last <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        covered[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
        last = sentence.end
    assert all(char.isspace() or held for char, held in zip(text, covered, strict=True))
    numbers = [sentence.paragraph for sentence in found]
    assert numbers == sorted(numbers)


@given(st.text(max_size=300) | NEWS)
def test_every_sentence_lies_in_the_paragraph_of_its_number(text: str) -> None:
    spans = paragraphs(text)
    for sentence in sentences(text):
        start, end = spans[sentence.paragraph - 1]
        assert start <= sentence.start < sentence.end <= end
    assert {s.paragraph for s in sentences(text)} == set(range(1, len(spans) + 1))


@given(NEWS)
def test_a_position_is_found_in_its_sentence(text: str) -> None:
    found = sentences(text)
    for position in range(len(text)):
        place = sentence_at(found, position)
        holding = [n for n, s in enumerate(found) if s.start <= position < s.end]
        assert holding == ([] if place is None else [place])


@pytest.mark.parametrize(
    "pattern",
    [
        "a", ".", ". ", "Mr. ", '"', '."', "\n", " ", "\n ", "U.S. ", "a.", "?”", "A. ", "…", "Said said ",
        "of the ", '?" Of ', "A\n", "\t", "(", "é", "… ", "! ' ", '!" He He He He He He He ',
    ],
)  # fmt: skip
def test_a_text_of_two_hundred_thousand_characters_is_split(pattern: str) -> None:
    # Done in time that is linear in the length; the square of it would not end within the patience of any test run.
    text = pattern * (200_000 // len(pattern))
    assert sum(s.end - s.start for s in sentences(text)) <= len(text)


def test_dots_without_a_word_belong_to_what_follows() -> None:
    assert [span.end for span in sentences("… … … Yes. No.")] == [10, 14]


def test_an_address_in_a_wrapped_line_does_not_unwrap_the_text() -> None:
    address = "https://harbour.example/" + "a" * 140
    text = f"The port is open to all ships\nof the bay, [Lind]({address})\nsaid on Monday.\n\nIt was shut for a\nweek."
    told = [text[one.start : one.end] for one in sentences(text)]
    assert told[0].startswith("The port") and told[0].endswith("Monday.")
    assert told[1] == "It was shut for a\nweek."


def test_one_wrapped_paragraph_keeps_its_sentences_across_lines() -> None:
    text = (
        "President Lind spoke today with Envoy Dahl of Norland. He reaffirmed\n"
        "the League’s commitment to the islands. They called on Tarvo to lower\n"
        "tensions and agreed that talks are the best way to make progress in\n"
        "the valley."
    )
    assert len(split(text)) == 3


def test_lines_that_do_not_fill_a_width_are_paragraphs() -> None:
    text = "The port is open to all ships of the bay today\nHolt left\nDahl came back to the port\nLind spoke to the council"
    assert len(split(text)) == 4

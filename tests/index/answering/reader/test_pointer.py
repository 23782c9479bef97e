"""The reader that ships is the one that was measured; it points inside the sentences, and the same way each time."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answering.reader.pointer import LONGEST_MARGIN, LONGEST_SPAN, Pointing, Reader

DATA = files("index.answering.reader") / "data"
CHECKSUMS = {
    "reader6.int8.onnx": "8a08a8bf4ed915c492d1252954b6c450a6d8e8dd476c52a0a9c9edde4ec65f42",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
WINDOW = "Ann Vale met Bo Sato in Geneva on 3 May. They agreed to talk again. The talks were led by Mr Vale."
SENTENCES = [(0, 40), (41, 67), (68, len(WINDOW))]


@pytest.fixture(scope="module")
def reader() -> Reader:
    pytest.importorskip("onnxruntime")
    return Reader.read()


@pytest.mark.parametrize("name", CHECKSUMS)
def test_the_files_are_those_of_the_card(name: str) -> None:
    data = (DATA / name).read_bytes()
    assert hashlib.sha256(data).hexdigest() == CHECKSUMS[name]
    assert CHECKSUMS[name] in (DATA / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_the_card_the_licence_and_the_notice_go_with_the_weights() -> None:
    notice = (DATA / "NOTICE").read_text(encoding="utf-8")
    for words in ("CC BY-SA 4.0", "Apache License, Version 2.0", "SQuAD", "MODEL_CARD.md"):
        assert words in notice
    assert "Apache License" in (DATA / "LICENSE-APACHE-2.0").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Who met Bo Sato?", 0, "Ann Vale"),
        ("Where did Ann Vale meet Bo Sato?", 0, "Geneva"),
        ("Who led the talks?", 2, "Mr Vale"),
        ("What did they agree to do?", 1, "talk again"),
    ],
)
def test_it_points_at_the_words_that_answer(reader: Reader, question: str, sentence: int, words: str) -> None:
    found = reader.point(question, "Talks", WINDOW, SENTENCES)
    best = max(range(3), key=lambda n: margin(found[n]))
    assert best == sentence
    pointing = found[best]
    assert pointing is not None
    assert WINDOW[slice(*pointing.span)] == words
    assert pointing.margin > 0


def test_what_is_not_there_is_likelier_not_there(reader: Reader) -> None:
    found = reader.point("What is the price of gold?", "Talks", WINDOW, SENTENCES)
    assert all(margin(one) == -LONGEST_MARGIN for one in found)


def test_a_window_gives_the_same_bits_whatever_else_is_read_and_by_whom(reader: Reader) -> None:
    questions = ["Who met Bo Sato?", "When did they meet?", "Who led the talks?", "Why?" * 30]
    windows = [WINDOW, WINDOW[:67], WINDOW * 3]

    def point(asked: tuple[str, str]) -> tuple[Pointing | None, ...]:
        question, window = asked
        return reader.point(question, "", window, SENTENCES[:2])

    asked = [(question, window) for question in questions for window in windows]
    alone = [point(one) for one in asked]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(point, asked * 3)) == alone * 3
    assert [point(one) for one in reversed(asked)] == alone[::-1]
    again = Reader.read()
    assert [again.point(question, "", window, SENTENCES[:2]) for question, window in asked] == alone


def test_a_title_goes_before_the_window_and_is_not_pointed_at(reader: Reader) -> None:
    found = reader.point("Who led the talks?", "Talks led by Bo Sato in Oslo", WINDOW, SENTENCES)
    for pointing, (start, end) in zip(found, SENTENCES, strict=True):
        assert pointing is not None
        assert start <= pointing.span[0] < pointing.span[1] <= end


def test_what_is_past_the_end_of_a_long_window_is_not_read(reader: Reader) -> None:
    window = WINDOW * 30
    found = reader.point("Who led the talks?", "", window, [SENTENCES[0], (2_000, 2_100)])
    assert found[0] is not None
    assert found[1] is None


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=900), st.text(max_size=60), st.text(max_size=1_200), st.integers(0, 600))
def test_whatever_is_asked_the_span_lies_in_its_sentence(
    reader: Reader, question: str, title: str, window: str, cut: int
) -> None:
    sentences = [(0, min(cut, len(window))), (min(cut, len(window)), len(window))]
    for pointing, (start, end) in zip(
        reader.point(question, title, window, sentences), sentences, strict=True
    ):
        if pointing is not None:
            assert start <= pointing.span[0] <= pointing.span[1] <= end
            assert abs(pointing.margin) <= LONGEST_MARGIN


def test_a_span_has_no_more_tokens_than_may_be(reader: Reader) -> None:
    window = "word " * 120
    (pointing,) = reader.point("Which words?", "", window, [(0, len(window))])
    assert pointing is not None
    assert len(window[slice(*pointing.span)].split()) <= LONGEST_SPAN


def margin(pointing: Pointing | None) -> float:
    return -LONGEST_MARGIN if pointing is None else pointing.margin

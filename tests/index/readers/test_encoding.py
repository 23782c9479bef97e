import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import MalformedSource
from index.readers.encoding import clean, decode

TEXT = "Посол прибыл в порт Дружба и подписал соглашение о судоходстве на реке. " * 6


def test_utf8_is_taken_for_what_it_is() -> None:
    assert decode("Łódź – “talks”".encode(), "a.txt") == ("Łódź – “talks”", None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_dropped(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == (TEXT, None)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_another_encoding_is_detected_and_said(encoding: str) -> None:
    text, said = decode(TEXT.encode(encoding), "a.txt")
    assert text == TEXT
    assert said is not None


def test_western_text_that_is_no_utf8_is_detected() -> None:
    text = "Le négociateur s’est rendu à Genève où l’accord a été signé après un long débat. " * 4
    assert decode(text.encode("cp1252"), "a.txt")[0] == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF8])
def test_text_that_breaks_after_its_mark_is_refused(mark: bytes) -> None:
    with pytest.raises(MalformedSource, match=r"a\.txt begins like .* save it as UTF-8"):
        decode(mark + b"\xff\xd8\xff", "a.txt")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"\x7fELF\x02\x01\x01" + b"\x00" * 99]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(MalformedSource, match=r"a\.txt"):
        decode(data, "a.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "a.txt")
    except MalformedSource:
        return
    text.encode("utf-8")
    assert "\r" not in text and "\x00" not in text


@given(st.text(alphabet=st.characters(), max_size=50))
def test_clean_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert clean(once) == once.removeprefix("\ufeff")
    assert "\r" not in once and "\x00" not in once


def test_what_turns_letters_round_is_dropped_and_what_arabic_needs_is_kept() -> None:
    assert clean("The fee is \u202e09\u202c marks \u202dnow.") == "The fee is 09\u202c marks now."
    assert clean("\u200fقال الوزير\u200e (1994)") == "\u200fقال الوزير\u200e (1994)"

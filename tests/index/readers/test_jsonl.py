import gzip
import json
from datetime import date

import pytest

from index.errors import MalformedSource, ParleyError, SourceTooLarge
from index.model import Document
from index.readers.jsonl import read, read_compressed
from index.readers.metadata.fields import LONGEST_TEXT
from index.readers.metadata.origin import Origin

ORIGIN = Origin(name="talks.jsonl", key="talks.jsonl")


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record) for record in records).encode()


def test_a_line_is_a_document() -> None:
    first, second = read(
        lines(
            {
                "id": "a",
                "text": "The envoys met.",
                "title": "Talks",
                "source": "Courier",
                "published": "2024-05-03T10:00",
            },
            {"text": "They signed.", "url": "https://courier.example/b"},
        ),
        ORIGIN,
    )
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.key, first.title, first.publisher) == ("talks.jsonl#a", "Talks", "Courier")
    assert first.published == date(2024, 5, 3)
    assert (second.key, second.title) == ("https://courier.example/b", "They signed.")


def test_a_text_too_long_to_be_one_document_is_refused_and_the_others_are_kept() -> None:
    data = lines({"text": "a" * (LONGEST_TEXT + 1)}, {"text": "They signed."})
    refused, kept = read_compressed(gzip.compress(data, 1), ORIGIN)
    assert isinstance(refused, SourceTooLarge) and "line 1 has a text of 33,554,433 characters" in str(
        refused
    )
    assert isinstance(kept, Document)


def test_a_chat_in_a_line_has_its_messages() -> None:
    text = "Gate chat\n[11.04.25, 07:58] Ann Berg: Anyone at the gate?\n[11.04.25, 08:03] Ilmar Tamm: Yes."
    (found,) = read(lines({"text": text, "title": "Gate", "published": "2025-04-12"}), ORIGIN)
    assert isinstance(found, Document)
    assert found.title == "Gate"
    assert found.published == date(2025, 4, 12)
    assert [part.name for part in found.structure if part.label == "message"] == [
        "Ann Berg, 11 April 2025, 07:58",
        "Ilmar Tamm, 11 April 2025, 08:03",
    ]


def test_a_record_without_id_is_known_by_its_line() -> None:
    found = list(read(b'\n{"text": "One."}\n\n{"text": "Two."}\n', ORIGIN))
    assert [item.key for item in found if isinstance(item, Document)] == [
        "talks.jsonl#line-2",
        "talks.jsonl#line-4",
    ]


def test_a_line_that_cannot_be_used_does_not_keep_the_others_out() -> None:
    data = lines(
        {"text": "One."}, ["no object"], {"title": "no text"}, {"text": 7}, {"text": " "}, {"text": "Six."}
    )
    found = list(read(data + b"\n{broken\n" + b"[" * 100_000, ORIGIN))
    assert [isinstance(item, Document) for item in found] == [
        True,
        False,
        False,
        False,
        False,
        True,
        False,
        False,
    ]
    for number, item in enumerate(found, 1):
        if isinstance(item, ParleyError):
            assert f"line {number}" in str(item)


def test_a_text_with_half_a_character_in_it_can_be_stored() -> None:
    (found,) = read(b'{"text": "broken \\ud83d smile", "title": "a \\udc00"}', ORIGIN)
    assert isinstance(found, Document)
    found.text.encode()
    found.title.encode()


def test_a_compressed_file_is_read_like_a_plain_one() -> None:
    data = lines({"text": "One."}, {"text": "Two."})
    assert list(read_compressed(gzip.compress(data), ORIGIN)) == list(read(data, ORIGIN))


def test_a_compressed_file_of_several_members_is_read_whole() -> None:
    data = gzip.compress(b'{"text": "One."}\n') + gzip.compress(b'{"text": "Two."}\n')
    assert len(list(read_compressed(data, ORIGIN))) == 2


@pytest.mark.parametrize("cut", [0, 5, 12, -9, -1])
def test_a_compressed_file_that_is_not_whole_is_refused(cut: int) -> None:
    data = gzip.compress(lines(*({"text": f"Document {n}."} for n in range(50))))
    with pytest.raises(MalformedSource, match="gzip"):
        list(read_compressed(data[:cut], ORIGIN))


def test_a_file_that_unpacks_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.readers.jsonl.MOST_BYTES", 1_000)
    for data in (gzip.compress(b"x" * 10_000), gzip.compress(b"x" * 600) + gzip.compress(b"y" * 600)):
        with pytest.raises(MalformedSource, match="unpacks to more than"):
            list(read_compressed(data, ORIGIN))


@pytest.mark.parametrize("behind", [b"", b"\0" * 9, gzip.compress(b"") + b"\0" * 5_000 + gzip.compress(b"")])
def test_a_compressed_file_is_read_whole_wherever_its_members_end(behind: bytes) -> None:
    first, second = lines({"text": "a" * 9_000}), lines({"text": "The envoys met."})
    data = gzip.compress(first + b"\n", 0) + gzip.compress(second) + behind
    assert [item.text for item in read_compressed(data, ORIGIN) if isinstance(item, Document)] == [
        "a" * 9_000,
        "The envoys met.",
    ]
    with pytest.raises(MalformedSource, match="not a whole gzip file"):
        read_compressed(data + b"x", ORIGIN)

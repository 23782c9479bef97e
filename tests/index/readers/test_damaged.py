"""Damaged files: each is read, or named with its reason in one line."""

import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import ParleyError
from index.model import Document
from index.readers import read_bytes
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import SENTENCES, archive, article, mail, page, pdf, rss, word

ITEM = f"<item><title>Talks</title><description>{SENTENCES[0]}</description></item>"
SAMPLES = {
    "exchange.html": page(article("<h1>Envoys agree</h1>")),
    "treaty.pdf": pdf([SENTENCES[:2], SENTENCES[2:]], title="Treaty"),
    "wire.rss": rss(ITEM * 3),
    "terms.docx": word(SENTENCES, title="Terms", table=[["Party", "Date"]]),
    "talks.eml": mail(SENTENCES[0], html=f"<p>{SENTENCES[0]}</p>", attached={"a.txt": SENTENCES[1].encode()}),
    "talks.mbox": b"From a@x.example Mon Jan  6 11:00:00 2025\n" + mail(SENTENCES[0]),
    "files.zip": archive({"a.html": page(article()), "b.txt": SENTENCES[0].encode()}),
    "notes.md": f"---\ntitle: Talks\ndate: 2025-03-14\n---\n# Talks\n\n{SENTENCES[0]}\n".encode(),
    "records.jsonl": b'{"title": "Talks", "text": "They met in Vienna.", "published": "2025-03-14"}\n' * 2,
}


@st.composite
def damage(draw: Callable[..., Any], data: bytes) -> bytes:
    """``data`` with bytes changed, a stretch cut out, doubled or replaced, or the end missing."""
    broken = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(broken)))
        end = min(len(broken), start + draw(st.integers(0, 40)))
        match draw(st.sampled_from(["change", "cut", "double", "truncate", "insert"])):
            case "change":
                broken[start:end] = bytes(byte ^ draw(st.integers(1, 255)) for byte in broken[start:end][:3])
            case "cut":
                del broken[start:end]
            case "double":
                broken[start:start] = broken[start:end]
            case "truncate":
                del broken[start:]
            case _:
                broken[start:start] = draw(st.binary(max_size=20))
    return bytes(broken)


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=125, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_named_with_its_reason(name: str, data: Any) -> None:
    check(name, data.draw(damage(SAMPLES[name])))


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=10, deadline=None)
@given(data=st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_named_with_their_reason(name: str, data: bytes) -> None:
    check(name, data)


def check(name: str, data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = list(attempt(name, data))
    assert found
    for item in found:
        if isinstance(item, Document):
            assert item.text.strip()
            item.text.encode()
            item.title.encode()
            assert item.title.strip()
            assert len(item.id) == 16
        else:
            message = str(item)
            assert name in message
            assert message.isprintable(), message
            assert len(message) > len(name) + 10


def attempt(name: str, data: bytes) -> Iterator[ParleyError | Document]:
    try:
        yield from read_bytes(data, Origin(name=name, key=f"/docs/{name}"))
    except ParleyError as error:
        yield error

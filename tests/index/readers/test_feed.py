"""RSS and Atom feeds."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from index.errors import MalformedSource, SourceError
from index.readers import feed
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import SENTENCES, rss

ORIGIN = Origin(name="wire.rss", key="/docs/wire.rss", url="https://wire.example.org/feed.xml")


def item(**fields: Any) -> str:
    return (
        "<item>"
        + "".join(
            f"<{name.replace('_', ':')}>{value}</{name.replace('_', ':')}>" for name, value in fields.items()
        )
        + "</item>"
    )


def test_an_item_is_a_document() -> None:
    body = f"&lt;p&gt;{SENTENCES[0]}&lt;/p&gt;&lt;p&gt;{SENTENCES[1]}&lt;/p&gt;"
    entry = item(title="Talks resume", link="https://wire.example.org/a?utm_medium=rss", content_encoded=body)
    (document,) = feed.read(rss(entry), ORIGIN)
    assert document.title == "Talks resume"
    assert document.text == f"{SENTENCES[0]}\n\n{SENTENCES[1]}"
    assert document.publisher == "Example Wire"
    assert document.key == "https://wire.example.org/a"
    assert document.url == "https://wire.example.org/a?utm_medium=rss"
    assert document.published is None


def test_the_longer_of_summary_and_content_is_the_text() -> None:
    entry = item(title="T", description="Short.", content_encoded=SENTENCES[0])
    assert feed.parse(rss(entry), ORIGIN).items[0].text == SENTENCES[0]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Fri, 14 Mar 2025 23:30:00 -0500", date(2025, 3, 14)),
        ("Sat, 15 Mar 2025 04:30:00 GMT", date(2025, 3, 15)),
        ("2025-03-14T23:30:00-05:00", date(2025, 3, 14)),
        ("Ср, 05 мар 2025 18:00:00 +0300", date(2025, 3, 5)),
        ("mer., 05 févr. 2025 12:00:00 +0100", date(2025, 2, 5)),
        ("Mi, 05 Mär 2025 10:00:00 +0100", date(2025, 3, 5)),
        ("soon", None),
        ("Fri, 99 Zzz 2025", None),
    ],
)
def test_the_date_is_the_day_where_it_was_published(stamp: str, day: date | None) -> None:
    assert feed.parse(rss(item(title="T", description="x", pubDate=stamp)), ORIGIN).items[0].published == day


def test_an_atom_entry_is_read_with_its_own_address_and_date() -> None:
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title><entry><title>Statement</title>'
        '<id>urn:x:1</id><link href="/statements/1"/><published>2025-03-14T10:00:00+02:00</published>'
        f"<updated>2025-03-20T10:00:00Z</updated><content>{SENTENCES[0]}</content></entry></feed>"
    ).encode()
    (entry,) = feed.parse(data, ORIGIN).items
    assert (entry.url, entry.published) == ("https://wire.example.org/statements/1", date(2025, 3, 14))


def test_an_item_without_an_address_is_known_by_its_identifier_or_its_content() -> None:
    data = rss(item(title="A", guid="tag:1", description="One.") + item(title="B", description="Two."))
    first, second = feed.parse(data, ORIGIN).items
    assert first.key == "tag:1"
    assert second.key == feed.parse(data, ORIGIN).items[1].key
    assert first.url is None


def test_an_item_given_twice_counts_once() -> None:
    entry = item(title="A", link="https://wire.example.org/a", description="One.")
    assert len(feed.parse(rss(entry + entry), ORIGIN).items) == 1


def test_an_item_without_text_is_refused_and_the_others_are_read() -> None:
    data = rss(item(title="A", link="https://wire.example.org/a") + item(title="B", description="Two."))
    refused, document = feed.read(data, ORIGIN)
    assert isinstance(refused, SourceError)
    assert "item 1" in str(refused)
    assert document.text == "Two."


def test_scripts_and_links_to_programs_are_not_taken_over() -> None:
    entry = item(
        title="A&lt;script&gt;x&lt;/script&gt;",
        link="javascript:alert(1)",
        description="&lt;script&gt;y&lt;/script&gt;Two.",
    )
    (found,) = feed.parse(rss(entry), ORIGIN).items
    assert (found.title, found.url, found.text) == ("A", None, "Two.")


def test_bytes_are_never_taken_for_the_name_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.rss"
    path.write_bytes(rss(item(title="Secret", description="Hidden.")))
    with pytest.raises(MalformedSource, match=r"^wire\.rss: not a readable feed"):
        feed.parse(str(path).encode(), ORIGIN)


def test_entities_that_grow_without_end_do_not() -> None:
    entities = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    data = rss(item(title="T", description="&a9;")).replace(
        b"?><rss", f"?><!DOCTYPE r [{entities}]><rss".encode()
    )
    try:
        found = feed.parse(data, ORIGIN)
    except MalformedSource:
        return
    assert sum(len(entry.text) for entry in found.items) < 100_000


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<html><body>No feed</body></html>", b"\x00\x01\x02", b"<rss>"]
)
def test_what_is_no_feed_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(MalformedSource, match=r"^wire\.rss: .+\.$"):
        list(feed.read(data, ORIGIN))


@pytest.mark.parametrize("stamp", ["2999-01-01T10:00:00Z", "0001-01-01T00:00:00Z"])
def test_a_day_on_which_nothing_can_have_been_published_is_not_known(stamp: str) -> None:
    (found,) = feed.parse(rss(item(title="T", pubDate=stamp, description=SENTENCES[0])), ORIGIN).items
    assert found.published is None

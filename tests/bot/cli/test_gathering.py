"""Addresses and feeds in the shell, from a server on the loopback interface."""

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.app.gathering import user_agent
from bot.cli import index as index_command
from bot.cli import main
from bot.cli.terminal.output import ExitCode

ARTICLE = "Norland and Sudria agreed to reopen the bridge at Port Amity. Farmers may cross it from June."
ITEM = "<item><title>Bridge to reopen</title><guid>{name}</guid><description>{text}</description></item>"


class Site(ThreadingHTTPServer):
    pages: dict[str, bytes]
    agents: list[str]

    @property
    def address(self) -> str:
        return f"http://127.0.0.9:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.agents.append(self.headers["User-Agent"])
        body = self.server.pages.get(self.path)
        self.send_response(404 if body is None else 200)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site(("127.0.0.9", 0), Handler)
    page = f"<html><head><title>Bridge to reopen</title></head><body><article><p>{ARTICLE}</p></article></body></html>"
    feed = f"<rss version='2.0'><channel><title>Delta Wire</title>{ITEM.format(name='1', text=ARTICLE)}</channel></rss>"
    site.pages = {"/bridge": page.encode(), "/feed": feed.encode()}
    site.agents = []
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield site
    site.shutdown()
    thread.join()
    site.server_close()


@pytest.fixture(autouse=True)
def working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("PARLEY_") or name == "DISCORD_TOKEN":
            monkeypatch.delenv(name)
    monkeypatch.setenv("PARLEY_FETCH_NETWORKS", "127.0.0.9/32")
    monkeypatch.chdir(tmp_path)


def printed(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_a_page_on_the_web_is_added_and_answered_from(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", f"{site.address}/bridge"]) == ExitCode.DONE
    assert "1 added" in printed(capsys)
    assert main(["ask", "Who may cross the bridge?"]) == ExitCode.DONE
    assert "Farmers may cross it from June." in printed(capsys)


def test_files_and_addresses_are_added_together_and_each_refusal_is_named(
    site: Site, documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = [str(documents), f"{site.address}/bridge", f"{site.address}/none", "http://127.0.0.1:9/"]
    assert main(["index", *sources]) == ExitCode.REFUSED
    out = printed(capsys)
    assert "3 added, 0 updated, 0 unchanged, 2 refused" in out
    assert "/none: the server answered 404" in out
    assert "127.0.0.1, which is not a public address" in out


def test_the_contact_of_the_host_is_told(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARLEY_CONTACT", "mailto:host@example.org")
    main(["index", f"{site.address}/bridge"])
    assert site.agents == [user_agent("mailto:host@example.org")]
    assert site.agents[0].endswith("(+mailto:host@example.org)")


def test_a_feed_is_followed_listed_refreshed_and_removed(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", "add", f"{site.address}/feed"]) == ExitCode.DONE
    assert "1 added" in printed(capsys)
    assert main(["feeds", "list"]) == ExitCode.DONE
    out = printed(capsys)
    assert "Delta Wire" in out
    assert "well" in out
    site.pages["/feed"] = site.pages["/feed"].replace(
        b"</channel>", ITEM.format(name="2", text="More.").encode() + b"</channel>"
    )
    assert main(["feeds", "refresh", "1", "--json"]) == ExitCode.DONE
    assert json.loads(printed(capsys))["added"] == 1
    assert main(["feeds", "remove", "1", "7", "--json"]) == ExitCode.REFUSED
    assert json.loads(printed(capsys)) == {"removed": [1], "unknown": [7]}
    assert main(["feeds", "remove", "1"]) == ExitCode.REFUSED
    assert main(["feeds", "remove", "https://example.org/wire"]) == ExitCode.REFUSED
    assert "There is no feed https://example.org/wire." in capsys.readouterr().err
    assert main(["feeds", "remove", "wire"]) == ExitCode.USAGE
    printed(capsys)
    assert main(["sources", "--json"]) == ExitCode.DONE
    assert len(json.loads(printed(capsys))["documents"]) == 2


def test_a_feed_that_fails_says_so_in_the_list(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    main(["feeds", "add", f"{site.address}/feed"])
    del site.pages["/feed"]
    assert main(["feeds", "refresh"]) == ExitCode.REFUSED
    printed(capsys)
    main(["feeds", "list", "--json"])
    (feed,) = json.loads(printed(capsys))["feeds"]
    assert "answered 404" in feed["failure"]
    main(["feeds", "list"])
    assert "failed once: " in printed(capsys)


def test_an_address_without_a_feed_is_not_followed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feeds", "add", f"{site.address}/bridge"]) == ExitCode.REFUSED
    assert "not a readable feed" in printed(capsys)
    main(["feeds", "list", "--json"])
    assert json.loads(printed(capsys)) == {"feeds": []}


@pytest.mark.parametrize("arguments", [["feeds", "refresh", "7"], ["feeds", "add", "ftp://example.org/feed"]])
def test_a_feed_that_cannot_be_is_refused_in_one_sentence(
    documents: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["index", str(documents)])
    assert main(arguments) == ExitCode.REFUSED
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_what_the_host_says_of_a_document_is_shown_and_stays(
    documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["index", str(documents)])
    printed(capsys)
    main(["sources", "list", "--json"])
    identity = json.loads(printed(capsys))["documents"][0]["id"]
    assert (
        main(["sources", "set", identity, "--title", "The adjournment", "--date", "20 October 2024"])
        == ExitCode.DONE
    )
    assert "20 October 2024" in printed(capsys)
    (documents / "fishing.md").write_text("The talks resumed in January.", encoding="utf-8")
    main(["index", str(documents)])
    printed(capsys)
    assert main(["sources", "show", identity, "--json"]) == ExitCode.DONE
    shown = json.loads(printed(capsys))
    assert shown["document"]["title"] == "The adjournment"
    assert shown["text"] == "The talks resumed in January."
    assert shown["former_versions"][0]["title"] == "The adjournment"
    assert main(["sources", "show", identity]) == ExitCode.DONE
    assert "updated: " in printed(capsys)
    assert main(["sources", "set", identity, "--publisher", "Courier", "--json"]) == ExitCode.DONE
    described = json.loads(printed(capsys))
    assert (described["title"], described["publisher"]) == ("The adjournment", "Courier")
    assert main(["sources", "remove", identity, "none", "--json"]) == ExitCode.REFUSED
    assert json.loads(printed(capsys)) == {"removed": [identity], "unknown": ["none"]}
    assert main(["sources", "show", identity]) == ExitCode.REFUSED


def test_a_watched_folder_is_followed(
    documents: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks = 0

    def look(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            (documents / "new.txt").write_text("The envoys met again in May.", encoding="utf-8")
        if looks == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(index_command.time, "sleep", look)
    assert main(["index", "--watch", str(documents)]) == ExitCode.INTERRUPTED
    out = printed(capsys)
    assert "2 added" in out
    assert "1 added, 0 updated, 0 unchanged, 0 refused" in out
    assert looks == 3


def test_a_file_that_goes_from_a_watched_folder_is_taken_out(
    documents: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks = 0

    def look(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            (documents / "fishing.md").unlink()
        if looks == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(index_command.time, "sleep", look)
    assert main(["index", "--watch", str(documents)]) == ExitCode.INTERRUPTED
    assert "0 added, 0 updated, 0 unchanged, 0 refused, 1 removed" in printed(capsys)
    main(["sources", "list", "--json"])
    assert len(json.loads(printed(capsys))["documents"]) == 1


@pytest.mark.parametrize("source", ["", " ", "\t"])
def test_nothing_is_no_source(source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The talks ended.", encoding="utf-8")
    assert main(["index", source]) == ExitCode.USAGE
    assert "A source is empty" in capsys.readouterr().err
    assert not (tmp_path / "parley.db").exists()


@pytest.mark.parametrize("address", ["ftp://a/b", "FILE:///etc/passwd", "gopher://example.org/"])
def test_an_address_of_another_scheme_is_refused_with_those_that_are_fetched(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", address]) == ExitCode.REFUSED
    assert "only http and https addresses are fetched" in printed(capsys)


def test_a_name_with_a_line_break_is_told_on_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a\nb\x1b[31m.txt").write_bytes(b"\x00\x01" * 50)
    assert main(["index", "a\nb\x1b[31m.txt"]) == ExitCode.REFUSED
    lines = printed(capsys).splitlines()
    assert len(lines) == 4
    assert "a b\ufffd[31m.txt is not text" in lines[1]


def test_a_pipe_is_refused_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert main(["index", "pipe.txt", "/dev/zero"]) == ExitCode.REFUSED
    assert printed(capsys).count("is not a regular file") == 2


def test_a_path_that_is_not_there_is_not_watched(
    tmp_path: Path, documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", "--watch", str(documents), str(tmp_path / "typo")]) == ExitCode.REFUSED
    said = capsys.readouterr().err
    assert said == f"parley: There is no file or folder {tmp_path / 'typo'}; check the path.\n"


def test_only_files_can_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "--watch", "https://example.org/"]) == ExitCode.USAGE


def test_a_collection_of_one_server_is_kept_apart(
    documents: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["index", "--collection", "server:1", str(documents)])
    printed(capsys)
    main(["sources", "list", "--json"])
    assert json.loads(printed(capsys))["documents"] == []
    main(["sources", "list", "--json", "--collection", "server:1"])
    assert len(json.loads(printed(capsys))["documents"]) == 2


def test_a_feed_is_removed_by_its_address(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feeds", "add", f"{site.address}/feed"]) == ExitCode.DONE
    printed(capsys)
    assert main(["feeds", "remove", f"{site.address}/feed"]) == ExitCode.DONE
    assert printed(capsys) == "removed 1\n"

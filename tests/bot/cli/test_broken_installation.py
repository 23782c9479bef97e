"""A package that is missing is a fault of the installation, and of no document."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.terminal.output import ExitCode
from index.adding.isolation import ReadingProcess
from index.adding.workers import workers
from index.errors import BrokenInstallation, MalformedSource
from index.readers.metadata.origin import Origin
from tests.index.readers.file_samples import SENTENCES, archive, article, page, pdf

WEB_PAGE = page(article())


@pytest.fixture
def without_html_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An environment whose package for cleaning HTML cannot be loaded, here and in the processes that are started."""
    folder = tmp_path / "packages"
    folder.mkdir()
    (folder / "lxml_html_clean.py").write_text(
        'raise ImportError("No module named lxml_html_clean")', encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(folder))
    # The processes that are kept for the next file were started in the environment before, or in this one.
    workers.cache_clear()
    yield
    workers.cache_clear()


@pytest.mark.usefixtures("without_html_clean")
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", WEB_PAGE),
        ("pages.zip", archive({"page.html": WEB_PAGE})),
    ],
)
def test_a_reader_that_cannot_be_loaded_is_the_installation_s_fault(name: str, data: bytes) -> None:
    with ReadingProcess() as process:
        with pytest.raises(BrokenInstallation, match=r"not installed whole .*lxml_html_clean") as caught:
            list(process.read(data, Origin(name=name, key=name)))
        assert name not in str(caught.value)
        (document,) = process.read(pdf([SENTENCES]), Origin(name="treaty.pdf", key="treaty.pdf"))
        assert SENTENCES[0] in document.text
        (broken,) = process.read(b"%PDF-1.7", Origin(name="torn.pdf", key="torn.pdf"))
        assert isinstance(broken, MalformedSource)


@pytest.mark.usefixtures("without_html_clean")
def test_the_command_ends_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_bytes(WEB_PAGE)
    assert main(["index", "-d", "parley.db", "page.html"]) == ExitCode.FAULT
    assert int(ExitCode.FAULT) == 70
    err = capsys.readouterr().err
    assert err.startswith("parley: Parley is not installed whole")
    assert "lxml_html_clean" in err
    assert len(err.splitlines()) == 1

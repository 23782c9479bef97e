"""A name that is typed small is read as the name that the documents write, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Document, Index
from index.answering.casing import as_written
from index.requests import Filters

TEXT = (
    "The envoys of Norland met the envoys of Marenia in Port Alba. In May, said Ilse Tamm, the bridge at Lomar was closed. "
    "A mission from Norland left with Tamm. Envoys are busy, other nations say to the United Nations. "
    "The Lomar mechanism is chaired by Marenia. Minister Hask has resigned."
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(tmp_path_factory.mktemp("casing") / "parley.db") as opened:
        opened.add_documents([Document(key="a", title="Harbour talks", text=TEXT)])
        yield opened


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("who chairs the lomar mechanism", "who chairs the Lomar mechanism"),
        ("Where did the envoys of norland meet?", "Where did the envoys of Norland meet?"),
        ("what did i hear of tamm", "what did i hear of Tamm"),
        ("envoys marenia port alba", "envoys Marenia Port alba"),
        ("Did I hear that norland left?", "Did I hear that Norland left?"),
        ("who chairs the Lomar mechanism for norland", "who chairs the Lomar mechanism for norland"),
        ("what did the kuwaiti envoy say of us", "what did the Kuwaiti envoy say of us"),
        ("who met in cyprus or poland's capital", "who met in Cyprus or Poland's capital"),
        ("when did hask resign", "when did Hask resign"),
        ("who left for ostvale", "who left for ostvale"),
        ("which nations left", "which nations left"),
        ("what happened in may", "what happened in may"),
        ("WHO LEFT NORLAND", "WHO LEFT NORLAND"),
        ("boats " * 23 + "norland", "boats " * 23 + "Norland"),
        ("boats " * 24 + "norland", "boats " * 24 + "norland"),
        ("", ""),
    ],
)
def test_names_get_the_capital_of_the_documents(index: Index, typed: str, written: str) -> None:
    with index.searching() as searcher:
        assert as_written(searcher, typed, Filters()) == written


@given(st.text(max_size=80))
def test_nothing_but_capitals_changes(index: Index, typed: str) -> None:
    with index.searching() as searcher:
        written = as_written(searcher, typed, Filters())
    assert len(written) >= len(typed)
    assert written.casefold() == typed.casefold()


def test_a_name_typed_small_that_stands_nowhere_near_is_missed(tmp_path: Path) -> None:
    other = Document(key="b", title="Weather", text="It rained in Sudland. The harvest of Sudland was good.")
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Harbour talks", text=TEXT), other])
        assert index.ask("who chairs the lomar mechanism").answered
        assert not index.ask("who chairs the sudland mechanism").answered


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("What did they recommend as an upper limit?", "What did they recommend as an upper limit?"),
        ("Who asked them to free the crews?", "Who asked them to free the crews?"),
        ("who met the envoy of upper norland", "who met the envoy of Upper Norland"),
        ("who signed for the free companies", "who signed for the Free companies"),
    ],
)
def test_a_word_that_is_a_name_beside_another_alone_is_none_without_it(
    tmp_path: Path, typed: str, written: str
) -> None:
    text = (
        "Envoys from Lomar and Upper Norland met in Hollin. The chief of the Free Companies signed, and so did the envoy of "
        "Upper Norland. Other companies of Norland stayed away."
    )
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([Document(key="a", title="Report", text=text)])
        with index.searching() as searcher:
            assert as_written(searcher, typed, Filters()) == written

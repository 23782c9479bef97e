"""What is answered, found and ranked is what the kept records say; after a change that is meant they are written anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Index
from tests.index.kept.corpus import opened
from tests.index.kept.records import RECORDS, path_of, written


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with opened(tmp_path_factory.mktemp("kept") / "parley.db") as index:
        yield index


@pytest.mark.parametrize("name", RECORDS)
def test_it_is_as_the_record_says(index: Index, name: str) -> None:
    kept, now = (
        text.splitlines() for text in (path_of(name).read_text(encoding="utf-8"), written(name, index))
    )
    assert now == kept, (
        "python -m tests.index.kept.records writes the records anew: read what differs before it is kept."
    )


def test_what_is_searched_stays_when_the_index_is_put_in_order(tmp_path: Path) -> None:
    with opened(tmp_path / "parley.db") as index:
        index.optimise()
        assert written("searches", index) == path_of("searches").read_text(encoding="utf-8")

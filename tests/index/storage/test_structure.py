"""The parts of a document as they are stored."""

import pytest

from index.model import Part
from index.storage.structure import dump, load

PARTS = (
    Part("scan", 0, 90, fields=(("1", "99"),)),
    Part("article", 0, 50, "Article 1", "1"),
    Part("row", 50, 90, "table 1, row 1", "1", heads=((0, 5),)),
)


def test_parts_come_back_as_they_were() -> None:
    parts = load(dump(PARTS))
    assert parts == PARTS and tuple(parts) == PARTS and len(parts) == len(PARTS)
    assert parts[1] == PARTS[1] and parts[1:] == PARTS[1:]


def test_no_parts_are_none() -> None:
    assert load(dump(())) == ()


def test_the_first_part_is_read_without_the_others() -> None:
    parts = load(dump(PARTS)[:-1] + ',["no part"]]')
    assert parts and parts[0] == PARTS[0]
    with pytest.raises(ValueError, match="unpack"):
        len(parts)

"""Whom a first name alone means, where a role that is shared says so."""

import pytest

from index.quotations.speaker_groups import group_speakers
from tests.index.kept.people import counted


@pytest.mark.parametrize(
    ("described", "groups"),
    [
        (("Kim, president", "Kim Malin, president"), 1),
        (("Kim, president", "Kim Malin, cook"), 2),
        (("Kim, president", "Kim Malin, president", "Kim Orsic, president"), 3),
        (("Kim, president", "Kim Malin, president", "Kim Orsic, cook"), 2),
    ],
)
def test_one_person_is_meant_and_not_one_of_two(described: tuple[str, ...], groups: int) -> None:
    assert len(group_speakers(list(map(counted, described)))) == groups

"""Two reports that name two people, or one person twice: who is one speaker across documents, as news names people."""

from pathlib import Path

import pytest

from index.language.tokens import Analyzer
from index.quotations import find_quotations
from index.quotations.speaker_groups import group_speakers
from index.quotations.speakers import SpeakerKeys
from index.quotations.storage import SpeakerCount

_TABLE = Path(__file__).with_name("pairs_of_people.txt")
_KEYS = SpeakerKeys(Analyzer())
_FEWEST = 55


def _pairs(heading: str) -> list[str]:
    text = _TABLE.read_text(encoding="utf-8").partition(f"## {heading}\n\n")[2].partition("\n\n##")[0]
    return text.strip().split("\n\n")


def _speakers(pair: str) -> int:
    counts = [
        SpeakerCount(
            _KEYS.key(item.speaker, person=item.named, role=item.role, gender=item.gender),
            item.speaker,
            item.role,
            1,
            1,
        )
        for report in pair.splitlines()
        for item in find_quotations(report.replace(" ++ ", "\n\n"))
    ]
    assert len(counts) > 1, pair
    return len(group_speakers(counts))


@pytest.mark.parametrize("pair", _pairs("two people"))
def test_two_people_of_the_news_stay_two(pair: str) -> None:
    assert _speakers(pair) == len(pair.replace(" ++ ", "\n").splitlines())


@pytest.mark.parametrize("pair", _pairs("one person"))
def test_one_person_of_the_news_is_one(pair: str) -> None:
    assert _speakers(pair) == 1


def test_the_table_holds_what_it_should() -> None:
    assert len(_pairs("two people")) >= _FEWEST
    assert len(_pairs("one person")) >= _FEWEST

"""What an agreement lays down for a day is planned, whenever it is printed again: a day that is past was not therefore kept."""

from datetime import date
from pathlib import Path

import pytest

from index import Document, Index


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("The Parties shall release all prisoners of war by 15 July 2025.", True),
        ("Hostilities shall cease at 06:00 on 1 June 2025.", True),
        ("Kesh shall withdraw its guns behind the river before 1 May 2025.", True),
        ("The Parties released all prisoners of war on 15 July 2025.", False),
        ("Hostilities ceased on 1 June 2025.", False),
    ],
)
def test_a_duty_whose_day_is_past_has_not_happened(tmp_path: Path, text: str, planned: bool) -> None:
    with Index.open(tmp_path / "parley.db") as index:
        for day in (date(2025, 3, 12), date(2025, 9, 1)):
            index.add_documents(
                [Document(key=str(day), title=f"Treaty as of {day}", text=text, published=day)]
            )
        events = index.timeline()
    assert {event.planned for event in events if event.citations[0].published == date(2025, 9, 1)} <= {
        planned
    }
    assert any(event.planned is planned for event in events)

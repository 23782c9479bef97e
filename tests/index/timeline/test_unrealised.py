"""What a sentence tells as meant, hoped, denied or rumoured is no event that happened on its date.

All were written on Friday 14 March 2025. Each stands for its kind.
"""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document
from index.timeline.finding import find_events

FRIDAY = date(2025, 3, 14)

UNTOLD = [
    "The ceasefire was to have begun on Monday, but it never did.",
    "Had Lind signed on 3 May, the war would have ended a year earlier.",
    "Had the envoys met in January, the port would be open now.",
    "Reports that the deal was signed on 4 June were denied by both ministries.",
    "Claims that the army crossed the river on Tuesday proved false.",
    "Rumours that Vane had resigned on Wednesday turned out to be untrue.",
    "A report that the two leaders had met on 3 February was false.",
    "The ministry would have published the list on Monday.",
    "Norland threatened to close the strait on 20 March.",
    "The sides almost signed an agreement in March 2022.",
    "The two nearly came to blows in the chamber in May 2023.",
    "In place of the ceasefire planned for 12 February, the fighting grew worse.",
    "He left Lucerne without having met the rebels on Tuesday.",
    "Lind is said to have met the rebels on 3 March.",
    "The general was reported to have fled on 2 March.",
    "The envoy was said to have arrived in Tarvo on Wednesday.",
    "The rebels allegedly shelled the port on Tuesday.",
    "The vote was supposed to take place on 5 March, but the speaker fell ill.",
    "Vane was due to fly to Lucerne on Monday but stayed at home.",
    "The talks were meant to resume on Tuesday; they did not.",
    "The army came close to taking the town in January 2024.",
    "The two sides were about to sign on 6 March when the shelling began.",
    "It is not true that the port was closed on Monday.",
    "It was wrongly reported that the envoy had arrived on Tuesday.",
    "The company denied having paid the militia in 2019.",
    "The ministry denied the envoy had met rebels on 3 March.",
    "The embassy dismissed as fabricated a report that its staff left on Sunday.",
    "Contrary to reports, Lind did not fly to Tarvo on Sunday.",
    "Contrary to a report on the radio, the port was never closed on Monday.",
    "If Lind had signed on 3 May, the war would have ended.",
    "Without the storm, the ships would have left on Tuesday.",
    "But for the shelling, the talks would have begun on Monday.",
    "Norland was scheduled to hand over the island on 1 January 2024 but refused.",
    "The council wanted to vote on 4 March, but lacked a quorum.",
    "The envoys had hoped to meet on Monday.",
    "The sides had planned to sign the treaty in December 2024.",
    "The deal was all but signed on 3 March.",
    "Sudria was on the verge of signing the accord in 2023.",
    "The leaders pretended to have agreed on 3 March.",
    "The photograph purports to show the envoys signing on 3 March.",
    "Far from ending in 2023, the war grew.",
    "Rather than sign on 3 March, Lind left the room.",
    "The parliament was to have voted on Thursday.",
    "The two sides were to have exchanged lists on Thursday.",
    "Had it not been for the storm, the fleet would have sailed on 3 February.",
    "News of a truce on 5 February turned out to be a hoax.",
    "The ministry said reports of a raid on Tuesday were baseless.",
    "There is no evidence that the army used gas in January 2024.",
    "State television falsely claimed that the bridge had been retaken on Sunday.",
    "Lind was rumoured to have left the country in February.",
    "Peace talks came close to collapsing on Tuesday.",
    "Rather than wait until 1 April, Norland acted.",
    "The envoy denied that she had met the general in May 2023.",
    "Vane denied meeting the rebels in Tarvo on 3 March.",
    "The council had intended to publish the report in December.",
    "Norland had threatened to leave the pact on 1 January 2025.",
    "The general allegedly ordered the raid of 3 March.",
]

TOLD = [
    ("The meeting planned for 3 February fell through.", ["2025-02-03 day cancelled"]),
    ("Plans to meet in Lund on 3 February fell through.", ["2025-02-03 day cancelled"]),
    ("The plan to sign the accord on 3 February collapsed.", ["2025-02-03 day cancelled"]),
    ("Efforts to end the strike collapsed on 3 February.", ["2025-02-03 day"]),
    ("The council failed on Thursday to pass the budget.", ["2025-03-13 day"]),
    ("On Tuesday Norland threatened to close the strait.", ["2025-03-11 day"]),
    ("Instead of going to Lucerne on Sunday, the envoy flew to Tarvo on Monday.", ["2025-03-10 day"]),
    ("The visit that was set for 6 March was called off.", ["2025-03-06 day cancelled"]),
    ("The court on Wednesday annulled the election.", ["2025-03-12 day"]),
    ("The two presidents avoided a handshake on Thursday.", ["2025-03-13 day"]),
    ("The convoy was supposed to reach Sella on 6 March but it never arrived.", ["2025-03-06 day negated"]),
    ("A second round scheduled for 4 March fell apart.", ["2025-03-04 day cancelled"]),
    ("The handover set for 20 February never happened.", ["2025-02-20 day negated"]),
    ("The general was arrested on Tuesday for allegedly ordering the raid.", ["2025-03-11 day"]),
    ("Police arrested on Tuesday a man accused of an alleged plot.", ["2025-03-11 day"]),
    ("Nearly 300 people were killed on Monday when a dam broke.", ["2025-03-10 day"]),
    ("Almost all of the prisoners were freed on Monday.", ["2025-03-10 day"]),
    ("The council rejected on Monday a report that blamed the army.", ["2025-03-10 day"]),
    ("Claims were paid on Monday.", ["2025-03-10 day"]),
    ("On Monday, the court rejected claims that the vote was rigged.", ["2025-03-10 day"]),
    ("The port, which was supposed to be closed, was reopened on Monday.", ["2025-03-10 day"]),
    ("The mission was about to leave when it was attacked on Monday.", ["2025-03-10 day"]),
    ("They were to be paid in dollars, but on Monday the bank sent them rupees.", ["2025-03-10 day"]),
    ("Instead of soldiers, Norland sent nurses to Sella on Monday.", ["2025-03-10 day"]),
    ("Lind left for Lucerne on Tuesday rather than wait.", ["2025-03-11 day"]),
    ("Exports nearly doubled in February.", ["2025-02-01 month"]),
    ("The bank, once expected to fail, was saved on Wednesday.", ["2025-03-12 day"]),
    (
        "The treaty signed on 3 May 2024 was annulled by the court on Wednesday.",
        ["2024-05-03 day", "2025-03-12 day"],
    ),
    ("The accord was to be signed on 4 June 2024 but was not.", ["2024-06-04 day negated"]),
    ("The truce that was to start on Sunday fell through.", ["2025-03-09 day cancelled"]),
    ("The summit planned for May 2024 never took place.", ["2024-05-01 month negated"]),
    (
        "The sides had agreed to exchange prisoners on 8 March, but the exchange did not happen.",
        ["2025-03-08 day negated"],
    ),
    ("The ceasefire agreed for 3 March collapsed before it began.", ["2025-03-03 day cancelled"]),
    ("The offer made on 3 March lapsed.", ["2025-03-03 day"]),
    ("Vane refused to meet Lind on Tuesday.", ["2025-03-11 day"]),
]


def read(text: str) -> list[str]:
    found = find_events(Document("talks", "Talks", text, published=FRIDAY), sentences(text))
    return [f"{event.earliest} {event.granularity} {event.undone or ''}".strip() for event in found]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_is_not_told_to_have_happened_is_left_out(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "reading"), TOLD)
def test_what_was_done_or_called_off_says_which(text: str, reading: list[str]) -> None:
    assert read(text) == reading

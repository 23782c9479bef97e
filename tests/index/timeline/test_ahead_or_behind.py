"""On which side of the day of writing a date without a year lies, where the verb nearest to it does not tell.

Written on Friday 14 March 2025, where no other day is given.
"""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document
from index.timeline.finding import find_events

FRIDAY = date(2025, 3, 14)

FORESEEN = [
    ("Air pollution in Sella is likely to reach severe levels on Wednesday.", ["2025-03-19 planned"]),
    ("The council of Norland is poised to vote on Wednesday.", ["2025-03-19 planned"]),
    ("Rain is likely to be worst in Sella on Tuesday, forecasters warned.", ["2025-03-18 planned"]),
    ("The two sides are certain to meet on Thursday in Port Amity.", ["2025-03-20 planned"]),
    ("The strike in Sella is bound to begin on Monday.", ["2025-03-17 planned"]),
    ("Come 19 November, those who paid will receive the first delivery.", ["2025-11-19 planned"]),
    ("The council was poised to vote on 3 March.", ["2025-03-03 happened"]),
]
TOLD_TO = [
    (
        "A message was shared with thousands of followers telling them to gather at the harbour on Wednesday.",
        ["2025-03-19 planned"],
    ),
    ("The union sent out letters urging its members to stop work on Monday.", ["2025-03-17 planned"]),
    ("Leaflets were dropped over Sella warning people to leave on Sunday.", ["2025-03-16 planned"]),
    ("Leaders issued a note calling on followers to march on Saturday.", ["2025-03-15 planned"]),
    ("The ministry urged residents on Sunday to leave the valley.", ["2025-03-09 happened"]),
    ("Captain Rask decided to step in on Monday, saying that Lund should resign.", ["2025-03-10 happened"]),
    ("The council decided to meet in Sella on Monday.", ["2025-03-17 planned"]),
]
MOVED = [
    ("The vote was brought forward from 20 March to 12 March.", ["2025-03-20 moved", "2025-03-12 happened"]),
    ("The hearing has been pushed back to 21 April.", ["2025-04-21 planned"]),
    ("The hearing has been put back a week to 21 March.", ["2025-03-21 planned"]),
    ("The meeting on 14 April has been pushed to 21 April.", ["2025-04-14 moved", "2025-04-21 planned"]),
    ("The hearing of 11 March has been postponed to 18 March.", ["2025-03-11 moved", "2025-03-18 planned"]),
    (
        "The vote was scheduled for 5 March but was delayed until 9 April.",
        ["2025-03-05 moved", "2025-04-09 planned"],
    ),
    (
        "The meeting set for 14 April will now take place on 21 April.",
        ["2025-04-14 moved", "2025-04-21 planned"],
    ),
    (
        "The meeting was to be held on 14 April; it will now be held on 21 April.",
        ["2025-04-14 moved", "2025-04-21 planned"],
    ),
    (
        "The meeting on Tuesday has been put off until Thursday.",
        ["2025-03-11 moved", "2025-03-20 planned"],
    ),
]
CALLED_OFF = [
    ("Norland has cancelled the talks on 5 April.", ["2025-04-05 cancelled"]),
    ("Norland called off the talks on 5 April.", ["2025-04-05 cancelled"]),
    ("Norland angered Sudria by cancelling the talks on 5 April.", ["2025-04-05 cancelled"]),
    ("Norland cancelled the talks of 5 March.", ["2025-03-05 cancelled"]),
    ("The talks on 5 April were cancelled by Norland.", ["2025-04-05 cancelled"]),
    ("The talks on 5 March were cancelled by Norland.", ["2025-03-05 cancelled"]),
    ("The summit on 2 May has been called off.", ["2025-05-02 cancelled"]),
    # nobody is told to have done so
    ("Cancelling the meeting of 3 April would be a mistake, Vane said.", ["2025-04-03 planned"]),
    (
        "Vane said that a cut, in addition to cancelling the levy due on 15 December, requires concessions.",
        ["2025-12-15 planned"],
    ),
]
SPANS = [
    ("The envoys will meet in Port Amity from Tuesday through Thursday.", ["2025-03-18 planned"]),
    ("The envoys met in Port Amity from Monday to Wednesday.", ["2025-03-10 happened"]),
    ("In the year 421 BC Sudria and Norland made peace in Sella.", []),
]


def told(text: str, published: date) -> list[str]:
    document = Document("note", "Note", text, published=published)
    return [
        f"{event.earliest} {event.undone or ('planned' if event.planned else 'happened')}"
        for event in find_events(document, sentences(text))
    ]


@pytest.mark.parametrize(("text", "expected"), [*FORESEEN, *TOLD_TO, *MOVED, *CALLED_OFF, *SPANS])
def test_a_day_lies_where_its_words_put_it(text: str, expected: list[str]) -> None:
    assert told(text, FRIDAY) == expected


def test_a_range_of_weekdays_reaches_its_last_day() -> None:
    text = "The envoys will meet in Port Amity from Tuesday through Thursday."
    [event] = find_events(Document("note", "Note", text, published=FRIDAY), sentences(text))
    assert (event.earliest, event.latest) == (date(2025, 3, 18), date(2025, 3, 20))


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "President Biden has invited President Volodymyr Zelenskyy of Ukraine to the White House for a meeting on "
            "Tuesday, December 12 to underscore the unshakeable commitment of the United States to Ukraine.",
            date(2023, 12, 10),
            ["2023-12-12 planned"],
        ),
        (
            "Today’s ruling from the Southern District of Ohio affirms that Medicare will move forward with negotiating "
            "lower prices for millions of seniors.",
            date(2023, 9, 29),
            ["2023-09-29 happened"],
        ),
        (
            "Today, the Biden-Harris Administration will convene the first ever White House Methane Summit around the "
            "urgent need to dramatically reduce methane emissions.",
            date(2023, 7, 26),
            ["2023-07-26 planned"],
        ),
        (
            "In 2024, the Smart Cities Business Innovation Fund will grant $3 million for urban innovation projects to "
            "strengthen private sector investment across the region.",
            date(2024, 10, 10),
            ["2024-01-01 planned"],
        ),
    ],
)
def test_statements_of_the_white_house(text: str, published: date, expected: list[str]) -> None:
    assert told(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudria imposed an arms embargo on Norland on 3 March.", ["2025-03-03 happened"]),
        ("Norland will lift the oil embargo on 1 April.", ["2025-04-01 planned"]),
        ("This call is embargoed until 9 p.m. tonight.", []),
    ],
)
def test_an_embargo_is_one_of_trade_unless_it_is_of_a_call(text: str, expected: list[str]) -> None:
    assert told(text, FRIDAY) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two days before the vote on 9 March, shells hit the depot.", "the vote on 9 March"),
        ("Norland sent troops a month after the attack of 7 October 2023.", "the attack of 7 October 2023"),
        ("Vane flew to Sella ahead of the summit on 20 March.", "the summit on 20 March"),
        ("On the eve of the summit of 20 March, Vane flew to Sella.", "the summit of 20 March"),
        ("After the talks of 5 March, Vane flew to Sella.", "the talks of 5 March"),
        ("Vane flew to Sella before the vote on 9 March.", "the vote on 9 March"),
        ("In the week after the truce of 3 March, Sudria withdrew.", "the truce of 3 March"),
    ],
)
def test_what_comes_before_or_after_a_thing_is_not_of_its_day(text: str, words: str) -> None:
    [event] = find_events(Document("note", "Note", text, published=FRIDAY), sentences(text))
    assert event.clause is not None
    assert text[slice(*event.clause)] == words

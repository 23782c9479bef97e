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
    ("Ministers moved the talks to 14 May.", ["2025-05-14 planned"]),
    ("Judges put off the Prinz hearing to 9 May.", ["2025-05-09 planned"]),
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


DENIED_OF_ANOTHER = [
    (
        "Norland came under fire on Tuesday over its decision to no longer pay the fee.",
        ["2025-03-11 happened"],
    ),
    ("Lund drew criticism on Monday for her plea to not sign the pact.", ["2025-03-10 happened"]),
    (
        "Sudria did not appear at the hearings, but, in a letter to the court on 28 February, rejected the questions.",
        ["2025-02-28 happened"],
    ),
    ("The talks in Sella did not end but were interrupted on Monday.", ["2025-03-10 happened"]),
    ("Norland did not sign the pact on Monday.", ["2025-03-10 negated"]),
]
GOING = [
    ("Obviously, on Monday, she’s going to Sella in connection with the pact.", ["2025-03-17 planned"]),
    ("On Monday, the President is traveling to Norland to meet Lund.", ["2025-03-17 planned"]),
    ("On Monday, Lund was going to Sella when shells hit her car.", ["2025-03-10 happened"]),
    ("Monday’s meeting in Sella ended without a paper.", ["2025-03-10 happened"]),
    # a plan that is a thing, and what somebody plans
    (
        "Norland ended the war by enacting a landmark Sella Peace Plan to unleash growth and sign a treaty.",
        [],
    ),
    ("Norland and Sudria plan to sign a treaty on tolls.", ["None planned"]),
]
BESIDE_ANOTHER = [
    (
        "The Sella Sisters will play in Lomar on Sept. 12, with Port Amity hosting the last date of the tour, Oct. 10.",
        ["2025-09-12 planned", "2025-10-10 planned"],
    ),
    ("Norland started a campaign to get more people vaccinated by July 4th.", ["2025-07-04 planned"]),
    ("Lund, who was freed by February, met Vane in Sella.", ["2025-02-01 happened"]),
    ("The fair in Sella was set to end the next morning.", []),
    (
        "Lund thanked the officers of Norland who are working round the clock this weekend.",
        ["2025-03-15 planned"],
    ),
    ("The envoys met last week, on Thursday.", ["2025-03-06 happened"]),
]
NO_DAYS = [
    "Officers arrested Edda Lund, of 1119 Eighth St. in Sella, over the theft.",
    "That phrase takes people in Norland back to 1980, and Lund is not there.",
    "Norland is building the foundations of tomorrow’s successes today.",
    "Copies of this paperback from 1985 started at $200 in Norland.",
    "A film from 1964 was shown to the envoys of Norland.",
]
OF_A_MONTH = [
    ("The ministers will meet on the first Monday of April.", ["2025-04-07 planned"]),
    ("The ministers of Norland met on the last Friday of February.", ["2025-02-28 happened"]),
    (
        "The envoys of Norland met on 3, 5 and 9 March.",
        ["2025-03-03 happened", "2025-03-05 happened", "2025-03-09 happened"],
    ),
    ("The envoys will speak at 14.00 CET on Monday.", ["2025-03-17 planned"]),
    # one clause tells of the week, another of a day in it
    (
        "Vane will travel to Norland next week, where he will meet Lund on Tuesday.",
        ["2025-03-17 planned", "2025-03-18 planned"],
    ),
    (
        "A case was reported in Sudria over the weekend, after two people there had died last week.",
        ["2025-03-08 happened", "2025-03-03 happened"],
    ),
]
TOLD_AGAIN = [
    ("We welcome Norland's announcement today that it will stand with Sudria.", ["2025-03-14 happened"]),
    ("Lund welcomed the decision on Monday that Norland will join the pact.", ["2025-03-10 happened"]),
    (
        "Fighting began on 1 March 2025. The week after, Norland sent troops.",
        ["2025-03-01 happened", "2025-03-03 happened"],
    ),
    (
        "Alto lent the party a flat from 29 January, the week after the vote was called.",
        ["2025-01-29 happened"],
    ),
    ("We are here today with Rask. On that day he served on the first ship to arrive in Sella.", []),
    (
        "The Sella Sisters will loop into Shoreline Hall at Port Amity, in Norland, for a hometown show on Sept. 12.",
        ["2025-09-12 planned"],
    ),
]


def told(text: str, published: date) -> list[str]:
    document = Document("note", "Note", text, published=published)
    events = find_events(document, sentences(text))
    became = [event.undone or ("planned" if event.planned else "happened") for event in events]
    days = [None if event.granularity == "vague" else event.earliest for event in events]
    return [f"{day} {what}" for day, what in zip(days, became, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *FORESEEN,
        *TOLD_TO,
        *MOVED,
        *CALLED_OFF,
        *SPANS,
        *TOLD_AGAIN,
        *DENIED_OF_ANOTHER,
        *OF_A_MONTH,
        *BESIDE_ANOTHER,
        *GOING,
    ],
)
def test_a_day_lies_where_its_words_put_it(text: str, expected: list[str]) -> None:
    assert told(text, FRIDAY) == expected


@pytest.mark.parametrize("text", NO_DAYS)
def test_a_year_or_day_that_is_only_named_dates_nothing(text: str) -> None:
    assert told(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The envoys meet on April 12th through the 14th in Port Amity.", date(2025, 4, 14)),
        ("The envoys met March 3rd through 5th in Port Amity.", date(2025, 3, 5)),
        ("The envoys met March 12th and 13th in Port Amity.", date(2025, 3, 13)),
    ],
)
def test_a_range_of_days_reaches_its_last(text: str, last: date) -> None:
    [event] = find_events(Document("note", "Note", text, published=FRIDAY), sentences(text))
    assert event.latest == last


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norland's envoy arrived on 03/08/2025.", ["2025-03-08 happened"]),
        ("Norland's envoy arrived on 08/03/2025.", ["2025-03-08 happened"]),
        ("Norland's envoy will arrive on 04/05/2025.", ["2025-04-05 planned"]),
        (
            "Norland signed on 25/02/2025 in Sella. Sudria signed on 02/01/2025 in Sella.",
            ["2025-02-25 happened", "2025-01-02 happened"],
        ),
        (
            "Norland signed on 02/25/2025 in Sella. Sudria signed on 02/01/2025 in Sella.",
            ["2025-02-25 happened", "2025-02-01 happened"],
        ),
    ],
)
def test_dates_of_digits_are_read_as_the_text_writes_them(text: str, days: list[str]) -> None:
    assert told(text, FRIDAY) == days


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
            "It builds on the Secretary’s speech from November focusing on why the region is critical to advance our "
            "shared global interests.",
            date(2022, 8, 7),
            ["2021-11-01 happened"],
        ),
        (
            "We welcome Japan’s announcement today that it will stand with the European Commission, France and Germany to "
            "isolate Russia from the international financial system.",
            date(2022, 2, 27),
            ["2022-02-27 happened"],
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


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Thousands honoured the men who began the revolt of Sella in 1961 in a rally on Saturday.", True),
        ("Lund met the envoys who signed the pact on Saturday.", False),
    ],
)
def test_a_day_behind_a_far_older_one_is_not_of_its_relative_clause(text: str, whole: bool) -> None:
    events = find_events(Document("note", "Note", text, published=FRIDAY), sentences(text))
    [clause] = [event.clause for event in events if event.earliest == date(2025, 3, 8)]
    assert (clause is None) is whole

"""What the words around a date make of the event: sentences of each kind, and what is listed of them."""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document, Status
from index.timeline.finding import FoundEvent, find_events

FRIDAY = date(2025, 3, 14)


def events_in(text: str) -> tuple[FoundEvent, ...]:
    return find_events(Document(key="talks", title="Talks", text=text, published=FRIDAY), sentences(text))


def told(text: str) -> list[tuple[str, Status]]:
    return [
        (str(event.earliest), event.undone or ("planned" if event.planned else "happened"))
        for event in events_in(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        # comparison, and the beginning of a span
        "Exports fell to their lowest level since May 2023.",
        "It is the first such visit since 2019.",
        "Donors have pledged $180 million since October 7.",
        "The mission has recorded almost 500 attacks in the valley since October 7, 2023.",
        "Since Monday, 40 people have died.",
        "The Socialists saw their seat count decline from 120 in 2022 to 58.",
        "Prices rose faster than in 2022 across the union.",
        "The town is smaller compared with 2014.",
        "Gas prices are not where they were a year ago in Tarvo.",
        # possibility, condition, denial, negation
        "If the truce holds until Monday, envoys will meet.",
        "The parties may meet on Tuesday in Tarvo.",
        "The convoy could arrive on Sunday.",
        "The army should have withdrawn by Monday.",
        "Orsic denied that troops had crossed the river on Monday.",
        "Orsic rejected claims that his men had shelled the port on Monday.",
        "Neither side fired on Monday.",
        "The aim is to prevent a war, not tomorrow or next month, he said.",
        "Could the sides meet on Monday?",
        # a thing that is named by its date
        "Under the March 2022 draft, troops would leave.",
        "The ban follows Executive Order 14024 of April 15, 2021.",
        "They want to build tomorrow's economy together with us.",
        "Workers must meet the challenges of the 21st century together.",
        "Nobody knows what tomorrow will bring to the valley.",
        # no day of its own
        "As of 5:45 p.m. Lucerne time the index was up by 0.64%.",
        "Today is Friday, March 14th, and that is all.",
        # what pages print around their text
        "©2025 Harbour News, LLC. All rights reserved.",
        "Photo: Troops march in Tarvo on March 3, 2025.",
        "Read more: The talks that failed in 2019.",
        "This story was updated on March 14, 2025.",
        "Thank you all for joining us today.",
        "Q    Will the President travel to Tarvo on Monday. We heard so yesterday.",
    ],
)  # fmt: skip
def test_what_no_clause_dates_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There will be no meeting on Sunday, the ministry said.", [("2025-03-16", "negated")]),
        ("The envoys will not meet on Tuesday in Tarvo.", [("2025-03-18", "negated")]),
        ("The talks planned for Sunday were cancelled.", [("2025-03-16", "cancelled")]),
        ("The meeting on Sunday was called off.", [("2025-03-09", "cancelled")]),
        (
            "The ministry cancelled on Thursday the talks that were due on Saturday.",
            [("2025-03-13", "happened"), ("2025-03-15", "cancelled")],
        ),
        (
            "The summit was postponed from Sunday to Tuesday.",
            [("2025-03-16", "moved"), ("2025-03-18", "planned")],
        ),
        ("The hearing, originally scheduled for 20 March, was delayed.", [("2025-03-20", "moved")]),
        ("The vote has been moved to 20 March.", [("2025-03-20", "planned")]),
        ("The parties met not on Monday but on Tuesday.", [("2025-03-11", "happened")]),
        (
            "The order, which was slated to take force Feb. 20, named the agencies.",
            [("2025-02-20", "happened")],
        ),
        ("The parties commit to take the following actions by May 14, 2025:", [("2025-05-14", "planned")]),
        ("Recalling the ceasefire of 3 March 2024,", [("2024-03-03", "happened")]),
        ("Decides to extend the mandate of the mission until 30 November 2025;", [("2025-11-30", "planned")]),
        ("The 2015 nuclear deal collapsed on Tuesday.", [("2025-03-11", "happened")]),
        ("The truce of 3 March 2024 was broken on Sunday.", [("2025-03-09", "happened")]),
        ("He has been in prison since May 2021.", [("2021-05-01", "happened")]),
        ("The election was held in May, said the mayor.", [("2024-05-01", "happened")]),
        ("The army attacked near Sella on February 1 and 2.", [("2025-02-01", "happened")]),
        ("This weekend, the ministry announced a new aid convoy.", [("2025-03-08", "happened")]),
        ("We are going to see it on Monday and Tuesday in Tarvo.", [("2025-03-17", "planned")]),
        (
            "TARVO, March 13 (ONA) – The envoy is scheduled to visit Lucerne on March 28.",
            [("2025-03-28", "planned")],
        ),
        ("Envoys met at 14:30 on 12 March 2025 in Tarvo.", [("2025-03-12", "happened")]),
    ],
)
def test_an_event_says_what_became_of_it(text: str, expected: list[tuple[str, Status]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Quint, who said in 2023 that he would never disarm, said on Thursday that his men would hand over guns by 1 May.",
            [
                "Quint, who said in 2023",
                "said on Thursday",
                "that his men would hand over guns by 1 May.",
            ],
        ),
        (
            'Reyes was shot on March 3 in what Police Chief Tom Adler described as a "random attack" in a March 5 conference.',
            [
                "Reyes was shot on March 3",
                'in what Police Chief Tom Adler described as a "random attack" in a March 5 conference.',
            ],
        ),
        (
            "On Tuesday, the envoys met in Washington, D.C., and on Thursday they signed the deal.",
            ["On Tuesday, the envoys met in Washington, D.C.", "on Thursday they signed the deal."],
        ),
        (
            "On 3 March the envoys met in Lucerne; the day before, a mine had hit Sella.",
            ["On 3 March the envoys met in Lucerne", "the day before, a mine had hit Sella."],
        ),
        (
            "Talks go on by the paper signed between Sudria and Norland on Sunday, after both sides agreed on it on 3 March.",
            [
                "Talks go on by the paper signed between Sudria and Norland on Sunday",
                "after both sides agreed on it on 3 March.",
            ],
        ),
        (
            "Lind said the deal was signed and sealed on Tuesday, Orsic left.",
            ["Lind said the deal was signed and sealed on Tuesday"],
        ),
        (
            "Norland, which borders Sudria, said on Tuesday that it would send troops.",
            ["Norland, which borders Sudria, said on Tuesday"],
        ),
        (
            "And today, as we all just saw, the court struck down the order.",
            ["the court struck down the order."],
        ),
        (
            "Prisons were closed in 2002, and Justice Minister Idris Vane told lawmakers on Thursday that more would follow.",
            ["Prisons were closed in 2002", "Justice Minister Idris Vane told lawmakers on Thursday"],
        ),
    ],
)
def test_each_date_is_of_its_own_clause(text: str, clauses: list[str]) -> None:
    assert [text[slice(*event.clause)] for event in events_in(text) if event.clause] == clauses


def test_a_clause_that_is_the_whole_sentence_is_not_marked() -> None:
    [event] = events_in("Envoys of Norland and Sudria met in Port Amity on Thursday.")
    assert event.clause is None


def test_the_names_of_an_event_stand_in_its_clause() -> None:
    first, second = events_in(
        "Reyes was shot on March 3, and Police Chief Tom Adler met the mayor on March 5."
    )
    assert first.actors == ()
    assert second.actors == ("Police Chief Tom Adler",)


def test_a_headline_or_a_credit_is_not_told_with_the_sentence() -> None:
    text = (
        "WHY TARVO KEEPS PUSHING Vice President Cole Barrow told Harbour News on March 1 that the war would go on. "
        '(Ann Lee/HNA via Picture Pool) "It is hard," Barrow said on Thursday.'
    )
    assert [text[event.start : event.end] for event in events_in(text)] == [
        "Vice President Cole Barrow told Harbour News on March 1 that the war would go on.",
        '"It is hard," Barrow said on Thursday.',
    ]

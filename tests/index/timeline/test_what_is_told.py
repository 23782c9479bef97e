"""Kinds of dates that were listed wrongly in real briefings and news, each with what stands beside it and is right."""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document
from index.timeline.finding import find_events

FRIDAY = date(2025, 3, 14)


def told(text: str, published: date = FRIDAY) -> list[str]:
    """The events as "day", with "..": a stretch, and "planned" or what became of them."""
    document = Document(key="talks", title="Talks", text=text, published=published)
    found = []
    for event in find_events(document, sentences(text)):
        days = (
            [str(event.earliest)] if event.earliest == event.latest else [f"{event.earliest}..{event.latest}"]
        )
        status = event.undone or ("planned" if event.planned else "")
        found.append(" ".join([*days, *filter(None, [status])]))
    return found


def clauses(text: str) -> list[str]:
    document = Document(key="talks", title="Talks", text=text, published=FRIDAY)
    return [
        text[slice(*(event.clause or (event.start, event.end)))]
        for event in find_events(document, sentences(text))
    ]


NOTHING = (
    # what is so every year
    "The best month to book a ferry to Lomar is usually April.",
    "Wardens in Sella normally close the pass in November.",
    "People in Sella wear white clothes in summer.",
    "The children of Norland have two weeks off at Easter.",
    "You spoiled the surprise for my kid's Christmas.",
    "Book a seat on a Tuesday, Wednesday or Sunday, she told the paper.",
    "The drivers do the same work, except that they work on the weekend and earn less.",
    "The best month to sail to Lomar is January, as the winds are low then.",
    # part of a name
    "Activists of the Spring Revolution have kept the schools open.",
    "The Winter Gardens are in close contact with the police of Lomar.",
    "Norland hired more Tuesday-Saturday drivers in the port.",
    "The dress is part of the designer's autumn/winter 2024 line.",
    "The envoys arrived for the rest of the Oct. 7 hearings.",
    "We are preparing our students in Lomar for a tomorrow that we want.",
    "The envoys left Lomar on Sudria's Independence Day.",
    # spoken of
    "As we move past Labor Day, voters in Norland start to listen.",
    "Here we are in late March, and the council has done nothing.",
    "We're in March and the council still has some of its money left.",
    "It was good to look back on last November, when Lind won.",
    "Was it January 4?",
    "It is not something Lind did, especially as we are talking about 2024.",
    "The slump that began the year was probably overstated by Norland.",
    "Estimates of the flood differ (Lind et al., report of the institute; 2024; see the table).",
    # how things stand
    "Bringing the children home remains one of the most important tasks of Norland today.",
    "Today he appears somewhat more forgiving of Lind.",
    "By then, and still today, its most famous pupil was Lind.",
    "A strong harvest has put Norland in a strong position today.",
    # a speaker on himself and his listeners
    "I mentioned Norland yesterday and the talks with Sudria.",
    "I kind of read a little from the statement of Norland today.",
    "I want to get your reaction to the remarks of Lind last night.",
    "I was asked a similar question about Norland yesterday.",
    "And happy Budget Day to Norland, as I like to call today.",
    "Happy end of the week to everybody in Lomar.",
    "Thanks to the Sheet Workers of Lomar for hosting us tonight, along with the leaders of other unions.",
    "I'm going to quote Lind from January 7, 2025.",
    "Not going to speak to 2026 or to what Lind does then.",
    "Before I get to the progress that Norland made today, a word on Sudria.",
    "On Wednesday — I apologize for moving around the week a bit, Lind.",
    # ahead, and no plan
    "There will be more details from Norland later today.",
    "We want everybody to show up in Lomar on Thursday.",
    "We do expect inflation in Norland to ease next year.",
    "The strength of the krone raises the chance of a rate rise in Norland this year.",
    "Vane expected to return to work after having her son in August.",
    "We look forward to working together in the League by the end of this year.",
    # another day's words
    'Lind said that Vane told her: "We are going to have a special day today."',
    # comparison
    "That is more than at this point under the Lind government in 2009.",
    "Twelve were confirmed, which is double the pace of the Lind cabinet in 2021.",
    # laws
    "Articles of heading 9903 in subchapter III shall be subject to duty if entered for consumption on or after 12:01 a.m. on"
    " March 23, 2018.",
    "See section 30 of June 15, 1917, as amended (Harbour Act).",
    # stretches in which nothing in particular was done
    "The violence that we have seen in recent days is unacceptable to Norland.",
    "Lind deplored the scenes witnessed in Lomar over the last few days.",
    "The prices in Norland have been fairly steady over the past year.",
    "Over the past few weeks, we have grown closer to Norland.",
    "Those who have committed crimes over the last few days have been held in Lomar.",
    "More unrest is likely in Lomar in the coming days.",
    "Vane betrayed the alliance it has built over the last 18 months.",
    "(i) Within 90 days, the ministry shall report on the threat to Norland over the next year.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_a_date_in_passing_is_no_event(text: str) -> None:
    assert told(text) == []


EVENTS = (
    ("In April 2024 Norland closed the ferry.", ["2024-04-01..2024-04-30"]),
    ("The council of Norland met in Tarvo on Easter Monday 2024.", ["2024-04-01"]),
    ("In winter 2023 the army of Norland crossed the river.", ["2023-01-01..2024-03-31"]),
    ("Lind will open the Spring Fair on Saturday.", ["2025-03-15 planned"]),
    ("Lind appeared before the court of Norland today.", ["2025-03-14"]),
    ("As I said, Lind met the king of Sudria yesterday.", ["2025-03-13"]),
    ("He looks forward to watching the game in Lomar tonight.", ["2025-03-14 planned"]),
    ("The Medicare premium of Norland will decrease next year.", ["2026-01-01..2026-12-31 planned"]),
    ("And there was an announcement yesterday of an increase of 7,000 troops.", ["2025-03-13"]),
    ("The ministry has issued a warning this morning referencing the riots.", ["2025-03-14"]),
    ("The mob left the hotel earlier this week only to be met by police.", ["2025-03-10..2025-03-16"]),
    # stretches in which something was done
    ("Six people have been charged after disorder in Lomar in the past week.", ["2025-03-07..2025-03-14"]),
    ("Over the past week, Norland and Sudria have enacted four laws.", ["2025-03-07..2025-03-14"]),
    ("We will be imposing additional sanctions on Norland in the coming days.", ["2025-03-14..None planned"]),
    ("The decision was made over the course of the last 24 hours in Lomar.", ["2025-03-13..2025-03-14"]),
    # a verb that sets nothing for a day
    ("The airman who set himself on fire Sunday was from Lomar.", ["2025-03-09"]),
    ("A police station was set ablaze in Lomar on Sunday.", ["2025-03-09"]),
    ("The lawyer of the union on Monday said Norland has a duty to help.", ["2025-03-10"]),
    ("And on Wednesday evening, at the Met, the President will host leaders.", ["2025-03-19 planned"]),
    ("Lind asked Norland for answers no later than May 10.", ["2025-05-10 planned"]),
    ("Lind said that, beginning in early May, Norland will be putting in place new rules.", ["2025-05-01..2025-05-31 planned"]),
    ("The ministry held consultations with firms that end on April 6.", ["2025-04-06 planned"]),
    ("Back in November, Norland expected that prices would fall.", ["2024-11-01..2024-11-30"]),
    ("Two thousand people went to the hall of Lomar on Monday.", ["2025-03-10"]),
    # the same weekday twice, and days side by side
    (
        "On Wednesday morning, Lind will greet the king of Sudria for the arrival ceremony on Wednesday morning.",
        ["2025-03-19 planned"],
    ),
    ("On Friday (early Saturday in Lomar) the court ruled for Norland.", ["2025-03-14"]),
    ("The ministry of Norland warned citizens on the 8th of March, the next day.", ["2025-03-08"]),
    ("The band played in Lomar on Oct. 9, 11, 1981.", ["1981-10-09"]),
    # an anniversary is of the day
    ("As you know, today marks three years since the attack in Lomar.", ["2025-03-14"]),
    # from one year to another
    ("From FY 2021 to FY 2023, Norland moved its grain by ship.", ["2021-01-01..2023-12-31"]),
    # moving is not putting off
    ("The storm is going to do damage as it moves across Norland today.", ["2025-03-14 planned"]),
    ("The homeless were moved to other rooms in Lomar over the weekend.", ["2025-03-08..2025-03-09"]),
    # a label and what was said on its day
    ("- Minister Lind (March 3): “Our aims remain those that Vane laid out yesterday.”", ["2025-03-03"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_what_stands_beside_it_is_one(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The police stations became a key concern in light of the Lomar arrests last week.", "the Lomar arrests last week"),
        ("Riots broke out in Tarvo in response to the Sella attacks last week.", "the Sella attacks last week"),
        ("Since the album’s release last week, fans have written to Vane.", "the album’s release last week"),
        ("The envoys he had met on Monday were from Sudria.", "he had met on Monday"),
        ("Norland joined the League on Monday.", "Norland joined the League on Monday."),
    ],
)  # fmt: skip
def test_the_mark_is_on_what_happened_then(text: str, clause: str) -> None:
    assert clauses(text) == [clause]


REWRITTEN = """The League took in Sudria in April 2023. Norland joined it in March 2024.

Lomar applied in late February."""


def test_a_page_that_tells_of_later_days_than_its_own_is_not_counted_from_it() -> None:
    found = told(REWRITTEN, date(2012, 5, 10))
    assert found == ["2023-04-01..2023-04-30", "2024-03-01..2024-03-31"]


def test_what_is_told_as_done_on_a_day_to_come_is_left_out() -> None:
    text = "In 2021 the war began. In 2023, Lind signed the pact. In 2024 the pact fell, and Vane got married in September."
    assert "planned" not in " ".join(told(text, date(2024, 5, 1)))

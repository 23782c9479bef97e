"""Examples of each rule of the grammar: what it reads, and what looks like it and is none. They are run as tests.

All are of a text published on Friday 14 March 2025. An example is a sentence with the words that the rule reads and their
TIMEX3 value; a counterexample a sentence in which the rule reads nothing.
"""

from datetime import date

PUBLISHED = date(2025, 3, 14)

EXAMPLES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "iso": (("They signed on 2022-03-12.", "2022-03-12", "2022-03-12"),),
    "numeric": (("The truce begins on 15.02.2025 local time.", "15.02.2025", "2025-02-15"),),
    "clock": (
        ("It struck at 2130 GMT on 3 March 2024.", "2130 GMT on 3 March 2024", "2024-03-03T21:30Z"),
        ("He left at 4 in the morning.", "4 in the morning", "2025-03-14T04:00"),
        ("The truce begins at 00:00 (Tarvo time) on 15 February 2025.", "00:00", "2025-02-15T00:00"),
        ("They left at 9 p.m. on Thursday.", "9 p.m. on Thursday", "2025-03-13T21:00"),
    ),
    "part_of_date": (
        ("It fell on the night of 12 March.", "the night of 12 March", "2025-03-12TNI"),
        (
            "It fell in the early hours of Thursday morning.",
            "the early hours of Thursday morning",
            "2025-03-13TMO",
        ),
    ),
    "nth_day": (
        ("They will meet on the first Monday of April.", "the first Monday of April", "2025-04-07"),
        ("They met on the last Friday of February.", "the last Friday of February", "2025-02-28"),
        ("They met on the last day of February.", "the last day of February", "2025-02-28"),
        ("They met in the last week of February.", "February", "2025-02"),
        ("They met on the third Thursday in May 2024.", "the third Thursday in May 2024", "2024-05-16"),
    ),
    "two_days": (
        ("They met on 18 and 19 July 2023.", "18", "2023-07-18"),
        ("They met on 3, 5 and 9 March.", "3", "2025-03-03"),
    ),
    "month_day": (
        ("The parties commit to withdraw by May 14, 2025.", "May 14, 2025", "2025-05-14"),
        ("The deal was struck on the second of June 2024.", "the second of June 2024", "2024-06-02"),
        ("The army attacked on February 1 and 2.", "2", "2025-02-02"),
        ("We saw what happened on January 6 in 2021.", "January 6 in 2021", "2021-01-06"),
        ("The order, which was slated to take force Feb. 20, named them.", "Feb. 20", "2025-02-20"),
        ("Decides to extend the mandate until 30 November 2025.", "30 November 2025", "2025-11-30"),
    ),
    "month_year": (
        ("Recalling the truce of March 2024.", "March 2024", "2024-03"),
        ("In January of last year, shells fell.", "January of last year", "2024-01"),
        ("They will meet in May of next year.", "May of next year", "2026-05"),
    ),
    "month": (
        ("The election was held in May, she said.", "May", "2024-05"),
        ("The talks will resume in May.", "May", "2025-05"),
        ("He sent supporters to the hall in April.", "April", "2024-04"),
        ("They expect the sale to be completed by April.", "April", "2025-04"),
        ("He must be returned to Cuba by April.", "April", "2025-04"),
        ("They extended to April their offer.", "April", "2025-04"),
        ("It began in February, two years ago.", "February", "2023-02"),
        ("They were tried over the 2021 July unrest.", "July", "2021-07"),
        ("Rates are up to 4 percent in January from 2 in July.", "July", "2024-07"),
    ),
    "season_year": (
        ("It began in the summer of 2014.", "the summer of 2014", "2014-SU"),
        ("It began in the summer of last year.", "the summer of last year", "2024-SU"),
    ),
    "season": (
        ("It began last summer.", "last summer", "2024-SU"),
        ("They went to Tarvo over the summer.", "the summer", "2024-SU"),
    ),
    "weekday_span": (
        ("The talks run from Tuesday to Friday next week.", "Friday next week", "2025-03-21"),
        ("The fair ran from Tuesday to Thursday.", "Thursday", "2025-03-13"),
    ),
    "weekday_of_week": (("They met on Tuesday of last week.", "Tuesday of last week", "2025-03-04"),),
    "week_of": (
        ("The week of 10 March was tense.", "The week of 10 March", "2025-W11"),
        ("They met on the weekend of March 8.", "the weekend of March 8", "2025-W10-WE"),
    ),
    "before_last": (("They met the Monday before last.", "the Monday before last", "2025-03-03"),),
    "weekday": (
        ("They met on Thursday.", "Thursday", "2025-03-13"),
        ("They rejected the plan on Tuesday.", "Tuesday", "2025-03-11"),
        ("They plan a rally on Tuesday.", "Tuesday", "2025-03-18"),
        ("The talks run tomorrow and Thursday.", "Thursday", "2025-03-20"),
        ("Next Monday they will host Vane, and on Friday Ruden will visit.", "Friday", "2025-03-21"),
        ("They will meet on Friday.", "Friday", "2025-03-14"),
        ("We are going to see it on Monday and Tuesday in Tarvo.", "Monday", "2025-03-17"),
        ("On Tuesday, the group plans to hold a rally.", "Tuesday", "2025-03-18"),
        ("We agreed to exchange 40 detainees on Tuesday.", "Tuesday", "2025-03-18"),
        ("They may leave as soon as Tuesday.", "Tuesday", "2025-03-18"),
        ("Until Thursday, they had not called him a suspect.", "Thursday", "2025-03-13"),
    ),
    "deixis": (("They met yesterday.", "yesterday", "2025-03-13"),),
    "year_before": (("Profit fell from the year-ago quarter.", "the year-ago quarter", "2024"),),
    "quarter_year": (("Trade fell in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3"),),
    "two_quarters": (
        ("Sales fell in the first and second quarters of 2024.", "the first", "2024-Q1"),
        ("Sales fell in the first and second quarters of 2024.", "second quarters of 2024", "2024-Q2"),
        ("Auctions are usually held in the second and fourth quarters.", "fourth quarters", "XXXX-Q4"),
        ("Sales fell in the third and fourth quarters.", "fourth quarters", "2024-Q4"),
    ),
    "quarter": (("Trade fell in the fourth quarter.", "the fourth quarter", "2024-Q4"),),
    "half_year": (
        ("Trade fell in the first half of 2024.", "the first half of 2024", "2024-H1"),
        ("Trade grows in the second half of the year.", "the second half of the year", "2025-H2"),
    ),
    "counted_this": (
        ("It was one year ago this week that we spoke.", "one year ago this week", "2024-W11"),
        ("It was a year ago today that it began.", "a year ago today", "2024-03-14"),
        ("Two years ago tomorrow, the siege began.", "Two years ago tomorrow", "2023-03-15"),
    ),
    "counted": (
        ("They spoke two weeks ago.", "two weeks ago", "2025-02-28"),
        ("The plan is due a week from today.", "a week from today", "2025-03-21"),
        ("The plan is due two weeks from Monday.", "two weeks from Monday", "2025-03-31"),
        ("It came three years ago.", "three years ago", "2022"),
        ("It was founded a quarter of a century ago.", "a quarter of a century ago", "2000"),
        ("It was founded half a century ago.", "half a century ago", "1975"),
        ("It came three and a half years ago.", "three and a half years ago", "2021"),
        ("It came a year and a half ago.", "a year and a half ago", "2023"),
    ),
    "day_before": (("They left the day before yesterday.", "the day before yesterday", "2025-03-12"),),
    "weekdays": (("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),),
    "every": (("They meet every Monday.", "every Monday", "XXXX-WXX-1"),),
    "setword": (("Buses run daily.", "daily", "P1D"),),
    "money_rate": (("They pay ten times a year.", "a year", "P1Y"),),
    "window": (
        ("They advanced in the past two weeks.", "the past two weeks", "P2W"),
        ("The truce shall last 30 days.", "30 days", "P30D"),
        ("It will only last three months.", "three months", "P3M"),
    ),
    "first_units": (
        ("In the first two years they won.", "the first two years", "P2Y"),
        ("Trade falls in fourth quarters.", "fourth quarters", "XXXX-Q4"),
        (
            "Losses will run through the first two quarters of 2026.",
            "the first two quarters of 2026",
            "2026-H1",
        ),
    ),
    "chosen": (
        ("They spoke last week.", "last week", "2025-W10"),
        ("In the fiscal year ended Jan. 31, sales rose.", "the fiscal year", "P1Y"),
        ("They sent $1 billion over the last year.", "the last year", "P1Y"),
        ("They met in the last year of the war.", "the last year", "2024"),
        ("Third-quarter sales rose 13% from last year's $1.5 billion.", "last year", "2023-Q3"),
        ("He will speak on that day.", "that day", "XXXX-XX-XX"),
        ("They met on 3 March and left the very next day.", "the very next day", "2025-03-04"),
        ("This weekend, the ministry will announce a convoy.", "This weekend", "2025-W11-WE"),
    ),
    "in_the_unit": (("Later in the year they met.", "Later in the year", "2025"),),
    "weekend": (("He spoke over the weekend.", "the weekend", "2025-W10-WE"),),
    "decade": (
        ("Ties froze in the 1990s.", "the 1990s", "199"),
        ("Ties froze in the mid-1990s.", "the mid-1990s", "199"),
    ),
    "century": (("Borders moved in the 19th century.", "the 19th century", "18"),),
    "spelled_year": (("It began in nineteen ninety-four.", "nineteen ninety-four", "1994"),),
    "era_year": (("Athens fell in 404 BC.", "404 BC", "BC0404"),),
    "year": (
        ("The company was fined in 2019 over spills.", "2019", "2019"),
        ("He was charged over the 1996 Olympic bombing.", "1996", "1996"),
        ("It is forbidden by the Trade Act of 1974.", "1974", "1974"),
        ("The rate is that of the Fiscal Year 2022 report.", "the Fiscal Year 2022", "2022"),
    ),
    "old_year": (("The revolt of 499-493 BC failed.", "499", "BC0499"),),
    "length": (
        ("They offered a 30-day ceasefire.", "30-day", "P30D"),
        ("It broke the 8-month-old truce.", "8-month-old", "P8M"),
        ("They waited for a day and a half.", "a day and a half", "PT36H"),
        ("They spoke for half an hour.", "half an hour", "PT30M"),
    ),
    "unit_long": (
        ("The month-long siege ended.", "month-long", "P1M"),
        ("They ended a years-old dispute.", "years-old", "PXY"),
    ),
    "added_unit": (
        ("He asked for another year.", "another year", "P1Y"),
        ("It takes an additional month.", "an additional month", "P1M"),
    ),
    "spoken": (
        ("The quarter was poor.", "The quarter", "2024-Q4"),
        ("In the quarter ended Sept. 30, sales rose.", "the quarter", "2024-Q3"),
        ("In the quarter ended July 31, sales rose.", "the quarter", "2024-Q2"),
    ),
    "plain_units": (
        ("They fought for months.", "months", "PXM"),
        ("Over the years, many left.", "the years", "PXY"),
        ("In the years that followed, many left.", "the years", "PXY"),
    ),
    "holiday": (("They met at Christmas.", "Christmas", "2024-12-25"),),
    "short_year": (("They won in '94.", "'94", "1994"),),
    "reference": (("The port is now open.", "now", "PRESENT_REF"),),
}
"""Sentences by the name of the rule: the sentence, the words and their value."""

COUNTEREXAMPLES: dict[str, tuple[str, ...]] = {
    "iso": ("See [the order](https://news.example/articles/2025-02-14/the-order).",),
    "month_day": ("See 99:99 and 45/45/2022.",),
    "month": ("He may march on the capital.", "The July Agreement was signed by both."),
    "weekday": ("The Sunday Times said so.", "His first Sunday message moved them."),
    "decade": ("He asked for S-300s.",),
    "holiday": (
        "The Easter Bunny shrugs.",
        "Both keep to the Good Friday Agreement.",
        "Both keep to the Good Friday\nAgreement.",
    ),
    "plain_units": (
        "They have fought for years.",
        "It was a matter of days.",
        "They were the years of plenty.",
    ),
    "clock": ("The film is High Noon.", "There were 4 in the morning paper."),
    "weekdays": ("He wore his sundays best.",),
    "added_unit": ("Leave it for another day.",),
    "unit_long": ("He met the months-old baby.",),
    "setword": ("The party daily Granma said so.",),
    "chosen": (
        "They worked day and night to get to this day.",
        'He spoke on "This Week" with Ann Vane.',
    ),
    "deixis": (
        "A reporter for USA Today saw him.",
        "He spoke to Marenia Today.",
        "It is for today's youth what the war was for others.",
        "She spoke of the jobs of tomorrow.",
        "She told Radio 4's Today programme that it would reopen.",
    ),
    "counted": ("The depot is handed over, not a day later.",),
    "year": (
        "The committee spoke about paragraph 12 of resolution 2202 (2015).",
        "It is forbidden by 50 U.S.C. 1701-1706 and others.",
        "The price is capped in <s>2035</s> two steps.",
        "Troops of the 1427th Regiment advanced.",
        "They want to reach the goals of Agenda 2030.",
        "Over 2000 prisoners were freed.",
        "The picture is 1920px wide.",
        "It cost $2000.",
        "Fans recall the 2022 World Cup.",
        "The post-1959 politics split families.",
        "It is the aim of Made in Marenia 2025.",
        "They founded a venture called Orion 1980.",
        "The file 2024March.pdf is gone.",
    ),
    "length": (
        "The 52-year-old did not.",
        "A 39-year-old businessman left.",
        "Guards stand there 24 hours a day, seven days a week.",
    ),
    "quarter": ("Three-quarters agreed.",),
}
"""Sentences by the name of the rule that reads nothing in them."""

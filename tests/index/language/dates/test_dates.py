"""Time expressions in sentences: what is found, its value, and the days that the words support."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language.dates import TimeExpression, find_time_expressions

FRIDAY = date(2025, 3, 14)


def found(text: str, published: date | None = FRIDAY) -> dict[str, TimeExpression]:
    return {text[item.start : item.end]: item for item in find_time_expressions(text, published)}


def only(text: str, published: date | None = FRIDAY) -> TimeExpression:
    items = find_time_expressions(text, published)
    assert len(items) == 1, [text[item.start : item.end] for item in items]
    return items[0]


@pytest.mark.parametrize(
    ("text", "words", "value", "granularity"),
    [
        ("They signed on March 12, 2022 in Geneva.", "March 12, 2022", "2022-03-12", "day"),
        ("They signed on 12 March 2022 in Geneva.", "12 March 2022", "2022-03-12", "day"),
        ("They signed on the 12th of March, 2022.", "the 12th of March, 2022", "2022-03-12", "day"),
        ("They signed on 2022-03-12.", "2022-03-12", "2022-03-12", "day"),
        ("They signed on 3/12/2022.", "3/12/2022", "2022-03-12", "day"),
        ("They signed on 12.03.2022.", "12.03.2022", "2022-03-12", "day"),
        ("Talks open Sept. 4, 2025.", "Sept. 4, 2025", "2025-09-04", "day"),
        ("It fell in mid-March 2022.", "mid-March 2022", "2022-03", "month"),
        ("A truce of March 2022 held.", "March 2022", "2022-03", "month"),
        ("It began in the summer of 2014.", "the summer of 2014", "2014-SU", "season"),
        ("Trade fell in Q3 2024.", "Q3 2024", "2024-Q3", "quarter"),
        ("Trade fell in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3", "quarter"),
        ("It began in 1994.", "1994", "1994", "year"),
        ("Ties froze in the 1990s.", "the 1990s", "199", "decade"),
        ("It began on nineteen ninety-four terms.", "nineteen ninety-four", "1994", "year"),
        ("Athens fell in 404 BC.", "404 BC", "BC0404", "year"),
    ],
)
def test_explicit_dates_have_the_value_and_fineness_of_their_words(
    text: str, words: str, value: str, granularity: str
) -> None:
    item = only(text)
    assert (text[item.start : item.end], item.value, item.granularity) == (words, value, granularity)
    assert item.basis == "explicit"
    assert item.type == "DATE"


def test_a_partial_date_is_the_nearest_one_to_publication() -> None:
    assert only("The leaders spoke on Feb. 12.").earliest == date(2025, 2, 12)
    assert only("They had met on Nov. 20.").earliest == date(2024, 11, 20)
    assert only("The treaty will expire on 1 July.").earliest == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoys met on Thursday.", date(2025, 3, 13)),
        ("The envoys met on Friday.", date(2025, 3, 14)),
        ("The envoys met on Saturday.", date(2025, 3, 8)),
        ("Last Friday the envoys met.", date(2025, 3, 7)),
        ("The envoys will meet on Tuesday.", date(2025, 3, 18)),
        ("A call is scheduled for Monday.", date(2025, 3, 17)),
        ("The envoys meet next Friday.", date(2025, 3, 21)),
        ("On Tuesday, the envoys will meet.", date(2025, 3, 18)),
        ("The convoy leaves for Odrin on Saturday.", date(2025, 3, 15)),
        ("His deputy takes office on Monday.", date(2025, 3, 17)),
        ("The first session was short and the next is on Thursday.", date(2025, 3, 20)),
        ("The envoys did not leave on Saturday.", date(2025, 3, 8)),
        ("The convoy stood at the start on Saturday.", date(2025, 3, 8)),
        ("The gala dinner for the envoys is on Monday.", date(2025, 3, 17)),
        ("They are ready for the talks on Monday.", date(2025, 3, 17)),
        ("They are ready for Monday's vote.", date(2025, 3, 17)),
        ("Monday's talks ended without a paper.", date(2025, 3, 10)),
        ("There is no readout of the talks on Tuesday.", date(2025, 3, 11)),
        ("The text must be returned by Monday.", date(2025, 3, 17)),
        ("The owners have raised their offer and want a reply by Sunday.", date(2025, 3, 16)),
        ("The union called a strike for Monday.", date(2025, 3, 17)),
        ("The exchange has been put off to Saturday.", date(2025, 3, 15)),
        ("The report is to appear on Monday.", date(2025, 3, 17)),
        ("The envoy reached Varn and meets the general on Sunday.", date(2025, 3, 16)),
        ("The treaty enters into force in two days.", date(2025, 3, 16)),
        ("Money runs out in three days.", date(2025, 3, 17)),
        ("The boiler is repaired on Monday.", date(2025, 3, 17)),
        ("The boiler was repaired on Monday.", date(2025, 3, 10)),
        ("The locksmith comes on Monday, and delegates return at ten.", date(2025, 3, 17)),
        ("Delegates return on Monday at ten.", date(2025, 3, 17)),
    ],
)
def test_a_weekday_is_the_most_recent_one_unless_the_words_look_ahead(text: str, day: date) -> None:
    item = only(text)
    assert (item.earliest, item.latest, item.granularity, item.basis) == (day, day, "day", "relative")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity"),
    [
        ("Earlier this week diplomats met.", date(2025, 3, 10), date(2025, 3, 16), "week"),
        ("Troops have been there since last August.", date(2024, 8, 1), date(2024, 8, 31), "month"),
        ("Last year, NATO agreed.", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("It came three years ago.", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("It came five months ago.", date(2024, 10, 1), date(2024, 10, 31), "month"),
        ("It began more than three years ago.", None, date(2022, 3, 14), "vague"),
        ("It began less than a year ago.", date(2024, 3, 14), date(2025, 3, 14), "vague"),
        ("They advanced in recent weeks.", None, date(2025, 3, 14), "vague"),
        ("He spoke over the weekend.", date(2025, 3, 8), date(2025, 3, 9), "week"),
        ("He spoke last night.", date(2025, 3, 13), date(2025, 3, 13), "day"),
        ("She said yesterday it was over.", date(2025, 3, 13), date(2025, 3, 13), "day"),
        ("The week of 10 March was tense.", date(2025, 3, 10), date(2025, 3, 16), "week"),
    ],
)
def test_relative_words_give_no_finer_date_than_they_support(
    text: str, earliest: date | None, latest: date | None, granularity: str
) -> None:
    item = only(text)
    assert (item.earliest, item.latest, item.granularity) == (earliest, latest, granularity)


def test_a_month_that_has_just_ended_is_not_the_last_of_its_name() -> None:
    ended = only("The envoys met last February.", date(2025, 3, 1))
    assert ended.earliest == date(2024, 2, 1)
    past = only("The envoys met last February.", date(2025, 3, 11))
    assert past.earliest == date(2025, 2, 1)


def test_a_day_whose_verb_is_past_lies_ahead_by_three_days_at_most() -> None:
    """Papers carry the date of the day after, and the other side of the date line is a day ahead."""
    assert only("The mandate ended Mar. 18.").earliest == date(2024, 3, 18)
    assert only("The mandate ended Mar. 17.").earliest == date(2025, 3, 17)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (
            "What we saw on January 6th was the worst attack since the war.",
            date(2022, 12, 19),
            date(2021, 1, 6),
        ),
        ("The January 6th Committee has held its last hearing.", date(2022, 6, 7), date(2021, 1, 6)),
        ("He spoke about January 6th again.", date(2022, 6, 7), date(2021, 1, 6)),
        ("The President spoke on January 6th.", date(2022, 1, 10), date(2022, 1, 6)),
        ("Since October 7, the crossings were shut.", date(2025, 2, 18), date(2023, 10, 7)),
        ("The attacks of October 7th were condemned.", date(2024, 10, 14), date(2023, 10, 7)),
        ("They met on October 7.", date(2024, 10, 14), date(2024, 10, 7)),
        ("The council will meet on October 7.", date(2025, 3, 14), date(2025, 10, 7)),
        ("Troops leave by September 11th.", date(2021, 4, 14), date(2021, 9, 11)),
        ("The attack of September 11th was recalled.", date(2021, 4, 14), date(2001, 9, 11)),
        ("An attack was reported on October 7.", date(2022, 11, 1), date(2022, 10, 7)),
        ("On October 7 the school opens.", date(2025, 5, 26), date(2025, 10, 7)),
        ("After October 7, nobody opens the school.", date(2025, 5, 26), date(2023, 10, 7)),
    ],
)
def test_a_day_that_is_known_by_its_name_has_its_year(text: str, published: date, day: date) -> None:
    assert only(text, published).earliest == day


def test_a_day_that_the_text_names_with_its_year_has_it_again() -> None:
    text = "The truce of 3 August 2022 was hailed. {}\n\nWhat happened on 3 August is still told in Tarvo."
    days = [item.earliest for item in find_time_expressions(text.format(""), FRIDAY)]
    assert days == [date(2022, 8, 3)] * 2
    days = [item.earliest for item in find_time_expressions(text.format("So was 3 August 2019."), FRIDAY)]
    assert days[-1] == date(2024, 8, 3)
    near = "The truce of 12 March 2022 was hailed.\n\nOn 12 March the envoys met again."
    assert find_time_expressions(near, FRIDAY)[-1].earliest == date(2025, 3, 12)


def test_a_date_of_each_year_recurs() -> None:
    items = found(
        "It is met by 1 November each year, in March and May of each year, and each year on July 4."
    )
    assert [items[words].value for words in ("1 November", "March", "May", "July 4")] == [
        "XXXX-11-01",
        "XXXX-03",
        "XXXX-05",
        "XXXX-07-04",
    ]
    assert all(items[words].type == "SET" for words in ("1 November", "March", "May", "July 4"))
    assert found("They met each year. In March, they signed.")["March"].value == "2025-03"


def test_a_year_ago_is_a_year_before_the_quarter_that_was_told_last() -> None:
    text = (
        "Third-quarter profit fell. They see losses through the second quarter of 2026. "
        "In the year-ago quarter, they earned $5 million."
    )
    assert found(text)["the year-ago quarter"].value == "2023-Q3"
    text = "In the year-ago quarter, the second quarter ended Oct. 31, the firm had a loss."
    quarters = found(text)
    assert quarters["the second quarter"].value[:4] == quarters["the year-ago quarter"].value[:4]


def test_the_verb_of_a_sentence_is_found_behind_a_long_phrase() -> None:
    text = (
        "In September, a week after the fifth anniversary of the first of the two accords that were to end the siege of "
        "Odrin, a shell struck the bridge."
    )
    assert found(text)["September"].earliest == date(2024, 9, 1)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("They offered a 30-day ceasefire.", "DURATION", "P30D"),
        ("It lasted two and a half... no, three weeks.", "DURATION", "P3W"),
        ("They paused for a year.", "DURATION", "P1Y"),
        ("They paused for 48 hours.", "DURATION", "PT48H"),
        ("They meet every Monday.", "SET", "XXXX-WXX-1"),
        ("They meet each month.", "SET", "P1M"),
        ("Buses run daily.", "SET", "P1D"),
    ],
)
def test_durations_and_sets_are_no_dates(text: str, kind: str, value: str) -> None:
    item = only(text)
    assert (item.type, item.value, item.earliest, item.latest) == (kind, value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "It was unseen since World War II.",
        "Fans recall the 2022 World Cup.",
        "He may march on the capital.",
        "Two thirds and three-quarters agreed; the 52-year-old did not.",
        "It cost $2000 and sank 1,500 ships.",
        "See 99:99 and 45/45/2022.",
    ],
)
def test_names_and_numbers_that_look_like_dates_are_left_alone(text: str) -> None:
    assert find_time_expressions(text, FRIDAY) == ()


def test_ranges_give_both_ends_in_the_year_that_is_named() -> None:
    items = found("Talks ran May 16-17, then from March to June 2022 and 18 and 19 July 2023; see 1995-96.")
    assert items["17"].value == "2025-05-17"
    assert items["March"].value == "2022-03"
    assert items["June 2022"].value == "2022-06"
    assert items["18"].value == "2023-07-18"
    assert items["96"].value == "1996"


def test_clock_times_keep_their_zone_and_take_the_day_spoken_of() -> None:
    items = found("Shelling stopped on 12 March 2022 at 14:30 GMT, then at 9 p.m. EST on Friday.")
    assert items["14:30 GMT"].value == "2022-03-12T14:30Z"
    assert items["14:30 GMT"].type == "TIME"
    assert items["9 p.m. EST on Friday"].value == "2025-03-14T21:00-05"


@pytest.mark.parametrize(
    "text",
    [
        "The truce, agreed at 18:00 local time (15:00 GMT) on Friday, was holding on Saturday.",
        "The blast occurred at about 6 p.m. (1500 GMT) Friday, near the port.",
    ],
)
def test_a_time_of_day_in_brackets_and_the_one_before_it_have_the_day_behind_them(text: str) -> None:
    times = [time for time in find_time_expressions(text, date(2014, 9, 6)) if time.granularity == "time"]
    assert [time.value.partition("Z")[0] for time in times] == ["2014-09-05T18:00", "2014-09-05T15:00"]


def test_a_thing_told_by_its_day_has_the_nearest_one_whatever_the_verb_before_it() -> None:
    text = "They rejected the deal of Sept. 15, setting the stage for a Dec. 8 strike; envoys spoke ahead of talks on Jan. 10."
    values = {time.value for time in find_time_expressions(text, date(2022, 10, 18))}
    assert values == {"2022-09-15", "2022-12-08", "2023-01-10"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The order, which was slated to take force Feb. 20, directed agencies to stop.", "2025-02-20"),
        ("The order is to take effect on Feb. 20.", "2026-02-20"),
        ("The talks did not take place on Thursday.", "2025-05-22"),
    ],
)
def test_what_was_to_take_force_may_be_past(text: str, value: str) -> None:
    assert [time.value for time in find_time_expressions(text, date(2025, 5, 25))] == [value]


def test_words_that_count_from_the_story_follow_it() -> None:
    text = "Russia invaded on 24 February 2022. Two days later Kyiv held. The following month talks began."
    items = found(text)
    assert items["Two days later"].value == "2022-02-26"
    assert items["Two days later"].basis == "inherited"
    assert items["The following month"].value == "2022-03"


def test_no_day_is_invented_from_a_year() -> None:
    items = found("In 1943 they met. The next day they left.")
    assert items["The next day"].earliest is None
    assert items["The next day"].basis == "unresolved"


def test_a_day_that_does_not_exist_is_unresolved() -> None:
    assert only("It ended on Feb. 30.").basis == "unresolved"


def test_without_a_publication_date_only_what_is_written_out_resolves() -> None:
    text = "He called on Friday and last week. On 6 May 2022 they signed. The next day he left. It was yesterday."
    items = found(text, None)
    assert items["6 May 2022"].earliest == date(2022, 5, 6)
    assert items["The next day"].value == "2022-05-07"
    for words in ("Friday", "last week", "yesterday"):
        assert items[words].basis == "unresolved"
        assert items[words].earliest is None


def test_an_account_of_the_past_counts_from_the_year_it_has_reached() -> None:
    text = (
        "In 1912 the league was formed. War came in October. In 1913 a truce was signed in London. On 29 June the armies "
        "marched again, and peace was made in August. By 1914 the borders stood. In 1915 they moved. In 1918 they fell."
    )
    items = found(text)
    assert items["October"].value == "1912-10"
    assert items["29 June"].value == "1913-06-29"
    assert items["29 June"].basis == "inherited"
    assert items["August"].value == "1913-08"


def test_an_aside_does_not_move_the_story() -> None:
    text = (
        "In 1912 the league was formed. In 1913 a truce was signed. Papers opened in 1998 tell of it. On 29 June the armies "
        "marched. In 1914 and in 1915 the borders moved. In 1918 they fell."
    )
    assert found(text)["29 June"].value == "1913-06-29"


def test_news_that_recalls_the_past_still_counts_from_publication() -> None:
    text = (
        "On Thursday he recalled 1938, 1945 and 1991. The summit will be held on 3 April, he said on Friday."
    )
    assert found(text)["3 April"].earliest == date(2025, 4, 3)


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            "a the last next past this that in on of May March Feb. 12 31 30 1999 2022 0 ago years days two hundred 1/2 "
            "Monday - – 's week quarter Q3 BC B.C. 400 noon 9 p.m. 25:61 12:30 EST every more than at least , . \n\n "
            "century decade summer fall the 1990s '90s 29 February later earlier 99999999999999999999 weekend Easter "
            "New Year's Eve 2024-02-30 1/1/0001 9999-12-31 0000-01-01 thousand before after and to second ٣ ٢٠٢٤".split(
                " "
            )
        ),
        max_size=30,
    ).map(" ".join),
)


@settings(deadline=None)
@given(text=TEXTS, published=st.none() | st.dates())
def test_any_text_and_any_date_give_exact_spans_and_ordered_days(text: str, published: date | None) -> None:
    end = 0
    for item in find_time_expressions(text, published):
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end].strip() == text[item.start : item.end]
        end = item.end
        assert item.value
        if item.earliest is not None and item.latest is not None:
            assert item.earliest <= item.latest
        if item.basis == "unresolved":
            assert item.earliest is None
            assert item.latest is None


def test_a_text_repeated_gives_its_expressions_again() -> None:
    unit = "In the a last week of the in May; early 1990 and the 3 days, on Friday 12 March. "
    once = find_time_expressions(unit, FRIDAY)
    assert len(find_time_expressions(unit * 50, FRIDAY)) == 50 * len(once)


@pytest.mark.parametrize("ending", [" BC", " a.m.", "th century", " years ago", ":00", "s", "/2 days"])
def test_a_number_of_any_length_is_no_date(ending: str) -> None:
    text = f"In {'1' * 5_000}{ending}."
    assert all(found.start > 3 or found.earliest is None for found in find_time_expressions(text, None))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The army planned a campaign in 1976. Sella fell on 11 March.", "11 March", "1975-03-11"),
        ("The siege lasted until 1977. The army left the valley in May.", "May", "1975-05"),
        ("The vote would be held in June 1978. In July, the council met.", "July", "1975-07"),
        ("It moved on in 1976. Sella fell on 11 March.", "11 March", "1976-03-11"),
    ],
)
def test_what_an_account_looks_ahead_to_is_not_told_yet(text: str, words: str, value: str) -> None:
    account = "In 1971 the war began. In 1972 and 1973 it went on. In 1974 the port was lost.\n\n"
    account += "On 10 March 1975, the army attacked. "
    assert found(account + text)[words].value == value

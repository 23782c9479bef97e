"""A date that only names, compares or bounds a thing tells no event; the same date in a sentence beside it does."""

from datetime import date

import pytest

from index.language.sentences import sentences
from index.model import Document
from index.timeline.finding import find_events

FRIDAY = date(2025, 3, 14)

PAIRS = (
    ("The port has been shut for the past week.", "The port was shut in the past week."),
    ("Wheat rose to $9 from $7 a year earlier.", "The envoys signed the pact a year earlier."),
    ("Sales fell 4 percent from $12 million last year.", "The ferry sank last year."),
    ("Today is Monday, 8 May 2024.", "The envoys met on Monday, 8 May 2024."),
    ("The lawyers answered everything related to March 2024.", "The lawyers answered them in March 2024."),
    ("Prices are half of what they were in March 2024.", "Prices fell by half in March 2024."),
    ("The envoys remembered the victims of 7 October 2023.", "The envoys visited the victims on 7 October 2023."),
    ("He told them what he said about 7 October 2023.", "Mara Lind left Lomar on 7 October 2023."),
    ("The firm sold notes due 15 October 2024.", "The firm sold ships on 15 October 2024."),
    ("The darkest days of the year were spent at sea.", "The darkest days of May 2024 were spent at sea."),
    ("The mayor left a Sept. 11 memorial early.", "The mayor left a Sept. 11 meeting early."),
    ("The Agreement of 3 May 2024 says that ships may pass.", "The Agreement of 3 May 2024 ended the war."),
    ("Under the Agreement of 3 May 2024 the ships left.", "After the vote of 3 May 2024 the ships left."),
    ("The 3 May 2024 agreement forbids mines.", "The 3 May 2024 agreement ended the war."),
    ("The gauge stood at 4 metres on 3 May 2024.", "The gauge was set up on 3 May 2024 in Lomar."),
    ("On 3 May 2024 the gauge stood at 4 metres.", "On 3 May 2024 the gauge was set up in Lomar."),
    ("The winter storm sank a ferry.", "The ferry sank in winter 2023."),
    ("The envoys fought in the summer heating season.", "The envoys fought in the summer of 2024."),
    ("Since May 2024 the ministry has sent three ships.", "In May 2024 the ministry sent three ships."),
    ("From the day in May 2024 when he ran, he has vowed it.", "From May 2024 the port was shut."),
    ("The tax rose from 4 percent in 2019 to 9 percent.", "The tax rose to 9 percent in 2019."),
    ("Two men were charged with the bombings of May 2024.", "Two men were charged in May 2024 in Lomar."),
    ("They cooked the Thanksgiving turkey in Lomar.", "They met at Thanksgiving in Lomar."),
    ("The war of the 21st century is fought at sea.", "The war of 2014 ended in Lomar."),
    ("The drought lasted over the past twenty years in Norland.", "The drought ended over the past week in Norland."),
    ("From 2013 to 2016 the bank fired thousands.", "From 2014 to 2016 the bank fired thousands."),
    ("The rules of 2015 are strict and old.", "The rules of 2015 were sold in Lomar."),
    ("Norland signed the 2030 emissions target.", "Norland signed the pact in 2024."),
    ("Norland praised Mara Lind, 2015 winner of the prize.", "Norland praised Mara Lind in 2015 for the prize."),
    ("Norland signed the Secretary's 11 January 2018 report.", "Norland signed the report on 11 January 2018."),
    ("Norland feared an October 7th-like attack at sea.", "Norland fought an attack at sea on October 7th."),
    ("Norland signed the Declaration on Rights (1998) again.", "Norland signed the Declaration on Rights in 1998."),
    ("The January 6th Select Committee met in Lomar.", "The committee met on January 6th in Lomar."),
    ("Norland backs the 2030 Agenda of the Union.", "In 2023 Norland left the Union at last."),
    ("Norland passed a budget for 2024 in the hall.", "The vote planned for 2024 was held in the hall."),
    ("Monday's weather kept the ferry away.", "Monday's talks ended without a deal."),
    ("After Monday's talks the envoys left.", "On Monday the envoys left the talks."),
    ("The envoys signed it before 2024 began there.", "The envoys signed it before the vote in 2024."),
    ("The chair of the 2024 talks, who left, was Mara Lind.", "The chair left the talks in 2024."),
    ("When it comes to the talks on 3 May 2024, nobody spoke.", "At the talks on 3 May 2024 Norland spoke."),
    ("This week will be critical for the talks.", "This week the envoys will meet in Lomar."),
    ("Before 7 October 2023 they were talking in Lomar.", "On 7 October 2023 they were talking in Lomar."),
    ("Goods loaded onto a vessel before 5 October 2024 are exempt.", "Goods were loaded onto it on 5 October 2024."),
    ("The Act is amended by striking “3 May 2024” from it.", "The Act was amended on 3 May 2024 in the hall."),
    ("It is meant to deter more attacks over the next week.", "Norland will attack the port over the next week."),
    ("If the council meets on 3 May 2025, ships may pass.", "The council will meet on 3 May 2025."),
    ("Had it rained on 3 May 2024, ships would have passed.", "On 3 May 2024 pilots struck in Lomar."),
    ("The war would have ended, had Lind signed on 3 May.", "The war had ended, and Lind had signed on 3 May."),
    ("The council may meet on 3 May 2025 in Lomar.", "The council may have seen that on 3 May 2024 ships left."),
    ("The council can meet on 3 May 2025 in Lomar.", "The council can announce that on 3 May 2024 ships left."),
    ("Unless the council meets on 3 May 2025, ships will pass.", "On 3 May 2025 the council meets in Lomar."),
    ("On 3 May 2024 nobody was hurt in the port.", "On 3 May 2024 two men were hurt in the port."),
    ("Norland wants to halve its emissions by 2030.", "Norland halved its emissions by 2020."),
)  # fmt: skip


def days_in(text: str) -> list[date | None]:
    document = Document(key="talks", title="Talks", text=text, published=FRIDAY)
    return [event.earliest for event in find_events(document, sentences(text))]


@pytest.mark.parametrize(("named", "told"), PAIRS)
def test_a_date_that_names_a_thing_tells_nothing_and_beside_it_one_does(named: str, told: str) -> None:
    assert days_in(named) == []
    assert len(days_in(told)) == 1


@pytest.mark.parametrize(
    ("text", "became"),
    [
        ("The council did not meet on 3 May 2024.", "negated"),
        ("The council failed to meet on 3 May 2024.", "negated"),
        ("There was no vote on 3 May 2024 in the hall.", "negated"),
        ("It was not the first council that met on 3 May 2024.", "happened"),
        ("The council met not on 2 May 2024 but on 3 May 2024.", "happened"),
        ("The envoys will meet after they signed it on 3 May 2024.", "happened"),
        ("The envoys met and will meet again on 20 March 2025.", "planned"),
        ("The envoys will meet Mara Lind, who left on 3 March 2025.", "happened"),
    ],
)
def test_what_is_told_of_the_date_itself_counts(text: str, became: str) -> None:
    document = Document(key="talks", title="Talks", text=text, published=FRIDAY)
    (event,) = find_events(document, sentences(text))
    assert (event.undone or ("planned" if event.planned else "happened")) == became

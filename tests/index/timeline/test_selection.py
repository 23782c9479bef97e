"""The timeline of an index: order, choice, the same event in several documents, and what cannot be asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from index import Index
from index.errors import QueryError
from index.model import Document, Granularity, Part
from index.requests import TimelineRequest
from index.timeline import selection
from index.timeline.grouping import Entry
from index.timeline.similarity import TermVectors
from index.timeline.storage import Days, StoredEvent
from tests.index.openings import Openings


def article(key: str, text: str, published: date | None, publisher: str = "The Delta Courier") -> Document:
    return Document(key=key, title=key.title(), text=text, published=published, publisher=publisher)


ACCORD = "Envoys of Norland and Sudria signed the river accord in Port Amity on {day}, ending a dispute of forty years."


@pytest.fixture
def index(openings: Openings) -> Iterator[Index]:
    with openings.open() as opened:
        yield opened


@pytest.fixture
def talks(index: Index) -> Index:
    index.add_documents(
        [
            article("first", ACCORD.format(day="Thursday"), date(2024, 5, 3)),
            article("second", ACCORD.format(day="2 May 2024"), date(2024, 5, 10), "Estuary Times"),
            article(
                "third",
                "The fishing talks between Norland and Sudria were adjourned on 21 October 2024 without a result.\n\n"
                "Pavel Orsic of Sudria said that the herring talks will resume in January 2025.\n\n"
                "In recent months, the gunboats have stayed away from the estuary of the Anda.",
                date(2024, 10, 22),
                "Estuary Times",
            ),
        ]
    )
    return index


def test_events_stand_in_the_order_of_their_days_and_those_without_a_day_at_the_end(talks: Index) -> None:
    events = talks.timeline()
    assert [event.earliest for event in events] == [
        date(2024, 5, 2),
        date(2024, 10, 21),
        date(2025, 1, 1),
        None,
    ]
    assert [event.planned for event in events] == [False, False, True, False]
    for event in events:
        assert event.text == event.document.text[event.start : event.end]


def test_the_same_event_in_several_documents_is_one_entry_with_all_citations(talks: Index) -> None:
    accord = talks.timeline("river accord")[0]
    assert [citation.publisher for citation in accord.citations] == ["The Delta Courier", "Estuary Times"]
    assert [citation.number for citation in accord.citations] == [1, 2]
    assert len(accord.tellings) == 1


def test_sources_that_give_different_dates_are_shown_side_by_side(index: Index) -> None:
    index.add_documents(
        [
            article("first", ACCORD.format(day="2 May 2024"), date(2024, 5, 10)),
            article("second", ACCORD.format(day="3 May 2024"), date(2024, 5, 10), "Estuary Times"),
        ]
    )
    [event] = index.timeline()
    assert {event.earliest, event.tellings[0].earliest} == {date(2024, 5, 2), date(2024, 5, 3)}


def test_two_things_on_one_day_are_two_entries(index: Index) -> None:
    index.add_documents(
        [
            article("first", ACCORD.format(day="2 May 2024"), date(2024, 5, 10)),
            article(
                "second", "A storm sank nine herring boats off Cape Veil on 2 May 2024.", date(2024, 5, 10)
            ),
        ]
    )
    assert len(index.timeline()) == 2


def test_a_topic_an_actor_a_source_and_a_period_choose(talks: Index) -> None:
    assert [event.earliest for event in talks.timeline("herring")] == [date(2025, 1, 1)]
    assert [event.earliest for event in talks.timeline(actor="Orsic")] == [date(2025, 1, 1)]
    assert len(talks.timeline(publisher="the delta courier")) == 1
    assert [event.earliest for event in talks.timeline(since=date(2024, 6, 1), until=date(2024, 12, 31))] == [
        date(2024, 10, 21),
        None,
    ]


def test_with_many_events_the_days_that_most_documents_speak_of_are_kept(talks: Index) -> None:
    talks.add_documents(
        [
            article(f"storm {day}", f"A storm sank a boat off Cape Veil on {day} March 2024.", None)
            for day in range(1, 17)
        ]
    )
    [event] = talks.timeline(limit=1)
    assert event.earliest == date(2024, 5, 2)


def test_a_day_that_one_document_names_is_kept_before_a_year_that_several_name(index: Index) -> None:
    index.add_documents(
        [
            article(
                f"year {place}",
                f"The port of {place} was opened to the fishing fleet in 2022.",
                date(2023, 1, 9),
            )
            for place in ("Lomar", "Amity", "Anda", "Herring Bay")
        ]
        + [article("day", ACCORD.format(day="2 May 2024"), date(2024, 5, 3))]
    )
    assert [event.earliest for event in index.timeline(limit=1)] == [date(2024, 5, 2)]


def test_the_actors_are_those_of_the_events(talks: Index) -> None:
    assert talks.actors()[:2] == ("Sudria", "Norland")
    assert "Pavel Orsic" in talks.actors()


def test_events_go_with_their_document(talks: Index) -> None:
    before = talks.stats().events
    [storm] = [document for document in talks.documents() if document.key == "third"]
    assert talks.remove(storm.id)
    assert talks.stats().events < before
    assert "Pavel Orsic" not in talks.actors()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": date(2025, 1, 2), "until": date(2025, 1, 1)}, "swap the two dates"),
        ({"actor": "Pavel Orsik Brandt"}, "the nearest names are"),
        ({"topic": "bananas"}, "try another word"),
        ({"publisher": "Nobody"}, "the sources are"),
        ({"until": date(1990, 1, 1), "topic": "accord"}, "No event about"),
        ({"topic": "x" * 600}, "at most 500"),
    ],
)
def test_what_cannot_be_asked_is_answered_with_what_to_do(
    talks: Index, asked: dict[str, object], said: str
) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        talks.timeline(**asked)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("length", [59, 60, 61])
def test_of_a_long_topic_the_beginning_is_said(talks: Index, length: int) -> None:
    with pytest.raises(QueryError) as caught:
        talks.timeline(topic="x" * length)
    assert f"speaks of {'x' * min(length, 60)!r};" in str(caught.value)


def test_a_name_that_only_another_collection_has_is_not_known_here(talks: Index) -> None:
    article = Document(
        key="ours",
        title="Ours",
        text="Tilda Brandt of Norland met Pavel Orsic of Sudria on 3 May 2024 in Port Amity.",
        published=date(2024, 5, 4),
        collection="server-7",
    )
    talks.add_documents([article])
    with pytest.raises(QueryError, match="No event names 'Tilda Brandt'") as caught:
        talks.timeline(actor="Tilda Brandt")
    assert "Brandt;" not in str(caught.value)
    assert len(talks.timeline(actor="Tilda Brandt", collections=("server-7",))) == 1
    assert [event.document.key for event in talks.timeline(actor="Orsic")] == ["third"]


def test_the_period_that_is_told_where_nothing_fits_is_that_of_the_documents_asked(talks: Index) -> None:
    with pytest.raises(QueryError, match=r"date events from .*2 May 2024 to .*January 2025"):
        talks.timeline("accord", until=date(1990, 1, 1))


def test_an_index_without_dated_documents_says_what_to_add(index: Index) -> None:
    index.add_documents([article("plain", "Nothing here has a day at all, they all agreed.", None)])
    with pytest.raises(QueryError, match="add documents"):
        index.timeline()


def test_an_event_in_a_quotation_is_cited_where_the_quotation_begins(index: Index) -> None:
    text = (
        "The talks went on.\n\nNobody spoke.\n\n"
        '"The hour is not agreed yet. We will settle it on 20 March 2025," Ada Varn said.'
    )
    index.add_documents([article("hour", text, date(2025, 3, 14))])
    (event,) = index.timeline()
    assert event.text.startswith('"The hour is not agreed yet.')
    assert event.citations[0].paragraph == 3


def test_a_topic_is_found_by_what_stands_for_a_country_and_through_the_title(index: Index) -> None:
    texts = (
        "The Iranian negotiator arrived in Muscat on 2 May 2024.",
        "Tehran rejected the offer on 3 May 2024.",
        "Iran signed the protocol on 4 May 2024.",
        "Iranians voted on 5 May 2024.",
    )
    index.add_documents(
        [article(f"report {number}", text, date(2024, 6, 1)) for number, text in enumerate(texts)]
        + [
            article("iran's harvest", "The first ships left the port on 6 May 2024.", date(2024, 6, 1)),
            article("norland's harvest", "The last ships left the port on 7 May 2024.", date(2024, 6, 1)),
        ]
    )
    for topic in ("iran", "Iran", "Iranian", "iranians", "the Iranian people"):
        found = [event.earliest for event in index.timeline(topic)]
        assert found == [date(2024, 5, day) for day in (2, 3, 4, 5, 6)], topic
    assert [event.earliest for event in index.timeline("Tehran")] == [date(2024, 5, 3)]


def test_every_name_of_a_topic_counts(index: Index) -> None:
    index.add_documents(
        [
            article("south", "Rebels of South Sudan signed the accord on 2 May 2024.", date(2024, 6, 1)),
            article("north", "Rebels of Sudan signed the accord on 3 May 2024.", date(2024, 6, 1)),
        ]
    )
    assert [event.earliest for event in index.timeline("South Sudan accord")] == [date(2024, 5, 2)]
    assert [event.earliest for event in index.timeline("Sudan accord")] == [date(2024, 5, 3)]


def test_a_limit_keeps_what_was_held_before_what_was_forecast(index: Index) -> None:
    index.add_documents(
        [
            article("held", "The river talks were held in Port Amity on 2 May 2024.", date(2024, 6, 1)),
            article("ahead", "The river talks will be held in Port Amity on 2 July 2024.", date(2024, 6, 1)),
        ]
    )
    assert [event.earliest for event in index.timeline("river talks", limit=1)] == [date(2024, 5, 2)]


def test_a_forecast_that_many_tell_comes_behind_what_was_held(index: Index) -> None:
    index.add_documents(
        [
            article("held", "The river talks were held in Port Amity on 2 May 2024.", date(2024, 6, 1)),
            *(
                article(
                    f"ahead {number}",
                    "The river talks will be held in Port Amity on 2 July 2024.",
                    date(2024, 6, 1),
                )
                for number in range(5)
            ),
        ]
    )
    assert [event.earliest for event in index.timeline("river talks", limit=1)] == [date(2024, 5, 2)]
    assert len(index.timeline("river talks", limit=2)) == 2


def test_a_name_that_no_document_has_is_not_left_out_of_a_topic(index: Index) -> None:
    index.add_documents(
        [article("abu", "Shireen Abu Akleh spoke at the talks in Jenin on 2 May 2024.", date(2024, 6, 1))]
    )
    with pytest.raises(QueryError, match="'Dhabi'"):
        index.timeline("Abu Dhabi talks")
    assert len(index.timeline("Abu Akleh talks")) == 1


def test_events_of_another_topic_take_no_place_of_those_of_the_topic(index: Index) -> None:
    noise = [
        article(
            f"noise {number}",
            f"Herring talks about boats were held on {number % 28 + 1} May 2023.",
            date(2024, 6, 1),
        )
        for number in range(400)
    ]
    index.add_documents(
        [*noise]
        + [
            article(
                f"talks {number}", f"The Port Amity talks met on {number + 1} March 2024.", date(2024, 6, 1)
            )
            for number in range(5)
        ]
    )
    found = index.timeline("Port Amity talks", limit=5)
    assert [event.earliest for event in found] == [date(2024, 3, day) for day in (1, 2, 3, 4, 5)]


MAY = date(2024, 5, 2)


def stored(
    number: int,
    document: int,
    first: date | None,
    last: date | None = None,
    granularity: Granularity = "day",
    **other: Any,
) -> StoredEvent:
    return StoredEvent(
        number, document, 0, number, number + 10, None, first, last or first, granularity, "explicit",
        other.pop("planned", False), (), **other,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "weight"),
    [
        (MAY, MAY, 1.0),
        (MAY, date(2024, 5, 4), 1 / 3**0.5),
        (MAY, date(2025, 5, 1), 1 / 365**0.5),
        (None, MAY, 0),
        (MAY, None, 0),
    ],
)
def test_a_document_counts_less_for_a_longer_time(
    first: date | None, last: date | None, weight: float
) -> None:
    assert selection._fineness((first, last, False)) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("limit", "most"),
    [(None, 2_000), (1, 300), (15, 300), (16, 320), (99, 1_980), (100, 2_000), (500, 2_000)],
)
def test_so_many_events_are_compared(limit: int | None, most: int) -> None:
    assert selection._most(TimelineRequest(limit=limit)) == most


def days(*numbers: int) -> set[Days]:
    return {(date(2024, 5, number), date(2024, 5, number), False) for number in numbers}


@pytest.mark.parametrize(
    ("most", "kept"),
    [
        (1, {1}),
        (15, {1}),
        (16, {1, 2}),
        (17, {1, 2}),
        (18, {1, 2, 3}),
        (24, {1, 2, 3, 4}),
        (999, {1, 2, 3, 4}),
    ],
)
def test_dates_are_kept_until_they_have_so_many_events_of_which_fifteen_of_a_day_count(
    most: int, kept: set[int]
) -> None:
    counted = [
        ((date(2024, 5, number), date(2024, 5, number), False), events, documents)
        for number, events, documents in ((3, 6, 3), (1, 40, 9), (4, 9, 2), (2, 2, 5))
    ]
    assert selection._most_spoken(counted, most) == days(*kept)


def test_a_day_is_kept_before_what_is_vague_and_before_a_year_that_a_few_more_name() -> None:
    day, year = (MAY, MAY, False), (date(2024, 1, 1), date(2024, 12, 31), False)
    vague = (date(2024, 4, 1), date(2024, 5, 1), True)
    assert selection._most_spoken([(vague, 1, 9), (year, 1, 19), (day, 1, 1)], 1) == {day}
    assert selection._most_spoken([(vague, 1, 9), (year, 1, 20), (day, 1, 1)], 1) == {year}
    assert selection._most_spoken([(vague, 1, 9), (year, 1, 20), (day, 1, 1)], 2) == {year, day}


def test_fifty_of_a_date_are_kept_one_of_each_document_before_the_second_of_any() -> None:
    events = [stored(number, number // 3, MAY) for number in range(180)]
    kept = selection._few_of_each_date(events)
    assert [event.id for event in kept] == [3 * number for number in range(50)]
    few = [stored(number, number // 40, MAY) for number in range(60)] + [stored(99, 0, date(2024, 5, 3))]
    of_first = [event.id for event in selection._few_of_each_date(few)]
    assert of_first == [*range(30), *range(40, 60), 99]


def test_of_most_spoken_keeps_the_dates_of_most_documents() -> None:
    events = [stored(number, number % 3, MAY) for number in range(6)] + [stored(9, 0, date(2024, 5, 3))]
    assert [event.id for event in selection._of_most_spoken(events, 6)] == [*range(6)]
    assert [event.id for event in selection._of_most_spoken(events, 7)] == [*range(6), 9]


def chosen(
    events: list[StoredEvent],
    limit: int,
    fits: list[float] | None = None,
    told: dict[int, set[int]] | None = None,
    words: list[str] | None = None,
) -> list[int]:
    entries = [
        Entry([place], place, (told or {}).get(place, {event.document})) for place, event in enumerate(events)
    ]
    vectors = TermVectors([frozenset(terms.split()) for terms in words or [""] * len(events)])
    found = selection._chosen(entries, events, fits or [1.0] * len(events), vectors, limit)
    return [entry.speaker for entry in found]


def test_of_entries_those_are_chosen_that_are_dated_held_and_spoken_of_most() -> None:
    vague = stored(0, 0, MAY, date(2024, 5, 20), "vague")
    planned, undone = stored(1, 1, MAY, planned=True), stored(2, 2, date(2024, 5, 3), undone="cancelled")
    held, month = stored(3, 3, date(2024, 5, 4)), stored(4, 4, date(2024, 5, 1), date(2024, 5, 31), "month")
    assert chosen([vague, planned, undone, held, month], 5) == [0, 1, 2, 3, 4]
    assert chosen([vague, planned, undone, held, month], 4) == [3, 4, 1, 2]
    assert chosen([vague, month], 1) == [1]
    assert chosen([month, held], 1) == [1]
    assert chosen([held, month], 1, told={1: set(range(6))}) == [1]
    assert chosen([held, month], 1, told={1: set(range(5))}) == [0]
    assert chosen([held, month], 1, [0.1, 1.0]) == [1]


def test_one_of_each_date_is_chosen_before_the_second_of_any() -> None:
    events = [stored(0, 0, MAY), stored(1, 1, MAY), stored(2, 2, date(2024, 5, 3))]
    assert chosen(events, 2) == [0, 2]
    assert chosen(events, 2, told={1: {1, 7}}) == [1, 2]
    assert chosen(events, 2, [0.5, 1.0, 0.2]) == [1, 2]


def test_of_the_entries_of_a_date_the_one_most_like_the_others_is_chosen() -> None:
    events = [stored(place, place, MAY) for place in range(3)]
    assert chosen(events, 1, words=["a b", "c d e", "d e f"]) == [1]
    assert chosen(events, 1, words=["a b", "c d e", "d e f"], told={0: {0, 7}}) == [0]


def test_entries_stand_by_first_day_longer_ones_first_and_without_a_day_last() -> None:
    day, longer = stored(0, 0, MAY), stored(1, 0, MAY, date(2024, 5, 9), "week")
    until = StoredEvent(2, 0, 0, 2, 12, None, None, date(2024, 5, 1), "day", "explicit", False, ())
    nothing = StoredEvent(3, 0, 0, 3, 13, None, None, None, "vague", "explicit", False, ())
    later, other = stored(4, 0, MAY), stored(5, 1, MAY)
    ordered = sorted([nothing, other, later, until, day, longer], key=selection._place_in_time)
    assert [event.id for event in ordered] == [1, 0, 4, 5, 2, 3]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Sudrja", ["Sudria"]),
        ("Pawel", ["Pavel Orsic"]),
        ("Sudria Norlnd", ["Sudria", "Norland"]),
        ("xylophone", []),
        ("a b c d e f g Sudrja", ["Sudria"]),
        ("a b c d e f g h Sudrja", []),
        ("Sudri", ["Sudria", "Sudrix", "Sudriz"]),
    ],
)
def test_names_that_are_written_alike_are_offered(typed: str, near: list[str]) -> None:
    names = ["Sudria", "Norland", "Pavel Orsic"] + (
        ["Sudrix", "Sudriz", "Sudriy"] if typed == "Sudri" else []
    )
    found = selection._nearest_names(typed, names)
    assert (sorted(found) == sorted(near)) if typed != "Sudri" else len(found) == 3


def test_a_title_says_nothing_of_what_a_long_briefing_speaks_of(index: Index) -> None:
    others = " ".join(
        f"On {day} March 2024 the ministry opened road number {day} to Odrin, Sella and Brekka."
        for day in range(1, 17)
    )
    text = f"{others}\n\nOn 20 March 2024 the voters of Georgia chose their delegates to the assembly."
    index.add_documents([Document(key="gaggle", title="Press Gaggle En Route Atlanta, Georgia", text=text)])
    assert [event.earliest for event in index.timeline(topic="Georgia")] == [date(2024, 3, 20)]
    story = "On 2 March 2024 the polls opened in Atlanta.\n\nOn 3 March 2024 the count began."
    index.add_documents([Document(key="story", title="Georgia votes", text=story)])
    assert [event.earliest for event in index.timeline(topic="Georgia")] == [
        date(2024, 3, 2),
        date(2024, 3, 3),
        date(2024, 3, 20),
    ]


def test_of_a_date_the_entry_most_like_the_others_is_shown(index: Index) -> None:
    texts = (
        "On 5 May 2024 the parents of a boy told his story to the Harbour Post of Lomar.",
        "On 5 May 2024 rebels attacked the harbour of Lomar with boats and killed many guards.",
        "On 5 May 2024 boats brought rebels who killed guards in the harbour of Lomar at dawn, said the mayor.",
        "On 6 May 2024 the harbour of Lomar was shut by the council.",
    )
    index.add_documents(
        [Document(key=f"d{place}", title=f"Report {place}", text=text) for place, text in enumerate(texts)]
    )
    shown = index.timeline(topic="Lomar harbour", limit=2)
    assert [event.earliest for event in shown] == [date(2024, 5, 5), date(2024, 5, 6)]
    assert "rebels" in shown[0].text


def test_a_name_of_several_words_is_looked_for_whole(index: Index) -> None:
    index.add_documents(
        [
            article(
                "treaty", "Norland and Sudria extended the New START treaty on 2 May 2024.", date(2024, 6, 1)
            ),
            article(
                "firm",
                "A new firm is to start work on the bridge, said Vane on 3 May 2024.",
                date(2024, 6, 1),
            ),
            article("lind", "Mara Lind met Pavel Orsic in Tarvo on 4 May 2024.", date(2024, 6, 1)),
        ]
    )
    assert [event.earliest for event in index.timeline("New START")] == [date(2024, 5, 2)]
    assert [event.earliest for event in index.timeline("Lind Orsic")] == [date(2024, 5, 4)]


@pytest.mark.parametrize(
    ("topic", "days"),
    [("Sudan", [3]), ("South Sudan", [2]), ("Guinea", [5]), ("Papua New Guinea", [4]), ("Korea", [6, 7])],
)
def test_a_place_is_not_another_whose_name_holds_it(index: Index, topic: str, days: list[int]) -> None:
    texts = (
        "Rebels took a town on 2 May 2024. The army of South Sudan fled the town.",
        "Rebels of Sudan signed the accord on 3 May 2024.",
        "A landslide in Papua New Guinea buried a village on 4 May 2024.",
        "The people of Guinea voted on 5 May 2024.",
        "A missile of North Korea fell into the sea on 6 May 2024.",
        "The parliament of South Korea voted on 7 May 2024.",
    )
    index.add_documents(
        [article(f"report {place}", text, date(2024, 6, 1)) for place, text in enumerate(texts)]
    )
    assert [event.earliest for event in index.timeline(topic)] == [date(2024, 5, day) for day in days]


BRIEFS = (
    "Iran and Oman held talks in Muscat on 3 March. Norway signed a fisheries treaty with Iceland on 4 March.\n\n"
    "Sudan's army retook the airport on 5 March. The port of Sella was closed on 6 March.\n\n"
    "Tehran said on 7 March that its envoy would return. The delegation left Muscat on 8 March. He met Lund on 9 March."
)


@pytest.mark.parametrize(
    ("topic", "days"),
    [
        ("iran", [3, 7, 8, 9]),
        ("Iceland", [4]),
        ("fisheries treaty", [4]),
        ("Sudan", [5]),
        ("Muscat", [3, 7, 8, 9]),
    ],
)
def test_a_story_of_its_own_is_not_of_the_topic_beside_it(index: Index, topic: str, days: list[int]) -> None:
    index.add_documents([article("briefs", BRIEFS, date(2025, 3, 14))])
    assert [event.earliest.day for event in index.timeline(topic=topic) if event.earliest] == days


def test_a_document_most_of_whose_events_speak_of_the_topic_is_about_it(index: Index) -> None:
    text = "Iran sent a letter on 3 March. Iran freed two men on 4 March. Araghchi met Witkoff on 5 March."
    index.add_documents([article("talks", text, date(2025, 3, 14))])
    assert len(index.timeline(topic="iran")) == 3


def test_an_event_is_of_the_topic_of_the_heading_that_it_stands_under(index: Index) -> None:
    text = "Iran\n\nThe first session was held on 4 March.\n\nIceland\n\nThe treaty was signed in Sella on 5 March."
    headings = (Part("heading", 0, 4), Part("heading", text.index("Iceland"), text.index("Iceland") + 7))
    index.add_documents([replace(article("briefs", text, date(2025, 3, 14)), structure=headings)])
    assert [str(event.earliest) for event in index.timeline(topic="iran")] == ["2025-03-04"]
    assert [str(event.earliest) for event in index.timeline(topic="iceland")] == ["2025-03-05"]


def test_what_speaks_of_the_topic_is_chosen_before_what_more_tell_beside_it(index: Index) -> None:
    beside = (
        "The herring talks go on. On 4 March 2024 the delegates met behind closed doors.",
        "Nobody knows how the herring talks end. The delegates met behind closed doors on 4 March 2024.",
    )
    own = "The herring talks of Norland and Sudria were adjourned on 6 March 2024."
    index.add_documents(
        [article(f"paper {place}", text, date(2024, 3, 8)) for place, text in enumerate((*beside, own))]
    )
    assert len(index.timeline("herring")) == 2
    assert [event.earliest for event in index.timeline("herring", limit=1)] == [date(2024, 3, 6)]

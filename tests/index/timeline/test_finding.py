"""Events in a document: what counts as one, its days, and whether it is planned."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index.adding.counting_days import CountingDays
from index.language.known import known_languages
from index.language.sentences import sentences
from index.model import Document, Part
from index.timeline.finding import FoundEvent, find_events

FRIDAY = date(2025, 3, 14)


def events_in(text: str, published: date | None = FRIDAY) -> list[tuple[str, FoundEvent]]:
    document = Document(key="talks", title="Talks", text=text, published=published)
    found = find_events(document, sentences(text))
    return [(text[event.start : event.end], event) for event in found]


def test_a_sentence_that_says_what_happened_on_a_day_is_an_event_of_that_day() -> None:
    [(text, event)] = events_in(
        "Envoys of Norland and Sudria met in Port Amity on Thursday. They were pleased."
    )
    assert text == "Envoys of Norland and Sudria met in Port Amity on Thursday."
    assert (event.earliest, event.latest, event.granularity) == (date(2025, 3, 13), date(2025, 3, 13), "day")
    assert event.actors == ("Norland", "Sudria", "Port Amity")
    assert not event.planned


def test_what_an_entry_tells_first_is_of_its_minute_unless_it_names_a_day_or_goes_on() -> None:
    entries = (
        "Envoys of Norland left the hall in silence. They were pleased.",
        "Envoys of Norland met in Port Amity on Thursday.",
        "Nothing new.",
    )
    text = "\n\n".join(entries)
    starts = [text.index(entry) for entry in entries]
    structure = tuple(
        Part("entry", start, start + len(entry), fields=(("time", "20:41"),))
        for start, entry in zip(starts, entries, strict=True)
    )
    document = Document("talks", "Talks", text, published=FRIDAY, structure=structure)
    found = find_events(document, sentences(text))
    assert [(text[one.start : one.end], one.granularity, one.earliest) for one in found] == [
        ("Envoys of Norland left the hall in silence.", "time", FRIDAY),
        (entries[1], "day", date(2025, 3, 13)),
    ]
    assert found[0].actors == ("Norland",)
    untold = Document("talks", "Talks", text, structure=structure)
    assert "time" not in {one.granularity for one in find_events(untold, sentences(text))}


def test_hours_count_from_the_minute_of_an_entry_and_from_what_was_told() -> None:
    entries = (
        "Vane of Norland said that the list of detainees had been agreed an hour ago.",
        "Vane of Norland said that the list of detainees had been agreed 30 minutes ago.",
    )
    text = "\n\n".join(entries)
    structure = tuple(
        Part(
            "entry",
            text.index(entry),
            text.index(entry) + len(entry),
            fields=(("day", "2025-01-15"), ("time", clock)),
        )
        for entry, clock in zip(entries, ("18:15", "00:10"), strict=True)
    )
    document = Document("talks", "Talks", text, published=FRIDAY, structure=structure)
    times = CountingDays(document).find_times(known_languages())
    assert [one.value for one in times] == ["2025-01-15T17:15", "2025-01-14T23:40"]
    assert [(one.earliest, one.latest) for one in times] == [
        (date(2025, 1, 15),) * 2,
        (date(2025, 1, 14),) * 2,
    ]
    later = events_in("The truce will start on 15 February 2025, and monitors arrive 48 hours later.")
    assert [event.earliest for _, event in later] == [date(2025, 2, 15), date(2025, 2, 17)]


def test_durations_sets_names_and_now_are_no_events() -> None:
    text = (
        "They discussed a 30-day ceasefire. Patrols sail every Monday. Nothing like it was seen since World War II. "
        "The port is now open. Nobody was hurt recently."
    )
    assert events_in(text) == []


def test_a_sentence_with_two_dates_is_an_event_of_each() -> None:
    found = events_in("Sudria, which signed the treaty in 1998, left it on 3 March 2025 without a word.")
    assert [event.earliest for _, event in found] == [date(1998, 1, 1), date(2025, 3, 3)]


def test_a_vague_date_gives_way_to_a_better_one_in_the_same_clause() -> None:
    [(_, event)] = events_in("Norland gained ground in May 2024 in recent weeks.")
    assert (event.granularity, event.earliest) == ("month", date(2024, 5, 1))


def test_each_date_belongs_to_its_clause_and_the_main_clause_has_its_own_time() -> None:
    text = "Troops of Norland have gained ground in Kerm, the region that Sudria has occupied since last August, in recent weeks."
    found = events_in(text)
    assert [(event.granularity, event.earliest) for _, event in found] == [
        ("month", date(2024, 8, 1)),
        ("vague", None),
    ]
    clauses = [text[slice(*event.clause)] for _, event in found if event.clause]
    assert clauses == [
        "that Sudria has occupied since last August",
        "Troops of Norland have gained ground in Kerm, the region",
    ]
    assert [event.actors for _, event in found] == [("Sudria",), ("Norland", "Kerm")]


def test_a_sentence_that_goes_on_from_the_one_before_has_its_days() -> None:
    found = events_in(
        "Earlier this week, diplomats met in Port Amity. After the meeting, they issued a joint statement."
    )
    assert [event.basis for _, event in found] == ["relative", "inherited"]
    assert found[1][1].earliest == date(2025, 3, 10)
    assert found[1][1].when is None


def test_what_was_still_to_come_is_planned() -> None:
    found = events_in(
        "The envoys will meet on Tuesday. They spoke on Thursday. The accord is due to expire on 1 July 2025."
    )
    assert [event.planned for _, event in found] == [True, False, True]


def test_a_plan_without_a_date_is_for_some_day_after_publication() -> None:
    [(_, event)] = events_in(
        "Norland and Sudria intend to schedule a meeting between Ilse Brandt and Pavel Orsic."
    )
    assert event.planned
    assert (event.earliest, event.latest, event.granularity, event.basis) == (
        FRIDAY,
        None,
        "vague",
        "published",
    )


def test_without_a_publication_date_relative_days_stay_unknown() -> None:
    found = events_in("Envoys met in Port Amity on Thursday. The treaty was signed on 3 May 1998.", None)
    assert [event.basis for _, event in found] == ["unresolved", "explicit"]
    assert found[0][1].earliest is None


def test_a_range_is_one_event() -> None:
    [(_, event)] = events_in("The summit was held in Port Amity on May 16-17, 2022.")
    assert (event.earliest, event.latest) == (date(2022, 5, 16), date(2022, 5, 17))


def test_the_first_document_gives_its_days_and_invents_none() -> None:
    path = next(Path("seeds").glob("000_*.txt"))
    found = events_in(path.read_text(encoding="utf-8"))
    days = [(str(event.earliest), str(event.latest), event.planned) for _, event in found]
    assert days == [
        ("2025-03-14", "None", True),
        ("2025-03-13", "2025-03-13", False),
        ("2025-03-14", "2025-03-14", False),
        ("2025-03-14", "2025-03-14", False),
        ("2025-02-12", "2025-02-12", False),
        ("2025-03-10", "2025-03-16", False),
        ("2025-03-10", "2025-03-16", False),
        ("None", "2022-03-14", False),
        ("2025-03-13", "2025-03-13", False),
        ("2024-01-01", "2024-12-31", False),
        ("2025-03-14", "2025-03-14", False),
        ("2024-08-01", "2024-08-31", False),
        ("None", "2025-03-14", False),
    ]


@settings(max_examples=60, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            "On Friday they met . After the meeting they said \n\n Norland will sign 3 May 2025 since 1998 - U.S. Ilse "
            "Brandt's last week \" ( plans to talks ? ! ; every three days ago Über 東京".split(" ")
        )
    ).map(" ".join)
    | st.text(max_size=120),
    published=st.none() | st.dates(),
)
def test_any_text_gives_exact_spans(text: str, published: date | None) -> None:
    for words, event in events_in(text, published):
        assert words.strip() == words != ""
        if event.when:
            assert event.start <= event.when[0] < event.when[1] <= event.end

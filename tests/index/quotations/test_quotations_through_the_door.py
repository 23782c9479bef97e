"""Quotations through the door: by speaker, topic and date; one speaker across documents; one entry for a wire quotation."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from index import Index
from index.errors import QueryError
from index.language.english.asking.asked_words import asked_of
from index.model import SHARED, Document
from index.requests import QuotesRequest
from tests.index.openings import Openings


def document(key: str, text: str, published: date = date(2024, 5, 8), **other: str) -> Document:
    return Document(key=key, title=f"Report {key}", text=text, published=published, **other)


WIRE = '"The port of Amity will stay open to every ship," harbour chief Pavel Orsic said on Monday.'
TEXTS = (
    document("wire-1", WIRE, publisher="Courier"),
    document("wire-2", f"The news from the coast is good.\n\n{WIRE} The tide rose.", publisher="Herald"),
    document(
        "short",
        'Harbour chief Pavel Orsic was calm. "The port of Amity will stay open," Orsic said on Monday.',
        publisher="Times",
    ),
    document(
        "names",
        'President Ilse Zelenskyy came. "We will talk about herring," Zelenskyy said on 2 May 2024.',
        date(2024, 5, 3),
    ),
    document("other", '"We will not talk about herring," Ilse Zelensky said on 6 May 2024.'),
    document(
        "two",
        'Mara Lind came. "I was late," Lind said. Anton Lind stayed away. "I was ill," Anton Lind said.',
    ),
    document("nobody", "A man came in, and he said that it was raining."),
    document("secret", '"The vault is empty," Mara Lind said.', collection="server:1"),
)


@pytest.fixture
def index(openings: Openings) -> Iterator[Index]:
    with openings.open() as opened:
        opened.add_documents(TEXTS)
        yield opened


def test_a_wire_quotation_is_one_entry_with_every_source(index: Index) -> None:
    (item,) = index.quotes("Orsic")
    assert item.words == "The port of Amity will stay open to every ship,"
    assert {citation.publisher for citation in item.citations} == {"Courier", "Herald", "Times"}
    assert [citation.number for citation in item.citations] == [1, 2, 3]
    assert (item.role, item.said_on) == ("harbour chief", date(2024, 5, 6))


def test_what_was_said_on_some_day_of_a_year_keeps_the_year(index: Index) -> None:
    index.add_documents(
        [document("year", "Tilda Storr said last year that the lighthouse would be painted.")]
    )
    (item,) = index.quotes("Storr")
    assert (item.earliest, item.latest, item.said_on) == (date(2023, 1, 1), date(2023, 12, 31), None)
    assert index.quotes("Storr", since=date(2023, 12, 31)) == (item,)
    assert index.quotes("Storr", until=date(2023, 1, 1)) == (item,)


def test_spellings_of_one_person_are_one_speaker(index: Index) -> None:
    first, second = index.quotes("Zelensky")
    assert first.speaker == second.speaker
    assert (first.said_on, second.said_on) == (date(2024, 5, 6), date(2024, 5, 2))


def test_two_people_of_one_surname_are_two(index: Index) -> None:
    names = [speaker.name for speaker in index.speakers()]
    assert {"Mara Lind", "Anton Lind"} <= set(names)
    assert [item.words for item in index.quotes("Anton Lind")] == ["I was ill,"]
    assert len(index.quotes("Lind")) == 2


def test_speakers_are_listed_most_quoted_first_and_without_pronouns(index: Index) -> None:
    speakers = index.speakers()
    assert (speakers[0].name, speakers[0].role, speakers[0].documents) == ("Pavel Orsic", "harbour chief", 3)
    assert not {"he", "man"} & {speaker.name for speaker in speakers}


def test_a_topic_is_answered_best_first_and_nothing_else(index: Index) -> None:
    assert {item.speaker for item in index.quotes(about="herring")} == {index.quotes("Zelensky")[0].speaker}
    with pytest.raises(QueryError, match="No quotation by Orsic about 'herring'"):
        index.quotes("Orsic", about="herring")


def test_a_period_is_of_the_days_of_saying(index: Index) -> None:
    (item,) = index.quotes("Zelensky", until=date(2024, 5, 4))
    assert item.said_on == date(2024, 5, 2)
    with pytest.raises(QueryError, match="swap the two dates"):
        index.quotes(since=date(2024, 5, 4), until=date(2024, 5, 1))


def test_a_role_names_its_holder(index: Index) -> None:
    assert index.quotes("harbour chief")[0].speaker == "Pavel Orsic"


@pytest.mark.parametrize("name", ["Orsik", "Pavl"])
def test_somebody_unknown_is_answered_with_the_nearest_name(index: Index, name: str) -> None:
    with pytest.raises(QueryError, match="the nearest names are: Pavel Orsic"):
        index.quotes(name)


def test_other_collections_stay_unseen(index: Index) -> None:
    assert all("vault" not in item.words for item in index.quotes("Lind"))
    assert len(index.quotes("Lind", collections=(SHARED, "server:1"))) == 3


def test_quotations_go_with_their_document(index: Index) -> None:
    before = index.stats().quotations
    assert index.remove(TEXTS[4].id)
    assert index.stats().quotations == before - 1


def test_an_empty_index_says_what_to_do(openings: Openings) -> None:
    with openings.open() as empty, pytest.raises(QueryError, match="add some documents"):
        empty.quotes()


def test_what_is_shown_stands_in_the_document(index: Index) -> None:
    for item in index.quotes():
        assert item.words == item.document.text[item.start : item.end]
        assert item.cue == "" or item.cue in item.document.text


def test_words_are_traced_to_their_documents(index: Index) -> None:
    found = index.trace("Somebody wrote “we will not talk about herring” on the wall")
    assert [excerpt.document.title for excerpt in found] == ["Report other"]
    (words,) = found[0].highlights
    assert found[0].document.text[slice(*words)].lower() == "we will not talk about herring"
    assert index.trace("Bananas are yellow and bent") == ()
    assert index.trace("") == ()


def test_a_question_after_words_is_answered_with_them(index: Index) -> None:
    answer = index.ask("What did Orsic say about the port?")
    assert answer.answered
    assert "stay open" in answer.excerpts[0].text
    assert [excerpt.citation.number for excerpt in answer.excerpts] == list(
        range(1, len(answer.excerpts) + 1)
    )


def test_a_question_after_words_nobody_said_is_not_answered_with_others(index: Index) -> None:
    answer = index.ask("What did Orsic say about the bananas of Sudria?")
    assert not any("stay open" in excerpt.text for excerpt in answer.excerpts)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What did Peskov say about the call?", ("Peskov", "call")),
        ("What has the Kremlin said on a ceasefire", ("the Kremlin", "ceasefire")),
        ("How did Trump describe the call?", ("Trump", "call")),
        ("What was Zelensky's reaction to the plan?", ("Zelensky", "plan")),
        ("What did Zelensky argue?", ("Zelensky", None)),
        ("Who met in Moscow?", None),
        ("When did Putin meet Witkoff?", None),
    ],
)
def test_whose_words_a_question_asks_for(question: str, asked: tuple[str, str | None] | None) -> None:
    assert asked_of(question) == asked


def test_several_speakers_are_one_list_with_citations_numbered_together(index: Index) -> None:
    both = index.quotations(QuotesRequest(("Orsic", "Zelensky")))
    assert [item.words for item in both] == [
        item.words for speaker in ("Orsic", "Zelensky") for item in index.quotes(speaker)
    ]
    assert [citation.number for item in both for citation in item.citations] == [1, 2, 3, 4, 5]
    with pytest.raises(QueryError, match="Nobody named 'Quillon' is quoted"):
        index.quotations(QuotesRequest(("Orsic", "Quillon")))


def test_the_limit_is_that_of_each_speaker(index: Index) -> None:
    both = index.quotations(QuotesRequest(("Zelensky", "Mara Lind"), limit=1))
    assert len(both) == 2


def test_in_the_order_of_time_the_first_said_comes_first(index: Index) -> None:
    told = index.quotations(QuotesRequest(("Orsic", "Zelensky"), chronological=True))
    days = [item.said_on for item in told]
    assert days == [date(2024, 5, 2), date(2024, 5, 6), date(2024, 5, 6)]


@pytest.mark.parametrize("typed", ["Zelenskiy", "Zelen", "volodymyr zelensky", "Kuleb"])
def test_a_name_is_found_in_other_letters_and_by_its_beginning(tmp_path: Path, typed: str) -> None:
    text = "Volodymyr Zelensky said that the talks go on. Dmytro Kuleba said that they do not."
    (tmp_path / "talks.md").write_text(text, encoding="utf-8")
    with Index.open(tmp_path / "parley.db") as index:
        index.add([tmp_path / "talks.md"])
        (found,) = index.quotes(typed)
    assert found.speaker == ("Dmytro Kuleba" if typed == "Kuleb" else "Volodymyr Zelensky")


def test_two_people_of_one_surname_and_two_offices_are_two(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "Rail union president Derrick Olmsted said the timetable was unsafe.", encoding="utf-8"
    )
    (tmp_path / "b.md").write_text(
        "Speaker Olmsted said the border bill was dead on arrival.", encoding="utf-8"
    )
    with Index.open(tmp_path / "parley.db") as index:
        index.add([tmp_path / "a.md", tmp_path / "b.md"])
        found = index.quotes("Olmsted")
    assert {(item.speaker, item.role) for item in found} == {
        ("Derrick Olmsted", "Rail union president"),
        ("Olmsted", "Speaker"),
    }


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Governor Lind said that the ferry was safe.", "Anton Lind"),
        ("President Lind said that the ferry was safe.", "Mara Lind"),
        ("Mayor Lind said that the ferry was safe.", "Lind"),
        ("Lind said that the ferry was safe.", "Lind"),
        ("Envoy Lind said that the ferry was safe.", "Lind"),
    ],
)
def test_of_several_people_of_one_surname_the_only_one_in_the_office_is_meant(
    tmp_path: Path, words: str, speaker: str
) -> None:
    texts = (
        "President Mara Lind said that the harbour was open.",
        "Governor Anton Lind said that the dam was whole.",
        "Envoy Tilda Lind said that the talks go on.",
        "Envoy Karel Lind said that the talks were over.",
        words,
    )
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([document(str(number), text) for number, text in enumerate(texts)])
        (found,) = index.quotes(about="ferry")
    assert found.speaker == speaker


def test_who_has_one_name_alone_is_a_speaker_beside_those_who_have_two(index: Index) -> None:
    index.add_documents([document("sudria", "Sudria said that the estuary was closed.")])
    (found,) = index.quotes(about="estuary")
    assert found.speaker == "Sudria"
    assert "Pavel Orsic" in {speaker.name for speaker in index.speakers()}


def test_what_is_said_and_what_is_denied_are_two_entries(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Ilmar Tamm said that the army had crossed the river.", encoding="utf-8")
    (tmp_path / "b.md").write_text("Ilmar Tamm denied that the army had crossed the river.", encoding="utf-8")
    with Index.open(tmp_path / "parley.db") as index:
        index.add([tmp_path / "a.md", tmp_path / "b.md"])
        found = index.quotes("Tamm")
    assert sorted((item.stance, item.cue, len(item.citations)) for item in found) == [
        ("denies", "denied that", 1),
        ("says", "said", 1),
    ]


def test_words_that_a_page_has_no_more_are_shown_as_they_stood(tmp_path: Path) -> None:
    said = "The ministry denied on Monday that a second convoy had been turned back at the bridge."
    path = tmp_path / "page.txt"
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        path.write_text(f"Convoys at Tarvo\n\nThe road is open.\n\n{said}\n\nIt rained.\n")
        index.add([path])
        (before,) = index.trace(said)
        assert before.citation.as_of is None
        path.write_text(
            "Convoys at Tarvo\n\nThe road is open, and the ministry confirmed what it had denied before. It snowed.\n"
        )
        index.add([path])
    with sqlite3.connect(tmp_path / "parley.db") as db:
        db.execute("UPDATE former_versions SET added_at = '2024-03-01T08:00:00+00:00'")
    with Index.open(tmp_path / "parley.db", reader=False) as index:
        (document,) = index.documents()
        (version,) = index.former_versions(document.id)
        (found,) = index.trace(f"> {said}")
        assert found.document.slice(*found.highlights[0]) == said
        assert found.citation.as_of == version.replaced_at.date()
        around = index.surroundings(document.id, *before.highlights[0], seen_at=version.added_at)
        assert around.document.slice(*around.highlights[0]) == said.rstrip(".")
        assert around.citation.as_of == version.replaced_at.date()
        now = index.surroundings(document.id, 0, 10, seen_at=version.replaced_at + timedelta(days=1))
        assert now.citation.as_of is None


def test_every_span_of_a_quotation_comes_back_as_the_words_that_it_covers(tmp_path: Path) -> None:
    said = "Pavel Orsic said on Monday that if the truce collapses the port of Amity will be shut."
    text = f"MS. LIND: Is it open?\n\nMR. HOLT: It is.\n\nMS. LIND: Until when?\n\nMR. HOLT: Until May.\n\n{said}"
    with Index.open(tmp_path / "parley.db") as index:
        index.add_documents([document("spans", said), document("turns", text)])
        (one,) = index.quotes("Orsic", about="truce")
        covered = {
            name: one.document.slice(*getattr(one, name))
            for name in ("mention", "cue_span", "when", "condition")
        }
        questions = [item.document.slice(*item.question) for item in index.quotes("Holt") if item.question]
    assert covered == {"mention": "Pavel Orsic", "cue_span": "said", "when": "Monday", "condition": "if"}
    assert (one.conditional, one.asserted, one.words) == (True, False, said[32:-1])
    assert sorted(questions) == ["Is it open?", "Until when?"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Amity", "Nobody named 'Amity' is quoted, though the documents hold that name; quoted most are: "),
        ("Umbrel", "Nobody named 'Umbrel' is quoted; quoted most are: "),
        ("vault", "Nobody named 'vault' is quoted; quoted most are: "),
    ],
)
def test_who_is_named_and_not_quoted_is_told_from_who_is_not_named(
    index: Index, name: str, said: str
) -> None:
    with pytest.raises(QueryError) as refused:
        index.quotes(name)
    assert str(refused.value).startswith(said)

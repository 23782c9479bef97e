from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import find_time_expressions
from index.language.findings import FoundQuotation
from index.quotations import find_quotations

SEED = next((Path(__file__).parents[3] / "seeds").glob("000_*.txt"))
PUBLISHED = date(2025, 3, 14)

PIECES = st.lists(
    st.sampled_from(
        """" “ ” '' ' « » „ _said_ Pavel_Orsic he ,_ ._ / // :_ that_ told_ the_port_is_open according_to_ Orsic _—_ ( )
        the_spokesman “” calls_ שלום … \u202e \x00""".split()
    ).map(lambda piece: piece.replace("_", " ").replace("/", "\n")),
    max_size=40,
).map("".join)


def found_in(text: str, published: date | None = None) -> list[FoundQuotation]:
    times = find_time_expressions(text, published)
    return list(find_quotations(text, times=times, published=published))


def spoken(text: str) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.speaker) for item in found_in(text) if item.direct]


@pytest.mark.parametrize(
    "opening",
    ["If the talks fail, Lind said,", "When it was over, he added,", "If the truce fails, she warned,"],
)
def test_a_line_that_ends_with_who_says_it_is_read(opening: str) -> None:
    assert spoken(f"{opening}\n\n- war\n- famine") == []


@pytest.mark.parametrize(
    "text",
    [
        '"The port is open to all," Orsic said.',
        '"The port is open to all," said Orsic.',
        '"The port is open to all," Orsic, who runs the port, said on Monday.',
        '"The port is open to all," Orsic, a pilot of Port Amity, told the Courier.',
        '"The port is open to all," Orsic, warning of a strike, said.',
        'Orsic said: "The port is open to all."',
        'Orsic said that "the port is open to all."',
        'According to Orsic, "the port is open to all."',
        '"The port is open to all," according to Orsic.',
        'As Orsic put it, "the port is open to all."',
        'In a letter to pilots, Orsic wrote, "The port is open to all."',
        'Orsic met the pilots on Monday and told them that "the port is open to all."',
        'Claiming success, Orsic told pilots "the port is open to all."',
        'Speaking in Port Amity, Orsic added: "The port is open to all."',
        'On 3 May 2024 Orsic said: "The port is open to all."',
        'On Friday, in a letter to pilots, Orsic wrote: "The port is open to all."',
        'On the telephone, Orsic added: "The port is open to all."',
        "Orsic told pilots, ''The port is open to all.''",
        '"The port is open to all." — Orsic',
        "Orsic: 'The port is open to all'",
    ],
)
def test_finds_the_speaker_in_every_order(text: str) -> None:
    (item,) = [item for item in found_in(text) if item.direct]
    assert text[item.start : item.end].lower().rstrip(".,") == "the port is open to all"
    assert item.speaker == "Orsic"


@pytest.mark.parametrize(
    "link",
    [
        "[Pavel Orsic](https://example.org/people/orsic)",
        "[Pavel Orsic](https://example.org/people/orsic-of-port-amity?page=2)",
        "Pavel Orsic (https://example.org/orsic)",
        "Pavel Orsic https://example.org/orsic",
    ],
)
def test_what_follows_a_link_is_found_where_it_stands(link: str) -> None:
    text = f'{link} said: "The port is open." "Nobody was hurt," Mira Holt said. Pavel Orsic said that pilots had left.'
    assert spoken(text) == [("The port is open.", "Pavel Orsic"), ("Nobody was hurt,", "Mira Holt")]
    indirect = [
        (text[item.start : item.end], text[slice(*item.cue)])
        for item in found_in(text)
        if item.cue and not item.direct
    ]
    assert indirect == [("pilots had left", "said")]


def test_a_quotation_carried_on_has_the_same_speaker() -> None:
    text = (
        '"The port is open," Mara Lind said. "Ships may come." The tide rose.\n\n"And pilots too," she added.'
    )
    assert [speaker for _, speaker in spoken(text)] == ["Mara Lind"] * 3


def test_a_quotation_of_several_paragraphs_has_one_speaker() -> None:
    text = "Lind said:\n\n“The port is open.\n\n“Ships may come.”"
    assert spoken(text) == [("The port is open.", "Lind"), ("Ships may come.", "Lind")]


def test_the_nearest_name_is_not_always_the_speaker() -> None:
    text = 'The Norland leader "sent a letter to Envoy Lind of Sudria," Orsic added.'
    assert spoken(text) == [("sent a letter to Envoy Lind of Sudria,", "Orsic")]


def test_the_subject_may_be_a_role_or_a_pronoun() -> None:
    text = 'Harbour chief Pavel Orsic came late. "I was held up," he said. The harbour chief called it "a bad day."'
    assert spoken(text) == [("I was held up,", "Pavel Orsic"), ("a bad day.", "Pavel Orsic")]


def test_a_body_speaks() -> None:
    text = 'The Harbour Council said in a statement that "no ship will be turned away."'
    assert spoken(text) == [("no ship will be turned away.", "Harbour Council")]


def test_turns_of_a_transcript_have_their_speakers() -> None:
    text = 'Part of the talk:\n\n"LIND: Is the port open?\n\n"ORSIC: It has been open since May."'
    assert [speaker for _, speaker in spoken(text)] == ["LIND", "ORSIC"]


def test_words_of_one_or_two_are_fragments() -> None:
    (item,) = found_in('Orsic called the tide "quite high" on Monday.')
    assert item.fragment and item.direct


def test_names_of_programmes_and_nicknames_are_not_said() -> None:
    assert spoken('On the radio\'s "Harbour Talk," nobody came.') == []
    assert spoken('Pavel "Skipper" Orsic went home.') == []


def test_indirect_speech_is_found_and_marked() -> None:
    text = "Orsic said that the pilots would strike in May. The tide rose."
    (item,) = found_in(text)
    assert not item.direct
    assert text[item.start : item.end] == "the pilots would strike in May"
    assert (item.speaker, text[slice(*(item.cue or (0, 0)))]) == ("Orsic", "said")


def test_indirect_speech_before_its_speaker_is_found() -> None:
    text = "The pilots would strike in May, Orsic said."
    (item,) = found_in(text)
    assert (text[item.start : item.end], item.direct) == ("The pilots would strike in May", False)


def test_a_raised_possibility_is_indirect_speech() -> None:
    text = "Orsic also raised the possibility that the pilots could strike."
    (item,) = found_in(text)
    assert text[item.start : item.end] == "the pilots could strike"


def test_indirect_speech_can_be_left_out() -> None:
    assert find_quotations("Orsic said that the pilots would strike.", indirect=False) == ()


def test_the_day_is_the_sentence_s_own_the_one_before_or_the_publication_s() -> None:
    text = (
        '"We start," Orsic said on Monday. "We sail," he said.\n\n'
        'The tide rose for hours.\n\nNobody came.\n\n"We wait," Mara Lind said.'
    )
    first, second, third = found_in(text, date(2024, 5, 8))
    assert (first.said_on, first.basis) == (date(2024, 5, 6), "relative")
    assert (second.said_on, second.basis) == (date(2024, 5, 6), "inherited")
    assert (third.said_on, third.basis) == (date(2024, 5, 8), "published")


def test_a_year_is_no_day_and_is_not_replaced_by_one() -> None:
    (item,) = found_in('Last year Orsic called the port "a door that is shut."', date(2024, 5, 8))
    assert item.said_on is None
    assert (item.earliest, item.latest) == (date(2023, 1, 1), date(2023, 12, 31))
    assert item.when is not None


def test_a_glance_back_at_last_year_does_not_date_what_follows() -> None:
    text = 'Last year Norland offered talks. Ilse Brandt said, "We still wait for an answer."'
    (item,) = found_in(text, PUBLISHED)
    assert (item.earliest, item.basis) == (PUBLISHED, "published")


def test_a_date_inside_the_words_is_not_the_date_of_saying() -> None:
    (item,) = found_in('"We sail on 3 June 2024," Orsic said.', date(2024, 5, 8))
    assert (item.said_on, item.basis) == (date(2024, 5, 8), "published")


def test_without_any_date_the_day_is_unresolved() -> None:
    (item,) = found_in('"We sail," Orsic said.')
    assert (item.said_on, item.basis) == (None, "unresolved")


def test_every_quotation_of_the_first_document_has_its_speaker_and_verb() -> None:
    text = SEED.read_text(encoding="utf-8")
    direct = [item for item in found_in(text, PUBLISHED) if item.direct]
    said = [(item.speaker, text[slice(*(item.cue or (0, 0)))]) for item in direct]
    peskov, trump, putin, zelensky = "Dmitry Peskov", "Donald Trump", "Vladimir Putin", "Volodymyr Zelensky"
    assert said == [
        (peskov, "said"), (peskov, "added"), (peskov, "added"),
        (trump, "said"), (trump, "said"), (trump, "said"), (trump, "describing"),
        ("the two sides", "agreed"), ("U.S. and Ukrainian diplomats", "announcing"),
        (putin, "offered"), (putin, "said"), (putin, "said"), ("NATO", "agreed"), (peskov, "added"),
        (zelensky, "argued"), (zelensky, "argued"), (putin, "said"), (putin, "said"), (trump, "referenced"),
    ]  # fmt: skip
    roles = {item.speaker: item.role for item in direct}
    assert roles[peskov] == "Kremlin spokesman"
    assert roles[zelensky] == "Ukrainian President"
    days = [item.said_on for item in direct]
    assert days[:6] == [PUBLISHED] * 6
    assert days[9:12] == [date(2025, 3, 13)] * 3
    assert days[13:] == [PUBLISHED] * 3 + [date(2025, 3, 13)] * 2 + [PUBLISHED]


@given(PIECES)
def test_any_text_gives_exact_spans_and_named_speakers(text: str) -> None:
    for item in find_quotations(text):
        assert 0 <= item.start < item.end <= len(text)
        assert 0 <= item.mention[0] < item.mention[1] <= len(text)
        assert item.cue is None or 0 <= item.cue[0] < item.cue[1] <= len(text)
        assert item.speaker.strip()


WORDS = st.lists(
    st.sampled_from(
        """Orsic Lund he who the_envoy his_aide said told denied refused_to_say declined_to asked telling has_not_said
        may_say was_asked according_to that whether if when as and nor to by with of , : — reports the_claim_that
        on_Monday not no_longer nothing “Falcon” "no" “It_is_over,” ‘x’ . ?""".split()
    ).map(lambda word: word.replace("_", " ")),
    max_size=24,
).map(" ".join)


@given(WORDS)
def test_so_do_words_of_saying_in_any_order(text: str) -> None:
    for item in find_quotations(text):
        assert item.cue is None or 0 <= item.cue[0] < item.cue[1] <= len(text)
        assert text[slice(*(item.cue or item.mention))].strip()


@pytest.mark.parametrize(
    "text",
    [
        "The army “Falcon” refused to say who.",
        "Orsic, “No,” refused to say whether.",
        "He “never” refused to say it.",
    ],
)
def test_a_quotation_before_words_that_withhold_is_none_of_what_they_withhold(text: str) -> None:
    assert find_quotations(text) == ()


@pytest.mark.parametrize(
    "unit", ['"', "“a ", "word ", '"It is," Orsic said ', "''", "Orsic, the man, ", 'אמר "שלום" ', "“line\n"]
)
def test_two_hundred_thousand_characters_on_one_line_are_read(unit: str) -> None:
    text = (unit * (200_000 // len(unit) + 1))[:200_000]
    assert all(item.end <= len(text) for item in find_quotations(text))


@pytest.mark.parametrize("opening", ["And", "But", "-", "Yes", "And then"])
def test_a_word_alone_before_who_says_it_holds_nothing_up(opening: str) -> None:
    text = f"{opening}, Karel Dahl said, the bridge is open to all traffic. Mara Holt said that the port was shut."
    assert find_quotations(text)[-1].speaker == "Mara Holt"

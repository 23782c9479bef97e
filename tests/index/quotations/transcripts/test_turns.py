"""Transcripts: every turn under its speaker, questions as questions, and nothing that is no transcript read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quotations import find_quotations
from index.quotations.transcripts.turns import find_turns

BRIEFING = """Department Press Briefing – March 14, 2025

2:05 p.m. EDT

MS. LIND-BRANDT: Good afternoon. The Secretary met the delegation this morning.

With that, I am happy to take your questions.

Q    Ms. Lind-Brandt, have the talks collapsed?

MS. LIND-BRANDT: No. “Collapsed” is not my word.

Q (Inaudible.)

QUESTION: The opposition says so.

MR. ORSIC: I can take that one. They have not.

(The briefing was concluded at 2:41 p.m.)

Transcripts are made by the department.
"""

FORMS_OF_ASKING = """GEN. LUND: We met the envoys.

UNIDENTIFIED REPORTER: Did they sign?

MAJ. GEN. LUND: They did.

UNIDENTIFIED REPORTER: When?
"""

NUMBERED = """Q1: Did they sign?

A1: They did.

Q2: When?

A2: On Monday.
"""

HANSARD = """Mr. Orsic (Port Amity) (Con): The bridge is shut.

Ms. Lind (Sella) (Lab): It is not.

Mr. Orsic (Port Amity) (Con): I was there on Monday.
"""

COUNCIL = """Mr. Orsic (Norland): We vote against.

Ms. Lind (Sudria) (spoke in French): We abstain.

The President: I thank the representative of Sudria.

Mr. Orsic (Norland): I ask for the floor.
"""

HEARING = """TAMM, FOREIGN MINISTER (through translator): We signed nothing.

REPORTER: Will you sign?

TAMM, FOREIGN MINISTER (through translator): Not in May.
"""

HEADED = """Mara Lind

What did you sign?

Ilmar Tamm

Nothing at all.

Mara Lind

Will you?

Ilmar Tamm

In June.
"""

NO_TRANSCRIPTS = [
    "Background: The accord was signed.\n\nLocation: Lucerne.\n\nNote: No questions.",
    "Capabilities: many.\n\nCommitments: few.\n\nCapabilities: more.\n\nCommitments: none.",
    "But here is the deal: we go on.\n\nBut here is the deal: we stop.\n\nSo: we wait.",
    "Q&A: what the accord says\n\nThe accord says little.",
]


def told(text: str, title: str = "", publisher: str | None = None) -> list[tuple[str, str, str]]:
    return [
        (item.stance, item.speaker, " ".join(text[item.start : item.end].split()))
        for item in find_quotations(text, title=title, publisher=publisher)
    ]


def test_each_turn_of_a_briefing_is_its_speakers() -> None:
    assert told(BRIEFING, "Press Briefing by Press Secretary Mara Lind-Brandt and Envoy Pavel Orsic") == [
        (
            "says",
            "Mara Lind-Brandt",
            "Good afternoon. The Secretary met the delegation this morning. With that, I am happy to take your questions.",
        ),
        ("asks", "a reporter", "Ms. Lind-Brandt, have the talks collapsed?"),
        ("says", "Mara Lind-Brandt", "No. “Collapsed” is not my word."),
        ("asks", "a reporter", "The opposition says so."),
        ("says", "Pavel Orsic", "I can take that one. They have not."),
    ]


def test_an_answer_has_the_question_before_it_and_a_role_that_the_page_gives() -> None:
    found = find_quotations(BRIEFING, title="Press Briefing by Press Secretary Mara Lind-Brandt")
    answer = next(item for item in found if BRIEFING[item.start :].startswith("No."))
    assert answer.role == "Press Secretary"
    assert answer.question is not None
    assert BRIEFING[slice(*answer.question)] == "Ms. Lind-Brandt, have the talks collapsed?"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (HANSARD, ["Orsic", "Lind", "Orsic"]),
        (COUNCIL, ["Orsic", "Lind", "Ilse Brandt", "Orsic"]),
        (HEARING, ["Tamm", "a reporter", "Tamm"]),
        (HEADED, ["Mara Lind", "Ilmar Tamm", "Mara Lind", "Ilmar Tamm"]),
        (
            "**The Courier:** Will you sign?\n\n**Ilmar Tamm:** We will.\n\n**The Courier:** When?\n\n**Ilmar Tamm:** In May.",
            ["The Courier", "Ilmar Tamm", "The Courier", "Ilmar Tamm"],
        ),
        (
            "THE PRESIDENT: Thank you.\n\nQ    Is it signed?\n\nTHE PRESIDENT: It is.",
            ["Ilse Brandt", "a reporter", "Ilse Brandt"],
        ),
        (
            "SENIOR ADMINISTRATION OFFICIAL: It is close.\n\nQ    How close?\n\nSENIOR ADMINISTRATION OFFICIAL: Days.",
            ["Senior Administration Official", "a reporter", "Senior Administration Official"],
        ),
    ],
)
def test_labels_of_every_kind_are_read(text: str, speakers: list[str]) -> None:
    found = find_quotations(text, title="Remarks by President Ilse Brandt")
    assert [item.speaker for item in found] == speakers


STATED = [
    (
        "Interview with Ilmar Tamm",
        "Q: You left.\n\nA: I did.\n\nQ: Yes.\n\nA: So.",
        ["a reporter", "Ilmar Tamm"] * 2,
    ),
    (
        "Interview",
        "Q. — The mediator says so.\n\nA. — No.\n\nQ. — Why?\n\nA. — Ask him.",
        ["a reporter", "the interviewee"] * 2,
    ),
    (
        "Interview with Foreign Minister Ilmar Tamm",
        "**Question:** The talks stalled.\n\n**Ilmar Tamm:** No.\n\n**Question:** They left.\n\n**Tamm:** They did not.",
        ["a reporter", "Ilmar Tamm"] * 2,
    ),
    (
        "Doorstep",
        "**Oana Lund (Alliance Spokesperson):** We start.\n\n**Jon Beale (BBC):** You promised more.\n\n"
        "**Alliance Secretary General Jens Holten:** It will come.\n\n**Oana Lund (Alliance Spokesperson):** Next.",
        ["Oana Lund", "Jon Beale", "Jens Holten", "Oana Lund"],
    ),
    (
        "Transcript",
        "WOLF HART, HOST: He says it is dead.\n\nSEN. MARIA DUNN (D-OH): It is alive.\n\nHART: He disagrees.\n\nDUNN: Let him.",
        ["Wolf Hart", "Maria Dunn", "Wolf Hart", "Maria Dunn"],
    ),
    (
        "Hearing",
        "Senator DUNN. You signed it.\n\nSecretary HOLT. I did not.\n\nSenator DUNN. Your staff says so.\n\nThe CHAIRMAN. Order.",
        ["Dunn", "Holt", "Dunn", "the Chairman"],
    ),
    (
        "Panel",
        "Speaker 1: Does it hold?\n\nSpeaker 2: It does.\n\nSpeaker 1: Does it?\n\nSpeaker 2: Yes.",
        ["Speaker 1", "Speaker 2"] * 2,
    ),
    (
        "Interview",
        "[00:00:12] Mara Lind: Did you sign?\n\n[00:00:15] Ilmar Tamm: We did.\n\n"
        "[00:00:19] Mara Lind: They say not.\n\n[00:00:25] Ilmar Tamm: They lie.",
        ["Mara Lind", "Ilmar Tamm"] * 2,
    ),
    (
        "Gaggle by Press Secretary Ida Brook",
        "MS. BROOK: No.\n\nQ    *Bonjour*!\n\nQ    in order to pass it.\n\nQ $157 million is not enough.\n\nMS. BROOK: It is.",
        ["Ida Brook", "a reporter", "a reporter", "a reporter", "Ida Brook"],
    ),
    (
        "Press Conference by Prime Minister Lena Berg",
        "PRIME MINISTER BERG: It is open.\n\nIda Lund, Reuters: You said otherwise.\n\nPRIME MINISTER BERG: No.",
        ["Lena Berg", "Ida Lund", "Lena Berg"],
    ),
]
"""Titles, texts and speakers: what is asked without a question mark, and labels of more forms."""


@pytest.mark.parametrize(("title", "text", "speakers"), STATED)
def test_labels_of_more_kinds_are_read(title: str, text: str, speakers: list[str]) -> None:
    assert [item.speaker for item in find_quotations(text, title=title)] == speakers


def test_who_asks_for_a_paper_or_a_station_asks_without_a_question_mark() -> None:
    asked = {
        (item.speaker, item.stance)
        for title, text, _ in STATED
        for item in find_quotations(text, title=title)
    }
    assert {
        ("Jon Beale", "asks"),
        ("Wolf Hart", "asks"),
        ("Ida Lund", "asks"),
        ("Jens Holten", "says"),
    } <= asked
    assert ("Oana Lund", "says") in asked


ASKED, SAID = "Mara Lind: Did it hold?", "Mara Lind: Your deputy said no."
ANSWERED, ASKED_BACK = "Ilmar Tamm: He was wrong.", "Ilmar Tamm: Who says so?"


@pytest.mark.parametrize(
    ("turns", "asks"),
    [
        ((ASKED, ANSWERED, SAID, ANSWERED), True),
        ((ASKED, ANSWERED, SAID, ANSWERED, SAID, ANSWERED), False),
        ((ASKED, ANSWERED, ASKED, ANSWERED, ASKED, ASKED_BACK), True),
        ((ASKED, ASKED_BACK, ASKED, ANSWERED, ASKED, ANSWERED, ASKED, ASKED_BACK, ASKED, ANSWERED), True),
        ((ASKED, ASKED_BACK, ASKED, ANSWERED), False),
        ((ASKED, ASKED_BACK, SAID, ANSWERED, ASKED, ANSWERED), False),
    ],
)
def test_who_ends_most_turns_with_a_question_mark_asks(turns: tuple[str, ...], asks: bool) -> None:
    found = find_quotations("\n\n".join(turns))
    assert {item.speaker for item in found if item.stance == "asks"} == ({"Mara Lind"} if asks else set())


@pytest.mark.parametrize("text", NO_TRANSCRIPTS)
def test_headings_are_no_speakers(text: str) -> None:
    assert find_turns(text) == ()


def test_a_turn_ends_with_the_transcript() -> None:
    assert "Transcripts are made" not in "".join(words for _, _, words in told(BRIEFING))


@given(
    st.lists(
        st.sampled_from(
            [
                "MR. LIND: ",
                "Q ",
                "\n",
                "\n\n",
                "Yes.",
                "No?",
                "**A B:** ",
                "(",
                ")",
                "END",
                ": ",
                "THE ",
                "Q: ",
                "A: ",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_text_gives_turns_in_order_that_do_not_overlap(text: str) -> None:
    place = 0
    for turn in find_turns(text):
        assert place <= turn.label[0] < turn.label[1] <= turn.start < turn.end <= len(text)
        place = turn.end


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a déclaré que les négociations reprendraient en mai, et que la trêve avait été respectée partout.",
        "Министр Тамм заявил, что переговоры возобновятся 12 марта 2025 года, и что перемирие соблюдается.",
        "Der Minister sagte, dass die Verhandlungen im Mai fortgesetzt werden und dass der Waffenstillstand hält.",
    ],
)
def test_in_a_text_that_is_not_english_nothing_is_guessed(text: str) -> None:
    assert find_quotations(text) == ()


def turns(*lines: str, publisher: str | None = None) -> list[str]:
    """Return the words of each turn, a question with "?" before it and an answer with the number of its question."""
    text = "\n\n".join(lines)
    return [
        f"{'?' if turn.asks else '' if turn.answers is None else turn.answers}{text[turn.start : turn.end]}"
        for turn in find_turns(text, publisher)
    ]


LIND, TAMM, LUND = "Mara Lind: ", "Ilmar Tamm: ", "Oana Lund: "


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # three turns, of two speakers at least
        (("MS. LIND: One.", "Q    Two?", "MS. LIND: Three."), 3),
        (("MS. LIND: One.", "Q    Two?"), 0),
        (("MS. LIND: One.", "MS. LIND: Two.", "MS. LIND: Three."), 0),
        # letters alone: two questions and two answers
        (("Q    One?", "A    Two.", "Q    Three?", "A    Four."), 4),
        (("Q    One?", "A    Two.", "Q    Three?"), 0),
        (("Q    One?", "A    Two.", "A    Three.", "A    Four."), 0),
        # capitals without an office: a label three times, or questions
        (("TAMM: One.", "LUND: Two.", "TAMM: Three.", "LUND: Four.", "TAMM: Five."), 5),
        (("TAMM: One.", "LUND: Two.", "TAMM: Three.", "TAMM: Four."), 0),
        (("TAMM: One.", "LUND: Two.", "TAMM: Three.", "LUND: Four."), 0),
        (("TAMM: One.", "LUND: Two?", "TAMM: Three.", "LUND: Four."), 4),
        # names: one turn of five asks
        ((LIND + "One?", TAMM + "Two.", LIND + "Three.", TAMM + "Four.", LIND + "Five."), 5),
        ((LIND + "One?", TAMM + "Two.", LIND + "Three.", TAMM + "Four.", LIND + "Five.", TAMM + "Six."), 0),
        ((LIND + "One.", TAMM + "Two.", LIND + "Three.", TAMM + "Four?"), 4),
        ((LIND + "One.", TAMM + 'Two.', LIND + "Three.", TAMM + '“Four?”'), 4),
        # a label that comes once, and a surname alone
        ((LIND + "One?", TAMM + "Two.", LIND + "Three?", LUND + "Four.", TAMM + "Five."), 5),
        ((LIND + "One?", TAMM + "Two.", LIND + "Three?", "Note: Four.", TAMM + "Five."), 4),
        ((LIND + "One?", TAMM + "Two.", LIND + "Three?", "Tamm: Four."), 4),
        # on lines of their own: four, of two speakers
        (("Mara Lind", "One?", "Ilmar Tamm", "Two.", "Mara Lind", "Three?", "Ilmar Tamm", "Four."), 4),
        (("Mara Lind", "One?", "Ilmar Tamm", "Two.", "Mara Lind", "Three?"), 0),
        (("Mara Lind", "One?", "Mara Lind", "Two.", "Mara Lind", "Three?", "Mara Lind", "Four."), 0),
        (("Mara Lind", "One.", "Ilmar Tamm", "Two.", "Mara Lind", "Three.", "Ilmar Tamm", "Four."), 0),
        (("Lind", "One?", "Tamm", "Two.", "Lind", "Three?", "Tamm", "Four."), 0),
        (("Question", "One.", "Ilmar Tamm", "Two.", "Question", "Three?", "Ilmar Tamm", "Four."), 4),
        # no labels
        (("MS. LIND: One.", "Q    Two?", "A Branch: Three.", "MS. LIND: Four."), 3),
        (("MS. LIND: One.", "Q    Two?", "The: Three.", "MS. LIND: Four."), 3),
        (("MS. LIND: One.", "Q    Two?", "The Envoy: Three.", "MS. LIND: Four."), 4),
        (("MS. LIND: One.", "Q    Two?", "Tamm, Reuters: Three.", "MS. LIND: Four."), 3),
        (("MS. LIND: One.", "Q    Two?", "Ida Tamm, that is all: Three.", "MS. LIND: Four."), 3),
        (("MS. LIND: One.", "Q    Two?", "Ida Tamm, the envoy: Three.", "MS. LIND: Four."), 4),
        (("MS. LIND: One.", "Q    Two?", "(Inaudible.)", "MS. LIND: (Laughter.)", "MS. LIND: Four."), 3),
    ],
)  # fmt: skip
def test_labels_that_come_back_make_a_transcript(lines: tuple[str, ...], found: int) -> None:
    assert len(turns(*lines)) == found


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("MS. LIND: One.", "Q    Two?", "MS. LIND: Three.", "MR. TAMM: Four.", "Q    Five?", "MS. LIND: Six."),
            ["One.", "?Two?", "1Three.", "1Four.", "?Five?", "4Six."],
        ),
        # of three who speak, who asks half the time, and twice as often as whoever asks least
        (
            (LIND + "One?", TAMM + "Two.", LIND + "Three.", LUND + "Four.", TAMM + "Five."),
            ["?One?", "0Two.", "?Three.", "2Four.", "2Five."],
        ),
        (
            (LIND + "One?", TAMM + "Two.", LIND + "Three.", TAMM + "Four.", LIND + "Five.", LUND + "Six?"),
            ["One?", "Two.", "Three.", "Four.", "Five.", "Six?"],
        ),
        (
            (
                LIND + "One?", TAMM + "Two?", LUND + "Three?", LIND + "Four.", TAMM + "Five.", LUND + "Six.", TAMM + "Seven.",
                LUND + "Eight.",
            ),
            ["One?", "Two?", "Three?", "Four.", "Five.", "Six.", "Seven.", "Eight."],
        ),
        (
            (LIND + "One?", *[TAMM + "Two."] * 4, TAMM + "Three?", *[LUND + "Four."] * 4, LUND + "Five?", LIND + "Six."),
            ["?One?", "0Two.", "0Two.", "0Two.", "0Two.", "0Three?", "0Four.", "0Four.", "0Four.", "0Four.", "0Five?", "?Six."],
        ),
        (
            (LIND + "One?", *[TAMM + "Two."] * 3, TAMM + "Three?", *[LUND + "Four."] * 3, LUND + "Five?", LIND + "Six."),
            ["One?", "Two.", "Two.", "Two.", "Three?", "Four.", "Four.", "Four.", "Five?", "Six."],
        ),
    ],
)  # fmt: skip
def test_a_turn_is_a_question_or_answers_the_last_one(lines: tuple[str, ...], told: list[str]) -> None:
    assert turns(*lines) == told


def test_who_prints_an_interview_asks() -> None:
    lines = ("The Courier: One.", TAMM + "Two?", "The Courier: Three.", TAMM + "Four.")
    assert turns(*lines, publisher="The Courier") == ["?One.", "0Two?", "?Three.", "2Four."]
    assert turns(*lines, publisher="The Herald") == ["One.", "?Two?", "1Three.", "?Four."]


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("MS. LIND: We end here. 2:41 P.M. EDT", "We end here."),
        ("MS. LIND: We end here.  END  2:41 P.M.", "We end here."),
        ("MS. LIND: We end at 2:41 P.M. and go.", "We end at 2:41 P.M. and go."),
        ("MS. LIND: We end here.\n\n###\n\nPrinted by the press office.", "We end here."),
        ("MS. LIND: We end here.\n\nEND\n\nPrinted by the press office.", "We end here."),
        ("MS. LIND: We end here.\n\nENDING\n\nPrinted.", "We end here.\n\nENDING\n\nPrinted."),
        ("MS. LIND: " + "We go. " * 40 + "2:41 P.M. EDT", ("We go. " * 40).strip()),
    ],
)
def test_the_last_turn_ends_before_the_clock_and_the_mark_of_the_end(last: str, words: str) -> None:
    assert turns("MS. LIND: One.", "Q    Two?", last)[-1] == f"1{words}"


def test_questions_without_a_name_and_ranks_in_two_parts_are_read() -> None:
    found = find_quotations(FORMS_OF_ASKING, title="Briefing by Maj. Gen. Karl Lund")
    assert [(item.speaker, item.stance) for item in found] == [
        ("Karl Lund", "says"),
        ("a reporter", "asks"),
        ("Karl Lund", "says"),
        ("a reporter", "asks"),
    ]
    numbered = find_quotations(NUMBERED, title="Questions to Minister Karl Lund")
    assert [(item.speaker, item.stance) for item in numbered] == [
        ("a reporter", "asks"),
        ("Karl Lund", "says"),
        ("a reporter", "asks"),
        ("Karl Lund", "says"),
    ]


def test_the_time_of_day_before_a_moderator_is_no_name_of_hers() -> None:
    text = (
        "Via Teleconference\n\n10:05 P.M. EDT MODERATOR:  Hi, everyone.  Thank you for joining the call.\n\n"
        "SENIOR OFFICIAL:  Thanks.  We will meet the envoys in Lucerne.\n\nQ    Will the harbour open?\n\n"
        "MODERATOR:  Our next question goes to Nick of the Post.\n\n10:40 A.M. EST"
    )
    speakers = [speaker for _, speaker, _ in told(text)]
    assert speakers.count("Moderator") == 2
    assert not any("Edt" in speaker for speaker in speakers)

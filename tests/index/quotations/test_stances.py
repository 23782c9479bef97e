"""What the reporting clause does to the words: sentences, each with who, stance, the words that show it, and what is reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.findings import FoundQuotation
from index.model import Stance
from index.quotations import find_quotations

DENIED: list[tuple[str, str, Stance, str, str]] = [
    (
        "Ilmar Tamm denied that the army had crossed the river.",
        "Ilmar Tamm",
        "denies",
        "denied that",
        "the army had crossed the river",
    ),
    (
        "Ilmar Tamm rejected claims that his men had shelled the port.",
        "Ilmar Tamm",
        "denies",
        "rejected claims that",
        "his men had shelled the port",
    ),
    (
        "Ilmar Tamm has denied reports that the front agreed to it.",
        "Ilmar Tamm",
        "denies",
        "has denied reports that",
        "the front agreed to it",
    ),
    ("Ilmar Tamm denied shelling the port.", "Ilmar Tamm", "denies", "denied", "shelling the port"),
    (
        "Lia Fontes said it was false that a map had been signed.",
        "Lia Fontes",
        "denies",
        "said it was false that",
        "a map had been signed",
    ),
    (
        "Lia Fontes said it was not true that a map had been signed.",
        "Lia Fontes",
        "denies",
        "said it was not true that",
        "a map had been signed",
    ),
    (
        "Lia Fontes dismissed allegations that the map was forged.",
        "Lia Fontes",
        "denies",
        "dismissed allegations that",
        "the map was forged",
    ),
    (
        "The ministry denied any contact with the rebels.",
        "the ministry",
        "denies",
        "denied",
        "any contact with the rebels",
    ),
]
WITHHELD: list[tuple[str, str, Stance, str, str]] = [
    (
        "Helena Marsh did not say that the embargo would be lifted.",
        "Helena Marsh",
        "declines to say",
        "did not say that",
        "the embargo would be lifted",
    ),
    (
        "Helena Marsh never said that the embargo would be lifted.",
        "Helena Marsh",
        "declines to say",
        "never said that",
        "the embargo would be lifted",
    ),
    (
        "Otto Brandt refused to say whether the missiles had been delivered.",
        "Otto Brandt",
        "declines to say",
        "refused to say whether",
        "the missiles had been delivered",
    ),
    (
        "Otto Brandt declined to say whether the missiles had been delivered.",
        "Otto Brandt",
        "declines to say",
        "declined to say whether",
        "the missiles had been delivered",
    ),
    (
        "Otto Brandt would not say whether the talks go on.",
        "Otto Brandt",
        "declines to say",
        "would not say whether",
        "the talks go on",
    ),
    (
        "Otto Brandt has not confirmed that the talks go on.",
        "Otto Brandt",
        "declines to say",
        "has not confirmed that",
        "the talks go on",
    ),
    (
        "Otto Brandt has yet to confirm that the talks go on.",
        "Otto Brandt",
        "declines to say",
        "has yet to confirm that",
        "the talks go on",
    ),
    (
        "Otto Brandt stopped short of saying that the truce was dead.",
        "Otto Brandt",
        "declines to say",
        "stopped short of saying that",
        "the truce was dead",
    ),
    (
        "Neither envoy confirmed that the truce was dead.",
        "Neither envoy",
        "declines to say",
        "confirmed that",
        "the truce was dead",
    ),
]
OTHERS: list[tuple[str, str, Stance, str, str]] = [
    (
        "Paul Winter asked whether Grace Odell could assure Congress.",
        "Paul Winter",
        "asks",
        "asked whether",
        "Grace Odell could assure Congress",
    ),
    (
        "Paul Winter asked why the convoy had turned back.",
        "Paul Winter",
        "asks",
        "asked why",
        "the convoy had turned back",
    ),
    (
        "Paul Winter doubted that the truce would hold.",
        "Paul Winter",
        "doubts",
        "doubted that",
        "the truce would hold",
    ),
    (
        "Paul Winter questioned whether the truce would hold.",
        "Paul Winter",
        "doubts",
        "questioned whether",
        "the truce would hold",
    ),
    (
        "Paul Winter demanded that the siege be lifted at once.",
        "Paul Winter",
        "demands",
        "demanded that",
        "the siege be lifted at once",
    ),
    (
        "Paul Winter urged both sides to resume the talks.",
        "Paul Winter",
        "demands",
        "urged",
        "both sides to resume the talks",
    ),
    (
        "Paul Winter called for an immediate ceasefire in the valley.",
        "Paul Winter",
        "demands",
        "called for",
        "an immediate ceasefire in the valley",
    ),
    (
        "Paul Winter called on both sides to resume the talks.",
        "Paul Winter",
        "demands",
        "called on",
        "both sides to resume the talks",
    ),
    (
        "Paul Winter told the rebels to leave the port.",
        "Paul Winter",
        "demands",
        "told",
        "the rebels to leave the port",
    ),
    (
        "Paul Winter promised to withdraw the guns by May.",
        "Paul Winter",
        "promises",
        "promised",
        "to withdraw the guns by May",
    ),
    (
        "Paul Winter vowed that the guns would be withdrawn.",
        "Paul Winter",
        "promises",
        "vowed that",
        "the guns would be withdrawn",
    ),
    (
        "Paul Winter threatened to close the strait.",
        "Paul Winter",
        "threatens",
        "threatened",
        "to close the strait",
    ),
    (
        "Paul Winter proposed that the talks move to Lucerne.",
        "Paul Winter",
        "proposes",
        "proposed that",
        "the talks move to Lucerne",
    ),
    (
        "Paul Winter offered to host the talks in Lucerne.",
        "Paul Winter",
        "proposes",
        "offered",
        "to host the talks in Lucerne",
    ),
    (
        "Paul Winter agreed to withdraw the guns by May.",
        "Paul Winter",
        "accepts",
        "agreed",
        "to withdraw the guns by May",
    ),
    (
        "Paul Winter rejected the offer of a truce.",
        "Paul Winter",
        "rejects",
        "rejected",
        "the offer of a truce",
    ),
    (
        "Paul Winter refused to withdraw the guns.",
        "Paul Winter",
        "rejects",
        "refused",
        "to withdraw the guns",
    ),
    (
        "Paul Winter ruled out talks with the rebels.",
        "Paul Winter",
        "rejects",
        "ruled out",
        "talks with the rebels",
    ),
]
SAID: list[tuple[str, str, str, str]] = [
    (
        "Ilmar Tamm said that the army had crossed the river.",
        "Ilmar Tamm",
        "said",
        "the army had crossed the river",
    ),
    (
        "Ilmar Tamm told reporters on Monday that the army had crossed.",
        "Ilmar Tamm",
        "told",
        "the army had crossed",
    ),
    (
        "The army had crossed the river, Ilmar Tamm said on Monday.",
        "Ilmar Tamm",
        "said",
        "The army had crossed the river",
    ),
    (
        "The army had crossed the river, according to Ilmar Tamm.",
        "Ilmar Tamm",
        "according to",
        "The army had crossed the river",
    ),
    ("The bank said it would lower the rate.", "the bank", "said", "it would lower the rate"),
    (
        "Ilmar Tamm said there was no threat to the port.",
        "Ilmar Tamm",
        "said",
        "there was no threat to the port",
    ),
    (
        "Mr. Lind and Mr. Brandt say other changes are needed.",
        "Lind and Brandt",
        "say",
        "other changes are needed",
    ),
]
NOTHING = [
    "And we saw that, last week, Toyota announced wage increases.",
    "Since Ilmar Tamm announced the plan in 2022, the ministry has spent a million.",
    "What Ilmar Tamm says his plan would do is not what it does.",
    "They want to work with us.",
    "Critics may say that the plan is dead.",
    "Ilmar Tamm is expected to announce that the plan is dead.",
]


def indirect_in(text: str) -> list[FoundQuotation]:
    return [item for item in find_quotations(text) if not item.direct]


@pytest.mark.parametrize(("text", "speaker", "stance", "cue", "words"), [*DENIED, *WITHHELD, *OTHERS])
def test_what_is_not_plainly_said_has_its_stance_and_the_words_that_show_it(
    text: str, speaker: str, stance: Stance, cue: str, words: str
) -> None:
    (item,) = indirect_in(text)
    assert (item.stance, item.speaker, text[item.start : item.end]) == (stance, speaker, words)
    assert item.cue is not None
    assert text[slice(*item.cue)] == cue


@pytest.mark.parametrize(("text", "speaker", "cue", "words"), SAID)
def test_what_is_plainly_said_is_said(text: str, speaker: str, cue: str, words: str) -> None:
    (item,) = indirect_in(text)
    assert (item.stance, item.condition, item.hearsay) == ("says", None, False)
    assert (item.speaker, text[slice(*(item.cue or (0, 0)))], text[item.start : item.end]) == (
        speaker,
        cue,
        words,
    )


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_says_is_not_listed(text: str) -> None:
    assert [item for item in indirect_in(text) if item.is_somebodys] == []


@pytest.mark.parametrize(
    ("text", "stance", "cue"),
    [
        ('Ilmar Tamm denied "any involvement in the attack".', "denies", "denied"),
        ('"Have the talks collapsed already?" Ilmar Tamm asked.', "asks", "asked"),
        ('Ilmar Tamm dismissed the report as "pure fiction from start to end".', "says", "dismissed"),
        (
            'Ilmar Tamm did not say that the truce was "dead and buried".',
            "declines to say",
            "did not say that the truce was",
        ),
        ('"We did not cross the river," Ilmar Tamm said.', "says", "said"),
    ],
)
def test_quoted_words_have_the_stance_of_their_clause(text: str, stance: Stance, cue: str) -> None:
    (item,) = [item for item in find_quotations(text) if item.direct]
    assert (item.stance, text[slice(*(item.cue or (0, 0)))]) == (stance, cue)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            'If the truce collapses, Marsh warned, "we will return to the war of 2021".',
            "If the truce collapses",
        ),
        ("If Marsh says that the truce is dead, the envoys leave.", "If"),
        ('Marsh might say "we will return to the war of 2021" and leave.', "might"),
        (
            "Unless the guns are withdrawn, Marsh said that the talks would end.",
            "Unless the guns are withdrawn",
        ),
    ],
)
def test_a_condition_is_kept(text: str, condition: str) -> None:
    item = find_quotations(text)[0]
    assert item.condition is not None
    assert text[slice(*item.condition)] == condition


@pytest.mark.parametrize("word", ["allegedly", "reportedly"])
def test_hearsay_is_said_to_be_so(word: str) -> None:
    (item,) = indirect_in(f"Ilmar Tamm {word} said that the army had crossed the river.")
    assert item.hearsay


def test_two_things_said_in_one_sentence_are_two() -> None:
    text = "Quint, who said in 2023 that he would never disarm, said on Thursday that his men would hand over their guns."
    assert [text[item.start : item.end] for item in indirect_in(text)] == [
        "he would never disarm",
        "his men would hand over their guns",
    ]


def test_what_is_inside_somebodys_report_is_his() -> None:
    text = "Marenia will withdraw if Ostvale continues to insist Tarvo should stop, Foreign Minister Sami Haddad said."
    (item,) = indirect_in(text)
    assert item.speaker == "Sami Haddad"
    assert (
        text[item.start : item.end]
        == "Marenia will withdraw if Ostvale continues to insist Tarvo should stop"
    )


@given(
    st.lists(
        st.sampled_from(
            "Tamm denied that said not whether to if the army crossed , . asked may refused say he according false".split()
        ),
        max_size=30,
    ).map(" ".join)
)
def test_any_words_give_exact_spans(text: str) -> None:
    for item in find_quotations(text):
        assert 0 <= item.start < item.end <= len(text)
        assert item.cue is None or 0 <= item.cue[0] < item.cue[1] <= len(text)


def test_the_words_that_show_a_stance_have_its_negation() -> None:
    text = "Neither Norland nor Sudria would confirm that a channel existed."
    (found,) = find_quotations(text)
    assert found.cue is not None
    assert text[slice(*found.cue)] == "Neither Norland nor Sudria would confirm that"


def test_a_link_in_the_words_that_show_the_stance_is_shown_without_its_address() -> None:
    text = "Mara Tamm [denied on Monday](https://tarvo.example/a) that the army had crossed the river."
    (item,) = find_quotations(text)
    assert item.cue is not None
    assert (item.stance, text[slice(*item.cue)]) == ("denies", "denied on Monday")

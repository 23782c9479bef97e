import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.abbreviations import LONGEST, Abbreviation, other_forms
from index.language.english.abbreviations import defined_abbreviations, known_abbreviations
from index.language.tokens import Analyzer

ANALYZER = Analyzer()
KNOWN = known_abbreviations(ANALYZER)


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("the Joint Border Commission (JBC) met", "JBC", "Joint Border Commission"),
        ("under the Treaty on the Non-Proliferation (TNP), they", "TNP", "Treaty Non-Proliferation"),
        ("the Non-Proliferation Treaty (NPT) holds", "NPT", "Non-Proliferation Treaty"),
        (
            "the Organization for Security and Co-operation in Europe (OSCE)",
            "OSCE",
            "Organization for Security and Co-operation in Europe",
        ),
        ("the Department of Defense (DOD) said", "DOD", "Department of Defense"),
        ("the Special Monitoring Mission (the “SMM”) reported", "SMM", "Special Monitoring Mission"),
        (
            "the Grain Transit Office (hereinafter referred to as the GTO) opens",
            "GTO",
            "Grain Transit Office",
        ),
        ("the SMM (Special Monitoring Mission) reported", "SMM", "Special Monitoring Mission"),
        ("a European Political Community (EPC; founded in 2022)", "EPC", "European Political Community"),
    ],
)
def test_a_name_with_its_letters_in_brackets_defines_an_abbreviation(
    text: str, short: str, name: str
) -> None:
    (term,) = ANALYZER.terms(short)
    assert defined_abbreviations(text, ANALYZER) == (Abbreviation(term, tuple(ANALYZER.terms(name))),)


@pytest.mark.parametrize(
    "text",
    [
        "the talks in Lucerne (USA) went on",
        "Ruth Kestrel (EU) said",
        "Annex II (NB)",
        "the delegation (TBC) of six",
        "The Joint Border Commission met.\n\n(JBC)",
        "Ostvale (OV)",
    ],
)
def test_other_letters_in_brackets_define_nothing(text: str) -> None:
    assert defined_abbreviations(text, ANALYZER) == ()


def test_a_name_is_known_whole_and_by_its_letters() -> None:
    forms = other_forms(ANALYZER.terms("Did the European Union speak of S-300 and MH17?"), KNOWN)
    assert forms.wholes["european"] == forms.wholes["union"] == {"eu"}
    assert forms.wholes["s"] == forms.wholes["300"] == {"s300"}
    assert forms.parts == {"mh17": (("mh", "17"),)}
    assert forms.are_in("mh17", frozenset({"mh", "17", "was"}))
    assert not forms.are_in("mh17", frozenset({"mh", "18"}))
    assert other_forms(ANALYZER.terms("EU"), KNOWN).parts == {"eu": (("european", "union"),)}


def test_words_that_do_not_stand_together_are_no_name() -> None:
    assert other_forms(ANALYZER.terms("a European trade union"), KNOWN).wholes == {}


@given(st.text(alphabet="JBC jbc(),.“”\nofthe-’ñ1", max_size=200))
def test_any_text_defines_names_of_two_terms_or_more(text: str) -> None:
    for short, name in defined_abbreviations(text, ANALYZER):
        assert short
        assert 1 < len(name) <= LONGEST

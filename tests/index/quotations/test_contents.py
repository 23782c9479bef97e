"""What the words said say of themselves: that they are withheld, doubted or false; each from three words on."""

import pytest

from index.language.english.grammar.clauses import WordSpan
from index.language.english.reports import contents
from index.language.english.speech.cues import SpeechClauses


def said(words: str) -> tuple[SpeechClauses, WordSpan]:
    text = f"Orsic said that {words}."
    clauses = SpeechClauses(text, 0, len(text))
    return clauses, (3, len(clauses.words) - 1)


def shown(clauses: SpeechClauses, place: int | None) -> str:
    return " ".join(clauses.words[place:-1]) if place is not None else ""


@pytest.mark.parametrize(
    ("words", "stance", "rest"),
    [
        ("he could not confirm that the ships left", "declines to say", "the ships left"),
        ("he could not confirm that ships left", None, ""),
        ("he did not know who it really was", "declines to say", "it really was"),
        ("he did not know who it was", None, ""),
        ("they doubted the ships had left", "doubts", "the ships had left"),
        ("she wondered if ships had left", "asks", "ships had left"),
        ("it was too early to say when the ships leave", "declines to say", "the ships leave"),
        ("it remains unclear why the ships left", "declines to say", "the ships left"),
        ("Lind could not confirm that the ships left", None, ""),
    ],
)
def test_what_is_withheld_begins_behind_the_words_that_withhold_it(
    words: str, stance: str | None, rest: str
) -> None:
    clauses, content = said(words)
    found = contents.withheld_inside(clauses, content)
    assert (found and found[0], shown(clauses, found and found[1])) == (stance, rest)


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("reports that the ships left are untrue", "the ships left"),
        ("reports that ships left are untrue", ""),
        ("a claim that the ships left was a lie", "the ships left"),
        ("reports that the ships left are true", ""),
        ("reports that the ships left are not true", "the ships left"),
        (f"reports that {'old ' * 54}ships left are untrue", f"{'old ' * 54}ships left"),
        (f"reports that {'old ' * 55}ships left are untrue", ""),
    ],
)
def test_a_claim_that_is_called_false_is_shown_without_the_words_that_call_it_so(
    words: str, claim: str
) -> None:
    clauses, content = said(words)
    found = contents.refuted_claim(clauses, content)
    assert (" ".join(clauses.words[slice(*found)]) if found else "") == claim


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("it was false that ships had left", "ships had left"),
        ("it was false that ships left", ""),
        ("it is true that ships had left", ""),
        ("it is not true that ships had left", "ships had left"),
    ],
)
def test_what_is_false_begins_behind_the_words_that_say_so(words: str, rest: str) -> None:
    clauses, content = said(words)
    assert shown(clauses, contents.start_of_what_is_false(clauses, content)) == rest


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("if ships left it was late", True),
        ("unless ships left it was late", True),
        ("whether ships left is unclear", False),
        ("if so it was late", False),
        ("ships left", False),
    ],
)
def test_what_is_said_opens_with_a_condition(words: str, opens: bool) -> None:
    clauses, content = said(words)
    assert contents.opening_condition(clauses, content) == ((3, 4) if opens else None)


@pytest.mark.parametrize(
    ("opening", "untrue"),
    [("It is not true", True), ("It was false", True), ("It is true", False), ("It was late", False)],
)
def test_what_stands_before_the_verb_calls_untrue_what_stands_behind(opening: str, untrue: bool) -> None:
    text = f"{opening}, Orsic said, that ships left."
    clauses = SpeechClauses(text, 0, len(text))
    assert contents.is_untrue_before(clauses, clauses.words.index("Orsic")) is untrue

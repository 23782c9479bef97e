"""Who does what in a sentence is read from the words of its clause."""

import pytest

from index.language.english.grammar.roles import deeds
from index.language.english.grammar.words import read_words
from index.language.tokens import Analyzer

ANALYZER = Analyzer()
SUBJECT = "Norland"


def terms_of(word: str) -> tuple[str, ...]:
    return tuple(ANALYZER.terms(word))


def agents(adverbs: int) -> list[str]:
    """Who is taken for the one who signed, with so many adverbs between the name and the verb."""
    words = read_words(f"{SUBJECT} {'quietly ' * adverbs}signed the pact.", terms_of)
    (deed,) = deeds(words, {"sign"})
    return [word.text for word in deed.agent]


def denied(between: int) -> bool:
    """Whether it is taken to be denied that he signed, with so many words before "until"."""
    words = read_words(f"Norland never signed the {'long ' * between}pact until May.", terms_of)
    (deed,) = deeds(words, {"sign"})
    return deed.denied


@pytest.mark.parametrize(("adverbs", "found"), [(0, True), (10, True), (200, False)])
def test_a_subject_is_looked_for_near_its_verb_alone(adverbs: int, found: bool) -> None:
    assert (SUBJECT in agents(adverbs)) is found


@pytest.mark.parametrize(("between", "is_denied"), [(0, False), (56, False), (57, True)])
def test_until_is_looked_for_near_its_verb_alone(between: int, is_denied: bool) -> None:
    assert denied(between) is is_denied


@pytest.mark.parametrize(
    ("sentence", "verb", "doer"),
    [
        ("Norland complained about the duty of 15 per cent that Sudria levies on tin.", "levies", "Sudria"),
        ("Both signed an accord under which Sudria will build a harbour in Lomar.", "build", "Sudria"),
        ("The letter which the minister handed over on Friday was short.", "handed", "the minister"),
        ("The envoy whom Norland recalled left on Monday.", "recalled", "Norland"),
        ("She said that the plan that the rebels rejected was dead.", "rejected", "the rebels"),
        ("Lomar's minister has forty days to decide.", "decide", "Lomar 's minister"),
        ("The board gets until May to answer.", "answer", "The board"),
        ("The pilots, who had walked out, went home.", "walked", "The pilots , who"),
        ("Norland, which had recalled its envoy, sent a note.", "recalled", "Norland , which"),
        ("The board said that Lomar would recall its envoy.", "recall", "Lomar"),
    ],
)
def test_who_does_it_in_a_clause_about_something_else(sentence: str, verb: str, doer: str) -> None:
    words = read_words(sentence, lambda word: (word.lower(),))
    found = next(one for one in deeds(words, {verb}))
    told = " ".join(f"{word.text} 's" if word.owner else word.text for word in found.agent)
    assert found.sure
    assert told == doer
